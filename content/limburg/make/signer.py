"""A stand-in for the sign language interpreter: a quiet figure whose hands do not sign. It is marked in the item."""

import math

import film
from film import COLOUR, cairo

WIDE, TALL = 480, 584


def hand(context, x, y, side, lift):
    """An open hand, at rest."""
    context.save()
    context.translate(x, y)
    context.scale(side, 1)
    context.rotate(-0.22 + lift * 0.04)
    context.move_to(-26, 34)
    context.curve_to(-34, 4, -30, -20, -22, -34)
    context.line_to(24, -34)
    context.curve_to(32, -14, 34, 8, 22, 34)
    context.close_path()
    context.fill()
    context.set_line_cap(cairo.LINE_CAP_ROUND)
    context.set_line_width(13)
    for at, (dx, up) in enumerate(((-19, 78), (-6, 90), (8, 86), (20, 70))):
        context.move_to(dx, -30)
        context.line_to(dx * 1.35, -up + (1.5 * lift if at % 2 else 0))
        context.stroke()
    context.set_line_width(15)
    context.move_to(-24, 10)
    context.line_to(-52, -24)
    context.stroke()
    context.restore()


def draw(context, time):
    ground = cairo.LinearGradient(0, 0, 0, TALL)
    ground.add_color_stop_rgb(0, *film.rgb("#26313A"))
    ground.add_color_stop_rgb(1, *film.rgb("#161514"))
    context.set_source(ground)
    context.paint()
    breath = math.sin(time * 2 * math.pi / 5.2)
    context.set_source_rgb(*film.rgb("#0F0E0D"))
    context.move_to(60, TALL)
    context.curve_to(70, 380 - breath * 3, 120, 330 - breath * 3, 200, 312 - breath * 3)
    context.line_to(280, 312 - breath * 3)
    context.curve_to(360, 330 - breath * 3, 410, 380 - breath * 3, 420, TALL)
    context.close_path()
    context.fill()
    skin = film.mix_colours(COLOUR["ash"], COLOUR["coal"], 0.35)
    context.set_source_rgb(*film.mix_colours(skin, COLOUR["coal"], 0.25))
    context.rectangle(212, 250 - breath * 2, 56, 74)
    context.fill()
    context.set_source_rgb(*skin)
    context.save()
    context.translate(240, 190 - breath * 2)
    context.scale(0.78, 1)
    context.arc(0, 0, 92, 0, 2 * math.pi)
    context.restore()
    context.fill()
    context.set_source_rgb(*film.rgb("#0F0E0D"))
    context.save()
    context.translate(240, 172 - breath * 2)
    context.scale(0.84, 1)
    context.arc(0, 0, 94, math.pi * 1.02, math.pi * 1.98)
    context.restore()
    context.fill()
    context.set_source_rgb(*skin)
    hand(context, 158, 470 + breath * 3, 1, breath)
    hand(context, 322, 470 + breath * 3, -1, breath)
    # The word-less mark of a stand-in: an empty, dashed frame.
    context.set_source_rgb(*COLOUR["ash"])
    context.set_line_width(5)
    context.set_dash([26, 18])
    context.rectangle(16, 16, WIDE - 32, TALL - 32)
    context.stroke()
    context.set_dash([])


def make(out, length):
    encoder = film.Encoder(out, width=WIDE, height=TALL, quality=26)
    for frame in range(int(round(length * film.RATE))):
        draw(cairo.Context(encoder.surface), frame / film.RATE)
        encoder.frame()
    encoder.close()
