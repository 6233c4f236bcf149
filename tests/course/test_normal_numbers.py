"""Every number that section 1.2 states, worked out a second time by other means.

The section computes with closed forms; here densities are integrated on grids, blocks are taken
out of matrices, and discrete laws are summed exactly. A number is looked for in the text of both
languages, so that text and computation cannot drift apart.
"""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from scipy import integrate, optimize, special, stats

from course.counting import asked, block, digits, stated

SIGMA = np.array([[1, 1.6], [1.6, 4]])


def gauss(t):
    """The density of N(0, 1), written out."""
    return math.exp(-t * t / 2) / math.sqrt(2 * math.pi)


def mass(low, high, density=gauss):
    """The probability between two ends, by quadrature."""
    return integrate.quad(density, low, high, limit=200)[0]


def disc(k, dimension=2):
    """The probability that a standard normal vector is at most k long, by its radial integral."""
    area = 2 * math.pi ** (dimension / 2) / math.gamma(dimension / 2)
    scale = area / (2 * math.pi) ** (dimension / 2)
    return integrate.quad(lambda r: scale * r ** (dimension - 1) * math.exp(-r * r / 2), 0, k)[0]


def given(sigma, known, wanted):
    """Slope and covariance of the wanted entries given the known ones, from the inverse."""
    both = [*wanted, *known]
    precision = np.linalg.inv(sigma[np.ix_(both, both)])
    ours, cross = np.hsplit(precision[: len(wanted)], [len(wanted)])
    return -np.linalg.solve(ours, cross), np.linalg.inv(ours)


# ---- One dimension


def test_the_density_of_the_scale_exceeds_one_and_its_probability_does_not():
    peak = gauss(0) / 0.1
    assert digits(peak) == "3.99"
    assert f"{3.99 * 0.02:.4f}" == "0.0798"
    stated(block("normal.density"), "$3.99$", "$3.99\\times0.02=0.0798$")
    in_grams = mass(-0.01 / 0.1, 0.01 / 0.1)
    in_milligrams = mass(-10, 10, lambda x: gauss(x / 100) / 100)
    assert in_grams == pytest.approx(in_milligrams)
    assert f"{in_grams:.4f}" == "0.0797"
    assert digits(gauss(0) / 100) == "0.00399"
    stated(block("normal.density-as-probability"), "$3.99$", "$0.00399$", "$0.0797$")
    stated(block("normal.bells"), "$3.99$")


def test_an_interval_of_density_two_and_a_half_holds_a_quarter():
    uniform = stats.uniform(0, 0.4)
    assert uniform.pdf(0.2) == pytest.approx(2.5)
    assert uniform.cdf(0.25) - uniform.cdf(0.15) == pytest.approx(0.25)
    question = asked("normal.density-check")
    assert {o.id: o.text for o in question.options if o.id != "impossible"} == {
        "area": "$0.25$",
        "height": "$2.5$",
    }
    stated(question, "$0.1$", "$2.5$", "$2.5\\times0.1$", "$0.4$")


def test_a_root_of_a_uniform_variable_is_not_uniform():
    rng = np.random.default_rng(1)
    root = np.sqrt(rng.random(100_000))
    assert np.mean(root <= 0.5) == pytest.approx(0.25, abs=0.006)
    question = asked("normal.root-check")
    stated(question, "$y=0.8$", "$0.5$", "$0.25$", "=0.625$", "$1\\times2y=1.6$")


def test_shares_within_one_two_and_three_standard_deviations():
    shares = [f"{100 * mass(-k, k):.2f} %" for k in (1, 2, 3)]
    assert shares == ["68.27 %", "95.45 %", "99.73 %"]
    assert f"{optimize.brentq(lambda k: mass(-k, k) - 0.95, 1, 3):.2f}" == "1.96"
    stated(block("normal.interval"), *shares, "$1.96$")
    stated(block("normal.question"), f"{100 * (1 - mass(-2, 2)):.1f} %", "455")
    assert round(10000 * (1 - mass(-2, 2))) == 455


