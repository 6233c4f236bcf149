"""Quiz files as they are written: a question with parameters becomes a template.

It is written like any question of its kind, with `params`, `let`, `where` and `note` among its
keys. A value that is wholly `'{{…}}'` may stand wherever a number or a matrix is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeVar

import msgspec
import yaml
from msgspec.structs import fields

from .drawn_quiz import DrawnQuiz
from .marked_yaml import Document, Fault, Plain, line_of, pairs, plain
from .questions import Question, QuestionHead
from .quizzes import AnyQuestion, QuizFile, Template, Varying
from .shape import faults
from .text import Text

HOLE = re.compile(r"\{\{([^{}]+)\}\}")
VARYING = tuple(field.encode_name for field in fields(Varying))
_HEAD = tuple(field.encode_name for field in fields(QuestionHead))


class QuizAsWritten(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A quiz file without the keys that make templates of questions."""

    title: Text
    questions: tuple[Question, ...]


class DrawnQuizAsWritten(DrawnQuiz, frozen=True, kw_only=True):
    """The same of a quiz that draws its questions."""

    questions: tuple[Question, ...] = ()


# What a file holds, and how it is written.
_Quiz = TypeVar("_Quiz", QuizFile, DrawnQuiz)
_AS_WRITTEN: dict[type, type] = {QuizFile: QuizAsWritten, DrawnQuiz: DrawnQuizAsWritten}


class _VaryingKeys(Varying, tag="template", frozen=True, kw_only=True):
    """The keys of one question that make it a template; `id` tells whose they are."""

    id: str = ""


def read_quiz(document: Document, model: type[_Quiz]) -> _Quiz | tuple[Fault, ...]:
    """Return what a quiz file holds, or everything that is wrong with it."""
    as_written = _AS_WRITTEN[model]
    data, found = plain(document)
    reason = "has a fault"
    if not found:
        found = tuple(_template_faults(document.root, as_written))
    if not found:
        try:
            return _quiz(data, model)
        except msgspec.ValidationError as error:
            reason = str(error)
    found += tuple(faults(Document(_parted(document.root), document.text), as_written))
    return tuple(dict.fromkeys(found)) or (Fault(0, reason, "invalid"),)


def _quiz(data: Plain, model: type[_Quiz]) -> _Quiz:
    if not isinstance(data, dict) or not isinstance(questions := data.get("questions"), list):
        return msgspec.convert(data, model)
    rest = msgspec.convert(data | {"questions": []}, model)
    return msgspec.structs.replace(rest, questions=tuple(map(_question, questions)))


def _question(data: Plain) -> AnyQuestion:
    if not isinstance(data, dict) or not data.keys() & set(VARYING):
        question: Question = msgspec.convert(data, Question)
        return question
    varying = {key: data[key] for key in VARYING if key in data}
    body = {key: value for key, value in data.items() if key not in VARYING}
    head = {key: value for key, value in body.items() if key in _HEAD}
    parts = {"kind": "template", "of": data.get("kind"), "varying": varying}
    return msgspec.convert(parts | head | {"body": msgspec.msgpack.encode(body)}, Template)


def _template_faults(root: yaml.Node, as_written: type) -> Iterator[Fault]:
    """Yield the faults of templates, which a model of their data would not show."""
    for node in _templates(root):
        own = pairs(node)
        kept = [(k, v) for k, v in node.value if k.value in (*VARYING, "id")]
        keys = yaml.MappingNode(node.tag, kept, node.start_mark, node.end_mark)
        yield from faults(Document(keys, ""), _VaryingKeys)
        for key in _HEAD:
            if key in own and any(HOLE.search(text) for text in _texts(own[key])):
                message = f"`{key}` is the same in all variants: take the `{{{{…}}}}` out"
                yield Fault(line_of(own[key]), message, "hole")
    if any(True for _ in _templates(root)):
        yield from faults(Document(_parted(root), ""), as_written)


def _questions(root: yaml.Node) -> list[yaml.Node]:
    listed = pairs(root).get("questions") if isinstance(root, yaml.MappingNode) else None
    return list(listed.value) if isinstance(listed, yaml.SequenceNode) else []


def _templates(root: yaml.Node) -> Iterator[yaml.MappingNode]:
    for node in _questions(root):
        if isinstance(node, yaml.MappingNode) and pairs(node).keys() & set(VARYING):
            yield node


def _texts(node: yaml.Node) -> Iterator[str]:
    if isinstance(node, yaml.ScalarNode):
        yield node.value
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _texts(item)
    elif isinstance(node, yaml.MappingNode):
        for _, item in node.value:
            yield from _texts(item)


def _parted(root: yaml.Node) -> yaml.Node:
    """Return `root` with its templates as questions: their own keys gone, their holes marked."""
    templates = {id(node): _as_question(node) for node in _templates(root)}
    if not templates or not isinstance(root, yaml.MappingNode):
        return root
    value = []
    for key, node in root.value:
        if isinstance(node, yaml.SequenceNode) and key.value == "questions":
            items = [templates.get(id(item), item) for item in node.value]
            node = yaml.SequenceNode(node.tag, items, node.start_mark, node.end_mark)
        value.append((key, node))
    return yaml.MappingNode(root.tag, value, root.start_mark, root.end_mark)


def _as_question(node: yaml.MappingNode) -> yaml.Node:
    kept = [(key, value) for key, value in node.value if key.value not in VARYING]
    return _marked(yaml.MappingNode(node.tag, kept, node.start_mark, node.end_mark))


def _marked(node: yaml.Node) -> yaml.Node:
    """Return a copy in which a scalar that is one hole has a tag that fits every type."""
    if isinstance(node, yaml.ScalarNode):
        tag = "!hole" if HOLE.fullmatch(node.value) else node.tag
        return yaml.ScalarNode(tag, node.value, node.start_mark, node.end_mark, node.style)
    if isinstance(node, yaml.SequenceNode):
        items = [_marked(item) for item in node.value]
        return yaml.SequenceNode(node.tag, items, node.start_mark, node.end_mark)
    value = [(key, _marked(item)) for key, item in node.value]
    return yaml.MappingNode(node.tag, value, node.start_mark, node.end_mark)
