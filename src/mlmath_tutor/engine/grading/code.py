"""A program: its function checked in a run, a failure told by a call that shows it."""

from __future__ import annotations

import json
import re
import zlib
from dataclasses import replace

import msgspec

from mlmath_tutor.content.programming import CodeCheck
from mlmath_tutor.content.questions import Code
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.evidence import Evidence, Trial

from .options import unreadable
from .saying import as_code, listed, said_if_known, worded
from .untried import read_findings, untried, without_findings
from .verdict import Reason, Verdict

LONGEST = 20_000  # characters
GAP = "____"
_GAP = re.compile(r"(?<!\w)____(?!\w)")
_LIBRARIES = ("numpy", "scipy", "sklearn", "torch", "matplotlib.pyplot")
# Limits and deaths of a process that are the program's own doing.
_LIMITS = ("time", "memory", "output", "figures")
_DEATHS = ("segfault", "aborted", "arithmetic", "signal", "exited")
_LINES_WRITTEN = 5
# Notes that do not name a check.
NOTES = ("raised", "slow", "died", *_LIMITS)


class _Trouble(msgspec.Struct, frozen=True):
    """What a part of the program did instead of ending well; `how` says which fields count."""

    how: str
    error: str = ""
    line: int | None = None
    hint: str | None = None
    values: dict[str, str] = {}
    missing: str | None = None


class _Check(_Trouble, frozen=True):
    """How one check went."""

    call: str = ""
    got: str = ""
    expected: str = ""
    difference: str = ""
    argument: int = 0
    type: str = ""


class _Found(msgspec.Struct, frozen=True):
    loading: _Trouble | None
    similar: str
    checks: tuple[_Check, ...]


def trial_of(question: Code, answer: str) -> Trial | None:
    """Return the run that checks a program, or None if it is not ready to be run."""
    if _not_ready(answer) is not None:
        return None
    matter = {
        "source": answer,
        "answer": question.answer,
        "function": question.function,
        "checks": [
            {"code": each.code, "args": each.args, "times": each.fuzz} for each in question.checks
        ],
        "seconds": question.seconds,
        "rtol": question.rtol,
        "atol": question.atol,
        "seed": zlib.crc32(question.id.encode()),
    }
    imported = f"{answer}\n{question.answer}"
    libraries = [name for name in _LIBRARIES if _imports(imported, name)]
    return Trial(
        examination="code",
        matter=json.dumps(matter),
        libraries=tuple(dict.fromkeys(("numpy", *libraries))),
    )


def _imports(source: str, library: str) -> bool:
    top = library.partition(".")[0]
    return re.search(rf"^[ \t]*(?:import|from)[ \t]+{top}\b", source, re.MULTILINE) is not None


def _not_ready(answer: str) -> Reason | None:
    if not answer.strip():
        return Reason("code.empty")
    if len(answer) > LONGEST:
        return Reason("grading.too-long")
    for number, line in enumerate(answer.splitlines(), 1):
        if _GAP.search(line.partition("#")[0]):
            return Reason("code.gap", {"line": number})
    return None


def grade_code(question: Code, answer: str, evidence: Evidence | None) -> Verdict:
    """Judge a program by what its run found.

    A program that cannot be compiled, or lacks the function, is not judged: that costs
    nothing. One that raises, does not end or takes all memory is wrong.
    """
    if (missing := _not_ready(answer)) is not None:
        return unreadable(answer, missing)
    if evidence is not None and (verdict := _at_its_own_fault(evidence)) is not None:
        return replace(verdict, answer=answer)
    if (verdict := without_findings(answer, evidence)) is not None:
        return verdict
    assert evidence is not None
    found = read_findings(evidence, _Found)
    if found is None:
        return untried(answer, Reason("trial.failed"))
    if found.loading is not None:
        return _not_loaded(question, answer, found.loading, found.similar)
    if len(found.checks) != len(question.checks):
        return untried(answer, Reason("trial.failed"))
    verdict = _judged(question, found.checks)
    if not verdict.right and evidence.wrote:
        verdict = replace(verdict, feedback=(*verdict.feedback, *_wrote(evidence.wrote)))
    return replace(verdict, answer=answer)


def _at_its_own_fault(evidence: Evidence) -> Verdict | None:
    """Return the verdict on a program that was stopped, or whose process died, by its own fault."""
    if evidence.ended in _LIMITS:
        return _wrong(evidence.ended, Reason(f"runs.limit.{evidence.ended}.no-line"))
    if evidence.cause.removeprefix("runs.process.") in _DEATHS:
        return _wrong("died", *said_if_known(evidence.cause, evidence.values))
    return None


