"""Draws the smallest pieces: text, lines, columns, brackets of any height."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from ..runs import Run, Style
from .box import Box, beside, blank, widened
from .glyphs import Glyphs

Measure = Callable[[str], int]
_REMEMBERED = 4_096


class Pen:
    """A glyph set and the terminal's idea of widths.

    Nothing here assumes that a line character is one cell wide: where “ambiguous” characters
    are two cells wide, `measure` says so and every picture stays a rectangle.
    """

    def __init__(self, glyphs: Glyphs, measure: Measure) -> None:
        self.glyphs = glyphs
        self.measure = measure
        self._remembered = lru_cache(_REMEMBERED)(self._text)

    def text(self, text: str, style: Style = "maths") -> Box:
        """Return a one-row box of `text`, spelled in the set's characters."""
        return self._remembered(text, style)

    def _text(self, text: str, style: Style) -> Box:
        text = self.glyphs.spelled(text)
        return Box(((Run(text, style),) if text else (),), self.measure(text), 0)

    def rule(self, width: int, char: str = "") -> Box:
        """Return a horizontal line `width` cells long."""
        char = char or self.glyphs.rule
        count = max(1, width // max(1, self.measure(char)))
        return widened(self.text(char * count), width, "left")

    def column(self, marks: Sequence[str], baseline: int) -> Box:
        """Return `marks` one under the other."""
        width = max(self.measure(mark) for mark in marks)
        rows = tuple(
            row
            for mark in marks
            for row in widened(Box(((Run(mark, "maths"),),), self.measure(mark), 0), width).rows
        )
        return Box(rows, width, baseline)

    def bar(self, like: Box) -> Box:
        """Return a vertical line as tall as `like`."""
        return self.column([self.glyphs.vertical] * like.height, like.baseline)

    def delimiter(self, mark: str, above: int, below: int) -> Box:
        """Return a bracket that reaches `above` and `below` the baseline."""
        if not mark:
            return blank(0)
        if not above and not below:
            return self.text(mark)
        return self.column(self._tall(mark, above, below), above)

    def _tall(self, mark: str, above: int, below: int) -> list[str]:
        height = above + below + 1
        glyphs = self.glyphs
        if mark in "{}":
            ends = glyphs.left_brace if mark == "{" else glyphs.right_brace
            return self._with_waist(ends, glyphs.brace_extension, above, height)
        if mark in "⟨⟩":
            sides = glyphs.slash, glyphs.backslash
            first, last = sides if mark == "⟨" else sides[::-1]
            if height == 2:
                return [first, last]
            return self._with_waist(
                (first, glyphs.spelled(mark), last), glyphs.vertical, above, height
            )
        top, middle, bottom = self._ends(mark)
        return [top] + [middle] * (height - 2) + [bottom]

    def _ends(self, mark: str) -> Sequence[str]:
        """Return top, middle and bottom of a bracket without a waist."""
        glyphs = self.glyphs
        left, right = glyphs.left_bracket, glyphs.right_bracket
        bars = {"|": glyphs.vertical, "‖": glyphs.double}
        shapes: dict[str, Sequence[str]] = {
            "(": glyphs.left_parenthesis,
            ")": glyphs.right_parenthesis,
            "[": left,
            "]": right,
            "⌊": (left[1], left[1], left[2]),
            "⌋": (right[1], right[1], right[2]),
            "⌈": (left[0], left[1], left[1]),
            "⌉": (right[0], right[1], right[1]),
            "⟦": [side + glyphs.vertical for side in left],
            "⟧": [glyphs.vertical + side for side in right],
        }
        return shapes.get(mark) or [bars.get(mark, glyphs.spelled(mark))] * 3

    def _with_waist(
        self, ends: Sequence[str], extension: str, above: int, height: int
    ) -> list[str]:
        """Return a bracket whose middle points outward, on the baseline where it can."""
        top, waist, bottom = ends
        if height == 2:
            return [top, bottom]
        at = min(max(above, 1), height - 2)
        return [top] + [extension] * (at - 1) + [waist] + [extension] * (height - 2 - at) + [bottom]

    def between(self, left: str, body: Box, right: str) -> Box:
        """Return `body` between brackets that cover its core."""
        above, below = body.core_above, body.core_below
        return beside(
            [self.delimiter(left, above, below), body, self.delimiter(right, above, below)]
        )
