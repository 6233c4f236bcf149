"""What a run in the lab told: its output beside the variables, and how it ended."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mlmath_tutor.engine.runner import Variable
from mlmath_tutor.render.prose import wrap
from mlmath_tutor.render.runs import Run, cells

from ..ink import Line, Sheet, Span, clipped, cut, inked, line_cells, padded
from ..study import Study
from ..theme import INDENT, NARROW
from .drawn import Drawn
from .outcome import Outcome, Phase
from .scratch import PROMPT, ScratchPrompt, Tried

# Output or variables alone; beside each other; the variables under the output.
Shape = Literal["output", "variables", "beside", "under"]
GAP = 4  # cells between output and variables
MOST_NAME, MOST_TYPE, MOST_VARIABLES = 12, 16, 38  # cells of the columns of the variables


class LabTold(Drawn):
    """The lower part of the lab: output and, where there is room, the variables.

    They stand side by side where every row of the output fits; below 72 columns, and after
    a failure, one of them is shown, and the variables' key changes over.
    """

    def __init__(self, study: Study, outcome: Outcome, scratch: ScratchPrompt) -> None:
        super().__init__(study)
        self.outcome = outcome
        self._scratch = scratch
        self.ending_row = 0
        """The row at which a failure is told; 0 where there is none."""
        self.newest_row = 0
        """The row of the line tried last."""
        self._turned = False

    def show(self, outcome: Outcome) -> None:
        """Show another run, all of its output."""
        outcome.unfolded = True
        self.outcome = outcome
        self.redraw()

    def change_over(self) -> None:
        """Leave the room of the variables to the output (narrow: the other way), and back."""
        self._turned = not self._turned
        self.redraw()

    @property
    def all_variables(self) -> tuple[Variable, ...]:
        """The variables of the run as they are now, none while it is under way."""
        if self._scratch.variables is not None:
            return self._scratch.variables
        return self.outcome.summary.variables if self.outcome.summary is not None else ()

    def _shape(self, width: int) -> Shape:
        """Return which of output and variables are shown, and how they stand."""
        lines = variable_lines(self.all_variables)
        if not lines:
            return "output"
        if self.app.size.width < NARROW or not self.outcome.ended_well:
            return "variables" if self._turned else "output"
        if self._turned:
            return "output"
        if not self.outcome.text.strip():
            return "variables"
        written = max(cells(row) for row in self.outcome.text.expandtabs(8).split("\n"))
        return "beside" if written <= self._output_column(width) else "under"

    def _output_column(self, width: int) -> int:
        lines = variable_lines(self.all_variables)
        widest = min(MOST_VARIABLES, max(line_cells(line) for line in lines))
        return width - INDENT - GAP - widest

    def heading(self, width: int, mark: Span) -> Line:
        """Return the row over output and variables; `mark` stands before it."""
        say = self.study.say
        shape = self._shape(width)
        first = say("lab.variables" if shape == "variables" else "lab.output")
        names = [Span(first, "muted")]
        if shape == "beside":
            gap = self._output_column(width) + GAP - cells(first)
            names += [Span(" " * gap), Span(say("lab.variables"), "muted")]
        return (Span(" " * (INDENT - 2)), mark, *names)

    def sheet(self, width: int) -> Sheet:
        """Output and variables, then how the run ended."""
        room = max(1, width - INDENT)
        inside = self._not_run(room)
        if self.outcome.phase is not Phase.NOT_RUN:
            inside = self._ran(width, room)
        sheet = Sheet()
        sheet.place(inside, INDENT)
        return sheet

    def _not_run(self, room: int) -> Sheet:
        words = wrap((Run(self.study.say("lab.not-run"), "muted"),), room)
        return Sheet([inked(row) for row in words])

    def _ran(self, width: int, room: int) -> Sheet:
        outcome, shape = self.outcome, self._shape(width)
        variables = [clipped(line, room) for line in variable_lines(self.all_variables)]
        self.ending_row = 0
        sheet = Sheet()
        if shape == "variables":
            sheet.extend(variables)
        else:
            sheet.extend(outcome.output_lines(self.study, room))
        if shape == "beside":
            sheet.beside(variables, self._output_column(width), GAP)
        elif shape == "under":
            sheet.blank()
            sheet.add(Span(self.study.say("lab.variables"), "muted"))
            sheet.extend(variables)
        if not sheet.lines and outcome.ended_well:
            sheet.add(Span(self.study.say("lab.no-output"), "muted"))
        if shape != "variables" and (ending := outcome.ending_lines(self.study, room)):
            sheet.blank()
            self.ending_row = len(sheet.lines)
            sheet.extend(ending)
        told_something = True
        for tried in self._scratch.tried:
            if told_something:
                sheet.blank()
            self.newest_row = len(sheet.lines)
            sheet.extend(lines := self._tried_lines(tried, room))
            told_something = len(lines) > 1
        return sheet

    def _tried_lines(self, tried: Tried, room: int) -> list[Line]:
        """Return a line that was tried, as typed, and what came of it."""
        pieces = cut(tried.line, max(1, room - cells(PROMPT)))
        signs = [PROMPT, *[" " * cells(PROMPT)] * (len(pieces) - 1)]
        lines: list[Line] = [
            (Span(sign, "muted"), Span(piece, "bright"))
            for sign, piece in zip(signs, pieces, strict=True)
        ]
        outcome = tried.outcome
        lines += outcome.output_lines(self.study, room)
        lines += outcome.ending_lines(self.study, room)
        if outcome.phase is Phase.RUNNING and (state := outcome.state(self.study, self._frame)):
            lines.append(state)
        return lines

    @property
    def _frame(self) -> int:
        return self._scratch.frame


def variable_lines(variables: Sequence[Variable]) -> list[Line]:
    """Return one row a variable: name, type and shape, range or value; objects come last."""
    variables = sorted(variables, key=lambda each: not (each.span or each.shape))
    whats = [f"{each.type} {each.shape}".rstrip() for each in variables]
    name_column = min(MOST_NAME, max((cells(v.name) for v in variables), default=0)) + 2
    what_column = min(MOST_TYPE, max((cells(what) for what in whats), default=0)) + 2
    return [
        (
            *padded((Span(each.name, "maths"),), max(name_column, cells(each.name) + 1)),
            *padded((Span(what, "muted"),), max(what_column, cells(what) + 1)),
            Span(each.span),
        )
        for each, what in zip(variables, whats, strict=True)
    ]


def changes(before: Sequence[Variable], now: Sequence[Variable]) -> list[tuple[str, str, str]]:
    """Return the single values that differ between two runs: name, then, now."""
    old = {each.name: each.span for each in before if not each.shape}
    return [
        (each.name, old[each.name], each.span)
        for each in now
        if not each.shape and each.span and old.get(each.name, each.span) != each.span
    ]
