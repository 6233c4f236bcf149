"""Options to choose from: by their digits, by a click, in a quiz also by the arrows."""

from __future__ import annotations

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.geometry import Region

from mlmath_tutor.content.listing import listing
from mlmath_tutor.content.questions import Multiple, Option, Predict, Recall, SpotError
from mlmath_tutor.render.prose import inline

from ..ink import Line, Sheet, Span, inked, line_cells
from ..theme import Tone
from .answer_text import QuestionText
from .answering import asks_parts, has_all_choices
from .code import code_lines

CHOICES = 9  # options answered by a digit


class OptionsText(QuestionText):
    """The stem, then the options.

    `has_pointer` lets the arrows point at an option and Enter take it. In a lesson the arrows
    go from block to block instead.
    """

    BINDINGS = [
        *(
            Binding(str(n), f"choose({n})", "key.answer", id=f"question.choose-{n}")
            for n in range(1, CHOICES + 1)
        ),
        Binding("up,k", "point(-1)", "key.choose", id="question.up", key_display="▴▾"),
        Binding("down,j", "point(1)", "key.choose", id="question.down", key_display="▴▾"),
        Binding("w", "others", "key.others", id="question.others"),
    ]
    has_pointer = False

    @property
    def options(self) -> tuple[Option, ...]:
        """The options to choose from now.

        The grades of a recall only once it is compared, reasons only once there is a line.
        """
        now = self.answering
        match self.question:
            case Recall() if now.verdict is None:
                return ()
            case SpotError(lines=lines) if not now.chosen and asks_parts(self.question):
                return now.options[: len(lines)]
            case _:
                return now.options

    @property
    def _places(self) -> int:
        """How many rows the arrows can point at: where several are chosen, also the answer."""
        return len(self.options) + isinstance(self.question, Multiple)

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer only what works now."""
        now = self.answering
        number = parameters[0] if parameters else None
        match action:
            case "choose":
                known = isinstance(number, int) and number <= len(self.options)
                return known and not now.right and now.trying is None
            case "point":
                to = (-1 if now.pointed is None else now.pointed) + (
                    number if isinstance(number, int) else 0
                )
                open_ = self.has_pointer and bool(self.options) and not now.right
                return open_ and 0 <= to < self._places
            case "others":
                judged = not isinstance(self.question, Recall)
                return now.right and judged and not now.others
        return super().offers(action, parameters)

    @property
    def can_enter(self) -> bool:
        """Whether Enter takes what is pointed at, answers with what is chosen, or compares."""
        now = self.answering
        if isinstance(self.question, Recall) and now.verdict is None:
            return True
        chosen = self._has_answer
        if now.pointed == len(self.options):
            return chosen
        return now.pointed is not None or chosen

    @property
    def _has_answer(self) -> bool:
        """Whether Enter leads on with what is chosen: to the verdict, or to the repair."""
        match self.question:
            case Multiple():
                return bool(self.answering.chosen)
            case SpotError(repair=repair):
                return repair is not None and has_all_choices(self.question, self.answering)
            case _:
                return False

    def action_choose(self, number: int) -> None:
        """Choose an option: answered at once where one is asked for, marked where several are."""
        self.box.choose(self.options[number - 1].id)

    def action_point(self, by: int) -> None:
        """Point at the option below or above."""
        now = self.answering
        now.pointed = max(0, (-1 if now.pointed is None else now.pointed) + by)
        self.redraw()
        self.refresh_bindings()
        self.call_after_refresh(self._show_pointed)

    def _show_pointed(self) -> None:
        """Keep what is pointed at on the page."""
        lines = self.laid_out(self.content_size.width)
        act = f"choose({(self.answering.pointed or 0) + 1})"
        rows = [row for row, each in lines.acts.items() if each == act] or [len(lines.lines) - 1]
        scroller = next((a for a in self.ancestors if isinstance(a, VerticalScroll)), None)
        if scroller is not None:
            top = self.virtual_region.y + rows[0]
            region = Region(0, top, 1, len(rows))
            scroller.scroll_to_region(region, animate=False)

    def action_enter(self) -> None:
        """Take the option pointed at; answer with what is chosen."""
        pointed = self.answering.pointed
        if pointed is None or pointed >= len(self.options):
            self.box.submit()
        else:
            self.box.choose(self.options[pointed].id)

    def action_others(self) -> None:
        """Show what the other options mean."""
        self.answering.others = True
        self.box.redraw()

    def matter(self, sheet: Sheet, width: int) -> None:
        """Add the options; before them a program to foresee, or what a recall begins with."""
        if isinstance(self.question, Predict) and self.question.code:
            sheet.blank()
            program = listing(self.question.code, self.lang)
            sheet.extend(code_lines(program, width, self.study.signs))
        sheet.blank()
        if not self.options:
            sheet.extend(self.text(self.say("question.recall-first"), width, "muted"))
        for number, option in enumerate(self.options, 1):
            if isinstance(self.question, SpotError) and number == len(self.question.lines) + 1:
                sheet.blank()
                sheet.add(Span(self.say("question.why"), "muted"))
            sheet.extend(self._option(number, option, width), act=f"choose({number})")
        self._repair(sheet, width)
        if isinstance(self.question, Multiple) and self.answering.pointed is not None:
            tone: Tone = "fg" if self.answering.chosen else "muted"
            row = (*self._pointer(len(self.options)), Span(f" {self.say('key.submit')}", tone))
            sheet.add(Span(" "), *row, act="enter")

    def _repair(self, sheet: Sheet, width: int) -> None:
        """Add what to write in place of the wrong line, above the line to type in."""
        repair = self.question.repair if isinstance(self.question, SpotError) else None
        if repair is not None and has_all_choices(self.question, self.answering):
            sheet.blank()
            sheet.extend(self.text(repair.prompt, width))

    def _pointer(self, place: int) -> Line:
        here = self.answering.pointed == place and not self.answering.right
        return (Span(self.study.signs.here if here else " ", "next", bold=True),)

    def _number(self, number: int) -> Line:
        return (Span(str(number), "bright", bold=True), *self._pointer(number - 1))

    def _option(self, number: int, option: Option, width: int) -> list[Line]:
        now = self.answering
        chosen = option.id in now.chosen
        recall = isinstance(self.question, Recall)
        judged = chosen and not recall and now.verdict is not None and now.verdict.valid
        signs = self.study.signs
        tone: Tone = "next" if chosen else "line"
        if judged:
            tone = "good" if option.correct else "bad"
        mark = Span(f" {signs.chosen if chosen else signs.free} ", tone, bold=chosen)
        row = inline(self.in_lang(option.text), self.study.typesetter)
        words = inked(row, "bright" if chosen else "fg")
        judgement = signs.done if option.correct else signs.wrong
        end = (Span(f"   {judgement}", tone, bold=True),) if judged else ()
        if 5 + line_cells(words) + 4 <= width:
            return [(*self._number(number), mark, *words, *end)]
        lines = self.text(option.text, width - 5 - (4 if end else 0), "bright" if chosen else "fg")
        first, *rest = lines
        head = (*self._number(number), mark, *first, *end)
        return [head, *((Span(" " * 5), *line) for line in rest)]
