"""Programs at work: each ends well, its facts hold, and it still does what was recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

from mlmath_tutor import figspec
from mlmath_tutor.check.comparing import differences
from mlmath_tutor.check.material import Material, Program
from mlmath_tutor.check.programs import probes
from mlmath_tutor.content import layout
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.recorded import (
    Recording,
    RecordingError,
    read_recording,
    write_recording,
)
from mlmath_tutor.engine.runner import Job, Runner
from mlmath_tutor.engine.runner.events import Failure, Figure, Limit, Summary, Text


@dataclass
class _Outcome:
    """What one run told."""

    text: list[str] = field(default_factory=list)
    figures: dict[int, figspec.Figure] = field(default_factory=dict)
    end: Failure | Limit | None = None
    summary: Summary | None = None

    def recording(self) -> Recording:
        """Return what the program wrote and drew."""
        figures = (figspec.encode(figure) for _, figure in sorted(self.figures.items()))
        return Recording(text="".join(self.text), figures=tuple(figures))


def rules(material: Material, *, record: bool) -> Iterator[Finding]:
    """Run every program once, as shipped, and yield what is wrong.

    With `record`, the output of each program that ends well replaces its recording.

    Raises:
        OSError: a recording cannot be written.
    """
    programs = list(material.programs())
    runner = Runner()
    with asyncio.Runner() as loop:
        try:
            for program in programs:
                runner.warm()
                outcome = loop.run(_run(runner, program))
                found = list(_ending(material, program, outcome))
                found += _probed(material, program, outcome)
                if outcome.end is None:
                    found += _recorded(material, program, outcome.recording(), record=record)
                yield from found
        finally:
            loop.run(runner.close())
    yield from _leftovers(material, programs)


async def _run(runner: Runner, program: Program) -> _Outcome:
    outcome = _Outcome()
    expressions = tuple(expression for _, expression in probes(program))
    job = Job(program.listing("en").code, _name(program), expressions)
    async for event in runner.run(job):
        match event:
            case Text(stream="out", text=text):
                outcome.text.append(text)
            case Figure(spec=spec, number=number):
                outcome.figures[number] = spec
            case Failure() | Limit():
                outcome.end = event
            case Summary():
                outcome.summary = event
            case _:
                continue
    return outcome


def _name(program: Program) -> str:
    return (program.block.file or f"{program.block.id}.py").rpartition("/")[2]


def _ending(material: Material, program: Program, outcome: _Outcome) -> Iterator[Finding]:
    match outcome.end:
        case None:
            return
        case Failure(missing=str(library)):
            line, message = outcome.end.line, f"needs {library}: install it to check this program"
        case Failure(error=error, message=said):
            line, message = outcome.end.line, f"fails with {error}: {said}: correct the program"
        case Limit(kind=kind):
            line, message = outcome.end.line, f"is stopped by the {kind} limit: make it smaller"
    numbers = program.listing("en").lines
    place = numbers[line - 1] if line is not None and 0 < line <= len(numbers) else 1
    yield material.in_program(program, place, f"`{program.block.id}` {message}", "run")


def _probed(material: Material, program: Program, outcome: _Outcome) -> Iterator[Finding]:
    values = outcome.summary.probes if outcome.summary is not None else ()
    for (keys, expression), probe in zip(probes(program), values, strict=False):
        if not probe.ok:
            message = f"`{expression}` fails after the run ({probe.text}): correct it"
        elif keys[-1] != "measured" and probe.text != "True":
            message = f"the fact `{expression}` is {probe.text}: correct it, or the program"
        else:
            continue
        yield material.finding(program.file, keys, message, "fact")


def _recorded(
    material: Material, program: Program, fresh: Recording, *, record: bool
) -> Iterator[Finding]:
    path = layout.recording_file(material.root, program.section, program.block.id)
    if record:
        write_recording(path, fresh)
        return
    try:
        difference = next(differences(read_recording(path), fresh), None)
    except FileNotFoundError:
        difference = "nothing is recorded"
    except RecordingError as error:
        difference = f"the recording cannot be read ({error})"
    if difference is not None:
        message = f"`{program.block.id}`: {difference}: `mlmath check --record` records it anew"
        yield material.finding(program.file, program.keys, message, "recording")


def _leftovers(material: Material, programs: list[Program]) -> Iterator[Finding]:
    """Yield recordings of no program, in chapters whose sections are all faultless."""
    known = {
        layout.recording_file(material.root, program.section, program.block.id)
        for program in programs
    }
    for chapter in material.course.chapters:
        lessons = (layout.lesson_file(material.root, section) for section in chapter.sections)
        if any(file.exists() and file not in material.files for file in lessons):
            continue
        folder = layout.chapter_folder(material.root, chapter) / "recorded"
        for path in sorted(set(folder.glob("*.json")) - known):
            yield Finding(path, 0, "records no program of this chapter: delete it", "recording")
