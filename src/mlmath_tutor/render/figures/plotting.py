"""The one place that calls plotext: strokes in, characters and their owners out.

plotext keeps one figure for the whole process and clamps it to the terminal; each drawing
here gets a figure of its own, bare of frame, ticks and legend. Which stroke a cell belongs
to comes back as its colour.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

from .strokes import Stroke

_COLOUR = re.compile(r"\x1b\[([0-9;]*)m")
NOBODY = -1


def traced(strokes: Sequence[Stroke], columns: int, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """Draw `strokes` over each other, the last on top.

    Returns:
        The code points of the cells, (rows, columns), 0 where nothing is; and the index of
        the stroke seen in each cell, NOBODY where there is none.
    """
    import plotext

    figure = type(plotext.figure)(parent=_terminal())
    figure.plot_size(columns, rows)
    figure.canvas("default").axes(False).legend(False)
    for axis, dots in (("x", 2 * columns), ("y", 4 * rows)):
        figure.ruler(axis).frequency(0).lim(-0.5, dots - 0.5).alignment(lim="edge")
    for number, stroke in enumerate(strokes):
        pixel = plotext.pixel(foreground=(number >> 16, number >> 8 & 255, number & 255))
        marker = plotext.marker(stroke.sign or "braille", pixel=pixel)
        signal = figure.signal(stroke.x.tolist(), stroke.y.tolist(), marker=marker)
        # As `figure.draw` does it, which then looks at every point for colours that it will not
        # give to other signals: that takes longer than all the rest, and nobody asks for them.
        figure._signals._add(signal.lines() if stroke.joined else signal)
    return _read(figure.build().string(), columns, rows)


@cache
def _terminal() -> Any:
    """Return a terminal whose size does not clamp figures."""
    import plotext

    return type(plotext.terminal)().limit(False, False)


def _read(text: str, columns: int, rows: int) -> tuple[np.ndarray, np.ndarray]:
    """Return what a built figure shows; every character in it is one cell wide."""
    codes = np.zeros((rows, columns), np.uint32)
    owners = np.full((rows, columns), NOBODY, np.int32)
    for row, line in enumerate(text.split("\n")[:rows]):
        column, owner = 0, NOBODY
        pieces = _COLOUR.split(line)
        for place, piece in enumerate(pieces):
            if place % 2:
                owner = _owner(piece)
                continue
            signs = [ord(each) for each in piece[: columns - column]]
            here = np.s_[row, column : column + len(signs)]
            codes[here] = signs
            owners[here] = owner
            column += len(signs)
    codes[codes == ord(" ")] = 0
    owners[codes == 0] = NOBODY
    return codes, owners


def _owner(colours: str) -> int:
    parts = colours.split(";")
    if parts[:2] != ["38", "2"] or len(parts) < 5:
        return NOBODY
    red, green, blue = map(int, parts[2:5])
    return red << 16 | green << 8 | blue
