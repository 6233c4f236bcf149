"""Every way in which a file differs from the type it should have, each with its line.

msgspec stops at its first error; an author wants them all. This walks msgspec's own
description of a type (`msgspec.inspect`) beside the YAML nodes, so that the frozen
models stay the only schema.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import msgspec
import yaml
from msgspec import inspect

from .marked_yaml import Document, Fault, kind_of, line_of, pairs, plain
from .text import Text

_SCALARS = {"str": inspect.StrType, "int": inspect.IntType, "bool": inspect.BoolType}
_NUMBERS = {"int", "float"}


def faults(document: Document, model: type) -> Iterator[Fault]:
    """Yield every place where `document` differs from what `model` describes."""
    yield from _Walk(document).value(document.root, inspect.type_info(model), "this file")


def _said(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _instead(name: str, names: Iterable[str], what: str) -> str:
    """Return advice: the name probably meant, or all there are."""
    known = list(names)
    close = get_close_matches(name, known, n=1)
    return f"did you mean `{close[0]}`?" if close else f"{what} {_said(known)}"


def _name(struct: inspect.StructType, node: yaml.MappingNode, key: str = "") -> str:
    """Return what an author calls this value: theorem `bayes.rule`, parameter `sigma`."""
    word = struct.tag if isinstance(struct.tag, str) else _words(struct.cls.__name__)
    own = pairs(node).get("id")
    label = own.value if isinstance(own, yaml.ScalarNode) else key
    return f"{word} `{label}`" if label else word


def _words(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()


def _wanted(expected: inspect.Type) -> str:
    match expected:
        case inspect.StrType():
            return "text"
        case inspect.IntType():
            return "a whole number"
        case inspect.FloatType():
            return "a number"
        case inspect.BoolType():
            return "`true` or `false`"
        case inspect.LiteralType(values=values):
            return "one of " + ", ".join(f"`{value}`" for value in values)
        case inspect.VarTupleType():
            return "a list (one line with `- ` for each item)"
        case inspect.StructType(cls=cls) if cls is Text:
            return "text in both languages, `{ja: '…', en: '…'}`"
        case inspect.UnionType(types=types):
            return _wanted(next(t for t in types if not isinstance(t, inspect.NoneType)))
        case _:
            return "a mapping (`key: value`)"


class _Walk:
    """One walk over one document. `name` is what the enclosing value is called in messages."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def value(
        self, node: yaml.Node, expected: inspect.Type, name: str, key: str = ""
    ) -> Iterator[Fault]:
        """Yield the faults of one value; `key` is what it stands under."""
        match expected:
            case inspect.UnionType(types=types):
                yield from self._union(node, types, name, key)
            case inspect.StructType() if isinstance(node, yaml.MappingNode):
                yield from self._struct(node, expected, key)
            case inspect.VarTupleType(item_type=item) if isinstance(node, yaml.SequenceNode):
                for child in node.value:
                    yield from self.value(child, item, name, key)
            case inspect.DictType(value_type=of) if isinstance(node, yaml.MappingNode):
                for inner, child in pairs(node).items():
                    yield from self.value(child, of, name, inner)
            case _ if isinstance(node, yaml.ScalarNode) and _accepts(node, expected):
                return
            case _:
                yield _mismatch(node, expected, name, key)

    def _union(
        self, node: yaml.Node, types: tuple[inspect.Type, ...], name: str, key: str
    ) -> Iterator[Fault]:
        structs = [t for t in types if isinstance(t, inspect.StructType)]
        if isinstance(node, yaml.MappingNode) and structs:
            chosen: inspect.Type | Fault = structs[0]
            if len(structs) > 1:
                chosen = _by_kind(node, structs, name)
            if isinstance(chosen, Fault):
                yield chosen
                return
            yield from self.value(node, chosen, name, key)
        elif not (
            isinstance(node, yaml.ScalarNode) and any(_accepts(node, member) for member in types)
        ):
            fitting = next((t for t in types if _same_form(node, t)), None)
            if fitting is None:
                yield _mismatch(node, inspect.UnionType(types), name, key)
            else:
                yield from self.value(node, fitting, name, key)

    def _struct(
        self, node: yaml.MappingNode, struct: inspect.StructType, key: str
    ) -> Iterator[Fault]:
        name = _name(struct, node, key)
        below = list(self._keys(node, struct, name))
        given = pairs(node)
        for field in struct.fields:
            if field.encode_name in given:
                below += self.value(given[field.encode_name], field.type, name, field.encode_name)
            elif field.required:
                below.append(_missing(node, struct, field.encode_name, name, key))
        if not below:
            below += self._own_rules(node, struct, name)
        yield from sorted(below)

    def _keys(
        self, node: yaml.MappingNode, struct: inspect.StructType, name: str
    ) -> Iterator[Fault]:
        known = [field.encode_name for field in struct.fields]
        if struct.tag_field:
            known.append(struct.tag_field)
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.value not in known:
                advice = _instead(key.value, known, "its keys are")
                yield Fault(
                    line_of(key), f"{name} has no key `{key.value}`: {advice}", "unknown-key"
                )
        kind = pairs(node).get(struct.tag_field or "")
        if isinstance(kind, yaml.ScalarNode) and kind.value != struct.tag:
            message = f"the kind here is `{struct.tag}`, not `{kind.value}`: correct it"
            yield Fault(line_of(kind), message, "unknown-kind")

    def _own_rules(
        self, node: yaml.MappingNode, struct: inspect.StructType, name: str
    ) -> Iterator[Fault]:
        """Ask the model itself, where it has rules that its type does not show."""
        if not hasattr(struct.cls, "__post_init__"):
            return
        value, unreadable = plain(Document(node, self._document.text))
        if unreadable:
            return
        try:
            msgspec.convert(value, struct.cls)
        except msgspec.ValidationError as error:
            said = str(error).split(" - at `$")[0]
            yield Fault(line_of(node), f"{name} {said}", "invalid")


