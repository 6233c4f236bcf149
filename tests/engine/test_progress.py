from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.small_course import COIN_BLOCKS, CORE, QUESTIONS, Diary, course
from mlmath_tutor.content.blocks import Definition
from mlmath_tutor.content.course import Course, Section
from mlmath_tutor.engine.events import (
    Answered,
    AnyPayload,
    Bookmarked,
    Drafted,
    Edited,
    Event,
    Noted,
    Predicted,
    Quiz,
    Reset,
    Run,
    Setting,
    Visit,
)
from mlmath_tutor.engine.progress import ProgramRuns, Progress

COURSE = course()


def coin(of: Course = COURSE) -> Section:
    found = of.section("coin")
    assert found is not None
    return found


def visit(block: str, step: int = 0) -> Visit:
    return Visit(section="coin", block=block, step=step)


def answer(question: str, score: float, quiz: str = "", version: int = 1) -> Answered:
    return Answered(
        question=question, version=version, answer="x", score=score, note="n", quiz=quiz
    )


def quiz(run: str, step: str, *questions: str, scope: str = "coin") -> Quiz:
    return Quiz(run=run, scope=scope, step=step, questions=questions)


def after(*payloads: AnyPayload) -> Progress:
    return Progress(COURSE, Diary().events(*payloads))


def test_nothing_has_happened_yet() -> None:
    progress = after()
    state = progress.section(coin())
    assert (state.fraction, state.minutes_left, state.read, state.place) == (0.0, 6, False, None)
    assert progress.last_place is None
    assert progress.last_time is None
    assert progress.best("coin.fair") is None
    assert progress.open_quiz("coin") is None
    assert progress.last_result("coin") is progress.best_result("coin") is None
    assert progress.runs("coin.experiment") == ProgramRuns(0, 0)
    assert progress.streak(0.0) == 0
    assert progress.fraction == 0


def test_a_section_fills_up_block_by_block_and_ends_read() -> None:
    left = []
    for seen in range(len(CORE) + 1):
        state = after(*map(visit, CORE[:seen])).section(coin())
        assert state.fraction == pytest.approx(seen / len(CORE))
        left.append(state.minutes_left)
    assert left == [6, 5, 4, 3, 2, 1, 0]
    assert state.read


def test_a_minute_is_left_until_everything_is_read() -> None:
    assert after(*map(visit, CORE[:-1])).section(coin()).minutes_left == 1


def test_blocks_off_the_core_path_are_seen_but_do_not_count() -> None:
    state = after(visit("coin.deep")).section(coin())
    assert state.seen == {"coin.deep"}
    assert state.fraction == 0
    assert state.begun


def test_a_section_that_is_not_written_is_never_read() -> None:
    dice = COURSE.section("dice")
    assert dice is not None
    state = after(*map(visit, CORE)).section(dice)
    assert (state.read, state.minutes_left) == (False, 6)


def test_the_share_of_the_course_counts_minutes() -> None:
    assert after(*map(visit, CORE)).fraction == pytest.approx(6 / 18)


def test_the_last_place_is_where_the_learner_was_last() -> None:
    progress = after(visit("coin.toss"), Visit(section="cards", block="cards.deck"))
    assert progress.last_place is not None
    assert (progress.last_place.section, progress.last_place.block) == ("cards", "cards.deck")
    place = progress.section(coin()).place
    assert place is not None
    assert place.block == "coin.toss"


def test_revealed_steps_stay_revealed() -> None:
    progress = after(
        visit("coin.derivation", 1), visit("coin.derivation", 2), visit("coin.derivation")
    )
    assert progress.steps("coin.derivation") == 2
    assert progress.last_place is not None
    assert progress.last_place.step == 2


def test_the_best_score_stays_and_the_last_answer_is_kept() -> None:
    progress = after(*(answer("coin.fair", score) for score in (0.0, 1.0, 0.5)))
    assert progress.best("coin.fair") == 1.0
    last = progress.answer("coin.fair")
    assert last is not None
    assert last.score == 0.5


