"""Names of series: at the end of their line where there is room, else in a legend."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from mlmath_tutor.figspec import AnyLayer, Area, Axes, Bars, Fill, HLine, Line, Scatter

from .areas import numbers
from .canvas import Canvas, cut, width
from .looks import Look, text_colour
from .picture import Palette
from .scales import Ruler

SAMPLES = {"solid": "⠒⠒⠒", "dashed": "⠒⠐⠂", "dotted": "⠐⠐⠐", "dashdot": "⠒⠂⠐"}
APART = 0.5  # rows between two lines whose names can stand in their order
BETWEEN = 3  # cells between two names of a row
_TEXTURES = ("⣿⣿", "⢕⢕", "⠭⠭", "⡇⡇", "⠅⠅")


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name to write, in the colour of what it names.

    Attributes:
        text: the name.
        ink: packed colour of the text.
        colour: packed colour of the series.
        sample: what the series looks like, for a legend.
        end: where its line ends at the right, from the bottom, 0 to 1, and the line's mean
            height on the way there; None if it ends nowhere.
        path: its line as points from the bottom left, (n, 2) of 0 to 1; None if it is none.
    """

    text: str
    ink: int
    colour: int
    sample: str
    end: tuple[float, float] | None = None
    path: np.ndarray | None = None


def names(axes: Sequence[Axes], looks: Sequence[Sequence[Look]], palette: Palette) -> list[Name]:
    """Return the names a legend would have, in order; none unless the author asked for one."""
    if not any(each.legend for each in axes):
        return []
    found = []
    for each, its_looks in zip(axes, looks, strict=True):
        for layer, look in zip(each.layers, its_looks, strict=True):
            if layer.label:
                path = _path(layer, each)
                end = None if path is None else _end(path)
                ink = text_colour(look, palette)
                sample = _sample(layer, look)
                found.append(Name(layer.label, ink, look.colour, sample, end, path))
    return found


def _path(layer: AnyLayer, axes: Axes) -> np.ndarray | None:
    """Return a line's points between the axes' ends, (n, 2) of 0 to 1 inside."""
    across, up = Ruler.of(axes.xlim, axes.xscale), Ruler.of(axes.ylim, axes.yscale)
    if isinstance(layer, HLine):
        height = up.place_of(layer.y)
        return np.array([[0.0, height], [1.0, height]])
    if not isinstance(layer, Line):
        return None
    return np.column_stack([across.place(numbers(layer.x)), up.place(numbers(layer.y))])


def _sample(layer: AnyLayer, look: Look) -> str:
    if isinstance(layer, Scatter):
        return look.sign or "⠂"
    if isinstance(layer, Bars | Fill | Area):
        return _TEXTURES[look.texture % len(_TEXTURES)]
    return look.stroke * 3 or SAMPLES[look.dash]


def _end(path: np.ndarray) -> tuple[float, float] | None:
    """Return the height at which a line leaves the axes or ends near its right edge.

    With it comes the mean height of the line's last third, which tells lines apart that
    end in one point. A closed curve ends nowhere.
    """
    across, up = path.T
    known = np.isfinite(across) & np.isfinite(up) & (across <= 1.001) & (up > -0.1) & (up < 1.1)
    if not known.any():
        return None
    last = np.flatnonzero(known)[np.argmax(across[known])]
    closed = len(up) > 3 and abs(across[0] - across[-1]) + abs(up[0] - up[-1]) < 0.01
    if across[last] < 0.88 or closed:
        return None
    before = float(up[known & (across > 0.67)].mean())
    return float(np.clip(up[last], 0.0, 1.0)), before


