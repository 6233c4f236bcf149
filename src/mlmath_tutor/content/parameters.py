"""Values of a program that the learner may change."""

from __future__ import annotations

from typing import Literal

import msgspec

Value = float | int | str | bool


class Parameter(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A value to change: a range moved by a slider, or one of a few choices.

    A range has `from` and `to` (both included, keys `low` and `high` here) and may have
    `step` and `scale`; a choice has `choice`. `name` is the word shown beside the knob.
    """

    value: Value
    low: float | int | None = msgspec.field(name="from", default=None)
    high: float | int | None = msgspec.field(name="to", default=None)
    step: float | int | None = None
    scale: Literal["linear", "log"] = "linear"
    choice: tuple[Value, ...] = ()

    def __post_init__(self) -> None:
        if self.choice:
            if self.low is not None or self.high is not None:
                raise ValueError("has `choice` and a range: keep one of them")
            if self.value not in self.choice:
                raise ValueError("`value` is not one of `choice`")
            return
        if self.low is None or self.high is None:
            raise ValueError("needs `from` and `to`, or `choice`")
        if not isinstance(self.value, int | float) or not self.low <= self.value <= self.high:
            raise ValueError("`value` must be a number between `from` and `to`")
        if self.scale == "log" and self.low <= 0:
            raise ValueError("a log scale needs `from` above 0")

    def allows(self, value: Value) -> bool:
        """Return whether the learner can set `value`: a choice, or a number of the range."""
        if self.choice:
            return value in self.choice
        assert self.low is not None
        assert self.high is not None
        return isinstance(value, int | float) and self.low <= value <= self.high
