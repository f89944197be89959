"""The way here: a map of Limburg that lines of light run to, and three drawings that the camera moves into."""

import math

import numpy as np

import film
from film import COLOUR, HEIGHT, WIDTH, cairo, clamp, during, ease, path_of

# Approximate outlines, degrees north and east: good for a drawn map, not for finding the way.
PROVINCE = """51.2600 5.2350 51.2690 5.2850 51.2720 5.3400 51.2790 5.4100 51.2930 5.4700 51.2960 5.5050 51.2880 5.5350
51.2650 5.5600 51.2350 5.5650 51.2180 5.5900 51.1950 5.6200 51.1850 5.6550 51.1700 5.6900 51.1830 5.7250 51.1700 5.7750
51.1640 5.8100 51.1540 5.8480 51.1300 5.8270 51.1120 5.8080 51.0970 5.8000 51.0820 5.8020 51.0640 5.7850 51.0450 5.7720
51.0250 5.7650 51.0010 5.7690 50.9810 5.7590 50.9650 5.7480 50.9500 5.7420 50.9300 5.7260 50.9120 5.7040 50.9000 5.6830
50.8800 5.6680 50.8620 5.6430 50.8470 5.6430 50.8300 5.6500 50.8210 5.6600 50.8190 5.6830 50.8060 5.6900 50.7920 5.6550
50.7850 5.6100 50.7720 5.5750 50.7570 5.5350 50.7480 5.4950 50.7390 5.4500 50.7340 5.4080 50.7340 5.3600 50.7350 5.3150
50.7260 5.2800 50.7180 5.2350 50.7060 5.1950 50.6960 5.1600 50.7120 5.1150 50.7380 5.1000 50.7700 5.1150 50.8050 5.1100
50.8350 5.1150 50.8600 5.1250 50.8880 5.1230 50.9150 5.1050 50.9400 5.0780 50.9650 5.0730 50.9870 5.0800 51.0050 5.1100
51.0230 5.0900 51.0350 5.0430 51.0600 5.0420 51.0800 5.0620 51.0950 5.1000 51.1120 5.1250 51.1280 5.1720 51.1430 5.2130
51.1680 5.2380 51.1950 5.2150 51.2200 5.2130 51.2430 5.2250"""
MEUSE = """50.8800 5.6930 50.9050 5.6990 50.9300 5.7260 50.9500 5.7420
50.9810 5.7590 51.0010 5.7690 51.0250 5.7650 51.0640 5.7850 51.0970 5.8000 51.1300 5.8270 51.1540 5.8480"""
CANAL = """50.8110 5.6830 50.8340 5.6380 50.8600 5.6240 50.8830 5.6230 50.8880 5.5850 50.8930 5.5500 50.9120 5.5380
50.9310 5.4980 50.9340 5.4350 50.9470 5.3550 50.9560 5.3000 50.9700 5.2820 51.0080 5.2620 51.0470 5.2120 51.0650 5.1800
51.0900 5.1350 51.1010 5.1000"""
# name: place, and where its name stands beside the lamp (dx, dy, alignment)
MINES = {
    "Beringen": (51.0694, 5.2239, -30, 10, "right"),
    "Zolder": (51.0470, 5.3200, 0, -32, "middle"),
    "Houthalen": (51.0190, 5.3690, -22, 36, "right"),
    "Winterslag": (50.9829, 5.4880, -14, 48, "right"),
    "Zwartberg": (51.0195, 5.5240, 40, -32, "right"),
    "Waterschei": (50.9985, 5.5385, 26, 60, "middle"),
    "Eisden": (50.9985, 5.6985, 16, -30, "right"),
}
# words at the edge, where they stand, the mine their line runs to, how far the line bends
COMERS = {
    "Polen": ((1824, 150), "Waterschei", -40, "right"),
    "Tsjechen, Slowaken": ((1824, 262), "Eisden", -50, "right"),
    "Slovenen, Hongaren": ((1824, 374), "Eisden", -20, "right"),
    "Italië": ((1824, 486), "Eisden", 40, "right"),
    "Griekenland": ((1824, 586), "Eisden", 80, "right"),
    "Turkije": ((1824, 686), "Beringen", 230, "right"),
    "Spanje": ((96, 520), "Houthalen", 90, "left"),
    "Marokko": ((96, 640), "Beringen", 110, "left"),
}


