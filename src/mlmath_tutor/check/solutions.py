r"""Equations that can be decided: lines of solutions that say `check`, and plain arithmetic.

In a line that says `check` all sides are equal, and rounded as an \approx says. Arithmetic is
decided wherever it stands in a text: $8/27=0.296$ is right as far as it is written out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

from mlmath_tutor.check.material import Material
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.questions import SolutionStep
from mlmath_tutor.engine.expression import (
    Different,
    Domain,
    Equal,
    Evaluator,
    Expression,
    NoValueError,
    UnreadableError,
    equal,
    read,
)
from mlmath_tutor.engine.grading.typed import domains
from mlmath_tutor.i18n import say
from mlmath_tutor.render.prose.nodes import Display, Formula, parts
from mlmath_tutor.render.prose.parser import parse

_RELATION = re.compile(r"(=|\\approx(?![A-Za-z])|≈)")
_NEXT_LINE = re.compile(r",?\s*(?:\\quad|\\qquad|\\\\)\s*")
_NUMBER = re.compile(r"-?\d+(?:\.(\d+))?")
_LAID_OUT = re.compile(r"[&]|\\begin\{\w+\*?\}|\\end\{\w+\*?\}|\\bigl?r?|\\Bigl?r?")


def rules(material: Material) -> Iterator[Finding]:
    """Yield lines whose sides are not equal, or cannot be compared."""
    for part in material.parts(SolutionStep):
        step = part.value
        assert isinstance(step, SolutionStep)
        if step.check is None:
            continue
        for message in _faults(step):
            yield material.finding(part.file, (*part.keys, "math"), message, "identity")


def arithmetic(material: Material) -> Iterator[Finding]:
    """Yield equations between numbers, anywhere in a text, that do not hold."""
    for passage in material.passages():
        if "=" not in passage.source and "approx" not in passage.source:
            continue
        for part in parts(parse(passage.source)):
            if isinstance(part, Formula | Display):
                for message in _miscalculated(part.latex):
                    before = max(passage.source.find(part.latex), 0)
                    offset = passage.source.count("\n", 0, before)
                    yield material.finding(
                        passage.file, passage.keys, message, "arithmetic", offset
                    )


def _miscalculated(latex: str) -> Iterator[str]:
    if "matrix}" in latex:
        return  # cells beside each other are no number of several digits
    for line in _NEXT_LINE.split(_LAID_OUT.sub("", latex)):
        sides = _RELATION.split(line.strip().rstrip(".,"))[::2]
        for left, right in pairwise(sides):
            one, other = _number(left), _number(right)
            if one is not None and other is not None and not _rounds_to(one, right, other):
                yield f"`{left.strip()}` and `{right.strip()}` are not equal: correct one"


def _number(side: str) -> Expression | None:
    """Return a side as arithmetic, or None if it is anything else."""
    try:
        return read(side, ())
    except UnreadableError:
        return None


def _faults(step: SolutionStep) -> Iterator[str]:
    if step.math is None:
        yield "there is no `math` to check: add it, or take `check` out"
        return
    known = domains(step.symbols)
    for line in _NEXT_LINE.split(_LAID_OUT.sub("", step.math)):
        pieces = _RELATION.split(line.strip().rstrip(".,"))
        sides, relations = pieces[::2], pieces[1::2]
        if step.check == "value":
            sides, relations = sides[1:], relations[1:]
        if not sides or not (relations or step.check == "value"):
            yield f"`{line.strip()}` has no sides to compare: write an equation"
            continue
        yield from _compared(sides, relations, known)


def _compared(sides: list[str], relations: list[str], known: Mapping[str, Domain]) -> Iterator[str]:
    read_sides: list[Expression] = []
    for side in sides:
        try:
            read_sides.append(read(side, known))
        except UnreadableError as error:
            yield f"`{side.strip()}` cannot be read: {say('en', error.key, **error.values)}"
            return
    for place, relation in enumerate(relations):
        left, right = read_sides[place], read_sides[place + 1]
        shown = f"`{sides[place].strip()}` and `{sides[place + 1].strip()}`"
        if relation != "=":
            if not _rounds_to(left, sides[place + 1], right):
                yield f"{shown} do not agree to the digits shown: correct one"
            continue
        match equal(left, right, known):
            case Different(witness=witness):
                at = ", ".join(f"{name} = {float(v):.4g}" for name, v in witness.items())
                yield f"{shown} are not equal{f' at {at}' if at else ''}: correct one"
            case Equal():
                continue
            case _:
                yield f"{shown} cannot be compared: declare where the symbols live"


def _rounds_to(left: Expression, written: str, right: Expression) -> bool:
    """Return whether two numbers agree to the last digit that is written of the second."""
    found = _NUMBER.fullmatch(re.sub(r"[{}()\s]", "", written))
    evaluator = Evaluator(30)
    try:
        gap = abs(evaluator.fraction(left, {}) - evaluator.fraction(right, {}))
    except (NoValueError, KeyError):
        return False
    if found is not None:
        return gap * 2 <= Fraction(1, 10 ** len(found[1] or ""))
    return gap * 200 <= abs(evaluator.fraction(right, {}))
