"""Saving a figure: a name and a format are asked for, nothing is replaced unasked."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from textual import on, work
from textual.binding import Binding
from textual.containers import Vertical
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from mlmath_tutor import figspec
from mlmath_tutor.engine import figure_files
from mlmath_tutor.engine.figure_files import FORMATS, FigureFormat, Target
from mlmath_tutor.engine.reason import Reason
from mlmath_tutor.engine.runner import FigureNotSavedError, Job
from mlmath_tutor.engine.runner.requests import FileFormat
from mlmath_tutor.engine.runner.wording import explanation
from mlmath_tutor.render.prose import wrap
from mlmath_tutor.render.runs import Run

from ..ink import Sheet, Span, cut, inked
from ..messages import AskTrust
from ..study import Study
from ..theme import Tone
from .drawn import Drawn
from .outcome import Outcome
from .popup import PopUp, raised

FRAMES = 10  # of the running mark, a second
TEXT_SIZE = (80, 24)  # cells of a figure saved as text


@dataclass(frozen=True, slots=True)
class Savable:
    """One figure as it can be saved.

    Attributes:
        program: the id of its program.
        figure: what is shown.
        number: which figure of its program, counted from 1.
        job: the program that draws it, or None if no program by itself does.
        size: columns and rows of its text.
    """

    program: str
    figure: figspec.Figure
    number: int
    job: Job | None
    size: tuple[int, int] = TEXT_SIZE

    @property
    def formats(self) -> tuple[FigureFormat, ...]:
        """The formats it can be saved in."""
        return FORMATS if self.job is not None else ("txt",)


def savable(
    outcome: Outcome, program: str, size: tuple[int, int] = TEXT_SIZE
) -> tuple[Savable, ...]:
    """Return the figures of an outcome, in order."""
    figures = outcome.figures
    return tuple(
        Savable(program, figures.shown[number], number, outcome.job_of(number), size)
        for number in sorted(figures.shown)
    )


class SaveFigure(PopUp[None]):
    """Asks how to save one of some figures, and saves it.

    Args:
        figures: at least one.
        at: the place of the one that is saved unless another is chosen.
    """

    DEFAULT_CSS = """
    SaveFigure Vertical { height: auto; }
    SaveFigure NameInput { margin: 0; width: 100%; }
    """
    BINDINGS = [Binding("ctrl+c", "stop", "key.stop", id="saving.stop", show=False)]

    def __init__(self, study: Study, figures: tuple[Savable, ...], at: int = 0) -> None:
        super().__init__(study)
        self._figures = figures
        self._at = at
        self.folder = figure_files.folder_for_figures(Path.cwd(), study.settings.path.parent)
        self.trouble: Reason | None = None
        """Why it is not saved yet."""
        self.seconds: float | None = None
        """How long the program has been running to be saved, if it is."""
        self._to_replace: Path | None = None
        self._ticking: Timer | None = None
        self._started = 0.0
        self.name_input = NameInput(self._free_name(self.figure.formats[0]))
        self._head, self._tail = _Head(study, self), _Tail(study, self)

    def inside(self) -> Widget:
        """What is asked, the line to type in, what the keys do."""
        return Vertical(self._head, self.name_input, self._tail)

    def on_mount(self) -> None:
        """Begin in the line."""
        self.name_input.focus()

    @property
    def figure(self) -> Savable:
        """The figure chosen."""
        return self._figures[self._at]

    @property
    def place(self) -> tuple[int, int]:
        """Which of how many figures is chosen, counted from 1."""
        return self._at + 1, len(self._figures)

    @property
    def file_format(self) -> FigureFormat | None:
        """The format that the name says."""
        return figure_files.format_of(self.name_input.value)

    def _free_name(self, file_format: FigureFormat) -> str:
        number = self.figure.number if len(self._figures) > 1 else 1
        return figure_files.free_name(self.folder, self.figure.program, file_format, number)

    def turn_format(self, by: int) -> None:
        """Take another format; the ending of the name follows."""
        formats = self.figure.formats
        now = self.file_format
        at = formats.index(now) + by if now in formats else 0
        name = self.name_input.value
        new = formats[at % len(formats)]
        # A name that was given out stays one that is free.
        given = now is not None and name == self._free_name(now)
        self._rename(self._free_name(new) if given else figure_files.with_format(name, new))

    def turn_figure(self, by: int) -> None:
        """Take another figure of the run."""
        if len(self._figures) > 1 and self.seconds is None:
            self._at = (self._at + by) % len(self._figures)
            formats = self.figure.formats
            kept = self.file_format if self.file_format in formats else formats[0]
            self._rename(self._free_name(kept))

    def _rename(self, name: str) -> None:
        self.name_input.value = name
        self.name_input.cursor_position = len(name)

    @on(Input.Changed)
    def _name_changed(self) -> None:
        self.say_trouble(None)

    def say_trouble(self, trouble: Reason | None) -> None:
        """Say why it is not saved yet; None takes it back."""
        self.trouble = trouble
        if trouble is None or trouble.key != "saving.exists":
            self._to_replace = None
        self._tail.redraw()

    # ------------------------------------------------------------ saving

    @on(Input.Submitted)
    def _save(self) -> None:
        if self.seconds is not None:
            return
        found = figure_files.target(self.name_input.value, self.folder, self.figure.formats)
        if isinstance(found, Reason):
            self.say_trouble(found)
        elif found.path.exists() and self._to_replace != found.path:
            self._to_replace = found.path
            self.say_trouble(Reason("saving.exists", {"name": found.path.name}))
        elif found.file_format == "txt":
            self._save_text(found)
        elif self.study.trust.given:
            self._save_picture(found, found.file_format)
        else:
            self.post_message(AskTrust(self._save))

    def _save_text(self, found: Target) -> None:
        # NumPy and plotext are imported when a figure is drawn, not before.
        from mlmath_tutor.render.figures import Palette, draw

        palette = Palette.plain(braille=self.study.signs.braille)
        text = draw(self.figure.figure, *self.figure.size, palette).text()
        rows = [row.rstrip() for row in text.split("\n")]
        try:
            figure_files.write_text("\n".join(rows) + "\n", found.path)
        except OSError as error:
            self.say_trouble(_not_written(found.path, error))
        else:
            self._done(found.path, None)

    @work(exclusive=True)
    async def _save_picture(self, found: Target, file_format: FileFormat) -> None:
        """Run the program once more and save what it draws; closing lets go of it."""
        figure = self.figure
        assert figure.job is not None
        self._count_seconds()
        try:
            found.path.parent.mkdir(parents=True, exist_ok=True)
            saved = await self.study.runner.save_figure(
                figure.job, figure.number, found.path, file_format
            )
        except FigureNotSavedError as error:
            ending = explanation(error.ending) if error.ending is not None else None
            self.say_trouble(
                Reason("saving.not-drawn") if ending is None else Reason(ending.key, ending.values)
            )
        except OSError as error:
            self.say_trouble(_not_written(found.path, error))
        else:
            self._done(saved.path, saved.note)
        finally:
            self._stop_counting()

    def action_stop(self) -> None:
        """Stop the run."""
        self.workers.cancel_node(self)

    def _count_seconds(self) -> None:
        self._started = time.monotonic()
        self._tick()
        self._ticking = self.set_interval(1 / FRAMES, self._tick)

    def _tick(self) -> None:
        self.seconds = time.monotonic() - self._started
        self._tail.redraw()

    def _stop_counting(self) -> None:
        self.seconds = None
        if self._ticking is not None:
            self._ticking.stop()
        if self.is_attached:
            self._tail.redraw()

    def _done(self, path: Path, note: str | None) -> None:
        words = self.study.say("saving.done", path=path)
        if note is not None:
            words += f"\n\n{self.study.say(note)}"
        self.app.notify(words, severity="warning" if note else "information", timeout=8)
        self.dismiss(None)


class NameInput(Input):
    """The line with the name of the file."""

    BINDINGS = [
        Binding("enter", "submit", "key.save", id="saving.save", key_display="↵"),
        Binding("tab", "format(1)", "key.format", id="saving.format"),
        Binding("shift+tab", "format(-1)", "key.format", id="saving.format-back", show=False),
        Binding("down", "figure(1)", "key.which-figure", id="saving.next", show=False),
        Binding("up", "figure(-1)", "key.which-figure", id="saving.previous", show=False),
    ]

    def __init__(self, value: str) -> None:
        super().__init__(value, compact=True, select_on_focus=False)
        self.cursor_position = len(value)

    @property
    def _asking(self) -> SaveFigure:
        asking = self.screen
        assert isinstance(asking, SaveFigure)
        return asking

    def action_format(self, by: int) -> None:
        """Take another format."""
        self._asking.turn_format(by)

    def action_figure(self, by: int) -> None:
        """Take another figure."""
        self._asking.turn_figure(by)


class _Head(Drawn):
    """Over the line: what is saved, and where to."""

    def __init__(self, study: Study, asking: SaveFigure) -> None:
        super().__init__(study)
        self._asking = asking

    def sheet(self, width: int) -> Sheet:
        """Title, folder, the word for the line."""
        say = self.study.say
        sheet = Sheet()
        sheet.add(Span(say("saving.title"), "bright", bold=True))
        sheet.blank()
        folder = f"{say('saving.folder')}  {self._asking.folder}"
        sheet.extend((Span(piece, "muted"),) for piece in cut(folder, width))
        sheet.blank()
        return raised(sheet, width)


class _Tail(Drawn):
    """Under the line: figure and format chosen, what is in the way, what the keys do."""

    def __init__(self, study: Study, asking: SaveFigure) -> None:
        super().__init__(study)
        self._asking = asking

    def sheet(self, width: int) -> Sheet:
        """The choices, a sentence, the keys."""
        asking, say = self._asking, self.study.say
        sheet = Sheet()
        sheet.lines.append(())
        self._add_formats(sheet)
        at, count = asking.place
        if count > 1:
            sheet.blank()
            sheet.add(Span(say("saving.which", at=at, count=count), "fg"))
        sheet.blank()
        for words, tone in self._sentences():
            sheet.extend(inked(row, tone) for row in wrap((Run(words),), width))
            sheet.blank()
        self._add_keys(sheet, several=count > 1)
        return raised(sheet, width)

    def _add_formats(self, sheet: Sheet) -> None:
        signs, now = self.study.signs, self._asking.file_format
        spans = []
        for each in self._asking.figure.formats:
            on = each == now
            mark = signs.chosen if on else signs.free
            words = self.study.say(f"saving.{each}")
            spans += [
                Span(f"{mark} ", "next" if on else "line", bold=on),
                Span(f"{words}   ", "bright" if on else "fg", bold=on),
            ]
        sheet.add(*spans)

    def _sentences(self) -> list[tuple[str, Tone]]:
        asking, say = self._asking, self.study.say
        if asking.seconds is not None:
            return [(say("saving.under-way", seconds=f"{asking.seconds:.1f}"), "fg")]
        if asking.trouble is not None:
            return [(say(asking.trouble.key, **asking.trouble.values), "bad")]
        if asking.figure.job is None:
            return [(say("saving.text-only"), "muted")]
        if asking.file_format != "txt":
            return [(say("saving.runs"), "muted")]
        return []

    def _add_keys(self, sheet: Sheet, *, several: bool) -> None:
        say, signs = self.study.say, self.study.signs
        keys = [(signs.enter, "key.save"), ("tab", "key.format"), ("esc", "key.close")]
        if several:
            keys.insert(2, (signs.up_down, "key.which-figure"))
        spans = []
        for number, (key, words) in enumerate(keys):
            spans.append(Span(key, "bright" if number else "next", bold=True))
            spans.append(Span(f" {say(words)}   ", "muted"))
        sheet.add(*spans)


def _not_written(path: Path, error: OSError) -> Reason:
    return Reason("saving.not-written", {"path": path, "why": error.strerror or error})
