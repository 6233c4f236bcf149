"""Matplotlib artists as layers of a figure spec, one kind of artist after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
from matplotlib.artist import Artist
from matplotlib.cbook import STEP_LOOKUP_MAP
from matplotlib.collections import LineCollection, PathCollection, PolyCollection, QuadMesh
from matplotlib.container import BarContainer, ErrorbarContainer
from matplotlib.contour import ContourSet
from matplotlib.image import AxesImage
from matplotlib.legend import Legend
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, StepPatch
from matplotlib.quiver import Quiver
from matplotlib.text import Annotation, Text

from mlmath_tutor.figspec import (
    Anchor,
    AnyLayer,
    Bars,
    HLine,
    Ink,
    Label,
    Line,
    Scatter,
    Segments,
    Stand,
    VLine,
)

from .figure_emphasis import Drawn
from .figure_frame import Frame, Shown, values
from .figure_grids import contour, image, mesh
from .figure_ink import bytes_of, ink_of, marker_of_path, rgb_of
from .figure_polar import PolarFrame
from .figure_shapes import UnsayableError, arrow, filled, patch, stairs
from .figure_text import readable
from .figure_values import coloured

MOST_COLOURS = 8


def layers(axes: Shown, frame: Frame) -> list[Drawn]:
    """Return what was drawn on `axes`, the lowest first.

    Raises:
        UnsayableError: an artist is there that no layer can say.
    """
    names = _names(axes)
    bars = {id(each): box for box in axes.containers for each in _bars_of(box)}
    if isinstance(frame, PolarFrame) and bars:
        raise UnsayableError("bars round a centre")
    drawn: list[Drawn] = []
    done: set[int] = set()
    for artist in _artists(axes):
        box = bars.get(id(artist))
        if box is not None:
            if id(box) not in done:
                done.add(id(box))
                drawn.append(Drawn(_bar_container(box, names.get(id(artist), ""))))
        else:
            drawn += _layers_of(artist, frame, names.get(id(artist), ""))
    return drawn


def _artists(axes: Shown) -> list[Artist]:
    """Return the visible artists a program added, the lowest first."""
    if any(not isinstance(each, Legend) for each in axes.artists):
        raise UnsayableError("an artist of its own")
    groups = (axes.images, axes.collections, axes.patches, axes.lines, axes.texts)
    added = {id(each) for group in groups for each in group}
    added -= {id(each) for box in axes.containers for each in _caps(box)}
    found = [each for each in axes.get_children() if id(each) in added and each.get_visible()]
    return sorted(found, key=lambda each: each.get_zorder())


def _caps(box: Shown) -> tuple[Artist, ...]:
    """Return the short strokes at the ends of error bars, too fine for a terminal."""
    return tuple(box.lines[1]) if isinstance(box, ErrorbarContainer) else ()


def _names(axes: Shown) -> dict[int, str]:
    """Return the legend name of each artist, by identity; none starts with an underscore."""
    names: dict[int, str] = {}
    for box in axes.containers:
        members = [each for each in _members(box) if isinstance(each, Artist)]
        if members and not str(box.get_label()).startswith("_"):
            names.update(dict.fromkeys(map(id, members[:1]), readable(box.get_label())))
    for artist in (*axes.lines, *axes.patches, *axes.collections, *axes.images):
        label = readable(artist.get_label())
        if label not in {"", "None"} and not label.startswith("_"):
            names[id(artist)] = label
    if axes.get_legend() is not None and not names:
        names = _names_of_legend(axes)
    for box in axes.containers:
        for each in _bars_of(box):
            names.setdefault(id(each), names.get(id(box[0]), ""))
    return names


def _names_of_legend(axes: Shown) -> dict[int, str]:
    """Return the names given to the legend alone, for artists of the colour they stand by."""
    legend = axes.get_legend()
    free = [*axes.lines, *axes.patches, *axes.collections]
    names: dict[int, str] = {}
    for handle, text in zip(legend.legend_handles, legend.get_texts(), strict=False):
        same = [each for each in free if _colour_of(each) == _colour_of(handle)]
        if same:
            names[id(same[0])] = readable(text.get_text())
            free.remove(same[0])
    return names


def _colour_of(artist: Shown) -> object:
    if isinstance(artist, Line2D):
        return rgb_of(artist.get_color())
    if not hasattr(artist, "get_facecolor"):
        return None
    faces = np.atleast_2d(artist.get_facecolor())
    return rgb_of(tuple(faces[0])) if faces.size else None


def _members(box: Shown) -> Iterator[object]:
    for each in box:
        yield from (each if isinstance(each, tuple | list) else (each,))


def _bars_of(box: Shown) -> tuple[Artist, ...]:
    return tuple(box) if isinstance(box, BarContainer) else ()


def _layers_of(artist: Artist, frame: Frame, name: str) -> list[Drawn]:
    if isinstance(frame, PolarFrame) and not isinstance(artist, _IN_POLAR):
        raise UnsayableError(f"{type(artist).__name__} round a centre")
    for kind, say in _SAYERS.items():
        if isinstance(artist, kind):
            return [replace(each, layer=_named(each.layer, name)) for each in say(artist, frame)]
    raise UnsayableError(type(artist).__name__)


def _named(layer: AnyLayer, name: str) -> AnyLayer:
    return layer if layer.label or isinstance(layer, Label) else replace(layer, label=name)


def _line(line: Shown, frame: Frame) -> Iterator[Drawn]:
    width = float(line.get_linewidth())
    ink = ink_of(line.get_color(), line.get_linestyle(), line.get_marker())
    across = _across(line, frame, replace(ink, marker="none"))
    if across is not None:
        yield Drawn(across, width)
        return
    x, y = _line_points(line, frame)
    bare = str(line.get_linestyle()) in {"None", "none", " ", ""} or width == 0
    if bare and ink.marker != "none":
        keep = frame.thin_cloud(x, y)
        yield Drawn(Scatter(values(x[keep]), values(y[keep]), ink=ink))
    elif not bare:
        keep = frame.thin(x, y)
        yield Drawn(Line(values(x[keep]), values(y[keep]), ink=ink), width)


def _across(line: Shown, frame: Frame, ink: Ink) -> AnyLayer | None:
    """Return a line that spans the axes (axhline, axvline) as what it is, or None."""
    on_x, on_y = line.get_transform().contains_branch_seperately(frame.axes.transData)
    if on_x == on_y:
        return None
    x, y = np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float)
    along, level = (y, x) if on_x else (x, y)
    if len(level) == 0 or along.min() > 0 or along.max() < 1 or np.ptp(level) > 0:
        return None
    at = float(frame.x(level[:1])[0] if on_x else frame.y(level[:1])[0])
    return VLine(at, ink=ink) if on_x else HLine(at, ink=ink)


def _line_points(line: Shown, frame: Frame) -> tuple[np.ndarray, np.ndarray]:
    if type(line) is not Line2D and not len(line.get_xdata()) > 2:
        path = line.get_path()
        return frame.points(line.get_transform(), path.vertices)
    style = line.get_drawstyle()
    x, y = line.get_xdata(orig=False), line.get_ydata(orig=False)
    if style != "default":
        x, y = STEP_LOOKUP_MAP[style](np.asarray(x, float), np.asarray(y, float))
    return frame.points(line.get_transform(), np.column_stack([x, y]))


def _scatter(cloud: Shown, frame: Frame) -> Iterator[Drawn]:
    x, y = frame.points(cloud.get_offset_transform(), cloud.get_offsets())
    keep = frame.thin_cloud(x, y)
    cloud.update_scalarmappable()
    faces = cloud.get_facecolors() if len(cloud.get_facecolors()) else cloud.get_edgecolors()
    paths = cloud.get_paths()
    marker = marker_of_path(paths[0]) if len(paths) == 1 else "circle"
    ink = replace(ink_of(faces[0] if len(faces) == 1 else None), marker=marker)
    colours = bytes_of(faces[keep]) if len(faces) == len(x) > 1 else b""
    yield Drawn(Scatter(values(x[keep]), values(y[keep]), colours, ink=ink))


def _segments(lines: Shown, frame: Frame) -> Iterator[Drawn]:
    """Yield straight pieces as one layer, broken lines as one line with gaps."""
    pieces = [each for each in lines.get_segments() if len(each) > 1]
    if not pieces:
        return
    colours = lines.get_colors()
    ink = ink_of(colours[0] if len(colours) else None, _style_of(lines))
    width = float(np.max(lines.get_linewidths())) if len(lines.get_linewidths()) else 0.0
    if all(len(each) == 2 for each in pieces):
        x, y = frame.points(lines.get_transform(), np.concatenate(pieces))
        start, end = (values(x[::2]), values(y[::2])), (values(x[1::2]), values(y[1::2]))
        yield Drawn(Segments(*start, *end, ink=ink))
        return
    gap = np.full((1, 2), np.nan)
    joined = np.concatenate([part for each in pieces for part in (each, gap)][:-1])
    x, y = frame.points(lines.get_transform(), joined)
    keep = frame.thin(x, y)
    yield Drawn(Line(values(x[keep]), values(y[keep]), ink=ink), width)


def _style_of(lines: Shown) -> str:
    """Return the dash of a collection, which keeps only its pattern."""
    patterns = lines.get_linestyle()
    broken = len(patterns) > 0 and patterns[0][1] is not None
    return "--" if broken else "-"


def _bar_container(box: Shown, name: str) -> AnyLayer:
    upright = getattr(box, "orientation", "vertical") != "horizontal"
    corners = np.array([each.get_bbox().get_points() for each in box], float)
    along, across = (0, 1) if upright else (1, 0)
    start, end = (values(corners[:, side, along]) for side in (0, 1))
    base, top = (values(corners[:, side, across]) for side in (0, 1))
    first = box[0]
    ink = ink_of(first.get_facecolor() if first.get_fill() else first.get_edgecolor())
    return Bars(start, end, base, top, upright, label=name, ink=ink)


def _quiver(arrows: Shown, frame: Frame) -> Iterator[Drawn]:
    """Yield a quiver; its lengths are known only after Matplotlib has laid out the figure."""
    if arrows.scale is None:
        frame.axes.figure.canvas.figure.draw_without_rendering()
    u, v = np.ma.filled(arrows.U, np.nan), np.ma.filled(arrows.V, np.nan)
    start = np.column_stack([arrows.X, arrows.Y]).astype(float)
    tip = start + np.column_stack([u, v]) / arrows.scale
    if arrows.angles != "xy" or arrows.scale_units != "xy":
        pixels = np.column_stack([u, v]) / arrows.scale * frame.axes.bbox.width
        data = frame.axes.transData
        tip = data.inverted().transform(data.transform(start) + pixels)
    dx, dy = (tip - start).T
    x, y = frame.x(start[:, 0]), frame.y(start[:, 1])
    for ink, mine in _by_colour(arrows.get_facecolor(), len(x)):
        yield Drawn(arrow(x[mine], y[mine], dx[mine], dy[mine], ink))


def _by_colour(faces: np.ndarray, count: int) -> Iterator[tuple[Ink, np.ndarray]]:
    """Yield the arrows of each colour, if there are a few colours; else all as one."""
    kinds, member = np.unique(faces, axis=0, return_inverse=True)
    if len(faces) != count or not 1 < len(kinds) <= MOST_COLOURS:
        yield ink_of(faces[0] if len(faces) else None), np.arange(count)
        return
    for kind in dict.fromkeys(member.ravel().tolist()):
        yield ink_of(kinds[kind]), np.flatnonzero(member.ravel() == kind)


def _text(text: Shown, frame: Frame) -> Iterator[Drawn]:
    words = readable(text.get_text())
    is_note = isinstance(text, Annotation)
    if is_note:
        text.update_positions(frame.axes.figure.canvas.get_renderer())
    transform = text.get_transform()
    x, y = frame.points(transform, [text.get_unitless_position()])
    if not (np.isfinite(x[0]) and np.isfinite(y[0])):
        return
    if is_note and text.arrow_patch is not None:
        tip_x, tip_y = frame.points(_tip_transform(text, frame), [text.xy])
        yield Drawn(arrow(x, y, tip_x - x, tip_y - y, ink_of(text.get_color())))
    if words:
        anchor: Anchor = text.get_horizontalalignment()
        stand = _STANDS[text.get_verticalalignment()]
        ink = ink_of(None if _is_level(text, frame) else text.get_color())
        yield Drawn(Label(float(x[0]), float(y[0]), words, anchor, stand, ink=ink))


_STANDS: dict[str, Stand] = {
    "bottom": "above", "baseline": "above", "center": "middle", "center_baseline": "middle",
    "top": "below",
}  # fmt: skip


def _is_level(text: Shown, frame: Frame) -> bool:
    """Return whether a text is the level of a contour line (`clabel`), in that line's colour."""
    return any(
        text in each.labelTexts
        for each in frame.axes.collections
        if isinstance(each, ContourSet) and hasattr(each, "labelTexts")
    )


