"""Long formulas on narrow pages: where lines end and where the next ones begin."""

from __future__ import annotations

from mlmath_tutor.render.maths import Typesetter

SETTER = Typesetter()


def rows(latex: str, width: int) -> list[str]:
    return str(SETTER.display(latex, width)).split("\n")


def test_a_chain_of_relations_is_aligned_at_its_relations() -> None:
    assert rows(r"f(x)=aaaa+bbbb=cccc+dddd\le eeee", 18) == [
        "f(x) = aaaa + bbbb",
        "     = cccc + dddd",
        "     ≤ eeee",
    ]


def test_an_operator_begins_its_line_past_the_relation() -> None:
    assert rows("y=aaaa+bbbb+cccc-dddd", 18) == ["y = aaaa + bbbb", "    + cccc − dddd"]


def test_a_long_left_side_has_a_line_of_its_own() -> None:
    assert rows("aaaa+bbbb+cccc=dddd+eeee", 20) == ["aaaa + bbbb + cccc", "  = dddd + eeee"]


def test_formulas_set_apart_by_a_wide_space_begin_at_the_left_edge() -> None:
    assert rows(r"a=bbbbbbbb,\qquad c=dddddddd", 16) == ["a = bbbbbbbb,", "c = dddddddd"]


def test_words_between_formulas_stay_with_what_they_introduce() -> None:
    assert rows(r"f(x)=aaaa+bbbb\text{ where }x\ge0", 20) == [
        "f(x) = aaaa + bbbb",
        "       where x ≥ 0",
    ]


def test_brackets_are_broken_only_when_nothing_else_helps() -> None:
    assert rows(r"y=p(a,b)\,p(c,d)\,p(e,f)", 20) == ["y = p(a, b) p(c, d)", "      p(e, f)"]
    assert rows("y=f(aaaa+bbbb)+g(cccc+dddd)", 20) == [
        "y = f(aaaa + bbbb)",
        "    + g(cccc + dddd)",
    ]


def test_inside_brackets_a_line_begins_after_the_bracket() -> None:
    assert rows("f(aaaa+bbbb+cccc+dddd)=0", 16) == [
        "f(aaaa + bbbb",
        "  + cccc + dddd)",
        "  = 0",
    ]


def test_a_right_side_is_broken_in_its_own_column() -> None:
    latex = r"\begin{aligned}f&=aaaa+bbbb+cccc+dddd\\&=eeee\end{aligned}"
    assert rows(latex, 24) == ["f = aaaa + bbbb + cccc", "    + dddd", "", "  = eeee"]


def test_rows_too_wide_for_their_columns_are_broken_one_by_one() -> None:
    latex = r"\begin{aligned}aaaa+bbbb+cccc&=dddd\\&=eeee+ffff\end{aligned}"
    assert rows(latex, 18) == ["aaaa + bbbb + cccc", "  = dddd", "", "  = eeee + ffff"]


def test_tall_brackets_are_drawn_around_broken_lines() -> None:
    box = SETTER.display(r"\left(\frac{a}{b}+cccccc+dddddd+eeeeee\right)", 20)
    assert box.width <= 20
    assert str(box).split("\n")[0].startswith("⎛")
    assert str(box).split("\n")[-1].endswith("⎠")


def test_a_fraction_is_broken_above_its_bar() -> None:
    assert rows(r"\frac{aaaa+bbbb+cccc+dddd}{e}", 20) == [
        "aaaa + bbbb + cccc",
        "  + dddd",
        "──────────────────",
        "        e",
    ]


def test_conditions_of_cases_go_under_their_values_where_there_is_no_room() -> None:
    latex = r"\begin{cases}aaaa+bbbb&x>0\text{ and }y>0\\0&\text{otherwise}\end{cases}"
    assert rows(latex, 20) == [
        "⎧ aaaa + bbbb",
        "⎪   x > 0 and y > 0",
        "⎨",
        "⎪ 0",
        "⎩   otherwise",
    ]


def test_a_line_of_japanese_does_not_begin_with_a_comma_or_a_small_kana() -> None:
    for width in range(8, 40):
        for row in rows(r"\text{ここで、これは、ちょっと長い文章です。}", width):
            assert row.strip()[:1] not in "、。ょっ"


def test_a_number_stands_under_a_formula_that_leaves_it_no_room() -> None:
    assert rows(r"aaaa=bbbb\tag{1}", 12) == ["aaaa = bbbb", "         (1)"]


def test_a_number_stands_at_the_right_hand_edge() -> None:
    assert rows(r"a=b\tag{1}", 20) == ["a = b            (1)"]
    assert rows(r"\begin{align}a&=b\tag{1}\\c&=d\tag{2}\end{align}", 20) == [
        "a = b            (1)",
        "c = d            (2)",
    ]


def test_what_cannot_be_broken_stays_whole_and_is_wider() -> None:
    latex = r"\begin{bmatrix}aaaa&bbbb&cccc\\dddd&eeee&ffff\end{bmatrix}"
    box = SETTER.display(latex, 10)
    assert box.width > 10
    assert str(box).split("\n")[0] == "⎡ aaaa bbbb cccc ⎤"


def test_a_formula_with_thousands_of_terms_is_not_torn_into_columns_of_one() -> None:
    assert SETTER.display("+".join(["x"] * 2000), 8).baseline == 0


def test_lines_are_set_apart_only_where_they_would_touch() -> None:
    assert "" not in rows("y=aaaa+bbbb+cccc-dddd", 18)
    assert "" in rows(r"y=aaaa+\frac{a}{b}+cccc-\frac{c}{d}", 18)


def test_brackets_in_brackets_and_fractions_in_fractions_do_not_take_for_ever() -> None:
    for opening, closing in ((r"\frac{1}{1+", "}"), (r"\left(1+", r"\right)"), (r"\sqrt{1+", "}")):
        latex = opening * 20 + "x" + closing * 20
        assert SETTER.problems(latex) == ()
        assert SETTER.display(latex, 20).rows
        assert SETTER.plain(latex).count("1") >= 20


def test_nesting_without_end_is_an_error_and_not_a_crash() -> None:
    (problem,) = SETTER.problems("{" * 5000 + "x" + "}" * 5000)
    assert problem.message == "nested too deeply"
