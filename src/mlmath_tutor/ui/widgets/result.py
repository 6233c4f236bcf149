"""What came of a quiz: by skill, misconceptions by name, one recommendation."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message

from mlmath_tutor.content.course import Section
from mlmath_tutor.engine.quiz_result import GoOn, QuizResult, Reread, Retry
from mlmath_tutor.render.prose import inline

from ..ink import Line, Sheet, Span, clipped, inked, line_cells
from ..study import Study
from .block import BlockView

MARKS = 24  # the column the marks of a skill begin at, at least


class ResultView(BlockView):
    """The result of a quiz; Space does what is recommended."""

    BINDINGS = [Binding("space,enter", "go", "key.go", id="result.go")]

    @dataclass
    class Chosen(Message):
        """The learner follows the recommendation; `result.recommendation` says which."""

        view: ResultView

    def __init__(self, study: Study, section: Section, result: QuizResult) -> None:
        super().__init__(study, "")
        self.section = section
        self.result = result

    @property
    def is_here(self) -> bool:
        """The mark stands at the recommendation, not at the score."""
        return False

    def action_go(self) -> None:
        """Do what is recommended."""
        self.post_message(self.Chosen(self))

    def body(self, width: int) -> Sheet:
        """Score, skills, what went wrong, what next."""
        sheet = Sheet()
        points = f"{sum(self.result.scores.values()):g}"
        score = self.say("quiz.score", points=points, total=self.result.total)
        at_once = self.say("quiz.at-once", count=len(self.result.at_once))
        sheet.add(Span(score, "bright", bold=True), Span(f"   {at_once}", "muted"))
        self._skills(sheet, width)
        self._misconceptions(sheet, width)
        sheet.blank()
        sheet.add(*self._recommended(width), act="go")
        return sheet

    def _skills(self, sheet: Sheet, width: int) -> None:
        if not self.result.skills:
            return
        titles = {skill.id: self.in_lang(skill.title) for skill in self.study.course.skills}
        rows = [
            (inked(inline(titles.get(each.skill, each.skill), self.study.typesetter)), each.scores)
            for each in self.result.skills
        ]
        column = max(MARKS, *(line_cells(name) + 3 for name, _ in rows))
        sheet.blank()
        sheet.add(Span(self.say("quiz.by-skill"), "muted"))
        for name, scores in rows:
            gap = Span(" " * (column - line_cells(name)))
            sheet.add(*clipped((*name, gap, *(self._mark(score) for score in scores)), width))

    def _mark(self, score: float) -> Span:
        signs = self.study.signs
        if score >= 1.0:
            return Span(signs.done, "good", bold=True)
        return Span(signs.wrong if score <= 0.0 else signs.warn, "bad", bold=True)

    def _misconceptions(self, sheet: Sheet, width: int) -> None:
        if not self.result.misconceptions:
            return
        sheet.blank()
        sheet.add(Span(self.say("quiz.went-wrong"), "muted"))
        for met in self.result.misconceptions:
            times = self.say("quiz.times", times=met.times) if met.times > 1 else ""
            mark = Span(f"{self.study.signs.warn} ", "bad", bold=True)
            line = (mark, *self._title(met.block), Span(f"  {times}", "muted"))
            sheet.add(*clipped(line, width))

    def _title(self, block: str) -> Line:
        found = self.study.course.block(block)
        title = found[1].title if found else None
        return inked(inline(self.in_lang(title or block), self.study.typesetter))

    def _recommended(self, width: int) -> Line:
        match self.result.recommendation:
            case Reread(block=block):
                words: Line = (Span(f"{self.say('quiz.reread')} "), *self._title(block))
            case Retry(questions=missed):
                words = (Span(self.say("quiz.retry", count=len(missed))),)
            case GoOn():
                words = (Span(self.say("quiz.go-on")),)
        mark = Span(f"{self.study.signs.here} ", "next", bold=True)
        name = Span(f"{self.say('quiz.next')}  ", "bright", bold=True)
        return clipped((mark, name, *words), width)
