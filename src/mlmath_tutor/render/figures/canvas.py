"""A grid of cells on which a figure is put together.

A cell holds a character, or up to eight braille dots, over a ground. Dots are counted from
the top left: two columns and four rows of them in a cell.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import numpy as np

from mlmath_tutor.render.runs import char_cells

from .ascii_signs import BRAILLE, spelled
from .ascii_signs import signs as signs_of
from .colours import NONE, unpacked
from .picture import Picture, Span

_EMPTY, _RIGHT_HALF = 0, 0xFFFF_FFFF
DOTS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]], np.uint8)


# Flags are pairs of such letters, shades are drawn into the emoji before them.
_FLAG_LETTERS = {
    0x1F1E6 + place: letter for place, letter in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
_SHADES = dict.fromkeys(range(0x1F3FB, 0x1F400))


def plain_text(text: str) -> str:
    """Return `text` without what changes the width of what is beside it.

    These are combining and control characters, and the parts of composed emoji.
    """
    text = unicodedata.normalize("NFC", text).translate(_FLAG_LETTERS | _SHADES)
    return "".join(each for each in text if char_cells(each) > 0)


def width(text: str) -> int:
    """Return the cells that `text` takes once written."""
    return sum(char_cells(each) for each in plain_text(text))


def cut(text: str, most: int) -> str:
    """Return `text` shortened to `most` cells, ending in a horizontal ellipsis if cut."""
    text = plain_text(text)
    if width(text) <= most:
        return text
    kept, used = "", 0
    for each in text:
        used += char_cells(each)
        if used > most - 1:
            break
        kept += each
    return kept + "…" if most > 0 else ""


class Canvas:
    """Cells to draw on; `ink` and `back` hold packed colours, or NONE.

    Without `braille` all that is not a word of the author's is shown in ASCII.
    """

    def __init__(self, columns: int, rows: int, *, braille: bool = True) -> None:
        self.columns, self.rows, self.braille = columns, rows, braille
        self.code = np.zeros((rows, columns), np.uint32)
        self.dots = np.zeros((rows, columns), np.uint8)
        self.ink = np.full((rows, columns), NONE, np.int32)
        self.back = np.full((rows, columns), NONE, np.int32)
        self.bold = np.zeros((rows, columns), bool)

    def part(self, column: int, row: int, columns: int, rows: int) -> Canvas:
        """Return a window on this canvas; what is drawn there is drawn here."""
        view = Canvas.__new__(Canvas)
        view.columns, view.rows, view.braille = columns, rows, self.braille
        box = np.s_[row : row + rows, column : column + columns]
        view.code, view.dots = self.code[box], self.dots[box]
        view.ink, view.back, view.bold = self.ink[box], self.back[box], self.bold[box]
        return view

    def clear(self) -> None:
        """Empty all cells."""
        self.code[:], self.dots[:], self.bold[:] = _EMPTY, 0, False
        self.ink[:], self.back[:] = NONE, NONE

    def write(self, column: int, row: int, text: str, ink: int, *, bold: bool = False) -> None:
        """Write `text` from (column, row) on; what does not fit is left out."""
        if not 0 <= row < self.rows:
            return
        for each in plain_text(text if self.braille else spelled(text)):
            cells = char_cells(each)
            if column >= 0 and column + cells <= self.columns:
                self._put(column, row, each, cells, ink, bold)
            column += cells

    def _put(self, column: int, row: int, sign: str, cells: int, ink: int, bold: bool) -> None:
        here = np.s_[row, column : column + cells]
        self.code[here] = _RIGHT_HALF
        self.code[row, column] = ord(sign) if sign != " " else _EMPTY
        self.dots[here] = 0
        self.ink[here] = ink
        self.bold[here] = bold

    def stamp(self, mask: np.ndarray, ink: int) -> None:
        """Set dots where `mask`, (4 rows, 2 columns) bools, is true; they replace their cell."""
        cells = self.cells_of(mask)
        touched = cells > 0
        self.dots[touched] = cells[touched]
        self.ink[touched] = ink
        self.code[touched] = _EMPTY

    def cells_of(self, mask: np.ndarray) -> np.ndarray:
        """Return the braille bits of a dot mask, an array of (rows, columns) bytes."""
        blocks = mask.reshape(self.rows, 4, self.columns, 2)
        bits = (blocks * DOTS[None, :, None, :]).sum((1, 3))
        return np.asarray(bits.astype(np.uint8))

    def taken(self) -> np.ndarray:
        """Return which cells hold a character or dots, as (rows, columns) bools."""
        return np.asarray((self.code != _EMPTY) | (self.dots != 0))

    def picture(self, *, colour: bool) -> Picture:
        """Return the finished rows; without `colour` no span has one."""
        code = _whole(self.code)
        if not self.braille:
            code = signs_of(code, self.dots)
        signs = np.where(code != _EMPTY, code, np.uint32(0x20))
        bare = (code == _EMPTY) & (self.dots != 0)
        signs = np.where(bare, np.uint32(BRAILLE) + self.dots, signs)
        ink = np.where(signs == 0x20, NONE, self.ink) if colour else np.full_like(self.ink, NONE)
        back = self.back if colour else np.full_like(self.back, NONE)
        rows = zip(signs, ink, back, self.bold, strict=True)
        return Picture(tuple(_spans(*row) for row in rows))


def _whole(code: np.ndarray) -> np.ndarray:
    """Return cells without the halves of wide characters whose other half was drawn over."""
    kinds, place = np.unique(code, return_inverse=True)
    twice = [
        each not in (_EMPTY, _RIGHT_HALF) and char_cells(chr(each)) == 2 for each in kinds.tolist()
    ]
    leads = np.array(twice)[place.reshape(code.shape)]
    halves = code == _RIGHT_HALF
    paired = leads[:, :-1] & halves[:, 1:]
    lost = leads | halves
    lost[:, :-1] &= ~paired
    lost[:, 1:] &= ~paired
    return np.where(lost, np.uint32(_EMPTY), code)


def _spans(
    signs: np.ndarray, ink: np.ndarray, back: np.ndarray, bold: np.ndarray
) -> tuple[Span, ...]:
    """Return one row as spans of equal style."""
    changes = (np.diff(ink) != 0) | (np.diff(back) != 0) | (bold[1:] != bold[:-1])
    edges = [0, *(np.flatnonzero(changes) + 1).tolist(), len(signs)]
    spans = []
    for start, end in pairwise(edges):
        kept = [sign for sign in signs[start:end].tolist() if sign != _RIGHT_HALF]
        spans.append(
            Span(
                "".join(map(chr, kept)),
                None if ink[start] < 0 else unpacked(int(ink[start])),
                None if back[start] < 0 else unpacked(int(back[start])),
                bool(bold[start]),
            )
        )
    return tuple(spans)
