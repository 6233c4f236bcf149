"""How the symbol tables are written down."""

from __future__ import annotations


def names(table: str) -> tuple[str, ...]:
    """Read names separated by white space."""
    return tuple(table.split())


def pairs(table: str) -> dict[str, str]:
    """Read `name character name character …`, separated by white space."""
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))
