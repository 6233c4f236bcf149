"""Keys and named wrong answers of section 1.2, worked out a second time by other means."""

import itertools
import math

import numpy as np
import pytest
from scipy import integrate, special, stats

from course.counting import asked, stated
from course.test_normal_numbers import SIGMA, disc, gauss, given, mass
from course.worked_out import (
    all_are_worked_out,
    asks_eight,
    matrix_agrees,
    number_agrees,
    numbers_stand_apart,
)
from mlmath_tutor.content.questions import Order

WALK = np.array([[1.0, 1, 1], [1, 2, 2], [1, 2, 3]])
BETWEEN = mass(-6 / 4, 2 / 4)

NUMERIC = {
    "Q1.2.1": (
        BETWEEN,
        {
            "variance-as-sd": mass(-6 / 16, 2 / 16),
            "lower-end-forgotten": mass(-40, 2 / 4),
            "sign-lost": mass(2 / 4, 6 / 4),
            "complement": 1 - BETWEEN,
        },
    ),
    "Q1.2.4": (
        disc(1.5),
        {
            "one-dimensional": mass(-1.5, 1.5),
            "square-instead-of-circle": mass(-1.5, 1.5) ** 2,
            "outside": 1 - disc(1.5),
            "not-squared": disc(math.sqrt(1.5)),
        },
    ),
    "normal.root-check": (
        (0.800001**2 - 0.799999**2) / 2e-6,
        {"jacobian-forgotten": 1, "jacobian-inverted": 1 / (2 * math.sqrt(0.8**2))},
    ),
    "normal.radius-check": (
        math.sqrt(stats.chi2(2).ppf(0.9)),
        {
            "one-dimensional": special.ndtri(0.95),
            "squared": stats.chi2(2).ppf(0.9),
            "outside": math.sqrt(stats.chi2(2).ppf(0.1)),
        },
    ),
    "normal.sum-check": (
        SIGMA[0, 0] + SIGMA[1, 1] - 2 * SIGMA[0, 1],
        {
            "covariance-forgotten": SIGMA[0, 0] + SIGMA[1, 1],
            "sign-lost": SIGMA.sum(),
            "variances-subtracted": SIGMA[1, 1] - SIGMA[0, 0],
        },
    ),
    "normal.chain-check": (
        (given(WALK, [0, 2], [1])[0] @ [1, 5])[0],
        {
            "future-ignored": given(WALK, [0], [1])[0][0, 0],
            "sign-lost": -(given(WALK, [0, 2], [1])[0] @ [1, 5])[0],
            "precision-forgotten": 1 + 5,
        },
    ),
}

EXAMS = np.array([[4, 6.4], [6.4, 16]])
SLOPE, LEFT = given(EXAMS, [1], [0])
MEAN, LEFT = 1 + SLOPE[0, 0] * (5 - 1), LEFT[0, 0]
RHO = EXAMS[0, 1] / math.sqrt(EXAMS[0, 0] * EXAMS[1, 1])
MAP, SHIFT = np.array([[1, 2], [0, -1]]), np.array([1, -1])
BEFORE = np.array([[2, 1], [1, 3]])
DRAWN = np.array([[2.0, 0.5], [-1, 1.5], [0.25, -2], [-1.25, 0]])  # four points of mean 0


def covariance(points):
    """The covariance with divisor n, counted point by point."""
    mean = sum(points) / len(points)
    return sum(np.outer(p - mean, p - mean) for p in points) / len(points)


def mapped(points):
    """The covariance of A x + b over points whose covariance is made to be BEFORE."""
    white = points @ np.linalg.inv(np.linalg.cholesky(covariance(points))).T
    return covariance([MAP @ p + SHIFT for p in white @ np.linalg.cholesky(BEFORE).T])


