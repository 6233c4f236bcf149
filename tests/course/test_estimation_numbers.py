"""Every number that section 1.4 states, worked out a second time by other means.

The section computes with closed forms; here posteriors are weighted grids, maxima are searched
for, and coverage is counted over all outcomes. A number is looked for in the text of both
languages, so that text and computation cannot drift apart.
"""

import math
from fractions import Fraction

import numpy as np
import pytest
from scipy import integrate, optimize, stats

from course.counting import asked, block, digits, stated

GRID = (np.arange(400_000) + 0.5) / 400_000


def sequence(theta, heads, tosses):
    """The probability of one sequence of tosses, toss by toss."""
    return math.prod([theta] * heads + [1 - theta] * (tosses - heads))


def weighed(a, b, heads, tosses):
    """The posterior of a coin on the grid, as weights that add up to 1."""
    log = (a - 1 + heads) * np.log(GRID) + (b - 1 + tosses - heads) * np.log1p(-GRID)
    weight = np.exp(log - log.max())
    return weight / weight.sum()


def centre(a, b, heads, tosses):
    """The posterior mean of a coin, by the grid."""
    return float(GRID @ weighed(a, b, heads, tosses))


def peak(a, b, heads, tosses, jacobian=0):
    """The highest point; with `jacobian` 1 that of the density of the log-odds."""
    weight = weighed(a, b, heads, tosses) * (GRID * (1 - GRID)) ** jacobian
    return float(GRID[weight.argmax()])


def credible(a, b, heads, tosses):
    """The ends that leave 2.5 % on either side, by the grid."""
    below = np.cumsum(weighed(a, b, heads, tosses))
    return tuple(float(end) for end in np.interp([0.025, 0.975], below, GRID + 0.5 / len(GRID)))


def normal_posterior(m0, tau2, sigma2, n, xbar):
    """Mean and variance of the posterior of a normal mean, by a grid."""
    t = np.linspace(-40, 40, 400_001)
    log = -((t - m0) ** 2) / (2 * tau2) - n * (t - xbar) ** 2 / (2 * sigma2)
    weight = np.exp(log - log.max())
    mean = np.average(t, weights=weight)
    return float(mean), float(np.average((t - mean) ** 2, weights=weight))


# ---- Likelihood


def test_three_candidates_give_the_data_the_probabilities_of_the_text():
    found = [sequence(theta, 7, 10) for theta in (0.5, 0.7, 0.9)]
    stated(block("estimation.small"), *(f"${digits(p)}$" for p in found))
    best = optimize.minimize_scalar(lambda t: -sequence(t, 7, 10), (0.1, 0.5, 0.9)).x
    assert best == pytest.approx(0.7, abs=1e-6)
    area = integrate.quad(lambda t: sequence(t, 7, 10), 0, 1)[0]
    assert 1 / area == pytest.approx(1320)
    ratio = found[1] / found[0]
    stated(block("estimation.likelihood-as-density"), "=1/1320$", f"={digits(ratio)}$")


@pytest.mark.parametrize(("heads", "end"), [(0, 0.0), (10, 1.0)])
def test_without_heads_or_tails_the_maximum_is_at_an_end(heads, end):
    values = [sequence(t, heads, 10) for t in np.linspace(0, 1, 101)]
    assert np.argmax(values) / 100 == end


def test_a_likelihood_ratio_is_neither_odds_nor_a_distance():
    odds = Fraction(1, 60) * 6
    assert odds == Fraction(1, 10)
    ratio = sequence(0.2, 1, 10) / sequence(0.004, 1, 10)
    assert ratio == pytest.approx(7, abs=0.1)
    assert abs(0.2 - 0.1) > abs(0.004 - 0.1)
    stated(asked("estimation.ratio-check"), "1 : 60", "1 : 10", "$L(0.2)$", "$L(0.004)$", "$0.1$")


def test_products_of_two_thousand_factors_are_zero_in_floating_point():
    tosses = [1] * 1400 + [0] * 600
    log = {}
    for theta in (0.7, 0.5):
        factors = np.where(tosses, theta, 1 - theta)
        assert np.prod(factors) == 0
        log[theta] = math.fsum(math.log(f) for f in factors)
    text = block("estimation.underflow")
    stated(text, f"${log[0.7]:.1f}$", f"${log[0.5]:.1f}$", f"${log[0.7] - log[0.5]:.1f}$")
    assert round(log[0.7] / math.log(10)) == -531
    stated(text, "10^{-531}", "$4.9\\times10^{-324}$")
    assert np.nextafter(0.0, 1.0) == pytest.approx(4.9e-324, rel=0.02)
    stated(asked("estimation.underflow-check"), f"${log[0.7] - log[0.5]:.1f}$")


