"""Going down: a cage sinks through the cross-section of a mine, and the depth is told in metres."""

import math
import random
import re

import numpy as np

import film
from film import COLOUR, HEIGHT, WIDTH, cairo, clamp, during, ease, pane, path_of

SHAFT, GROUND, ICE_END = 1500, 880, 1450  # in the drawing's units
# the drawing's height and the metres there: its upper half is squeezed, so they are told apart
DEPTHS = [(880, 0), (1450, 430), (1690, 600), (2010, 660), (2360, 735), (2710, 850), (3000, 940)]
LEVELS = [(600, "eerste verdieping"), (660, "tweede verdieping"), (735, "derde verdieping"), (850, "vierde verdieping")]
CLOSE = 1536


def depth(y):
    for (y0, a), (y1, b) in zip(DEPTHS, DEPTHS[1:]):
        if y <= y1:
            return max(0, a + (b - a) * (y - y0) / (y1 - y0))
    return DEPTHS[-1][1]


def drawn_cage(element):
    """The two cages that the drawing has in this shaft: the film has its own."""
    found = re.match(r"M(-?[\d.]+) (-?[\d.]+)", element.get("d", ""))
    if element.tag.endswith("use"):
        found = re.match(r"translate\((-?[\d.]+) (-?[\d.]+)\)", element.get("transform", ""))
        if element.get("href") not in ("#m3", "#gl"):
            return False
    x, y = (float(found[1]), float(found[2])) if found else (float(element.get("x", 0)), float(element.get("y", 0)))
    for lane, bottom in ((1470, 1420), (1526, 2366)):
        if element.get("href") == "#gl":
            if abs(x - lane) < 1 and abs(y - (bottom - 92)) < 2:
                return True
        elif element.tag.endswith("rect"):
            if float(element.get("width", 99)) < 60 and abs(x + float(element.get("width", 0)) / 2 - lane) < 2 and (
                    bottom - 190 <= y <= bottom or y == GROUND - 30):
                return True
        elif abs(x - lane) <= 30 and bottom - 215 <= y <= bottom + 1:
            return True
    return False


