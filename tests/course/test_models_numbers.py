"""Every number that section 1.5 states, worked out a second time by other means.

Words are counted as fractions, EM is done by scikit-learn or in exact sums, and regression by
Gaussian conditioning on the joint law instead of by the formulas of the section.
"""

import math
from fractions import Fraction
from functools import cache

import numpy as np
import pytest
from scipy import integrate, special, stats

from course.counting import asked, block, digits, stated, words

pytestmark = pytest.mark.filterwarnings("ignore:.*did not converge", "ignore:overflow")
SPAM, OTHER = [6, 3, 1], [1, 0, 9]
MESSAGE = [2, 2, 1]  # meeting, meeting, prize
SMALL = np.array([0.0, 1, 3, 4])


def smoothed(counts, alpha):
    """Posterior mean of the word probabilities under Dir(alpha), word by word."""
    total = sum(counts)
    return [Fraction(c + alpha) / (total + alpha * len(counts)) for c in counts]


def weight(counts, alpha):
    return math.prod(smoothed(counts, Fraction(alpha))[word] for word in MESSAGE)


# ---- Naive Bayes


def test_the_table_of_words_adds_up():
    for lang, row in (("ja", "迷惑"), ("en", "spam")):
        text = words(block("models.unseen"), lang)
        assert f"\\text{{{row}}}&6&3&1&{sum(SPAM)}" in text
        assert f"&1&0&9&{sum(OTHER)}" in text


def test_one_unseen_word_decides_unless_counts_are_smoothed():
    assert weight(SPAM, 0) == Fraction("0.003")
    assert weight(OTHER, 0) == 0
    stated(block("models.unseen"), "0.1\\times0.1\\times0.3=0.003", "0.9\\times0.9\\times0=0")
    spam, other = weight(SPAM, 1) * 13**3, weight(OTHER, 1) * 13**3
    assert (spam, other) == (2 * 2 * 4, 10 * 10 * 1)
    posterior = spam / (spam + other)
    stated(block("models.smoothing"), "$16/116=0.138$", "=16$", "=100$")
    assert digits(posterior) == "0.138"


def test_the_weight_of_the_prior_fades_with_the_counts():
    ten, thousand = smoothed([0, 5, 5], 1)[0], smoothed([0, 500, 500], 1)[0]
    stated(block("models.smoothing-hack"), f"$1/13={digits(ten)}$", f"$1/1003={digits(thousand)}$")
    assert (ten, thousand) == (Fraction(1, 13), Fraction(1, 1003))


def test_smoothing_is_a_mode_under_one_prior_and_a_mean_under_another():
    k, n, alpha = 7, 10, 1.5
    grid = np.linspace(1e-6, 1 - 1e-6, 400_001)
    target = (k + alpha) / (n + 2 * alpha)
    log = (k + alpha) * np.log(grid) + (n - k + alpha) * np.log(1 - grid)  # Dir(alpha + 1)
    assert grid[log.argmax()] == pytest.approx(target, abs=1e-5)
    density = stats.beta(alpha + k, alpha + n - k).pdf
    assert integrate.quad(lambda t: t * density(t), 0, 1)[0] == pytest.approx(target)
    assert stats.beta(1 + k, 1 + n - k).mean() == pytest.approx((k + 1) / (n + 2))
    stated(block("models.dirichlet"), "$(k+1)/(n+2)$", "$k/n$")


def test_an_absent_link_speaks_against_spam():
    assert (1 - Fraction("0.9")) / (1 - Fraction("0.4")) == Fraction(1, 6)
    stated(block("models.bernoulli"), "$0.1/0.6=1/6$")


def test_the_log_of_the_small_sum_and_the_edge_of_double_precision():
    value = special.logsumexp([-1000.0, -1001.0])
    assert f"{value:.3f}" == "-999.687"
    stated(block("models.lse"), "-999.687")
    assert np.exp(-746.0) == 0 < np.exp(-745.0)
    smallest = np.nextafter(0.0, 1.0)
    assert f"{smallest:.1e}" == "4.9e-324"
    stated(block("models.underflow"), "$4.9\\times10^{-324}$", "-746")
    assert round(300 * math.log10(1 / 64)) == -542
    assert f"{math.log(1 / 64):.2f}" == "-4.16"
    stated(asked("models.digits"), "$10^{-542}$", "-4.16")


