"""`mlmath quiz`: a quiz line by line on standard input, or one answer graded."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from mlmath_tutor.cli.context import CommandError, Context
from mlmath_tutor.cli.line_quiz import LineQuiz
from mlmath_tutor.cli.plain_text import UNBROKEN, PlainText, terminal_width
from mlmath_tutor.cli.troubles import tell_troubles
from mlmath_tutor.cli.trying import trying
from mlmath_tutor.content.quizzes import AnyQuestion, kind_name
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.events import Answered, AnyPayload
from mlmath_tutor.engine.grading import grade, trial
from mlmath_tutor.engine.grading.verdict import Verdict
from mlmath_tutor.engine.posing import CannotPoseError, Posed, pose
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.session import Session
from mlmath_tutor.engine.store import Store, random_id

NAME = "quiz"
HELP = "a quiz line by line, or one answer graded"

RIGHT, WRONG, UNREADABLE = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Target:
    """What a quiz is about: the id, what the learner calls it, its title and its questions."""

    scope: str
    name: str
    title: Text
    questions: tuple[AnyQuestion, ...]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments to `parser`."""
    parser.add_argument(
        "what", metavar="SECTION|CHAPTER|QUESTION", help="id or label: bayes, 1.1, 1, Q1.1.3"
    )
    parser.add_argument(
        "--seed", type=int, metavar="N", help="begin anew, with the values and the order N gives"
    )
    parser.add_argument(
        "--variant", metavar="NOTE", help="with --answer: the variant answered, by its note"
    )
    parser.add_argument("--plain", action="store_true", help="line by line, which it always is")
    parser.add_argument(
        "--answer", metavar="TEXT", help="grade this one answer (@FILE reads it from a file)"
    )
    parser.add_argument("--json", action="store_true", help="with --answer: print one JSON object")


def main(args: argparse.Namespace, context: Context) -> int:
    """Hold a quiz, or grade one answer; return the exit code."""
    if args.json and args.answer is None:
        raise CommandError(context.say("line.json-needs-answer"))
    target = _target(args.what, context)
    store = context.store()
    try:
        if args.answer is not None:
            return _grade_one(args, target, context, store)
        return _hold(args.seed, target, context, store)
    finally:
        store.close()


class _Recorder:
    """Stores an event, then takes it into account."""

    def __init__(self, store: Store, progress: Progress) -> None:
        self._store = store
        self._progress = progress

    def record(self, payload: AnyPayload) -> None:
        """Store `payload`."""
        self._progress.apply(self._store.append(payload))

    def draft(self, question: str) -> str:
        """Return the answer to a question that was begun and not given."""
        return self._progress.draft(question)


def _target(name: str, context: Context) -> Target:
    course = context.course()
    if section := course.section(name):
        if section.written is None and not section.questions:
            title = section.title.said(context.lang)
            raise CommandError(
                context.say("cli.not-written", number=section.number, title=title), code=1
            )
        return _checked(section.number, section.id, section.title, section.questions, context)
    if chapter := course.chapter(name):
        questions = tuple(q for section in chapter.sections for q in section.questions)
        return _checked(chapter.number, chapter.id, chapter.title, questions, context)
    if found := course.question(name):
        section, question = found
        return Target(question.id, name, question.title or section.title, (question,))
    raise CommandError(context.say("line.unknown", name=name))


def _checked(
    number: str, scope: str, title: Text, questions: Sequence[AnyQuestion], context: Context
) -> Target:
    if not questions:
        said = title.said(context.lang)
        raise CommandError(context.say("line.no-questions", number=number, title=said), code=1)
    return Target(scope, number, title, tuple(questions))


