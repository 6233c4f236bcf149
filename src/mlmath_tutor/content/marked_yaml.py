"""YAML read so that every value still knows its line, and nothing is silently reinterpreted.

A file is composed to PyYAML nodes, which carry marks; `plain` turns nodes into data. On
the way, everything that YAML would accept but an author cannot have meant is reported:
keys written twice, LaTeX in double quotes, invisible characters, empty values.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from .findings import Finding
from .text import INVISIBLE

Plain = dict[str, "Plain"] | list["Plain"] | str | int | float | bool


class Fault(NamedTuple):
    """A fault in one file: its line (from 1), what is wrong and what to do, the rule's name."""

    line: int
    message: str
    code: str

    def at(self, file: Path) -> Finding:
        """Return this fault as a finding about `file`."""
        return Finding(file, self.line, self.message, self.code)


# libyaml is not built in everywhere: mypy cannot know the class there will be.
class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The safe loader (libyaml's where it is built in), which also reads `1e-3` as a number."""


_Loader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"[-+]?[0-9]+[eE][-+]?[0-9]+$"), list("-+0123456789")
)

_TAG = "tag:yaml.org,2002:"
ID = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")

# A part of libyaml's message, and what an author can do about it.
_SYNTAX = {
    "mapping values are not allowed": """a `: ` stands inside unquoted text, or this line is
        indented too far: put the text in single quotes, or line the key up with its neighbours""",
    "cannot start any token": """a tab indents this line, or a value begins with `@`, `%` or a
        backquote: indent with spaces, and put text in single quotes""",
    "could not find expected ':'": """a key without its `:`, or text that is indented less than
        the key it belongs to: correct it""",
    "found unexpected end of stream": """the quotation mark that opens here is never closed: close
        it (an apostrophe inside single quotes is written twice)""",
    "found unknown escape character": """a backslash in double quotes begins an escape: put LaTeX
        in single quotes, or after `|`""",
    "expected ',' or '}'": """`{` is never closed, or a text inside `{…}` lacks its quotes: put it
        in single quotes, and close the brace""",
    "expected ',' or ']'": """`[` is never closed, or a text inside `[…]` lacks its quotes: put it
        in single quotes, and close the bracket""",
    "did not find expected key": """this line does not line up with the keys above it, or a quoted
        text ended too early: indent it like them (an apostrophe inside single quotes is written
        twice)""",
    "did not find expected '-' indicator": """this line does not line up with the `- ` of the list
        above it: indent it like its neighbours""",
    "found undefined alias": "`*name` refers to nothing: put text that begins with `*` in quotes",
    "control characters are not allowed": "a control character stands in the file: delete it",
    "but found another document": "`---` begins a second document: keep one in each file",
}


class Document(NamedTuple):
    """A file as YAML nodes, and the text that their marks point into."""

    root: yaml.Node
    text: str


def compose(file: Path) -> Document | Fault:
    """Read `file` as one YAML document; return it, or the fault that prevents it."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return Fault(0, f"cannot be read: {error.strerror}", "unreadable")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return Fault(line, "is not UTF-8: save the file as UTF-8", "encoding")
    try:
        root = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return _syntax(error)
    if root is None:
        return Fault(0, "is empty: write its keys, or delete the file", "empty")
    return Document(root, text)


def _syntax(error: yaml.YAMLError) -> Fault:
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    context = getattr(error, "context_mark", None)
    mark = getattr(error, "problem_mark", None)
    # An open quote is noticed at the end of the file; the author wants its beginning.
    if context is not None and "end of stream" in problem:
        mark = context
    advice = next((said for part, said in _SYNTAX.items() if part in problem), problem)
    line = 0 if mark is None else mark.line + 1
    return Fault(line, f"this is not YAML: {' '.join(advice.split())}", "yaml-syntax")


def line_of(node: yaml.Node) -> int:
    """Return the line, from 1, on which `node` begins."""
    return int(node.start_mark.line) + 1


def kind_of(node: yaml.Node) -> str:
    """Return the short tag of `node`: `str`, `int`, `float`, `bool`, `null`, `map`, `seq`, …."""
    return str(node.tag).removeprefix(_TAG)


def pairs(node: yaml.MappingNode) -> dict[str, yaml.Node]:
    """Return the mapping's values by key; of a key written twice, the last."""
    return {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}