def _by_kind(
    node: yaml.MappingNode, structs: list[inspect.StructType], name: str
) -> inspect.StructType | Fault:
    """Return the struct whose tag the mapping names, or the fault that it names none."""
    field = structs[0].tag_field or ""
    kinds = {str(struct.tag): struct for struct in structs}
    tag = pairs(node).get(field)
    if tag is None:
        own = pairs(node).get("id")
        who = f"`{own.value}`" if isinstance(own, yaml.ScalarNode) else f"an item of {name}"
        return Fault(
            line_of(node), f"{who} has no `{field}`: give it one of {_said(kinds)}", "missing-key"
        )
    word = tag.value if isinstance(tag, yaml.ScalarNode) else "{…}"
    if word in kinds:
        return kinds[word]
    close = get_close_matches(word, kinds, n=1)
    guess = f"did you mean `{close[0]}`? " if close else ""
    return Fault(
        line_of(tag), f"`{word}` is not a kind: {guess}The kinds are {_said(kinds)}", "unknown-kind"
    )


def _missing(
    node: yaml.MappingNode, struct: inspect.StructType, field: str, name: str, key: str
) -> Fault:
    if struct.cls is Text and field in ("ja", "en"):
        language = "Japanese" if field == "ja" else "English"
        what = f"`{key}`" if key else "the text"
        return Fault(
            line_of(node),
            f"{what} has no {language}: give `{field}` beside the other language",
            "missing-language",
        )
    return Fault(line_of(node), f"{name} has no `{field}`: add it", "missing-key")


def _same_form(node: yaml.Node, expected: inspect.Type) -> bool:
    match expected:
        case inspect.VarTupleType():
            return isinstance(node, yaml.SequenceNode)
        case inspect.StructType() | inspect.DictType():
            return isinstance(node, yaml.MappingNode)
        case _:
            return False


def _accepts(node: yaml.ScalarNode, expected: inspect.Type) -> bool:
    """Return whether a scalar fits; what `plain` has already refused fits everything."""
    kind = kind_of(node)
    if kind not in ("str", "int", "float", "bool"):
        return True
    match expected:
        case inspect.FloatType():
            return kind in _NUMBERS
        case inspect.LiteralType(values=values):
            return any(
                str(value) == node.value and type(value).__name__ == kind for value in values
            )
        case inspect.StrType() | inspect.IntType() | inspect.BoolType():
            return isinstance(expected, _SCALARS.get(kind, ()))
        case inspect.UnionType(types=types):
            return any(_accepts(node, member) for member in types)
        case _:
            return False


def _mismatch(node: yaml.Node, expected: inspect.Type, name: str, key: str) -> Fault:
    where = f"`{key}` of {name}" if key else name
    wanted = _wanted(expected)
    if not isinstance(node, yaml.ScalarNode):
        found = "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"
        advice = (
            ": text that holds `{`, `[` or `: ` stands in single quotes" if wanted == "text" else ""
        )
        return Fault(line_of(node), f"{where} is {found} and should be {wanted}{advice}", "type")
    kind, word = kind_of(node), str(node.value)
    if kind != "str" and wanted == "text":
        read_as = "a truth value" if kind == "bool" else "a number"
        return Fault(
            line_of(node),
            f"{where}: unquoted, `{word}` is {read_as}: put it in single quotes, '{word}'",
            "quote",
        )
    if isinstance(expected, inspect.LiteralType):
        names = [str(value) for value in expected.values]
        advice = _instead(word, names, "it is one of")
        return Fault(line_of(node), f"{where} cannot be `{word}`: {advice}", "type")
    shown = word if len(word) <= 30 else word[:29] + "…"
    return Fault(line_of(node), f"{where} is `{shown}` and should be {wanted}", "type")
