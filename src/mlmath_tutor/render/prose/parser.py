"""From source to parts: what the Markdown parser found becomes frozen blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from mlmath_tutor.render.prose.dialect import markdown
from mlmath_tutor.render.prose.nodes import (
    Align,
    Block,
    Bullets,
    Display,
    Paragraph,
    Phrase,
    Table,
)
from mlmath_tutor.render.prose.phrase import PhraseBuilder
from mlmath_tutor.render.runs import Style

if TYPE_CHECKING:
    from markdown_it.token import Token

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x9f]")
_KINDS: dict[str, Style] = {"strong_open": "strong", "em_open": "emph"}


@lru_cache(maxsize=4096)
def parse(source: str) -> tuple[Block, ...]:
    """Return the blocks of `source`; control characters (a mistake) become U+FFFD."""
    return tuple(_blocks(markdown().parse(_CONTROLS.sub("\ufffd", source))))


@lru_cache(maxsize=4096)
def parse_phrase(source: str) -> Phrase:
    """Return `source` read as one phrase, in which `- ` and `1. ` begin no list."""
    return _phrase(markdown().parseInline(_CONTROLS.sub("\ufffd", source))[0])


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        inner = tokens[at + 1 : end]
        match tokens[at].type:
            case "paragraph_open":
                yield Paragraph(_phrase(inner[0]))
            case "math_block":
                yield Display(tokens[at].content.strip())
            case "bullet_list_open":
                yield Bullets(tuple(_items(inner)), loose=_loose(inner))
            case "ordered_list_open":
                start = int(tokens[at].attrGet("start") or 1)
                yield Bullets(tuple(_items(inner)), loose=_loose(inner), ordered=True, start=start)
            case "table_open":
                yield _table(inner)
            case unknown:
                raise ValueError(f"a block of kind {unknown} is not enabled")
        at = end + 1


def _end(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the token that closes the one at `at` (itself if it opens nothing)."""
    depth = 0
    for i in range(at, len(tokens)):
        depth += tokens[i].nesting
        if depth == 0:
            return i
    raise ValueError("a block is never closed")


def _items(tokens: Sequence[Token]) -> Iterator[tuple[Block, ...]]:
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        yield tuple(_blocks(tokens[at + 1 : end]))
        at = end + 1


def _loose(tokens: Sequence[Token]) -> bool:
    """Tell whether blank lines part the items of a list; Markdown hides paragraphs if none do."""
    return any(token.type == "paragraph_open" and not token.hidden for token in tokens)


def _table(tokens: Sequence[Token]) -> Table:
    rows: list[list[Phrase]] = []
    align: list[Align] = []
    for at, token in enumerate(tokens):
        if token.type == "tr_open":
            rows.append([])
        elif token.type in ("th_open", "td_open"):
            rows[-1].append(_phrase(tokens[at + 1]))
        if token.type == "th_open":
            align.append(_align(str(token.attrGet("style") or "")))
    head, *body = (tuple(row) for row in rows)
    return Table(head, tuple(body), tuple(align))


def _align(css: str) -> Align:
    if css.endswith("right"):
        return "right"
    return "centre" if css.endswith("center") else "left"


def _phrase(token: Token) -> Phrase:
    phrase = PhraseBuilder()
    for child in token.children or ():
        match child.type:
            case "math_inline":
                phrase.formula(" ".join(child.content.split()))
            case "code_inline":
                phrase.words(child.content, "code")
            case "softbreak" | "hardbreak":
                phrase.newline()
            case "link_open":
                phrase.open_link(str(child.attrGet("href") or ""))
            case "link_close":
                phrase.close_link()
            case "strong_open" | "em_open":
                phrase.styles.append(_KINDS[child.type])
            case "strong_close" | "em_close":
                phrase.styles.pop()
            case _:
                phrase.words(child.content, phrase.styles[-1])
    return phrase.finish()
