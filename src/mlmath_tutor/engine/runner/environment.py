"""What a process of the runner is started with: command line and environment."""

from __future__ import annotations

import os
import site
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal

import mlmath_tutor

_KEPT = frozenset(
    {
        *("PATH", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "VIRTUAL_ENV"),
        *("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
        *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT"),
    }
)

_ONE_THREAD = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "NUMEXPR_NUM_THREADS",
)

How = Literal["now", "warm", "keep"]

PROBE_SECONDS = 8.0
"""How long the keeper waits for a forked process to use a library."""

_CHILD = "mlmath_tutor.engine.runner.child"
_PACKAGE_PARENT = Path(mlmath_tutor.__file__).resolve().parents[1]


def command(
    python: str, folder: Path, report: int | None, how: How, libraries: Sequence[str] = ()
) -> list[str]:
    """Return the command line that starts a process of `child`.

    Args:
        python: the interpreter.
        folder: the one the process may write to.
        report: the descriptor of the guard's report; None where there is no guard.
        how: `now` if the job is there at once, `warm` to load libraries before it comes,
            `keep` to fork a process for each job.
        libraries: which are needed first, by their dotted names.
    """
    # -P: the working folder is not searched for modules. -s: neither is the user's own
    # place for packages, unless the app itself lives there.
    flags = ["-P"] if _in_user_site() else ["-P", "-s"]
    guard = "-" if report is None else str(report)
    arguments = [str(folder), guard, how, ",".join(libraries), str(PROBE_SECONDS)]
    return [python, *flags, "-m", _CHILD, *arguments]


def environment(folder: Path, cache: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a program.

    Only what is known to be needed is passed on: secrets in the environment never
    reach a program.

    Args:
        folder: the run's folder, its home.
        cache: where Matplotlib keeps its list of fonts from run to run.
        environ: the app's own environment.
    """
    passed = {name: value for name, value in environ.items() if name.upper() in _KEPT}
    # One thread: for programs of this size it is faster, and results do not depend on it.
    passed |= dict.fromkeys(_ONE_THREAD, "1")
    passed |= {
        "COLUMNS": "80",
        "CUDA_VISIBLE_DEVICES": "",
        "HOME": str(folder),
        "LINES": "24",
        "MPLBACKEND": f"module://{_CHILD}.backend",
        "MPLCONFIGDIR": str(cache),
        "NO_COLOR": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "TEMP": str(folder),
        "TERM": "dumb",
        "TMP": str(folder),
        "TMPDIR": str(folder),
        "USERPROFILE": str(folder),
    }
    if not _installed():
        passed["PYTHONPATH"] = str(_PACKAGE_PARENT)
    return passed


def _installed() -> bool:
    return _PACKAGE_PARENT.name in ("site-packages", "dist-packages")


def _in_user_site() -> bool:
    return os.fspath(_PACKAGE_PARENT) == site.getusersitepackages()
