"""Everything that names something else in the course: it must exist, and be of the right kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from mlmath_tutor.check.material import Material, Part
from mlmath_tutor.content.blocks import BlockBase, Citation, Pitfall
from mlmath_tutor.content.course import SectionEntry, Skill, Term
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.formulas import ExpressionDiagnosis
from mlmath_tutor.content.questions import (
    Diagnosis,
    Distractor,
    MatrixDiagnosis,
    Option,
    QuestionBase,
)
from mlmath_tutor.content.source_map import Keys
from mlmath_tutor.render.prose import links

# What names the pitfall that treats a mistake.
_BLAMING = (Option, Diagnosis, MatrixDiagnosis, ExpressionDiagnosis, Distractor)


def rules(material: Material) -> Iterator[Finding]:
    """Yield names that lead nowhere, and circles of prerequisites."""
    targets = _targets(material)
    for part in material.parts(
        *(BlockBase, QuestionBase, *_BLAMING, Citation, SectionEntry, Skill, Term)
    ):
        for kind, name, key in _mentions(part):
            yield from _dangling(material, targets, kind, name, part, key)
    yield from _dangling_links(material, targets)
    sections = {entry.id: entry.needs for entry in _entries(material)}
    skills = {skill.id: skill.needs for skill in material.course.skills}
    yield from _circles(material, sections, "section")
    yield from _circles(material, skills, "skill")


def _entries(material: Material) -> Iterator[SectionEntry]:
    return (section.entry for section in material.course.sections)


def _targets(material: Material) -> dict[str, frozenset[str]]:
    course = material.course
    blocks = [block for section in course.sections for block in section.blocks]
    return {
        "pitfall": frozenset(block.id for block in blocks if isinstance(block, Pitfall)),
        "skill": frozenset(skill.id for skill in course.skills),
        "section": frozenset(section.id for section in course.sections),
        "term": frozenset(term.id for term in course.glossary),
        "reference": frozenset(reference.id for reference in course.references),
    }


def _mentions(part: Part) -> Iterator[tuple[str, str, Keys]]:
    """Yield (kind of the target, its name, the keys from `part`) of what `part` refers to."""
    match part.value:
        case (
            Option(misconception=str(name))
            | Diagnosis(misconception=str(name))
            | MatrixDiagnosis(misconception=str(name))
            | ExpressionDiagnosis(misconception=str(name))
            | Distractor(misconception=str(name))
        ):
            yield "pitfall", name, ("misconception",)
        case QuestionBase(skills=names):
            yield from (("skill", name, ("skills", i)) for i, name in enumerate(names))
        case Citation(ref=name):
            yield "reference", name, ("ref",)
        case SectionEntry(needs=names):
            yield from (("section", name, ("needs", i)) for i, name in enumerate(names))
        case Skill(section=section, needs=names):
            yield "section", section, ("section",)
            yield from (("skill", name, ("needs", i)) for i, name in enumerate(names))
        case Term(section=section, see=names):
            yield "section", section, ("section",)
            yield from (("term", name, ("see", i)) for i, name in enumerate(names))
        case _:
            return


def _dangling(
    material: Material,
    targets: Mapping[str, frozenset[str]],
    kind: str,
    name: str,
    part: Part,
    key: Keys,
) -> Iterator[Finding]:
    if name not in targets[kind] and not _left_out(material, name):
        message = _nothing(material, kind, name, targets[kind])
        yield material.finding(part.file, (*part.keys, *key), message, f"no-{kind}")


def _left_out(material: Material, name: str) -> bool:
    """Return whether `name` stands in a file that has faults of its own: those come first."""
    return any(place.file not in material.files for place in material.source.places(name))


def _nothing(material: Material, kind: str, name: str, known: Iterable[str]) -> str:
    if kind == "pitfall" and (found := material.course.block(name)):
        word = type(found[1]).__name__.lower()
        return f"`{name}` is a {word} block, and a misconception is a pitfall: name its pitfall"
    close = get_close_matches(name, sorted(known), n=1)
    advice = f"did you mean `{close[0]}`?" if close else "add it, or take the name out"
    return f"there is no {kind} `{name}`: {advice}"


def _dangling_links(material: Material, targets: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    for passage in material.passages():
        for target in links(passage.source):
            kind, _, name = target.partition(":")
            if kind not in ("term", "section"):
                message = f"links lead to `term:id` or `section:id`, not to `{target}`: correct it"
            elif name in targets[kind] or _left_out(material, name):
                continue
            else:
                message = _nothing(material, kind, name, targets[kind])
            offset = passage.source.count("\n", 0, max(passage.source.find(f"({target}"), 0))
            yield material.finding(passage.file, passage.keys, message, "dangling-link", offset)


def _circles(
    material: Material, needs: Mapping[str, tuple[str, ...]], what: str
) -> Iterator[Finding]:
    """Yield each circle of `needs` once, where its first name is defined."""
    done: set[str] = set()
    for start in needs:
        path: list[str] = []
        yield from _follow(material, needs, what, start, path, done)


def _follow(
    material: Material,
    needs: Mapping[str, tuple[str, ...]],
    what: str,
    name: str,
    path: list[str],
    done: set[str],
) -> Iterator[Finding]:
    if name in path:
        circle = [*path[path.index(name) :], name]
        for place in material.source.places(name)[:1]:
            shown = " → ".join(f"`{each}`" for each in circle)
            yield Finding(
                place.file,
                place.line,
                f"this {what} needs itself ({shown}): take one of the `needs` out",
                "circle",
            )
    if name in done or name not in needs:
        return
    done.add(name)
    path.append(name)
    for each in needs[name]:
        yield from _follow(material, needs, what, each, path, done)
    path.pop()
