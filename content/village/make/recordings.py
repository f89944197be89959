"""Makes the voice and the film of the village pack: content/village/make/recordings.py

The voice is espeak-ng's, sentence by sentence, so that the times of its transcript are sums of samples. The film is the
street of drawings.py: at each stroke of a clock that is computed here one more window lights up, then the day comes.
Needs espeak-ng, ffmpeg and librsvg2-bin. The same texts give the same files.
"""

import array
import math
import random
import subprocess
import tempfile
import wave
from pathlib import Path

import drawings

PACK = Path(__file__).resolve().parent.parent
RATE = 48000
# Chapter, English, Dutch; the Dutch is only read.
SENTENCES = [
    (0, "This is the voice of a computer.", "Dit is de stem van een computer."),
    (0, "It belongs to no one.", "Ze is van niemand."),
    (0, "It keeps a chair free for someone from your village.", "Ze houdt een stoel vrij voor iemand uit je dorp."),
    (1, "Ask a neighbour how the street smelled at five in the morning.",
     "Vraag een buur hoe de straat rook om vijf uur ’s morgens."),
    (1, "Ask whether other people may hear the answer.", "Vraag of anderen het antwoord mogen horen."),
    (1, "Then write down every sentence, so that everyone can read along.",
     "Schrijf dan elke zin op, zodat iedereen kan meelezen."),
]
STROKES = (1.0, 2.8, 4.6, 6.4, 8.2)  # seconds
DAY, END = 10.0, 15.0


def encode(samples, target, *more):
    """samples: -1 to 1. Written by ffmpeg; more: further inputs and options, before the file."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as sound:
        with wave.open(sound.name, "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", ""))
            file.writeframes(array.array("h", (round(32000 * max(-1, min(1, each))) for each in samples)).tobytes())
        subprocess.run(["ffmpeg", "-y", "-v", "error", "-i", sound.name, *more, "-map_metadata", "-1", "-fflags", "+bitexact",
                        "-flags:a", "+bitexact", "-c:a", "libopus", str(target)], check=True)


def spoken(text):
    """The samples of a sentence, without the silence around it."""
    with tempfile.NamedTemporaryFile(suffix=".wav") as said:
        subprocess.run(["espeak-ng", "-v", "en-gb", "-s", "132", "-p", "42", "-w", said.name, text], check=True)
        converted = subprocess.run(["ffmpeg", "-v", "error", "-i", said.name, "-ar", str(RATE), "-f", "s16le", "-"],
                                   check=True, capture_output=True).stdout
    samples = [each / 32768 for each in array.array("h", converted)]
    loud = [i for i, each in enumerate(samples) if abs(each) > 0.004]
    return samples[loud[0]:loud[-1] + 1]


def clock(seconds):
    whole = round(seconds * 1000)
    return f"{whole // 3600000:02}:{whole // 60000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def webvtt(path, cues):
    (PACK / path).write_text("WEBVTT\n" + "".join(f"\n{clock(start)} --> {clock(end)}\n{text}\n" for start, end, text in cues),
                             encoding="utf-8")


def voice():
    samples, cues, chapter, starts = [0.0] * RATE, [], 0, []
    for part, english, dutch in SENTENCES:
        samples += [0.0] * int(RATE * (1.2 if part != chapter else 0.6))
        if part != chapter or not starts:
            starts.append(len(samples) / RATE)
        chapter, start = part, len(samples) / RATE
        samples += spoken(english)
        cues.append((start, len(samples) / RATE, english, dutch))
    samples += [0.0] * RATE
    encode(samples, PACK / "media/voices/who-speaks-here.opus", "-b:a", "24k", "-application", "voip")
    for number, language in ((2, "en"), (3, "nl")):
        webvtt(f"media/voices/who-speaks-here.{language}.vtt", [(cue[0], cue[1], f"<v computer>{cue[number]}") for cue in cues])
    print("chapters start at", [round(start, 3) for start in starts], "and sentences at",
          [(round(cue[0], 3), round(cue[1], 3)) for cue in cues])


def sound():
    """A bell of five partials, struck five times, and a blackbird."""
    samples = [0.0] * int(RATE * END)
    partials = [(0.5, 0.5, 3.2), (1, 0.6, 2.4), (1.19, 0.45, 1.8), (1.5, 0.2, 1.2), (2, 0.5, 1.1), (2.74, 0.2, 0.6), (3.76, 0.12, 0.35)]
    for stroke in STROKES:
        for i in range(int(stroke * RATE), min(len(samples), int((stroke + 6) * RATE))):
            t = i / RATE - stroke
            rise = min(1, t / 0.004)
            samples[i] += 0.2 * rise * sum(a * math.exp(-t / d) * math.sin(2 * math.pi * 352 * f * t) for f, a, d in partials)
    chance = random.Random(4)
    at = DAY + 0.8
    while at < END - 1:
        low, high, length = 1800 + chance.random() * 700, 2600 + chance.random() * 1300, 0.09 + chance.random() * 0.16
        phase = 0.0
        for i in range(int(length * RATE)):
            share = i / (length * RATE)
            phase += 2 * math.pi * (low + (high - low) * math.sin(math.pi * share) ** 2) / RATE
            samples[int(at * RATE) + i] += 0.09 * math.sin(math.pi * share) ** 2 * math.sin(phase)
        at += length + (0.06 if chance.random() < 0.7 else 0.5)
    fade = int(RATE * 0.8)
    return [each * min(1, (len(samples) - i) / fade) for i, each in enumerate(samples)]


def film():
    with tempfile.TemporaryDirectory() as folder:
        scenes = [drawings.village(lit) for lit in range(len(STROKES) + 1)] + [drawings.village(0, True)]
        inputs, chain, last = [], "", "1:v"
        for number, scene in enumerate(scenes):
            svg, png = Path(folder, f"{number}.svg"), Path(folder, f"{number}.png")
            svg.write_text(scene.svg(grained=False), encoding="utf-8")
            subprocess.run(["rsvg-convert", "-w", "1280", "-h", "720", str(svg), "-o", str(png)], check=True)
            inputs += ["-loop", "1", "-framerate", "25", "-t", str(END), "-i", str(png)]
        for number, start in enumerate((*STROKES, DAY), start=2):
            length = 3 if start == DAY else 0.4
            chain += f"[{last}][{number}:v]xfade=duration={length}:offset={start}[x{number}];"
            last = f"x{number}"
        encode(sound(), PACK / "media/films/five-o-clock.webm", *inputs, "-filter_complex", chain + f"[{last}]format=yuv420p[v]",
               "-map", "[v]", "-map", "0:a", "-t", str(END), "-c:v", "libvpx-vp9", "-crf", "43", "-b:v", "0", "-row-mt", "0",
               "-threads", "1", "-g", "375", "-b:a", "32k")
    webvtt("media/films/five-o-clock.en.vtt", [(1, 4.4, "[The church clock strikes: one, two,]"), (4.6, 9.2, "[three, four, five.]"),
                                               (10.8, 14.2, "[A blackbird sings.]")])
    webvtt("media/films/five-o-clock.nl.vtt", [(1, 4.4, "[De kerkklok slaat: één, twee,]"), (4.6, 9.2, "[drie, vier, vijf.]"),
                                               (10.8, 14.2, "[Een merel zingt.]")])


if __name__ == "__main__":
    for part in ("voices", "films"):
        (PACK / "media" / part).mkdir(parents=True, exist_ok=True)
    voice()
    film()
