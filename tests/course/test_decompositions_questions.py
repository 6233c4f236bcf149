"""Keys and named wrong answers of section 2.2, worked out a second time by other means."""

import math
from fractions import Fraction

import numpy as np
import pytest

from course.counting import asked, stated
from course.test_decompositions_numbers import gram, roots, stretches
from course.test_decompositions_qr_numbers import by_hand, dot
from course.worked_out import (
    all_are_worked_out,
    asks_eight,
    matrix_agrees,
    number_agrees,
    numbers_stand_apart,
)
from mlmath_tutor.content.questions import Order

SYMMETRIC = [[7, 4], [4, 1]]
TRIANGULAR = [[3, 0], [4, 5]]
ROUTINES = [[0, 2], [2, 3]]
U1, U2 = [Fraction(3, 5), Fraction(4, 5)], [Fraction(-4, 5), Fraction(3, 5)]
V1 = [Fraction(1, 3), Fraction(2, 3), Fraction(2, 3)]
V2 = [Fraction(2, 3), Fraction(1, 3), Fraction(-2, 3)]
FOUR = [9, 6, 3, 2]
TALL = ([1, 1, 1, 1], [4, 4, 1, 1])

NUMERIC = {
    "decompositions.eigen-check": (
        roots([[5, 2], [2, 2]])[0],
        {"diagonal-entry": 5, "smaller-one": roots([[5, 2], [2, 2]])[1], "trace": 5 + 2},
    ),
    "decompositions.power-check": (
        sorted(map(abs, (4, 1, -3)))[-2] / 4,
        {"second-by-sign": 1 / 4, "eigenvalue-not-direction": (3 / 4) ** 2, "signed": -3 / 4},
    ),
    "decompositions.stretch-check": (
        stretches([[2, 2], [-1, 1]])[0],
        {
            "not-rooted": max(roots(gram([[2, 2], [-1, 1]]))),
            "modulus-of-eigenvalue": abs(roots([[2, 2], [-1, 1]])[0]),
            "column-length": math.hypot(2, -1),
        },
    ),
    "decompositions.rest-check": (
        by_hand([1, 2, 2], [5, -2, 4])[2],
        {
            "shadow-not-removed": math.sqrt(dot([5, -2, 4], [5, -2, 4])),
            "shadow-itself": by_hand([1, 2, 2], [5, -2, 4])[1],
        },
    ),
}


def outer(scale, left, right):
    return [[float(scale * x * y) for y in right] for x in left]


def triangle():
    r11, r12, r22, _ = by_hand(*TALL)
    return [[r11, r12], [0, r22]]


FIRST, SECOND = outer(30, U1, V1), outer(15, U2, V2)
LARGE, SMALL = stretches(TRIANGULAR)
REST = math.sqrt(sum(s * s for s in FOUR[2:]))
MATRICES = {
    "Q2.2.1": (
        [roots(SYMMETRIC)],
        {
            "diagonal-entries": [[7, 1]],
            "sign-lost": [[abs(x) for x in roots(SYMMETRIC)]],
            "ascending": [sorted(roots(SYMMETRIC))],
            "not-rooted": [[4 + (3**2 + 4**2), 4 - (3**2 + 4**2)]],
            "row-sums": [[sum(row) for row in SYMMETRIC]],
        },
    ),
    "Q2.2.2": (
        [[LARGE, SMALL]],
        {
            "eigenvalues": [roots(TRIANGULAR)],
            "not-rooted": [roots(gram(TRIANGULAR))],
            "column-lengths": [[math.hypot(*c) for c in zip(*TRIANGULAR, strict=True)]],
            "ascending": [[SMALL, LARGE]],
        },
    ),
    "Q2.2.3": (
        FIRST,
        {
            "transposed-product": outer(30, V1, U1),
            "smaller-term": SECOND,
            "whole-matrix": np.add(FIRST, SECOND),
            "no-singular-value": outer(1, U1, V1),
        },
    ),
    "Q2.2.4": (
        [[REST, max(FOUR[2:])]],
        {
            "not-squared": [[sum(FOUR[2:]), FOUR[2]]],
            "last-kept": [[REST, FOUR[1]]],
            "kept-part": [[math.hypot(*FOUR[:2]), FOUR[0]]],
            "not-rooted": [[REST**2, FOUR[2]]],
            "swapped": [[FOUR[2], REST]],
        },
    ),
    "Q2.2.5": (
        triangle(),
        {
            "shadow-not-removed": [triangle()[0], [0, math.sqrt(dot(TALL[1], TALL[1]))]],
            "shadow-not-normalised": [[2, dot(*TALL)], triangle()[1]],
            "length-not-rooted": [[dot(TALL[0], TALL[0]), 5], triangle()[1]],
            "rest-not-rooted": [triangle()[0], [0, triangle()[1][1] ** 2]],
            "negative-diagonal": [[-x for x in row] for row in triangle()],
        },
    ),
}


