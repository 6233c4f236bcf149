"""The numbers of section 1.3 about samples, divisors and rounding, worked out a second time."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from scipy import integrate, stats

from course.counting import asked, block, digits, stated
from course.test_variance_numbers import SCORES, covariance, mean, squares


def test_two_coins_lose_half_of_the_variance_to_their_mean():
    sums = [squares(toss) for toss in itertools.product((0, 1), repeat=2)]
    assert sums == [0, Fraction(1, 2), Fraction(1, 2), 0]
    assert covariance([0, 1], [0, 1]) == mean(sums) == Fraction(1, 4)
    assert mean(sums) / 2 == Fraction(1, 8)
    stated(block("variance.two-tosses"), "$0,\\frac12,\\frac12,0$", "$1/4$", "$\\frac18$")


@pytest.mark.parametrize("values", [(0, 1), (0, 1, 5), (-3, 2, 2)])
@pytest.mark.parametrize("n", [2, 3, 4])
def test_the_sum_of_squares_averages_n_minus_one_variances(values, n):
    samples = list(itertools.product(values, repeat=n))
    variance = covariance(values, values)
    assert mean([squares(s) for s in samples]) == (n - 1) * variance
    means = [Fraction(sum(s), n) for s in samples]
    assert covariance(means, means) == variance / n


def test_uncorrelated_is_enough_and_normal_is_not_needed():
    pairs = [(-1, 1), (0, -2), (1, 1)]  # uncorrelated, dependent
    xs, ys = zip(*pairs, strict=True)
    assert covariance(xs, ys) == 0
    scaled = [(math.sqrt(3) * x, y) for x, y in pairs]  # the same variance, 2
    assert np.mean([(x - y) ** 2 / 2 for x, y in scaled]) == pytest.approx(2)


def squared_error(n, divisor):
    """The MSE of Q / divisor for Q with n - 1 degrees of freedom, by quadrature."""
    law = stats.chi2(n - 1)
    return integrate.quad(lambda q: (q / divisor - 1) ** 2 * law.pdf(q), 0, 200, limit=200)[0]


def test_five_normal_data_have_the_squared_errors_stated():
    errors = [squared_error(5, divisor) for divisor in (4, 5, 6)]
    assert errors == pytest.approx([2 / 4, 9 / 25, 2 / 6])
    stated(block("variance.unbiased-is-best"), *(f"${e:.3f}$" for e in errors))
    stated(block("variance.bessel"), *(f"${e:.2f}$" for e in errors), "$1/3$", "$-1/3$")
    assert errors[2] < min(squared_error(5, c) for c in (5.8, 6.2, 7))
    assert Fraction(4, 6) - 1 == -Fraction(1, 3)  # the bias of divisor 6
    right = [o.id for o in asked("variance.bessel").options if o.correct]
    assert right == ["six"]


def test_the_root_of_the_unbiased_variance_is_biased():
    law = stats.chi2(4)
    root = integrate.quad(lambda q: math.sqrt(q / 4) * law.pdf(q), 0, 200)[0]
    c4 = math.sqrt(2 / 4) * math.gamma(5 / 2) / math.gamma(2)
    assert root == pytest.approx(c4)
    assert (f"{c4:.3f}", f"{100 * c4:.0f} %") == ("0.940", "94 %")
    stated(block("variance.mse"), "$0.940$")
    stated(block("variance.unbiased-is-best"), "94 %")
    stated(block("variance.bessel"), "$0.94\\,\\sigma$")


def test_one_value_may_well_be_closer_than_the_unbiased_one():
    assert squares(SCORES) / 4 == 12.5
    assert squares(SCORES) / 5 == 10
    assert abs(10 - 8) < abs(12.5 - 8)
    question = asked("variance.meaning-check")
    stated(question, "$S^2=12.5$", "$10$", "$S=3.54$", "8", "$0.94\\,\\sigma$")
    assert [o.id for o in question.options if o.correct] == ["average"]


@pytest.mark.parametrize("values", [(0, 1), (0, 0, 0, 7), (-2, 1, 3)])
def test_the_variance_of_the_unbiased_variance(values):
    n, variance = 3, covariance(values, values)
    centred = [v - mean(values) for v in values]
    kurtosis = mean([c**4 for c in centred]) / variance**2 - 3
    estimates = [squares(s) / (n - 1) for s in itertools.product(values, repeat=n)]
    assert covariance(estimates, estimates) == variance**2 * (Fraction(2, n - 1) + kurtosis / n)


def test_correlated_data_hide_half_of_the_variance():
    n, rho = 5, 0.5
    sigma = np.full((n, n), rho) + (1 - rho) * np.eye(n)
    centring = np.eye(n) - 1 / n
    assert np.trace(centring @ sigma) / (n - 1) == pytest.approx(0.5)
    assert np.full(n, 1 / n) @ sigma @ np.full(n, 1 / n) == pytest.approx(0.6)
    stated(block("variance.correlated-data"), "$n=5$", "$0.6\\,\\sigma^2$", "$0.2\\,\\sigma^2$")


def test_listing_every_value_twice_shrinks_the_standard_error_to_two_thirds():
    once = math.sqrt(squares(SCORES) / 4 / 5)
    twice = math.sqrt(squares(SCORES * 2) / 9 / 10)
    assert twice / once == pytest.approx(2 / 3)
    stated(asked("variance.copies-check"), "$\\sqrt{2\\times20/90}=0.667$")
    assert [o.id for o in asked("variance.copies-check").options if o.correct] == ["smaller"]


# ---- Libraries and rounding


def test_numpy_and_scikit_learn_divide_as_stated():
    assert np.var(SCORES) == pytest.approx(10)
    assert np.cov(SCORES) == pytest.approx(12.5)
    assert np.cov(np.zeros((5, 2))).shape == (5, 5)
    assert np.cov(np.zeros((5, 2)), rowvar=False).shape == (2, 2)
    scaler = pytest.importorskip("sklearn.preprocessing").StandardScaler()
    assert scaler.fit(np.array(SCORES, float)[:, None]).var_[0] == pytest.approx(10)


def test_torch_divides_as_stated_and_its_batch_norm_does_both():
    torch = pytest.importorskip("torch")
    scores = torch.tensor(SCORES, dtype=torch.float64)
    assert float(torch.var(scores)) == pytest.approx(12.5)
    assert digits(torch.std(scores)) == "3.54"
    for n in (2, 32):
        batch = torch.randn(n, 1, generator=torch.Generator().manual_seed(0))
        norm = torch.nn.BatchNorm1d(1, momentum=1.0, eps=1e-12)
        assert float(norm(batch).detach().var(correction=0)) == pytest.approx(1, abs=1e-5)
        ratio = float(norm.running_var) / float(batch.var(correction=0))
        assert ratio == pytest.approx(n / (n - 1), rel=1e-5)
    assert f"{100 * (32 / 31 - 1):.0f} %" == "3 %"
    stated(block("variance.batch-norm"), "$32/31$", "3 %")


def test_defaults_on_four_numbers():
    assert (squares([1, 2, 3, 4]) / 4, squares([1, 2, 3, 4]) / 3) == (1.25, Fraction(5, 3))
    stated(block("variance.defaults"), "$1.25$", f"${digits(Fraction(5, 3))}$")


def test_thirty_two_bits_lose_a_variance_of_one():
    x = np.array([9999, 10001], np.float32)
    assert (x * x).mean() - x.mean() ** 2 == 0
    assert ((x - x.mean()) ** 2).mean() == 1
    stated(block("variance.one-pass"), "9999", "10001")


def test_thirty_two_bit_numbers_near_ninety_thousand_are_too_far_apart():
    assert f"{np.spacing(np.float32(90_000)):.4f}" == "0.0078"
    assert round(float(np.spacing(np.float32(90_000))) / 0.01**2) == 78
    question = asked("variance.cancellation-check")
    stated(question, "$0.0078$", "78", "$0.0001$", "90000")
    rng = np.random.default_rng(2)
    drawn = [(300 + 0.01 * rng.standard_normal(1000)).astype(np.float32) for _ in range(40)]
    found = [float((x * x).mean() - x.mean() ** 2) for x in drawn]
    assert [o.id for o in question.options if o.correct] == ["noise"]
    assert min(found) < 0
    assert max(abs(value) for value in found) > 10 * 0.01**2


def test_doubles_near_ten_to_the_sixteen_lie_two_apart():
    assert np.spacing(1.0e16) == 2
    stated(block("variance.offset"), "$10^{16}$", "2", "$10^{-6}$")
    z = np.random.default_rng(1).standard_normal(1000)
    x = 1e8 + z
    assert abs((x**2).mean() - x.mean() ** 2 - z.var()) > 0.9
    assert abs((1e9 + z).var() - z.var()) < 1e-6
    gaps = [abs(((o + z) ** 2).mean() - (o + z).mean() ** 2 - z.var()) for o in (1e4, 1e7)]
    assert 2 <= math.log10(gaps[1] / gaps[0]) <= 10  # a hundredfold each, roughly, over 3 decades


def test_a_normal_square_has_variance_two():
    fourth = integrate.quad(lambda z: z**4 * stats.norm.pdf(z), -30, 30)[0]
    assert fourth - 1 == pytest.approx(2)
    stated(block("variance.mse-proof"), "=3-1=2$")
