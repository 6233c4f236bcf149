"""`mlmath read SECTION`: a section as plain text, mathematics typeset."""

from __future__ import annotations

import argparse
import shutil
import sys
from typing import assert_never

from mlmath_tutor.cli.context import CommandError, Context
from mlmath_tutor.cli.plain_text import PlainText
from mlmath_tutor.content.blocks import (
    Block,
    Check,
    Definition,
    Derivation,
    Example,
    Explore,
    Pitfall,
    Prose,
    References,
    SectionFile,
    Summary,
    Theorem,
)
from mlmath_tutor.content.course import Course, Section
from mlmath_tutor.content.listing import listing
from mlmath_tutor.content.questions import Question
from mlmath_tutor.content.text import Phrase, said
from mlmath_tutor.i18n import Lang, say
from mlmath_tutor.render.maths import Typesetter
from mlmath_tutor.render.prose import plain

NAME = "read"
HELP = "print a section as plain text, mathematics typeset"
WIDTH, WIDEST, NARROWEST = 80, 100, 20


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """SECTION and --width."""
    parser.add_argument("section", metavar="SECTION", help="id or number of a section or chapter")
    parser.add_argument("--width", type=int, metavar="N", help="cells of a line")


def main(args: argparse.Namespace, context: Context) -> int:
    """Print the section, or all written sections of a chapter."""
    course = context.course()
    width = args.width or _terminal_width()
    if width < NARROWEST:
        raise CommandError(context.say("cli.too-narrow", least=NARROWEST))
    reader = Reader(course, context.typesetter(), context.lang, width)
    print("\n\n".join(reader.section(section) for section in _sections(args.section, context)))
    return 0


def _terminal_width() -> int:
    if not sys.stdout.isatty():
        return WIDTH
    return min(WIDEST, shutil.get_terminal_size().columns)


def _sections(name: str, context: Context) -> list[Section]:
    course = context.course()
    section, chapter = course.section(name), course.chapter(name)
    if section is not None:
        if section.written is None:
            title = said(section.title, context.lang)
            raise CommandError(
                context.say("cli.not-written", number=section.number, title=title), code=1
            )
        return [section]
    if chapter is None:
        raise CommandError(context.say("cli.no-section", name=name))
    written = [section for section in chapter.sections if section.written is not None]
    if not written:
        title = said(chapter.title, context.lang)
        raise CommandError(
            context.say("cli.not-written", number=chapter.number, title=title), code=1
        )
    return written


class Reader:
    """Blocks as plain text, for pipes, screen readers and print."""

    def __init__(self, course: Course, typesetter: Typesetter, lang: Lang, width: int) -> None:
        self._course = course
        self._typesetter = typesetter
        self._lang = lang
        self._width = width

    def section(self, section: Section) -> str:
        """Return a whole section."""
        assert section.written is not None
        title = f"{section.number} {self._said(section.title)}"
        parts = [
            title + "\n" + "=" * min(self._width, 2 * len(title)),
            self._opening(section.written),
            *(self.block(block) for block in section.blocks),
        ]
        return "\n\n".join(part for part in parts if part)

    def _opening(self, section: SectionFile) -> str:
        """What one will be able to do, what it needs, where it leads, each by its name."""
        lines = [say(self._lang, "opening.objectives")]
        lines += [self._bullet(text) for text in section.objectives]
        for key, text in (
            ("opening.needs", section.needs),
            ("opening.leads-to", section.leads_to),
        ):
            lines += ["", f"{say(self._lang, key)}:", self._text(text)]
        return "\n".join(lines)

    def block(self, block: Block) -> str:
        """Return one block with its heading."""
        parts = [self._heading(block), *self._body(block)]
        return "\n".join(part for part in parts if part)

    def _heading(self, block: Block) -> str:
        title = self._said(block.title) if block.title is not None else ""
        kind = "" if isinstance(block, Prose) else f"block.{block.__struct_config__.tag}"
        name = ""
        if kind:
            label = (block.label or "").lstrip("EX")
            name = f"[{say(self._lang, kind, label=label).rstrip()}] "
        heading = plain(f"{name}{title}", self._typesetter, self._width) if name or title else ""
        return heading.rstrip()

    def _body(self, block: Block) -> list[str]:
        match block:
            case Prose(text=text) | Pitfall(text=text):
                return [self._text(text)]
            case Definition(text=text, conditions=conditions):
                return [*([self._text(conditions)] if conditions else []), self._text(text)]
            case Theorem(text=text, conditions=conditions):
                return [self._text(conditions), self._text(text)]
            case Derivation():
                return self._derivation(block)
            case Example() | Explore():
                return self._program(block)
            case Check(question=question):
                return [self._question(question)]
            case Summary(points=points):
                return [self._bullet(point) for point in points]
            case References():
                return self._references(block)
        assert_never(block)

    def _derivation(self, block: Derivation) -> list[str]:
        lines = [self._text(block.text)] if block.text is not None else []
        for number, step in enumerate(block.steps, 1):
            box = self._typesetter.display(step.math, self._width - 4)
            rows = ["".join(run.text for run in row) for row in box.rows]
            for index, row in enumerate(rows):
                mark = f"{number:>2}  " if index == box.baseline else "    "
                lines.append((mark + row).rstrip())
            lines.append(self._indented(self._said(step.why), 6))
        return lines

    def _program(self, block: Example | Explore) -> list[str]:
        opening = block.intro if isinstance(block, Example) else block.ask
        lines = [self._text(opening)] if opening is not None else []
        if isinstance(block, Example) and block.predict is not None:
            lines += [
                "",
                f"[{say(self._lang, 'block.predict')}]",
                self._question(block.predict),
                "",
            ]
        shown = listing(self._course.programs[block.id], self._lang)
        lines.append("\n".join(f"    {line}".rstrip() for line in shown.code.splitlines()))
        if block.reading is not None:
            lines.append(self._text(block.reading))
        return lines

    def _question(self, question: Question) -> str:
        text = PlainText(self._course, self._typesetter, self._lang, self._width)
        return text.question(question, None)

    def _references(self, block: References) -> list[str]:
        works = {work.id: work for work in self._course.references}
        lines = []
        for entry in block.entries:
            work = works.get(entry.ref)
            name = self._said(work.text) if work else entry.ref
            where = say(self._lang, "block.where") + self._said(entry.where) if entry.where else ""
            lines.append(self._bullet(name + where))
        return lines

    def _said(self, phrase: Phrase) -> str:
        return said(phrase, self._lang)

    def _text(self, phrase: Phrase) -> str:
        return plain(self._said(phrase), self._typesetter, self._width)

    def _bullet(self, phrase: Phrase) -> str:
        return "- " + self._indented(self._said(phrase), 2).lstrip()

    def _indented(self, source: str, by: int) -> str:
        text = plain(source, self._typesetter, self._width - by)
        return "\n".join(f"{' ' * by}{line}".rstrip() for line in text.splitlines())
