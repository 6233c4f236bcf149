"""A figure in sentences, reckoned from its data."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Literal

import numpy as np

from mlmath_tutor.figspec import (
    AnyLayer,
    Area,
    Arrow,
    Axes,
    Bars,
    Contour,
    Figure,
    Fill,
    Heat,
    HLine,
    Image,
    Label,
    Line,
    Scatter,
    Segments,
    VLine,
)
from mlmath_tutor.i18n import Lang, say

from .areas import numbers
from .canvas import plain_text
from .grids import grid_words
from .saying import Names, in_words, listed, quoted, set_off
from .shapes import Series, correlation, course, crossings, series, slope

MOST_PAIRS = 6
MOST_PLACES = 3


def described(figure: Figure, lang: Lang) -> tuple[str, ...]:
    """Return the sentences about `figure`; see `render.figures.describe`."""
    sentences = [say(lang, "figures.title", title=plain_text(figure.title))] if figure.title else []
    count = sum(each.twin is None for each in figure.axes)
    number = 0
    # Data may be of any size: what overflows is not finite, and is passed over.
    with np.errstate(all="ignore"):
        for axes in figure.axes:
            number += axes.twin is None
            sentences += _Speaker(axes, lang).sentences(number, count)
    return tuple(sentences)


class _Speaker:
    """Says one axes in one language."""

    def __init__(self, axes: Axes, lang: Lang) -> None:
        self.axes, self.lang = axes, lang
        self.names = Names(axes, lang)

    def sentences(self, number: int, count: int) -> list[str]:
        """Return all sentences about the axes, the `number`th of `count`."""
        found = [*self._heading(number, count)]
        if not self.axes.layers:
            return [*found, self._say("empty")]
        for layer in sorted(self.axes.layers, key=lambda each: not each.ink.emphasis):
            found += self._layer(layer)
        return [*found, *self._crossings()]

    def _say(self, key: str, **values: object) -> str:
        return say(self.lang, f"figures.{key}", **values)

    def _heading(self, number: int, count: int) -> Iterator[str]:
        axes = self.axes
        title = plain_text(axes.title)
        if count > 1 and axes.twin is None:
            key = "panel-titled" if title else "panel"
            yield self._say(key, n=number, count=count, title=title)
        elif title:
            yield self._say("title", title=title)
        if not axes.frame:
            return
        if axes.twin is None:
            yield self._axis("x", "x-axis")
        yield self._axis("y", "y-axis" if axes.twin is None else "right-axis")

    def _axis(self, letter: Literal["x", "y"], key: str) -> str:
        """Return what stands along an axis: its labels if the author gave words, else numbers."""
        axes, lang = self.axes, self.lang
        across = letter == "x"
        labels = axes.xticklabels if across else axes.yticklabels
        if labels and all(map(_is_word, labels)):
            return self._say(
                f"{letter}-labels", labels=listed((quoted(t, lang) for t in labels), lang)
            )
        label, limits, scale = (
            (axes.xlabel, axes.xlim, axes.xscale)
            if across
            else (axes.ylabel, axes.ylim, axes.yscale)
        )
        name = quoted(label, lang) if label else set_off(letter, lang)
        key = key if scale == "linear" else f"{key}-log"
        return self._say(key, label=name, low=in_words(min(limits)), high=in_words(max(limits)))

    def _layer(self, layer: AnyLayer) -> list[str]:
        match layer:
            case Line():
                return self._line(layer)
            case Scatter():
                return self._cloud(layer)
            case Bars():
                return self._bars(layer)
            case Fill() | Area():
                return self._area(layer)
            case Heat() | Contour() | Image():
                return grid_words(layer, self.lang)
            case Segments():
                count = len(layer.x0)
                return [self._say("segments-one" if count == 1 else "segments", count=count)]
            case Arrow():
                return self._arrows(layer)
            case HLine() | VLine():
                return [self._say("reference", line=self.names.of(layer))]
            case Label():
                place = {"x": in_words(layer.x), "y": in_words(layer.y)}
                return [self._say("text", **place, text=plain_text(layer.text))]

    def _line(self, line: Line) -> list[str]:
        points = series(numbers(line.x), numbers(line.y))
        if points is None:
            return []
        name = self.names.both(line)
        found = [self._say(course(points), **name, **_ends(points), **_extremes(points))]
        steady = self._steady(points)
        if steady is not None:
            key, value = steady
            found.append(self._say(key, **name, slope=value, factor=value))
        return found

    def _steady(self, points: Series) -> tuple[str, str] | None:
        """Return the law that a straight line on logarithmic axes stands for, if it is one."""
        if self.axes.yscale != "log" or not points.is_graph or np.any(points.y <= 0):
            return None
        if self.axes.xscale != "log":
            rate = slope(points.x, np.log10(points.y))
            if rate is None or not abs(rate) < 100:
                return None
            return "exponential", in_words(10.0**rate)
        if np.any(points.x <= 0):
            return None
        power = slope(np.log10(points.x), np.log10(points.y))
        return None if power is None else ("power", in_words(power))

    def _cloud(self, cloud: Scatter) -> list[str]:
        points = series(numbers(cloud.x), numbers(cloud.y))
        if points is None:
            return []
        if len(points.x) == 1:
            key = "one-point" if cloud.label else "this-point"
            place = {"x": in_words(points.x[0]), "y": in_words(points.y[0])}
            return [self._say(key, **self.names.both(cloud), **place)]
        count = len(points.x)
        found = [self._say("cloud", **self.names.both(cloud), count=count, **_reach(points))]
        related = correlation(points.x, points.y)
        if related is not None and self.axes.xscale == self.axes.yscale == "linear":
            found.append(self._say("correlation", r=in_words(round(related, 2))))
        return found

    def _bars(self, bars: Bars) -> list[str]:
        start, end, top = numbers(bars.start), numbers(bars.end), numbers(bars.top)
        known = np.isfinite(start) & np.isfinite(end) & np.isfinite(top)
        start, end, top = start[known], end[known], top[known]
        if not len(top):
            return []
        name = self.names.both(bars)
        most, least = int(np.argmax(top)), int(np.argmin(top))
        if len(top) > 4 and np.allclose(start[1:], end[:-1], atol=1e-9 * float(np.ptp(start))):
            return [
                self._say(
                    "histogram-named" if bars.label else "histogram",
                    **name,
                    count=len(top),
                    start=in_words(start[0]),
                    end=in_words(end[-1]),
                    low=in_words(start[most]),
                    high=in_words(end[most]),
                    top=in_words(top[most]),
                )
            ]
        middles = (start + end) / 2
        places = {
            "most": self.names.tick(float(middles[most]), upright=bars.upright),
            "least": self.names.tick(float(middles[least]), upright=bars.upright),
            "high": in_words(top[most]),
            "low": in_words(top[least]),
        }
        key = "bar-one" if len(top) == 1 else "bar-extremes"
        return [self._say(key, **name, count=len(top), **places)]

    def _area(self, area: Fill | Area) -> list[str]:
        if isinstance(area, Area):
            outline = series(numbers(area.x), numbers(area.y))
            return [] if outline is None else [self._say("area", **_reach(outline))]
        x, width = numbers(area.x), numbers(area.upper) - numbers(area.lower)
        band = series(x, np.abs(width))
        if band is None:
            return []
        places = {"x0": in_words(band.x[0]), "x1": in_words(band.x[-1])}
        widths = {"w0": in_words(band.y[0]), "w1": in_words(band.y[-1])}
        return [self._say("band-width", **self.names.both(area), **places, **widths)]

    def _arrows(self, arrows: Arrow) -> list[str]:
        starts = np.column_stack([numbers(arrows.x), numbers(arrows.y)])
        tips = starts + np.column_stack([numbers(arrows.dx), numbers(arrows.dy)])
        ends = np.column_stack([starts, tips])
        ends = ends[np.isfinite(ends).all(1)]
        if len(ends) != 1:
            return [self._say("arrows", count=len(ends))] if len(ends) else []
        named = zip(("x0", "y0", "x1", "y1"), map(in_words, ends[0]), strict=True)
        return [self._say("arrows-one", **dict(named))]

    def _crossings(self) -> list[str]:
        """Return where graphs cross each other and horizontal lines."""
        graphs: list[tuple[AnyLayer, Series]] = []
        for layer in self.axes.layers:
            if isinstance(layer, Line):
                points = series(numbers(layer.x), numbers(layer.y))
                if points is not None and points.is_graph and len(points.x) > 1:
                    graphs.append((layer, points))
            elif isinstance(layer, HLine):
                ends = np.array(sorted(self.axes.xlim))
                graphs.append((layer, Series(ends, np.full(2, layer.y))))
        pairs = [
            (one, other)
            for one, other in combinations(graphs, 2)
            if not (isinstance(one[0], HLine) and isinstance(other[0], HLine))
        ]
        if len(pairs) > MOST_PAIRS:
            pairs = [pair for pair in pairs if any(layer.ink.emphasis for layer, _ in pair)]
        found = [self._crossing(one, other) for one, other in pairs[:MOST_PAIRS]]
        return [each for each in found if each]

    def _crossing(self, one: tuple[AnyLayer, Series], other: tuple[AnyLayer, Series]) -> str:
        places = crossings(one[1], other[1])
        if not len(places):
            return ""
        names = self.names.pair(one[0], other[0])
        if len(places) > MOST_PLACES:
            first = in_words(places[0])
            return self._say("cross-often", **names, count=len(places), first=first)
        return self._say("cross", **names, places=listed(map(in_words, places), self.lang))


def _is_word(label: str) -> bool:
    return bool(label) and not any(each.isdigit() for each in label)


def _ends(points: Series) -> dict[str, str]:
    ends = points.rising() if points.is_graph else points
    return {
        "x0": in_words(ends.x[0]),
        "y0": in_words(ends.y[0]),
        "x1": in_words(ends.x[-1]),
        "y1": in_words(ends.y[-1]),
        "y": in_words(ends.y[0]),
    }


def _extremes(points: Series) -> dict[str, str]:
    high, low = int(np.argmax(points.y)), int(np.argmin(points.y))
    if not points.is_graph:
        return _reach(points)
    return {
        "xhigh": in_words(points.x[high]),
        "yhigh": in_words(points.y[high]),
        "xlow": in_words(points.x[low]),
        "ylow": in_words(points.y[low]),
    }


def _reach(points: Series) -> dict[str, str]:
    return {
        "xlow": in_words(points.x.min()),
        "xhigh": in_words(points.x.max()),
        "ylow": in_words(points.y.min()),
        "yhigh": in_words(points.y.max()),
    }
