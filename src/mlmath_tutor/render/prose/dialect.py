"""The Markdown of this course: mathematics, Japanese, and only what a page in cells can show.

Paragraphs, lists, tables, emphasis, code and links are as in CommonMark and GitHub's tables;
`$…$` is a formula in a sentence, `$$` alone on its line opens and closes one on rows of its own.
Headings, HTML, images, fences and bare addresses are not markup here: they stay words.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

# Imported when a text is first parsed: a start of the program that shows none need not wait.
if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline


@cache
def markdown() -> MarkdownIt:
    """Return the parser, built at the first call."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("zero").enable(
        ["list", "table", "newline", "escape", "backticks", "emphasis", "link", "image"]
    )
    # Not allow_digits=False: the plugin then looks for the digit before a formula that begins
    # the text at the text's end.
    parser.use(dollarmath_plugin, allow_labels=False, allow_space=False)
    parser.block.ruler.at("math_block", _display, {"alt": ["paragraph", "list"]})
    parser.inline.ruler.at("emphasis", _emphasis)
    parser.inline.ruler.at("image", _no_image)
    return parser


def _display(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read a display formula, which may follow a paragraph without a blank line.

    The plugin's own rule does not end a paragraph. A fence that is never closed stays words.
    """
    opening = _stripped(state, start)
    if not opening.startswith("$$"):
        return False
    if opening != "$$":  # all on one line?
        content, close = opening[2:-2], start
        if not opening.endswith("$$") or not content.strip() or "$$" in content:
            return False
    else:
        indent = min(state.blkIndent, state.sCount[start])
        close = start + 1
        while close < end and _stripped(state, close) != "$$":
            if state.sCount[close] < indent and not state.isEmpty(close):
                return False
            close += 1
        if close >= end:
            return False
        content = state.getLines(start + 1, close, state.blkIndent, False)
    if not silent:
        token = state.push("math_block", "math", 0)
        token.content = content
        token.map = [start, close + 1]
        state.line = close + 1
    return True


def _stripped(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Open or close emphasis, also beside Japanese punctuation and formulas.

    CommonMark does not close the bold of `**「語」**です`: it asks for a space after punctuation,
    which Japanese does not have. Asterisks here look only at the space on their inner side.
    """
    from markdown_it.rules_inline.state_inline import Delimiter

    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    scanned = state.scanDelims(state.pos, marker == "*")
    opens, closes = scanned.can_open, scanned.can_close
    end = state.pos + scanned.length
    if marker == "*":
        opens = end < state.posMax and not state.src[end].isspace()
        closes = state.pos > 0 and not state.src[state.pos - 1].isspace()
    for _ in range(scanned.length):
        state.push("text", "", 0).content = marker
        state.delimiters.append(
            Delimiter(ord(marker), scanned.length, len(state.tokens) - 1, -1, opens, closes)
        )
    state.pos = end
    return True


def _no_image(state: StateInline, silent: bool) -> bool:
    """Take the `![` of an image for words, so that no link begins there."""
    if not state.src.startswith("![", state.pos):
        return False
    if not silent:
        state.pending += "!["
    state.pos += 2
    return True
