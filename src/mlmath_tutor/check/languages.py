"""Both languages say the same mathematics, each in its own words, and hide no missing reason."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mlmath_tutor.check.material import Material, Passage
from mlmath_tutor.content.findings import Finding
from mlmath_tutor.content.text import Text
from mlmath_tutor.render.prose.nodes import Block, Bullets, Display, Formula, Words, parts
from mlmath_tutor.render.prose.parser import parse

BANNED_EN = re.compile(
    r"\b(obviously|clearly|of course|simply|just|trivial(?:ly)?|easy to see|it is well known"
    r"|as we all know|left to the reader|without proof|basically|very)\b",
    re.IGNORECASE,
)
BANNED_JA = re.compile(
    "明らかに|自明|もちろん|簡単に|単に|容易に|周知のとおり|言うまでもなく|当然|読者に委ねる|非常に"
)
JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff]+")
# A formula that says something: it has a relation, an operation or a number. A bare symbol or a
# list of symbols may be repeated in one language where the other has a pronoun.
_SAYS = re.compile(
    r"[=<>+*/]|(?<![\\_^{])-|(?<![_^{.\w])\d|(?<!\()\\cdot(?![a-zA-Z])"
    r"|\\(?:[lg]eq?|neq?|approx|equiv|sim|propto|in|notin|to|mapsto|times|frac|sqrt"
    r"|sum|prod|int|log|exp|ln|succ|prec|subset(?:eq)?|cup|cap|pm)(?![a-zA-Z])"
)


def rules(material: Material) -> Iterator[Finding]:
    """Yield texts whose languages differ in structure or formulas, and banned words."""
    for part in material.parts(Text):
        assert isinstance(part.value, Text)
        for message, code in _differences(part.value):
            yield material.finding(part.file, part.keys, message, code)
    for passage in material.passages():
        yield from _misplaced(material, passage)
        yield from _banned(material, passage)


def _differences(text: Text) -> Iterator[tuple[str, str]]:
    ja, en = parse(text.ja), parse(text.en)
    if (one := _structure(ja)) != (other := _structure(en)):
        both = f"ja: {', '.join(one)}; en: {', '.join(other)}"
        yield f"the languages are built differently ({both}): give both the same", "structure"
    only_ja, only_en = _formulas(ja), _formulas(en)
    missing = [("en", only_ja[key]) for key in only_ja.keys() - only_en.keys()]
    missing += [("ja", only_en[key]) for key in only_en.keys() - only_ja.keys()]
    for lang, latex in sorted(missing):
        yield f"`{lang}` lacks the formula ${latex}$: say the same in both", "formulas-differ"


def _structure(blocks: tuple[Block, ...]) -> list[str]:
    names = []
    for block in blocks:
        name = type(block).__name__.lower()
        names.append(f"{len(block.items)} {name}" if isinstance(block, Bullets) else name)
    return names


def _formulas(blocks: tuple[Block, ...]) -> dict[str, str]:
    """Return the formulas that say something, by their source without spaces."""
    return {
        re.sub(r"\s", "", part.latex): part.latex
        for part in parts(blocks)
        if isinstance(part, Formula | Display)
        and r"\text" not in part.latex
        and _SAYS.search(part.latex)
    }


def _misplaced(material: Material, passage: Passage) -> Iterator[Finding]:
    """Yield Japanese where a reader of English finds it; a work is cited under its own title."""
    found = JAPANESE.search(passage.source)
    if passage.lang == "ja" or found is None or passage.file.name == "references.yaml":
        return
    where = "the English text" if passage.lang else "a text for both languages"
    message = f"`{found[0]}` stands in {where}: give `ja` and `en`, each in its own words"
    offset = passage.source.count("\n", 0, found.start())
    yield material.finding(passage.file, passage.keys, message, "misplaced-language", offset)


def _banned(material: Material, passage: Passage) -> Iterator[Finding]:
    pattern = BANNED_JA if passage.lang == "ja" else BANNED_EN
    words = [
        part.text
        for part in parts(parse(passage.source))
        if isinstance(part, Words) and part.style != "code"
    ]
    found = {match[0] for text in words for match in pattern.finditer(text)}
    for word in sorted(found):
        offset = passage.source.count("\n", 0, max(passage.source.find(word), 0))
        yield material.finding(
            passage.file,
            passage.keys,
            f"`{word}` stands where a reason is missing: give the reason, or drop the word",
            "banned-word",
            offset,
        )
