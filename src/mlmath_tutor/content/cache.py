"""The course as loaded last, kept in the data folder: reading YAML anew costs a visible start.

A cache is used only if every file of the course has the size and time it had then, and
only a course without findings is kept. It can be deleted at any moment.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

from mlmath_tutor import __version__

from .course import Course
from .layout import FOLDERS

FileState = tuple[str, int, int]


class _Kept(msgspec.Struct, frozen=True):
    """What a cache holds: for which program and files it was made, and the course."""

    version: str
    files: list[FileState]
    course: Course


def _states(root: Path) -> Iterator[FileState]:
    """Yield path, time in nanoseconds and size of every file of the course."""
    for top in FOLDERS:
        for folder, subfolders, names in os.walk(root / top):
            subfolders.sort()
            for name in sorted(names):
                path = Path(folder, name)
                found = path.stat()
                yield str(path), found.st_mtime_ns, found.st_size


def _encode_path(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    raise NotImplementedError(f"a course holds no {type(value).__name__}")


def _decode_path(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError(f"a course holds no {kind.__name__}")


def read(root: Path, file: Path) -> Course | None:
    """Return the course in `root` from the cache `file`, or None if it must be loaded anew."""
    try:
        kept = msgspec.msgpack.decode(file.read_bytes(), type=_Kept, dec_hook=_decode_path)
        if kept.version == __version__ and kept.files == list(_states(root)):
            return kept.course
    except (OSError, msgspec.DecodeError):
        # No cache, a damaged one or one of another version: loading anew is always right.
        return None
    return None


def write(course: Course, file: Path) -> None:
    """Keep a course; where that is not possible, the next start is slower and nothing is lost."""
    kept = _Kept(__version__, list(_states(course.root)), course)
    scratch = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_bytes(msgspec.msgpack.encode(kept, enc_hook=_encode_path))
        scratch.replace(file)
    except OSError:
        return
