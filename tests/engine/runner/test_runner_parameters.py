"""Setting values of a program without touching anything else."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlmath_tutor.engine.runner.parameters import ParameterError, literals, set_values


@pytest.mark.parametrize(
    ("source", "values", "changed"),
    [
        ("sigma = 1.0  # width\n", {"sigma": 0.5}, "sigma = 0.5  # width\n"),
        ("sigma = 1.0\n", {"sigma": 2}, "sigma = 2.0\n"),
        ("n = 100\n", {"n": 250.0}, "n = 250\n"),
        ("n = 100\n", {"n": 2.5}, "n = 2.5\n"),
        ("n = 200_000\n", {"n": 50000}, "n = 50_000\n"),
        ("x = -1\n", {"x": 3}, "x = 3\n"),
        ("x = 1\n", {"x": -3}, "x = -3\n"),
        ("rate = 1e-3\n", {"rate": 1e-5}, "rate = 1e-5\n"),
        ("x = 0.1\n", {"x": 0.1 + 0.2}, "x = 0.3\n"),
        ("x = 0.1\n", {"x": 0.1234567890123456}, "x = 0.1234567890123456\n"),
        ('kind = "a"\n', {"kind": "b"}, 'kind = "b"\n'),
        ("kind = 'a'\n", {"kind": "it's"}, 'kind = "it\'s"\n'),
        ("flag = True\n", {"flag": False}, "flag = False\n"),
        ("n, p, q = 10, .5, -2\n", {"p": 0.25}, "n, p, q = 10, 0.25, -2\n"),
        ("(n, p), q = (10, .5), 2\n", {"p": 1, "n": 3}, "(n, p), q = (3, 1.0), 2\n"),
        ("n, p = 1, 2\n", {"n": 100, "p": 200}, "n, p = 100, 200\n"),
        ("a = b = 1\n", {"a": 2}, "a = b = 2\n"),
        ("n: int = 3\n", {"n": 4}, "n: int = 4\n"),
        ("x = (1)\n", {"x": 2}, "x = (2)\n"),
        ("確率 = 0.1; s = '文字'; y = 2\n", {"y": 3}, "確率 = 0.1; s = '文字'; y = 3\n"),
        ("x = 1\r\ny = 2\r\n", {"y": 5}, "x = 1\r\ny = 5\r\n"),
        ("x = 1\nx = 2\n", {"x": 9}, "x = 9\nx = 2\n"),
        ("if True:\n    x = 1\nx = 2", {"x": 9}, "if True:\n    x = 1\nx = 9"),
    ],
)
def test_the_literal_of_the_assignment_is_replaced_and_nothing_else(source, values, changed):
    assert set_values(source, values) == changed


@pytest.mark.parametrize(
    ("source", "values", "trouble"),
    [
        ("x = 1\n", {"y": 2}, "missing"),
        ("x = f(1)\n", {"x": 2}, "missing"),
        ("def f():\n    x = 1\n", {"x": 2}, "missing"),
        ("a, *b = 1, 2, 3\n", {"a": 2}, "missing"),
        ("x = 1\n", {"x": "two"}, "kind"),
        ("x = 1\n", {"x": True}, "kind"),
        ("x = 'a'\n", {"x": 2}, "kind"),
        ("x = ('a'\n     'b')\n", {"x": "c"}, "lines"),
        ("x = \n", {"x": 1}, "program"),
    ],
)
def test_what_cannot_be_set_is_refused(source, values, trouble):
    with pytest.raises(ParameterError) as caught:
        set_values(source, values)
    assert caught.value.trouble == trouble


def test_literals_are_the_names_that_can_be_set():
    source = "import math\nn, p = 10, -.5\nname = 'a'\nflag = True\ny = math.pi\nz = 1j\n"
    assert literals(source) == {"n": 10, "p": -0.5, "name": "a", "flag": True}


VALUES = st.one_of(
    st.integers(-(10**12), 10**12),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(exclude_categories=["Cs"])),
    st.booleans(),
)


@given(VALUES, VALUES)
def test_a_value_that_was_set_is_the_one_read_back(before, after):
    source = f"# 見出し\na, x = 'う', {before!r}; z = [1,\n 2]\n"
    if "\n" in repr(before) or before != before:
        return
    try:
        changed = set_values(source, {"x": after})
    except ParameterError as error:
        assert error.trouble == "kind"
        return
    read = literals(changed)["x"]
    assert read == pytest.approx(after, rel=1e-14) if isinstance(after, float) else read == after
    assert len(ast.parse(changed).body) == len(ast.parse(source).body)
    assert changed.count("\n") == source.count("\n")
