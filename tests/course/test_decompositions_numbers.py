"""Every number that section 2.2 states about eigenvalues, singular values and low rank.

The programs of the section call the routines of NumPy; here eigenvalues are roots of characteristic
polynomials, stretches are found by turning a vector round, ranks and products are exact fractions.
A number is looked for in the text of both languages.
"""

import math
from fractions import Fraction

import numpy as np
import pytest
from sklearn.datasets import load_digits

from course.counting import asked, block, digits, stated

SMALL = [[2, 1], [1, 2]]
STRETCHED = [[1, 10], [0, 1]]
TURNING = [[2, -1], [2, 2]]
CHECKED = [[2, 2], [-1, 1]]


def roots(matrix):
    """The eigenvalues of a 2 by 2 matrix, from trace and determinant."""
    (a, b), (c, d) = matrix
    half, determinant = (a + d) / 2, a * d - b * c
    return sorted(
        (half + sign * np.emath.sqrt(half**2 - determinant) for sign in (1, -1)), key=abs
    )[::-1]


def gram(matrix):
    """A^T A, entry by entry."""
    columns = list(zip(*matrix, strict=True))
    return [[sum(x * y for x, y in zip(a, b, strict=True)) for b in columns] for a in columns]


def stretches(matrix):
    """The largest and the smallest stretch, found by turning a unit vector in steps of 1e-5."""
    t = np.arange(0, math.pi, 1e-5)
    lengths = np.linalg.norm(np.array(matrix) @ [np.cos(t), np.sin(t)], axis=0)
    return lengths.max(), lengths.min()


def mosaic():
    """The picture of the section, tile by tile."""
    picture = np.zeros((40, 40))
    for index, tile in enumerate(load_digits().images[:25]):
        row, column = divmod(index, 5)
        picture[8 * row : 8 * row + 8, 8 * column : 8 * column + 8] = tile
    return picture


# ---- Eigenvalues


def test_the_layer_needs_the_numbers_stated():
    full, thin = 4096**2, 2 * 8 * 4096
    assert (full, thin) == (16777216, 65536)
    assert f"{100 * thin / full:.1f}" == "0.4"
    stated(block("decompositions.question"), str(full), str(thin), "0.4 %")
    stated(block("decompositions.adapter"), "0.4 %")
    assert roots(STRETCHED) == [1, 1]
    assert (np.array(STRETCHED) @ [0, 1]).tolist() == [10, 1]
    assert math.hypot(10, 1) == pytest.approx(10, abs=0.1)


def test_ten_steps_along_two_directions():
    v = [2, 0]
    for _ in range(10):
        v = [2 * v[0] + v[1], v[0] + 2 * v[1]]
    assert v == [59050, 59048]
    stated(block("decompositions.small"), "(59050,59048)", "$(3,3)$", "$(2,0)=(1,1)+(1,-1)$")
    assert roots(SMALL) == [3, 1]
    stated(block("decompositions.eigenpair"), "$\\lambda^2-4\\lambda+3=0$")


def test_the_trace_and_the_determinant_are_sum_and_product_of_the_eigenvalues():
    matrix = np.random.default_rng(7).integers(-3, 4, (4, 4)).astype(float)
    values = np.roots(np.poly(matrix))
    assert values.sum() == pytest.approx(np.trace(matrix))
    assert values.prod() == pytest.approx(np.linalg.det(matrix))


def test_directions_are_reversed_and_lost():
    assert (np.array([[1, 2], [2, 1]]) @ [1, -1]).tolist() == [-1, 1]
    assert sorted(roots([[1, 2], [2, 1]])) == [-1, 3]
    assert set(roots([[0, -1], [1, 0]])) == {1j, -1j}
    stated(block("decompositions.same-direction"), "$\\lambda^2+1=0$", "$\\pm i$", "$(-1,1)$")