def points(text):
    numbers = [float(part) for part in text.split()]
    return list(zip(numbers[::2], numbers[1::2]))


def layers(name, cuts):
    """A drawing cut into layers at these children, grain and vignette as the last one."""
    return [film.drawing(name, 1.0, first, last) for first, last in zip(cuts, cuts[1:])]


class TheWayHere:
    LEAD, QUALITY = 2.0, 31

    def __init__(self, lines, length):
        self.length, self.quiet = length, False  # quiet: a still without words, for the poster
        tale = [line for line in lines if line.speaker == "narrator"]
        needed, first, then, treaty, hut, spain, east, today, street = tale
        self.needed, self.first, self.then, self.treaty = needed, first, then, treaty
        self.spain, self.east, self.today = spain, east, today
        half = (first.end - first.start) / 2
        self.runs = {
            "Italië": first.start + 0.5, "Polen": first.start + half + 0.7,
            "Tsjechen, Slowaken": then.start + 0.6, "Slovenen, Hongaren": then.start + 2.0,
            "Spanje": spain.start + 0.8, "Griekenland": spain.end - 2.0, "Turkije": east.start + 0.6, "Marokko": east.start + 1.7,
        }
        self.years = [
            (first.start, "1920"), (first.start + half + 0.4, "1923"), (then.start, "1925"),
            (spain.start + 0.5, "1956"), (spain.end - 1.9, "1957"), (east.start + 0.2, "1963"),
        ]
        cuts = [treaty.start - 0.7, hut.start - 0.7, spain.start - 0.9, today.start - 0.7]
        self.scenes = [
            (0, self.map), (cuts[0], self.station), (cuts[1], self.barrack), (cuts[2], self.map), (cuts[3], self.shops),
        ]
        self.drawings = {
            "station": layers("station-arrival", (0, 46, 51, 101, 201, 226, 300, 302)),
            "barrack": layers("barracks", (0, 17, 150, 198, 200)),
            "shops": layers("shopping-street", (0, 73, 577, 721, 863, 865)),
        }
        self.ground = self.make_ground()
        self.still = east.end + 0.2

    @staticmethod
    def make_ground():
        surface = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
        context = cairo.Context(surface)
        film.fill(context, COLOUR["coal"])
        light = cairo.RadialGradient(960, 430, 100, 960, 430, 1100)
        light.add_color_stop_rgb(0, *film.rgb("#1D1A18"))
        light.add_color_stop_rgb(1, *film.rgb("#0E0D0C"))
        context.set_source(light)
        context.paint()
        return surface

    def draw(self, context, time):
        for start, scene in self.scenes:
            share = during(time, start, 1.4) if start else 1.0
            later = [other for other, _ in self.scenes if other > start]
            if share <= 0 or (later and time > later[0] + 1.4):
                continue
            if share >= 1:
                scene(context, time, start)
            else:
                context.push_group_with_content(cairo.CONTENT_COLOR)
                scene(context, time, start)
                context.pop_group_to_source()
                context.paint_with_alpha(share)
        if self.quiet:
            return
        context.rectangle(96, 74, 76, 6.5)
        context.set_source_rgb(*COLOUR["migration"])
        context.fill()
        dark = 1 - during(time, 0, 1.4) + during(time, self.length - 1.6, 1.4)
        if dark > 0.003:
            film.fill(context, COLOUR["coal"], clamp(dark))

    # The map

    def spot(self, north, east, time):
        scale = path_of([(0, 1120.0), (self.needed.end + 1, 1240.0), (self.then.end + 3, 1560.0), (self.spain.start - 1, 1560.0),
                         (self.east.end + 2, 1700.0)], time)
        return 960 + (east - 5.455) * math.cos(math.radians(51)) * scale, 410 - (north - 51.005) * scale

    def line(self, context, places, time):
        context.new_path()
        for north, east in points(places):
            context.line_to(*self.spot(north, east, time))

    def map(self, context, time, start):
        film.show(context, self.ground, 1, 0, 0)
        self.line(context, PROVINCE, time)
        context.close_path()
        land = cairo.LinearGradient(0, 0, 0, 1000)
        land.add_color_stop_rgb(0, *film.rgb("#3B342F"))
        land.add_color_stop_rgb(1, *film.rgb("#262220"))
        context.set_source(land)
        context.fill_preserve()
        context.set_source_rgba(*COLOUR["migration"], 0.5)
        context.set_line_width(2.6)
        context.set_line_join(cairo.LINE_JOIN_ROUND)
        context.stroke()
        context.set_line_cap(cairo.LINE_CAP_ROUND)
        for places, wide in ((MEUSE, 5), (CANAL, 3.4)):
            self.line(context, places, time)
            context.set_source_rgba(*film.mix_colours(COLOUR["ford"], COLOUR["coal"], 0.45), 0.75)
            context.set_line_width(wide)
            context.stroke()
        again = start > 0
        for name, begun in self.runs.items():
            if not again or begun > start:
                self.run(context, time, name, begun, 1.0)
            elif again:
                self.run(context, time, name, begun, 0.34)
        self.lamps(context, time, again)
        if not self.quiet:
            self.year(context, time, again)

    def run(self, context, time, name, begun, bright):
        """A line of light from the edge to a mine; small lights go on along it."""
        (x, y), mine, bend, align = COMERS[name]
        share = during(time, begun, 2.2)
        if share <= 0:
            return
        tx, ty = self.spot(*MINES[mine][:2], time)
        context.select_font_face(film.UI_BOLD)
        context.set_font_size(40)
        wide = context.text_extents(name).x_advance + 26
        sx, sy = (x - wide if align == "right" else x + wide), y - 24
        mx, my = (sx + tx) / 2, (sy + ty) / 2 + bend
        steps = 70
        context.new_path()
        for step in range(int(steps * share) + 1):
            context.line_to(*self.along(step / steps, sx, sy, mx, my, tx, ty))
        context.set_source_rgba(*COLOUR["migration"], 0.8 * bright)
        context.set_line_width(3)
        context.stroke()
        for light in range(5):
            place = (time * 0.075 + light / 5) % 1
            if place < share:
                px, py = self.along(place, sx, sy, mx, my, tx, ty)
                film.glow(context, px, py, 22, COLOUR["lamp-hot"], 0.9 * bright)
        words = during(time, begun - 0.2, 0.7) * (0.5 + 0.5 * bright)
        if not self.quiet:
            film.write(context, name, x, y - 10, 40, film.UI_BOLD, COLOUR["chalk"], words, align)

    @staticmethod
    def along(share, sx, sy, mx, my, tx, ty):
        rest = 1 - share
        return (rest * rest * sx + 2 * rest * share * mx + share * share * tx,
                rest * rest * sy + 2 * rest * share * my + share * share * ty)

    def lamps(self, context, time, again):
        for at, (name, (north, east, dx, dy, align)) in enumerate(MINES.items()):
            lit = 1.0 if again else during(time, 1.6 + at * 0.42, 0.7)
            x, y = self.spot(north, east, time)
            if lit <= 0:
                continue
            film.glow(context, x, y, 74, COLOUR["lamp"], 0.62 * lit)
            core = cairo.RadialGradient(x, y - 2, 1, x, y, 13)
            core.add_color_stop_rgb(0, *COLOUR["lamp-core"])
            core.add_color_stop_rgb(0.5, *COLOUR["lamp-hot"])
            core.add_color_stop_rgb(1, *COLOUR["lamp"])
            context.arc(x, y, 12 * lit, 0, 2 * math.pi)
            context.set_source(core)
            context.fill()
            film.write(context, name, x + dx, y + dy, 30, film.UI, COLOUR["ash"], lit, align)

    def year(self, context, time, again):
        if not again:
            film.poster(context, "Van overal", 92, 196, 128, alpha=1 - during(time, self.first.start - 0.8, 0.7))
        shown = [(begun, year) for begun, year in self.years if begun <= time + 0.01]
        if shown and (again or shown[-1][0] < self.treaty.start):
            begun, year = shown[-1]
            film.poster(context, year, 90, 208, 158, alpha=during(time, begun, 0.5))

    # The drawings

    def into(self, context, name, time, start, seconds, vanish, moves):
        """The camera goes into a drawing: near layers grow more than far ones."""
        share = clamp((time - start) / seconds)
        share = share * 0.82 + 0.18 * ease(share)
        *parts, grain = self.drawings[name]
        for surface, (begin, end, dx) in zip(parts, moves):
            scale = begin + (end - begin) * share
            x, y = vanish[0] * (1 - scale) + dx * (share - 0.5), vanish[1] * (1 - scale)
            film.show(context, surface, scale, x, y)
        film.show(context, grain, 1, 0, 0)

    def head(self, context, words, small, alpha):
        if alpha > 0.01:
            side = cairo.LinearGradient(0, 0, 0, 520)
            for at, share in ((0, 0.88), (0.45, 0.62), (1, 0)):
                side.add_color_stop_rgba(at, *COLOUR["coal"], share * alpha)
            context.set_source(side)
            context.rectangle(0, 0, WIDTH, HEIGHT)
            context.fill()
        width = film.poster(context, words, 92, 208, 158, alpha=alpha)
        film.write(context, small, 108 + width, 208, 42, film.UI, COLOUR["chalk"], alpha)

    def station(self, context, time, start):
        end = self.scenes[2][0]
        self.into(context, "station", time, start, end - start + 1.4, (880, 560), (
            (1.04, 1.05, 0), (1.05, 1.08, 6), (1.03, 1.19, -26), (1.04, 1.12, 14), (1.03, 1.09, 4), (1.03, 1.19, 22)))
        shown = during(time, self.treaty.start + 0.2, 0.8) * (1 - during(time, self.treaty.end + 2.2, 0.9))
        self.head(context, "303", "treinen uit Italië", shown)

    def barrack(self, context, time, start):
        end = self.scenes[3][0]
        self.into(context, "barrack", time, start, end - start + 1.4, (800, 700), (
            (1.04, 1.06, -20), (1.05, 1.15, -44), (1.06, 1.24, -90)))

    def shops(self, context, time, start):
        self.into(context, "shops", time, start, self.length - start, (900, 570), (
            (1.03, 1.06, 0), (1.03, 1.17, 0), (1.04, 1.24, 0), (1.04, 1.3, 10)))
        shown = during(time, self.today.start + 0.3, 0.8) * (1 - during(time, self.today.end + 1.4, 0.9))
        self.head(context, "De helft", "heeft wortels in een ander land", shown)

    def ambience(self, noise):
        """A steam train that slows down, a few quiet notes on an accordion's reeds, and a street in the evening."""
        rate = 48000
        size = int(self.length * rate)
        track = np.zeros(size, dtype=np.float32)
        hiss = np.fft.rfft(noise.standard_normal(size).astype(np.float32))
        tones = np.fft.rfftfreq(size, 1 / rate)

        def band(middle, wide):
            sound = np.fft.irfft(hiss * np.exp(-((np.log(np.maximum(tones, 1) / middle)) ** 2) / wide), size)
            return (sound / np.sqrt(np.mean(sound**2))).astype(np.float32)

        time = np.arange(size) / rate
        steam, murmur = band(700, 1.2), band(420, 0.35)
        start, end = self.scenes[1][0], self.scenes[2][0]
        at, gap = start + 0.4, 0.34
        while at < end - 0.4:
            loud = 0.055 * clamp((at - start) / 2) * clamp((end - at) / 3)
            first = int(at * rate)
            puff = np.exp(-np.arange(int(0.3 * rate)) / rate * 13) * loud
            track[first : first + puff.size] += (steam[first : first + puff.size] * puff)[: size - first]
            at += gap
            gap *= 1.035
        start, end = self.scenes[2][0], self.scenes[3][0]
        tune = [(0, 220.0), (1.1, 261.6), (2.2, 329.6), (3.6, 293.7), (4.7, 261.6), (5.8, 246.9), (7.2, 220.0)]
        for delay, pitch in tune:
            first, wide = int((start + 1.4 + delay) * rate), int(1.5 * rate)
            if first + wide > int((end + 0.8) * rate):
                break
            note = np.arange(wide) / rate
            shape = np.minimum(1, note / 0.16) * np.minimum(1, (note[-1] - note) / 0.4)
            reeds = sum(np.sin(2 * np.pi * pitch * beat * part * note) / part**1.7 for beat in (1, 1.004) for part in (1, 2, 3, 4, 5))
            track[first : first + wide] += (reeds * shape * 0.009).astype(np.float32)
        start = self.scenes[4][0]
        swell = np.clip((time - start) / 2.5, 0, 1) * (0.75 + 0.25 * np.sin(2 * np.pi * 0.31 * time) * np.sin(2 * np.pi * 0.13 * time))
        track += (murmur * swell * 0.02).astype(np.float32)
        return track
