"""One mistake at a time in the questions that ship: `mlmath check` notices each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mutating import alone, few, mutants, questions, survivors

ROOT = Path(__file__).parents[2]
QUIZ = "quizzes/ch1-probability/1-bayes.yaml"
QUESTIONS = [few(alone(question)) for question in questions(ROOT / QUIZ)]


def test_there_are_many_mistakes_to_make() -> None:
    assert sum(len(list(mutants(question))) for question in QUESTIONS) >= 60


@pytest.mark.parametrize("question", [pytest.param(q, id=q["id"]) for q in QUESTIONS])
def test_every_mistake_is_noticed(question: dict[str, object], tmp_path: Path) -> None:
    """The quiz by itself: its lesson, which takes long to run, is left out."""
    bare = tmp_path / "bare"
    shutil.copytree(ROOT / "lessons", bare / "lessons", ignore=shutil.ignore_patterns("ch*"))
    (bare / QUIZ).parent.mkdir(parents=True)
    shutil.copy(ROOT / QUIZ, bare / QUIZ)
    assert survivors(bare, QUIZ, question, tmp_path) == []
