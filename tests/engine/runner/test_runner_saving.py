"""Saving a figure: one more run, in which Matplotlib itself draws the file."""

from __future__ import annotations

import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mlmath_tutor.engine.runner import FigureNotSavedError, Job, Limit, Limits, Runner
from mlmath_tutor.i18n import say

TWO = """
import matplotlib.pyplot as plt
plt.figure(figsize=(4, 3)); plt.plot([1, 2, 3]); plt.title("first"); plt.show()
plt.figure(figsize=(6, 3)); plt.plot([3, 2, 1]); plt.title("second")
"""
JAPANESE = """
import matplotlib.pyplot as plt
plt.plot([0, 1]); plt.title("尤度と事前分布"); plt.xlabel("平均 $\\\\mu$")
"""


def png_size(path: Path) -> tuple[int, int]:
    data = path.read_bytes()
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return struct.unpack(">II", data[16:24])


@pytest.mark.parametrize(("number", "width"), [(1, 4), (2, 6)])
async def test_the_figure_asked_for_is_saved_as_png(runner, tmp_path, number, width):
    path = tmp_path / "figure.png"
    saved = await runner.save_figure(Job(TWO), number, path, "png")
    assert (saved.path, saved.note) == (path, None)
    wide, high = png_size(path)
    assert wide * 3 == high * width
    assert wide >= 100 * width
    assert [entry.name for entry in tmp_path.iterdir()] == ["figure.png"]


async def test_a_figure_is_saved_as_svg(runner, tmp_path):
    path = tmp_path / "figure.svg"
    assert (await runner.save_figure(Job(TWO), 2, path, "svg")).note is None
    root = ElementTree.parse(path).getroot()
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert float(root.attrib["width"].removesuffix("pt")) == pytest.approx(6 * 72)
    assert "second" in path.read_text()  # matplotlib names what a text says in a comment


async def test_a_file_that_was_there_is_replaced(runner, tmp_path):
    path = tmp_path / "figure.png"
    path.write_text("old")
    await runner.save_figure(Job(TWO), 1, path, "png")
    assert png_size(path)[0] > 0


async def test_the_last_state_of_a_figure_is_saved(runner, tmp_path):
    """Of an animation the picture on the screen is the last one: so is that in the file."""
    code = """
import matplotlib.pyplot as plt
figure = plt.figure(figsize=(2, 2))
for k in range(5):
    plt.clf(); plt.title(f"frame {k}"); plt.pause(0.001)
"""
    path = tmp_path / "figure.svg"
    await runner.save_figure(Job(code), 1, path, "svg")
    assert "frame 4" in path.read_text()


@pytest.mark.parametrize("file_format", ["png", "svg"])
async def test_japanese_is_drawn_with_a_font_of_this_machine(runner, tmp_path, file_format):
    fonts = pytest.importorskip("matplotlib.font_manager").fontManager.ttflist
    if not {"Noto Sans CJK JP", "IPAexGothic", "IPAGothic"} & {font.name for font in fonts}:
        pytest.skip("this machine has no Japanese font")
    path = tmp_path / f"figure.{file_format}"
    assert (await runner.save_figure(Job(JAPANESE), 1, path, file_format)).note is None


@pytest.mark.parametrize("file_format", ["png", "svg"])
async def test_characters_that_no_font_has_are_told_of(runner, tmp_path, file_format):
    code = f"import matplotlib\nmatplotlib.rcParams['font.family'] = ['DejaVu Sans']\n{JAPANESE}"
    path = tmp_path / f"figure.{file_format}"
    saved = await runner.save_figure(Job(code), 1, path, file_format)
    assert saved.note == "runs.saved.glyphs"
    assert path.stat().st_size > 0
    assert say("en", saved.note) != say("ja", saved.note)


async def test_a_figure_shown_before_a_failure_is_saved(runner, tmp_path):
    path = tmp_path / "figure.png"
    await runner.save_figure(Job(TWO + "\n1 / 0\n"), 1, path, "png")
    assert png_size(path)[0] > 0


async def test_a_program_that_fails_first_leaves_no_file_and_its_failure_is_told(runner, tmp_path):
    with pytest.raises(FigureNotSavedError) as caught:
        await runner.save_figure(Job("1 / 0\n" + TWO), 1, tmp_path / "figure.png", "png")
    assert caught.value.ending.error == "ZeroDivisionError"
    assert not list(tmp_path.iterdir())


async def test_a_program_that_takes_too_long_leaves_no_file(runner, tmp_path):
    job = Job(TWO + "while True: pass\n", limits=Limits(seconds=0.5))
    with pytest.raises(FigureNotSavedError) as caught:
        await runner.save_figure(job, 3, tmp_path / "figure.png", "png")
    assert isinstance(caught.value.ending, Limit)
    assert not list(tmp_path.iterdir())


async def test_a_figure_that_is_not_shown_this_time_is_not_saved(runner, tmp_path):
    with pytest.raises(FigureNotSavedError) as caught:
        await runner.save_figure(Job(TWO), 3, tmp_path / "figure.png", "png")
    assert caught.value.ending is None
    assert not list(tmp_path.iterdir())


async def test_a_folder_that_is_not_there_is_an_error_of_the_system(runner, tmp_path):
    with pytest.raises(OSError, match="No such file"):
        await runner.save_figure(Job(TWO), 1, tmp_path / "nowhere" / "figure.png", "png")


async def test_without_an_interpreter_there_is_no_figure(tmp_path):
    runner = Runner(python="/nowhere/python", folder=tmp_path)
    with pytest.raises(FigureNotSavedError) as caught:
        await runner.save_figure(Job(TWO), 1, tmp_path / "figure.png", "png")
    assert caught.value.ending.hint == "runs.process.start"


async def test_a_forged_file_is_not_written(runner, tmp_path):
    """The program can write to the channel; what it claims to be a picture must begin as one."""
    code = """
import base64, json, os, struct
data = base64.b64encode(b"#!/bin/sh").decode()
frame = json.dumps({"kind": "saved", "data": data, "glyphs_missing": False}).encode()
for fd in range(3, 20):
    try:
        os.write(fd, struct.pack(">I", len(frame)) + frame)
    except OSError:
        pass
"""
    with pytest.raises(FigureNotSavedError):
        await runner.save_figure(Job(code), 1, tmp_path / "figure.png", "png")
    assert not list(tmp_path.iterdir())


async def test_saving_works_in_a_new_interpreter_too(cold_runner: Runner, tmp_path):
    path = tmp_path / "figure.png"
    await cold_runner.save_figure(Job(TWO), 2, path, "png")
    assert png_size(path)[0] > 0
