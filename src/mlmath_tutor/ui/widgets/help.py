"""Help for the screen below, drawn from its own bindings, and what the marks mean."""

from __future__ import annotations

from textual.binding import ActiveBinding
from textual.widget import Widget

from mlmath_tutor.render.runs import cells

from ..ink import Line, Sheet, Span
from ..study import Study
from .drawn import Drawn
from .frame import key_name
from .popup import PopUp, raised

KEYS = 14  # cells of the keys' column


class Help(PopUp[None]):
    """The keys of a screen."""

    def __init__(self, study: Study, bindings: dict[str, ActiveBinding]) -> None:
        super().__init__(study)
        self._active = bindings

    def inside(self) -> Widget:
        """The list."""
        return _KeyList(self.study, self._active)


class _KeyList(Drawn, can_focus=True):
    def __init__(self, study: Study, bindings: dict[str, ActiveBinding]) -> None:
        super().__init__(study)
        self._active = bindings

    def sheet(self, width: int) -> Sheet:
        """All keys that work on the screen below, then the marks."""
        sheet = Sheet()
        say, signs = self.study.say, self.study.signs
        sheet.add(Span(say("help.title"), "bright", bold=True))
        for words, keys in self._grouped().items():
            line = self._row(" ".join(keys), say(words))
            if len(sheet.lines) == 1:
                sheet.blank()
            sheet.add(*line)
        sheet.blank()
        sheet.add(Span(say("help.marks"), "bright", bold=True))
        sheet.blank()
        rails = f"{signs.definition_rail} {signs.theorem_rail} {signs.pitfall_rail}"
        levels = signs.todo + signs.attempted + signs.familiar + signs.proficient + signs.mastered
        for marks, key in (
            (rails, "help.rails"),
            (signs.here, "help.here"),
            (f"{signs.done} {signs.wrong}", "help.judgement"),
            (levels, "help.levels"),
        ):
            sheet.add(*self._row(marks, say(key)))
        return raised(sheet, width)

    def _grouped(self) -> dict[str, list[str]]:
        """Keys by what they do, in the order of the bindings: the focused widget's first."""
        grouped: dict[str, list[str]] = {}
        for active in self._active.values():
            words = active.binding.description
            if words.startswith("key."):
                keys = grouped.setdefault(words, [])
                name = key_name(active.binding.key, self.study.signs.enter)
                if name not in keys:
                    keys.append(name)
        return grouped

    def _row(self, keys: str, words: str) -> Line:
        gap = " " * max(1, KEYS - cells(keys))
        return (Span(keys, "bright", bold=True), Span(gap), Span(words))
