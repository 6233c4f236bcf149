"""Which variant is asked, and that every stored answer can be judged again."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.drawing_course import course, sample, template
from engine.small_course import Diary
from mlmath_tutor.content.questions import Question
from mlmath_tutor.content.quizzes import Template
from mlmath_tutor.engine.events import Answered, AnyPayload, Event, Quiz
from mlmath_tutor.engine.posing import CannotPoseError, count_variants, pose, pose_all, regrade
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.session import Session
from mlmath_tutor.engine.variants import variants

KL = sample("drawing.kl")
assert isinstance(KL, Template)
NOTES = tuple(variant.note for variant in variants(KL))


def test_without_parameters_a_question_is_what_it_is() -> None:
    plain = sample("drawing.single")
    assert pose(plain, 5).question is plain
    assert (pose(plain, 5).variant, count_variants(plain)) == ("", 1)


def test_without_a_seed_the_first_variant_is_asked() -> None:
    assert pose(KL, None).variant == NOTES[0] == "mu=2 s2=0.5"
    assert count_variants(KL) == len(NOTES) == 12


def test_the_same_seed_asks_the_same_and_others_ask_others() -> None:
    drawn = [pose(KL, seed).variant for seed in range(60)]
    assert drawn == [pose(KL, seed).variant for seed in range(60)]
    assert set(drawn) == set(NOTES)


def test_a_variant_can_be_asked_for_by_its_note() -> None:
    assert [pose(KL, 7, note=note).variant for note in NOTES] == list(NOTES)


@settings(max_examples=10)
@given(st.lists(st.integers(0, 2**32), min_size=40, max_size=40))
def test_nothing_comes_twice_in_a_row_and_everything_before_anything_again(
    seeds: list[int],
) -> None:
    asked: list[str] = []
    for seed in seeds:
        asked.append(pose(KL, seed, given=asked).variant)
        counts = Counter(asked)
        assert max(counts.values()) - min(counts.get(note, 0) for note in NOTES) <= 1
    assert all(one != other for one, other in pairwise(asked))


def test_notes_of_variants_that_are_gone_do_no_harm() -> None:
    assert pose(KL, 1, given=["mu=9 s2=9"] * 5, note="mu=9 s2=9").variant in NOTES


def test_a_template_that_makes_no_question_is_left_out(tmp_path: Path) -> None:
    broken = template(tmp_path, "params: {p: {from: 1, to: 2}}\nnote: '{{q}}'")
    assert [each.question.id for each in pose_all([broken, KL], 1)] == [KL.id]
    with pytest.raises(CannotPoseError, match="question"):
        pose_all([broken], 1)
    assert count_variants(broken) == 0


# ---- a learner


class Notebook:
    def __init__(self) -> None:
        self.diary = Diary()
        self.events: list[Event] = []
        self.progress = Progress(course())

    def record(self, payload: AnyPayload) -> None:
        # As the store gives it back, not as it was handed in.
        event = msgspec.json.decode(msgspec.json.encode(self.diary.event(payload)), type=Event)
        self.events.append(event)
        self.progress.apply(event)


def _answers(question: Question, chance: random.Random) -> Iterator[str]:
    """Yield what a learner may try: what the author tries, in some order."""
    tried = [test.typed for test in question.tests if test.typed.strip()]
    yield from chance.sample(tried, min(3, len(tried)))


def _study(seed: int, sittings: int) -> Notebook:
    """A learner who takes the quiz several times, leaving in the middle now and then."""
    chance = random.Random(seed)
    notebook = Notebook()
    questions = course().sections[1].questions
    for sitting in range(sittings):
        given_before = notebook.progress.given
        session = Session.start(
            f"r{sitting}", "drawing", questions, chance.getrandbits(32), notebook, given_before
        )
        while not session.finished:
            for answer in _answers(session.question, chance):
                session.submit(answer)
            session.advance()
            if not session.finished and chance.random() < 0.3:
                resumed = Session.resume(notebook.progress, course(), "drawing", notebook)
                assert resumed is not None
                assert resumed.questions == session.questions
                session = resumed
    return notebook


@pytest.mark.parametrize("seed", range(4))
def test_every_stored_answer_is_graded_again_as_it_was(seed: int) -> None:
    notebook = _study(seed, 6)
    answers = [e.what for e in notebook.events if isinstance(e.what, Answered)]
    assert len(answers) > 60
    assert {a.variant != "" for a in answers} == {True, False}
    fresh = course()
    for answered in answers:
        found = fresh.question(answered.question)
        assert found is not None
        verdict = regrade(found, answered)
        assert verdict is not None
        assert (verdict.score, verdict.note, verdict.answer) == (
            answered.score,
            answered.note,
            answered.answer,
        )


def test_a_retake_asks_another_variant_each_time() -> None:
    notebook = _study(1, 6)
    asked = [
        dict(zip(e.what.questions, e.what.variants, strict=True))["drawing.kl"]
        for e in notebook.events
        if isinstance(e.what, Quiz) and e.what.step == "started"
    ]
    assert len(asked) == len(set(asked)) == 6


def test_an_answer_to_another_meaning_or_another_variant_is_not_graded_again() -> None:
    answered = Answered(
        question=KL.id, version=KL.version, answer="1", score=0.0, note="wrong", variant=NOTES[3]
    )
    assert regrade(KL, answered) is not None
    assert regrade(KL, msgspec.structs.replace(answered, version=2)) is None
    assert regrade(KL, msgspec.structs.replace(answered, variant="mu=9")) is None
    assert regrade(KL, msgspec.structs.replace(answered, variant="")) is None


def test_an_open_quiz_whose_variant_is_gone_goes_on_with_another() -> None:
    notebook = Notebook()
    started = Quiz(
        run="r", scope="drawing", step="started", questions=(KL.id,), seed=3, variants=("mu=9",)
    )
    notebook.record(started)
    answer = Answered(
        question=KL.id, version=1, answer="1", score=0.5, note="x", quiz="r", variant="mu=9"
    )
    notebook.record(answer)
    session = Session.resume(notebook.progress, course(), "drawing", notebook)
    assert session is not None
    assert session.variant in NOTES
    assert session.verdict is None
    assert session.result().scores == {KL.id: 0.5}
