"""Every kind of question answered in the app."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest

from desk import Desk, make_study
from engine.kinds_course import named
from mlmath_tutor.engine.events import Answered, Edited
from mlmath_tutor.i18n import LANGUAGES, Lang
from mlmath_tutor.ui.app import TutorApp
from mlmath_tutor.ui.messages import OpenQuiz
from mlmath_tutor.ui.screens.quiz import QuizScreen
from mlmath_tutor.ui.widgets.answer_code import AnswerEditor
from mlmath_tutor.ui.widgets.answering import Answering, begun, restore
from staged_runner import StagedRunner

KINDS = Path(__file__).parents[1] / "data" / "kinds"
Ask = Callable[..., AbstractAsyncContextManager[Desk]]


@pytest.fixture
def ask(tmp_path: Path) -> Ask:
    """Opens the app at one question of the sample course."""

    @asynccontextmanager
    async def opened(
        question: str, lang: Lang = "en", runner: object | None = None
    ) -> AsyncIterator[Desk]:
        study = make_study(tmp_path / "home", course=KINDS, lang=lang)
        study.settings.change(ask_how_sure=False)
        if runner is not None:
            study.make_runner = lambda: runner  # type: ignore[assignment,return-value]
        app = TutorApp(study, theme="kokuban")
        async with app.run_test(size=(80, 24)) as pilot:
            desk = Desk(app, pilot)
            await pilot.pause()
            app.post_message(OpenQuiz("kinds", (question,)))
            await desk.sees("1 / 1")
            yield desk

    return opened


def notes(desk: Desk) -> list[str]:
    return [e.what.note for e in desk.study.store.events() if isinstance(e.what, Answered)]


def answering(desk: Desk) -> Answering:
    screen = desk.app.screen
    assert isinstance(screen, QuizScreen)
    assert screen._box is not None
    return screen._box.answering


async def arrange(desk: Desk, wanted: list[str]) -> None:
    """Carry lines with keys until those used stand as wanted."""
    for place, name in enumerate(wanted):
        now = answering(desk)
        at = next(n for n, line in enumerate(now.lines) if line.id == name)
        while now.here != at:
            await desk.press("up" if now.here > at else "down")
        while now.here > place:
            await desk.press("shift+up")
    while answering(desk).used > len(wanted):
        now = answering(desk)
        while now.here < now.used - 1:
            await desk.press("down")
        await desk.press("shift+down")


async def test_lines_are_carried_into_order_and_a_distractor_out_of_use(ask: Ask) -> None:
    async with ask("kinds.order") as desk:
        await arrange(desk, ["product", "log", "sign", "concave", "mean"])
        await desk.press("enter")
        await desk.sees("does not belong here")
        assert notes(desk) == ["sign"]
        await arrange(desk, ["product", "log", "concave", "slope", "mean"])
        assert "does not belong here" not in desk.screen()
        await desk.press("enter")
        await desk.sees("may come in either order")
        assert notes(desk) == ["sign", "right"]


async def test_a_prediction_shows_its_program_in_the_language_of_the_reader(ask: Ask) -> None:
    async with ask("kinds.predict", lang="ja") as desk:
        await desk.sees("print((a - b).shape)")
        assert "形は (2,) と (2, 1)" in desk.screen()
        assert "the shapes are" not in desk.screen()


async def test_a_line_comes_back_into_use(ask: Ask) -> None:
    async with ask("kinds.order") as desk:
        now = answering(desk)
        await desk.press(*["down"] * (len(now.lines) - 1), "shift+down")
        assert now.used == len(now.lines) - 1
        await desk.press("shift+up")
        assert now.used == len(now.lines)


async def test_a_click_takes_a_line_in_hand(ask: Ask) -> None:
    async with ask("kinds.order") as desk:
        rows = desk.screen().splitlines()
        row = next(n for n, line in enumerate(rows) if line.strip().startswith("4 "))
        await desk.pilot.click(offset=(12, row))
        await desk.until(lambda: answering(desk).here == 3)


@pytest.mark.parametrize(
    ("question", "unreadable", "wrong", "right"),
    [
        ("kinds.match", "1=a", "square=beta 2=a 3=c", "square=normal absolute=laplace none=flat"),
        ("kinds.cloze", "3", "4; likely", "3; possible"),
        ("kinds.matrix", "[1 2", "[2 2; 1 0]", "[2 1; 2 0]"),
        ("kinds.construct", "[1 2", "[1 0; 0 1]", "[1 1; 1 1]"),
        ("kinds.eigenvector", "[1 2 3]", "[1; 0]", "1/sqrt(2), 1/sqrt(2)"),
        ("kinds.expression", "z/(", "1/(1+e^z)", "-1/(1+e^z)"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_typed_answer_is_judged_and_can_be_given_again(
    ask: Ask, lang: Lang, question: str, unreadable: str, wrong: str, right: str
) -> None:
    async with ask(question, lang) as desk:
        for typed, recorded, mark in ((unreadable, 0, ""), (wrong, 1, ""), (right, 2, "✓")):
            await paste(desk, typed)
            await desk.press("enter")
            await desk.until(lambda recorded=recorded: len(notes(desk)) == recorded)  # type: ignore[misc]
            await desk.sees(mark)
            if not recorded:
                assert "✗" not in desk.screen()
        assert notes(desk)[-1] == "right"


async def paste(desk: Desk, text: str) -> None:
    screen = desk.app.screen
    assert isinstance(screen, QuizScreen)
    assert screen._box is not None
    assert screen._box.input is not None
    screen._box.input.focus()
    screen._box.input.value = text
    await desk.pilot.pause()


async def test_a_matrix_is_echoed_where_the_reading_says_more_than_the_cells(ask: Ask) -> None:
    async with ask("kinds.matrix") as desk:
        await paste(desk, "[[2, 2], [1, 0]]")
        await desk.press("enter")
        await desk.sees("That is the transpose")
        assert "read as" not in desk.screen()
        await paste(desk, "[4/2 1; 2 0]")
        await desk.press("enter")
        await desk.sees("read as")


async def test_an_answer_is_tried_while_the_screen_stays_alive(ask: Ask) -> None:
    runner = StagedRunner()
    runner.held = True
    async with ask("kinds.construct", runner=runner) as desk:
        await paste(desk, "[1 1; 1 1]")
        await desk.press("enter")
        await desk.sees("trying it")
        await desk.press("enter", "1", "h")
        assert len(runner.jobs) == 1
        await desk.press("L")
        await desk.sees("確かめています")
        await desk.press("L", "ctrl+c")
        await desk.sees("Stopped. The answer is not judged yet.")
        assert notes(desk) == []
        runner.held = False
        await desk.press("enter", "enter")
        await desk.sees("did not come to its end")
        assert len(runner.jobs) == 2
        assert notes(desk) == []


async def test_leaving_lets_go_of_the_trial(ask: Ask) -> None:
    runner = StagedRunner()
    runner.held = True
    async with ask("kinds.construct", runner=runner) as desk:
        await paste(desk, "[1 1; 1 1]")
        await desk.press("enter")
        await desk.sees("trying it")
        await desk.press("escape")
        await desk.until(lambda: not isinstance(desk.app.screen, QuizScreen))
        runner.held = False
        await desk.pilot.pause(0.05)
        assert notes(desk) == []
        assert not desk.app.workers._workers


async def test_a_recall_is_compared_before_it_is_graded(ask: Ask) -> None:
    async with ask("kinds.recall") as desk:
        assert "for every distribution" not in desk.screen()
        await desk.press("1")
        assert notes(desk) == []
        await desk.press("enter")
        await desk.sees("for every distribution")
        assert notes(desk) == []
        await desk.press("2")
        await desk.sees("Read again what was missing")
        assert notes(desk) == ["partly"]


async def test_the_wrong_line_is_found_by_its_number(ask: Ask) -> None:
    async with ask("kinds.spot") as desk:
        await desk.press("1")
        await desk.sees("any sign")
        await desk.press("2")
        await desk.sees("a factor 2 is missing")
        assert notes(desk) == ["lagrangian", "gradient"]


def editor(desk: Desk) -> AnswerEditor:
    screen = desk.app.screen
    assert isinstance(screen, QuizScreen)
    assert screen._box is not None
    assert isinstance(screen._box.input, AnswerEditor)
    return screen._box.input


def drafts(desk: Desk) -> list[str]:
    return [e.what.code for e in desk.study.store.events() if isinstance(e.what, Edited)]


async def write(desk: Desk, text: str) -> None:
    """Type over what is selected: at the beginning that is the gap."""
    editor(desk).replace(text, *editor(desk).selection)
    await desk.pilot.pause()


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_program_is_completed_at_its_gap_and_checked(ask: Ask, lang: Lang) -> None:
    async with ask("kinds.code", lang) as desk:
        await write(desk, "entropy(P) - entropy(P.sum(axis=0))")
        assert "return entropy(P) - entropy(P.sum(axis=0))" in desk.screen()
        await desk.press("ctrl+r")
        await desk.until(lambda: notes(desk) == ["chain"])
        await desk.sees("0.747428")
        assert "✗" not in desk.screen()  # some checks are passed
        await desk.press("space")
        editor(desk).load_text(editor(desk).text.replace("axis=0", "axis=1"))
        await desk.press("ctrl+r")
        await desk.until(lambda: notes(desk) == ["chain", "right"])
        await desk.sees("✓")
        assert drafts(desk)[-1] == ""


async def test_the_line_that_failed_is_marked(ask: Ask) -> None:
    async with ask("kinds.code") as desk:
        await write(desk, "undefined")
        await desk.press("ctrl+r")
        await desk.sees("fails at line 11")
        assert editor(desk)._marked == (11, "    return undefined")


async def test_a_gap_left_is_told_and_costs_nothing(ask: Ask) -> None:
    async with ask("kinds.code") as desk:
        await desk.press("ctrl+r")
        await desk.sees("in line 11 is not filled yet")
        assert notes(desk) == []


async def test_a_program_begun_is_kept_and_can_be_begun_anew(ask: Ask) -> None:
    async with ask("kinds.code") as desk:
        await write(desk, "entropy(")
        await desk.press("escape", "escape")
        await desk.until(lambda: not isinstance(desk.app.screen, QuizScreen))
        assert drafts(desk)[-1].endswith("return entropy(\n")
    async with ask("kinds.code") as desk:
        await desk.sees("return entropy(")
        await desk.press("ctrl+o", "enter")
        await desk.sees("return ____")
        assert drafts(desk)[-1] == ""
        await desk.press("ctrl+z")
        await desk.sees("return entropy(")


async def test_comments_follow_the_language_until_something_is_changed(ask: Ask) -> None:
    async with ask("kinds.code") as desk:
        await desk.sees("use the chain rule")
        await desk.press("escape", "L")
        await desk.sees("連鎖律 H(X, Y) = H(X) + H(Y|X) を使う")
        await desk.press("enter")
        await write(desk, "entropy(P)")
        await desk.press("escape", "L")
        await desk.sees("Complete")
        assert "連鎖律" in desk.screen()


async def test_a_reason_and_a_repair_are_asked_for_one_after_the_other(ask: Ask) -> None:
    async with ask("kinds.repair") as desk:
        assert "Why" not in desk.screen()
        await desk.press("2")
        await desk.sees("the derivative of s is missing")
        assert "Write the right" not in desk.screen()
        await desk.press("5")
        await desk.sees("Write the right")
        await paste(desk, "n/λ²")
        await desk.press("enter", "d")
        await desk.sees("The reason is another one.")
        await desk.sees("The repair is not right.")
        assert notes(desk) == ["why>constant+repair>sign"]
        await desk.press("space")
        assert answering(desk).chosen == ("curvature", "constant")
        await desk.press("escape", "4")
        await paste(desk, "-n/λ²")
        await desk.press("enter")
        await desk.sees("The repair is right.")
        assert notes(desk)[-1] == "right"


def test_the_parts_of_an_answer_are_put_back() -> None:
    repair = named("kinds.repair")
    now = begun(repair, seed=1)
    restore(repair, now, "slope constant; n + 1", None)
    assert (now.chosen, now.typed) == (("slope", "constant"), "n + 1")
    assert now.verdict is not None
    assert now.verdict.note == "line>slope+why>constant+repair>absent"


async def test_the_keys_for_lines_to_be_put_in_order_are_shown_at_either_end(ask: Ask) -> None:
    async with ask("kinds.order") as desk:
        await desk.sees("choose a line")
        assert "carry the line" in desk.screen()
        await desk.press("end", *["down"] * 8)
        assert "choose a line" in desk.screen()
        assert "carry the line" in desk.screen()
