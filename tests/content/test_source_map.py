from __future__ import annotations

from pathlib import Path

from mlmath_tutor.content.loading import load

SMALL = Path(__file__).parent.parent / "data" / "small"
LESSON = SMALL / "lessons/ch1-chance/1-coin.yaml"
QUIZ = SMALL / "quizzes/ch1-chance/1-coin.yaml"


def _line(file: Path, words: str, nth: int = 1) -> int:
    lines = file.read_text(encoding="utf-8").splitlines()
    return [number for number, line in enumerate(lines, 1) if words in line][nth - 1]


def test_keys_lead_to_the_line_of_a_value() -> None:
    source = load(SMALL).source
    assert source.line(LESSON, ("blocks", 2)) == _line(LESSON, "id: coin.spread")
    assert source.line(LESSON, ("blocks", 3, "steps", 1, "why", "en")) == _line(
        LESSON, "By independence the terms"
    )
    assert source.line(QUIZ, ("questions", 2, "answer")) == _line(QUIZ, "answer:")


def test_an_offset_counts_lines_of_a_text() -> None:
    source = load(SMALL).source
    keys = ("blocks", 0, "text", "ja")
    assert source.line(LESSON, keys, 1) == _line(LESSON, "この硬貨は偏っている")
    assert source.line(LESSON, keys, 3) == _line(LESSON, "答えるには")


def test_keys_that_lead_nowhere_give_the_innermost_line() -> None:
    source = load(SMALL).source
    assert source.line(LESSON, ("blocks", 2, "path")) == _line(LESSON, "id: coin.spread")
    assert source.line(LESSON, ("blocks", 99)) == _line(LESSON, "id: coin.question")
    assert source.line(SMALL / "other.yaml", ()) == 0


def test_an_id_is_found_wherever_it_stands() -> None:
    source = load(SMALL).source
    (place,) = source.places("coin.true-claims")
    assert place == (QUIZ, _line(QUIZ, "id: coin.true-claims"))
    assert source.places("coin.nothing") == ()


def test_ids_of_a_file_with_faults_are_still_known(tmp_path: Path) -> None:
    lessons = tmp_path / "lessons"
    lessons.mkdir()
    (lessons / "course.yaml").write_text("id: tiny\nchapter: []\n", encoding="utf-8")
    loaded = load(tmp_path)
    assert loaded.course is None
    assert [place.line for place in loaded.source.places("tiny")] == [1]
