from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from mlmath_tutor.cli.main import main
from mlmath_tutor.engine.runner import Job, Limits

SMALL = ["--course", str(Path(__file__).parent.parent / "data" / "small")]
PLOT = "import matplotlib.pyplot as plt\nplt.plot([1, 2, 4], label='loss')\nplt.show()\n"


@pytest.fixture
def program(tmp_path):
    def write(code: str) -> str:
        path = tmp_path / "program.py"
        path.write_text(code, encoding="utf-8")
        return str(path)

    return write


def events(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("name", ["X1.1.1", "coin.moving"])
def test_an_example_is_run_by_label_and_by_id(capsys, name):
    assert main(["run", name, *SMALL]) == 0
    assert capsys.readouterr().out == "standard deviation 0.0500\n"


def test_a_value_is_set_before_the_run(capsys):
    assert main(["run", "X1.1.1", "--set", "n=400", *SMALL]) == 0
    assert capsys.readouterr().out == "standard deviation 0.0250\n"


def test_values_are_read_as_what_they_replace(capsys, program):
    file = program("n, rate, kind, on = 1, .5, 'a', False\nprint(n, rate, kind, on)\n")
    sets = ["--set", "n=-3", "--set", "rate=2", "--set", "kind=1 b", "--set", "on=True"]
    assert main(["run", file, *sets]) == 0
    assert capsys.readouterr().out == "-3 2.0 1 b True\n"


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("m=3", "These can be set: n"),
        ("n=many", "of the kind it has"),
        ("n", "NAME=VALUE"),
        ("1n=2", "NAME=VALUE"),
    ],
)
def test_a_value_that_cannot_be_set_is_wrong_words(capsys, program, setting, said):
    assert main(["run", program("n = 1\n"), "--set", setting, "--lang", "en"]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nothing", "nothing.py"])
def test_a_program_that_does_not_exist_is_wrong_words(capsys, name):
    assert main(["run", name, *SMALL]) == 2
    assert "nothing" in capsys.readouterr().err


def test_output_goes_where_the_program_sent_it(capsys, program):
    file = program("import sys\nprint('out')\nprint('err', file=sys.stderr)\n")
    assert main(["run", file]) == 0
    assert tuple(capsys.readouterr()) == ("out\n", "err\n")


@pytest.mark.parametrize(("lang", "hint"), [("en", "The divisor is 0"), ("ja", "0 で割っています")])
def test_a_failure_is_told_in_pythons_words_then_in_ours(capsys, program, lang, hint):
    assert main(["run", program("x = 1\nx / 0\n"), "--lang", lang]) == 1
    err = capsys.readouterr().err
    assert 'File "program.py", line 2' in err
    assert "ZeroDivisionError: division by zero" in err
    assert hint in err


def test_a_missing_library_is_one_sentence(capsys, program):
    assert main(["run", program("import cv2\n"), "--lang", "en"]) == 1
    assert capsys.readouterr().err == "mlmath: needs cv2: pip install opencv-python\n"


def test_the_time_limit_has_its_own_exit_code(capsys, program, monkeypatch):
    hurried = partial(Job, limits=Limits(seconds=0.3))
    monkeypatch.setattr("mlmath_tutor.cli.run.Job", hurried)
    assert main(["run", program("while True:\n    pass\n"), "--lang", "en"]) == 124
    assert "time limit" in capsys.readouterr().err


def test_another_limit_is_a_failure(program):
    assert main(["run", program("x = bytearray(1 << 40)\n")]) == 1


def test_a_figure_is_drawn_at_the_size_asked_for(capsys, program):
    assert main(["run", program(PLOT), "--size", "40x9"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert len(rows) == 9
    assert max(map(len, rows)) <= 40


def test_a_figure_is_described_instead(capsys, program):
    assert main(["run", program(PLOT), "--describe", "--lang", "en"]) == 0
    assert "rises" in capsys.readouterr().out


@pytest.mark.parametrize("size", ["80", "80x", "axb", "3x2", "80*24"])
def test_a_size_of_another_form_is_wrong_words(program, size):
    with pytest.raises(SystemExit) as left:
        main(["run", program(PLOT), "--size", size])
    assert left.value.code == 2


def test_events_are_objects_one_a_line(capsys, program):
    assert main(["run", program("print('a')\n" + PLOT + "1 / 0\n"), "--json"]) == 1
    text, figure, failure, summary = events(capsys)
    assert text == {"event": "text", "stream": "out", "text": "a\n"}
    assert (figure["event"], figure["number"]) == ("figure", 1)
    assert figure["spec"]["axes"][0]["layers"][0]["label"] == "loss"
    assert "loss" in figure["description"]
    assert "rows" not in figure
    assert (failure["event"], failure["error"], failure["line"]) == (
        "failure",
        "ZeroDivisionError",
        5,
    )
    assert (summary["event"], summary["ended"]) == ("summary", "failure")


def test_with_a_size_a_figures_event_has_its_rows(capsys, program):
    assert main(["run", program(PLOT), "--json", "--size", "30x8"]) == 0
    figure, _ = events(capsys)
    assert [len(row) for row in figure["rows"]] == [30] * 8


def test_of_an_animation_the_last_picture_is_drawn(capsys, program):
    code = (
        "import matplotlib.pyplot as plt\nfig, ax = plt.subplots()\n"
        "for k in range(3):\n    ax.clear()\n    ax.set_title(f'step {k}')\n    fig.show()\n"
    )
    assert main(["run", program(code), "--size", "40x9"]) == 0
    out = capsys.readouterr().out
    assert "step 2" in out
    assert "step 0" not in out
