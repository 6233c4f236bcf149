"""What lies under everything: heat maps, images, filled contours, as colours of half cells."""

from __future__ import annotations

import numpy as np

from mlmath_tutor.figspec import Axes, ColourBar, Contour, Heat, Image

from .areas import inside
from .ascii_signs import RAMP
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
        if not palette.braille:
            self._ramp(canvas)
            return
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

    def _ramp(self, canvas: Canvas) -> None:
        """Show how high the ground is by a character, in its colour, where nothing else is."""
        top, bottom = self.shade[0::2], self.shade[1::2]
        shade = np.where(np.isnan(bottom), top, np.where(np.isnan(top), bottom, (top + bottom) / 2))
        taken = canvas.taken()
        beside = np.zeros_like(taken)  # words need a gap from what looks like words
        beside[:, 1:] |= taken[:, :-1]
        beside[:, :-1] |= taken[:, 1:]
        known = np.isfinite(shade) & ~taken & ~beside
        step = np.rint(np.nan_to_num(shade) * (len(RAMP) - 1)).astype(int)
        canvas.code[known] = np.array([ord(each) for each in RAMP], np.uint32)[step][known]
        colour = np.where(np.isnan(top)[..., None], self.colour[1::2], self.colour[0::2])
        canvas.ink[known] = packed_all(colour)[known]

    def _dither(self, canvas: Canvas) -> None:
        """Show how light the ground is by how many dots are set, where nothing else is."""
        shade = np.repeat(np.repeat(self.shade, 2, 0), 2, 1)
        levels = np.tile(_BAYER, (self.rows // 2, self.columns))
        with np.errstate(invalid="ignore"):
            cells = canvas.cells_of(shade > levels)
        free = ~canvas.taken()
        canvas.dots[free] = cells[free]


def ground_of(axes: Axes, columns: int, rows: int, palette: Palette) -> Ground:
    """Return the ground that the layers of `axes` make on a canvas of that many cells."""
    ground = Ground(columns, rows)
    across, up = Ruler.of(axes.xlim, axes.xscale), Ruler.of(axes.ylim, axes.yscale)
    x = across.value(np.arange(columns + 1) / columns)
    y = up.value(1 - np.arange(ground.rows + 1) / ground.rows)
    for layer in axes.layers:
        match layer:
            case Heat():
                _lay_heat(ground, layer, x, y)
            case Image():
                _lay_image(ground, layer, x, y, palette)
            case Contour() if layer.filled:
                _lay_bands(ground, layer, across, up)
    return ground


def bar_of(bar: ColourBar, columns: int, rows: int) -> Ground:
    """Return a colour bar, its highest value at the top."""
    ground = Ground(columns, rows)
    shade = np.repeat(np.linspace(1, 0, ground.rows)[:, None], columns, 1)
    ground.put(np.ones_like(shade, bool), colour_map(shade, _stops(bar)), shade)
    return ground


def _lay_heat(ground: Ground, heat: Heat, x: np.ndarray, y: np.ndarray) -> None:
    grid = np.frombuffer(heat.values.data, "<" + heat.values.kind)
    grid = grid.astype(float).reshape(heat.rows, heat.columns)
    x0, x1, y0, y1 = heat.extent
    across, up = _cells(x, x0, x1, heat.columns), _cells(y, y0, y1, heat.rows)
    shade = heat_shade(_seen(grid[..., None], up, across)[..., 0], heat)
    ground.put(np.isfinite(shade), colour_map(shade, _stops(heat)), shade)


def _lay_image(
    ground: Ground, image: Image, x: np.ndarray, y: np.ndarray, palette: Palette
) -> None:
    pixels = np.frombuffer(image.pixels, np.uint8).reshape(image.height, image.width, 3)
    left, right, bottom, top = image.extent or (0.0, 1.0, 0.0, 1.0)
    if image.extent is None:
        x, y = np.linspace(0, 1, ground.columns + 1), np.linspace(1, 0, ground.rows + 1)
    across, up = _cells(x, left, right, image.width), _cells(y, top, bottom, image.height)
    colours = pixels.astype(float)
    if image.note == "raster":
        colours = _on_page(colours, palette)
    seen = _seen(colours, up, across)
    ground.put(np.isfinite(seen[..., 0]), seen, seen.mean(-1) / 255)


def _on_page(colours: np.ndarray, palette: Palette) -> np.ndarray:
    """Return a picture drawn on white paper with its paper and its ink as the page's."""
    page, ink = np.array(palette.bg, float), np.array(palette.fg, float)
    hue = np.clip((np.ptp(colours, axis=-1, keepdims=True) - 12) / 24, 0.0, 1.0)
    light = colours.mean(-1, keepdims=True) / 255
    return np.asarray(hue * colours + (1 - hue) * (ink + light * (page - ink)))


def _lay_bands(ground: Ground, contour: Contour, across: Ruler, up: Ruler) -> None:
    count = max(1, len(contour.bands) - 1)
    for number, band in enumerate(contour.bands):
        here = inside(band.x, band.y, across, up, ground.columns, ground.rows)
        colour = np.broadcast_to(np.array(band.rgb, float), (*here.shape, 3))
        ground.put(here, colour, np.full(here.shape, number / count))


def _cells(
    edges: np.ndarray, start: float, end: float, count: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return which of `count` equal cells from `start` to `end` lie between each two `edges`.

    That is the first of them, and one beyond the last: those whose middle is there, and where
    none is, the one under the middle of the edges. Outside, the two are equal.
    """
    places = np.clip((edges - start) / (end - start) * count, -1e9, 1e9)
    places = np.nan_to_num(places, nan=-1.0)
    low, high = np.minimum(places[:-1], places[1:]), np.maximum(places[:-1], places[1:])
    first, beyond = np.ceil(low - 0.5), np.ceil(high - 0.5)
    here = np.floor((low + high) / 2)
    none = beyond <= first
    first, beyond = np.where(none, here, first), np.where(none, here + 1, beyond)
    first, beyond = np.clip(first, 0, count), np.clip(beyond, 0, count)
    return first.astype(np.int64), beyond.astype(np.int64)


def _seen(
    grid: np.ndarray, rows: tuple[np.ndarray, np.ndarray], columns: tuple[np.ndarray, np.ndarray]
) -> np.ndarray:
    """Return the mean of the finite values of `grid`, (n, m, k), in each block; NaN if none."""
    known = np.isfinite(grid)
    shape = (grid.shape[0] + 1, grid.shape[1] + 1, grid.shape[2])
    sums, counts = np.zeros(shape), np.zeros(shape)
    top = float(np.max(np.abs(grid), where=known, initial=0.0)) or 1.0
    sums[1:, 1:] = np.where(known, grid / top, 0.0).cumsum(0).cumsum(1)
    counts[1:, 1:] = known.cumsum(0).cumsum(1)
    total, count = (_blocks(each, rows, columns) for each in (sums, counts))
    return np.where(count > 0, total / np.maximum(count, 1) * top, np.nan)


def _blocks(
    sums: np.ndarray, rows: tuple[np.ndarray, np.ndarray], columns: tuple[np.ndarray, np.ndarray]
) -> np.ndarray:
    """Return the sums over blocks, from the sums over all that lies above and left."""
    (top, low), (left, right) = rows, columns
    return np.asarray(
        sums[np.ix_(low, right)]
        - sums[np.ix_(top, right)]
        - sums[np.ix_(low, left)]
        + sums[np.ix_(top, left)]
    )


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


def _stops(heat: Heat | ColourBar) -> np.ndarray:
    return np.frombuffer(heat.colours, np.uint8).reshape(-1, 3).astype(float)


def _standing_off(ink: np.ndarray, ground: np.ndarray, palette: Palette) -> np.ndarray:
    """Return packed `ink`, or where it is lost on `ground` the text or page colour instead."""
    under = luminance(ground)
    ends = np.array([palette.fg, palette.bg], float)
    ratios = [ratio(under, luminance(end)) for end in ends]
    better = np.where(ratios[0] >= ratios[1], packed(palette.fg), packed(palette.bg))
    lost = (ink == NONE) | (ratio(under, luminance(unpacked_all(ink))) < _CONTRAST)
    return np.where(lost, better, ink)
