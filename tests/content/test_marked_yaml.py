from __future__ import annotations

from pathlib import Path

import pytest

from mlmath_tutor.content.marked_yaml import Document, Fault, Plain, compose, plain


def _read(tmp_path: Path, text: str) -> tuple[Plain, tuple[Fault, ...]]:
    file = tmp_path / "file.yaml"
    file.write_text(text, encoding="utf-8")
    document = compose(file)
    assert isinstance(document, Document), document
    return plain(document)


def test_plain_values_are_read_by_their_type(tmp_path: Path) -> None:
    value, faults = _read(
        tmp_path, "a: 3\nb: 0.5\nc: 1e-3\nd: true\ne: '1e-3'\nf: [x, 'y']\ng: |\n  $\\theta$\n"
    )
    assert faults == ()
    assert value == {
        "a": 3,
        "b": 0.5,
        "c": 0.001,
        "d": True,
        "e": "1e-3",
        "f": ["x", "y"],
        "g": "$\\theta$\n",
    }


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("a: 1\nb:\n", 2, "empty"),
        ("a: ''\n", 1, "empty"),
        ("a: 1\na: 2\n", 2, "duplicate-key"),
        ('a: 1\nb: "日本 \\theta"\n', 2, "double-quoted-backslash"),
        ('a: "\\u0007"\n', 1, "double-quoted-backslash"),
        ("a: '\u202eabc'\n", 1, "control-character"),
        ("a: |\n  x\n  \ty\n", 1, "control-character"),
        ("a: 2020-01-01\n", 1, "quote"),
        ("a: 0x1F\n", 1, "number"),
        ("a: 1:30\n", 1, "number"),
        ("a: .inf\n", 1, "number"),
        ("yes: 1\n", 1, "key"),
        ("a: &x [1]\nb: *x\n", 1, "alias"),
        ("id: Base rate\n", 1, "id"),
        ("id: ../../etc\n", 1, "id"),
    ],
)
def test_what_an_author_cannot_have_meant_is_a_fault(
    tmp_path: Path, text: str, line: int, code: str
) -> None:
    _, faults = _read(tmp_path, text)
    assert [(fault.line, fault.code) for fault in faults] == [(line, code)]


def test_double_quotes_without_a_backslash_are_fine(tmp_path: Path) -> None:
    value, faults = _read(tmp_path, "a: \"it's\"\nb: 'x\\y'\n")
    assert faults == ()
    assert value == {"a": "it's", "b": "x\\y"}


def test_a_bomb_of_aliases_stays_small(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    _, faults = _read(tmp_path, "\n".join(lines) + "\n")
    assert {fault.code for fault in faults} == {"alias"}


@pytest.mark.parametrize("depth", [900, 100_000])
def test_deep_nesting_is_a_fault_and_not_a_crash(tmp_path: Path, depth: int) -> None:
    file = tmp_path / "deep.yaml"
    file.write_text("[" * depth + "]" * depth, encoding="utf-8")
    document = compose(file)
    found = (document,) if isinstance(document, Fault) else plain(document)[1]
    assert [fault.code for fault in found] == ["yaml-syntax"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: 'x\nb: 1\nc: 2\n", 1, "never closed"),
        ("a: 'it's'\n", 1, "apostrophe"),
        ("a: b: c\n", 1, "single quotes"),
        ("a: 1\n\tb: 2\n", 2, "tab"),
        ("a: {b: c\nd: 1\n", 2, "close the brace"),
        ("- a\nb: 2\n", 2, "line up"),
        ("a: *x\n", 1, "begins with `*`"),
        ('a: "\\q"\n', 1, "backslash"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
    ],
)
def test_a_syntax_error_says_where_and_what_to_do(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    file = tmp_path / "file.yaml"
    file.write_text(text, encoding="utf-8")
    fault = compose(file)
    assert isinstance(fault, Fault)
    assert fault.line == line
    assert words in fault.message
