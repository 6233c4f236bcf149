"""What the course says in its own words, and test results counted person by person."""

import math
from fractions import Fraction
from pathlib import Path

import msgspec

from mlmath_tutor.content.blocks import Check
from mlmath_tutor.content.loading import load
from mlmath_tutor.engine.posing import pose
from mlmath_tutor.engine.variants import variants

COURSE = load(Path(__file__).parents[2]).course
OPENING = {
    "prevalence": Fraction(1, 100),
    "sensitivity": Fraction(99, 100),
    "specificity": Fraction(95, 100),
}


def words(thing, lang):
    """All text of a block or question in one language, formulas included, as one string."""

    def strings(value):
        match value:
            case {"ja": ja, "en": en}:
                yield ja if lang == "ja" else en
            case dict():
                for each in value.values():
                    yield from strings(each)
            case list() | tuple():
                for each in value:
                    yield from strings(each)
            case str():
                yield value

    return "\n".join(strings(msgspec.to_builtins(thing)))


def block(name):
    """The block with this id."""
    return COURSE.block(name)[1]


def asked(name):
    """The question with this label (its first variant), or that inside the block with this id."""
    found = COURSE.question(name)
    if found:
        return pose(found, None).question
    holder = block(name)
    return holder.question if isinstance(holder, Check) else holder.predict


def drawn(name):
    """The variants of the question with this label: what was drawn, exactly, and the question."""
    template = COURSE.question(name)
    return [(variant.scope.drawn, variant.question) for variant in variants(template)]


def quiz(section):
    """The questions of a section, each in its first variant."""
    return tuple(pose(question, None).question for question in section.questions)


def stated(thing, *numbers):
    """Assert that `thing` states each of `numbers`, in both languages."""
    for lang in ("ja", "en"):
        text = words(thing, lang)
        missing = [each for each in numbers if each not in text]
        assert not missing, f"{lang} of {thing.id} does not state {missing}"


def digits(value, count=3):
    """`value` with `count` significant digits, as the course writes it."""
    value = float(value)
    places = count - 1 - math.floor(math.log10(abs(value)))
    return f"{value:.{places}f}"


def table(prevalence, sensitivity, specificity):
    """The joint distribution of (ill, positive), as exact fractions."""
    return {
        (True, True): prevalence * sensitivity,
        (True, False): prevalence * (1 - sensitivity),
        (False, True): (1 - prevalence) * (1 - specificity),
        (False, False): (1 - prevalence) * specificity,
    }


def ppv(**test):
    """P(ill | positive)."""
    joint = table(**test)
    return joint[True, True] / (joint[True, True] + joint[False, True])


def npv(**test):
    """P(healthy | negative)."""
    joint = table(**test)
    return joint[False, False] / (joint[False, False] + joint[True, False])


def after(results, prevalence, sensitivity, specificity):
    """P(ill | these results), the errors being independent given ill and given healthy."""
    weight = {True: prevalence, False: 1 - prevalence}
    for positive in results:
        weight[True] *= sensitivity if positive else 1 - sensitivity
        weight[False] *= 1 - specificity if positive else specificity
    return weight[True] / sum(weight.values())


def carried(output, old, new):
    """The output of a classifier trained at prior `old`, corrected for prior `new`."""
    positive, negative = output / old * new, (1 - output) / (1 - old) * (1 - new)
    return positive / (positive + negative)
