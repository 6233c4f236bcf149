"""Keys and named wrong answers of section 2.1, worked out a second time by other means."""

import math
from fractions import Fraction

import numpy as np
import pytest

from course.counting import asked, stated
from course.test_vectors_numbers import (
    cosine,
    dot,
    length,
    product,
    slope,
    stretches,
    trace,
)
from course.worked_out import (
    all_are_worked_out,
    asks_eight,
    matrix_agrees,
    number_agrees,
    numbers_stand_apart,
)
from mlmath_tutor.content.questions import Order

X = [1, -4, -2, 2]
WIDE, TALL = [[1, 0, 2], [-1, 3, 1]], [[2, 1], [1, 4], [1, -1]]
U, V = [1, 2, 2], [0, -3, 4]
P, Q = [1, 2, 2], [0, 3, 4]
M = np.array([[1, 3], [1, 2]])
GRAM = [[9, 4], [4, 6]]
SUMS = np.array([[1, -4], [0, 2]])


def longest_sum(d):
    """The largest sum of |w_j| for a vector of length 1, over vectors with k equal entries."""
    return max(k * math.sqrt(Fraction(1, k)) for k in range(1, d + 1))


def updated_inverse():
    """Entry (1, 1) of the inverse of I + u u^T, by Cramer's rule with exact numbers."""
    full = [[int(i == j) + P[i] * P[j] for j in range(3)] for i in range(3)]
    minor = full[1][1] * full[2][2] - full[1][2] * full[2][1]
    return Fraction(minor, round(np.linalg.det(full)))


NUMERIC = {
    "Q2.1.3": (
        cosine(U, V),
        {
            "not-normalised": dot(U, V),
            "divided-by-squares": dot(U, V) / dot(U, U) / dot(V, V),
            "sign-lost": cosine(U, [abs(v) for v in V]),
            "one-length": dot(U, V) / length(U),
            "other-length": dot(U, V) / length(V),
        },
    ),
    "vectors.spread-check": (longest_sum(100), {"smallest": 1, "dimension": 100 * 1}),
    "vectors.chance-check": (
        math.sqrt(1 / 400),
        {"variance": 1 / 400, "does-not-shrink": math.cos(math.pi / 3), "root-of-d": 20},
    ),
    "vectors.trace-check": (
        trace(GRAM),
        {
            "scaled-up": 500 * trace(GRAM),
            "all-entries": sum(map(sum, GRAM)),
            "determinant": np.linalg.det(GRAM),
        },
    ),
    "vectors.nilpotent-check": (
        stretches([[0, 5], [0, 0]])[0],
        {"eigenvalue": 0, "not-rooted": 25},
    ),
    "vectors.sums-check": (
        stretches(SUMS, 1)[0],
        {
            "row-sum": stretches(SUMS, np.inf)[0],
            "signed": abs(SUMS[:, 1].sum()),
            "all-entries": abs(SUMS).sum(),
        },
    ),
    "vectors.woodbury-check": (
        updated_inverse(),
        {"entrywise": 1 / (1 + 1), "one-forgotten": 1 - 1 / 9, "sign": 1 + 1 / 10},
    ),
}
MATRICES = {
    "Q2.1.1": (
        [[np.linalg.norm(X, p) for p in (1, 2, np.inf)]],
        {
            "signs-kept": [[sum(X), 5, max(X)]],
            "signed-sum": [[sum(X), 5, 4]],
            "signed-maximum": [[9, 5, max(X)]],
            "not-rooted": [[9, dot(X, X), 4]],
        },
    ),
    "Q2.1.2": (
        product(WIDE, TALL),
        {
            "entry-by-entry": (np.array(WIDE) * np.array(TALL).T)[:, :2],
            "last-term-missing": sum(np.outer(np.array(WIDE)[:, k], TALL[k]) for k in (0, 1)),
            "sign-lost": product(np.abs(WIDE), TALL),
        },
    ),
    "Q2.1.7": (
        [[np.linalg.svd(np.outer(P, Q))[1][0], math.sqrt((np.outer(P, Q) ** 2).sum())]],
        {
            "inner-product": [[dot(P, Q)] * 2],
            "sums": [[sum(P) * sum(Q)] * 2],
            "not-rooted": [[dot(P, P) * dot(Q, Q)] * 2],
            "rank-three": [[15, math.sqrt(3) * 15]],
        },
    ),
    "vectors.gradient-check": (
        slope(lambda w: w @ M @ w, np.array([1.0, 2])).reshape(2, 1),
        {
            "as-if-symmetric": (2 * M @ [1, 2]).reshape(2, 1),
            "one-factor-only": (M @ [1, 2]).reshape(2, 1),
        },
    ),
}


