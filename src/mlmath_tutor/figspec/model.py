"""The parts of a figure, as frozen plain data."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

VERSION = 1

Colour = tuple[int, int, int]
Dash = Literal["solid", "dashed", "dotted", "dashdot"]
Marker = Literal[
    "none", "point", "circle", "square", "triangle", "diamond", "cross", "plus", "star"
]
Scale = Literal["linear", "log", "other"]
Aspect = Literal["auto", "equal"]
Anchor = Literal["left", "center", "right"]
Stand = Literal["above", "middle", "below"]
Precision = Literal["f8", "f4"]
Note = Literal["", "raster"]

_TYPECODE: dict[Precision, str] = {"f8": "d", "f4": "f"}
_SIZE: dict[Precision, int] = {"f8": 8, "f4": 4}


@dataclass(frozen=True, slots=True, repr=False)
class Values:
    """A row of numbers, kept as little-endian bytes.

    Bytes compare and hash bit by bit, so that a row with NaN in it equals its copy, and
    NumPy reads them without copying (`np.frombuffer(values.data, "<" + values.kind)`).

    Attributes:
        data: the numbers' bytes.
        kind: `f8` for 64-bit, `f4` for 32-bit floating point.
    """

    data: bytes
    kind: Precision = "f8"

    @classmethod
    def of(cls, numbers: Iterable[float], kind: Precision = "f8") -> Values:
        """Return `numbers` as a row; NaN and infinities are kept."""
        row = array(_TYPECODE[kind], numbers)
        if sys.byteorder == "big":
            row.byteswap()
        return cls(row.tobytes(), kind)

    def __repr__(self) -> str:
        return f"<{len(self)} values of {self.kind}>"

    def __len__(self) -> int:
        return len(self.data) // _SIZE[self.kind]

    def __iter__(self) -> Iterator[float]:
        row = array(_TYPECODE[self.kind])
        row.frombytes(self.data)
        if sys.byteorder == "big":
            row.byteswap()
        return iter(row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """How a layer asks to be drawn.

    Attributes:
        cycle: place in the colour cycle, counted from 0; None when the author gave a colour.
        rgb: the colour as given, for what can show it.
        dash: how a line is broken.
        marker: the sign at each point; `none` for a bare line.
        emphasis: whether this is the layer the text is about.
    """

    cycle: int | None = None
    rgb: Colour | None = None
    dash: Dash = "solid"
    marker: Marker = "none"
    emphasis: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """What every layer has: the name in the legend ("" for none), and its ink."""

    label: str = ""
    ink: Ink = field(default_factory=Ink)


@dataclass(frozen=True, slots=True)
class Line(Layer):
    """Points joined in order; NaN breaks the line. `x` and `y` are equally long."""

    x: Values
    y: Values


@dataclass(frozen=True, slots=True)
class Scatter(Layer):
    """Points. `colours` is empty, or holds three bytes (red, green, blue) for each point."""

    x: Values
    y: Values
    colours: bytes = b""


@dataclass(frozen=True, slots=True)
class Fill(Layer):
    """The area between two curves over the same `x`."""

    x: Values
    lower: Values
    upper: Values


@dataclass(frozen=True, slots=True)
class Bars(Layer):
    """Bars and histograms: bar i covers `start` to `end` and reaches from `base` to `top`.

    Attributes:
        start, end: on the x axis when `upright`, else on the y axis.
        base, top: on the other axis.
        upright: False for horizontal bars.
    """

    start: Values
    end: Values
    base: Values
    top: Values
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Area(Layer):
    """Filled polygons; NaN ends a ring, a ring inside another is a hole (even-odd rule)."""

    x: Values
    y: Values


@dataclass(frozen=True, slots=True)
class Heat(Layer):
    """A grid of values shown as colours.

    Attributes:
        rows, columns: the shape of the grid.
        values: row by row, `rows * columns` of them.
        extent: (x at the outer edge of column 0, x beyond the last column, y at the outer
            edge of row 0, y beyond the last row).
        low, high: the values at the ends of the colour map.
        colours: the colour map from `low` to `high`, three bytes a colour, at least two.
        scale: whether colours follow the value or its logarithm.
    """

    rows: int
    columns: int
    values: Values
    extent: tuple[float, float, float, float]
    low: float
    high: float
    colours: bytes
    scale: Scale = "linear"


@dataclass(frozen=True, slots=True)
class Band:
    """One level of a contour plot.

    Attributes:
        level: the level of the line; the lower level of a filled band.
        x, y: polylines, or the rings of a filled band; NaN separates them.
        rgb: the level's colour.
    """

    level: float
    x: Values
    y: Values
    rgb: Colour


@dataclass(frozen=True, slots=True)
class Contour(Layer):
    """Level lines, or the filled bands between levels (even-odd rule)."""

    bands: tuple[Band, ...]
    filled: bool = False


@dataclass(frozen=True, slots=True)
class Segments(Layer):
    """Separate straight pieces from (x0, y0) to (x1, y1): error bars, stems, steps apart."""

    x0: Values
    y0: Values
    x1: Values
    y1: Values


@dataclass(frozen=True, slots=True)
class Arrow(Layer):
    """Arrows from (x, y) to (x + dx, y + dy), in data coordinates."""

    x: Values
    y: Values
    dx: Values
    dy: Values


@dataclass(frozen=True, slots=True)
class HLine(Layer):
    """A horizontal line across the whole axes."""

    y: float


@dataclass(frozen=True, slots=True)
class VLine(Layer):
    """A vertical line across the whole axes."""

    x: float


@dataclass(frozen=True, slots=True)
class Label(Layer):
    """Text at a point.

    Attributes:
        anchor: the side of the text that is at the point.
        stand: whether the text stands above the point, on it or below it.
    """

    x: float
    y: float
    text: str
    anchor: Anchor = "left"
    stand: Stand = "middle"


@dataclass(frozen=True, slots=True)
class Image(Layer):
    """A picture: `height` rows of `width` pixels, three bytes a pixel, the first row at top.

    Attributes:
        extent: (left, right, bottom, top) in data coordinates; None to cover the whole axes.
        note: `raster` when this stands for something that no other layer can say, else "".
    """

    width: int
    height: int
    pixels: bytes
    extent: tuple[float, float, float, float] | None = None
    note: Note = ""


AnyLayer = (
    Line
    | Scatter
    | Fill
    | Bars
    | Area
    | Heat
    | Contour
    | Segments
    | Arrow
    | HLine
    | VLine
    | Label
    | Image
)


@dataclass(frozen=True, slots=True)
class ColourBar:
    """What the colours in an axes stand for.

    Attributes:
        low, high: the values at its ends.
        colours: the colours from `low` to `high`, three bytes a colour, at least two.
        scale: whether colours follow the value or its logarithm.
        label: what the values are; "" where the author did not say.
    """

    low: float
    high: float
    colours: bytes
    scale: Scale = "linear"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """The cells of the figure's grid that an axes takes, counted from 0 at the top left."""

    row: int = 0
    column: int = 0
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Axes:
    """One coordinate system with its layers, the first layer lowest.

    Attributes:
        xlim, ylim: the values at the left and right, bottom and top edge; either may fall.
        xscale, yscale: `other` where data and limits are positions on a scale without a name
            here: only the labels of its ticks say which values they stand for.
        xticks, yticks: where the author wants ticks; None leaves it to the drawing.
        xticklabels, yticklabels: their texts, as many; None for the numbers themselves.
        frame: False when the author switched the axes off.
        legend: whether the author asked for a legend.
        twin: the index of the axes this one is laid over, with its own y axis at the right.
        bar: the colour bar the author asked for.
    """

    title: str = ""
    xlabel: str = ""
    ylabel: str = ""
    xlim: tuple[float, float] = (0.0, 1.0)
    ylim: tuple[float, float] = (0.0, 1.0)
    xscale: Scale = "linear"
    yscale: Scale = "linear"
    xticks: tuple[float, ...] | None = None
    xticklabels: tuple[str, ...] | None = None
    yticks: tuple[float, ...] | None = None
    yticklabels: tuple[str, ...] | None = None
    aspect: Aspect = "auto"
    frame: bool = True
    legend: bool = False
    place: Place = field(default_factory=Place)
    twin: int | None = None
    bar: ColourBar | None = None
    layers: tuple[AnyLayer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure: axes on a grid of `rows` by `columns`, under one title."""

    axes: tuple[Axes, ...] = ()
    title: str = ""
    rows: int = 1
    columns: int = 1
    version: int = VERSION
