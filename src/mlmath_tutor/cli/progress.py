"""`mlmath progress`: sections read, quiz scores, skills, days in a row, what is due."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator

import msgspec

from mlmath_tutor.cli.context import Context
from mlmath_tutor.cli.plain_text import PlainText, terminal_width
from mlmath_tutor.cli.troubles import tell_troubles
from mlmath_tutor.content.course import Course, Section
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.quizzes import QuizPlan, drawn_quizzes

NAME = "progress"
HELP = "sections read, quiz scores, skills, days in a row"

DUE = 0  # questions to review today: nothing is scheduled yet


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments to `parser`."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def main(args: argparse.Namespace, context: Context) -> int:
    """Print the learner's progress; return 0."""
    course = context.course()
    store = context.store()
    try:
        progress = Progress(course, store.events())
        tell_troubles(context, store)
    finally:
        store.close()
    if args.json:
        print(json.dumps(_as_json(course, progress, time.time()), ensure_ascii=False, indent=1))
    else:
        text = PlainText(course, context.typesetter(), context.lang, terminal_width())
        print("\n".join(_lines(course, progress, time.time(), text)))
    return 0


def _as_json(course: Course, progress: Progress, now: float) -> dict[str, object]:
    titles = {skill.id: skill.title for skill in course.skills}
    return {
        "course": course.file.id,
        "sections": [_section(section, progress) for section in course.sections],
        "quizzes": [_drawn_quiz(plan, progress) for plan in drawn_quizzes(course)],
        "skills": [
            {
                "id": name,
                "title": msgspec.to_builtins(titles[name]) if name in titles else None,
                "questions": state.questions,
                "tried": state.tried,
                "right": state.right,
            }
            for name, state in progress.skills().items()
        ],
        "streak": progress.streak(now),
        "due": DUE,
        "last": progress.last_time,
    }


def _drawn_quiz(plan: QuizPlan, progress: Progress) -> dict[str, object]:
    return {"id": plan.scope, "quiz": _result(plan.scope, progress)}


def _result(scope: str, progress: Progress) -> dict[str, object] | None:
    quiz = progress.best_result(scope)
    if quiz is None:
        return None
    return {
        "score": round(quiz.score, 4),
        "right": quiz.right,
        "questions": len(quiz.questions),
        "open": progress.open_quiz(scope) is not None,
    }


def _section(section: Section, progress: Progress) -> dict[str, object]:
    state = progress.section(section)
    return {
        "id": section.id,
        "number": section.number,
        "written": section.written is not None,
        "read": state.read,
        "fraction": round(state.fraction, 4),
        "minutes_left": state.minutes_left,
        "quiz": _result(section.id, progress),
    }


def _lines(course: Course, progress: Progress, now: float, text: PlainText) -> Iterator[str]:
    if progress.last_time is None:
        yield text.say("line.nothing-yet")
        return
    states = [(section, progress.section(section)) for section in course.sections]
    read = sum(state.read for _, state in states)
    yield text.say("line.sections-read", read=read, total=len(states))
    for section, state in states:
        quiz = progress.best_result(section.id)
        if not state.begun and quiz is None:
            continue
        title, percent = section.title.said(text.lang), int(100 * state.fraction)
        line = text.say("line.section", number=section.number, title=title, percent=percent)
        if quiz is not None:
            total = len(quiz.questions)
            line += text.say("line.section-quiz", right=quiz.right, total=total)
        yield f"  {line}"
    for plan in drawn_quizzes(course):
        if quiz := progress.best_result(plan.scope):
            title, right, total = plan.title.said(text.lang), quiz.right, len(quiz.questions)
            yield f"  {text.say('line.skill', title=title, right=right, total=total)}"
    titles = {skill.id: skill.title.said(text.lang) for skill in course.skills}
    tried = {name: skill for name, skill in progress.skills().items() if skill.tried}
    if tried:
        yield text.say("line.by-skill")
    for name, skill in tried.items():
        title, right, total = titles.get(name, name), skill.right, skill.questions
        yield f"  {text.say('line.skill', title=title, right=right, total=total)}"
    yield text.say("line.streak", days=progress.streak(now))
    yield text.say("line.due", due=DUE)
