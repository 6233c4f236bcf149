"""All rules over one course."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mlmath_tutor.check import (
    answers,
    drawn_quizzes,
    formulas,
    languages,
    names,
    programs,
    questions,
    references,
    running,
    solutions,
    verifying,
)
from mlmath_tutor.check.expansion import Instance, expand, once
from mlmath_tutor.check.material import Material, Rule
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.loading import Loaded, load
from mlmath_tutor.engine.variants import parameters

# Of a question by itself, and of the course as a whole.
QUESTION_RULES: tuple[Rule, ...] = (
    questions.rules,
    answers.rules,
    solutions.rules,
    solutions.arithmetic,
    verifying.rules,
    formulas.rules,
    languages.rules,
)
RULES: tuple[Rule, ...] = (
    names.rules,
    references.rules,
    drawn_quizzes.rules,
    *QUESTION_RULES,
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
    if loaded.course is None:
        yield from sorted(found)
        return
    expansion = expand(loaded.files, loaded.source)
    found.update(expansion.findings)
    params = {place: _params(each) for place, each in expansion.first.items()}
    material = Material(loaded.course, expansion.files, loaded.source, params)
    for rule in RULES:
        found.update(rule(material))
    others = [
        (each.variant.note, material.of(each.file, each.keys, each.question, _params(each)))
        for each in expansion.others
    ]
    of_variants = (
        (note, finding)
        for note, alone in others
        for rule in QUESTION_RULES
        for finding in rule(alone)
    )
    found.update(once(of_variants, tuple(found)))
    yield from sorted(found)
    if run:
        yield from running.rules(material, others, record=record)


def _params(instance: Instance) -> dict[str, int | float]:
    return parameters(instance.variant.scope)
