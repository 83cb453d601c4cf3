"""What every question is: a picklable value that answers itself, better and better, as long as there is time."""

from collections.abc import Iterator
from typing import Protocol, TypeVar

from roster_app.engine.answers.resolver import Effort, Resolver

A_co = TypeVar("A_co", covariant=True)


class Question(Protocol[A_co]):
    """Asked of `EngineProcess.ask`, or answered here and now by iterating over `answers`."""

    @property
    def effort(self) -> Effort:
        """How long it may take, altogether and for each solve."""
        ...

    def answers(self, resolver: Resolver) -> Iterator[A_co]:
        """Ever more complete answers, at least one; the last one stands. Ends soon once `resolver.over`.

        An answer names facts, never words; its `complete` says whether everything was tried that there is.
        """
        ...