def plain(document: Document) -> tuple[Plain, tuple[Fault, ...]]:
    """Return a document as plain data, and the faults that do not depend on what is expected."""
    reader = _Reader(document.text)
    try:
        return reader.value(document.root), tuple(reader.faults)
    except RecursionError:
        return "", (Fault(0, "is nested too deeply to be read", "yaml-syntax"),)


class _Reader:
    """Turns nodes into data, once each: a node met twice is an alias, which course files lack."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.faults: list[Fault] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node) -> Plain:
        if id(node) in self._seen:
            self._fault(node, "is repeated elsewhere by `*name`: write it out there", "alias")
            return ""
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        return dict(self._items(node))

    def _fault(self, node: yaml.Node, message: str, code: str) -> None:
        self.faults.append(Fault(line_of(node), message, code))

    def _items(self, node: yaml.Node) -> Iterator[tuple[str, Plain]]:
        first: dict[str, int] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or kind_of(key) != "str":
                shown = key.value if isinstance(key, yaml.ScalarNode) else "{…}"
                self._fault(key, f"the key `{shown}` is not text: put it in single quotes", "key")
                continue
            if key.value in first:
                where = f"line {first[key.value]}"
                self._fault(
                    key,
                    f"`{key.value}` is already given in {where}: keep one of them",
                    "duplicate-key",
                )
            first[key.value] = line_of(key)
            if key.value == "id" and isinstance(value, yaml.ScalarNode):
                self._check_id(value)
            yield key.value, self.value(value)

    def _check_id(self, node: yaml.ScalarNode) -> None:
        # Ids become parts of file names and of links: nothing else may slip in with them.
        if kind_of(node) == "str" and not ID.fullmatch(node.value):
            self._fault(
                node,
                f"the id `{node.value}` is not lower-case letters, digits, dots and hyphens (such"
                " as `bayes.base-rate`): rename it",
                "id",
            )

    def _scalar(self, node: yaml.ScalarNode) -> Plain:
        kind, text = kind_of(node), str(node.value)
        match kind:
            case "str":
                self._check_text(node, text)
                return text
            case "bool":
                return text.lower() in ("yes", "true", "on")
            case "int" | "float":
                number = _number(kind, text)
                if number is None:
                    self._fault(
                        node, f"`{text}` is not a decimal number: write it with digits", "number"
                    )
                return 0 if number is None else number
            case "null":
                self._fault(node, "has no value: give it one, or delete the key", "empty")
            case _:
                self._fault(node, f"`{text}` is not read as text: put it in single quotes", "quote")
        return ""

    def _check_text(self, node: yaml.ScalarNode, text: str) -> None:
        if node.style == '"' and "\\" in self._written(node):
            self._fault(
                node,
                "a backslash stands in double quotes, where YAML changes it (`\\theta` becomes a"
                " tab and `heta`): use single quotes, or `|`",
                "double-quoted-backslash",
            )
        elif found := INVISIBLE.search(text):
            self._fault(
                node,
                f"contains the invisible character U+{ord(found[0]):04X}: delete it",
                "control-character",
            )
        elif not text.strip():
            self._fault(node, "is an empty text: write it, or delete the key", "empty")

    def _written(self, node: yaml.ScalarNode) -> str:
        return self._text[node.start_mark.index : node.end_mark.index]


def _number(kind: str, text: str) -> int | float | None:
    """Return a decimal number; None for octal, hexadecimal, `1:30`, `.inf` and `.nan`."""
    try:
        number = int(text) if kind == "int" else float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) else None
