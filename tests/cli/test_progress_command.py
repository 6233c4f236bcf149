from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mlmath_tutor.cli.main import main
from mlmath_tutor.engine.events import Answered, AnyPayload, Quiz, Visit
from mlmath_tutor.engine.store import Store

COURSE = Path(__file__).parents[1] / "data" / "small"
NAMES = "question toss spread derivation experiment moving root halving summary reading"
CORE = tuple(f"coin.{name}" for name in NAMES.split())


@pytest.fixture
def mlmath(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[str, str]]:
    """Runs `mlmath progress …` on the small course; (out, err)."""

    def run(*words: str, lang: str = "en") -> tuple[str, str]:
        home = ["--home", str(tmp_path), "--lang", lang]
        assert main(["--course", str(COURSE), *home, "progress", *words]) == 0
        captured = capsys.readouterr()
        return captured.out, captured.err

    return run


def happened(home: Path, *payloads: AnyPayload) -> None:
    store = Store(home)
    for payload in payloads:
        store.append(payload)
    store.close()


def answered(question: str, score: float) -> Answered:
    return Answered(question=question, version=1, answer="x", score=score, note="n", quiz="r")


STUDY: tuple[AnyPayload, ...] = (
    *(Visit(section="coin", block=block) for block in CORE),
    Quiz(
        run="r",
        scope="coin",
        step="started",
        questions=("coin.fair", "coin.true-claims", "coin.deviation"),
    ),
    answered("coin.fair", 1.0),
    answered("coin.true-claims", 0.5),
    Quiz(run="r", scope="coin", step="finished"),
)


def test_before_anything_happened_that_is_said(mlmath: Callable[..., tuple[str, str]]) -> None:
    assert "Nothing is recorded yet." in mlmath()[0]
    assert "まだ記録がありません。" in mlmath(lang="ja")[0]


def test_sections_quizzes_skills_and_days_are_printed(
    mlmath: Callable[..., tuple[str, str]], tmp_path: Path
) -> None:
    happened(tmp_path, *STUDY)
    out, err = mlmath()
    assert err == ""
    assert "1 of 2 sections read." in out
    assert "1.1 Tossing a coin: 100 % read, quiz 1 of 3 right" in out
    assert "Days in a row: 1" in out
    assert "Questions due: 0" in out
    assert "1.2" not in out


def test_the_same_is_one_object_for_programs(
    mlmath: Callable[..., tuple[str, str]], tmp_path: Path
) -> None:
    happened(tmp_path, *STUDY)
    told = json.loads(mlmath("--json")[0])
    assert told["course"] == "small"
    assert (told["streak"], told["due"]) == (1, 0)
    coin, dice = told["sections"]
    assert (coin["id"], coin["read"], coin["fraction"], coin["minutes_left"]) == (
        "coin",
        True,
        1.0,
        0,
    )
    assert coin["quiz"] == {"score": 0.5, "right": 1, "questions": 3, "open": False}
    assert (dice["written"], dice["read"], dice["quiz"]) == (False, False, None)
    mean = next(skill for skill in told["skills"] if skill["id"] == "chance.mean")
    assert (mean["questions"], mean["tried"], mean["right"]) == (2, 2, 1)


def test_a_trouble_with_the_file_is_told_and_does_not_stop_the_report(
    mlmath: Callable[..., tuple[str, str]], tmp_path: Path
) -> None:
    happened(tmp_path, *STUDY)
    (tmp_path / "progress.sqlite").write_bytes(b"garbage" * 1000)
    out, err = mlmath("--json")
    assert json.loads(out)["sections"][0]["read"] is False
    assert "was damaged" in err
