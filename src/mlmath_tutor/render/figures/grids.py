"""Maps, contours and images in sentences."""

from __future__ import annotations

import numpy as np

from mlmath_tutor.figspec import Contour, Heat, Image
from mlmath_tutor.i18n import Lang, say

from .areas import numbers
from .saying import in_words, listed

MOST_LEVELS = 12


def grid_words(layer: Heat | Contour | Image, lang: Lang) -> list[str]:
    """Return what a map, a contour plot or an image shows; nothing where all is empty."""
    match layer:
        case Heat():
            return _heat(layer, lang)
        case Contour():
            return _contour(layer, lang)
        case Image():
            if layer.note == "raster":
                return [say(lang, "figures.raster")]
            return [say(lang, "figures.image", width=layer.width, height=layer.height)]


def _heat(heat: Heat, lang: Lang) -> list[str]:
    values = numbers(heat.values)
    known = np.where(np.isfinite(values), values, np.nan)
    if np.isnan(known).all():
        return []
    low, high = int(np.nanargmin(known)), int(np.nanargmax(known))
    (xlow, ylow), (xhigh, yhigh) = _place(heat, low), _place(heat, high)
    return [
        say(
            lang,
            "figures.heat",
            rows=heat.rows,
            columns=heat.columns,
            low=in_words(values[low]),
            high=in_words(values[high]),
            xlow=xlow,
            ylow=ylow,
            xhigh=xhigh,
            yhigh=yhigh,
        )
    ]


def _place(heat: Heat, index: int) -> tuple[str, str]:
    """Return the middle of a cell of the grid."""
    row, column = divmod(index, heat.columns)
    x0, x1, y0, y1 = heat.extent
    x = x0 + (column + 0.5) / heat.columns * (x1 - x0)
    y = y0 + (row + 0.5) / heat.rows * (y1 - y0)
    return in_words(x), in_words(y)


def _contour(contour: Contour, lang: Lang) -> list[str]:
    levels = [band.level for band in contour.bands if len(band.x)]
    if not levels:
        return []
    if contour.filled:
        return [say(lang, "figures.bands", count=len(levels), low=in_words(min(levels)))]
    step = max(1, -(-len(levels) // MOST_LEVELS))
    key = "figures.contour-one" if len(levels) == 1 else "figures.contours"
    return [say(lang, key, levels=listed(map(in_words, levels[::step]), lang))]
