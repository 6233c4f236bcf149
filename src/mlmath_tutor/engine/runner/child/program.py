"""Running the learner's program as `__main__`, and telling the app how it went."""

from __future__ import annotations

import atexit
import linecache
import os
import signal
import sys
import threading
import time
import types
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NoReturn

from mlmath_tutor.engine.runner.child import gallery, libraries, limits, notices, results
from mlmath_tutor.engine.runner.child.job import Job
from mlmath_tutor.engine.runner.child.output import Budget, OutputExceeded, Stream
from mlmath_tutor.engine.runner.child.places import innermost, line_of_frame
from mlmath_tutor.engine.runner.child.wire import Wire


class Program:
    """One program and its one run in this process, which ends with it."""

    def __init__(self, job: Job, wire: Wire, folder: Path) -> None:
        self.job = job
        self.wire = wire
        self.name = Path(job.name).name
        self.file = folder / self.name
        self.budget = Budget(job.shown_output, job.output, self.name)
        # References of our own: the program may put anything, or nothing, into `sys`.
        self.out = Stream(wire, "out", 1, self.budget)
        self.err = Stream(wire, "err", 2, self.budget)
        self.originals = (sys.stdout, sys.stderr)
        self.gallery = gallery.Gallery(wire, job.figures, self._flush)
        self.module = types.ModuleType("__main__")
        self.interrupted_at: int | None = None
        self.relax: Callable[[], None] = limits.nothing

    def run(self) -> NoReturn:
        """Run the program, report, end the process."""
        self._settle_in()
        libraries.load_heavy_imports(self.job.code)
        gallery.connect(self.gallery.deliver)
        self.relax = limits.apply(self.job)
        self.wire.send("started", peak=limits.peak_memory())
        began, cpu = time.perf_counter(), time.process_time()
        good = (
            self._tried(self._body)
            # As at the end of any Python program: first the threads, last `atexit`.
            and self._tried(threading._shutdown)  # type: ignore[attr-defined]
            and self._tried(self.gallery.finish)
        )
        wall, cpu = time.perf_counter() - began, time.process_time() - cpu
        self._tell_results(good, wall, cpu)
        os._exit(0)

    def _settle_in(self) -> None:
        os.chdir(self.file.parent)
        self.file.write_text(self.job.code, encoding="utf-8", newline="")
        lines = self.job.code.splitlines(keepends=True)
        linecache.cache[self.name] = (len(self.job.code), None, lines, self.name)
        sys.stdout = sys.__stdout__ = self.out  # type: ignore[assignment, misc]
        sys.stderr = sys.__stderr__ = self.err  # type: ignore[assignment, misc]
        sys.argv = [self.name]
        # Last, so that a program called like a library does not hide it.
        sys.path.append(str(self.file.parent))
        self.module.__file__ = str(self.file)
        sys.modules["__main__"] = self.module
        notices.install(self.name, self.file.parent, self.err.write)
        signal.signal(signal.SIGINT, self._interrupt)

    def _interrupt(self, _number: int, frame: FrameType | None) -> None:
        self.interrupted_at = line_of_frame(frame, self.name)
        self.wire.interrupt()

    def _body(self) -> None:
        code = compile(self.job.code, self.name, "exec", dont_inherit=True)
        exec(code, self.module.__dict__)

    def _flush(self) -> None:
        self.out.flush()
        self.err.flush()

    def _tried(self, stage: Callable[[], None]) -> bool:
        """Do one stage of the run; return whether the next one may follow."""
        try:
            stage()
        except SystemExit as leaving:
            if leaving.code is not None and not isinstance(leaving.code, int):
                self.err.write(f"{leaving.code}\n")
        except OutputExceeded as error:
            self._stopped("output", error)
            return False
        except gallery.FiguresExceeded as error:
            self._stopped("figures", error)
            return False
        except BaseException as error:  # noqa: BLE001 - whatever the program raises is told
            self.relax()
            self._failed(error)
            return False
        return True

    def _failed(self, error: BaseException) -> None:
        # Imported here: what describes a failure is not needed to begin.
        from mlmath_tutor.engine.runner.child import failures

        if failures.is_out_of_memory(error):
            if message := failures.message_of(error):
                self.err.write(f"{type(error).__name__}: {message}\n")
            self._stopped("memory", error)
            return
        self._flush()
        self.wire.send("failure", **failures.describe(error, self.name))

    def _stopped(self, limit: str, error: BaseException) -> None:
        self._flush()
        entry = innermost(error.__traceback__, self.name)
        self.wire.send("limit", limit=limit, line=entry.tb_lineno if entry else None)

    def _tell_results(self, good: bool, wall: float, cpu: float) -> None:
        self.relax()
        namespace = self.module.__dict__
        probes: list[dict[str, object]] = []
        variables: list[dict[str, str]] = []
        if good:
            self._tried(lambda: probes.extend(results.probe(self.job.probes, namespace)))
        self._tried(lambda: variables.extend(results.variables(namespace)))
        if good:
            self._tried(atexit._run_exitfuncs)
        self._flush()
        self.wire.send(
            "done",
            wall=wall,
            cpu=cpu,
            peak=limits.peak_memory(),
            variables=variables,
            probes=probes,
            dropped=self.budget.dropped,
            interrupted_at=self.interrupted_at,
        )
