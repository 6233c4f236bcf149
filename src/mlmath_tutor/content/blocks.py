"""The blocks a section is made of: a closed union of frozen types, one per kind."""

from __future__ import annotations

from typing import Literal

import msgspec

from .parameters import Parameter
from .questions import Predict, Question
from .replay import Replay
from .text import Phrase, Text


class Symbol(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A symbol used in a block and what it means there."""

    math: str
    meaning: Text


class BlockBase(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="kind"
):
    """What every block has. `id` is permanent: `section.word`."""

    id: str
    title: Text | None = None
    label: str | None = None
    path: Literal["core", "deep"] = "core"
    sheet: bool = False
    formerly: tuple[str, ...] = ()
    symbols: tuple[Symbol, ...] = ()


class Prose(BlockBase, tag="prose", frozen=True, kw_only=True):
    """Running text."""

    text: Text


class Definition(BlockBase, tag="definition", frozen=True, kw_only=True):
    """A definition; its conditions stand in `conditions` or in the text itself."""

    text: Text
    conditions: Text | None = None


class Theorem(BlockBase, tag="theorem", frozen=True, kw_only=True):
    """A theorem; nothing is a theorem without its conditions."""

    text: Text
    conditions: Text


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a derivation (a display formula) and its reason."""

    math: str
    why: Text


class Derivation(BlockBase, tag="derivation", frozen=True, kw_only=True):
    """A derivation, revealed one step at a time."""

    steps: tuple[Step, ...]
    text: Text | None = None


class Program(BlockBase, frozen=True, kw_only=True):
    """A program to run: `file` under the chapter's folder, or `code` in place.

    `replay` is a prepared walk of one of its `params`.
    """

    file: str | None = None
    code: str | None = None
    params: dict[str, Parameter] = {}
    replay: Replay | None = None
    facts: tuple[str, ...] = ()
    reading: Text | None = None

    def __post_init__(self) -> None:
        if self.replay is None:
            return
        parameter = self.params.get(self.replay.name)
        if parameter is None:
            raise ValueError(f"replays `{self.replay.name}`, which is not one of its `params`")
        self.replay.frames(parameter)


class Example(Program, tag="example", frozen=True, kw_only=True):
    """A program with an introduction, a prediction before and a reading after its run."""

    intro: Text | None = None
    predict: Predict | None = None
    show: Literal["code", "figure"] = "code"


class Explore(Program, tag="explore", frozen=True, kw_only=True):
    """A program whose parameters are moved by hand; `ask` is asked before the knobs."""

    ask: Text


class Check(BlockBase, tag="check", frozen=True, kw_only=True):
    """A question inside the text: recorded, neither scored nor scheduled."""

    question: Question


class Pitfall(BlockBase, tag="pitfall", frozen=True, kw_only=True):
    """A misconception by name, and the number or counterexample that breaks it.

    Options and diagnoses name it by the block's id.
    """

    text: Text


class Summary(BlockBase, tag="summary", frozen=True, kw_only=True):
    """What to remember: each point a full statement with its conditions."""

    points: tuple[Text, ...]


class Citation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A place in a work of references.yaml."""

    ref: str
    where: Phrase | None = None


class References(BlockBase, tag="references", frozen=True, kw_only=True):
    """Where to read on."""

    entries: tuple[Citation, ...]


Block = (
    Prose
    | Definition
    | Theorem
    | Derivation
    | Example
    | Explore
    | Check
    | Pitfall
    | Summary
    | References
)


class SectionFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file of one section."""

    leads_to: Text
    needs: Text
    objectives: tuple[Text, ...]
    blocks: tuple[Block, ...]
