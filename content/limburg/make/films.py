"""Makes the pack's films: pictures, sound, captions, the described version and the signed stand-in.

    python3 make/films.py [id …]

Writes media/films/<id>.mp4, <id>.described.mp4 (the same pictures, smaller, one voice more), a still as <id>.png, one
.vtt a language, and the chapters' times in films/<id>.json. A film's pictures follow its sentences: each is told when every sentence sounds.
"""

import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np

import film
import film_going_down
import film_seven_lights
import film_the_way_here
import mix
import signer
import speech
from speech import Voice

PACK = Path(__file__).resolve().parent.parent
FOLDER = PACK / "media" / "films"
NOTE = "Read by espeak-ng; times by content/limburg/make/films.py"
DESCRIBER = Voice("nl+f4", 146, 40)

# id: the film, the narrator, the room, the tone of the place, whether it has a signed stand-in
FILMS = {
    "seven-lights": (film_seven_lights.SevenLights, Voice("nl+m3", 138, 34), "small", "room", False),
    "going-down": (film_going_down.GoingDown, Voice("nl+m7", 128, 36), "shaft", "shaft", True),
    "the-way-here": (film_the_way_here.TheWayHere, Voice("nl+f2", 136, 40), "small", "wind", False),
}


def lay_out(text, voices, lead, between=0.7, chapter_pause=1.4, around=0.55, tail=3.2):
    """Times for every line. Descriptions get room of their own, so that the described version fits the same film."""
    at, before, samples = lead, None, {}
    for number, line in enumerate(text.lines):
        samples[number] = speech.synthesise(line.said, voices[line.speaker])
        if before is not None:
            quiet = line.speaker == "describer" or before.speaker == "describer"
            at += line.pause or (around if quiet else chapter_pause if before.chapter != line.chapter else between)
        line.start = round(at, 3)
        at = line.start + samples[number].size / speech.RATE
        line.end, before = round(at, 3), line
    length = int(np.ceil((at + tail) * film.RATE)) / film.RATE
    spoken = np.zeros(int(length * speech.RATE), dtype=np.float32)
    described = spoken.copy()
    for number, line in enumerate(text.lines):
        first = int(round(line.start * speech.RATE))
        track = described if line.speaker == "describer" else spoken
        track[first : first + samples[number].size] += samples[number]
    return spoken, described, length


def preview(name, times, out):
    """Single frames as PNG, for looking at: films.py --frames id folder seconds …"""
    kind, narrator, *_ = FILMS[name]
    text = speech.read_text(PACK / "make" / "texts" / f"{name}.txt")
    _, _, length = lay_out(text, {"narrator": narrator, "describer": DESCRIBER}, kind.LEAD)
    picture = kind(text.lines, length)
    for line in text.lines:
        print(f"{line.start:7.2f} {line.end:7.2f} {line.speaker:9} {line.words['nl']}")
    print(f"{length:7.2f}")
    surface = film.cairo.ImageSurface(film.cairo.FORMAT_RGB24, film.WIDTH, film.HEIGHT)
    for time in times:
        picture.draw(film.cairo.Context(surface), time)
        surface.write_to_png(str(Path(out, f"{name}-{time:05.1f}.png")))


def poster(name, kind, text, length):
    """A frame without words, as the film's poster."""
    picture = kind(text.lines, length)
    picture.quiet = True
    surface = film.cairo.ImageSurface(film.cairo.FORMAT_RGB24, film.WIDTH, film.HEIGHT)
    picture.draw(film.cairo.Context(surface), picture.still)
    surface.write_to_png(str(FOLDER / f"{name}.png"))


def describe(pictures, sound, out):
    """The described version: the same pictures, smaller, so that all films stay within what a pack may weigh."""
    mix.ffmpeg("-i", pictures, "-i", sound, "-map", "0:v", "-map", "1:a", "-vf", "scale=1280:720:flags=lanczos",
               *film.video_codec(32), *film.SOUND_CODEC, *film.CONTAINER, out)


def sign(pictures, interpreter, out):
    """The signed version: the same film, smaller, with the interpreter beside what is shown, above the controls."""
    across, down = 166, 202  # of 1280 x 720: 92 x 112 mm on the glass
    mix.ffmpeg("-i", pictures, "-i", interpreter, "-filter_complex",
               f"[0:v]scale=1280:720:flags=lanczos[film];[1:v]scale={across}:{down}[hands];"
               f"[film][hands]overlay=x={1280 - 29 - across}:y={511 - down}:eof_action=repeat[v]",
               "-map", "[v]", "-map", "0:a", *film.video_codec(34), *film.SOUND_CODEC, *film.CONTAINER, out)


def make(name):
    kind, narrator, room, tone, signed = FILMS[name]
    text = speech.read_text(PACK / "make" / "texts" / f"{name}.txt")
    spoken, described, length = lay_out(text, {"narrator": narrator, "describer": DESCRIBER}, kind.LEAD)
    FOLDER.mkdir(parents=True, exist_ok=True)
    poster(name, kind, text, length)
    picture = kind(text.lines, length)
    with tempfile.TemporaryDirectory() as scratch:
        ambience = Path(scratch, "ambience.wav")
        speech.write_wave(ambience, picture.ambience(np.random.RandomState(7)))
        sounds = {}
        for version, track in (("", spoken), (".described", spoken + described)):
            soft = mix.soften(track, room, scratch, name + version)
            sounds[version] = Path(scratch, f"mix{version}.wav")
            mix.even(soft, sounds[version], length, tone, ambience)
        out = Path(scratch, f"{name}.mp4")
        encoder = film.Encoder(out, sounds[""], quality=kind.QUALITY)
        for frame in range(int(round(length * film.RATE))):
            picture.draw(film.cairo.Context(encoder.surface), frame / film.RATE)
            encoder.frame()
        encoder.close()
        described_film = Path(scratch, f"{name}.described.mp4")
        describe(out, sounds[".described"], described_film)
        whole = [out, described_film]
        if signed:
            interpreter = Path(scratch, "interpreter.mp4")
            signer.make(interpreter, length)
            whole.append(Path(scratch, f"{name}.vgt.mp4"))
            sign(out, interpreter, whole[-1])
        for made in whole:  # whole films only: a kiosk may be looking at the folder
            shutil.move(made, FOLDER / made.name)
    heard = [line for line in text.lines if line.speaker != "describer"]
    for language in sorted(heard[0].words):
        speech.write_cues(FOLDER / f"{name}.{language}.vtt", heard, language, NOTE, with_speaker=False)
    starts = [next(line.start for line in heard if line.chapter == chapter) for chapter in text.chapters]
    starts[0] = 0
    item = PACK / "films" / f"{name}.json"
    if item.exists():
        speech.stamp_chapters(item, starts)
    print(f"{name}: {length:.1f} s, chapters at {', '.join(f'{s:g}' for s in starts)}", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--frames"]:
        preview(sys.argv[2], [float(time) for time in sys.argv[4:]], sys.argv[3])
    else:
        for name in sys.argv[1:] or FILMS:
            make(name)