MATRICES = {
    "Q1.2.2": (
        [[MEAN, LEFT]],
        {
            "slope-inverted": [[1 + EXAMS[0, 1] / EXAMS[0, 0] * 4, LEFT]],
            "one-minus-rho": [[MEAN, EXAMS[0, 0] * (1 - RHO)]],
            "standard-deviation": [[MEAN, math.sqrt(LEFT)]],
            "variance-unchanged": [[MEAN, EXAMS[0, 0]]],
            "mean-forgotten": [[MEAN - 1, LEFT]],
        },
    ),
    "Q1.2.3": (
        mapped(DRAWN),
        {
            "transposed-map": MAP.T @ BEFORE @ MAP,
            "one-sided": MAP @ BEFORE,
            "shift-added": MAP @ BEFORE @ MAP.T + np.outer(SHIFT, SHIFT),
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
    all_are_worked_out("normal", NUMERIC, MATRICES)


def test_the_section_asks_the_eight_questions_of_its_plan():
    asks_eight("normal")


# ---- Choices and orders whose key is a computation


def test_a_correlation_of_one_half_leaves_three_quarters_of_the_variance():
    sigma = np.array([[1, 0.5 * 7], [0.5 * 7, 49]])
    left = given(sigma, [1], [0])[1][0, 0]
    option = {o.id: o.text for o in asked("normal.reduction-check").options[:2]}
    assert option == {"three-quarters": f"${left:.2f}$", "half": f"${1 - 0.5}$"}
    stated(asked("normal.reduction-check"), "$\\rho=0.5$", f"$1-\\rho^2={left:.2f}$")


def test_the_order_follows_the_dependencies_of_the_derivation():
    question = asked("Q1.2.6")
    assert isinstance(question, Order)
    before = {line.id: set(line.after) for line in question.lines}
    assert before == {
        "fix": set(),
        "exponent": {"fix"},
        "square": {"exponent"},
        "read": {"square"},
        "block": set(),  # the stem defines the blocks, so this line stands on its own
        "substitute": {"read", "block"},
    }
    inverse = np.linalg.inv(SIGMA)
    assert 1 / inverse[0, 0] == pytest.approx(0.36)
    stated(question, "\\Lambda_{11}^{-1}=0.36", "\\Sigma_{11}=1")


DENSITIES = {
    "no-jacobian": lambda y: gauss(math.log(y)),
    "inverted": lambda y: gauss(math.log(y)) * y,
    "exponent-kept": lambda y: gauss(y) / y,
    "density-of-x": gauss,
}


def drawn_share(low, high):
    """P(low < exp(X) < high), by the law of X alone."""
    return mass(math.log(low), math.log(high))


def test_the_key_is_the_density_of_the_exponential():
    question = asked("Q1.2.7")
    names = {"log": math.log, "exp": math.exp, "sqrt": math.sqrt, "pi": math.pi}

    def key(y):
        return eval(question.answer.expr.replace("^", "**"), names | {"y": y})

    for low, high in ((0.1, 0.5), (0.5, 2), (2, 7)):
        assert mass(low, high, key) == pytest.approx(drawn_share(low, high), abs=1e-9)


def test_the_named_wrong_densities_are_what_they_are_called():
    question = asked("Q1.2.7")
    names = {"log": math.log, "exp": math.exp, "sqrt": math.sqrt, "pi": math.pi}
    assert {d.note for d in question.diagnose} == set(DENSITIES)
    for diagnosis in question.diagnose:
        code = diagnosis.when.expr.replace("^", "**")
        for y in (0.2, 1.7, 5.0):
            wrong = DENSITIES[diagnosis.note](y)
            assert eval(code, names | {"y": y}) == pytest.approx(wrong, rel=1e-7)
        assert mass(0.5, 2, DENSITIES[diagnosis.note]) != pytest.approx(drawn_share(0.5, 2), 0.01)
    areas = [
        integrate.quad(lambda x, k=k: gauss(x) * math.exp(k * x), -30, 30)[0] for k in (0, 1, 2)
    ]
    assert areas[0] == pytest.approx(1)
    stated(question, f"{areas[1]:.2f}", f"{areas[2]:.2f}", f"{gauss(0):.3f}", f"{mass(0, 1):.3f}")


@pytest.mark.parametrize("covariance", [3, -3])
def test_a_covariance_of_three_leaves_variance_three(covariance):
    sigma = np.array([[4, covariance], [covariance, 9]])
    assert given(sigma, [1], [0])[1][0, 0] == pytest.approx(3)
    assert np.linalg.eigvalsh(sigma).min() > 0
    assert abs(covariance) / math.sqrt(4 * 9) == 0.5
    stated(asked("normal.design-check"), "$c=\\pm3$", "$\\pm0.5$")


def test_only_the_transposed_factor_gives_rows_with_the_covariance():
    question = asked("Q1.2.8")
    corners = np.array(list(itertools.product((-1.0, 1.0), repeat=2)))  # mean 0, identity
    programs = {"": question.answer} | {
        wrong.name: question.answer.replace(wrong.old, wrong.new)
        for wrong in question.wrong_solutions
    }
    for name, program in programs.items():
        names = {}
        exec(program, names)
        if name == "from the left":
            with pytest.raises(ValueError, match="mismatch"):
                names["draw"](corners, np.zeros(2), SIGMA)
            continue
        got = covariance(names["draw"](corners, np.zeros(2), SIGMA))
        assert bool(np.allclose(got, SIGMA)) is not bool(name), name
    factor = np.linalg.cholesky(SIGMA)
    stated(question, f"{(factor.T @ factor)[0, 0]:.2f}")


def test_uncorrelated_conditions_have_the_counterexamples_they_name():
    values = np.array([-1, 0, 1])
    assert np.mean(values * values**2) == np.mean(values) * np.mean(values**2) == 0
    stated(asked("Q1.2.5"), "$\\E[X^2Y^2]=3$", "$\\E[X^2]\\,\\E[Y^2]=1$")
