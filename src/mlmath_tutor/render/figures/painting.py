"""One panel: its layers, lowest first, on the canvas between its axes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from mlmath_tutor.figspec import (
    AnyLayer,
    Area,
    Arrow,
    Axes,
    Bars,
    Contour,
    Fill,
    HLine,
    Line,
    Scatter,
    Segments,
    VLine,
)

from .areas import area_dots, bar_dots, numbers, outlined, textured
from .ascii_signs import BRAILLE
from .canvas import Canvas
from .colours import blended, packed, readable, unpacked
from .grounds import ground_of
from .labels import write_labels
from .looks import BLOB, GRAPHICS, Look
from .picture import Palette
from .plotting import NOBODY, traced
from .scales import Ruler
from .strokes import Stroke, cloud, line

BIG_POINTS = 16  # so few points are drawn three dots wide, more of them two


def paint(
    canvas: Canvas, axes: Sequence[Axes], looks: Sequence[Sequence[Look]], palette: Palette
) -> None:
    """Draw the layers of `axes`, all over the same canvas, each with its look."""
    for each, its_looks in zip(axes, looks, strict=True):
        _Plotter(canvas, each, palette).areas(zip(each.layers, its_looks, strict=True))
    strokes: list[tuple[int, Stroke, int]] = []
    for each, its_looks in zip(axes, looks, strict=True):
        plotter = _Plotter(canvas, each, palette)
        for layer, look in zip(each.layers, its_looks, strict=True):
            strokes += [(_rank(layer), *stroke) for stroke in plotter.strokes(layer, look)]
    strokes.sort(key=lambda each: each[0])
    _trace(canvas, [stroke for _, stroke, _ in strokes], [ink for *_, ink in strokes])
    write_labels(canvas, axes, looks)
    ground_of(axes[0], canvas.columns, canvas.rows, palette).paint(canvas, palette)


def _rank(layer: AnyLayer) -> int:
    """Return how high a layer's strokes lie: references lowest, one marked point on top."""
    if isinstance(layer, Scatter) and len(layer.x) == 1:
        return 5
    if layer.ink.emphasis and not isinstance(layer, Contour | Segments):
        return 4
    if isinstance(layer, HLine | VLine | Contour):
        return 0
    return 3 if isinstance(layer, Scatter) else 1 if isinstance(layer, Segments) else 2


def _trace(canvas: Canvas, strokes: Sequence[Stroke], inks: Sequence[int]) -> None:
    if not strokes:
        return
    codes, owners = traced(strokes, canvas.columns, canvas.rows)
    seen = (codes != 0) & (owners != NOBODY)
    dotted = seen & (codes >= BRAILLE) & (codes < BRAILLE + 256)
    canvas.code[seen] = np.where(dotted, 0, codes)[seen]
    canvas.dots[seen] = np.where(dotted, codes - BRAILLE, 0)[seen]
    canvas.ink[seen] = np.array(inks, np.int32)[owners[seen]]


