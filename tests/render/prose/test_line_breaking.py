"""Where a line may be broken, one rule after the other."""

from __future__ import annotations

import pytest

from mlmath_tutor.render.prose import layout, wrap
from mlmath_tutor.render.runs import Run, plain
from render.prose_double import SourceTypesetter

TYPESETTER = SourceTypesetter()


def rows(source: str, width: int) -> list[str]:
    return [plain(line.row) for line in layout(source, width, TYPESETTER)]


@pytest.mark.parametrize(
    ("source", "width", "expected"),
    [
        ("あいうえおかきくけこ", 10, ["あいうえお", "かきくけこ"]),
        ("あいうえおか。きくけ", 12, ["あいうえお", "か。きくけ"]),
        ("あいうえ「お」かきく", 10, ["あいうえ", "「お」かき", "く"]),
        ("あいう（え）」。かき", 10, ["あいう", "（え）」。", "かき"]),
        ("あいうえおっとかきく", 10, ["あいうえ", "おっとかき", "く"]),
        ("あいうえデータかきく", 10, ["あいうえ", "データかき", "く"]),
        ("あいうえ人々がいる。", 10, ["あいうえ", "人々がい", "る。"]),
        ("あいうえお……かきく", 10, ["あいうえ", "お……かきく"]),
    ],
    ids=["plain", "stop", "opening", "closing", "small kana", "long vowel", "repeat", "leader"],
)
def test_characters_that_may_not_begin_or_end_a_line_move_with_their_neighbour(
    source: str, width: int, expected: list[str]
) -> None:
    assert rows(source, width) == expected


@pytest.mark.parametrize(
    ("source", "width", "expected"),
    [
        ("the posterior mean of data", 13, ["the posterior", "mean of data"]),
        ("これは NumPy で書く", 10, ["これは", "NumPy で書", "く"]),
        ("これはNumPyで書く", 10, ["これは", "NumPyで書", "く"]),
        ("overfit, (see below).", 14, ["overfit, (see", "below)."]),
    ],
)
def test_latin_words_stay_whole_and_keep_their_punctuation(
    source: str, width: int, expected: list[str]
) -> None:
    assert rows(source, width) == expected


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("全体のうち 5 % です", "5 %"),
        ("部屋には 100 人がいる", "100 人"),
        ("乱数は 32 ビットです", "32 ビット"),
        ("it took 0.13 s to run", "0.13 s"),
        ("a file of 20 MB, large", "20 MB,"),
        ("error 0.48 ± 0.02 here", "0.48 ± 0.02"),
        ("a rate of **5** % now", "5 %"),
        ("部屋には **100** 人がいる", "100 人"),
        ("a file of `20` MB or so", "20 MB"),
        ("誤差は $0.8$ 倍です", "0.8 倍"),
        ("データが $n$ 個ある", "n 個"),
    ],
)
def test_a_number_keeps_its_unit_or_counter(source: str, kept: str) -> None:
    for width in range(len(kept) + 4, 24):
        assert any(kept in row for row in rows(source, width)), width


def test_a_word_after_a_number_that_is_no_unit_may_begin_a_line() -> None:
    assert rows("we drew 1000 words today", 12) == ["we drew 1000", "words today"]


def test_the_space_between_japanese_and_latin_is_dropped_at_both_edges_of_a_line() -> None:
    assert rows("あいうえ $x$ かきくけ", 8) == ["あいうえ", "x かきく", "け"]
    assert rows("あいうえ $x$ かきくけ", 10) == ["あいうえ x", "かきくけ"]


def test_a_formula_is_broken_only_between_its_pieces() -> None:
    assert rows("aaaa $fghijklm=nopq$", 12) == ["aaaa", "fghijklm=", "nopq"]
    assert rows("aa $x= 2$ and", 6) == ["aa", "x= 2", "and"]


def test_a_formula_moves_to_the_next_line_whole_if_that_leaves_a_nearly_full_line() -> None:
    source = "a full line of words $aaaaaaaa=bbbb$ here"
    assert rows(source, 30) == ["a full line of words", "aaaaaaaa=bbbb here"]
    assert rows("a line $aaaaaaaa=bbbbbbbb$ here", 18) == ["a line aaaaaaaa=", "bbbbbbbb here"]


