"""An example or exploration: its code, its knobs, what its run wrote and drew."""

from __future__ import annotations

from textual.binding import Binding

from mlmath_tutor.content.blocks import Example, Explore

from ..ink import Line, Sheet, Span, shifted
from ..messages import OpenLab
from ..study import Study
from ..theme import LOW, code_measure
from .code import code_lines
from .exploring import ExploringView
from .outcome import Phase
from .prediction import PredictionView, compared
from .saving import SaveFigure, savable
from .zoom import ZoomedFigure

OUTPUT_INDENT = 4
FIGURE_COLUMNS = 72
FIGURE_ROWS, SMALL_FIGURE_ROWS, LOW_FIGURE_ROWS, SIDE_FIGURE_ROWS = 14, 11, 9, 18
MOST_FIGURE_ROWS = 24
ABOVE_ROWS = 2  # of the code, left above what a run told
LEAST_FIGURE_ROWS = 8
CODE_OVERHANG = 2  # cells of the margin column that long rows of code need
FRAME_ROWS = 5  # of the screen that are not page: title, line, gap, more, keys


class ProgramView(ExploringView):
    """A program of the course in view."""

    BINDINGS = [
        Binding("r", "run_again", "key.run-again", id="example.again"),
        Binding("t", "traceback", "key.traceback", id="example.traceback"),
        Binding("e", "edit", "key.edit", id="example.edit"),
        Binding("i", "scratch", "key.scratch", id="example.scratch", show=False),
        Binding("s", "save", "key.save", id="example.save", show=False),
        Binding("z", "zoom", "key.zoom", id="example.zoom"),
        Binding("f", "unfold", "key.unfold", id="example.unfold"),
        Binding("o", "unfold_output", "key.all-output", id="example.all-output"),
    ]

    def __init__(
        self, study: Study, block: Example | Explore, prediction: PredictionView | None = None
    ) -> None:
        super().__init__(study, block, prediction)
        self._whole = False
        self._body_rows = 0

    # ------------------------------------------------------------ what the keys do

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer only what works now."""
        outcome = self.outcome
        match action:
            case "run_again":
                return outcome.phase is Phase.ENDED
            case "scratch":
                return outcome.phase is not Phase.NOT_RUN
            case "zoom" | "save":
                return bool(outcome.figures.shown)
            case "unfold":
                return not self._whole and self._folds
            case "unfold_output":
                return outcome.folds and not outcome.unfolded
            case "traceback":
                return outcome.failure is not None
        return super().offers(action, parameters)

    def action_run_again(self) -> None:
        """Run it again."""
        self.run()

    def action_edit(self) -> None:
        """Open the program in the lab, at the knobs' values."""
        self.pause()
        self.post_message(OpenLab(self.block_id, self.knobs.changed))

    def action_scratch(self) -> None:
        """Run it in the lab, and try lines with its variables."""
        self.pause()
        self.post_message(OpenLab(self.block_id, self.knobs.changed, scratch=True))

    def action_zoom(self) -> None:
        """Show the figure on the whole screen."""
        self.app.push_screen(ZoomedFigure(self.study, self.outcome, self.block_id))

    def action_save(self) -> None:
        """Save a figure."""
        self.pause()
        self.app.push_screen(SaveFigure(self.study, savable(self.outcome, self.block_id)))

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

    # ------------------------------------------------------------ what is seen

    @property
    def _folds(self) -> bool:
        low = self.app.size.height < LOW
        return any(
            cell.kind == "plot" or (low and cell.kind == "focus") for cell in self.listing.cells
        )

    def copied(self) -> str:
        """The program."""
        return self.listing.code

    def body(self, width: int) -> Sheet:
        """Heading and introduction, code, knobs, then what the run told."""
        sheet = Sheet()
        self.column = width
        state = self.runs.state(self.study)
        sheet.add(*self.heading(self._kind_and_label(), self.program.title, width, *state))
        match self.program:
            case Example(intro=intro):
                if intro is not None:
                    sheet.extend(self.text(intro, width))
                self._code(sheet, width)
                if self.adjustable:
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
        if self.study.progress.edited(self.block_id) is not None:
            sheet.add(Span(self.say("lab.own-version"), "muted"), act="edit")

    def _knobs(self, sheet: Sheet, width: int) -> None:
        """The sliders, and under them where the replay stands."""
        if not self.knobs:
            return
        sheet.blank()
        top = len(sheet.lines)
        sheet.extend(self.knobs.lines(width, self.study.signs, focused=self.is_here))
        if self.player is not None:
            value, columns = self.knobs.values[self.player.name], self.knobs.columns(width)
            act = "frame(1)" if self.study.still else "replay"
            sheet.add(*self.player.line(self.study, value, columns), act=act)
        self.knob_rows = range(top, len(sheet.lines))

    def _outcome(self, sheet: Sheet, width: int) -> None:
        # What a slider moves is looked at together with the slider.
        explored = isinstance(self.program, Explore) and bool(self.knobs)
        self.outcome_row = self.knob_rows.start if explored else len(sheet.lines)
        if self.outcome.phase is Phase.NOT_RUN and not self.outcome.recorded:
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
        if not self.margin and self.outcome.figures.shown:
            sheet.blank()
            room = self.app.size.height - FRAME_ROWS - (len(sheet.lines) - self.outcome_row)
            if explored:
                rows = max(LEAST_FIGURE_ROWS, min(FIGURE_ROWS, room))
            else:
                rows = min(MOST_FIGURE_ROWS, max(self._least_figure_rows(), room - ABOVE_ROWS))
            sheet.extend(self._figures(min(width, FIGURE_COLUMNS), rows))
        shown_well = self.outcome.ended_well or self.outcome.recorded
        if shown_well and self.program.reading is not None:
            sheet.blank()
            sheet.extend(self.text(self.program.reading, width))

    def _compared(self) -> list[Line]:
        """The prediction beside the measurement, before any explanation."""
        summary = self.outcome.summary
        if self.prediction is None or summary is None or not summary.probes:
            return []
        # The prediction was about the shipped values: another run does not judge it.
        if self.knobs.changed or not summary.probes[0].ok:
            return []
        return [compared(self, self.prediction, summary.probes[0].text)]

    def _figures_row(self, rows: int) -> int:
        """The row of the margin column at which figures of so many rows begin.

        The top; or, where the block is taller than the page, beside what the run wrote.
        """
        if self._body_rows <= self.app.size.height - FRAME_ROWS:
            return 0
        return max(0, min(self.outcome_row, self._body_rows - rows))

    def _least_figure_rows(self) -> int:
        return LOW_FIGURE_ROWS if self.app.size.height < LOW else SMALL_FIGURE_ROWS

    def _figures(self, columns: int, most: int) -> list[Line]:
        room = self.app.size.height - FRAME_ROWS if self.margin else 0
        return self.outcome.figures.lines(columns, most, self.app.theme, self.study.signs, room)

    def side(self, width: int) -> list[Line]:
        """The figure stands in the margin of a wide screen."""
        if self.outcome.figures.shown:
            most = min(SIDE_FIGURE_ROWS, self.app.size.height - FRAME_ROWS)
            figures = shifted(self._figures(width - CODE_OVERHANG, most), CODE_OVERHANG)
            return [*[()] * self._figures_row(len(figures)), *figures]
        return super().side(width)
