"""Keys and named wrong answers of section 1.4, worked out a second time by other means."""

import math

import numpy as np
import pytest
from scipy import integrate, optimize, special, stats

from course.counting import asked, digits, stated
from course.test_estimation_numbers import centre, normal_fit, normal_posterior, peak, sequence
from course.worked_out import (
    all_are_worked_out,
    asks_eight,
    matrix_agrees,
    number_agrees,
    numbers_stand_apart,
)
from mlmath_tutor.content.questions import Order


def score_error(p, n):
    """One over the root of the information, the score squared and averaged over 0 and 1."""
    information = p * (1 / p) ** 2 + (1 - p) * (1 / (1 - p)) ** 2
    return 1 / math.sqrt(n * information)


def mean_of_rate(rate, n):
    """The expectation of one over the mean of n exponential data, by its integral."""
    law = stats.gamma(n, scale=1 / rate)
    return integrate.quad(lambda s: n / s * law.pdf(s), 0, 60)[0]


NUMERIC = {
    "Q1.4.1": (
        9 / 11,
        {
            "posterior-mean": 10 / 13,
            "mle": 1,
            "denominator": 9 / 13,
            "prior-swapped": 10 / 11,
        },
    ),
    "Q1.4.8": (
        score_error(0.2, 25),
        {
            "variance": score_error(0.2, 25) ** 2,
            "n-outside": math.sqrt(0.2 * 0.8) / 25,
            "one-datum": score_error(0.2, 1),
            "information": score_error(0.2, 25) ** -2,
            "half-width": 1.96 * score_error(0.2, 25),
        },
    ),
    "estimation.bias-check": (
        mean_of_rate(1.5, 4),
        {"unbiased": 1.5, "inverted": 3 / 4 * 1.5, "mean-waiting-time": 1 / 1.5},
    ),
    "estimation.readings-check": (
        optimize.brentq(lambda n: n / 4 - 1 / 0.5, 1, 50),
        {"inverted": 0.5 / 4, "product": 4 * 0.5, "standard-deviations": math.sqrt(4 / 0.5)},
    ),
}

VALUES = [2, 4, 4, 7, 8]
FITTED = normal_fit(VALUES)[:2]
SENSOR = normal_posterior(2, 1, 4, 12, 6)

MATRICES = {
    "Q1.4.2": (
        [SENSOR],
        {
            "weights-are-variances": [[(2 * 1 + 6 * 4 / 12) / (1 + 4 / 12), SENSOR[1]]],
            "one-reading": [normal_posterior(2, 1, 4, 1, 6)],
            "precision": [[SENSOR[0], 1 / SENSOR[1]]],
            "standard-deviation": [[SENSOR[0], math.sqrt(SENSOR[1])]],
            "prior-ignored": [[6, 4 / 12]],
        },
    ),
    "Q1.4.4": (
        [FITTED],
        {
            "unbiased": [[5, np.var(VALUES, ddof=1)]],
            "not-divided": [[5, 5 * np.var(VALUES)]],
            "standard-deviation": [[5, np.std(VALUES)]],
            "not-centred": [[5, np.mean(np.square(VALUES))]],
        },
    ),
}


@pytest.mark.parametrize("name", NUMERIC)
def test_key_and_named_wrong_answers_agree_with_another_computation(name):
    number_agrees(name, *NUMERIC[name], rel=1e-7)


@pytest.mark.parametrize("name", NUMERIC)
def test_no_named_wrong_number_could_pass_for_another(name):
    numbers_stand_apart(name, NUMERIC[name][1])


@pytest.mark.parametrize("name", MATRICES)
def test_key_and_named_wrong_matrices_agree_with_another_computation(name):
    matrix_agrees(name, *MATRICES[name], rel=1e-5)


def test_every_number_and_matrix_of_the_section_is_worked_out_here():
    all_are_worked_out("estimation", NUMERIC, MATRICES)


def test_the_section_asks_the_eight_questions_of_its_plan():
    asks_eight("estimation")


# ---- Keys and feedback beyond a number


def test_the_estimates_of_the_repairs_are_those_of_a_grid():
    traps = NUMERIC["Q1.4.1"][1]
    assert peak(2, 3, 8, 8) == pytest.approx(9 / 11, abs=1e-5)
    assert centre(2, 3, 8, 8) == pytest.approx(traps["posterior-mean"], abs=1e-5)
    assert peak(3, 2, 8, 8) == pytest.approx(traps["prior-swapped"], abs=1e-5)
    assert peak(2, 3, 0, 0) == pytest.approx(1 / 3, abs=1e-5)
    question = asked("Q1.4.1")
    stated(
        question, f"$10/13={10 / 13:.3f}$", f"={digits(9 / 11)}$", "$\\operatorname{Beta}(10,3)$"
    )


