"""Text in both languages, as the course's files spell it."""

from __future__ import annotations

import re

import msgspec

from mlmath_tutor.i18n import Lang

# Controls except line feed; soft hyphen, zero-width and direction marks, separators, halves of
# surrogate pairs: a reader cannot see them, and terminals disagree about them.
INVISIBLE = re.compile(
    "[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\xad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e"
    "\\u2060-\\u206f\\ud800-\\udfff\\ufeff\\ufff9-\\ufffb]"
)


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The same thing said in both languages; the markup is that of `render.prose`."""

    ja: str
    en: str

    def said(self, lang: Lang) -> str:
        """Return the text in `lang`."""
        return self.ja if lang == "ja" else self.en


# A plain string stands where there are no words: a formula, a number.
Phrase = Text | str


def said(phrase: Phrase, lang: Lang) -> str:
    """Return `phrase` in `lang`."""
    return phrase if isinstance(phrase, str) else phrase.said(lang)
