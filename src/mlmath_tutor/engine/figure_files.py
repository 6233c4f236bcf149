"""Where a figure is saved: what a typed name means, and names that are still free."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from .reason import Reason
from .whole_files import written_whole

FigureFormat = Literal["png", "svg", "txt"]
FORMATS: tuple[FigureFormat, ...] = ("png", "svg", "txt")


@dataclass(frozen=True, slots=True)
class Target:
    """A file to write, and its format."""

    path: Path
    file_format: FigureFormat


def folder_for_figures(here: Path, data: Path) -> Path:
    """Return the folder a figure goes to unless another one is named.

    Args:
        here: the current folder, which is taken if it can be written to.
        data: the data folder.
    """
    return here if os.access(here, os.W_OK | os.X_OK) else data / "figures"


def free_name(folder: Path, program: str, file_format: FigureFormat, number: int = 1) -> str:
    """Return a file name for a figure of a program that no file in `folder` has yet.

    Args:
        program: the id of the program, such as `bayes.base-rate`.
        number: which of several figures, counted from 1.
    """
    stem = program.replace(".", "-") + (f"-{number}" if number > 1 else "")
    name, again = f"{stem}.{file_format}", 1
    while (folder / name).exists():
        again += 1
        name = f"{stem}.{again}.{file_format}"
    return name


def with_format(name: str, file_format: FigureFormat) -> str:
    """Return a typed name with the ending of another format."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem if dot and ending.lower() in FORMATS else name}.{file_format}"


def format_of(name: str) -> FigureFormat | None:
    """Return the format that the ending of a name says, None if it says none of ours."""
    ending = Path(name.strip()).suffix.removeprefix(".").lower()
    return ending if ending in FORMATS else None


def target(name: str, folder: Path, formats: Sequence[FigureFormat]) -> Target | Reason:
    """Return the file that a typed name means, or why there is none.

    Args:
        name: as typed: a name, or a path; relative ones begin in `folder`.
        formats: those the figure can be saved in.
    """
    if not name.strip():
        return Reason("saving.no-name")
    path = folder / Path(name.strip()).expanduser()
    file_format = format_of(name)
    if file_format not in formats or file_format is None:
        listed = ", ".join(f".{each}" for each in formats)
        return Reason("saving.unknown-format", {"formats": listed})
    if path.is_dir():
        return Reason("saving.is-folder", {"path": path})
    if path.parent != folder and not path.parent.is_dir():
        return Reason("saving.no-folder", {"folder": path.parent})
    return Target(path, file_format)


def write_text(text: str, path: Path) -> None:
    """Write a figure drawn in cells, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path) as unfinished:
        unfinished.write_text(text, encoding="utf-8")
