"""The cells of a matrix while it is typed: which one is in hand, how the grid grows and shrinks."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from mlmath_tutor.engine.grading.grids import cells_of

FIRST = 2  # rows and columns at the beginning
MOST = 12  # rows and columns at most
LONGEST = 60  # characters of a cell
HOLE = "?"  # an empty cell between others


class Cells:
    """A grid of texts, one of them in hand.

    Signs of the notation (`[1 2; 3 4]`, `[[1, 2], [3, 4]]`) lead from cell to cell, so that a
    matrix can be typed as in one line.

    Attributes:
        rows: what stands in the cells.
        place: row and column of the cell in hand.
        caret: the place in its text.
        fresh: whether what is typed next replaces what stands in it.
    """

    def __init__(self, value: str = "") -> None:
        self.rows: list[list[str]] = []
        self.place = (0, 0)
        self.caret = 0
        self.fresh = False
        self._row_ended = False
        self.fill(value)

    # ------------------------------------------------------------ as one line

    @property
    def value(self) -> str:
        """The matrix in one line, without empty rows and columns at its end; "" if empty."""
        filled = [(i, j) for i, row in enumerate(self.rows) for j, cell in enumerate(row) if cell]
        height = max((i for i, _ in filled), default=-1) + 1
        width = max((j for _, j in filled), default=-1) + 1
        rows = [" ".join(cell or HOLE for cell in row[:width]) for row in self.rows[:height]]
        return f"[{'; '.join(rows)}]" if rows else ""

    def fill(self, text: str) -> None:
        """Put a whole matrix into the cells; the last one is in hand."""
        rows = [row[:MOST] for row in cells_of(text)[:MOST]]
        width = max([FIRST, *(len(row) for row in rows)])
        rows += [[] for _ in range(FIRST - len(rows))]
        self.rows = [row + [""] * (width - len(row)) for row in rows]
        self._row_ended = False
        last = max(((i, j) for i, j in self._places() if self.rows[i][j]), default=(0, 0))
        self._go(*last, at_end=True)

    def clear(self) -> None:
        """Empty all cells."""
        self.fill("")

    def _places(self) -> list[tuple[int, int]]:
        return [(i, j) for i, row in enumerate(self.rows) for j in range(len(row))]

    @property
    def hole(self) -> tuple[int, int] | None:
        """The first empty cell between filled ones."""
        for i, row in enumerate(cells_of(self.value)):
            if HOLE in row:
                return i, row.index(HOLE)
        return None

    # ------------------------------------------------------------ typing

    @property
    def text(self) -> str:
        """What stands in the cell in hand."""
        i, j = self.place
        return self.rows[i][j]

    def _put(self, text: str, caret: int) -> None:
        i, j = self.place
        self.rows[i][j] = text[:LONGEST]
        self.caret = max(0, min(caret, len(self.text)))
        self.fresh = False

    def type(self, sign: str) -> None:
        """Take one typed sign: a sign of the notation leads on, others go into the cell."""
        plain = unicodedata.normalize("NFKC", sign)
        if plain == "]":
            self._row_ended = True
        elif plain == ";" or (plain == "[" and self._row_ended):
            self._row_ended = False
            self._go_down(0)
        elif plain in (" ", ","):
            if self.text and not self._row_ended:
                self.step(1)
        elif plain != "[":
            self._row_ended = False
            before = "" if self.fresh else self.text
            at = 0 if self.fresh else self.caret
            self._put(before[:at] + plain + before[at:], at + len(plain))

    def delete_left(self) -> None:
        """Take away the sign before the caret; in an empty cell go back to the one before."""
        if self.fresh:
            self._put("", 0)
        elif self.caret:
            self._put(self.text[: self.caret - 1] + self.text[self.caret :], self.caret - 1)
        elif not self.text:
            self._go_back(at_end=True)
            self._trim()

    def delete_right(self) -> None:
        """Take away the sign after the caret."""
        if self.fresh:
            self._put("", 0)
        else:
            self._put(self.text[: self.caret] + self.text[self.caret + 1 :], self.caret)

    # ------------------------------------------------------------ from cell to cell

    def go_to(self, i: int, j: int) -> None:
        """Take a cell in hand; what is typed replaces what stands in it."""
        self._go(i, j)

    def _go(self, i: int, j: int, *, at_end: bool = False, at_start: bool = False) -> None:
        self.place = (i, j)
        self.caret = 0 if at_start else len(self.text)
        self.fresh = bool(self.text) and not (at_end or at_start)

    def _go_back(self, *, at_end: bool = False) -> None:
        i, j = self.place
        if j > 0:
            self._go(i, j - 1, at_end=at_end)
        elif i > 0:
            self._go(i - 1, len(self.rows[i - 1]) - 1, at_end=at_end)

    def step(self, by: int) -> None:
        """Go to the next or previous cell, row after row; the first row grows at its end."""
        i, j = self.place
        if by < 0:
            self._go_back()
        elif j + 1 < len(self.rows[i]) or (i == 0 and self._may_add_column()):
            self._go(i, j + 1)
        else:
            self._go_down(0)

    def beside(self, by: int) -> None:
        """Move the caret; beyond the end of a text lies the cell beside."""
        i, j = self.place
        if 0 <= self.caret + by <= len(self.text) and not self.fresh:
            self.caret += by
        elif by < 0 and j > 0:
            self._go(i, j - 1, at_end=True)
        elif by > 0 and (j + 1 < len(self.rows[i]) or self._may_add_column()):
            self._go(i, j + 1, at_start=True)
        self.fresh = False

    def edge(self, end: bool) -> None:
        """Move the caret to the start or the end of the text."""
        self.caret = len(self.text) if end else 0
        self.fresh = False

    def up(self) -> None:
        """Go to the cell above."""
        i, j = self.place
        if i > 0:
            self._go(i - 1, j)

    def down(self) -> None:
        """Go to the cell below; below the last filled row a row is added."""
        self._go_down(self.place[1])

    def _go_down(self, j: int) -> None:
        i = self.place[0]
        if i + 1 == len(self.rows) and any(self.rows[i]) and i + 1 < MOST:
            self.rows.append([""] * len(self.rows[i]))
        if i + 1 < len(self.rows):
            self._go(i + 1, j)

    def _may_add_column(self) -> bool:
        """Add a column behind a filled cell; return whether that was done."""
        if not self.text or len(self.rows[0]) >= MOST:
            return False
        for row in self.rows:
            row.append("")
        return True

    def _trim(self) -> None:
        """Take away the last rows and columns that are empty and not in hand."""
        i, j = self.place
        while len(self.rows) > max(FIRST, i + 1) and not any(self.rows[-1]):
            self.rows.pop()
        while len(self.rows[0]) > max(FIRST, j + 1) and not any(row[-1] for row in self.rows):
            for row in self.rows:
                row.pop()


def widths(rows: Sequence[Sequence[str]], least: int) -> list[int]:
    """Return the characters each column takes, at least `least`."""
    return [max(least, *(len(cell) for cell in column)) for column in zip(*rows, strict=True)]
