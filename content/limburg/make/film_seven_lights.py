"""Seven lights: the years of the seven mines as panes of cast glass, a lamp on each mine that works in the year."""

import numpy as np

import film
from film import COLOUR, HEIGHT, WIDTH, cairo, clamp, during, pane, path_of

FIRST, LAST = 1917, 1992
# name, year of the first coal, year of the end (the day within the year as a fraction), what the row says after it
MINES = [
    ("Winterslag", 1917.0, 1988.25),
    ("Beringen", 1922.0, 1989.82),
    ("Eisden", 1922.7, 1987.96),
    ("Waterschei", 1924.0, 1987.69),
    ("Zwartberg", 1925.0, 1966.75),
    ("Zolder", 1930.0, 1992.75),
    ("Houthalen", 1939.0, 1964.0),
]
LEFT, STEP, TOP, ROW, TALL, WIDE = 396, 18.72, 268, 63, 47, 14.6


class SevenLights:
    LEAD, QUALITY = 2.0, 33

    def __init__(self, lines, length):
        self.length, self.quiet = length, False  # quiet: a still without words, for the poster
        said = {line.words["nl"][:12]: line for line in lines}
        first, second = said["In 1917 verk"], said["Vijf jaar la"]
        begin, seven = said["Zolder begin"], said["Nu branden e"]
        peak, joined = said["In 1956 komt"], said["In 1964 gaat"]
        closing, last, total = said["Waterschei e"], said["Op 30 septem"], said["Samen haalde"]
        self.total = total.start
        self.peak = peak
        self.keys = [
            (first.start - 0.4, 1917.0), (first.end, 1917.9), (second.start, 1920.4), (second.start + 1.8, 1922.2),
            (second.end, 1925.9), (begin.start, 1929.2), (begin.start + 1.9, 1930.6), (begin.end, 1939.6),
            (seven.end, 1945.5), (peak.start + 0.9, 1956.0), (peak.end + 3.2, 1956.9), (joined.start + 0.9, 1964.0),
            (joined.end, 1966.9), (closing.start - 0.6, 1984.0), (closing.start + 2.4, 1987.9), (closing.end, 1989.95),
            (last.start + 1.2, 1991.6), (last.end, 1992.75),
            (last.end + 0.4, 1992.76), (last.end + 2.0, 1993.7),
        ]
        self.still = peak.start + 1.4
        self.back = self.make_back()
        self.lit = cairo.ImageSurface(cairo.FORMAT_ARGB32, WIDTH, HEIGHT)
        self.lit_until = {}

    def spot(self, row, year):
        return LEFT + (year - FIRST) * STEP, TOP + row * ROW

    def make_back(self):
        surface = cairo.ImageSurface(cairo.FORMAT_RGB24, WIDTH, HEIGHT)
        context = cairo.Context(surface)
        film.fill(context, COLOUR["coal"])
        warm = cairo.LinearGradient(0, 0, 0, HEIGHT)
        warm.add_color_stop_rgba(0, *film.rgb("#161514"), 1)
        warm.add_color_stop_rgba(0.62, *COLOUR["coal"], 1)
        warm.add_color_stop_rgba(1, *film.rgb("#0B0A09"), 1)
        context.set_source(warm)
        context.paint()
        dark = film.mix_colours(COLOUR["coal"], COLOUR["mines"], 0.13)
        for row, (_, start, end) in enumerate(MINES):
            for year in range(FIRST, LAST + 1):
                x, y = self.spot(row, year)
                works = int(start) <= year <= int(end) and year < end
                context.set_source_rgb(*(film.mix_colours(COLOUR["coal"], COLOUR["mines"], 0.24) if works else film.mix_colours(COLOUR["coal"], dark, 0.55)))
                pane(context, x, y, WIDE, TALL, (row, year).__repr__())
        for year in range(1920, 1991, 10):
            x, _ = self.spot(0, year)
            film.write(context, str(year), x + WIDE / 2, TOP + 7 * ROW + 30, 27, film.UI, COLOUR["off"], align="middle")
        return surface

    def light(self, year):
        """Adds the panes reached since the last frame to the lit ones."""
        context = cairo.Context(self.lit)
        for row, (_, start, end) in enumerate(MINES):
            upto = min(year, end - 0.001)
            at = self.lit_until.get(row, int(start))
            while at <= upto and upto >= start:
                x, y = self.spot(row, at)
                pane(context, x, y, WIDE, TALL, (row, at).__repr__(), COLOUR["mines"])
                at += 1
            self.lit_until[row] = at

    def draw(self, context, time):
        year = path_of(self.keys, time)
        started = time >= self.keys[0][0]
        if started:
            self.light(year)
        film.show(context, self.back, 1, 0, 0)
        context.set_source_surface(self.lit, 0, 0)
        context.paint()
        self.reflect(context)
        ended = during(time, self.total - 0.8, 2.0)
        for row, (name, start, end) in enumerate(MINES):
            self.row(context, year, started, row, name, start, end, ended)
        if self.quiet:
            return
        self.words(context, time, year, started, ended)
        dark = 1 - during(time, 0, 1.4) + during(time, self.length - 1.6, 1.4)
        if dark > 0.003:
            film.fill(context, film.rgb("#0B0A09"), clamp(dark))

    def reflect(self, context):
        """The light of the panes on the floor, as in a church."""
        floor = TOP + 7 * ROW + 58
        context.save()
        context.rectangle(0, floor, WIDTH, HEIGHT - floor)
        context.clip()
        context.translate(0, floor)
        context.scale(1, -0.6)
        context.translate(0, -(TOP + 7 * ROW))
        context.set_source_surface(self.lit, 0, 0)
        context.get_source().set_filter(cairo.FILTER_BILINEAR)
        fade = cairo.LinearGradient(0, TOP + 7 * ROW, 0, TOP + 2 * ROW)
        fade.add_color_stop_rgba(0, 0, 0, 0, 0.17)
        fade.add_color_stop_rgba(1, 0, 0, 0, 0)
        context.mask(fade)
        context.restore()

    def row(self, context, year, started, row, name, start, end, ended):
        _, y = self.spot(row, FIRST)
        opened = started and year >= start
        closed = year >= end
        bright = 0.34 if not opened else 1.0 if not closed else 0.62
        film.write(context, name, 96, y + TALL / 2 + 13, 37, film.UI_BOLD, COLOUR["chalk"], max(bright, ended))
        if not opened:
            return
        age = clamp((year - start) / 0.9)
        out = 1 - clamp((year - end) / 0.9) if closed else 1.0
        strength = age * out * (1 - ended if not closed else 1)
        if strength > 0.01:
            x, _ = self.spot(row, min(year, end - 0.2))
            film.glow(context, x + WIDE / 2, y + TALL / 2, 84 * (0.7 + 0.3 * age), COLOUR["lamp"], 0.5 * strength)
            context.arc(x + WIDE / 2, y + TALL / 2, 16.5 * strength, 0, 6.2832)
            core = cairo.RadialGradient(x + WIDE / 2, y + TALL / 2 - 3, 1, x + WIDE / 2, y + TALL / 2, 17)
            core.add_color_stop_rgb(0, *COLOUR["lamp-core"])
            core.add_color_stop_rgb(0.4, *COLOUR["lamp-hot"])
            core.add_color_stop_rgb(1, *COLOUR["lamp"])
            context.set_source(core)
            context.fill()
        if closed:
            x, _ = self.spot(row, int(end - 0.01) + 1)
            if x < WIDTH - 400:  # elsewhere the axis says it
                film.write(context, f"tot {int(end)}", x + 16, y + TALL / 2 + 10, 29, film.UI, COLOUR["ash"], clamp((year - end) / 0.7))

    def words(self, context, time, year, started, ended):
        opening = 1 - during(time, self.keys[0][0] - 0.3, 0.7)
        context.rectangle(96, 74, 76, 6.5)
        context.set_source_rgba(*COLOUR["mines"], 1)
        context.fill()
        film.poster(context, "Zeven mijnen", 92, 196, 128, alpha=opening)
        counting = (1 - opening) * (1 - ended)
        film.poster(context, str(min(LAST, int(year))), 90, 208, 158, alpha=counting)
        number = during(time, self.peak.start + 1.2, 0.8) * (1 - during(time, self.peak.end + 4.0, 0.8))
        if number > 0:
            film.poster(context, "10,5 miljoen ton", 1824, 176, 84, alpha=number, align="right")
            film.write(context, "kolen in één jaar", 1824, 222, 33, film.UI, COLOUR["ash"], number, "right")
        film.poster(context, "Meer dan 400 miljoen ton", 92, 190, 112, alpha=ended)

    def ambience(self, noise):
        """A soft struck glass when a lamp lights, a low one when it goes out."""
        rate = 48000
        track = np.zeros(int(self.length * rate), dtype=np.float32)
        times = np.arange(0, self.length, 0.02)
        years = [path_of(self.keys, time) for time in times]

        def strike(at, pitch, loud):
            time = np.arange(int(2.6 * rate)) / rate
            tone = sum(np.sin(2 * np.pi * pitch * ratio * time) * np.exp(-time * fade) * share
                       for ratio, fade, share in ((1, 2.0, 1.0), (2.76, 3.4, 0.35), (5.4, 6.0, 0.14)))
            tone *= np.minimum(1, time / 0.006) * loud
            first = int(at * rate)
            track[first : first + tone.size] += tone[: track.size - first]

        for row, (_, start, end) in enumerate(MINES):
            opened = next(time for time, year in zip(times, years) if year >= start and time >= self.keys[0][0])
            closed = next((time for time, year in zip(times, years) if year >= end), None)
            strike(opened, (392, 440, 494, 587, 659, 740, 880)[row], 0.035)
            if closed is not None:
                strike(closed, (392, 440, 494, 587, 659, 740, 880)[row] / 4, 0.05)
        return track
