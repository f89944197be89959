"""Draws the pictures of the village pack, in the kiosk's colours: content/village/make/drawings.py

Each drawing is a list of SVG elements, back to front, on a canvas of 1920 by 1080. Words in a drawing ("REPLACE ME")
are ordinary SVG text. Nothing but Python is needed; the same program gives the same files.
"""

import random
import sys
from pathlib import Path

MEDIA = Path(__file__).resolve().parent.parent / "media"
WIDTH, HEIGHT = 1920, 1080
COAL, CHALK, LAMP, HOT, CORE = "#12110F", "#F5F0E6", "#F2B134", "#FFD98A", "#FFE9B8"

NIGHT = [(0, "#0C1117"), (0.18, "#16232E"), (0.36, "#2B3F4B"), (0.48, "#4B5D60")]
DAWN = [(0, "#2A4A60"), (0.16, "#64858F"), (0.29, "#C9A37A"), (0.38, "#F2B06A"), (0.46, "#FFD795")]


class Drawing:
    """Elements, and the gradients that they name."""

    def __init__(self):
        self.parts, self.gradients = [], []

    def add(self, text):
        self.parts.append(text)

    def path(self, data, fill, more=""):
        self.add(f'<path d="{data}" fill="{fill}"{more}/>')

    def box(self, x, y, width, height, fill, more=""):
        self.add(f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" fill="{fill}"{more}/>')

    def upright(self, stops, top=0, bottom=HEIGHT):
        """A gradient from top to bottom; what to write as a fill."""
        return self.gradient(f'linearGradient x1="0" y1="{top:g}" x2="0" y2="{bottom:g}"', stops)

    def gradient(self, kind, stops):
        name = f"g{len(self.gradients)}"
        inner = "".join(
            f'<stop offset="{stop[0]}" stop-color="{stop[1]}"'
            + (f' stop-opacity="{stop[2]}"' if len(stop) > 2 else "")
            + "/>"
            for stop in stops
        )
        element = kind.split()[0]
        self.gradients.append(f'<{kind} id="{name}" gradientUnits="userSpaceOnUse">{inner}</{element}>')
        return f"url(#{name})"

    def glow(self, x, y, radius, strength=0.55, flat=1.0, colour=LAMP):
        """Light around a lamp. flat: its height over its width."""
        stops = [(0, colour, strength), (0.14, colour, round(strength * 0.6, 3)), (0.4, colour, round(strength * 0.24, 3)),
                 (0.7, colour, round(strength * 0.06, 3)), (1, colour, 0)]
        fill = self.gradient(
            f'radialGradient cx="{x:g}" cy="{y:g}" r="{radius:g}" '
            f'gradientTransform="translate(0 {y * (1 - flat):g}) scale(1 {flat:g})"', stops)
        self.add(f'<ellipse cx="{x:g}" cy="{y:g}" rx="{radius:g}" ry="{radius * flat:g}" fill="{fill}"/>')

    def words(self, x, y, text, size, fill, more=""):
        self.add(f'<text x="{x:g}" y="{y:g}" font-family="League Spartan, Noto Sans, sans-serif" font-weight="700" '
                 f'font-size="{size:g}" text-anchor="middle" letter-spacing="2" fill="{fill}"{more}>{text}</text>')

    def svg(self, grained=True):
        """With the dark at the edges and the grain that all pictures of the kiosk have; films are smaller without."""
        edge = self.gradient('radialGradient cx="960" cy="560" r="1260" gradientTransform="translate(0 202) scale(1 .64)"',
                             [(0, "#000", 0), (0.55, "#000", 0), (0.82, "#000", 0.26), (1, "#000", 0.66)])
        grain = ('<filter id="f" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB"><feTurbulence '
                 'type="fractalNoise" baseFrequency=".7" numOctaves="2" seed="7" stitchTiles="stitch"/><feColorMatrix '
                 'values="0 0 0 0 .96 0 0 0 0 .92 0 0 0 0 .84 1.5 1.1 0 0 -1.12"/></filter><filter id="b"><feGaussianBlur '
                 'stdDeviation="9"/></filter><pattern id="n" width="480" '
                 'height="480" patternUnits="userSpaceOnUse"><rect width="480" height="480" filter="url(#f)"/></pattern>')
        self.box(0, 0, WIDTH, HEIGHT, edge)
        if grained:
            self.box(0, 0, WIDTH, HEIGHT, "url(#n)", ' fill-opacity=".09"')
        return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" '
                f'height="{HEIGHT}">\n<defs>{"".join(self.gradients)}{grain}</defs>\n' + "\n".join(self.parts) + "\n</svg>\n")


