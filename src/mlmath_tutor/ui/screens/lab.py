"""The lab: a program of the course in an editor, what its runs tell beside it."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import aclosing

from textual import on, work
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widget import Widget

from mlmath_tutor.content.blocks import Example, Explore
from mlmath_tutor.content.course import Section
from mlmath_tutor.content.listing import listing
from mlmath_tutor.content.parameters import Value
from mlmath_tutor.engine.events import Edited, Run
from mlmath_tutor.engine.runner import Job, Summary, Variable
from mlmath_tutor.engine.runner.parameters import set_values
from mlmath_tutor.i18n import LANGUAGES, Lang

from ..messages import AskTrust
from ..study import Study
from ..theme import GUTTER, INDENT, MARGIN, WIDE
from ..widgets.asking import Ask
from ..widgets.editor import Editor
from ..widgets.frame import Heading
from ..widgets.lab_parts import EditorState, FigureColumn, LabHead, ToldHead, ToldPane
from ..widgets.lab_told import LabTold
from ..widgets.outcome import Outcome
from ..widgets.page import Page
from ..widgets.runs import Runs
from ..widgets.saving import SaveFigure, savable
from ..widgets.scratch import ScratchPrompt
from ..widgets.zoom import ZoomedFigure

FRAMES = 10  # of the running mark, a second
KEEP_AFTER = 2.0  # seconds without a change until the text is kept
FRAME_ROWS = 5  # title, line, gap; more below, keys
HEAD_ROWS = 3  # over the editor; gap and row over what was told
SCRATCH_ROWS = 2  # gap and prompt
LEAST_TOLD, LEAST_EDITOR = 3, 3
FIGURE_COLUMN = 34  # cells of the right column of a wide screen, at least
WORK_COLUMN = 70 + INDENT + INDENT  # cells of the left one, at most: a row of code and its number


class LabScreen(Page):
    """One program in the lab.

    Args:
        study: the learner and the course.
        section: where the program stands.
        program: the example or exploration.
        values: what its knobs were moved to.
        scratch: run it at once, and go to the scratch prompt.
    """

    DEFAULT_CSS = """
    #lab-work { height: 1fr; width: auto; }
    #lab-figure { height: 1fr; width: 1fr; margin: 0 2 0 6; }
    #lab-work > * { width: 100%; }
    #lab-work > Editor { margin-left: 4; }
    #lab-work > ScratchPrompt { width: auto; }
    """
    BINDINGS = [
        # Priority: the editor has keys of its own on some of these.
        Binding("ctrl+c", "stop", "key.stop", id="lab.stop", priority=True),
        Binding("ctrl+r,f5", "run", "key.run", id="lab.run", key_display="ctrl+r", priority=True),
        Binding("f7", "figure", "key.figure", id="lab.figure", key_display="F7", priority=True),
        Binding("f8", "variables", "key.variables", id="lab.variables", key_display="F8"),
        Binding("f9", "traceback", "key.traceback", id="lab.traceback", key_display="F9"),
        Binding("ctrl+s", "save", "key.save", id="lab.save", show=False, priority=True),
        Binding("f6", "pane", "key.pane", id="lab.pane", show=False, priority=True),
        Binding("ctrl+o", "original", "key.original", id="lab.original"),
        Binding("escape", "back", "key.back", id="lab.back"),
    ]

    def __init__(
        self,
        study: Study,
        section: Section,
        program: Example | Explore,
        values: Mapping[str, Value],
        *,
        scratch: bool = False,
    ) -> None:
        super().__init__(study)
        self._section = section
        self._program = program
        self._source = study.course.programs[program.id]
        self._values = dict(values)
        self._for_scratch = scratch
        shipped = (listing(self._source, lang).code for lang in LANGUAGES)
        shown = (self._original(lang) for lang in LANGUAGES)
        self._unedited = {code.rstrip() for code in (*shipped, *shown)}
        self._runs = Runs(Outcome())
        self._before: tuple[Variable, ...] = ()
        self._ticking: Timer | None = None
        self._keeping: Timer | None = None
        kept = study.progress.edited(program.id)
        self._editor = Editor((kept or self._original(study.lang)).rstrip("\n"))
        self._head = LabHead(study, self._state)
        self._scratch = ScratchPrompt(study)
        self._told = LabTold(study, self._runs.shown, self._scratch)
        self._told_head = ToldHead(study, self._told)
        self._pane = ToldPane(self._told)
        self._figure = FigureColumn(study, self._runs.shown)
        self._column = Vertical(self._figure, id="lab-figure")

    # ------------------------------------------------------------ what is shown

    def content(self) -> Widget:
        """Editor and what was told; beside them, on a wide screen, the figure."""
        parts = (self._head, self._editor, self._told_head, self._pane, self._scratch)
        work = Vertical(*parts, id="lab-work")
        return Horizontal(work, self._column)

    def heading(self) -> Heading:
        """The lab, and where the program is from."""
        say = self.study.say
        return Heading(say("lab.title"), say("lab.from", number=self._section.number))

    @property
    def _state(self) -> EditorState:
        kind = "block.example" if isinstance(self._program, Example) else "block.explore"
        name = self.study.say(kind, label=(self._program.label or "").lstrip("EX")).rstrip()
        line = self._editor.cursor_location[0] + 1
        return EditorState(name, self.edited, line, self._runs.state(self.study))

    def on_mount(self) -> None:
        """Begin in the editor."""
        super().on_mount()
        self._editor.focus()
        self._arrange()
        if self._for_scratch:
            self.call_after_refresh(self._begin_run)

    def redraw(self) -> None:
        """Lay everything out anew: size, language or theme changed."""
        if not self.edited:
            self._speak()
        self._editor.placeholder = self.study.say("lab.empty")
        self._scratch.redraw()
        self._head.show(self._state)
        self._arrange()
        super().redraw()

    def _arrange(self) -> None:
        """Share the rows between editor and what was told, the columns between them and figure."""
        columns, rows = self.size
        wide = columns >= WIDE
        room = columns - MARGIN
        width = min(WORK_COLUMN, room - GUTTER - FIGURE_COLUMN) if wide else room
        work, editor = self.query_one("#lab-work"), self._editor
        work.styles.width = max(1, width)
        editor.styles.width = max(1, width - INDENT)
        self._column.display = wide
        rows -= SCRATCH_ROWS if self._scratch.is_open else 0
        height = max(LEAST_TOLD + LEAST_EDITOR, rows - FRAME_ROWS - HEAD_ROWS)
        told = len(self._told.laid_out(max(1, width)).lines)
        most = height * 2 // 3 if self._scratch.tried else height // 2
        told = max(LEAST_TOLD, height // 3, min(told, most))
        editor.styles.height = max(LEAST_EDITOR, min(editor.document.line_count, height - told))

    def _show_runs(self) -> None:
        """Show what the runs have told up to now."""
        self._told.show(self._runs.shown)
        self._told_head.redraw()
        self._figure.show(self._runs.shown, self._before)
        self._head.show(self._state)
        self.refresh_bindings()

    @on(Editor.Changed)
    def _text_changed(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(KEEP_AFTER, self._keep)
        self._head.show(self._state)
        self._arrange()
        self.refresh_bindings()

    @on(Editor.SelectionChanged)
    def _cursor_moved(self) -> None:
        self._head.show(self._state)

    @on(ToldPane.Scrolled)
    def _pane_scrolled(self) -> None:
        self.more_below.show(self._pane.has_more)
        self._told_head.mark(here=self._pane.has_focus)

    # ------------------------------------------------------------ the text

    def _original(self, lang: Lang) -> str:
        """Return the program as in the lesson, at the knobs' values."""
        return listing(set_values(self._source, self._values), lang).code

    @property
    def edited(self) -> bool:
        """Whether the text differs from the program as shipped and as in the lesson."""
        return self._editor.text.rstrip() not in self._unedited

    def _speak(self) -> None:
        """Show the comments of a text that is not edited in the language shown."""
        text = self._original(self.study.lang).rstrip("\n")
        if text != self._editor.text:
            self._editor.load_text(text)

    def _keep(self) -> None:
        """Write down the learner's version, if it is another one than before."""
        code = f"{self._editor.text.rstrip()}\n" if self.edited else ""
        if not code.strip():
            code = ""
        if code != (self.study.progress.edited(self._program.id) or ""):
            self.study.record(Edited(program=self._program.id, code=code))

    async def on_unmount(self) -> None:
        """Keep the text on leaving, also when the app is left; nothing runs on behind."""
        self._keep()
        if self.study.trust.given:
            await self.study.runner.release()

    def action_original(self) -> None:
        """Go back to the program of the lesson, after a question."""
        self.app.push_screen(Ask(self.study, "lab.ask-original"), self._back_to_original)

    def _back_to_original(self, agreed: bool | None) -> None:
        if agreed:
            self._editor.replace_all(self._original(self.study.lang).rstrip("\n"))
            self._keep()

    # ------------------------------------------------------------ the run

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what works now."""
        outcome = self._runs.shown
        match action:
            case "stop":
                at_work = self._runs.under_way or self._scratch.under_way
                return at_work and not self._editor.selected_text
            case "original":
                return self.edited
            case "figure" | "save":
                return bool(outcome.figures.shown)
            case "variables":
                return bool(self._told.all_variables)
            case "traceback":
                return outcome.failure is not None
        return super().check_action(action, parameters)

    def action_run(self) -> None:
        """Run the text, with every key typed before this one in it."""
        # A priority key overtakes the keys still waiting for the editor: wait behind them.
        self._editor.call_later(self._begin_run)

    def _begin_run(self) -> None:
        """Run the text as it is; a run under way is let go for it."""
        if not self.study.trust.given:
            self.post_message(AskTrust(self._begin_run))
            return
        if self._runs.under_way:
            self._runs.again = True
            self.study.runner.cancel()
            return
        self._keep()
        if (summary := self._runs.shown.summary) is not None:
            self._before = summary.variables
        # Who runs the program from the prompt goes on there.
        self._for_scratch = self._for_scratch or self._scratch.line.has_focus
        self._scratch.close()
        self._editor.mark(None)
        job = Job(self._editor.text, name=f"{self._program.id}.py")
        self._runs.begin(job, behind=False)
        if self._ticking is None:
            self._ticking = self.set_interval(1 / FRAMES, self._tick)
        self._ticking.resume()
        self._show_runs()
        self._run(job, edited=self.edited)

    @work
    async def _run(self, job: Job, *, edited: bool) -> None:
        async with aclosing(self.study.runner.run(job, keep=True)) as events:
            async for event in events:
                self._runs.take(event)
                if isinstance(event, Summary):
                    self._ended(event, edited=edited)
        # Only now has the runner the process again, to try lines in.
        if self._runs.again:
            self._begin_run()
        else:
            self._open_scratch()

    def _ended(self, summary: Summary, *, edited: bool) -> None:
        name, seconds = self._program.id, summary.wall
        self.study.record(Run(program=name, ended=summary.ended, seconds=seconds, edited=edited))
        assert self._ticking is not None
        self._ticking.pause()
        self._show_runs()
        line = self._runs.shown.marked_line
        self._editor.mark(line)
        self.call_after_refresh(self._show_ending, line)

    def _show_ending(self, line: int | None) -> None:
        """Show what was told from its first row; of a failure, what it means and its line."""
        self._pane.scroll_to(y=self._told.ending_row, animate=False)
        if line is not None:
            self._editor.show_line(line)

    def _tick(self) -> None:
        self._runs.tick()
        self._show_runs()

    def action_stop(self) -> None:
        """Stop the run."""
        self.study.runner.cancel()

    # ------------------------------------------------------------ the scratch prompt

    def _open_scratch(self) -> None:
        self._scratch.open(self._told.all_variables)
        self._arrange()
        if self._for_scratch and self._scratch.is_open:
            self._scratch.line.focus()
        self._for_scratch = False

    @on(ScratchPrompt.Changed)
    def _scratch_changed(self) -> None:
        """Show what a line has told, from its first row."""
        # A line that is no longer shown may have lost the focus by itself before.
        if not self._scratch.is_open and (self._scratch.line.has_focus or self.focused is None):
            self._editor.focus()
        self._told.redraw()
        self._told_head.redraw()
        self._arrange()
        self.refresh_bindings()
        if self._scratch.tried:
            self.call_after_refresh(self._show_newest)

    def _show_newest(self) -> None:
        self._pane.scroll_to(y=self._told.newest_row, animate=False)

    @on(ScratchPrompt.Drew)
    def _scratch_drew(self, message: ScratchPrompt.Drew) -> None:
        outcome = self._runs.shown
        outcome.figures.take(message.figure.number, message.figure.spec)
        self._figure.show(outcome, self._before)
        self.refresh_bindings()

    # ------------------------------------------------------------ panes

    def action_pane(self) -> None:
        """Go to the next pane."""
        panes: list[Widget] = [self._editor, self._pane]
        if self._scratch.is_open:
            panes.append(self._scratch.line)
        at = next((n for n, pane in enumerate(panes) if pane.has_focus), -1)
        panes[(at + 1) % len(panes)].focus(scroll_visible=False)

    def action_editor(self) -> None:
        """Go to the editor."""
        self._editor.focus()

    def action_figure(self) -> None:
        """Show the figure on the whole screen."""
        self.app.push_screen(ZoomedFigure(self.study, self._runs.shown, self._program.id))

    def action_save(self) -> None:
        """Save a figure."""
        figures = savable(self._runs.shown, self._program.id)
        self.app.push_screen(SaveFigure(self.study, figures))

    def action_variables(self) -> None:
        """Leave the room of the variables to the output, and back."""
        self._told.change_over()
        self._told_head.redraw()

    def action_traceback(self) -> None:
        """Show the whole traceback, from its first row, or take it away."""
        outcome = self._runs.shown
        outcome.traceback = not outcome.traceback
        before = len(self._told.laid_out(self._told.size.width).lines)
        self._show_runs()
        self._arrange()
        if outcome.traceback:
            self.call_after_refresh(self._pane.scroll_to, y=before + 1, animate=False)

    def action_back(self) -> None:
        """Go back to the lesson, the place kept; the lesson knows of an edit at once."""
        self._keep()
        self.dismiss(None)
