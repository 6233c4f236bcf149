"""Keys and named wrong answers beside those of another computation, for every section alike.

A section's tests give, by the label of a question or the id of a check, the key worked out
in another way and, by note, the wrong answers it names.
"""

import itertools

import numpy as np
import pytest

from course.counting import COURSE, asked
from mlmath_tutor.content.blocks import Check
from mlmath_tutor.content.questions import Matrix, Numeric

WRONG_MATRICES_REL = 1e-6


def number_agrees(name, key, traps, rel=1e-8):
    """Assert that a number and the wrong ones with a name are those given, to `rel`."""
    question = asked(name)
    assert question.answer.value == pytest.approx(float(key), rel=rel)
    named = {d.note: d.when.value for d in question.diagnose if d.when.value is not None}
    assert named == {note: pytest.approx(float(trap), rel=rel) for note, trap in traps.items()}


def apart(question, one, other, times=2):
    """Whether two answers differ by more than `times` the tolerance: none passes for the other."""
    answer = question.answer
    tolerance = max(answer.rtol * max(abs(one), abs(other)), answer.atol)
    return abs(one - other) > (0.5 if answer.exact else times * tolerance)


def numbers_stand_apart(name, traps, times=2):
    """Assert that neither the key nor a named wrong number could pass for another one."""
    question = asked(name)
    values = [question.answer.value, *(float(trap) for trap in traps.values())]
    for one, other in itertools.combinations(values, 2):
        assert apart(question, one, other, times), (one, other)


def matrix_agrees(name, key, traps, rel=1e-8):
    """Assert that a matrix and the wrong ones with a name are those given, and stand apart."""
    question = asked(name)
    assert np.array(question.value) == pytest.approx(np.array(key, float), rel=rel)
    assert {d.note for d in question.diagnose} == set(traps)
    for diagnosis in question.diagnose:
        wrong = np.array(traps[diagnosis.note], float)
        close = pytest.approx(wrong, rel=min(rel, WRONG_MATRICES_REL))
        assert np.array(diagnosis.value) == close, diagnosis.note
    matrices = [np.array(matrix, float) for matrix in (key, *traps.values())]
    for one, other in itertools.combinations(matrices, 2):
        if one.shape == other.shape:
            far = abs(one - other) > 2 * np.maximum(question.rtol * abs(other), question.atol)
            assert far.any(), (one, other)


def all_are_worked_out(section, numbers, matrices=()):
    """Assert that no number and no matrix that a section asks for is left out."""
    found = COURSE.section(section)
    inside = {b.id: b.question for b in found.blocks if isinstance(b, Check)}
    asked_for = {question.label: question for question in found.questions} | inside
    assert set(numbers) == {n for n, q in asked_for.items() if isinstance(q, Numeric)}
    assert set(matrices) == {n for n, q in asked_for.items() if isinstance(q, Matrix)}


def asks_eight(section):
    """Assert that a section asks the eight questions of its plan, in order."""
    found = COURSE.section(section)
    labels = [question.label for question in found.questions]
    assert labels == [f"Q{found.number}.{k}" for k in range(1, 9)]
