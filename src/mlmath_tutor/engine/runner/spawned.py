"""A process that the app starts itself, for one program.

On Linux the process started is a guard (`child.guard`), whose child runs the program.
Elsewhere the process runs the program itself: it is stopped and killed all the same, but
a process that the program moved to another group outlives it.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from . import environment
from .process import Channels, Exit, Process, kill_group

HAS_GUARD = sys.platform == "linux"
_SECONDS_FOR_THE_GUARD = 5.0


class Spawned(Process):
    """A new interpreter.

    Args:
        python: the interpreter.
        folder: where the run's folder is made.
        cache: where Matplotlib keeps its list of fonts.
        how: `now` if the job is there at once, `warm` if the process waits for it.
        libraries: what a waiting process loads besides what most programs need.
    """

    def __init__(
        self,
        python: str,
        folder: Path,
        cache: Path,
        how: environment.How = "now",
        libraries: Sequence[str] = (),
    ) -> None:
        own = Path(tempfile.mkdtemp(prefix="mlmath-run-", dir=folder))
        self._has_guard = HAS_GUARD
        report, report_end = os.pipe() if self._has_guard else (None, None)
        try:
            self._popen = subprocess.Popen(
                environment.command(python, own, report_end, how, libraries),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                bufsize=0,
                env=environment.environment(own, cache, os.environ),
                cwd=own,
                start_new_session=True,
                pass_fds=() if report_end is None else (report_end,),
            )
        except OSError:
            if report is not None:
                os.close(report)
            shutil.rmtree(own, ignore_errors=True)
            raise
        finally:
            if report_end is not None:
                os.close(report_end)
        control, frames, raw = map(_taken_over, _pipes(self._popen))
        super().__init__(own, Channels(control, frames, raw, report))
        self._timer: asyncio.TimerHandle | None = None

    @property
    def alive(self) -> bool:
        """Whether the process is still there."""
        return self._popen.poll() is None

    async def begun(self) -> bool:
        """Return True: a process that was started is there."""
        return True

    def open(self) -> None:
        """Begin to watch the process, on the event loop that is running."""
        super().open()
        threading.Thread(target=self._wait, daemon=True).start()

    def interrupt(self) -> None:
        """Ask the program to stop: KeyboardInterrupt. Kills where there are no signals."""
        if sys.platform == "win32":
            self.kill()
        else:
            self._popen.send_signal(signal.SIGINT)

    def ask_where(self) -> None:
        """Have the place in the program noted, even inside a library; it comes with the end."""
        if self._has_guard:
            self._popen.send_signal(signal.SIGUSR1)

    def kill(self) -> None:
        """Kill the program and its process group."""
        if not self._has_guard:
            self._kill_unguarded()
        elif self._timer is None:
            self._popen.send_signal(signal.SIGTERM)
            self._timer = self._loop.call_later(_SECONDS_FOR_THE_GUARD, self._popen.kill)

    def rest(self) -> None:
        """Do nothing: nobody waits for it."""

    def discard(self) -> None:
        """End a process that was never opened, and remove its folder; blocks shortly."""
        self._channels.close()  # a process whose app has gone ends by itself
        self._popen.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _kill_unguarded(self) -> None:
        self._popen.kill()
        kill_group(self._popen.pid)

    def _wait(self) -> None:
        self._popen.wait()
        # With the loop closed nobody is left to be told.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._conclude)

    def _conclude(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if not self._has_guard:
            self._kill_unguarded()
            self._finish(lambda: Exit(self._popen.returncode))
        else:
            self._finish(self._reported_exit)

    def _reported_exit(self) -> Exit:
        if (told := self._report.exit()) is not None:
            return told
        # Something killed the guard. Its program was bound to die with it; what that had
        # started is in its group.
        if (leader := self._report.leader) is not None:
            kill_group(leader)
        return Exit(self._popen.returncode, guarded=False)


def _pipes(popen: subprocess.Popen[bytes]) -> tuple[IO[bytes], IO[bytes], IO[bytes]]:
    assert popen.stdin and popen.stdout and popen.stderr
    return popen.stdin, popen.stdout, popen.stderr


def _taken_over(pipe: IO[bytes]) -> int:
    """Return the descriptor of a pipe, which is now the caller's to close."""
    with pipe:
        return os.dup(pipe.fileno())
