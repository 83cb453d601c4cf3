"""Questions about a roster that are answered by solving changed problems: one file a question."""

from roster_app.engine.answers.question import Question
from roster_app.engine.answers.resolver import Effort, Resolver
from roster_app.engine.answers.situation import Situation

__all__ = ["Effort", "Question", "Resolver", "Situation"]
