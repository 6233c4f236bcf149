"""`mlmath quiz`: a quiz line by line on standard input, or one answer graded."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mlmath_tutor.cli.context import CommandError, Context
from mlmath_tutor.cli.line_quiz import LineQuiz
from mlmath_tutor.cli.plain_text import UNBROKEN, PlainText, terminal_width
from mlmath_tutor.cli.troubles import tell_troubles
from mlmath_tutor.cli.trying import trying
from mlmath_tutor.content.drawn_quiz import OF_THE_COURSE
from mlmath_tutor.content.quizzes import AnyQuestion, kind_name
from mlmath_tutor.engine.events import Answered, AnyPayload
from mlmath_tutor.engine.grading import grade, trial
from mlmath_tutor.engine.grading.verdict import Verdict
from mlmath_tutor.engine.posing import CannotPoseError, Posed, pose, pose_all
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.quiz_report import quiz_report
from mlmath_tutor.engine.quizzes import QuizPlan, asked_again, quiz_plan
from mlmath_tutor.engine.session import Session
from mlmath_tutor.engine.store import Store, random_id

NAME = "quiz"
HELP = "a quiz line by line, or one answer graded"

RIGHT, WRONG, UNREADABLE = 0, 1, 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own arguments to `parser`."""
    parser.add_argument(
        "what",
        metavar="SECTION|CHAPTER|QUESTION|SKILL",
        help="id or label: bayes, 1.1, 1, Q1.1.3; course, diagnostic; a skill, to practise it",
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
    parser.add_argument(
        "--sure", choices=("guess", "think", "sure"), help="with --answer: how sure it is"
    )
    parser.add_argument(
        "--confidence", action="store_true", help="ask how sure each answer is, before its verdict"
    )
    parser.add_argument(
        "--missed", action="store_true", help="ask those missed the last time once more"
    )
    parser.add_argument(
        "--practice",
        action="store_true",
        help="go through all questions; counts neither as a result nor in the schedule",
    )
    parser.add_argument("--json", action="store_true", help="with --answer: print one JSON object")


def main(args: argparse.Namespace, context: Context) -> int:
    """Hold a quiz, or grade one answer; return the exit code."""
    if args.json and args.answer is None:
        raise CommandError(context.say("line.json-needs-answer"))
    plan = _plan(args, context)
    store = context.store()
    try:
        if args.answer is not None:
            return _grade_one(args, plan, context, store)
        return _hold(args, plan, context, store)
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


def _plan(args: argparse.Namespace, context: Context) -> QuizPlan:
    course, name = context.course(), args.what
    plan = quiz_plan(course, name, practice=args.practice)
    if plan is None:
        key = "line.no-such-quiz" if name in OF_THE_COURSE else "line.unknown"
        raise CommandError(context.say(key, name=name), code=1 if name in OF_THE_COURSE else 2)
    if not plan.count:
        title, number = plan.title.said(context.lang), plan.name
        section = course.section(plan.scope)
        unwritten = section is not None and section.written is None
        key = "cli.not-written" if unwritten else "line.no-questions"
        raise CommandError(context.say(key, number=number, title=title), code=1)
    return plan


def _grade_one(args: argparse.Namespace, plan: QuizPlan, context: Context, store: Store) -> int:
    template = context.course().question(plan.scope)
    if plan.kind != "question" or template is None:
        raise CommandError(context.say("line.not-a-question"))
    posed = _posed(template, args, context)
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
                sure=args.sure,
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


def _hold(args: argparse.Namespace, plan: QuizPlan, context: Context, store: Store) -> int:
    course = context.course()
    progress = Progress(course, store.events())
    recorder = _Recorder(store, progress)
    session = Session.resume(progress, course, plan.scope, recorder, practice=plan.practice)
    resumed = session is not None and not args.missed and args.seed in (None, session.seed)
    if session is None or not resumed:
        session = _begin(args, plan, context, progress, recorder)
    text = PlainText(course, context.typesetter(), context.lang, terminal_width())
    print(text.set(_heading(plan, context)), text.say("line.keys"), sep="\n")
    if plan.practice:
        print(text.say("line.practice"))
    if _same_again(plan, session):
        print(text.say("line.seed", seed=session.seed, name=_typed_name(plan)))
    if resumed:
        print(text.say("line.goes-on"))
    elif plan.written < plan.wanted:
        key = "line.so-far" if plan.count <= plan.written else "line.so-far-others"
        values = {"wanted": plan.wanted, "written": plan.written, "count": plan.count}
        print(text.say(key, **values))
    tell_troubles(context, store)
    LineQuiz(
        session,
        _typed_name(plan),
        text,
        _read_line,
        trying(context),
        recorder,
        lambda: quiz_report(session, course, progress),
        asks_how_sure=args.confidence,
    ).hold()
    tell_troubles(context, store)
    return 0


def _typed_name(plan: QuizPlan) -> str:
    """Return what `mlmath quiz` is given to come back to this quiz."""
    return f"{plan.name} --practice" if plan.practice and plan.kind != "skill" else plan.name


def _heading(plan: QuizPlan, context: Context) -> str:
    title = plan.title.said(context.lang)
    if plan.practice:
        return context.say("line.practice-heading", title=title)
    drawn = plan.kind in ("chapter", "final", "diagnostic")
    return title if drawn else context.say("line.heading", number=plan.name, title=title)


def _begin(
    args: argparse.Namespace,
    plan: QuizPlan,
    context: Context,
    progress: Progress,
    recorder: _Recorder,
) -> Session:
    """Begin the quiz anew. A seed alone decides what is asked, whatever was asked before."""
    seed = int.from_bytes(os.urandom(4)) if args.seed is None else args.seed
    known = progress if args.seed is None else None
    if args.missed:
        questions = _missed(plan, context, progress, seed)
    else:
        again = known is not None and known.last_result(plan.scope) is not None
        questions = plan.questions(known, seed, shuffled=again)
    with _told(context):
        return Session.start(
            random_id(),
            plan.scope,
            questions,
            seed,
            recorder,
            known.given if known is not None else None,
            practice=plan.practice,
        )


def _missed(
    plan: QuizPlan, context: Context, progress: Progress, seed: int
) -> tuple[AnyQuestion, ...]:
    last = progress.last_result(plan.scope, practice=plan.practice)
    missed = last.missed if last is not None else ()
    found = asked_again(context.course(), missed, seed)
    if not found:
        raise CommandError(context.say("line.none-missed", name=plan.name), code=1)
    return found


def _same_again(plan: QuizPlan, session: Session) -> bool:
    """Return whether the seed alone asks the same again, where it makes a difference."""
    if not (session.has_variants or plan.draws):
        return False
    again = pose_all(plan.questions(None, session.seed, shuffled=False), session.seed)
    return again == session.posed


def _read_line(prompt: str) -> str | None:
    """Return the line typed after `prompt`, or None at the end of the input."""
    try:
        return input(prompt)
    except EOFError:
        print()
    except UnicodeDecodeError:
        return "\ufffd"  # bytes that are no text: an answer that cannot be read
    return None
