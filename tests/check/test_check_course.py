from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mlmath_tutor.check.course import check

SMALL = Path(__file__).parent.parent / "data" / "small"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the small course, to be changed."""
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


def _said(root: Path, **options: bool) -> list[str]:
    return [finding.said(root) for finding in check(root, **options)]


def test_the_small_course_has_nothing_to_correct() -> None:
    assert _said(SMALL) == []


def test_recording_makes_missing_recordings_and_then_all_is_well(course: Path) -> None:
    recorded = course / "lessons/ch1-chance/recorded"
    before = {path.name: path.read_bytes() for path in recorded.iterdir()}
    shutil.rmtree(recorded)
    assert len(_said(course)) == 2
    assert _said(course, record=True) == []
    assert {path.name for path in recorded.iterdir()} == before.keys()
    assert _said(course) == []


def test_a_program_that_fails_is_not_recorded(course: Path) -> None:
    program = course / "lessons/ch1-chance/examples/tosses.py"
    program.write_text(program.read_text(encoding="utf-8") + "1 / 0\n", encoding="utf-8")
    path = course / "lessons/ch1-chance/recorded/coin.experiment.json"
    before = path.read_bytes()
    (said,) = _said(course, record=True)
    assert "ZeroDivisionError" in said
    assert path.read_bytes() == before


def test_names_in_a_file_with_faults_are_not_called_missing(course: Path) -> None:
    """The pitfall, the skills and the recorded programs are there, if only they could be read."""
    lesson = course / "lessons/ch1-chance/1-coin.yaml"
    text = lesson.read_text(encoding="utf-8")
    lesson.write_text(text.replace("sheet: true", "sheet: perhaps", 1), encoding="utf-8")
    skills = course / "lessons/ch1-chance/skills.yaml"
    skills.write_text(skills.read_text(encoding="utf-8") + "- id: chance.more\n", encoding="utf-8")
    said = _said(course)
    assert [line.split(":")[0].rpartition("/")[2] for line in said] == [
        "1-coin.yaml",
        "skills.yaml",
        "skills.yaml",
    ]


def test_without_running_no_program_is_started(course: Path) -> None:
    program = course / "lessons/ch1-chance/examples/tosses.py"
    program.write_text(program.read_text(encoding="utf-8") + "1 / 0\n", encoding="utf-8")
    assert _said(course, run=False) == []
