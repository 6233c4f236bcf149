"""Programs to complete: they compile, define what is checked, and have checks that can be made."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from mlmath_tutor.check.arrangements import Flaw, same_ids
from mlmath_tutor.check.programs import COLUMNS
from mlmath_tutor.check.sought import does_not_parse
from mlmath_tutor.content.listing import COMMENT, listing
from mlmath_tutor.content.programming import CodeCheck
from mlmath_tutor.content.questions import Code
from mlmath_tutor.engine.grading.code import GAP
from mlmath_tutor.i18n import LANGUAGES
from mlmath_tutor.render.runs import cells

_MOST_TIMES = 1000


def code(question: Code, reserved: tuple[str, ...]) -> Iterator[Flaw]:
    """Yield what keeps a program from being asked for and checked, before anything runs."""
    yield from _programs(question)
    yield from same_ids(question.checks, "checks")
    if sum(each.weight for each in question.checks) <= 0:
        yield ("checks",), "no check gives credit: give one a weight", "checks"
    for place, each in enumerate(question.checks):
        for keys, message, name in _check(each, reserved):
            yield ("checks", place, *keys), message, name
    known = {each.id for each in question.checks}
    for place, wrong in enumerate(question.wrong_solutions):
        keys = ("wrong_solutions", place)
        if wrong.by not in known:
            yield (*keys, "by"), f"there is no check `{wrong.by}`", "wrong-by"
        if wrong.old not in question.answer:
            yield (*keys, "old"), f"`{wrong.old}` stands nowhere in `answer`", "old"


def _programs(question: Code) -> Iterator[Flaw]:
    for key in ("starter", "answer"):
        source = getattr(question, key)
        if (message := does_not_parse(source, "exec")) is not None:
            yield (key,), message, "does-not-compile"
        elif key == "answer" and question.function not in _functions(source):
            message = f"`answer` defines no function `{question.function}`"
            yield ("function",), message, "function"
        yield from _lines(key, source)
    if GAP not in question.starter:
        yield ("starter",), f"nothing is missing in it: mark the place with `{GAP}`", "gap"
    if GAP in question.answer:
        yield ("answer",), f"`{GAP}` is still to be filled", "gap"


def _functions(source: str) -> set[str]:
    return {each.name for each in ast.parse(source).body if isinstance(each, ast.FunctionDef)}


def _lines(key: str, source: str) -> Iterator[Flaw]:
    for lang in LANGUAGES:
        for line in listing(source, lang).code.splitlines():
            if (width := cells(line)) > COLUMNS:
                message = f"a line is {width} columns wide, and {COLUMNS} are shown: break it"
                yield (key,), message, "long-line"
    spoken = [found["lang"] for line in source.splitlines() if (found := COMMENT.fullmatch(line))]
    if spoken.count("ja") != spoken.count("en"):
        message = "has `# ja:` comments without `# en:` ones, or the other way round"
        yield (key,), message, "comment-language"


def _check(each: CodeCheck, reserved: tuple[str, ...]) -> Iterator[Flaw]:
    if each.id in reserved:
        yield ("id",), f"`{each.id}` is a note of the grading itself: rename it", "note"
    if bool(each.code) == bool(each.args):
        yield ("code",), f"`{each.id}` needs either `code` or `args`", "check"
    if each.code and (message := does_not_parse(each.code, "exec")):
        yield ("code",), message, "does-not-compile"
    if each.args and (message := does_not_parse(each.args, "eval")):
        yield ("args",), message, "expression"
    if each.weight < 0:
        yield ("weight",), "a weight is at least 0: correct it", "score"
    if not 1 <= each.fuzz <= _MOST_TIMES:
        yield ("fuzz",), f"a check is made 1 to {_MOST_TIMES} times", "fuzz"
