"""Random figures of every kind, drawn and described: run as a program, since a fault in
plotext would end the process and not raise.

    python random_figures.py SEED COUNT
"""

from __future__ import annotations

import json
import math
import random
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from wcwidth import wcswidth

from mlmath_tutor import figspec
from mlmath_tutor.figspec import Values
from mlmath_tutor.render.figures import Palette, describe, draw, wanted_rows

WORDS = (
    "", "x", "loss", "有病率 π（対数目盛）", "θ̂ₙ", "한국어", "👩‍🔬 data", "e\u0301te\u0301",
    "a" * 90, "誤差" * 30, "+", "½", "−1", "\u200b", "が\u3099か\u3099", "\u0302", "n\u0303o\u0308",
    "2.5×10⁻⁴", "عربي", "ｶﾞｲﾄﾞ", "🇯🇵", "⣿▀", "👍🏽", "क्षि", "ᄒᆞᆫ", "❤️",
)  # fmt: skip
DARK = Palette(
    (21, 32, 28), (223, 229, 218), (157, 176, 166), (111, 138, 125), (165, 216, 234),
    (244, 211, 115), (148, 219, 155), (247, 165, 152),
    ((157, 176, 166), (198, 207, 198), (227, 185, 143), (201, 182, 240)),
)  # fmt: skip
BARE = replace(DARK, braille=False)
HARD = (0.0, -0.0, 1e-320, 1e-12, 1.0, -1.0, 1e5, -1e9, 1e15, 1e299, -1e300, math.nan, math.inf)


def number(rng: random.Random) -> float:
    kind = rng.random()
    if kind < 0.75:
        return rng.uniform(-3, 3)
    return rng.choice(HARD) if kind < 0.9 else rng.uniform(-1, 1) * 10 ** rng.uniform(-20, 20)


def row(rng: random.Random, count: int) -> Values:
    kind = rng.random()
    if kind < 0.3:
        numbers = sorted(rng.uniform(-3, 3) for _ in range(count))
    elif kind < 0.4:
        numbers = [1.0] * count
    elif kind < 0.5:
        numbers = [10 ** rng.uniform(-6, 6) for _ in range(count)]
    else:
        numbers = [number(rng) for _ in range(count)]
    if rng.random() < 0.2:
        safe = [each if abs(each) < 1e38 else 0.0 for each in numbers]
        return Values.of(safe, "f4")
    return Values.of(numbers)


def finite(rng: random.Random) -> float:
    value = number(rng)
    return value if math.isfinite(value) else 0.5


def word(rng: random.Random) -> str:
    return "".join(each for each in rng.choice(WORDS) if each not in "\u200b\u200d")


def octets(rng: random.Random, count: int) -> bytes:
    return bytes(rng.randrange(256) for _ in range(count))


def ink(rng: random.Random) -> figspec.Ink:
    return figspec.Ink(
        cycle=rng.choice((None, 0, 1, 7)),
        rgb=rng.choice((None, (0, 0, 0), (255, 0, 0), (250, 250, 250), (20, 40, 200))),
        dash=rng.choice(("solid", "solid", "dashed", "dotted", "dashdot")),
        marker=rng.choice(("none", "point", "circle", "square", "cross", "star", "diamond")),
        emphasis=rng.random() < 0.3,
    )


def extent(rng: random.Random) -> tuple[float, float, float, float]:
    x, y = finite(rng), finite(rng)
    return x, x + rng.choice((-1.0, 2.5, 1e-3 + abs(x))), y + rng.choice((3.0, 1 + abs(y))), y


def length(rng: random.Random) -> int:
    return rng.choice((0, 1, 1, 2, 3, 7, 30, 200, 1500 if rng.random() < 0.1 else 40))


def layer(rng: random.Random) -> figspec.AnyLayer:
    n = length(rng)
    common = {"label": word(rng), "ink": ink(rng)}
    rows, columns = rng.choice(((1, 1), (3, 9), (1, 60), (40, 40), (rng.randint(1, 9), 4)))
    makers: tuple[Callable[[], figspec.AnyLayer], ...] = (
        lambda: figspec.Line(row(rng, n), row(rng, n), **common),
        lambda: figspec.Line(row(rng, n), row(rng, n), **common),
        lambda: figspec.Scatter(
            row(rng, n), row(rng, n), octets(rng, 3 * n) if rng.random() < 0.3 else b"", **common
        ),
        lambda: figspec.Fill(row(rng, n), row(rng, n), row(rng, n), **common),
        lambda: figspec.Bars(
            row(rng, n), row(rng, n), row(rng, n), row(rng, n), rng.random() < 0.5, **common
        ),
        lambda: figspec.Area(row(rng, n), row(rng, n), **common),
        lambda: figspec.Heat(
            rows, columns, row(rng, rows * columns), extent(rng), **colour_scale(rng), **common,
        ),
        lambda: figspec.Contour(
            tuple(
                figspec.Band(finite(rng), row(rng, n), row(rng, n), (9, 90, 200))
                for _ in range(rng.randint(0, 4))
            ),
            rng.random() < 0.5,
            **common,
        ),
        lambda: figspec.Segments(row(rng, n), row(rng, n), row(rng, n), row(rng, n), **common),
        lambda: figspec.Arrow(row(rng, n), row(rng, n), row(rng, n), row(rng, n), **common),
        lambda: figspec.HLine(finite(rng), **common),
        lambda: figspec.VLine(finite(rng), **common),
        lambda: figspec.Label(
            finite(rng), finite(rng), word(rng), rng.choice(("left", "center", "right")),
            rng.choice(("above", "middle", "below")), **common
        ),
        lambda: figspec.Image(
            columns, rows, octets(rng, 3 * rows * columns),
            extent(rng) if rng.random() < 0.5 else None, rng.choice(("", "raster")), **common,
        ),
    )  # fmt: skip
    return rng.choice(makers)()