def test_answers_to_an_older_meaning_of_a_question_do_not_count() -> None:
    assert after(answer("coin.fair", 1.0, version=2)).best("coin.fair") is None


def test_a_check_goes_by_the_name_of_its_block_and_the_names_it_had() -> None:
    for name in ("coin.halving", "coin.half"):
        assert after(answer(name, 1.0)).answer("coin.halving") is not None


def test_predictions_runs_edits_notes_bookmarks_and_settings_are_kept() -> None:
    progress = after(
        Predicted(block="coin.experiment", answer="a", right=False),
        Predicted(block="coin.experiment", answer="b", right=True),
        Run(program="coin.experiment", ended="ok", seconds=1),
        Run(program="coin.experiment", ended="ValueError", seconds=1),
        Edited(program="coin.experiment", code="print(2)"),
        Noted(block="coin.toss", text="remember"),
        Bookmarked(block="coin.toss", on=True),
        Bookmarked(block="coin.root", on=True),
        Bookmarked(block="coin.root", on=False),
        Setting(name="level", value="2"),
    )
    predicted = progress.prediction("coin.experiment")
    assert predicted is not None
    assert predicted.answer == "b"
    assert progress.runs("coin.experiment") == ProgramRuns(2, 1)
    assert progress.edited("coin.experiment") == "print(2)"
    assert progress.notes == {"coin.toss": "remember"}
    assert progress.bookmarks == {"coin.toss"}
    assert progress.settings == {"level": "2"}


def test_an_empty_edit_is_the_original_and_an_empty_note_is_none() -> None:
    progress = after(
        Edited(program="coin.experiment", code="print(2)"),
        Edited(program="coin.experiment", code=""),
        Noted(block="coin.toss", text="a"),
        Noted(block="coin.toss", text=""),
    )
    assert progress.edited("coin.experiment") is None
    assert progress.notes == {}


def test_an_answer_that_was_begun_is_kept_until_it_is_taken_back() -> None:
    begun = Drafted(question="coin.fair", text="1/")
    assert after(begun).draft("coin.fair") == "1/"
    assert after(begun, Drafted(question="coin.fair", text="")).draft("coin.fair") == ""
    assert after(Drafted(question="gone", text="1/")).draft("gone") == ""


IDS = tuple(question.id for question in QUESTIONS)


def test_a_quiz_is_open_until_it_is_finished_and_its_result_stays() -> None:
    begun = [quiz("r1", "started", *IDS), answer("coin.fair", 1.0, "r1")]
    left = after(*begun).open_quiz("coin")
    assert left is not None
    assert (left.run, left.questions, left.answered, left.right) == ("r1", IDS, 1, 1)
    progress = after(*begun, quiz("r1", "finished"))
    assert progress.open_quiz("coin") is None
    last = progress.last_result("coin")
    assert last is not None
    assert last.score == pytest.approx(1 / 3)


def test_a_quiz_begun_later_replaces_the_one_left_open() -> None:
    progress = after(
        quiz("r1", "started", *IDS), quiz("r2", "started", *IDS), quiz("r2", "finished")
    )
    assert progress.open_quiz("coin") is None
    assert [run.run for run in progress.quiz_runs("coin")] == ["r1", "r2"]


def test_the_best_result_is_over_all_questions_and_never_falls() -> None:
    progress = after(
        quiz("r1", "started", *IDS),
        *(answer(name, 1.0, "r1") for name in IDS[:2]),
        quiz("r1", "finished"),
        quiz("r2", "started", *IDS),
        quiz("r2", "finished"),
        quiz("r3", "started", IDS[2]),
        answer(IDS[2], 1.0, "r3"),
        quiz("r3", "finished"),
    )
    best, last = progress.best_result("coin"), progress.last_result("coin")
    assert best is not None
    assert last is not None
    assert (best.run, last.run) == ("r1", "r3")