def test_the_small_matrix_is_the_sum_of_its_two_parts():
    one, two = np.array([1, 1]), np.array([1, -1])
    assert (3 * np.outer(one, one) + np.outer(two, two) == 2 * np.array(SMALL)).all()
    stated(block("decompositions.spectral"), "\\frac{1}{\\sqrt2}(1,1)", "\\frac{1}{\\sqrt2}(1,-1)")


def test_the_largest_value_of_a_form_on_the_sphere_is_an_eigenvalue_there():
    rng = np.random.default_rng(1)
    matrix = rng.standard_normal((3, 3))
    matrix += matrix.T
    points = rng.standard_normal((400_000, 3))
    points /= np.linalg.norm(points, axis=1)[:, None]
    values = np.einsum("ij,jk,ik->i", points, matrix, points)
    best = points[values.argmax()]
    assert values.max() == pytest.approx(np.roots(np.poly(matrix)).real.max(), abs=1e-3)
    assert matrix @ best == pytest.approx(values.max() * best, abs=0.05)


def test_the_level_sets_open_where_the_determinant_vanishes():
    for b in (1, 2, 3):
        values = roots([[2, b], [b, 2]])
        assert values == [2 + b, 2 - b]
        assert values[0] * values[1] == 4 - b**2
    stated(block("decompositions.form"), "$2\\pm b$", "$b=2$")
    # On the level 1 the distance from the centre is largest where the value grows least.
    t = np.linspace(0, math.pi, 1801)
    x, y = np.cos(t), np.sin(t)
    reach = 1 / np.sqrt(2 * x**2 + 2 * x * y + 2 * y**2)
    assert t[reach.argmax()] == pytest.approx(3 * math.pi / 4)  # the direction (-1, 1)
    assert reach.max() == pytest.approx(1)


def test_a_shear_cannot_be_diagonalised():
    power = [[1, 0], [0, 1]]
    for _ in range(9):
        power = [[power[0][0], power[0][0] + power[0][1]], [power[1][0], sum(power[1])]]
    assert power == [[1, 9], [0, 1]]
    assert roots([[1, 1], [0, 1]]) == [1, 1]
    (a, b), (c, d) = (np.array([[1, 1], [0, 1]]) - np.eye(2)).tolist()
    assert (a, b, c, d) == (0, 1, 0, 0)  # (J - I) v = 0 leaves v2 = 0
    stated(block("decompositions.always-diagonalisable"), "(1,0)", "1&n\\\\0&1")


# ---- Power iteration


@pytest.mark.parametrize("values", [(1, 0.8, 0.3, 0.1), (-4, 3, 1)])
def test_power_iteration_keeps_the_bounds_of_the_theorem(values):
    values = np.array(values, float)
    start = np.arange(1.0, values.size + 1)
    first = math.sqrt((start[1:] ** 2).sum()) / start[0]
    for t in (1, 5, 20):
        image = values**t * start
        image /= math.sqrt((image**2).sum())
        tangent = math.sqrt((image[1:] ** 2).sum()) / abs(image[0])
        assert tangent <= abs(values[1] / values[0]) ** t * first + 1e-12
        gap = abs(values[0] - (values * image**2).sum())
        assert gap <= 2 * abs(values[0]) * (image[1:] ** 2).sum() + 1e-12


def test_a_digit_costs_the_steps_stated():
    assert f"{math.log(0.1) / math.log(0.8):.1f}" == "10.3"
    assert digits(0.8**10) == digits(0.64**5) == "0.107"
    stated(asked("decompositions.power-run"), "$0.64^5=0.107$", "$0.8^{10}=0.107$")
    stated(block("decompositions.power-run"), "10.3", "$0.80000$", "$0.64000$", "$0.8$")
    assert f"{0.8**2:.5f}" == "0.64000"


def test_a_tie_of_moduli_swings_for_ever():
    v = np.array([1.0, 1]) / math.sqrt(2)
    seen = set()
    for _ in range(6):
        v = np.array([2, -2]) * v
        v /= np.linalg.norm(v)
        seen.add(tuple(np.sign(v)))
    assert seen == {(1, 1), (1, -1)}
    stated(block("decompositions.power"), "$\\lambda_1=2$", "$\\lambda_2=-2$")


