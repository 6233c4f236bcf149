"""Variants: a question with parameters, made into one ordinary question for each draw."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import product

import msgspec

from mlmath_tutor.content.questions import Question
from mlmath_tutor.content.quizzes import Template
from mlmath_tutor.engine.expression import NoValueError

from . import filling
from .building import Data, build
from .formulas import Formulas, Scope
from .values import VariantError

__all__ = [
    "MOST_DRAWS",
    "Scope",
    "Variant",
    "VariantError",
    "draws",
    "note_of",
    "parameters",
    "variants",
]

MOST_DRAWS = 2000


@dataclass(frozen=True)
class Variant:
    """One draw of a template. `note` names it; its question is made when it is asked for."""

    note: str
    scope: Scope
    template: Template

    @cached_property
    def question(self) -> Question:
        """The question, with every hole filled.

        Raises:
            VariantError: it cannot be made.
        """
        data: Data = msgspec.msgpack.decode(self.template.body)
        return build(self.template.of, data, self.scope)


def variants(template: Template) -> tuple[Variant, ...]:
    """Return all variants of a template, in the order of its parameters' values.

    Of draws with the same note the first one counts.

    Raises:
        VariantError: there are none, or too many, or a formula cannot be read or computed.
    """
    found: dict[str, Variant] = {}
    for scope in draws(template):
        note = note_of(template, scope)
        found.setdefault(note, Variant(note, scope, template))
    return tuple(found.values())


def note_of(template: Template, scope: Scope) -> str:
    """Return the name of the variant that a draw makes."""
    return filling.fill(template.varying.note, scope, ("note",), prose=False)


def draws(template: Template) -> Iterator[Scope]:
    """Yield the values of every draw that the conditions allow; raises as `variants` does."""
    varying = template.varying
    formulas = Formulas(varying)
    values = {name: choices.values for name, choices in varying.params.items()}
    count = math.prod(len(each) for each in values.values())
    if not 0 < count <= MOST_DRAWS:
        message = f"makes {count} draws, and 1 to {MOST_DRAWS} can be checked: give fewer values"
        raise VariantError(("params",), message)
    allowed = False
    for drawn in product(*values.values()):
        scope = Scope(dict(zip(values, drawn, strict=True)), formulas)
        if all(_holds(formulas, place, scope) for place in range(len(formulas.conditions))):
            allowed = True
            yield scope
    if not allowed:
        raise VariantError(("where",), "excludes every draw: loosen a condition")


def _holds(formulas: Formulas, place: int, scope: Scope) -> bool:
    try:
        return formulas.conditions[place].holds(scope)
    except (ValueError, NoValueError) as error:
        raise VariantError(("where", place), f"cannot be decided ({error}): correct it") from error


def parameters(scope: Scope) -> dict[str, int | float]:
    """Return the drawn values as a program has them."""
    return {name: _plain(value) for name, value in scope.drawn.items()}


def _plain(value: Fraction) -> int | float:
    return value.numerator if value.denominator == 1 else float(value)
