"""The editor a program is completed in, beside the text of its question."""

from __future__ import annotations

from textual import on
from textual.binding import Binding
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea
from textual.widgets.text_area import Selection

from mlmath_tutor.content.listing import listing
from mlmath_tutor.content.questions import Code
from mlmath_tutor.engine.events import Edited
from mlmath_tutor.engine.grading.code import GAP
from mlmath_tutor.i18n import LANGUAGES, Lang

from ..study import Study
from .answer_text import QuestionText
from .asking import Ask
from .editor import Editor

KEEP_AFTER = 2.0  # seconds without a change until the text is kept
FRAME_ROWS = 5  # title, line, gap; more below, keys
GAPS = 2  # rows around the editor
LEAST_ROWS = 6


class AnswerEditor(Editor):
    """A program being completed; what was typed is kept until it is right.

    Args:
        study: where it is kept.
        question: what is to be completed.
        text: the question's text, which has the hints.
        given: an answer given before, or "".
    """

    DEFAULT_CSS = "AnswerEditor { margin: 1 2 0 4; width: 1fr; max-width: 74; }"
    BINDINGS = [
        Binding(
            "ctrl+r,f5", "submit", "key.submit", id="question.submit-code", key_display="ctrl+r"
        ),
        Binding("ctrl+o", "reset", "key.original", id="question.reset-code"),
        Binding("f9", "hint", "key.hint", id="question.hint-code", key_display="F9"),
        Binding("f9", "solution", "key.solution", id="question.solution-code", key_display="F9"),
        Binding("escape", "leave", "key.leave-input", id="question.leave-code"),
    ]

    class Submitted(Message):
        """The learner wants the program checked."""

    def __init__(self, study: Study, question: Code, text: QuestionText, given: str) -> None:
        self._study = study
        self._question = question
        self._text = text
        self._untouched = {self._starter(lang).rstrip() for lang in LANGUAGES}
        kept = study.progress.edited(question.id)
        super().__init__((kept or given or self._starter(study.lang)).rstrip("\n"))
        self._known_right: str | None = None
        self._keeping: Timer | None = None

    def _starter(self, lang: Lang) -> str:
        return listing(self._question.starter, lang).code

    @property
    def edited(self) -> bool:
        """Whether the text differs from what the question begins with."""
        return self.text.rstrip() not in self._untouched

    # ------------------------------------------------------------ what is seen

    def follow(self) -> None:
        """Follow the language; take the rows that the text leaves, once judged only its own."""
        self.placeholder = self._study.say("code.type-here")
        starter = self._starter(self._study.lang).rstrip("\n")
        if not self.edited and self.text != starter:
            self.load_text(starter)
            self.take_gap()
        width = self._text.content_size.width
        above = len(self._text.laid_out(width).lines) if width else 1
        room = max(LEAST_ROWS, self.screen.size.height - FRAME_ROWS - above - GAPS)
        now = self._text.answering
        being_written = now.verdict is None and now.trying is None and now.waiting is None
        self.styles.height = room if being_written else min(room, self.document.line_count)

    def take_gap(self) -> None:
        """Take the first gap in hand, so that what is typed stands in its place."""
        for row, line in enumerate(self.document.lines):
            if (column := line.partition("#")[0].find(GAP)) >= 0:
                self.selection = Selection((row, column), (row, column + len(GAP)))
                return

    def on_mount(self) -> None:
        """Begin at the first gap."""
        super().on_mount()
        self.take_gap()
        self.follow()

    def watch_has_focus(self, has_focus: bool) -> None:
        """The focus mark stands at the question while its answer is typed."""
        super().watch_has_focus(has_focus)
        self._text.refresh()

    # ------------------------------------------------------------ what is kept

    @on(TextArea.Changed)
    def _text_changed(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(KEEP_AFTER, self.keep)
        self.refresh_bindings()

    def keep(self) -> None:
        """Write down what was typed, if it is news, and not yet found right."""
        code = f"{self.text.rstrip()}\n" if self.edited and self.text.strip() else ""
        if code == self._known_right:
            return
        if code != (self._study.progress.edited(self._question.id) or ""):
            self._study.record(Edited(program=self._question.id, code=code))

    def found_right(self) -> None:
        """It is right: the question will begin anew when it is asked again."""
        self._known_right = f"{self.text.rstrip()}\n"
        if self._study.progress.edited(self._question.id) is not None:
            self._study.record(Edited(program=self._question.id, code=""))

    def on_unmount(self) -> None:
        """Keep the text on leaving, also when the app is left from here."""
        self.keep()

    # ------------------------------------------------------------ keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what works now."""
        match action:
            case "hint" | "solution":
                return self._text.offers(action, ())
            case "reset":
                return self.edited
        return super().check_action(action, parameters)

    def action_submit(self) -> None:
        """Have it checked."""
        self.keep()
        self.post_message(self.Submitted())

    def action_reset(self) -> None:
        """Go back to what the question begins with, after a question."""
        self.app.push_screen(Ask(self._study, "code.ask-reset"), self._back_to_starter)

    def _back_to_starter(self, agreed: bool | None) -> None:
        if agreed:
            self.replace_all(self._starter(self._study.lang).rstrip("\n"))
            self.take_gap()
            self.keep()

    def action_hint(self) -> None:
        """Show the next hint."""
        self._text.box.hint()

    def action_solution(self) -> None:
        """Show the worked solution."""
        self._text.box.hint()

    def action_leave(self) -> None:
        """Leave the editor; the text is kept."""
        self._text.focus(scroll_visible=False)
