"""A course small enough to see through, made without files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from mlmath_tutor.content.blocks import (
    Block,
    Check,
    Definition,
    Derivation,
    Example,
    Pitfall,
    Prose,
    SectionFile,
    Step,
)
from mlmath_tutor.content.course import (
    Chapter,
    ChapterEntry,
    Course,
    CourseFile,
    Section,
    SectionEntry,
)
from mlmath_tutor.content.questions import (
    Diagnosis,
    Multiple,
    Numeric,
    NumericAnswer,
    Option,
    Question,
    Single,
    Solution,
    SolutionStep,
    When,
)
from mlmath_tutor.content.quizzes import QuizFile
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.events import AnyPayload, Event


def text(words: str) -> Text:
    return Text(ja=f"{words}（日本語）", en=words)


def option(name: str, *, correct: bool = False, misconception: str | None = None) -> Option:
    return Option(
        id=name,
        text=text(f"option {name}"),
        say=text(f"why {name}"),
        correct=correct,
        misconception=misconception,
    )


SINGLE = Single(
    id="coin.fair",
    label="Q1.1.1",
    stem=text("Which?"),
    skills=("chance.mean",),
    options=(
        option("half", correct=True),
        option("grows"),
        option("root", misconception="coin.root"),
    ),
    hints=(text("first hint"), text("second hint")),
    solution=Solution(steps=(SolutionStep(why=text("because"), math="1+1=2"),)),
)
MULTIPLE = Multiple(
    id="coin.claims",
    label="Q1.1.2",
    formerly=("coin.true-claims",),
    stem=text("Which ones?"),
    skills=("chance.mean", "chance.spread"),
    options=(
        option("variance", correct=True),
        option("mean", correct=True),
        option("deviation", misconception="coin.root"),
        option("exact"),
    ),
)
NUMERIC = Numeric(
    id="coin.deviation",
    label="Q1.1.3",
    stem=text("How much?"),
    skills=("chance.spread",),
    answer=NumericAnswer(value=0.05),
    right=text("sqrt of the variance"),
    diagnose=(
        Diagnosis(
            when=When(value=0.0025),
            note="variance",
            say=text("that is the variance"),
            score=0.3,
            misconception="coin.root",
        ),
        Diagnosis(when=When(below=0), note="negative", say=text("never negative")),
    ),
    hints=(text("take a root"),),
)
QUESTIONS: tuple[Question, ...] = (SINGLE, MULTIPLE, NUMERIC)

CHECK = Single(
    id="coin.halving",
    stem=text("By what factor?"),
    options=(option("four", correct=True), option("two")),
)

COIN_BLOCKS: tuple[Block, ...] = (
    Prose(id="coin.question", text=text("A coin.")),
    Definition(id="coin.toss", formerly=("coin.model",), text=text("A toss is …")),
    Derivation(
        id="coin.derivation",
        steps=(
            Step(math="1", why=text("one")),
            Step(math="2", why=text("two")),
            Step(math="3", why=text("three")),
        ),
    ),
    Example(id="coin.experiment", label="E1.1", code="print(1)"),
    Check(id="coin.halving", formerly=("coin.half",), question=CHECK),
    Pitfall(id="coin.root", title=text("The root"), text=text("Not 1/n.")),
    Prose(id="coin.deep", path="deep", text=text("More.")),
)
CORE = tuple(block.id for block in COIN_BLOCKS if block.path == "core")


def section(
    name: str,
    number: str,
    blocks: tuple[Block, ...],
    questions: tuple[Question, ...] = (),
    minutes: int = 6,
) -> Section:
    written = SectionFile(
        leads_to=text("on"), needs=text("nothing"), objectives=(text("know"),), blocks=blocks
    )
    return Section(
        entry=SectionEntry(id=name, title=text(name), minutes=minutes),
        chapter="chance",
        number=number,
        written=written if blocks else None,
        quiz=QuizFile(title=text(name), questions=questions) if questions else None,
    )


def course(
    *,
    coin_blocks: tuple[Block, ...] = COIN_BLOCKS,
    coin_questions: tuple[Question, ...] = QUESTIONS,
) -> Course:
    """Chapter chance: coin (written, three questions), dice (not written), cards (one block)."""
    sections = (
        section("coin", "1.1", coin_blocks, coin_questions),
        section("dice", "1.2", ()),
        section("cards", "1.3", (Prose(id="cards.deck", text=text("A deck.")),)),
    )
    entry = ChapterEntry(
        id="chance",
        title=text("Chance"),
        topics=text("Coins"),
        sections=tuple(each.entry for each in sections),
    )
    return Course(
        root=Path(),
        file=CourseFile(id="small", title=text("Small"), chapters=(entry,)),
        chapters=(Chapter(entry=entry, number="1", sections=sections),),
        programs={"coin.experiment": "print(1)"},
    )


class Diary:
    """Turns payloads into events, one a minute from `start`."""

    def __init__(self, start: float = 1_700_000_000.0) -> None:
        self._times: Iterator[float] = (start + 60 * n for n in count())

    def event(self, payload: AnyPayload) -> Event:
        time = next(self._times)
        return Event(id=f"{time:032.0f}", machine="here", time=time, what=payload)

    def events(self, *payloads: AnyPayload) -> list[Event]:
        return [self.event(payload) for payload in payloads]
