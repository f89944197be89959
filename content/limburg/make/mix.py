"""Mixes speech and a quiet room into one sound of even loudness. Every step is the same on every run."""

import subprocess
from pathlib import Path

import speech

LOUDNESS = -18.0  # LUFS, the same for every voice and film of the pack

# A synthesiser is dry and sharp: take the edge off, even out the peaks, and stand it in a small room.
SOFTEN = (
    "highpass=f=85,equalizer=f=220:t=q:w=0.9:g=2,equalizer=f=3100:t=q:w=1.1:g=-3,lowpass=f=8200,"
    "acompressor=threshold=0.06:ratio=2.6:attack=8:release=140:makeup=1.4"
)
ROOMS = {
    "small": "aecho=0.95:0.9:23|37|53:0.09|0.06|0.04",
    "hall": "aecho=0.9:0.88:61|97|149|211|317:0.16|0.13|0.10|0.07|0.05",
    "shaft": "aecho=0.92:0.9:43|71|113|173:0.13|0.10|0.07|0.04",
}
# What a place sounds like when nothing happens: filtered noise, far below the voice.
TONES = {
    "room": "anoisesrc=color=brown:seed=11:r=48000,lowpass=f=420,highpass=f=50,volume=0.030",
    "shaft": "anoisesrc=color=brown:seed=23:r=48000,lowpass=f=150,highpass=f=35,tremolo=f=0.11:d=0.5,volume=0.075",
    "wind": "anoisesrc=color=pink:seed=31:r=48000,bandpass=f=480:width_type=o:w=1.6,tremolo=f=0.13:d=0.6,volume=0.020",
    "church": "anoisesrc=color=brown:seed=47:r=48000,lowpass=f=260,highpass=f=40,volume=0.040",
    "hall": "anoisesrc=color=brown:seed=53:r=48000,lowpass=f=320,highpass=f=45,tremolo=f=0.21:d=0.35,volume=0.045",
}


def ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-v", "error", "-y", *map(str, arguments)], check=True)


def soften(track, room, folder, name):
    """The speech as it sounds in its room, as a wave file of the track's length."""
    raw, soft = Path(folder, f"{name}.raw.wav"), Path(folder, f"{name}.soft.wav")
    speech.write_wave(raw, track)
    ffmpeg("-i", raw, "-af", f"{SOFTEN},{ROOMS[room]}", "-t", track.size / speech.RATE, "-bitexact", soft)
    return soft


def even(path, out, seconds, tone, extra=None, loudness=LOUDNESS):
    """Brings speech to the pack's loudness over a room tone (and an ambience file) and fades both ends."""
    gain = loudness - speech.loudness(path)
    inputs = ["-i", path, "-f", "lavfi", "-t", seconds, "-i", TONES[tone]]
    chain = f"[0:a]volume={gain:.2f}dB[v];"
    parts = "[v][1:a]"
    if extra:
        inputs += ["-i", extra]
        parts += "[2:a]"
    fades = f"afade=t=in:d=0.8,afade=t=out:st={seconds - 1.6:.3f}:d=1.6"
    chain += f"{parts}amix=inputs={3 if extra else 2}:duration=first:normalize=0,alimiter=limit=0.82:level=0,{fades}[a]"
    ffmpeg(*inputs, "-filter_complex", chain, "-map", "[a]", "-t", seconds, "-ar", speech.RATE, "-bitexact", out)


def to_opus(path, out, kilobits=40):
    """Ogg Opus without a random serial number or a date, so that the same words give the same file."""
    out.parent.mkdir(parents=True, exist_ok=True)
    ffmpeg("-i", path, "-c:a", "libopus", "-b:a", f"{kilobits}k", "-vbr", "on", "-ac", 1, "-map_metadata", -1,
           "-fflags", "+bitexact", "-flags:a", "+bitexact", out)
