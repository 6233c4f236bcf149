"""Sentences made of several parts, in both languages at once; text of programs made safe."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.runner.plain import plain
from mlmath_tutor.i18n import say

from .verdict import Reason


def worded(key: str, **values: object) -> Text:
    """Return message `key` in both languages; a value that is a `Text` is said in each."""
    return Text(
        ja=say("ja", key, **{n: v.ja if isinstance(v, Text) else v for n, v in values.items()}),
        en=say("en", key, **{n: v.en if isinstance(v, Text) else v for n, v in values.items()}),
    )


def as_code(text: str) -> str:
    """Return a piece of a program, or of what it wrote, as code within a sentence."""
    line = " ".join(plain(text).replace("`", "'").split())
    return f"`{line or ' '}`"


def listed(texts: Sequence[Text]) -> Text:
    """Return several texts one after the other."""
    return Text(ja="、".join(each.ja for each in texts), en=", ".join(each.en for each in texts))


def said_if_known(key: str | None, values: Mapping[str, str]) -> tuple[Reason, ...]:
    """Return a message that a program's process names, if there is one with these values."""
    if key is None:
        return ()
    try:
        say("en", key, **values)
    except KeyError:
        return ()
    return (Reason(key, {name: plain(value) for name, value in values.items()}),)
