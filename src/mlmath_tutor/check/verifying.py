"""Keys and wrong answers worked out a second time, by the Python that a question's `verify` gives.

All variants of a question are worked out in one run. What the expressions give is read back
as JSON and compared here.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import isclose
from pathlib import Path

import msgspec

from mlmath_tutor.check.material import Material
from mlmath_tutor.check.questions import can_be_graded
from mlmath_tutor.content.expectations import Verification
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.questions import (
    Cloze,
    Diagnosis,
    ExpressionQuestion,
    Matrix,
    MatrixDiagnosis,
    NumberBlank,
    Numeric,
    Option,
    Question,
    QuestionBase,
    WorkedLine,
)
from mlmath_tutor.content.source_map import Keys
from mlmath_tutor.content.walking import walk
from mlmath_tutor.engine.expression import NoValueError, UnreadableError, read
from mlmath_tutor.engine.expression import value as value_at
from mlmath_tutor.engine.grading import grade
from mlmath_tutor.engine.runner.events import Job, Limits, Summary

SECONDS = 60.0
_ABSOLUTE = 1e-9

# What an expression gave, and a phrase that says what is wrong with that ("" if nothing).
Told = bool | int | float | str | list["Told"] | dict[str, "Told"] | None
Judge = Callable[[Told], str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one expression gave: a value, or the error it raised."""

    value: Told = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A Python expression, where it stands below its question, and how its value is judged."""

    keys: Keys
    expression: str
    judge: Judge


@dataclass(frozen=True, slots=True)
class Work:
    """The claims of one variant of a question: `note` names it ("" if it has no variants)."""

    note: str
    params: Mapping[str, int | float]
    code: str
    claims: tuple[Claim, ...]


@dataclass(slots=True)
class Task:
    """All variants of one question, to be worked out in one run."""

    file: Path
    keys: Keys
    works: list[Work] = field(default_factory=list)

    def job(self) -> Job:
        """Return the run."""
        given = [
            (dict(work.params), work.code, [claim.expression for claim in work.claims])
            for work in self.works
        ]
        probes = tuple(
            f"told[{i}][{j}]" for i, work in enumerate(self.works) for j in range(len(work.claims))
        )
        code = _PROGRAM.replace("GIVEN", repr(given))
        return Job(code, name="verify.py", probes=probes, limits=Limits(seconds=SECONDS))

    def findings(self, material: Material, summary: Summary) -> Iterator[Finding]:
        """Yield what the run found wrong, each fault once."""
        probes = iter(summary.probes)
        seen: set[Keys] = set()
        for work in self.works:
            for claim in work.claims:
                probe = next(probes, None)
                told = _outcome(probe.text) if probe is not None and probe.ok else _LOST
                wrong = (told.error and f"fails ({told.error})") or claim.judge(told.value)
                if wrong and claim.keys not in seen:
                    seen.add(claim.keys)
                    where = f" (with `{work.note}`)" if work.note else ""
                    message = f"`{' '.join(claim.expression.split())}` {wrong}{where}: correct one"
                    yield material.finding(self.file, (*self.keys, *claim.keys), message, "verify")


def _outcome(text: str) -> Outcome:
    try:
        told: dict[str, Told] = msgspec.json.decode(text)
    except msgspec.DecodeError:
        return Outcome(error="its value is too long to be compared")
    return Outcome(told.get("value"), str(told.get("error", "")))


_LOST = Outcome(error="it was not worked out")

# Runs in the runner's child: what comes from the course is run there and nowhere else. An
# author's expression may raise anything, and that is what is to be told.
_PROGRAM = """
import json
import math
from fractions import Fraction

import numpy as np


def plain(value):
    if isinstance(value, np.ndarray | np.generic):
        return plain(value.tolist())
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, set | frozenset):
        return sorted(plain(item) for item in value)
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    number = float(value)
    return number if math.isfinite(number) else str(number)


