"""A lesson: one next thing after the other, the place kept, programs run, checks answered."""

from __future__ import annotations

import pytest

from desk import Desk, Opener
from mlmath_tutor.engine.events import Answered, Predicted, Run, Visit
from mlmath_tutor.ui.widgets.block import BlockView
from mlmath_tutor.ui.widgets.outcome import Phase
from mlmath_tutor.ui.widgets.program import ProgramView


async def begin(desk: Desk) -> None:
    await desk.press("space")
    await desk.sees("You toss a coin 100 times")


def focused(desk: Desk) -> str:
    """Return the id of the block in focus, with the part where a block has several."""
    view = desk.app.screen.focused
    assert isinstance(view, BlockView)
    return f"{view.block_id}/{view.part}" if view.part else view.block_id


async def go_to(desk: Desk, block: str) -> None:
    for _ in range(60):
        if focused(desk).startswith(block):
            return
        await desk.press("down")
    raise AssertionError(f"{block} was not reached:\n{desk.screen()}")


async def test_space_walks_through_the_whole_section(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        await begin(desk)
        reached = [focused(desk)]
        for _ in range(80):
            await desk.press("space")
            if focused(desk) != reached[-1]:
                reached.append(focused(desk))
            if reached[-1] == "/end":
                break
            if isinstance(view := desk.app.screen.focused, ProgramView):
                await desk.until(lambda view=view: view.outcome.phase is not Phase.RUNNING)
        section = desk.study.course.sections[0]
        assert {name.partition("/")[0] for name in reached if name[0] != "/"} == {
            block.id for block in section.blocks
        }
        assert desk.study.progress.section(section).read


async def test_derivation_steps_are_revealed_one_at_a_time(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        await begin(desk)
        await go_to(desk, "coin.derivation")
        assert "Sum over the two values" in desk.screen()
        assert "By independence" not in desk.screen()
        await desk.press("space")
        await desk.sees("By independence")
        assert "2 / 3" in desk.screen()
        await desk.press("u")
        await desk.until(lambda: "By independence" not in desk.screen())
        await desk.press("A")
        await desk.sees("3 / 3")


async def test_the_place_and_the_step_are_kept(open_app: Opener) -> None:
    async with open_app() as desk:
        await begin(desk)
        await go_to(desk, "coin.derivation")
        await desk.press("space")
        await desk.press("q", "ctrl+q")
    async with open_app() as desk:
        await desk.press("space")
        await desk.until(lambda: "By independence" in desk.screen())
        assert focused(desk) == "coin.derivation"
        assert "2 / 3" in desk.screen()


async def test_an_example_runs_after_a_prediction_and_both_stand_side_by_side(
    open_app: Opener,
) -> None:
    async with open_app(size=(80, 40)) as desk:
        await begin(desk)
        await go_to(desk, "coin.experiment/predict")
        await desk.press("2", "1", "space", "space")
        await desk.sees("theory 0.0500")
        await desk.sees("you said 0.05")
        events = [event.what for event in desk.study.store.events()]
        predictions = [what for what in events if isinstance(what, Predicted)]
        assert [(p.answer, p.right) for p in predictions] == [("no-root", False), ("right", True)]
        runs = [what for what in events if isinstance(what, Run)]
        assert [(run.program, run.ended) for run in runs] == [("coin.experiment", "ok")]


async def test_what_a_run_told_is_still_there_tomorrow(open_app: Opener) -> None:
    async with open_app(size=(120, 40)) as desk:
        await begin(desk)
        await go_to(desk, "coin.experiment/program")
        await desk.press("space")
        await desk.sees("theory 0.0500")
        await desk.press("right")
        await desk.sees("theory 0.04")
    async with open_app(size=(120, 40)) as desk:
        await desk.press("space")
        await go_to(desk, "coin.experiment/program")
        await desk.sees("theory 0.04")
        assert "relative frequency of heads" in desk.screen()
        assert "not run yet" not in desk.screen().split("Explore")[0]


async def test_the_figure_of_a_run_is_drawn_and_enlarged(open_app: Opener) -> None:
    async with open_app(size=(120, 40)) as desk:
        await begin(desk)
        await go_to(desk, "coin.experiment/program")
        await desk.press("space")
        await desk.sees("relative frequency of heads")
        await desk.press("z")
        await desk.until(lambda: "Example" not in desk.screen())
        assert "relative frequency of heads" in desk.screen()
        await desk.press("escape")
        await desk.sees("Example")


async def test_a_knob_changes_the_code_and_runs_it_again(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        await begin(desk)
        await go_to(desk, "coin.moving")
        await desk.press("space")
        await desk.sees("standard deviation 0.0500")
        await desk.press("right")
        await desk.sees("standard deviation 0.0250")
        await desk.press("0")
        await desk.sees("standard deviation 0.0500")


async def test_a_wrong_answer_is_told_why_and_others_stay_open(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        await begin(desk)
        await go_to(desk, "coin.halving")
        box = desk.app.screen.focused
        assert isinstance(box, BlockView)
        order = [option.id for option in box.answering.options]  # type: ignore[attr-defined]
        await desk.press(str(order.index("two") + 1))
        await desk.sees("Doubling n halves the variance")
        await desk.press(str(order.index("four") + 1))
        await desk.until(lambda: "Doubling" not in desk.screen())
        answers = [e.what for e in desk.study.store.events() if isinstance(e.what, Answered)]
        assert [(a.answer, a.score, a.quiz) for a in answers] == [
            ("two", 0.0, ""),
            ("four", 1.0, ""),
        ]


async def test_an_answered_check_is_still_answered_on_return(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        await begin(desk)
        await go_to(desk, "coin.halving")
        await desk.press("1")
    async with open_app(size=(80, 40)) as desk:
        await desk.press("space")
        await desk.until(lambda: "▪" in desk.screen())


async def test_language_flips_in_place(open_app: Opener) -> None:
    async with open_app() as desk:
        await begin(desk)
        await go_to(desk, "coin.spread")
        await desk.press("L")
        await desk.sees("相対度数の分散")
        assert focused(desk) == "coin.spread"
        await desk.press("L")
        await desk.sees("Variance of the relative frequency")


async def test_one_block_flips_alone(open_app: Opener) -> None:
    async with open_app() as desk:
        await begin(desk)
        await go_to(desk, "coin.spread")
        await desk.press("v")
        await desk.sees("相対度数の分散")
        assert "Definition" in desk.screen() or "6 min" in desk.screen()


@pytest.mark.parametrize("columns", [110, 116, 140])
async def test_the_margin_of_a_wide_screen_shows_all_it_says(
    open_app: Opener, columns: int
) -> None:
    async with open_app(size=(columns, 50)) as desk:
        await begin(desk)
        await go_to(desk, "coin.spread")
        title = next(row for row in desk.screen().splitlines() if "Theorem" in row)
        assert title.split()[-3:] in (["X̄", "the", "relative"], ["the", "relative", "frequency"])
        assert "›" not in desk.screen()
        await go_to(desk, "coin.derivation")
        await desk.press("space", "space")
        words = " ".join(desk.screen().split())
        for reason in ("Sum over the two values 1 and 0.", "have expectation 0.", "divide by n²."):
            assert reason in words
        assert "›" not in desk.screen()


async def test_a_deep_block_is_folded_until_opened(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        await begin(desk)
        await go_to(desk, "coin.deep")
        assert "law of large numbers" in desk.screen() or "↵ opens" in desk.screen()
        await desk.press("enter")
        await desk.sees("goes on")


async def test_the_contents_lead_to_a_block(open_app: Opener) -> None:
    async with open_app() as desk:
        await begin(desk)
        await desk.press("c")
        await desk.sees("Deriving the variance")
        await desk.press("down", "down", "down", "enter")
        await desk.until(lambda: focused(desk) != "/start")


async def test_resizing_at_any_moment_leaves_a_page_that_fits(open_app: Opener) -> None:
    async with open_app() as desk:
        await begin(desk)
        await go_to(desk, "coin.spread")
        for columns, rows in ((40, 12), (20, 5), (1, 1), (120, 40), (61, 18), (80, 24)):
            await desk.pilot.resize_terminal(columns, rows)
            await desk.pilot.pause()
            assert all(len(row) <= columns for row in desk.screen().splitlines())
        await desk.sees("Variance of the relative frequency")


async def test_a_terminal_too_small_says_which_size_it_needs(open_app: Opener) -> None:
    async with open_app(size=(20, 5)) as desk:
        screen = " ".join(desk.screen().split())
        assert "20×5 is too small" in screen
        assert "40×12" in screen


async def test_visits_are_recorded_once_for_each_block(open_app: Opener) -> None:
    async with open_app() as desk:
        await begin(desk)
        await desk.press("space", "space", "up", "up")
        visits = [e.what.block for e in desk.study.store.events() if isinstance(e.what, Visit)]
        assert visits[:2] == ["coin.question", "coin.toss"]
        assert len(visits) <= 4
