"""Every number that section 1.3 states, worked out a second time by other means.

The section computes with closed forms; here outcomes are listed and counted with exact fractions,
densities are integrated, and laws are drawn from. A number is looked for in the text of both
languages, so that text and computation cannot drift apart.
"""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from scipy import integrate, stats

from course.counting import asked, block, digits, stated

SCORES = [78, 82, 85, 79, 86]
HOURS, POINTS = [1, 2, 4, 5], [2, 4, 1, 5]


def mean(values, weights=None):
    """The exact mean of a few values, equally likely or with these probabilities."""
    weights = weights or [Fraction(1, len(values))] * len(values)
    return sum(Fraction(v) * w for v, w in zip(values, weights, strict=True))


def covariance(xs, ys, weights=None):
    """The exact covariance of pairs, as the mean product less the product of the means."""
    products = [Fraction(x) * Fraction(y) for x, y in zip(xs, ys, strict=True)]
    return mean(products, weights) - mean(xs, weights) * mean(ys, weights)


def squares(values):
    """The sum of squared deviations from the mean, from all pairs: sum (a - b)^2 / (2 n)."""
    return sum(Fraction(a - b) ** 2 for a, b in itertools.product(values, values)) / (
        2 * len(values)
    )


# ---- Expectation and variance


def test_the_same_five_scores_have_two_standard_deviations():
    assert mean(SCORES) == 82
    assert squares(SCORES) == 50
    both = [digits(math.sqrt(50 / divisor)) for divisor in (5, 4)]
    assert both == ["3.16", "3.54"]
    assert [digits(np.std(SCORES)), digits(np.std(SCORES, ddof=1))] == both
    stated(block("variance.question"), "78", "85", "86", *(f"${each}$" for each in both))
    stated(
        block("variance.default-divisor"),
        "50",
        *(f"$\\sqrt{{50/{n}}}={each}$" for n, each in zip((5, 4), both, strict=True)),
    )
    stated(block("variance.batch-norm"), *(f"${each}$" for each in both))


def test_a_die_has_the_moments_stated():
    die = range(1, 7)
    first, second = mean(die), mean([k * k for k in die])
    assert (first, second, first**2) == (Fraction(7, 2), Fraction(91, 6), Fraction(49, 4))
    stated(block("variance.expectation"), "=3.5$")
    stated(block("variance.linearity"), f"$\\E[X^2]=91/6={digits(second)}$", "$\\E[X]^2=12.25$")
    assert (f"{float(second):.2f}", digits(covariance(die, die))) == ("15.17", "2.92")
    stated(block("variance.moments"), "$15.17-12.25=2.92$")


def test_expectation_is_linear_for_dependent_variables():
    rolls = list(itertools.product(range(1, 7), repeat=2))
    high, low = [max(r) for r in rolls], [min(r) for r in rolls]  # far from independent
    assert mean([2 * h - 3 * w + 1 for h, w in zip(high, low, strict=True)]) == (
        2 * mean(high) - 3 * mean(low) + 1
    )


def test_one_paper_in_ten_comes_back_for_each_of_ten_people():
    for people in (3, 6):
        orders = list(itertools.permutations(range(people)))
        assert mean([sum(k == p for k, p in enumerate(order)) for order in orders]) == 1
    question = asked("variance.papers-check")
    assert {o.id: o.text for o in question.options if o.correct} == {"one": "$1$"}
    stated(question, "$1/10$")


def test_perplexities_do_not_average_like_losses():
    one_way, other = math.exp(np.mean([1, 3])), np.mean([math.exp(1), math.exp(3)])
    stated(block("variance.function-of-mean"), f"e^2={digits(one_way)}$", f"={digits(other)}$")
    assert one_way < other


def test_four_people_span_the_areas_stated():
    areas = [(x - 3) * (y - 3) for x, y in zip(HOURS, POINTS, strict=True)]
    assert areas == [2, -1, -2, 4]
    assert (mean(HOURS), mean(POINTS)) == (3, 3)
    joint, spread = covariance(HOURS, POINTS), covariance(HOURS, HOURS)
    assert (joint, spread, covariance(POINTS, POINTS)) == (
        Fraction(3, 4),
        Fraction(5, 2),
        Fraction(5, 2),
    )
    assert joint / spread == Fraction(3, 10)
    stated(block("variance.rectangles"), "$2,-1,-2,4$", "$3/4=0.75$", "$10/4=2.5$")
    stated(block("variance.rectangles"), "$0.75/2.5=0.3$", "$x=1,2,4,5$", "$y=2,4,1,5$")
    total = [x + y for x, y in zip(HOURS, POINTS, strict=True)]
    assert covariance(total, total) == Fraction(13, 2)
    stated(block("variance.combination"), "=2.5+2.5+2\\times0.75=6.5$")


