"""Arithmetic in texts and lines of solutions: what is written is right, as far as it is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from mlmath_tutor.check.course import check

KINDS = Path(__file__).parent.parent / "data" / "kinds"
QUIZ = "quizzes/ch1-ways/1-kinds.yaml"
ANCHOR = "    ja: 'VC 次元は、すべての分け方を実現できる点の数の最大値です。'"
TEXT = "    ja: '{0}'\n    en: '{0}'\n"
SOLUTION = """  solution:
    steps:
    - math: '{math}'
      check: {check}
      symbols: {symbols}
      why: {{ja: 'こうなります。', en: 'It is so.'}}
"""


def said_with(tmp_path: Path, text: str, solution: str = "") -> list[str]:
    """Return what is said of the sample course with this text and this solution in it."""
    course = Path(shutil.copytree(KINDS, tmp_path / "course"))
    lines = (course / QUIZ).read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(n for n, line in enumerate(lines) if line.startswith(ANCHOR))
    lines[at : at + 2] = [text + solution]
    (course / QUIZ).write_text("".join(lines), encoding="utf-8")
    return [finding.message for finding in check(course, run=False)]


@pytest.mark.parametrize(
    "formula",
    [
        "0.8\\times0.05=0.04",
        "40/135=0.296",
        "\\frac{8}{27}\\approx0.296",
        "\\sqrt{1000}=31.6",
        "0.5+0.3+0.2=1",
        "P(A)=\\frac{0.04}{0.135}=0.296",
        "e^{-1.125}=0.325",
        "x=3",
        "2/3\\ne0.6",
        "1-0.5=0.5,\\quad 2^3=8",
    ],
)
def test_right_arithmetic_passes(tmp_path: Path, formula: str) -> None:
    assert said_with(tmp_path, TEXT.format(f"${formula}$")) == []


@pytest.mark.parametrize(
    "formula",
    [
        "0.8\\times0.05=0.4",
        "40/135=0.297",
        "\\frac{8}{27}\\approx0.295",
        "0.866^2=0.751",
        "P(A)=\\frac{0.04}{0.135}=0.297",
        "2^3=8=2^4",
        "1-0.5=0.5,\\quad 2^3=9",
    ],
)
def test_wrong_arithmetic_is_found(tmp_path: Path, formula: str) -> None:
    said = said_with(tmp_path, TEXT.format(f"${formula}$"))
    assert len(said) == 2  # in each language
    assert all("are not equal: correct one" in message for message in said)


@pytest.mark.parametrize(
    ("math", "check", "symbols", "words"),
    [
        ("x-2\\alpha x=(1-2\\alpha)x", "identity", "{x: {}, alpha: {}}", ""),
        ("x-2\\alpha x=(1-\\alpha)x", "identity", "{x: {}, alpha: {}}", "are not equal at"),
        ("x+1=1+y", "identity", "{x: {}}", "cannot be read"),
        ("\\sqrt{x^2}=x", "identity", "{x: {domain: positive}}", ""),
        ("\\sqrt{x^2}=x", "identity", "{x: {}}", "are not equal at x = -1"),
        ("D=2+2=4", "value", "{}", ""),
        ("D=2+2=5", "value", "{}", "`2+2` and `5` are not equal"),
        ("D", "identity", "{}", "has no sides to compare"),
        ("\\frac13\\approx0.33", "identity", "{}", ""),
        ("\\frac13\\approx0.34", "identity", "{}", "do not agree to the digits shown"),
        ("\\frac13=0.33", "identity", "{}", "are not equal"),
        ("a&=2\\\\ b&=3", "value", "{}", ""),
    ],
)
def test_a_line_of_a_solution(
    tmp_path: Path, math: str, check: str, symbols: str, words: str
) -> None:
    solution = SOLUTION.format(math=math, check=check, symbols=symbols)
    said = said_with(tmp_path, TEXT.format("text"), solution)
    said = [message for message in said if "English" not in message]
    assert (said == []) if not words else any(words in message for message in said), said
