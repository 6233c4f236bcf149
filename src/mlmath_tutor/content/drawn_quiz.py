"""A quiz that draws its questions from several places: of a chapter, of the whole course."""

from __future__ import annotations

import msgspec

from .quizzes import AnyQuestion
from .text import Text

# The two quizzes of the whole course, by the name of their file and of their id.
FINAL, DIAGNOSTIC = "course", "diagnostic"
OF_THE_COURSE = (FINAL, DIAGNOSTIC)

# Where to draw from, besides the ids of chapters and sections: the questions of the file
# itself, and all chapters before this one.
OWN, EARLIER = "own", "earlier"


class Draw(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How many questions to draw, and from where (key `from`).

    A chapter has the questions of its sections and those of its own quiz file; `own` means
    this file's, `earlier` all chapters before this one.
    """

    source: str = msgspec.field(name="from")
    count: int


class DrawnQuiz(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What chapter.yaml, course.yaml and diagnostic.yaml in quizzes/ hold.

    `questions` are the file's own; they are asked only as far as `draw` says so.
    """

    title: Text
    draw: tuple[Draw, ...]
    questions: tuple[AnyQuestion, ...] = ()

    @property
    def count(self) -> int:
        """How many questions are asked, once there are enough."""
        return sum(each.count for each in self.draw)
