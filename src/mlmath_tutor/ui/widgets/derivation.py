"""A derivation, one step at a time: the newest step's number is yellow, its reason in full ink."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message

from mlmath_tutor.content.blocks import Derivation, Step
from mlmath_tutor.render.prose import layout

from ..ink import Line, Sheet, Span, inked, line_cells, linked
from ..study import Study
from ..theme import NARROW
from .block import BlockView

NUMBER = 3  # cells of a step's number
REASON_COLUMN = 34  # where a reason beside its step begins
LEAST_REASON = 24  # a narrower reason goes under its step
DOTS = (30, 22)  # cells of the dots that stand for the next step, and for each after it


class DerivationView(BlockView):
    """A derivation being revealed."""

    BINDINGS = [
        Binding("space", "reveal", "key.step", id="derivation.reveal"),
        Binding("u", "hide", "key.step-back", id="derivation.hide"),
        Binding("A", "reveal_all", "key.all-steps", id="derivation.all", show=False),
    ]

    @dataclass
    class Revealed(Message):
        """The learner went to another step."""

        view: DerivationView

    def __init__(self, study: Study, block: Derivation, *, shown: int) -> None:
        super().__init__(study, block.id, symbols=block.symbols, deep=block.path == "deep")
        self.derivation = block
        self._shown = max(1, min(shown, len(block.steps)))
        self.newest = (0, 0)
        """First and past-the-last row of the newest step, as laid out last."""

    @property
    def step(self) -> int:
        """The number of steps shown."""
        return self._shown

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Offer only what moves."""
        if action in ("reveal", "reveal_all"):
            return self._shown < len(self.derivation.steps)
        if action == "hide":
            return self._shown > 1
        return super().offers(action, parameters)

    def action_reveal(self) -> None:
        """Show the next step."""
        self._go(self._shown + 1)

    def action_hide(self) -> None:
        """Hide the newest step."""
        self._go(self._shown - 1)

    def action_reveal_all(self) -> None:
        """Show all steps."""
        self._go(len(self.derivation.steps))

    def _go(self, shown: int) -> None:
        self._shown = shown
        self.redraw()
        self.refresh_bindings()
        self.post_message(self.Revealed(self))

    def copied(self) -> str:
        """The newest formula."""
        return self.derivation.steps[self._shown - 1].math

    def body(self, width: int) -> Sheet:
        """The heading, the steps shown with their reasons, dots for the others."""
        steps = self.derivation.steps
        count = Span(f"{self._shown} / {len(steps)}", "muted")
        sheet = Sheet()
        sheet.add(*self.heading(self.say("block.derivation"), self.derivation.title, width, count))
        if self.derivation.text is not None:
            sheet.extend(self.text(self.derivation.text, width))
        after_tall = True
        for number, step in enumerate(steps[: self._shown], 1):
            lines = self._step(number, step, width)
            tall = len(lines) > 1
            if tall or after_tall:
                sheet.blank()
            self.newest = (len(sheet.lines), len(sheet.lines) + len(lines))
            sheet.extend(lines)
            after_tall = tall
        self._dots(sheet, width)
        return sheet

    def _dots(self, sheet: Sheet, width: int) -> None:
        if self._shown < len(self.derivation.steps):
            sheet.blank()
        for number in range(self._shown + 1, len(self.derivation.steps) + 1):
            length = DOTS[0] if number == self._shown + 1 else DOTS[1]
            dots = Span(self.study.signs.hidden * min(length, width - NUMBER), "line")
            sheet.add(Span(f"{number:<{NUMBER}}", "muted"), dots)

    def _step(self, number: int, step: Step, width: int) -> list[Line]:
        newest = number == self._shown
        box = self.study.typesetter.display(step.math, width - NUMBER)
        mark = Span(f"{number:<{NUMBER}}", "next" if newest else "muted", bold=newest)
        formula = [
            (mark if row == box.baseline else Span(" " * NUMBER), *linked(inked(cells), step.math))
            for row, cells in enumerate(box.rows)
        ]
        column = max(REASON_COLUMN, NUMBER + box.width + 2)
        room = width + self.margin - column
        if width >= NARROW - 8 and room >= LEAST_REASON:
            reason = self._reason(step, room, newest=newest)
            if len(reason) <= max(2, len(formula)):
                return _beside(formula, box.baseline, reason, column)
        under = self._reason(step, width - NUMBER - 2, newest=newest)
        return [*formula, *((Span(" " * (NUMBER + 2)), *line) for line in under)]

    def _reason(self, step: Step, width: int, *, newest: bool) -> list[Line]:
        lines = layout(
            self.in_lang(step.why),
            width,
            self.study.typesetter,
            style="text" if newest else "muted",
        )
        return [inked(line.row) for line in lines]


def _beside(formula: list[Line], baseline: int, reason: list[Line], column: int) -> list[Line]:
    """Put a reason beside a formula, its first line on the formula's baseline where it fits."""
    first = max(0, min(baseline, len(formula) - len(reason)))
    lines = []
    for row in range(max(len(formula), first + len(reason))):
        left = formula[row] if row < len(formula) else ()
        at = row - first
        right = reason[at] if 0 <= at < len(reason) else ()
        gap = Span(" " * (column - line_cells(left)))
        lines.append((*left, gap, *right) if right else left)
    return lines
