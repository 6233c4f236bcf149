"""The catalogues: both languages of every message, the same values in both."""

from __future__ import annotations

import string

import pytest

from mlmath_tutor.i18n import LANGUAGES, Words, other, say
from mlmath_tutor.i18n.catalogue import CATALOGUE, join


def values_in(message: str) -> set[str]:
    """Return the names of the values; `{Name}` is `{name}` at the start of a sentence."""
    return {name.lower() for _, name, _, _ in string.Formatter().parse(message) if name}


@pytest.mark.parametrize("key", sorted(CATALOGUE))
def test_both_languages_say_something_with_the_same_values(key: str) -> None:
    words = CATALOGUE[key]
    assert words.ja.strip()
    assert words.en.strip()
    # A weekday or a month may be a number in one language and a name in the other.
    if key != "home.today":
        assert values_in(words.ja) == values_in(words.en)


def test_a_key_defined_twice_is_refused() -> None:
    part = {"a.b": Words("あ", "a")}
    with pytest.raises(ValueError, match=r"a\.b"):
        join((part, part))


def test_an_unknown_key_is_an_error_and_not_an_empty_sentence() -> None:
    with pytest.raises(KeyError):
        say("en", "no.such-key")


def test_the_other_language() -> None:
    assert [other(lang) for lang in LANGUAGES] == ["en", "ja"]
