"""Why a process ended that did not say so itself."""

from __future__ import annotations

import re
import signal
import sys
from dataclasses import replace
from pathlib import Path

from .events import Failure, Limit
from .paths import without_paths
from .plain import plain
from .process import Exit

_PLACE = re.compile(r'^ *File "(?P<file>[^"]*)", line (?P<line>\d+) in ', re.MULTILINE)
_KNOWN_SIGNALS = {
    "SIGSEGV": "runs.process.segfault",
    "SIGBUS": "runs.process.segfault",
    "SIGABRT": "runs.process.aborted",
    "SIGFPE": "runs.process.arithmetic",
    "SIGKILL": "runs.process.killed",
}


def line_in_dump(dump: str, name: str) -> int | None:
    """Return the line of file `name` that a dump of `faulthandler` found, innermost first."""
    for place in _PLACE.finditer(dump):
        if Path(place["file"]).name == name:
            return int(place["line"])
    return None


def silent_end(end: Exit, name: str, folder: Path) -> Failure | Limit:
    """Return what to tell of a process that ended without a word."""
    line = line_in_dump(end.dump, name)
    if not end.guarded:
        return _process_failure("runs.process.lost", "", line, {})
    if end.status >= 0:
        return _process_failure("runs.process.exited", "", line, {"status": str(end.status)})
    if sys.platform != "win32" and -end.status == signal.SIGXCPU:
        return Limit("time", line)
    try:
        title = signal.Signals(-end.status).name
    except ValueError:
        title = f"signal {-end.status}"
    key = _KNOWN_SIGNALS.get(title, "runs.process.signal")
    trace = _programs_part(end.dump, name)
    return _process_failure(key, plain(without_paths(trace, folder)), line, {"signal": title})


def broken_channel() -> Failure:
    """Return what to tell of a program that wrote to the runner's own channel."""
    return _process_failure("runs.process.channel", "", None, {})


def never_began(why: str = "") -> Failure:
    """Return what to tell of a process that did not get as far as the program.

    Args:
        why: the system's words, if it has refused to start the process.
    """
    failure = _process_failure("runs.process.start", "", None, {})
    return replace(failure, message=plain(why))


def _programs_part(dump: str, name: str) -> str:
    """Return the dump down to the outermost line of the program; below that it is our own code."""
    end = 0
    for place in _PLACE.finditer(dump):
        if Path(place["file"]).name == name:
            end = dump.find("\n", place.end())
    return dump[:end] if end > 0 else ""


def _process_failure(key: str, trace: str, line: int | None, values: dict[str, str]) -> Failure:
    message = values.get("signal") or values.get("status") or ""
    return Failure(
        error="process",
        message=message,
        line=line,
        traceback=trace,
        hint=key,
        hint_values=values,
    )
