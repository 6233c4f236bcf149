"""Running the learner's program as `__main__`, and telling the app how it went."""

from __future__ import annotations

import atexit
import gc
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
from typing import TYPE_CHECKING, NoReturn

from mlmath_tutor.engine.runner.child import (
    fresh,
    gallery,
    libraries,
    limits,
    notices,
    results,
    scratch,
)
from mlmath_tutor.engine.runner.child.job import Allowance, Evaluation, Job
from mlmath_tutor.engine.runner.child.output import Budget, OutputExceeded, Stream
from mlmath_tutor.engine.runner.child.places import innermost, line_of_frame
from mlmath_tutor.engine.runner.child.wire import Inbox, Wire

if TYPE_CHECKING:
    from mlmath_tutor.engine.runner.child.saving import Saver


class Program:
    """One program: its run in this process, and what is asked for afterwards if it stays.

    A process that stays is like a notebook's: threads go on, exit handlers do not run.
    """

    def __init__(self, job: Job, wire: Wire, inbox: Inbox, folder: Path) -> None:
        self.job = job
        self.wire = wire
        self.inbox = inbox
        self.name = Path(job.name).name
        self.file = folder / self.name
        self.budget = Budget(job.allowance, self.name)
        # References of our own: the program may put anything, or nothing, into `sys`.
        self.out = Stream(wire, "out", 1, self.budget)
        self.err = Stream(wire, "err", 2, self.budget)
        self.originals = (sys.stdout, sys.stderr)
        self.gallery: gallery.Gallery | Saver
        self.module = types.ModuleType("__main__")
        self.limits = limits.Limits()
        self.at_work = False
        self.interrupted_at: int | None = None

    def run(self) -> NoReturn:
        """Run the program, report; end the process, or stay until the app lets it go."""
        # Last, so that a program called like a library does not hide it.
        sys.path.append(str(self.file.parent))
        notices.install(self.name, self.file.parent, self.err.write)
        self._settle_in()
        libraries.load_heavy_imports(self.job.code)
        self.drawing = gallery.Drawing()
        limits.forget_peak()
        self.limits.apply(self.job.allowance, self.file.parent)
        self._perform(self._stages, self.job.allowance)
        while self.job.keep:
            gc.collect()  # while nobody waits: what the last run has left
            message = self.inbox.take()
            if "evaluate" in message:
                self._evaluate(Evaluation.read(message))
            else:
                self._run_again(Job.read(message))
        os._exit(0)

    def _run_again(self, job: Job) -> None:
        self.job = job
        self.name = self.file.name
        self.module = types.ModuleType("__main__")
        self.drawing.restore()
        fresh.draw_anew()
        self._settle_in()
        self._perform(self._stages, job.allowance)

    def _evaluate(self, evaluation: Evaluation) -> None:
        self.name = scratch.NAME
        _remember_source(self.name, evaluation.code)

        def stages() -> bool:
            namespace, code = self.module.__dict__, evaluation.code
            return self._tried(
                lambda: scratch.evaluate(code, namespace, self.out.write)
            ) and self._tried(self.gallery.finish)

        self._perform(stages, evaluation.allowance)

    def _settle_in(self) -> None:
        os.chdir(self.file.parent)
        self.file.write_text(self.job.code, encoding="utf-8", newline="")
        _remember_source(self.name, self.job.code)
        sys.stdout = sys.__stdout__ = self.out  # type: ignore[assignment, misc]
        sys.stderr = sys.__stderr__ = self.err  # type: ignore[assignment, misc]
        sys.argv = [self.name]
        self.module.__file__ = str(self.file)
        sys.modules["__main__"] = self.module
        signal.signal(signal.SIGINT, self._interrupt)

    def _interrupt(self, _number: int, frame: FrameType | None) -> None:
        if self.at_work:
            self.interrupted_at = line_of_frame(frame, self.name)
            self.wire.interrupt()

    def _perform(self, stages: Callable[[], bool], allowance: Allowance) -> None:
        """Do what was asked for, between `started` and `done`."""
        self.interrupted_at = None
        self.budget.begin(allowance, self.name)
        self.gallery = self._fresh_gallery(allowance)
        gallery.connect(self.gallery.deliver)
        self.limits.begin(allowance)
        self.at_work = True
        self.wire.send("started", peak=limits.peak_memory())
        began, cpu = time.perf_counter(), time.process_time()
        good = stages()
        wall, cpu = time.perf_counter() - began, time.process_time() - cpu
        self._tell_results(good, wall, cpu)

    def _fresh_gallery(self, allowance: Allowance) -> gallery.Gallery | Saver:
        if self.job.save is None:
            return gallery.Gallery(self.wire, allowance.figures, self._flush)
        # Imported here, like what describes a failure: most runs do not need it.
        from mlmath_tutor.engine.runner.child.saving import Saver

        return Saver(self.wire, self.job.save)

    def _stages(self) -> bool:
        good = self._tried(self._body)
        if good and not self.job.keep:
            # As at the end of any Python program: first the threads, last `atexit`.
            good = self._tried(threading._shutdown)  # type: ignore[attr-defined]
        # A figure is saved also if the program failed after it had shown it.
        if good or self.job.save:
            good = self._tried(self.gallery.finish) and good
        return good

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
            self.limits.relax()
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
        self.wire.send("failure", **failures.describe(error, self.name, self.file.name))

    def _stopped(self, limit: str, error: BaseException) -> None:
        self._flush()
        entry = innermost(error.__traceback__, self.name)
        self.wire.send("limit", limit=limit, line=entry.tb_lineno if entry else None)

    def _tell_results(self, good: bool, wall: float, cpu: float) -> None:
        self.limits.relax()
        namespace = self.module.__dict__
        probes: list[dict[str, object]] = []
        variables: list[dict[str, str]] = []
        if good and self.name != scratch.NAME:
            self._tried(lambda: probes.extend(results.probe(self.job.probes, namespace)))
        self._tried(lambda: variables.extend(results.variables(namespace)))
        if good and not self.job.keep:
            self._tried(atexit._run_exitfuncs)
        self._flush()
        self.at_work = False
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


def _remember_source(name: str, code: str) -> None:
    """Have tracebacks and hints find the lines of `code`."""
    linecache.cache[name] = (len(code), None, code.splitlines(keepends=True), name)
