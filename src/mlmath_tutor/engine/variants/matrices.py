"""Expressions with matrices, as authors write them: `A.T @ A`, `inv(A) @ b`, `2*A + eye(2)`.

They have Python's grammar (with `^` for powers) and nothing else of Python: `ast` reads
them, and what is not listed here is refused. Parts without a matrix are read as everywhere
else in the course (`engine.expression`).
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mlmath_tutor.engine.expression import Evaluator, Expression, read, symbols

from . import values
from .values import Matrix, Value

LARGEST = 6  # rows and columns of what a question may ask for


def _norm(matrix: Matrix) -> Fraction:
    square = sum((cell * cell for row in matrix for cell in row), Fraction())
    return Evaluator(30).fraction(read("sqrt(x)", ("x",)), {"x": square})


def _dot(one: Matrix, other: Matrix) -> Fraction:
    return values.trace(values.product(values.transposed(one), other))


def _row(matrix: Matrix, number: Fraction) -> Matrix:
    return (matrix[_place(number, len(matrix))],)


def _column(matrix: Matrix, number: Fraction) -> Matrix:
    return values.transposed(_row(values.transposed(matrix), number))


def _place(number: Fraction, count: int) -> int:
    if number.denominator != 1 or not 1 <= number <= count:
        raise ValueError(f"there is no row or column {number}: they are counted from 1")
    return int(number) - 1


def _identity(size: Fraction) -> Matrix:
    return values.identity(_place(size, LARGEST) + 1)


# What each function gives (a matrix or a number), and how.
_FUNCTIONS: Mapping[str, tuple[bool, Callable[..., Value]]] = {
    "det": (False, values.determinant),
    "trace": (False, values.trace),
    "norm": (False, _norm),
    "dot": (False, _dot),
    "inv": (True, values.inverse),
    "row": (True, _row),
    "col": (True, _column),
    "eye": (True, _identity),
}


@dataclass(frozen=True, slots=True)
class MatrixExpression:
    """An expression with matrices; `is_matrix` tells whether its value is one."""

    tree: ast.expr
    scalars: Mapping[str, Expression]
    is_matrix: bool

    def value(self, scope: Mapping[str, Value], evaluator: Evaluator) -> Value:
        """Return its value.

        Raises:
            ValueError: it has none: shapes do not fit, or a matrix is singular.
            NoValueError: a number in it has none.
        """
        return _Evaluation(self.scalars, scope, evaluator).of(self.tree)


def read_matrix(text: str, matrices: Collection[str], numbers: Collection[str]) -> MatrixExpression:
    """Read an expression in which one of `matrices` occurs.

    Raises:
        ValueError: it is none.
        UnreadableError: a part without matrices is none.
    """
    try:
        tree = ast.parse(text.replace("^", "**").strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError) as error:
        raise ValueError("this is no expression with matrices") from error
    reader = _Reading(matrices, numbers)
    is_matrix = reader.is_matrix(tree)
    return MatrixExpression(tree, reader.scalars, is_matrix)


class _Reading:
    """Finds out what each part is, and refuses what is not an expression with matrices."""

    def __init__(self, matrices: Collection[str], numbers: Collection[str]) -> None:
        self._matrices = matrices
        self._numbers = numbers
        self.scalars: dict[str, Expression] = {}

    def is_matrix(self, node: ast.expr) -> bool:
        if not self._has_matrix(node):
            text = ast.unparse(node)
            self.scalars[text] = read(text, self._numbers)
            return False
        match node:
            case ast.Name():
                return True
            case ast.Attribute(value=inside, attr="T"):
                return self._matrix(inside, ".T")
            case ast.UnaryOp(op=ast.USub() | ast.UAdd(), operand=inside):
                return self.is_matrix(inside)
            case ast.BinOp(left=left, op=op, right=right):
                return self._binary(op, self.is_matrix(left), self.is_matrix(right))
            case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if (
                name in _FUNCTIONS
            ):
                for argument in arguments:
                    self.is_matrix(argument)
                return _FUNCTIONS[name][0]
            case ast.Subscript(value=inside, slice=index):
                for place in index.elts if isinstance(index, ast.Tuple) else (index,):
                    self.is_matrix(place)
                return not self._matrix(inside, "[…]")
            case _:
                raise ValueError(f"`{ast.unparse(node)}` is not known here: {_KNOWN}")

    def _has_matrix(self, node: ast.expr) -> bool:
        return any(
            isinstance(part, ast.Name) and (part.id in self._matrices or part.id == "eye")
            for part in ast.walk(node)
        )

    def _matrix(self, node: ast.expr, of: str) -> bool:
        if not self.is_matrix(node):
            raise ValueError(f"`{of}` belongs to a matrix, and `{ast.unparse(node)}` is a number")
        return True

    def _binary(self, op: ast.operator, left: bool, right: bool) -> bool:
        match op:
            case ast.MatMult() if left and right:
                return True
            case ast.Add() | ast.Sub() if left == right:
                return left
            case ast.Mult() if not (left and right):
                return left or right
            case ast.Div() if not right:
                return left
            case ast.Pow() if not (left or right):
                return False
            case _:
                raise ValueError(f"matrices and numbers are mixed up: {_KNOWN}")


_KNOWN = "write `A @ B`, `A + B`, `2*A`, `A/2`, `A.T`, `A[1, 2]`, and " + ", ".join(
    f"`{name}`" for name in _FUNCTIONS
)


class _Evaluation:
    """Computes an expression that was read."""

    def __init__(
        self, scalars: Mapping[str, Expression], scope: Mapping[str, Value], evaluator: Evaluator
    ) -> None:
        self._scalars = scalars
        self._scope = scope
        self._evaluator = evaluator

    def of(self, node: ast.expr) -> Value:
        if (scalar := self._scalars.get(ast.unparse(node))) is not None:
            point = {name: self._scope[name] for name in symbols(scalar)}
            numbers = {n: v for n, v in point.items() if isinstance(v, Fraction)}
            return self._evaluator.fraction(scalar, numbers)
        match node:
            case ast.Name(id=name):
                return self._scope[name]
            case ast.Attribute(value=inside):
                return values.transposed(_as_matrix(self.of(inside)))
            case ast.UnaryOp(op=op, operand=inside):
                sign = Fraction(-1 if isinstance(op, ast.USub) else 1)
                return _multiplied(sign, self.of(inside))
            case ast.BinOp(left=left, op=op, right=right):
                return _combined(op, self.of(left), self.of(right))
            case ast.Call(func=ast.Name(id=name), args=arguments):
                return _FUNCTIONS[name][1](*(self.of(argument) for argument in arguments))
            case ast.Subscript(value=inside, slice=index):
                return self._cell(_as_matrix(self.of(inside)), index)
        raise AssertionError(ast.dump(node))  # refused when it was read

    def _cell(self, matrix: Matrix, index: ast.expr) -> Fraction:
        places = index.elts if isinstance(index, ast.Tuple) else [index]
        numbers = [_as_number(self.of(place)) for place in places]
        if len(numbers) == 1:
            # The entry of a vector, be it a column or a row.
            matrix, numbers = (
                (tuple(cell for row in matrix for cell in row),),
                [Fraction(1), *numbers],
            )
        row = matrix[_place(numbers[0], len(matrix))]
        return row[_place(numbers[1], len(row))]


def _combined(op: ast.operator, left: Value, right: Value) -> Value:
    match op:
        case ast.MatMult():
            return values.product(_as_matrix(left), _as_matrix(right))
        case ast.Sub():
            return _added(left, _multiplied(Fraction(-1), right))
        case ast.Add():
            return _added(left, right)
        case ast.Mult() if isinstance(left, Fraction):
            return _multiplied(left, right)
        case ast.Mult():
            return _multiplied(_as_number(right), left)
        case ast.Div():
            if not right:
                raise ValueError("a division by 0")
            return _multiplied(1 / _as_number(right), left)
        case ast.Pow():
            power = _as_number(right)
            if power.denominator != 1 or abs(power) > LARGEST:
                raise ValueError(f"a number from matrices has whole powers up to {LARGEST} only")
            return Fraction(_as_number(left) ** int(power))
    raise AssertionError(op)


def _added(left: Value, right: Value) -> Value:
    if isinstance(left, Fraction) and isinstance(right, Fraction):
        return left + right
    return values.plus(_as_matrix(left), _as_matrix(right))


def _multiplied(factor: Fraction, of: Value) -> Value:
    return factor * of if isinstance(of, Fraction) else values.times(factor, of)


def _as_matrix(value: Value) -> Matrix:
    if isinstance(value, Fraction):
        raise ValueError(f"{value} is a number where a matrix is needed")
    return value


def _as_number(value: Value) -> Fraction:
    if not isinstance(value, Fraction):
        raise ValueError("a matrix stands where a number is needed")
    return value