def _wrong(note: str, *told: Text | Reason, line: int | None = None) -> Verdict:
    return Verdict(valid=True, score=0.0, note=note, feedback=told, line=line)


def _not_loaded(question: Code, answer: str, trouble: _Trouble, similar: str) -> Verdict:
    hint = said_if_known(trouble.hint, trouble.values)
    if trouble.missing:
        return untried(answer, Reason("trial.missing", {"package": trouble.missing}))
    if trouble.how == "missing":
        names = {"name": as_code(question.function), "similar": as_code(similar)}
        return unreadable(answer, Reason("code.similar" if similar else "code.missing", names))
    values: dict[str, object] = {"error": as_code(trouble.error), "line": trouble.line}
    if trouble.how == "syntax":
        syntax = Reason("code.syntax" if trouble.line else "code.syntax-no-line", values)
        return replace(unreadable(answer, syntax, *hint), line=trouble.line)
    if trouble.how not in ("raised", "slow", "memory"):
        return untried(answer, Reason("trial.failed"))
    where = "" if trouble.line else "-no-line"
    told = (Reason(f"code.loading-{trouble.how}{where}", values), *hint)
    return replace(_wrong(trouble.how, *told, line=trouble.line), answer=answer)


def _judged(question: Code, checks: tuple[_Check, ...]) -> Verdict:
    pairs = list(zip(question.checks, checks, strict=True))
    failed = [(check, how) for check, how in pairs if how.how != "passed"]
    if not failed:
        return Verdict(valid=True, score=1.0, note="right", feedback=(question.right,))
    told: list[Text | Reason] = []
    passed = len(pairs) - len(failed)
    if passed:
        told.append(Reason("code.passed", {"passed": passed, "total": len(pairs)}))
    first, how = failed[0]
    told += [*_name(first, how), *_shown(how, question)]
    if others := [check.title for check, other in failed[1:] if other.how != "skipped"]:
        told.append(worded("code.others", titles=listed(others)))
    if skipped := sum(other.how == "skipped" for _, other in failed):
        told.append(Reason("code.skipped", {"count": skipped}))
    earned = sum(check.weight for check, how in pairs if how.how == "passed")
    return Verdict(
        valid=True,
        score=earned / sum(check.weight for check in question.checks),
        note=first.id,
        feedback=tuple(told),
        misconception=first.misconception,
        line=how.line,
    )


def _name(check: CodeCheck, how: _Check) -> list[Text | Reason]:
    """Return what the check is called, and what it means that a value fails it."""
    has_value = how.how in ("differs", "failed") and how.difference != "none"
    if check.say is None or not has_value:
        return [worded("code.not-met", title=check.title)]
    told: list[Text | Reason] = [worded("code.not-met-because", title=check.title, say=check.say)]
    asserted = [line.strip() for line in check.code.splitlines() if "assert" in line]
    if asserted and not check.hidden:
        told.append(Reason("code.checked", {"code": " ".join(map(as_code, asserted))}))
    return told


def _shown(how: _Check, question: Code) -> list[Text | Reason]:
    """Return the call that shows the failure, and the reason if it is a known one."""
    values: dict[str, object] = {
        "call": as_code(how.call),
        "got": as_code(how.got),
        "expected": as_code(how.expected),
        "argument": how.argument,
        "type": as_code(how.type),
        "error": as_code(how.error),
        "line": how.line,
        "seconds": f"{question.seconds:g}",
    }
    match how.how:
        case "differs":
            shown = {name: as_code(value) for name, value in how.values.items()}
            return [
                Reason("code.returned", values),
                *said_if_known(f"code.difference.{how.difference}", shown),
            ]
        case "changed" | "type":
            return [Reason(f"code.{how.how}", values)]
        case "raised" | "slow" | "memory":
            where = how.how if how.line is not None else f"{how.how}-no-line"
            return [Reason(f"code.{where}", values), *said_if_known(how.hint, how.values)]
        case _:
            return [Reason("code.returned-only", values)] if how.call else []


def _wrote(text: str) -> list[Text | Reason]:
    """Return the first lines that the program wrote."""
    lines = [line for line in text.splitlines() if line.strip()][:_LINES_WRITTEN]
    code = [as_code(line) for line in lines]
    return [Reason("code.wrote"), *(Text(ja=line, en=line) for line in code)] if code else []
