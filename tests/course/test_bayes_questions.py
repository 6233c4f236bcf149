"""Keys and named wrong answers of section 1.1, worked out a second time by counting."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest

from course.counting import COURSE, after, asked, carried, drawn, ppv, quiz, stated, table
from mlmath_tutor.content.blocks import Check
from mlmath_tutor.content.questions import Numeric
from mlmath_tutor.content.quizzes import kind_name

CLINIC = {
    "prevalence": Fraction(1, 10),
    "sensitivity": Fraction(9, 10),
    "specificity": Fraction(8, 10),
}


def detector(p, s, c):
    test = {"prevalence": p, "sensitivity": s, "specificity": c}
    joint = table(**test)
    alarm = sum(joint[ill, True] for ill in (True, False))
    return ppv(**test), {
        "sensitivity": s,
        "joint": joint[True, True],
        "prior-half": ppv(**test | {"prevalence": Fraction(1, 2)}),
        "probability-of-alarm": alarm,
        "complement": joint[False, True] / alarm,
    }


def mixed(p, s, c):
    test = {"prevalence": p, "sensitivity": s, "specificity": c}
    key = after([True, True, False], **test)
    return key, {
        "odds-as-probability": key / (1 - key),
        "negatives-ignored": after([True, True], **test),
        "prior-ignored": after([True, True, False], **test | {"prevalence": Fraction(1, 2)}),
    }


def visitors(b, d):
    counts = np.array([[45, d, 15 - d], [20, b, 20 - b]])
    return counts[1, 1] / counts[1].sum(), {
        "columns-normalised": counts[1, 1] / counts[:, 1].sum(),
        "joint": counts[1, 1] / counts.sum(),
        "marginal": counts[:, 1].sum() / counts.sum(),
    }


# Each numeric question of the section, with its key and its named wrong answers: for every
# draw, or once where nothing is drawn.
DRAWN = {"Q1.1.1": detector, "Q1.1.2": mixed, "Q1.1.3": visitors}
ONCE = {
    "bayes.odds-check": (
        Fraction(20 * 8, 20 * 8 + 80),
        {
            "odds-as-probability": Fraction(20 * 8, 80),
            "prior-ignored": Fraction(50 * 8, 50 * 8 + 50),
            "probability-times-ratio": Fraction(2, 10) * 8,
        },
    ),
    "bayes.exclusive-check": (
        0,
        {
            "taken-for-independent": Fraction(3, 10),
            "ratio-of-probabilities": Fraction(3, 4),
            "product": Fraction(12, 100),
        },
    ),
    "bayes.imbalance-check": (
        carried(Fraction(8, 10), Fraction(1, 2), Fraction(2, 100)),
        {
            "prior-ignored": Fraction(8, 10),
            "odds-as-probability": Fraction(4 * 2, 98),
            "product-of-probabilities": Fraction(8, 10) * Fraction(2, 100),
        },
    ),
}


CASES = [
    *(pytest.param(asked(name), *known, id=name) for name, known in ONCE.items()),
    *(
        pytest.param(question, *count(**values), id=f"{name}-{place}")
        for name, count in DRAWN.items()
        for place, (values, question) in enumerate(drawn(name))
    ),
]


@pytest.mark.parametrize(("question", "key", "traps"), CASES)
def test_key_and_named_wrong_answers_agree_with_counting(question, key, traps):
    assert question.answer.value == pytest.approx(float(key), rel=1e-12, abs=1e-15)
    named = {d.note: d.when.value for d in question.diagnose if d.when.value is not None}
    assert named == {note: pytest.approx(float(trap), rel=1e-12) for note, trap in traps.items()}


@pytest.mark.parametrize(("question", "key", "traps"), CASES)
def test_no_named_wrong_answer_could_pass_for_another(question, key, traps):
    values = [float(key), *(float(trap) for trap in traps.values())]
    for one, other in itertools.combinations(values, 2):
        tolerance = max(question.answer.rtol * max(abs(one), abs(other)), question.answer.atol)
        assert abs(one - other) > tolerance, (one, other)


def test_every_numeric_question_of_the_section_is_worked_out_here():
    section = COURSE.section("bayes")
    inside = [
        b.id for b in section.blocks if isinstance(b, Check) and isinstance(b.question, Numeric)
    ]
    labels = {q.label for q in section.questions if kind_name(q) == "numeric"}
    assert {*ONCE, *DRAWN} == labels | set(inside)


def test_the_mixed_results_give_9_in_41_with_the_numbers_drawn_first():
    assert after([True, True, False], **CLINIC) == Fraction(9, 41)
    stated(asked("Q1.1.2"), r"\frac{9}{32}", r"\frac{9}{41}}\approx{0.220}", r"{\frac{1}{3}}")
    assert after([True], **CLINIC) == Fraction(1, 3)


def test_every_question_tries_right_and_wrong_answers():
    for question in quiz(COURSE.section("bayes")):
        scores = {test.score for test in question.tests}
        assert {1, None} < scores, question.id
        assert any(score is not None and score < 1 for score in scores), question.id


# ---- Choices whose key is a computation


def test_the_free_message_is_spam_in_30_of_36_cases():
    spam_with, others_with, spam, everything = 30, 6, 40, 100
    option = {o.id: o.text for o in asked("bayes.words-check").options}
    assert option == {
        "given-word": f"${spam_with}/{spam_with + others_with}$",
        "given-spam": f"${spam_with}/{spam}$",
        "joint": f"${spam_with}/{everything}$",
    }


def test_half_of_the_alarms_are_true_at_ten_percent_positives():
    classifier = {
        "prevalence": Fraction(1, 10),
        "sensitivity": Fraction(9, 10),
        "specificity": Fraction(9, 10),
    }
    counts = {who: 1000 * share for who, share in table(**classifier).items()}
    question = asked("bayes.precision-check")
    assert next(o.id for o in question.options if o.correct) == str(100 * ppv(**classifier))
    assert counts[True, True] == counts[False, True] == 90
    stated(question, "900", "90", "1000")


def test_only_the_right_update_gives_the_posterior():
    p1, p0, prior = 0.6, 0.5, 0.3
    posterior = prior * p1 / (prior * p1 + (1 - prior) * p0)
    wanted = math.log(posterior / (1 - posterior)) - math.log(prior / (1 - prior))
    question = asked("Q1.1.8")
    for option in question.options:
        code = option.text.strip("`")
        added = eval(code, {"np": np, "p1": p1, "p0": p0})
        assert bool(added == pytest.approx(wanted)) is option.correct, code
    stated(question, f"{math.log(p1 / p0):.3f}", f"{-math.log(0.5):.3f}")
