"""From pieces to rows: lines are broken where they are full, as late as the rules allow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from mlmath_tutor.render.prose.kinsoku import in_one_word
from mlmath_tutor.render.prose.pieces import Piece, measure
from mlmath_tutor.render.runs import Row, Run, cells

# A line that is broken early for the sake of a formula must still be this full …
_FULL_ENOUGH = 2 / 3
# … and this full for the sake of a paragraph's last line.
_HALF_FULL = 1 / 2
# A last line of fewer cells looks forgotten (`す。`, `です。`, `it.`); it gets company up to …
_LONELY = 8
# … so many: `なります。`
_COMPANY = 10

_SPACE = Run(" ")


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
    starts = _starts(pieces, width)
    return tuple(
        assemble([pieces[start]._replace(gap=""), *pieces[start + 1 : end]])
        for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True)
    )


def _starts(pieces: Sequence[Piece], width: int) -> list[int]:
    """Return the indices of the pieces that begin lines."""
    starts = [0]
    start = at = filled = 0
    free, filled_there = 0, 0  # the last free break in this line, and the cells before it
    while at < len(pieces):
        piece = pieces[at]
        needed = piece.cells + (measure(piece.gap) if at > start else 0)
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
    if len(starts) > 1 and filled < min(_LONELY, width // 5):
        starts[-1] = _earlier(pieces, starts[-2], starts[-1], width)
    return starts


def _earlier(pieces: Sequence[Piece], start: int, last: int, width: int) -> int:
    """Return where the last line might begin so that the one before gives it some company."""
    before = sum(piece.cells + measure(piece.gap) for piece in pieces[start:last])
    after = sum(piece.cells + measure(piece.gap) for piece in pieces[last:])
    best = last
    for at in range(last - 1, start, -1):
        moved = pieces[at].cells + measure(pieces[at].gap)
        before, after = before - moved, after + moved
        if before < _HALF_FULL * width or after > width:
            break
        if pieces[at].free and not in_one_word(pieces[at - 1].text[-1], pieces[at].text[0]):
            best = at
            if after >= min(_COMPANY, width // 4):
                break
    return best


def _folded(piece: Piece, width: int) -> Iterator[Piece]:
    """Yield `piece`, cut into parts of at most `width` cells: at spaces, else between characters.

    A character that is itself wider than the line is shown as `?`.
    """
    if piece.cells <= width:
        yield piece
        return
    part: list[Run] = []
    filled, gap, free = 0, piece.gap, piece.free
    for character in (*_characters(piece.row), _SPACE):
        shown = character if cells(character.text) <= width else character._replace(text="?")
        size = cells(shown.text)
        if part and (shown.text == " " or filled + size > width):
            yield Piece(gap, _merged(part), filled, free)
            part, filled, gap, free = [], 0, "", True
        if shown.text == " ":
            gap = " "
        else:
            part.append(shown)
            filled += size


def _characters(row: Row) -> Iterator[Run]:
    """Yield the row character by character, each with the marks that combine with it."""
    for run in row:
        character = ""
        for char in run.text:
            if character and cells(char):
                yield run._replace(text=character)
                character = ""
            character += char
        if character:
            yield run._replace(text=character)


def _merged(runs: Iterable[Run]) -> Row:
    merged: list[Run] = []
    for run in runs:
        _extend(merged, run)
    return tuple(merged)


def _space(gap: str, before: Sequence[Run], after: Run) -> Run:
    """Return the space between two runs: part of a link or of code only when inside it."""
    if before and before[-1].style == after.style and before[-1].link == after.link:
        return Run(gap, after.style, after.link)
    return Run(gap)


def _extend(runs: list[Run], run: Run) -> None:
    if runs and runs[-1].style == run.style and runs[-1].link == run.link:
        runs[-1] = Run(runs[-1].text + run.text, run.style, run.link)
    else:
        runs.append(run)
