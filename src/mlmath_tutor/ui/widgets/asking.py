"""A question before something is done: one sentence, Enter does it, Esc leaves it."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding
from textual.widget import Widget

from mlmath_tutor.render.prose import wrap
from mlmath_tutor.render.runs import Run

from ..ink import Sheet, Span, inked
from ..study import Study
from .drawn import Drawn
from .popup import PopUp, raised


class Ask(PopUp[bool]):
    """The result is True where the learner agreed, None where not.

    Args:
        words: message keys, each a paragraph.
        yes: the message key that names what Enter does.
        values: the values of all messages.
    """

    BINDINGS = [Binding("enter,y", "agree", "key.yes", id="ask.yes", key_display="↵")]

    def __init__(self, study: Study, *words: str, yes: str = "key.yes", **values: object) -> None:
        super().__init__(study)
        self._question = _Question(study, words, yes, values)

    def inside(self) -> Widget:
        """The sentences and the two keys."""
        return self._question

    def action_agree(self) -> None:
        """Go on."""
        self.dismiss(True)


class _Question(Drawn, can_focus=True):
    def __init__(
        self, study: Study, words: Sequence[str], yes: str, values: dict[str, object]
    ) -> None:
        super().__init__(study)
        self._words = words
        self._yes = yes
        self._values = values

    def sheet(self, width: int) -> Sheet:
        """One paragraph a message, then what the keys do."""
        say, signs = self.study.say, self.study.signs
        sheet = Sheet()
        for words in self._words:
            sheet.extend(inked(row) for row in wrap((Run(say(words, **self._values)),), width))
            sheet.blank()
        sheet.add(
            Span(signs.enter, "next", bold=True),
            Span(f" {say(self._yes)}   ", "muted"),
            Span("esc", "bright", bold=True),
            Span(f" {say('key.close')}", "muted"),
        )
        return raised(sheet, width)
