"""A block that runs its program: at the knobs' values, one run at a time, the newest wish next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer

from mlmath_tutor.content.blocks import Example, Explore
from mlmath_tutor.content.listing import Listing, listing
from mlmath_tutor.engine.events import Run
from mlmath_tutor.engine.runner import Job, RunEvent, Summary
from mlmath_tutor.engine.runner.parameters import set_values

from ..messages import AskTrust
from ..study import Study
from .block import BlockView
from .knobs import Knobs
from .outcome import Outcome, Phase
from .prediction import PredictionView
from .recorded import recorded_outcome
from .runs import PATIENCE, Runs

FRAMES = 10  # of the running mark, a second
AT_ONCE = 0.05  # seconds of a run whose every word is shown as it comes
SETTLED = 1.0  # seconds without a change after which a followed knob has come to rest


class RunningView(BlockView):
    """A block with a program, its knobs, and what its runs told."""

    BINDINGS = [
        Binding("space", "run_first", "key.run", id="example.run"),
        Binding("ctrl+c", "stop", "key.stop", id="example.stop"),
    ]

    @dataclass
    class RunRequested(Message):
        """The learner wants the program run; `follows` a knob that was moved, or a replay."""

        view: RunningView
        job: Job
        follows: bool

    @dataclass
    class StopRequested(Message):
        """The learner wants the run stopped."""

        view: RunningView

    @dataclass
    class Ended(Message):
        """A run ended; of those that `followed` a knob or a replay, the last one."""

        view: RunningView
        followed: bool

    def __init__(
        self, study: Study, block: Example | Explore, prediction: PredictionView | None
    ) -> None:
        super().__init__(
            study, block.id, symbols=block.symbols, part="program", deep=block.path == "deep"
        )
        self.program = block
        self.prediction = prediction
        self.knobs = Knobs(block.params)
        self._refused = False
        """Whether the learner wanted a run and then did not let the course's programs run."""
        self.runs = Runs(self._last_outcome())
        self.outcome_row = 0
        """The row of the block at which what the run told begins."""
        self.knob_rows = range(0)
        """The rows of the block with the knobs, once they are laid out."""
        self._follows = False
        self._stale = False
        self._bound: tuple[object, ...] = ()
        self._ticking: Timer | None = None
        self._settling: Timer | None = None
        self._unrecorded: Summary | None = None

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer only what works now."""
        match action:
            case "run_first":
                return self.outcome.phase is Phase.NOT_RUN
            case "stop":
                return self.outcome.phase is Phase.RUNNING or self.runs.takes_long
        return super().offers(action, parameters)

    def action_run_first(self) -> None:
        """Run it for the first time."""
        self.run()

    def action_stop(self) -> None:
        """Stop the run."""
        self.runs.again = False
        self.post_message(self.StopRequested(self))

    @property
    def outcome(self) -> Outcome:
        """What the learner sees of the runs."""
        return self.runs.shown

    @property
    def job(self) -> Job:
        """The program at the knobs' values."""
        measured = self.prediction.question.measured if self.prediction else None
        probes = (measured,) if measured else ()
        return Job(self.listing.code, name=f"{self.block_id}.py", probes=probes)

    def run(self, *, follows: bool = False) -> None:
        """Ask for a run; `follows` says that it follows a knob, so that the page stands still."""
        if not self.may_run(partial(self.run, follows=follows)):
            return
        if self._settling is not None:
            self._settling.stop()
        if self.runs.under_way:
            self.runs.again = True
            self._let_go()
        else:
            self._follows = follows
            job = self.job
            self.runs.begin(job, behind=follows)
            if self.prediction is not None:
                self.prediction.stand()
            if self._ticking is None:
                self._ticking = self.set_interval(1 / FRAMES, self._tick)
            self._ticking.resume()
            self.post_message(self.RunRequested(self, job, follows))
        self.redraw()
        self._rebind()

    def may_run(self, wanted: Callable[[], object]) -> bool:
        """Return whether the course's programs may run; if not, ask, then do what is wanted."""
        if not self.study.trust.given:
            self.post_message(AskTrust(wanted, self._let_be))
        return self.study.trust.given

    def take(self, event: RunEvent) -> None:
        """Take in what the run tells."""
        self._stale = self.runs.take(event) or self._stale
        if self.runs.under_way:
            # At once for the first words of a run, then with the running mark.
            if self._stale and self.runs.seconds < AT_ONCE:
                self.redraw()
            return
        assert isinstance(event, Summary)
        assert self._ticking is not None
        failure = self.outcome.failure
        if failure is not None and failure.missing:
            recorded = recorded_outcome(self.study, self.block_id)
            if recorded is not None:
                self.outcome.stand_in(recorded)
        self._unrecorded = event
        if self.runs.again:
            # The newest value wins; values in between are never run.
            self.run(follows=True)
            return
        self._ticking.pause()
        self.redraw()
        self._rebind()
        if self._follows:
            self._settling = self.set_timer(SETTLED, partial(self._end, followed=True))
        else:
            self._end(followed=False)

    def _end(self, *, followed: bool) -> None:
        self._settling = None
        self._record()
        self.post_message(self.Ended(self, followed))

    def on_unmount(self) -> None:
        """Record and keep what a knob left before it had come to rest."""
        self._record()

    def _record(self) -> None:
        """Record the last run that ended, unless it is recorded, and keep what it told."""
        summary, self._unrecorded = self._unrecorded, None
        if summary is None:
            return
        self._keep()
        ended, seconds = summary.ended, summary.wall
        self.study.record(Run(program=self.block_id, ended=ended, seconds=seconds))

    def _keep(self) -> None:
        if self.outcome.ended_well and not self.runs.under_way:
            kept = self.outcome.to_keep(self._source, self.knobs.changed)
            self.study.kept_runs.keep(self.block_id, kept)

    def _last_outcome(self) -> Outcome:
        """Return what the last good run told, if it was on this program as it is now."""
        kept = self.study.kept_runs.last(self.block_id)
        if kept is None or kept.source != self._source or not self.knobs.take(kept.values):
            return self._recorded() or Outcome()
        if self.prediction is not None:
            self.prediction.stand()
        return self._with_job(Outcome.of(kept)) or Outcome()

    def _recorded(self) -> Outcome | None:
        """Return what is recorded of the program, where it may be seen before a run.

        Before the course is trusted, but not before the prediction: it would give it away.
        """
        is_picture = isinstance(self.program, Example) and self.program.show == "figure"
        if self.study.trust.given and not is_picture:
            return None
        if self.prediction is not None and not self._refused:
            return None
        return self._with_job(recorded_outcome(self.study, self.block_id))

    def _with_job(self, outcome: Outcome | None) -> Outcome | None:
        """Return an outcome that is not of a run here with the program that drew its figures."""
        if outcome is not None and outcome.figures.shown:
            outcome.job = self.job
        return outcome

    def _let_be(self) -> None:
        """Nothing is run: show what is recorded instead."""
        self._refused = True
        if self.outcome.phase is Phase.NOT_RUN and self.is_attached:
            self.runs = Runs(self._last_outcome())
            self.redraw()
            self._rebind()

    def _rebind(self) -> None:
        """Let the key bar follow, but not flicker with every run that follows a knob."""
        outcome = self.outcome
        keys = (
            outcome.phase,
            outcome.failure is None,
            bool(outcome.figures.shown),
            bool(self.knobs.changed),
        )
        if keys != self._bound:
            self._bound = keys
            self.refresh_bindings()

    def _tick(self) -> None:
        self._let_go()
        if self.runs.tick() or self._stale:
            self.redraw()

    def redraw(self) -> None:
        """Lay out anew; the page is laid out anew only if the height changed."""
        self._stale = False
        before, self._laid_out = self._laid_out, None
        width = self.content_size.width
        stands = (
            before is not None
            and width > 0
            and len(self.laid_out(width).lines) == len(before[1].lines)
        )
        self.refresh(layout=not stands)

    def _let_go(self) -> None:
        """Stop a run that takes long and that nobody waits for any more."""
        if self.runs.again and self.runs.seconds > PATIENCE:
            self.post_message(self.StopRequested(self))

    @property
    def listing(self) -> Listing:
        """The program as shown and run: in the learner's language, at the knobs' values."""
        return listing(set_values(self._source, self.knobs.changed), self.lang)

    @property
    def _source(self) -> str:
        """The program as in its file."""
        return self.study.course.programs[self.block_id]