def test_a_variance_of_four_is_not_a_standard_deviation_of_four():
    stated(
        block("normal.variance-as-sd"),
        f"${digits(mass(-2 / 2, 2 / 2))}$",
        f"${digits(mass(-2 / 4, 2 / 4))}$",
    )
    question = asked("normal.library-check")
    reached = {str(round(10000 * mass(-4 / sd, 4 / sd), -2))[:-2]: sd for sd in (4, 2, 16)}
    assert reached == {"6800": 4, "9500": 2, "2000": 16}
    assert [o.id for o in question.options if o.correct] == ["6800"]
    assert sorted(o.id for o in question.options) == sorted(reached)
    assert mass((0 - 10) / 16, (21 - 10) / 16) == pytest.approx(0.5, abs=0.02)


def test_numpy_and_scipy_take_the_standard_deviation():
    draws = np.random.default_rng(0).normal(10, 4, 100_000)
    assert draws.std() == pytest.approx(4, abs=0.05)
    assert stats.norm(10, 4).std() == 4


def test_torch_takes_the_standard_deviation():
    torch = pytest.importorskip("torch")
    assert float(torch.distributions.Normal(10.0, 4.0).variance) == 16


# ---- The plane


def test_two_points_one_standard_deviation_away_are_not_equally_rare():
    inverse = np.linalg.inv(SIGMA)
    assert inverse * 1.44 == pytest.approx(np.array([[4, -1.6], [-1.6, 1]]))
    squares = [np.array(x) @ inverse @ np.array(x) for x in ((1, 2), (1, -2))]
    assert squares == pytest.approx([1.6 / 1.44, 10])
    stated(block("normal.two-points"), "$(4-6.4+4)/1.44=1.11$", "$(4+6.4+4)/1.44=10$")
    stated(block("normal.multivariate"), *(f"${digits(math.sqrt(s))}$" for s in squares))


def test_the_definition_is_a_density_with_the_mean_and_covariance_it_names():
    grid = np.linspace(-1, 1, 801)
    x, y = np.meshgrid(8 * grid, 16 * grid, indexing="ij")
    points = np.stack([x.ravel(), y.ravel()])
    square = np.sum(points * np.linalg.solve(SIGMA, points), axis=0)
    density = np.exp(-square / 2) / (2 * math.pi * math.sqrt(np.linalg.det(SIGMA)))
    cell = (8 / 400) * (16 / 400)
    assert density.sum() * cell == pytest.approx(1, abs=1e-6)
    assert (points * density) @ points.T * cell == pytest.approx(SIGMA, abs=1e-5)
    inside = [density[square <= k * k].sum() * cell for k in (1, 2, 3)]
    assert inside == pytest.approx([disc(k) for k in (1, 2, 3)], abs=2e-3)


def test_ellipses_hold_39_86_and_99_percent():
    shares = [disc(k) for k in (1, 2, 3)]
    assert shares == pytest.approx([1 - math.exp(-k * k / 2) for k in (1, 2, 3)])
    percent = [f"{100 * share:.1f} %" for share in shares]
    assert percent == ["39.3 %", "86.5 %", "98.9 %"]
    radius = optimize.brentq(lambda k: disc(k) - 0.95, 1, 4)
    assert f"{radius:.2f}" == "2.45"
    stated(block("normal.one-dimensional-coverage"), *percent, "=2.45$", "$1.96$")
    assert f"{shares[0]:.4f}" == "0.3935"
    stated(asked("normal.mvn"), "=0.3935$", "=0.393$", f"{mass(-1, 1) ** 2:.3f}")
    predict = asked("normal.mvn")
    assert {o.text for o in predict.options} == {
        f"${p:.2f}$" for p in (mass(-1, 1), shares[0], mass(-1, 1) ** 2)
    }
    assert [o.text for o in predict.options if o.correct] == [f"${shares[0]:.2f}$"]
    assert round(10000 * (1 - shares[1])) == 1353
    stated(block("normal.mvn"), "=1353$", "455")


