"""Typed mathematics: read, shown as it was read, computed, and compared.

Nothing is evaluated but the functions of `functions`, on trees of bounded size, and no value
is worth a wait: what is too large to compute is an error. There is no algebra here. Whether
two expressions are equal is asked of their values (`probing`), how one is written of its tree
(`forms`).
"""

from __future__ import annotations

from mlmath_tutor.content.formulas import Form

from .completing import latex_of_unfinished, read_unfinished
from .constants import latex_of_constant, latex_of_decimal
from .domains import INTEGER, NATURAL, POSITIVE, REAL, Domain
from .errors import NoValueError, UnreadableError
from .evaluating import Evaluator, value
from .forms import factor_count, has_form, is_written_like, uses
from .names import latex_of_name, typed_name
from .nodes import Expression, symbols
from .probing import Different, Equal, Undecided, equal
from .reading import read
from .slips import Slip, slip
from .writing import latex, text

__all__ = [
    "INTEGER",
    "NATURAL",
    "POSITIVE",
    "REAL",
    "Different",
    "Domain",
    "Equal",
    "Evaluator",
    "Expression",
    "Form",
    "NoValueError",
    "Slip",
    "Undecided",
    "UnreadableError",
    "equal",
    "factor_count",
    "has_form",
    "is_written_like",
    "latex",
    "latex_of_constant",
    "latex_of_decimal",
    "latex_of_name",
    "latex_of_unfinished",
    "read",
    "read_unfinished",
    "slip",
    "symbols",
    "text",
    "typed_name",
    "uses",
    "value",
]
