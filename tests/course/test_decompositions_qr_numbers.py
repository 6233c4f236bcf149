"""Every number that section 2.2 states about QR, condition numbers and lost digits.

Exact fractions take the place of double precision: what rounding loses is measured against them,
and the orthogonalisations are written out entry by entry.
"""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest

from course.counting import asked, block, digits, stated

U = Fraction(1, 2**53)


def dot(a, b):
    return sum(x * y for x, y in zip(a, b, strict=True))


def orthogonalised(columns, modified):
    """Gram–Schmidt in double precision, in plain Python."""
    found = []
    for column in columns:
        v = list(column)
        for q in found:
            r = dot(q, v if modified else column)
            v = [x - r * y for x, y in zip(v, q, strict=True)]
        length = math.sqrt(dot(v, v))
        found.append([x / length for x in v])
    return found


def reflected(columns):
    """The orthonormal columns of Householder's method, by explicit reflections."""
    m, n = len(columns[0]), len(columns)
    rest, q = np.array(columns, float).T, np.eye(m)
    for j in range(n):
        v = rest[j:, j].copy()
        v[0] += math.copysign(math.sqrt(dot(v, v)), v[0])
        mirror = np.eye(m)
        mirror[j:, j:] -= 2 * np.outer(v, v) / dot(v, v)
        rest, q = mirror @ rest, q @ mirror
    return q[:, :n].T.tolist()


def loss(columns):
    pairs = itertools.product(enumerate(columns), repeat=2)
    return math.sqrt(sum((dot(a, b) - (i == j)) ** 2 for (i, a), (j, b) in pairs))


def hilbert(n):
    return [[1 / (i + j + 1) for i in range(n)] for j in range(n)]


# ---- Gram–Schmidt by hand


def by_hand(a, b):
    """r11, r12, r22 and what is left of b, from squares alone where a root is not needed."""
    r11 = math.sqrt(dot(a, a))
    r12 = dot(a, b) / r11
    rest = [y - Fraction(dot(a, b), dot(a, a)) * x for x, y in zip(a, b, strict=True)]
    return r11, r12, math.sqrt(dot(rest, rest)), rest


def test_the_two_columns_of_the_derivation():
    r11, r12, r22, rest = by_hand([3, 4], [5, 0])
    assert (r11, r12, r22, [float(x) for x in rest]) == (5, 3, 4, [3.2, -2.4])
    assert [float(Fraction(3 * x, 25)) for x in (3 * 5, 4 * 5)] == [1.8, 2.4]
    q, r = [[Fraction(3, 5), Fraction(4, 5)], [Fraction(4, 5), Fraction(-3, 5)]], [[5, 3], [0, 4]]
    assert [[dot(row, column) for column in zip(*r, strict=True)] for row in q] == [[3, 5], [4, 0]]
    stated(block("decompositions.gram-schmidt"), "(3.2,-2.4)", "3&5\\\\4&0", "5&3\\\\0&4")
    stated(block("decompositions.gram-schmidt"), "(0.6,\\ 0.8)", "(1.8,\\ 2.4)", "r_{22}=")
    angle = math.degrees(math.acos(3 / 5))
    assert f"{angle:.2f}" == "53.13"
    assert digits(5 * math.sin(math.radians(1))) == "0.0873"
    stated(block("decompositions.shadows"), "$5\\sin1^\\circ=0.0873$")


def test_the_columns_of_the_check():
    r11, r12, r22, rest = by_hand([1, 2, 2], [5, -2, 4])
    assert (r11, r12, r22, rest) == (3, 3, 6, [4, -4, 2])
    stated(asked("decompositions.rest-check"), "$r_{12}=9/3=3$", "(4,-4,2)", "$\\sqrt{45}$")
    assert dot([5, -2, 4], [5, -2, 4]) == 45


def test_a_tall_q_is_not_square_and_signs_are_free():
    tall = np.random.default_rng(0).standard_normal((1000, 3))
    q, r = np.linalg.qr(tall)
    assert (q.shape, (q @ q.T).shape, round(np.trace(q @ q.T))) == ((1000, 3), (1000, 1000), 3)
    assert np.linalg.qr(tall, mode="complete")[0].shape == (1000, 1000)
    assert q.T @ q == pytest.approx(np.eye(3))
    minus = np.diag([-1, 1, -1])
    assert (q @ minus) @ (minus @ r) == pytest.approx(tall)
    stated(block("decompositions.square-q"), "$1000\\times3$", "$r_{11}=-5$")
    assert abs(np.linalg.qr(np.array([[3.0, 5], [4, 0]]))[1][0, 0]) == pytest.approx(5)


def test_qr_and_cholesky_share_their_triangle():
    rng = np.random.default_rng(5)
    tall = rng.standard_normal((6, 3))
    r = np.linalg.qr(tall)[1]
    r *= np.sign(np.diag(r))[:, None]
    lower = np.zeros((3, 3))
    product = tall.T @ tall
    for j in range(3):  # Cholesky, column by column
        lower[j, j] = math.sqrt(product[j, j] - dot(lower[j], lower[j]))
        for i in range(j + 1, 3):
            lower[i, j] = (product[i, j] - dot(lower[i], lower[j])) / lower[j, j]
    assert np.allclose(lower.T, r)
    w = rng.standard_normal(3)
    y = tall @ w + rng.standard_normal(6)
    best = np.linalg.lstsq(tall, y, rcond=None)[0]
    q = np.linalg.qr(tall)[0]
    signs = np.sign(np.diag(np.linalg.qr(tall)[1]))
    assert r @ best == pytest.approx((q * signs).T @ y)


# ---- Condition numbers and lost digits


