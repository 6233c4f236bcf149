"""The app's own words, in Japanese and English.

`say(lang, key, **values)` is the only way a sentence that is not course content
reaches a learner. Every key has both languages side by side, so that none can be
forgotten; the catalogues are split by the part of the app that speaks.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Lang = Literal["ja", "en"]
LANGUAGES: tuple[Lang, ...] = ("ja", "en")


class Words(NamedTuple):
    """One message in both languages; `{name}` marks a value to be filled in."""

    ja: str
    en: str


Catalogue = dict[str, Words]


def say(lang: Lang, key: str, **values: object) -> str:
    """Return message `key` in `lang` with `values` filled in.

    Raises:
        KeyError: no catalogue has `key`, or the message needs a value not given.
    """
    from .catalogue import CATALOGUE

    words = CATALOGUE[key]
    return (words.ja if lang == "ja" else words.en).format(**values)


def other(lang: Lang) -> Lang:
    """Return the language that is not `lang`."""
    return "en" if lang == "ja" else "ja"
