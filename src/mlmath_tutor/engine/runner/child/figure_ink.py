"""Colours, dashes and markers of Matplotlib artists as ink of the figure spec."""

from __future__ import annotations

from functools import cache

import matplotlib as mpl
import numpy as np
from matplotlib import colors
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path

from mlmath_tutor.figspec import Colour, Dash, Ink, Marker

_DASHES: dict[str, Dash] = {"--": "dashed", ":": "dotted", "-.": "dashdot"}
_MARKERS: dict[str, Marker] = {
    ".": "point", ",": "point", "o": "circle", "8": "circle", "s": "square", "p": "square",
    "^": "triangle", "v": "triangle", "<": "triangle", ">": "triangle", "D": "diamond",
    "d": "diamond", "x": "cross", "X": "cross", "+": "plus", "P": "plus", "*": "star",
}  # fmt: skip


def rgb_of(colour: object) -> Colour | None:
    """Return `colour` (any Matplotlib colour) as three bytes; None if it is no colour at all."""
    if colour is None or (isinstance(colour, str) and colour in {"none", "face", "auto"}):
        return None
    red, green, blue, alpha = colors.to_rgba(colour)
    return (_byte(red), _byte(green), _byte(blue)) if alpha > 0 else None


def _byte(part: float) -> int:
    return round(255 * float(part))


def bytes_of(rgba: np.ndarray) -> bytes:
    """Return n colours, an (n, 4) array of parts from 0 to 1, as 3n bytes."""
    return np.round(255 * np.asarray(rgba)[:, :3]).astype(np.uint8).tobytes()


def cycle_place(rgb: Colour | None) -> int | None:
    """Return the place of `rgb` in the colour cycle, or None if it is not in it."""
    cycle = mpl.rcParams["axes.prop_cycle"].by_key().get("color", ())
    return next((place for place, each in enumerate(cycle) if rgb_of(each) == rgb), None)


def ink_of(colour: object, linestyle: object = "-", marker: object = None) -> Ink:
    """Return the ink for a colour, a line style as `Line2D.get_linestyle`, and a marker."""
    rgb = rgb_of(colour)
    return Ink(
        cycle=None if rgb is None else cycle_place(rgb),
        rgb=rgb,
        dash=_DASHES.get(str(linestyle), "solid"),
        marker=marker_of(marker),
    )


def marker_of(marker: object) -> Marker:
    """Return the nearest sign for a Matplotlib marker; an unknown one is a circle."""
    if marker is None or (isinstance(marker, str) and marker in {"", " ", "None", "none"}):
        return "none"
    if isinstance(marker, MarkerStyle):
        marker = marker.get_marker()
    return _MARKERS.get(marker, "circle") if isinstance(marker, str) else "circle"


def marker_of_path(path: Path) -> Marker:
    """Return the sign of a scatter, which keeps only the outline of its marker."""
    for code, outline in _outlines().items():
        vertices = np.asarray(path.vertices)
        if outline.shape == vertices.shape and np.allclose(outline, vertices):
            return _MARKERS[code]
    return "circle"


@cache
def _outlines() -> dict[str, np.ndarray]:
    styles = {code: MarkerStyle(code) for code in _MARKERS}
    return {
        code: np.asarray(style.get_path().transformed(style.get_transform()).vertices)
        for code, style in styles.items()
    }
