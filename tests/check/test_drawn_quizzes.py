"""Quizzes that draw from several places: what is found in their files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mlmath_tutor.check.course import check
from varying_chapters import varying

CHAPTERS = Path(__file__).parent.parent / "data" / "chapters"
FIRST = "quizzes/ch1-sums/chapter.yaml"
SECOND = "quizzes/ch2-products/chapter.yaml"
FINAL = "quizzes/course.yaml"
COURSE = "lessons/course.yaml"


def said_after(tmp_path: Path, file: str, old: str, new: str) -> list[str]:
    course = Path(shutil.copytree(CHAPTERS, tmp_path / "course"))
    text = (course / file).read_text(encoding="utf-8")
    assert old in text
    (course / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return [finding.said(course) for finding in check(course, run=False)]


def test_the_sample_course_has_nothing_to_correct() -> None:
    assert [finding.said(CHAPTERS) for finding in check(CHAPTERS, run=False)] == []


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (SECOND, "from: products", "from: product", "3: there is no `product` to draw from: did"),
        (FIRST, "from: sums", "from: products", "4: `products` comes after this chapter"),
        (FIRST, "from: sums", "from: times", "4: `times` comes after this chapter"),
        (FINAL, "from: sums", "from: earlier", "3: there is no `earlier` to draw from"),
        (SECOND, "count: 3", "count: 0", "chapter.yaml:4: draws no question"),
        (SECOND, "count: 3", "count: three", "chapter.yaml:4"),
        (SECOND, "draw:", "draws:", "did you mean `draw`?"),
        (FIRST, "id: sums.both", "id: adding.both", "does not begin with its quiz: `sums.…`"),
        (FIRST, "id: sums.both", "id: adding.small-1", "already names another block or question"),
        (FIRST, "skills: [sums.small,", "skills: [sums.smal,", "there is no skill `sums.smal`"),
        (COURSE, "- id: products", "- id: diagnostic", "a quiz of the whole course: rename it"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, file: str, old: str, new: str, words: str) -> None:
    said = said_after(tmp_path, file, old, new)
    assert any(words in line for line in said), said


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("from: 2, to: 9", "from: 2, to: 2", "chapter.yaml:9: `sums.both` has one variant"),
        ("{{a-1}}", "{{b-1}}", "chapter.yaml:12"),
        ("{{a-1}}", "{{a-2}}", "chapter.yaml:"),
        ("note: 'a={{a}}'", "nota: x", "template `sums.both` has no `note`"),
        ("kind: numeric", "kind: numerics", "chapter.yaml:"),
    ],
)
def test_a_fault_of_a_question_with_variants_is_found(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    course = varying(tmp_path)
    file = course / FIRST
    text = file.read_text(encoding="utf-8")
    assert [finding.said(course) for finding in check(course, run=False)] == []
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    said = [finding.said(course) for finding in check(course, run=True)]
    assert any(words in line for line in said), said


def test_questions_of_a_quiz_that_does_not_draw_them_are_found(tmp_path: Path) -> None:
    said = said_after(tmp_path, FIRST, "- {from: own, count: 1}\n- {from: sums", "- {from: taking")
    assert any("these questions are never asked: draw from `own`" in line for line in said), said


def test_a_chapter_may_draw_its_own_questions_by_its_own_name(tmp_path: Path) -> None:
    assert said_after(tmp_path, FIRST, "- {from: own, count: 1}\n", "") == []
