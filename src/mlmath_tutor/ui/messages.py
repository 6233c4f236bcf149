"""What screens ask of the app, in the words of the domain."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual.message import Message

from mlmath_tutor.content.parameters import Value


@dataclass
class OpenSection(Message):
    """Show a section, at a block if one is named; `over` what is shown now, to come back to."""

    section: str
    block: str | None = None
    over: bool = False


@dataclass
class OpenQuiz(Message):
    """Show the quiz about something: the open one if there is one, else a new one.

    `scope` is the id of a section, a chapter, a skill; `only` names questions to ask.
    """

    scope: str
    only: tuple[str, ...] = ()
    practice: bool = False


@dataclass
class OpenLab(Message):
    """Open a program in the lab, with the values its knobs were moved to.

    With `scratch` it is run at once, and lines can be tried with its variables.
    """

    program: str
    values: Mapping[str, Value]
    scratch: bool = False


@dataclass
class AskTrust(Message):
    """A program is to run and the course is not trusted yet: ask, then go on.

    Attributes:
        then: does what was wanted, once the learner has agreed.
        otherwise: leaves it.
    """

    then: Callable[[], object]
    otherwise: Callable[[], object] = lambda: None


@dataclass
class GoBack(Message):
    """Show what was shown before."""


@dataclass
class GoHome(Message):
    """Show the home screen."""


@dataclass
class OpenGallery(Message):
    """Show what the typesetter can do."""


@dataclass
class ChangeLanguage(Message):
    """Flip everything to the other language."""


@dataclass
class ChangeHowSure(Message):
    """Ask how sure the learner is before a verdict, or no longer."""


@dataclass
class ChangeTheme(Message):
    """Take the next theme."""
