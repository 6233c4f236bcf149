"""The table of contents of a section."""

from __future__ import annotations

from textual import on
from textual.widget import Widget

from mlmath_tutor.content.blocks import Block, Check, Derivation, Example, Explore, Summary
from mlmath_tutor.content.course import Section
from mlmath_tutor.engine.quizzes import QuizPlan, offered_quizzes, quiz_plan
from mlmath_tutor.render.prose import inline

from ..ink import Line, Span, ends, inked
from ..study import Study
from .menu import Entry, Menu
from .popup import PopUp
from .quizzes import quiz_name

QUIZ = "quiz:"  # what the name of a quiz's row begins with


class Contents(PopUp[str]):
    """The blocks with a title, and the quizzes; the one chosen is the result."""

    def __init__(self, study: Study, section: Section, here: str) -> None:
        super().__init__(study)
        self._section = section
        self._here = here

    def inside(self) -> Widget:
        """The titles."""
        titled = [b.id for b in self._section.blocks if self._kind(b) or b.title is not None]
        order = [block.id for block in self._section.blocks]
        before = order[: order.index(self._here) + 1] if self._here in order else []
        nearest = next((name for name in reversed(before) if name in titled), "")
        return Menu(self.study, self._entries, at=nearest)

    def _entries(self, width: int) -> list[Entry]:
        read = self.study.progress.section(self._section).seen
        entries = [
            Entry(block.id, (self._line(block, width, seen=block.id in read),))
            for block in self._section.blocks
            if self._kind(block) or block.title is not None
        ]
        return entries + [self._quiz(plan, width) for plan in self._quizzes]

    @property
    def _quizzes(self) -> list[QuizPlan]:
        """The quiz of the section, and of its chapter once enough is written."""
        own = quiz_plan(self.study.course, self._section.id)
        offered = offered_quizzes(self.study.course)
        of_chapter = [plan for plan in offered if plan.scope == self._section.chapter]
        return ([own] if own and own.count else []) + of_chapter

    def _quiz(self, plan: QuizPlan, width: int) -> Entry:
        signs = self.study.signs
        done = self.study.progress.best_result(plan.scope) is not None
        mark = Span(f"{signs.done if done else signs.todo} ", "good" if done else "line")
        count = Span(self.study.say("home.quiz-questions", count=plan.count), "muted")
        line = ends((mark, Span(quiz_name(self.study, plan))), (count,), width)
        return Entry(f"{QUIZ}{plan.scope}", (line,))

    def _line(self, block: Block, width: int, *, seen: bool) -> Line:
        """Whether it is read, its kind where that says more than its title, its title."""
        signs = self.study.signs
        mark = Span(f"{signs.done if seen else signs.todo} ", "good" if seen else "line")
        kind = f"{self._kind(block)}  " if self._kind(block) else ""
        title = self.study.said(block.title) if block.title is not None else ""
        row = inked(inline(title, self.study.typesetter))
        deep = (Span(self.study.say("block.deep"), "muted"),) if block.path == "deep" else ()
        return ends((mark, Span(kind, "muted"), *row), deep, width)

    def _kind(self, block: Block) -> str:
        match block:
            case Check():
                return self.study.say("block.check")
            case Derivation():
                return self.study.say("block.derivation")
            case Summary():
                return self.study.say("block.summary")
            case Example() | Explore():
                key = "block.example" if isinstance(block, Example) else "block.explore"
                return self.study.say(key, label=(block.label or "").lstrip("EX")).rstrip()
            case _:
                return ""

    @on(Menu.Chosen)
    def _chosen(self, message: Menu.Chosen) -> None:
        self.dismiss(message.name)
