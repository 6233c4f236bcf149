"""The prediction before a run: one key, changed at will until the run, as easily skipped."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.message import Message

from mlmath_tutor.content.questions import Option, Predict
from mlmath_tutor.render.prose import inline

from ..ink import Line, Sheet, Span, inked
from ..study import Study
from .block import BlockView

CHOICES = 9


class PredictionView(BlockView):
    """A prediction as a block of its own, before its program."""

    BINDINGS = [
        Binding(str(n), f"predict({n})", "key.predict", id=f"prediction.predict-{n}")
        for n in range(1, CHOICES + 1)
    ]

    @dataclass
    class Made(Message):
        """The learner predicted."""

        view: PredictionView
        option: Option

    def __init__(
        self,
        study: Study,
        block_id: str,
        question: Predict,
        *,
        chosen: str | None,
        deep: bool = False,
    ) -> None:
        super().__init__(study, block_id, part="predict", deep=deep)
        self.question = question
        self.chosen = chosen
        self.stands = False

    def offers(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Digits work until the run."""
        if action == "predict":
            number = parameters[0]
            known = isinstance(number, int) and number <= len(self.question.options)
            return known and not self.stands
        return super().offers(action, parameters)

    def action_predict(self, number: int) -> None:
        """Choose an option."""
        option = self.question.options[number - 1]
        self.chosen = option.id
        self.redraw()
        self.post_message(self.Made(self, option))

    def stand(self) -> None:
        """The program has run: the prediction stands."""
        if self.stands:
            return
        self.stands = True
        if self.is_attached:
            self.redraw()

    def body(self, width: int) -> Sheet:
        """Heading, question, options; after the run the reason for the one chosen."""
        signs = self.study.signs
        sheet = Sheet()
        title = self.question.title or self.say("predict.before")
        sheet.add(*self.heading(self.say("block.predict"), title, width))
        sheet.extend(self.text(self.question.stem, width))
        sheet.blank()
        for number, option in enumerate(self.question.options, 1):
            on = option.id == self.chosen
            words = inline(self.in_lang(option.text), self.study.typesetter)
            sheet.add(
                Span(str(number), "bright", bold=True),
                Span(f"  {signs.chosen if on else signs.free} ", "next" if on else "line", bold=on),
                *inked(words, "bright" if on else "fg"),
                act=f"predict({number})",
            )
        made = self.chosen_option()
        if self.stands and made is not None:
            mark = signs.done if made.correct else signs.wrong
            head = Span(f"{mark} ", "good" if made.correct else "bad", bold=True)
            sheet.blank()
            for row, line in enumerate(self.text(made.say, width - 2)):
                sheet.add(head if row == 0 else Span("  "), *line)
        return sheet

    def chosen_option(self) -> Option | None:
        """The option chosen, if there is one."""
        return next((o for o in self.question.options if o.id == self.chosen), None)


def compared(view: BlockView, prediction: PredictionView, measured: str) -> Line:
    """Return prediction, measurement and theory side by side, in the language of `view`."""
    line: list[Span] = []
    if (option := prediction.chosen_option()) is not None:
        said = inline(view.in_lang(option.text), view.study.typesetter)
        line += [Span(f"{view.say('predict.said')} ", "muted"), *inked(said, "bright")]
        line.append(Span(f"  {view.study.signs.to}  ", "muted"))
    line += [Span(f"{view.say('predict.measured')} ", "muted"), Span(measured, "bright")]
    if (theory := prediction.question.theory) is not None:
        row = inline(view.in_lang(theory), view.study.typesetter)
        line += [Span(f"  {view.say('predict.theory')} ", "muted"), *inked(row)]
    return tuple(line)
