"""Courses with one thing wrong: keys, tolerances, flags, named wrong answers, notes, formulas.

A mutant is a question as data with one change that an author could make by mistake. What is
changed for every learner to see, such as the values that are drawn, is no mistake by itself.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from mlmath_tutor.check.course import check

Data = Any
Path_ = tuple[str | int, ...]


class Mutant(NamedTuple):
    """A question with one change, and what was changed."""

    what: str
    question: Data


class _Dumper(yaml.SafeDumper):
    """Writes texts as a course may have them: no double quotes."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def questions(file: Path) -> list[Data]:
    """Return the questions of a quiz file as data."""
    return list(yaml.safe_load(file.read_text(encoding="utf-8"))["questions"])


def few(question: Data) -> Data:
    """Return the question with few draws: a mistake is to be noticed by the first of them."""
    if "params" not in question:
        return question
    params = {
        name: {"choice": choices["choice"][: 2 if place == 0 else 1]}
        if "choice" in choices
        else choices
        for place, (name, choices) in enumerate(question["params"].items())
    }
    return question | {"params": params}


def alone(question: Data) -> Data:
    """Return the question without what it refers to."""
    return _without(question, {"misconception", "skills"})


def _without(data: Data, keys: set[str]) -> Data:
    if isinstance(data, dict):
        return {key: _without(value, keys) for key, value in data.items() if key not in keys}
    return [_without(item, keys) for item in data] if isinstance(data, list) else data


def mutants(question: Data) -> Iterator[Mutant]:
    """Yield the question with one change at a time."""
    for path, value in _values(question):
        for what, changed in _changes(question, path, value):
            whole = _with(question, path, changed)
            yield Mutant(f"{'.'.join(map(str, path))}: {what}", whole)
    yield from _moved_flags(question)
    if "pairs" in question:
        names = list(question["pairs"])
        whole = deepcopy(question)
        one, other = names[:2]
        pairs = whole["pairs"]
        pairs[one], pairs[other] = pairs[other], pairs[one]
        yield Mutant("pairs: exchanged", whole)


def survivors(course: Path, quiz: str, question: Data, folder: Path) -> list[str]:
    """Return the mutants of a question that `check` lets pass.

    Args:
        course: to be copied.
        quiz: the question's file, in the course.
        question: the question as data; it is the only one in the copy.
        folder: to work in.
    """
    copy = folder / "course"
    shutil.copytree(course, copy, ignore=lambda at, names: _others(course, at, names))
    file = copy / quiz
    for other in copy.glob("quizzes/**/*.yaml"):
        if other != file:
            other.unlink()
    head = yaml.safe_load(file.read_text(encoding="utf-8")) | {"questions": [question]}

    def passes(whole: Data) -> bool:
        text = yaml.dump(
            head | {"questions": [whole]}, Dumper=_Dumper, allow_unicode=True, sort_keys=False
        )
        file.write_text(text, encoding="utf-8")
        # Most are found without running anything.
        return not any(True for run in (False, True) for _ in check(copy, run=run))

    assert passes(question), list(check(copy))
    return [mutant.what for mutant in mutants(question) if passes(mutant.question)]


def _others(course: Path, at: str, names: list[str]) -> list[str]:
    """Leave out all that is no course."""
    return [n for n in names if n not in ("lessons", "quizzes")] if Path(at) == course else []


