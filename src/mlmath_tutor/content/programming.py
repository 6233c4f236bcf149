"""Programs to complete: what is checked, and what the checks must catch."""

from __future__ import annotations

import msgspec

from .text import Text


class CodeCheck(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One check of the learner's function.

    Attributes:
        id: names the check in notes and in `wrong_solutions`.
        title: what the learner calls it.
        code: statements with `assert`, which see everything that `answer` defines, `np`, and
            the learner's function in place of the author's.
        args: instead of `code`: an expression for the arguments, a tuple; the function must
            return there what the author's does.
        fuzz: how often it is made: `rng` is a seeded generator, another one each time, and
            `i` counts from 0. Begin small: the first failure is shown.
        weight: the share of the credit, beside those of the other checks.
        hidden: only the title is told, not the check itself.
        say: what a failure means.
    """

    id: str
    title: Text
    code: str = ""
    args: str = ""
    fuzz: int = 1
    weight: float = 1.0
    hidden: bool = False
    say: Text | None = None
    misconception: str | None = None


class WrongSolution(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The right program with `new` in place of `old`, and the check that must catch it first."""

    name: str
    by: str
    old: str
    new: str
