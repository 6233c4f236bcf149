"""Programs at work: each ends well, its facts hold, and it still does what was recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from mlmath_tutor import figspec
from mlmath_tutor.check import trials
from mlmath_tutor.check.comparing import differences
from mlmath_tutor.check.material import Material, Program
from mlmath_tutor.check.programs import extremes, probes
from mlmath_tutor.content import layout
from mlmath_tutor.content.blocks import Explore
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.listing import listing
from mlmath_tutor.content.recorded import (
    Recording,
    RecordingError,
    read_recording,
    write_recording,
)
from mlmath_tutor.engine.runner import Job, Runner
from mlmath_tutor.engine.runner.events import Failure, Figure, Limit, Summary, Text
from mlmath_tutor.engine.runner.parameters import ParameterError, set_values
from mlmath_tutor.engine.trying import try_out


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
    """Run every program, explorations also at the ends of their knobs, and yield what is wrong.

    With `record`, the output of each program that ends well replaces its recording.

    Raises:
        OSError: a recording cannot be written.
    """
    programs = list(material.programs())
    runner = Runner()
    with asyncio.Runner() as loop:

        def run(program: Program, source: str, expressions: tuple[str, ...] = ()) -> _Outcome:
            runner.warm()
            code = listing(source, "en").code
            return loop.run(_run(runner, Job(code, _name(program), expressions)))

        try:
            for program in programs:
                outcome = run(program, program.source, tuple(e for _, e in probes(program)))
                yield from _ending(material, program, outcome)
                yield from _probed(material, program, outcome)
                if outcome.end is None:
                    fresh = outcome.recording()
                    yield from _recorded(material, program, fresh, record=record)
                    yield from _moved(material, program, run)
            yield from trials.rules(material, lambda trial: loop.run(try_out(runner, trial)))
        finally:
            loop.run(runner.close())
    yield from _leftovers(material, programs)


async def _run(runner: Runner, job: Job) -> _Outcome:
    outcome = _Outcome()
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


def _moved(
    material: Material, program: Program, run: Callable[[Program, str], _Outcome]
) -> Iterator[Finding]:
    """Run an exploration with all knobs at one end, then at the other: it must not break."""
    params = program.block.params
    if not isinstance(program.block, Explore) or not params:
        return
    for end in (0, -1):
        values = {name: extremes(parameter)[end] for name, parameter in params.items()}
        try:
            source = set_values(program.source, values)
        except ParameterError:  # reported where the programs are read
            return
        outcome = run(program, source)
        if outcome.end is not None:
            shown = ", ".join(f"{name} = {value!r}" for name, value in values.items())
            message = f"with `{shown}` this {_how(outcome.end)}"
            yield material.finding(program.file, (*program.keys, "params"), message, "run")


def _name(program: Program) -> str:
    return (program.block.file or f"{program.block.id}.py").rpartition("/")[2]


def _ending(material: Material, program: Program, outcome: _Outcome) -> Iterator[Finding]:
    if outcome.end is None:
        return
    line, numbers = outcome.end.line, program.listing("en").lines
    place = numbers[line - 1] if line is not None and 0 < line <= len(numbers) else 1
    message = f"`{program.block.id}` {_how(outcome.end)}"
    yield material.in_program(program, place, message, "run")


def _how(end: Failure | Limit) -> str:
    match end:
        case Failure(missing=str(library)):
            return f"needs {library}: install it to check this program"
        case Failure(error=error, message=said):
            return f"fails with {error}: {said}: correct the program"
        case Limit(kind=kind):
            return f"is stopped by the {kind} limit: make it smaller"


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
