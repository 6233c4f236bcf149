"""Keys and named wrong answers of section 1.3, worked out a second time by other means."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest

from course.counting import asked, stated
from course.test_variance_numbers import SCORES, covariance, mean, squares
from course.worked_out import (
    all_are_worked_out,
    asks_eight,
    matrix_agrees,
    number_agrees,
    numbers_stand_apart,
)
from mlmath_tutor.content.questions import Order

# Outcomes with the moments that a stem states: V[X] = 4, V[Y] = 1, Cov = 1.
XS, YS = [2, 2, 2, -2, -2, -2, 2, -2], [1, 1, 1, -1, -1, -1, -1, 1]
# And V[X] = 4, V[Y] = 9, Cov = 3.
US, WS = [2, 2, 2, -2, -2, -2, 2, -2], [3, 3, 3, -3, -3, -3, -3, 3]
ROWS = np.array([[1, 2], [4, 2], [4, 5], [7, 3]])


def spread(values, weights=None):
    """The exact variance of a few values."""
    return covariance(values, values, weights)


def output(a, b, c=0):
    """The values of a X + b Y + c."""
    return [a * x + b * y + c for x, y in zip(XS, YS, strict=True)]


def pooled():
    """The response times as four outcomes: each group as two values one s.d. off its mean."""
    values = [10 - 2, 10 + 2, 2 - math.sqrt(8), 2 + math.sqrt(8)]
    weights = np.array([0.125, 0.125, 0.375, 0.375])
    centre = weights @ values
    return weights @ (np.array(values) - centre) ** 2


NUMERIC = {
    "Q1.3.1": (
        spread(output(2, -3, 5)),
        {
            "covariance-forgotten": spread(output(2, 0)) + spread(output(0, -3)),
            "sign-lost": spread(output(2, 3)),
            "constant-added": spread(output(2, -3)) + 5,
            "coefficients-not-squared": 2 * spread(XS) - 3 * spread(YS) + 2 * 2 * -3 * 1,
        },
    ),
    "Q1.3.3": (
        -3 / math.sqrt(4 * 25),
        {
            "divided-by-variances": -3 / (4 * 25),
            "covariance": -3,
            "sign-lost": 3 / math.sqrt(4 * 25),
            "slope": -3 / 4,
        },
    ),
    "Q1.3.7": (
        pooled(),
        {
            "within-only": mean([4, 8, 8, 8]),
            "between-only": spread([10, 2, 2, 2]),
            "gap-not-weighted": mean([4, 8, 8, 8]) + (10 - 2) ** 2,
            "within-not-weighted": mean([4, 8]) + spread([10, 2, 2, 2]),
        },
    ),
    "variance.jensen-check": (
        mean([Fraction(1, x) for x in (1, 2, 4)]),
        {"function-of-mean": 1 / mean([1, 2, 4]), "not-weighted": 1 + 1 / 2 + 1 / 4},
    ),
    "variance.ensemble-check": (
        spread([Fraction(x + 2 * y, 4) for x, y in zip(XS, YS, strict=True)]),
        {
            "covariance-forgotten": 2 / 4,
            "coefficient-not-squared": 3 / 2,
            "averaging-does-nothing": 1,
        },
    ),
    "variance.sum-difference-check": (
        covariance(np.add(US, WS).tolist(), np.subtract(US, WS).tolist()),
        {
            "sign-lost": spread(US) + spread(WS),
            "cross-terms-added": spread(US) - spread(WS) - 2 * covariance(US, WS),
            "taken-as-uncorrelated": 0,
        },
    ),
    "variance.revenue-check": (
        # Two laws with the stated moments, counted: N is 90 or 110, a total is one s.d. off.
        spread([t * n + s * math.sqrt(50 * n) for n in (90, 110) for t in (20,) for s in (-1, 1)]),
        {
            "within-only": 50 * 100,
            "between-only": spread([20 * 90, 20 * 110]),
            "mean-not-squared": 50 * 100 + 20 * 100,
        },
    ),
    "variance.error-check": (
        math.sqrt(squares(SCORES) / 4 / 5),
        {
            "divisor-n": np.std(SCORES) / math.sqrt(5),
            "standard-deviation": np.std(SCORES, ddof=1),
            "variance-of-mean": np.var(SCORES, ddof=1) / 5,
            "divided-by-n": np.std(SCORES, ddof=1) / 5,
        },
    ),
}

KEY = [
    [
        spread(ROWS[:, i].tolist()) * 4 / 3
        if i == j
        else covariance(ROWS[:, i].tolist(), ROWS[:, j].tolist()) * 4 / 3
        for j in (0, 1)
    ]
    for i in (0, 1)
]
MATRICES = {
    "Q1.3.2": (
        np.array(KEY, float),
        {
            "divisor-n": np.cov(ROWS, rowvar=False, ddof=0),
            "not-centred": sum(np.outer(row, row) for row in ROWS) / 3,
            "not-divided": np.array(KEY, float) * 3,
            "products-left-out": np.diag(np.var(ROWS, axis=0, ddof=1)),
        },
    ),
}


@pytest.mark.parametrize("name", NUMERIC)
def test_key_and_named_wrong_answers_agree_with_another_computation(name):
    number_agrees(name, *NUMERIC[name])


@pytest.mark.parametrize("name", NUMERIC)
def test_no_named_wrong_number_could_pass_for_another(name):
    numbers_stand_apart(name, NUMERIC[name][1])


@pytest.mark.parametrize("name", MATRICES)
def test_key_and_named_wrong_matrices_agree_with_another_computation(name):
    matrix_agrees(name, *MATRICES[name], rel=1e-9)


def test_every_number_and_matrix_of_the_section_is_worked_out_here():
    all_are_worked_out("variance", NUMERIC, MATRICES)


def test_the_section_asks_the_eight_questions_of_its_plan():
    asks_eight("variance")


def test_the_outcomes_have_the_moments_of_the_stems():
    assert (spread(XS), spread(YS), covariance(XS, YS)) == (4, 1, 1)
    stated(asked("Q1.3.1"), "$\\V[X]=4$", "$\\V[Y]=1$", "$\\Cov(X,Y)=1$", "$2X-3Y+5$")
    stated(asked("Q1.3.1"), "$(5,-1)\\cdot(2,-3)=13$")
    assert np.array([[4, 1], [1, 1]]) @ [2, -3] == pytest.approx([5, -1])
    assert (spread(US), spread(WS), covariance(US, WS)) == (4, 9, 3)
    stated(asked("variance.sum-difference-check"), "$A\\,\\Sigma=(7,12)$", "$4-3+3-9=-5$")
    assert ([1, 1] @ np.array([[4, 3], [3, 9]])).tolist() == [7, 12]
    assert spread([90, 110]) == 100
    stated(asked("variance.revenue-check"), "100", "20", "50")
    stated(asked("variance.jensen-check"), "=0.583$", "$1/\\E[X]=0.429$")
    stated(asked("variance.error-check"), "$S^2=50/4=12.5$", "$\\sqrt{12.5/5}=1.58$")


def test_the_worked_steps_of_the_four_rows_are_right():
    question = asked("Q1.3.2")
    centred = ROWS - ROWS.mean(axis=0)
    assert ROWS.mean(axis=0).tolist() == [4, 3]
    assert centred.tolist() == [[-3, -1], [0, -1], [0, 2], [3, 0]]
    assert (centred.T @ centred).tolist() == [[18, 3], [3, 6]]
    stated(question, "\\bar x=(4,\\ 3)", "-3&-1\\\\0&-1\\\\0&2\\\\3&0", "18&3\\\\3&6")
    assert np.cov(ROWS, rowvar=False) == pytest.approx(np.array(question.value))
    assert np.cov(ROWS).shape == (4, 4)


def test_the_worked_steps_of_the_pooled_groups_are_right():
    overall = 0.25 * 10 + 0.75 * 2
    assert (overall, 10 - overall, overall - 2) == (4, 6, 2)
    assert 0.25 * (4 + 100) + 0.75 * (8 + 4) - overall**2 == 19
    stated(asked("Q1.3.7"), "$0.25(4+100)+0.75(8+4)-4^2=19$", "0.25\\times6^2+0.75\\times2^2")


# ---- Choices, orders and expressions whose key is a computation


def test_two_libraries_print_what_the_options_say():
    x = [2, 4, 4, 6]
    n, less = (f"{float(squares(x) / divisor):.3f}" for divisor in (4, 3))
    options = {o.id: o.text for o in asked("Q1.3.4").options}
    assert options == {
        "defaults": f"`{n} {less}`",
        "both-n": f"`{n} {n}`",
        "both-less": f"`{less} {less}`",
        "swapped": f"`{less} {n}`",
    }
    assert [o.id for o in asked("Q1.3.4").options if o.correct] == ["defaults"]
    assert np.var(np.array(x, float)) == 2
    assert np.var(x, ddof=1) == pytest.approx(8 / 3)


def test_the_program_prints_the_option_that_is_right(capsys):
    torch = pytest.importorskip("torch")
    question = asked("Q1.3.4")
    exec(question.code, {})
    right = next(o.text for o in question.options if o.correct)
    assert f"`{capsys.readouterr().out.strip()}`" == right
    assert torch.var(torch.tensor([2.0, 4.0, 4.0, 6.0]), correction=0).item() == 2


def test_the_order_follows_the_dependencies_of_the_proof():
    question = asked("Q1.3.5")
    assert isinstance(question, Order)
    before = {line.id: set(line.after) for line in question.lines}
    assert before == {
        "split": set(),
        "expand": {"split"},
        "collect": {"expand"},
        "each": set(),
        "mean": set(),
        "subtract": {"collect", "each", "mean"},
    }


def test_the_distractors_of_the_proof_are_false():
    tosses = list(itertools.product((0, 2), repeat=3))  # n = 3, mean 1, variance 1
    off = [Fraction(sum(t), 3) - 1 for t in tosses]
    cross = [-2 * m * sum(x - 1 for x in t) for m, t in zip(off, tosses, strict=True)]
    assert mean(off) == 0
    assert mean(cross) == -2 * 3 * mean([m * m for m in off]) == -2
    assert mean([m * m for m in off]) == Fraction(1, 3)


# Pairs with correlation 0: on a parabola, on a diamond, independent.
UNCORRELATED = {
    "parabola": [(-1, 1), (0, 0), (1, 1)],
    "diamond": [(1, 0), (-1, 0), (0, 1), (0, -1)],
    "independent": list(itertools.product((0, 1), (0, 3))),
}
HOLDS = {
    "product": lambda xs, ys: (
        mean([x * y for x, y in zip(xs, ys, strict=True)]) == mean(xs) * mean(ys)
    ),
    "line": lambda xs, ys: abs(np.polyfit(xs, ys, 1)[0]) < 1e-12,
    "sum": lambda xs, ys: spread(np.add(xs, ys).tolist()) == spread(xs) + spread(ys),
    "independent": lambda xs, ys: all(
        Fraction(list(zip(xs, ys, strict=True)).count((x, y)), len(xs))
        == Fraction(xs.count(x), len(xs)) * Fraction(ys.count(y), len(ys))
        for x, y in itertools.product(set(xs), set(ys))
    ),
    "no-function": lambda xs, ys: len(set(zip(xs, ys, strict=True))) > len(set(xs)),
}


def test_what_follows_from_correlation_zero_holds_in_every_case():
    columns = [tuple(map(list, zip(*pairs, strict=True))) for pairs in UNCORRELATED.values()]
    assert all(covariance(xs, ys) == 0 for xs, ys in columns)
    always = {name for name, holds in HOLDS.items() if all(holds(*c) for c in columns)}
    assert always == {o.id for o in asked("Q1.3.6").options if o.correct}
    assert set(HOLDS) == {o.id for o in asked("Q1.3.6").options}
    assert Fraction(1, 3) * Fraction(2, 3) == Fraction(2, 9)
    stated(asked("Q1.3.6"), "$P(X=0)\\,P(Y=1)=\\frac29$")


def lowest(d):
    """The smallest common correlation of d variables, by bisection on the eigenvalues."""
    low, high = -1.0, 0.0
    for _ in range(60):
        rho = (low + high) / 2
        smallest = np.linalg.eigvalsh(np.full((d, d), rho) + (1 - rho) * np.eye(d))[0]
        low, high = (rho, high) if smallest < -1e-13 else (low, rho)
    return high


@pytest.mark.parametrize("d", [2, 3, 5, 12])
def test_the_smallest_common_correlation(d):
    question = asked("Q1.3.8")
    assert eval(question.answer.expr, {"d": d}) == pytest.approx(lowest(d), abs=1e-9)
    wrong = {note.note: eval(note.when.expr, {"d": d}) for note in question.diagnose}
    assert set(wrong) == {"pairwise-bound", "pairs-miscounted", "pairs-counted-once", "no-negative"}
    assert wrong["pairs-miscounted"] == pytest.approx(-1 / d)
    # Each pair once: d + d (d - 1) / 2 rho = 0.
    assert d + d * (d - 1) / 2 * wrong["pairs-counted-once"] == pytest.approx(0)
    if d > 2:
        assert all(value != pytest.approx(lowest(d)) for value in wrong.values())


def test_the_example_of_an_impossible_matrix_is_one():
    entries = np.array([[1, 0.9, 0.9], [0.9, 1, -0.9], [0.9, -0.9, 1]])
    assert np.linalg.eigvalsh(entries)[0] < 0
    possible = np.full((3, 3), -0.5) + 1.5 * np.eye(3)
    assert np.linalg.eigvalsh(possible)[0] > -1e-12
