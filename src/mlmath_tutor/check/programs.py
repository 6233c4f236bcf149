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
from mlmath_tutor.content.source_map import Keys
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
            tree = ast.parse(program.source)
        except (SyntaxError, ValueError) as error:
            line = getattr(error, "lineno", None) or 1
            message = f"does not compile ({getattr(error, 'msg', error)}): correct it"
            yield material.in_program(program, line, message, "does-not-compile")
        else:
            yield from _knobs(material, program, literals(tree))
    yield from _unused(material)


def probes(program: Program) -> tuple[tuple[Keys, str], ...]:
    """Return the expressions evaluated after a run of `program`, with their keys in the file."""
    found = [((*program.keys, "facts", i), fact) for i, fact in enumerate(program.block.facts)]
    predict = program.block.predict if isinstance(program.block, Example) else None
    if predict is not None and predict.measured is not None:
        found.append(((*program.keys, "predict", "measured"), predict.measured))
    return tuple(found)


def literals(tree: ast.Module) -> dict[str, object]:
    """Return the value of every name that a top-level statement sets to a literal, the first."""
    found: dict[str, object] = {}
    for statement in tree.body:
        match statement:
            case ast.Assign(targets=targets, value=value):
                pairs = [pair for target in targets for pair in _paired(target, value)]
            case ast.AnnAssign(target=ast.Name() as name, value=ast.expr() as value):
                pairs = [(name, value)]
            case _:
                continue
        for target, value in pairs:
            if isinstance(target, ast.Name) and target.id not in found:
                try:
                    found[target.id] = ast.literal_eval(value)
                except ValueError:  # not a literal
                    continue
    return found


def _paired(target: ast.expr, value: ast.expr) -> list[tuple[ast.expr, ast.expr]]:
    sequence = (ast.Tuple, ast.List)
    if isinstance(target, sequence) and isinstance(value, sequence):
        return list(zip(target.elts, value.elts, strict=False))
    return [(target, value)]


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


def _knobs(material: Material, program: Program, known: dict[str, object]) -> Iterator[Finding]:
    for name, parameter in program.block.params.items():
        keys = (*program.keys, "params", name)
        if name not in known:
            message = f"no top-level line sets `{name}` to a literal, as in `{name} = 1`: add one"
            yield material.finding(program.file, keys, message, "parameter")
        elif known[name] != parameter.value:
            message = (
                f"`{name}` is {parameter.value!r} here and {known[name]!r} in the program:"
                " make them equal"
            )
            yield material.finding(program.file, keys, message, "parameter")


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
