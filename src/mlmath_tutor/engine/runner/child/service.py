"""Waiting for the job, with the libraries most programs need already loaded."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import threading
import traceback
from pathlib import Path

from mlmath_tutor.engine.runner.child import libraries
from mlmath_tutor.engine.runner.child.job import Job
from mlmath_tutor.engine.runner.child.program import Program
from mlmath_tutor.engine.runner.child.wire import Wire, message_waiting, receive

_NICENESS = 5
_UNFINISHED = 70


def serve(control: int, frames: int, folder: Path, *, dump: int, guarded: bool, warm: bool) -> None:
    """Take one job, run it, end the process."""
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    _watch_for_crashes(dump, on_request=guarded)
    wire = Wire(frames)
    if warm:
        _warm_up(control)
    job = Job.read(receive(control))
    if not guarded:
        _end_with_the_app(control)
    program = Program(job, wire, folder)
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


def _warm_up(control: int) -> None:
    """Load library after library until the job is there."""
    for name in libraries.WARM:
        if message_waiting(control):
            return
        libraries.load(name)


def _end_with_the_app(control: int) -> None:
    """Without a guard: end this process when the app has gone (nothing more is ever sent)."""

    def wait() -> None:
        os.read(control, 1)
        if sys.platform != "win32":
            os.killpg(0, signal.SIGKILL)
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
