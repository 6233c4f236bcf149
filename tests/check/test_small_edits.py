"""One edit of the small course at a time: what an author may do, and what is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mlmath_tutor.check.course import check

SMALL = Path(__file__).parent.parent / "data" / "small"
COURSE = "lessons/course.yaml"
GLOSSARY = "lessons/glossary.yaml"
SKILLS = "lessons/ch1-chance/skills.yaml"
LESSON = "lessons/ch1-chance/1-coin.yaml"
QUIZ = "quizzes/ch1-chance/1-coin.yaml"


def _said_after(tmp_path: Path, file: str, *edits: tuple[str, str]) -> list[str]:
    course = Path(shutil.copytree(SMALL, tmp_path / "course"))
    text = (course / file).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    (course / file).write_text(text, encoding="utf-8")
    return [finding.said(course) for finding in check(course, run=False)]


@pytest.mark.parametrize(
    ("file", "edits"),
    [
        pytest.param(
            LESSON, [("each is $1$ with", "each $X_i$ is $1$ with")], id="repeat a symbol"
        ),
        pytest.param(
            LESSON,
            [
                ("この硬貨は", "$n=100\\text{ 回}$ です。この硬貨は"),
                ("Is the coin", "It is $n=100\\text{ tosses}$. Is the coin"),
            ],
            id="words inside a formula",
        ),
        pytest.param(LESSON, [("Is the coin", "Is `just` the coin")], id="a banned word as code"),
        pytest.param(QUIZ, [("when: {above: 1}", "when: {above: 0.03}")], id="a range beside"),
        pytest.param(QUIZ, [("when: {above: 1}", "when: {below: 0.02}")], id="a range below"),
        pytest.param(
            COURSE, [("  abs:", "  odds: '\\frac{#1}{#2}'\n  abs:")], id="a macro of two arguments"
        ),
        pytest.param(LESSON, [("symbols:", "formerly: [coin.old]\n  symbols:")], id="a former id"),
    ],
)
def test_an_author_may(tmp_path: Path, file: str, edits: list[tuple[str, str]]) -> None:
    assert _said_after(tmp_path, file, *edits) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (SKILLS, "section: coin", "section: coins", "skills.yaml:3: there is no section `coins`"),
        (GLOSSARY, "section: coin", "section: con", "glossary.yaml:5: there is no section `con`"),
        (QUIZ, "when: {above: 1}", "when: {above: 0.02}", "is also met by the right answer 0.025"),
        (QUIZ, "when: {above: 1}", "when: {below: 1}", "is also met by the right answer 0.025"),
        (QUIZ, "when: {above: 1}", "when: {}", "is about no answer"),
        (QUIZ, "note: above-one", "note: wrong", "`wrong` is a note of the grading itself"),
        (QUIZ, "score: 0.3", "score: 1", "credit is at least 0 and below 1"),
        (QUIZ, "atol: 1e-6}", "atol: 1e-6, units: {'%': 0.01}}", "which is missing: add it"),
        (
            LESSON,
            "      \\E[\\bar X]=p,\\qquad \\E\\bigl[(\\bar X-p)^2\\bigr]=\\frac{p(1-p)}{n}\n",
            "      \\E[\\bar X]=p,\n      \\nosuch\n",
            "1-coin.yaml:52: formula",
        ),
        (
            LESSON,
            "Is the coin biased?",
            "この硬貨 biased?",
            "`この硬貨` stands in the English text",
        ),
        (QUIZ, "'$\\frac12$'", "'半分'", "`半分` stands in a text for both languages"),
        (LESSON, "(section:dice)", "(chapter:dice)", "links lead to `term:id` or `section:id`"),
    ],
)
def test_a_fault_is_found(tmp_path: Path, file: str, old: str, new: str, words: str) -> None:
    said = _said_after(tmp_path, file, (old, new))
    assert any(words in line for line in said), said