# ---- Normal and exponential data


def normal_fit(x):
    """The maximum of a normal log-likelihood, searched for."""
    x = np.asarray(x, float)
    done = optimize.minimize(
        lambda v: -stats.norm(v[0], math.exp(v[1])).logpdf(x).sum(),
        [x.mean() + 0.3, math.log(x.std() + 0.5)],
        method="Nelder-Mead",
        options={"xatol": 1e-9, "fatol": 1e-12, "maxiter": 5000},
    )
    return done.x[0], math.exp(2 * done.x[1]), -done.fun


def test_the_normal_mle_divides_by_n():
    mean, variance, top = normal_fit([1, 2, 6])
    assert (mean, variance) == pytest.approx((3, 14 / 3), abs=1e-5)
    assert top == pytest.approx(-1.5 * (math.log(2 * math.pi * 14 / 3) + 1))
    stated(block("estimation.gaussian"), "$1,2,6$", "=3$", "=14/3=4.67$")


def test_with_a_known_mean_the_divisor_is_n_and_unbiased():
    x = np.array([1.0, -2, 4, 0.5])
    found = optimize.minimize_scalar(
        lambda v: -stats.norm(0, math.sqrt(v)).logpdf(x).sum(), bounds=(0.1, 50), method="bounded"
    ).x
    assert found == pytest.approx((x**2).sum() / 4, rel=1e-4)
    wrong = [line.id for line in asked("estimation.gaussian-check").lines if line.wrong]
    assert wrong == ["known-mean"]


def test_the_normal_variance_is_halved_and_the_rate_doubled_by_two_data():
    rng = np.random.default_rng(4)
    halves = rng.normal(0, 1, (200_000, 2)).var(axis=1)
    assert halves.mean() == pytest.approx(0.5, abs=4 * halves.std() / math.sqrt(halves.size))
    twice = integrate.quad(lambda s: 2 / s * stats.gamma(2).pdf(s), 0, 60)[0]
    assert twice == pytest.approx(2)
    text = block("estimation.mle-unbiased")
    stated(text, "$\\frac{n-1}{n}\\sigma^2$", "$\\frac{n}{n-1}\\theta$", "$n=2$")


def test_a_rate_from_twenty_data_has_the_moments_of_the_reading():
    law = stats.gamma(20)  # the sum of twenty waiting times of rate 1

    def moment(power):
        return integrate.quad(lambda s: (40 / s) ** power * law.pdf(s), 1, 90)[0]

    mean = moment(1)
    assert mean == pytest.approx(2 * 20 / 19)
    sd = math.sqrt(moment(2) - mean**2)
    large = 2 / math.sqrt(20)
    text = block("estimation.rate")
    stated(text, f"${mean:.3f}$", f"${digits(sd)}$", f"={digits(large)}$")
    assert 1 - large / sd == pytest.approx(0.1, abs=0.005)
    ends = [20 * (1 + sign * 1.96 / math.sqrt(20)) for sign in (-1, 1)]
    assert law.cdf(ends[1]) - law.cdf(ends[0]) == pytest.approx(0.9528, abs=5e-5)
    first = np.random.default_rng(6).exponential(0.5, 20)
    assert digits(1 / first.mean() / math.sqrt(20)) == "0.573"
    stated(text, "$0.573$", f"${(1 / 0.5 + 1 / 1.5) / 2:.2f}$")
    assert "2.105" in asked("estimation.rate").theory


def test_the_sum_of_waiting_times_has_the_density_of_the_derivation():
    theta, n = 1.3, 4
    before, last = stats.gamma(n - 1, scale=1 / theta), stats.expon(scale=1 / theta)

    def joined(t, s):
        return before.pdf(t) * last.pdf(s - t)

    for s in (0.5, 2.0, 5.0):
        formula = theta**n * s ** (n - 1) * math.exp(-theta * s) / math.factorial(n - 1)
        assert integrate.quad(joined, 0, s, args=(s,))[0] == pytest.approx(formula)


