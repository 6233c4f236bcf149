"""Ids and labels: each names one thing in the whole course, and blocks carry their section's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mlmath_tutor.check.drawn_quizzes import drawn_quizzes
from mlmath_tutor.check.material import Material, Part
from mlmath_tutor.content.blocks import BlockBase, Check, Example
from mlmath_tutor.content.course import ChapterEntry, Reference, SectionEntry, Skill, Term
from mlmath_tutor.content.drawn_quiz import OF_THE_COURSE
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.questions import QuestionBase
from mlmath_tutor.content.source_map import Keys


def rules(material: Material) -> Iterator[Finding]:
    """Yield ids and labels used twice, and ids that do not begin with their section's."""
    yield from _used_twice(material)
    yield from _reserved(material)
    yield from _foreign(material)


def _lent(part: Part, parts: dict[tuple[Path, Keys], Part]) -> bool:
    """Return whether a question inside a block has the block's own id."""
    if not isinstance(part.value, QuestionBase) or not part.keys:
        return False
    around = parts.get((part.file, part.keys[:-1]))
    return (
        around is not None
        and isinstance(around.value, Check | Example)
        and around.value.id == part.value.id
    )


def _named(material: Material) -> Iterator[tuple[str, str, Part, str]]:
    """Yield (what, name, part, key) for everything that has a name of its own."""
    inside = {(part.file, part.keys): part for part in material.parts(BlockBase, QuestionBase)}
    for part in inside.values():
        assert isinstance(part.value, BlockBase | QuestionBase)
        if not _lent(part, inside):
            yield "block or question", part.value.id, part, "id"
        for old in part.value.formerly:
            yield "block or question", old, part, "formerly"
        if part.value.label:
            yield "label", part.value.label, part, "label"
    for part in material.parts(ChapterEntry, SectionEntry, Term, Skill, Reference):
        match part.value:
            case ChapterEntry(id=name) | SectionEntry(id=name):
                yield "chapter or section", name, part, "id"
            case Term(id=name):
                yield "term", name, part, "id"
            case Skill(id=name):
                yield "skill", name, part, "id"
            case Reference(id=name):
                yield "reference", name, part, "id"
            case _:
                raise AssertionError(part)


def _used_twice(material: Material) -> Iterator[Finding]:
    first: dict[tuple[str, str], str] = {}
    for what, name, part, key in _named(material):
        keys = (*part.keys, key)
        here = material.finding(
            part.file,
            keys,
            f"`{name}` already names another {what} ({first.get((what, name))}): rename one",
            "duplicate-id",
        )
        if (what, name) in first:
            yield here
        else:
            shown = part.file.relative_to(material.root)
            first[what, name] = f"{shown}:{here.line}"


def _foreign(material: Material) -> Iterator[Finding]:
    for section in material.course.sections:
        own = (*section.blocks, *section.questions)
        questions = tuple(block.question for block in section.blocks if isinstance(block, Check))
        for named in (*own, *questions):
            if named.id.startswith(f"{section.id}."):
                continue
            for place in material.source.places(named.id)[:1]:
                yield Finding(
                    place.file,
                    place.line,
                    f"the id `{named.id}` does not begin with its section: `{section.id}.…`",
                    "id-section",
                )
    for quiz in drawn_quizzes(material):
        for place_in_file, question in enumerate(quiz.value.questions):
            if not question.id.startswith(f"{quiz.scope}."):
                message = f"the id `{question.id}` does not begin with its quiz: `{quiz.scope}.…`"
                keys = ("questions", place_in_file, "id")
                yield material.finding(quiz.file, keys, message, "id-quiz")


def _reserved(material: Material) -> Iterator[Finding]:
    """Yield chapters and sections that go by the name of a quiz of the whole course."""
    for part in material.parts(ChapterEntry, SectionEntry):
        assert isinstance(part.value, ChapterEntry | SectionEntry)
        if part.value.id in OF_THE_COURSE:
            message = f"`{part.value.id}` is the id of a quiz of the whole course: rename it"
            yield material.finding(part.file, (*part.keys, "id"), message, "reserved-id")