def test_the_radius_of_ninety_percent():
    question = asked("normal.radius-check")
    assert disc(question.answer.value) == pytest.approx(0.9)
    one_dimensional = optimize.brentq(lambda k: mass(-k, k) - 0.9, 1, 3)
    stated(question, f"{100 * disc(one_dimensional):.0f} %", f"${one_dimensional:.3f}$")
    square = question.answer.value**2
    stated(question, f"={digits(question.answer.value)}$", f"${digits(square)}$", f"={square:.3f}$")
    stated(question, "90 %", "$e^{-k^2/2}=0.1$", "$0.9$")


def test_a_slice_has_the_mean_and_variance_of_the_theorem():
    slope, cov = given(SIGMA, [1], [0])
    assert (slope[0, 0] * 2, cov[0, 0]) == pytest.approx((0.8, 0.36))
    grid = np.linspace(-8, 8, 4001)
    points = np.stack([grid, np.full_like(grid, 2.0)])
    weight = np.exp(-np.sum(points * np.linalg.solve(SIGMA, points), axis=0) / 2)
    mean = np.average(grid, weights=weight)
    assert (mean, np.average((grid - mean) ** 2, weights=weight)) == pytest.approx((0.8, 0.36))
    stated(block("normal.conditional"), "$0.8\\times\\frac12\\times2=0.8$", "$1-0.8^2=0.36$")
    rho, s1, s2 = 0.8, 1, 2
    assert rho * s1 / s2 * 2 == pytest.approx(0.8)


def test_the_measured_slice_is_the_one_the_text_reports():
    rng = np.random.default_rng(3)
    x = rng.standard_normal((100_000, 2)) @ np.linalg.cholesky(SIGMA).T
    cut = x[np.abs(x[:, 1] - 2) < 0.05, 0]
    assert abs(cut.mean() - 0.8) <= 4 * math.sqrt(0.36 / cut.size)
    stated(block("normal.mvn"), "$0.77$", "$0.36$")
    assert (cut.mean(), cut.var(ddof=1)) == pytest.approx((0.77, 0.36), abs=0.006)


def test_regression_lines_and_long_axis_differ():
    values, vectors = np.linalg.eigh(SIGMA)
    axis = vectors[:, np.argmax(values)]
    slope, _ = given(SIGMA, [1], [0])
    other, _ = given(SIGMA, [0], [1])
    shown = [slope[0, 0], axis[0] / axis[1], 1 / other[0, 0]]
    assert shown == pytest.approx([0.4, 0.4332, 0.625], abs=5e-5)
    stated(block("normal.slices"), "$0.4$", "$0.433$", "$0.625$", "$0.3$")
    even = np.array([[1, 0.3], [0.3, 1]])
    _, vectors = np.linalg.eigh(even)
    assert vectors[0, 1] / vectors[1, 1] == pytest.approx(1)
    assert given(even, [1], [0])[0][0, 0] == pytest.approx(0.3)


def test_the_mean_line_meets_the_ellipse_where_its_tangent_is_vertical():
    inverse = np.linalg.inv(SIGMA)
    at = np.array([0.4 * 2, 2.0])
    gradient = inverse @ at
    assert gradient[0] == pytest.approx(0)  # no component along x1, which is drawn upwards


def test_half_axes_are_roots_of_eigenvalues():
    circle = np.linspace(0, 2 * math.pi, 100_001)
    ellipse = np.linalg.cholesky(SIGMA) @ [np.cos(circle), np.sin(circle)]
    lengths = np.hypot(*ellipse)
    roots = np.sqrt(np.linalg.eigvalsh(SIGMA))
    assert (lengths.min(), lengths.max()) == pytest.approx(tuple(roots), abs=1e-6)


def test_a_walk_of_three_steps_forgets_the_first_given_the_second():
    steps = np.tril(np.ones((3, 3)))
    sigma = steps @ steps.T
    assert np.linalg.inv(sigma) == pytest.approx(np.array([[2, -1, 0], [-1, 2, -1], [0, -1, 1]]))
    assert sigma.tolist() == [[1, 1, 1], [1, 2, 2], [1, 2, 3]]
    _, cov = given(sigma, [1], [0, 2])
    assert cov[0, 1] == pytest.approx(0)
    stated(block("normal.precision"), "1&1&1\\\\1&2&2\\\\1&2&3", "2&-1&0\\\\-1&2&-1\\\\0&-1&1")
    slope, _ = given(sigma, [0, 2], [1])
    assert (slope @ [1, 5])[0] == pytest.approx(3)


