from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mlmath_tutor.cli.main import main
from mlmath_tutor.engine.events import Answered, Quiz
from mlmath_tutor.engine.store import Store

TESTS = Path(__file__).parents[1]
COURSE = TESTS / "data" / "small"

Mlmath = Callable[..., tuple[int, str, str]]


@pytest.fixture
def mlmath(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Mlmath:
    """Runs `mlmath quiz …` on the small course with lines typed; (code, out, err)."""

    def run(*words: str, typed: str = "", lang: str = "en") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = main(
            [
                "--course",
                str(COURSE),
                "--home",
                str(tmp_path / "home"),
                "--lang",
                lang,
                "quiz",
                *words,
            ]
        )
        out, err = capsys.readouterr()
        return code, out, err

    return run


@pytest.fixture
def answers(tmp_path: Path) -> Callable[[], list[Answered]]:
    def read() -> list[Answered]:
        store = Store(tmp_path / "home")
        found = [e.what for e in store.events() if isinstance(e.what, Answered)]
        store.close()
        return found

    return read


RIGHT = {"coin.fair": "half", "coin.true-claims": "variance mean", "coin.deviation": "0.025"}


@pytest.mark.parametrize(
    ("question", "typed", "code", "score", "note"),
    [
        ("coin.fair", "half", 0, 1.0, "half"),
        ("Q1.1.1", "1", 0, 1.0, "half"),
        ("coin.fair", "b", 1, 0.0, "grows"),
        ("coin.true-claims", "a b", 0, 1.0, "variance+mean"),
        ("coin.true-claims", "a", 1, 0.75, "variance"),
        ("coin.fair", "z", 3, 0.0, "unreadable"),
        ("coin.fair", "", 3, 0.0, "unreadable"),
    ],
)
def test_one_answer_is_graded_and_printed_as_one_object(
    mlmath: Mlmath, question: str, typed: str, code: int, score: float, note: str
) -> None:
    returned, out, _ = mlmath(question, "--answer", typed, "--json")
    assert returned == code
    told = json.loads(out)
    assert list(told) == [
        "question",
        "kind",
        "valid",
        "score",
        "feedback",
        "note",
        "reading",
        "witness",
        "variant",
        "seed",
    ]
    assert told["valid"] == (code != 3)
    assert told["score"] == pytest.approx(score)
    assert told["note"] == note
    assert told["feedback"]
    assert told["question"] == question or question.startswith("Q")


def test_an_answer_is_recorded_unless_it_cannot_be_read(
    mlmath: Mlmath, answers: Callable[[], list[Answered]]
) -> None:
    mlmath("coin.fair", "--answer", "nonsense")
    assert answers() == []
    mlmath("coin.fair", "--answer", "2")
    mlmath("coin.fair", "--answer", "1")
    assert [(a.question, a.answer, a.score, a.quiz) for a in answers()] == [
        ("coin.fair", "grows", 0.0, ""),
        ("coin.fair", "half", 1.0, ""),
    ]


def test_without_json_the_verdict_is_said_in_the_language_asked_for(mlmath: Mlmath) -> None:
    _, english, _ = mlmath("coin.fair", "--answer", "2")
    _, japanese, _ = mlmath("coin.fair", "--answer", "2", lang="ja")
    assert english.startswith("Not right.\n")
    assert "expected number of heads" in english
    assert japanese.startswith("違います。\n")
    assert "表の回数の期待値" in japanese
    assert "$" not in english + japanese


def test_an_answer_may_stand_in_a_file(mlmath: Mlmath, tmp_path: Path) -> None:
    (tmp_path / "answer.txt").write_text("half\n", encoding="utf-8")
    assert mlmath("coin.fair", "--answer", f"@{tmp_path}/answer.txt")[0] == 0
    code, _, err = mlmath("coin.fair", "--answer", f"@{tmp_path}/none.txt")
    assert code == 2
    assert "none.txt" in err


def test_the_number_of_an_option_counts_in_the_order_of_the_seed(mlmath: Mlmath) -> None:
    notes = set()
    for seed in range(20):
        _, out, _ = mlmath("coin.fair", "--answer", "1", "--seed", str(seed), "--json")
        notes.add(json.loads(out)["note"])
    assert notes == {"half", "grows", "depends"}


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nope"], 2, "no section, chapter or question `nope`"),
        (["dice"], 1, "not yet written"),
        (["1.1", "--answer", "1"], 2, "needs one question"),
        (["coin.fair", "--json"], 2, "goes with `--answer`"),
    ],
)
def test_wrong_words_are_told_in_one_sentence(
    mlmath: Mlmath, words: list[str], code: int, said: str
) -> None:
    returned, out, err = mlmath(*words)
    assert (returned, out) == (code, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_whole_quiz_is_held_line_by_line_to_its_result(mlmath: Mlmath) -> None:
    typed = "\n".join(RIGHT.values()) + "\n"
    code, out, err = mlmath("1.1", "--seed", "1", typed=typed)
    assert (code, err) == (0, "")
    assert [line for line in out.splitlines() if line.startswith("Question")] == [
        "Question 1 of 3",
        "Question 2 of 3",
        "Question 3 of 3",
    ]
    assert "Result: 3 of 3 right (3 at once)" in out
    assert "Next: on in the course" in out


def test_the_seed_gives_the_order_in_which_options_are_numbered(mlmath: Mlmath) -> None:
    one, two = (mlmath("coin", "--seed", seed)[1] for seed in ("1", "2"))
    assert one != two
    assert mlmath("coin", "--seed", "3")[1] == mlmath("coin", "--seed", "3")[1].replace(
        "This goes on from where you left.\n", ""
    )


def test_wrong_and_unreadable_answers_are_told_why_and_asked_again(mlmath: Mlmath) -> None:
    _, out, _ = mlmath("coin", typed="h\nnonsense\ngrows\nh\nhalf\n")
    after = out.partition("Question 1 of 3")[2]
    parts = [
        "Hints come after an attempt.",
        "That could not be read.",
        "Not right.",
        "expected number of heads",
        "Try again.",
        "There are no more hints",
        "Right.",
        "Question 2 of 3",
    ]
    places = [after.index(part) for part in parts]
    assert places == sorted(places)


def test_leaving_and_coming_back_goes_on_at_the_same_question(mlmath: Mlmath) -> None:
    _, first, _ = mlmath("coin", typed="half\nmean\nq\n")
    assert "`mlmath quiz coin`" in first or "mlmath quiz 1.1" in first
    _, second, _ = mlmath("1.1", typed="mean variance\n")
    assert "This goes on from where you left." in second
    assert "Question 1 of 3" not in second
    assert second.index("Question 2 of 3") < second.index("Partly right")
    assert "Question 3 of 3" in second


def test_the_end_of_the_input_leaves_the_quiz_open(
    mlmath: Mlmath, answers: Callable[[], list[Answered]]
) -> None:
    code, out, err = mlmath("coin", typed="half\n")
    assert (code, err) == (0, "")
    assert "Your answers are kept." in out
    assert [a.answer for a in answers()] == ["half"]


def test_a_skipped_question_comes_back_at_the_end(mlmath: Mlmath) -> None:
    _, out, _ = mlmath("coin", typed="s\nvariance mean\n0.025\nhalf\n")
    asked = [line.split()[1] for line in out.splitlines() if line.startswith("Question")]
    assert asked == ["1", "2", "3", "1"]
    assert "Result: 3 of 3 right" in out


def test_letters_typed_in_japanese_width_are_the_same_letters(mlmath: Mlmath) -> None:
    _, out, _ = mlmath("coin", typed="ｈ\nｑ\n", lang="ja")
    assert "ヒントは、1 回答えたあとに見られます。" in out
    assert "続けられます" in out


def test_misconceptions_are_named_in_the_result_with_what_to_read(mlmath: Mlmath) -> None:
    typed = "half\nvariance mean deviation\nvariance mean\n0.025\n"
    _, out, _ = mlmath("coin", typed=typed)
    result = out.partition("Result:")[2]
    assert "The spread falls as 1/n (1×, 1.1)" in result
    assert "Next: re-read “The spread falls as 1/n” in 1.1" in result


def test_a_question_by_itself_and_a_whole_chapter_are_quizzes_too(
    mlmath: Mlmath, tmp_path: Path
) -> None:
    assert "Question 1 of 1" in mlmath("Q1.1.2", typed="a b\n")[1]
    assert "Question 1 of 3" in mlmath("chance")[1]
    store = Store(tmp_path / "home")
    scopes = [e.what.scope for e in store.events() if isinstance(e.what, Quiz)]
    assert set(scopes) == {"coin.true-claims", "chance"}


def test_progress_that_cannot_be_saved_is_told_and_the_quiz_goes_on(
    mlmath: Mlmath, tmp_path: Path
) -> None:
    (tmp_path / "home").write_text("in the way")
    code, out, err = mlmath("coin", typed="half\n")
    assert code == 0
    assert "Right." in out
    assert "Progress is not being saved" in err


def test_a_damaged_progress_file_is_told(mlmath: Mlmath, tmp_path: Path) -> None:
    mlmath("coin", typed="half\n")
    (tmp_path / "home" / "progress.sqlite").write_bytes(b"garbage" * 1000)
    code, _, err = mlmath("coin.fair", "--answer", "1")
    assert code == 0
    assert "was damaged" in err


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
def test_an_answer_graded_on_the_screen_survives_kill_9(
    tmp_path: Path, answers: Callable[[], list[Answered]]
) -> None:
    command = [sys.executable, "-m", "mlmath_tutor", "--course", str(COURSE)]
    command += ["--home", str(tmp_path / "home"), "--lang", "en", "quiz", "coin"]
    environment = {
        **os.environ,
        "PYTHONPATH": str(TESTS.parent / "src"),
        "PYTHONUNBUFFERED": "1",
    }
    for n in range(3):
        with subprocess.Popen(
            command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as child:
            assert child.stdin is not None
            assert child.stdout is not None
            child.stdin.write("grows\n")
            child.stdin.flush()
            while "Try again." not in child.stdout.readline():
                assert child.poll() is None
            child.send_signal(signal.SIGKILL)
        assert [a.answer for a in answers()] == ["grows"] * (n + 1)
