"""Matrices: every usual notation is read, cells are told one by one, usual slips by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.kinds_course import keys, question, said
from mlmath_tutor.content.questions import Matrix
from mlmath_tutor.engine.grading import grade
from mlmath_tutor.engine.grading.matrix import read_matrix
from mlmath_tutor.engine.grading.verdict import Reason

MATRIX = question(Matrix)  # [[2, 1], [2, 0]]


@pytest.mark.parametrize(
    "typed",
    [
        "[[2, 1], [2, 0]]",
        "[[2,1],[2,0]]",
        "[2 1; 2 0]",
        "2 1; 2 0",
        "2 1\n2 0",
        "[2, 1; 2, 0]",
        "［２　１；２　０］",
        "[[4/2, 1] [sqrt(4), 0]]",
        "[4 / 2 1; 2 −0]",
        "[2.001 1; 2 0]",
    ],
)
def test_the_usual_notations_are_read(typed: str) -> None:
    verdict = grade(MATRIX, typed)
    assert verdict.right
    assert verdict.reading is not None
    assert verdict.reading.startswith(r"\begin{bmatrix}")


@pytest.mark.parametrize(
    ("typed", "score", "note"),
    [
        ("[2 2; 1 0]", 0.0, "transpose"),
        ("[4 2; 4 0]", 0.0, "factor"),
        ("[-2 -1; -2 0]", 0.0, "factor"),
        ("[1 2; 0 2]", 0.5, "columns"),
        ("[2 1; 2 1]", 0.75, "cells"),
        ("[0 0; 0 0]", 0.25, "cells"),
    ],
)
def test_wrong_matrices_are_told_by_their_cause(typed: str, score: float, note: str) -> None:
    verdict = grade(MATRIX, typed)
    assert (verdict.valid, verdict.score, verdict.note) == (True, score, note)


def test_the_wrong_cells_are_named_by_row_and_column() -> None:
    (reason,) = grade(MATRIX, "[2 3; 2 1]").feedback
    assert isinstance(reason, Reason)
    assert reason.values == {"right": 2, "total": 4, "cells": "(1, 2), (2, 2)"}


def test_a_factor_is_told_as_a_number() -> None:
    (reason,) = grade(MATRIX, "[1 0.5; 1 0]").feedback
    assert isinstance(reason, Reason)
    assert reason.values == {"factor": "0.5"}


def test_a_diagnosis_says_its_own_words() -> None:
    assert "exchanged" in said(grade(MATRIX, "[1 2; 0 2]"))[0]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "grading.matrix-empty"),
        ("[]", "grading.matrix-empty"),
        ("[[2, 1], [2, 0]", "grading.matrix-bracket"),
        ("[2 1; 2]", "grading.matrix-ragged"),
        ("[2 x; 2 0]", "grading.matrix-cell"),
        ("[2 1/0; 2 0]", "grading.matrix-cell"),
        ("[2 1 0]", "grading.matrix-shape"),
        ("1 " * 2000, "grading.too-long"),
    ],
)
def test_a_matrix_that_cannot_be_read_or_compared_is_not_wrong(typed: str, key: str) -> None:
    verdict = grade(MATRIX, typed)
    assert not verdict.valid
    assert keys(verdict) == [key]


def test_the_transpose_of_another_shape_is_named_all_the_same() -> None:
    column = Matrix(id="q", stem=MATRIX.stem, right=MATRIX.right, value=((1,), (2,)))
    assert grade(column, "[1; 2]").right
    assert grade(column, "[1 2]").note == "transpose"


@given(
    st.integers(1, 3).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(-99, 99), min_size=columns, max_size=columns),
            min_size=1,
            max_size=3,
        )
    )
)
def test_every_notation_of_a_matrix_is_the_same_matrix(rows: list[list[int]]) -> None:
    semicolons = "[" + "; ".join(" ".join(map(str, row)) for row in rows) + "]"
    wanted = tuple(tuple(float(cell) for cell in row) for row in rows)
    for typed in (str(rows), semicolons):
        read = read_matrix(typed)
        assert not isinstance(read, Reason)
        assert read[0] == wanted


@given(st.text("[]0123456789,; .-+*/^()e\n√x", max_size=80))
def test_any_text_gets_a_verdict(typed: str) -> None:
    verdict = grade(MATRIX, typed)
    assert verdict.feedback
    if verdict.valid:
        assert grade(MATRIX, verdict.answer) == verdict
