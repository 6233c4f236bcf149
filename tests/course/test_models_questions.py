"""Keys and named wrong answers of section 1.5, worked out a second time by other means."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from scipy import special, stats

from course.counting import COURSE, asked, stated
from course.test_models_numbers import conditioned, fitted
from course.worked_out import apart, number_agrees, numbers_stand_apart
from mlmath_tutor.content.blocks import Check
from mlmath_tutor.content.questions import Matrix, Numeric

pytestmark = pytest.mark.filterwarnings("ignore:.*did not converge")


def spam_given(link, attachment, spam=Fraction(3, 10)):
    """P(spam | what is known), summed over a table of all messages; None is "not looked at"."""
    weight = {}
    for is_spam, share, with_link, with_file in (
        (True, spam, Fraction(8, 10), Fraction(6, 10)),
        (False, 1 - spam, Fraction(2, 10), Fraction(2, 10)),
    ):
        weight[is_spam] = sum(
            share * (with_link if a else 1 - with_link) * (with_file if b else 1 - with_file)
            for a, b in itertools.product((True, False), repeat=2)
            if link in (None, a) and attachment in (None, b)
        )
    return weight[True] / sum(weight.values()), weight[True]


SPAM, JOINT = spam_given(True, False)


def share(count, total, vocabulary, alpha):
    """A word's share after `alpha` more of each word have been put on the pile."""
    pile = [count, *[Fraction(total - count, vocabulary - 1)] * (vocabulary - 1)]
    pile = [each + alpha for each in pile]
    return pile[0] / sum(pile)


def mixture(weights, sds):
    """Posterior of component 1 at x = 1 for centres 0 and 2."""
    log = [
        math.log(w) + stats.norm(centre, sd).logpdf(1)
        for w, centre, sd in zip(weights, (0, 2), sds, strict=True)
    ]
    return special.expit(log[0] - log[1])


def predicted(xs, x, noise, prior):
    """Variance of a new y at x, from the joint normal law."""
    rows = np.array(xs, float)[:, None]
    return conditioned(rows, np.zeros(len(xs)), np.array([[x]]), noise, prior)[1][1, 1]


SEEN = [1, 1, 2]
HALF = Fraction(1, 2)

NUMERIC = {
    "Q1.5.1": (
        SPAM,
        {
            "absence-ignored": spam_given(True, None)[0],
            "absence-as-presence": spam_given(True, True)[0],
            "prior-ignored": spam_given(True, False, spam=HALF)[0],
            "odds-as-probability": SPAM / (1 - SPAM),
            "joint": JOINT,
        },
    ),
    "Q1.5.2": (
        share(1, 20, 10, HALF),
        {
            "vocabulary-forgotten": Fraction(3, 2) / Fraction(41, 2),
            "unsmoothed": share(1, 20, 10, 0),
            "alpha-one": share(1, 20, 10, 1),
            "denominator-kept": Fraction(3, 2) / 20,
        },
    ),
    "Q1.5.3": (
        mixture((0.3, 0.7), (1, 2)),
        {
            "weights-forgotten": mixture((0.5, 0.5), (1, 2)),
            "normaliser-forgotten": mixture((0.3, 1.4), (1, 2)),
            "variance-as-sd": mixture((0.3, 0.7), (1, 4)),
            "other-component": 1 - mixture((0.3, 0.7), (1, 2)),
        },
    ),
    "Q1.5.6": (
        predicted(SEEN, 2, 2, 1),
        {
            "noise-forgotten": predicted(SEEN, 2, 2, 1) - 2,
            "only-noise": predicted([1e6], 2, 2, 1),
            "noise-not-dividing": 2 + predicted(SEEN, 2, 1, 1) - 1,
            "prior-forgotten": 2 + 2 * 2**2 / np.dot(SEEN, SEEN),
            "standard-deviation": math.sqrt(predicted(SEEN, 2, 2, 1)),
            "data-ignored": predicted([0], 2, 2, 1),
        },
    ),
    "models.smoothing-check": (
        share(3, 46, 4, 1),
        {
            "vocabulary-forgotten": Fraction(4, 47),
            "unsmoothed": share(3, 46, 4, 0),
            "denominator-kept": Fraction(4, 46),
        },
    ),
    "models.lse-check": (
        special.softmax([-800.0, -802])[0],
        {
            "other-class": special.softmax([-800.0, -802])[1],
            "both-lost": 0.5,
            "odds": math.exp(2),
        },
    ),
    "models.responsibility-check": (
        mixture((0.2, 0.8), (1, 1)),
        {
            "weights-forgotten": mixture((0.5, 0.5), (1, 1)),
            "other-component": 1 - mixture((0.2, 0.8), (1, 1)),
            "joint": 0.2 * stats.norm.pdf(1),
        },
    ),
}


@pytest.mark.parametrize("name", NUMERIC)
def test_key_and_named_wrong_answers_agree_with_another_computation(name):
    number_agrees(name, *NUMERIC[name], rel=1e-6)


@pytest.mark.parametrize("name", NUMERIC)
def test_no_named_wrong_answer_could_pass_for_the_key_or_another(name):
    key, traps = NUMERIC[name]
    numbers_stand_apart(name, traps, times=1.5)
    for trap in traps.values():
        assert apart(asked(name), float(key), float(trap)), trap


def test_every_numeric_question_of_the_section_is_worked_out_here():
    section = COURSE.section("models")
    inside = {
        b.id for b in section.blocks if isinstance(b, Check) and isinstance(b.question, Numeric)
    }
    assert set(NUMERIC) == {q.label for q in section.questions if isinstance(q, Numeric)} | inside


