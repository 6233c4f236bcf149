"""A section as plain text: every block, mathematics typeset, nothing raw."""

from __future__ import annotations

from pathlib import Path

import pytest

from mlmath_tutor.cli.main import main
from mlmath_tutor.render.runs import cells

SMALL = Path(__file__).parents[1] / "data" / "small"


def read(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["read", *words, "--course", str(SMALL)])
    told = capsys.readouterr()
    return code, told.out, told.err


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MLMATH_HOME", str(tmp_path))
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("width", [40, 80])
def test_nothing_is_raw_and_no_row_is_too_long(
    capsys: pytest.CaptureFixture[str], lang: str, width: int
) -> None:
    code, text, _ = read(capsys, "1.1", "--lang", lang, "--width", str(width))
    assert code == 0
    assert "$" not in text
    assert "\\" not in text
    rows = [row for row in text.splitlines() if not row.startswith("    ")]
    assert max(cells(row) for row in rows) <= width


def test_every_kind_of_block_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    _, text, _ = read(capsys, "coin", "--lang", "en")
    for expected in (
        "1.1 Tossing a coin",
        "[Definition] The model of coin tosses",
        "[Theorem] Variance of the relative frequency",
        " 1  E[(X",
        "[Example 1.1] How much the relative frequency varies",
        "  1  0.05",
        "    rng = np.random.default_rng(seed)",
        "[Explore] Move the number of tosses",
        "[Pitfall] The spread falls as 1/n",
        "[Check]",
        "- For n independent tosses",
        "Section 2.2",
    ):
        assert expected in text.replace("𝔼", "E"), text


def test_a_section_not_yet_written_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, told = read(capsys, "1.2", "--lang", "en")
    assert code == 1
    assert "1.2 Rolling dice is not yet written." in told


def test_a_section_that_does_not_exist_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, told = read(capsys, "9.9", "--lang", "en")
    assert code == 2
    assert "`9.9`" in told
    assert "mlmath list" in told


def test_a_width_too_small_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, told = read(capsys, "1.1", "--width", "5", "--lang", "en")
    assert code == 2
    assert "at least 20" in told
