"""From a folder to a course: everything that loads, and a finding for everything that does not."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec
import yaml
from msgspec.structs import replace

from . import layout
from .blocks import Example, Explore, SectionFile
from .course import (
    Chapter,
    ChapterEntry,
    Course,
    CourseFile,
    Notation,
    Reference,
    Section,
    Skill,
    Term,
)
from .drawn_quiz import DIAGNOSTIC, FINAL, DrawnQuiz
from .findings import Finding
from .marked_yaml import Document, Fault, compose, pairs, plain
from .programs import ProgramError, read_program
from .quizzes import QuizFile
from .shape import faults
from .source_map import SourceMap
from .templates import read_quiz

T = TypeVar("T")
Quiz = TypeVar("Quiz", QuizFile, DrawnQuiz)


@dataclass(frozen=True, slots=True)
class Loaded:
    """What could be loaded.

    A section with a fault in its file is there, but not written; a shared list lacks its faulty
    items. `course` is None only if course.yaml itself cannot be used. `files` holds what each
    faultless file says (a model, or a tuple of them), `source` finds the lines of all files.
    """

    course: Course | None
    findings: tuple[Finding, ...]
    files: Mapping[Path, object]
    source: SourceMap


def load(root: Path) -> Loaded:
    """Load the course in `root`, a folder with lessons/ and quizzes/."""
    files = _Files()
    with _collection_paused():
        course = _course(root, files)
    faulty = {finding.file for finding in files.findings}
    return Loaded(
        course,
        tuple(sorted(set(files.findings))),
        {file: what for file, what in files.models.items() if file not in faulty},
        SourceMap(files.opened),
    )


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Keep the garbage collector from looking, again and again, at nodes that all stay alive.

    A course is some 70,000 of them: half of the time of loading it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class _Files:
    """Reads files one by one, and remembers what they hold and their findings."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.models: dict[Path, object] = {}
        self.findings: list[Finding] = []

    def one(self, file: Path, model: type[T]) -> T | None:
        """Return what `file` holds; None if it does not exist or has a fault."""
        document = self._open(file)
        if document is None:
            return None
        found = self._convert(file, document, model)
        self.models[file] = found
        return found

    def many(self, file: Path, model: type[T]) -> tuple[T, ...]:
        """Return the items of the list in `file` that have no fault."""
        document = self._open(file)
        if document is None:
            return ()
        if not isinstance(document.root, yaml.SequenceNode):
            self.add(file, Fault(1, "should be a list (one `- ` for each item)", "type"))
            return ()
        items = (
            self._convert(file, Document(node, document.text), model)
            for node in document.root.value
        )
        found = tuple(item for item in items if item is not None)
        self.models[file] = found
        return found

    def quiz(self, file: Path, model: type[Quiz]) -> Quiz | None:
        """Return the quiz in `file`; None if it does not exist or has a fault."""
        document = self._open(file)
        if document is None:
            return None
        found = read_quiz(document, model)
        if isinstance(found, tuple):
            self.add(file, *found)
            return None
        self.models[file] = found
        return found

    def add(self, file: Path, *found: Fault) -> None:
        """Remember faults of `file`."""
        self.findings += [fault.at(file) for fault in found]

    def _open(self, file: Path) -> Document | None:
        if not file.exists():
            return None
        document = compose(file)
        if isinstance(document, Fault):
            self.add(file, document)
            return None
        self.opened.append(file)
        return document

    def _convert(self, file: Path, document: Document, model: type[T]) -> T | None:
        if model is SectionFile:
            _lend_ids(document.root)
        value, found = plain(document)
        reason = "has a fault"
        if not found:
            try:
                return msgspec.convert(value, model)
            except msgspec.ValidationError as error:
                reason = str(error)
        found += tuple(faults(document, model))
        self.add(file, *(found or (Fault(0, reason, "invalid"),)))
        return None


def _lend_ids(root: yaml.Node) -> None:
    """Give a question inside a block the id of the block, unless it has its own."""
    blocks = pairs(root).get("blocks") if isinstance(root, yaml.MappingNode) else None
    for block in blocks.value if isinstance(blocks, yaml.SequenceNode) else ():
        if not isinstance(block, yaml.MappingNode):
            continue
        own = pairs(block)
        for name in ("question", "predict"):
            question, lent = own.get(name), own.get("id")
            if (
                isinstance(question, yaml.MappingNode)
                and isinstance(lent, yaml.ScalarNode)
                and "id" not in pairs(question)
            ):
                marks = (lent.start_mark, lent.end_mark)
                key = yaml.ScalarNode("tag:yaml.org,2002:str", "id", *marks)
                question.value.append((key, yaml.ScalarNode(lent.tag, lent.value, *marks)))


def _course(root: Path, files: _Files) -> Course | None:
    home = layout.course_file(root)
    file = files.one(home, CourseFile)
    if file is None:
        if not files.findings:
            files.add(home, Fault(0, "is missing: a course begins with it", "no-file"))
        return None
    chapters = tuple(_unwritten(entry, number) for number, entry in enumerate(file.chapters, 1))
    for path in layout.strangers(root, chapters):
        files.add(path, Fault(0, _STRANGER, "no-section"))
    programs: dict[str, str] = {}
    chapters = tuple(
        replace(
            chapter,
            sections=tuple(
                _section(root, section, files, programs) for section in chapter.sections
            ),
            quiz=files.quiz(layout.chapter_quiz_file(root, chapter), DrawnQuiz),
        )
        for chapter in chapters
    )
    return Course(
        root=root,
        file=file,
        chapters=chapters,
        programs=programs,
        glossary=files.many(layout.shared_file(root, "glossary"), Term),
        notation=files.many(layout.shared_file(root, "notation"), Notation),
        references=files.many(layout.shared_file(root, "references"), Reference),
        final=files.quiz(layout.course_quiz_file(root, FINAL), DrawnQuiz),
        diagnostic=files.quiz(layout.course_quiz_file(root, DIAGNOSTIC), DrawnQuiz),
        skills=tuple(
            skill
            for chapter in chapters
            for skill in files.many(layout.skills_file(root, chapter), Skill)
        ),
    )


_STRANGER = (
    "belongs to no section of course.yaml: name it `ch{N}-{chapter}/{K}-{section}.yaml`, with N and"
    " K the places in course.yaml, or add the section there"
)


def _unwritten(entry: ChapterEntry, number: int) -> Chapter:
    sections = tuple(
        Section(entry=each, chapter=entry.id, number=f"{number}.{place}", written=None, quiz=None)
        for place, each in enumerate(entry.sections, 1)
    )
    return Chapter(entry=entry, number=str(number), sections=sections)


def _section(root: Path, section: Section, files: _Files, programs: dict[str, str]) -> Section:
    """Return `section` with what its two files hold; its programs are added to `programs`."""
    lesson = layout.lesson_file(root, section)
    written = files.one(lesson, SectionFile)
    quiz = files.quiz(layout.quiz_file(root, section), QuizFile)
    if written is None:
        return replace(section, quiz=quiz)
    found: dict[str, str] = {}
    whole = True
    for place, block in enumerate(written.blocks):
        if isinstance(block, Example | Explore):
            try:
                found[block.id] = read_program(block, layout.chapter_folder(root, section))
            except ProgramError as error:
                whole = False
                line = SourceMap([lesson]).line(lesson, ("blocks", place, *error.key))
                files.add(lesson, Fault(line, str(error), error.code))
    if whole:
        programs |= found
    return replace(section, written=written if whole else None, quiz=quiz)
