"""Polar axes as a disc: curves and points over circles."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from mlmath_tutor.figspec import Axes, Ink, Label, Line, Place

from .figure_frame import Frame, Shown, values
from .figure_text import readable

MARGIN = 1.28  # of the radius: room for the names of the angles
_ROUND = np.linspace(0.0, 2 * np.pi, 97)
_GRID = Ink(rgb=(128, 128, 128), dash="dotted")


class PolarFrame(Frame):
    """Brings angle and radius to the plane; the centre of the disc is the origin."""

    def __init__(self, axes: Shown) -> None:
        super().__init__(axes)
        self._to_plane = axes.transScale + axes.transShift + axes.transProjection

    def points(self, transform: Shown, points: object) -> tuple[np.ndarray, np.ndarray]:
        """Return the x and y, in the plane, of `points` of `transform`, an (n, 2) array."""
        angle, radius = super().points(transform, points)
        return self.plane(angle, radius)

    def plane(self, angle: np.ndarray, radius: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the x and y of points given by angle and radius."""
        with np.errstate(all="ignore"):
            x, y = self._to_plane.transform(np.column_stack([angle, radius])).T
        return x, y

    @property
    def reach(self) -> float:
        """The radius of the disc."""
        x, y = self.plane(np.zeros(1), np.array([self.axes.get_rmax()]))
        return float(np.hypot(x, y)[0])


def disc(frame: PolarFrame, place: Place) -> Axes:
    """Return the axes with its circles and the names of its angles, without the data."""
    axes, end = frame.axes, MARGIN * frame.reach
    return Axes(
        title=readable(axes.get_title()),
        xlim=(-end, end),
        ylim=(-end, end),
        aspect="equal",
        frame=False,
        legend=axes.get_legend() is not None,
        place=place,
        layers=(*_circles(frame), *_angles(frame)),
    )


def _circles(frame: PolarFrame) -> Iterator[Line]:
    """Yield the outer circle, and of the others at most three."""
    top = frame.axes.get_rmax()
    radii = [each for each in frame.axes.get_yticks() if 0 < each < 0.97 * top]
    for radius in (*radii[:: max(1, -(-len(radii) // 3))], top):
        x, y = frame.plane(_ROUND, np.full(_ROUND.shape, radius))
        yield Line(values(x), values(y), ink=_GRID)


def _angles(frame: PolarFrame) -> Iterator[Label]:
    axis = frame.axes.xaxis
    at = np.asarray(axis.get_majorticklocs(), float)
    names = axis.get_major_formatter().format_ticks(at.tolist())
    for angle, name in zip(at, names, strict=True):
        x, y = frame.plane(np.array([angle]), np.array([frame.axes.get_rmax()]))
        words = readable(name)
        if words:
            yield Label(1.13 * float(x[0]), 1.13 * float(y[0]), words, "center", ink=_GRID)
