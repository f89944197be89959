"""Makes the pack's oral histories: sound and transcripts from the texts in make/texts.

    python3 make/voices.py [id …]

Writes media/voices/<id>.nl.opus, one .vtt a language, and the chapters' times in voices/<id>.json.
"""

import sys
import tempfile
from pathlib import Path

import mix
import speech
from speech import Voice

PACK = Path(__file__).resolve().parent.parent
NOTE = "Read by espeak-ng; times by content/limburg/make/voices.py"

# id: the roles' voices, the room they stand in, the tone of the place
RECORDINGS = {
    "the-lamp": ({"narrator": Voice("nl+m3", 126, 34), "second": Voice("nl+f2", 128, 42)}, "shaft", "shaft"),
    "the-detour": ({"narrator": Voice("nl+m7", 133, 38)}, "small", "hall"),
    "pink-poster": ({"narrator": Voice("nl+f2", 127, 40), "second": Voice("nl+m3", 124, 32)}, "small", "room"),
    "three-hundred-steps": ({"narrator": Voice("nl+m3", 124, 36), "second": Voice("nl+f4", 120, 44)}, "hall", "church"),
    "stone-ferns": ({"narrator": Voice("nl+f2", 125, 38)}, "small", "wind"),
}


def make(name):
    voices, room, tone = RECORDINGS[name]
    text = speech.read_text(PACK / "make" / "texts" / f"{name}.txt")
    track = speech.lay_out(text, voices)
    seconds = track.size / speech.RATE
    folder = PACK / "media" / "voices"
    with tempfile.TemporaryDirectory() as scratch:
        soft = mix.soften(track, room, scratch, name)
        whole = Path(scratch, "whole.wav")
        mix.even(soft, whole, seconds, tone)
        mix.to_opus(whole, folder / f"{name}.nl.opus")
    for language in sorted(text.lines[0].words):
        speech.write_cues(folder / f"{name}.{language}.vtt", text.lines, language, NOTE)
    starts = [next(line.start for line in text.lines if line.chapter == chapter) for chapter in text.chapters]
    starts[0] = 0
    item = PACK / "voices" / f"{name}.json"
    if item.exists():
        speech.stamp_chapters(item, starts)
    print(f"{name}: {seconds:.1f} s, {len(text.lines)} sentences, chapters at {', '.join(f'{s:g}' for s in starts)}")


if __name__ == "__main__":
    for name in sys.argv[1:] or RECORDINGS:
        make(name)
