"""A figure drawn in cells, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mlmath_tutor import figspec

from ..ink import Line, Span
from ..theme import SERIES, THEMES, Signs

TRIED = 1000  # figures from this number on were drawn by lines tried after the run
RGB = tuple[int, int, int]


def rgb(colour: str) -> RGB:
    """Return `#rrggbb` as three bytes."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@dataclass
class Figures:
    """The figures of a run; each is drawn once per size, theme and set of signs."""

    shown: dict[int, figspec.Figure] = field(default_factory=dict)
    _drawn: dict[tuple[int, int, int, str, bool], list[Line]] = field(default_factory=dict)

    def take(self, number: int, spec: figspec.Figure) -> None:
        """Add a figure, or replace the one of this number."""
        self.shown[number] = spec
        self._drawn = {key: lines for key, lines in self._drawn.items() if key[0] != number}

    def lines(self, columns: int, most: int, theme: str, signs: Signs, room: int = 0) -> list[Line]:
        """Return all figures, one under the other, each of as many rows as suit it up to `most`.

        Panels that stand one over the other take up to `most` each, as far as there is `room`.
        """
        # NumPy and plotext are imported when the first figure is drawn, not before.
        from mlmath_tutor.render.figures import panel_levels, wanted_rows

        lines: list[Line] = []
        for number in sorted(self.shown):
            if lines:
                lines.append(())
            figure, allowed = self.shown[number], most
            if room > most:
                allowed = min(room, most * panel_levels(figure, columns))
            rows = max(1, min(allowed, wanted_rows(figure, columns)))
            lines.extend(self.one(number, columns, rows, theme, signs))
        return lines

    def one(self, number: int, columns: int, rows: int, theme: str, signs: Signs) -> list[Line]:
        """Return one figure."""
        braille = signs.braille
        key = (number, columns, rows, theme, braille)
        if key not in self._drawn:
            figure = self.shown[number]
            self._drawn[key] = draw_lines(figure, columns, rows, theme, braille=braille)
        return self._drawn[key]


def draw_lines(
    figure: figspec.Figure, columns: int, rows: int, theme: str, *, braille: bool = True
) -> list[Line]:
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
        braille=braille,
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