def bricks(drawing, x, y, width, height, fill, brick=54, course=24, seed=3):
    """Joints and a few lighter bricks on a wall."""
    chance = random.Random(seed)
    lines, light = "", ""
    row = 0
    while row * course < height:
        top = y + row * course
        lines += f"M{x:g} {top:g}h{width:g}"
        at = x + (brick / 2 if row % 2 else 0)
        while at < x + width:
            lines += f"M{at:g} {top:g}v{min(course, y + height - top):g}"
            if chance.random() < 0.14 and at + brick < x + width and top + course < y + height:
                light += f"M{at + 2:g} {top + 2:g}h{brick - 4}v{course - 4}h{4 - brick}z"
            at += brick
        row += 1
    drawing.path(light, fill, ' fill-opacity=".5"')
    drawing.add(f'<path d="{lines}" fill="none" stroke="{fill}" stroke-opacity=".55" stroke-width="1.5"/>')


def pane(drawing, x, y, width, height, lit, columns=2, rows=2):
    """A window: bars before light, or before the dark."""
    if lit:
        fill = drawing.upright([(0, CORE), (0.3, HOT), (1, LAMP)], y, y + height)
    else:
        fill = drawing.upright([(0, "#2B3A44"), (1, "#171D21")], y, y + height)
    drawing.box(x - 5, y - 5, width + 10, height + 10, "#0B0A09")
    drawing.box(x, y, width, height, fill)
    bars = "".join(f"M{x + width * i / columns:g} {y:g}v{height:g}" for i in range(1, columns))
    bars += "".join(f"M{x:g} {y + height * i / rows:g}h{width:g}" for i in range(1, rows))
    drawing.add(f'<path d="{bars}" stroke="#0B0A09" stroke-width="4" fill="none"/>')


def house(drawing, x, width, eaves, ridge, ground, wall, edge, lit=(), seed=1):
    """A gabled front. lit: which of its windows burn, 0 to 4 from the top."""
    middle = x + width / 2
    roof = f"M{x - 14:g} {eaves:g}L{middle:g} {ridge:g}L{x + width + 14:g} {eaves:g}"
    chimney = x + width * 0.72
    drawing.box(chimney, ridge + 8, 34, (eaves - ridge) * 0.7, "#0F0E0D")
    drawing.path(f"{roof}V{ground:g}H{x - 14:g}z", "#0D0D0D")
    drawing.path(f"M{x:g} {eaves - 4:g}L{middle:g} {ridge + 22:g}L{x + width:g} {eaves - 4:g}V{ground:g}H{x:g}z", wall)
    bricks(drawing, x + 6, eaves, width - 12, ground - eaves, "#0B0A09", 44, 20, seed)
    drawing.add(f'<path d="{roof}" fill="none" stroke="{edge}" stroke-width="3" stroke-opacity=".7"/>')
    pane(drawing, middle - 22, ridge + (eaves - ridge) * 0.55, 44, 58, 0 in lit)
    for number, share in ((1, 0.27), (2, 0.73)):
        pane(drawing, x + width * share - 30, eaves + 28, 60, 84, number in lit)
    pane(drawing, x + width * 0.27 - 34, eaves + 168, 68, 92, 3 in lit)
    door = x + width * 0.73 - 34
    drawing.box(door - 5, ground - 145, 78, 145, "#0B0A09")
    drawing.box(door, ground - 140, 68, 140, "#1E2A2B")
    pane(drawing, door + 14, ground - 126, 40, 26, 4 in lit, 2, 1)


def tower(drawing, x, ground, fill, edge):
    """The church: a tower with a clock at five, a spire, a nave behind."""
    drawing.path(f"M{x + 40} {ground}V500L{x + 190} 410L{x + 460} 410V{ground}z", fill)
    drawing.path(f"M{x - 62} {ground}V300h-8v-14h18L{x} 40L{x + 52} 286h18v14h-8V{ground}z", fill)
    drawing.add(f'<path d="M{x - 52} 286L{x} 40v-40M{x - 14} 14h28M{x + 52} 286L{x} 40" stroke="{edge}" stroke-width="3" '
                'stroke-opacity=".75" fill="none"/>')
    drawing.add(f'<circle cx="{x}" cy="352" r="32" fill="#1A1815"/><circle cx="{x}" cy="352" r="32" fill="none" '
                f'stroke="{CHALK}" stroke-opacity=".65" stroke-width="3"/><path d="M{x} 352v-24M{x} 352l9.500 16" '
                f'stroke="{CHALK}" stroke-width="4" stroke-linecap="round" stroke-opacity=".85"/>')
    for side in (-24, 10):
        drawing.path(f"M{x + side} 470v-44q7-16 14 0v44z", "#0B0D10")


