"""A quiz in the app: why at once, the place kept, the result."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Input

from desk import Desk, Opener
from mlmath_tutor.engine.events import Answered
from mlmath_tutor.ui.messages import OpenQuiz, OpenSection
from mlmath_tutor.ui.screens.quiz import QuizScreen
from mlmath_tutor.ui.widgets import question


async def start(desk: Desk) -> None:
    desk.app.post_message(OpenQuiz("coin"))
    await desk.sees("1 / 3")


def answers(desk: Desk) -> list[Answered]:
    return [e.what for e in desk.study.store.events() if isinstance(e.what, Answered)]


def number_of(desk: Desk, option: str) -> str:
    """Return the digit that chooses an option."""
    screen = desk.app.screen
    assert isinstance(screen, QuizScreen)
    ids = [each.id for each in screen._session.options]
    return str(ids.index(option) + 1)


async def test_wrong_then_right_then_all_the_way_to_the_result(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press(number_of(desk, "grows"), "d")
        await desk.sees("expected number of heads")
        await desk.press("space")
        await desk.until(lambda: "expected number of heads" not in desk.screen())
        await desk.press(number_of(desk, "half"))
        await desk.sees("By linearity of expectation")
        await desk.press("space")
        await desk.sees("2 / 3")
        await desk.press(number_of(desk, "variance"), number_of(desk, "mean"), "enter", "s")
        await desk.sees("✓")
        await desk.press("space")
        await desk.sees("3 / 3")
        await desk.type("0.000625")
        await desk.press("enter", "d")
        await desk.sees("is the variance")
        await desk.press("space")
        await desk.type("1/40")
        await desk.press("enter")
        await desk.sees("✓")
        await desk.press("space")
        await desk.sees("3 / 3   1 right at the first try")
        await desk.sees("The spread falls as 1/n")


async def test_an_unreadable_answer_costs_nothing(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press("space", "space")
        await desk.sees("3 / 3")
        await desk.type("abc")
        await desk.press("enter")
        await desk.sees("is not a name")
        assert "✗" not in desk.screen()
        assert answers(desk) == []


async def test_a_quiz_left_in_the_middle_goes_on_there(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press(number_of(desk, "half"), "d", "space")
        await desk.sees("2 / 3")
        await desk.press(number_of(desk, "exact"), "enter", "a")
        await desk.sees("Two heads in two tosses")
    async with open_app() as desk:
        await desk.sees("Continue")
        await desk.press("space")
        await desk.sees("2 / 3")
        await desk.sees("Two heads in two tosses")


async def test_a_passed_question_comes_back_at_the_end(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press("space", "space")
        await desk.sees("3 / 3")
        await desk.type("0.025")
        await desk.press("enter", "d")
        await desk.sees("✓")
        await desk.press("space")
        await desk.sees("Which is")


async def test_hints_come_after_an_attempt_then_the_solution(
    open_app: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(question, "REST", 0.01)
    async with open_app(size=(80, 40)) as desk:
        await start(desk)
        await desk.press("space", "space")
        await desk.type("7")
        await desk.press("escape", "h")
        assert "Hints" not in desk.screen()
        await desk.press("enter", "enter", "d")
        await desk.sees("cannot exceed")
        for text in ("variance of one toss?", "The variance is", "Work out"):
            await desk.sees("h hint")
            await desk.press("h")
            await desk.sees(text)
        await desk.sees("h solution")
        await desk.press("h")
        await desk.sees("Worked solution")


async def test_a_hint_is_read_before_the_next_one(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        await start(desk)
        await desk.press("space", "space")
        await desk.type("7")
        await desk.press("enter", "d", "h", "h")
        await desk.sees("variance of one toss?")
        assert "The variance is" not in desk.screen()
        assert "h hint" not in desk.screen()


async def test_hints_and_solution_can_be_read_after_success(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        await start(desk)
        await desk.press("space", "space")
        await desk.type("0.025")
        await desk.press("enter", "d")
        await desk.sees("h solution")
        await desk.press("h")
        await desk.sees("variance of one toss?")
        await desk.sees("Worked solution")
        assert "h solution" not in desk.screen()


async def test_how_sure_is_asked_before_the_verdict_and_kept(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press(number_of(desk, "grows"))
        await desk.sees("How sure are you?")
        assert "expected number of heads" not in desk.screen()
        assert answers(desk) == []
        await desk.press("d")
        await desk.sees("expected number of heads")
        await desk.sees("You were sure of this one")
        assert [(a.answer, a.sure) for a in answers(desk)] == [("grows", "sure")]


async def test_another_try_is_not_asked_about_again(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press(number_of(desk, "grows"), "a", "space", number_of(desk, "half"))
        await desk.sees("By linearity of expectation")
        assert [a.sure for a in answers(desk)] == ["guess", None]


async def test_before_the_verdict_the_answer_can_be_changed(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press(number_of(desk, "grows"), number_of(desk, "half"), "s")
        await desk.sees("By linearity of expectation")
        assert [(a.answer, a.sure) for a in answers(desk)] == [("half", "think")]
        await desk.press("space", "space")
        await desk.sees("3 / 3")
        await desk.type("7")
        await desk.press("enter")
        await desk.sees("How sure are you?")
        await desk.type("0")
        await desk.until(lambda: "How sure are you?" not in desk.screen())


async def test_how_sure_need_not_be_said(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press(number_of(desk, "half"), "space")
        await desk.sees("By linearity of expectation")
        assert [a.sure for a in answers(desk)] == [None]


async def test_an_answer_whose_verdict_waits_is_kept_on_leaving(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press(number_of(desk, "half"), "escape")
        await desk.sees("Continue")
        await desk.press("space")
        await desk.sees("By linearity of expectation")


async def test_the_palette_stops_asking_how_sure(open_app: Opener) -> None:
    async with open_app() as desk:
        await desk.press("ctrl+p")
        await desk.type("sure")
        await desk.sees("Stop asking how sure I am")
        await desk.press("enter")
        await desk.sees("give the verdict at once")
        await start(desk)
        await desk.press(number_of(desk, "half"))
        await desk.sees("By linearity of expectation")
    async with open_app() as desk:
        assert not desk.study.settings.settings.ask_how_sure


async def test_keys_typed_in_full_width_are_the_same_keys(open_app: Opener) -> None:
    async with open_app(lang="ja") as desk:
        await start(desk)
        digit = chr(ord(number_of(desk, "grows")) - ord("0") + ord("０"))
        await desk.press(digit, "ｄ")
        await desk.sees("表の回数の期待値です")
        desk.app.post_message(events.Key("ideographic_space", "　"))
        await desk.until(lambda: "表の回数の期待値です" not in desk.screen())


async def test_the_verdict_follows_the_language(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press(number_of(desk, "grows"), "d")
        await desk.sees("expected number of heads")
        await desk.press("L")
        await desk.sees("表の回数の期待値です")


async def test_every_answer_is_stored_before_its_verdict_is_shown(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        shown_when_stored: list[bool] = []
        append = desk.study.store.append

        def watch(payload: object) -> object:
            if isinstance(payload, Answered):
                shown_when_stored.append("By linearity" in desk.screen())
            return append(payload)  # type: ignore[arg-type]

        desk.study.store.append = watch  # type: ignore[method-assign, assignment]
        await desk.press(number_of(desk, "half"), "d")
        await desk.sees("By linearity of expectation")
        assert shown_when_stored == [False]


async def test_the_focus_mark_stands_at_a_question_whose_answer_is_typed(
    open_app: Opener,
) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press("space", "space")
        await desk.sees("3 / 3")
    async with open_app() as desk:
        await desk.press("space")
        await desk.sees("You toss a fair coin 400 times")
        await desk.until(lambda: isinstance(desk.app.screen.focused, Input))
        await desk.pilot.pause()
        assert "▸ You toss a fair coin 400 times" in desk.screen()


async def test_a_number_is_echoed_only_where_the_reading_says_more(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press("space", "space")
        await desk.sees("3 / 3")
        await desk.type("1/40")
        await desk.press("enter", "d")
        await desk.sees("✓")
        assert "read as" not in desk.screen()


async def test_the_arrows_point_at_options_and_enter_takes_one(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        assert "1▸" not in desk.screen()
        for _ in range(int(number_of(desk, "half"))):
            await desk.press("down")
        await desk.sees(f"{number_of(desk, 'half')}▸")
        await desk.press("enter", "d")
        await desk.sees("By linearity of expectation")
        assert [a.answer for a in answers(desk)] == ["half"]


async def test_several_options_are_marked_by_the_arrows_and_then_answered(
    open_app: Opener,
) -> None:
    async with open_app() as desk:
        await start(desk)
        await desk.press("space")
        await desk.sees("2 / 3")
        await desk.press("down", "up", "up")
        at = 0
        for option in ("variance", "mean"):
            to = int(number_of(desk, option)) - 1
            await desk.press(*("down" if to > at else "up" for _ in range(abs(to - at))))
            await desk.press("enter")
            at = to
        await desk.press(*("down" for _ in range(4 - at)))
        await desk.sees("▸ answer")
        await desk.press("down", "enter", "d")
        await desk.sees("✓")
        assert [set(a.answer.split()) for a in answers(desk)] == [{"variance", "mean"}]


async def test_a_click_chooses_an_option(open_app: Opener) -> None:
    async with open_app() as desk:
        await start(desk)
        rows = desk.screen().splitlines()
        row = next(n for n, line in enumerate(rows) if "it depends on the parity" in line)
        await desk.pilot.click(offset=(20, row))
        await desk.sees("How sure are you?")
        row = next(n for n, line in enumerate(desk.screen().splitlines()) if "a guess" in line)
        await desk.pilot.click(offset=(12, row))
        await desk.sees("Tell the expectation from")
        assert [a.sure for a in answers(desk)] == ["guess"]


async def test_in_a_lesson_the_arrows_go_from_block_to_block(open_app: Opener) -> None:
    async with open_app() as desk:
        desk.app.post_message(OpenSection("coin", "coin.halving"))
        await desk.sees("▸ Check")
        await desk.press("down")
        await desk.until(lambda: "▸ Check" not in desk.screen())


async def test_a_question_longer_than_the_screen_is_read_before_its_line_is_typed_in(
    open_app: Opener,
) -> None:
    async with open_app(size=(40, 12)) as desk:
        await start(desk)
        await desk.press("space", "space")
        await desk.sees("3 / 3")
        await desk.sees("You toss a fair coin 400")
        await desk.press("down", "down", "down", "down")
        await desk.type("0.025")
        await desk.sees("0.025")
