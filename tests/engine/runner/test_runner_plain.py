"""Text and frames from a process that may send anything."""

from __future__ import annotations

import json
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlmath_tutor.engine.runner import messages
from mlmath_tutor.engine.runner.frames import HEADER, MAX_FRAME, FrameError, FrameReader, pack
from mlmath_tutor.engine.runner.plain import Plain, plain

ESCAPES = st.lists(
    st.sampled_from(
        ["a", "語", "\n", "\t", "\r", "\x1b", "[", "]", "31m", ";", "\x07", "\x1b\\", "\x9b", "P"]
    )
).map("".join)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x1bPq#1\x1b\\after", "after"),
        ("\x1bc\x1b(Breset", "reset"),
        ("a\x00\x08\x7f\x85b", "ab"),
        ("10 %\r20 %\r\ndone", "10 %\n20 %\ndone"),
        ("tab\tand\nline", "tab\tand\nline"),
    ],
)
def test_what_may_not_be_shown_is_taken_out(dirty, clean):
    assert plain(dirty) == clean


@given(ESCAPES, st.lists(st.integers(0, 60)))
def test_text_cut_anywhere_gives_what_the_whole_gives(text, cuts):
    cleaner = Plain()
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[a:b] for a, b in pairwise(places)]
    assert "".join(map(cleaner.feed, pieces)) + cleaner.finish() == plain(text)


@given(st.text())
def test_no_control_character_is_ever_left(text):
    left = plain(text)
    assert not any(ord(c) < 32 and c not in "\n\t" for c in left)
    assert "\x7f" not in left
    assert plain(left) == left


@settings(max_examples=40)
@given(st.lists(st.dictionaries(st.text(), st.text())), st.integers(1, 50))
def test_frames_cut_anywhere_are_put_together_again(sent, size):
    stream = b"".join(map(pack, sent))
    reader = FrameReader()
    got = []
    for start in range(0, len(stream), size):
        got += [json.loads(payload) for payload in reader.feed(stream[start : start + size])]
    surrogates_replaced = [json.loads(pack(each)[HEADER.size :]) for each in sent]
    assert got == surrogates_replaced


def test_a_frame_that_claims_to_be_too_long_is_refused():
    with pytest.raises(FrameError):
        FrameReader().feed(HEADER.pack(MAX_FRAME + 1))


@pytest.mark.parametrize(
    "payload",
    [
        b"",
        b"[]",
        b'{"kind": "text"}',
        b'{"kind": "nothing"}',
        b'{"kind": "text", "stream": "log", "text": "x"}',
        b'{"kind": "started", "peak": "1"}',
        b'{"kind": "limit", "limit": "patience", "line": 1}',
        b'{"kind": "figure", "number": "1", "spec": {}}',
        b"\xff\xfe",
    ],
)
def test_a_message_of_another_shape_is_refused(payload):
    with pytest.raises(msgspec.DecodeError):
        messages.read(payload)


def failure(**fields):
    whole = {
        "kind": "failure",
        "error": "E",
        "message": "m",
        "line": 1,
        "traceback": "",
        "hint": None,
        "hint_values": {},
        "missing": None,
        "values": [],
    }
    return messages.read(json.dumps(whole | fields).encode()).event(lines=10)


def test_a_forged_hint_that_cannot_be_said_is_dropped():
    assert failure(hint="runs.hint.zero").hint == "runs.hint.zero"
    assert failure(hint="no.such.key").hint is None
    assert failure(hint="runs.hint.name").hint is None  # without its values


def test_lines_outside_the_program_are_not_believed():
    assert failure(line=-3).line is None
    assert failure(line=11).line == 10


def test_a_forged_failure_carries_no_escape_sequences():
    assert failure(message="\x1b[2Jm", error="E\x07").message == "m"
