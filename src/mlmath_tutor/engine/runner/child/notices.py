"""Warnings, and exceptions that nobody can catch, told without paths of this machine."""

from __future__ import annotations

import sys
import threading
import warnings
from collections.abc import Callable
from pathlib import Path

from mlmath_tutor.engine.runner.paths import without_paths


def install(name: str, folder: Path, tell: Callable[[str], object]) -> None:
    """Have them told to `tell` in this way; `name` is the program's file."""
    usual = warnings.formatwarning

    def format_warning(
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        line: str | None = None,
    ) -> str:
        return without_paths(usual(message, category, filename, lineno, line), folder)

    def tell_exception(args: threading.ExceptHookArgs) -> None:
        from mlmath_tutor.engine.runner.child.failures import rendered

        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            thread = args.thread.name if args.thread else "?"
            tell(f"Exception in thread {thread}:\n{rendered(args.exc_value, {name})}")

    def tell_unraisable(args: sys.UnraisableHookArgs) -> None:
        from mlmath_tutor.engine.runner.child.failures import rendered

        if args.exc_value is not None:
            tell(f"{args.err_msg or 'Exception ignored'}:\n{rendered(args.exc_value, {name})}")

    sys.unraisablehook = tell_unraisable
    warnings.formatwarning = format_warning
    threading.excepthook = tell_exception