def street(drawing, ground, light, dawn):
    """Cobbles down to the edge of the picture; light lies on them."""
    stops = [(0, "#8A7458"), (0.3, "#453C32"), (1, "#12110F")] if dawn else [(0, "#23282A"), (0.3, "#171816"), (1, "#0B0B0A")]
    drawing.box(0, ground, WIDTH, HEIGHT - ground, drawing.upright(stops, ground))
    chance = random.Random(11)
    rows = ""
    y, step = ground + 8.0, 9.0
    while y < HEIGHT:
        x = -chance.random() * 60
        while x < WIDTH:
            wide = step * (2.6 + chance.random() * 1.6)
            rows += f"M{x:.0f} {y:.0f}q{wide / 2:.0f} {-step / 2.4:.0f} {wide:.0f} 0"
            x += wide + step * 0.5
        y += step
        step *= 1.16
    drawing.add(f'<path d="{rows}" fill="none" stroke="{"#8A7A62" if dawn else "#5C6468"}" stroke-opacity=".3" stroke-width="2"/>')
    for x, width, strength in light:
        fill = drawing.upright([(0, HOT, 0.62 * strength), (0.4, LAMP, 0.25 * strength), (1, LAMP, 0)], ground, ground + 300)
        drawing.path(f"M{x:g} {ground}h{width:g}l{width * 0.5:g} 300h{-width * 2:g}z", fill, ' filter="url(#b)"')


def sky(drawing, stops, stars):
    drawing.box(0, 0, WIDTH, HEIGHT, drawing.upright(stops))
    chance = random.Random(5)
    dots = ""
    for _ in range(stars):
        x, y, size = chance.random() * WIDTH, chance.random() ** 1.5 * 480, 0.8 + chance.random() * 1.3
        dots += f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size:.1f}" fill-opacity="{0.25 + chance.random() * 0.5:.2f}"/>'
    if stars:
        drawing.add(f'<g fill="#DDE2DC">{dots}</g>')
        drawing.path("M392 118a62 62 0 1 0 58 84a50 50 0 1 1-58-84z", CHALK, ' fill-opacity=".9"')


def shop(drawing, x, ground, lit):
    """The bakery: a wide house with a shop window, its light and a board over it."""
    house(drawing, x, 330, 428, 232, ground, drawing.upright([(0, "#2E2926"), (1, "#4A3A2A" if lit else "#332C27")], 232, ground),
          HOT if lit else "#9AA6A8", (), 8)
    drawing.box(x + 6, ground - 182, 318, 182, "#1A1613")
    pane(drawing, x + 26, ground - 130, 184, 104, lit, 3, 1)
    if lit:
        loaves = "".join(f"M{x + 34 + i * 35:g} {ground - 28}q0-24 14-24t14 24z" for i in range(5))
        drawing.path(loaves, "#6B3E15")
    pane(drawing, x + 240, ground - 128, 58, 128, lit, 1, 2)
    drawing.path(f"M{x + 8:g} {ground - 150}h314l14 24h-342z", "#7A4334" if lit else "#4B3A38")
    drawing.path("".join(f"M{x + 8 + i * 62.800:g} {ground - 150}h31.400l1 24h-34z" for i in range(5)), "#D8CDBB" if lit else "#8E8A82")
    drawing.box(x + 20, ground - 182, 290, 28, "#0F0D0B")
    drawing.words(x + 165, ground - 160, "YOUR VILLAGE", 22, HOT if lit else "#B9B0A3")


# The fronts along the street: left edge, width, eaves, ridge, seed. The bakery stands at 1010.
FRONTS = [(-70, 250, 470, 330, 2), (196, 230, 430, 262, 3), (444, 270, 490, 350, 4), (732, 250, 452, 288, 5),
          (1366, 240, 474, 332, 6), (1622, 260, 440, 282, 7)]


