"""Where in the course's files something stands, for findings that come after loading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import yaml

from .marked_yaml import Document, compose, line_of, pairs

Keys = tuple[str | int, ...]


class Place(NamedTuple):
    """A line (from 1) of a file."""

    file: Path
    line: int


class SourceMap:
    """The lines of YAML files, also of those whose content was left out.

    A file's nodes are many times its size, so it is parsed again when first asked about: who
    only reads the course keeps none of them.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        self._files = tuple(files)
        self._parsed: dict[Path, yaml.Node | None] = {}

    def line(self, file: Path, keys: Keys = (), offset: int | None = None) -> int:
        """Return the line of the value under `keys`, such as `("blocks", 3, "text", "ja")`.

        With `offset`, it is that line (from 0) of the text itself. Where `keys` lead nowhere (a
        key left at its default), the line is that of the innermost value that does exist; 0 for
        an unknown file.
        """
        node = self._root(file)
        if node is None:
            return 0
        for key in keys:
            child = _child(node, key)
            if child is None:
                return line_of(node)
            node = child
        if offset is None:
            return line_of(node)
        # The text of a block scalar begins on the line after its `|`.
        is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        return min(line_of(node) + is_block + offset, int(node.end_mark.line) + 1)

    def places(self, name: str) -> tuple[Place, ...]:
        """Return every place that has `id: name`."""
        return self._ids.get(name, ())

    @cached_property
    def _ids(self) -> dict[str, tuple[Place, ...]]:
        found: dict[str, tuple[Place, ...]] = {}
        for file in self._files:
            root = self._root(file)
            for name, line in _ids(root) if root is not None else ():
                found[name] = (*found.get(name, ()), Place(file, line))
        return found

    def _root(self, file: Path) -> yaml.Node | None:
        if file not in self._parsed:
            document = compose(file) if file in self._files else None
            self._parsed[file] = document.root if isinstance(document, Document) else None
        return self._parsed[file]


def _child(node: yaml.Node, key: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.MappingNode) and isinstance(key, str):
        return pairs(node).get(key)
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        item: yaml.Node = node.value[key]
        return item
    return None


def _ids(root: yaml.Node) -> Iterator[tuple[str, int]]:
    waiting, seen = [root], set[int]()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            waiting += reversed(node.value)
        elif isinstance(node, yaml.MappingNode):
            own = pairs(node)
            if isinstance(own.get("id"), yaml.ScalarNode):
                yield own["id"].value, line_of(own["id"])
            waiting += reversed(list(own.values()))
