"""What parameters are, and what is computed from them: fractions, and matrices of fractions.

Numbers stay exact as far as they are: 0.1 is 1/10, and a third is 1/3. What is irrational has
30 digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Matrix = tuple[tuple[Fraction, ...], ...]
Value = Fraction | Matrix
Keys = tuple[str | int, ...]


class VariantError(Exception):
    """A template cannot be made into a question.

    Attributes:
        keys: below the question, where in the file.
        message: what is wrong and what to do, for the author.
    """

    def __init__(self, keys: Keys, message: str) -> None:
        super().__init__(message)
        self.keys = keys
        self.message = message


def plus(one: Matrix, other: Matrix) -> Matrix:
    """Return the sum.

    Raises:
        ValueError: their shapes differ.
    """
    if shape(one) != shape(other):
        raise ValueError(f"{_shapes(one, other)} matrices cannot be added")
    return tuple(
        tuple(a + b for a, b in zip(row, beside, strict=True))
        for row, beside in zip(one, other, strict=True)
    )


def times(factor: Fraction, matrix: Matrix) -> Matrix:
    """Return the matrix with every cell multiplied."""
    return tuple(tuple(factor * cell for cell in row) for row in matrix)


def product(one: Matrix, other: Matrix) -> Matrix:
    """Return the matrix product.

    Raises:
        ValueError: their shapes do not fit.
    """
    if shape(one)[1] != len(other):
        raise ValueError(f"{_shapes(one, other)} matrices cannot be multiplied")
    return tuple(tuple(_inner(row, column) for column in transposed(other)) for row in one)


def shape(matrix: Matrix) -> tuple[int, int]:
    """Return the numbers of rows and columns."""
    return len(matrix), len(matrix[0])


def _shapes(*matrices: Matrix) -> str:
    return " and ".join("×".join(map(str, shape(matrix))) for matrix in matrices)


def _inner(row: tuple[Fraction, ...], column: tuple[Fraction, ...]) -> Fraction:
    return sum((a * b for a, b in zip(row, column, strict=True)), Fraction())


def transposed(matrix: Matrix) -> Matrix:
    """Return the transpose."""
    return tuple(zip(*matrix, strict=True))


def trace(matrix: Matrix) -> Fraction:
    """Return the sum of the diagonal.

    Raises:
        ValueError: the matrix is not square.
    """
    _square(matrix)
    return sum((row[place] for place, row in enumerate(matrix)), Fraction())


def determinant(matrix: Matrix) -> Fraction:
    """Return the determinant.

    Raises:
        ValueError: the matrix is not square.
    """
    _square(matrix)
    if not matrix:
        return Fraction(1)
    first, *rest = matrix
    return sum(
        (
            (-1) ** place * cell * determinant(_without(rest, place))
            for place, cell in enumerate(first)
            if cell
        ),
        Fraction(),
    )


def inverse(matrix: Matrix) -> Matrix:
    """Return the inverse, by cofactors: matrices of questions are small.

    Raises:
        ValueError: there is none.
    """
    size, whole = len(matrix), determinant(matrix)
    if not whole:
        raise ValueError("a singular matrix has no inverse")
    return tuple(
        tuple(
            (-1) ** (i + j) * determinant(_without([*matrix[:j], *matrix[j + 1 :]], i)) / whole
            for j in range(size)
        )
        for i in range(size)
    )


def identity(size: int) -> Matrix:
    """Return the identity matrix."""
    return tuple(tuple(Fraction(i == j) for j in range(size)) for i in range(size))


def _without(rows: Sequence[tuple[Fraction, ...]], column: int) -> Matrix:
    return tuple((*row[:column], *row[column + 1 :]) for row in rows)


def _square(matrix: Matrix) -> None:
    if any(len(row) != len(matrix) for row in matrix):
        raise ValueError("the matrix is not square")