class GoingDown:
    LEAD, QUALITY = 2.0, 31

    def __init__(self, lines, length):
        self.length, self.quiet = length, False  # quiet: a still without words, for the poster
        tale = [line for line in lines if line.speaker == "narrator"]
        seen = [line for line in lines if line.speaker == "describer"]
        note, sand, froze, record, dug, first, second, third, fourth, tonnes, deepest = tale
        self.froze, self.record, self.dug, self.deepest = froze, record, dug, deepest
        self.still = first.end - 0.5
        self.stops = list(zip((first, second, third, fourth), LEVELS))
        self.cage = [
            (note.end, 912), (sand.start + 0.5, 960), (seen[1].end, 1130), (froze.start, 1150), (froze.end, 1400),
            (record.end, 1425), (dug.start + 1.0, 1425), (dug.end, 1470), (seen[2].start, 1480), (first.start + 0.6, 1690),
            (seen[3].end - 0.5, 1690), (second.start + 0.4, 2010), (second.end + 0.5, 2010), (third.start + 0.4, 2360),
            (third.end + 0.5, 2360), (fourth.start + 0.4, 2710), (self.length, 2710),
        ]
        down = fourth.end + 0.3
        # (middle x, middle y or None to follow the cage, width), eased from key to key
        self.view = [
            (0, (1985, 800.0, 2840)), (note.end - 1.6, (1900, 850.0, 2700)), (note.end + 2.2, (1330, 1000.0, CLOSE)),
        ]
        follow = note.end + 2.2
        self.follow = (follow, down)
        self.wide = [
            (follow, (1330, CLOSE)), (first.end - 0.8, (1330, CLOSE)), (seen[3].start + 1.6, (1250, 2050)),
            (seen[3].end - 1.2, (1280, 2050)), (seen[3].end + 1.2, (1330, CLOSE)), (down, (1330, CLOSE)),
        ]
        self.after = [
            (down, None), (seen[4].start + 1.5, (1230, 2568.0, CLOSE)), (tonnes.start + 1.0, (1230, 2568.0, CLOSE)),
            (tonnes.end + 0.4, (1560, 2300.0, 2500)), (seen[5].start + 1.2, (2000, 1875.0, 4000)),
            (seen[5].end + 0.2, (2000, 1500.0, 4000)), (self.length - 1.0, (2000, 1125.0, 4000)),
        ]
        without = (drawn_cage,)
        self.steps = [(scale, film.drawing("mine-cross-section", scale, without=without)) for scale in (0.5, 0.78, 1.25)]
        self.ice = self.make_ice()

    @staticmethod
    def make_ice():
        """Panes of ice on both sides of the shaft: (x, y, width, height), from the top down."""
        panes, y, hand = [], GROUND + 14, random.Random(5)
        while y < ICE_END - 10:
            tall = hand.uniform(26, 44)
            for left, right in ((1338, 1430), (1570, 1662)):
                x = left
                while x < right - 12:
                    wide = min(hand.uniform(22, 38), right - x)
                    panes.append((x, y, wide - 3, min(tall, ICE_END - y) - 3))
                    x += wide
            y += tall
        return panes

    def camera(self, time):
        if time < self.follow[0]:
            x, y, wide = path_of(self.view, time)
            share = ease((time - self.view[1][0]) / (self.view[2][0] - self.view[1][0]))
            cage = path_of(self.cage, time)
            return x, y + (self.low(cage, wide) - y) * share, wide
        if time < self.follow[1]:
            x, wide = path_of(self.wide, time)
            return x, self.low(path_of(self.cage, time), wide), wide
        x, wide = self.wide[-1][1]
        start = (x, self.low(path_of(self.cage, self.follow[1]), wide), wide)
        return path_of([(self.follow[1], start)] + self.after[1:], time)

    @staticmethod
    def low(cage, wide):
        tall = wide * 9 / 16
        return clamp(cage + tall * 0.02, tall / 2, 3000 - tall / 2)

    def draw(self, context, time):
        x, y, wide = self.camera(time)
        y = clamp(y, wide * 9 / 32, 3000 - wide * 9 / 32)
        scale = WIDTH / wide
        surface_scale, surface = next((step for step in self.steps if step[0] >= scale * 0.97), self.steps[-1])
        ratio = scale / surface_scale
        film.fill(context, COLOUR["coal"])
        film.show(context, surface, ratio, WIDTH / 2 - x * scale, HEIGHT / 2 - y * scale)
        context.save()
        context.translate(WIDTH / 2 - x * scale, HEIGHT / 2 - y * scale)
        context.scale(scale, scale)
        self.frost(context, time)
        self.draw_cage(context, time)
        context.restore()
        if not self.quiet:
            self.words(context, time, wide)
        dark = 1 - during(time, 0, 1.4) + during(time, self.length - 1.6, 1.4)
        if dark > 0.003:
            film.fill(context, COLOUR["coal"], clamp(dark))

    def frost(self, context, time):
        """The ground freezes from the top down; later rings of iron take the place of the ice."""
        frozen = GROUND + (ICE_END - GROUND) * during(time, self.froze.start + 0.4, self.froze.end - self.froze.start)
        ringed = GROUND + (ICE_END - GROUND) * during(time, self.dug.start + 1.6, self.dug.end - self.dug.start - 1.2)
        if frozen <= GROUND + 1:
            return
        melt = during(time, self.dug.end + 0.6, 2.4)
        context.push_group()
        for x, y, wide, tall in self.ice:
            if y < frozen:
                pane(context, x, y, wide, tall, (x, y).__repr__(), COLOUR["mines"], 0.16)
        context.pop_group_to_source()
        context.paint_with_alpha(0.62 * (1 - melt))
        y = GROUND + 10
        while y < ringed:
            for edge in (1424, 1564):
                context.rectangle(edge, y, 12, 19)
            y += 23
        context.set_source_rgb(*film.mix_colours(COLOUR["track"], COLOUR["coal"], 0.25))
        context.fill()

    def draw_cage(self, context, time):
        if time < self.view[1][0]:
            return
        y = path_of(self.cage, time)
        show = during(time, self.view[1][0], 1.0)
        sway = 0.8 * math.sin(time * 1.9)
        left, wide, tall = SHAFT - 44 + sway, 88, 118
        context.push_group()
        context.set_source_rgb(*film.rgb("#0A0807"))
        context.rectangle(SHAFT - 2.5 + sway * 0.5, GROUND - 30, 5, y - tall - GROUND + 12)
        context.fill()
        light = cairo.LinearGradient(0, y - tall, 0, y)
        light.add_color_stop_rgb(0, *film.rgb("#F3BE60"))
        light.add_color_stop_rgb(1, *film.rgb("#B87A28"))
        context.set_source(light)
        context.rectangle(left, y - tall, wide, tall)
        context.fill()
        context.set_source_rgb(*film.rgb("#0E0B09"))
        for at in (-27, 0, 27):
            x = SHAFT + at + sway
            context.arc(x, y - 65, 8, 0, 2 * math.pi)
            context.fill()
            context.rectangle(x - 12.5, y - 70, 25, 3)
            context.arc(x, y - 69, 10, math.pi, 2 * math.pi)
            context.fill()
            context.move_to(x - 13.5, y)
            context.line_to(x - 13.5, y - 44)
            context.curve_to(x - 13, y - 60, x + 13, y - 60, x + 13.5, y - 44)
            context.line_to(x + 13.5, y)
            context.close_path()
            context.fill()
        context.set_line_width(6)
        context.rectangle(left, y - tall, wide, tall)
        context.stroke()
        context.set_line_width(1.6)
        for at in range(1, 12):
            context.move_to(left + at * wide / 12, y - 42)
            context.line_to(left + at * wide / 12, y)
        context.stroke()
        context.rectangle(left, y - 45, wide, 4)
        context.fill()
        context.move_to(left - 4, y - tall)
        context.line_to(left + wide + 4, y - tall)
        context.line_to(SHAFT + sway, y - tall - 34)
        context.close_path()
        context.fill()
        context.pop_group_to_source()
        context.paint_with_alpha(show)
        film.glow(context, SHAFT + sway, y - 60, 190, COLOUR["lamp"], 0.24 * show)
        for at in (-27, 0, 27):
            film.glow(context, SHAFT + at + sway, y - 75, 11, COLOUR["lamp-core"], 1.5 * show)

    def words(self, context, time, wide):
        start = self.view[1][0] + 1.6
        going = during(time, start, 1.2) * (1 - during(time, self.follow[1] + 1.4, 1.2))
        opening = (1 - during(time, start - 1.2, 0.9)) * during(time, 1.0, 0.8)
        last = during(time, self.deepest.start, 1.0)
        veil = max(going * 0.86, opening * 0.72, last * 0.95)
        if veil > 0.01:
            side = cairo.LinearGradient(0, 0, WIDTH * (0.5 + 0.16 * max(opening, last)), 0)
            for at, share in ((0, 1), (0.35, 0.82), (0.7, 0.36), (1, 0)):
                side.add_color_stop_rgba(at, *COLOUR["coal"], share * veil)
            context.set_source(side)
            context.paint()
        context.rectangle(96, 74, 76, 6.5)
        context.set_source_rgba(*COLOUR["mines"], max(opening, going, last))
        context.fill()
        film.poster(context, "Naar beneden", 92, 196, 128, alpha=opening)
        metres = depth(path_of(self.cage, time))
        shown = f"{int(round(metres))}" if metres > 2 else "0"
        width = film.poster(context, shown, 90, 216, 172, alpha=going)
        film.write(context, "meter", 106 + width, 216, 42, film.UI, COLOUR["chalk"], going)
        for line, (level, name) in self.stops:
            here = during(time, line.start, 0.5) * (1 - during(time, line.end + 1.2, 0.5))
            if level == 600:
                here = during(time, line.start, 0.5) * (1 - during(time, self.stops[1][0].start - 1.6, 0.5))
            film.write(context, name, 96, 278, 42, film.UI, COLOUR["ash"], here * going)
        ice = during(time, self.froze.start + 0.5, 0.6) * (1 - during(time, self.record.end + 0.6, 0.6))
        film.write(context, "53 buizen maken ijs", 96, 278, 42, film.UI, COLOUR["ash"], ice * going)
        iron = during(time, self.dug.start + 1.6, 0.6) * (1 - during(time, self.dug.end + 1.0, 0.6))
        film.write(context, "ringen van gietijzer", 96, 278, 42, film.UI, COLOUR["ash"], iron * going)
        width = film.poster(context, "1.208", 90, 216, 172, alpha=last)
        film.write(context, "meter", 106 + width, 216, 42, film.UI, COLOUR["chalk"], last)
        film.write(context, "Waterschei, de diepste schacht", 96, 278, 42, film.UI, COLOUR["ash"], last)

    def ambience(self, noise):
        """The cage: a rush of air that follows its speed, a rattle of its guides, and water far below."""
        rate = 48000
        size = int(self.length * rate)
        steps = np.arange(0, self.length, 0.02)
        places = np.array([path_of(self.cage, time) for time in steps])
        speed = np.abs(np.gradient(places, 0.02))
        speed = np.convolve(speed, np.ones(15) / 15, "same")
        loud = np.interp(np.arange(size) / rate, steps, np.clip(speed / 190, 0, 1))
        hiss = noise.standard_normal(size).astype(np.float32)
        spectrum = np.fft.rfft(hiss)
        tones = np.fft.rfftfreq(size, 1 / rate)
        spectrum *= np.exp(-((np.log(np.maximum(tones, 1) / 210)) ** 2) / 0.9)
        rush = np.fft.irfft(spectrum, size)
        rush *= 0.075 / np.sqrt(np.mean(rush**2)) * loud
        track = rush.astype(np.float32)
        travelled = np.interp(np.arange(size) / rate, steps, np.cumsum(speed) * 0.02)
        joints = np.flatnonzero(np.diff(np.floor(travelled / 34)) > 0)
        knock_time = np.arange(int(0.16 * rate)) / rate
        knock = (np.sin(2 * np.pi * 95 * knock_time) * np.exp(-knock_time * 42)).astype(np.float32)
        for at in joints:
            piece = knock[: size - at] * 0.05 * loud[at]
            track[at : at + piece.size] += piece
        drop_time = np.arange(int(0.5 * rate)) / rate
        at = 3.0
        while at < self.length - 1:
            pitch = noise.uniform(900, 1500)
            drop = np.sin(2 * np.pi * (pitch + 900 * drop_time) * drop_time) * np.exp(-drop_time * 26) * 0.012
            first = int(at * rate)
            piece = drop[: size - first]
            track[first : first + piece.size] += piece
            at += noise.uniform(1.6, 4.2)
        return track
