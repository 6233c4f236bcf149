"""One edit of the sample course at a time: what can go wrong with parameters is found."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mlmath_tutor.check.course import check

KINDS = Path(__file__).parent.parent / "data" / "kinds"
QUIZ = "quizzes/ch1-ways/2-drawing.yaml"


def said_after(tmp_path: Path, *edits: tuple[str, str], run: bool = False) -> list[str]:
    course = Path(shutil.copytree(KINDS, tmp_path / "course"))
    text = (course / QUIZ).read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    (course / QUIZ).write_text(text, encoding="utf-8")
    return [finding.said(course) for finding in check(course, run=run)]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("kl: '(log(s2)", "kl: '(log(s3)", "2-drawing.yaml:129: `(log(s3)"),
        ("mu={{mu}} s2={{s2}}", "mu={{mu}}", "names two different questions"),
        ("mu={{mu}} s2={{s2}}", "{{mu}} {{s3}}", "`s3`"),
        ("note: 'n={{n}} p={{p}}'", "note: '{{n}} {{p}} {{q}}'", "`q`"),
        ("n*p >= 1", "n*p >= 100", "excludes every draw"),
        ("choice: [0.5, 2, 4]", "choice: [0, 0.5, 2, 4]", "has no value for mu = 2, s2 = 0"),
        ("\\approx{{kl:3}}", "\\approx{{kl}}", "`{{kl}}` has no end of digits"),
        ("[{{1.009*gram[1,1]}}", "[{{1.009*gram[3,1]}}", "counted from 1"),
        ("value: '{{gram}}'", "value: '{{a}}'", "is not what it should be"),
        (
            "from: 1, to: 3}\n    b: {choice: [-2, -1, 2]}",
            "from: 1, to: 1}\n    b: {choice: [2]}",
            "has one variant",
        ),
    ],
)
def test_a_fault_is_found(tmp_path: Path, old: str, new: str, words: str) -> None:
    said = said_after(tmp_path, (old, new))
    assert any(words in line for line in said), said


def test_a_parameter_that_changes_nothing_is_found(tmp_path: Path) -> None:
    said = said_after(
        tmp_path,
        ("    a: {from: 1, to: 3}\n", "    a: {from: 1, to: 3}\n    c: {from: 1, to: 2}\n"),
        ("note: 'a={{a}} b={{b}}'", "note: 'a={{a}} b={{b}} c={{c}}'"),
    )
    assert len(said) == 1
    assert "name the same question" in said[0]


def test_a_fault_of_one_variant_names_it_and_comes_once(tmp_path: Path) -> None:
    """At s2 = 1 both divergences are the same: the key is also a named wrong answer."""
    said = said_after(tmp_path, ("choice: [0.5, 2, 4]", "choice: [2, 1]"))
    named = [line for line in said if "is also met by the right answer" in line]
    assert len(named) == 1
    assert "(with `mu=2 s2=1`)" in named[0]


def test_a_line_of_a_solution_that_holds_for_some_values_only_is_found(tmp_path: Path) -> None:
    said = said_after(
        tmp_path,
        ("math: '1+{{mu}}^2={{1+mu^2}}'", "math: '1+{{mu}}^2={{1+mu}}'"),
        ("choice: [2, -1, 1, 3]", "choice: [1, 2]"),
    )
    assert len(said) == 1
    assert "`1+{2}^2` and `{3}` are not equal" in said[0]
    assert "(with `mu=2 s2=0.5`)" in said[0]
