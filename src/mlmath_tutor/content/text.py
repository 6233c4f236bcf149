"""Text in both languages, as the course's files spell it."""

from __future__ import annotations

import msgspec

from mlmath_tutor.i18n import Lang


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
