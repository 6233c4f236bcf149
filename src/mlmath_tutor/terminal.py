"""Facts asked of the terminal before the app starts: size, colours, background, ambiguous width."""

from __future__ import annotations

import os
import re
import select
import shutil
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass

DARK = 0.18  # relative luminance of a mid grey: below it a background is dark
TIMEOUT = 0.15  # seconds; a terminal that answers does so within a few milliseconds

_BACKGROUND = re.compile(rb"\x1b\]11;rgb:([0-9a-fA-F]+)/([0-9a-fA-F]+)/([0-9a-fA-F]+)")
_COLUMN = re.compile(rb"\x1b\[\d+;(\d+)R")
# Background colour (OSC 11); then ① at the left edge and where the cursor is after it; then
# the same for a letter with a combining mark. The cursor's place is asked last: every
# terminal answers it, so it ends the wait.
_QUESTION = "\x1b]11;?\x1b\\\r①\x1b[6n\rx\u0304\x1b[6n"
_PLACES = 2  # times the cursor's place is asked for
_WIPE = b"\r\x1b[K"


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is known of the terminal; None where it did not answer.

    Attributes:
        columns: cells in a row.
        rows: rows.
        interactive: whether both ends are a terminal.
        colours: `truecolor`, `256`, `16` or `none`.
        dark: whether the background is dark.
        ambiguous_width: cells of a character of East Asian ambiguous width, 1 or 2.
        combining: whether a combining mark is put on the letter before it.
        encoding: the encoding of standard output.
    """

    columns: int
    rows: int
    interactive: bool
    colours: str
    dark: bool | None
    ambiguous_width: int | None
    combining: bool | None
    encoding: str

    @property
    def plain_signs(self) -> bool:
        """Whether only ASCII signs are safe: two-cell signs would shift every row."""
        return self.ambiguous_width == 2


def colours(environ: Mapping[str, str]) -> str:
    """Return how many colours the terminal says it has."""
    if environ.get("NO_COLOR"):
        return "none"
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    name = environ.get("TERM", "")
    return "256" if "256" in name else "none" if name in ("", "dumb") else "16"


def is_dark(reply: bytes) -> bool | None:
    """Return whether the background in a terminal's reply is dark, None if it names none.

    Relative luminance as in WCAG 2.2, each channel scaled to its own number of digits.
    """
    found = _BACKGROUND.search(reply)
    if not found:
        return None
    red, green, blue = (int(part, 16) / (16.0 ** len(part) - 1) for part in found.groups())
    luminance: float = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return luminance < DARK


def _ask(question: str, timeout: float) -> bytes:
    """Write a question to the terminal and return what it answers within `timeout` seconds."""
    try:
        import termios
        import tty
    except ImportError:  # Windows: nothing is asked, the defaults are right there
        return b""
    source, sink = sys.stdin.fileno(), sys.stdout.fileno()
    try:
        before = termios.tcgetattr(source)
    except termios.error:
        return b""
    reply = b""
    try:
        tty.setcbreak(source)
        os.write(sink, question.encode())
        end = time.monotonic() + timeout
        while len(_COLUMN.findall(reply)) < _PLACES and (left := end - time.monotonic()) > 0:
            if select.select([source], [], [], left)[0]:
                reply += os.read(source, 256)
    finally:
        os.write(sink, _WIPE)
        termios.tcsetattr(source, termios.TCSADRAIN, before)
    return reply


def probe(environ: Mapping[str, str] = os.environ) -> Terminal:
    """Ask the terminal. Nothing is written where standard input or output is not one."""
    size = shutil.get_terminal_size()
    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    reply = _ask(_QUESTION, TIMEOUT) if interactive and environ.get("TERM") != "dumb" else b""
    widths = [int(column) - 1 for column in _COLUMN.findall(reply)]
    return Terminal(
        columns=size.columns,
        rows=size.lines,
        interactive=interactive,
        colours=colours(environ),
        dark=is_dark(reply),
        ambiguous_width=widths[0] if widths else None,
        combining=widths[1] == 1 if len(widths) == _PLACES else None,
        encoding=sys.stdout.encoding or "",
    )
