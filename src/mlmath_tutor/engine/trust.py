"""Whether the programs of a course may run: the bundled one's may, others' once agreed to.

A course can be read without it. The answer is kept in the settings by the course's content,
so that a course which has changed is asked about anew, and a copy of it is not.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from mlmath_tutor.config import SettingsFile
from mlmath_tutor.content.fingerprint import fingerprint

from .reason import Reason

_GIGABYTE = 1 << 30


def limits() -> Reason:
    """Return what a program may use and cannot do on this system, to be said before it runs."""
    # Imported here: nobody asks as long as the course is the bundled one.
    from mlmath_tutor.engine.runner import Limits
    from mlmath_tutor.engine.runner.confinement import confinement

    most = Limits()
    amounts = {"seconds": f"{most.seconds:g}", "gigabytes": f"{most.memory / _GIGABYTE:g}"}
    return Reason(f"trust.limits.{confinement()}", amounts)


class NotTrustedError(RuntimeError):
    """A program of a course was about to run, and nobody has agreed to it."""


class Trust:
    """The learner's word on one course.

    Args:
        root: the folder of the course.
        settings: where the answer is kept.
        bundled: whether it is the course that came with the program.
        this_call: whether `--trust` was given: the answer for now, which is not kept.
    """

    def __init__(
        self, root: Path, settings: SettingsFile, *, bundled: bool, this_call: bool = False
    ) -> None:
        self.folder = root
        self._settings = settings
        self._without_asking = bundled or this_call
        if not self._without_asking:
            # Now, with the course just loaded: what is agreed to is what was loaded.
            _ = self._content

    @cached_property
    def _content(self) -> str:
        return fingerprint(self.folder)

    @property
    def given(self) -> bool:
        """Whether the course's programs may run."""
        return self._without_asking or self._content in self._settings.settings.trusted

    @property
    def changed(self) -> bool:
        """Whether this folder was trusted with another content than it has now."""
        return not self.given and str(self.folder) in self._settings.settings.trusted.values()

    def give(self) -> None:
        """Keep it that the course, as it is now, may run its programs."""
        trusted = self._settings.settings.trusted
        self._settings.change(trusted={**trusted, self._content: str(self.folder)})
