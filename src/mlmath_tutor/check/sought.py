"""Objects asked for by their properties: tests that compile, answers that can be typed."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mlmath_tutor.check.arrangements import Flaw, same_ids
from mlmath_tutor.content.properties import Property, Sought
from mlmath_tutor.content.source_map import Keys
from mlmath_tutor.engine.grading.properties import read_object
from mlmath_tutor.engine.grading.verdict import Reason
from mlmath_tutor.i18n import say

_WITNESS = "{witness}"


def sought(answer: Sought, reserved: tuple[str, ...]) -> Iterator[Flaw]:
    """Yield what keeps an object from being asked for and judged, before anything runs."""
    yield from same_ids(answer.properties, "properties")
    if sum(each.weight for each in answer.properties) <= 0:
        yield ("properties",), "no property gives credit: give one a weight", "properties"
    yield from _shape(answer)
    if (message := does_not_parse(answer.given, "exec")) is not None:
        yield ("given",), message, "does-not-compile"
    for place, each in enumerate(answer.properties):
        for keys, message, code in _property(each, reserved):
            yield ("properties", place, *keys), message, code
    known = {each.id for each in answer.properties}
    for place, wrong in enumerate(answer.wrong):
        if wrong.by not in known:
            yield ("wrong", place, "by"), f"there is no property `{wrong.by}`", "wrong-by"
        yield from _can_be_typed(answer, wrong.answer, ("wrong", place, "answer"))
    yield from _can_be_typed(answer, answer.example, ("example",))


def does_not_parse(source: str, mode: str) -> str | None:
    """Return why `source` is no Python, or None if it is."""
    try:
        ast.parse(source.strip() if mode == "eval" else source, mode=mode)
    except (SyntaxError, ValueError) as error:
        return f"does not compile ({getattr(error, 'msg', error)}): correct it"
    return None


def _shape(answer: Sought) -> Iterator[Flaw]:
    bad = [each for each in answer.shape if each != "any" and each < 1]
    if bad or len(answer.shape) > 2:
        yield ("shape",), "is no shape: give `[2, 3]`, `[3]`, `[]` or `[any, 2]`", "shape"
    elif answer.object == "points" and len(answer.shape) != 2:
        yield ("shape",), "points have rows and columns: give `[4, 2]` or `[any, 2]`", "shape"
    elif answer.object == "distribution" and not answer.shape:
        yield ("shape",), "one number is no distribution: give `[3]` or `[2, 3]`", "shape"


def _property(each: Property, reserved: tuple[str, ...]) -> Iterator[Flaw]:
    if each.id in reserved:
        yield ("id",), f"`{each.id}` is a note of the grading itself: rename it", "note"
    if each.weight < 0:
        yield ("weight",), "a weight is at least 0: correct it", "score"
    for key, source in (("test", each.test), ("witness", each.witness)):
        if source is not None and (message := does_not_parse(source, "eval")):
            yield (key,), message, "expression"
    for lang in ("ja", "en"):
        if (_WITNESS in getattr(each.say, lang)) != (each.witness is not None):
            message = (
                "`{witness}` stands in both languages where there is a `witness`, else nowhere"
            )
            yield ("say", lang), message, "witness"


def _can_be_typed(answer: Sought, typed: str, keys: Keys) -> Iterator[Flaw]:
    read = read_object(answer, typed)
    if isinstance(read, Reason):
        message = f"`{typed}` cannot be an answer: {say('en', read.key, **read.values)}"
        yield keys, message, "answer"
