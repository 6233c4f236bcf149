"""The course as a whole: what course.yaml and the shared files hold, and how it is looked up."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import msgspec

from .blocks import Block, Example, Explore, SectionFile
from .drawn_quiz import DrawnQuiz
from .quizzes import AnyQuestion, QuizFile
from .text import Phrase, Text


class SectionEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A section as course.yaml lists it; `minutes` is its core path, `needs` are section ids."""

    id: str
    title: Text
    minutes: int
    needs: tuple[str, ...] = ()


class ChapterEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A chapter as course.yaml lists it; `topics` is one row on what is in it."""

    id: str
    title: Text
    topics: Text
    sections: tuple[SectionEntry, ...]


class CourseFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """course.yaml: order, titles, minutes, prerequisites and LaTeX macros.

    A macro's value is its expansion, with #1 … #9 for arguments.
    """

    id: str
    title: Text
    chapters: tuple[ChapterEntry, ...]
    macros: dict[str, str] = {}


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A glossary entry; `reading` is the Japanese term in kana."""

    id: str
    ja: str
    en: str
    reading: str
    section: str
    meaning: Text
    see: tuple[str, ...] = ()


class Notation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A symbol of the whole course."""

    math: str
    meaning: Text


class Reference(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A work that blocks cite."""

    id: str
    text: Phrase


class Skill(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something a learner can do; `needs` are the skills it builds on."""

    id: str
    title: Text
    section: str
    needs: tuple[str, ...] = ()


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A section: its entry, its number ("1.1") and, once written, its blocks and questions."""

    entry: SectionEntry
    chapter: str
    number: str
    written: SectionFile | None
    quiz: QuizFile | None

    @property
    def id(self) -> str:
        """The permanent id, such as `bayes`."""
        return self.entry.id

    @property
    def title(self) -> Text:
        """The title in both languages."""
        return self.entry.title

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks, or none while the section is not yet written."""
        return self.written.blocks if self.written else ()

    @property
    def questions(self) -> tuple[AnyQuestion, ...]:
        """The section quiz's questions, those with parameters as templates."""
        return self.quiz.questions if self.quiz else ()


class Chapter(msgspec.Struct, frozen=True, kw_only=True):
    """A chapter with its sections in order and, where there is one, its quiz."""

    entry: ChapterEntry
    number: str
    sections: tuple[Section, ...]
    quiz: DrawnQuiz | None = None

    @property
    def id(self) -> str:
        """The permanent id, such as `probability`."""
        return self.entry.id

    @property
    def title(self) -> Text:
        """The title in both languages."""
        return self.entry.title

    @property
    def questions(self) -> tuple[AnyQuestion, ...]:
        """The questions of its sections' quizzes, then those of its own."""
        of_sections = tuple(q for section in self.sections for q in section.questions)
        return of_sections + (self.quiz.questions if self.quiz else ())

    @property
    def minutes(self) -> int:
        """Minutes of the core path of all its sections."""
        return sum(section.entry.minutes for section in self.sections)


class Course(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Everything that is taught. `root` is the folder that holds lessons/ and quizzes/.

    `programs` maps the id of each example and exploration to its source as in the file;
    `final` and `diagnostic` are the quizzes over all chapters.
    """

    root: Path
    file: CourseFile
    chapters: tuple[Chapter, ...]
    programs: dict[str, str]
    glossary: tuple[Term, ...] = ()
    notation: tuple[Notation, ...] = ()
    references: tuple[Reference, ...] = ()
    skills: tuple[Skill, ...] = ()
    final: DrawnQuiz | None = None
    diagnostic: DrawnQuiz | None = None

    @property
    def macros(self) -> dict[str, str]:
        """The course's LaTeX macros."""
        return self.file.macros

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """All sections in course order."""
        return tuple(section for chapter in self.chapters for section in chapter.sections)

    @cached_property
    def _sections_by_name(self) -> dict[str, Section]:
        return {name: s for s in self.sections for name in (s.id, s.number)}

    def section(self, name: str) -> Section | None:
        """Return the section with this id or number, if there is one."""
        return self._sections_by_name.get(name)

    def chapter(self, name: str) -> Chapter | None:
        """Return the chapter with this id or number, if there is one."""
        return next((c for c in self.chapters if name in (c.id, c.number)), None)

    @cached_property
    def _blocks(self) -> dict[str, tuple[Section, Block]]:
        found: dict[str, tuple[Section, Block]] = {}
        for section in self.sections:
            for block in section.blocks:
                for name in (block.id, *block.formerly):
                    found[name] = (section, block)
        return found

    def block(self, name: str) -> tuple[Section, Block] | None:
        """Return the block with this id, or once known by it, and its section."""
        return self._blocks.get(name)

    @cached_property
    def _programs_by_name(self) -> dict[str, Example | Explore]:
        found: dict[str, Example | Explore] = {}
        for _, block in self._blocks.values():
            if isinstance(block, Example | Explore):
                found |= {name: block for name in (block.id, block.label) if name}
        return found

    def program(self, name: str) -> Example | Explore | None:
        """Return the example or exploration with this id or label (`E1.1`)."""
        return self._programs_by_name.get(name)

    @property
    def questions(self) -> tuple[AnyQuestion, ...]:
        """The questions of all quizzes, in course order."""
        of_chapters = tuple(q for chapter in self.chapters for q in chapter.questions)
        overall = (quiz for quiz in (self.final, self.diagnostic) if quiz)
        return of_chapters + tuple(q for quiz in overall for q in quiz.questions)

    @cached_property
    def _questions_by_name(self) -> dict[str, AnyQuestion]:
        found: dict[str, AnyQuestion] = {}
        for question in self.questions:
            for name in (question.id, question.label, *question.formerly):
                if name:
                    found[name] = question
        return found

    def question(self, name: str) -> AnyQuestion | None:
        """Return the quiz question with this id or label (`Q1.1.3`)."""
        return self._questions_by_name.get(name)

    @cached_property
    def _skills_by_id(self) -> dict[str, Skill]:
        return {skill.id: skill for skill in self.skills}

    def skill(self, name: str) -> Skill | None:
        """Return the skill with this id."""
        return self._skills_by_id.get(name)