def test_only_uncorrelated_variances_add():
    twice, gone = [2 * x for x in HOURS], [x - x for x in HOURS]
    assert covariance(twice, twice) == 4 * covariance(HOURS, HOURS)
    assert covariance(gone, gone) == 0
    stated(block("variance.adds"), "$4\\V[X]$", "$2\\V[X]$")
    flat = list(itertools.product((0, 2), (0, 6)))  # independent, variances 1 and 9
    difference = [a - b for a, b in flat]
    assert covariance(difference, difference) == 1 + 9


# ---- Correlation


def test_correlation_one_half_leaves_three_quarters_after_averaging():
    pairs = [(1, 1)] * 3 + [(-1, -1)] * 3 + [(1, -1), (-1, 1)]  # variance 1, correlation 1/2
    xs, ys = zip(*pairs, strict=True)
    assert (covariance(xs, xs), covariance(xs, ys)) == (1, Fraction(1, 2))
    half = [Fraction(x + y, 2) for x, y in pairs]
    assert covariance(half, half) == Fraction(3, 4)
    stated(asked("variance.ensemble-check"), "$0.5$", "=0.75$")


def uniform_moment(power):
    """The moment of X uniform between -1 and 1, by quadrature."""
    return integrate.quad(lambda x: x**power / 2, -1, 1)[0]


def test_a_parabola_has_no_correlation():
    assert uniform_moment(3) - uniform_moment(1) * uniform_moment(2) == pytest.approx(0)
    stated(block("variance.zero-correlation"), "$\\E[X]=\\E[X^3]=0$")
    predict = asked("variance.dependence")
    assert {o.id: o.text for o in predict.options if o.correct} == {"zero": "$0$"}
    assert uniform_moment(2) == pytest.approx(1 / 3)  # the height of the dashed line


def test_a_u_shaped_year_can_have_correlation_zero_and_a_level_line():
    degrees, power = [-10, 0, 10, 20, 30], [9, 6, 5, 6, 9]
    assert covariance(degrees, power) == 0
    assert np.polyfit(degrees, power, 1)[0] == pytest.approx(0)
    assert [o.id for o in asked("variance.weather-check").options if o.correct] == ["line"]


@pytest.mark.parametrize("rho", [0, 0.5, 0.9])
def test_squares_of_normal_pairs_have_the_squared_correlation(rho):
    nodes, weights = np.polynomial.hermite_e.hermegauss(20)
    weights = np.outer(weights, weights) / (2 * math.pi)
    a, z = np.meshgrid(nodes, nodes, indexing="ij")
    b = rho * a + math.sqrt(1 - rho**2) * z
    joint = (weights * a**2 * b**2).sum() - (weights * a**2).sum() * (weights * b**2).sum()
    assert joint / 2 == pytest.approx(rho**2)  # the variance of a squared standard normal is 2
    stated(block("variance.dependence"), "$\\rho^2$")


def test_the_measured_correlation_is_within_one_standard_error():
    x = np.random.default_rng(4).uniform(-1, 1, 100_000)
    product = x * (x**2 - 1 / 3)
    se = product.std() / (x.std() * (x**2).std()) / math.sqrt(x.size)
    assert abs(np.corrcoef(x, x**2)[0, 1]) < se


def test_a_noisy_line_has_the_correlation_stated():
    for s in (0.2, 1.5):
        variance = uniform_moment(2)
        assert variance / math.sqrt(variance * (variance + s**2)) == pytest.approx(
            1 / math.sqrt(1 + 3 * s**2)
        )
    stated(block("variance.shapes"), "$\\rho=1/\\sqrt{1+3s^2}$")


def test_a_noisy_parabola_has_mutual_information_and_cells_leave_a_rest():
    rng = np.random.default_rng(11)
    u = rng.uniform(-1, 1, 1_000_000)
    table = np.histogram2d(u, u**2 + 0.2 * rng.standard_normal(u.size), 10)[0] / u.size
    # By entropies: I = H(x) + H(y) - H(x, y). The cells of the larger sample reach further.
    information = (
        stats.entropy(table.sum(1)) + stats.entropy(table.sum(0)) - stats.entropy(table.ravel())
    )
    assert information == pytest.approx(0.48, abs=0.06)
    assert f"{(10 - 1) ** 2 / (2 * 20_000):.3f}" == "0.002"
    stated(block("variance.shapes"), "$0.48$", "$0.002$")


