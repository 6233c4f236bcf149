"""The app: which screen is shown, language and theme, leaving in good order."""

from __future__ import annotations

import asyncio
import signal
import unicodedata
from collections.abc import Iterable
from typing import ClassVar

from textual import events, on, work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.screen import Screen

from mlmath_tutor.engine.quizzes import quiz_plan
from mlmath_tutor.engine.resume import (
    ResumeQuiz,
    ResumeSection,
    StartSection,
    TakeQuiz,
    resume_point,
)
from mlmath_tutor.i18n import other

from .commands import CourseCommands
from .messages import (
    AskTrust,
    ChangeHowSure,
    ChangeLanguage,
    ChangeTheme,
    GoBack,
    GoHome,
    OpenGallery,
    OpenLab,
    OpenQuiz,
    OpenSection,
)
from .screens.home import HomeScreen
from .study import Study
from .theme import THEMES, textual_theme
from .widgets.help import Help
from .widgets.page import Page
from .widgets.popup import PopUp
from .widgets.quizzes import quiz_name
from .widgets.trusting import TrustQuestion

# Keys that are no letter or digit and are also typed in full width.
NAMED_KEYS = {" ": "space", "?": "question_mark", "/": "slash"}


class TutorApp(App[None]):
    """The tutor.

    Args:
        study: the learner, the course and all that is needed for both.
        theme: the name of the theme to begin with.
        go_on: begin at what is worth doing now instead of at home.
    """

    CSS_PATH = "app.tcss"
    COMMANDS = {CourseCommands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "help", "key.help", id="app.help", key_display="?"),
        Binding("L", "language", "key.language", id="app.language", show=False),
        Binding("T", "theme", "key.theme", id="app.theme", show=False),
        Binding("ctrl+p", "command_palette", "key.commands", id="app.commands", show=False),
        Binding("ctrl+z", "suspend_process", "key.suspend", id="app.suspend", show=False),
        Binding("ctrl+q", "quit", "key.quit", id="app.quit", show=False, priority=True),
    ]

    def __init__(self, study: Study, *, theme: str, go_on: bool = False) -> None:
        super().__init__()
        self.study = study
        self._go_on = go_on
        for name in THEMES:
            self.register_theme(textual_theme(name))
        self.theme = theme
        if study.settings.settings.keys:
            self.set_keymap(study.settings.settings.keys)

    def get_default_screen(self) -> Screen[None]:
        """Home is the screen at the bottom: pushing it would cost the first frame 50 ms."""
        return HomeScreen(self.study)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Textual's own commands are in English only; ours say what is needed."""
        return ()

    def on_mount(self) -> None:
        """Leave in good order when told to, get the runner ready, say what went wrong before."""
        self._catch_signals()
        self.call_after_refresh(self._get_ready)
        for trouble in self.study.store.troubles:
            words = self.study.say(trouble.key, **trouble.values)
            self.notify(words, severity="warning", timeout=20)
        if self._go_on:
            self.call_after_refresh(self._open_next)

    @work(thread=True)
    def _get_ready(self) -> None:
        """After the first frame: load what the next screens need, warm the runner up.

        The first frame must not wait for it, nor the first key.
        """
        from .screens import lesson, quiz  # noqa: F401

        self.call_from_thread(self._warm_up)

    def _warm_up(self) -> None:
        """Load libraries beside the app; for a course not trusted, no process is started."""
        if self.study.trust.given:
            self.study.runner.warm()

    def _catch_signals(self) -> None:
        """SIGTERM and SIGHUP end the app with the terminal restored; Textual leaves it raw."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                loop.add_signal_handler(number, self._told_to_end, int(number))
            except (NotImplementedError, RuntimeError, ValueError):
                # Windows, or not the main thread (tests): there the default stays.
                return

    def _told_to_end(self, number: int) -> None:
        self.exit(return_code=128 + number)

    async def on_unmount(self) -> None:
        """Stop what runs; close the learner's file."""
        if "runner" in vars(self.study):
            await self.study.runner.close()
        self.study.store.close()

    def action_help_quit(self) -> None:
        """Ctrl+C does not quit; say what does."""
        self.notify(f"ctrl+q  {self.study.say('key.quit')}")

    # ------------------------------------------------------------ where to

    def _open_next(self) -> None:
        match resume_point(self.study.course, self.study.progress):
            case ResumeQuiz(scope=scope, practice=practice):
                self.post_message(OpenQuiz(scope, practice=practice))
            case TakeQuiz(scope=scope):
                self.post_message(OpenQuiz(scope))
            case ResumeSection(section=section, block=block):
                self.post_message(OpenSection(section, block))
            case StartSection(section=section):
                self.post_message(OpenSection(section))
            case _:
                return

    async def _home_then(self, screen: Page | None) -> None:
        """Show `screen` on home, or home itself. Home never flashes between two screens."""
        while len(self.screen_stack) > (1 if screen is None else 2):
            await self.pop_screen()
        if screen is None:
            return
        if len(self.screen_stack) == 2:
            await self.switch_screen(screen)
        else:
            await self.push_screen(screen)

    @on(GoHome)
    async def _go_home(self) -> None:
        await self._home_then(None)

    @on(GoBack)
    async def _go_back(self) -> None:
        if len(self.screen_stack) > 1:
            await self.pop_screen()

    @on(OpenSection)
    async def _open_section(self, message: OpenSection) -> None:
        from .screens.lesson import LessonScreen

        section = self.study.course.section(message.section)
        if section is None or section.written is None:
            return
        if isinstance(self.screen, LessonScreen):
            self.screen.open(section, message.block)
            return
        if message.over:
            await self.push_screen(LessonScreen(self.study, section, message.block))
            return
        await self._home_then(LessonScreen(self.study, section, message.block))

    @on(OpenQuiz)
    async def _open_quiz(self, message: OpenQuiz) -> None:
        from mlmath_tutor.engine.posing import CannotPoseError

        from .screens.quiz import QuizScreen

        plan = quiz_plan(self.study.course, message.scope, practice=message.practice)
        if plan is None or not plan.count:
            return
        try:
            quiz = QuizScreen(self.study, plan, message.only)
        except CannotPoseError:
            words = self.study.say("quiz.cannot-pose", title=quiz_name(self.study, plan))
            self.notify(words, severity="error")
            return
        await self._home_then(quiz)

    @on(OpenLab)
    async def _open_lab(self, message: OpenLab) -> None:
        from .screens.lab import LabScreen

        found = self.study.course.block(message.program)
        program = self.study.course.program(message.program)
        if found is not None and program is not None:
            section, values, scratch = found[0], message.values, message.scratch
            lab = LabScreen(self.study, section, program, values, scratch=scratch)
            await self.push_screen(lab)

    @on(AskTrust)
    def _ask_trust(self, wanted: AskTrust) -> None:
        """Ask whether the course's programs may run, and go on with what was wanted."""
        if self.study.trust.given:
            wanted.then()
            return
        if isinstance(self.screen, TrustQuestion):
            wanted.otherwise()
            return

        def answered(agreed: bool | None) -> None:
            if agreed:
                self.study.trust.give()
                self._warm_up()
                wanted.then()
            else:
                wanted.otherwise()
                self.notify(self.study.say("trust.refused"))

        self.push_screen(TrustQuestion(self.study), answered)

    @on(OpenGallery)
    async def _open_gallery(self) -> None:
        from .screens.gallery import GalleryScreen

        await self._home_then(GalleryScreen(self.study))

    # ------------------------------------------------------------ how it looks

    @on(ChangeLanguage)
    def action_language(self) -> None:
        """Flip everything to the other language; the place stays."""
        self.study.lang = other(self.study.lang)
        self.study.settings.change(lang=self.study.lang)
        self._redraw()

    @on(ChangeTheme)
    def action_theme(self) -> None:
        """Take the next theme."""
        names = list(THEMES)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self.study.settings.change(theme=self.theme)
        name = self.study.say(f"app.theme.{self.theme}")
        self.notify(self.study.say("app.theme", name=name), timeout=2)
        self._redraw()

    @on(ChangeHowSure)
    def _change_how_sure(self) -> None:
        asks = not self.study.settings.settings.ask_how_sure
        self.study.settings.change(ask_how_sure=asks)
        self.notify(self.study.say(f"app.how-sure-is-{'on' if asks else 'off'}"), timeout=3)

    async def on_key(self, event: events.Key) -> None:
        """A key typed in full width is the same key: Japanese input may be on."""
        typed = event.character or ""
        plain = unicodedata.normalize("NFKC", typed)
        key = plain if plain.isalnum() and plain.isascii() else NAMED_KEYS.get(plain)
        if plain != typed and key is not None and len(plain) == 1:
            event.stop()
            self.simulate_key(key)

    def _redraw(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, Page | PopUp):
                screen.redraw()

    def action_help(self) -> None:
        """Show the keys of this screen, or close them."""
        if isinstance(self.screen, Help):
            self.screen.dismiss(None)
        elif not isinstance(self.screen, CommandPalette):
            self.push_screen(Help(self.study, self.screen.active_bindings))

    def action_command_palette(self) -> None:
        """Open the palette, with words in the language shown."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=self.study.say("app.palette")))
