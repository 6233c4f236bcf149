"""Which characters may begin a line and which may end one (JIS X 4051, 行頭禁則 and 行末禁則)."""

from __future__ import annotations

import re
from functools import lru_cache

# Characters between which a line may be broken without a space: everything two cells wide, and
# half-width katakana. U+3000 is a space.
WIDE = (
    r"\u1100-\u115f\u2e80-\u2fff\u3001-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f"
    r"\uff01-\uffdc\uffe0-\uffe6\U0001f300-\U0001faff\U00020000-\U0003fffd"
)
SPACE = " \u3000"

_OPENING_BRACKETS = "（「『【〔〈《［｛｢〘〖〝([{“‘"
_CLOSING_BRACKETS = "）」』】〕〉》］｝｣〙〗〟)]}”’"
_STOPS = "、。，．・：；？！､｡･,.:;?!"
_SMALL_KANA = (
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿｧｨｩｪｫｬｭｮｯ"
)
_MARKS = "ーｰ々〻ゝゞヽヾ゛゜ﾞﾟ〜～…‥–‐゠"
_AFTER_NUMBERS = "%％‰°′″℃"
# Nothing breaks beside a no-break space or a word joiner, whoever wrote it.
_GLUE = "\u00a0\u2060\u202f"

NOT_AT_END = _OPENING_BRACKETS + _GLUE
NOT_AT_START = _CLOSING_BRACKETS + _STOPS + _SMALL_KANA + _MARKS + _AFTER_NUMBERS + _GLUE

# What a formula such as `$n$` counts; after a digit every Japanese character may be a counter.
COUNTERS = "個回次人語件倍本組行列乗階点枚番つ"
_UNITS = (
    "%|[munµ]?s|min|h|[kcmµn]?m|[kmµ]?g|[kMG]?Hz|[kKMGT]?i?B|bits?|nats?|dB|K|px|"
    "[kMGT]?FLOPS?|fps|epochs?"
)
_WIDE_CHARACTER = rf"[{WIDE}][\u0300-\u036f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\u200d\u3099\u309a]*"
_OPEN, _CLOSE = re.escape(NOT_AT_END), re.escape(NOT_AT_START)

# One unbreakable piece: what precedes it, and (openers, a word or one wide character, what a
# number counts, closers). A word with a hyphen may be broken after it.
PIECE = re.compile(
    rf"""
    ([{SPACE}]*)
    (
        (?:[{_OPEN}]+[ ]?)*
        (?:
            [A-Za-z]{{2,}}[-–](?=[A-Za-z]{{3}})
          | [^{SPACE}{WIDE}]*[^{SPACE}{WIDE}{_OPEN}]
          | {_WIDE_CHARACTER}
        )
        (?:(?<=[0-9])(?:
            [ ]?[ァ-ヺー]{{2,6}}(?![ァ-ヺー])
          | [ ]±[ ][0-9.]+
          | [ ](?:{_UNITS})(?![A-Za-z0-9])
          | [ ]?(?![{_OPEN}]){_WIDE_CHARACTER}
        ))*
        [{_CLOSE}]*
        (?:[ ]+[{_CLOSE}]+(?=[{SPACE}{WIDE}]|$))*
      | [^{SPACE}]
    )
    """,
    re.VERBOSE,
)


_UNIT = re.compile(rf"(?:{_UNITS})(?![A-Za-z0-9])")
_IS_WIDE = re.compile(f"[{WIDE}]")


@lru_cache(maxsize=4096)
def is_wide(char: str) -> bool:
    """Tell whether a line may be broken beside `char` without a space."""
    return _IS_WIDE.match(char) is not None


def sticks(before: str, gap: str, after: str) -> bool:
    """Tell whether no line may be broken between the character `before` and the text `after`.

    `gap` is the space between them, "" if there is none.
    """
    if before in NOT_AT_END or after[0] in NOT_AT_START:
        return True
    if gap:
        counted = is_wide(after[0]) or _UNIT.match(after) is not None
        return before in "0123456789" and counted
    return not (is_wide(before) or is_wide(after[0]))
