"""Trying an answer out from the command line: one run, waited for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from mlmath_tutor.cli.consent import may_run
from mlmath_tutor.cli.context import Context
from mlmath_tutor.engine.evidence import Evidence, Trial


def trying(context: Context) -> Callable[[Trial], Evidence]:
    """Return what tries an answer out, if code of the course may run."""

    def try_out_if_allowed(trial: Trial) -> Evidence:
        return _try_out(trial) if may_run(context) else Evidence(ended="refused")

    return try_out_if_allowed


def _try_out(trial: Trial) -> Evidence:
    """Run a trial and return what it found; Ctrl+C stops it, and nothing else."""
    # Imported here: most answers need no run.
    from mlmath_tutor.engine.runner import Runner
    from mlmath_tutor.engine.trying import try_out

    try:
        return asyncio.run(try_out(Runner(), trial))
    except KeyboardInterrupt:
        return Evidence(ended="cancelled")
