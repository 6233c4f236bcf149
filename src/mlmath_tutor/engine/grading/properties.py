"""An object judged by its properties: read here, measured in a run, told what is missing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import NamedTuple

import msgspec

from mlmath_tutor.content.properties import Property, Sought
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.evidence import Evidence, Trial

from .grids import Grid, read_matrix, read_points
from .options import unreadable
from .untried import read_findings, untried, without_findings
from .verdict import Reason, Verdict

MOST_ROWS = 50
_SUM = 0.005  # how far from one the sum of probabilities may be: they are typed rounded

Nested = float | list[float] | list[list[float]]


class _Object(NamedTuple):
    """What was typed: numbers nested as the shape asks for, and LaTeX."""

    x: Nested
    reading: str


class _Finding(msgspec.Struct, frozen=True):
    """What the run found about one property."""

    holds: bool | None
    error: str = ""
    witness: str | None = None


def trial_of(sought: Sought, answer: str) -> Trial | None:
    """Return the run that measures the answer, or None if the answer cannot be read."""
    read = read_object(sought, answer)
    if isinstance(read, Reason):
        return None
    tests = [{"test": each.test, "witness": each.witness} for each in sought.properties]
    matter = {"x": read.x, "given": sought.given, "properties": tests}
    return Trial(examination="properties", matter=json.dumps(matter))


def grade_by_properties(
    sought: Sought, right: Text, answer: str, evidence: Evidence | None
) -> Verdict:
    """Judge an object: each property is worth its share, and what is missing is told."""
    read = read_object(sought, answer)
    if isinstance(read, Reason):
        return unreadable(answer, read)
    if (verdict := without_findings(answer, evidence)) is not None:
        return replace(verdict, reading=read.reading)
    assert evidence is not None
    found = read_findings(evidence, list[_Finding])
    if found is None or len(found) != len(sought.properties):
        return untried(answer, Reason("trial.failed"))
    for each, finding in zip(sought.properties, found, strict=True):
        if finding.holds is None:
            values = {"name": each.id, "error": finding.error}
            return untried(answer, Reason("trial.test-failed", values))
    verdict = _judged(sought, right, found)
    return replace(verdict, reading=read.reading, answer=answer.strip())


def read_object(sought: Sought, answer: str) -> _Object | Reason:
    """Return the object typed, in the shape asked for, or why it is none."""
    grid = read_points(answer) if sought.object == "points" else read_matrix(answer)
    if isinstance(grid, Reason):
        return grid
    rows, reading = grid
    if (fitted := _fitted(rows, sought.shape)) is None:
        return _other_shape(rows, sought)
    if sought.object == "distribution":
        probable = _probabilities(fitted)
        if isinstance(probable, Reason):
            return probable
        fitted = probable
    match sought.shape:
        case ():
            return _Object(
                fitted[0][0],
                reading.removeprefix(r"\begin{bmatrix} ").removesuffix(r" \end{bmatrix}"),
            )
        case (_,):
            return _Object(list(fitted[0]), reading)
        case _:
            return _Object([list(row) for row in fitted], reading)


def _fitted(rows: Grid, shape: tuple[int | str, ...]) -> Grid | None:
    """Return the rows in the shape asked for (a vector as one row), or None."""
    if len(shape) < 2:
        # A vector may be typed as a row or as a column.
        cells = tuple(cell for row in rows for cell in row)
        is_vector = len(rows) == 1 or len(rows[0]) == 1
        length = shape[0] if shape else 1
        return (cells,) if is_vector and _is_length(len(cells), length) else None
    fits = _is_length(len(rows), shape[0]) and _is_length(len(rows[0]), shape[1])
    return rows if fits else None


def _is_length(length: int, asked: int | str) -> bool:
    return length <= MOST_ROWS if asked == "any" else length == asked


def _other_shape(rows: Grid, sought: Sought) -> Reason:
    given = f"{len(rows)}×{len(rows[0])}"
    if not sought.shape:
        return Reason("trial.one-number")
    if len(sought.shape) == 1:
        return Reason("trial.vector", {"given": given, "asked": _length(sought.shape[0])})
    asked = "×".join(_length(each) for each in sought.shape)
    key = "trial.points" if sought.object == "points" else "grading.matrix-shape"
    return Reason(key, {"given": given, "asked": asked, "count": _length(sought.shape[0])})


def _length(asked: int | str) -> str:
    return f"1–{MOST_ROWS}" if asked == "any" else str(asked)


def _probabilities(rows: Grid) -> Grid | Reason:
    """Return the rows made to sum to one, or why they are no probabilities."""
    for number, row in enumerate(rows, 1):
        if min(row) < 0:
            return Reason("trial.negative", {"row": number, "value": f"{min(row):.3g}"})
        if abs(sum(row) - 1) > _SUM:
            return Reason("trial.sum", {"row": number, "sum": f"{sum(row):.4g}"})
    return tuple(tuple(cell / sum(row) for cell in row) for row in rows)


def _judged(sought: Sought, right: Text, found: list[_Finding]) -> Verdict:
    pairs = list(zip(sought.properties, found, strict=True))
    missing = [(each, finding) for each, finding in pairs if not finding.holds]
    if not missing:
        return Verdict(valid=True, score=1.0, note="right", feedback=(right,))
    required = next((pair for pair in missing if pair[0].required), None)
    if required is not None:
        missing = [required]
    told: list[Text | Reason] = []
    holding = sum(bool(finding.holds) for finding in found)
    if required is None and holding:
        told.append(Reason("trial.holding", {"holding": holding, "total": len(found)}))
    told += [_with_witness(each, finding.witness) for each, finding in missing]
    first = missing[0][0]
    total = sum(each.weight for each in sought.properties)
    earned = sum(each.weight for each, finding in pairs if finding.holds)
    return Verdict(
        valid=True,
        score=0.0 if required is not None else earned / total,
        note=first.id,
        feedback=tuple(told),
        misconception=first.misconception,
    )


def _with_witness(each: Property, witness: str | None) -> Text:
    """Return what is said of a missing property, with the witness in its place."""
    if witness is None:
        return each.say
    # Brackets and semicolons of a matrix are not mathematics: they stand as they are typed.
    set_as = f"`{witness}`" if ";" in witness or "e" in witness else f"${witness}$"
    ja, en = (said.replace("{witness}", set_as) for said in (each.say.ja, each.say.en))
    return Text(ja=ja, en=en)