def test_filling_with_the_mean_loses_a_third_of_the_variance():
    slope, cov = given(SIGMA, [1], [0])
    filled = slope[0, 0] ** 2 * SIGMA[1, 1]
    assert (filled, filled + cov[0, 0]) == pytest.approx((0.64, 1))
    stated(block("normal.imputation"), "$0.64$", "$0.64+0.36=1$")


def test_a_sum_of_correlated_entries_has_variance_8_2():
    assert np.ones(2) @ SIGMA @ np.ones(2) == pytest.approx(8.2)
    stated(block("normal.affine"), "=8.2$")
    question = asked("normal.sum-check")
    row = np.array([-1, 1]) @ SIGMA
    assert row == pytest.approx([0.6, 2.4])
    assert row @ [-1, 1] == pytest.approx(1.8)
    stated(question, "$A\\Sigma=(0.6,2.4)$", "=1.8$", "$8.2$", "1.6&4")


def test_the_sign_flip_has_the_moments_of_the_counterexample():
    fourth = integrate.quad(lambda t: t**4 * gauss(t), -40, 40)[0]
    assert fourth == pytest.approx(3)
    stated(block("normal.cross-proof"), "=3\\ne1=", "P(X+Y=0)=P(S=-1)=\\tfrac12")
    stated(block("normal.uncorrelated"), "$P(X+Y=0)=1/2$")


# ---- Limits


def test_three_dice_are_within_six_percent_of_the_normal_density():
    totals = [sum(roll) for roll in itertools.product(range(1, 7), repeat=3)]
    assert totals.count(10) == 27
    mean, variance = 10.5, 3 * 35 / 12
    assert Fraction(35, 12) == Fraction(sum(k * k for k in range(1, 7)), 6) - Fraction(7, 2) ** 2
    assert (np.mean(totals), np.var(totals)) == pytest.approx((mean, variance))
    density = gauss((10 - mean) / math.sqrt(variance)) / math.sqrt(variance)
    gap = density / (27 / 216) - 1
    stated(block("normal.dice"), "$27/216=0.125$", "=8.75$", f"${digits(density)}$")
    stated(block("normal.dice"), f"{100 * gap:.0f} %", "$10.5$")


def exponential_gap(n):
    """sup |F_n - Phi| for means of n exponentials, the sum counted as a Poisson process."""

    def distance(t):
        total = n + math.sqrt(n) * t
        exact = 1 - stats.poisson(total).cdf(n - 1) if total > 0 else 0.0
        return abs(exact - special.ndtr(t))

    return max(distance(t) for t in np.linspace(-4, 6, 2001))


def test_the_gap_of_exponential_means_falls_like_one_over_root_n():
    limit = 2 / (6 * math.sqrt(2 * math.pi))
    assert f"{limit:.4f}" == "0.1330"
    for n in (20, 320):
        assert math.sqrt(n) * exponential_gap(n) == pytest.approx(limit, abs=2e-4)
    third = integrate.quad(lambda x: abs(x - 1) ** 3 * math.exp(-x), 0, 60, points=[1])[0]
    assert third == pytest.approx(12 / math.e - 2)
    assert f"{0.4748 * third / limit:.1f}" == "8.6"
    stated(block("normal.averages"), "$0.1330$", "8.6", "=0.447$")
    assert digits(2 / math.sqrt(20)) == "0.447"


def coin_gap(n):
    """sup |F_n - Phi| for means of n fair coins, both sides of each step."""
    heads = np.arange(n + 1)
    z = (heads - n / 2) / math.sqrt(n / 4)
    after = stats.binom(n, 0.5).cdf(heads)
    before = after - stats.binom(n, 0.5).pmf(heads)
    return max(abs(after - special.ndtr(z)).max(), abs(before - special.ndtr(z)).max())


def test_fair_coins_are_no_faster_in_spite_of_zero_skewness():
    assert f"{1 / (2 * 0.5 * math.sqrt(2 * math.pi)):.3f}" == "0.399"
    assert math.sqrt(10_000) * coin_gap(10_000) == pytest.approx(0.399, abs=2e-4)
    stated(block("normal.rate"), "$0.399$", "0.4748")


