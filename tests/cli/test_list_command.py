from __future__ import annotations

import json
from pathlib import Path

import pytest

from mlmath_tutor.cli.list import libraries
from mlmath_tutor.cli.main import main

SMALL = Path(__file__).parent.parent / "data" / "small"


def test_the_course_is_listed_as_one_json_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--json", "--course", str(SMALL)]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed["course"] == "small"
    assert listed["languages"] == ["ja", "en"]
    (chapter,) = listed["chapters"]
    assert (chapter["id"], chapter["minutes"]) == ("chance", 13)
    coin, dice = chapter["sections"]
    assert coin["title"] == {"ja": "硬貨投げ", "en": "Tossing a coin"}
    assert coin["examples"] == [
        {
            "id": "coin.experiment",
            "file": "lessons/ch1-chance/examples/tosses.py",
            "libraries": ["matplotlib", "numpy"],
        }
    ]
    assert coin["explorations"] == ["coin.moving"]
    assert coin["derivations"] == ["coin.derivation"]
    assert coin["questions"][1] == {
        "id": "coin.true-claims",
        "kind": "multiple",
        "skills": ["chance.mean", "chance.spread"],
        "variants": 1,
    }
    assert (dice["written"], dice["examples"], dice["questions"]) == (False, [], [])


def test_the_contents_are_listed_for_a_reader(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--course", str(SMALL), "--lang", "en"]) == 0
    out = capsys.readouterr().out
    assert "1.1  Tossing a coin  (coin, 6 min)" in out
    assert "E1.1  coin.experiment  How much the relative frequency varies" in out
    assert "Q1.1.3  coin.deviation" in out
    assert "1.2 Rolling dice is not yet written." in out


def test_libraries_are_the_packages_imported_at_the_top() -> None:
    source = (
        "import os.path, numpy as np\nfrom sklearn.datasets import load_digits\n"
        "from . import near\ndef f():\n    import torch\n"
    )
    assert libraries(source) == ["numpy", "os", "sklearn"]
    assert libraries("import (\n") == []
