"""Figures beside the text of a wide screen."""

from mlmath_tutor import figspec
from mlmath_tutor.ui.theme import UNICODE_SIGNS
from mlmath_tutor.ui.widgets.figure import Figures


def two_panels() -> figspec.Figure:
    return figspec.Figure(
        axes=tuple(figspec.Axes(place=figspec.Place(column=column)) for column in range(2))
    )


def test_panels_that_stand_one_over_the_other_take_rows_each_where_there_is_room() -> None:
    figures = Figures({1: two_panels()})
    assert len(figures.lines(38, 14, "kokuban", UNICODE_SIGNS)) == 14
    assert len(figures.lines(38, 14, "kokuban", UNICODE_SIGNS, room=35)) == 28
    assert len(figures.lines(38, 14, "kokuban", UNICODE_SIGNS, room=20)) == 20
    assert len(figures.lines(80, 14, "kokuban", UNICODE_SIGNS, room=35)) == 14
