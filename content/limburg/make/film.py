"""What the three films share: colours and type of the kiosk, drawings in layers, panes of glass, and the encoder."""

import copy
import json
import math
import random
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import cairo
import gi

gi.require_version("Rsvg", "2.0")
from gi.repository import Rsvg  # noqa: E402  (the version has to be named first)

PACK = Path(__file__).resolve().parent.parent
WIDTH, HEIGHT, RATE = 1920, 1080, 25
POSTER, UI, UI_BOLD = "League Spartan ExtraBold", "Inter Medium", "Inter Semi Bold"

SVG = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", SVG)
ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")


def theme_colours():
    """name: (r, g, b) of the kiosk's theme file, 0 to 1."""
    found = {}

    def walk(name, value):
        if isinstance(value, dict):
            if re.fullmatch(r"#[0-9A-F]{6}", str(value.get("value", ""))):
                found[name] = rgb(value["value"])
            for key, inner in value.items():
                walk(key, inner)

    walk("", json.loads((PACK.parent / "theme.json").read_text(encoding="utf-8"))["colour"])
    return found


def rgb(text):
    return tuple(int(text[at : at + 2], 16) / 255 for at in (1, 3, 5))


COLOUR = theme_colours()


def mix_colours(a, b, share):
    return tuple(x + (y - x) * share for x, y in zip(a, b))


def clamp(value, low=0.0, high=1.0):
    return max(low, min(high, value))


def ease(value):
    """0 to 1, slow at both ends (smootherstep, K. Perlin)."""
    value = clamp(value)
    return value * value * value * (value * (value * 6 - 15) + 10)


def during(time, start, seconds):
    """How far, eased, a movement is that begins at start and takes so many seconds."""
    return ease((time - start) / seconds) if seconds > 0 else float(time >= start)


def path_of(keys, time):
    """A value that eases from key to key; keys are (seconds, value or tuple), in order."""
    if time <= keys[0][0]:
        return keys[0][1]
    for (t0, a), (t1, b) in zip(keys, keys[1:]):
        if time <= t1:
            share = ease((time - t0) / (t1 - t0))
            return tuple(x + (y - x) * share for x, y in zip(a, b)) if isinstance(a, tuple) else a + (b - a) * share
    return keys[-1][1]


def write(context, words, x, y, size, family=UI, colour=None, alpha=1.0, align="left", tracking=0.0):
    """Words on one line with their baseline at y; tracking in em. Returns their width."""
    if alpha <= 0.003:
        return 0
    context.select_font_face(family)
    context.set_font_size(size)
    steps = [context.text_extents(letter).x_advance + tracking * size for letter in words]
    width = sum(steps) - tracking * size
    x -= {"left": 0, "middle": width / 2, "right": width}[align]
    context.set_source_rgba(*(colour or COLOUR["chalk"]), alpha)
    for letter, step in zip(words, steps):
        context.move_to(x, y)
        context.show_text(letter)
        x += step
    return width


def poster(context, words, x, y, size, colour=None, alpha=1.0, align="left"):
    return write(context, words, x, y, size, POSTER, colour, alpha, align, -0.028)


def glow(context, x, y, radius, colour, strength):
    """A soft light, added to what is there."""
    light = cairo.RadialGradient(x, y, 0, x, y, radius)
    for stop, share in ((0, 0.55), (0.38, 0.22), (0.7, 0.06), (1, 0)):
        light.add_color_stop_rgba(stop, *colour, share * strength)
    context.save()
    context.set_operator(cairo.OPERATOR_ADD)
    context.set_source(light)
    context.arc(x, y, radius, 0, 2 * math.pi)
    context.fill()
    context.restore()


def pane(context, x, y, width, height, seed, light=None, uneven=0.09):
    """One piece of cast glass: an irregular four-sided pane. Without light it is dark."""
    hand = random.Random(seed)
    corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
    reach = min(width, height) * uneven
    context.new_path()
    for cx, cy in corners:
        context.line_to(cx + hand.uniform(-reach, reach), cy + hand.uniform(-reach, reach))
    context.close_path()
    if light is None:
        return context.fill()
    fill = cairo.LinearGradient(x, y, x + width * 0.9, y + height)
    shade = hand.uniform(-0.07, 0.07)
    fill.add_color_stop_rgb(0, *mix_colours(light, (1, 1, 1), 0.18 + shade))
    fill.add_color_stop_rgb(0.45, *mix_colours(light, (0, 0, 0), 0.06 - shade * 0.5))
    fill.add_color_stop_rgb(1, *mix_colours(light, (0, 0, 0), 0.3 - shade))
    context.set_source(fill)
    context.fill()