@cache
def digits_posteriors(alpha=1.0):
    """scikit-learn's log joint and log posterior of the test digits, and the labels."""
    datasets = pytest.importorskip("sklearn.datasets")
    bayes = pytest.importorskip("sklearn.naive_bayes")
    rows, y = datasets.load_digits(return_X_y=True)
    order = np.random.default_rng(7).permutation(len(y))
    train, test = order[:1200], order[1200:]
    model = bayes.MultinomialNB(alpha=alpha).fit(rows[train], y[train])
    joint = model.predict_joint_log_proba(rows[test])
    return joint, model.predict_log_proba(rows[test]), y[test], rows[train]


def test_the_digits_are_nine_tenths_right_and_too_sure():
    joint, log_post, y, seen = digits_posteriors()
    right = log_post.argmax(axis=1) == y
    sure = np.exp(log_post.max(axis=1))
    assert (len(y), right.sum(), (~right).sum()) == (597, 536, 61)
    assert (sure[~right] > 0.99).sum() == 45
    stated(block("models.digits"), "597", "61", "45", "89.8 %", f"${sure.mean():.3f}$")
    assert f"{100 * right.mean():.1f}" == "89.8"
    stated(block("models.question"), f"{100 * sure.mean():.1f} %")
    stated(asked("models.calibration-check"), "597", "536", "61", "45", "$0.99$")
    lost = (np.exp(joint) == 0).all(axis=1).mean()
    assert f"{100 * lost:.1f} %" == "99.8 %"
    stated(asked("models.digits"), "99.8 %")
    assert 290 < seen.sum(axis=1).mean() < 330
    assert (seen.shape, seen.max()) == ((1200, 64), 16)


def test_the_accuracy_hardly_depends_on_alpha():
    accuracies = []
    for alpha in (0.001, 0.01, 0.1, 1.0, 10.0):
        _, log_post, y, _ = digits_posteriors(alpha)
        accuracies.append((log_post.argmax(axis=1) == y).mean())
    assert max(accuracies) - min(accuracies) < 0.005


def test_one_copy_turns_the_decision_round():
    used = {k: Fraction(4) ** k / 6 / (1 + Fraction(4) ** k / 6) for k in (1, 2, 10)}
    assert used[1] == Fraction(2, 5) < Fraction(1, 2) < used[2]
    stated(block("models.copies"), f"${float(used[1])}$", f"${digits(used[2])}$", "$0.99999$")
    assert used[10] > Fraction(99999, 100000)


# ---- Mixtures


def responsibilities(points, centres, variance=1.0):
    """P(first centre | point) for two equal components."""
    log = [stats.norm(c, math.sqrt(variance)).logpdf(points) for c in centres]
    return special.expit(log[0] - log[1])


def test_the_four_points_move_the_centres_to_0_519_and_3_481():
    r = responsibilities(SMALL, (0, 4))
    first, second = np.average(SMALL, weights=r), np.average(SMALL, weights=1 - r)
    found = (digits(r[1]), digits(r[2], 2), digits(first), digits(second, 4))
    assert found == ("0.982", "0.018", "0.519", "3.481")
    stated(block("models.lost-labels"), "1/(1+e^{-4})=0.982", *(f"${each}$" for each in found[1:]))
    softer = responsibilities(SMALL, (0, 4), variance=4.0)[1]
    stated(block("models.k-means"), f"${digits(r[1])}$", f"${digits(softer)}$")


@cache
def cloud():
    """The 600 points of the programs, with the parameters that made them."""
    rng = np.random.default_rng(8)
    centres = np.array([[0, 0], [3.0, 0], [1.5, 3.0]])
    z = rng.integers(3, size=600)
    mix = np.array([[1.0, 0.0], [0.4, 0.8]])
    return centres[z] + rng.standard_normal((600, 2)) @ mix.T, centres, mix @ mix.T, rng


@cache
def fitted(start, rounds):
    """Total log-likelihood and means after `rounds` of scikit-learn's EM, without its floor."""
    mixture = pytest.importorskip("sklearn.mixture")
    rows, *_ = cloud()
    first = rows[np.random.default_rng(start).choice(600, 3, replace=False)]
    precision = np.linalg.inv(np.cov(rows.T))
    model = mixture.GaussianMixture(
        3,
        means_init=first,
        weights_init=np.full(3, 1 / 3),
        precisions_init=np.stack([precision] * 3),
        reg_covar=0.0,
        tol=0.0,
        max_iter=rounds,
    )
    with np.errstate(all="ignore"):
        model.fit(rows)
    return 600 * model.score(rows), model.means_, model


