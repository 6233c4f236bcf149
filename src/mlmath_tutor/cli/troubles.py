"""Troubles with the learner's data, told on standard error while the command goes on."""

from __future__ import annotations

import sys

from mlmath_tutor.cli.context import Context
from mlmath_tutor.engine.store import Store


def tell_troubles(context: Context, store: Store) -> None:
    """Tell what happened to the progress file, and why events are not being saved, if so."""
    sys.stdout.flush()
    for reason in (*store.troubles, *((store.trouble,) if store.trouble else ())):
        print(f"mlmath: {context.say(reason.key, **reason.values)}", file=sys.stderr)