def rows_of_ends(found: Sequence[Name], rows: int, most_shift: int) -> list[int] | None:
    """Return a row for each name near the end of its line, one a row; None if too crowded.

    A name may stand up to `most_shift` rows from where its line ends. Lines that end together
    need to come from heights at least `APART` rows apart: only then can their names be told
    apart by their order.
    """
    if not found or len(found) > rows or any(each.end is None for each in found):
        return None
    ends = [each.end for each in found if each.end is not None]
    wanted = [min(rows - 1, int((1 - end) * rows)) for end, _ in ends]
    if any(
        abs(here - there) * rows < APART > abs(before - once) * rows
        for (here, before), (there, once) in combinations(ends, 2)
    ):
        return None
    order = sorted(range(len(found)), key=lambda each: (wanted[each], -ends[each][1]))
    placed = [wanted[each] for each in order]
    for place in range(1, len(placed)):
        placed[place] = max(placed[place], placed[place - 1] + 1)
    limit = rows
    for place in reversed(range(len(placed))):
        placed[place] = min(placed[place], limit - 1)
        limit = placed[place]
    result = [0] * len(found)
    for place, each in enumerate(order):
        result[each] = placed[place]
    shifts = [abs(row - want) for row, want in zip(result, wanted, strict=True)]
    return result if max(shifts) <= most_shift else None


def gutter(found: Sequence[Name], columns: int) -> int:
    """Return the cells that names at line ends need at the right; 0 if there is no room."""
    need = max((width(each.text) for each in found), default=0) + 2
    return need if found and need <= max(10, columns // 3) else 0


def write_ends(
    canvas: Canvas, column: int, top: int, found: Sequence[Name], rows: Sequence[int]
) -> None:
    """Write each name at its row, from `column` on."""
    for name, row in zip(found, rows, strict=True):
        canvas.write(column, top + row, cut(name.text, canvas.columns - column), name.ink)


def legend_size(found: Sequence[Name]) -> tuple[int, int]:
    """Return the columns and rows of a legend."""
    sample, text = (
        max(map(width, each), default=0)
        for each in ([name.sample for name in found], [name.text for name in found])
    )
    return sample + 1 + text, len(found)


def emptiest_corner(canvas: Canvas, columns: int, rows: int) -> tuple[int, int, float]:
    """Return where in the corners a box covers least: column, row, share of it that covers."""
    taken = canvas.taken()
    columns, rows = min(columns, canvas.columns), min(rows, canvas.rows)
    places = [
        (column, row)
        for row in (0, canvas.rows - rows)
        for column in (max(0, canvas.columns - columns - 1), min(1, canvas.columns - columns))
    ]
    shares = [
        float(taken[row : row + rows, column : column + columns].mean()) for column, row in places
    ]
    best = shares.index(min(shares))
    return (*places[best], shares[best])


def write_legend(canvas: Canvas, column: int, row: int, found: Sequence[Name]) -> None:
    """Write a legend with its top left corner at (column, row)."""
    indent = max((width(each.sample) for each in found), default=0)
    for number, name in enumerate(found):
        canvas.write(column + indent - width(name.sample), row + number, name.sample, name.colour)
        room = canvas.columns - column - indent - 1
        canvas.write(column + indent + 1, row + number, cut(name.text, room), name.ink)


def legend_rows(found: Sequence[Name], columns: int) -> list[list[Name]]:
    """Return names that stand side by side in rows of `columns` cells; none if one is longer."""
    rows: list[list[Name]] = []
    free = 0
    for name in found:
        need = width(name.sample) + 1 + width(name.text)
        if need > columns:
            return []
        if not rows or need > free:
            rows.append([])
            free = columns
        rows[-1].append(name)
        free -= need + BETWEEN
    return rows


def write_legend_row(canvas: Canvas, row: int, found: Sequence[Name]) -> None:
    """Write names with their samples side by side, in the middle of a row."""
    needs = [width(name.sample) + 1 + width(name.text) for name in found]
    column = max(0, (canvas.columns - sum(needs) - BETWEEN * (len(needs) - 1)) // 2)
    for name, need in zip(found, needs, strict=True):
        canvas.write(column, row, name.sample, name.colour)
        canvas.write(column + width(name.sample) + 1, row, name.text, name.ink)
        column += need + BETWEEN
