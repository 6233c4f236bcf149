"""A figure spec as a picture of exactly the size asked for."""

from __future__ import annotations

import numpy as np

from mlmath_tutor.figspec import Figure

from .canvas import Canvas, width
from .colours import packed
from .furniture import centred
from .layout import Box, panels
from .panel import Sheet
from .picture import Palette, Picture


def drawn(figure: Figure, cols: int, rows: int, palette: Palette) -> Picture:
    """Return the picture of `figure`; see `render.figures.draw`."""
    if cols < 1 or rows < 1:
        raise ValueError(f"no room for a figure in {cols} by {rows} cells")
    canvas = Canvas(cols, rows, braille=palette.braille)
    top = int(bool(figure.title) and rows > 6)
    if top:
        centred(canvas, 0, 0, cols, figure.title, packed(palette.fg), bold=True)
    placed, left_out = panels(figure, Box(0, top, cols, rows - top))
    # Data may be of any size: what overflows on the way to the canvas lies outside it.
    with np.errstate(all="ignore"):
        for panel in placed:
            box = panel.box
            view = canvas.part(box.column, box.row, box.columns, box.rows)
            Sheet(view, panel.axes, palette).compose()
    if left_out:
        text = f"+{left_out}"
        canvas.write(cols - width(text), rows - 1, text, packed(palette.muted))
    return canvas.picture(colour=palette.colour)
