"""One mistake at a time in the sample course: none goes unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from mutating import few, mutants, questions, survivors

KINDS = Path(__file__).parent.parent / "data" / "kinds"
QUIZZES = ("quizzes/ch1-ways/1-kinds.yaml", "quizzes/ch1-ways/2-drawing.yaml")
SAMPLES = [(quiz, question) for quiz in QUIZZES for question in questions(KINDS / quiz)]


def test_there_are_many_mistakes_to_make() -> None:
    made = [mutant.what for _, question in SAMPLES for mutant in mutants(question)]
    assert len(made) >= 70
    assert sum("tolerance" in what for what in made) >= 9
    assert sum("correct at" in what or "wrong at" in what for what in made) >= 10
    assert sum("diagnose" in what for what in made) >= 10


@pytest.mark.parametrize(
    ("quiz", "question"), [pytest.param(*sample, id=sample[1]["id"]) for sample in SAMPLES]
)
def test_every_mistake_is_noticed(quiz: str, question: dict[str, object], tmp_path: Path) -> None:
    assert survivors(KINDS, quiz, few(question), tmp_path) == []
