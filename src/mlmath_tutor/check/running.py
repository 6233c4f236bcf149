"""Programs at work: each ends well, its facts hold, and it still does what was recorded."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence

from mlmath_tutor.check import trials, verifying
from mlmath_tutor.check.at_once import AtOnce, Outcome, in_order
from mlmath_tutor.check.comparing import differences
from mlmath_tutor.check.expansion import once
from mlmath_tutor.check.material import Material, Program
from mlmath_tutor.check.programs import extremes, probes
from mlmath_tutor.check.verifying import Task
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
from mlmath_tutor.content.source_map import Keys
from mlmath_tutor.engine.evidence import Evidence, Trial
from mlmath_tutor.engine.runner import Job
from mlmath_tutor.engine.runner.events import Failure, Limit
from mlmath_tutor.engine.runner.parameters import ParameterError, set_values


def rules(
    material: Material, others: Sequence[tuple[str, Material]] = (), *, record: bool
) -> Iterator[Finding]:
    """Run every program, explorations also at the ends of their knobs, and what questions claim.

    Args:
        material: the course.
        others: further variants of questions, each by itself, with the variant's note.
        record: whether the output of each program that ends well replaces its recording.

    Raises:
        OSError: a recording cannot be written.
    """
    programs = list(material.programs())
    everything = (("", material), *others)
    with asyncio.Runner() as loop:
        runs = AtOnce()
        try:
            works = [_program(material, program, runs, record=record) for program in programs]
            works += [_task(material, task, runs) for task in verifying.tasks(everything)]
            for found in in_order(loop, works):
                yield from found
            yield from _tried(everything, loop, runs)
        finally:
            loop.run(runs.close())
    yield from _leftovers(material, programs)


async def _program(
    material: Material, program: Program, runs: AtOnce, *, record: bool
) -> list[Finding]:
    """Run a program as it is shipped and, if that ends well, at the ends of its knobs."""
    outcome = await runs.outcome(_job(program, program.source, probes(program)))
    found = [*_ending(material, program, outcome), *_probed(material, program, outcome)]
    if outcome.end is None:
        found += _recorded(material, program, outcome.recording(), record=record)
        found += await _moved(material, program, runs)
    return found


async def _task(material: Material, task: Task, runs: AtOnce) -> list[Finding]:
    """Work out the key of a question again."""
    outcome = await runs.outcome(task.job())
    if outcome.end is None and outcome.summary is not None:
        return list(task.findings(material, outcome.summary))
    how = _how(outcome.end) if outcome.end is not None else "does not end: correct it"
    keys = (*task.keys, "verify")
    return [material.finding(task.file, keys, f"working this out {how}", "verify")]


def _tried(
    everything: Sequence[tuple[str, Material]], loop: asyncio.Runner, runs: AtOnce
) -> Iterator[Finding]:
    """Try the answers that need a run: first all that will be asked for, then judge."""
    wanted: dict[Trial, None] = {}

    def note(trial: Trial) -> Evidence:
        wanted[trial] = None
        return Evidence(ended="failure")

    for _, material in everything:
        list(trials.rules(material, note))
    works = (runs.evidence(trial) for trial in wanted)
    known = dict(zip(wanted, in_order(loop, works), strict=True))

    def evidence(trial: Trial) -> Evidence:
        return known[trial] if trial in known else loop.run(runs.evidence(trial))

    yield from once(
        (name, finding)
        for name, material in everything
        for finding in trials.rules(material, evidence)
    )


async def _moved(material: Material, program: Program, runs: AtOnce) -> list[Finding]:
    """Run an exploration with all knobs at one end, then at the other: it must not break."""
    found: list[Finding] = []
    params = program.block.params
    if not isinstance(program.block, Explore) or not params:
        return found
    for end in (0, -1):
        values = {name: extremes(parameter)[end] for name, parameter in params.items()}
        try:
            source = set_values(program.source, values)
        except ParameterError:  # reported where the programs are read
            return found
        outcome = await runs.outcome(_job(program, source))
        if outcome.end is not None:
            shown = ", ".join(f"{name} = {value!r}" for name, value in values.items())
            message = f"with `{shown}` this {_how(outcome.end)}"
            keys = (*program.keys, "params")
            found.append(material.finding(program.file, keys, message, "run"))
    return found


def _job(program: Program, source: str, asked: Sequence[tuple[Keys, str]] = ()) -> Job:
    return Job(listing(source, "en").code, _name(program), tuple(text for _, text in asked))


def _name(program: Program) -> str:
    return (program.block.file or f"{program.block.id}.py").rpartition("/")[2]


def _ending(material: Material, program: Program, outcome: Outcome) -> Iterator[Finding]:
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


def _probed(material: Material, program: Program, outcome: Outcome) -> Iterator[Finding]:
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
