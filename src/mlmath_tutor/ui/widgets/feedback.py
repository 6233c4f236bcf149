"""Why an answer is right or wrong, and the help taken so far."""

from __future__ import annotations

from textual.message import Message

from mlmath_tutor.content.listing import listing
from mlmath_tutor.content.questions import (
    Code,
    DerivationQuestion,
    ExpressionQuestion,
    Question,
    Solution,
    SpotError,
)
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.events import Sure
from mlmath_tutor.engine.grading.grids import cells_of
from mlmath_tutor.engine.grading.verdict import Reason, Verdict
from mlmath_tutor.render.prose import inline, layout

from ..ink import Line, Sheet, Span, inked, shifted
from ..study import Study
from .answering import Answering, rungs
from .block import BlockView
from .code import code_lines
from .outcome import SECONDS_SHOWN

FRAMES = 10  # of the running mark, a second

SURE_KEYS: dict[Sure, str] = {"guess": "a", "think": "s", "sure": "d"}
TRIES_ALONE = 2  # wrong answers after which the hints are pointed out


class Feedback(BlockView, can_focus=False):
    """Why: the verdict on this answer, hints, the worked solution, what the others mean."""

    class Resized(Message):
        """More or less is said now, and laid out."""

    def on_resize(self) -> None:
        """Tell the screen, which may have to scroll to what is new."""
        self.post_message(self.Resized())

    def __init__(self, study: Study, question: Question, answering: Answering) -> None:
        super().__init__(study, "")
        self.question = question
        self.answering = answering
        self.verdict_rows = 0
        """Rows of the verdict, as laid out last."""

    def body(self, width: int) -> Sheet:
        """Everything said so far, in order; nothing before an attempt."""
        sheet = Sheet()
        now = self.answering
        if now.trying is not None and now.trying >= SECONDS_SHOWN:
            sheet.lines.append(())
            sheet.add(*self._trying(now.trying))
        elif now.waiting is not None:
            self._how_sure(sheet, now.waiting.verdict, width)
        elif now.verdict is not None:
            sheet.lines.append(())
            self._verdict(sheet, now.verdict, width)
            self._on_mistakes(sheet, now.verdict, width)
        self.verdict_rows = len(sheet.lines)
        if not sheet.lines and (now.others or now.hints):
            sheet.lines.append(())
        if now.others:
            self._others(sheet, width)
        if now.hints:
            self._hints(sheet, width)
        return sheet

    def _trying(self, seconds: float) -> Line:
        """Return the row that stands where the verdict will: the answer is being tried."""
        marks = self.study.signs.running
        mark = "" if self.study.still else f"{marks[int(seconds * FRAMES) % len(marks)]} "
        words = self.say("question.trying", seconds=f"{seconds:.1f}")
        return (Span(mark, "next", bold=True), Span(words, "muted"))

    def _verdict(self, sheet: Sheet, verdict: Verdict, width: int) -> None:
        if not verdict.valid and self._told_at_the_line(verdict):
            return
        signs = self.study.signs
        self._reading(sheet, verdict.reading, width)
        if not verdict.valid:
            mark = Span("  ")
        elif verdict.right:
            mark = Span(f"{signs.done} ", "good", bold=True)
        else:
            mark = Span(f"{signs.wrong if verdict.score == 0 else signs.warn} ", "bad", bold=True)
        for number, said in enumerate(verdict.feedback):
            words = said if isinstance(said, Text) else self.say(said.key, **said.values)
            lines = layout(self.in_lang(words), width - 2, self.study.typesetter)
            for row, line in enumerate(lines):
                first = number == 0 and row == 0
                sheet.add(mark if first else Span("  "), *inked(line.row))

    def _how_sure(self, sheet: Sheet, waiting: Verdict, width: int) -> None:
        """Say how the answer was read; ask how sure the learner is: one row for each key."""
        sheet.lines.append(())
        self._reading(sheet, waiting.reading, width)
        sheet.extend(self.text(self.say("question.how-sure"), width))
        for level, key in SURE_KEYS.items():
            words = Span(self.say(f"sure.{level}"))
            line = (Span("  "), Span(f"{key}  ", "next", bold=True), words)
            sheet.add(*line, act=f"screen.sure('{level}')")

    def _on_mistakes(self, sheet: Sheet, verdict: Verdict, width: int) -> None:
        """Add what is worth knowing about this mistake: it was sure, or help is there."""
        now = self.answering
        if not verdict.valid or verdict.right:
            return
        worth = {
            "question.sure-but-wrong": now.sure == "sure",
            "question.hint-offered": now.tries >= TRIES_ALONE
            and not now.hints
            and rungs(self.question) > 0,
        }
        for key, is_so in worth.items():
            lines = self.text(self.say(key), width - 2, "muted") if is_so else []
            sheet.extend((Span("  "), *line) for line in lines)

    def _reading(self, sheet: Sheet, reading: str | None, width: int) -> None:
        """Add how the answer was read, where that says more than what was typed."""
        if reading is None or self._is_echoed or self._as_typed(reading):
            return
        head = Span(f"{self.say('question.read-as')}  ", "muted")
        box = self.study.typesetter.display(reading, width - 4)
        if len(box.rows) > 1:
            sheet.add(head)
            sheet.extend(shifted([inked(row) for row in box.rows], 4))
        else:
            sheet.add(head, *inked(inline(f"${reading}$", self.study.typesetter)))
        sheet.blank()

    @property
    def _is_echoed(self) -> bool:
        """Whether the reading stands below the line already, while it is typed."""
        match self.question:
            case ExpressionQuestion() | DerivationQuestion():
                return True
            case SpotError(repair=repair):
                return repair is not None
            case _:
                return False

    def _told_at_the_line(self, verdict: Verdict) -> bool:
        """Whether what cannot be read is marked and explained below the line already."""
        reasons = (each for each in verdict.feedback if isinstance(each, Reason))
        return self._is_echoed and any("at" in reason.values for reason in reasons)

    def _as_typed(self, reading: str) -> bool:
        """Whether the reading says no more than what was typed."""
        if "bmatrix" in reading:
            return _cells(reading) == cells_of(self.answering.typed)
        read = self.study.typesetter.plain(reading)
        return read.replace(" ", "") == self.answering.typed.replace(" ", "")

    def _others(self, sheet: Sheet, width: int) -> None:
        sheet.blank()
        sheet.add(Span(self.say("question.others"), "muted"))
        for number, option in enumerate(self.answering.options, 1):
            if option.correct:
                continue
            lines = self.text(option.say, width - 3, "muted")
            head = Span(f"{number}  ", "bright", bold=True)
            sheet.extend(
                (head if row == 0 else Span("   "), *line) for row, line in enumerate(lines)
            )

    def _hints(self, sheet: Sheet, width: int) -> None:
        sheet.blank()
        hints = self.question.hints[: self.answering.hints]
        if hints:
            sheet.add(Span(self.say("question.hints"), "muted"))
        for number, hint in enumerate(hints, 1):
            head = Span(f"{number}  ", "bright", bold=True)
            for row, line in enumerate(self.text(hint, width - 3)):
                sheet.add(head if row == 0 else Span("   "), *line)
        if self.answering.hints > len(self.question.hints):
            if self.question.solution is not None:
                self._solution(sheet, self.question.solution, width)
            if isinstance(self.question, Code):
                self._program(sheet, self.question.answer, width)

    def _program(self, sheet: Sheet, source: str, width: int) -> None:
        """Add a program that is right."""
        sheet.blank()
        sheet.add(Span(self.say("code.model"), "bright", bold=True))
        sheet.extend(code_lines(listing(source, self.lang), width, self.study.signs))

    def _solution(self, sheet: Sheet, solution: Solution, width: int) -> None:
        sheet.blank()
        sheet.add(Span(self.say("question.solution"), "bright", bold=True))
        for number, step in enumerate(solution.steps, 1):
            lines = self.text(step.why, width - 3)
            head = Span(f"{number}  ", "bright", bold=True)
            sheet.extend(
                (head if row == 0 else Span("   "), *line) for row, line in enumerate(lines)
            )
            if step.math is not None:
                box = self.study.typesetter.display(step.math, width - 7)
                sheet.extend(shifted([inked(row) for row in box.rows], 7))
        if solution.check is not None:
            sheet.blank()
            sheet.extend(self.text(solution.check, width, "muted"))


def _cells(matrix: str) -> list[list[str]]:
    """Return the cells of a matrix in LaTeX."""
    body = matrix.partition("bmatrix}")[2].rpartition(r"\end")[0]
    return [[cell.strip() for cell in row.split("&")] for row in body.split(r"\\")]
