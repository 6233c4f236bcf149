"""Pieces: the unbreakable stretches of a phrase, each with the space before it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple, assert_never

from mlmath_tutor.render.prose.kinsoku import (
    COUNTERS,
    DIGITS,
    SPACE,
    is_wide,
    piece_pattern,
    sticks,
)
from mlmath_tutor.render.prose.nodes import Formula, Link, Phrase, Words
from mlmath_tutor.render.prose.typesetter import Formulas
from mlmath_tutor.render.runs import Row, Run, Style, cells, plain, row_cells

# What the link of a formula's runs begins with; its LaTeX follows.
FORMULA = "formula:"

# Code up to this many cells stays whole; longer code may be broken at its spaces.
_SHORT_CODE = 20

# A formula is not broken after fewer cells, counting the space after a relation …
_LEAST_BEFORE = 9
# … nor before fewer.
_LEAST_AFTER = 4

# The same few thousand characters and words come again and again.
measure = lru_cache(maxsize=8192)(cells)


class Piece(NamedTuple):
    """An unbreakable stretch; `gap` is the space before it, which is dropped at a line's start.

    A line is broken before a piece that is not `free` (inside a formula, after a hyphen) only
    where it would be left much too short otherwise.
    """

    gap: str
    row: Row
    cells: int
    free: bool = True

    @property
    def text(self) -> str:
        """The characters of the piece."""
        return plain(self.row)


class _Joint(Enum):
    """How a piece follows the one before it."""

    FREE = auto()
    RELUCTANT = auto()
    STUCK = auto()


def pieces_of(phrase: Phrase, typesetter: Formulas, style: Style = "text") -> list[Piece]:
    """Return the pieces of `phrase`; words that have no style of their own get `style`."""
    chain = _Chain()
    for part in phrase:
        match part:
            case Link(target, children):
                for child in children:
                    _append(chain, child, typesetter, "link", target)
            case Words() | Formula():
                _append(chain, part, typesetter, style, None)
            case _:
                assert_never(part)
    return chain.pieces


def pieces_in(row: Row) -> list[Piece]:
    """Return the pieces of a row that is already set; formulas and short code stay whole."""
    chain = _Chain()
    formula: list[Run] = []
    for run in (*row, Run("")):
        if run.style in ("maths", "var", "trouble"):
            formula.append(run)
            continue
        if formula:
            chain.formula([tuple(formula)])
            formula = []
        if run.style == "code":
            chain.code(run)
        else:
            chain.words(run)
    return chain.pieces


def _append(
    chain: _Chain, part: Words | Formula, typesetter: Formulas, style: Style, link: str | None
) -> None:
    match part:
        case Words(text, "code"):
            chain.code(Run(text, "code", link))
        case Words(text, own):
            chain.words(Run(text, style if own == "text" else own, link))
        case Formula(latex):
            target = f"{FORMULA}{latex}" if link is None else link
            rows = typesetter.inline(latex)
            chain.formula(tuple(tuple(run._replace(link=target) for run in row) for row in rows))
        case _:
            assert_never(part)


class _Chain:
    """Pieces in the making: decides where two neighbours stick together."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._gap = ""  # the space since the last piece
        self._last = ""  # the last character; `x` for code and what is not a number in a formula
        self._formula = False  # whether the last piece ends in a formula

    def words(self, run: Run) -> None:
        """Add words, which may be broken at spaces and between Japanese characters."""
        begun = False
        for gap, body in piece_pattern().findall(run.text):
            self._gap += gap
            joint = self._inside(body) if begun else self._across(body)
            row = (Run(body, run.style, run.link),)
            self._add(row, measure(body), joint)
            self._last, self._formula, begun = body[-1], False, True
        self._gap += run.text[len(run.text.rstrip(SPACE)) :] if begun else run.text

    def code(self, run: Run) -> None:
        """Add code: whole when it is short, else in parts between its spaces."""
        parts = [run.text] if cells(run.text) <= _SHORT_CODE else run.text.split(" ")
        self._solid([(Run(part, "code", run.link),) for part in parts], " ", _Joint.FREE)

    def formula(self, rows: Sequence[Row]) -> None:
        """Add a formula in the pieces in which it was set."""
        self._solid(_worth_breaking(rows), "", _Joint.RELUCTANT)
        self._formula = True

    def _solid(self, rows: Sequence[Row], between: str, joint: _Joint) -> None:
        """Add rows that are not looked into; `between` and `joint` are for the second and later."""
        begun = False
        for row in rows:
            before, body, after = _stripped(row)
            self._gap += before
            if body:
                last = body[-1].text[-1]
                here = joint if begun else self._across("x")
                self._add(body, row_cells(body), here)
                self._last = last if last in DIGITS else "x"
                begun = True
            self._gap += after + between
        self._gap = self._gap[: len(self._gap) - len(between)]

    def _across(self, body: str) -> _Joint:
        """Return how `body` follows a piece of another run."""
        if not self._last:
            return _Joint.FREE
        counted = self._formula and body[0] in COUNTERS and self._gap
        if counted or sticks(self._last, self._gap, body):
            return _Joint.STUCK
        return _Joint.FREE

    def _inside(self, body: str) -> _Joint:
        """Return how `body` follows a piece of its own run, which was cut where it may be."""
        if self._gap or is_wide(self._last) or is_wide(body[0]):
            return _Joint.FREE
        return _Joint.RELUCTANT if self._last in "-–" else _Joint.STUCK

    def _add(self, row: Row, width: int, joint: _Joint) -> None:
        gap, self._gap = self._gap, ""
        if joint is not _Joint.STUCK or not self.pieces:
            self.pieces.append(Piece(gap, row, width, joint is _Joint.FREE))
            return
        before = self.pieces.pop()
        space = (Run(gap),) if gap else ()
        self.pieces.append(
            before._replace(
                row=(*before.row, *space, *row), cells=before.cells + measure(gap) + width
            )
        )


def _worth_breaking(rows: Sequence[Row]) -> list[Row]:
    """Join the pieces of a formula that are too short to stand apart, as in `λ = 2`."""
    joined: list[Row] = []
    for row in rows:
        if joined and (row_cells(joined[-1]) < _LEAST_BEFORE):
            joined[-1] += row
        else:
            joined.append(row)
    if len(joined) > 1 and row_cells(joined[-1]) < _LEAST_AFTER:
        joined[-2:] = [joined[-2] + joined[-1]]
    return joined


def _stripped(row: Row) -> tuple[str, Row, str]:
    """Return the space before a row's content, the content, and the space after it."""
    text = plain(row)
    content = text.strip(SPACE)
    if len(content) == len(text):
        return "", tuple(run for run in row if run.text), ""
    start = len(text) - len(text.lstrip(SPACE))
    end = start + len(content)
    kept, at = [], 0
    for run in row:
        part = run.text[max(0, start - at) : max(0, end - at)]
        if part:
            kept.append(run._replace(text=part))
        at += len(run.text)
    return text[:start], tuple(kept), text[end:]