class _Plotter:
    """Turns the layers of one axes into dots of a canvas."""

    def __init__(self, canvas: Canvas, axes: Axes, palette: Palette) -> None:
        self.canvas, self.palette = canvas, palette
        self.x, self.y = Ruler.of(axes.xlim, axes.xscale), Ruler.of(axes.ylim, axes.yscale)
        self.width, self.height = 2 * canvas.columns, 4 * canvas.rows

    def areas(self, layers: Iterable[tuple[AnyLayer, Look]]) -> None:
        """Fill bars and areas with the dots of their texture.

        Of bars that stand before others only the outline is drawn there.
        """
        before = np.zeros((self.height, self.width), bool)
        for layer, look in layers:
            match layer:
                case Bars():
                    cover = bar_dots(layer, self.x, self.y, self.width, self.height)
                    hidden = before & cover
                    before |= cover
                    cover = textured(cover, look.texture) & ~hidden | outlined(cover) & hidden
                case Fill() | Area():
                    cover = area_dots(layer, self.x, self.y, self.width, self.height)
                    cover = textured(cover, look.texture)
                case _:
                    continue
            self.canvas.stamp(cover, look.colour)

    def strokes(self, layer: AnyLayer, look: Look) -> list[tuple[Stroke, int]]:
        """Return what plotext draws of a layer, with its colours."""
        match layer:
            case Line():
                found = self._line(numbers(layer.x), numbers(layer.y), look)
            case Scatter():
                return self._cloud(layer, look)
            case Segments():
                found = self._pieces(layer, look)
            case Arrow():
                found = self._arrows(layer)
            case HLine():
                found = self._line(self.x.value(np.array([0.0, 1.0])), np.full(2, layer.y), look)
            case VLine():
                found = self._line(np.full(2, layer.x), self.y.value(np.array([0.0, 1.0])), look)
            case Contour() if not layer.filled:
                return self._contour(layer, look)
            case _:
                return []
        return [(each, look.colour) for each in found]

    def _dots(self, x: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        return self.x.place(x) * (self.width - 1), self.y.place(y) * (self.height - 1)

    def _line(self, x: np.ndarray, y: np.ndarray, look: Look) -> list[Stroke]:
        places = self._dots(x, y)
        strokes = line(*places, look.dash, self.width, self.height, look.stroke)
        return strokes + (self._points(*places, look, len(x)) if look.sign else [])

    def _points(self, x: np.ndarray, y: np.ndarray, look: Look, count: int) -> list[Stroke]:
        """Return the strokes of points, of `count` in all."""
        if look.sign != BLOB:
            return cloud(x, y, look.sign, self.width, self.height)
        spread = (-1.0, 0.0, 1.0) if count <= BIG_POINTS else (-0.5, 0.5)
        corners = [(x + right, y + up) for right in spread for up in spread]
        wide, high = (np.concatenate(each) for each in zip(*corners, strict=True))
        return cloud(wide, high, "", self.width, self.height)

    def _cloud(self, scatter: Scatter, look: Look) -> list[tuple[Stroke, int]]:
        x, y = self._dots(numbers(scatter.x), numbers(scatter.y))
        if not scatter.colours:
            return [(each, look.colour) for each in self._points(x, y, look, len(x))]
        found = []
        colours = np.frombuffer(scatter.colours, np.uint8).reshape(-1, 3) & 0xF0
        kinds, member = np.unique(colours, axis=0, return_inverse=True)
        for number, (red, green, blue) in enumerate(kinds.tolist()):
            mine = member.ravel() == number
            ink = packed(readable((red, green, blue), self.palette.fg, self.palette.bg, GRAPHICS))
            found += [(each, ink) for each in self._points(x[mine], y[mine], look, len(x))]
        return found

    def _pieces(self, pieces: Segments, look: Look) -> list[Stroke]:
        gap = np.full(len(pieces.x0), np.nan)
        x = np.column_stack([numbers(pieces.x0), numbers(pieces.x1), gap]).ravel()
        y = np.column_stack([numbers(pieces.y0), numbers(pieces.y1), gap]).ravel()
        return self._line(x, y, replace(look, sign=""))

    def _arrows(self, arrows: Arrow) -> list[Stroke]:
        """Return shafts with two short barbs at the tip, in dots."""
        x, y = numbers(arrows.x), numbers(arrows.y)
        start = np.column_stack(self._dots(x, y))
        tip = np.column_stack(self._dots(x + numbers(arrows.dx), y + numbers(arrows.dy)))
        step = tip - start
        length = np.hypot(step[:, 0], step[:, 1])
        ahead = step / np.where(length > 0, length, np.nan)[:, None]
        size = np.where(length >= 5, np.clip(length / 3, 1.5, 3.0), np.nan)
        barb = size[:, None] * ahead
        turned = np.column_stack([-barb[:, 1], barb[:, 0]])
        gap = np.full_like(tip, np.nan)
        drawn = np.stack(
            [start, tip, gap, tip - barb + 0.7 * turned, tip, tip - barb - 0.7 * turned, gap], 1
        ).reshape(-1, 2)
        return line(drawn[:, 0], drawn[:, 1], "solid", self.width, self.height)

    def _contour(self, contour: Contour, look: Look) -> list[tuple[Stroke, int]]:
        """Return level lines, from faint for the lowest to the full colour for the highest."""
        found = []
        full, faint = unpacked(look.colour), self.palette.line
        count = max(1, len(contour.bands) - 1)
        for number, band in enumerate(contour.bands):
            ink = packed(blended(full, faint, number / count))
            places = self._dots(numbers(band.x), numbers(band.y))
            strokes = line(*places, look.dash, self.width, self.height)
            found += [(each, ink) for each in strokes]
        return found
