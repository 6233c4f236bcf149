"""Waiting for the job, and running it."""

from __future__ import annotations

import faulthandler
import os
import signal
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from mlmath_tutor.engine.runner.child import preload
from mlmath_tutor.engine.runner.child.job import Job
from mlmath_tutor.engine.runner.child.program import Program
from mlmath_tutor.engine.runner.child.wire import Inbox, Wire

_NICENESS = 5
_UNFINISHED = 70


def stand_back() -> None:
    """Let the app go first where processor time is short."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)


def warm_up(inbox: Inbox, wanted: Sequence[str]) -> None:
    """Load library after library until the job is there: what most programs need, and `wanted`."""
    names = {*preload.ALWAYS, *(name.partition(".")[0] for name in wanted)}
    for step in preload.ordered(wanted):
        if inbox.waiting:
            return
        if step.library in names:
            preload.take(step)


def serve(inbox: Inbox, frames: int, folder: Path, *, dump: int, guarded: bool) -> NoReturn:
    """Take one job, run it, end the process."""
    _watch_for_crashes(dump, on_request=guarded)
    wire = Wire(frames)
    job = Job.read(inbox.take())
    if not guarded:
        inbox.watch()
    program = Program(job, wire, inbox, folder)
    try:
        program.run()
    except KeyboardInterrupt:
        pass  # between two stages of a run; the app knows that it stopped the program
    except BaseException:  # noqa: BLE001
        # A fault of this package: told, and nothing may keep the process from ending here.
        traceback.print_exc(file=program.err)
        program.err.flush()
    finally:
        os._exit(_UNFINISHED)


def _watch_for_crashes(dump: int, *, on_request: bool) -> None:
    """Have the place in the program written to `dump` when it crashes, or on SIGUSR1."""
    faulthandler.enable(dump, all_threads=False)
    if on_request:
        faulthandler.register(signal.SIGUSR1, dump, all_threads=False, chain=False)
