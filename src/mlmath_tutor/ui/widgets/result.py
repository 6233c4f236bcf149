"""What came of a quiz: sure and wrong first, what changed, what to read again, what next."""

from __future__ import annotations

from textual import events
from textual.containers import VerticalScroll

from mlmath_tutor.content.questions import Question
from mlmath_tutor.content.text import Phrase
from mlmath_tutor.engine.quiz_report import GoOn, QuizReport, Reread, Retry, SkillChange, ToRead
from mlmath_tutor.engine.resume import ResumePoint, StartSection
from mlmath_tutor.render.prose import inline, wrap
from mlmath_tutor.render.runs import Run

from ..ink import Line, Span, clipped, ends, inked, line_cells, shortened
from ..study import Study
from ..theme import measure
from .menu import Entry, Menu

MARKS = 24  # the column the marks of a skill begin at, at least
NEXT = "next"  # the name of the row that is recommended


class ResultView(Menu):
    """The result of a quiz as rows; those that lead on can be chosen.

    The names of the rows are `next`, `ask:question`, `skill:id`, `block:id`, `section:id`.
    """

    def __init__(self, study: Study, report: QuizReport, after: ResumePoint) -> None:
        super().__init__(study, self._rows, at=NEXT)
        self.report = report
        self._after = after

    def on_mount(self, event: events.Mount) -> None:
        """Begin at the top of the page: the recommended row may lie below it."""
        event.prevent_default()
        self.focus(scroll_visible=False)

    def _show_at(self) -> None:
        """Keep the row in hand on the page, and with the first one all above it."""
        super()._show_at()
        if self._names()[:1] == [self.at] and isinstance(self.parent, VerticalScroll):
            self.parent.scroll_home(animate=False)

    def _rows(self, width: int) -> list[Entry]:
        width = min(width, measure(self.app.size.width))
        entries = [Entry(None, (self._score(width),))]
        report = self.report
        if report.sure_but_wrong:
            entries += self._group("result.sure-but-wrong")
            entries += [self._question(question, width) for question in report.sure_but_wrong]
        if report.skills:
            entries += self._group("quiz.by-skill", right="result.ever-right", width=width)
            entries += self._skills(width)
        if report.result.confidence:
            entries += self._group("result.confidence")
            entries += [Entry(None, tuple(self._how_sure(width)))]
        if report.to_read:
            entries += self._group("result.to-read")
            entries += [self._place(each, width) for each in report.to_read]
        entries += [Entry(None, ((),)), Entry(NEXT, (self._next(width),))]
        return entries

    def _group(self, key: str, *, right: str = "", width: int = 0) -> list[Entry]:
        name = (Span(self.study.say(key), "muted"),)
        line = ends(name, (Span(self.study.say(right), "muted"),), width) if right else name
        return [Entry(None, ((),)), Entry(None, (line,))]

    def _how_sure(self, width: int) -> list[Line]:
        say, result = self.study.say, self.report.result
        levels = say("result.between").join(
            say(f"result.level-{level.sure}", times=level.times, right=level.right)
            for level in result.confidence
        )
        words = [say("result.how-sure", levels=levels)]
        if result.calibration:
            words.append(say(f"result.{result.calibration}"))
        text = ("" if self.study.lang == "ja" else " ").join(words)
        return [inked(row) for row in wrap((Run(text),), width)]

    def _score(self, width: int) -> Line:
        say, result, gain = self.study.say, self.report.result, self.report.gain
        points = f"{sum(result.scores.values()):g}"
        score = say("quiz.score", points=points, total=result.total)
        facts = [say("quiz.at-once", count=len(result.at_once))]
        if gain is not None:
            key = "more" if gain > 0 else "fewer" if gain < 0 else "same"
            facts.append(say(f"result.{key}", count=abs(gain)))
        facts.append(say("result.minutes", minutes=self.report.minutes))
        rest = tuple(Span(f"   {fact}", "muted") for fact in facts)
        return clipped((Span(score, "bright", bold=True), *rest), width)

    def _question(self, question: Question, width: int) -> Entry:
        words = self._set(question.title or question.stem)
        label = f"{question.label}  " if question.label else ""
        mark = Span(f"{self.study.signs.wrong} ", "bad", bold=True)
        line = shortened((mark, Span(label, "muted"), *words), width)
        return Entry(f"ask:{question.id}", (line,))

    def _skills(self, width: int) -> list[Entry]:
        rows = [(self._skill(change), change) for change in self.report.skills]
        column = max(MARKS, *(line_cells(name) + 3 for name, _ in rows))
        entries = []
        for name, change in rows:
            gap = Span(" " * (column - line_cells(name)))
            marks = (self._mark(score) for score in change.scores)
            line = ends((*name, gap, *marks), self._change(change), width)
            entries.append(Entry(f"skill:{change.skill}", (line,)))
        return entries

    def _skill(self, change: SkillChange) -> Line:
        skill = self.study.course.skill(change.skill)
        return self._set(skill.title if skill else change.skill)

    def _change(self, change: SkillChange) -> Line:
        """Return how many of all questions on the skill were ever right, before and now."""
        now = Span(f"{change.now}", "good" if change.now > change.before else "muted")
        of = Span(f" / {change.of}", "muted")
        if change.now == change.before:
            return (now, of)
        return (Span(f"{change.before} {self.study.signs.to} ", "muted"), now, of)

    def _mark(self, score: float) -> Span:
        signs = self.study.signs
        if score >= 1.0:
            return Span(signs.done, "good", bold=True)
        return Span(signs.wrong if score <= 0.0 else signs.warn, "bad", bold=True)

    def _place(self, place: ToRead, width: int) -> Entry:
        section = self.study.course.section(place.section)
        number = (Span(section.number, "muted"),) if section else ()
        if place.block is None:
            title = self._set(section.title) if section else ()
            return Entry(f"section:{place.section}", (ends(title, number, width),))
        met = next(m for m in self.report.result.misconceptions if self._is_of(m.block, place))
        times = self.study.say("quiz.times", times=met.times) if met.times > 1 else ""
        mark = Span(f"{self.study.signs.warn} ", "bad", bold=True)
        left = (mark, *self._title(place.block), Span(f"  {times}", "muted"))
        return Entry(f"block:{place.block}", (ends(left, number, width),))

    def _is_of(self, block: str, place: ToRead) -> bool:
        found = self.study.course.block(block)
        return found is not None and found[1].id == place.block

    def _title(self, block: str) -> Line:
        found = self.study.course.block(block)
        title = found[1].title if found else None
        return self._set(title or block)

    def _set(self, phrase: Phrase) -> Line:
        return inked(inline(self.study.said(phrase), self.study.typesetter))

    def _next(self, width: int) -> Line:
        name = Span(f"{self.study.say('quiz.next')}  ", "bright", bold=True)
        return shortened((name, *self._recommended()), width)

    def _recommended(self) -> Line:
        say = self.study.say
        match self.report.recommendation:
            case Reread(block=block):
                return (Span(f"{say('quiz.reread')} "), *self._title(block))
            case Retry(questions=missed):
                return (Span(say("quiz.retry", count=len(missed))),)
            case GoOn():
                return self._course_goes_on()

    def _course_goes_on(self) -> Line:
        section = None
        if isinstance(self._after, StartSection):
            section = self.study.course.section(self._after.section)
        if section is None:
            return (Span(self.study.say("quiz.go-on")),)
        return (Span(f"{section.number}  "), *self._set(section.title))
