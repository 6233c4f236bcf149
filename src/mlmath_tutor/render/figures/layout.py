"""Where everything stands: panels in the figure, and canvas, ticks and words in a panel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from mlmath_tutor.figspec import Axes, Figure, Heat, Image

from .canvas import width
from .scales import Ruler, Tick, candidates, given_ticks, ticks_at

NARROW, LOW = 26, 5
NARROW_PICTURE, LOW_PICTURE = 4, 2
WIDE_PICTURE, FEW_PICTURES = 12, 6  # a strip of a few pictures is broken before they get narrower
LEAST_ROWS, LEAST_COLUMNS = 4, 9
GAP = 2
MOST_UP, MOST_ACROSS = 7, 11
USUAL = 14  # rows of a panel where nothing else is asked for


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of cells."""

    column: int
    row: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class Panel:
    """One axes of a figure with those laid over it, and its rectangle."""

    box: Box
    axes: tuple[Axes, ...]


def panels(figure: Figure, box: Box) -> tuple[list[Panel], int]:
    """Return the panels of a figure in `box`, and how many axes found no room.

    The grid is kept where its columns are wide enough; otherwise the axes follow each
    other in as many columns as fit.
    """
    bases = [each for each in figure.axes if each.twin is None]
    groups = [
        (base, *(each for each in figure.axes if each.twin is not None
                 and figure.axes[each.twin] is base))
        for base in bases
    ]  # fmt: skip
    if not groups:
        return [], 0
    grid_columns = max(each.place.column + each.place.column_span for each in bases)
    grid_rows = max(each.place.row + each.place.row_span for each in bases)
    small = all(map(_is_picture, bases))
    narrow, low = (NARROW_PICTURE, LOW_PICTURE) if small else (NARROW, LOW)
    wide_enough = grid_columns == 1 or (box.columns + GAP) // grid_columns - GAP >= narrow
    strip = small and len(groups) <= FEW_PICTURES and grid_rows == 1
    if strip and _better_in_rows(len(groups), box):
        wide_enough, narrow, low = False, WIDE_PICTURE, WIDE_PICTURE // 2
    if wide_enough and box.rows // grid_rows >= low:
        found = [_in_grid(each[0], grid_columns, grid_rows, box) for each in groups]
        return [Panel(place, axes) for place, axes in zip(found, groups, strict=True)], 0
    across = max(1, min(len(groups), (box.columns + GAP) // (narrow + GAP)))
    down = -(-len(groups) // across)
    shown_down = max(1, min(down, box.rows // low))
    shown = groups[: across * shown_down]
    placed = [
        Panel(_cell(box, across, shown_down, number % across, number // across), axes)
        for number, axes in enumerate(shown)
    ]
    return placed, len(groups) - len(shown)


def _better_in_rows(count: int, box: Box) -> bool:
    """Return whether a strip of so many pictures is too narrow here, but fits in several rows."""
    across = max(1, (box.columns + GAP) // (WIDE_PICTURE + GAP))
    return across < count and box.rows // -(-count // across) >= WIDE_PICTURE // 2


def _is_picture(axes: Axes) -> bool:
    """Return whether an axes is a picture without ticks, which can be small."""
    bare = not axes.frame or (axes.xticks == () and axes.yticks == ())
    return bare and any(isinstance(each, Heat | Image) for each in axes.layers)


def _in_grid(axes: Axes, columns: int, rows: int, box: Box) -> Box:
    place = axes.place
    first = _cell(box, columns, rows, place.column, place.row)
    last = _cell(
        box, columns, rows, place.column + place.column_span - 1, place.row + place.row_span - 1
    )
    return Box(
        first.column,
        first.row,
        last.column + last.columns - first.column,
        last.row + last.rows - first.row,
    )


def _cell(box: Box, across: int, down: int, column: int, row: int) -> Box:
    """Return one cell of a grid of equal cells, with gaps between its columns."""
    wide = max(1, (box.columns + GAP) // across - GAP)
    high = max(1, box.rows // down)
    return Box(box.column + column * (wide + GAP), box.row + row * high, wide, high)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a panel is divided, all in cells of the panel.

    Attributes:
        canvas: where the data are drawn.
        title_row, ylabel_row, xlabel_row: rows of the words; None where there is no room.
        xticks, yticks, right_ticks: what stands at the axes.
        frame: whether the axes are drawn: not where the author or the room forbids it.
    """

    canvas: Box
    title_row: int | None
    ylabel_row: int | None
    xlabel_row: int | None
    xticks: tuple[Tick, ...]
    yticks: tuple[Tick, ...]
    right_ticks: tuple[Tick, ...]
    frame: bool


def plan(axes: Sequence[Axes], columns: int, rows: int, gutter: int) -> Plan:
    """Divide a panel of `columns` by `rows`, keeping `gutter` cells free at the right."""
    base = axes[0]
    twin = axes[1] if len(axes) > 1 else None
    frame = base.frame and rows >= LEAST_ROWS and columns >= LEAST_COLUMNS
    bottom = 2 if frame else 0
    spare = rows - 3 - bottom
    above = base.ylabel or (twin and twin.ylabel) or (base.bar and base.bar.label)
    ylabel = bool(frame and above) and spare > 0
    spare -= ylabel
    xlabel = bool(base.xlabel and frame) and spare > 0
    spare -= xlabel
    title = bool(base.title) and spare > 0
    top = title + ylabel
    high = max(1, rows - top - bottom - xlabel)
    yticks = _vertical(base, high)
    right = _vertical(twin, high) if twin else []
    left = max((width(each.text) for each in yticks), default=0) + 1 if frame else 0
    left = min(left, columns // 3)
    right_room = max((width(each.text) for each in right), default=-1) + 1
    right_room = min(right_room, max(0, columns // 4))
    wide = max(1, columns - left - right_room - gutter)
    wide, high_kept = fitted(base, wide, high)
    lowered = 0 if frame else (high - high_kept) // 2
    top += lowered
    canvas = Box(left, top, wide, high_kept)
    return Plan(
        canvas,
        lowered if title else None,
        int(title) if ylabel else None,
        top + high_kept + bottom if xlabel else None,
        tuple(_horizontal(base, wide, left)),
        tuple(_vertical(base, high_kept)),
        tuple(_vertical(twin, high_kept)) if twin else (),
        frame,
    )


def fitted(axes: Axes, columns: int, rows: int) -> tuple[int, int]:
    """Return a canvas of at most that size on which equal steps look equal.

    A cell is twice as tall as wide. Where the data are far from square, some width is kept
    all the same: a canvas of one column shows nothing.
    """
    if axes.aspect != "equal":
        return columns, rows
    across, up = Ruler.of(axes.xlim, axes.xscale), Ruler.of(axes.ylim, axes.yscale)
    ratio = 2 * abs(across.high - across.low) / abs(up.high - up.low)
    if ratio * rows <= columns:
        return max(min(columns, 6), round(ratio * rows)), rows
    return columns, max(min(rows, 3), round(columns / ratio))


def _vertical(axes: Axes, rows: int) -> list[Tick]:
    """Return ticks with a row between them, and not too many of them."""
    ruler = Ruler.of(axes.ylim, axes.yscale)
    if not axes.frame:
        return []
    if axes.yticks is not None:
        return _apart(given_ticks(ruler, axes.yticks, axes.yticklabels), rows)
    most = min(MOST_UP, max(3, (rows + 2) * 2 // 5))
    tight = int(rows > LOW)
    for values in candidates(ruler):
        if len(values) <= most:
            ticks = ticks_at(ruler, values)
            stand = sorted(tick_row(each, rows) for each in ticks)
            if all(lower - upper > tight for upper, lower in pairwise(stand)):
                return ticks
    return []


def tick_row(tick: Tick, rows: int) -> int:
    """Return the row, from the top, that a tick of a vertical axis stands on."""
    return min(rows - 1, max(0, int((1 - tick.place) * rows)))


def _apart(ticks: list[Tick], rows: int) -> list[Tick]:
    """Return the given ticks without those whose row is taken."""
    kept: dict[int, Tick] = {}
    for each in ticks:
        kept.setdefault(tick_row(each, rows), each)
    return list(kept.values())


def _horizontal(axes: Axes, columns: int, left: int) -> list[Tick]:
    """Return ticks whose labels leave two cells between them."""
    ruler = Ruler.of(axes.xlim, axes.xscale)
    if not axes.frame:
        return []
    if axes.xticks is not None:
        return given_ticks(ruler, axes.xticks, axes.xticklabels)
    for values in candidates(ruler):
        if len(values) <= min(MOST_ACROSS, max(5, columns // 8)):
            ticks = ticks_at(ruler, values)
            if _have_room(ticks, columns, left):
                return ticks
    return []


def _have_room(ticks: Sequence[Tick], columns: int, left: int) -> bool:
    spans = sorted(span(each, columns, left) for each in ticks)
    return all(end + 2 <= start for (_, end), (start, _) in pairwise(spans))


def span(tick: Tick, columns: int, left: int) -> tuple[int, int]:
    """Return the cells a label takes under its tick, from the panel's left edge."""
    size = width(tick.text)
    centre = left + min(columns - 1, max(0, int(tick.place * columns)))
    start = max(0, min(centre - (size - 1) // 2, left + columns - size))
    return start, start + size


def suitable_rows(figure: Figure, columns: int) -> int:
    """Return a number of rows for a figure; see `render.figures.wanted_rows`."""
    placed, _ = panels(figure, Box(0, 0, columns, 10_000))
    if not placed:
        return 1
    return (bool(figure.title)) + _levels(placed) * max(_wanted(each) for each in placed)


def levels(figure: Figure, columns: int) -> int:
    """Return how many panels stand one over the other; see `render.figures.panel_levels`."""
    return _levels(panels(figure, Box(0, 0, columns, 10_000))[0])


def _levels(placed: list[Panel]) -> int:
    return max(1, len({each.box.row for each in placed}))


def _wanted(panel: Panel) -> int:
    base, columns = panel.axes[0], panel.box.columns
    if base.aspect != "equal":
        return USUAL
    picture = any(isinstance(each, Heat | Image) for each in base.layers)
    around = int(bool(base.title))
    if base.frame:
        columns -= 6 + (8 if base.bar else 0)
        around += 2 + bool(base.xlabel) + bool(base.ylabel or base.bar)
    _, rows = fitted(base, max(6, columns), 26 if picture else 20)
    return rows + around
