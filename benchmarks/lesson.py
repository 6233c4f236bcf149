"""Mounting a lesson full of mathematics, as a ratio against Textual's own Markdown widget.

The lesson has 40 display and 80 inline formulas in 40 blocks; the Markdown widget gets the
same words with a short word in place of each formula. Both are mounted in turn in one
process, each in an app of its own; the time is from the mount to the end of the layout of
everything. Prints the medians and the ratio; the first lesson, which sets every formula for
the first time, is told apart from the later ones, for which the formulas are remembered.

    python benchmarks/lesson.py [runs]
"""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Markdown

from mlmath_tutor.config import SettingsFile
from mlmath_tutor.content.blocks import Theorem
from mlmath_tutor.content.course import Course, CourseFile
from mlmath_tutor.content.text import Text
from mlmath_tutor.engine.progress import Progress
from mlmath_tutor.engine.runner import Runner
from mlmath_tutor.engine.store import Store
from mlmath_tutor.engine.trust import Trust
from mlmath_tutor.render.maths import Typesetter
from mlmath_tutor.render.maths.specimens import SPECIMENS
from mlmath_tutor.ui.study import Study
from mlmath_tutor.ui.theme import UNICODE_SIGNS, textual_theme
from mlmath_tutor.ui.widgets.text_blocks import StatementView

BLOCKS = 40  # each with one display formula and two inline ones
RUNS = 7
SENTENCE = (
    "Let {0} be a sample and suppose that {1} is finite. Then the following holds for every "
    "choice of the constant, and the bound cannot be improved without another condition:"
)
INLINE = (r"X_1,\dots,X_n", r"\mathbb{E}[X^2]", r"\lVert w\rVert_2\le1", r"P(A\mid B)>0")


def blocks() -> list[Theorem]:
    """Return the lesson's blocks, every formula different from the others."""
    made = []
    for number in range(BLOCKS):
        specimen = SPECIMENS[number % len(SPECIMENS)].en
        inline = [f"${INLINE[(number + k) % len(INLINE)]}+{number}$" for k in (0, 1)]
        words = f"{SENTENCE.format(*inline)}\n$$\n{specimen}+{number}\n$$\n"
        text = Text(ja=words, en=words)
        title = Text(ja="Theorem", en="Theorem")
        made.append(Theorem(id=f"b.{number}", title=title, conditions=title, text=text))
    return made


def markdown() -> str:
    """Return the same words with a short word in place of each formula."""
    paragraph = SENTENCE.format("a word", "a word")
    return "\n\n".join(f"**Theorem**\n\n{paragraph}\n\n    a word" for _ in range(BLOCKS))


def study(folder: Path, typesetter: Typesetter) -> Study:
    """Return a study of an empty course."""
    empty = Text(ja="", en="")
    file = CourseFile(id="empty", title=empty, chapters=())
    course = Course(root=folder, file=file, chapters=(), programs={})
    settings = SettingsFile(folder / "settings.toml")
    return Study(
        course=course,
        store=Store(folder),
        progress=Progress(course),
        make_runner=Runner,
        make_typesetter=lambda: typesetter,
        settings=settings,
        trust=Trust(folder, settings, bundled=True),
        signs=UNICODE_SIGNS,
        lang="en",
    )


class Bare(App[None]):
    """An app with a scrolling column and nothing else."""

    CSS = "VerticalScroll { height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.column = VerticalScroll()
        self.register_theme(textual_theme("kokuban"))
        self.theme = "kokuban"

    def compose(self) -> ComposeResult:
        yield self.column


async def seconds_to_mount(widgets: list[Widget]) -> float:
    """Return the seconds from mounting the widgets until everything is laid out."""
    app = Bare()
    async with app.run_test(size=(100, 30)) as pilot:
        start = time.perf_counter()
        await app.column.mount_all(widgets)
        await pilot.pause()
        return time.perf_counter() - start


async def main() -> None:
    """Measure and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    lesson, source = blocks(), markdown()
    first, later, theirs = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs):
            typesetter = Typesetter()
            ours = study(Path(folder), typesetter)
            first.append(await seconds_to_mount([StatementView(ours, b) for b in lesson]))
            later.append(await seconds_to_mount([StatementView(ours, b) for b in lesson]))
            theirs.append(await seconds_to_mount([Markdown(source)]))
    base = statistics.median(theirs)
    for name, times in (
        ("Textual's Markdown, no mathematics", theirs),
        ("our lesson, formulas set first", first),
        ("our lesson, formulas remembered", later),
    ):
        median = statistics.median(times)
        print(f"{name:<36} {median * 1000:7.0f} ms   ratio {median / base:5.2f}")


if __name__ == "__main__":
    asyncio.run(main())
