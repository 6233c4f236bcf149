"""Every number that section 2.1 states, worked out a second time by other means.

The section computes with formulas; here sums are written out with exact fractions, maxima are
searched for on grids, probabilities are integrated or drawn, and gradients are differences. A
number is looked for in the text of both languages, so that text and computation cannot drift
apart.
"""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from scipy import integrate, optimize, stats

from course.counting import asked, block, digits, stated

QUERY, MATCH, LONG = [2, 1], [2, 1], [10, 40]
LEFT, RIGHT = [[1, 2], [0, 1]], [[3, 1], [2, 0]]
SHEAR = np.array([[1, 1], [0, 1]])


def dot(x, y):
    """The inner product, summed entry by entry."""
    return sum(a * b for a, b in zip(x, y, strict=True))


def length(x):
    return math.sqrt(dot(x, x))


def cosine(x, y):
    return dot(x, y) / length(x) / length(y)


def product(a, b):
    """A matrix product by its definition, with exact numbers."""
    return [[dot(row, column) for column in zip(*b, strict=True)] for row in a]


def trace(a):
    return sum(a[i][i] for i in range(len(a)))


def stretches(a, order=2, points=720_001):
    """The largest and smallest stretch of a 2 by n matrix, searched for on the circle."""
    t = np.linspace(0, 2 * np.pi, points)
    circle = np.array([np.cos(t), np.sin(t)])
    circle /= np.linalg.norm(circle, order, axis=0)
    size = np.linalg.norm(np.asarray(a) @ circle, order, axis=0)
    return size.max(), size.min()


def slope(f, w, h=1e-5):
    """The gradient by central differences."""
    steps = h * np.eye(len(w))
    return np.array([(f(w + e) - f(w - e)) / (2 * h) for e in steps])


def directions(rng, count, d):
    u = rng.standard_normal((count, d))
    return u / np.linalg.norm(u, axis=1, keepdims=True)


# ---- Inner products


def test_the_articles_score_as_the_opening_says():
    assert (dot(QUERY, MATCH), dot(QUERY, LONG)) == (5, 60)
    stated(block("vectors.question"), "=5$", "2\\times10+1\\times40=60$", "$(10,40)$")
    stated(block("vectors.inner"), f"={digits(length(QUERY))}$", f"={digits(length(LONG))}$")
    assert dot(LONG, LONG) == 1700
    bound = length(QUERY) * length(LONG)
    assert cosine(QUERY, MATCH) == pytest.approx(1)
    stated(
        block("vectors.cauchy-schwarz"),
        f"$60\\le{digits(bound)}$",
        f"60/{digits(bound)}={digits(cosine(QUERY, LONG))}$",
    )


def test_the_shadow_is_as_long_as_stated():
    x = [3 * math.cos(math.pi / 3), 3 * math.sin(math.pi / 3)]
    foot = optimize.minimize_scalar(lambda t: math.dist(x, [t, 0]), (0, 1)).x
    assert foot == pytest.approx(1.5, abs=1e-6)
    assert dot(x, [4, 0]) == pytest.approx(6)
    stated(block("vectors.shadow"), "$3\\cos60^\\circ=1.5$", "$1.5\\times4=6$", "3", "4")


def test_products_and_distances_rank_alike_on_the_sphere():
    rng = np.random.default_rng(0)
    u, *others = directions(rng, 40, 5)
    for v in others:
        assert np.sum((u - v) ** 2) == pytest.approx(2 - 2 * dot(u, v))
    stated(block("vectors.similar-by-product"), "60", "5", "$\\norm{u-v}^2=2-2u^\\top v$")


def test_the_counterexamples_of_the_product_of_twelve():
    angle = math.degrees(math.acos(cosine([12, 0], [1, 2])))
    assert dot([12, 0], [1, 2]) == dot([1, 0], [12, 0]) == 12
    stated(asked("vectors.similarity-check"), f"{angle:.0f}", "$\\cos\\theta=12/1200=0.01$")
    assert Fraction(12, 30 * 40) == Fraction(1, 100)


def test_polarisation_holds_for_vectors_and_for_covariances():
    rng = np.random.default_rng(1)
    x, y = rng.standard_normal((2, 6))
    quarter = (length(x + y) ** 2 - length(x - y) ** 2) / 4
    assert quarter == pytest.approx(dot(x, y))
    assert (np.var(x + y) - np.var(x - y)) / 4 == pytest.approx(np.cov(x, y, ddof=0)[0, 1])
    stated(block("vectors.polarisation"), "\\frac14\\left(\\norm{x+y}^2-\\norm{x-y}^2\\right)")


