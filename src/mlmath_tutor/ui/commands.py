"""What the command palette offers: sections, quizzes, home, language, theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.message import Message

from mlmath_tutor.engine.quizzes import offered_quizzes, quiz_plan
from mlmath_tutor.render.prose import inline
from mlmath_tutor.render.runs import plain

from .messages import (
    ChangeHowSure,
    ChangeLanguage,
    ChangeTheme,
    GoHome,
    OpenGallery,
    OpenQuiz,
    OpenSection,
)
from .study import Study
from .widgets.quizzes import quiz_name


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the palette: its words, and what is asked of the app."""

    words: str
    message: Callable[[], Message]


def commands(study: Study) -> Iterator[Command]:
    """Yield all commands, in the language shown."""
    yield Command(study.say("app.go-home"), GoHome)
    for section in study.course.sections:
        if section.written is None:
            continue
        title = f"{section.number} {study.said(section.title)}"
        words = study.say("app.open-section", title=title)
        yield Command(words, partial(OpenSection, section.id))
        if section.questions:
            words = study.say("app.open-quiz", title=title)
            yield Command(words, partial(OpenQuiz, section.id))
            words = study.say("app.practise", title=title)
            yield Command(words, partial(OpenQuiz, section.id, practice=True))
    for plan in offered_quizzes(study.course):
        words = study.say("app.open-drawn-quiz", title=quiz_name(study, plan))
        yield Command(words, partial(OpenQuiz, plan.scope))
    for skill in study.course.skills:
        if (practice := quiz_plan(study.course, skill.id)) and practice.count:
            title = plain(inline(study.said(skill.title), study.typesetter))
            words = study.say("app.practise", title=title)
            yield Command(words, partial(OpenQuiz, skill.id, practice=True))
    yield Command(study.say("app.open-gallery"), OpenGallery)
    asks = study.settings.settings.ask_how_sure
    yield Command(study.say(f"app.how-sure-{'off' if asks else 'on'}"), ChangeHowSure)
    yield Command(study.say("key.language"), ChangeLanguage)
    yield Command(study.say("key.theme"), ChangeTheme)


class CourseCommands(Provider):
    """The palette's provider. Words are ANDed: a Japanese title has no spaces to match across."""

    @property
    def _commands(self) -> Iterator[Command]:
        study = getattr(self.app, "study", None)
        assert isinstance(study, Study)
        return commands(study)

    async def discover(self) -> Hits:
        """Offer everything before anything is typed."""
        for command in self._commands:
            yield DiscoveryHit(command.words, partial(self._send, command))

    async def search(self, query: str) -> Hits:
        """Offer the commands that match every word."""
        words = query.split()
        matchers = [self.matcher(word) for word in words]
        for command in self._commands:
            scores = [matcher.match(command.words) for matcher in matchers]
            if scores and all(score > 0 for score in scores):
                highlighted = matchers[0].highlight(command.words)
                yield Hit(min(scores), highlighted, partial(self._send, command))

    def _send(self, command: Command) -> None:
        self.app.post_message(command.message())
