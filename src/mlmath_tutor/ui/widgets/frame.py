"""The parts every screen has: title, line, key bar, and the page for tiny sizes."""

from __future__ import annotations

from dataclasses import dataclass

from textual.screen import Screen

from mlmath_tutor.render.runs import cells

from ..ink import Line, Sheet, Span, clipped, ends
from ..study import Study
from ..theme import MARGIN, NARROW, SMALLEST
from .drawn import Drawn


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands in the title row; `part` is how far along (0 to 1), None for a plain rule."""

    title: str
    right: str = ""
    part: float | None = None


class TitleLine(Drawn):
    """The title row and the line: chalk as far as you have come, with a yellow tip."""

    DEFAULT_CSS = "TitleLine { height: auto; margin-bottom: 1; }"

    def __init__(self, study: Study) -> None:
        super().__init__(study)
        self._heading = Heading("")

    def show(self, heading: Heading) -> None:
        """Show another heading."""
        if heading != self._heading:
            self._heading = heading
            self.redraw()

    def sheet(self, width: int) -> Sheet:
        """Title and line; a third row tells of a trouble with the learner's data."""
        room = max(0, width - 2 * MARGIN)
        gap = Span(" " * MARGIN)
        sheet = Sheet()
        title = Span(self._heading.title, "bright", bold=True)
        sheet.add(gap, *ends((title,), (Span(self._heading.right, "muted"),), room))
        sheet.add(gap, *self._chalk(room))
        if trouble := self.study.store.trouble:
            words = self.study.say(trouble.key, **trouble.values)
            mark = Span(f"{self.study.signs.warn} ", "bad", bold=True)
            sheet.add(gap, *clipped((mark, Span(words, "fg")), room))
        return sheet

    def _chalk(self, width: int) -> Line:
        signs = self.study.signs
        if self._heading.part is None:
            return (Span(signs.rule * width, "line"),)
        come = round(max(0.0, min(1.0, self._heading.part)) * width)
        drawn = max(0, come - 1)
        return (
            Span(signs.fill * drawn, "muted"),
            Span(signs.fill * min(1, come), "next"),
            Span(signs.rule * (width - come), "line"),
        )


@dataclass(frozen=True, slots=True)
class KeyHint:
    """One entry of the key bar."""

    keys: str
    words: str


def key_name(key: str, signs_enter: str) -> str:
    """Return a key's name as the key bar shows it."""
    named = {"enter": signs_enter, "escape": "esc", "question_mark": "?", "slash": "/"}
    return named.get(key, key)


_ORDER = {"1": 1, "space": 2, "ctrl+r": 3}


def _rank(words: str, key: str) -> int:
    """What is typed goes first, then how sure, digits that answer, Space, in the lab ctrl+r."""
    first = words == "key.try-line" or words.startswith("key.sure-")
    return 0 if first else _ORDER.get(key, len(_ORDER) + 1)


def _together(names: list[str]) -> str:
    """Return several keys as one: digits that follow each other as a range."""
    if len(names) > 3 and all(name.isdigit() for name in names):
        return f"{names[0]}–{names[-1]}"
    return " ".join(names)


class KeyBar(Drawn):
    """The last row: what works now, in order of use, the first key yellow; never without `?`."""

    DEFAULT_CSS = "KeyBar { height: 1; }"

    def on_mount(self) -> None:
        """Follow the bindings of the screen."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def _bindings_changed(self, _screen: Screen[object]) -> None:
        self.redraw()

    def sheet(self, width: int) -> Sheet:
        """Lay the hints out on one row, dropping from the right."""
        hints = self._hints()
        room = width - 2 * MARGIN
        narrow = width < NARROW
        kept = hints[:-1][: 3 if narrow else None]
        last = hints[-1:]
        while kept and self._cells([*kept, *last]) > room:
            kept.pop()
        sheet = Sheet()
        spans = [Span(" " * MARGIN)]
        for number, hint in enumerate([*kept, *last]):
            spans.append(Span("   " if number else ""))
            spans.append(Span(hint.keys, "bright" if number else "next", bold=True))
            spans.append(Span(f" {hint.words}", "muted"))
        sheet.add(*clipped(spans, width))
        return sheet

    def _cells(self, hints: list[KeyHint]) -> int:
        return sum(cells(f"{hint.keys} {hint.words}") + 3 for hint in hints) - 3

    def _hints(self) -> list[KeyHint]:
        """Return the shown bindings that work now; those saying the same are one entry."""
        keys: dict[str, list[str]] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            # Textual's own bindings have English words; ours have keys of the catalogue.
            if binding.show and active.enabled and binding.description.startswith("key."):
                shown = binding.key_display or key_name(binding.key, self.study.signs.enter)
                names = keys.setdefault(binding.description, [])
                if shown not in names:
                    names.append(shown)
        help_words = keys.pop("key.help", None)
        first_keys = sorted(keys, key=lambda words: _rank(words, keys[words][0]))
        hints = [KeyHint(_together(keys[words]), self.study.say(words)) for words in first_keys]
        if help_words:
            focused = self.screen.focused
            typing = focused is not None and focused.check_consume_key("question_mark", "?")
            hints.append(KeyHint("F1" if typing else help_words[0], self.study.say("key.help")))
        return hints


class MoreBelow(Drawn):
    """The row above the key bar: a sign when there is more below."""

    DEFAULT_CSS = "MoreBelow { height: 1; }"

    def __init__(self, study: Study) -> None:
        super().__init__(study)
        self.more = False

    def show(self, more: bool) -> None:
        """Say whether there is more below."""
        if more != self.more:
            self.more = more
            self.redraw()

    def sheet(self, width: int) -> Sheet:
        """One row, with the sign at its right end."""
        sign = self.study.signs.more if self.more else ""
        sheet = Sheet()
        sheet.add(Span(" " * max(0, width - MARGIN - 1)), Span(sign, "muted"))
        return sheet


class TooSmall(Drawn):
    """What a terminal too small for anything else shows."""

    DEFAULT_CSS = """
    TooSmall { display: none; height: 100%; padding: 0 1; }
    """

    def sheet(self, width: int) -> Sheet:
        """Say the size needed, cut into rows that fit."""
        from mlmath_tutor.render.prose import wrap
        from mlmath_tutor.render.runs import Run

        from ..ink import inked

        size = self.app.size
        words = self.study.say(
            "screen.too-small",
            columns=size.width,
            rows=size.height,
            least_columns=SMALLEST[0],
            least_rows=SMALLEST[1],
        )
        sheet = Sheet()
        sheet.extend(inked(row) for row in wrap((Run(words),), max(1, width)))
        return sheet