# ---- Norms


def test_the_norms_of_three_and_four():
    x = [3, -4]
    sizes = [sum(map(abs, x)), length(x), max(map(abs, x))]
    assert sizes == [7, 5, 4]
    stated(block("vectors.norm"), "$x=(3,-4)$", "7", "5", "4")
    stated(block("vectors.norm-chain"), f"$4\\le5\\le7\\le{digits(math.sqrt(2) * 5)}\\le8$")


@pytest.mark.parametrize("d", [1, 2, 7, 60])
def test_the_norms_come_in_the_stated_order(d):
    rng = np.random.default_rng(d)
    alike = rng.choice([-0.3, 0.3], d)
    single = np.eye(d)[0] * 5
    for x in (*rng.standard_normal((30, d)), alike, single):
        one, two, top = (np.linalg.norm(x, p) for p in (1, 2, np.inf))
        chain = [top, two, one, math.sqrt(d) * two, d * top]
        assert all(a <= b + 1e-9 for a, b in itertools.pairwise(chain))
    ends = [np.linalg.norm(alike, 1), math.sqrt(d) * np.linalg.norm(alike), d * 0.3]
    assert ends == pytest.approx([ends[0]] * 3)
    assert [np.linalg.norm(single, p) for p in (np.inf, 2, 1)] == [5, 5, 5]


def test_the_triangle_inequality_fails_for_one_half():
    def size(x, p):
        return sum(abs(a) ** p for a in x) ** (1 / p)

    assert [size(x, 0.5) for x in ([1, 0], [0, 1], [1, 1])] == [1, 1, 4]
    assert size([0.5, 0.5], 0.5) > 1  # the middle of two points of the ball lies outside
    stated(block("vectors.p-below-one"), "$(1+1)^2=4$", "$1+1=2$")
    assert size([3 * 0.7, 3 * 1.1], 0.5) == pytest.approx(3 * size([0.7, 1.1], 0.5))
    stated(asked("vectors.half-check"), "4", "1")


def smallest(p, slope, offset=2.0):
    """The point of the line with the smallest p-norm, by search along the line."""
    w1 = np.linspace(-4, 4, 800_001)
    w2 = offset - slope * w1
    size = np.abs(w1) ** p + np.abs(w2) ** p
    return w1[size.argmin()], w2[size.argmin()], size


def test_the_ball_touches_where_the_exploration_says():
    assert smallest(2, 0.5)[:2] == pytest.approx((0.8, 1.6), abs=1e-4)
    for p in (0.3, 0.7, 1.0):
        assert smallest(p, 0.5)[:2] == pytest.approx((0, 2), abs=1e-4)
        assert 0 in np.round(smallest(p, -1.4)[:2], 4)
    for p in (1.3, 2, 6):
        assert min(map(abs, smallest(p, 0.5)[:2])) > 0.01
    edge = smallest(1, 1)[2]
    assert np.sum(edge < edge.min() + 1e-9) > 1000
    stated(block("vectors.contact"), "$(0.8,1.6)$", "$(0,2)$", "$\\pm1$")


# ---- High dimension


@pytest.mark.parametrize("d", [2, 3, 40, 400])
def test_the_mean_square_of_a_cosine_is_one_over_d(d):
    rng = np.random.default_rng(d)
    u, v = directions(rng, 20_000, d), directions(rng, 20_000, d)
    cos = (u * v).sum(axis=1)
    error = (cos**2).std() / math.sqrt(20_000)
    assert abs((cos**2).mean() - 1 / d) <= 4 * error
    assert abs(cos.mean()) <= 4 * cos.std() / math.sqrt(20_000)
    fixed = u @ np.ones(d) / math.sqrt(d)
    assert (fixed**2).mean() == pytest.approx(1 / d, rel=0.05)


def density(d):
    """The density of the cosine up to scale, from the cap areas of a sphere."""
    return lambda c: (1 - c * c) ** ((d - 3) / 2)


