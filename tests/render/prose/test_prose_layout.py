"""How blocks stand on the page: paragraphs, display formulas, lists and tables."""

from __future__ import annotations

from mlmath_tutor.render.prose import BULLET, RULE, layout, plain
from mlmath_tutor.render.runs import Run, row_cells
from mlmath_tutor.render.runs import plain as text_of
from render.prose_double import SourceTypesetter

TYPESETTER = SourceTypesetter()


def drawn(source: str, width: int) -> list[str]:
    return plain(source, TYPESETTER, width).replace(BULLET, "*").replace(RULE, "-").split("\n")


def test_one_blank_row_stands_between_paragraphs_and_none_at_the_ends() -> None:
    assert drawn("\n\none\n\n\n\ntwo\n\n", 20) == ["one", "", "two"]


def test_an_empty_text_has_no_rows() -> None:
    assert layout("", 20, TYPESETTER) == ()
    assert layout(" \n\n ", 20, TYPESETTER) == ()


def test_a_display_is_indented_and_stands_between_blank_rows() -> None:
    assert drawn("so\n$$\na = b\nc\n$$\nthen", 30) == ["so", "", "    a = b", "    c", "", "then"]


def test_rows_of_a_display_know_their_source_and_no_other_rows_do() -> None:
    lines = layout("so\n$$\na\nb\n$$\nthen $x$", 30, TYPESETTER)
    assert [line.formula for line in lines] == [None, None, "a\nb", "a\nb", None, None]


def test_the_indent_of_a_display_is_a_choice() -> None:
    (line,) = layout("$$\na\n$$", 30, TYPESETTER, indent=7)
    assert text_of(line.row) == "       a"


def test_a_display_gives_up_its_indent_to_fit_and_keeps_its_rows_when_it_cannot() -> None:
    assert drawn("$$\nabcdefgh\n$$", 10) == ["  abcdefgh"]
    assert drawn("$$\nabcdefgh\n$$", 6) == ["abcdefgh"]


def test_items_of_a_list_hang_beside_their_markers() -> None:
    source = "- first item\n- second item that is long"
    assert drawn(source, 16) == ["* first item", "* second item", "  that is long"]


def test_numbers_of_an_ordered_list_are_right_aligned_and_begin_where_the_source_does() -> None:
    assert drawn("9. nine\n1. ten", 20) == [" 9. nine", "10. ten"]


def test_blank_rows_part_the_items_of_a_list_only_if_they_do_in_the_source() -> None:
    assert drawn("- a\n- b", 20) == ["* a", "* b"]
    assert drawn("- a\n\n- b", 20) == ["* a", "", "* b"]


def test_lists_nest_and_hold_displays() -> None:
    source = "- outer\n  1. inner\n- next\n  $$\n  x\n  $$\n- last"
    assert drawn(source, 30) == [
        "* outer",
        "  1. inner",
        "* next",
        "",
        "      x",
        "",
        "* last",
    ]


def test_a_list_in_a_very_narrow_place_keeps_within_it() -> None:
    lines = layout("10. ab\n11. cd", 4, TYPESETTER)
    assert [text_of(line.row) for line in lines] == ["10.", "ab", "11.", "cd"]


def test_columns_of_a_table_are_aligned_with_formulas_and_wide_characters_in_them() -> None:
    source = (
        "| 量 | 値 | 名前 |\n|:--|--:|:-:|\n| 感度 | $0.99$ | a |\n| specificity | $x= 1$ | 中央 |"
    )
    assert drawn(source, 60) == [
        "量             値  名前",
        "-----------------------",
        "感度         0.99   a",
        "specificity  x= 1  中央",
    ]


def test_a_table_too_wide_breaks_its_longest_cells_and_leaves_short_ones_alone() -> None:
    source = "| id | text |\n|---|---|\n| a | some words that are long |"
    assert drawn(source, 20) == ["id  text", "-" * 20, "a   some words that", "    are long"]


def test_a_table_that_would_cut_a_formula_becomes_a_record_for_each_of_its_lines() -> None:
    source = "| a | name |\n|---|---|\n| $abcdefgh$ | $ijklmnop$ |\n| c | some words there |"
    assert drawn(source, 18)[1] == "-" * 18
    assert drawn(source, 17) == [
        "a     abcdefgh",
        "name  ijklmnop",
        "",
        "a     c",
        "name  some words",
        "      there",
    ]


def test_a_record_without_room_for_names_beside_its_cells_has_them_above() -> None:
    assert drawn("| a | b | c |\n|---|---|---|\n| 1 | | 3 |", 6) == ["a", "1", "b", "c", "3"]


def test_a_table_of_a_head_alone_shows_it_at_every_width() -> None:
    assert drawn("| aa | bb |\n|---|---|", 20) == ["aa  bb", "------"]
    assert drawn("| aa | bb |\n|---|---|", 4) == ["aa", "bb"]


def test_a_row_of_a_table_with_too_few_cells_is_filled_up() -> None:
    assert drawn("| a | b |\n|---|---|\n| 1 |", 20) == ["a  b", "----", "1"]


def test_rows_of_a_table_end_with_their_last_character() -> None:
    lines = layout("| a | b |\n|:-:|---|\n| 1 | |\n| long | 2 |", 20, TYPESETTER)
    assert [text_of(line.row) for line in lines][2:] == [" 1", "long  2"]


def test_a_table_keeps_its_links() -> None:
    lines = layout("| a |\n|---|\n| [b](term:c) |", 20, TYPESETTER)
    assert lines[-1].row == (Run("b", "link", "term:c"),)


def test_marker_rule_and_head_are_muted() -> None:
    lines = layout("- a\n\n| h |\n|---|\n| x |", 20, TYPESETTER)
    assert [line.row[0].style for line in lines if line.row] == ["muted", "muted", "muted", "text"]


def test_a_deeply_nested_list_is_still_no_wider_than_the_page() -> None:
    source = "\n".join("  " * depth + "- item" for depth in range(12))
    for width in (1, 3, 8, 20):
        assert all(row_cells(line.row) <= width for line in layout(source, width, TYPESETTER))