# ---- Information and intervals


def test_the_score_of_a_coin_has_mean_zero_and_the_stated_information():
    theta = 0.3
    score = {1: 1 / theta, 0: -1 / (1 - theta)}
    chance = {1: theta, 0: 1 - theta}
    assert sum(chance[x] * score[x] for x in (0, 1)) == pytest.approx(0)
    information = sum(chance[x] * score[x] ** 2 for x in (0, 1))
    assert information == pytest.approx(1 / (theta * (1 - theta)))
    h = 1e-4
    bend = sum(
        chance[x]
        * (
            math.log(sequence(theta + h, x, 1))
            - 2 * math.log(sequence(theta, x, 1))
            + math.log(sequence(theta - h, x, 1))
        )
        / h**2
        for x in (0, 1)
    )
    assert -bend == pytest.approx(information, rel=1e-5)


def test_the_exponential_information_is_one_over_the_rate_squared():
    theta = 1.7
    law = stats.expon(scale=1 / theta)
    information = law.expect(lambda x: (1 / theta - x) ** 2)
    assert information == pytest.approx(1 / theta**2)


def test_standard_errors_of_the_text_are_sampled_ones():
    exact = stats.binom(10, 0.7).std() / 10
    stated(block("estimation.normality"), f"${digits(exact)}$")
    question = asked("estimation.information-check")
    score = stats.norm(0, 2).expect(lambda x: (x / 4) ** 2)
    assert [b.value for b in question.blanks[:2]] == pytest.approx([score, 2 / math.sqrt(100)])
    assert [o.id for o in question.blanks[2].options if o.correct] == ["half"]


def test_the_maximum_of_uniform_data_errs_like_one_over_n():
    law = stats.beta(100, 1)  # the largest of 100 uniform numbers
    assert law.mean() == pytest.approx(100 / 101)
    far = law.cdf(1 - 3 / 100)
    stated(block("estimation.uniform"), f"$0.97^{{100}}={digits(far, 2)}$")


def covered(n, p, inside):
    """The share of outcomes, weighed by their probability, whose interval contains p."""
    law = stats.binom(n, p)
    return sum(law.pmf(k) for k in range(n + 1) if inside(k / n, p, n))


def wald(share, p, n):
    """Whether p is within 1.96 standard errors, estimated at the share."""
    return abs(share - p) <= 1.959964 * math.sqrt(share * (1 - share) / n)


def wilson(share, p, n):
    """Whether p is within 1.96 standard errors, taken at p itself."""
    return abs(share - p) <= 1.959964 * math.sqrt(p * (1 - p) / n)


def test_wald_promises_more_than_it_keeps():
    text = block("estimation.coverage")
    stated(text, f"${covered(10, 0.1, wald):.3f}$", f"${covered(10, 0.1, wilson):.3f}$")
    stated(text, f"${covered(200, 0.01, wald):.3f}$")
    silent = stats.binom(10, 0.1).pmf(0)
    stated(block("estimation.confidence-as-probability"), f"={digits(silent)}$", "$[0,0]$")
    assert not wald(0, 0.1, 10)


def test_a_second_test_set_falls_into_the_first_interval_less_often():
    inside = stats.norm(0, math.sqrt(2)).cdf(1.96) * 2 - 1
    stated(asked("estimation.interval-check"), f"{100 * inside:.0f} %", "$[0,0]$")


# ---- Posteriors


def test_the_coin_of_the_example_has_its_three_estimates():
    mean, top = centre(2, 2, 7, 10), peak(2, 2, 7, 10)
    assert (mean, top) == pytest.approx((9 / 14, 8 / 12), abs=1e-5)
    assert mean < top < 0.7
    stated(asked("estimation.coin"), f"$9/14={digits(mean)}$", f"$8/12={digits(top)}$")
    ends = ",".join(digits(end) for end in credible(2, 2, 7, 10))
    stated(block("estimation.coin"), f"$[{ends}]$", "$0.700$", "$0.667$", "$0.643$")
    assert stats.beta(9, 5).stats("s") < 0  # the longer tail is on the left


def test_the_next_toss_has_the_posterior_mean():
    weight = weighed(2, 2, 7, 10)
    after = np.log(GRID) + 7 * np.log(GRID) + 3 * np.log1p(-GRID)
    prior = np.log(GRID) + np.log1p(-GRID)
    before = 7 * np.log(GRID) + 3 * np.log1p(-GRID)
    ratio = np.exp(after + prior).sum() / np.exp(before + prior).sum()
    assert ratio == pytest.approx(float(GRID @ weight)) == pytest.approx(9 / 14)


