"""The scratch prompt: one line at a time, tried with the variables a program has left."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.suggester import Suggester
from textual.timer import Timer
from textual.widgets import Input, Static

from mlmath_tutor.engine.runner import Figure, NothingKeptError, Variable

from ..study import Study
from .figure import TRIED
from .outcome import Outcome, Phase

PROMPT = ">>> "
MOST_FIGURES = 100  # of one line: figures of a later line replace none of this one
FRAMES = 10  # of the running mark, a second
_NAME = re.compile(r"(?<![\w.])[^\W\d]\w*$")


@dataclass(frozen=True, slots=True)
class Tried:
    """A line that was tried, and what came of it."""

    line: str
    outcome: Outcome


class ScratchPrompt(Horizontal):
    """A line to type in, open from the end of a run until the next one or the end of its process.

    It never holds the app up: a line runs in the program's process, under the limits of a
    program, and can be stopped.
    """

    DEFAULT_CSS = """
    ScratchPrompt { height: 1; margin: 1 0 0 4; display: none; }
    ScratchPrompt.-open { display: block; }
    ScratchPrompt Static { width: 4; color: $ink-muted; }
    ScratchPrompt ScratchInput { width: 1fr; }
    """

    class Changed(Message):
        """The prompt opened or closed, or what was tried told something more."""

    @dataclass
    class Drew(Message):
        """A line drew a figure; its number is none of the program's own."""

        figure: Figure

    def __init__(self, study: Study) -> None:
        super().__init__()
        self.study = study
        self.tried: list[Tried] = []
        """The lines of this run of the program, in order."""
        self.variables: tuple[Variable, ...] | None = None
        """The variables after the last line, None before the first."""
        self.frame = 0
        """Of the running mark."""
        self.line = ScratchInput(study)
        self._names = _Names()
        self.line.suggester = self._names
        self._ticking: Timer | None = None
        self._began = 0.0
        self._figures = 0

    def compose(self) -> ComposeResult:
        """The prompt's sign and the line."""
        yield Static(PROMPT, markup=False)
        yield self.line

    @property
    def is_open(self) -> bool:
        """Whether a line can be tried."""
        return self.has_class("-open")

    @property
    def under_way(self) -> bool:
        """Whether a line is being tried."""
        return bool(self.tried) and self.tried[-1].outcome.phase is Phase.RUNNING

    def open(self, variables: Sequence[Variable]) -> None:
        """Let lines be tried where a program has just run."""
        self._names.known = [variable.name for variable in variables]
        self.set_class(self.study.runner.keeps, "-open")
        self.redraw()

    def close(self) -> None:
        """End what is being tried, and forget what was: the program runs anew."""
        self.workers.cancel_node(self)
        self.tried.clear()
        self.variables, self._figures = None, 0
        self.remove_class("-open")

    def redraw(self) -> None:
        """Say the words of the line in the language shown."""
        self.line.placeholder = self.study.say("scratch.placeholder")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Try the line."""
        event.stop()
        line = event.value.strip()
        if line and self.is_open and not self.under_way:
            self.line.take()
            outcome = Outcome(unfolded=True)
            outcome.start()
            self.tried.append(Tried(line, outcome))
            self.post_message(self.Changed())
            self._try_out(line, outcome)

    @work(exclusive=True)
    async def _try_out(self, line: str, outcome: Outcome) -> None:
        self._began = time.monotonic()
        self._ticking = self.set_interval(1 / FRAMES, self._tick)
        try:
            async with aclosing(self.study.runner.evaluate(line)) as events:
                async for event in events:
                    if isinstance(event, Figure):
                        self._show_figure(event)
                    else:
                        outcome.take(event)
            self._ended(outcome)
        except NothingKeptError:
            self.tried.pop()
            self._gone()
        finally:
            self._ticking.stop()

    def _show_figure(self, event: Figure) -> None:
        number = TRIED + self._figures + event.number
        self.post_message(self.Drew(Figure(event.spec, number)))

    def _ended(self, outcome: Outcome) -> None:
        """Take the variables as they are now; by now the runner has the process again."""
        assert outcome.summary is not None
        self._figures += MOST_FIGURES
        self.variables = outcome.summary.variables
        self._names.known = [variable.name for variable in self.variables]
        if not self.study.runner.keeps:
            self._gone()
        self.post_message(self.Changed())

    def _gone(self) -> None:
        self.remove_class("-open")
        self.notify(self.study.say("scratch.gone"))
        self.post_message(self.Changed())

    def _tick(self) -> None:
        self.frame += 1
        if self.under_way:
            self.tried[-1].outcome.seconds = time.monotonic() - self._began
            self.post_message(self.Changed())


class ScratchInput(Input):
    """The line itself, with the lines before it behind the arrow keys."""

    BINDINGS = [
        Binding("enter", "submit", "key.try-line", id="scratch.try", key_display="↵"),
        Binding("up", "history(-1)", "key.line-before", id="scratch.before", key_display="▴▾"),
        Binding("down", "history(1)", "key.line-before", id="scratch.after", show=False),
        Binding("tab", "cursor_right", "key.complete", id="scratch.complete", show=False),
        Binding("escape", "screen.editor", "key.leave-input", id="scratch.leave"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__(placeholder=study.say("scratch.placeholder"), compact=True)
        self._lines: list[str] = []
        self._at = 0
        self._typed = ""

    def take(self) -> None:
        """Take the line into the history, and begin an empty one."""
        if self.value.strip() and self._lines[-1:] != [self.value]:
            self._lines.append(self.value)
        self._at, self._typed, self.value = len(self._lines), "", ""

    def action_history(self, by: int) -> None:
        """Show an earlier line (-1) or a later one (1); what is being typed is the last."""
        at = max(0, min(len(self._lines), self._at + by))
        if at == self._at:
            return
        if self._at == len(self._lines):
            self._typed = self.value
        self._at = at
        self.value = [*self._lines, self._typed][at]
        self.cursor_position = len(self.value)


class _Names(Suggester):
    """Completes the name at the end of the line to one of the program's variables."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self.known: list[str] = []

    async def get_suggestion(self, value: str) -> str | None:
        """Return the line completed, if a name begins like its last word."""
        found = _NAME.search(value)
        if found is None:
            return None
        begun = found[0]
        name = next((n for n in self.known if n.startswith(begun) and n != begun), None)
        return None if name is None else value + name[len(begun) :]
