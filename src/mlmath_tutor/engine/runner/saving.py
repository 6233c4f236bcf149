"""Writing a figure to a file, as a program's process has sent it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..whole_files import written_whole
from . import messages
from .events import Failure, Limit
from .requests import FileFormat

_BEGINNINGS: dict[FileFormat, tuple[bytes, ...]] = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "svg": (b"<?xml", b"<svg"),
}


@dataclass(frozen=True, slots=True)
class Saved:
    """A figure that was saved; `note` is a key of `i18n` if something is to be said of it."""

    path: Path
    note: str | None


class FigureNotSavedError(Exception):
    """The figure did not come; `ending` tells why the program ended, if not well."""

    def __init__(self, ending: Failure | Limit | None) -> None:
        super().__init__("the program did not show the figure")
        self.ending = ending


def write(figure: messages.Saved, path: Path, file_format: FileFormat) -> Saved:
    """Write a figure to `path`, whole or not at all.

    Raises:
        FigureNotSavedError: what the process sent is no such file.
        OSError: it cannot be written.
    """
    if not figure.data.startswith(_BEGINNINGS[file_format]):
        raise FigureNotSavedError(None)
    with written_whole(path) as unfinished:
        unfinished.write_bytes(figure.data)
    return Saved(path, "runs.saved.glyphs" if figure.glyphs_missing else None)
