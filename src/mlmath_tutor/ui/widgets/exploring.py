"""A program whose knobs are moved: by keys, by the pointer, and by a replay."""

from __future__ import annotations

from functools import partial

from textual import events
from textual.binding import Binding
from textual.timer import Timer

from mlmath_tutor.content.blocks import Example, Explore
from mlmath_tutor.content.parameters import Value

from ..study import Study
from ..theme import INDENT
from .knobs import BIG
from .outcome import Phase
from .prediction import PredictionView
from .replay import Player
from .running import RunningView


class ExploringView(RunningView):
    """A block with a program whose knobs can be moved; figure and numbers follow."""

    BINDINGS = [
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
        Binding("0", "reset", "key.reset", id="explore.reset"),
    ]

    def __init__(
        self, study: Study, block: Example | Explore, prediction: PredictionView | None
    ) -> None:
        super().__init__(study, block, prediction)
        self.player: Player | None = None
        if block.replay is not None:
            frames = block.replay.frames(block.params[block.replay.name])
            self.player = Player(block.replay.name, frames)
        self.column = 0
        """The cells of the text column, once it is laid out."""
        self._dragging = False
        self._film: Timer | None = None

    @property
    def adjustable(self) -> bool:
        """Whether there are knobs, and they may be moved now."""
        ran = self.outcome.phase is not Phase.NOT_RUN
        return bool(self.knobs) and (ran or isinstance(self.program, Explore))

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer only what works now."""
        match action:
            case "move" | "next_knob":
                return self.adjustable
            case "replay" | "speed":
                return self.adjustable and self.player is not None and not self.study.still
            case "frame":
                return self.adjustable and self.player is not None
            case "reset":
                return bool(self.knobs.changed)
        return super().offers(action, parameters)

    def action_stop(self) -> None:
        """Stop the run, and the replay."""
        self.pause()
        super().action_stop()

    # ------------------------------------------------------------ sliders

    def action_move(self, steps: int) -> None:
        """Move the knob in hand; figure and numbers follow."""
        if not self.may_run(partial(self.action_move, steps)):
            return
        self.pause()
        if self.knobs.move(steps):
            self.run(follows=True)

    def action_next_knob(self, by: int) -> None:
        """Take the next knob in hand."""
        self.knobs.next(by)
        self.redraw()

    def action_reset(self) -> None:
        """Go back to the shipped values."""
        if not self.may_run(self.action_reset):
            return
        self.pause()
        self.knobs.reset()
        self.run(follows=True)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take a knob in hand; on its slider it comes to the pointer, and follows it."""
        row, column = event.y - self.knob_rows.start, event.x - INDENT
        if self.folded or not self.adjustable or not 0 <= row < len(self.knobs):
            return
        self.pause()
        self.knobs.hold(row)
        if self.knobs.is_on_track(column, self.column) and self.may_run(self.redraw):
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
        if self.knobs.put(column, self.column):
            self.run(follows=True)

    # ------------------------------------------------------------ replay

    def action_replay(self) -> None:
        """Play the replay, pause it, or play it again from its start."""
        if not self.may_run(self.action_replay):
            return
        assert self.player is not None
        if self.player.playing:
            self.pause()
        else:
            self._show_frame(self.player.play(self.knobs.values[self.player.name]))
            self._roll()

    def action_frame(self, by: int) -> None:
        """Go a frame on or back."""
        if not self.may_run(partial(self.action_frame, by)):
            return
        assert self.player is not None
        self.pause()
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
            self.pause()

    def _show_frame(self, value: Value) -> None:
        assert self.player is not None
        self.knobs.values[self.player.name] = value
        self.run(follows=True)

    def pause(self) -> None:
        """Pause the replay."""
        if self._film is not None:
            self._film.stop()
            self._film = None
        if self.player is not None:
            self.player.pause()

    def on_blur(self, event: events.Blur) -> None:
        """Pause what plays: nothing moves where the learner is not."""
        self.pause()
        super().on_blur(event)
