"""What a question says of itself for `mlmath check`: answers to try, and its key once more."""

from __future__ import annotations

import msgspec


class Expectation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An answer as typed (lines in a list), and what grading must say of it.

    Either it is `invalid`, or it gets `score` and, if one is given, `note`.
    """

    input: str | tuple[str, ...]
    score: float | None = None
    note: str | None = None
    invalid: bool = False

    def __post_init__(self) -> None:
        if (self.score is None) != self.invalid or (self.invalid and self.note is not None):
            raise ValueError("expects either a `score` (and perhaps a `note`), or `invalid: true`")

    @property
    def typed(self) -> str:
        """The answer as one text."""
        return self.input if isinstance(self.input, str) else "\n".join(self.input)


class Verification(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The key worked out a second time, in Python.

    `code` runs first, with the question's parameters as variables (and `np`, `math`, `Fraction`);
    then `key` is an expression for the key, and each of `facts` one that is true. Options, lines
    and diagnoses have claims of their own, evaluated after `code` too. Numbers agree if they
    differ by at most `rtol` of their size.
    """

    key: str | None = None
    code: str | None = None
    facts: tuple[str, ...] = ()
    rtol: float = 1e-6
