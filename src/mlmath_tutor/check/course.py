"""All rules over one course."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mlmath_tutor.check import formulas, languages, names, programs, questions, references, running
from mlmath_tutor.check.material import Material, Rule
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.loading import Loaded, load

RULES: tuple[Rule, ...] = (
    names.rules,
    references.rules,
    questions.rules,
    formulas.rules,
    languages.rules,
    programs.rules,
)


def check(root: Path, *, run: bool = True, record: bool = False) -> Iterator[Finding]:
    """Yield everything that is wrong with the course in `root`.

    First what a reader of the files can see, in the files' order; then, if `run`, what the
    programs do. With `record` the recordings of all programs that end well are written
    instead of compared.
    """
    yield from check_loaded(load(root), run=run, record=record)


def check_loaded(loaded: Loaded, *, run: bool = True, record: bool = False) -> Iterator[Finding]:
    """Yield everything that is wrong with a course that has been loaded, as `check` does.

    A file with faults of its own is not looked at further: its faults come first.
    """
    found = set(loaded.findings)
    if loaded.course is not None:
        material = Material(loaded.course, loaded.files, loaded.source)
        for rule in RULES:
            found.update(rule(material))
    yield from sorted(found)
    if loaded.course is not None and run:
        yield from running.rules(material, record=record)