def village(lit=1, dawn=False):
    """The street by night or at dawn. lit: how many windows burn, the bakery's first."""
    drawing, ground = Drawing(), 742
    sky(drawing, DAWN if dawn else NIGHT, 0 if dawn else 90)
    if dawn:
        drawing.glow(1500, 640, 900, 0.75, 0.8, "#FFD28A")
    far = "#3C4A50" if dawn else "#182229"
    drawing.path("M0 742V560Q180 500 380 560T800 540T1240 560T1640 520T1920 560V742z", far)
    tower(drawing, 722, ground, "#4A4A48" if dawn else "#18242C", "#FFE3B0" if dawn else "#6D808A")
    order = [(3, 3), (1, 1), (5, 2), (4, 0), (2, 1), (0, 2)]  # which front's which window lights up, one after the other
    lights = [(1036, 184, 1.0)] if lit else []
    for number, (x, width, eaves, ridge, seed) in enumerate(FRONTS):
        wall = drawing.upright([(0, "#4A423B"), (1, "#33302C")] if dawn else [(0, "#20272B"), (1, "#171817")], ridge, ground)
        burning = [window for front, window in order[: max(0, lit - 1)] if front == number]
        house(drawing, x, width, eaves, ridge, ground, wall, "#FFCB72" if dawn else "#51606A", burning, seed)
        for window in burning:
            left = x + width * (0.5 if window == 0 else 0.73 if window == 2 else 0.27)
            drawing.glow(left, eaves + (70 if window in (1, 2) else 210 if window == 3 else -40), 190, 0.4)
            lights.append((left - 30, 60, 0.35))
    shop(drawing, 1010, ground, lit > 0)
    street(drawing, ground, lights, dawn)
    if lit:
        drawing.glow(1130, 672, 560, 0.6, 0.7)
    if dawn:
        drawing.add('<g transform="translate(1400 640) scale(.74)">')
        bicycle(drawing, 0, 0)
        drawing.add("</g>")
        birds = "".join(f"M{x} {y}q14-12 22 0q8-12 22 0" for x, y in ((1240, 150), (1330, 110), (1390, 186), (1520, 140)))
        drawing.add(f'<path d="{birds}" fill="none" stroke="#22303A" stroke-width="5" stroke-linecap="round"/>')
    return drawing


def bicycle(drawing, x, y):
    """A delivery bicycle with a basket of bread, against the light."""
    ink = ' fill="none" stroke="#0D0B0A" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"'
    rim = ' fill="none" stroke="#FFCB72" stroke-width="2.500" stroke-opacity=".8"'
    for wheel in (x, x + 250):
        drawing.add(f'<circle cx="{wheel}" cy="{y + 92}" r="78"{ink}/><circle cx="{wheel}" cy="{y + 92}" r="83"{rim}/>')
    frame = (f"M{x} {y + 92}L{x + 70} {y - 22}H{x + 206}L{x + 118} {y + 92}zL{x + 62} {y - 44}M{x + 250} {y + 92}L{x + 198} {y - 62}"
             f"q-6-20 22-22h20M{x + 36} {y - 48}h54")
    drawing.add(f'<path d="{frame}"{ink}/>')
    drawing.path(f"M{x + 214} {y - 52}h130l-14 74h-102z", "#2A1D12")
    drawing.add(f'<path d="M{x + 214} {y - 52}h130M{x + 220} {y - 30}h118M{x + 226} {y - 8}h106"{rim}/>')
    for i, lean in enumerate((-24, -6, 10, 30)):
        drawing.add(f'<path d="M{x + 240 + i * 24} {y - 50}l{lean} -66" stroke="{("#C98A3C", "#A96A28")[i % 2]}" stroke-width="20" stroke-linecap="round"/>')


