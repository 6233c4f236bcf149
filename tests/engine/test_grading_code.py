"""A program judged by what its run found; programs that try to be judged otherwise."""

from __future__ import annotations

import json
from typing import Any

import pytest

from engine.kinds_course import keys, question, said
from mlmath_tutor.content.questions import Code
from mlmath_tutor.engine.evidence import Evidence
from mlmath_tutor.engine.grading import grade, trial
from mlmath_tutor.engine.grading.verdict import Verdict
from mlmath_tutor.engine.runner import Runner
from mlmath_tutor.engine.trying import try_out
from mlmath_tutor.i18n import LANGUAGES, say

SAMPLE = question(Code)
PASSED: dict[str, Any] = {"how": "passed"}
DIFFERS: dict[str, Any] = {
    "how": "differs",
    "call": "f([1., 2.])",
    "got": "0.5",
    "expected": "1",
    "difference": "factor",
    "values": {"factor": "1/2"},
}


def evidence(*checks: dict[str, Any], loading: object = None, similar: str = "") -> Evidence:
    told = {"loading": loading, "similar": similar, "checks": checks}
    return Evidence(findings=json.dumps(told))


def judged(found: Evidence | None, answer: str = SAMPLE.answer) -> Verdict:
    verdict = grade(SAMPLE, answer, evidence=found)
    for part in verdict.feedback:
        for lang in LANGUAGES:
            assert isinstance(part, type(SAMPLE.right)) or say(lang, part.key, **part.values)
    return verdict


def test_all_checks_passed_is_right_and_the_program_is_kept() -> None:
    verdict = judged(evidence(*[PASSED] * 4))
    assert (verdict.right, verdict.note, verdict.answer) == (True, "right", SAMPLE.answer)


def test_credit_is_by_weight_and_the_first_failure_is_shown() -> None:
    verdict = judged(evidence(DIFFERS, PASSED, PASSED, DIFFERS))
    assert verdict.score == pytest.approx(2 / 6)
    assert verdict.note == "chain"
    assert keys(verdict) == [
        *("code.passed", "code.checked", "code.returned", "code.difference.factor")
    ]
    assert "does not hold" in said(verdict)[0]
    assert said(verdict)[1] == r"Checks also not passed: $0\le H(Y\mid X)\le H(Y)$"


def test_a_hidden_check_is_not_shown_itself() -> None:
    verdict = judged(evidence(PASSED, PASSED, DIFFERS, PASSED))
    assert "code.checked" not in keys(verdict)
    assert "code.returned" in keys(verdict)


@pytest.mark.parametrize("how", ["raised", "slow", "memory"])
def test_what_a_failure_means_is_said_only_of_values(how: str) -> None:
    trouble = {"how": how, "line": 3, "call": "f(1)", "error": "E: x", "hint": "runs.hint.zero"}
    verdict = judged(evidence(trouble, {"how": "skipped"}, PASSED, PASSED))
    assert "does not hold" not in said(verdict)[0]
    assert f"code.{how}" in keys(verdict)
    assert "runs.hint.zero" in keys(verdict)
    assert "code.skipped" in keys(verdict)
    assert verdict.line == 3


@pytest.mark.parametrize(
    ("trouble", "key", "valid"),
    [
        ({"how": "syntax", "error": "SyntaxError: x", "line": 2}, "code.syntax", False),
        ({"how": "missing"}, "code.missing", False),
        ({"how": "raised", "error": "E", "missing": "foo"}, "trial.missing", False),
        ({"how": "raised", "error": "E", "line": 2}, "code.loading-raised", True),
        ({"how": "slow", "line": None}, "code.loading-slow-no-line", True),
        ({"how": "memory", "line": 1}, "code.loading-memory", True),
        ({"how": "odd"}, "trial.failed", False),
    ],
)
def test_programs_that_never_came_to_a_check(
    trouble: dict[str, object], key: str, valid: bool
) -> None:
    verdict = judged(evidence(loading=trouble))
    assert (verdict.valid, verdict.score, keys(verdict)[0]) == (valid, 0.0, key)


def test_a_misspelt_function_is_named() -> None:
    verdict = judged(evidence(loading={"how": "missing"}, similar="cond_entrop"))
    assert keys(verdict) == ["code.similar"]


@pytest.mark.parametrize("ended", ["time", "memory", "output", "figures"])
def test_a_program_that_had_to_be_stopped_is_wrong(ended: str) -> None:
    verdict = judged(Evidence(ended=ended))
    assert (verdict.valid, verdict.score, verdict.note) == (True, 0.0, ended)


