"""From pieces to rows: lines are broken where they are full, as late as the rules allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from mlmath_tutor.render.prose.pieces import Piece
from mlmath_tutor.render.runs import Row, Run, cells

# A line broken before a free piece instead of inside a formula must be this full.
_FULL_ENOUGH = 0.75
# A last line of fewer cells (one or two Japanese characters and the stop) looks forgotten …
_LONELY = 8
# … and the lines above may be this part shorter to give it company.
_GIVE = 8


class _Lines(NamedTuple):
    """Where lines start (indices of pieces) and how many cells the last one takes."""

    starts: list[int]
    last: int


def assemble(pieces: Iterable[Piece]) -> Row:
    """Return `pieces` as one row, the first one's gap included, with as few runs as can be."""
    runs: list[Run] = []
    for piece in pieces:
        if piece.gap:
            _extend(runs, _space(piece.gap, runs, piece.row[0]))
        for run in piece.row:
            _extend(runs, run)
    return tuple(runs)


def rows_of(pieces: Sequence[Piece], width: int) -> tuple[Row, ...]:
    """Return `pieces` as rows of at most `width` >= 1 cells; no pieces give one empty row."""
    if any(piece.cells > width for piece in pieces):
        pieces = [part for piece in pieces for part in _folded(piece, width)]
    if not pieces:
        return ((),)
    starts = _evened(pieces, width).starts
    return tuple(
        assemble([pieces[start]._replace(gap=""), *pieces[start + 1 : end]])
        for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True)
    )


def _evened(pieces: Sequence[Piece], width: int) -> _Lines:
    """Break for `width`, or for a little less where that saves the last line from loneliness."""
    lines = _broken(pieces, width)
    lonely = min(_LONELY, width // 4)
    if len(lines.starts) == 1 or lines.last >= lonely:
        return lines
    for narrower in range(width - 1, width - width // _GIVE - 1, -1):
        shorter = _broken(pieces, narrower)
        if len(shorter.starts) > len(lines.starts):
            break
        if shorter.last >= lonely:
            return shorter
    return lines


def _broken(pieces: Sequence[Piece], width: int) -> _Lines:
    starts = [0]
    start = at = filled = 0
    free, filled_there = 0, 0  # the last free break in this line, and the cells before it
    while at < len(pieces):
        piece = pieces[at]
        needed = piece.cells + (cells(piece.gap) if at > start else 0)
        if at > start and filled + needed > width:
            full = filled_there >= _FULL_ENOUGH * width
            start = at = free if not piece.free and free > start and full else at
            starts.append(start)
            filled = 0
            continue
        if piece.free:
            free, filled_there = at, filled
        filled += needed
        at += 1
    return _Lines(starts, filled)


def _folded(piece: Piece, width: int) -> Iterator[Piece]:
    """Yield `piece`, cut into parts of at most `width` cells: at spaces, else between characters.

    A character that is itself wider than the line is shown as `?`.
    """
    if piece.cells <= width:
        yield piece
        return
    line: list[Run] = []
    filled, gap, free = 0, piece.gap, piece.free
    for cluster in _clusters(piece.row):
        size = cells(cluster.text)
        if size > width:
            cluster, size = cluster._replace(text="?"), 1
        if filled + size > width:
            head, line = _cut(line, cluster)
            yield Piece(gap, assemble([Piece("", (run,), 0) for run in head]), _size(head), free)
            filled, gap, free = _size(line), "", True
        if line or cluster.text != " ":
            line.append(cluster)
            filled += size
    if line:
        yield Piece(gap, assemble([Piece("", (run,), 0) for run in line]), filled, free)


def _cut(line: list[Run], following: Run) -> tuple[list[Run], list[Run]]:
    """Split a full line at its last space, if that is in its second half."""
    if following.text != " ":
        for at in range(len(line) - 1, len(line) // 2, -1):
            if line[at].text == " ":
                return line[:at], line[at + 1 :]
    return line, []


def _clusters(row: Row) -> Iterator[Run]:
    """Yield the row character by character, each with the marks that combine with it."""
    for run in row:
        cluster = ""
        for char in run.text:
            if cluster and cells(char) and not cluster.endswith("\u200d"):
                yield run._replace(text=cluster)
                cluster = ""
            cluster += char
        if cluster:
            yield run._replace(text=cluster)


def _size(runs: Iterable[Run]) -> int:
    return sum(cells(run.text) for run in runs)


def _space(gap: str, before: Sequence[Run], after: Run) -> Run:
    """Return the space between two runs: part of a link or of code only when inside it."""
    if before and before[-1].style == after.style and before[-1].link == after.link:
        return after._replace(text=gap)
    return Run(gap)


def _extend(runs: list[Run], run: Run) -> None:
    if runs and runs[-1].style == run.style and runs[-1].link == run.link:
        runs[-1] = run._replace(text=runs[-1].text + run.text)
    else:
        runs.append(run)