def test_the_angles_in_a_thousand_dimensions():
    sd = 1 / math.sqrt(1000)
    stated(block("vectors.norms"), f"$1/\\sqrt{{1000}}={digits(sd, 2)}$", "$0.707$", "4000")
    assert digits(math.degrees(sd), 2) == "1.8"
    inside = 1 - 2 * stats.norm.sf(math.sin(math.radians(6)) / sd)
    assert inside > 0.998
    far = abs(0.5 / sd), abs(0.2 / sd)
    stated(block("vectors.anywhere"), f"{far[0]:.1f}", f"{far[1]:.1f}", "$1/3$", "$0.032$")
    plane = integrate.quad(lambda t: 1 / math.pi, 0, math.pi / 3)[0]
    assert plane == pytest.approx(1 / 3)


def test_the_shape_of_the_density_of_the_cosine():
    assert density(3)(0.9) == density(3)(0.1) == 1
    assert density(2)(0.9) > density(2)(0)
    assert density(4)(0.9) < density(4)(0)
    for d in (3, 5, 20):
        total = integrate.quad(density(d), -1, 1)[0]
        second = integrate.quad(lambda c, d=d: c * c * density(d)(c), -1, 1)[0]
        assert second / total == pytest.approx(1 / d)
    stated(block("vectors.angles"), "$(1-c^2)^{(d-3)/2}$", "$d\\ge4$")


def test_lengths_agree_in_many_dimensions():
    chi = stats.chi(1000)
    assert chi.std() == pytest.approx(1 / math.sqrt(2), rel=1e-3)
    assert (chi.std() / math.sqrt(1000)) == pytest.approx(0.022, abs=5e-4)
    assert stats.chi2(1000).var() == 2 * 1000
    stated(block("vectors.length"), "$1/\\sqrt2=0.71$", "$0.022$", "$2d$")


def test_the_softmax_of_attention_scores():
    def first(score):
        return math.exp(score) / (math.exp(score) + 1)

    text = block("vectors.attention")
    stated(text, f"${first(8):.4f}$", f"${1 - first(8):.4f}$")
    stated(text, f"${digits(first(1))}$", f"${digits(1 - first(1))}$", "$d=64$")
    signs = list(itertools.product((-1, 1), repeat=6))  # d = 3: query and key of signs
    products = [dot(s[:3], s[3:]) for s in signs]
    assert Fraction(sum(p * p for p in products), len(products)) == 3


# ---- Products, traces, shapes


def test_the_product_reads_the_same_in_four_ways():
    whole = product(LEFT, RIGHT)
    assert whole == [[7, 1], [2, 0]]
    assert product(RIGHT, LEFT) == [[3, 7], [2, 4]]
    columns = list(zip(*LEFT, strict=True))
    terms = [np.outer(a, b).tolist() for a, b in zip(columns, RIGHT, strict=True)]
    assert terms == [[[3, 1], [0, 0]], [[4, 0], [2, 0]]]
    stated(block("vectors.outer"), "3&1\\\\0&0", "4&0\\\\2&0", "7&1\\\\2&0")
    stated(block("vectors.commute"), "3&7\\\\2&4", "7")
    assert trace(whole) == trace(product(RIGHT, LEFT)) == 7
    for j, column in enumerate(zip(*RIGHT, strict=True)):
        assert [row[j] for row in whole] == [dot(row, column) for row in LEFT]
    rng = np.random.default_rng(2)
    rows = rng.standard_normal((9, 4))
    assert pytest.approx(sum(np.outer(x, x) for x in rows)) == rows.T @ rows


def test_traces_turn_but_do_not_swap():
    a, b, c = [[0, 1], [0, 0]], [[0, 0], [1, 0]], [[1, 0], [0, 0]]
    assert product(product(a, b), c) == c
    assert product(a, c) == [[0, 0], [0, 0]]
    stated(block("vectors.cyclic"), "1", "0", "$x^\\top Mx=\\tr(Mxx^\\top)$")
    rng = np.random.default_rng(3)
    p, q, r = rng.standard_normal((2, 3)), rng.standard_normal((3, 4)), rng.standard_normal((4, 2))
    assert trace(p @ q @ r) == pytest.approx(trace(q @ r @ p))
    assert pytest.approx(q.T @ p.T) == (p @ q).T
    x, m = rng.standard_normal(3), rng.standard_normal((3, 3))
    assert x @ m @ x == pytest.approx(trace(m @ np.outer(x, x)))


def test_the_table_of_differences_has_the_stated_mean():
    pairs = list(itertools.product((1, 2, 3), repeat=2))
    total = sum((a - b) ** 2 for a, b in pairs)
    assert (total, len(pairs)) == (12, 9)
    stated(block("vectors.elementwise"), "$12/9=1.33$", "9")