def test_the_starts_end_where_the_text_says():
    rows, centres, cov, _ = cloud()
    density = np.mean([stats.multivariate_normal(c, cov).pdf(rows) for c in centres], axis=0)
    assert f"{np.log(density).sum():.2f}" == "-2124.06"
    seen = {s: f"{fitted(s, 20)[0]:.2f}" for s in (1, 5)}
    assert seen == {1: "-2153.28", 5: "-2115.11"}
    ends = {s: f"{fitted(s, 1000)[0]:.2f}" for s in (1, 2, 5, 11)}
    assert ends == {1: "-2147.93", 2: "-2115.08", 5: "-2115.08", 11: "-2115.08"}
    stated(block("models.em-motion"), "$-2124.06$", *(f"${n}$" for n in seen.values()))
    stated(block("models.em-motion"), "$-2147.93$")
    pitfall = block("models.global-maximum")
    stated(pitfall, "$-2147.93$", "$-2115.08$", "33 nat")
    assert round(fitted(5, 1000)[0] - fitted(1, 1000)[0]) == 33
    slow = [fitted(11, rounds)[0] for rounds in (15, 20)]
    stated(pitfall, f"${slow[0]:.2f}$", f"{slow[1] - slow[0]:.1f} nat")


def test_two_starts_near_the_same_fit_with_other_numbers():
    two, five = fitted(2, 20)[1], fitted(5, 20)[1]
    match = np.linalg.norm(two[:, None] - five, axis=2).argmin(axis=1)
    assert sorted(match) == [0, 1, 2]
    assert list(match) != [0, 1, 2]
    assert np.abs(two - five[match]).max() < 0.2


def test_equal_components_never_separate():
    mixture = pytest.importorskip("sklearn.mixture")
    rows, *_ = cloud()
    model = mixture.GaussianMixture(
        2,
        means_init=np.zeros((2, 2)),
        weights_init=[0.3, 0.7],
        precisions_init=np.stack([np.eye(2)] * 2),
        reg_covar=0.0,
        tol=0.0,
        max_iter=50,
    ).fit(rows)
    assert np.allclose(model.means_, rows.mean(axis=0))
    assert np.allclose(model.covariances_, np.cov(rows.T, ddof=0))


def test_the_sixty_rounds_climb_and_keep_the_mean():
    stated(block("models.gmm-em"), "$-2466.40$", "$-2115.08$", "60")
    rows, *_ = cloud()
    for rounds in (1, 7):
        model = fitted(5, rounds)[2]
        assert np.allclose(model.weights_ @ model.means_, rows.mean(axis=0))


def test_a_component_on_a_point_has_no_highest_likelihood():
    wide = stats.norm(2, math.sqrt(2.5)).logpdf(SMALL)
    assert np.var(SMALL) == 2.5

    def total(s):
        return np.logaddexp(stats.norm(0, s).logpdf(SMALL), wide).sum() - 4 * math.log(2)

    seen = [digits(total(s)) for s in (1e-10, 1e-100)]
    assert f"{total(0.1):.2f}" == "-6.69"
    stated(block("models.bounded-likelihood"), "$-6.69$", *(f"${each}$" for each in seen))
    climb = [total(10.0**-k) for k in range(1, 200, 20)]
    assert np.diff(climb).min() > 0
    alone = [stats.norm(0, 10.0**-k).logpdf(SMALL).sum() for k in range(1, 5)]
    assert np.diff(alone).max() < 0


# ---- Bayesian linear regression


def conditioned(rows, y, new, noise, prior):
    """Mean and covariance of (w, y at `new`) given y, from their joint normal law."""
    maps = np.vstack([np.eye(rows.shape[1]), new])
    joint = prior * maps @ maps.T
    joint[-1, -1] += noise
    cross = prior * maps @ rows.T
    gain = cross @ np.linalg.inv(prior * rows @ rows.T + noise * np.eye(len(y)))
    return gain @ y, joint - gain @ cross.T


def test_two_points_give_slope_1_17_and_variance_2_5():
    rows, y = np.array([[1.0], [2]]), np.array([1.0, 3])
    mean, cov = conditioned(rows, y, np.array([[3.0]]), noise=1.0, prior=1.0)
    assert (1 / cov[0, 0], cov[1, 1]) == (pytest.approx(6), pytest.approx(2.5))
    assert digits(mean[0]) == "1.17"
    assert np.linalg.lstsq(rows, y, rcond=None)[0][0] == pytest.approx(1.4)
    stated(block("models.two-points"), "=1.17$", "$7/5=1.4$", "$3^2/6=1.5$", "$6$")
    after, spread = conditioned(rows[:1], y[:1], np.array([[3.0]]), noise=1.0, prior=1.0)
    assert (after[0], 1 / spread[0, 0]) == (pytest.approx(0.5), pytest.approx(2))
    stated(block("models.sequential"), "$1+1=2$", "$1/2$", "$2+4=6$", "=1.17$")


