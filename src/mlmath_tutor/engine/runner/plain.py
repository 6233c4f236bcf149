"""What a program wrote, made safe to show: no control characters, no escape sequences."""

from __future__ import annotations

import re

# ECMA-48: control sequences; strings up to BEL or ST (OSC, DCS, SOS, PM, APC); short escapes.
_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b[ -/]*[0-OQ-WYZ\\`-~]"
)
_UNFINISHED = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]PX^_][^\x07\x1b]*\x1b?|[ -/]*)?\Z")
_LONGEST_UNFINISHED = 4096
_CONTROLS = {code: None for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\n\t"}


class Plain:
    """Cleans a stream of text that arrives in pieces; a sequence may be cut anywhere."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, text: str) -> str:
        """Return the next piece without what may not be shown; may hold back its end."""
        text = self._held + text
        self._held = ""
        unfinished = _UNFINISHED.search(text)
        cut = unfinished.start() if unfinished else len(text) - text.endswith("\r")
        if 0 < len(text) - cut <= _LONGEST_UNFINISHED:
            text, self._held = text[:cut], text[cut:]
        return plain(text)

    def finish(self) -> str:
        """Return what was held back."""
        text, self._held = self._held, ""
        return plain(text)


def plain(text: str) -> str:
    """Return a whole text without control characters; `\\n` and `\\t` remain.

    A carriage return goes back to the start of a line on a terminal; here it ends the line.
    """
    text = _SEQUENCE.sub("", text)
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
