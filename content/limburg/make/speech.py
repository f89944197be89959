"""Reads a text aloud with espeak-ng, one sentence at a time, and knows to the sample when each one sounds.

The times in the WebVTT files come from here: every sentence is synthesised on its own, the silence that the
synthesiser puts around it is cut off, and the sentences are laid one after the other with pauses of known length.
So a cue's time is a sum of sample counts, never a guess.
"""

import re
import subprocess
import tempfile
import wave
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

RATE = 48000
SILENCE = 0.004  # of full scale: below this a sample at a sentence's edge is not speech


@dataclass
class Voice:
    """How a role sounds: espeak-ng's voice, words a minute, pitch 0 to 99."""

    name: str
    speed: int = 128
    pitch: int = 40


@dataclass
class Line:
    """One sentence: who says it, its words in every language, how the synthesiser spells it, and its time."""

    speaker: str
    words: dict
    said: str
    chapter: str
    pause: float = 0.0
    start: float = 0.0
    end: float = 0.0


@dataclass
class Text:
    """A text in make/texts: its chapters' titles in order, and its lines."""

    chapters: list = field(default_factory=list)
    lines: list = field(default_factory=list)


def read_text(path):
    """Reads a text file: '= chapter', then blocks of 'nl: …', 'en: …', apart by an empty line.

    '- role' before a language says who speaks from there on; 'say: …' respells the Dutch for the synthesiser;
    'pause: 1.5' is the silence before the line, in seconds.
    """
    text = Text()
    speaker, chapter = "narrator", ""
    for number, block in enumerate(re.split(r"\n\s*\n", path.read_text(encoding="utf-8").strip())):
        entries = {}
        for row in block.splitlines():
            if row.startswith("#"):
                continue
            if row.startswith("= "):
                chapter = row[2:].strip()
                text.chapters.append(chapter)
            elif row.startswith("- "):
                speaker = row[2:].strip()
            elif re.match(r"^[a-z]+: ", row):
                key, value = row.split(": ", 1)
                entries[key] = value.strip()
            elif row.strip():
                raise SystemExit(f"{path}: block {number + 1}: cannot read the line “{row}”.")
        if not entries:
            continue
        if "nl" not in entries:
            raise SystemExit(f"{path}: block {number + 1} has no words in Dutch (nl: …).")
        said = entries.pop("say", entries["nl"])
        pause = float(entries.pop("pause", 0))
        text.lines.append(Line(speaker, entries, said, chapter, pause))
    return text


def resample(samples):
    """From the synthesiser's rate to 48 kHz, by its spectrum: 147 samples become 320."""
    padded = np.pad(samples, (0, -samples.size % 147))
    size = padded.size // 147 * 320
    spectrum = np.zeros(size // 2 + 1, dtype=np.complex128)
    own = np.fft.rfft(padded)
    spectrum[: own.size] = own
    return (np.fft.irfft(spectrum, size) * (320 / 147)).astype(np.float32)


def synthesise(said, voice):
    """The samples of one sentence, 48 kHz, without the synthesiser's silence before and after."""
    with tempfile.TemporaryDirectory() as folder:
        spoken = Path(folder, "spoken.wav")
        subprocess.run(
            ["espeak-ng", "-v", voice.name, "-s", str(voice.speed), "-p", str(voice.pitch), "-g", "1", "-w", spoken, said],
            check=True,
        )
        with wave.open(str(spoken)) as file:
            samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(np.float32) / 32768
    samples = resample(samples)
    loud = np.flatnonzero(np.abs(samples) > SILENCE)
    if loud.size == 0:
        raise SystemExit(f"espeak-ng says nothing for “{said}”.")
    edge = int(0.012 * RATE)
    samples = samples[max(0, loud[0] - edge) : loud[-1] + edge]
    ramp = np.linspace(0, 1, edge, dtype=np.float32)
    samples[:edge] *= ramp
    samples[-edge:] *= ramp[::-1]
    return samples


def lay_out(text, voices, lead=1.2, between=0.55, chapter_pause=1.5, tail=2.0):
    """Sets every line's time and returns the speech as one track; its lines follow each other with pauses."""
    at, pieces, chapter = lead, [], None
    for line in text.lines:
        if chapter is not None:
            at += line.pause or (chapter_pause if line.chapter != chapter else between)
        else:
            at += line.pause
        chapter = line.chapter
        samples = synthesise(line.said, voices[line.speaker])
        line.start = round(at, 3)
        at = line.start + samples.size / RATE
        line.end = round(at, 3)
        pieces.append((line.start, samples))
    track = np.zeros(int((at + tail) * RATE), dtype=np.float32)
    for start, samples in pieces:
        first = int(round(start * RATE))
        track[first : first + samples.size] += samples
    return track


def lay_at(lines, voices, length):
    """A track of the given length in seconds with each line at the start it already has."""
    track = np.zeros(int(length * RATE), dtype=np.float32)
    for line in lines:
        samples = synthesise(line.said, voices[line.speaker])
        line.end = round(line.start + samples.size / RATE, 3)
        first = int(round(line.start * RATE))
        room = track.size - first
        track[first : first + samples.size] += samples[:room]
    return track


def write_wave(path, track):
    with wave.open(str(path), "wb") as file:
        channels = 1 if track.ndim == 1 else track.shape[1]
        file.setnchannels(channels)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(track, -1, 1) * 32767).astype("<i2").tobytes())


def read_wave(path):
    with wave.open(str(path)) as file:
        samples = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype(np.float32) / 32768
        return samples.reshape(-1, file.getnchannels()) if file.getnchannels() > 1 else samples


def loudness(path):
    """Integrated loudness in LUFS, by EBU R 128 as ffmpeg measures it."""
    run = subprocess.run(
        ["ffmpeg", "-hide_banner", "-nostats", "-i", path, "-af", "ebur128", "-f", "null", "-"],
        capture_output=True, text=True, check=True,
    )
    return float(re.findall(r"I:\s+(-?[\d.]+) LUFS", run.stderr)[-1])


def clock(seconds):
    whole = int(round(seconds * 1000))
    return f"{whole // 3600000:02}:{whole // 60000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"


def write_cues(path, lines, language, note, with_speaker=True):
    """One WebVTT file: a cue a line, in one language."""
    rows = ["WEBVTT", "", f"NOTE {note}", ""]
    for line in lines:
        if language not in line.words:
            raise SystemExit(f"{path}: no words in “{language}” for “{line.words['nl']}”.")
        voice = f"<v {line.speaker}>" if with_speaker else ""
        rows += [f"{clock(line.start)} --> {clock(line.end)}", voice + line.words[language], ""]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(rows), encoding="utf-8")


def stamp_chapters(item, starts):
    """Writes the chapters' times into an item's JSON and leaves every other letter as it is."""
    text = item.read_text(encoding="utf-8")
    head, mark, tail = text.partition('"chapters"')
    found = re.findall(r'"start": [\d.]+', tail)
    if len(found) != len(starts):
        raise SystemExit(f"{item}: {len(found)} chapters, but the text has {len(starts)}.")
    times = iter(starts)
    tail = re.sub(r'"start": [\d.]+', lambda _: f'"start": {next(times):g}', tail)
    item.write_text(head + mark + tail, encoding="utf-8")
