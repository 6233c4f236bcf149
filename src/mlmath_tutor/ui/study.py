"""What the screens are handed: the course, the learner, the runner. No globals, no `self.app`."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from textual.constants import TEXTUAL_ANIMATIONS

from mlmath_tutor.config import SettingsFile
from mlmath_tutor.content.course import Course
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.text import Phrase, said
from mlmath_tutor.engine.events import AnyPayload
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.store import Store
from mlmath_tutor.engine.trust import NotTrustedError, Trust
from mlmath_tutor.i18n import Lang, say

from .theme import Signs

if TYPE_CHECKING:
    from mlmath_tutor.engine.kept_runs import KeptRuns
    from mlmath_tutor.engine.runner import Runner
    from mlmath_tutor.render.maths import Typesetter


@dataclass
class Study:
    """One learner at one course.

    Attributes:
        make_runner: makes the runner when it is first needed.
        make_typesetter: the same for the typesetter.
        lang: the language shown; widgets ask for it each time they are laid out.
        findings: what could not be read of the course.
        clock: seconds since 1970.
    """

    course: Course
    store: Store
    progress: Progress
    make_runner: Callable[[], Runner]
    make_typesetter: Callable[[], Typesetter]
    settings: SettingsFile
    trust: Trust
    signs: Signs
    lang: Lang
    findings: tuple[Finding, ...] = ()
    clock: Callable[[], float] = field(default=time.time)

    @property
    def still(self) -> bool:
        """Whether nothing may move by itself: the learner's setting, or the terminal's."""
        return self.settings.settings.reduced_motion or TEXTUAL_ANIMATIONS == "none"

    @cached_property
    def runner(self) -> Runner:
        """What runs programs.

        Raises:
            NotTrustedError: the course's programs may not run. Ask first (`messages.AskTrust`).
        """
        if not self.trust.given:
            raise NotTrustedError
        return self.make_runner()

    @cached_property
    def typesetter(self) -> Typesetter:
        """What sets formulas."""
        return self.make_typesetter()

    @cached_property
    def kept_runs(self) -> KeptRuns:
        """The last good run of each program."""
        from mlmath_tutor.engine.kept_runs import KeptRuns

        return KeptRuns(self.settings.path.parent / "runs")

    def record(self, payload: AnyPayload) -> None:
        """Store an event, then take it into account: nothing is shown that is not kept."""
        self.progress.apply(self.store.append(payload))

    def say(self, key: str, **values: object) -> str:
        """Return message `key` in the language shown."""
        return say(self.lang, key, **values)

    def said(self, phrase: Phrase) -> str:
        """Return a phrase of the course in the language shown."""
        return said(phrase, self.lang)
