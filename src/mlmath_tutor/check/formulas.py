"""Every formula can be read, and every display fits the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlmath_tutor.check.material import Material, Part
from mlmath_tutor.content.blocks import Step, Symbol
from mlmath_tutor.content.course import CourseFile, Notation
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.questions import SolutionStep
from mlmath_tutor.render.maths import Typesetter
from mlmath_tutor.render.prose.nodes import Display, Formula, parts
from mlmath_tutor.render.prose.parser import parse

WIDTH = 76


def rules(material: Material) -> Iterator[Finding]:
    """Yield formulas with mistakes, and displays wider than a page of 76 cells."""
    typesetter = Typesetter(material.course.macros)
    yield from _macros(material, typesetter)
    for passage in material.passages():
        for part in parts(parse(passage.source)):
            if isinstance(part, Formula | Display):
                before = max(passage.source.find(part.latex), 0)
                offset = passage.source.count("\n", 0, before)
                for line, message, code in _faults(
                    typesetter, part.latex, display=isinstance(part, Display)
                ):
                    yield material.finding(passage.file, passage.keys, message, code, offset + line)
    for each in material.parts(Step, Symbol, SolutionStep, Notation):
        latex, display = _own(each)
        for line, message, code in _faults(typesetter, latex, display=display):
            yield material.finding(each.file, (*each.keys, "math"), message, code, line)


def _own(part: Part) -> tuple[str, bool]:
    """Return the formula of a part that is one, and whether it stands on rows of its own."""
    match part.value:
        case Step(math=latex) | SolutionStep(math=str(latex)):
            return latex, True
        case Symbol(math=latex) | Notation(math=latex):
            return latex, False
        case _:
            return "", False


def _faults(typesetter: Typesetter, latex: str, *, display: bool) -> Iterator[tuple[int, str, str]]:
    """Yield (line inside the formula, message, rule) for each fault of one formula."""
    problems = typesetter.problems(latex)
    for problem in problems:
        line = latex.count("\n", 0, problem.pos)
        yield line, f"formula `{_shown(latex)}`: {problem.message}", "formula"
    if display and not problems:
        width = typesetter.display(latex, WIDTH).width
        if width > WIDTH:
            message = f"is {width} cells wide, and {WIDTH} fit: shorten it, or make it two"
            yield 0, f"formula `{_shown(latex)}` {message}", "wide-formula"


def _shown(latex: str) -> str:
    flat = " ".join(latex.split())
    return flat if len(flat) <= 40 else flat[:39] + "…"


def _macros(material: Material, typesetter: Typesetter) -> Iterator[Finding]:
    for file, whole in material.files.items():
        if not isinstance(whole, CourseFile):
            continue
        for name, expansion in whole.macros.items():
            count = max((int(n) for n in re.findall(r"#([1-9])", expansion)), default=0)
            for problem in typesetter.problems(f"\\{name} " + "{x}" * count):
                yield material.finding(
                    file, ("macros", name), f"macro `\\{name}`: {problem.message}", "formula"
                )