def test_a_quiz_that_has_grown_takes_no_better_result_away() -> None:
    progress = after(
        quiz("r1", "started", *IDS[:2]),
        *(answer(name, 1.0, "r1") for name in IDS[:2]),
        quiz("r1", "finished"),
        quiz("r2", "started", *IDS),
        answer(IDS[2], 1.0, "r2"),
        quiz("r2", "finished"),
    )
    best = progress.best_result("coin")
    assert best is not None
    assert (best.run, best.score) == ("r1", 1.0)


def test_the_missed_asked_again_are_no_result_of_the_whole() -> None:
    progress = after(
        quiz("r1", "started", *IDS),
        quiz("r1", "finished"),
        quiz("r2", "started", *IDS[:2]),
        *(answer(name, 1.0, "r2") for name in IDS[:2]),
        quiz("r2", "finished"),
    )
    best = progress.best_result("coin")
    assert best is not None
    assert best.run == "r1"


def test_skills_count_questions_tried_and_right() -> None:
    skills = after(answer("coin.fair", 1.0), answer("coin.claims", 0.75)).skills()
    assert {name: (s.questions, s.tried, s.right) for name, s in skills.items()} == {
        "chance.mean": (2, 2, 1),
        "chance.spread": (2, 1, 0),
    }


def test_ids_nobody_knows_are_ignored() -> None:
    progress = after(
        visit("gone"),
        Visit(section="gone", block="gone"),
        answer("gone", 1.0),
        answer("coin.fair", 1.0, quiz="gone"),
        Run(program="gone", ended="ok", seconds=0),
        Predicted(block="gone", answer="a", right=True),
        Edited(program="gone", code="x"),
        Noted(block="gone", text="x"),
        Bookmarked(block="gone", on=True),
        quiz("r", "finished"),
        quiz("r9", "started", "gone", scope="gone"),
        Reset(scope="gone"),
    )
    assert progress.last_place is None
    assert progress.notes == {}
    assert progress.bookmarks == set()
    assert progress.best("coin.fair") == 1.0
    assert progress.open_quiz("gone") is None


def test_former_ids_are_followed_wherever_the_block_is_now() -> None:
    progress = after(
        Visit(section="elsewhere", block="coin.model"), Noted(block="coin.model", text="a")
    )
    assert progress.section(coin()).seen == {"coin.toss"}
    assert progress.notes == {"coin.toss": "a"}


def test_a_renamed_block_keeps_what_was_done_with_it() -> None:
    events = Diary().events(visit("coin.toss"), Bookmarked(block="coin.toss", on=True))
    renamed = tuple(
        Definition(id="coin.throw", formerly=("coin.toss",), text=block.text)
        if isinstance(block, Definition)
        else block
        for block in COIN_BLOCKS
    )
    other = course(coin_blocks=renamed)
    progress = Progress(other, events)
    assert progress.section(coin(other)).seen == {"coin.throw"}
    assert progress.bookmarks == {"coin.throw"}


EVERYTHING = (
    *map(visit, CORE),
    visit("coin.derivation", 3),
    Visit(section="cards", block="cards.deck"),
    answer("coin.halving", 1.0),
    Predicted(block="coin.experiment", answer="a", right=False),
    Run(program="coin.experiment", ended="ok", seconds=1),
    Edited(program="coin.experiment", code="print(2)"),
    Drafted(question="coin.fair", text="1/"),
    Noted(block="coin.toss", text="remember"),
    Bookmarked(block="coin.toss", on=True),
    quiz("r1", "started", *IDS),
    answer("coin.fair", 1.0, "r1"),
)


def assert_coin_is_untouched(progress: Progress) -> None:
    state = progress.section(coin())
    assert (state.seen, state.place) == (frozenset(), None)
    assert progress.steps("coin.derivation") == 0
    assert progress.answer("coin.halving") is None
    assert progress.best("coin.fair") is None
    assert progress.prediction("coin.experiment") is None
    assert progress.runs("coin.experiment") == ProgramRuns(0, 0)
    assert progress.edited("coin.experiment") is None
    assert progress.draft("coin.fair") == ""
    assert progress.quiz_runs("coin") == []
    assert progress.notes == {}
    assert progress.bookmarks == set()


