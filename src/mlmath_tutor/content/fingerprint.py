"""A course's content as one number: any change to any of its files gives another one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from .layout import FOLDERS


def fingerprint(root: Path) -> str:
    """Return the SHA-256, in hexadecimal, of all files of the course in `root`.

    Every file counts, whatever its name: a lesson may name any of them as its program. The
    place of the course does not, so that a copy has the same fingerprint.
    """
    total = hashlib.sha256()
    for top in FOLDERS:
        for path in sorted(p for p in (root / top).rglob("*") if p.is_file()):
            name = path.relative_to(root).as_posix().encode("utf-8", "surrogateescape")
            total.update(hashlib.sha256(name).digest())
            total.update(_digest(path))
    return total.hexdigest()


def _digest(path: Path) -> bytes:
    try:
        return hashlib.sha256(path.read_bytes()).digest()
    except OSError:
        # What cannot be read is not loaded either; once it can be, the course is another one.
        return b"unreadable"
