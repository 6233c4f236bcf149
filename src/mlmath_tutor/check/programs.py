"""Programs as text: they compile, fit the screen, speak both languages, and have their knobs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import get_args

from mlmath_tutor.check.material import Material, Program
from mlmath_tutor.content import layout
from mlmath_tutor.content.blocks import Example
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.listing import COMMENT, MARK, CellKind
from mlmath_tutor.content.parameters import Parameter, Value
from mlmath_tutor.content.source_map import Keys
from mlmath_tutor.engine.runner.parameters import ParameterError, literals, set_values
from mlmath_tutor.i18n import LANGUAGES
from mlmath_tutor.render.runs import cells

COLUMNS = 70


def rules(material: Material) -> Iterator[Finding]:
    """Yield what is wrong with the programs before any of them runs."""
    for program in material.programs():
        yield from _comments(material, program)
        yield from _long_lines(material, program)
        yield from _expressions(material, program)
        try:
            ast.parse(program.source)
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None) or 1
            message = f"does not compile ({getattr(error, 'msg', error)}): correct it"
            yield material.in_program(program, line, message, "does-not-compile")
        else:
            yield from _knobs(material, program)
    yield from _unused(material)


def probes(program: Program) -> tuple[tuple[Keys, str], ...]:
    """Return the expressions evaluated after a run of `program`, with their keys in the file."""
    found = [((*program.keys, "facts", i), fact) for i, fact in enumerate(program.block.facts)]
    predict = program.block.predict if isinstance(program.block, Example) else None
    if predict is not None and predict.measured is not None:
        found.append(((*program.keys, "predict", "measured"), predict.measured))
    return tuple(found)


def _comments(material: Material, program: Program) -> Iterator[Finding]:
    """Yield groups of comment lines that lack one language, and marks of no known cell."""
    spoken: set[str] = set()
    first = 0
    for number, line in enumerate([*program.source.splitlines(), ""], 1):
        if comment := COMMENT.fullmatch(line):
            first = first if spoken else number
            spoken.add(comment["lang"])
            continue
        for lang in sorted(set(LANGUAGES) - spoken if spoken else ()):
            message = f"this comment has no `# {lang}:` line: give it in both languages, or neither"
            yield material.in_program(program, first, message, "comment-language")
        spoken.clear()
        mark = MARK.fullmatch(line)
        if mark and mark[1] and mark[1] not in get_args(CellKind):
            message = f"`# %% {mark[1]}` is no cell: write `# %%`, `# %% plot` or `# %% focus`"
            yield material.in_program(program, number, message, "cell")


def _long_lines(material: Material, program: Program) -> Iterator[Finding]:
    wide: dict[int, int] = {}
    for lang in LANGUAGES:
        shown = program.listing(lang)
        for number, line in zip(shown.lines, shown.code.splitlines(), strict=True):
            wide[number] = max(wide.get(number, 0), cells(line))
    for number, width in sorted(wide.items()):
        if width > COLUMNS:
            message = f"is {width} columns wide, and {COLUMNS} are shown: break the line"
            yield material.in_program(program, number, message, "long-line")


def _expressions(material: Material, program: Program) -> Iterator[Finding]:
    for keys, expression in probes(program):
        try:
            ast.parse(expression, mode="eval")
        except (SyntaxError, ValueError):
            message = f"`{expression}` is not a Python expression: correct it"
            yield material.finding(program.file, keys, message, "expression")


def extremes(parameter: Parameter) -> tuple[Value, ...]:
    """Return the outermost values a learner can set: both ends of a range, or every choice."""
    if parameter.low is not None and parameter.high is not None:
        return (parameter.low, parameter.high)
    return parameter.choice


def _knobs(material: Material, program: Program) -> Iterator[Finding]:
    known = literals(program.source)
    for name, parameter in program.block.params.items():
        message = _knob_fault(program.source, name, parameter, known.get(name))
        if message:
            keys = (*program.keys, "params", name)
            yield material.finding(program.file, keys, message, "parameter")


def _knob_fault(source: str, name: str, parameter: Parameter, shipped: Value | None) -> str:
    """Return why the knob `name` does not move the program, or an empty text."""
    if shipped is None:
        return f"no top-level line sets `{name}` to a literal, as in `{name} = 1`: add one"
    if shipped != parameter.value:
        return (
            f"`{name}` is {parameter.value!r} here and {shipped!r} in the program: make them equal"
        )
    for value in extremes(parameter):
        try:
            set_values(source, {name: value})
        except ParameterError as error:
            return f"`{name}` cannot be set to {value!r} in the program ({error.trouble}): mend it"
    return ""


def _unused(material: Material) -> Iterator[Finding]:
    """Yield program files that no block shows, in chapters whose sections are all faultless."""
    for chapter in material.course.chapters:
        folder = layout.chapter_folder(material.root, chapter)
        lessons = [layout.lesson_file(material.root, section) for section in chapter.sections]
        if any(file.exists() and file not in material.files for file in lessons):
            continue
        shown = {
            folder / program.block.file
            for program in material.programs()
            if program.section.chapter == chapter.id and program.block.file
        }
        for file in sorted({*folder.glob("examples/*.py")} - shown):
            yield Finding(file, 0, "no block shows this program: name it in one", "unused-program")
