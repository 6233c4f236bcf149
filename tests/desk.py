"""The app on the small course, with a data folder of its own."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from textual.pilot import Pilot

from mlmath_tutor.config import SettingsFile
from mlmath_tutor.content.loading import load
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.runner import Runner
from mlmath_tutor.engine.store import Store
from mlmath_tutor.engine.trust import Trust
from mlmath_tutor.i18n import Lang
from mlmath_tutor.render.maths import Typesetter
from mlmath_tutor.ui.app import TutorApp
from mlmath_tutor.ui.study import Study
from mlmath_tutor.ui.theme import UNICODE_SIGNS

SMALL = Path(__file__).parent / "data" / "small"
EXPLORATIONS = Path(__file__).parent / "data" / "explorations"
NOON = 1_790_000_000.0  # 21 September 2026
TRIES, PAUSE = 200, 0.05  # how long a fact is waited for: at most ten seconds


class SharedRunner(Runner):
    """A runner for one app after the other: its libraries are loaded once for all tests."""

    async def close(self) -> None:
        """End the programs of an app that ends; what is loaded stays."""
        await self._end_all()


@functools.cache
def shared_runner() -> Runner:
    """Return the runner of this process's tests; it ends with the process."""
    return SharedRunner()


def make_study(
    home: Path, *, course: Path = SMALL, lang: Lang = "en", trusted: bool = True
) -> Study:
    """Return a study as `mlmath` puts it together."""
    loaded = load(course)
    course_loaded = loaded.course
    assert course_loaded is not None
    store = Store(home)
    settings = SettingsFile(home / "settings.toml")
    return Study(
        course=course_loaded,
        store=store,
        progress=Progress(course_loaded, store.events()),
        make_runner=shared_runner,
        make_typesetter=lambda: Typesetter(course_loaded.macros),
        settings=settings,
        trust=Trust(course, settings, bundled=trusted),
        signs=UNICODE_SIGNS,
        lang=lang,
        findings=loaded.findings,
        clock=lambda: NOON,
    )


@dataclasses.dataclass
class Desk:
    """The app under test: keys in, what is on the screen out."""

    app: TutorApp
    pilot: Pilot[None]

    @property
    def study(self) -> Study:
        """The study the app works on."""
        return self.app.study

    def screen(self) -> str:
        """Return what is on the screen, as text."""
        rows = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in rows)

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, each when the one before has been dealt with."""
        for key in keys:
            await self.pilot.press(key)
            await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type text."""
        for char in text:
            await self.pilot.press({".": "full_stop", "/": "slash"}.get(char, char))
        await self.pilot.pause()

    async def until(self, fact: Callable[[], bool]) -> None:
        """Wait for a fact; fail with the screen if it does not come about."""
        for _ in range(TRIES):
            await self.pilot.pause(PAUSE)
            if fact():
                return
        raise AssertionError(f"did not come about; the screen:\n{self.screen()}")

    async def sees(self, text: str) -> None:
        """Wait until a text is on the screen."""
        await self.until(lambda: text in self.screen())


class Opener:
    """Opens the app, again and again on one data folder.

    A test may name another `course`, one that is not `trusted`, or a `runner` to take the
    place of the real one.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.course = SMALL
        self.trusted = True
        self.runner: object | None = None

    @asynccontextmanager
    async def __call__(
        self, size: tuple[int, int] = (80, 24), lang: Lang = "en", theme: str = "kokuban"
    ) -> AsyncIterator[Desk]:
        study = make_study(self.home, course=self.course, lang=lang, trusted=self.trusted)
        if self.runner is not None:
            study.make_runner = lambda: self.runner  # type: ignore[assignment,return-value]
        app = TutorApp(study, theme=theme)
        async with app.run_test(size=size, notifications=True) as pilot:
            desk = Desk(app, pilot)
            await pilot.pause()
            yield desk