def bakery():
    """The shop window from the street, the baker behind it, and a board that waits for a name."""
    drawing, ground = Drawing(), 846
    drawing.box(0, 0, WIDTH, HEIGHT, drawing.upright([(0, "#17130F"), (0.6, "#2E241B"), (1, "#16120F")]))
    bricks(drawing, 0, 0, WIDTH, ground, "#0B0A09", 78, 34, 9)
    drawing.glow(960, 470, 1150, 0.42, 0.62)
    drawing.box(300, 128, 1320, 718, "#120F0C")
    drawing.box(300, 128, 1320, 108, "#1B1712", f' stroke="{LAMP}" stroke-opacity=".5" stroke-width="3"')
    drawing.words(960, 203, "YOUR PICTURE HERE", 66, HOT)
    inside = drawing.upright([(0, "#FFE3A6"), (0.45, "#F8C25C"), (1, "#C97F2A")], 270, 716)
    drawing.box(346, 270, 826, 446, inside)
    shelves(drawing)
    baker(drawing, 800, 716)
    lamp_over(drawing, 484, 270)
    drawing.add('<path d="M346 270h826v446h-826zM621 270v446M897 270v446" fill="none" stroke="#120F0C" stroke-width="12"/>')
    drawing.box(322, 716, 874, 130, drawing.upright([(0, "#3A2B1D"), (1, "#1B1510")], 716, 846))
    drawing.add('<path d="M352 746h240v72h-240zM640 746h240v72h-240zM928 746h240v72h-240z" fill="none" stroke="#0E0B09" stroke-width="5"/>')
    drawing.box(1250, 270, 320, 576, "#241A12")
    drawing.box(1286, 306, 248, 330, inside)
    drawing.add('<path d="M1286 306h248v330h-248zM1410 306v330M1286 470h248" fill="none" stroke="#120F0C" stroke-width="9"/>')
    drawing.add(f'<circle cx="1276" cy="690" r="11" fill="{HOT}"/>')
    drawing.box(1360, 500, 100, 64, CHALK)
    drawing.words(1410, 543, "OPEN", 32, COAL)
    street(drawing, ground, [(360, 800, 1.0), (1290, 240, 0.8)], False)
    return drawing


def shelves(drawing):
    """Loaves in rows, against the light of the shop."""
    for y, count, width in ((420, 11, 62), (530, 9, 76)):
        drawing.box(346, y, 826, 12, "#5B3512")
        loaf = "".join(f"M{360 + i * (800 / count):.0f} {y}q2-{width * 0.62:.0f} {width / 2:g}-{width * 0.62:.0f}t{width / 2:g} {width * 0.62:.0f}z"
                       for i in range(count))
        drawing.path(loaf, "#9A5A1E")
        cuts = "".join(f"M{360 + i * (800 / count) + width * 0.34:.0f} {y - width * 0.4:.0f}l12-12m6 16l12-14" for i in range(count))
        drawing.add(f'<path d="{cuts}" stroke="#F3C878" stroke-width="4" stroke-linecap="round"/>')


def baker(drawing, x, ground):
    """Someone with a cap and a tray; no face, so that it is nobody."""
    drawing.path(f"M{x - 104} {ground}q-4-168 20-196q20-24 62-28v-40h44v40q42 4 62 28q24 28 20 196z", "#2E1C0E")
    drawing.path(f"M{x - 50} {ground}v-176q50 16 100 0v176z", "#EADFC8")
    drawing.add(f'<ellipse cx="{x}" cy="{ground - 272}" rx="38" ry="46" fill="#2E1C0E"/>')
    drawing.path(f"M{x - 44} {ground - 284}v-30q-34-10-18-46q12-26 40-16q22-30 48-2q32-8 36 22q6 32-18 42v30q-44-14-88 0z", "#F1E7D2")
    drawing.path(f"M{x - 104} {ground - 150}q-26 34-18 54l76 6l4-30l-40-8zM{x + 104} {ground - 150}q26 34 18 54l-76 6l-4-30l40-8z", "#2E1C0E")
    for i in range(4):
        drawing.path(f"M{x - 136 + i * 70} {ground - 104}q0-40 31-40t31 40z", ("#B8702A", "#9A5A1E")[i % 2])
    drawing.path(f"M{x - 154} {ground - 106}h308l-12 18h-284z", "#1C1108")


def lamp_over(drawing, x, top):
    drawing.add(f'<path d="M{x} {top}v58" stroke="#120F0C" stroke-width="5"/>')
    drawing.path(f"M{x - 50} {top + 92}q4-36 50-36t50 36z", "#120F0C")
    drawing.add(f'<circle cx="{x}" cy="{top + 96}" r="15" fill="#FFF4D8"/>')
    drawing.glow(x, top + 96, 300, 0.6, 1, CORE)


