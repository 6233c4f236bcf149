"""Home: one thing to go on with, then the course."""

from __future__ import annotations

from datetime import datetime

from textual import on
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widget import Widget

from mlmath_tutor.content.course import Chapter, Section
from mlmath_tutor.engine.quizzes import QuizPlan, offered_quizzes, quiz_plan
from mlmath_tutor.engine.resume import (
    AllDone,
    ResumePoint,
    ResumeQuiz,
    ResumeSection,
    StartSection,
    TakeQuiz,
    resume_point,
)
from mlmath_tutor.render.prose import wrap
from mlmath_tutor.render.runs import Run, cells

from ..ink import Line, Span, clipped, ends, inked, meter, shortened
from ..messages import OpenQuiz, OpenSection
from ..study import Study
from ..theme import MEASURE, NARROW
from ..widgets.frame import Heading
from ..widgets.menu import Entry, Menu
from ..widgets.page import Page
from ..widgets.quizzes import quiz_name

GO_ON = "go-on"  # the name of the first entry
VERB = 12  # cells of the column that says "Continue"
METER, MINUTES = 10, 13  # cells
TALL = 36  # rows from which every closed chapter says what is in it


class HomeScreen(Page):
    """The first screen."""

    BINDINGS = [
        Binding("space", "go_on", "key.continue", id="home.continue"),
        Binding("right,l", "fold(False)", "key.unfold-chapter", id="home.unfold", show=False),
        Binding("left,h", "fold(True)", "key.fold-chapter", id="home.fold", show=False),
        Binding("q", "app.quit", "key.quit", id="home.quit"),
    ]

    def __init__(self, study: Study) -> None:
        super().__init__(study)
        self._menu = Menu(study, self._entries, at=GO_ON)
        self._open: set[str] = set()
        self._scroller = VerticalScroll(self._menu, can_focus=False)
        self._scroller.styles.scrollbar_size_vertical = 0

    def content(self) -> Widget:
        """The list."""
        return self._scroller

    def on_mount(self) -> None:
        """Open the chapter in progress."""
        super().on_mount()
        self._open = {self._chapter_in_progress().id}

    def on_screen_resume(self) -> None:
        """Come back to the first entry: it is what is worth doing now."""
        self._menu.at = GO_ON
        self._open.add(self._chapter_in_progress().id)
        super().on_screen_resume()

    def heading(self) -> Heading:
        """The course's title, today, how far the course is read."""
        now = datetime.fromtimestamp(self.study.clock())
        days = self.study.say("home.days").split(" ")
        today = self.study.say(
            "home.today",
            day=now.day,
            month=now.month,
            month_name=self.study.say("home.months").split(" ")[now.month - 1],
            weekday=days[now.weekday()],
        )
        return Heading(
            self.study.said(self.study.course.file.title), today, self.study.progress.fraction
        )

    # ------------------------------------------------------------ what is seen

    @property
    def _point(self) -> ResumePoint:
        return resume_point(self.study.course, self.study.progress)

    def _section_of(self, point: ResumePoint) -> Section | None:
        match point:
            case ResumeSection(section=name) | StartSection(section=name):
                return self.study.course.section(name)
            case ResumeQuiz(scope=name) | TakeQuiz(scope=name):
                return self.study.course.section(name)
            case AllDone():
                return None

    def _chapter_in_progress(self) -> Chapter:
        point, chapters = self._point, self.study.course.chapters
        section = self._section_of(point)
        scope = point.scope if isinstance(point, ResumeQuiz | TakeQuiz) else ""
        name = section.chapter if section else scope
        return next((c for c in chapters if c.id == name), chapters[0])

    def _plan_of(self, point: ResumePoint) -> QuizPlan | None:
        """Return the quiz to go on with or to take, unless it is that of a section."""
        if not isinstance(point, ResumeQuiz | TakeQuiz):
            return None
        practice = isinstance(point, ResumeQuiz) and point.practice
        plan = quiz_plan(self.study.course, point.scope, practice=practice)
        return plan if plan and (practice or plan.kind != "section") else None

    def _entries(self, width: int) -> list[Entry]:
        width = min(width, MEASURE)
        entries = [self._go_on_entry(width), Entry(None, ((),))]
        quizzes = {plan.scope: plan for plan in offered_quizzes(self.study.course)}
        for chapter in self.study.course.chapters:
            entries.append(self._chapter_entry(chapter, width))
            if chapter.id in self._open:
                entries += [self._section_entry(section, width) for section in chapter.sections]
                if plan := quizzes.pop(chapter.id, None):
                    entries.append(self._quiz_entry(plan, width, indent=3))
                entries.append(Entry(None, ((),)))
            else:
                quizzes.pop(chapter.id, None)
        if quizzes and entries[-1].name is not None:
            entries.append(Entry(None, ((),)))
        entries += [self._quiz_entry(plan, width) for plan in quizzes.values()]
        if self.study.findings:
            words = self.study.say("home.findings", count=len(self.study.findings))
            rows = wrap((Run(words, "muted"),), width)
            entries.append(Entry(None, ((), *(inked(row) for row in rows))))
        return entries

    def _go_on_entry(self, width: int) -> Entry:
        point = self._point
        section = self._section_of(point)
        narrow = self.app.size.width < NARROW
        verb = self.study.say(_VERBS[type(point)])
        column = cells(verb) + 2 if narrow else max(VERB, cells(verb) + 2)
        fact = self.study.say(point.fact.key, **point.fact.values)
        facts = [inked(row) for row in wrap((Run(fact, "muted"),), width - column)]
        left = [Span(verb, "bright", bold=True), Span(" " * (column - cells(verb)))]
        if (plan := self._plan_of(point)) is not None:
            name = Span(quiz_name(self.study, plan), "bright")
            first = shortened((*left, name), width)
            return Entry(GO_ON, (first, *(_indented(fact_line, column) for fact_line in facts)))
        if section is None:
            return Entry(GO_ON, ((*left, *facts[0]), *(_indented(f, column) for f in facts[1:])))
        title = f"{section.number} {self.study.said(section.title)}"
        first = ends((*left, Span(title, "bright")), self._minutes(section), width)
        return Entry(GO_ON, (first, *(_indented(fact_line, column) for fact_line in facts)))

    def _minutes(self, section: Section) -> Line:
        state = self.study.progress.section(section)
        if state.read:
            return (Span(self.study.signs.done, "good", bold=True),)
        key = "home.minutes-left" if state.begun else "home.minutes"
        return (Span(self.study.say(key, minutes=state.minutes_left), "muted"),)

    def _chapter_entry(self, chapter: Chapter, width: int) -> Entry:
        open_ = chapter.id in self._open
        name = (
            Span(f"{chapter.number}  ", "muted"),
            Span(self.study.said(chapter.title), "bright" if open_ else "fg", bold=open_),
        )
        states = [self.study.progress.section(section) for section in chapter.sections]
        minutes = self.study.say("home.minutes", minutes=chapter.minutes)
        right: Line = (Span(f"{minutes:>{MINUTES}}", "muted"),)
        if any(state.begun for state in states):
            part = sum(state.fraction for state in states) / len(states)
            signs = self.study.signs
            right = (*meter(part, METER, signs.fill, signs.rule), *right)
        lines = [ends(name, right, width)]
        if not open_ and self.app.size.height >= TALL:
            topics = self.study.said(chapter.entry.topics)
            lines.append(clipped((Span("   "), Span(topics, "muted")), width))
        return Entry(f"chapter:{chapter.id}", tuple(lines))

    def _section_entry(self, section: Section, width: int) -> Entry:
        state = self.study.progress.section(section)
        signs = self.study.signs
        title = self.study.said(section.title)
        if section.written is None:
            right: Line = (Span(self.study.say("home.not-written"), "muted"),)
            unwritten = (Span("  "), Span(f"{section.number}  {title}", "muted"))
            return Entry(f"section:{section.id}", (ends(unwritten, right, width - 3),), indent=3)
        mark = Span(signs.done, "good") if state.read else Span(signs.todo, "line")
        if state.begun and not state.read:
            mark = Span(signs.attempted, "maths")
        left: Line = (mark, Span(" "), Span(f"{section.number}  ", "muted"), Span(title))
        best = self.study.progress.best_result(section.id)
        right = self._minutes(section)
        if best is not None:
            points = f"{best.score * len(best.questions):g} / {len(best.questions)}"
            right = (Span(f"{points}   ", "muted"), *right)
        return Entry(f"section:{section.id}", (ends(left, right, width - 3),), indent=3)

    def _quiz_entry(self, plan: QuizPlan, width: int, *, indent: int = 0) -> Entry:
        """Return the row of a quiz that is not a section's: how many questions, or the best."""
        signs, best = self.study.signs, self.study.progress.best_result(plan.scope)
        is_open = self.study.progress.open_quiz(plan.scope) is not None
        mark = Span(signs.done, "good") if best else Span(signs.todo, "line")
        if is_open:
            mark = Span(signs.attempted, "maths")
        left = (mark, Span(" " if indent else "  "), Span(quiz_name(self.study, plan)))
        words = self.study.say("home.quiz-questions", count=plan.count)
        if best is not None:
            words = f"{best.score * len(best.questions):g} / {len(best.questions)}"
        line = ends(left, (Span(words, "muted"),), width - indent)
        return Entry(f"quiz:{plan.scope}", (line,), indent=indent)

    # ------------------------------------------------------------ what the keys do

    @on(Menu.Chosen)
    def _chosen(self, message: Menu.Chosen) -> None:
        if message.name == GO_ON:
            self.action_go_on()
            return
        kind, _, name = message.name.partition(":")
        if kind == "chapter":
            self._toggle(name)
        elif kind == "quiz":
            self.post_message(OpenQuiz(name))
        elif (section := self.study.course.section(name)) is not None:
            self._open_section(section)

    def action_go_on(self) -> None:
        """Do the one next thing."""
        match self._point:
            case ResumeQuiz(scope=scope, practice=practice):
                self.post_message(OpenQuiz(scope, practice=practice))
            case TakeQuiz(scope=scope):
                self.post_message(OpenQuiz(scope))
            case ResumeSection(section=section, block=block):
                self.post_message(OpenSection(section, block))
            case StartSection(section=section):
                self.post_message(OpenSection(section))
            case AllDone():
                self.notify(self.study.say("home.all-done"))

    def _open_section(self, section: Section) -> None:
        if section.written is None:
            title = self.study.said(section.title)
            self.notify(self.study.say("cli.not-written", number=section.number, title=title))
            return
        place = self.study.progress.section(section).place
        self.post_message(OpenSection(section.id, place.block if place else None))

    def _toggle(self, chapter: str) -> None:
        self._open ^= {chapter}
        self._menu.redraw()

    def action_fold(self, shut: bool) -> None:
        """Close or open the chapter in hand."""
        kind, _, name = self._menu.at.partition(":")
        if kind == "section" and (section := self.study.course.section(name)) is not None:
            name = section.chapter
        if kind in ("chapter", "section"):
            (self._open.discard if shut else self._open.add)(name)
            self._menu.at = f"chapter:{name}" if shut else self._menu.at
            self._menu.redraw()


_VERBS: dict[type[ResumePoint], str] = {
    ResumeQuiz: "home.continue",
    ResumeSection: "home.continue",
    TakeQuiz: "home.quiz",
    StartSection: "home.begin",
    AllDone: "home.done",
}


def _indented(line: Line, by: int) -> Line:
    return (Span(" " * by), *line)