# ---- Singular values


def test_the_matrix_of_the_figure_has_the_parts_stated():
    assert gram(TURNING) == [[8, 2], [2, 5]]
    assert roots(gram(TURNING)) == [9, 4]
    assert stretches(TURNING) == (pytest.approx(3), pytest.approx(2))
    (v1, v2), (u1, u2) = ([2, 1], [-1, 2]), ([1, 2], [-2, 1])
    assert (np.array(TURNING) @ v1).tolist() == [3 * x for x in u1]
    assert (np.array(TURNING) @ v2).tolist() == [2 * x for x in u2]
    stated(block("decompositions.circle"), "8&2\\\\2&5", "\\frac{1}{\\sqrt5}(2,1)", "(-1,2)$")
    value = roots(TURNING)[0]
    assert (value.real, f"{abs(value.imag):.2f}") == (2, "1.41")
    stated(block("decompositions.circle"), "$2\\pm1.41i$")


def test_stretches_are_not_moduli_of_eigenvalues():
    largest, smallest = stretches(STRETCHED)
    assert (digits(largest), f"{smallest:.4f}") == ("10.1", "0.0990")
    assert largest * smallest == pytest.approx(1)
    stated(block("decompositions.singular-is-eigen"), "$10.1$", "$0.0990$")
    assert stretches([[1, 2], [2, 1]]) == (pytest.approx(3), pytest.approx(1))
    normal = np.array([[1, -2], [2, 1]])  # commutes with its transpose, and is not symmetric
    assert (normal @ normal.T == normal.T @ normal).all()
    assert stretches(normal) == (pytest.approx(abs(roots(normal.tolist())[0])),) * 2


def test_the_matrix_of_the_check_stretches_as_stated():
    assert gram(CHECKED) == [[5, 3], [3, 5]]
    assert roots(gram(CHECKED)) == [8, 2]
    assert stretches(CHECKED)[0] == pytest.approx(math.sqrt(8))
    assert (np.array(CHECKED) @ [1, 1]).tolist() == [4, 0]
    assert digits(4 / math.sqrt(2)) == "2.83"
    value = roots(CHECKED)[0]
    assert (value.real, f"{abs(value.imag):.2f}", abs(value)) == (1.5, "1.32", pytest.approx(2))
    stated(asked("decompositions.stretch-check"), "$\\sqrt8=2.83$", "$1.5\\pm1.32i$", "(4,0)")


def test_a_row_of_v_is_stretched_less_than_its_column():
    image = np.array(TURNING) @ [2, -1]
    assert digits(np.linalg.norm(image) / math.sqrt(5)) == "2.41"
    stated(block("decompositions.transposed"), "$2.41$", "\\frac{1}{\\sqrt5}(2,-1)", "=3$")
    values = np.linalg.svd(np.array(TURNING))
    assert abs(values[2][0]) == pytest.approx(np.array([2, 1]) / math.sqrt(5))  # the row v1
    assert values[1].tolist() == sorted(values[1], reverse=True)


def test_the_pseudo_inverse_stated_satisfies_all_four_conditions():
    matrix = np.ones((2, 2))
    inverse = np.ones((2, 2)) / 4
    assert (matrix @ inverse @ matrix == matrix).all()
    assert (inverse @ matrix @ inverse == inverse).all()
    assert (matrix @ inverse == (matrix @ inverse).T).all()
    assert (inverse @ matrix == (inverse @ matrix).T).all()
    assert stretches(matrix)[0] == pytest.approx(2)
    stated(block("decompositions.pseudo-inverse"), "\\frac14", "$s_1=2$")


# ---- Low rank


def test_the_best_rank_one_matrix_of_the_figure():
    best = [[Fraction(3 * u * v, 5) for v in (2, 1)] for u in (1, 2)]
    assert [[float(x) for x in row] for row in best] == [[1.2, 0.6], [2.4, 1.2]]
    rest = np.array(TURNING) - np.array(best, float)
    assert np.sqrt((rest**2).sum()) == pytest.approx(2)
    assert stretches(rest)[0] == pytest.approx(2)
    stated(block("decompositions.low-rank"), "1.2&0.6\\\\2.4&1.2", "$s_2=2$")


