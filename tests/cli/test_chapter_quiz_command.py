"""`mlmath quiz` for quizzes that draw their questions, for practice, and how sure one is."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mlmath_tutor.cli.main import main
from mlmath_tutor.content.loading import load
from mlmath_tutor.content.questions import Numeric
from mlmath_tutor.engine.events import Answered, Quiz
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.store import Store
from varying_chapters import varying

CHAPTERS = Path(__file__).parents[1] / "data" / "chapters"

Mlmath = Callable[..., tuple[int, str, str]]


@pytest.fixture
def mlmath(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Mlmath:
    """Runs `mlmath quiz …` on the course of two chapters with lines typed; (code, out, err)."""

    def run(
        *words: str, typed: str = "", lang: str = "en", course: Path = CHAPTERS
    ) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        common = ["--course", str(course), "--home", str(tmp_path / "home"), "--lang", lang]
        code = main([*common, "quiz", *words])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def events(home: Path) -> list[object]:
    store = Store(home / "home")
    found: list[object] = [event.what for event in store.events()]
    store.close()
    return found


def answers(home: Path) -> list[Answered]:
    return [what for what in events(home) if isinstance(what, Answered)]


def rights(mlmath: Mlmath, *words: str) -> str:
    """Return what to type to answer the quiz left open rightly, from the question shown on."""
    course = load(CHAPTERS).course
    assert course is not None
    value = {
        re.sub(r"\s", "", q.stem.en.split("$")[1]).replace(r"\times", "×"): q.answer.value
        for q in course.questions
        if isinstance(q, Numeric)
    }
    typed: list[str] = []
    while True:
        _, out, _ = mlmath(*words, typed="\n".join(typed))
        if "Result:" in out:
            return out
        asked = re.findall(r"How much is (.*)\?", out)[-1].replace("−", "-")
        typed = [str(value[re.sub(r"\s", "", asked)])]


def test_a_chapter_quiz_is_drawn_held_left_and_gone_on_with(mlmath: Mlmath, tmp_path: Path) -> None:
    code, out, _ = mlmath("2", "--seed", "5")
    assert code == 0
    assert "Chapter quiz 2" in out
    assert "Question 1 of 10" in out
    started = [w for w in events(tmp_path) if isinstance(w, Quiz) and w.step == "started"]
    assert [(s.scope, s.seed, len(s.questions), s.practice) for s in started] == [
        ("products", 5, 10, False)
    ]
    out = rights(mlmath, "2")
    assert "Result: 10 of 10 right (10 at once)" in out
    again = [w for w in events(tmp_path) if isinstance(w, Quiz) and w.step == "started"]
    assert len(again) == 1


def test_the_same_seed_asks_the_same_and_another_one_something_else(mlmath: Mlmath) -> None:
    def first(seed: str) -> str:
        _, out, _ = mlmath("1", "--seed", seed)
        return out[out.index("Question 1") :]

    assert first("3") == first("3")
    assert len({first(str(seed)) for seed in range(6)}) > 1


def test_a_seed_alone_decides_whatever_was_asked_or_missed_before(
    mlmath: Mlmath, tmp_path: Path
) -> None:
    course = varying(tmp_path)
    wrong = "99\ns\n" * 10
    runs = [mlmath("2", "--seed", "5", typed=wrong, course=course)[1] for _ in range(3)]
    assert len({run[: run.index("Result:")].partition("Question 1")[2] for run in runs}) == 1
    started = [w for w in events(tmp_path) if isinstance(w, Quiz) and w.step == "started"]
    assert len(started) == 3
    assert len({(s.questions, s.variants) for s in started}) == 1
    assert any(started[0].variants)


def test_a_seed_is_named_only_where_it_asks_the_same_again(mlmath: Mlmath, tmp_path: Path) -> None:
    course = varying(tmp_path)
    _, out, _ = mlmath("2", typed="99\ns\n" * 10, course=course)
    assert re.search(r"Seed (\d+): mlmath quiz 2 --seed \1 ", out)
    _, out, _ = mlmath("2", course=course)
    assert "Seed" not in out
    _, out, _ = mlmath("1.1")
    assert "Seed" not in out


def test_the_final_quiz_has_a_name_of_its_own(mlmath: Mlmath) -> None:
    code, out, _ = mlmath("course")
    assert (code, "Final quiz" in out) == (0, True)
    code, _, err = mlmath("diagnostic")
    assert code == 1
    assert "no `diagnostic` quiz yet" in err


def test_a_chapter_with_little_written_asks_what_there_is_and_says_so(
    mlmath: Mlmath, tmp_path: Path
) -> None:
    course = Path(shutil.copytree(CHAPTERS, tmp_path / "course"))
    (course / "quizzes" / "ch1-sums" / "2-taking.yaml").unlink()
    _, out, _ = mlmath("1", course=course)
    assert "Of its 10 questions only 7 are written so far" in out
    assert "Question 1 of 7" in out


def test_practice_of_a_skill_leaves_results_alone(mlmath: Mlmath, tmp_path: Path) -> None:
    code, out, _ = mlmath("products.zero", typed="0\n0\n0\n0\n")
    assert code == 0
    assert "This is practice" in out
    assert "Result: 4 of 4 right" in out
    course = load(CHAPTERS).course
    assert course is not None
    store = Store(tmp_path / "home")
    progress = Progress(course, store.events())
    store.close()
    assert progress.last_result("products.zero") is None
    assert progress.best("times.zero-3") == 1.0


def test_practice_of_a_section_is_no_quiz_of_it(mlmath: Mlmath, tmp_path: Path) -> None:
    _, out, _ = mlmath("1.1", "--practice")
    assert "Practice Adding" in out
    started = [w for w in events(tmp_path) if isinstance(w, Quiz)]
    assert [(s.scope, s.practice) for s in started] == [("adding", True)]


def test_what_is_told_to_be_typed_next_goes_on_with_the_practice(
    mlmath: Mlmath, tmp_path: Path
) -> None:
    _, out, _ = mlmath("1.1", "--practice", typed="99\n")
    assert "mlmath quiz 1.1 --practice goes on from here" in out
    _, out, _ = mlmath("1.1", "--practice", typed="99\ns\n" * 6)
    assert "mlmath quiz 1.1 --practice --missed" in out
    code, out, _ = mlmath("1.1", "--practice", "--missed", typed="99\n")
    assert (code, "Question 1 of 6" in out) == (0, True)
    started = [w for w in events(tmp_path) if isinstance(w, Quiz) and w.step == "started"]
    assert [s.practice for s in started] == [True, True]
    code, _, err = mlmath("1.1", "--missed")
    assert (code, "still missed" in err) == (1, True)


def test_how_sure_is_asked_only_on_request_and_before_the_verdict(
    mlmath: Mlmath, tmp_path: Path
) -> None:
    _, out, _ = mlmath("adding.small-1", "--confidence", typed="4\nsure\n3\n")
    assert out.index("How sure") < out.index("Not right.")
    assert out.count("How sure") == 1
    assert [(a.answer, a.sure) for a in answers(tmp_path)] == [("4", "sure"), ("3", None)]
    assert "Sure, and wrong" in out
    assert out.index("Sure, and wrong") < out.index("By skill")
    assert "Right at once: sure 0 of 1." in out
    _, plain, _ = mlmath("adding.small-2", typed="5\n")
    assert "How sure" not in plain


@pytest.mark.parametrize(
    ("typed", "sure"),
    [("1", "guess"), ("２", "think"), ("d", "sure"), ("勘", "guess"), ("", None), ("x", None)],
)
def test_how_sure_is_said_by_number_letter_or_word(
    mlmath: Mlmath, tmp_path: Path, typed: str, sure: str | None
) -> None:
    mlmath("adding.small-1", "--confidence", typed=f"3\n{typed}\n", lang="ja")
    assert [a.sure for a in answers(tmp_path)] == [sure]


def test_an_answer_that_cannot_be_read_is_not_asked_about(mlmath: Mlmath) -> None:
    _, out, _ = mlmath("adding.small-1", "--confidence", typed="abc\n")
    assert "How sure" not in out


def test_an_answer_given_before_the_input_ends_is_recorded(mlmath: Mlmath, tmp_path: Path) -> None:
    mlmath("adding.small-1", "--confidence", typed="3\n")
    assert [(a.answer, a.sure) for a in answers(tmp_path)] == [("3", None)]


def test_how_sure_can_go_with_one_answer(mlmath: Mlmath, tmp_path: Path) -> None:
    code, _, _ = mlmath("adding.small-1", "--answer", "3", "--sure", "think")
    assert code == 0
    assert [a.sure for a in answers(tmp_path)] == ["think"]


def test_going_back_and_marking(mlmath: Mlmath) -> None:
    _, out, _ = mlmath("1.1", typed="<\n3\n<\ns\n!\n!\n!\ns\n")
    assert "There is no question before this one." in out
    heads = re.findall(r"Question (\d) of 6", out)
    assert heads == ["1", "2", "1", "2", "3"]
    assert out.count("Marked: it comes back at the end.") == 2
    assert out.count("No longer marked.") == 1


def test_the_missed_are_asked_once_more(mlmath: Mlmath) -> None:
    code, _, err = mlmath("1.1", "--missed")
    assert code == 1
    assert "still missed" in err
    _, out, _ = mlmath("1.1", typed="3\n99\ns\n7\n16\n18\n20\n")
    assert "Result: 5 of 6 right" in out
    assert "mlmath quiz 1.1 --missed" in out
    code, out, _ = mlmath("1.1", "--missed", typed="5\n")
    assert code == 0
    assert "Question 1 of 1" in out
    assert "Result: 1 of 1 right" in out


def test_a_quiz_taken_again_comes_in_another_order(mlmath: Mlmath) -> None:
    rights(mlmath, "1.1")
    orders = set()
    for _ in range(4):
        _, out, _ = mlmath("1.1")
        orders.add(re.findall(r"How much is (.*)\?", out)[0])
        rights(mlmath, "1.1")
    assert orders != {"1 + 2"}


def test_the_result_compares_with_the_last_time(mlmath: Mlmath) -> None:
    _, out, _ = mlmath("1.1", typed="3\n99\ns\n7\n16\n18\n20\n")
    assert "last time" not in out
    assert "1 more than last time" in rights(mlmath, "1.1")


def test_the_list_and_the_progress_tell_of_drawn_quizzes(
    mlmath: Mlmath, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    common = ["--course", str(CHAPTERS), "--home", str(tmp_path / "home"), "--lang", "en"]
    rights(mlmath, "1")
    main([*common, "list"])
    assert "Chapter quiz 2  (mlmath quiz 2, 10 questions)" in capsys.readouterr().out
    main([*common, "list", "--json"])
    listed = json.loads(capsys.readouterr().out)["quizzes"]
    assert [(q["id"], q["questions"], q["ready"]) for q in listed] == [
        ("sums", 10, True),
        ("products", 10, True),
        ("course", 10, True),
    ]
    main([*common, "progress"])
    assert "Chapter quiz 1: 10 of 10" in capsys.readouterr().out
    main([*common, "progress", "--json"])
    told = {q["id"]: q["quiz"] for q in json.loads(capsys.readouterr().out)["quizzes"]}
    assert told["sums"] == {"score": 1.0, "right": 10, "questions": 10, "open": False}
    assert told["course"] is None


def test_after_success_all_help_can_be_read_by_going_back(mlmath: Mlmath, tmp_path: Path) -> None:
    course = Path(shutil.copytree(CHAPTERS, tmp_path / "course"))
    file = course / "quizzes" / "ch1-sums" / "1-adding.yaml"
    helped = """  hints:
  - {ja: 'ひとつめ', en: 'the first hint'}
  - {ja: 'ふたつめ', en: 'the second hint'}
  - {ja: 'みっつめ', en: 'the third hint'}
  solution: {steps: [{why: {ja: '数えます', en: 'count on'}}]}
- id: adding.small-2"""
    text = file.read_text(encoding="utf-8").replace("- id: adding.small-2", helped, 1)
    file.write_text(text, encoding="utf-8")
    _, out, _ = mlmath("1.1", typed="h\n4\nh\n3\n<\nh\nh\n", course=course)
    assert "Hints come after an attempt." in out
    first, after = out.split("Right.", 1)
    assert "the first hint" in first
    assert "the second hint" not in first
    assert [words in after for words in ("the third hint", "count on")] == [True, True]
    assert "There are no more hints for this one." in after


def test_what_was_sure_and_wrong_is_told_to_stay_best(mlmath: Mlmath) -> None:
    _, out, _ = mlmath("adding.small-1", "--confidence", typed="4\n3\n3\n")
    assert "You were sure of this one." in out