def oven():
    """The mouth of a bread oven, a loaf on its peel, and a sack of flour that says what to do."""
    drawing = Drawing()
    drawing.box(0, 0, WIDTH, HEIGHT, drawing.upright([(0, "#120E0B"), (0.7, "#3A2417"), (1, "#120E0B")]))
    bricks(drawing, 0, 0, WIDTH, 830, "#0B0907", 92, 40, 14)
    drawing.glow(1010, 520, 900, 0.6, 0.75, "#E4694A")
    arch = "M{0} 700V{1}Q{0} {2} 1010 {2}T{3} {1}V700z"
    drawing.path(arch.format(640, 520, 200, 1380), "#1B120D")
    stones = "".join(f'<path d="M1010 560L1010 214" stroke="#0B0907" stroke-width="6" transform="rotate({turn} 1010 540)"/>'
                     for turn in range(-78, 79, 13))
    drawing.add(stones)
    fire = drawing.gradient('radialGradient cx="1010" cy="640" r="330"',
                            [(0, "#FFF1CC"), (0.22, HOT), (0.5, LAMP), (0.78, "#C9532E"), (1, "#4A1A0E")])
    drawing.path(arch.format(724, 540, 288, 1296), fire)
    drawing.path("M800 700q-20-80 40-150q-4 60 34 80q-6-110 70-190q0 90 52 120q10-60 54-96q-6 90 52 120q8-30 4-54q70 70 30 170z", "#FFE9B8",
                 ' fill-opacity=".55"')
    drawing.box(600, 700, 820, 46, "#241811")
    drawing.box(600, 700, 820, 6, LAMP, ' fill-opacity=".7"')
    # The peel comes out of the fire with one loaf on it.
    drawing.path("M790 690L1190 690L1240 742H740z", "#6B4522")
    drawing.path("M950 742L1030 742L1120 1080H900z", drawing.upright([(0, "#7A4F28"), (1, "#20150C")], 742, HEIGHT))
    drawing.path("M838 700q6-104 172-104t172 104q-172 30-344 0z", drawing.upright([(0, "#D9933F"), (1, "#7A431A")], 596, 712))
    drawing.add(f'<path d="M900 664l52-44M966 672l62-52M1040 674l62-48" stroke="{CORE}" stroke-width="9" stroke-linecap="round"/>')
    sack(drawing, 356, 846)
    drawing.box(0, 846, WIDTH, 234, drawing.upright([(0, "#2A1C12"), (1, "#0C0907")], 846), ' fill-opacity=".96"')
    drawing.path("M900 846h220l70 234h-330z", drawing.upright([(0, "#5A3A1D"), (1, "#1A110A")], 846))
    rack(drawing, 1520, 846)
    return drawing


def sack(drawing, x, ground):
    cloth = drawing.gradient(f'linearGradient x1="{x - 190}" y1="0" x2="{x + 190}" y2="0"', [(0, "#3A3026"), (0.6, "#8C7A5E"), (1, "#D9B678")])
    drawing.path(f"M{x - 168} {ground}q-46-180 8-372q160 34 320 0q54 192 8 372z", cloth)
    drawing.add(f'<ellipse cx="{x}" cy="{ground - 372}" rx="164" ry="42" fill="#5A4A36"/>'
                f'<ellipse cx="{x}" cy="{ground - 376}" rx="140" ry="30" fill="#1A130D"/>')
    drawing.path(f"M{x - 136} {ground - 372}q40-62 136-64t136 64q-136 50-272 0z", "#E9DFCB")
    drawing.path(f"M{x - 166} {ground - 372}q0 42 166 42t166-42l6 34q-20 42-172 42t-172-42z", cloth)
    drawing.words(x, ground - 176, "REPLACE", 62, "#2A2018")
    drawing.words(x, ground - 106, "ME", 62, "#2A2018")


def rack(drawing, x, ground):
    """Bread that cools on three shelves."""
    for y in (ground - 330, ground - 220, ground - 110):
        for i in range(3):
            drawing.path(f"M{x + 22 + i * 84} {y}q2-54 38-54t38 54z", ("#7A451B", "#8F5420", "#6B3B17")[i])
        drawing.box(x, y, 286, 12, "#1C120B")
    drawing.box(x - 6, ground - 400, 14, 400, "#120C08")
    drawing.box(x + 278, ground - 400, 14, 400, "#120C08")