@pytest.mark.parametrize(("scope", "cards_stay"), [("coin", True), ("chance", False), ("", False)])
def test_a_reset_voids_what_came_before_it_within_its_scope(scope: str, cards_stay: bool) -> None:
    progress = after(*EVERYTHING, Reset(scope=scope))
    assert_coin_is_untouched(progress)
    cards = COURSE.section("cards")
    assert cards is not None
    assert progress.section(cards).read == cards_stay


def test_what_comes_after_a_reset_counts() -> None:
    progress = after(*EVERYTHING, Reset(scope="coin"), visit("coin.toss"))
    assert progress.section(coin()).seen == {"coin.toss"}


def at(time: datetime) -> Event:
    return Event(id=str(time), machine="m", time=time.timestamp(), what=visit("coin.toss"))


def test_days_in_a_row_end_today_or_yesterday_and_not_before() -> None:
    noon = datetime(2026, 3, 10, 12, tzinfo=UTC)
    days = [noon - timedelta(days=n) for n in (1, 2, 3, 5, 6)]
    progress = Progress(COURSE, [at(day) for day in sorted(days)])
    assert progress.streak(noon.timestamp(), UTC) == 3
    progress.apply(at(noon))
    assert progress.streak(noon.timestamp(), UTC) == 4
    assert progress.streak((noon + timedelta(days=1)).timestamp(), UTC) == 4
    assert progress.streak((noon + timedelta(days=2)).timestamp(), UTC) == 0


def test_a_day_is_a_day_where_the_learner_is() -> None:
    late = datetime(2026, 3, 10, 16, tzinfo=UTC)  # 1 o'clock on the 11th in Tokyo
    progress = Progress(COURSE, [at(late)])
    assert [day.day for day in progress.days(UTC)] == [10]
    assert [day.day for day in progress.days(timezone(timedelta(hours=9)))] == [11]
    assert [day.day for day in progress.days(timezone(timedelta(hours=5, minutes=45)))] == [10]


PAYLOADS = st.one_of(
    st.builds(visit, st.sampled_from([*CORE, "coin.model", "gone"]), st.integers(0, 5)),
    st.builds(
        answer,
        st.sampled_from([*IDS, "coin.half", "gone"]),
        st.floats(0, 1),
        st.sampled_from(["", "r1", "r2", "gone"]),
    ),
    st.builds(
        quiz,
        st.sampled_from(["r1", "r2"]),
        st.sampled_from(["started", "moved", "back", "marked", "hinted", "finished"]),
        st.sampled_from([*IDS, "gone"]),
        scope=st.sampled_from(["coin", "chance", "gone"]),
    ),
    st.builds(Reset, scope=st.sampled_from(["", "coin", "chance", "gone"])),
    st.builds(Bookmarked, block=st.sampled_from([*CORE, "gone"]), on=st.booleans()),
    st.builds(Edited, program=st.sampled_from([*CORE, "gone"]), code=st.sampled_from(["", "x"])),
)


@given(st.lists(PAYLOADS, max_size=40), st.integers(0, 40))
def test_one_event_at_a_time_is_the_same_as_all_at_once(
    payloads: list[AnyPayload], cut: int
) -> None:
    events = Diary().events(*payloads)
    at_once, stepwise = Progress(COURSE, events), Progress(COURSE, events[:cut])
    for event in events[cut:]:
        stepwise.apply(event)
    assert 0 <= at_once.section(coin()).fraction <= 1
    assert stepwise.section(coin()) == at_once.section(coin())
    assert stepwise.quiz_runs("coin") == at_once.quiz_runs("coin")
    assert stepwise.open_quiz("coin") == at_once.open_quiz("coin")
    assert stepwise.skills() == at_once.skills()
    assert stepwise.bookmarks == at_once.bookmarks
