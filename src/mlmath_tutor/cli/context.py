"""What every command is handed: language, data folder, course, progress. Opened when asked for."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mlmath_tutor.config import SettingsFile, home_folder, locale_language
from mlmath_tutor.i18n import Lang, say

if TYPE_CHECKING:
    from mlmath_tutor.content.course import Course
    from mlmath_tutor.content.findings import Finding
    from mlmath_tutor.content.loading import Loaded
    from mlmath_tutor.engine.store import Store
    from mlmath_tutor.engine.trust import Trust
    from mlmath_tutor.render.maths import Typesetter


class CommandError(Exception):
    """A command cannot go on: one sentence for the learner, and the exit code."""

    def __init__(self, message: str, code: int = 2) -> None:
        super().__init__(message)
        self.message = message
        self.code = code


class Context:
    """The world a command works in.

    Args:
        course: the folder given by `--course`, or None to look for one.
        home: the data folder given by `--home`, or None.
        lang: the language given by `--lang`, or None.
        trust: whether this call may run the code of a course that is not the bundled one.
        environ: the environment variables.
    """

    def __init__(
        self,
        *,
        course: Path | None = None,
        home: Path | None = None,
        lang: Lang | None = None,
        trust: bool = False,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self.course_folder = course
        self.home = home_folder(home, environ)
        self.trust = trust
        self.environ = environ
        self.chosen_lang = lang
        self._opened: Course | None = None

    @cached_property
    def settings(self) -> SettingsFile:
        """settings.toml of the data folder."""
        return SettingsFile(self.home / "settings.toml")

    @cached_property
    def lang(self) -> Lang:
        """The language of this call: `--lang`, else the one chosen before, else the locale's."""
        return self.chosen_lang or self.settings.settings.lang or locale_language(self.environ)

    @property
    def ascii_signs(self) -> bool:
        """Whether signs are of ASCII: as set, or on a console, whose font has no braille."""
        return self.settings.settings.glyphs == "ascii" or self.environ.get("TERM") == "linux"

    def say(self, key: str, **values: object) -> str:
        """Return message `key` in the language of this call."""
        return say(self.lang, key, **values)

    @cached_property
    def _root(self) -> Path:
        from mlmath_tutor.content.locating import CourseNotFoundError, find_course

        try:
            return find_course(self.course_folder, self.environ)
        except CourseNotFoundError as error:
            places = "\n".join(f"  {place}" for place in error.places)
            raise CommandError(self.say("cli.no-course", places=places)) from error

    def course_root(self) -> Path:
        """Return the folder that holds `lessons/` and `quizzes/`.

        Raises:
            CommandError: there is none.
        """
        return self._root

    @cached_property
    def loaded(self) -> Loaded:
        """The course as loaded, with what is wrong with it."""
        from mlmath_tutor.content.loading import load

        return load(self.course_root())

    def course(self) -> Course:
        """Return the course.

        Raises:
            CommandError: there is none, or its course.yaml cannot be read.
        """
        if self._opened is not None:
            return self._opened
        loaded = self.loaded
        if loaded.course is None:
            faults = "\n".join(finding.said(self.course_root()) for finding in loaded.findings[:5])
            raise CommandError(self.say("cli.broken-course", findings=faults), code=1)
        return loaded.course

    def opened_course(self) -> tuple[Course, tuple[Finding, ...]]:
        """Return the course for the app, with what is wrong with it: from the cache if it can be.

        Raises:
            CommandError: as `course`.
        """
        from mlmath_tutor.content import cache

        file = self.home / "cache" / "course.msgpack"
        if (cached := cache.read(self.course_root(), file)) is not None:
            self._opened = cached
            return cached, ()
        course, findings = self.course(), self.loaded.findings
        if not findings:
            cache.write(course, file)
        return course, findings

    @cached_property
    def trust_in_course(self) -> Trust:
        """Whether the course's programs may run."""
        from mlmath_tutor.content.locating import is_bundled
        from mlmath_tutor.engine.trust import Trust

        root = self.course_root()
        return Trust(root, self.settings, bundled=is_bundled(root), this_call=self.trust)

    @cached_property
    def _store(self) -> Store:
        from mlmath_tutor.engine.store import Store

        return Store(self.home)

    def store(self) -> Store:
        """Return the learner's progress, opened once."""
        return self._store

    def typesetter(self, *, narrow: bool = False) -> Typesetter:
        """Return a typesetter with the course's macros and the glyphs chosen in the settings.

        Left to itself it takes the narrow set where ambiguous characters are wide.
        """
        from mlmath_tutor.render.maths import Typesetter

        chosen = self.settings.settings.glyphs
        glyphs = ("narrow" if narrow else "unicode") if chosen == "auto" else chosen
        return Typesetter(self.course().macros, glyphs)
