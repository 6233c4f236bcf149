r"""Formulas and their pictures, reviewed by eye: tests/golden/maths/*.txt.

An entry is the LaTeX source after `% `, its picture indented by four, its row in running text
after `> `. Running this file as a program draws all pictures anew; read the difference as pictures
before keeping it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from mlmath_tutor.render.maths import GlyphSet, Typesetter
from mlmath_tutor.render.runs import plain, row_cells

FOLDER = Path(__file__).parent.parent / "golden" / "maths"
MACROS = {
    "E": r"\mathbb{E}",
    "V": r"\mathbb{V}",
    "R": r"\mathbb{R}",
    "N": r"\mathcal{N}",
    "Cov": r"\operatorname{Cov}",
    "KL": r"D_{\mathrm{KL}}",
    "CE": r"\operatorname{CE}",
    "norm": r"\lVert #1\rVert",
    "argmax": r"\operatorname*{arg\,max}",
    "argmin": r"\operatorname*{arg\,min}",
    "logit": r"\operatorname{logit}",
    "PPV": r"\operatorname{PPV}",
    "tr": r"\operatorname{tr}",
    "diag": r"\operatorname{diag}",
    "rank": r"\operatorname{rank}",
    "sign": r"\operatorname{sign}",
}


class Entry(NamedTuple):
    latex: str
    picture: str
    row: str


class Page(NamedTuple):
    title: str
    width: int
    glyphs: GlyphSet
    entries: tuple[Entry, ...]

    def setter(self) -> Typesetter:
        return Typesetter(MACROS, self.glyphs)

    def text(self) -> str:
        head = f"# {self.title}\n# width {self.width}, glyphs {self.glyphs}\n"
        return head + "".join(
            f"\n% {entry.latex}\n\n{indented(entry.picture)}\n\n> {entry.row}\n"
            for entry in self.entries
        )


def indented(picture: str) -> str:
    return "\n".join(("    " + row).rstrip() for row in picture.split("\n"))


def read(path: Path) -> Page:
    title, settings, *rest = path.read_text(encoding="utf-8").split("\n")
    match = re.fullmatch(r"# width (\d+), glyphs (unicode|narrow|ascii)", settings)
    assert match, f"{path.name}: the second line names the width and the glyphs"
    blocks = re.split(r"^% ", "\n".join(rest), flags=re.MULTILINE)[1:]
    entries = []
    for block in blocks:
        latex, _, drawn = block.partition("\n")
        picture, _, row = drawn.partition("\n> ")
        shown = "\n".join(line[4:] for line in picture.strip("\n").split("\n"))
        entries.append(Entry(latex, shown, row.strip("\n")))
    return Page(title[2:], int(match[1]), match[2], tuple(entries))  # type: ignore[arg-type]


def drawn(page: Page, latex: str) -> Entry:
    setter = page.setter()
    return Entry(latex, str(setter.display(latex, page.width)), setter.plain(latex))


PAGES = {path.stem: path for path in sorted(FOLDER.glob("*.txt"))}
CASES = [(name, entry) for name, path in PAGES.items() for entry in read(path).entries]


def test_there_are_at_least_120_pictures_some_of_them_with_japanese() -> None:
    assert len(CASES) >= 120
    assert sum(bool(re.search(r"[ぁ-ヿ一-鿿]", entry.latex)) for _, entry in CASES) >= 12


@pytest.mark.parametrize(("name", "entry"), CASES, ids=[f"{n}-{e.latex[:40]}" for n, e in CASES])
def test_a_formula_looks_as_it_did_when_it_was_reviewed(name: str, entry: Entry) -> None:
    page = read(PAGES[name])
    now = drawn(page, entry.latex)
    assert now.picture == entry.picture
    assert now.row == entry.row


@pytest.mark.parametrize(("name", "entry"), CASES, ids=[f"{n}-{e.latex[:40]}" for n, e in CASES])
def test_a_reviewed_formula_is_read_without_problems_and_is_a_rectangle(
    name: str, entry: Entry
) -> None:
    page = read(PAGES[name])
    setter = page.setter()
    assert setter.problems(entry.latex) == ()
    for width in (76, 60, 40):
        box = setter.display(entry.latex, width)
        assert {row_cells(row) for row in box.rows} == {box.width}
    assert "\n" not in "".join(plain(piece) for piece in setter.inline(entry.latex))


@pytest.mark.parametrize("name", PAGES)
def test_a_reviewed_formula_fits_its_page(name: str) -> None:
    page = read(PAGES[name])
    for entry in page.entries:
        assert page.setter().display(entry.latex, page.width).width <= page.width, entry.latex


def redraw() -> None:
    for path in PAGES.values():
        page = read(path)
        entries = tuple(drawn(page, entry.latex) for entry in page.entries)
        path.write_text(page._replace(entries=entries).text(), encoding="utf-8")


if __name__ == "__main__":
    redraw()
