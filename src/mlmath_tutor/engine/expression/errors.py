"""What can go wrong with an expression: it cannot be read, or it has no value at a point."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Cause = Literal[
    "empty",
    "too-long",
    "too-deep",
    "too-large",
    "unknown-sign",
    "unknown-name",
    "no-names",
    "decimal-comma",
    "relation",
    "incomplete",
    "bracket-missing",
    "bracket-extra",
    "bracket-other",
    "operator-missing",
    "operand-missing",
    "argument-missing",
    "arguments",
    "fraction",
]

_NOTHING: Mapping[str, object] = MappingProxyType({})


class UnreadableError(Exception):
    """The text is not an expression that can be read.

    Attributes:
        key: a message of `i18n`, such as `expression.unknown-name`.
        at: where in the text, counted from 0; its length if something is missing at the end.
        values: what the message needs; `place` (counted from 1) is always there.
    """

    def __init__(self, cause: Cause, at: int, values: Mapping[str, object] = _NOTHING) -> None:
        super().__init__(f"{cause} at {at}")
        self.key = f"expression.{cause}"
        self.at = at
        self.values: Mapping[str, object] = {"place": at + 1, **values}


class NoValueError(Exception):
    """An expression has no real value at a point.

    Attributes:
        beyond: True if there may be a value, but one that nobody wants to wait for.
    """

    def __init__(self, *, beyond: bool = False) -> None:
        super().__init__("too large to compute" if beyond else "undefined")
        self.beyond = beyond
