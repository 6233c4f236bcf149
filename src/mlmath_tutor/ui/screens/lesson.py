"""A section: its blocks one under the other, one next thing, the place kept."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

from textual import on, work
from textual.binding import Binding
from textual.timer import Timer
from textual.widget import Widget

from mlmath_tutor.content.course import Section
from mlmath_tutor.engine.events import Answered, Predicted, Visit
from mlmath_tutor.engine.evidence import Evidence, Trial
from mlmath_tutor.engine.grading import grade, trial

from ..messages import GoBack, GoHome, OpenQuiz, OpenSection
from ..study import Study
from ..widgets.block import BlockView
from ..widgets.contents import QUIZ, Contents
from ..widgets.derivation import DerivationView
from ..widgets.frame import Heading
from ..widgets.lesson_blocks import EndView, block_views
from ..widgets.lesson_page import LessonPage
from ..widgets.opening import OpeningView
from ..widgets.page import Page
from ..widgets.prediction import PredictionView
from ..widgets.question import QuestionBox
from ..widgets.running import RunningView
from ..widgets.terms import Terms

FIRST, BATCH = 8, 8  # blocks mounted before the first frame, and at a time after it
REST = 0.4  # seconds at a block before the place is written down


class LessonScreen(Page):
    """One section being read. Another section replaces its content; the screen stays."""

    BINDINGS = [
        Binding("space", "next", "key.next", id="lesson.next"),
        Binding("j,down", "move(1)", "key.block", id="lesson.down", key_display="▴▾"),
        Binding("k,up", "move(-1)", "key.block", id="lesson.up", show=False),
        Binding("pagedown", "page(1)", "key.page", id="lesson.page-down", show=False),
        Binding("pageup", "page(-1)", "key.page", id="lesson.page-up", show=False),
        Binding("home", "edge(0)", "key.first-block", id="lesson.first", show=False),
        Binding("end", "edge(-1)", "key.last-block", id="lesson.last", show=False),
        Binding("n", "section(1)", "key.next-section", id="lesson.next-section", show=False),
        Binding("b", "section(-1)", "key.previous-section", id="lesson.previous", show=False),
        Binding("g", "terms", "key.terms", id="lesson.terms"),
        Binding("c", "contents", "key.contents", id="lesson.contents"),
        Binding("v", "flip", "key.flip", id="lesson.flip", show=False),
        Binding("y", "copy", "key.copy", id="lesson.copy", show=False),
        Binding("escape", "back", "key.back", id="lesson.home"),
        Binding("q", "home", "key.back", id="lesson.quit", show=False),
    ]

    def __init__(self, study: Study, section: Section, at: str | None) -> None:
        super().__init__(study)
        self.section = section
        self._at = at
        self._page = LessonPage()
        self._resting: Timer | None = None
        self._still: BlockView | None = None
        self._unwritten: Visit | None = None

    def content(self) -> Widget:
        """The column of blocks."""
        return self._page

    def heading(self) -> Heading:
        """Number and title, minutes left, how far along."""
        here = self.study.progress.section(self.section)
        minutes = here.minutes_left
        right = self.study.say("lesson.minutes-left", minutes=minutes) if minutes else ""
        title = f"{self.section.number} {self.study.said(self.section.title)}"
        return Heading(title, right, here.fraction)

    def on_mount(self) -> None:
        """Show the section."""
        super().on_mount()
        self._show(self._at)

    async def on_unmount(self) -> None:
        """Write the place down before leaving; nothing runs on behind."""
        self._write_place()
        if self.study.trust.given:
            await self.study.runner.release()

    def open(self, section: Section, at: str | None) -> None:
        """Show another section, or another place of this one."""
        self._write_place()
        if section is self.section and (view := self._view_of(at)) is not None:
            self._go(view)
            return
        self.section = section
        self.retitle()
        self._show(at)

    # ------------------------------------------------------------ mounting

    @work(exclusive=True, group="show")
    async def _show(self, at: str | None) -> None:
        """Mount the blocks: first those around the place asked for, the others in batches."""
        pairs = [
            (block.id, widget)
            for block in self.section.blocks
            for widget in block_views(self.study, block)
        ]
        assert self.section.written is not None
        widgets = [
            OpeningView(self.study, self.section.written),
            *(widget for _, widget in pairs),
            EndView(self.study, self.section),
        ]
        places = [n for n, (block, _) in enumerate(pairs, 1) if block == at]
        # An example whose run or prediction was made goes on at its program.
        place = places[-1 if at and self._is_begun(at) else 0] if places else 0
        first = place + FIRST
        async with self.batch():
            await self._page.remove_children()
            await self._page.mount_all(widgets[:first])
        self._page.scroll_home(animate=False)
        self._focus_first_of(widgets[place])
        for start in range(first, len(widgets), BATCH):
            await asyncio.sleep(0)
            await self._page.mount_all(widgets[start : start + BATCH])
        await self._prepare_runs()

    async def _prepare_runs(self) -> None:
        """Have the libraries of this section loaded first; let go of the last section's process."""
        if not self.study.trust.given:
            return
        programs = self.study.course.programs
        ids = (block.id for block in self.section.blocks)
        self.study.runner.prefer([programs[name] for name in ids if name in programs])
        await self.study.runner.release()

    def _is_begun(self, block: str) -> bool:
        progress = self.study.progress
        return progress.prediction(block) is not None or progress.runs(block).count > 0

    def _focus_first_of(self, widget: Widget) -> None:
        view = widget if isinstance(widget, BlockView) else widget.query(BlockView).first()
        if view.folded:
            view.action_unfold_deep()
        self._go(view)

    # ------------------------------------------------------------ places

    @property
    def _current(self) -> BlockView | None:
        focused: Widget | None = self.focused
        while focused is not None and not isinstance(focused, BlockView):
            parent = focused.parent
            if isinstance(parent, QuestionBox):
                return parent.text
            focused = parent if isinstance(parent, Widget) else None
        return focused

    def _view_of(self, block: str | None) -> BlockView | None:
        return next((view for view in self._page.views if view.block_id == block), None)

    def _go(self, view: BlockView, *, still: bool = False) -> None:
        """Go to a block, and scroll to it unless the page is to stand `still`.

        At once: `Widget.focus` would wait and lose keys typed meanwhile.
        """
        self._still = view if still else None
        self.set_focus(view, scroll_visible=False)

    def _come_to_the_page(self) -> bool:
        """Go to what is on the page, if it was scrolled away from; return whether it was."""
        current = self._current
        if current is not None and self._page.is_on_page(current):
            return False
        if (view := self._page.first_on_page()) is None:
            return False
        self._go(view, still=True)
        return True

    def action_next(self) -> None:
        """The next thing: the rest of a tall block, then the next block."""
        if self._come_to_the_page():
            return
        view = self._current
        if view is not None and not self._page.next_part(view):
            self.action_move(1)

    def action_move(self, by: int) -> None:
        """Go some blocks down or up."""
        if self._come_to_the_page():
            return
        views = self._page.views
        current = self._current
        at = views.index(current) if current in views else 0
        self._go(views[max(0, min(len(views) - 1, at + by))])

    def action_edge(self, index: int) -> None:
        """Go to the first (0) or last (-1) block."""
        self._go(self._page.views[index])

    def action_page(self, pages: int) -> None:
        """Go a page down or up."""
        self._page.page(pages)
        self.call_after_refresh(self._come_to_the_page)

    def action_section(self, by: int) -> None:
        """Go to the next or previous section that is written."""
        written = [section for section in self.study.course.sections if section.written]
        at = written.index(self.section) + by
        if 0 <= at < len(written):
            self.post_message(OpenSection(written[at].id))
        else:
            self.notify(self.study.say("lesson.no-more-sections"))

    def action_back(self) -> None:
        """Go back to where the section was opened from, the place kept."""
        self.post_message(GoBack())

    def action_home(self) -> None:
        """Go home, the place kept."""
        self.post_message(GoHome())

    # ------------------------------------------------------------ what blocks tell

    @on(BlockView.Reached)
    def _reached(self, message: BlockView.Reached) -> None:
        if message.view is not self._still:
            self.call_after_refresh(self._page.reveal, message.view)
        self._still = None
        self._note_place(message.view)

    def _note_place(self, view: BlockView) -> None:
        if not view.block_id or view.folded:
            return
        visit = Visit(section=self.section.id, block=view.block_id, step=view.step)
        if view.block_id not in self.study.progress.section(self.section).seen:
            self._unwritten = visit
            self._write_place()
            return
        self._unwritten = visit
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(REST, self._write_place)

    def _write_place(self) -> None:
        """Write down where the learner is."""
        if self._unwritten is not None:
            self.study.record(self._unwritten)
            self._unwritten = None
            self.retitle()

    @on(DerivationView.Revealed)
    def _revealed(self, message: DerivationView.Revealed) -> None:
        view = message.view
        self.study.record(Visit(section=self.section.id, block=view.block_id, step=view.step))
        self.call_after_refresh(self._show_newest, view)

    def _show_newest(self, view: DerivationView) -> None:
        self._page.show_rows(view, *view.newest)

    @on(PredictionView.Made)
    def _predicted(self, message: PredictionView.Made) -> None:
        block, option = message.view.block_id, message.option
        self.study.record(Predicted(block=block, answer=option.id, right=option.correct))

    @on(QuestionBox.Answered)
    def _answered(self, message: QuestionBox.Answered) -> None:
        box, answer = message.box, message.answer
        needed = trial(box.question, answer)
        if needed is None:
            self._judge(box, answer, None)
        else:
            self._try_out(box, answer, needed)

    @work
    async def _try_out(self, box: QuestionBox, answer: str, needed: Trial) -> None:
        """Run what the verdict needs."""
        evidence = await box.try_out(needed)
        if box.is_attached:
            self._judge(box, answer, evidence)

    def _judge(self, box: QuestionBox, answer: str, evidence: Evidence | None) -> None:
        question = box.question
        verdict = grade(question, answer, evidence=evidence)
        if verdict.valid:
            self.study.record(
                Answered(
                    question=question.id,
                    version=question.version,
                    answer=verdict.answer,
                    score=verdict.score,
                    note=verdict.note,
                    hints=box.answering.hints,
                    evidence=evidence,
                )
            )
        box.show(verdict)

    @on(QuestionBox.Changed)
    def _changed(self, message: QuestionBox.Changed) -> None:
        self.call_after_refresh(self._page.show_end, message.box.text)

    @on(RunningView.RunRequested)
    def _run_requested(self, message: RunningView.RunRequested) -> None:
        view = message.view
        if message.follows and view.knob_rows:
            self._page.show_rows(view, view.knob_rows.start, view.knob_rows.stop)
        self._run(view, message)

    @work
    async def _run(self, view: RunningView, request: RunningView.RunRequested) -> None:
        """Run a program and hand its events to the block as they come."""
        runner = self.study.runner
        # After a knob in the process of the run before: several times faster.
        run = runner.run_again if request.follows else runner.run
        async with aclosing(run(request.job)) as events:
            async for event in events:
                if not view.is_attached:
                    return
                view.take(event)

    @on(RunningView.StopRequested)
    def _stop_requested(self) -> None:
        self.study.runner.cancel()

    @on(RunningView.Ended)
    def _ended(self, message: RunningView.Ended) -> None:
        view = message.view
        # A run that follows a knob leaves the page where it is: the eye is on the knob.
        if view.is_here and not message.followed:
            self.call_after_refresh(self._show_outcome, view)

    def _show_outcome(self, view: RunningView) -> None:
        """Show what a run told, from its first row."""
        top, bottom = self._page.extent(view)
        self._page.show_rows(view, max(0, view.outcome_row - 1), bottom - top)

    @on(EndView.Chosen)
    def _go_on(self) -> None:
        if self.section.questions:
            self.post_message(OpenQuiz(self.section.id))
        else:
            self.action_section(1)

    @on(LessonPage.Scrolled)
    def _scrolled(self) -> None:
        self.more_below.show(self._page.has_more)

    def redraw(self) -> None:
        """Lay out anew, the block in hand still on the page."""
        super().redraw()
        if (view := self._current) is not None:
            self.call_after_refresh(self._page.reveal, view)

    # ------------------------------------------------------------ pop-ups and copying

    def action_flip(self) -> None:
        """Show this block in the other language."""
        if (view := self._current) is not None:
            view.action_flip()

    def action_copy(self) -> None:
        """Copy the block's formulas or program."""
        view = self._current
        copied = view.to_copy if view is not None else ""
        if copied:
            self.app.copy_to_clipboard(copied)
            self.notify(self.study.say("lesson.copied"))
        else:
            self.notify(self.study.say("lesson.nothing-to-copy"))

    def action_terms(self) -> None:
        """Show the symbols of this block and the terms of this section."""
        view = self._current
        symbols = view.symbols if view is not None else ()
        self.app.push_screen(Terms(self.study, self.section, symbols))

    def action_contents(self) -> None:
        """Show the table of contents; the place chosen is gone to."""
        current = self._current
        here = current.block_id if current else ""
        self.app.push_screen(Contents(self.study, self.section, here), self._contents_chosen)

    def _contents_chosen(self, block: str | None) -> None:
        if block is not None and block.startswith(QUIZ):
            self.post_message(OpenQuiz(block.removeprefix(QUIZ)))
        elif (view := self._view_of(block)) is not None:
            self._go(view)
