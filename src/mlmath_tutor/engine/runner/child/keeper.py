"""The keeper (Linux): one process with the libraries loaded, which forks one child per program.

It loads library after library and answers between two of them; while a program runs it
loads nothing. After each library a forked probe uses it: the threads of a library do not
survive a fork, and a program that waits for them would hang. If a probe fails the keeper
refuses to fork from then on, and the app does without it.

What the app asks for comes in frames:

    fork    `run` (the number of the child from now on), `folder`, and four descriptors:
            control, frames, raw output, report
    signal  `run`, `signal`
    rest    `run`: the program has ended, its process is kept; loading may go on
    prefer  `libraries`, in the order in which they are needed

The report of a child has the form of the guard's; `began` also tells whether everything
was `complete`, and `refused` stands in its place if the keeper does not fork.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import socket
import weakref
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, cast

from mlmath_tutor.engine.runner.child import family, fresh, huge_pages, preload
from mlmath_tutor.engine.runner.child.guard import dump_pipe, tell
from mlmath_tutor.engine.runner.child.service import serve
from mlmath_tutor.engine.runner.child.wire import Inbox
from mlmath_tutor.engine.runner.frames import FrameReader

_HEARD = (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM, signal.SIGUSR1)
_FDS_OF_A_RUN = 4
_PIECE = 65536


@dataclass
class _Run:
    """A child: its process, the pipes of its report and of its dump, whether it only waits."""

    pid: int
    report: int
    dump: int
    resting: bool = False


class Keeper:
    """Loads libraries, forks, and buries what it has forked.

    Args:
        control: the socket to the app.
        libraries: those that are needed first, by their dotted names.
        probe_seconds: how long a probe may take.
    """

    def __init__(self, control: int, libraries: Sequence[str], probe_seconds: float) -> None:
        self._requests = socket.socket(fileno=control)
        self._frames = FrameReader()
        self._fds: deque[int] = deque()
        self._wake, self._wake_end = family.wake_on_signals(_HEARD)
        self._runs: dict[int, _Run] = {}
        self._steps = deque(preload.ordered(libraries))
        self._probe_seconds = probe_seconds
        self._fit = True
        self._pid = os.getpid()

    def keep(self) -> NoReturn:
        """Serve the app until it has gone."""
        family.adopt_orphans()
        gc.disable()
        poll = select.poll()
        poll.register(self._requests, select.POLLIN)
        poll.register(self._wake, select.POLLIN)
        while True:
            may_load = bool(self._steps) and all(run.resting for run in self._runs.values())
            ready = [fd for fd, _ in poll.poll(0 if may_load else None)]
            if self._wake in ready:
                os.read(self._wake, _PIECE)
                self._bury_the_dead()
            if self._requests.fileno() in ready:
                self._answer()
            if may_load and not ready:
                self._load(self._steps.popleft())

    def _load(self, step: preload.Step) -> None:
        if preload.take(step) and not self._works_after_a_fork(step):
            self._fit = False
            self._steps.clear()
        # What is there stays: no child looks through it for garbage, or tidies it up at its
        # end (PyTorch has 174 such calls), and copies its pages.
        gc.freeze()
        for finalizer in list(weakref.finalize._registry):  # type: ignore[attr-defined]
            finalizer.atexit = False
        if not self._steps:
            huge_pages.collapse()

    def _works_after_a_fork(self, step: preload.Step) -> bool:
        pid = os.fork()
        if pid == 0:
            family.depend_on(self._pid, _HEARD)
            signal.setitimer(signal.ITIMER_REAL, self._probe_seconds)  # ends the process
            os._exit(0 if preload.take(step) else 1)
        _, status = os.waitpid(pid, 0)
        return status == 0

    def _answer(self) -> None:
        data, fds, _, _ = socket.recv_fds(self._requests, _PIECE, 8 * _FDS_OF_A_RUN)
        self._fds += fds
        if not data:
            os._exit(0)  # the app has gone; so will the guard
        for payload in self._frames.feed(data):
            request = cast("dict[str, object]", json.loads(payload))
            match request:
                case {"fork": int(number), "folder": str(folder)}:
                    self._fork(number, Path(folder))
                case {"signal": int(number), "run": int(run)}:
                    self._pass_on(run, number)
                case {"rest": int(run)}:
                    if run in self._runs:
                        self._runs[run].resting = True
                case {"prefer": list(libraries)}:
                    left = set(self._steps)
                    self._steps = deque(s for s in preload.ordered(libraries) if s in left)

    def _pass_on(self, run: int, number: int) -> None:
        if run not in self._runs:
            return
        pid = self._runs[run].pid
        if number == signal.SIGKILL:
            family.kill_group(pid)
        else:
            family.send(os.kill, pid, number)

    def _fork(self, number: int, folder: Path) -> None:
        control, frames, raw, report = (self._fds.popleft() for _ in range(_FDS_OF_A_RUN))
        if not self._fit:
            tell(report, {"type": "refused"})
            for fd in (control, frames, raw, report):
                os.close(fd)
            return
        dump, dump_end = dump_pipe()
        pid = os.fork()
        self._runs[number] = _Run(pid, report, dump)
        if pid == 0:
            self._become_program(control, frames, raw, dump_end, folder)
        with suppress(OSError):  # it has done so itself, and may have ended already
            os.setpgid(pid, pid)
        for fd in (control, frames, raw, dump_end):
            os.close(fd)
        tell(report, {"type": "began", "pid": pid, "complete": not self._steps})

    def _become_program(
        self, control: int, frames: int, raw: int, dump: int, folder: Path
    ) -> NoReturn:
        family.depend_on(self._pid, _HEARD)
        # What its program leaves behind stays with it until it ends, and comes to the keeper
        # only then: so the keeper knows that no orphan belongs to a program still running.
        family.adopt_orphans()
        ours = [self._requests.detach(), self._wake, self._wake_end, *self._fds]
        for run in self._runs.values():
            ours += (run.report, run.dump)
        os.dup2(raw, 1)
        os.dup2(raw, 2)
        for fd in (raw, *ours):
            os.close(fd)
        fresh.begin(folder)
        serve(Inbox(control), frames, folder, dump=dump, guarded=True)

    def _bury_the_dead(self) -> None:
        ended = [number for number, run in self._runs.items() if family.has_ended(run.pid)]
        for number in ended:
            run = self._runs.pop(number)
            told = family.bury(run.pid, spared={other.pid for other in self._runs.values()})
            dump = _what_is_in(run.dump).decode("utf-8", "replace")
            tell(run.report, {**told, "dump": dump})
            os.close(run.dump)
            os.close(run.report)


def _what_is_in(pipe: int) -> bytes:
    os.set_blocking(pipe, False)
    try:
        return os.read(pipe, _PIECE)
    except BlockingIOError:
        return b""
