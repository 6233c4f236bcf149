"""`mlmath list`: what the course holds, with the ids that other commands take."""

from __future__ import annotations

import argparse
import ast
import json
from collections.abc import Iterator

import msgspec

from mlmath_tutor.cli.context import Context
from mlmath_tutor.content import layout
from mlmath_tutor.content.blocks import Derivation, Example, Explore
from mlmath_tutor.content.course import Chapter, Course, Section
from mlmath_tutor.content.quizzes import kind_name
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.posing import count_variants
from mlmath_tutor.engine.quizzes import QuizPlan, drawn_quizzes, offered_quizzes
from mlmath_tutor.i18n import LANGUAGES
from mlmath_tutor.render.prose import inline
from mlmath_tutor.render.runs import plain

NAME = "list"
HELP = "chapters, sections, examples and questions, with their ids"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments to `parser`."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def main(args: argparse.Namespace, context: Context) -> int:
    """Print the course's contents; return 0."""
    course = context.course()
    if args.json:
        print(json.dumps(_course(course), ensure_ascii=False, indent=1))
        return 0
    for line in _lines(course, context):
        print(line)
    return 0


def libraries(source: str) -> list[str]:
    """Return the packages that a program imports at its top level, sorted."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):  # `mlmath check` reports it
        return []
    found: set[str] = set()
    for statement in tree.body:
        if isinstance(statement, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom) and statement.module and not statement.level:
            found.add(statement.module.partition(".")[0])
    return sorted(found)


def _course(course: Course) -> dict[str, object]:
    return {
        "course": course.file.id,
        "languages": list(LANGUAGES),
        "chapters": [
            {
                "id": chapter.id,
                "title": msgspec.to_builtins(chapter.title),
                "minutes": chapter.minutes,
                "sections": [_section(course, section) for section in chapter.sections],
            }
            for chapter in course.chapters
        ],
        "quizzes": [_quiz(plan) for plan in drawn_quizzes(course)],
    }


def _quiz(plan: QuizPlan) -> dict[str, object]:
    """Return a quiz that draws its questions: how many it asks, and whether that is enough."""
    return {
        "id": plan.scope,
        "title": msgspec.to_builtins(plan.title),
        "questions": plan.count,
        "ready": plan.is_ready,
    }


def _section(course: Course, section: Section) -> dict[str, object]:
    folder = layout.chapter_folder(course.root, section)
    return {
        "id": section.id,
        "title": msgspec.to_builtins(section.title),
        "minutes": section.entry.minutes,
        "written": section.written is not None,
        "examples": [
            {
                "id": block.id,
                "file": (folder / block.file).relative_to(course.root).as_posix()
                if block.file
                else None,
                "libraries": libraries(course.programs[block.id]),
            }
            for block in section.blocks
            if isinstance(block, Example)
        ],
        "explorations": [block.id for block in section.blocks if isinstance(block, Explore)],
        "derivations": [block.id for block in section.blocks if isinstance(block, Derivation)],
        "questions": [
            {
                "id": question.id,
                "kind": kind_name(question),
                "skills": list(question.skills),
                "variants": count_variants(question),
            }
            for question in section.questions
        ],
    }


def _lines(course: Course, context: Context) -> Iterator[str]:
    typesetter = context.typesetter()

    def said(title: Text) -> str:
        return plain(inline(title.said(context.lang), typesetter))

    def heading(owner: Chapter | Section, minutes: int) -> str:
        return f"{owner.number}  {said(owner.title)}  ({owner.id}, {minutes} min)"

    for chapter in course.chapters:
        yield heading(chapter, chapter.minutes)
        for section in chapter.sections:
            if section.written is None:
                title = said(section.title)
                yield "  " + context.say("cli.not-written", number=section.number, title=title)
                continue
            yield f"  {heading(section, section.entry.minutes)}"
            for block in section.blocks:
                if isinstance(block, Example | Explore | Derivation):
                    title = said(block.title) if block.title else ""
                    yield "    " + "  ".join(filter(None, (block.label, block.id, title)))
            for question in section.questions:
                title = said(question.title) if question.title else ""
                count = count_variants(question)
                many = context.say("cli.variants", count=count) if count > 1 else ""
                named = (question.label, question.id, title, many)
                yield "    " + "  ".join(filter(None, named))
    for plan in offered_quizzes(course):
        title = plan.title.said(context.lang)
        asked = context.say("home.quiz-questions", count=plan.count)
        yield f"{title}  (mlmath quiz {plan.name}, {asked})"
