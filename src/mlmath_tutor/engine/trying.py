"""Running a trial: from what grading asks to the evidence it is given."""

from __future__ import annotations

import secrets
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Protocol

from .evidence import Evidence, Trial
from .runner.events import Failure, Job, Limit, Limits, RunEvent, Summary, Text
from .runner.wording import explanation

_PARTS, _PART = 10, 1900  # a probe's value is cut off after 2,000 characters
_WRITTEN = 600  # characters kept of what the program writes
_EXAMINING = "mlmath_tutor.engine.runner.child.examining"


class Runs(Protocol):
    """What a trial needs of the runner."""

    def run(self, job: Job) -> AsyncGenerator[RunEvent, None]:
        """Run a program and yield its events; the last one is its Summary."""


async def try_out(runner: Runs, trial: Trial) -> Evidence:
    """Run a trial and return what it found, however it ended.

    What the answer's own program writes is not evidence: the findings are values of probes,
    computed after the answer was examined, and come with a word that is drawn for this run
    and stands nowhere in the program.
    """
    word = secrets.token_hex(16)
    ending: Failure | Limit | None = None
    wrote = ""
    summary: Summary | None = None
    async with aclosing(runner.run(_job(trial, word))) as events:
        async for event in events:
            match event:
                case Text(stream="out", text=text):
                    wrote = (wrote + text)[:_WRITTEN]
                case Failure() | Limit():
                    ending = event
                case Summary():
                    summary = event
    if ending is not None:
        return _without_findings(ending)
    told = [probe.text for probe in summary.probes if probe.ok] if summary else []
    if told[:1] != [word] or len(told) != 1 + _PARTS:
        return Evidence(ended="failure")
    return Evidence(findings="".join(told[1:]), wrote=wrote)


def _job(trial: Trial, word: str) -> Job:
    imports = "".join(f"import {library}\n" for library in trial.libraries)
    code = (
        f"{imports}from {_EXAMINING} import examine\n"
        f"findings = examine({trial.examination!r}, {trial.matter!r})\n"
    )
    parts = (f"findings[{n * _PART}:{(n + 1) * _PART}]" for n in range(_PARTS))
    return Job(
        code,
        name="examination.py",
        probes=(repr(word), *parts),
        limits=Limits(seconds=trial.seconds),
    )


def _without_findings(ending: Failure | Limit) -> Evidence:
    if isinstance(ending, Limit):
        return Evidence(ended=ending.kind)
    died = explanation(ending) if ending.error == "process" else None
    cause, values = (died.key, died.values) if died else ("", {})
    return Evidence(ended="failure", cause=cause, values=values, missing=ending.missing or "")
