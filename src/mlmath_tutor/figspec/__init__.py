"""A figure as plain data: what a program drew, without how.

The Matplotlib backend in the learner's process writes it, the runner's host decodes it,
`render.figures` draws and describes it. `encode` gives a JSON object; `decode` reads one
as if it were hostile, since it comes from a process that ran somebody's code.
"""

from __future__ import annotations

from .fields import MAX_BYTES, FigureError
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
    Colour,
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
    Layer,
    Line,
    Marker,
    Note,
    Place,
    Scale,
    Scatter,
    Segments,
    Stand,
    Values,
    VLine,
)
from .reading import decode
from .writing import encode

__all__ = [
    "MAX_BYTES",
    "VERSION",
    "Anchor",
    "AnyLayer",
    "Area",
    "Arrow",
    "Aspect",
    "Axes",
    "Band",
    "Bars",
    "Colour",
    "ColourBar",
    "Contour",
    "Dash",
    "Figure",
    "FigureError",
    "Fill",
    "HLine",
    "Heat",
    "Image",
    "Ink",
    "Label",
    "Layer",
    "Line",
    "Marker",
    "Note",
    "Place",
    "Scale",
    "Scatter",
    "Segments",
    "Stand",
    "VLine",
    "Values",
    "decode",
    "encode",
]
