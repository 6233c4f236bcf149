"""Keys and named wrong answers of section 1.1, worked out a second time by counting."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest

from course.counting import COURSE, after, asked, carried, ppv, stated, table
from mlmath_tutor.content.blocks import Check
from mlmath_tutor.content.questions import Numeric

DETECTOR = {
    "prevalence": Fraction(5, 100),
    "sensitivity": Fraction(8, 10),
    "specificity": Fraction(9, 10),
}
CLINIC = {
    "prevalence": Fraction(1, 10),
    "sensitivity": Fraction(9, 10),
    "specificity": Fraction(8, 10),
}
ALARM = sum(table(**DETECTOR)[ill, True] for ill in (True, False))
MIXED = after([True, True, False], **CLINIC)
VISITORS = np.array([[45, 12, 3], [20, 12, 8]])

NUMERIC = {
    "Q1.1.1": (
        ppv(**DETECTOR),
        {
            "sensitivity": Fraction(8, 10),
            "joint": table(**DETECTOR)[True, True],
            "prior-half": ppv(**DETECTOR | {"prevalence": Fraction(1, 2)}),
            "probability-of-alarm": ALARM,
            "complement": table(**DETECTOR)[False, True] / ALARM,
        },
    ),
    "Q1.1.2": (
        MIXED,
        {
            "odds-as-probability": MIXED / (1 - MIXED),
            "negatives-ignored": after([True, True], **CLINIC),
            "prior-ignored": after([True, True, False], **CLINIC | {"prevalence": Fraction(1, 2)}),
        },
    ),
    "Q1.1.3": (
        VISITORS[1, 1] / VISITORS[1].sum(),
        {
            "columns-normalised": VISITORS[1, 1] / VISITORS[:, 1].sum(),
            "joint": VISITORS[1, 1] / VISITORS.sum(),
            "marginal": VISITORS[:, 1].sum() / VISITORS.sum(),
        },
    ),
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


@pytest.mark.parametrize("name", NUMERIC)
def test_key_and_named_wrong_answers_agree_with_counting(name):
    question = asked(name)
    key, traps = NUMERIC[name]
    assert question.answer.value == pytest.approx(float(key), rel=1e-12, abs=1e-15)
    named = {d.note: d.when.value for d in question.diagnose if d.when.value is not None}
    assert named == {note: pytest.approx(float(trap), rel=1e-12) for note, trap in traps.items()}


@pytest.mark.parametrize("name", NUMERIC)
def test_no_named_wrong_answer_could_pass_for_another(name):
    question = asked(name)
    values = [question.answer.value, *(float(trap) for trap in NUMERIC[name][1].values())]
    for one, other in itertools.combinations(values, 2):
        tolerance = max(question.answer.rtol * max(abs(one), abs(other)), question.answer.atol)
        assert abs(one - other) > 2 * tolerance, (one, other)


def test_every_numeric_question_of_the_section_is_worked_out_here():
    section = COURSE.section("bayes")
    inside = [
        b.id for b in section.blocks if isinstance(b, Check) and isinstance(b.question, Numeric)
    ]
    assert set(NUMERIC) == {q.label for q in section.questions if isinstance(q, Numeric)} | set(
        inside
    )


def test_the_mixed_results_give_9_in_41():
    assert Fraction(9, 41) == MIXED
    stated(asked("Q1.1.2"), "\\frac{9}{32}", "$9/41=0.220$", "$1/3$")
    assert after([True], **CLINIC) == Fraction(1, 3)


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
