"""A matrix: read in the usual notations, compared cell by cell, usual slips named."""

from __future__ import annotations

from dataclasses import replace

from mlmath_tutor.content.questions import Matrix, MatrixDiagnosis, Rows
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.evidence import Evidence

from .grids import Grid, read_matrix
from .numbers import is_within
from .options import unreadable
from .properties import grade_by_properties
from .verdict import Reason, Verdict

_CELLS_TOLD = 4


def grade_matrix(question: Matrix, answer: str, evidence: Evidence | None = None) -> Verdict:
    """Judge a matrix such as `[[1, 2], [3, 4]]`, `[1 2; 3 4]` or one row a line.

    The score is the share of right cells, unless a diagnosis gives another. A matrix of
    another shape is told the shape and costs nothing, unless it is the transpose. Where
    properties are asked for, the evidence of a run decides.
    """
    if question.answer is not None:
        return grade_by_properties(question.answer, question.right, answer, evidence)
    grid = read_matrix(answer)
    if isinstance(grid, Reason):
        return unreadable(answer, grid)
    cells, reading = grid
    return replace(_judged(question, cells, answer), reading=reading, answer=answer.strip())


def are_equal(one: Grid | Rows, other: Grid | Rows, question: Matrix) -> bool:
    """Return whether two matrices are equal within the tolerance around `other`."""
    return _shape(one) == _shape(other) and not _different(one, other, question)


def transposed(grid: Grid | Rows) -> Grid:
    """Return the transpose."""
    return tuple(zip(*grid, strict=True))


def _shape(grid: Grid | Rows) -> tuple[int, int]:
    return len(grid), len(grid[0])


def _different(one: Grid | Rows, other: Grid | Rows, question: Matrix) -> list[tuple[int, int]]:
    """Return row and column (from 1) of each cell of `one` that is not that of `other`."""
    return [
        (i, j)
        for i, (row, wanted) in enumerate(zip(one, other, strict=True), 1)
        for j, (cell, to) in enumerate(zip(row, wanted, strict=True), 1)
        if not is_within(cell, to, rtol=question.rtol, atol=question.atol)
    ]


def _judged(question: Matrix, cells: Grid, answer: str) -> Verdict:
    asked = question.value
    if are_equal(cells, asked, question):
        return Verdict(valid=True, score=1.0, note="right", feedback=(question.right,))
    for diagnosis in question.diagnose:
        if are_equal(cells, diagnosis.value, question):
            return _diagnosed(diagnosis)
    if are_equal(cells, transposed(asked), question):
        return _slip("transpose", question)
    if _shape(cells) != _shape(asked):
        rows, columns = _shape(asked)
        given = "×".join(str(length) for length in _shape(cells))
        return unreadable(
            answer,
            Reason("grading.matrix-shape", {"given": given, "asked": f"{rows}×{columns}"}),
        )
    if factor := _factor(cells, question):
        return _slip("factor", question, factor=f"{factor:.3g}")
    return _cell_by_cell(question, cells)


def _cell_by_cell(question: Matrix, cells: Grid) -> Verdict:
    wrong = _different(cells, question.value, question)
    total = len(cells) * len(cells[0])
    named = ", ".join(f"({i}, {j})" for i, j in wrong[:_CELLS_TOLD])
    more = ", …" if len(wrong) > _CELLS_TOLD else ""
    told = Reason(
        "grading.matrix-cells",
        {"right": total - len(wrong), "total": total, "cells": named + more},
    )
    return Verdict(
        valid=True,
        score=1.0 - len(wrong) / total,
        note="cells",
        feedback=(told, *question.hints[:1]),
    )


def _diagnosed(diagnosis: MatrixDiagnosis) -> Verdict:
    return Verdict(
        valid=True,
        score=diagnosis.score,
        note=diagnosis.note,
        feedback=(diagnosis.say,),
        misconception=diagnosis.misconception,
    )


def _slip(note: str, question: Matrix, **values: object) -> Verdict:
    hint: tuple[Text, ...] = question.hints[:1]
    reason = Reason(f"grading.matrix-{note}", values)
    return Verdict(valid=True, score=0.0, note=note, feedback=(reason, *hint))


def _factor(cells: Grid, question: Matrix) -> float | None:
    """Return c if the answer is c times the right matrix, c being neither 0 nor 1."""
    pairs = [
        (cell, to)
        for row, wanted in zip(cells, question.value, strict=True)
        for cell, to in zip(row, wanted, strict=True)
    ]
    largest = max(pairs, key=lambda pair: abs(pair[1]))
    if largest[0] == 0 or largest[1] == 0:
        return None
    factor = largest[0] / largest[1]
    scaled = tuple(tuple(factor * to for to in row) for row in question.value)
    return factor if are_equal(cells, scaled, question) else None