@pytest.mark.parametrize("name", NUMERIC)
def test_key_and_named_wrong_answers_agree_with_another_computation(name):
    number_agrees(name, *NUMERIC[name])


@pytest.mark.parametrize("name", NUMERIC)
def test_no_named_wrong_number_could_pass_for_another(name):
    numbers_stand_apart(name, NUMERIC[name][1])


@pytest.mark.parametrize("name", MATRICES)
def test_key_and_named_wrong_matrices_agree_with_another_computation(name):
    matrix_agrees(name, *MATRICES[name])


def test_every_number_and_matrix_of_the_section_is_worked_out_here():
    all_are_worked_out("decompositions", NUMERIC, MATRICES)


def test_the_section_asks_the_eight_questions_of_its_plan():
    asks_eight("decompositions")


# ---- The worked steps


def test_the_symmetric_matrix_scales_one_direction_and_reverses_the_other():
    assert (np.array(SYMMETRIC) @ [2, 1]).tolist() == [18, 9]
    assert (np.array(SYMMETRIC) @ [1, -2]).tolist() == [-1, 2]
    stated(
        asked("Q2.2.1"),
        "\\lambda^2-8\\lambda-9",
        "$(1,-2)$",
        "$(2,1)$",
        "$\\lambda=4\\pm\\sqrt{16+9}$",
    )
    assert (np.array([[5, 2], [2, 2]]) @ [2, 1]).tolist() == [12, 6]
    stated(asked("decompositions.eigen-check"), "$\\lambda^2-7\\lambda+6=0$", "(12,6)")


def test_the_triangular_matrix_stretches_as_stated():
    assert gram(TRIANGULAR) == [[25, 20], [20, 25]]
    assert roots(gram(TRIANGULAR)) == [45, 5]
    assert (np.array(TRIANGULAR) @ [1, 1]).tolist() == [3, 9]
    assert f"{math.hypot(3, 9) / math.sqrt(2):.2f}" == "6.71"
    assert math.isclose(LARGE * SMALL, 3 * 5, rel_tol=1e-6)
    stated(asked("Q2.2.2"), "25&20\\\\20&25", "\\lambda^2-50\\lambda+225", "$9+16+25$", "$(3,9)$")


def test_the_vectors_of_the_best_matrix_are_an_svd():
    for one, other in ((U1, U2), (V1, V2)):
        assert (dot(one, one), dot(other, other), dot(one, other)) == (1, 1, 0)
    values = np.linalg.svd(np.add(FIRST, SECOND))[1]
    assert values == pytest.approx([30, 15])
    assert np.linalg.norm(SECOND) == pytest.approx(15)
    assert [a * Fraction(4, 3) for a in (6, 12, 12)] == [8, 16, 16]


def test_cutting_off_two_of_four_singular_values():
    rng = np.random.default_rng(6)
    left, right = (np.linalg.qr(rng.standard_normal((5, 4)))[0] for _ in range(2))
    cut = left[:, 2:] @ np.diag(FOUR[2:]) @ right[:, 2:].T
    assert np.sqrt((cut**2).sum()) == pytest.approx(REST)
    assert np.sqrt(np.linalg.eigvalsh(cut.T @ cut).max()) == pytest.approx(3)
    assert f"{math.sqrt(2) * 3:.2f}" == "4.24"
    stated(asked("Q2.2.4"), "=\\sqrt{13}=3.61", "$3\\le3.61\\le\\sqrt2\\times3=4.24$")


def test_the_tall_matrix_has_the_rest_stated():
    rest = by_hand(*TALL)[3]
    assert rest == [Fraction(3, 2), Fraction(3, 2), Fraction(-3, 2), Fraction(-3, 2)]
    assert dot(TALL[1], TALL[1]) == 5**2 + 3**2 == 34
    assert dot(*TALL) > math.sqrt(34)  # a shadow longer than the column
    stated(asked("Q2.2.5"), "\\frac32(1,1,-1,-1)", "$\\sqrt{34}$", "$r_{12}^2+r_{22}^2=25+9=34$")
    assert abs(np.linalg.qr(np.array(TALL).T)[1]) == pytest.approx(np.array(triangle(), float))


def test_the_order_of_the_proof_is_total():
    question = asked("Q2.2.6")
    assert isinstance(question, Order)
    ids = [line.id for line in question.lines]
    assert ids == ["spectral", "root", "left", "orthonormal", "extend", "assemble"]
    assert [list(line.after) for line in question.lines] == [[], *([name] for name in ids[:-1])]


