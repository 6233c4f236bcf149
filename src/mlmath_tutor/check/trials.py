"""Questions that are judged by a run: right answers pass, wrong ones are caught, and by what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from mlmath_tutor.check import answers
from mlmath_tutor.check.material import Material, Part
from mlmath_tutor.check.questions import can_be_graded
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.properties import Sought
from mlmath_tutor.content.questions import Code, Construct, Matrix, Question, QuestionBase
from mlmath_tutor.content.source_map import Keys
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.evidence import Evidence, Trial
from mlmath_tutor.engine.grading import grade, trial
from mlmath_tutor.engine.grading.verdict import Verdict
from mlmath_tutor.i18n import say

TryOut = Callable[[Trial], Evidence]
# What is wrong: the keys below the question, and the sentence.
Fault = tuple[Keys, str]


def rules(material: Material, try_out: TryOut) -> Iterator[Finding]:
    """Try the answers that the author calls right and wrong, and yield what comes out otherwise."""
    for part in material.parts(QuestionBase):
        for keys, message in _faults(part, try_out):
            yield material.finding(part.file, (*part.keys, *keys), message, "trial")
        question = part.value
        assert isinstance(question, Question)
        if not can_be_graded(question):
            continue
        for keys, message, code in answers.tried(question, partial(judged, try_out=try_out)):
            yield material.finding(part.file, (*part.keys, *keys), message, code)


def _faults(part: Part, try_out: TryOut) -> Iterator[Fault]:
    question = part.value
    match question:
        case Construct(answer=sought) | Matrix(answer=Sought() as sought):
            yield from _objects(question, sought, try_out)
        case Code():
            yield from _programs(question, try_out)
        case _:
            return


def _objects(question: Construct | Matrix, sought: Sought, try_out: TryOut) -> Iterator[Fault]:
    verdict = judged(question, sought.example, try_out)
    if not verdict.right:
        message = f"the example `{sought.example}` is not right ({_why(verdict)}): correct one"
        yield ("answer", "example"), message
    for place, wrong in enumerate(sought.wrong):
        verdict = judged(question, wrong.answer, try_out)
        if verdict.note != wrong.by:
            message = f"`{wrong.answer}` is caught by `{verdict.note}`, not by `{wrong.by}`"
            yield ("answer", "wrong", place), message


def _programs(question: Code, try_out: TryOut) -> Iterator[Fault]:
    verdict = judged(question, question.answer, try_out)
    if not verdict.right:
        yield ("answer",), f"it is not right itself ({_why(verdict)}): correct it, or the check"
    for place, wrong in enumerate(question.wrong_solutions):
        verdict = judged(question, question.answer.replace(wrong.old, wrong.new), try_out)
        if verdict.note != wrong.by:
            message = f"`{wrong.name}` is caught by `{verdict.note}`, not by `{wrong.by}`"
            yield ("wrong_solutions", place), message


def judged(question: Question, answer: str, try_out: TryOut) -> Verdict:
    """Return the verdict on an answer, tried out if it needs to be."""
    needed = trial(question, answer)
    evidence = try_out(needed) if needed is not None else None
    return grade(question, answer, evidence=evidence)


def _why(verdict: Verdict) -> str:
    said = (
        part.en if isinstance(part, Text) else say("en", part.key, **part.values)
        for part in verdict.feedback
    )
    return " ".join(said)