@pytest.mark.parametrize("name", NUMERIC)
def test_key_and_named_wrong_answers_agree_with_another_computation(name):
    number_agrees(name, *NUMERIC[name])


@pytest.mark.parametrize("name", NUMERIC)
def test_no_named_wrong_number_could_pass_for_another(name):
    numbers_stand_apart(name, NUMERIC[name][1], times=1)


@pytest.mark.parametrize("name", MATRICES)
def test_key_and_named_wrong_matrices_agree_with_another_computation(name):
    matrix_agrees(name, *MATRICES[name])


def test_every_number_and_matrix_of_the_section_is_worked_out_here():
    all_are_worked_out("vectors", NUMERIC, MATRICES)


def test_the_section_asks_the_eight_questions_of_its_plan():
    asks_eight("vectors")


def test_the_stems_state_what_is_computed_with():
    stated(asked("Q2.1.1"), "$x=(1,-4,-2,2)$", "$4\\le5\\le9\\le\\sqrt4\\times5=10$")
    stated(asked("Q2.1.2"), "1&0&2\\\\-1&3&1", "2&1\\\\1&4\\\\1&-1")
    stated(asked("Q2.1.3"), "$u=(1,2,2)$", "$v=(0,-3,4)$", "$2/15=0.133$", "$0-6+8$")
    stated(asked("Q2.1.7"), "$u=(1,2,2)$", "$v=(0,3,4)$", "$5\\times7$")
    assert math.degrees(math.acos(cosine(U, V))) == pytest.approx(82, abs=0.5)
    sums = [dot(w, w) for w in (np.add(U, V), np.subtract(U, V))]
    assert sums == [38, 30]
    stated(asked("Q2.1.3"), "\\frac14(38-30)=2$", "82")
    stated(asked("vectors.spread-check"), "100", "$100\\times0.1=10$")
    stated(asked("vectors.chance-check"), "400", "$\\pm0.15$")
    stated(asked("vectors.gradient-check"), "1&3\\\\1&2", "2&4\\\\4&4", "$w=(1,2)$")


def test_the_outer_products_of_the_hint_add_up():
    terms = [np.outer(np.array(WIDE)[:, k], TALL[k]) for k in range(3)]
    for term in terms:
        (a, b), (c, d) = term
        stated(asked("Q2.1.2"), f"{a}&{b}\\\\{c}&{d}")
    assert sum(terms).tolist() == product(WIDE, TALL)


# ---- Choices, shapes, orders, programs


def test_exactly_one_identity_holds_for_all_square_matrices():
    rng = np.random.default_rng(0)
    pairs, det = [rng.integers(-3, 4, (2, 3, 3)) for _ in range(50)], np.linalg.det
    holds = {
        "commute": lambda a, b: np.array_equal(a @ b, b @ a),
        "determinant": lambda a, b: np.isclose(det(a + b), det(a) + det(b)),
        "trace": lambda a, b: trace(a @ b) == trace(b @ a),
        "transpose": lambda a, b: np.array_equal((a @ b).T, a.T @ b.T),
    }
    always = {name for name, true in holds.items() if all(true(*pair) for pair in pairs)}
    assert always == {o.id for o in asked("Q2.1.4").options if o.correct}
    assert set(holds) == {o.id for o in asked("Q2.1.4").options}
    assert np.linalg.det(2 * np.eye(2)) == pytest.approx(4)
    left, right = [[1, 2], [0, 1]], [[3, 1], [2, 0]]
    assert (product(left, right)[0][1], product(right, left)[0][1]) == (1, 7)


