"""The table of contents of a section."""

from __future__ import annotations

from textual import on
from textual.widget import Widget

from mlmath_tutor.content.blocks import Block, Check, Derivation, Example, Explore
from mlmath_tutor.content.course import Section
from mlmath_tutor.render.prose import inline

from ..ink import Span, ends, inked
from ..study import Study
from .menu import Entry, Menu
from .popup import PopUp


class Contents(PopUp[str]):
    """The blocks with a title; the one chosen is the result."""

    def __init__(self, study: Study, section: Section, here: str) -> None:
        super().__init__(study)
        self._section = section
        self._here = here

    def inside(self) -> Widget:
        """The titles."""
        titled = [block.id for block in self._section.blocks if self._title(block)]
        order = [block.id for block in self._section.blocks]
        before = order[: order.index(self._here) + 1] if self._here in order else []
        nearest = next((name for name in reversed(before) if name in titled), "")
        return Menu(self.study, self._entries, at=nearest)

    def _entries(self, width: int) -> list[Entry]:
        entries = []
        read = self.study.progress.section(self._section).seen
        for block in self._section.blocks:
            if not (title := self._title(block)):
                continue
            seen = block.id in read
            mark = self.study.signs.done if seen else self.study.signs.todo
            row = inked(inline(title, self.study.typesetter))
            left = (Span(f"{mark} ", "good" if seen else "line"), *row)
            deep = (Span(self.study.say("block.deep"), "muted"),) if block.path == "deep" else ()
            entries.append(Entry(block.id, (ends(left, deep, width),)))
        return entries

    def _title(self, block: Block) -> str:
        """The block's title, with its kind where there is no other word for it."""
        title = self.study.said(block.title) if block.title is not None else ""
        match block:
            case Check():
                return f"{self.study.say('block.check')}  {title}".rstrip()
            case Derivation():
                return f"{self.study.say('block.derivation')}  {title}".rstrip()
            case Example() | Explore():
                key = "block.example" if isinstance(block, Example) else "block.explore"
                label = (block.label or "").lstrip("EX")
                return f"{self.study.say(key, label=label).rstrip()}  {title}".rstrip()
            case _:
                return title

    @on(Menu.Chosen)
    def _chosen(self, message: Menu.Chosen) -> None:
        self.dismiss(message.name)
