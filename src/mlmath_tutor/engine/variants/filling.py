r"""Values in the places of `{{…}}`: in formulas, in prose, in code, and where a number is due.

In a formula `{{x}}` is a group of its own: `\frac{{a}}{{b}}` is \frac{3}{4}. A negative number
is put in brackets unless it begins something: `2-{{b}}` is 2-(-3), `x={{b}}` is x=-3.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import NamedTuple

from mlmath_tutor.content.templates import HOLE
from mlmath_tutor.engine.expression import NoValueError

from . import writing
from .formulas import Scope, computed
from .values import Keys, Value, VariantError
from .writing import Format, FormatError

# Formulas and code inside prose.
_SPANS = re.compile(r"(?<!\\)\$\$.*?(?<!\\)\$\$|(?<!\\)\$.*?(?<!\\)\$|`[^`]*`", re.DOTALL)
_HELD = re.compile(r"`[^`]*`")

# After these a number begins something: an argument, the other side of a relation.
_ARGUMENTS = {"frac", "dfrac", "tfrac", "binom", "sqrt", "text", "operatorname"}
_RELATIONS = {"le", "leq", "ge", "geq", "lt", "gt", "ne", "neq", "approx", "equiv", "sim", "simeq"}
_BETWEEN = {"propto", "in", "to", "mapsto", "iff", "implies", "mid", "quad", "qquad"}
_ARROWS = {"rightarrow", "Rightarrow", "Leftrightarrow"}
_OPENING = _ARGUMENTS | _RELATIONS | _BETWEEN | _ARROWS
_LAST_COMMAND = re.compile(r"\\([A-Za-z]+)$")
_SPACE = re.compile(r"(?:\s|\\[,;:! ]|~)+$")
_FIRST_ARGUMENT = re.compile(
    r"\\[dt]?(?:frac|binom)\s*(?:\{\{[^{}]*\}\}|\{[^{}]*\}|\{\{\{[^{}]*\}\}\})$"
)
_BEGIN = re.compile(r"\\begin\{\w+\*?\}(?:\{[^{}]*\})?$")


class Hole(NamedTuple):
    """What is to be written, how, and what stands around it."""

    value: Value
    how: Format
    before: str
    after: str


def fill(text: str, scope: Scope, keys: Keys, *, prose: bool) -> str:
    """Return `text` with all holes filled.

    Args:
        text: prose with formulas between dollars and code between backquotes, or plain text.
        scope: the values.
        keys: where the text stands, for errors.
        prose: whether dollars begin formulas.

    Raises:
        VariantError: a hole cannot be filled.
    """
    if "{{" not in text:
        return text
    if not prose:
        return _filled(text, scope, keys, _plain)
    pieces, end = [], 0
    for span in _SPANS.finditer(text):
        pieces.append(_filled(text[end : span.start()], scope, keys, _plain))
        how = _plain if span[0].startswith("`") else _maths
        pieces.append(_filled(span[0], scope, keys, how))
        end = span.end()
    pieces.append(_filled(text[end:], scope, keys, _plain))
    return "".join(pieces)


def fill_formula(latex: str, scope: Scope, keys: Keys) -> str:
    """Return a formula with all holes filled; raises as `fill` does."""
    return _filled(latex, scope, keys, _maths)


def value(hole: str, scope: Scope, keys: Keys) -> Value:
    """Return the value of a text that is wholly one hole; raises as `fill` does."""
    found = HOLE.fullmatch(hole)
    assert found is not None
    this, how = _read(found[1], scope, keys)
    if how != Format():
        raise VariantError(keys, f"`{hole}` is a value, not a text: take the format out")
    return this


def unrounded(text: str, scope: Scope, keys: Keys) -> Iterator[str]:
    """Yield the holes of a text that show a number with more digits than anyone reads."""
    for found in HOLE.finditer(text):
        this, how = _read(found[1], scope, keys)
        cells = (this,) if isinstance(this, Fraction) else (c for row in this for c in row)
        if not (how.rounds or how.fraction) and not all(map(writing.is_short, cells)):
            yield found[0]


def _read(inside: str, scope: Scope, keys: Keys) -> tuple[Value, Format]:
    expression, _, form = inside.partition(":")
    try:
        how = writing.read_format(form.strip())
        return computed(scope.formulas.read(expression.strip(), keys), scope), how
    except FormatError as error:
        raise VariantError(keys, str(error)) from error
    except (ValueError, NoValueError) as error:
        raise VariantError(
            keys, f"`{{{{{inside}}}}}` has no value ({error}): correct it"
        ) from error


def _filled(text: str, scope: Scope, keys: Keys, write: Callable[[Hole], str]) -> str:
    def written(found: re.Match[str]) -> str:
        before, after = text[: found.start()], text[found.end() :]
        hole = Hole(*_read(found[1], scope, keys), before, after)
        shown = write(hole)
        first, last = shown.lstrip("{")[:1], shown.rstrip("}")[-1:]
        if (first.isdigit() and _runs_on(before)) or (last.isdigit() and after[:1].isdigit()):
            near = f"{before[-6:]}{found[0]}{after[:6]}"
            message = f"`{near}` would be read as one number: put a sign between"
            raise VariantError(keys, message)
        return shown

    return HOLE.sub(written, text)


def _runs_on(before: str) -> bool:
    """Return whether a number right after `before` would continue a number."""
    return before[-1:].isdigit() or (before.endswith("}}") and not _FIRST_ARGUMENT.search(before))


def _plain(hole: Hole) -> str:
    if not isinstance(hole.value, Fraction):
        return writing.plain_rows(hole.value, hole.how)
    written = writing.plain(hole.value, hole.how)
    apart = hole.before.rstrip()[-1:] in (*"+-*/^@",) if hole.before.strip() else False
    raised = hole.after.lstrip().startswith(("^", "**", "!"))
    composed = written.startswith("-") or "/" in written
    return f"({written})" if composed and (apart or raised) else written


def _maths(hole: Hole) -> str:
    if not isinstance(hole.value, Fraction):
        return f"{{{writing.latex_rows(hole.value, hole.how)}}}"
    written = writing.latex(hole.value, hole.how)
    if hole.how.signed:
        return written
    raised = hole.after.lstrip().startswith(("^", "!"))
    if (written.startswith("-") and (raised or not _begins(hole.before))) or (
        raised and "\\" in written
    ):
        written = rf"\left({written}\right)" if "frac" in written else f"({written})"
    return f"{{{written}}}"


def _begins(before: str) -> bool:
    """Return whether a minus sign right after `before` belongs to nothing before it."""
    before = _SPACE.sub("", before)
    if not before.strip("$") or _FIRST_ARGUMENT.search(before) or _BEGIN.search(before):
        return True
    if command := _LAST_COMMAND.search(before):
        return command[1] in _OPENING
    if before.endswith("{"):
        return _begins(before[:-1])
    if before.endswith("|"):
        return before.count("|") % 2 == 1
    return before[-1] in "=<>(,[;:^_&$" or before.endswith("\\\\")
