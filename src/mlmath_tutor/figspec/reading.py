"""From a JSON object to a figure, believing nothing.

What comes in was written by a process that ran a learner's program: it may be of any shape
and size. Whatever `decode` lets through is finite where it must be, of agreeing lengths, of
bounded size, and free of control characters.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import cast

from .fields import Budget, FieldReader, FigureError
from .model import (
    VERSION,
    Anchor,
    AnyLayer,
    Area,
    Arrow,
    Aspect,
    Axes,
    Band,
    Bars,
    ColourBar,
    Contour,
    Dash,
    Figure,
    Fill,
    Heat,
    HLine,
    Image,
    Ink,
    Label,
    Line,
    Marker,
    Note,
    Place,
    Scale,
    Scatter,
    Segments,
    Stand,
    VLine,
)

MAX_AXES = 256
MAX_GRID = 64
MAX_LAYERS = 1000
MAX_BANDS = 200
MAX_SIDE = 4096
MAX_CYCLE = 1_000_000


def decode(obj: object) -> Figure:
    """Return the figure that `obj`, the JSON object of `encode`, stands for.

    Raises:
        FigureError: `obj` is not such an object, or holds more than a figure may.
    """
    reader = FieldReader(obj, "figure", Budget())
    if (version := reader.take("version")) != VERSION or isinstance(version, bool):
        raise FigureError(f"figure.version: {VERSION} is needed")
    rows, columns = reader.whole("rows", 1, MAX_GRID), reader.whole("columns", 1, MAX_GRID)
    found = reader.items("axes", MAX_AXES)
    axes = tuple(
        _axes(FieldReader(each, f"axes[{index}]", reader.budget), index, rows, columns)
        for index, each in enumerate(found)
    )
    for index, each in enumerate(axes):
        if each.twin is not None and axes[each.twin].twin is not None:
            raise FigureError(f"axes[{index}].twin: the twin of a twin")
    figure = Figure(axes=axes, title=reader.text("title"), rows=rows, columns=columns)
    return reader.done(figure)


def _axes(reader: FieldReader, index: int, rows: int, columns: int) -> Axes:
    reader.left.setdefault("bar", None)  # figures kept from before there were colour bars
    xscale = cast("Scale", reader.word("xscale", Scale))
    yscale = cast("Scale", reader.word("yscale", Scale))
    layers = [
        _layer(FieldReader(each, f"{reader.where}.layers[{number}]", reader.budget))
        for number, each in enumerate(reader.items("layers", MAX_LAYERS))
    ]
    xticks, xticklabels = _ticks(reader, "x")
    yticks, yticklabels = _ticks(reader, "y")
    axes = Axes(
        title=reader.text("title"),
        xlabel=reader.text("xlabel"),
        ylabel=reader.text("ylabel"),
        xlim=_limits(reader, "xlim", xscale),
        ylim=_limits(reader, "ylim", yscale),
        xscale=xscale,
        yscale=yscale,
        xticks=xticks,
        xticklabels=xticklabels,
        yticks=yticks,
        yticklabels=yticklabels,
        aspect=cast("Aspect", reader.word("aspect", Aspect)),
        frame=reader.flag("frame"),
        legend=reader.flag("legend"),
        place=_place(reader.inner("place"), rows, columns),
        twin=reader.optional("twin", lambda name: reader.whole(name, 0, index - 1)),
        bar=reader.optional("bar", lambda name: _bar(reader.inner(name))),
        layers=tuple(layers),
    )
    return reader.done(axes)


def _ticks(
    reader: FieldReader, axis: str
) -> tuple[tuple[float, ...] | None, tuple[str, ...] | None]:
    ticks = reader.optional(f"{axis}ticks", reader.ticks)
    labels = reader.optional(f"{axis}ticklabels", reader.texts)
    if labels is not None and (ticks is None or len(ticks) != len(labels)):
        raise reader.error(f"{axis}ticklabels", "as many labels as ticks are needed")
    return ticks, labels


def _limits(reader: FieldReader, name: str, scale: Scale) -> tuple[float, float]:
    low, high = reader.numbers(name, 2)
    if scale == "log" and min(low, high) <= 0:
        raise reader.error(name, "limits of a logarithmic axis are positive")
    ends = (math.log10(low), math.log10(high)) if scale == "log" else (low, high)
    if abs(ends[1] - ends[0]) <= max(1e-300, 1e-12 * max(abs(ends[0]), abs(ends[1]))):
        raise reader.error(name, "two different limits are needed")
    return low, high


def _bar(reader: FieldReader) -> ColourBar:
    bar = ColourBar(*_colour_scale(reader), reader.text("label"))
    return reader.done(bar)


def _colour_scale(reader: FieldReader) -> tuple[float, float, bytes, Scale]:
    """Return the ends, the colours and the scale of a colour map."""
    scale = cast("Scale", reader.word("scale", Scale))
    low, high = reader.number("low"), reader.number("high")
    if scale == "log" and min(low, high) <= 0:
        raise reader.error("low", "the ends of a logarithmic colour scale are positive")
    colours = reader.octets("colours")
    if len(colours) % 3 or not 6 <= len(colours) <= 3 * 256:
        raise reader.error("colours", "2 to 256 colours of three bytes are needed")
    return low, high, colours, scale


def _place(reader: FieldReader, rows: int, columns: int) -> Place:
    row = reader.whole("row", 0, rows - 1)
    column = reader.whole("column", 0, columns - 1)
    row_span = reader.whole("row_span", 1, rows - row)
    column_span = reader.whole("column_span", 1, columns - column)
    return reader.done(Place(row, column, row_span, column_span))


def _layer(reader: FieldReader) -> AnyLayer:
    kind = reader.take("kind")
    if not isinstance(kind, str) or kind not in _LAYERS:
        raise reader.error("kind", "this kind of layer is unknown")
    label, ink = reader.text("label"), _ink(reader.inner("ink"))
    return reader.done(_LAYERS[kind](reader, label, ink))


def _ink(reader: FieldReader) -> Ink:
    ink = Ink(
        cycle=reader.optional("cycle", lambda name: reader.whole(name, 0, MAX_CYCLE)),
        rgb=reader.optional("rgb", reader.colour),
        dash=cast("Dash", reader.word("dash", Dash)),
        marker=cast("Marker", reader.word("marker", Marker)),
        emphasis=reader.flag("emphasis"),
    )
    return reader.done(ink)


def _line(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    x, y = reader.columns("x", "y")
    return Line(x, y, label=label, ink=ink)


def _scatter(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    x, y = reader.columns("x", "y")
    colours = reader.octets("colours")
    if colours and len(colours) != 3 * len(x):
        raise reader.error("colours", "three bytes for each point are needed")
    return Scatter(x, y, colours, label=label, ink=ink)


def _fill(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    x, lower, upper = reader.columns("x", "lower", "upper")
    return Fill(x, lower, upper, label=label, ink=ink)


def _bars(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    start, end, base, top = reader.columns("start", "end", "base", "top")
    return Bars(start, end, base, top, reader.flag("upright"), label=label, ink=ink)


def _area(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    x, y = reader.columns("x", "y")
    return Area(x, y, label=label, ink=ink)


def _heat(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    rows, columns = reader.whole("rows", 1, MAX_SIDE), reader.whole("columns", 1, MAX_SIDE)
    values = reader.values("values")
    if len(values) != rows * columns:
        raise reader.error("values", f"{rows} times {columns} values are needed")
    reader.left.pop("bar", None)  # figures kept from before it belonged to the axes
    low, high, colours, scale = _colour_scale(reader)
    extent = _extent(reader)
    return Heat(rows, columns, values, extent, low, high, colours, scale, label=label, ink=ink)


def _contour(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    bands = [
        _band(FieldReader(each, f"{reader.where}.bands[{number}]", reader.budget))
        for number, each in enumerate(reader.items("bands", MAX_BANDS))
    ]
    return Contour(tuple(bands), reader.flag("filled"), label=label, ink=ink)


def _band(reader: FieldReader) -> Band:
    x, y = reader.columns("x", "y")
    return reader.done(Band(reader.number("level"), x, y, reader.colour("rgb")))


def _segments(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    x0, y0, x1, y1 = reader.columns("x0", "y0", "x1", "y1")
    return Segments(x0, y0, x1, y1, label=label, ink=ink)


def _arrow(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    x, y, dx, dy = reader.columns("x", "y", "dx", "dy")
    return Arrow(x, y, dx, dy, label=label, ink=ink)


def _hline(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    return HLine(reader.number("y"), label=label, ink=ink)


def _vline(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    return VLine(reader.number("x"), label=label, ink=ink)


def _label(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    x, y, text = reader.number("x"), reader.number("y"), reader.text("text")
    anchor = cast("Anchor", reader.word("anchor", Anchor))
    reader.left.setdefault("stand", "middle")  # figures kept from before labels said it
    stand = cast("Stand", reader.word("stand", Stand))
    return Label(x, y, text, anchor, stand, label=label, ink=ink)


def _image(reader: FieldReader, label: str, ink: Ink) -> AnyLayer:
    width, height = reader.whole("width", 1, MAX_SIDE), reader.whole("height", 1, MAX_SIDE)
    pixels = reader.octets("pixels")
    if len(pixels) != 3 * width * height:
        raise reader.error("pixels", f"{width} times {height} pixels of 3 bytes are needed")
    extent = None if reader.left.get("extent", 0) is None else _extent(reader)
    if extent is None:
        reader.take("extent")
    note = cast("Note", reader.word("note", Note))
    return Image(width, height, pixels, extent, note, label=label, ink=ink)


def _extent(reader: FieldReader) -> tuple[float, float, float, float]:
    x0, x1, y0, y1 = reader.numbers("extent", 4)
    if x0 == x1 or y0 == y1:
        raise reader.error("extent", "a side has no length")
    return x0, x1, y0, y1


_LAYERS: dict[str, Callable[[FieldReader, str, Ink], AnyLayer]] = {
    "line": _line,
    "scatter": _scatter,
    "fill": _fill,
    "bars": _bars,
    "area": _area,
    "heat": _heat,
    "contour": _contour,
    "segments": _segments,
    "arrow": _arrow,
    "hline": _hline,
    "vline": _vline,
    "label": _label,
    "image": _image,
}
