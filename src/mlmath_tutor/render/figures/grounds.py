"""What lies under everything: heat maps, images, filled contours, as colours of half cells."""

from __future__ import annotations

import numpy as np

from mlmath_tutor.figspec import Axes, Contour, Heat, Image

from .areas import inside
from .canvas import Canvas
from .colours import NONE, luminance, packed, packed_all, ratio, unpacked_all
from .picture import Palette
from .scales import Ruler

# Thresholds of ordered dithering over the 4 by 2 dots of a cell (Bayer), between 0 and 1.
_BAYER = (np.array([[0, 4], [6, 2], [1, 5], [7, 3]]) + 0.5) / 8
_HALF = ord("▀")
_CONTRAST = 3.0


class Ground:
    """Two colours a cell, one above the other.

    Attributes:
        colour: (2 rows, columns, 3), -1 where there is none.
        shade: (2 rows, columns), how light each is, 0 to 1; NaN where there is none.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, 2 * rows
        self.colour = np.full((self.rows, columns, 3), -1, np.int32)
        self.shade = np.full((self.rows, columns), np.nan)

    def put(self, here: np.ndarray, colour: np.ndarray, shade: np.ndarray) -> None:
        """Colour the half cells where `here` is true, over what lies there already."""
        self.colour[here] = np.rint(colour[here]).astype(np.int32)
        self.shade[here] = shade[here]

    def paint(self, canvas: Canvas, palette: Palette) -> None:
        """Put the ground under what `canvas` shows already."""
        if not palette.colour:
            self._dither(canvas)
            return
        bg = np.array(palette.bg, np.int32)
        known = self.colour[..., 0] >= 0
        covered = known[0::2] | known[1::2]
        halves = np.where(known[..., None], self.colour, bg)
        top, bottom = halves[0::2], halves[1::2]
        taken = canvas.taken()
        free, under = covered & ~taken, covered & taken
        canvas.code[free] = _HALF
        canvas.ink[free] = packed_all(top)[free]
        canvas.back[free] = packed_all(bottom)[free]
        mean = (top + bottom) // 2
        canvas.back[under] = packed_all(mean)[under]
        canvas.ink[under] = _standing_off(canvas.ink, mean, palette)[under]

    def _dither(self, canvas: Canvas) -> None:
        """Show how light the ground is by how many dots are set, where nothing else is."""
        shade = np.repeat(np.repeat(self.shade, 2, 0), 2, 1)
        levels = np.tile(_BAYER, (self.rows // 2, self.columns))
        with np.errstate(invalid="ignore"):
            cells = canvas.cells_of(shade > levels)
        free = ~canvas.taken()
        canvas.dots[free] = cells[free]


def ground_of(axes: Axes, columns: int, rows: int) -> Ground:
    """Return the ground that the layers of `axes` make on a canvas of that many cells."""
    ground = Ground(columns, rows)
    across, up = Ruler.of(axes.xlim, axes.xscale), Ruler.of(axes.ylim, axes.yscale)
    x = across.value((np.arange(columns) + 0.5) / columns)
    y = up.value(1 - (np.arange(ground.rows) + 0.5) / ground.rows)
    for layer in axes.layers:
        match layer:
            case Heat():
                _lay_heat(ground, layer, x, y)
            case Image():
                _lay_image(ground, layer, x, y)
            case Contour() if layer.filled:
                _lay_bands(ground, layer, across, up)
    return ground


def bar_of(heat: Heat, columns: int, rows: int) -> Ground:
    """Return the colour bar of a heat map, its highest value at the top."""
    ground = Ground(columns, rows)
    shade = np.repeat(np.linspace(1, 0, ground.rows)[:, None], columns, 1)
    ground.put(np.ones_like(shade, bool), colour_map(shade, _stops(heat)), shade)
    return ground


def _lay_heat(ground: Ground, heat: Heat, x: np.ndarray, y: np.ndarray) -> None:
    grid = np.frombuffer(heat.values.data, "<" + heat.values.kind)
    grid = grid.astype(float).reshape(heat.rows, heat.columns)
    x0, x1, y0, y1 = heat.extent
    column, row = _cell(x, x0, x1, heat.columns), _cell(y, y0, y1, heat.rows)
    seen = np.where((row >= 0)[:, None] & (column >= 0), grid[np.ix_(row, column)], np.nan)
    shade = heat_shade(seen, heat)
    ground.put(np.isfinite(shade), colour_map(shade, _stops(heat)), shade)


def _lay_image(ground: Ground, image: Image, x: np.ndarray, y: np.ndarray) -> None:
    pixels = np.frombuffer(image.pixels, np.uint8).reshape(image.height, image.width, 3)
    if image.extent is None:
        column = np.arange(ground.columns) * image.width // ground.columns
        row = np.arange(ground.rows) * image.height // ground.rows
    else:
        left, right, bottom, top = image.extent
        column, row = _cell(x, left, right, image.width), _cell(y, top, bottom, image.height)
    seen = pixels[np.ix_(row, column)].astype(float)
    ground.put((row >= 0)[:, None] & (column >= 0), seen, seen.mean(-1) / 255)


def _lay_bands(ground: Ground, contour: Contour, across: Ruler, up: Ruler) -> None:
    count = max(1, len(contour.bands) - 1)
    for number, band in enumerate(contour.bands):
        here = inside(band.x, band.y, across, up, ground.columns, ground.rows)
        colour = np.broadcast_to(np.array(band.rgb, float), (*here.shape, 3))
        ground.put(here, colour, np.full(here.shape, number / count))


def _cell(at: np.ndarray, start: float, end: float, count: int) -> np.ndarray:
    """Return which of `count` equal cells from `start` to `end` each position is in, or -1."""
    place = np.floor((at - start) / (end - start) * count)
    return np.where((place >= 0) & (place < count), place, -1).astype(np.int64)


def heat_shade(values: np.ndarray, heat: Heat) -> np.ndarray:
    """Return where `values` lie on the colour scale of `heat`, 0 to 1; NaN stays."""
    low, high = heat.low, heat.high
    with np.errstate(all="ignore"):
        if heat.scale == "log":
            values, low, high = np.log10(values), float(np.log10(low)), float(np.log10(high))
        if high == low:
            return np.where(np.isnan(values), np.nan, 0.5)
        return np.asarray(np.clip(values / (high - low) - low / (high - low), 0.0, 1.0))


def colour_map(shade: np.ndarray, stops: np.ndarray) -> np.ndarray:
    """Return the colours, (…, 3), at `shade` from 0 to 1 of a map with `stops`, (n, 3)."""
    place = np.nan_to_num(shade) * (len(stops) - 1)
    below = np.minimum(place.astype(int), len(stops) - 2)
    part = (place - below)[..., None]
    return np.asarray(stops[below] * (1 - part) + stops[below + 1] * part)


def _stops(heat: Heat) -> np.ndarray:
    return np.frombuffer(heat.colours, np.uint8).reshape(-1, 3).astype(float)


def _standing_off(ink: np.ndarray, ground: np.ndarray, palette: Palette) -> np.ndarray:
    """Return packed `ink`, or where it is lost on `ground` the text or page colour instead."""
    under = luminance(ground)
    ends = np.array([palette.fg, palette.bg], float)
    ratios = [ratio(under, luminance(end)) for end in ends]
    better = np.where(ratios[0] >= ratios[1], packed(palette.fg), packed(palette.bg))
    lost = (ink == NONE) | (ratio(under, luminance(unpacked_all(ink))) < _CONTRAST)
    return np.where(lost, better, ink)
