"""When a number counts as equal to another."""

from __future__ import annotations

# Rounding in the arithmetic of an answer is not the learner's error.
ROUNDING = 1e-9


def is_within(typed: float, to: float, *, rtol: float, atol: float, exact: bool = False) -> bool:
    """Return whether |typed - to| <= max(rtol·|to|, atol), or, if `exact`, both are the same."""
    if exact:
        return abs(typed - to) <= ROUNDING * max(1.0, abs(to))
    return abs(typed - to) <= max(rtol * abs(to), atol) * (1 + ROUNDING)
