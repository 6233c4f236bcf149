"""What a program's process is started with: command line and environment."""

from __future__ import annotations

import os
import site
from collections.abc import Mapping
from pathlib import Path

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

_CHILD = "mlmath_tutor.engine.runner.child"
_PACKAGE_PARENT = Path(mlmath_tutor.__file__).resolve().parents[1]


def command(python: str, folder: Path, report: int | None, *, warm: bool) -> list[str]:
    """Return the command line that starts a program's process."""
    # -P: the working folder is not searched for modules. -s: neither is the user's own
    # place for packages, unless the app itself lives there.
    flags = ["-P"] if _in_user_site() else ["-P", "-s"]
    guard = "-" if report is None else str(report)
    return [python, *flags, "-m", _CHILD, str(folder), guard, "warm" if warm else "now"]


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
