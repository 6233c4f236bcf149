"""Section 1.4 on penalties and smoothing, worked out a second time by other means."""

import math

import numpy as np
import pytest
from scipy import optimize, stats

from course.counting import asked, block, stated

RNG = np.random.default_rng(14)
X, NOISE, PRIOR = RNG.normal(size=(12, 3)), 0.8, 0.5
Y = X @ [1.0, -2, 0.5] + NOISE * RNG.normal(size=12)


def surprise(w, noise=NOISE, prior=None):
    """Minus the log of the unnormalised posterior density of the weights."""
    prior = prior or stats.norm(0, PRIOR)
    return -stats.norm(X @ w, noise).logpdf(Y).sum() - prior.logpdf(w).sum()


def ridge(strength):
    """The solution of the equations of ridge regression."""
    return np.linalg.solve(X.T @ X + strength * np.eye(3), X.T @ Y)


def test_the_map_of_normal_weights_is_ridge_with_the_derived_strength():
    found = optimize.minimize(surprise, np.zeros(3), method="BFGS", tol=1e-10).x
    strength = NOISE**2 / PRIOR**2
    assert found == pytest.approx(ridge(strength), abs=1e-5)
    stated(block("estimation.ridge"), "\\lambda=\\frac{\\sigma^2}{\\tau^2}")


def test_the_alpha_of_scikit_learn_is_the_derived_strength():
    linear = pytest.importorskip("sklearn.linear_model")
    found = optimize.minimize(surprise, np.zeros(3), method="BFGS", tol=1e-10).x
    model = linear.Ridge(alpha=NOISE**2 / PRIOR**2, fit_intercept=False).fit(X, Y)
    assert model.coef_ == pytest.approx(found, abs=1e-5)
    bayes = pytest.importorskip("sklearn.naive_bayes")
    assert bayes.MultinomialNB().alpha == 1.0
    stated(block("estimation.practice"), "`alpha=1.0`")


def test_twice_the_noise_needs_four_times_the_strength():
    found = optimize.minimize(surprise, np.zeros(3), args=(2 * NOISE,), tol=1e-10).x
    strength = 4 * NOISE**2 / PRIOR**2
    assert found == pytest.approx(ridge(strength), abs=1e-5)
    assert [o.id for o in asked("estimation.ridge-check").options if o.correct] == ["four"]


def test_dependent_columns_leave_ridge_one_solution():
    twice = np.column_stack([X[:, 0], X[:, 0]])
    assert np.linalg.matrix_rank(twice.T @ twice) == 1
    assert np.linalg.eigvalsh(twice.T @ twice + 0.1 * np.eye(2)).min() > 0


@pytest.mark.parametrize("width", [0.3, 2.0])
def test_a_laplace_prior_is_the_lasso_up_to_a_constant(width):
    def lasso(w):
        return ((Y - X @ w) ** 2).sum() / 2 + NOISE**2 / width * abs(w).sum()

    points = RNG.normal(size=(5, 3))
    gaps = [NOISE**2 * surprise(w, prior=stats.laplace(0, width)) - lasso(w) for w in points]
    assert gaps == pytest.approx([gaps[0]] * 5)
    stated(block("estimation.laplace"), "$\\lambda=\\sigma^2/b$")


def test_each_penalty_belongs_to_the_prior_it_is_paired_with():
    question = asked("estimation.penalty-check")
    shift = np.array([1.0, -1, 0.5])
    penalties = {
        "square": lambda w: (w**2).sum(),
        "absolute": lambda w: abs(w).sum(),
        "centred": lambda w: ((w - shift) ** 2).sum(),
    }
    priors = {
        "normal": stats.norm(0, 1),
        "laplace": stats.laplace(0, 1),
        "shifted": stats.norm(shift, 1),
    }
    points = RNG.normal(size=(6, 3))
    for left, penalty in penalties.items():
        for right, prior in priors.items():
            log = [-prior.logpdf(w).sum() for w in points]
            line = np.polyfit([penalty(w) for w in points], log, 1, full=True)[1]
            fits = bool(line.size == 0 or line[0] < 1e-18)
            assert fits is (question.pairs[left] == right), (left, right)


def test_add_one_smoothing_is_the_mean_of_one_prior_and_the_map_of_another():
    counts = np.array([3, 0, 1])
    mean = stats.dirichlet(counts + 1).mean()
    stated(block("estimation.dirichlet"), "$3,0,1$", *(f"${round(7 * m)}/7$" for m in mean))
    assert mean * 7 == pytest.approx([4, 1, 2])

    def surprise(free):
        theta = np.exp(free) / np.exp(free).sum()
        return -((counts + 1) * np.log(theta)).sum()  # Dirichlet with every parameter 2

    free = optimize.minimize(surprise, np.zeros(3), tol=1e-10).x
    assert np.exp(free) / np.exp(free).sum() == pytest.approx(mean, abs=1e-5)


def test_a_prior_of_four_tosses_reverses_the_ranking():
    new, old = ((2 + k) / (4 + n) for k, n in ((3, 3), (900, 1000)))
    assert new < old
    stated(block("estimation.practice"), f"$5/7={new:.3f}$", f"$902/1004={old:.3f}$")
    stated(block("estimation.question"), "1000", "900")
    assert math.isclose(new, 5 / 7)