def drawing(name, scale, first=0, last=None, without=()):
    """A drawing of the pack, or its children first to last, as a surface; scale in pixels a unit.

    Without its grain: grain that moves costs a film most of its bytes and shows nothing.
    """
    tree = ElementTree.parse(PACK / "media" / f"{name}.svg").getroot()
    children = list(tree)
    kept = [children[0]] + [child for at, child in enumerate(children) if at and at >= first and (last is None or at < last)]
    kept = [child for child in kept if not any(test(child) for test in without)]
    kept = [child for child in kept if child.get("fill") != "url(#gp)" and child.get("filter") is None]
    root = ElementTree.Element(tree.tag, tree.attrib)
    root.extend(copy.deepcopy(kept))
    _, _, width, height = (float(part) for part in tree.get("viewBox").split())
    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, int(width * scale), int(height * scale))
    area = Rsvg.Rectangle()
    area.x, area.y, area.width, area.height = 0, 0, width * scale, height * scale
    Rsvg.Handle.new_from_data(ElementTree.tostring(root)).render_document(cairo.Context(surface), area)
    return surface


def show(context, surface, scale, x, y, alpha=1.0):
    """The surface scaled, its upper left corner at x, y."""
    context.save()
    context.translate(x, y)
    context.scale(scale, scale)
    context.set_source_surface(surface, 0, 0)
    context.get_source().set_filter(cairo.FILTER_BILINEAR if scale > 0.6 else cairo.FILTER_GOOD)
    context.paint() if alpha >= 0.999 else context.paint_with_alpha(alpha)
    context.restore()


def shade(context, colour=None, stops=((0, 0.98), (0.22, 0.9), (0.4, 0.5), (0.58, 0)), strength=1.0):
    """The kiosk's scrim: dark at the bottom, for words."""
    colour = colour or COLOUR["coal"]
    scrim = cairo.LinearGradient(0, HEIGHT, 0, 0)
    for at, share in stops:
        scrim.add_color_stop_rgba(at, *colour, share * strength)
    context.set_source(scrim)
    context.paint()


def fill(context, colour, alpha=1.0):
    context.set_source_rgba(*colour, alpha)
    context.paint()


SOUND_CODEC = ("-c:a", "aac", "-b:a", "64k", "-ac", "1")
CONTAINER = ("-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact",
             "-flags:a", "+bitexact")


def video_codec(quality):
    """H.264 that starts and scrubs quickly: a key frame a second, BT.709 as told to the player."""
    tag = "bt709"
    return ("-c:v", "libx264", "-preset", "veryfast", "-crf", str(quality), "-profile:v", "high", "-g", str(RATE), "-bf", "2",
            "-threads", "2", "-x264-params", "aq-mode=3:aq-strength=0.9", "-colorspace", tag, "-color_primaries", tag,
            "-color_trc", tag, "-color_range", "tv")


class Encoder:
    """Frames, and a sound where there is one, to a film in MP4."""

    def __init__(self, out, sound=None, width=WIDTH, height=HEIGHT, quality=23):
        self.surface = cairo.ImageSurface(cairo.FORMAT_RGB24, width, height)
        out.parent.mkdir(parents=True, exist_ok=True)
        command = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr0", "-s", f"{width}x{height}",
                   "-r", str(RATE), "-i", "-"]
        command += ["-i", str(sound)] if sound else []
        command += ["-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p", *video_codec(quality)]
        command += SOUND_CODEC if sound else []
        self.process = subprocess.Popen([*command, *CONTAINER, str(out)], stdin=subprocess.PIPE)

    def frame(self):
        self.surface.flush()
        self.process.stdin.write(self.surface.get_data())

    def close(self):
        self.process.stdin.close()
        if self.process.wait() != 0:
            raise SystemExit("ffmpeg could not write the film.")
