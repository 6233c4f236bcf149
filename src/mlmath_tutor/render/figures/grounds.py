"""What lies under everything: heat maps, images, filled contours, as colours of half cells."""

from __future__ import annotations

import numpy as np

from mlmath_tutor.figspec import Axes, Contour, Heat, Image

from .areas import inside
from .canvas import NONE, Canvas, packed, unpacked
from .looks import blended, contrast
from .picture import Palette
from .scales import Ruler

# Thresholds of ordered dithering over the 4 by 2 dots of a cell (Bayer), between 0 and 1.
_BAYER = (np.array([[0, 4], [6, 2], [1, 5], [7, 3]]) + 0.5) / 8
_HALF = ord("▀")


class Ground:
    """Two colours a cell, one above the other; `shade` is how light each is, 0 to 1."""

    def __init__(self, axes: Axes, columns: int, rows: int) -> None:
        self.x, self.y = Ruler.of(axes.xlim, axes.xscale), Ruler.of(axes.ylim, axes.yscale)
        self.columns, self.rows = columns, 2 * rows
        self.colour = np.full((self.rows, columns, 3), -1, np.int16)
        self.shade = np.full((self.rows, columns), np.nan)
        across = self.x.value((np.arange(columns) + 0.5) / columns)
        up = self.y.value(1 - (np.arange(self.rows) + 0.5) / self.rows)
        self.across, self.up = across, up

    def lay(self, layer: Heat | Image | Contour) -> None:
        """Put a layer on top of what lies here already."""
        match layer:
            case Heat():
                self._heat(layer)
            case Image():
                self._image(layer)
            case Contour():
                self._bands(layer)

    def _heat(self, heat: Heat) -> None:
        grid = np.frombuffer(heat.values.data, "<" + heat.values.kind)
        grid = grid.astype(float).reshape(heat.rows, heat.columns)
        x0, x1, y0, y1 = heat.extent
        column, row = _cell(self.across, x0, x1, heat.columns), _cell(self.up, y0, y1, heat.rows)
        seen = grid[np.ix_(row, column)]
        seen = np.where((row >= 0)[:, None] & (column >= 0), seen, np.nan)
        shade = heat_shade(seen, heat)
        stops = np.frombuffer(heat.colours, np.uint8).reshape(-1, 3).astype(float)
        self._put(np.isfinite(shade), colour_map(shade, stops), shade)

    def _image(self, image: Image) -> None:
        pixels = np.frombuffer(image.pixels, np.uint8).reshape(image.height, image.width, 3)
        if image.extent is None:
            column = np.arange(self.columns) * image.width // self.columns
            row = np.arange(self.rows) * image.height // self.rows
        else:
            left, right, bottom, top = image.extent
            column = _cell(self.across, left, right, image.width)
            row = _cell(self.up, top, bottom, image.height)
        seen = pixels[np.ix_(row, column)].astype(float)
        here = (row >= 0)[:, None] & (column >= 0)
        self._put(here, seen, seen.mean(-1) / 255)

    def _bands(self, contour: Contour) -> None:
        count = max(1, len(contour.bands) - 1)
        for number, band in enumerate(contour.bands):
            here = inside(band.x, band.y, self.x, self.y, self.columns, self.rows)
            colour = np.broadcast_to(np.array(band.rgb, float), (*here.shape, 3))
            self._put(here, colour, np.full(here.shape, number / count))

    def _put(self, here: np.ndarray, colour: np.ndarray, shade: np.ndarray) -> None:
        self.colour[here] = np.rint(colour[here]).astype(np.int16)
        self.shade[here] = shade[here]

    def paint(self, canvas: Canvas, palette: Palette) -> None:
        """Put the ground under what `canvas` shows already."""
        if not palette.colour:
            self._dither(canvas)
            return
        known = self.colour[..., 0] >= 0
        value = self.colour.astype(np.int32)
        full = np.where(known, value[..., 0] << 16 | value[..., 1] << 8 | value[..., 2], NONE)
        top, bottom = full[0::2], full[1::2]
        taken = canvas.taken()
        free = ~taken & ((top >= 0) | (bottom >= 0))
        canvas.code[free] = _HALF
        canvas.ink[free] = np.where(top < 0, packed(palette.bg), top)[free]
        canvas.back[free] = np.where(bottom < 0, packed(palette.bg), bottom)[free]
        for row, column in zip(*np.nonzero(taken & ((top >= 0) | (bottom >= 0))), strict=True):
            _overlaid(canvas, int(row), int(column), int(top[row, column]),
                      int(bottom[row, column]), palette)  # fmt: skip

    def _free_cells(
        self,
        canvas: Canvas,
        free: np.ndarray,
        top: np.ndarray,
        bottom: np.ndarray,
        palette: Palette,
    ) -> None:
        both = free & ((top >= 0) | (bottom >= 0))
        ground = packed(palette.bg)
        canvas.code[both] = _HALF
        canvas.ink[both] = np.where(top < 0, ground, top)[both]
        canvas.back[both] = np.where(bottom < 0, ground, bottom)[both]

    def _dither(self, canvas: Canvas) -> None:
        """Show how light the ground is by how many dots are set, where nothing else is."""
        shade = np.repeat(np.repeat(self.shade, 2, 0), 2, 1)
        levels = np.tile(_BAYER, (self.rows // 2, self.columns))
        with np.errstate(invalid="ignore"):
            cells = canvas.cells_of(shade > levels)
        free = ~canvas.taken()
        canvas.dots[free] = cells[free]


def _cell(at: np.ndarray, start: float, end: float, count: int) -> np.ndarray:
    """Return which of `count` equal cells from `start` to `end` each position is in, or -1."""
    with np.errstate(all="ignore"):
        place = np.floor((at - start) / (end - start) * count)
    found = np.nan_to_num(place, nan=-1.0, posinf=-1.0, neginf=-1.0)
    return np.where((found >= 0) & (found < count), found, -1).astype(np.int64)


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


def _overlaid(
    canvas: Canvas, row: int, column: int, top: int, bottom: int, palette: Palette
) -> None:
    """Give a taken cell the mean of its ground, and ink that stands off it."""
    parts = [unpacked(each) for each in (top, bottom) if each >= 0]
    mean = blended(parts[0], parts[-1], 0.5)
    canvas.back[row, column] = packed(mean)
    ink = unpacked(int(canvas.ink[row, column]))
    if contrast(ink, mean) < 3:
        ends = (palette.fg, palette.bg)
        canvas.ink[row, column] = packed(max(ends, key=lambda each: contrast(each, mean)))
