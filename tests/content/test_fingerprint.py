"""A course's fingerprint: the content and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from mlmath_tutor.content.fingerprint import fingerprint

SMALL = Path(__file__).parents[1] / "data" / "small"
PROGRAM = Path("lessons", "ch1-chance", "examples", "tosses.py")
QUIZ = Path("quizzes", "ch1-chance", "1-coin.yaml")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


def test_a_copy_has_the_same_fingerprint(course: Path, tmp_path: Path) -> None:
    assert fingerprint(course) == fingerprint(SMALL)
    (course / PROGRAM).touch()
    (course / "README.md").write_text("beside the course")
    assert fingerprint(course) == fingerprint(SMALL)


def append(course: Path) -> None:
    (course / PROGRAM).write_text((course / PROGRAM).read_text() + "\n")


def rename(course: Path) -> None:
    (course / PROGRAM).rename((course / PROGRAM).with_name("other.py"))


def add_hidden(course: Path) -> None:
    (course / PROGRAM).with_name(".hidden").write_text("print(1)")


def change_quiz(course: Path) -> None:
    (course / QUIZ).write_text((course / QUIZ).read_text() + "# more\n")


def change_places(course: Path) -> None:
    first, second = course / PROGRAM, course / QUIZ
    texts = first.read_bytes(), second.read_bytes()
    first.write_bytes(texts[1])
    second.write_bytes(texts[0])


@pytest.mark.parametrize("change", [append, rename, add_hidden, change_quiz, change_places])
def test_any_change_gives_another_one(course: Path, change: Callable[[Path], None]) -> None:
    change(course)
    assert fingerprint(course) != fingerprint(SMALL)
