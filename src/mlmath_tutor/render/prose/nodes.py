"""The parts of a text: what a source says, before it is laid out for a width."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

from mlmath_tutor.render.runs import Style

Align: TypeAlias = Literal["left", "centre", "right"]


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of words in one style; white space is single spaces (U+3000 is kept)."""

    text: str
    style: Style = "text"


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula inside a sentence, as LaTeX."""

    latex: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to `target`, such as `term:prior` or `section:normal`."""

    target: str
    children: tuple[Words | Formula, ...]


Inline: TypeAlias = Words | Formula | Link
Phrase: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, broken for the width."""

    children: Phrase


@dataclass(frozen=True, slots=True)
class Display:
    """A formula on rows of its own, as LaTeX."""

    latex: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; each item is a text of its own.

    `start` numbers the first item of an ordered list; a loose one has blank rows between items.
    """

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False
    start: int = 1
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: as many cells in every row as `head` and `align` have."""

    head: tuple[Phrase, ...]
    rows: tuple[tuple[Phrase, ...], ...]
    align: tuple[Align, ...]


Block: TypeAlias = Paragraph | Display | Bullets | Table


def parts(blocks: Iterable[Block]) -> Iterator[Inline | Display]:
    """Yield the links, words, formulas and displays of `blocks` in reading order, links first."""
    for block in blocks:
        match block:
            case Paragraph(children):
                yield from _inside(children)
            case Display():
                yield block
            case Bullets(items):
                for item in items:
                    yield from parts(item)
            case Table(head, rows):
                for row in (head, *rows):
                    for cell in row:
                        yield from _inside(cell)
            case _:
                assert_never(block)


def _inside(phrase: Phrase) -> Iterator[Inline]:
    for part in phrase:
        yield part
        if isinstance(part, Link):
            yield from part.children
