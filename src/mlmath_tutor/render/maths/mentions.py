"""Whether a formula mentions a symbol: compared token by token, not letter by letter."""

from __future__ import annotations

from .tokens import Kind, tokenize

# What may stand around or inside a symbol without changing which one it is.
_SPACING = frozenset({"\\,", "\\;", "\\:", "\\!", "\\ ", "~", "{", "}"})


def mentions(latex: str, symbol: str) -> bool:
    """Return whether `symbol` (LaTeX, such as `P(D\\mid H)`) occurs in the formula `latex`."""
    inside, sought = _significant(latex), _significant(symbol)
    last = len(inside) - len(sought)
    return bool(sought) and any(inside[at : at + len(sought)] == sought for at in range(last + 1))


def _significant(latex: str) -> list[str]:
    tokens, _ = tokenize(latex)
    sources = (token.source for token in tokens if token.kind is not Kind.SPACE)
    return [source for source in sources if source not in _SPACING]
