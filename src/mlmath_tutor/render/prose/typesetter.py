"""What prose asks of the typesetter of mathematics."""

from __future__ import annotations

from typing import Protocol

from mlmath_tutor.render.runs import Row


class Picture(Protocol):
    """A formula drawn on one or more rows, all `width` cells wide."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows from top to bottom."""

    @property
    def width(self) -> int:
        """The width of each row in cells."""

    @property
    def baseline(self) -> int:
        """The index of the row on which surrounding text would stand."""


class Formulas(Protocol):
    """Sets formulas; what it cannot read it shows as source, marked, and does not raise."""

    def display(self, latex: str, width: int) -> Picture:
        """Draw `latex` on rows of its own, broken for `width` cells where it can be."""

    def inline(self, latex: str) -> tuple[Row, ...]:
        """Set `latex` on one row, in pieces; a line may be broken between two pieces."""
