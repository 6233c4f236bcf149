from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mlmath_tutor.content.blocks import Check, Example, Theorem
from mlmath_tutor.content.loading import load

SMALL = Path(__file__).parent.parent / "data" / "small"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A copy of the small course, to be damaged."""
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


def _edit(root: Path, file: str, old: str, new: str) -> Path:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_small_course_loads_without_findings() -> None:
    loaded = load(SMALL)
    assert loaded.findings == ()
    assert loaded.course is not None
    coin, dice = loaded.course.sections
    assert (coin.number, dice.number) == ("1.1", "1.2")
    assert dice.written is None
    assert isinstance(coin.blocks[2], Theorem)
    assert len(coin.questions) == 3
    assert [skill.id for skill in loaded.course.skills] == ["chance.mean", "chance.spread"]


def test_a_question_inside_a_block_goes_by_the_blocks_id() -> None:
    course = load(SMALL).course
    assert course is not None
    blocks = {block.id: block for block in course.sections[0].blocks}
    check, example = blocks["coin.halving"], blocks["coin.experiment"]
    assert isinstance(check, Check)
    assert check.question.id == "coin.halving"
    assert isinstance(example, Example)
    assert example.predict is not None
    assert example.predict.id == "coin.experiment"


def test_programs_come_from_files_and_from_blocks() -> None:
    course = load(SMALL).course
    assert course is not None
    assert "rng.binomial" in course.programs["coin.experiment"]
    assert course.programs["coin.moving"].startswith("import math\n")


def test_a_faulty_section_is_left_out_and_the_rest_stays(course: Path) -> None:
    file = _edit(course, "lessons/ch1-chance/1-coin.yaml", "kind: theorem", "kind: theorme")
    loaded = load(course)
    assert loaded.course is not None
    section = loaded.course.sections[0]
    assert section.written is None
    assert len(section.questions) == 3
    assert loaded.course.programs == {}
    assert [(finding.file, finding.code) for finding in loaded.findings] == [(file, "unknown-kind")]
    assert file not in loaded.files


def test_a_faulty_quiz_leaves_the_lesson_readable(course: Path) -> None:
    _edit(course, "quizzes/ch1-chance/1-coin.yaml", "kind: numeric", "kind: number")
    loaded = load(course)
    assert loaded.course is not None
    assert loaded.course.sections[0].written is not None
    assert loaded.course.sections[0].quiz is None


def test_a_faulty_glossary_entry_is_left_out_alone(course: Path) -> None:
    _edit(course, "lessons/glossary.yaml", "  reading: 'そうたいどすう'\n", "")
    loaded = load(course)
    assert loaded.course is not None
    assert [term.id for term in loaded.course.glossary] == ["variance"]
    assert [finding.line for finding in loaded.findings] == [1]


def test_findings_of_several_files_are_all_reported(course: Path) -> None:
    _edit(course, "lessons/ch1-chance/1-coin.yaml", "sheet: true", "sheet: 'yes'")
    _edit(course, "lessons/ch1-chance/1-coin.yaml", "path: deep", "path: deeper")
    _edit(course, "quizzes/ch1-chance/1-coin.yaml", "difficulty: 1", "difficulty: 9")
    _edit(course, "lessons/references.yaml", "text:", "texts:")
    found = [(finding.file.parent.parent.name, finding.code) for finding in load(course).findings]
    assert sorted(found) == [
        ("course", "missing-key"),
        ("course", "unknown-key"),
        ("lessons", "type"),
        ("lessons", "type"),
        ("quizzes", "type"),
    ]


def test_a_course_without_its_course_file_is_none(course: Path) -> None:
    (course / "lessons/course.yaml").unlink()
    loaded = load(course)
    assert loaded.course is None
    assert [finding.code for finding in loaded.findings] == ["no-file"]


def test_a_section_may_wait_to_be_written_with_its_quiz(course: Path) -> None:
    (course / "lessons/ch1-chance/1-coin.yaml").unlink()
    (course / "quizzes/ch1-chance/1-coin.yaml").unlink()
    loaded = load(course)
    assert loaded.findings == ()
    assert loaded.course is not None
    assert all(section.written is None for section in loaded.course.sections)


def test_a_program_cannot_be_a_link_out_of_its_chapter(course: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.py"
    secret.write_text("print('secret')\n", encoding="utf-8")
    program = course / "lessons/ch1-chance/examples/tosses.py"
    program.unlink()
    program.symlink_to(secret)
    loaded = load(course)
    assert [finding.code for finding in loaded.findings] == ["file"]
    assert loaded.course is not None
    assert loaded.course.programs == {}


def test_invisible_characters_in_a_program_are_refused_at_their_line(course: Path) -> None:
    _edit(course, "lessons/ch1-chance/examples/tosses.py", "p = 0.5", "p = 0.5  # \x1b[2J")
    (finding,) = load(course).findings
    assert "line 8" in finding.message
    assert "U+001B" in finding.message