@pytest.mark.parametrize("n", [1, 5, 50])
def test_the_bound_holds_where_it_can_be_counted(n):
    assert exponential_gap(n) < 0.4748 * (12 / math.e - 2) / math.sqrt(n)
    assert coin_gap(n) < 0.4748 * 1 / math.sqrt(n)


def test_the_cauchy_law_has_quartiles_one_and_stays_as_it_is():
    def density(x):
        return 1 / (math.pi * (1 + x * x))

    assert mass(-1, 1, density) == pytest.approx(0.5)
    of_two = [
        mass(-200, 200, lambda s, y=y: 2 * density(s) * density(2 * y - s)) for y in (0.0, 0.7, 2.0)
    ]
    assert of_two == pytest.approx([density(y) for y in (0.0, 0.7, 2.0)], rel=1e-4)
    predict = asked("normal.averages")
    widths = {o.id: o.text for o in predict.options}
    assert widths == {"root": f"${2 / math.sqrt(100)}$", "same": "$2$", "hundredth": f"${2 / 100}$"}


def test_one_exponential_draw_never_becomes_normal():
    below = [1 - stats.poisson(n).cdf(n - 1) for n in (1, 20, 320)]
    assert below[0] == pytest.approx(1 - math.exp(-1))
    stated(block("normal.data-become-normal"), *(digits(p) for p in below))


def test_means_of_a_thousand_are_hardly_skewed_and_maxima_stay_skewed():
    question = asked("normal.clt-check")
    k = np.arange(1, 1001)
    maximum = 2 * (1.0 / k**3).sum() / (1.0 / k**2).sum() ** 1.5  # a sum of X_k / k
    stated(question, f"={digits(2 / math.sqrt(1000), 2)}$", f"${digits(maximum)}$")


def test_five_exponential_means_pass_three_as_often_as_the_fact_says():
    tail = stats.poisson(5 + 3 * math.sqrt(5)).cdf(4)
    assert tail == pytest.approx(0.00931, abs=5e-6)


# ---- High dimension


def test_lengths_lie_in_a_shell():
    r = np.linspace(0, 30, 300_001)
    for d, mean, sd in ((2, 1.2533, 0.6551), (100, 9.975, 0.706)):
        log = (d - 1) * np.log(np.maximum(r, 1e-300)) - r * r / 2
        weight = np.exp(log - log.max())
        found = np.average(r, weights=weight)
        spread = math.sqrt(np.average((r - found) ** 2, weights=weight))
        assert (found, spread) == pytest.approx((mean, sd), abs=5e-4)
        formula = math.sqrt(2) * math.exp(math.lgamma((d + 1) / 2) - math.lgamma(d / 2))
        assert found == pytest.approx(formula)
    stated(block("normal.shell"), "$9.975$", "$0.706$", "$0.7$")
    within = disc(11, 100) - disc(9, 100)
    stated(block("normal.mode-holds-mass"), f"${digits(disc(8, 100), 2)}$", f"${digits(within)}$")
    option = {o.id: o.text for o in asked("normal.shell-check").options if o.correct}
    assert option == {"root": f"${round(math.sqrt(1000))}$"}
    stated(asked("normal.shell-check"), "$\\sqrt{1000}=31.6$")


def test_a_fixed_threshold_rings_more_often_in_more_dimensions():
    beyond = {d: 1 - disc(3, d) for d in (1, 2, 5, 10)}
    assert f"{100 * beyond[10]:.0f} %" == "53 %"
    one_percent = optimize.brentq(lambda k: 1 - disc(k, 10) - 0.01, 3, 8)
    assert one_percent == pytest.approx(math.sqrt(stats.chi2.ppf(0.99, 10)))
    stated(block("normal.detector"), "53 %", f"${digits(one_percent)}$")
    question = asked("normal.detector-check")
    stated(question, f"{100 * beyond[1]:.2f} %", f"{100 * beyond[2]:.2f} %")
    stated(question, f"{100 * beyond[5]:.1f} %")
    assert 9 < beyond[5] / beyond[2] < 10