def test_a_loss_over_the_table_is_least_for_the_mean():
    text = block("vectors.table-loss")
    rng = np.random.default_rng(3)
    x = rng.uniform(-1, 1, 50)
    y = 2 * x + 1 + 0.1 * rng.standard_normal(50)

    def loss(v):
        return np.mean([(v[0] * a + v[1] - b) ** 2 for a in x for b in y])

    best = optimize.minimize(loss, [1.5, 0.5]).x
    assert best == pytest.approx([0, y.mean()], abs=1e-4)
    stated(text, f"${loss(best):.2f}$", f"${y.mean():.2f}$")
    assert loss(best) == pytest.approx(y.var())


# ---- Norms of matrices and gradients


def test_the_shear_has_the_stated_norms():
    large, small = stretches(SHEAR)
    frobenius = math.sqrt(sum(int(a) ** 2 for a in SHEAR.ravel()))
    assert frobenius == pytest.approx(math.hypot(large, small))
    chain = f"${large:.3f}\\le{frobenius:.3f}\\le{math.sqrt(2) * large:.3f}$"
    stated(block("vectors.singular"), chain)
    stated(block("vectors.circle"), f"{large:.3f}", "$-1$")
    stated(block("vectors.eigen-norm"), f"${large:.3f}$")
    assert np.linalg.eigvals(SHEAR).tolist() == [1, 1]
    turned = np.array([[1, 1], [-1, 1]])
    assert np.abs(np.linalg.eigvals(turned).imag).min() > 0.5


@pytest.mark.parametrize("seed", range(5))
def test_norms_of_matrices_come_from_their_singular_values(seed):
    rng = np.random.default_rng(seed)
    thin = rng.standard_normal((5, 2))
    s = np.sqrt(np.linalg.eigvalsh(thin.T @ thin))[::-1]
    assert stretches(thin) == pytest.approx((s[0], s[1]), rel=1e-6)
    total = math.sqrt(sum(a * a for a in thin.ravel()))
    assert total == pytest.approx(math.hypot(*s))
    assert s[0] <= total <= math.sqrt(2) * s[0]
    assert stretches(thin, 1)[0] == pytest.approx(abs(thin).sum(axis=0).max(), rel=1e-4)
    assert stretches(thin, np.inf)[0] == pytest.approx(abs(thin).sum(axis=1).max(), rel=1e-4)
    symmetric = thin[:2] + thin[:2].T
    values = np.linalg.eigvalsh(symmetric)
    assert stretches(symmetric)[0] == pytest.approx(abs(values).max(), rel=1e-6)


def test_the_gradients_agree_with_differences():
    rng = np.random.default_rng(4)
    m, rows, y, w = (rng.standard_normal(s) for s in ((4, 4), (6, 4), 6, 4))
    assert slope(lambda v: y[:4] @ v, w) == pytest.approx(y[:4], abs=1e-8)
    assert slope(lambda v: v @ m @ v, w) == pytest.approx((m + m.T) @ w, abs=1e-8)
    assert slope(lambda v: ((rows @ v - y) ** 2).sum(), w) == pytest.approx(
        2 * rows.T @ (rows @ w - y), abs=1e-8
    )
    assert np.abs(slope(lambda v: v @ m @ v, w) - 2 * m @ w).max() > 0.1


def test_the_doubled_formula_is_off_by_more_than_four_in_the_program():
    rng = np.random.default_rng(2)
    m = rng.standard_normal((4, 4))
    rng.standard_normal((6, 4)), rng.standard_normal(6)
    w = rng.standard_normal(4)
    assert np.abs(slope(lambda v: v @ m @ v, w) - 2 * m @ w).max() > 4
    stated(block("vectors.slopes"), "4", "$10^{-10}$")


@pytest.mark.parametrize("k", [1, 3])
def test_the_inverse_of_the_large_matrix_needs_the_small_one_only(k):
    a = np.random.default_rng(k).standard_normal((7, k))
    small = np.linalg.inv(np.eye(k) + a.T @ a)
    assert (np.eye(7) + a @ a.T) @ (np.eye(7) - a @ small @ a.T) == pytest.approx(
        np.eye(7), abs=1e-12
    )
    stated(block("vectors.woodbury"), "$n=10000$", "$k=5$", "5")
