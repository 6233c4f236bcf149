"""Where in a formula something is set, which decides how large it may be."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Mode:
    r"""TeX's styles, as far as rows of text can show them.

    Attributes:
        script: inside a script or a limit: no space around operators, fractions on one row.
        small: in \textstyle: limits stand beside their operator.
        nesting: how many fractions are around it.
        limit: the cells there are; None when there is no end of them.
    """

    script: bool = False
    small: bool = False
    nesting: int = 0
    limit: int | None = None

    def in_script(self) -> Mode:
        """Return the mode of a script."""
        return replace(self, script=True, limit=None)

    def in_fraction(self) -> Mode:
        """Return the mode of a numerator or denominator."""
        return replace(self, nesting=self.nesting + 1)

    def in_cell(self) -> Mode:
        """Return the mode of a cell of a table, where fractions are counted anew."""
        return replace(self, nesting=0, limit=None)

    def switched(self, display: bool) -> Mode:
        r"""Return the mode after \displaystyle or \textstyle."""
        return replace(self, small=not display, script=False if display else self.script)

    def within(self, limit: int | None) -> Mode:
        """Return the mode with another limit."""
        return self if limit == self.limit else replace(self, limit=limit)

    def less(self, cells: int) -> Mode:
        """Return the mode with fewer cells left."""
        return self if self.limit is None else replace(self, limit=max(1, self.limit - cells))
