"""The shape checker agrees with msgspec on what is valid, and says more about what is not."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest
import yaml

from mlmath_tutor.content.blocks import SectionFile
from mlmath_tutor.content.marked_yaml import Document, compose, plain
from mlmath_tutor.content.parameters import Parameter
from mlmath_tutor.content.shape import faults
from mlmath_tutor.content.templates import QuizAsWritten

SMALL = Path(__file__).parent.parent / "data" / "small"
QUIZ = SMALL / "quizzes/ch1-chance/1-coin.yaml"


def _document(file: Path) -> Document:
    document = compose(file)
    assert isinstance(document, Document)
    return document


def _nodes(root: yaml.Node) -> list[yaml.Node]:
    found, waiting = [], [root]
    while waiting:
        node = waiting.pop()
        found.append(node)
        if isinstance(node, yaml.SequenceNode):
            waiting += node.value
        elif isinstance(node, yaml.MappingNode):
            waiting += [value for _, value in node.value]
    return found


def _damage(node: yaml.Node, chance: random.Random) -> None:
    """Change one node into something that a careless hand might have typed."""
    if isinstance(node, yaml.ScalarNode):
        node.tag, node.value = chance.choice(
            [
                ("tag:yaml.org,2002:int", "7"),
                ("tag:yaml.org,2002:float", "0.5"),
                ("tag:yaml.org,2002:bool", "no"),
                ("tag:yaml.org,2002:str", "something"),
            ]
        )
    elif node.value and chance.random() < 0.5:
        node.value.pop(chance.randrange(len(node.value)))
    elif isinstance(node, yaml.MappingNode) and node.value:
        key, _ = chance.choice(node.value)
        key.value += "s"
    else:
        node.value = []


@pytest.mark.parametrize("seed", range(300))
def test_it_finds_a_fault_exactly_where_msgspec_refuses(seed: int) -> None:
    chance = random.Random(seed)
    document = _document(QUIZ)
    _damage(chance.choice(_nodes(document.root)), chance)
    value, _ = plain(document)
    try:
        msgspec.convert(value, QuizAsWritten)
        refused = False
    except msgspec.ValidationError:
        refused = True
    assert bool(list(faults(document, QuizAsWritten))) == refused


def test_a_valid_file_has_no_faults() -> None:
    assert list(faults(_document(QUIZ), QuizAsWritten)) == []


def _said(tmp_path: Path, text: str, model: type) -> list[tuple[int, str]]:
    file = tmp_path / "file.yaml"
    file.write_text(text, encoding="utf-8")
    return [(fault.line, fault.message) for fault in faults(_document(file), model)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("value: 1", "needs `from` and `to`, or `choice`"),
        ("value: 3\nchoice: [1, 2]", "`value` is not one of `choice`"),
        ("value: 1\nfrom: 0\nto: 2\nscale: log", "a log scale needs `from` above 0"),
        ("value: 1\nfrom: 0\nto: 2\nscale: lg", "did you mean `log`?"),
    ],
)
def test_rules_of_a_model_are_said_at_its_line(tmp_path: Path, text: str, words: str) -> None:
    ((_, message),) = _said(tmp_path, text, Parameter)
    assert words in message


def test_every_fault_of_a_file_is_found_in_one_pass(tmp_path: Path) -> None:
    text = (
        "leads_to: {ja: '次'}\n"
        "objectives: 3\n"
        "blocks:\n"
        "- id: a.b\n"
        "  kind: summary\n"
        "  points: [{ja: '点', en: 'point', fr: 'point'}]\n"
        "- kind: prose\n"
    )
    lines = [line for line, _ in _said(tmp_path, text, SectionFile)]
    assert sorted(lines) == [1, 1, 2, 6, 7, 7]