@cache
def twelve(degree):
    rng = np.random.default_rng(9)
    x = rng.uniform(-1, 0.6, 12)
    y = np.sin(3 * x) + 0.2 * rng.standard_normal(12)
    return np.vander(x, degree + 1, increasing=True), y


def spread_at(x, degree=5):
    rows, y = twelve(degree)
    new = np.vander([x], degree + 1, increasing=True)
    return math.sqrt(conditioned(rows, y, new, 0.04, 4.0)[1][-1, -1])


def test_the_band_is_38_times_wider_outside_the_data():
    near, middle, far = spread_at(0), spread_at(0.7), spread_at(1.3)
    stated(asked("models.linreg"), f"{far:.3f}/{near:.3f}={far / near:.0f}$", digits(1.3**5, 2))
    assert f"{middle:.4f}" == "0.6047"
    reading = block("models.linreg")
    stated(reading, "$0.6047$", f"${math.sqrt(0.95 * 0.05 / 4000):.4f}$")
    of_line = math.sqrt(near**2 - 0.04)
    inside = 2 * stats.norm.cdf(1.96 * of_line / near) - 1
    stated(block("models.noise-forgotten"), f"{100 * inside:.0f} %")


def test_the_cubic_band_shrinks_to_the_noise_inside_only():
    rng = np.random.default_rng(3)
    x = rng.permutation(np.linspace(-1, 0.4, 20))
    rows = np.vander(x, 4, increasing=True)
    grid = np.linspace(-1.2, 1.2, 97)
    new = np.vander(grid, 4, increasing=True)
    var = [conditioned(rows, x, row[None], 0.04, 4.0)[1][-1, -1] for row in new]
    stated(block("models.band"), f"${math.sqrt(min(var)):.3f}$", f"${math.sqrt(var[-1]):.2f}$")


def test_a_credible_interval_covers_a_fixed_slope_more_or_less_often():
    half = 1.96 * math.sqrt(1 / 6)
    pitfall = block("models.band-name")
    for w, share in ((3.0, "78.9 %"), (0.0, "96.8 %")):
        law = stats.norm(5 * w / 6, math.sqrt(5) / 6)
        assert f"{100 * (law.cdf(w + half) - law.cdf(w - half)):.1f} %" == share
        stated(pitfall, share)

    def covered(w):
        law = stats.norm(5 * w / 6, math.sqrt(5) / 6)
        return (law.cdf(w + half) - law.cdf(w - half)) * stats.norm.pdf(w)

    assert integrate.quad(covered, -8, 8)[0] == pytest.approx(0.95, abs=1e-4)
    stated(asked("models.band-check"), "78.9 %", "$1.5$", "$2.5$")


def test_the_evidence_prefers_degree_two():
    found = {}
    residual = []
    for degree in range(1, 10):
        rows, y = twelve(degree)
        precision = np.eye(degree + 1) / 4 + rows.T @ rows / 0.04
        m = np.linalg.solve(precision, rows.T @ y / 0.04)
        fit = ((y - rows @ m) ** 2).sum() / 0.04 + (m**2).sum() / 4
        log_det = np.linalg.slogdet(4 * precision)[1] + 12 * math.log(2 * math.pi * 0.04)
        found[degree] = -(fit + log_det) / 2  # the form in weights, not in y
        residual.append(np.linalg.norm(y - rows @ np.linalg.lstsq(rows, y, rcond=None)[0]))
    assert max(found, key=found.get) == 2
    stated(block("models.evidence"), *(f"${found[d]:.2f}$" for d in (2, 5, 9)))
    assert np.diff(residual).max() < 1e-9


def test_the_defaults_of_scikit_learn_are_as_stated():
    mixture = pytest.importorskip("sklearn.mixture")
    bayes = pytest.importorskip("sklearn.naive_bayes")
    model = mixture.GaussianMixture()
    stated(block("models.defaults"), f"alpha={bayes.MultinomialNB().alpha}")
    stated(block("models.defaults"), f"n_init={model.n_init}", f"reg_covar={model.reg_covar}")