@pytest.mark.parametrize("cause", ["exited", "segfault", "aborted", "arithmetic", "signal"])
def test_a_program_that_ended_its_process_is_wrong(cause: str) -> None:
    values = {"status": "0", "signal": "SIGX"}
    verdict = judged(Evidence(ended="failure", cause=f"runs.process.{cause}", values=values))
    assert (verdict.valid, verdict.note) == (True, "died")


@pytest.mark.parametrize(
    "found",
    [
        None,
        Evidence(ended="cancelled"),
        Evidence(ended="failure"),
        Evidence(ended="failure", cause="runs.process.start"),
        Evidence(ended="failure", cause="runs.process.killed"),
        Evidence(findings="[]"),
        evidence(PASSED),
    ],
)
def test_a_run_that_broke_down_is_not_held_against_the_program(found: Evidence | None) -> None:
    verdict = judged(found)
    assert (verdict.valid, verdict.note) == (False, "untried")


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        ("", "code.empty"),
        ("  \n", "code.empty"),
        ("x = 1\ny = ____\n", "code.gap"),
        ("x" * 20_001, "grading.too-long"),
    ],
)
def test_a_program_that_is_not_ready_is_not_run(answer: str, key: str) -> None:
    assert trial(SAMPLE, answer) is None
    assert keys(judged(None, answer)) == [key]


def test_a_gap_in_a_comment_or_a_longer_name_is_none() -> None:
    assert trial(SAMPLE, "x = 1  # ____\n_____ = 2\n") is not None


def test_libraries_are_loaded_before_the_clock_starts() -> None:
    asked = trial(SAMPLE, "from torch import nn\nimport scipy.stats\n# import sklearn\n")
    assert asked is not None
    assert asked.libraries == ("numpy", "scipy", "torch")


def test_what_the_program_wrote_is_shown_unless_it_is_right() -> None:
    wrote = "\n".join(["P `is` 2", "", *"abcdef"])
    found = Evidence(findings=evidence(DIFFERS, *[PASSED] * 3).findings, wrote=wrote)
    assert said(judged(found))[1:] == ["`P 'is' 2`", "`a`", "`b`", "`c`", "`d`"]
    found = Evidence(findings=evidence(*[PASSED] * 4).findings, wrote=wrote)
    assert said(judged(found)) == [SAMPLE.right.en]


def test_what_a_process_says_cannot_break_a_sentence() -> None:
    odd = {"how": "raised", "line": 1, "call": "f(`a`\x1b[31m\n)", "error": "`{x}`"}
    hint = {"hint": "no.such.key", "values": {"name": "{y}"}}
    verdict = judged(evidence(odd | hint, *[PASSED] * 3))
    reason = next(p for p in verdict.feedback if getattr(p, "key", "") == "code.raised")
    assert say("en", reason.key, **reason.values) == "`f('a' )` fails at line 1: `'{x}'`"


FORGED = json.dumps({"loading": None, "similar": "", "checks": [PASSED] * 4})
# A message of the runner's own, written to every descriptor that could be its channel.
FRAME = f"""
import json, struct
done = {{'kind': 'done', 'wall': 0.1, 'cpu': 0.1, 'peak': 0, 'variables': [], 'dropped': 0,
        'interrupted_at': None, 'probes': [{{'ok': True, 'text': {FORGED!r}}}] * 11}}
frame = json.dumps(done).encode()
"""
WRITE_FRAME = """
    for fd in range(3, 20):
        try:
            os.write(fd, struct.pack('>I', len(frame)) + frame)
        except OSError:
            pass
    os._exit(0)
"""
ANSWER = (
    "import os, sys\nimport numpy as np\n{top}\ndef cond_entropy(P):\n    {body}\n    return 0.3\n"
)


@pytest.mark.parametrize(
    ("top", "body"),
    [
        (f"print({FORGED!r})", f"print({FORGED!r})"),
        (f"sys.stderr.write({FORGED!r})", "sys.stdout = None"),
        ("findings = 'all passed'; word = ''", "globals()['findings'] = 'all passed'"),
        ("", "os._exit(0)"),
        ("", "sys.exit(0)"),
        (FRAME, WRITE_FRAME),
        ("import atexit; atexit.register(lambda: print('passed'))", "pass"),
        ("import builtins; builtins.eval = builtins.exec = lambda *a: None", "pass"),
        ("sys.settrace(None); sys.modules['numpy'] = None", "pass"),
    ],
)
async def test_a_program_cannot_pass_by_what_it_says(top: str, body: str) -> None:
    answer = ANSWER.format(top=top, body=body)
    asked = trial(SAMPLE, answer)
    assert asked is not None
    runner = Runner()
    verdict = grade(SAMPLE, answer, evidence=await try_out(runner, asked))
    await runner.close()
    assert not verdict.right
    assert verdict.score < 0.5
