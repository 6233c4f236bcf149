"""Landlock on Linux: a program may write only where it is told to, and use no TCP.

A seat belt rather than a jail: reading, UDP, and descriptors that are already open stay
allowed. It needs no privileges, holds for every process the program starts, and cannot be
taken off again. See landlock(7); numbers are those of linux/landlock.h.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446  # the same on every architecture
_VERSION_ONLY = 1
_RULE_PATH_BENEATH = 1
_PR_SET_NO_NEW_PRIVS = 38

_WRITE_FILE = 1 << 1
# REMOVE_DIR, REMOVE_FILE, MAKE_CHAR, _DIR, _REG, _SOCK, _FIFO, _BLOCK, _SYM
_CHANGE_FOLDER = sum(1 << bit for bit in range(4, 13))
_REFER = 1 << 13
_TRUNCATE = 1 << 14
_IOCTL_DEVICE = 1 << 15
_TCP = 1 << 0 | 1 << 1  # bind, connect
_SCOPE = 1 << 0 | 1 << 1  # abstract Unix sockets, signals to processes outside


def restrict(writable: Iterable[str | Path]) -> int:
    """Restrict this process and its descendants for good.

    Args:
        writable: folders and files that may be written; one that does not exist is left out.

    Returns:
        The version of Landlock in force, 0 if this system has none. Version 3 is the first
        to refuse truncation, 4 TCP, 5 commands to devices, 6 signals to other processes.
    """
    version = known_version()
    if version < 1:
        return 0
    files = _writing(version)
    attributes = struct.pack("=QQQ", files, _TCP if version >= 4 else 0, _SCOPE)
    known = 8 if version < 4 else 16 if version < 6 else 24
    rules = _call(_CREATE_RULESET, attributes[:known], known, 0)
    if rules < 0:
        return 0
    for path in writable:
        with suppress(FileNotFoundError):
            _allow(rules, path, files)
    ctypes.CDLL(None).prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    restricted = _call(_RESTRICT_SELF, rules, 0) == 0
    os.close(rules)
    return version if restricted else 0


def known_version() -> int:
    """Return the version of Landlock that this system knows, 0 if it has none."""
    if sys.platform != "linux":
        return 0
    return max(0, _call(_CREATE_RULESET, None, 0, _VERSION_ONLY))


def _writing(version: int) -> int:
    """Return the rights that are taken away: all that `version` knows but to read and execute."""
    rights = _WRITE_FILE | _CHANGE_FOLDER
    for since, right in ((2, _REFER), (3, _TRUNCATE), (5, _IOCTL_DEVICE)):
        if version >= since:
            rights |= right
    return rights


def _allow(rules: int, path: str | Path, rights: int) -> None:
    if not Path(path).is_dir():
        rights &= _WRITE_FILE | _TRUNCATE
    place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    _call(_ADD_RULE, rules, _RULE_PATH_BENEATH, struct.pack("=Qi", rights, place), 0)
    os.close(place)


def _call(number: int, *arguments: int | bytes | None) -> int:
    syscall = ctypes.CDLL(None).syscall
    syscall.restype = ctypes.c_long
    words = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    result: int = syscall(ctypes.c_long(number), *words)
    return result