def outcome(work):
    try:
        return json.dumps({"value": plain(work())})
    except Exception as error:
        return json.dumps({"error": f"{type(error).__name__}: {error}"[:200]})


def worked_out(params, code, expressions):
    names = {"np": np, "math": math, "Fraction": Fraction, **params}
    try:
        exec(compile(code, "<verify>", "exec"), names)
    except Exception as error:
        told = json.dumps({"error": f"the code: {type(error).__name__}: {error}"[:200]})
        return [told] * len(expressions)
    return [outcome(lambda each=each: eval(each, names)) for each in expressions]


told = [worked_out(*each) for each in GIVEN]
"""


def tasks(materials: Sequence[tuple[str, Material]]) -> list[Task]:
    """Return what there is to work out.

    Args:
        materials: the course, and each further variant by itself, with the variant's note.
    """
    found: dict[tuple[Path, Keys], Task] = {}
    for note, material in materials:
        for part in material.parts(QuestionBase):
            question = part.value
            assert isinstance(question, Question)
            claims = tuple(_claims(question)) if can_be_graded(question) else ()
            if claims:
                place = (part.file, part.keys)
                task = found.setdefault(place, Task(part.file, part.keys))
                params = material.params.get(place, {})
                task.works.append(Work(note, params, _code(question), claims))
    return list(found.values())


def rules(material: Material) -> Iterator[Finding]:
    """Yield, without running anything, what is no Python, and what is not worked out at all."""
    for part in material.parts(QuestionBase):
        question = part.value
        assert isinstance(question, Question)
        claims = list(_claims(question))
        for keys, source, mode in (
            *((claim.keys, claim.expression, "eval") for claim in claims),
            (("verify", "code"), _code(question), "exec"),
        ):
            try:
                ast.parse(source.strip() if mode == "eval" else source, mode=mode)
            except (SyntaxError, ValueError) as error:
                message = f"does not compile ({getattr(error, 'msg', error)}): correct it"
                yield material.finding(part.file, (*part.keys, *keys), message, "expression")
        drawn = (part.file, part.keys) in material.params
        if drawn and not claims and isinstance(question, Numeric | Matrix | Cloze):
            message = f"`{question.id}` draws its values: work its key out again in `verify`"
            yield material.finding(part.file, part.keys, message, "unverified")


def _code(question: Question) -> str:
    verify = question.verify
    return verify.code or "" if isinstance(verify, Verification) else ""


def _claims(question: Question) -> Iterator[Claim]:
    """Yield every claim of a question."""
    verify = question.verify
    rtol = Verification().rtol
    if isinstance(verify, str):
        yield Claim(("verify",), verify, _of_key(question, rtol))
    elif verify is not None:
        rtol = verify.rtol
        if verify.key is not None:
            yield Claim(("verify", "key"), verify.key, _of_key(question, rtol))
        for place, fact in enumerate(verify.facts):
            yield Claim(("verify", "facts", place), fact, _of_truth(right=True))
    for keys, value in walk(question):
        match value:
            case Option(verify=str(claim), correct=right):
                yield Claim((*keys, "verify"), claim, _of_truth(right=right))
            case WorkedLine(verify=str(claim), wrong=wrong):
                yield Claim((*keys, "verify"), claim, _of_truth(right=not wrong))
            case Diagnosis(verify=str(claim), when=when) if when.value is not None:
                yield Claim((*keys, "verify"), claim, _of_value(when.value, rtol))
            case MatrixDiagnosis(verify=str(claim), value=rows):
                yield Claim((*keys, "verify"), claim, _of_rows(rows, rtol))


def _of_truth(*, right: bool) -> Judge:
    word = "true" if right else "false"
    return lambda told: "" if told is right else f"should be {word}, and it is {told}"


def _of_value(value: float, rtol: float) -> Judge:
    def judge(told: Told) -> str:
        return "" if _close(told, value, rtol) else f"is {_shown(told)}, not {value:.6g}"

    return judge


def _of_rows(rows: Sequence[Sequence[float]], rtol: float) -> Judge:
    def judge(told: Told) -> str:
        cells = told if isinstance(told, list) else []
        if not any(isinstance(row, list) for row in cells):
            # One row or one column may be worked out as a vector.
            cells = [[cell] for cell in cells] if len(rows) > 1 else [cells]
        return "" if _alike(cells, rows, rtol) else f"is {_shown(told)}, not {_shown_rows(rows)}"

    return judge


def _of_key(question: Question, rtol: float) -> Judge:
    match question:
        case Numeric():
            return _of_value(question.answer.value, rtol)
        case Matrix(value=rows) if rows:
            return _of_rows(rows, rtol)
        case ExpressionQuestion():
            return _of_values(question, rtol)
        case Cloze():
            return _of_gaps(question, rtol)
        case _:
            return _of_answer(question)


def _of_gaps(question: Cloze, rtol: float) -> Judge:
    def judge(told: Told) -> str:
        given = told if isinstance(told, list) else [told]
        wanted: list[float | str] = [
            blank.value
            if isinstance(blank, NumberBlank)
            else next(option.id for option in blank.options if option.correct)
            for blank in question.blanks
        ]
        same = len(given) == len(wanted) and all(
            one == other if isinstance(other, str) else _close(one, other, rtol)
            for one, other in zip(given, wanted, strict=True)
        )
        return "" if same else f"is {_shown(told)}, not {wanted}"

    return judge


def _of_values(question: ExpressionQuestion, rtol: float) -> Judge:
    """Return a judge of points with the values there: `[[{"x": 2}, 4], …]`."""

    def judge(told: Told) -> str:
        pairs = told if isinstance(told, list) else []
        for pair in pairs:
            match pair:
                case [dict() as point, (int() | float()) as wanted]:
                    found = _value_at(question, point)
                case _:
                    return f"is {_shown(pair)}, not a point and the value there"
            if found is None or not isclose(wanted, found, rel_tol=rtol, abs_tol=_ABSOLUTE):
                return f"is {_shown(wanted)} at {_shown(point)}, and the key is {_shown(found)}"
        return "" if pairs else "gives no points with values"

    return judge


def _value_at(question: ExpressionQuestion, point: Mapping[str, Told]) -> float | None:
    """Return the value of the key at a point, or None if it has none there."""
    numbers = {name: value for name, value in point.items() if isinstance(value, int | float)}
    try:
        return float(value_at(read(question.answer.expr, question.symbols), numbers))
    except (UnreadableError, NoValueError, KeyError):
        return None


def _of_answer(question: Question) -> Judge:
    """Return a judge of keys that are answers: the id of an option, ids in order, a formula."""

    def judge(told: Told) -> str:
        if isinstance(told, dict):
            answer = " ".join(f"{name}={partner}" for name, partner in told.items())
        else:
            answer = " ".join(map(str, told)) if isinstance(told, list) else str(told)
        return "" if grade(question, answer).right else f"is `{answer}`, which is not right"

    return judge


def _close(told: Told, value: float, rtol: float) -> bool:
    if isinstance(told, bool) or not isinstance(told, int | float):
        return False
    return isclose(told, value, rel_tol=rtol, abs_tol=_ABSOLUTE)


def _alike(told: Sequence[Told], rows: Sequence[Sequence[float]], rtol: float) -> bool:
    if len(told) != len(rows):
        return False
    for row, wanted in zip(told, rows, strict=True):
        if not isinstance(row, list) or len(row) != len(wanted):
            return False
        if not all(_close(cell, value, rtol) for cell, value in zip(row, wanted, strict=True)):
            return False
    return True


def _shown(told: Told) -> str:
    text = f"{told:.6g}" if isinstance(told, float) else str(told)
    return text if len(text) <= 60 else text[:59] + "…"


def _shown_rows(rows: Sequence[Sequence[float]]) -> str:
    return _shown([[float(f"{cell:.6g}") for cell in row] for row in rows])