def colour_scale(rng: random.Random) -> dict[str, Any]:
    colours = octets(rng, 3 * rng.choice((2, 5, 32)))
    if rng.random() < 0.3:
        low, high = 10 ** rng.uniform(-30, 3), 10 ** rng.uniform(-3, 30)
        return {"low": low, "high": high, "colours": colours, "scale": "log"}
    low = finite(rng)
    high = rng.choice((low, finite(rng), low + 1e-9))
    return {"low": low, "high": high, "colours": colours, "scale": "linear"}


def limits(rng: random.Random, scale: str) -> tuple[float, float]:
    if scale == "log":
        return 10 ** rng.uniform(-12, 3), 10 ** rng.uniform(3.1, 12)
    kind = rng.random()
    if kind < 0.6:
        return -3.0, 3.0
    if kind < 0.7:
        return 3.0, -2.0
    low = finite(rng)
    return low, low + rng.choice((1e-9 * (1 + abs(low)), 1.0 + abs(low) * 1e-6, 1e6 + abs(low)))


def ticks(rng: random.Random) -> dict[str, object]:
    found: dict[str, object] = {}
    for axis in "xy":
        if rng.random() < 0.2:
            count = rng.choice((0, 1, 3, 12))
            found[f"{axis}ticks"] = tuple(finite(rng) for _ in range(count))
            if rng.random() < 0.7:
                found[f"{axis}ticklabels"] = tuple(word(rng) for _ in range(count))
    return found


def axes(rng: random.Random, index: int, rows: int, columns: int) -> figspec.Axes:
    xscale, yscale = (rng.choice(("linear", "linear", "log", "log", "other")) for _ in "xy")
    place_row, place_column = rng.randrange(rows), rng.randrange(columns)
    return figspec.Axes(
        title=word(rng),
        xlabel=word(rng),
        ylabel=word(rng),
        xlim=limits(rng, xscale),
        ylim=limits(rng, yscale),
        xscale=xscale,
        yscale=yscale,
        aspect=rng.choice(("auto", "auto", "equal")),
        frame=rng.random() < 0.9,
        legend=rng.random() < 0.6,
        place=figspec.Place(
            place_row,
            place_column,
            rng.randint(1, rows - place_row),
            rng.randint(1, columns - place_column),
        ),
        twin=0 if index and rng.random() < 0.3 else None,
        bar=figspec.ColourBar(**colour_scale(rng), label=word(rng)) if rng.random() < 0.2 else None,
        layers=tuple(layer(rng) for _ in range(rng.choice((0, 1, 2, 3, 6)))),
        **ticks(rng),  # type: ignore[arg-type]
    )


def figure(rng: random.Random) -> figspec.Figure:
    rows, columns = rng.choice(((1, 1), (1, 1), (1, 2), (2, 2), (3, 1), (1, 5)))
    count = rng.choice((1, 1, rows * columns, 0 if rng.random() < 0.05 else 1))
    made = tuple(axes(rng, index, rows, columns) for index in range(count))
    return figspec.Figure(axes=made, title=word(rng), rows=rows, columns=columns)


def check(rng: random.Random, drawn: figspec.Figure) -> None:
    columns = rng.choice((1, 2, 5, 12, 20, 38, 72, rng.randint(1, 130), rng.randint(1, 250)))
    rows = rng.choice((1, 2, 5, 6, 9, 14, 16, rng.randint(1, 40), rng.randint(1, 80)))
    picture = draw(drawn, columns, rows, rng.choice((DARK, Palette.plain(), BARE)))
    assert len(picture.rows) == rows, (len(picture.rows), rows)
    for spans in picture.rows:
        text = "".join(span.text for span in spans)
        assert wcswidth(text) == columns, (columns, text)
    assert wanted_rows(drawn, columns) >= 1
    for lang in ("ja", "en"):
        assert all(describe(drawn, lang)), lang


def main(seed: int, count: int) -> None:
    for number_ in range(seed, seed + count):
        rng = random.Random(number_)
        made = figure(rng)
        encoded = json.loads(json.dumps(figspec.encode(made)))
        try:
            decoded = figspec.decode(encoded)
        except figspec.FigureError:
            continue
        assert decoded == made
        print(number_, file=sys.stderr, flush=True)
        check(rng, decoded)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
