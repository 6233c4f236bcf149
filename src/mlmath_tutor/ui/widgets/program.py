"""An example or exploration: its code, its knobs, what its run wrote and drew."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer

from mlmath_tutor.content.blocks import Example, Explore
from mlmath_tutor.content.parameters import Value

from ..ink import Line, Sheet, Span, shifted
from ..messages import OpenLab
from ..study import Study
from ..theme import INDENT, LOW, code_measure
from .code import code_lines
from .knobs import BIG
from .outcome import Phase
from .prediction import PredictionView, compared
from .replay import Player
from .running import RunningView

OUTPUT_INDENT = 4
FIGURE_COLUMNS = 72
FIGURE_ROWS, LOW_FIGURE_ROWS, SIDE_FIGURE_ROWS = 14, 9, 14
LEAST_FIGURE_ROWS = 8
CODE_OVERHANG = 2  # cells of the margin column that long rows of code need
FRAME_ROWS = 5  # of the screen that are not page: title, line, gap, more, keys


class ProgramView(RunningView):
    """A program of the course in view."""

    BINDINGS = [
        Binding("space", "run_first", "key.run", id="example.run"),
        Binding("ctrl+c", "stop", "key.stop", id="example.stop"),
        Binding("left,h", "move(-1)", "key.move", id="explore.less", key_display="◂▸"),
        Binding("right,l", "move(1)", "key.move", id="explore.more", show=False),
        Binding("shift+left,H", f"move({-BIG})", "key.move-far", id="explore.far-less", show=False),
        Binding("shift+right", f"move({BIG})", "key.move-far", id="explore.far-more", show=False),
        Binding("tab", "next_knob(1)", "key.next-knob", id="explore.next-knob", show=False),
        Binding("shift+tab", "next_knob(-1)", "key.next-knob", id="explore.knob", show=False),
        Binding("p", "replay", "key.replay", id="explore.replay"),
        Binding("full_stop", "frame(1)", "key.frame", id="explore.frame", key_display=". ,"),
        Binding("comma", "frame(-1)", "key.frame", id="explore.frame-back", show=False),
        Binding("plus,equals_sign", "speed(1)", "key.speed", id="explore.faster", show=False),
        Binding("minus", "speed(-1)", "key.speed", id="explore.slower", show=False),
        Binding("r", "run_again", "key.run-again", id="example.again"),
        Binding("t", "traceback", "key.traceback", id="example.traceback"),
        Binding("e", "edit", "key.edit", id="example.edit"),
        Binding("0", "reset", "key.reset", id="explore.reset"),
        Binding("z", "zoom", "key.zoom", id="example.zoom"),
        Binding("f", "unfold", "key.unfold", id="example.unfold"),
        Binding("o", "unfold_output", "key.all-output", id="example.all-output"),
    ]

    @dataclass
    class ZoomRequested(Message):
        """The learner wants the figure on the whole screen."""

        view: ProgramView

    def __init__(
        self, study: Study, block: Example | Explore, prediction: PredictionView | None = None
    ) -> None:
        super().__init__(study, block, prediction)
        self.player: Player | None = None
        if block.replay is not None:
            frames = block.replay.frames(block.params[block.replay.name])
            self.player = Player(block.replay.name, frames)
        self._whole = False
        self._dragging = False
        self._film: Timer | None = None
        self._column = 0
        self._body_rows = 0

    # ------------------------------------------------------------ what the keys do

    @property
    def _adjustable(self) -> bool:
        ran = self.outcome.phase is not Phase.NOT_RUN
        return bool(self.knobs) and (ran or isinstance(self.program, Explore))

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer only what works now."""
        outcome = self.outcome
        match action:
            case "run_first":
                return outcome.phase is Phase.NOT_RUN
            case "run_again":
                return outcome.phase is Phase.ENDED
            case "stop":
                return outcome.phase is Phase.RUNNING or self.runs.takes_long
            case "move" | "next_knob":
                return self._adjustable
            case "replay" | "speed":
                return self._adjustable and self.player is not None and not self.study.still
            case "frame":
                return self._adjustable and self.player is not None
            case "reset":
                return bool(self.knobs.changed)
            case "zoom":
                return bool(outcome.figures.shown)
            case "unfold":
                return not self._whole and self._folds
            case "unfold_output":
                return outcome.folds and not outcome.unfolded
            case "traceback":
                return outcome.failure is not None
        return super().offers(action, parameters)

    def action_run_first(self) -> None:
        """Run it for the first time."""
        self.run()

    def action_run_again(self) -> None:
        """Run it again."""
        self.run()

    def action_stop(self) -> None:
        """Stop the run, and the replay."""
        self._pause()
        self.runs.again = False
        self.post_message(self.StopRequested(self))

    def action_edit(self) -> None:
        """Open the program in the lab, at the knobs' values."""
        self._pause()
        self.post_message(OpenLab(self.block_id, self.knobs.changed))

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

    # ------------------------------------------------------------ sliders

    def action_move(self, steps: int) -> None:
        """Move the knob in hand; figure and numbers follow."""
        self._pause()
        if self.knobs.move(steps):
            self.run(follows=True)

    def action_next_knob(self, by: int) -> None:
        """Take the next knob in hand."""
        self.knobs.next(by)
        self.redraw()

    def action_reset(self) -> None:
        """Go back to the shipped values."""
        self._pause()
        self.knobs.reset()
        self.run(follows=True)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take a knob in hand; on its slider it comes to the pointer, and follows it."""
        row, column = event.y - self.knob_rows.start, event.x - INDENT
        if self.folded or not self._adjustable or not 0 <= row < len(self.knobs):
            return
        self._pause()
        self.knobs.hold(row)
        if self.knobs.is_on_track(column, self._column):
            self._dragging = True
            self.capture_mouse()
            self.screen.clear_selection()
            self._drag(column)
        self.redraw()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Let the knob follow the pointer."""
        if self._dragging:
            self._drag(event.x - INDENT)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Let go of the knob."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def _drag(self, column: int) -> None:
        if self.knobs.put(column, self._column):
            self.run(follows=True)

    # ------------------------------------------------------------ replay

    def action_replay(self) -> None:
        """Play the replay, pause it, or play it again from its start."""
        assert self.player is not None
        if self.player.playing:
            self._pause()
        else:
            self._show_frame(self.player.play(self.knobs.values[self.player.name]))
            self._roll()

    def action_frame(self, by: int) -> None:
        """Go a frame on or back."""
        assert self.player is not None
        self._pause()
        self._show_frame(self.player.step(by, self.knobs.values[self.player.name]))

    def action_speed(self, by: int) -> None:
        """Play faster (1) or slower (-1)."""
        assert self.player is not None
        self.player.faster(by)
        if self.player.playing:
            self._roll()
        self.redraw()

    def _roll(self) -> None:
        assert self.player is not None
        if self._film is not None:
            self._film.stop()
        self._film = self.set_interval(1 / self.player.speed, self._next_frame)

    def _next_frame(self) -> None:
        """Show the next frame, unless the one before is not drawn yet: none is left out."""
        assert self.player is not None
        if self.runs.under_way:
            return
        self._show_frame(self.player.step(1, self.knobs.values[self.player.name]))
        if not self.player.playing:
            self._pause()

    def _show_frame(self, value: Value) -> None:
        assert self.player is not None
        self.knobs.values[self.player.name] = value
        self.run(follows=True)

    def _pause(self) -> None:
        if self._film is not None:
            self._film.stop()
            self._film = None
        if self.player is not None:
            self.player.pause()

    def on_blur(self, event: events.Blur) -> None:
        """Pause what plays: nothing moves where the learner is not."""
        self._pause()
        super().on_blur(event)

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
        self._column = width
        state = self.runs.state(self.study)
        sheet.add(*self.heading(self._kind_and_label(), self.program.title, width, *state))
        match self.program:
            case Example(intro=intro):
                if intro is not None:
                    sheet.extend(self.text(intro, width))
                self._code(sheet, width)
                if self._adjustable:
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
        if not self.margin and self.outcome.figures.shown:
            sheet.blank()
            room = self.app.size.height - FRAME_ROWS - (len(sheet.lines) - self.outcome_row)
            rows = max(LEAST_FIGURE_ROWS, min(FIGURE_ROWS, room)) if explored else None
            sheet.extend(self._figures(min(width, FIGURE_COLUMNS), rows))
        if self.outcome.ended_well and self.program.reading is not None:
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

    def _figures(self, columns: int, rows: int | None = None) -> list[Line]:
        full = SIDE_FIGURE_ROWS if self.margin else FIGURE_ROWS
        rows = rows or (LOW_FIGURE_ROWS if self.app.size.height < LOW else full)
        room = self.app.size.height - FRAME_ROWS if self.margin else 0
        return self.outcome.figures.lines(columns, rows, self.app.theme, room)

    def side(self, width: int) -> list[Line]:
        """The figure stands in the margin of a wide screen."""
        if self.outcome.figures.shown:
            figures = shifted(self._figures(width - CODE_OVERHANG), CODE_OVERHANG)
            return [*[()] * self._figures_row(len(figures)), *figures]
        return super().side(width)
