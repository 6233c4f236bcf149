from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlmath_tutor.engine.arithmetic import UnreadableError, latex, value
from mlmath_tutor.engine.arithmetic_reader import LONGEST, read

READABLE = [
    ("1/6", 1 / 6),
    ("0.1667", 0.1667),
    (".5", 0.5),
    ("6.", 6),
    ("1.5e-3", 0.0015),
    ("1.5E3", 1500),
    ("1,000", 1000),
    ("12,345,678", 12345678),
    ("9 900", 9900),
    ("10_000", 10000),
    ("１／６", 1 / 6),
    ("３．１４", 3.14),
    ("１，０００", 1000),
    ("0。5", 0.5),
    ("−0.5", -0.5),
    ("–0.5", -0.5),
    ("ー0.5", -0.5),
    ("+3", 3),
    ("--3", 3),
    ("16.7 %", 0.167),
    ("１６％", 0.16),
    ("½", 0.5),
    ("2×3", 6),
    ("2·3", 6),
    ("6÷3", 2),
    ("1.5 x 10^-3", 0.0015),
    ("1.5×10⁻³", 0.0015),
    ("2²", 4),
    ("2**3", 8),
    ("2^3^2", 512),
    ("-2^2", -4),
    ("(-2)^2", 4),
    ("2^-1", 0.5),
    ("1/2/3", 1 / 6),
    ("2-3-4", -5),
    ("2+3*4", 14),
    ("(2+3)*4", 20),
    ("2(3+4)", 14),
    ("(2)(3)", 6),
    ("2π", 2 * math.pi),
    ("2pi", 2 * math.pi),
    ("e", math.e),
    ("2e", 2 * math.e),
    ("e^2", math.e**2),
    ("sqrt(2)", math.sqrt(2)),
    ("√2/2", math.sqrt(2) / 2),
    ("√(2)", math.sqrt(2)),
    ("2√3", 2 * math.sqrt(3)),
    ("ln 2 / 3", math.log(2) / 3),
    ("log(10)", math.log(10)),
    ("log2(8)", 3),
    ("log₂(8)", 3),
    ("log_2 8", 3),
    ("log10(1000)", 3),
    ("exp(-1)", math.exp(-1)),
    ("abs(-3)", 3),
    ("LN(2)", math.log(2)),
]

UNREADABLE = [
    ("", "empty", 0),
    ("   ", "empty", 0),
    ("abc", "unknown-name", 0),
    ("2 + foo", "unknown-name", 4),
    ("1/", "incomplete", 2),
    ("-", "incomplete", 1),
    ("sqrt", "incomplete", 4),
    ("(1", "bracket-missing", 0),
    ("2*((1+1)", "bracket-missing", 2),
    ("1)", "bracket-extra", 1),
    (")", "bracket-extra", 0),
    ("*2", "unknown-sign", 0),
    ("2**", "incomplete", 3),
    ("3!", "unknown-sign", 1),
    ("1:6", "unknown-sign", 1),
    ("1 2", "operator-missing", 2),
    ("2½", "operator-missing", 1),
    ("0,5", "decimal-comma", 1),
    ("1,0000", "decimal-comma", 1),
    ("1/0", "undefined", 1),
    ("sqrt(-1)", "undefined", 0),
    ("ln(0)", "undefined", 0),
    ("(-8)^(1/3)", "undefined", 4),
    ("9^9^9^9", "too-large", 3),
    ("1e400", "too-large", 0),
    ("1e200*1e200", "too-large", 5),
    ("(" * 40 + "1" + ")" * 40, "too-deep", 31),
    ("-" * 60 + "1", "too-deep", 31),
    ("1" * (LONGEST + 1), "too-long", LONGEST),
]


@pytest.mark.parametrize(("typed", "expected"), READABLE)
def test_a_number_is_read_as_people_write_it(typed: str, expected: float) -> None:
    assert value(read(typed)) == pytest.approx(expected, rel=1e-12)


@pytest.mark.parametrize(("typed", "cause", "at"), UNREADABLE)
def test_what_cannot_be_read_is_told_with_its_place(typed: str, cause: str, at: int) -> None:
    with pytest.raises(UnreadableError) as caught:
        value(read(typed))
    assert (caught.value.cause, caught.value.at) == (cause, at)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("1/6", r"\frac{1}{6}"),
        (".5", "0.5"),
        ("1,000", "1000"),
        ("1.5e-3", r"1.5 \times 10^{-3}"),
        ("16.7%", r"16.7\,\%"),
        ("2(3+4)", r"2 \cdot \left(3 + 4\right)"),
        ("1-(2-3)", r"1 - \left(2 - 3\right)"),
        ("1+-2", r"1 + \left(-2\right)"),
        ("(1/2)^2", r"\left(\frac{1}{2}\right)^{2}"),
        ("-2^2", "-2^{2}"),
        ("(-2)^2", r"\left(-2\right)^{2}"),
        ("2^3^2", "2^{3^{2}}"),
        ("(2^3)^2", r"\left(2^{3}\right)^{2}"),
        ("√2", r"\sqrt{2}"),
        ("log 2", r"\ln\left(2\right)"),
    ],
)
def test_the_reading_shows_how_it_was_understood(typed: str, written: str) -> None:
    assert latex(read(typed)) == written


@given(st.text(max_size=LONGEST + 10))
def test_any_text_is_read_or_refused_and_nothing_else_happens(typed: str) -> None:
    try:
        expression = read(typed)
        assert math.isfinite(value(expression))
        assert latex(expression)
    except UnreadableError as error:
        assert 0 <= error.at <= len(typed)


@given(st.text(alphabet="0123456789.,e+-*/^()% πe√x²½", max_size=40))
def test_any_arithmetic_is_read_or_refused(typed: str) -> None:
    try:
        assert math.isfinite(value(read(typed)))
    except UnreadableError as error:
        assert 0 <= error.at <= len(typed)


_NUMBERS = st.floats(0.01, 100).map(lambda x: f"{x:.3f}")
_SUMS = st.recursive(
    _NUMBERS,
    lambda inner: st.builds("({} {} {})".format, inner, st.sampled_from("+-*/"), inner),
    max_leaves=12,
)


@given(_SUMS)
def test_the_value_is_that_of_the_same_arithmetic_in_python(typed: str) -> None:
    try:
        expected = eval(typed)  # the strategy yields digits, signs and brackets only
    except ZeroDivisionError:
        return
    assert value(read(typed)) == pytest.approx(expected, rel=1e-9, abs=1e-9)


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300))
def test_every_float_that_python_prints_is_read_back(number: float) -> None:
    assert value(read(repr(number))) == number
