"""What a rule is: an error's type, what its message says, and the explanation that fits it."""

from __future__ import annotations

import re
from typing import NamedTuple


class Rule(NamedTuple):
    """An error is explained by `key` if its type has this name and its message matches.

    The named groups of `pattern` are the values; `(?P<left>…)` and `(?P<right>…)` that
    are shapes are given together with the name of the variable that has that shape.

    Attributes:
        word: what must stand on the failing line, or "".
        through: the end of the path of a file that the traceback must go through, or "".
    """

    error: str
    pattern: re.Pattern[str]
    key: str
    word: str = ""
    through: str = ""


def rule(error: str, key: str, pattern: str = "", *, word: str = "", through: str = "") -> Rule:
    """Return a rule; `key` goes without the area `runs.hint`, which all of them share."""
    return Rule(error, re.compile(pattern, re.DOTALL), f"runs.hint.{key}", word, through)
