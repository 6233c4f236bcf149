from __future__ import annotations

import ast

from mlmath_tutor.check.programs import literals


def test_literals_are_found_in_plain_tuple_and_annotated_assignments() -> None:
    source = "a = 1\nb, c = 2.5, 'x'\nd: int = -3\ne = f = True\n"
    assert literals(ast.parse(source)) == {
        "a": 1,
        "b": 2.5,
        "c": "x",
        "d": -3,
        "e": True,
        "f": True,
    }


def test_what_is_computed_nested_or_set_again_is_no_literal_of_its_own() -> None:
    source = "a = 1 + 1\nb = max(1, 2)\nif True:\n    c = 1\ndef g():\n    d = 1\ne = 1\ne = 2\n"
    assert literals(ast.parse(source)) == {"e": 1}
