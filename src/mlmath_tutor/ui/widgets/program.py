"""An example or exploration: its code, its knobs, what its run wrote and drew."""

from __future__ import annotations

import time
from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer

from mlmath_tutor.content.blocks import Example, Explore
from mlmath_tutor.content.listing import Listing, listing
from mlmath_tutor.engine.runner import Job, RunEvent
from mlmath_tutor.engine.runner.parameters import set_values
from mlmath_tutor.render.prose import inline

from ..ink import Line, Sheet, Span, inked, shifted
from ..study import Study
from ..theme import LOW, code_measure
from .block import BlockView
from .code import code_lines
from .knobs import BIG, Knobs
from .outcome import Outcome, Phase
from .prediction import PredictionView

OUTPUT_INDENT = 4
FIGURE_COLUMNS = 72
FIGURE_ROWS, LOW_FIGURE_ROWS, SIDE_FIGURE_ROWS = 14, 9, 14
CODE_OVERHANG = 2  # cells of the margin column that long rows of code need
FRAME_ROWS = 5  # of the screen that are not page: title, line, gap, more, keys
FRAMES = 10  # of the running mark, a second
REST = 0.12  # seconds a knob rests before its value is run


class ProgramView(BlockView):
    """A program of the course in view."""

    BINDINGS = [
        Binding("space", "run_first", "key.run", id="example.run"),
        Binding("r", "run_again", "key.run-again", id="example.again"),
        Binding("ctrl+c", "stop", "key.stop", id="example.stop"),
        Binding("left,h", "move(-1)", "key.move", id="explore.less", key_display="◂▸"),
        Binding("right,l", "move(1)", "key.move", id="explore.more", show=False),
        Binding("shift+left,H", f"move({-BIG})", "key.move", id="explore.much-less", show=False),
        Binding("shift+right", f"move({BIG})", "key.move", id="explore.much-more", show=False),
        Binding("tab", "next_knob", "key.next-knob", id="explore.next-knob", show=False),
        Binding("0", "reset", "key.reset", id="explore.reset"),
        Binding("z", "zoom", "key.zoom", id="example.zoom"),
        Binding("f", "unfold", "key.unfold", id="example.unfold"),
        Binding("o", "unfold_output", "key.all-output", id="example.all-output"),
        Binding("t", "traceback", "key.traceback", id="example.traceback"),
    ]

    @dataclass
    class RunRequested(Message):
        """The learner wants the program run."""

        view: ProgramView
        job: Job

    @dataclass
    class StopRequested(Message):
        """The learner wants the run stopped."""

        view: ProgramView

    @dataclass
    class ZoomRequested(Message):
        """The learner wants the figure on the whole screen."""

        view: ProgramView

    @dataclass
    class Ended(Message):
        """The run ended."""

        view: ProgramView

    def __init__(
        self, study: Study, block: Example | Explore, prediction: PredictionView | None = None
    ) -> None:
        super().__init__(
            study, block.id, symbols=block.symbols, part="program", deep=block.path == "deep"
        )
        self.program = block
        self.prediction = prediction
        self.knobs = Knobs(block.params)
        self.outcome = self._last_outcome()
        self._whole = False
        self._started = 0.0
        self._frame = 0
        self._ticking: Timer | None = None
        self._resting: Timer | None = None
        self._again = False
        self._body_rows = 0
        self.outcome_row = 0
        """The row of the block at which what the run told begins."""

    # ------------------------------------------------------------ what the keys do

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer only what works now."""
        phase = self.outcome.phase
        match action:
            case "run_first":
                return phase is Phase.NOT_RUN
            case "run_again":
                return phase is Phase.ENDED
            case "stop":
                return phase is Phase.RUNNING
            case "move" | "next_knob":
                return bool(self.knobs) and phase is not Phase.NOT_RUN
            case "reset":
                return bool(self.knobs.changed)
            case "zoom":
                return bool(self.outcome.figures.shown)
            case "unfold":
                return not self._whole and self._folds
            case "unfold_output":
                return self.outcome.text.count("\n") > 12 and not self.outcome.unfolded
            case "traceback":
                return self.outcome.failure is not None
        return super().offers(action, parameters)

    def action_run_first(self) -> None:
        """Run it for the first time."""
        self.run()

    def action_run_again(self) -> None:
        """Run it again."""
        self.run()

    def action_stop(self) -> None:
        """Stop the run."""
        self.post_message(self.StopRequested(self))

    def action_move(self, steps: int) -> None:
        """Move the knob in hand; the run follows when it rests."""
        if self.knobs.move(steps):
            self._run_after_rest()

    def action_next_knob(self) -> None:
        """Take the next knob in hand."""
        self.knobs.next()
        self.redraw()

    def action_reset(self) -> None:
        """Go back to the shipped values."""
        self.knobs.reset()
        self._run_after_rest()

    def action_zoom(self) -> None:
        """Show the figure on the whole screen."""
        self.post_message(self.ZoomRequested(self))

    def action_unfold(self) -> None:
        """Show the whole program."""
        self._whole = True
        self.redraw()
        self.refresh_bindings()

    def action_unfold_output(self) -> None:
        """Show all that was written."""
        self.outcome.unfolded = True
        self.redraw()
        self.refresh_bindings()

    def action_traceback(self) -> None:
        """Show or hide the whole traceback."""
        self.outcome.traceback = not self.outcome.traceback
        self.redraw()

    # ------------------------------------------------------------ the run

    def run(self) -> None:
        """Ask for a run at the values the knobs show."""
        if self.outcome.phase is Phase.RUNNING:
            # Newest value wins: the run under way is let go, the next one starts when it ends.
            self._again = True
            self.post_message(self.StopRequested(self))
            return
        self.outcome.start(keep_figures=bool(self.knobs) and self.outcome.ended_well)
        self._started = time.monotonic()
        self._ticking = self.set_interval(1 / FRAMES, self._tick)
        if self.prediction is not None:
            self.prediction.stand()
        probes = (measured,) if (measured := self._measured()) else ()
        job = Job(self.listing.code, name=f"{self.block_id}.py", probes=probes)
        self.redraw()
        self.refresh_bindings()
        self.post_message(self.RunRequested(self, job))

    def take(self, event: RunEvent) -> None:
        """Take in what the run tells."""
        self.outcome.take(event)
        if self.outcome.phase is not Phase.ENDED:
            self.redraw()
            return
        if self._ticking is not None:
            self._ticking.stop()
        if self._again:
            self._again = False
            self.run()
            return
        if self.outcome.ended_well:
            self.study.kept_runs.keep(
                self.block_id, self.outcome.to_keep(self._source, self.knobs.changed)
            )
        self.redraw()
        self.refresh_bindings()
        self.post_message(self.Ended(self))

    def _last_outcome(self) -> Outcome:
        """Return what the last good run told, if it was on this program as it is now."""
        kept = self.study.kept_runs.last(self.block_id)
        if kept is None or kept.source != self._source or not self.knobs.take(kept.values):
            return Outcome()
        if self.prediction is not None:
            self.prediction.stand()
        return Outcome.of(kept)

    def _run_after_rest(self) -> None:
        self.redraw()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self.run)

    def _tick(self) -> None:
        self.outcome.seconds = time.monotonic() - self._started
        self._frame += 1
        self.redraw()

    def _measured(self) -> str | None:
        return self.prediction.question.measured if self.prediction else None

    @property
    def listing(self) -> Listing:
        """The program as shown and run: in the learner's language, at the knobs' values."""
        return listing(set_values(self._source, self.knobs.changed), self.lang)

    @property
    def _source(self) -> str:
        """The program as in its file."""
        return self.study.course.programs[self.block_id]

    @property
    def _folds(self) -> bool:
        low = self.app.size.height < LOW
        return any(
            cell.kind == "plot" or (low and cell.kind == "focus") for cell in self.listing.cells
        )

    # ------------------------------------------------------------ what is seen

    def copied(self) -> str:
        """The program."""
        return self.listing.code

    def body(self, width: int) -> Sheet:
        """Heading and introduction, code, knobs, then what the run told."""
        sheet = Sheet()
        state = self.outcome.state(self.study, self._frame)
        sheet.add(*self.heading(self._kind_and_label(), self.program.title, width, *state))
        match self.program:
            case Example(intro=intro):
                if intro is not None:
                    sheet.extend(self.text(intro, width))
                self._code(sheet, width)
                if self.outcome.phase is not Phase.NOT_RUN:
                    self._knobs(sheet, width)
            case Explore(ask=ask):
                sheet.extend(self.text(ask, width))
                self._knobs(sheet, width)
                if self._whole or self.outcome.phase is Phase.NOT_RUN:
                    self._code(sheet, width)
        self._outcome(sheet, width)
        self._body_rows = len(sheet.lines)
        return sheet

    def _kind_and_label(self) -> str:
        key = "block.example" if isinstance(self.program, Example) else "block.explore"
        label = (self.program.label or "").lstrip("EX")
        return self.say(key, label=label).rstrip()

    def _code(self, sheet: Sheet, width: int) -> None:
        sheet.blank()
        low = self.app.size.height < LOW
        sheet.extend(
            code_lines(
                self.listing,
                code_measure(self.app.size.width),
                self.study.signs,
                folded="" if self._whole else self.say("run.folded", lines="{lines}"),
                only_focus=low and not self._whole,
                marked=self.outcome.marked_line,
            )
        )

    def _knobs(self, sheet: Sheet, width: int) -> None:
        if self.knobs:
            sheet.blank()
            sheet.extend(self.knobs.lines(width, self.study.signs, focused=self.is_here))

    def _outcome(self, sheet: Sheet, width: int) -> None:
        self.outcome_row = len(sheet.lines)
        if self.outcome.phase is Phase.NOT_RUN:
            return
        room = width - OUTPUT_INDENT
        told = self.outcome.output_lines(self.study, room)
        told += self._compared()
        ending = self.outcome.ending_lines(self.study, room)
        if told:
            sheet.blank()
            sheet.extend(shifted(told, OUTPUT_INDENT))
        if ending:
            sheet.blank()
            sheet.extend(shifted(ending, OUTPUT_INDENT))
        if not self.wide and self.outcome.figures.shown:
            sheet.blank()
            sheet.extend(self._figures(min(width, FIGURE_COLUMNS)))
        if self.outcome.ended_well and self.program.reading is not None:
            sheet.blank()
            sheet.extend(self.text(self.program.reading, width))

    def _compared(self) -> list[Line]:
        """The prediction beside the measurement, before any explanation."""
        summary = self.outcome.summary
        if self.prediction is None or summary is None or not summary.probes:
            return []
        if self.knobs.changed:
            # The prediction was about the shipped values: another run does not judge it.
            return []
        measured = summary.probes[0]
        if not measured.ok:
            return []
        line: list[Span] = []
        if (option := self.prediction.chosen_option()) is not None:
            said = inline(self.in_lang(option.text), self.study.typesetter)
            line += [Span(f"{self.say('predict.said')} ", "muted"), *inked(said, "bright")]
            line.append(Span(f"  {self.study.signs.to}  ", "muted"))
        line += [Span(f"{self.say('predict.measured')} ", "muted"), Span(measured.text, "bright")]
        theory = self.prediction.question.theory
        if theory is not None:
            row = inline(self.in_lang(theory), self.study.typesetter)
            line += [Span(f"  {self.say('predict.theory')} ", "muted"), *inked(row)]
        return [tuple(line)]

    def _figures_row(self, rows: int) -> int:
        """The row of the margin column at which figures of so many rows begin.

        The top; or, where the block is taller than the page, beside what the run wrote.
        """
        if self._body_rows <= self.app.size.height - FRAME_ROWS:
            return 0
        return max(0, min(self.outcome_row, self._body_rows - rows))

    def _figures(self, columns: int) -> list[Line]:
        low = self.app.size.height < LOW
        rows = LOW_FIGURE_ROWS if low else SIDE_FIGURE_ROWS if self.wide else FIGURE_ROWS
        return self.outcome.figures.lines(columns, rows, self.app.theme)

    def side(self, width: int) -> list[Line]:
        """The figure stands in the margin of a wide screen."""
        if self.outcome.figures.shown:
            figures = shifted(self._figures(width - CODE_OVERHANG), CODE_OVERHANG)
            return [*[()] * self._figures_row(len(figures)), *figures]
        return super().side(width)