def test_no_matrix_of_rank_one_on_a_fine_grid_is_better():
    t = np.linspace(0, math.pi, 721)
    directions = np.array([np.cos(t), np.sin(t)])
    left = directions.T @ np.array(TURNING)  # the best coefficients for each column space
    errors = np.sqrt((np.array(TURNING) ** 2).sum() - (left**2).sum(axis=1))
    assert errors.min() == pytest.approx(2, abs=1e-4)


def test_the_identity_has_many_best_matrices_of_rank_one():
    for t in (0.0, 0.4, 1.3):
        v = np.array([math.cos(t), math.sin(t)])
        assert np.linalg.norm(np.eye(2) - np.outer(v, v)) == pytest.approx(1)
    stated(block("decompositions.mirsky"), "$A=I$", "$vv^\\top$", "1960")


def test_the_errors_of_the_picture_come_from_its_gram_matrix():
    picture = mosaic()
    values = np.sort(np.linalg.eigvalsh(picture.T @ picture))[::-1]
    tail = values[8:].sum()
    assert [digits(math.sqrt(tail)), digits(math.sqrt(values[8]))] == ["82.1", "34.4"]
    shares = np.cumsum(values) / (picture**2).sum()
    assert [f"{100 * shares[k]:.1f}" for k in (7, 0)] == ["92.8", "70.4"]
    stated(block("decompositions.low-rank-run"), "$82.1$", "$34.4$", "92.8 %", "70.4 %", "40.5 %")
    assert [int((shares < share).sum()) + 1 for share in (0.9, 0.99)] == [7, 18]
    assert np.linalg.matrix_rank(picture) == 33
    assert [k * (40 + 40 + 1) for k in (1, 8, 20)] == [81, 648, 1620]
    assert 19 * 81 < 1600 < 20 * 81
    assert 648 / 1600 == 0.405
    stated(block("decompositions.mosaic"), "90 %", "99 %", "$40+40+1=81$", "1620", "33", "18")


def test_the_rivals_of_the_picture_fall_short_as_stated():
    picture, rng = mosaic(), np.random.default_rng(2)
    found = []
    for _ in range(300):
        space = rng.standard_normal((40, 8))
        weights = np.linalg.lstsq(space, picture, rcond=None)[0]
        found.append(np.sqrt(((picture - space @ weights) ** 2).sum()))
    assert digits(min(found)) == "241"
    sketch = picture @ rng.standard_normal((40, 13))
    image = sketch @ np.linalg.lstsq(sketch, picture, rcond=None)[0]
    values, vectors = np.linalg.eigh(image @ image.T)
    top = vectors[:, values.argsort()[-8:]]
    assert digits(np.sqrt(((picture - top @ (top.T @ image)) ** 2).sum())) == "96.8"
    stated(block("decompositions.low-rank-run"), "$241$", "$96.8$", "300", "13")


def test_the_energy_of_four_singular_values():
    energy = [100, 25, 4, 1]
    assert digits(Fraction(100, 130)) == "0.769"
    assert digits(Fraction(125, 130)) == "0.962"
    assert digits(Fraction(17, 18)) == "0.944"
    kept = [sum(energy[:k]) / 130 for k in range(1, 5)]
    assert next(k for k, share in enumerate(kept, 1) if share >= 0.95) == 2
    plain = [sum((10, 5, 2, 1)[:k]) / 18 for k in range(1, 5)]
    assert next(k for k, share in enumerate(plain, 1) if share >= 0.95) == 4
    options = {o.id for o in asked("decompositions.energy-check").options if o.correct}
    assert options == {"2"}
    stated(asked("decompositions.energy-check"), "=0.962$", "$17/18=0.944$", "=0.769$", "=2.24$")
    assert digits(math.sqrt(4 + 1)) == "2.24"
