"""Terminals in which characters of East Asian ambiguous width (α, ×, ①) take two cells.

Rich and Textual count one cell for them and would put every row out of line. There is no
public way to tell them otherwise, so this replaces what `rich.cells` looks widths up in; a
test holds the private names used.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence

import rich.cells

from mlmath_tutor.render.runs import set_ambiguous_width

# What every row is drawn with; all of it is narrow or neutral, so one cell stays right.
_NO_CELLS = ("Mn", "Me", "Cf")  # Unicode's categories of marks and signs without a width
_ALWAYS_ONE = frozenset({*map(chr, range(0x20, 0x7F)), *map(chr, range(0x2800, 0x2900))})


def ambiguous_ranges() -> list[tuple[int, int, int]]:
    """Return the ranges of ambiguous characters as (first, last, 2); marks of no width excepted."""
    ranges: list[tuple[int, int, int]] = []
    for code in range(0xA0, 0x20000):
        char = chr(code)
        if unicodedata.east_asian_width(char) != "A" or unicodedata.category(char) in _NO_CELLS:
            continue
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1] = (ranges[-1][0], code, 2)
        else:
            ranges.append((code, code, 2))
    return ranges


def install() -> None:
    """Count two cells for every ambiguous character, from now on and everywhere.

    Raises:
        RuntimeError: Rich looks widths up in another way than it did.
    """
    inside = vars(rich.cells)
    for name in ("load_cell_table", "_is_single_cell_widths"):
        if name not in inside:
            raise RuntimeError(f"rich.cells.{name} has gone: adapt {__name__}")
    load: Callable[[str], rich.cells.CellTable] = inside["load_cell_table"]
    ranges = ambiguous_ranges()
    tables: dict[str, rich.cells.CellTable] = {}

    def load_wide(unicode_version: str = "auto") -> rich.cells.CellTable:
        if unicode_version not in tables:
            table = load(unicode_version)
            widths = sorted([*_without(table.widths, ranges), *ranges])
            tables[unicode_version] = table._replace(widths=widths)
        return tables[unicode_version]

    inside["load_cell_table"] = load_wide
    inside["_is_single_cell_widths"] = _ALWAYS_ONE.issuperset
    rich.cells.get_character_cell_size.cache_clear()
    rich.cells.cached_cell_len.cache_clear()
    set_ambiguous_width(2)


def _without(
    widths: Sequence[tuple[int, int, int]], ranges: list[tuple[int, int, int]]
) -> list[tuple[int, int, int]]:
    """Return the table's ranges that do not overlap the ambiguous ones.

    Rich lists what is not one cell wide; an ambiguous character is not in it, except for
    the private use area, which some tables give a width.
    """
    taken = [(first, last) for first, last, _ in ranges]
    return [
        (first, last, width)
        for first, last, width in widths
        if not any(first <= high and low <= last for low, high in taken)
    ]
