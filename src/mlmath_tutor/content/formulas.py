"""Typed mathematics in questions: the symbols there are, the expression asked for, wrong ones."""

from __future__ import annotations

import math
from typing import Literal

import msgspec

from .text import Text

# Where a symbol lives, by name; the ends of an interval do not belong to it.
NamedDomain = Literal["real", "positive", "integer", "natural"]
# How an expression is to be written; `engine.expression.forms` says what each form is.
Form = Literal[
    "expanded", "factored", "computed", "no_like_terms", "single_fraction", "lowest_terms"
]


class SymbolDomain(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A symbol of an expression, and the values it may take.

    `domain` is a name, or the two ends of an interval (`.inf` where there is none). With
    `integer` only whole numbers count, and the ends belong to them.
    """

    domain: NamedDomain | tuple[float, ...] = "real"
    integer: bool = False

    def __post_init__(self) -> None:
        if isinstance(self.domain, str):
            return
        if len(self.domain) != 2 or any(map(math.isnan, self.domain)):
            raise ValueError("has a domain that is no interval: give `[low, high]`")
        low, high = self.domain
        empty = low >= high
        if self.integer and math.isfinite(low) and math.isfinite(high):
            empty = math.ceil(low) > math.floor(high)
        if empty:
            raise ValueError(f"has a domain without a number in it: [{low:g}, {high:g}]")


Symbols = dict[str, SymbolDomain]


class ExpressionAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The expression asked for, and how it is to be written.

    An equal one in another form, or with a function or symbol of `without`, has the credit
    `form_score`.
    """

    expr: str
    form: Form | tuple[Form, ...] = ()
    without: tuple[str, ...] = ()
    form_score: float = 0.5

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms asked for."""
        return (self.form,) if isinstance(self.form, str) else self.form


class WhenExpression(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The answers a diagnosis is about: all that equal an expression."""

    expr: str


class ExpressionDiagnosis(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A wrong expression with a known cause: its name, its credit in [0, 1), what to say."""

    when: WhenExpression
    note: str
    say: Text
    score: float = 0.0
    misconception: str | None = None
