"""The source of a block's program, from its file or from the block itself."""

from __future__ import annotations

from pathlib import Path

from .blocks import Example, Explore
from .source_map import Keys
from .text import INVISIBLE


class ProgramError(Exception):
    """A program cannot be taken into the course; `key` is the block's key to look at."""

    def __init__(self, key: str, message: str, code: str) -> None:
        super().__init__(message)
        self.key: Keys = (key,)
        self.code = code


def read_program(block: Example | Explore, folder: Path) -> str:
    """Return the program of `block`, whose chapter's files stand in `folder`.

    Raises:
        ProgramError: there is none, or more than one, or its file cannot be read.
    """
    if block.file is None:
        if block.code is None:
            raise ProgramError(
                "id", f"`{block.id}` has no program: give `file` or `code`", "no-program"
            )
        return block.code
    if block.code is not None:
        raise ProgramError("code", f"`{block.id}` has `file` and `code`: keep one", "two-programs")
    path = program_file(block.file, folder)
    try:
        source = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ProgramError(
            "file",
            f"there is no {folder.name}/{block.file}: write it, or correct `file`",
            "no-file",
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ProgramError("file", f"{block.file} cannot be read: {error}", "unreadable") from error
    if found := INVISIBLE.search(source):
        line = source.count("\n", 0, found.start()) + 1
        raise ProgramError(
            "file",
            f"line {line} of {block.file} contains the invisible character"
            f" U+{ord(found[0]):04X}: delete it (indent with spaces)",
            "control-character",
        )
    return source


def program_file(file: str, folder: Path) -> Path:
    """Return the path of `file:` of a block.

    Raises:
        ProgramError: it is not a Python file inside the chapter's folder.
    """
    path = folder / file
    if path.suffix != ".py" or not path.resolve().is_relative_to(folder.resolve()):
        raise ProgramError(
            "file", f"`{file}` is not a .py file in {folder.name}/: put it in examples/", "file"
        )
    return path
