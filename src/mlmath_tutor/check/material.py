"""What the rules look at: the course, its files part by part, and where each part stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from mlmath_tutor.content import layout
from mlmath_tutor.content.blocks import Example, Explore
from mlmath_tutor.content.course import Course, Section
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.listing import Listing, listing
from mlmath_tutor.content.questions import Question
from mlmath_tutor.content.source_map import Keys, SourceMap
from mlmath_tutor.content.text import Text
from mlmath_tutor.content.walking import phrase_keys, walk
from mlmath_tutor.i18n import Lang


@dataclass(frozen=True, slots=True)
class Part:
    """A model in a file, and the keys that lead to it."""

    file: Path
    keys: Keys
    value: msgspec.Struct


class Passage(NamedTuple):
    """A text with markup, in one language, or in none where it holds no words."""

    file: Path
    keys: Keys
    lang: Lang | None
    source: str


@dataclass(frozen=True, slots=True)
class Program:
    """A block's program: its source, and the place of the block in its section's file."""

    section: Section
    block: Example | Explore
    source: str
    file: Path
    keys: Keys

    def listing(self, lang: Lang) -> Listing:
        """Return the program as shown and run."""
        return listing(self.source, lang)


@dataclass(frozen=True)
class Material:
    """A course that could be loaded, without the files that have faults.

    In place of a template stands its first variant. `params` are, by the place of such a
    question, the values that were drawn for it. Other variants have a material of their own:
    `files` is then that question, `at` the keys that lead to it, and texts that are `known`
    from the first variant are not looked at again.
    """

    course: Course
    files: Mapping[Path, object]
    source: SourceMap
    params: Mapping[tuple[Path, Keys], Mapping[str, int | float]] = field(default_factory=dict)
    at: Keys = ()
    known: frozenset[Text] = frozenset()

    def of(
        self, file: Path, keys: Keys, question: Question, params: Mapping[str, int | float]
    ) -> Material:
        """Return the material of one variant, which stands under `keys` in `file`."""
        known = self._texts[file, keys]
        only = {(file, keys): params}
        return Material(self.course, {file: question}, self.source, only, keys, known)

    @cached_property
    def _texts(self) -> Mapping[tuple[Path, Keys], frozenset[Text]]:
        """The texts of each question that draws its values."""
        found: dict[tuple[Path, Keys], set[Text]] = {place: set() for place in self.params}
        for part in self.parts(Text):
            if (texts := found.get((part.file, part.keys[:2]))) is not None:
                assert isinstance(part.value, Text)
                texts.add(part.value)
        return {place: frozenset(texts) for place, texts in found.items()}

    @property
    def root(self) -> Path:
        """The folder that holds lessons/ and quizzes/."""
        return self.course.root

    def parts(self, *models: type[msgspec.Struct]) -> Iterator[Part]:
        """Yield every part of every file that is one of `models`, in the files' order."""
        for file, whole in self.files.items():
            for keys, value in walk(whole, self.at):
                known = isinstance(value, Text) and value in self.known
                if isinstance(value, models) and not known:
                    yield Part(file, keys, value)

    def passages(self) -> Iterator[Passage]:
        """Yield every text that is set as prose."""
        for part in self.parts(msgspec.Struct):
            if isinstance(part.value, Text):
                yield Passage(part.file, (*part.keys, "ja"), "ja", part.value.ja)
                yield Passage(part.file, (*part.keys, "en"), "en", part.value.en)
            for key in phrase_keys(type(part.value)):
                phrase = getattr(part.value, key)
                if isinstance(phrase, str):
                    yield Passage(part.file, (*part.keys, key), None, phrase)

    def programs(self) -> Iterator[Program]:
        """Yield the program of every example and exploration."""
        for section in self.course.sections:
            file = layout.lesson_file(self.root, section)
            for place, block in enumerate(section.blocks):
                if isinstance(block, Example | Explore):
                    source = self.course.programs[block.id]
                    yield Program(section, block, source, file, ("blocks", place))

    def finding(
        self, file: Path, keys: Keys, message: str, code: str, offset: int | None = None
    ) -> Finding:
        """Return a finding at the value under `keys`, or at line `offset` (from 0) of a text."""
        return Finding(file, self.source.line(file, keys, offset), message, code)

    def in_program(self, program: Program, line: int, message: str, code: str) -> Finding:
        """Return a finding at `line` (from 1) of a program, wherever its source stands."""
        if program.block.file is None:
            return self.finding(program.file, (*program.keys, "code"), message, code, line - 1)
        folder = layout.chapter_folder(self.root, program.section)
        return Finding(folder / program.block.file, line, message, code)


Rule = Callable[[Material], Iterator[Finding]]
