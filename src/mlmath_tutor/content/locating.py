"""Where the course is: asked for, installed with the package, or beside the source code."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import mlmath_tutor


class CourseNotFoundError(Exception):
    """No course in any of `places`, which are written for people, in the order searched."""

    def __init__(self, places: tuple[str, ...]) -> None:
        super().__init__("no course found: " + "; ".join(places))
        self.places = places


def find_course(
    explicit: Path | None,
    environ: Mapping[str, str],
    package: Path = Path(mlmath_tutor.__file__).parent,
) -> Path:
    """Return the folder that holds lessons/ and quizzes/.

    The first of these wins: `explicit` (`--course`), else MLMATH_COURSE; `_course` inside
    `package`; the checkout that `package` stands in. A folder asked for by name is never
    replaced by another one.

    Raises:
        CourseNotFoundError: the folder asked for is no course, or there is none at all.
    """
    named = explicit or (Path(environ["MLMATH_COURSE"]) if environ.get("MLMATH_COURSE") else None)
    installed = package / "_course"
    checkout = package.parent.parent
    if named is not None:
        if not _is_course(named):
            raise CourseNotFoundError((f"{named} (--course or MLMATH_COURSE)",))
        return named.resolve()
    if _is_course(installed):
        return installed
    if (checkout / "pyproject.toml").is_file() and _is_course(checkout):
        return checkout
    raise CourseNotFoundError(
        (
            "--course or MLMATH_COURSE (not given)",
            f"{installed} (installed with the package)",
            f"{checkout} (a checkout: lessons/ beside pyproject.toml)",
        )
    )


def is_bundled(root: Path, package: Path = Path(mlmath_tutor.__file__).parent) -> bool:
    """Return whether the course in `root` came with the program: installed, or in its checkout."""
    places = [package / "_course"]
    if (package.parent.parent / "pyproject.toml").is_file():
        places.append(package.parent.parent)
    return root.resolve() in [place.resolve() for place in places]


def _is_course(folder: Path) -> bool:
    return (folder / "lessons").is_dir()
