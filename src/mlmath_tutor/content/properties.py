"""Objects asked for by what must be true of them: many answers are right."""

from __future__ import annotations

from typing import Literal

import msgspec

from .text import Text


class Property(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something that must be true of the answer.

    Attributes:
        id: names the property in notes and in `wrong`.
        test: a Python expression in NumPy; `x` is the answer, an array of the shape asked
            for (a float if the shape is `[]`). `np`, `norm`, `det`, `inv`, `solve`, `svd`,
            `eig`, `eigh`, `eigvals`, `eigvalsh`, `matrix_rank` and what `given` defines can
            be used. All of it must be true.
        say: what is said when it is not; `{witness}` stands for the value of `witness`.
        witness: a Python expression that shows why it is not: a number, vector or matrix.
        weight: the share of the credit, beside those of the other properties.
        required: without this property nothing else counts.
    """

    id: str
    test: str
    say: Text
    witness: str | None = None
    weight: float = 1.0
    required: bool = False
    misconception: str | None = None


class WrongAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An answer that must be found wrong, and by which property first: `mlmath check` tries it."""

    answer: str
    by: str


class Sought(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An object with properties.

    Attributes:
        object: `matrix` stands for numbers, vectors and matrices alike; the rows of a
            `distribution` are probabilities and sum to one; `points` are rows of coordinates.
        shape: rows and columns; one length for a vector, `[]` for a number. `any` for as
            many as the learner likes.
        example: one right answer, as a learner would type it.
        properties: in the order they are told in.
        given: Python that defines what the tests use; `np` is NumPy.
        wrong: answers that must be found wrong.
    """

    shape: tuple[int | Literal["any"], ...]
    example: str
    properties: tuple[Property, ...]
    object: Literal["matrix", "distribution", "points"] = "matrix"
    given: str = ""
    wrong: tuple[WrongAnswer, ...] = ()