def _grade_one(args: argparse.Namespace, target: Target, context: Context, store: Store) -> int:
    if target.scope != target.questions[0].id:
        raise CommandError(context.say("line.not-a-question"))
    posed = _posed(target.questions[0], args, context)
    question, answer = posed.question, _answer(args.answer, context)
    needed = trial(question, answer)
    evidence = trying(context)(needed) if needed is not None else None
    verdict = grade(question, answer, seed=args.seed, evidence=evidence)
    if verdict.valid:
        store.append(
            Answered(
                question=question.id,
                version=question.version,
                answer=verdict.answer,
                score=verdict.score,
                note=verdict.note,
                variant=posed.variant,
                evidence=evidence,
            )
        )
    tell_troubles(context, store)
    width = UNBROKEN if args.json else terminal_width()
    text = PlainText(context.course(), context.typesetter(), context.lang, width)
    if args.json:
        told = _as_json(posed, verdict, text)
        told |= {"variant": posed.variant or None, "seed": args.seed}
        print(json.dumps(told, ensure_ascii=False))
    else:
        if posed.variant:
            print(text.say("line.variant", note=posed.variant))
        print(text.verdict(verdict))
    if not verdict.valid:
        return UNREADABLE
    return RIGHT if verdict.right else WRONG


def _posed(question: AnyQuestion, args: argparse.Namespace, context: Context) -> Posed:
    """Return the variant meant: by its note, by the seed, or else the first."""
    with _told(context):
        posed = pose(question, args.seed, note=args.variant or "")
    if args.variant not in (None, posed.variant):
        name = args.what
        raise CommandError(context.say("line.no-variant", name=name, note=args.variant))
    return posed


@contextmanager
def _told(context: Context) -> Iterator[None]:
    """Say it where a question cannot be made of its template."""
    try:
        yield
    except CannotPoseError as error:
        message = context.say("line.cannot-pose", name=error.question, why=error.why)
        raise CommandError(message, code=1) from error


def _answer(given: str, context: Context) -> str:
    if not given.startswith("@"):
        return given
    path = Path(given[1:])
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(context.say("line.no-file", name=path, details=error)) from error


def _as_json(posed: Posed, verdict: Verdict, text: PlainText) -> dict[str, object]:
    return {
        "question": posed.question.id,
        "kind": kind_name(posed.question),
        "valid": verdict.valid,
        "score": verdict.score,
        "feedback": text.feedback(verdict),
        "note": verdict.note,
        "reading": verdict.reading,
        "witness": _witness_as_json(verdict),
    }


def _witness_as_json(verdict: Verdict) -> dict[str, object] | None:
    found = verdict.witness
    if found is None:
        return None
    at = {name: float(value) for name, value in found.point.items()}
    return {"at": at, "yours": found.yours, "right": found.right}


def _hold(seed: int | None, target: Target, context: Context, store: Store) -> int:
    course = context.course()
    progress = Progress(course, store.events())
    recorder = _Recorder(store, progress)
    session = Session.resume(progress, course, target.scope, recorder)
    resumed = session is not None and seed in (None, session.seed)
    if session is None or not resumed:
        drawn = int.from_bytes(os.urandom(4)) if seed is None else seed
        given = progress.given if seed is None else None
        with _told(context):
            session = Session.start(
                random_id(), target.scope, target.questions, drawn, recorder, given
            )
    text = PlainText(course, context.typesetter(), context.lang, terminal_width())
    heading = context.say("line.heading", number=target.name, title=target.title.said(context.lang))
    print(text.set(heading), text.say("line.keys"), sep="\n")
    if session.has_variants:
        print(text.say("line.seed", seed=session.seed, name=target.name))
    if resumed:
        print(text.say("line.goes-on"))
    tell_troubles(context, store)
    LineQuiz(session, target.name, text, _read_line, trying(context), recorder).hold()
    tell_troubles(context, store)
    return 0


def _read_line(prompt: str) -> str | None:
    """Return the line typed after `prompt`, or None at the end of the input."""
    try:
        return input(prompt)
    except EOFError:
        print()
    except UnicodeDecodeError:
        return "\ufffd"  # bytes that are no text: an answer that cannot be read
    return None
