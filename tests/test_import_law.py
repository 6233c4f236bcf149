"""What is loaded when: the import law as it is at run time, not only as it is written."""

from __future__ import annotations

import subprocess
import sys

import pytest

SCREEN = ("textual", "rich", "plotext")
HEAVY = ("torch", "scipy", "sklearn", "matplotlib", "sympy")
ROOMS = (
    "mlmath_tutor.figspec",
    "mlmath_tutor.i18n.catalogue",
    "mlmath_tutor.terminal",
    "mlmath_tutor.config",
    "mlmath_tutor.content.loading",
    "mlmath_tutor.engine.session",
    "mlmath_tutor.engine.store",
    "mlmath_tutor.engine.runner",
    "mlmath_tutor.render.maths",
    "mlmath_tutor.render.prose",
    "mlmath_tutor.render.figures",
    "mlmath_tutor.check",
    "mlmath_tutor.cli.main",
    "mlmath_tutor.cli.open",
    "mlmath_tutor.cli.quiz",
    "mlmath_tutor.cli.read",
    "mlmath_tutor.cli.run",
)


def loaded_by(statement: str) -> set[str]:
    """Return the top-level packages in `sys.modules` after `statement` in a new process."""
    code = f"{statement}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


@pytest.mark.parametrize("room", ROOMS)
def test_only_ui_loads_what_draws_screens(room: str) -> None:
    assert not loaded_by(f"import {room}") & {*SCREEN, *HEAVY}


def test_the_app_loads_no_library_of_the_course() -> None:
    loaded = loaded_by(
        "import mlmath_tutor.ui.app, mlmath_tutor.ui.screens.lesson, mlmath_tutor.ui.screens.quiz"
    )
    assert "textual" in loaded
    assert not loaded & {*HEAVY, "numpy", "plotext"}


def test_the_learners_process_loads_no_database_and_no_yaml() -> None:
    loaded = loaded_by("import mlmath_tutor.engine.runner.child")
    assert not loaded & {*SCREEN, *HEAVY, "sqlite3", "yaml", "msgspec", "numpy"}
