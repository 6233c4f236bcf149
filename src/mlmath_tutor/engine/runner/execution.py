"""One run: from a process and what is asked of it to the events that the learner sees."""

from __future__ import annotations

import asyncio
import codecs
import time
from collections.abc import AsyncIterator, Callable
from typing import Literal

import msgspec

from mlmath_tutor import figspec

from . import endings, messages
from .events import Failure, Figure, Limit, RunEvent, Summary, Text
from .frames import FrameError
from .plain import Plain
from .process import Exit, Process
from .requests import Request

_SECONDS_TO_BEGIN = 60.0
_SECONDS_BEFORE_DUMP = 0.55
_SECONDS_BEFORE_KILL = 0.7
_MOST_BYTES = 128 << 20

Stop = Literal["time", "output", "cancelled"]
Ending = Failure | Limit


class Execution:
    """Follows a process from a request to the end; iterating over it gives the events.

    Args:
        process: opened.
        request: what is asked of it.

    Attributes:
        saved: the file of a figure, if the request asked for one and it was made.
        stays: whether the process is still there, waiting, when the Summary has come.
    """

    def __init__(self, process: Process, request: Request) -> None:
        self.process = process
        self._events: asyncio.Queue[RunEvent] = asyncio.Queue()
        self.saved: messages.Saved | None = None
        self.stays = False
        self._request = request
        self._limits = request.limits
        self._received = 0
        self._plain = {stream: Plain() for stream in ("out", "err", "raw")}
        self._raw = codecs.getincrementaldecoder("utf-8")("replace")
        self._raw_bytes = 0
        self._timers: list[asyncio.TimerHandle] = []
        self._started: tuple[float, int] | None = None  # when; the process's peak then
        self._done: messages.Done | None = None
        self._ending: Ending | None = None
        self._stopped: Stop | None = None
        self._stopped_at: int | None = None
        self._stopping = False
        self._concluded = False

    async def begin(self) -> None:
        """Send the request."""
        self.process.listen(self._take_frames, self._take_raw)
        self.process.ended.add_done_callback(self._process_ended)
        self._later(_SECONDS_TO_BEGIN, self._too_late_to_begin)
        await self.process.send(self._request.message)

    def stop(self, why: Stop) -> None:
        """Stop the program: politely, so that it can say where it was; then for good."""
        if self._stopping or self._concluded:
            return
        self._stopping = True
        if self._done is None and self._ending is None:
            self._stopped = why
        if self._started is None:
            self.process.kill()
            return
        self.process.interrupt()
        self._later(_SECONDS_BEFORE_DUMP, self.process.ask_where)
        self._later(_SECONDS_BEFORE_KILL, self.process.kill)

    async def __aiter__(self) -> AsyncIterator[RunEvent]:
        """Yield the events as they come, up to the Summary."""
        while True:
            event = await self._events.get()
            yield event
            if isinstance(event, Summary):
                return

    async def abandon(self) -> None:
        """Kill what is still running, and wait until nothing of the run is left."""
        self._drop_timers()
        await end(self.process)

    def _later(self, seconds: float, what: Callable[[], None]) -> None:
        self._timers.append(asyncio.get_running_loop().call_later(seconds, what))

    def _drop_timers(self) -> None:
        for timer in self._timers:
            timer.cancel()
        self._timers.clear()

    def _too_late_to_begin(self) -> None:
        if self._started is None:
            self._end_with(endings.never_began())

    def _end_with(self, ending: Ending) -> None:
        self._ending = self._ending or ending
        self.process.kill()

    # what arrives

    def _take_frames(self, data: bytes) -> None:
        self._received += len(data)
        if self._received > _MOST_BYTES:
            self.process.frames.pause()
            self._end_with(Limit("output", None))
            return
        try:
            for payload in self.process.cutter.feed(data):
                self._take(messages.read(payload))
        except (FrameError, msgspec.DecodeError):
            self.process.frames.pause()
            self._end_with(endings.broken_channel())

    def _take(self, message: messages.AnyMessage) -> None:
        if self._concluded:  # a thread of the program goes on while its process stays
            return
        match message:
            case messages.Started(peak=peak):
                if self._started is None:
                    self._started = (time.perf_counter(), peak)
                    self._later(self._limits.seconds, lambda: self.stop("time"))
            case messages.TextMessage(stream=stream, text=text):
                self._show(stream, self._plain[stream].feed(text))
            case messages.FigureMessage():
                self._take_figure(message)
            case messages.FailureMessage():
                self._take_ending(message.event(self._request.lines))
            case messages.LimitMessage(limit=limit, line=line):
                self._take_ending(Limit(limit, messages.line_within(line, self._request.lines)))
            case messages.Saved():
                self.saved = message
            case messages.Done():
                self._take_done(message)

    def _take_ending(self, ending: Ending) -> None:
        if self._stopped is not None:
            self._stopped_at = self._stopped_at or ending.line
        elif self._ending is None:
            self._ending = ending

    def _take_figure(self, message: messages.FigureMessage) -> None:
        try:
            figure = figspec.decode(msgspec.json.decode(message.spec))
        except figspec.FigureError as error:
            self._show("err", f"A figure could not be shown ({error}).\n")
        else:
            self._events.put_nowait(Figure(figure, message.number))

    def _take_raw(self, data: bytes) -> None:
        """Take output that did not go through `sys.stdout`: other processes, libraries in C."""
        before = self._raw_bytes
        self._raw_bytes += len(data)
        room = max(0, self._limits.shown_output - before)
        self._show("out", self._plain["raw"].feed(self._raw.decode(data[:room])))
        if self._raw_bytes > self._limits.output:
            self.process.raw.pause()
            if self._concluded:
                self.process.kill()
            else:
                self.stop("output")

    def _show(self, stream: Literal["out", "err"], text: str) -> None:
        if text and not self._concluded:
            self._events.put_nowait(Text(stream, text))

    # the end

    def _take_done(self, message: messages.Done) -> None:
        if self._request.keep:
            self.process.raw.drain()
        self._done = message
        if not self._request.keep:
            return
        if self._must_go():
            self.process.kill()
            return
        self.stays = True
        self.process.rest()
        self._conclude(None)

    def _must_go(self) -> bool:
        """Return whether the process is of no use any more, though it would stay."""
        out_of_memory = isinstance(self._ending, Limit) and self._ending.kind == "memory"
        return out_of_memory or self._stopped == "output"

    def _process_ended(self, ended: asyncio.Future[Exit]) -> None:
        if not self._concluded:
            self._conclude(ended.result())

    def _conclude(self, end: Exit | None) -> None:
        self._drop_timers()
        self._show("out", self._plain["raw"].feed(self._raw.decode(b"", final=True)))
        self._show("out", self._plain["raw"].finish() + self._plain["out"].finish())
        self._show("err", self._plain["err"].finish())
        ending = self._ending_of(end)
        if ending is not None:
            self._events.put_nowait(ending)
        self._events.put_nowait(self._summary(end, ending))
        self._concluded = True

    def _ending_of(self, end: Exit | None) -> Ending | None:
        name = self._request.name
        if self._stopped is not None:
            done_at = self._done.interrupted_at if self._done else None
            dumped = endings.line_in_dump(end.dump, name) if end else None
            line = self._stopped_at or done_at or dumped
            return Limit(self._stopped, messages.line_within(line, self._request.lines))
        if self._ending is not None or self._done is not None or end is None:
            return self._ending
        if self._started is None and end.guarded:
            return endings.never_began()
        return endings.silent_end(end, name, self.process.folder)

    def _summary(self, end: Exit | None, ending: Ending | None) -> Summary:
        match ending:
            case None:
                ended = "ok"
            case Failure():
                ended = "failure"
            case Limit(kind=kind):
                ended = kind
        began, peak_before = self._started or (time.perf_counter(), 0)
        done = self._done
        peak = end.peak if end and end.peak is not None else done.peak if done else 0
        cpu = end.cpu if end and end.cpu is not None else 0.0
        raw_dropped = max(0, self._raw_bytes - self._limits.shown_output)
        return Summary(
            ended=ended,
            wall=done.wall if done else time.perf_counter() - began,
            cpu=done.cpu if done else cpu,
            peak_memory=max(0, peak - peak_before),
            variables=messages.shown_variables(done.variables) if done else (),
            probes=messages.shown_probes(done.probes) if done else (),
            dropped=max(0, done.dropped if done else 0) + raw_dropped,
        )


async def end(process: Process) -> None:
    """Kill a process if it still runs, and wait until nothing of it is left."""
    if not process.ended.done():
        process.kill()
    await asyncio.wait({process.ended})
    await asyncio.wait({process.cleaned})