def repeated(points, shares, times=10):
    """The points, each as often as its share of `times` says."""
    return np.repeat(points, [round(times * s) for s in shares])


def test_the_m_step_is_the_fit_of_points_repeated_by_their_responsibility():
    points, r = np.array([0.0, 2, 4, 8]), np.array([0.9, 0.5, 0.5, 0.1])
    copies = repeated(points, r)
    mean, var = copies.mean(), copies.var()
    kept = copies.size / 40
    over_n = (r * points).sum() / 4
    question = asked("Q1.5.4")
    assert isinstance(question, Matrix)
    assert question.value[0] == pytest.approx([kept, mean, var])
    named = {d.note: list(d.value[0]) for d in question.diagnose}
    assert named == {
        "divided-by-n": pytest.approx([kept, over_n, (r * (points - over_n) ** 2).sum() / 4]),
        "unweighted": pytest.approx([kept, points.mean(), points.var()]),
        "mean-not-subtracted": pytest.approx([kept, mean, (copies**2).mean()]),
        "count-for-share": pytest.approx([copies.size / 10, mean, var]),
        "standard-deviation": pytest.approx([kept, mean, math.sqrt(var)]),
    }
    rest = repeated(points, 1 - r)
    stated(question, f"={rest.mean():.1f}$", "=3.5=\\bar x$")
    assert points.mean() == pytest.approx(0.5 * mean + 0.5 * rest.mean()) == 3.5


# ---- Orders, programs and choices


def test_the_lines_of_the_derivation_hold_for_a_mixture_of_two():
    """Each line, put to the test with numbers; both distractors fail there."""
    rng = np.random.default_rng(0)
    x = np.concatenate([rng.normal(0, 1, 30), rng.normal(2, 1, 20)])

    def joint(mu):
        return np.log(0.5) + np.stack([stats.norm(m).logpdf(x) for m in mu], axis=1)

    def posterior(mu):
        return special.softmax(joint(mu), axis=1)

    def ell(mu):
        return special.logsumexp(joint(mu), axis=1).sum()

    def bound(q, mu):
        return (q * (joint(mu) - np.log(q))).sum()

    def kl(q, mu):
        return (q * np.log(q / posterior(mu))).sum()

    old = np.array([-0.5, 1.0])
    q = posterior(old)
    new = (q.T @ x) / q.sum(axis=0)
    assert ell(new) == pytest.approx(bound(q, new) + kl(q, new))
    assert bound(q, old) == pytest.approx(ell(old))
    assert bound(q, new) > bound(q, old)
    assert ell(new) > bound(q, new)
    assert kl(q, new) > 1e-3  # the distractor `tight-after`
    best = new
    for _ in range(200):
        best = (posterior(best).T @ x) / posterior(best).sum(axis=0)
    assert ell(best) > ell(new) + 1e-3  # the distractor `summit`


def test_naive_and_safe_log_sum_exp_differ_where_the_text_says():
    a = np.array([-1000.0, -1001.0])
    with np.errstate(divide="ignore"):
        assert np.log(np.exp(a).sum()) == -math.inf
    stated(asked("Q1.5.7"), "`-inf`", f"${special.logsumexp(a):.3f}$")
    assert f"{special.logsumexp([1000.0, 1000.0]):.3f}" == "1000.693"
    assert special.logsumexp(a) == pytest.approx(-999.6867383124818, abs=1e-12)
    assert f"{math.log(2):.3f}" == "0.693"


def test_nothing_collapsed_where_a_start_came_to_rest():
    value, _, model = fitted(1, 1000)
    stated(asked("Q1.5.8"), f"${value:.2f}$")
    assert np.linalg.eigvalsh(model.covariances_).min() > 0.02


def test_a_floor_under_the_variance_bounds_the_likelihood():
    x = np.array([0.0, 1, 3, 4])
    for s in (1e-3, 1e-6):
        free = np.logaddexp(stats.norm(0, s).logpdf(x), stats.norm(2, 1.6).logpdf(x)).sum()
        assert (
            free > np.logaddexp(stats.norm(0, 10 * s).logpdf(x), stats.norm(2, 1.6).logpdf(x)).sum()
        )
    floor = 0.1
    assert stats.norm(0, floor).pdf(0) == pytest.approx(3.99, abs=0.005)
    stated(asked("Q1.5.8"), "$3.99$")
    stated(asked("models.collapse-check"), "$3.99$")


def test_the_predictive_spread_approaches_the_noise():
    options = {o.id: o.text for o in asked("models.predict-check").options}
    limit = math.sqrt(predicted([1] * 2000, 1, 0.25, 4))
    assert options["noise"] == f"${limit:.1f}$"
    assert options["prior"] == f"${math.sqrt(predicted([0], 1, 0.25, 4)):.2f}$"
    slope = [predicted([1] * n, 1, 0.25, 4) - 0.25 for n in (1, 1000)]
    stated(asked("models.predict-check"), f"${slope[0]:.3f}$", f"${slope[1]:.5f}$")


def test_only_one_statement_about_a_rest_is_true_of_every_start():
    first, rest = fitted(1, 1)[0], fitted(1, 1000)[0]
    other = fitted(5, 1000)[0]
    truth = -2124.06
    assert first < rest < truth < other
    stated(asked("models.em-check"), "$-2147.93$", "$-2115.08$", "$-2124.06$")


def test_the_two_variances_of_the_band_question():
    assert predicted([1, 2], 3, 1, 1) == pytest.approx(2.5)
    assert predicted([1, 2], 3, 1, 1) - 1 == pytest.approx(1.5)
