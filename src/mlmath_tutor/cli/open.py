"""`mlmath` and `mlmath next`: the app."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from mlmath_tutor.cli.context import CommandError, Context
from mlmath_tutor.terminal import Terminal, probe

if TYPE_CHECKING:
    from mlmath_tutor.engine.runner import Runner

NAME = "next"
HELP = "open the app at what is most worth doing now"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """There are none."""


def main(args: argparse.Namespace, context: Context) -> int:
    """Open the app; return its exit code."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise CommandError(context.say("cli.no-terminal"))
    terminal = probe()
    if context.chosen_lang is not None:
        context.settings.change(lang=context.chosen_lang)
    return open_app(context, terminal, go_on=getattr(args, "word", None) == NAME)


def open_app(context: Context, terminal: Terminal, *, go_on: bool) -> int:
    """Put the app together and run it."""
    runner = _warm_runner(context)
    # Imported here: everything before this works without Textual.
    from mlmath_tutor.engine.progress import Progress
    from mlmath_tutor.ui.app import TutorApp
    from mlmath_tutor.ui.study import Study
    from mlmath_tutor.ui.theme import (
        ASCII_SIGNS,
        THEMES,
        UNICODE_SIGNS,
        theme_for_background,
    )

    wide = settings_say_wide(context, terminal)
    if wide:
        from mlmath_tutor.ui.wide_ambiguous import install

        install()
    course, findings = context.opened_course()
    store = context.store()
    settings = context.settings.settings
    study = Study(
        course=course,
        store=store,
        progress=Progress(course, store.events()),
        make_runner=lambda: runner,
        make_typesetter=lambda: context.typesetter(narrow=wide),
        settings=context.settings,
        trust=context.trust_in_course,
        signs=ASCII_SIGNS if context.ascii_signs else UNICODE_SIGNS,
        lang=context.lang,
        findings=findings,
    )
    chosen = settings.theme if settings.theme in THEMES else None
    app = TutorApp(study, theme=chosen or theme_for_background(terminal.dark), go_on=go_on)
    app.run()
    return app.return_code or 0


def settings_say_wide(context: Context, terminal: Terminal) -> bool:
    """Return whether ambiguous characters take two cells: as set, else as the terminal says."""
    chosen = context.settings.settings.ambiguous
    return terminal.ambiguous_width == 2 if chosen == "auto" else chosen == "two"


def _warm_runner(context: Context) -> Runner:
    """Have libraries loaded in a process beside this one while the app itself is loaded.

    For another course than the bundled one that waits until it is loaded, and trusted.
    """
    from mlmath_tutor.content.locating import is_bundled
    from mlmath_tutor.engine.runner import Runner

    runner = Runner()
    if context.trust or is_bundled(context.course_root()):
        runner.warm()
    return runner