def test_a_formula_is_not_broken_so_that_a_few_cells_stand_alone() -> None:
    assert rows("aaaa $n= 22222$", 9) == ["aaaa", "n= 22222"]
    assert rows("aaa $bbbbbbbb= 1$", 14) == ["aaa", "bbbbbbbb= 1"]


def test_short_code_stays_whole_and_long_code_is_broken_at_its_spaces() -> None:
    assert rows("call `f(a, b)` now", 10) == ["call", "f(a, b)", "now"]
    assert rows("call `function(first, second)` now", 24) == ["call function(first,", "second) now"]


def test_punctuation_and_brackets_beside_a_formula_stay_with_it() -> None:
    assert rows("あいう（$x$）、かき", 8) == ["あいう", "（x）、", "かき"]
    assert rows("the sum ($xyz$), then", 11) == ["the sum", "(xyz), then"]


def test_text_beside_a_formula_without_a_space_is_part_of_its_word() -> None:
    assert rows("an $n$-dimensional one", 15) == ["an", "n-dimensional", "one"]


def test_a_word_with_a_hyphen_is_broken_only_to_avoid_a_line_much_too_short() -> None:
    assert rows("a cross-validation", 12) == ["a cross-", "validation"]
    source = "aaaaaaaaaaaaaaa-bbb-c long-tailedness"
    assert rows(source, 27) == ["aaaaaaaaaaaaaaa-bbb-c", "long-tailedness"]


def test_a_word_longer_than_the_line_is_cut_as_the_last_resort() -> None:
    assert rows("x https://example.org y", 10) == ["x", "https://ex", "ample.org", "y"]


def test_what_is_too_long_is_cut_at_a_space_inside_it_if_there_is_one() -> None:
    row = (Run("aaaaaa bbbb cccc", "maths"),)
    for width in (11, 12, 13):
        assert [plain(part) for part in wrap(row, width)] == ["aaaaaa bbbb", "cccc"]


def test_parts_of_what_was_cut_keep_the_space_between_them_on_one_line() -> None:
    row = (Run("aaaaaa bb cccccccc", "maths"),)
    assert [plain(part) for part in wrap(row, 8)] == ["aaaaaa", "bb", "cccccccc"]
    assert [plain(part) for part in wrap((Run("aaaa bbbbb c", "maths"),), 7)] == ["aaaa", "bbbbb c"]


def test_a_last_line_of_one_word_gets_company_from_the_line_before() -> None:
    assert rows("二つの行列の積は、順序で値が違うことになります。", 46) == [
        "二つの行列の積は、順序で値が違うことに",
        "なります。",
    ]
    assert rows("the factor is what the bound promises, not it.", 44) == [
        "the factor is what the bound",
        "promises, not it.",
    ]


def test_a_last_line_stays_alone_if_company_would_leave_the_line_before_half_empty() -> None:
    formula = "b" * 24
    assert rows(f"aaaaaa ${formula}$ it.", 32) == [f"aaaaaa {formula}", "it."]


def test_a_word_is_not_torn_to_give_the_last_line_company() -> None:
    assert rows("二つの行列の積は、順序で値が変わります。", 38) == [
        "二つの行列の積は、順序で値が",
        "変わります。",
    ]
    assert rows("二つの行列の積は、順序で値が変化します。", 38) == [
        "二つの行列の積は、順序で値が",
        "変化します。",
    ]


def test_the_polite_ending_of_a_sentence_is_not_torn() -> None:
    assert rows("値が一つになりました", 16) == ["値が一つになり", "ました"]
    assert rows("値は一つです。次も同じ", 12) == ["値は一つ", "です。次も同", "じ"]


def test_combining_marks_stay_on_their_letter() -> None:
    assert rows("x\u0302y\u0302z\u0302", 1) == ["x\u0302", "y\u0302", "z\u0302"]


def test_a_character_wider_than_the_line_is_marked_not_shown() -> None:
    assert rows("aあ", 1) == ["a", "?"]


def test_wrapping_keeps_styles_and_links() -> None:
    row = (Run("see "), Run("the prior", "link", "term:prior"), Run(" here"))
    assert wrap(row, 8) == (
        (Run("see "), Run("the", "link", "term:prior")),
        (Run("prior", "link", "term:prior"),),
        (Run("here"),),
    )


def test_an_empty_row_stays_one_row() -> None:
    assert wrap((), 10) == ((),)