def test_the_distractors_of_the_proof_are_false():
    assert {line.id for line in asked("Q2.2.6").distractors} == {
        "divide-by-zero",
        "eigen-of-a",
        "value-is-eigenvalue",
    }
    assert sorted(roots(gram([[1, 1], [1, 1]]))) == [0, 4]  # s2 = 0, and s1 = 2 is not 4
    assert stretches([[1, 1], [1, 1]])[0] == pytest.approx(2)


def test_two_routines_return_what_the_right_option_says():
    values = sorted(roots(ROUTINES))
    moduli = sorted(map(abs, values), reverse=True)
    shown = [str([round(x) for x in each]) for each in (values, moduli, values[::-1])]
    options = {o.id: o.text for o in asked("Q2.2.7").options}
    assert options == {
        "both": f"`{shown[0]}` `{shown[1]}`",
        "descending": f"`{shown[2]}` `{shown[2]}`",
        "order": f"`{shown[2]}` `{shown[1]}`",
        "diagonal": "`[0, 3]` `[3, 0]`",
    }
    assert [o.id for o in asked("Q2.2.7").options if o.correct] == ["both"]
    assert np.linalg.eigvalsh(ROUTINES) == pytest.approx(values)
    assert np.linalg.svd(ROUTINES)[1] == pytest.approx(moduli)


def orthonormal_eigenbasis(matrix):
    """Whether a real 2 by 2 matrix has one, by turning a frame round and looking."""
    matrix = np.array(matrix, float)
    for t in np.linspace(0, math.pi / 2, 18_001):
        frame = np.array([[math.cos(t), -math.sin(t)], [math.sin(t), math.cos(t)]])
        turned = frame.T @ matrix @ frame
        if abs(turned[0, 1]) + abs(turned[1, 0]) < 1e-3:
            return True
    return False


COUNTEREXAMPLES = {
    "real": [[1, 1], [0, 1]],
    "invertible": [[0, -1], [1, 0]],
    "distinct": [[1, 1], [0, 2]],
}


def test_only_symmetry_guarantees_an_orthonormal_eigenbasis():
    question = asked("Q2.2.8")
    assert [o.id for o in question.options if o.correct] == ["symmetric"]
    assert {o.id for o in question.options if not o.correct} == set(COUNTEREXAMPLES)
    assert not any(orthonormal_eigenbasis(matrix) for matrix in COUNTEREXAMPLES.values())
    assert np.isreal(roots(COUNTEREXAMPLES["real"])).all()
    assert np.linalg.det(COUNTEREXAMPLES["invertible"]) == pytest.approx(1)
    assert sorted(roots(COUNTEREXAMPLES["distinct"])) == [1, 2]
    assert (np.array([[1, 1], [0, 2]]) @ [1, 1]).tolist() == [2, 2]
    assert all(orthonormal_eigenbasis(m) for m in (SYMMETRIC, ROUTINES, [[2, 0], [0, 2]]))


# ---- Checks inside the lesson


def test_a_matrix_with_the_single_eigenvalue_two():
    question = asked("decompositions.defective-check")
    assert question.answer.example == "[2 1; 0 2]"
    assert roots([[2, 1], [0, 2]]) == [2, 2]
    assert not orthonormal_eigenbasis([[2, 1], [0, 2]])
    rng = np.random.default_rng(4)
    for _ in range(20):
        v = rng.standard_normal((2, 2))
        assert v @ (2 * np.eye(2)) @ np.linalg.inv(v) == pytest.approx(2 * np.eye(2))


def test_every_task_has_its_routine():
    question = asked("decompositions.routines-check")
    assert dict(question.pairs) == {
        "covariance": "eigh",
        "compress": "svd",
        "fit": "qr",
        "draw": "cholesky",
    }
    assert set(question.say) <= {
        f"{left.id}>{right.id}" for left in question.left for right in question.partners
    }
    with pytest.raises(np.linalg.LinAlgError):
        np.linalg.eig(np.ones((4, 2)))
    graded = np.diag([1.0, 5.0])  # QR cut off after one column keeps the smaller part
    q, r = np.linalg.qr(graded)
    assert np.linalg.norm(graded - q[:, :1] @ r[:1]) == pytest.approx(5)
    assert np.linalg.svd(graded)[1][1] == pytest.approx(1)


def test_the_trace_of_a_thin_projection_counts_its_columns():
    options = {o.id: o.text for o in asked("decompositions.shape-check").options if o.correct}
    assert options == {"thin": "`(1000, 1000)` `3`"}