def test_the_prior_of_the_sensor_weighs_four_readings():
    halfway, _ = normal_posterior(2, 1, 4, 4, 6)
    assert halfway == pytest.approx(4)
    assert (SENSOR[0] - 2) / (6 - SENSOR[0]) == pytest.approx(3)
    stated(asked("Q1.4.2"), "3 : 1")


POWER = np.array([0.9, 0.4, 0.7, 0.95, 0.6])
NAMES = {"n": len(POWER), "T": np.log(POWER).sum(), "S": POWER.sum()}


def fitted(density, data):
    """The parameter of the largest log-likelihood, searched for."""
    return optimize.minimize_scalar(
        lambda t: -sum(math.log(density(x, t)) for x in data), bounds=(0.05, 30), method="bounded"
    ).x


def test_the_key_of_the_power_law_is_the_highest_point():
    question = asked("Q1.4.3")
    best = fitted(lambda x, t: t * x ** (t - 1), POWER)
    assert eval(question.answer.expr, NAMES) == pytest.approx(best, rel=1e-4)
    wrong = {d.note: eval(d.when.expr, NAMES) for d in question.diagnose}
    assert wrong == {
        "sign-lost": pytest.approx(-best, rel=1e-4),
        "exponential": pytest.approx(fitted(lambda x, t: t * math.exp(-t * x), POWER), rel=1e-4),
        "moments": pytest.approx(
            optimize.brentq(lambda t: stats.beta(t, 1).mean() - POWER.mean(), 0.1, 50)
        ),
        "inverted": pytest.approx(1 / best, rel=1e-4),
    }
    assert wrong["sign-lost"] < 0


def test_the_five_values_have_the_deviations_of_the_hints():
    assert [x - 5 for x in VALUES] == [-3, -1, -1, 2, 3]
    assert sum(x * x for x in VALUES) == 149
    stated(asked("Q1.4.4"), "$-3,-1,-1,2,3$", "$149/5$", "$24/4=6$", "$29.8-25=4.8$")


def test_the_order_follows_the_dependencies_of_the_derivation():
    question = asked("Q1.4.5")
    assert isinstance(question, Order)
    before = {line.id: set(line.after) for line in question.lines}
    assert before == {
        "bayes": set(),
        "log": {"bayes"},
        "scale": {"log"},
        "name": {"scale"},
        "gradient": {"name"},
        "definite": {"name"},
    }


def test_only_the_mle_is_the_same_on_both_scales():
    question = asked("Q1.4.6")
    assert [o.id for o in question.options if o.correct] == ["mle"]
    draws = np.random.default_rng(5).beta(9, 5, 400_000)
    log_odds = np.log(draws / (1 - draws))
    exact = special.digamma(9) - special.digamma(5)
    assert log_odds.mean() == pytest.approx(exact, abs=4 * log_odds.std() / math.sqrt(400_000))
    stated(question, f"={exact:.3f}\\ \\to\\ {special.expit(exact):.3f}", "$9/14=0.643$")
    stated(question, f"${special.expit(exact):.3f}$")
    assert peak(2, 2, 7, 10, jacobian=1) == pytest.approx(9 / 14, abs=1e-5)
    middle = special.expit(np.median(log_odds))
    assert middle == pytest.approx(stats.beta(9, 5).median(), abs=0.001)


def test_areas_under_likelihoods_are_what_the_options_say():
    question = asked("Q1.4.7")
    area = integrate.quad(lambda t: sequence(t, 7, 10), 0, 1)[0]
    single = integrate.quad(lambda t: t * math.exp(-0.5 * t), 0, 200)[0]
    assert single == pytest.approx(4)
    top = max(sequence(t, 7, 10) for t in np.linspace(0, 1, 1001))
    stated(question, "1/1320", f"={digits(area)}$", f"${digits(top)}$", "=4$")
    assert math.factorial(7) * math.factorial(3) / math.factorial(11) == pytest.approx(area)
    assert [o.id for o in question.options if o.correct] == ["area"]


def test_the_standard_error_is_the_spread_of_the_share():
    assert stats.binom(25, 0.2).std() / 25 == pytest.approx(0.08)
    assert score_error(0.2, 100) == pytest.approx(0.04)
    stated(asked("Q1.4.8"), "$nI_1(\\hat p)=25/0.16=156.25$", "$0.0064$", "$156.25$")
