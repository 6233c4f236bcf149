"""A figure drawn in cells, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mlmath_tutor import figspec

from ..ink import Line, Span
from ..theme import SERIES, THEMES

RGB = tuple[int, int, int]


def rgb(colour: str) -> RGB:
    """Return `#rrggbb` as three bytes."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@dataclass
class Figures:
    """The figures of a run; each is drawn once per size and theme."""

    shown: dict[int, figspec.Figure] = field(default_factory=dict)
    _drawn: dict[tuple[int, int, int, str], list[Line]] = field(default_factory=dict)

    def take(self, number: int, spec: figspec.Figure) -> None:
        """Add a figure, or replace the one of this number."""
        self.shown[number] = spec
        self._drawn = {key: lines for key, lines in self._drawn.items() if key[0] != number}

    def lines(self, columns: int, rows: int, theme: str, room: int = 0) -> list[Line]:
        """Return all figures, one under the other.

        Panels that stand one over the other take `rows` each, as far as there is `room`.
        """
        lines: list[Line] = []
        for number in sorted(self.shown):
            if lines:
                lines.append(())
            lines.extend(
                self.one(number, columns, self._height(number, columns, rows, room), theme)
            )
        return lines

    def _height(self, number: int, columns: int, rows: int, room: int) -> int:
        if room <= rows:
            return rows
        # NumPy and plotext are imported when the first figure is drawn, not before.
        from mlmath_tutor.render.figures import panel_levels

        return min(room, rows * panel_levels(self.shown[number], columns))

    def one(self, number: int, columns: int, rows: int, theme: str) -> list[Line]:
        """Return one figure."""
        key = (number, columns, rows, theme)
        if key not in self._drawn:
            self._drawn[key] = draw_lines(self.shown[number], columns, rows, theme)
        return self._drawn[key]


def draw_lines(figure: figspec.Figure, columns: int, rows: int, theme: str) -> list[Line]:
    """Draw a figure `columns` by `rows` cells large in the colours of a theme."""
    # NumPy and plotext are imported when the first figure is drawn, not before.
    from mlmath_tutor.render.figures import Palette, draw

    inks = THEMES[theme]
    palette = Palette(
        bg=rgb(inks.bg),
        fg=rgb(inks.fg),
        muted=rgb(inks.muted),
        line=rgb(inks.line),
        maths=rgb(inks.maths),
        next=rgb(inks.next),
        good=rgb(inks.good),
        bad=rgb(inks.bad),
        series=tuple(rgb(colour) for colour in SERIES[theme]),
    )
    picture = draw(figure, columns, rows, palette)
    return [
        tuple(
            Span(
                span.text,
                bold=span.bold,
                rgb=hexadecimal(span.fg),
                rgb_ground=None if span.bg == palette.bg else hexadecimal(span.bg),
            )
            for span in row
        )
        for row in picture.rows
    ]


def hexadecimal(colour: Sequence[int] | None) -> str | None:
    """Return three bytes as `#rrggbb`."""
    return None if colour is None else "#{:02x}{:02x}{:02x}".format(*colour)
