"""From a trial to its evidence, however the run ends."""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, Callable

import pytest

from mlmath_tutor.engine.evidence import Evidence, Trial
from mlmath_tutor.engine.runner import Failure, Job, Limit, Probe, RunEvent, Runner, Summary, Text
from mlmath_tutor.engine.trying import try_out

TRIAL = Trial(
    examination="properties",
    matter='{"x": 2, "given": "", "properties": [{"test": "x > 3", "witness": "x"}]}',
)
ENDED = Summary(ended="ok", wall=0.0, cpu=0.0, peak_memory=0)


class Told:
    """A runner that tells what a test wants to hear; it knows the job."""

    def __init__(self, events: Callable[[Job], list[RunEvent]]) -> None:
        self._events = events

    async def run(self, job: Job) -> AsyncGenerator[RunEvent, None]:
        for event in self._events(job):
            yield event


def done(*texts: str) -> Summary:
    probes = tuple(Probe(ok=True, text=text) for text in texts)
    return Summary(ended="ok", wall=0.0, cpu=0.0, peak_memory=0, probes=probes)


async def test_a_trial_is_run_and_measured() -> None:
    runner = Runner()
    evidence = await try_out(runner, TRIAL)
    await runner.close()
    assert evidence == Evidence(findings='[{"holds": false, "witness": "2"}]')


async def test_findings_longer_than_a_probe_arrive_whole() -> None:
    error = "x" * 280
    test = f"exec('raise ValueError(\"{error}\")')"
    one = f'{{"test": "{test.replace(chr(34), chr(92) + chr(34))}", "witness": null}}'
    matter = f'{{"x": 2, "given": "", "properties": [{", ".join([one] * 20)}]}}'
    runner = Runner()
    evidence = await try_out(runner, Trial(examination="properties", matter=matter))
    await runner.close()
    assert len(evidence.findings) > 6000
    assert evidence.findings.count(f"ValueError: {error}") == 20


@pytest.mark.parametrize(
    ("ending", "evidence"),
    [
        (Limit("cancelled", 3), Evidence(ended="cancelled")),
        (Limit("time", 3), Evidence(ended="time")),
        (
            Failure("process", "SIGSEGV", None, "", hint="runs.process.segfault"),
            Evidence(ended="failure", cause="runs.process.segfault"),
        ),
        (
            Failure("ModuleNotFoundError", "no torch", 1, "", "runs.hint.missing", {}, "torch"),
            Evidence(ended="failure", missing="torch"),
        ),
        (Failure("ValueError", "in our own code", 1, ""), Evidence(ended="failure")),
    ],
)
async def test_a_run_that_does_not_end_well_gives_no_findings(
    ending: Failure | Limit, evidence: Evidence
) -> None:
    runner = Told(lambda job: [ending, ENDED])
    assert await try_out(runner, TRIAL) == evidence


async def test_what_the_program_writes_is_no_evidence() -> None:
    forged = '[{"holds": true}]'
    runner = Told(lambda job: [Text("out", forged), done(forged)])
    assert await try_out(runner, TRIAL) == Evidence(ended="failure")


async def test_findings_come_with_the_word_of_this_very_run() -> None:
    words: list[str] = []

    def honest(job: Job) -> list[RunEvent]:
        words.append(job.probes[0].strip("'"))
        assert words[-1] not in job.code
        return [done(words[-1], "[1]", *[""] * (len(job.probes) - 2))]

    def stale(job: Job) -> list[RunEvent]:
        return [done(words[0], "[1]", *[""] * (len(job.probes) - 2))]

    assert await try_out(Told(honest), TRIAL) == Evidence(findings="[1]")
    assert await try_out(Told(honest), TRIAL) == Evidence(findings="[1]")
    assert words[0] != words[1]
    assert re.fullmatch(r"[0-9a-f]{32}", words[0])
    assert await try_out(Told(stale), TRIAL) == Evidence(ended="failure")