def chair():
    """A table with a lamp and a microphone, and a chair on which no one sits yet."""
    drawing = Drawing()
    drawing.box(0, 0, WIDTH, HEIGHT, drawing.upright([(0, "#14110E"), (0.7, "#2B2119"), (1, "#15110D")]))
    drawing.box(300, 150, 330, 420, "#0B0A09")
    drawing.box(318, 168, 294, 384, drawing.upright(NIGHT, 168, 720))
    drawing.path("M318 552v-90l70-58l64 52l40-150l22 130l98 40v76z", "#0F161B")
    drawing.box(402, 492, 16, 22, HOT)
    drawing.add('<path d="M465 168v384M318 360h294" stroke="#0B0A09" stroke-width="12"/>')
    drawing.path("M262 120q60 300 10 520h60q40-260 24-520zM668 120q-60 300-10 520h-60q-40-260-24-520z", "#2A2A26")
    drawing.box(236, 108, 460, 14, "#0F0E0D")
    drawing.glow(1200, 470, 1000, 0.5, 0.8)
    drawing.path("M1112 372L816 812H1640L1288 372z", drawing.upright([(0, HOT, 0.4), (1, LAMP, 0)], 372, 812))
    seat = drawing.gradient('linearGradient x1="560" y1="0" x2="960" y2="0"', [(0, "#3A2716"), (0.7, "#8A5A2A"), (1, "#C98A3C")])
    drawing.add(f'<path d="M690 980V400q0-26 26-30l190-20q30 0 30 30v600M690 700h250M690 700l-60 290" fill="none" stroke="{seat}" stroke-width="26" stroke-linecap="round" stroke-linejoin="round"/>')
    drawing.path("M700 408l224-22v60l-224 20zM702 500l222-18v52l-222 16z", seat)
    drawing.path("M652 690h308l36 44h-376z", seat)
    drawing.path("M1000 690h760l70 52h-900z", drawing.upright([(0, "#B67A38"), (1, "#6B4522")], 690, 742))
    drawing.box(930, 742, 900, 40, "#3A2514")
    drawing.path("M990 782h40l-10 298h-30zM1720 782h40v298h-30z", "#241709")
    drawing.add('<path d="M1200 0v300" stroke="#0B0A09" stroke-width="6"/>')
    drawing.path("M1080 380q10-90 120-90t120 90z", "#1C2A2B")
    drawing.add(f'<ellipse cx="1200" cy="380" rx="120" ry="14" fill="{CORE}"/>')
    drawing.glow(1200, 390, 330, 0.75, 0.7, CORE)
    microphone(drawing, 1180, 700)
    drawing.path("M1420 690l22-120h190l22 120z", CHALK)
    drawing.words(1537, 628, "YOUR", 40, COAL)
    drawing.words(1537, 670, "VOICE", 40, COAL)
    drawing.path("M1344 694q-4-60 6-62h56q10 2 6 62z", "#7FA6A8")
    drawing.add('<path d="M1412 648q30-4 26 20t-30 14" fill="none" stroke="#7FA6A8" stroke-width="9"/>')
    return drawing


def microphone(drawing, x, ground):
    drawing.path(f"M{x - 64} {ground + 12}q0-24 64-24t64 24z", "#0F0E0D")
    drawing.add(f'<path d="M{x} {ground - 10}v-70" stroke="#0F0E0D" stroke-width="11"/>')
    drawing.add(f'<path d="M{x - 58} {ground - 196}v52q0 58 58 58t58-58v-52" fill="none" stroke="#0F0E0D" stroke-width="9"/>')
    body = drawing.gradient(f'linearGradient x1="{x - 44}" y1="0" x2="{x + 44}" y2="0"', [(0, "#3A3F40"), (0.45, "#B9B0A3"), (1, "#2B2A28")])
    drawing.add(f'<rect x="{x - 42}" y="{ground - 264}" width="84" height="154" rx="42" fill="{body}"/>')
    drawing.add(f'<path d="M{x - 40} {ground - 230}h80M{x - 42} {ground - 206}h84M{x - 42} {ground - 182}h84M{x - 42} {ground - 158}h84" stroke="#12110F" stroke-width="6"/>')


DRAWINGS = {"street-by-night": village, "street-at-dawn": lambda: village(0, True), "bakery": bakery, "oven": oven, "chair": chair}

if __name__ == "__main__":
    for name, draw in DRAWINGS.items():
        if len(sys.argv) < 2 or name in sys.argv[1:]:
            (MEDIA / f"{name}.svg").write_text(draw().svg(), encoding="utf-8")