@pytest.mark.parametrize(("a", "b"), [(3, 4), (6, 6), (1.5, 3)])
def test_priors_on_the_stated_line_bring_three_clicks_to_six_tenths(a, b):
    assert centre(a, b, 3, 3) == pytest.approx(0.6, abs=1e-5)
    assert b == pytest.approx(2 / 3 * a + 2)
    stated(asked("estimation.prior-check"), "$b=\\frac23a+2$", "$0.6$")


def test_the_rope_moves_as_the_reading_says():
    text = block("estimation.tug")
    found = [centre(2, 2, 7, 10), centre(2, 2, 28, 40), centre(20, 20, 28, 40)]
    stated(text, *(f"${mean:.3f}$" for mean in found), "$0.700$")
    assert found[2] == pytest.approx((0.5 + 0.7) / 2, abs=1e-6)


def test_rare_events_feel_a_flat_prior():
    mean = stats.beta(1 + 1, 1 + 9999).mean()
    assert mean / (1 / 10000) == pytest.approx(2, abs=0.001)
    stated(block("estimation.prior-forgotten"), "$2/10002=0.0002$", "$0.0001$")
    flat, bowl = (stats.beta(c, c + 5000).mean() for c in (1, 0.5))
    assert flat == pytest.approx(1 / 5002)
    assert bowl == pytest.approx(0.5 / 5001)
    assert bowl / flat == pytest.approx(0.5, abs=0.001)
    stated(asked("estimation.rare-check"), "$1/5002$", "$0.5/5001$", "$0/5000$")


def test_the_map_depends_on_the_scale_and_the_mle_does_not():
    assert peak(2, 2, 7, 10, jacobian=1) == pytest.approx(9 / 14, abs=1e-5)
    stated(block("estimation.map-is-the-answer"), "$8/12$", "$9/14$", "$7/10$")
    question = asked("estimation.scale-check")
    assert peak(1, 1, 9, 10) == pytest.approx(0.9, abs=1e-5)
    assert peak(1, 1, 9, 10, jacobian=1) == pytest.approx(10 / 12, abs=1e-5)
    assert centre(1, 1, 9, 10) == pytest.approx(10 / 12, abs=1e-5)
    assert {o.id: o.text for o in question.options} == {
        "same": "$0.9$",
        "mean": "$10/12$",
        "prior": "$0.5$",
    }
    best = optimize.minimize_scalar(
        lambda f: -sequence(1 / (1 + math.exp(-f)), 7, 10), (-1, 0.5, 2)
    ).x
    stated(block("estimation.invariance"), f"$\\log(7/3)={digits(best)}$")


def test_the_posterior_mean_has_the_smallest_expected_square():
    weight = weighed(2, 2, 7, 10)
    best = optimize.minimize_scalar(lambda c: float((GRID - c) ** 2 @ weight), (0.2, 0.5, 0.9)).x
    assert best == pytest.approx(9 / 14, abs=1e-6)
    best = optimize.minimize_scalar(
        lambda c: float(abs(GRID - c) @ weight), bounds=(0.3, 0.9), method="bounded"
    ).x
    assert best == pytest.approx(stats.beta(9, 5).median(), abs=1e-4)


def test_normal_posteriors_are_those_of_a_grid():
    mean, variance = normal_posterior(0, 1, 4, 4, 3)
    assert (mean, 1 / variance) == pytest.approx((1.5, 2))
    stated(block("estimation.normal-mean"), "$1+1=2$", "$1.5$")
    more, wide = normal_posterior(0, 1, 4, 16, 3), normal_posterior(0, 4, 4, 4, 3)
    assert more[0] == pytest.approx(wide[0]) == pytest.approx(2.4)
    spread = [f"${digits(math.sqrt(v))}$" for _, v in (more, wide)]
    stated(block("estimation.weights"), "$2.4$", *spread)


def test_a_prior_is_worth_as_many_readings_as_the_check_says():
    n = asked("estimation.readings-check").answer.value
    mean, _ = normal_posterior(0, 0.5, 4, n, 2)
    assert mean == pytest.approx(1)  # halfway between the prior mean 0 and the data 2
