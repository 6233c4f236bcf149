"""What the process of a program may say, read at the door as if it were hostile.

The learner's program lives in the same process and can write anything to the channel:
whatever passes here has the right types, and texts that are safe to show.
"""

from __future__ import annotations

from string import Formatter
from typing import Literal

import msgspec

from mlmath_tutor.i18n.runs import WORDS

from .events import Failure, Probe, Variable
from .plain import plain

_MOST_RESULTS = 100


class Message(msgspec.Struct, frozen=True, tag_field="kind", kw_only=True):
    """What every message has: a kind."""


class Started(Message, tag="started", frozen=True, kw_only=True):
    """The program begins; `peak` is the process's largest resident size so far, in bytes."""

    peak: int


class TextMessage(Message, tag="text", frozen=True, kw_only=True):
    """The program wrote."""

    stream: Literal["out", "err"]
    text: str


class FigureMessage(Message, tag="figure", frozen=True, kw_only=True):
    """The program showed a figure; `spec` is still to be decoded by `figspec`."""

    number: int
    spec: msgspec.Raw


class FailureMessage(Message, tag="failure", frozen=True, kw_only=True):
    """The program raised; the fields are those of `Failure`."""

    error: str
    message: str
    line: int | None
    traceback: str
    hint: str | None
    hint_values: dict[str, str]
    missing: str | None
    values: tuple[Variable, ...]

    def event(self, lines: int) -> Failure:
        """Return the event; `lines` is how many the program has."""
        explained = self.hint is not None and _can_be_said(self.hint, self.hint_values)
        return Failure(
            error=plain(self.error),
            message=plain(self.message),
            line=line_within(self.line, lines),
            traceback=plain(self.traceback),
            hint=self.hint if explained else None,
            hint_values={name: plain(value) for name, value in self.hint_values.items()},
            missing=plain(self.missing) if self.missing else None,
            values=shown_variables(self.values),
        )


class LimitMessage(Message, tag="limit", frozen=True, kw_only=True):
    """The process itself stopped the program at a limit."""

    limit: Literal["memory", "output", "figures"]
    line: int | None


class Saved(Message, tag="saved", frozen=True, kw_only=True):
    """A figure as the bytes of a file; `glyphs_missing` if no font had some of its characters."""

    data: bytes
    glyphs_missing: bool


class Done(Message, tag="done", frozen=True, kw_only=True):
    """The last message: seconds, bytes, what the program left.

    `interrupted_at` is the line at which the request to stop found the program.
    """

    wall: float
    cpu: float
    peak: int
    variables: tuple[Variable, ...]
    probes: tuple[Probe, ...]
    dropped: int
    interrupted_at: int | None


AnyMessage = Started | TextMessage | FigureMessage | FailureMessage | LimitMessage | Saved | Done

_DECODER = msgspec.json.Decoder(AnyMessage)


def read(payload: bytes) -> AnyMessage:
    """Return the message that a frame holds.

    Raises:
        msgspec.DecodeError: it is none.
    """
    message: AnyMessage = _DECODER.decode(payload)
    return message


def line_within(line: int | None, lines: int) -> int | None:
    """Return a line of a program of `lines` lines; the end of the file counts as its last one."""
    if line is None or line < 1:
        return None
    return min(line, max(lines, 1))


def shown_variables(variables: tuple[Variable, ...]) -> tuple[Variable, ...]:
    """Return variables with texts that are safe to show."""
    return tuple(
        Variable(plain(each.name), plain(each.type), plain(each.shape), plain(each.span))
        for each in variables[:_MOST_RESULTS]
    )


def shown_probes(probes: tuple[Probe, ...]) -> tuple[Probe, ...]:
    """Return probes with texts that are safe to show."""
    return tuple(Probe(each.ok, plain(each.text)) for each in probes)


def _can_be_said(key: str, values: dict[str, str]) -> bool:
    words = WORDS.get(key)
    if words is None:
        return False
    return all(
        name in values
        for sentence in words
        for _, name, _, _ in Formatter().parse(sentence)
        if name is not None
    )
