"""Which variant of a question a learner is asked: drawn from a seed, and one not just seen."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mlmath_tutor.content.questions import Question
from mlmath_tutor.content.quizzes import AnyQuestion, Template

from .events import Answered
from .grading import grade
from .grading.verdict import Verdict


class CannotPoseError(Exception):
    """A question cannot be made of its template: the course has a fault.

    Attributes:
        question: its id.
        why: for the author, in English.
    """

    def __init__(self, question: str, why: str) -> None:
        super().__init__(f"{question}: {why}")
        self.question = question
        self.why = why


@dataclass(frozen=True, slots=True)
class Posed:
    """A question as it is asked, and the note of its variant ("" if it has none)."""

    question: Question
    variant: str = ""


def pose(
    question: AnyQuestion, seed: int | None, *, given: Sequence[str] = (), note: str = ""
) -> Posed:
    """Return the variant of `question` to ask.

    It is one of those that were given least often and, where there are others, not the one
    given last: among these the seed decides, and the same seed always decides the same.

    Args:
        question: as the course has it.
        seed: what the variant is drawn from; None takes the first.
        given: the notes of the variants asked before, the last one last.
        note: the note of the variant to ask again; without effect if there is none of this name.

    Raises:
        CannotPoseError: no question can be made of the template.
    """
    if not isinstance(question, Template):
        return Posed(question)
    # Imported here: most of a course is asked without it, and arithmetic takes time to load.
    from .variants import VariantError, variants

    try:
        by_note = {variant.note: variant for variant in variants(question)}
        if note not in by_note:
            note = next(iter(by_note)) if seed is None else _drawn(question, by_note, seed, given)
        return Posed(by_note[note].question, note)
    except VariantError as error:
        raise CannotPoseError(question.id, error.message) from error


def count_variants(question: AnyQuestion) -> int:
    """Return how many variants a question has: 1 without parameters, 0 if none can be made."""
    if not isinstance(question, Template):
        return 1
    from .variants import VariantError, variants

    try:
        return len(variants(question))
    except VariantError:  # `mlmath check` reports it
        return 0


def pose_all(
    questions: Iterable[AnyQuestion],
    seed: int | None,
    *,
    given: Mapping[str, Sequence[str]] | None = None,
    notes: Mapping[str, str] | None = None,
) -> tuple[Posed, ...]:
    """Return each question as `pose` does; those that cannot be made are left out.

    Args:
        questions: as the course has them.
        seed: what variants are drawn from.
        given: by question id, the notes of the variants asked before.
        notes: by question id, the note of the variant to ask again.

    Raises:
        CannotPoseError: none can be made.
    """
    posed: list[Posed] = []
    failed: CannotPoseError | None = None
    for question in questions:
        before = given.get(question.id, ()) if given else ()
        note = notes.get(question.id, "") if notes else ""
        try:
            posed.append(pose(question, seed, given=before, note=note))
        except CannotPoseError as error:
            failed = error
    if failed is not None and not posed:
        raise failed
    return tuple(posed)


def regrade(question: AnyQuestion, answered: Answered) -> Verdict | None:
    """Judge a stored answer again, on the variant it was given to.

    None if the question has another meaning by now, or has this variant no longer.
    """
    if answered.version != question.version:
        return None
    posed = pose(question, None, note=answered.variant)
    if posed.variant != answered.variant:
        return None
    return grade(posed.question, answered.answer, evidence=answered.evidence)


def _drawn(template: Template, notes: Collection[str], seed: int, given: Sequence[str]) -> str:
    times = Counter(given)
    others = [note for note in notes if note not in given[-1:]] or list(notes)
    fewest = min(times[note] for note in others)

    def drawn(note: str) -> bytes:
        text = f"{template.id}\n{template.version}\n{seed}\n{note}"
        return hashlib.blake2b(text.encode(), digest_size=8).digest()

    return min((note for note in others if times[note] == fewest), key=drawn)
