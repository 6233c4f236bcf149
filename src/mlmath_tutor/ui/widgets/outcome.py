"""What a run has told so far, and how it is said: output, figures, how it ended."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from mlmath_tutor.content.parameters import Value
from mlmath_tutor.engine.kept_runs import KeptRun
from mlmath_tutor.engine.runner import Failure, Figure, Job, Limit, Probe, RunEvent, Summary, Text
from mlmath_tutor.engine.runner.wording import explanation
from mlmath_tutor.render.prose import wrap
from mlmath_tutor.render.runs import Run, cells

from ..ink import Line, Span, clipped, cut, inked
from ..study import Study
from .figure import TRIED, Figures

FOLDED_ROWS = 12  # output beyond this is folded until asked for
MOST_ROWS = 500  # of output, all in all
MESSAGE_ROWS = 6  # of an exception's own text
SECONDS_SHOWN = 0.15  # nothing flashes for a shorter run


class Phase(Enum):
    """Where a run is."""

    NOT_RUN = auto()
    RUNNING = auto()
    ENDED = auto()


@dataclass
class Outcome:
    """The state of one program: what its last run wrote, drew and came to."""

    phase: Phase = Phase.NOT_RUN
    seconds: float = 0.0
    text: str = ""
    figures: Figures = field(default_factory=Figures)
    failure: Failure | None = None
    limit: Limit | None = None
    summary: Summary | None = None
    stale: bool = False
    """Whether the figures shown are of an earlier run; the first new one takes their place."""
    recorded: bool = False
    """Whether output and figures are those recorded by the author, not of a run here."""
    job: Job | None = None
    """The program run, None where nothing was."""
    unfolded: bool = False
    traceback: bool = False

    @property
    def ended_well(self) -> bool:
        """Whether the last run ended without failure or limit."""
        return self.phase is Phase.ENDED and self.failure is None and self.limit is None

    @property
    def folds(self) -> bool:
        """Whether there is more output than is shown before it is asked for."""
        return self.text.rstrip("\n").count("\n") >= FOLDED_ROWS

    @property
    def marked_line(self) -> int | None:
        """The line to mark red, counted from 1."""
        ending = self.failure or self.limit
        return ending.line if ending else None

    def start(self, *, keep_figures: bool = False) -> None:
        """Begin a new run; the figures of the last one may stand until new ones come."""
        self.phase, self.seconds = Phase.RUNNING, 0.0
        self.text, self.failure, self.limit, self.summary = "", None, None, None
        self.stale = keep_figures
        if not keep_figures:
            self.figures = Figures()

    @classmethod
    def of(cls, kept: KeptRun) -> Outcome:
        """Return the outcome of a run kept from another day."""
        outcome = cls(phase=Phase.ENDED, seconds=kept.seconds, text=kept.text)
        for number, figure in enumerate(kept.figures, 1):
            outcome.figures.take(number, figure)
        outcome.stale = True
        probes = tuple(Probe(ok=True, text=text) for text in kept.probes)
        outcome.summary = Summary("ok", kept.seconds, 0.0, 0, probes=probes)
        return outcome

    def to_keep(self, source: str, values: dict[str, Value]) -> KeptRun:
        """Return a run that ended well as it is kept; `values` are those that were changed."""
        assert self.summary is not None
        return KeptRun(
            source=source,
            values=values,
            text=self.text,
            figures=tuple(self.figures.shown[number] for number in sorted(self.figures.shown)),
            probes=tuple(probe.text for probe in self.summary.probes if probe.ok),
            seconds=self.seconds,
        )

    def take(self, event: RunEvent) -> None:
        """Take in what the run tells."""
        match event:
            case Text(text=text):
                self.text += text
            case Figure(spec=spec, number=number):
                if self.stale:
                    self.figures, self.stale = Figures(), False
                self.figures.take(number, spec)
            case Failure():
                self.failure = event
            case Limit():
                self.limit = event
            case Summary():
                self.summary = event
                self.phase, self.seconds = Phase.ENDED, event.wall

    def job_of(self, number: int) -> Job | None:
        """Return the program that draws a figure, or None if a line tried after it drew it."""
        return self.job if number < TRIED else None

    def stand_in(self, recorded: Outcome) -> None:
        """Show what was recorded where this run has told nothing: a library is missing."""
        if not self.text.strip() and not self.figures.shown:
            self.text, self.figures, self.recorded = recorded.text, recorded.figures, True

    def state(self, study: Study, frame: int) -> tuple[Span, ...]:
        """Return the state at the right of the heading."""
        signs = study.signs
        if self.phase is Phase.NOT_RUN:
            key = "run.recorded" if self.recorded else "run.not-yet"
            return (Span(study.say(key), "muted"),)
        if self.phase is Phase.RUNNING:
            if self.seconds < SECONDS_SHOWN:
                return ()
            mark = "" if study.still else signs.running[frame % len(signs.running)] + " "
            words = study.say("run.running", seconds=f"{self.seconds:.1f}")
            return (Span(mark, "next", bold=True), Span(words))
        if self.failure is not None:
            key = "run.failed" if self.failure.line is None else "run.failed-at"
            words = study.say(key, line=self.failure.line)
            return (Span(f"{signs.wrong} ", "bad", bold=True), Span(words))
        if self.limit is not None:
            words = study.say(f"runs.limit.{self.limit.kind}.short")
            return (Span(f"{signs.warn} ", "bad", bold=True), Span(words))
        words = study.say("run.took", seconds=f"{self.seconds:.2f}")
        return (Span(f"{signs.done} ", "good", bold=True), Span(words, "muted"))

    def output_lines(self, study: Study, width: int) -> list[Line]:
        """Return what was written, folded after a dozen rows until it is asked for."""
        if not self.text.strip():
            return []
        most = MOST_ROWS if self.unfolded else FOLDED_ROWS
        rows = self.text.rstrip("\n").expandtabs(8).split("\n")
        lines: list[Line] = []
        if self.recorded and self.phase is Phase.ENDED:
            lines.append((Span(study.say("run.as-recorded"), "muted"),))
        left = len(rows)
        for row in rows:
            pieces = cut(row[: most * width], width)
            if len(lines) + len(pieces) > most and lines:
                break
            lines += ((Span(piece),) for piece in pieces[:most])
            left -= 1
        if left:
            key = "run.too-much-output" if self.unfolded else "run.more-output"
            more = f"{study.signs.hidden * 3} {study.say(key, rows=left)}"
            lines.append(clipped((Span(more, "muted"),), width))
        if self.summary is not None and self.summary.dropped:
            lines += _wrapped(study.say("runs.dropped", count=self.summary.dropped), width)
        return lines

    def ending_lines(self, study: Study, width: int) -> list[Line]:
        """Return how the run ended when it did not end well: Python's words, then ours."""
        ending = self.failure or self.limit
        if ending is None:
            return []
        lines: list[Line] = []
        if self.failure is not None:
            lines += self._in_pythons_words(self.failure, width)
        if (said := explanation(ending)) is not None:
            lines += [(), *_wrapped(study.say(said.key, **said.values), width)]
        if self.failure is not None and self.traceback:
            rows = self.failure.traceback.rstrip("\n").split("\n")
            lines += [(), *((Span(p, "muted"),) for r in rows for p in cut(r, width))]
        return lines[1:] if lines and not lines[0] else lines

    def _in_pythons_words(self, failure: Failure, width: int) -> list[Line]:
        """The error as Python says it, then the variables that the failing line names."""
        if failure.error == "process":
            return []
        told = ": ".join(part for part in (failure.error, failure.message) if part)
        lines: list[Line] = [
            (Span(piece, "bad"),)
            for row in told.split("\n")[:MESSAGE_ROWS]
            for piece in cut(row.rstrip(), width)
        ]
        if failure.values:
            lines.append(())
            column = max(cells(value.name) for value in failure.values) + 2
            for value in failure.values:
                what = " ".join(part for part in (value.type, value.shape, value.span) if part)
                gap = " " * (column - cells(value.name))
                row = (Span(value.name, "maths"), Span(gap), Span(what, "muted"))
                lines.append(clipped(row, width))
        return lines


def _wrapped(words: str, width: int) -> list[Line]:
    """Return a sentence in which what stands in backquotes is code."""
    parts = enumerate(words.split("`"))
    row = tuple(Run(part, "code" if at % 2 else "text") for at, part in parts if part)
    return [inked(line) for line in wrap(row, width)]