def test_forming_the_gram_matrix_squares_the_condition_number():
    matrix = np.random.default_rng(3).standard_normal((7, 4))
    values = np.sqrt(np.linalg.eigvalsh(matrix.T @ matrix))
    squares = np.linalg.svd(matrix.T @ matrix)[1]
    assert squares[0] / squares[-1] == pytest.approx((values[-1] / values[0]) ** 2)
    assert f"{float(U):.1e}" == "1.1e-16"
    stated(block("decompositions.condition"), "$u=2^{-53}\\approx1.11\\times10^{-16}$")


def test_two_independent_columns_whose_gram_matrix_rounds_to_ones():
    tiny = Fraction(1, 10**8)
    assert tiny**2 < U  # so that 1 + tiny^2 rounds to 1
    assert 1.0 + 1e-8**2 == 1.0
    exact = [[1 + tiny**2, Fraction(1)], [Fraction(1), 1 + tiny**2]]
    assert exact[0][0] * exact[1][1] - exact[0][1] * exact[1][0] > 0
    kappa = math.sqrt((2 + tiny**2) / tiny**2)
    assert f"{kappa:.1e}" == "1.4e+08"
    _, _, r22, _ = by_hand([Fraction(1), tiny, Fraction(0)], [Fraction(1), Fraction(0), tiny])
    assert f"{r22:.1e}" == "1.4e-08"
    columns = np.array([[1, 1], [1e-8, 0], [0, 1e-8]])
    assert abs(np.linalg.qr(columns)[1][1, 1]) == pytest.approx(r22)
    with pytest.raises(np.linalg.LinAlgError):
        np.linalg.solve(columns.T @ columns, np.ones(2))
    name = block("decompositions.normal-equations")
    stated(name, "\\kappa(A)=1.4\\times10^8", "$r_{22}=1.4\\times10^{-8}$", "$1+10^{-16}$")


def test_the_three_methods_lose_what_the_example_says():
    columns = hilbert(12)
    classical, modified = (loss(orthogonalised(columns, kind)) for kind in (False, True))
    assert classical > 1
    assert 0.03 < modified < 1
    householder = [loss(reflected(hilbert(n))) for n in range(2, 13)]
    assert max(householder) < 1e-14
    kappa = np.linalg.cond(np.array(columns))
    assert 1e16 < kappa < 1e17
    name = block("decompositions.stability")
    stated(name, "0.1", "$10^{-15}$", "$\\kappa^2u<1$")
    assert f"{np.linalg.cond(np.array(hilbert(2))):.0f}" == "19"
    stated(asked("decompositions.stability"), "19", "$10^{16}$")


def test_a_fit_of_degree_eleven_loses_its_coefficients_in_the_normal_equations():
    x = np.vander(np.linspace(0, 1, 50), 12, increasing=True)
    values = np.linalg.svd(x)[1]
    kappa = values[0] / values[-1]
    assert (f"{kappa:.1e}", f"{kappa**2:.1e}") == ("1.2e+08", "1.4e+16")
    stated(block("decompositions.stability"), "=1.2\\times10^8$", "$1.4\\times10^{16}$")
    y = x @ np.ones(12)
    normal = np.linalg.inv(x.T @ x) @ (x.T @ y)  # another way to solve the same equations
    assert abs(normal - 1).max() > 1e-3
    q = np.array(reflected(x.T.tolist()))
    assert abs(np.linalg.solve(q @ x, q @ y) - 1).max() < 1e-6


def close_columns(degrees):
    """Three unit columns at equal angles, from a Cholesky factor of their Gram matrix."""
    c = math.cos(math.radians(degrees))
    gap = 2 * math.sin(math.radians(degrees) / 2) ** 2  # 1 - c without cancellation
    r22 = math.sqrt(gap * (1 + c))
    r23 = c * gap / r22
    r33 = math.sqrt(gap * (1 + 2 * c) / (1 + c))
    upper = [[1, c, c], [0, r22, r23], [0, 0, r33]]
    turn = np.linalg.qr(np.random.default_rng(8).standard_normal((3, 3)))[0]
    return (turn @ upper).T.tolist(), math.sqrt((1 + 2 * c) / gap)


@pytest.mark.parametrize("degrees", [1e-2, 1e-3, 1e-4])
def test_the_losses_follow_the_powers_of_the_condition_number(degrees):
    columns, kappa = close_columns(degrees)
    assert np.linalg.cond(np.array(columns)) == pytest.approx(kappa, rel=1e-3)
    assert 0.001 < loss(orthogonalised(columns, False)) / (kappa**2 * U) < 100
    assert 0.001 < loss(orthogonalised(columns, True)) / (kappa * U) < 100
    assert loss(reflected(columns)) < 1e-14


def test_the_classical_loss_levels_off_below_a_millionth_of_a_degree():
    _, kappa = close_columns(1e-6)
    assert 1 < kappa**2 * U < 5
    assert close_columns(1e-5)[1] ** 2 * U < 1
    assert loss(orthogonalised(close_columns(1e-8)[0], False)) < 3
    stated(block("decompositions.angle"), "$10^{-6}$", "10", "100")
    near, wide = close_columns(1e-4)[1], close_columns(1e-3)[1]
    assert near / wide == pytest.approx(10, rel=1e-6)


def test_two_columns_make_both_methods_the_same():
    columns = [[3.0, 4, 1], [3.0, 4, 1.001]]
    assert orthogonalised(columns, False) == orthogonalised(columns, True)


def test_six_digits_or_twelve_are_lost():
    lost = [round(math.log10(10**6)), round(math.log10((10**6) ** 2))]
    assert [16 - each for each in lost] == [10, 4]
    options = asked("decompositions.digits-check").options
    assert [o.id for o in options if o.correct] == ["halves"]
    stated(asked("decompositions.digits-check"), "$10^{12}$", "4", "10")
