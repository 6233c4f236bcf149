"""The formulas of a template: read once, computed for each draw as they are asked for."""

from __future__ import annotations

import keyword
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mlmath_tutor.content.quizzes import Cell, Formula, Varying
from mlmath_tutor.engine.expression import (
    Evaluator,
    Expression,
    NoValueError,
    UnreadableError,
    read,
    symbols,
)
from mlmath_tutor.i18n import say

from .matrices import MatrixExpression, read_matrix
from .values import Keys, Value, VariantError

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_RELATION = re.compile(r"(<=|>=|==|!=|<|>)")
_RELATIONS: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "<=": operator.le,
    ">=": operator.ge,
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    ">": operator.gt,
}
_EVALUATOR = Evaluator(30)

Single = Expression | MatrixExpression
Rows = tuple[tuple[Single, ...], ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A chain of expressions with relations between them, such as `0 < p < q`."""

    parts: tuple[Single, ...]
    relations: tuple[str, ...]

    def holds(self, scope: Mapping[str, Value]) -> bool:
        """Return whether all relations hold."""
        numbers = [number(part, scope) for part in self.parts]
        return all(
            _RELATIONS[relation](numbers[place], numbers[place + 1])
            for place, relation in enumerate(self.relations)
        )


class Formulas:
    """What `let` and `where` of a template say.

    Raises:
        VariantError: a name or an expression cannot be read.
    """

    def __init__(self, varying: Varying) -> None:
        self.numbers = list(varying.params)
        self.matrices: list[str] = []
        for name in varying.params:
            _check_name(name, ("params", name))
        self.lets: dict[str, Single | Rows] = {}
        self._read: dict[str, Single] = {}
        for name, formula in varying.let.items():
            keys: Keys = ("let", name)
            _check_name(name, keys)
            if name in varying.params or name in self.lets:
                raise VariantError(keys, f"`{name}` is already a parameter: rename one")
            self._define(name, formula, keys)
        # A name may be made of names that were known before it: `pq`, and p times q.
        self._read.clear()
        self.conditions = tuple(
            self._condition(text, ("where", place)) for place, text in enumerate(varying.where)
        )

    def read(self, text: str, keys: Keys) -> Single:
        """Read an expression in the names of the template, once for all draws.

        Raises:
            VariantError: it is none.
        """
        if text not in self._read:
            self._read[text] = self._newly_read(text, keys)
        return self._read[text]

    def _newly_read(self, text: str, keys: Keys) -> Single:
        try:
            if any(name in self.matrices or name == "eye" for name in _NAME.findall(text)):
                return read_matrix(text, self.matrices, self.numbers)
            return read(text, self.numbers)
        except UnreadableError as error:
            raise VariantError(keys, f"`{text}`: {say('en', error.key, **error.values)}") from error
        except ValueError as error:
            raise VariantError(keys, f"`{text}`: {error}") from error

    def _define(self, name: str, formula: Formula, keys: Keys) -> None:
        if isinstance(formula, tuple):
            self.lets[name] = self._rows(formula, keys)
            self.matrices.append(name)
            return
        found = self.read(str(formula), keys)
        self.lets[name] = found
        is_matrix = isinstance(found, MatrixExpression) and found.is_matrix
        (self.matrices if is_matrix else self.numbers).append(name)

    def _rows(self, table: tuple[Cell | tuple[Cell, ...], ...], keys: Keys) -> Rows:
        """Read a matrix; a list of expressions is a column."""
        rows = [row if isinstance(row, tuple) else (row,) for row in table]
        if not rows or len({len(row) for row in rows}) > 1 or not rows[0]:
            raise VariantError(keys, "is no matrix: give rows of one length")
        return tuple(
            tuple(self.read(str(cell), (*keys, place)) for cell in row)
            for place, row in enumerate(rows)
        )

    def _condition(self, text: str, keys: Keys) -> Condition:
        parts = _RELATION.split(text)
        if len(parts) < 3:
            raise VariantError(keys, f"`{text}` is no condition: write it with <, >, == or !=")
        return Condition(tuple(self.read(part, keys) for part in parts[::2]), tuple(parts[1::2]))


class Scope(Mapping[str, Value]):
    """The values of all names for one draw; what `let` defines is computed when asked for."""

    def __init__(self, drawn: Mapping[str, Fraction], formulas: Formulas) -> None:
        self.drawn = drawn
        self.formulas = formulas
        self._known: dict[str, Value] = dict(drawn)

    def __getitem__(self, name: str) -> Value:
        if name not in self._known:
            formula = self.formulas.lets[name]
            try:
                self._known[name] = _value(formula, self)
            except (ValueError, NoValueError) as error:
                shown = ", ".join(f"{n} = {float(v):g}" for n, v in self.drawn.items())
                message = f"has no value for {shown} ({error}): correct it, or exclude the draw"
                raise VariantError(("let", name), message) from error
        return self._known[name]

    def __iter__(self) -> Iterator[str]:
        yield from self.drawn
        yield from self.formulas.lets

    def __len__(self) -> int:
        return len(self.drawn) + len(self.formulas.lets)


def computed(part: Single, scope: Mapping[str, Value]) -> Value:
    """Return the value of an expression.

    Raises:
        ValueError: shapes do not fit, or a matrix is singular.
        NoValueError: there is none, such as for 1/0.
        VariantError: a name in it has none.
    """
    if isinstance(part, MatrixExpression):
        return part.value(scope, _EVALUATOR)
    point = {name: scope[name] for name in symbols(part)}
    return _EVALUATOR.fraction(part, {n: v for n, v in point.items() if isinstance(v, Fraction)})


def number(part: Single, scope: Mapping[str, Value]) -> Fraction:
    """Return the value of an expression that is to be a number; raises as `computed` does."""
    found = computed(part, scope)
    if not isinstance(found, Fraction):
        raise ValueError("a matrix stands where a number is needed")
    return found


def _value(formula: Single | Rows, scope: Scope) -> Value:
    if not isinstance(formula, tuple):
        return computed(formula, scope)
    return tuple(tuple(number(cell, scope) for cell in row) for row in formula)


def _check_name(name: str, keys: Keys) -> None:
    if not _NAME.fullmatch(name) or keyword.iskeyword(name):
        message = f"`{name}` is no name: begin it with a letter; letters, digits and _ follow"
        raise VariantError(keys, message)
