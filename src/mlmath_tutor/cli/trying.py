"""Trying an answer out from the command line: one run, waited for."""

from __future__ import annotations

import asyncio

from mlmath_tutor.engine.evidence import Evidence, Trial


def try_out(trial: Trial) -> Evidence:
    """Run a trial and return what it found; Ctrl+C stops it, and nothing else."""
    # Imported here: most answers need no run.
    from mlmath_tutor.engine.runner import Runner
    from mlmath_tutor.engine.trying import try_out

    try:
        return asyncio.run(try_out(Runner(), trial))
    except KeyboardInterrupt:
        return Evidence(ended="cancelled")
