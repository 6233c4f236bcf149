"""Help is drawn from the bindings; the palette speaks the learner's language."""

from __future__ import annotations

import pytest
from textual.binding import Binding

from desk import Opener
from mlmath_tutor.i18n import LANGUAGES, say
from mlmath_tutor.ui.app import TutorApp
from mlmath_tutor.ui.screens.home import HomeScreen
from mlmath_tutor.ui.screens.lesson import LessonScreen
from mlmath_tutor.ui.screens.quiz import QuizScreen
from mlmath_tutor.ui.widgets.answer_line import AnswerInput
from mlmath_tutor.ui.widgets.answer_order import OrderText
from mlmath_tutor.ui.widgets.answer_text import QuestionText
from mlmath_tutor.ui.widgets.derivation import DerivationView
from mlmath_tutor.ui.widgets.menu import Menu
from mlmath_tutor.ui.widgets.prediction import PredictionView
from mlmath_tutor.ui.widgets.program import ProgramView

BOUND = [
    TutorApp,
    HomeScreen,
    LessonScreen,
    QuizScreen,
    Menu,
    DerivationView,
    PredictionView,
    ProgramView,
    QuestionText,
    OrderText,
    AnswerInput,
]


@pytest.mark.parametrize("bound", BOUND)
def test_every_binding_has_an_id_and_words_in_both_languages(bound: type) -> None:
    for binding in vars(bound)["BINDINGS"]:
        assert isinstance(binding, Binding)
        assert binding.id
        assert all(say(lang, binding.description) for lang in LANGUAGES)


def test_no_binding_id_is_used_twice() -> None:
    ids = [binding.id for bound in BOUND for binding in vars(bound)["BINDINGS"]]
    assert len(ids) == len(set(ids))


async def test_help_lists_the_keys_of_the_screen_below(open_app: Opener) -> None:
    async with open_app(size=(80, 40)) as desk:
        await desk.press("space")
        await desk.sees("You toss a coin")
        await desk.press("question_mark")
        await desk.sees("Keys on this screen")
        for words in ("terms", "contents", "next section", "you are here"):
            assert words in desk.screen()
        await desk.press("escape")
        await desk.until(lambda: "Keys on this screen" not in desk.screen())


async def test_the_key_bar_drops_keys_from_the_right_and_never_the_help(open_app: Opener) -> None:
    async with open_app() as desk:
        await desk.press("space")
        await desk.sees("You toss a coin")
        for width in (120, 80, 60, 44, 40):
            await desk.pilot.resize_terminal(width, 24)
            await desk.pilot.pause()
            bar = desk.screen().splitlines()[-1]
            assert bar.strip().startswith("space")
            assert "? help" in bar


async def test_the_palette_offers_sections_in_the_language_shown(open_app: Opener) -> None:
    async with open_app(lang="ja") as desk:
        await desk.press("ctrl+p")
        await desk.sees("1.1 硬貨投げ を開く")
        await desk.press("enter")
        await desk.sees("小さな講座")


async def test_another_theme_is_remembered(open_app: Opener) -> None:
    async with open_app() as desk:
        await desk.press("T")
        assert desk.app.theme == "hogan"
        assert desk.study.settings.settings.theme == "hogan"
    async with open_app() as desk:
        assert desk.study.settings.settings.theme == "hogan"