def _tip_transform(note: Shown, frame: Frame) -> Shown:
    """Return the coordinates of the point an annotation is about."""
    if note.xycoords == "axes fraction":
        return frame.axes.transAxes
    if note.xycoords != "data":
        raise UnsayableError(f"an annotation in {note.xycoords}")
    return frame.axes.transData


def _each(say: Callable[..., AnyLayer]) -> Callable[[Artist, Frame], Iterator[Drawn]]:
    """Return a sayer of exactly one layer."""

    def sayer(artist: Artist, frame: Frame) -> Iterator[Drawn]:
        yield Drawn(say(artist, frame))

    return sayer


def _polygons(artist: Shown, frame: Frame) -> Iterator[Drawn]:
    say = filled if artist.get_array() is None else coloured
    yield Drawn(say(artist, frame))


def _patch(artist: Shown, frame: Frame) -> Iterator[Drawn]:
    for layer, width in patch(artist, frame):
        yield Drawn(layer, width)


# The first kind an artist belongs to says it: subclasses stand before their parents.
_SAYERS: dict[type[Artist], Callable[..., Iterator[Drawn]]] = {
    Line2D: _line,
    PathCollection: _scatter,
    LineCollection: _segments,
    Quiver: _quiver,
    ContourSet: _each(contour),
    QuadMesh: _each(mesh),
    PolyCollection: _polygons,
    AxesImage: _each(image),
    StepPatch: _each(stairs),
    Patch: _patch,
    Text: _text,
}
_IN_POLAR = (Line2D, PathCollection, Text)
