"""Lines to put in order: one is in hand, arrows move the hand, with shift they carry the line."""

from __future__ import annotations

from textual.binding import Binding

from ..ink import Line, Sheet, Span
from ..theme import Tone
from .answer_text import QuestionText


class OrderText(QuestionText):
    """The stem, then the lines as they stand; those below the rule are not used."""

    BINDINGS = [
        Binding("up,k", "hand(-1)", "key.line", id="question.line-up", key_display="▴▾"),
        Binding("down,j", "hand(1)", "key.line", id="question.line-down", key_display="▴▾"),
        Binding(
            "shift+up,K", "carry(-1)", "key.carry", id="question.carry-up", key_display="shift+▴▾"
        ),
        Binding(
            "shift+down,J",
            "carry(1)",
            "key.carry",
            id="question.carry-down",
            key_display="shift+▴▾",
        ),
    ]

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """At either end the arrows leave the question; once it is right nothing moves."""
        now = self.answering
        by = parameters[0] if parameters else None
        match action, by:
            case "hand", int():
                return not now.right and 0 <= now.here + by < len(now.lines)
            case "carry", -1:
                return not now.right and (now.here > 0 or now.used == 0)
            case "carry", 1:
                return not now.right and (
                    now.here < len(now.lines) - 1 or now.used == len(now.lines)
                )
            case "take", int():
                return not now.right
        return super().offers(action, parameters)

    @property
    def can_enter(self) -> bool:
        """Whether any line is used."""
        return self.answering.used > 0

    def action_hand(self, by: int) -> None:
        """Take the line above or below in hand."""
        self.answering.here += by
        self.redraw()
        self.refresh_bindings()

    def action_carry(self, by: int) -> None:
        """Carry the line in hand up or down; what was said of the order before is void."""
        self.answering.carry(by)
        self.answering.verdict = self.answering.waiting = None
        self.box.redraw()

    def action_take(self, place: int) -> None:
        """Take a line in hand (a click)."""
        self.answering.here = place
        self.redraw()
        self.refresh_bindings()

    def matter(self, sheet: Sheet, width: int) -> None:
        """Add the lines, then, below a rule, those not used."""
        now = self.answering
        sheet.blank()
        for place in range(len(now.lines)):
            if place == now.used:
                self._rule(sheet, width)
            sheet.extend(self._line(place, width), act=f"take({place})")
        if now.used == len(now.lines):
            self._rule(sheet, width)

    def _rule(self, sheet: Sheet, width: int) -> None:
        label = f" {self.say('question.left-out')}"
        rule = self.study.signs.rule * 8
        sheet.add(Span(f"     {rule}", "line"), Span(label, "muted"))

    def _line(self, place: int, width: int) -> list[Line]:
        now, signs = self.answering, self.study.signs
        used, in_hand = place < now.used, place == now.here and self.is_here and not now.right
        tone: Tone | None = "bright" if in_hand else None if used else "muted"
        number = f"{place + 1}" if used else " "
        head = (
            Span(f"{number:>2} ", "bright", bold=True),
            Span(f"{signs.here if in_hand else ' '} ", "next", bold=True),
        )
        lines = self.text(now.lines[place].text, width - 5, tone)
        return [
            (*(head if row == 0 else (Span("     "),)), *line) for row, line in enumerate(lines)
        ]
