"""Which characters may begin a line and which may end one (JIS X 4051, 行頭禁則 and 行末禁則)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

SPACE = " \u3000"
DIGITS = "0123456789"

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
_UNIT = (
    "(?:[mnµ]?s|min|h|[kcmµn]?m|[kmµ]?g|[kMG]?Hz|[kKMGT]?i?B|bits?|nats?|dB|K|px|"
    "[kMGT]?FLOPS?|fps|epochs?)(?![A-Za-z0-9])"
)

# Endings of sentences: a line that begins with `す。` reads badly where the right edge is free.
_ENDINGS = "です|でした|でしょう|ます|ました|ません|ましょう|ください"

# Letters of alphabets, punctuation and symbols: what makes up words, which are not broken.
# Between all other characters a line may be broken without a space.
_NARROW = r"!-\u10ff\u1e00-\u2bff\ufe00-\ufe0f"
_OTHER = rf"[^{SPACE}{_NARROW}][\u0300-\u036f\u3099\u309a\ufe00-\ufe0f]*"
_OPEN, _CLOSE = re.escape(NOT_AT_END), re.escape(NOT_AT_START)


@cache
def piece_pattern() -> re.Pattern[str]:
    """Return the expression for the space before an unbreakable piece of words, and the piece.

    A piece is openers, a word or one Japanese character, what a number counts, and closers. A
    Latin word with a hyphen ends after it.
    """
    return re.compile(
        rf"""
        ([{SPACE}]*)
        (
            (?:[{_OPEN}]+[ ]?)*
            (?:
                [A-Za-z]{{2,}}[-–](?=[A-Za-z]{{3}})
              | [{_NARROW}]+(?<![{_OPEN}])
              | {_ENDINGS}
              | {_OTHER}
            )
            (?:
                (?<=[0-9])
                (?:
                    [ ]?[ァ-ヺー]{{2,6}}(?![ァ-ヺー])
                  | [ ]?[{_AFTER_NUMBERS}]
                  | [ ]±[ ][0-9.]+
                  | [ ]{_UNIT}
                  | [ ]?{_OTHER}
                )
            )*
            [{_CLOSE}]*
            (?: [ ]+[{_CLOSE}]+(?![{_CLOSE}A-Za-z0-9]) )*
          | [^{SPACE}]
        )
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=4096)
def is_wide(char: str) -> bool:
    """Tell whether a line may be broken beside `char` without a space."""
    return re.match(f"[{_NARROW}]", char) is None


@lru_cache(maxsize=4096)
def sticks(before: str, gap: str, after: str) -> bool:
    """Tell whether no line may be broken between the character `before` and the text `after`.

    `gap` is the space between them, "" if there is none.
    """
    if before in NOT_AT_END or after[0] in NOT_AT_START:
        return True
    if gap:
        counted = is_wide(after[0]) or re.match(_UNIT, after) is not None
        return before in DIGITS and counted
    return not (is_wide(before) or is_wide(after[0]))


def in_one_word(before: str, after: str) -> bool:
    """Tell whether a Japanese word likely goes on from one character to the next.

    It does between kanji, from a kanji to the kana of its ending, and between katakana.
    """
    return (
        re.match(r"[\u3400-\u9fff々][\u3400-\u9fff々ぁ-ん]|[ァ-ヺー]{2}", before + after)
        is not None
    )
