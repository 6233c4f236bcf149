"""While it is typed: what stands there is read, what must follow is a hole, a slip is told."""

from __future__ import annotations

import pytest

from mlmath_tutor.engine.expression import (
    UnreadableError,
    latex,
    latex_of_unfinished,
    read,
    read_unfinished,
)

NAMES = ("s", "x", "lambda")
UNFINISHED = [
    ("s*", r"s \square "),
    ("s*x/(", r"\frac{s x}{\square }"),
    ("s^", r"s^{\square }"),
    ("(（s", "s"),
    ("2^(-", r"2^{-\square }"),
    ("sin", r"\sin\left(\square \right)"),
    ("sin(", r"\sin\left(\square \right)"),
    ("max(x", r"\max\left(x, \square \right)"),
    ("sin(max(", r"\sin\left(\max\left(\square , \square \right)\right)"),
    ("ln|", r"\ln\left(\left|\square \right|\right)"),
    ("log_", r"\log_{\square }\left(\square \right)"),
    ("\\frac", r"\frac{\square }{\square }"),
    ("\\frac{s}{", r"\frac{s}{\square }"),
    ("2lam", r"2 \square "),
    ("s + sq", r"s + \square "),
    ("\\la", r"\square "),
    ("\\", r"\square "),
]


@pytest.mark.parametrize(("typed", "shown"), UNFINISHED)
def test_what_is_still_to_come_is_a_hole(typed: str, shown: str) -> None:
    assert latex_of_unfinished(read_unfinished(typed, NAMES)) == shown


@pytest.mark.parametrize("typed", ["s", "2s x^2/3", "sin^2 x", "|x|", r"\frac{1}{2}"])
def test_what_is_finished_has_no_hole(typed: str) -> None:
    assert latex_of_unfinished(read_unfinished(typed, NAMES)) == latex(read(typed, NAMES))


@pytest.mark.parametrize(
    ("typed", "cause"),
    [
        ("x)", "bracket-extra"),
        ("(x]", "bracket-other"),
        ("s q", "unknown-name"),
        ("q+", "unknown-name"),
        ("s=", "relation"),
        ("+*", "operand-missing"),
        ("sin(x,", "arguments"),
        ("s$s", "unknown-sign"),
    ],
)
def test_what_nothing_can_mend_is_told(typed: str, cause: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        read_unfinished(typed, NAMES)
    assert caught.value.key == f"expression.{cause}"
