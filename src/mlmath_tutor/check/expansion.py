"""Templates made into questions: the rules look at every variant as at any other question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from msgspec.inspect import Type

from mlmath_tutor.content.drawn_quiz import DrawnQuiz
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.questions import Question
from mlmath_tutor.content.quizzes import QuizFile, Template
from mlmath_tutor.content.source_map import Keys, SourceMap
from mlmath_tutor.engine.variants import Scope, Variant, VariantError, draws, note_of, variants
from mlmath_tutor.engine.variants.building import Data, mapped
from mlmath_tutor.engine.variants.filling import unrounded

Fault = tuple[Keys, str, str]
MOST_VARIANTS = 250


@dataclass(frozen=True, slots=True)
class Instance:
    """A variant of the template that stands under `keys` in `file`."""

    file: Path
    keys: Keys
    variant: Variant

    @property
    def question(self) -> Question:
        """The question."""
        return self.variant.question


@dataclass(frozen=True, slots=True)
class Expansion:
    """The files with the first variant in each template's place, and the other variants.

    A file with a template that makes no question is left out: its findings come first.
    """

    files: Mapping[Path, object]
    first: Mapping[tuple[Path, Keys], Instance]
    others: tuple[Instance, ...]
    findings: tuple[Finding, ...]


def expand(files: Mapping[Path, object], source: SourceMap) -> Expansion:
    """Make all variants of all templates."""
    shown: dict[Path, object] = {}
    first: dict[tuple[Path, Keys], Instance] = {}
    others: list[Instance] = []
    findings: list[Finding] = []
    for file, whole in files.items():
        if not isinstance(whole, QuizFile | DrawnQuiz):
            shown[file] = whole
            continue
        made, faults = _made(file, whole)
        for keys, message, code in faults:
            findings.append(Finding(file, source.line(file, keys), message, code))
        if faults:
            continue
        questions = list(whole.questions)
        for instances in made:
            first[file, instances[0].keys] = instances[0]
            others += instances[1:]
            questions[int(instances[0].keys[1])] = instances[0].question
        shown[file] = msgspec.structs.replace(whole, questions=tuple(questions))
    return Expansion(shown, first, tuple(others), tuple(findings))


def _made(file: Path, quiz: QuizFile | DrawnQuiz) -> tuple[list[list[Instance]], list[Fault]]:
    made: list[list[Instance]] = []
    faults: list[Fault] = []
    for place, template in enumerate(quiz.questions):
        if not isinstance(template, Template):
            continue
        keys: Keys = ("questions", place)
        try:
            found = variants(template)
            for variant in found:
                _ = variant.question
            for below, message, code in _faults(template, found):
                faults.append(((*keys, *below), message, code))
            made.append([Instance(file, keys, variant) for variant in found])
        except VariantError as error:
            faults.append(((*keys, *error.keys), error.message, "variant"))
    return made, faults


def _faults(template: Template, found: tuple[Variant, ...]) -> Iterator[Fault]:
    if len(found) > MOST_VARIANTS:
        message = f"makes {len(found)} variants: {MOST_VARIANTS} are plenty, give fewer values"
        yield ("params",), message, "variants"
    if len(found) == 1:
        message = f"`{template.id}` has one variant: give more values, or take the params out"
        yield ("params",), message, "variants"
    yield from _notes(template, found)
    yield from _long_numbers(template, found)


def _notes(template: Template, found: tuple[Variant, ...]) -> Iterator[Fault]:
    """Yield notes that name two questions, and questions that have two notes."""
    by_note = {variant.note: variant for variant in found}
    names: dict[bytes, str] = {}
    for scope in draws(template):
        variant = Variant(note_of(template, scope), scope, template)
        first = by_note[variant.note]
        if scope.drawn != first.scope.drawn and variant.question != first.question:
            message = f"`{variant.note}` names two different questions: name every parameter in it"
            yield ("note",), message, "note"
            return
    for variant in found:
        whole = msgspec.msgpack.encode(variant.question)
        if names.setdefault(whole, variant.note) != variant.note:
            message = f"`{names[whole]}` and `{variant.note}` name the same question: leave out"
            yield ("note",), f"{message} what does not matter", "note"
            return


def _long_numbers(template: Template, found: tuple[Variant, ...]) -> Iterator[Fault]:
    """Yield each number that is shown with more digits than anyone reads."""
    told: set[Keys] = set()
    data: Data = msgspec.msgpack.decode(template.body)
    for variant in found:
        shown: list[tuple[Keys, str]] = []
        mapped(data, template.of, _looked_at(variant.scope, shown))
        for keys, hole in shown:
            if keys not in told:
                told.add(keys)
                message = f"`{hole}` has no end of digits with `{variant.note}`: say how many, as"
                yield keys, f"{message} in `{hole[:-2]}:3}}}}`", "long-number"


def _looked_at(
    scope: Scope, shown: list[tuple[Keys, str]]
) -> Callable[[str, Type, Keys, bool], Data]:
    def look(text: str, _expected: Type, keys: Keys, prose: bool) -> Data:
        if prose or keys[-1:] == ("math",):
            shown.extend((keys, hole) for hole in unrounded(text, scope, keys))
        return text

    return look


def once(found: Iterable[tuple[str, Finding]], known: Iterable[Finding] = ()) -> Iterator[Finding]:
    """Yield findings with the variant they are about, each fault of a line once.

    Args:
        found: each with the note of its variant; "" for all others, which are all yielded.
        known: what has been told already.
    """
    told = {(each.file, each.line, each.code) for each in known}
    for note, finding in found:
        fault = (finding.file, finding.line, finding.code)
        if not note:
            yield finding
        elif fault not in told:
            yield replace(finding, message=f"{finding.message} (with `{note}`)")
        told.add(fault)
