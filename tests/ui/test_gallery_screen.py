"""The page of formulas: all of them set, in both languages, reached from the palette."""

from __future__ import annotations

import pytest

from desk import Opener
from mlmath_tutor.i18n import LANGUAGES, say
from mlmath_tutor.render.maths import Typesetter
from mlmath_tutor.render.maths.specimens import SPECIMENS, Specimen


@pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda specimen: specimen.name)
def test_every_specimen_is_set_whole_and_has_a_caption(specimen: Specimen) -> None:
    typesetter = Typesetter()
    for latex in (specimen.ja, specimen.en):
        assert typesetter.problems(latex) == ()
        assert typesetter.display(latex, 64).width <= 64
    assert all(say(lang, f"gallery.{specimen.name}") for lang in LANGUAGES)


async def test_the_palette_leads_there_and_the_page_follows_the_language(
    open_app: Opener,
) -> None:
    async with open_app() as desk:
        await desk.press("ctrl+p")
        await desk.sees("See what the typesetter can do")
        await desk.type("typesetter")
        await desk.press("enter")
        await desk.sees("Bayes' theorem")
        for _ in range(12):
            await desk.press("space")
        await desk.sees("SVD and low-rank approximation")
        await desk.press("L")
        await desk.sees("特異値分解")
        await desk.press("escape")
        await desk.sees("小さな講座")
