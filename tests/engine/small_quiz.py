"""A quiz of the small course as it is held in tests: recorded in memory, compared whole."""

from __future__ import annotations

from engine.small_course import QUESTIONS, Diary, course
from mlmath_tutor.engine.events import AnyPayload
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.session import Session

RIGHT = {"coin.fair": "half", "coin.claims": "variance mean", "coin.deviation": "0.05"}


class Notebook:
    """A recorder that keeps payloads, and the progress they add up to."""

    def __init__(self) -> None:
        self.payloads: list[AnyPayload] = []
        self.diary = Diary()
        self.progress = Progress(course())

    def record(self, payload: AnyPayload) -> None:
        self.payloads.append(payload)
        self.progress.apply(self.diary.event(payload))


def begin(notebook: Notebook, seed: int = 1) -> Session:
    return Session.start("r1", "coin", QUESTIONS, seed, notebook)


def shown(session: Session) -> tuple[object, ...]:
    """Everything a screen shows of a session."""
    return (
        session.question.id,
        session.number,
        session.answered,
        session.options,
        session.attempts,
        session.verdict,
        session.hints,
        session.solution_shown,
        session.can_hint,
        session.is_marked,
        session.is_last,
        session.can_go_back,
        session.solved,
        session.finished,
        session.result(),
    )


def order_asked(session: Session) -> list[str]:
    """Answer everything rightly and return the questions in the order they came."""
    asked = []
    while not session.finished:
        asked.append(session.question.id)
        session.submit(RIGHT[session.question.id])
        session.advance()
    return asked
