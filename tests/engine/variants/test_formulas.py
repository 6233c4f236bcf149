"""`let` and `where`: what they may say, what they give, and that nothing else is computed."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.drawing_course import template
from mlmath_tutor.content.quizzes import Choices, Varying
from mlmath_tutor.engine.variants import Scope, VariantError, variants
from mlmath_tutor.engine.variants.formulas import Formulas
from mlmath_tutor.engine.variants.values import determinant, inverse, product

CELL = st.integers(-5, 5).map(Fraction)
SQUARE = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.lists(CELL, min_size=n, max_size=n), min_size=n, max_size=n)
)


def scope(let: dict[str, object], **params: float) -> Scope:
    names = params or {"p": 0.05}
    varying = Varying(
        params={name: Choices(choice=(v,)) for name, v in names.items()},
        let=let,  # type: ignore[arg-type]
        note="n",
    )
    drawn = {name: choices.values[0] for name, choices in varying.params.items()}
    return Scope(drawn, Formulas(varying))


def test_decimals_and_quotients_are_exact() -> None:
    found = scope({"alarm": "0.8p + 0.1*(1-p)", "post": "0.8p/alarm"}, p=0.05)
    assert found["alarm"] == Fraction(135, 1000)
    assert found["post"] == Fraction(8, 27)


def test_roots_and_logarithms_that_are_rational_are_exact_too() -> None:
    found = scope({"a": "sqrt(p)", "b": "log2(8)", "c": "(sqrt(2))^2", "d": "log(2)"}, p=0.25)
    assert [found["a"], found["b"], found["c"]] == [Fraction(1, 2), 3, 2]
    assert found["d"] == pytest.approx(np.log(2), rel=1e-16)


def test_matrices() -> None:
    found = scope(
        {
            "A": (("2", "a"), ("1", "3")),
            "b": (1, "a"),
            "x": "inv(A) @ b",
            "g": "A.T @ A - 2*eye(2)",
            "d": "det(A)/2 + A[1, 2]^2",
            "n": "norm(col(A, 2))",
            "t": "dot(b, b) + trace(A)",
        },
        a=4,
    )
    a = np.array([[2, 4], [1, 3]])
    assert np.array(found["x"], float) == pytest.approx(np.linalg.solve(a, [[1], [4]]))
    assert np.array(found["g"], float) == pytest.approx(a.T @ a - 2 * np.eye(2))
    assert found["d"] == 17
    assert found["n"] == 5
    assert found["t"] == 1 + 16 + 5


@given(SQUARE)
def test_determinant_and_inverse(rows: list[list[Fraction]]) -> None:
    matrix = tuple(map(tuple, rows))
    wanted = np.linalg.det(np.array(rows, float))
    assert float(determinant(matrix)) == pytest.approx(wanted, abs=1e-6)
    if determinant(matrix):
        size = len(matrix)
        unit = tuple(tuple(Fraction(i == j) for j in range(size)) for i in range(size))
        assert product(matrix, inverse(matrix)) == unit


@pytest.mark.parametrize(
    ("let", "keys", "words"),
    [
        ({"k": "q + 1"}, ("let", "k"), "`q"),
        ({"k": "m", "m": "1"}, ("let", "k"), "`m"),  # only what stands above is known
        ({"p": "1"}, ("let", "p"), "already a parameter"),
        ({"2k": "1"}, ("let", "2k"), "is no name"),
        ({"lambda": "1"}, ("let", "lambda"), "is no name"),
        ({"A": (("1", "2"), ("3",))}, ("let", "A"), "rows of one length"),
        ({"A": ((1, 2),), "B": "A + 1"}, ("let", "B"), "mixed up"),
        ({"A": ((1, 2),), "B": "__import__(A)"}, ("let", "B"), "not known here"),
        ({"A": ((1, 2),), "B": "A.shape"}, ("let", "B"), "not known here"),
        ({"A": ((1, 2),), "B": "[A for x in A]"}, ("let", "B"), "not known here"),
        ({"A": ((1, 2),), "B": "A @"}, ("let", "B"), "no expression"),
    ],
)
def test_a_formula_that_cannot_be_read_says_where(
    let: dict[str, object], keys: tuple[str, ...], words: str
) -> None:
    with pytest.raises(VariantError) as caught:
        scope(let)
    assert caught.value.keys[:2] == keys
    assert words in caught.value.message


@pytest.mark.parametrize(
    ("let", "words"),
    [
        ({"k": "1/(p - 0.05)"}, "undefined"),
        ({"A": ((1, 2),), "k": "A @ A"}, "1×2 and 1×2"),
        ({"A": ((1, 2), (2, 4)), "k": "inv(A)"}, "singular"),
        ({"A": ((1, 2), (2, 4)), "k": "A / (p - p)"}, "division by 0"),
        ({"A": ((1, 2),), "k": "det(A)"}, "not square"),
        ({"A": ((1, 2),), "k": "A[2, 1]"}, "counted from 1"),
    ],
)
def test_a_formula_without_a_value_names_the_draw(let: dict[str, object], words: str) -> None:
    with pytest.raises(VariantError) as caught:
        _ = scope(let)["k"]
    assert words in caught.value.message
    assert "p = 0.05" in caught.value.message


def notes(folder: Path, keys: str) -> list[str]:
    return [variant.note for variant in variants(template(folder, keys))]


def test_ranges_reach_their_end_and_conditions_exclude(tmp_path: Path) -> None:
    keys = """
params: {p: {from: 0.1, to: 0.3, step: 0.1}, q: {choice: [0.2, 0.3]}}
let: {gap: 'abs(p - q)'}
where: ['gap != 0', '0 < p < q']
note: '{{p}} {{q}}'
"""
    assert notes(tmp_path, keys) == ["0.1 0.2", "0.1 0.3", "0.2 0.3"]


def test_variants_are_the_same_if_their_notes_are(tmp_path: Path) -> None:
    keys = "params: {p: {from: -2, to: 2}}\nnote: '{{p^2}}'"
    assert notes(tmp_path, keys) == ["4", "1", "0"]


def test_a_value_of_an_excluded_draw_need_not_exist(tmp_path: Path) -> None:
    keys = "params: {p: {from: 0, to: 2}}\nlet: {k: '1/p'}\nwhere: ['p > 0']\nnote: '{{k}}'"
    assert notes(tmp_path, keys) == ["1", "0.5"]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("params: {p: {from: 1, to: 2}}\nwhere: ['p > 5']\nnote: x", "excludes every draw"),
        ("params: {p: {from: 1, to: 2}}\nwhere: ['p']\nnote: x", "is no condition"),
        ("params: {p: {from: 1, to: 2}}\nwhere: ['1/(p-1) > 0']\nnote: x", "cannot be decided"),
        (
            "params: {p: {from: 1, to: 99}, q: {from: 1, to: 99}}\nnote: x",
            "makes 9801 draws",
        ),
    ],
)
def test_a_template_without_variants_says_why(tmp_path: Path, keys: str, words: str) -> None:
    with pytest.raises(VariantError) as caught:
        notes(tmp_path, keys)
    assert words in caught.value.message
