"""What a quiz tells at its end: sure and wrong, what changed, what to read, what comes next."""

from __future__ import annotations

from msgspec.structs import replace

from engine.small_course import QUESTIONS, Diary, course, text
from mlmath_tutor.content.course import Skill
from mlmath_tutor.engine.events import Answered, AnyPayload, Sure
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.quiz_report import (
    GoOn,
    QuizReport,
    Reread,
    Retry,
    SkillChange,
    ToRead,
    quiz_report,
)
from mlmath_tutor.engine.session import Session

COURSE = replace(
    course(),
    skills=(
        Skill(id="chance.mean", title=text("the mean"), section="coin"),
        Skill(id="chance.spread", title=text("the spread"), section="coin"),
    ),
)
RIGHT = {"coin.fair": "half", "coin.claims": "variance mean", "coin.deviation": "0.05"}


class Notebook:
    """Takes every event into account, one a minute."""

    def __init__(self) -> None:
        self.diary = Diary()
        self.progress = Progress(COURSE)

    def record(self, payload: AnyPayload) -> None:
        self.progress.apply(self.diary.event(payload))


def sit(
    notebook: Notebook,
    run: str = "r1",
    *,
    practice: bool = False,
    sure: Sure | None = None,
    **answers: str,
) -> QuizReport:
    """Take the whole quiz, giving `answers` (by the last word of the question), else right ones."""
    session = Session.start(run, "coin", QUESTIONS, 1, notebook, practice=practice)
    while not session.finished:
        name = session.question.id
        session.submit(answers.get(name.removeprefix("coin."), RIGHT[name]), sure)
        session.advance()
    return quiz_report(session, COURSE, notebook.progress)


def test_a_skill_tells_how_much_was_right_before_and_is_now() -> None:
    notebook = Notebook()
    notebook.record(
        Answered(question="coin.fair", version=1, answer="half", score=1.0, note="half")
    )
    report = sit(notebook, deviation="7")
    assert report.skills == (
        SkillChange("chance.mean", (1.0, 1.0), before=1, now=2, of=2),
        SkillChange("chance.spread", (1.0, 0.0), before=0, now=1, of=2),
    )


def test_sure_but_wrong_is_told_and_its_pitfall_comes_first() -> None:
    report = sit(Notebook(), sure="sure", claims="exact", fair="root")
    assert [question.id for question in report.sure_but_wrong] == ["coin.fair", "coin.claims"]
    assert report.to_read == (ToRead("coin", "coin.root"),)
    assert report.recommendation == Reread("coin", "coin.root")


def test_sure_answers_that_are_often_wrong_are_called_bold_and_right_guesses_modest() -> None:
    assert sit(Notebook(), sure="sure", fair="root").result.calibration == "bold"
    assert sit(Notebook(), sure="sure").result.calibration is None
    assert sit(Notebook(), sure="guess").result.calibration == "modest"
    assert sit(Notebook(), sure="think", fair="root").result.calibration is None


def test_a_wrong_guess_is_not_sure_but_wrong() -> None:
    assert sit(Notebook(), sure="guess", fair="root").sure_but_wrong == ()


def test_where_no_pitfall_is_known_the_section_is_to_be_read_and_the_missed_asked_again() -> None:
    report = sit(Notebook(), fair="grows")
    assert report.to_read == (ToRead("coin", None),)
    assert report.recommendation == Retry(("coin.fair",))


def test_when_all_is_right_the_course_goes_on() -> None:
    report = sit(Notebook())
    assert report.to_read == ()
    assert report.recommendation == GoOn()


def test_the_result_is_compared_with_the_last_time() -> None:
    notebook = Notebook()
    assert sit(notebook, "r1", fair="grows", claims="exact").gain is None
    assert sit(notebook, "r2").gain == 2
    assert sit(notebook, "r3", fair="grows").gain == -1


def test_practice_is_not_compared_and_is_no_result() -> None:
    notebook = Notebook()
    sit(notebook, "r1", fair="grows")
    assert sit(notebook, "r2", practice=True).gain is None
    last = notebook.progress.last_result("coin")
    assert last is not None
    assert last.run == "r1"
    assert sit(notebook, "r3").gain == 1


def test_practice_left_open_is_apart_from_a_quiz_left_open() -> None:
    notebook = Notebook()
    Session.start("p", "coin", QUESTIONS, 1, notebook, practice=True)
    assert Session.resume(notebook.progress, COURSE, "coin", notebook) is None
    resumed = Session.resume(notebook.progress, COURSE, "coin", notebook, practice=True)
    assert resumed is not None
    assert (resumed.run, resumed.practice) == ("p", True)


def test_minutes_leave_out_the_time_the_learner_was_away() -> None:
    notebook = Notebook()
    session = Session.start("r1", "coin", QUESTIONS, 1, notebook)
    for _ in range(100):
        next(notebook.diary._times)  # the learner is away for an hour and forty minutes
    while not session.finished:
        session.submit(RIGHT[session.question.id])
        session.advance()
    assert quiz_report(session, COURSE, notebook.progress).minutes == 5