def test_the_silent_table_prints_what_its_option_says():
    y, yhat = np.array([1.0, 2, 3]), np.array([[1.0], [2], [3]])
    r = y - yhat
    printed = f"{r.shape} {round((r**2).mean(), 4)}"
    right = [o for o in asked("Q2.1.6").options if o.correct]
    assert [o.text for o in right] == [f"`{printed}`"]
    counts = [int(np.sum(abs(r) == k)) for k in (0, 1, 2)]
    assert counts == [3, 4, 2]
    stated(asked("Q2.1.6"), "$12/9=1.33$", "$4\\times1+2\\times4=12$")


def test_the_gradient_of_the_shapes_check_is_a_table():
    rows, w, y = np.ones((100, 3)), np.ones(3), np.ones((100, 1))
    shape = (rows.T @ (rows @ w - y)).shape
    right = [o.text for o in asked("vectors.shapes-check").options if o.correct]
    assert right == [f"`{shape}`"]


def test_what_twelve_tells_is_an_acute_angle_only():
    pairs = [([12, 0], [1, 2]), ([1, 0], [12, 0]), ([30, 0], [0.4, math.sqrt(1600 - 0.16)])]
    assert [dot(u, v) for u, v in pairs] == pytest.approx([12] * 3)
    angles = [math.degrees(math.acos(min(1, cosine(u, v)))) for u, v in pairs]
    lengths = [min(length(u), length(v)) for u, v in pairs]
    holds = {
        "alike": all(angle < 10 for angle in angles),
        "acute": all(angle < 90 for angle in angles),
        "below-45": all(angle < 45 for angle in angles),
        "long": all(each > 3 for each in lengths),
    }
    options = {o.id: o.correct for o in asked("vectors.similarity-check").options}
    assert options == holds


def test_only_the_triangle_inequality_fails_for_one_half():
    right = [o.id for o in asked("vectors.half-check").options if o.correct]
    assert right == ["triangle"]
    assert (1**0.5 + 1**0.5) ** 2 > 1 + 1


def test_the_order_follows_the_dependencies_of_the_proof():
    question = asked("Q2.1.8")
    assert isinstance(question, Order)
    before = {line.id: set(line.after) for line in question.lines}
    assert before == {
        "nonzero": set(),
        "nonnegative": set(),
        "expand": {"nonnegative"},
        "choose": {"nonzero", "expand"},
        "substitute": {"choose"},
        "root": {"substitute"},
    }


def test_the_distractors_of_the_proof_are_false():
    x, y = np.array([1.0, 2]), np.array([3.0, 1])
    t = np.linspace(-2, 2, 400_001)
    best = t[((x[:, None] - t * y[:, None]) ** 2).sum(axis=0).argmin()]
    assert best == pytest.approx(dot(x, y) / dot(y, y), abs=1e-5)
    assert best != pytest.approx(dot(x, y) / dot(x, x), abs=1e-2)
    assert dot(x - x, x - x) == 0 != 2 * dot(x, x)


def test_the_checks_of_the_gradient_state_their_numbers():
    a, w = np.array([[0.0, 1], [0, 0]]), np.array([3.0, 5])
    assert slope(lambda v: v[0] * v[1], w) == pytest.approx([5, 3])
    assert (2 * a @ w).tolist() == [10, 0]
    assert (2 * a.T @ w).tolist() == [0, 6]
    stated(asked("Q2.1.5"), "$(3,5)$", "$(5,3)$", "$(10,0)$", "$(0,6)$")
