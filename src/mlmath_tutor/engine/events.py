"""What happens to a learner, as events: written once, never changed, never deleted.

Every other fact about a learner (what is read, where to go on, which quiz is open) is a
fold over these. Fields may be added with a default; none is renamed or removed.

There are many of them and none refers to another, so the garbage collector need not look
(`gc=False`).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from .evidence import Evidence

# How sure the learner was of an answer, asked before its verdict.
Sure = Literal["guess", "think", "sure"]
# What can happen in a quiz run besides answers.
Step = Literal["started", "moved", "back", "marked", "hinted", "finished"]


class Payload(msgspec.Struct, frozen=True, tag_field="kind", kw_only=True, gc=False):
    """What one event says."""


class Visit(Payload, tag="visit", frozen=True, kw_only=True):
    """A block was on the screen and in focus; `step` counts revealed derivation steps."""

    section: str
    block: str
    step: int = 0


class Run(Payload, tag="run", frozen=True, kw_only=True):
    """A program ended: `ok`, or the name of the failure or limit."""

    program: str
    ended: str
    seconds: float
    edited: bool = False


class Predicted(Payload, tag="predict", frozen=True, kw_only=True):
    """A prediction before a run; `answer` is the option's id."""

    block: str
    answer: str
    right: bool


class Answered(Payload, tag="answer", frozen=True, kw_only=True):
    """A graded answer: option ids, or the text as typed (`Verdict.answer`).

    `quiz` is the quiz run it belongs to, or "" for a check and for a question by itself;
    `variant` is the note of the variant answered, or "".
    `evidence` is what a run found, where the question is judged by one: with it the same
    verdict can be given again.
    """

    question: str
    version: int
    answer: str
    score: float
    note: str
    quiz: str = ""
    variant: str = ""
    sure: Sure | None = None
    hints: int = 0
    evidence: Evidence | None = None


class Quiz(Payload, tag="quiz", frozen=True, kw_only=True):
    """A step of a quiz run.

    `run` identifies this sitting; `scope` is what it is about (the id of a section, a chapter,
    a question or a skill; `course`, `diagnostic`). `started` carries the question ids in
    order. `question` is the one now shown after `moved` (onwards) and `back`, and the one meant
    by `marked` (to return to, or no longer) and `hinted` (one more hint, or the solution, was
    shown). `variants` are the notes of the variants asked, one for each question ("" if it has
    none), or nothing. A `practice` leaves the results of quizzes and the schedule alone.
    """

    run: str
    scope: str
    step: Step
    questions: tuple[str, ...] = ()
    question: str = ""
    seed: int = 0
    variants: tuple[str, ...] = ()
    practice: bool = False


class Edited(Payload, tag="edit", frozen=True, kw_only=True):
    """The learner's version of a program; an empty `code` goes back to the original."""

    program: str
    code: str


class Drafted(Payload, tag="draft", frozen=True, kw_only=True):
    """An answer begun and not given: lines of a derivation, the last one still being typed.

    An empty `text` takes it back.
    """

    question: str
    text: str


class Setting(Payload, tag="set", frozen=True, kw_only=True):
    """A choice that travels with the learner, such as a level set by hand."""

    name: str
    value: str


class Noted(Payload, tag="note", frozen=True, kw_only=True):
    """The learner's note on a block; empty deletes it."""

    block: str
    text: str


class Bookmarked(Payload, tag="bookmark", frozen=True, kw_only=True):
    """A bookmark put or taken away."""

    block: str
    on: bool


class Reset(Payload, tag="reset", frozen=True, kw_only=True):
    """Everything before this about `scope` (a section or chapter id, or "" for all) is void."""

    scope: str


AnyPayload = (
    Visit
    | Run
    | Predicted
    | Answered
    | Quiz
    | Edited
    | Drafted
    | Setting
    | Noted
    | Bookmarked
    | Reset
)


class Event(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One event: a random id, the machine it happened on, seconds since 1970 (UTC), what."""

    id: str
    machine: str
    time: float
    what: AnyPayload
