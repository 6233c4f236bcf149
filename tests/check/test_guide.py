"""The authors' guide shows nothing that is not in the sample course, and every kind."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from mlmath_tutor.content.questions import Question

ROOT = Path(__file__).parents[2]
GUIDE = "".join(
    (ROOT / "docs" / name).read_text(encoding="utf-8")
    for name in ("questions.md", "question-kinds.md")
)
QUIZZES = sorted((ROOT / "tests/data/kinds/quizzes").glob("*/*.yaml"))
SNIPPETS = re.findall(r"```yaml\n(.*?)```", GUIDE, flags=re.DOTALL)
COMING = {"derivation", "gradient"}
LEFT_OUT = "  # …\n"


def samples() -> dict[str, str]:
    """Return the source of every question of the sample course, by its first line."""
    found = {}
    for file in QUIZZES:
        for source in re.split(r"(?m)^(?=- id: )", file.read_text(encoding="utf-8"))[1:]:
            found[source.partition("\n")[0]] = source
    return found


@pytest.mark.parametrize("snippet", SNIPPETS, ids=lambda s: s.partition("\n")[0])
def test_a_snippet_is_part_of_a_sample(snippet: str) -> None:
    source = samples()[snippet.partition("\n")[0]]
    at = 0
    for piece in snippet.split(LEFT_OUT):
        assert piece.rstrip("\n") in source[at:], piece
        at = source.index(piece.rstrip("\n"), at)


def test_there_is_a_sample_of_every_kind_in_the_guide() -> None:
    kinds = {str(model.__struct_config__.tag) for model in get_args(Question)}
    shown = set(re.findall(r"(?m)^  kind: (\w+)$", "".join(SNIPPETS)))
    assert kinds - shown <= COMING
    assert shown <= kinds
