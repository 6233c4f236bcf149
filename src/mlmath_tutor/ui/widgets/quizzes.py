"""What a quiz is called on a screen."""

from __future__ import annotations

from mlmath_tutor.engine.quizzes import QuizPlan
from mlmath_tutor.render.prose import inline
from mlmath_tutor.render.runs import plain

from ..study import Study


def quiz_name(study: Study, plan: QuizPlan) -> str:
    """Return the name of a quiz: of a section by its number, of a chapter by its title."""
    title = study.said(plan.title)
    if "$" in title:  # the typesetter is loaded only where there is something to set
        title = plain(inline(title, study.typesetter))
    if plan.practice:
        numbered = plan.kind in ("section", "chapter")
        return study.say("quiz.practice", title=plan.name if numbered else title)
    return study.say("quiz.title", number=plan.name) if plan.kind == "section" else title
