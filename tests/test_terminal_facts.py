"""What a terminal's answers mean."""

from __future__ import annotations

import pytest

from mlmath_tutor.terminal import colours, is_dark


@pytest.mark.parametrize(
    ("reply", "dark"),
    [
        (b"\x1b]11;rgb:0000/0000/0000\x1b\\", True),
        (b"\x1b]11;rgb:1515/2020/1c1c\x1b\\\x1b[1;2R", True),
        (b"\x1b]11;rgb:ffff/ffff/ffff\x07", False),
        (b"\x1b]11;rgb:fb/fa/f4\x1b\\", False),
        (b"\x1b[1;2R", None),
        (b"", None),
    ],
)
def test_the_background_is_read_from_the_reply(reply: bytes, dark: bool | None) -> None:
    assert is_dark(reply) is dark


@pytest.mark.parametrize(
    ("environ", "found"),
    [
        ({"COLORTERM": "truecolor", "TERM": "xterm"}, "truecolor"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm"}, "16"),
        ({"TERM": "dumb"}, "none"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "none"),
    ],
)
def test_colours_follow_the_environment(environ: dict[str, str], found: str) -> None:
    assert colours(environ) == found