def _values(data: Data, path: Path_ = ()) -> Iterator[tuple[Path_, Data]]:
    """Yield every part, outer ones first."""
    yield path, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _values(value, (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from _values(value, (*path, place))


def _with(question: Data, path: Path_, value: Data) -> Data:
    if not path:
        return value
    whole = deepcopy(question)
    _owner(whole, path)[path[-1]] = value
    return whole


def _changes(question: Data, path: Path_, value: Data) -> Iterator[tuple[str, Data]]:
    key = path[-1] if path else ""
    if "tests" in path or "verify" in path or "params" in path:
        return
    for rule in _RULES:
        yield from rule(question, path, key, value)


def _numbers(_: Data, path: Path_, key: str | int, value: Data) -> Iterator[tuple[str, Data]]:
    """Keys, values of diagnoses, cells of matrices: another number."""
    inside = any(name in path for name in ("value", "below", "above"))
    if inside and isinstance(value, int | float) and not isinstance(value, bool):
        yield f"{value} became {value * 1.05 + 0.03:.4g}", value * 1.05 + 0.03
    if inside and isinstance(value, str) and (hole := re.fullmatch(r"\{\{(.*)\}\}", value)):
        yield "doubled", f"{{{{2*({hole[1]})}}}}"


def _formulas(
    question: Data, path: Path_, key: str | int, value: Data
) -> Iterator[tuple[str, Data]]:
    if len(path) == 2 and path[0] == "let" and isinstance(value, str):
        yield "doubled", f"2*({value})"
    if key == "expr" and isinstance(value, str):
        yield "doubled", f"2*({value})"
    if key == "math" and "check" in (owner := _owner(question, path)):
        first = owner["check"] == "value"
        numbers = list(re.finditer(r"(?<![\w.])\d+(?:\.\d+)?", value))
        begin = value.find("=") if first else 0
        for number in numbers:
            if number.start() > begin:
                other = value[: number.start()] + "7" + number[0] + value[number.end() :]
                yield f"{number[0]} became 7{number[0]}", other
                break


def _owner(question: Data, path: Path_) -> Data:
    for key in path[:-1]:
        question = question[key]
    return question


def _tolerances(
    question: Data, path: Path_, key: str | int, value: Data
) -> Iterator[tuple[str, Data]]:
    """A relative tolerance twice or half as large, an absolute one that comes to matter."""
    has_tolerance = isinstance(value, dict) and "value" in value and "note" not in value
    if has_tolerance and not value.get("exact") and value.get("kind") != "choice":
        relative = value.get("rtol", 0.01)
        yield "tolerance doubled", value | {"rtol": 2 * relative}
        yield "tolerance halved", value | {"rtol": relative / 2}
        yield "absolute tolerance", value | {"atol": 0.5}
    if key == "exact" and value is True:
        yield "no longer exact", False


def _names(question: Data, path: Path_, key: str | int, value: Data) -> Iterator[tuple[str, Data]]:
    if key == "note" and "diagnose" in path:
        yield "renamed", f"{value}-too"
    if key == "note" and len(path) == 1:
        yield "a parameter left out", re.sub(r"\{\{\w+\}\}", "", value, count=1)
    if key == "score" and "diagnose" in path:
        yield "more credit", value + 0.2
    if key == "after" and isinstance(value, list):
        for name in value:
            yield f"no longer after {name}", [other for other in value if other != name]
    if key == "form":
        yield "another form", "factored"


_RULES: tuple[Callable[[Data, Path_, str | int, Data], Iterator[tuple[str, Data]]], ...] = (
    _numbers,
    _formulas,
    _tolerances,
    _names,
)


def _moved_flags(question: Data) -> Iterator[Mutant]:
    """Another option right, another line wrong, one more, one fewer."""
    for path, value in _values(question):
        if not isinstance(value, list) or "tests" in path:
            continue
        for flag in ("correct", "wrong"):
            places = [n for n, item in enumerate(value) if isinstance(item, dict) and flag in item]
            flagged = [n for n in places if value[n][flag] is True]
            if not flagged:
                continue
            for place in range(len(value)):
                whole = deepcopy(question)
                items = _owner(whole, (*path, 0))
                if place in flagged:
                    items[place].pop(flag)
                else:
                    items[flagged[0]].pop(flag)
                    items[place][flag] = True
                yield Mutant(f"{'.'.join(map(str, path))}: {flag} at {place}", whole)
    if question["kind"] == "order":
        for place, foreign in enumerate(question.get("distractors", ())):
            whole = deepcopy(question)
            moved = whole["distractors"].pop(place)
            after = [whole["lines"][-1]["id"]]
            whole["lines"].append({"id": moved["id"], "text": moved["text"], "after": after})
            yield Mutant(f"distractor {foreign['id']} belongs", whole)
