"""A replay's frames: which values it walks through, and which walks are refused."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from mlmath_tutor.content.blocks import Explore
from mlmath_tutor.content.loading import load
from mlmath_tutor.content.parameters import Parameter, Value
from mlmath_tutor.content.replay import Replay

EXPLORATIONS = Path(__file__).parents[1] / "data" / "explorations"


def replay(**keys: object) -> Replay:
    return msgspec.convert({"name": "n", **keys}, Replay)


def parameter(**keys: object) -> Parameter:
    return msgspec.convert(keys, Parameter)


WHOLE = parameter(value=3, **{"from": 0, "to": 10})
REAL = parameter(value=0.5, **{"from": 0.0, "to": 1.0})
LOG = parameter(value=0.01, scale="log", **{"from": 0.001, "to": 10})
CHOICE = parameter(value="a", choice=["a", "b", "c"])


@pytest.mark.parametrize(
    ("of", "keys", "frames"),
    [
        (WHOLE, {"from": 0, "to": 4, "steps": 5}, (0, 1, 2, 3, 4)),
        (WHOLE, {"from": 4, "to": 0, "steps": 3}, (4, 2, 0)),
        (WHOLE, {"from": 0, "to": 2, "steps": 9}, (0, 1, 2)),
        (REAL, {"from": 0, "to": 1, "steps": 5}, (0.0, 0.25, 0.5, 0.75, 1.0)),
        (LOG, {"from": 0.001, "to": 10, "steps": 5}, (0.001, 0.01, 0.1, 1.0, 10.0)),
        (CHOICE, {"values": ["c", "a"]}, ("c", "a")),
        (WHOLE, {"values": [0, 1, 0]}, (0, 1, 0)),
    ],
)
def test_frames(of: Parameter, keys: dict[str, object], frames: tuple[Value, ...]) -> None:
    assert replay(**keys).frames(of) == frames


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({}, "needs `values`"),
        ({"from": 0, "to": 4}, "needs `values`"),
        ({"values": [1, 2], "steps": 3}, "keep one way"),
        ({"values": [1]}, "at least 2"),
        ({"from": 0, "to": 4, "steps": 1}, "at least 2"),
    ],
)
def test_a_walk_that_is_not_one_is_refused(keys: dict[str, object], told: str) -> None:
    with pytest.raises(msgspec.ValidationError, match=told):
        replay(**keys)


@pytest.mark.parametrize(
    ("of", "keys", "told"),
    [
        (WHOLE, {"values": [0, 11]}, "11"),
        (WHOLE, {"from": 0, "to": 12, "steps": 4}, "12"),
        (CHOICE, {"values": ["a", "d"]}, "'d'"),
        (CHOICE, {"from": 0, "to": 1, "steps": 2}, "a choice"),
        (LOG, {"from": 0, "to": 1, "steps": 2}, "above 0"),
    ],
)
def test_a_frame_outside_the_parameter_is_refused(
    of: Parameter, keys: dict[str, object], told: str
) -> None:
    with pytest.raises(ValueError, match=told):
        replay(**keys).frames(of)


def test_a_block_replays_one_of_its_own_parameters() -> None:
    block = {"id": "a.b", "kind": "explore", "ask": "?", "replay": {"name": "m", "values": [1, 2]}}
    with pytest.raises(msgspec.ValidationError, match="not one of its `params`"):
        msgspec.convert({**block, "ask": {"ja": "?", "en": "?"}}, Explore)


def test_the_explorations_load_without_a_finding() -> None:
    loaded = load(EXPLORATIONS)
    assert loaded.findings == ()
    assert loaded.course is not None
    programs = [loaded.course.program(f"X1.1.{number}") for number in (1, 2, 3)]
    assert all(program is not None and program.replay is not None for program in programs)