def test_the_best_line_leaves_one_minus_rho_squared():
    lines = [(a, b) for a in np.linspace(-3, 5, 161) for b in np.linspace(-2, 2, 81)]
    errors = {
        line: np.mean((np.array(POINTS) - line[0] - line[1] * np.array(HOURS)) ** 2)
        for line in lines
    }
    best = min(errors, key=errors.get)
    assert best[1] == pytest.approx(0.75 / 2.5)
    assert errors[best] == pytest.approx(2.5 * (1 - 0.3**2))


def test_equal_correlations_have_the_eigenvalues_stated():
    for d, rho in itertools.product((2, 3, 5), (-0.3, 0.4)):
        values = np.sort(np.linalg.eigvals(np.full((d, d), rho) + (1 - rho) * np.eye(d)).real)
        assert values == pytest.approx(np.sort([1 - rho] * (d - 1) + [1 + (d - 1) * rho]))
    assert Fraction(-1, 5 - 1) == Fraction(-1, 4)
    stated(block("variance.equicorrelation"), "$d=5$", "$-0.25$")
    ones = np.ones(3)
    assert ones @ (np.full((3, 3), -0.9) + 1.9 * np.eye(3)) @ ones == pytest.approx(-2.4)
    stated(block("variance.any-symmetric"), "$3+6\\times(-0.9)=-2.4$", "$-0.9$")
    stated(asked("variance.impossible-check"), "$1+2\\rho=-0.8$")
    assert np.linalg.eigvalsh(np.full((3, 3), -0.9) + 1.9 * np.eye(3))[0] == pytest.approx(-0.8)


def lowest_partner(both):
    """The smallest third correlation that two of size `both` allow, by search."""
    for r in np.linspace(-1, 1, 200_001):
        if np.linalg.det([[1, both, both], [both, 1, r], [both, r, 1]]) >= 0:
            return r
    raise AssertionError


def test_third_correlations_reach_down_to_the_numbers_stated():
    assert lowest_partner(0.5) == pytest.approx(-0.5, abs=1e-4)
    assert lowest_partner(0.9) == pytest.approx(0.62, abs=1e-4)
    stated(block("variance.triple"), "$-0.5$", "$0.62$")


# ---- Conditioning


def test_a_poisson_count_of_gamma_rate_has_variance_four():
    k = np.arange(400)
    share = stats.nbinom.pmf(k, 2, 0.5)  # a Poisson law mixed over gamma(2)
    first, second = share @ k, share @ k**2
    assert (first, second - first**2, second) == pytest.approx((2, 4, 8))
    assert {o.id: o.text for o in asked("variance.counts").options} == {
        "within": "$2$",
        "total": "$4$",
        "second-moment": "$8$",
    }
    fixed = stats.poisson(2)
    assert share[0] > fixed.pmf(0)
    assert share[6:].sum() > fixed.sf(5)
    stated(block("variance.counts"), "6", "$\\E[\\lambda]+\\V[\\lambda]=2+2=4$", "2+6=8")


def test_the_takings_vary_as_stated():
    rng = np.random.default_rng(5)
    n = rng.poisson(100, 400_000)
    total = 20 * n + np.sqrt(50 * n) * rng.standard_normal(n.size)  # given n: 20 n and 50 n
    assert total.var() == pytest.approx(45_000, rel=0.01)
    stated(asked("variance.revenue-check"), "=5000+400\\times100=45000$")


def test_the_variance_between_two_groups_is_quadratic_in_their_gap():
    for w, gap in ((0.5, 2), (0.5, 4), (0.2, 2)):
        centres, weights = [0, gap], [Fraction(1) - Fraction(str(w)), Fraction(str(w))]
        between = covariance(centres, centres, weights)
        assert between == pytest.approx(w * (1 - w) * gap**2)
    shares = np.linspace(0.05, 0.95, 19)
    assert shares[np.argmax(shares * (1 - shares))] == pytest.approx(0.5)
    stated(block("variance.split"), "$w(1-w)\\,\\text{gap}^2$", "$w=1/2$")
