"""Use cases about automatic rosters: what is to be planned, and searches and questions in the engine's process."""

from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Proposal
from roster_app.services.rostering import OpenRoster

if TYPE_CHECKING:
    from roster_app.engine.answers import Question
    from roster_app.engine.process import EngineProcess
    from roster_app.engine.search import Progress

A = TypeVar("A")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a search may touch. Locked duties and duties outside the scope never move."""

    duties: frozenset[DutyId] | None = None
    """Only these; None: the whole period."""
    keep_held: bool = True
    """Whether duties somebody holds keep their holder, so that only vacancies are filled."""


class Search:
    """One engine process, warmed before it is needed; `run` and `ask` belong on a worker thread, the others on any."""

    def __init__(self, seed: int = 0) -> None:
        self._seed = seed
        self._engine: EngineProcess | None = None

    def warm(self) -> None:
        """Start the process and let it load the solver (about a second); returns at once."""
        self._process().warm()

    def run(
        self,
        opened: OpenRoster,
        scope: Scope,
        seconds: float,
        on_progress: "Callable[[Progress], None] | None" = None,
    ) -> Proposal:
        """The best roster found within the time, or until `stop`; raises DomainError only if there is none at all."""
        from roster_app.engine.problem import build
        from roster_app.engine.search import Limits

        problem = build(
            opened.roster,
            opened.directory,
            opened.ledger,
            only=scope.duties,
            keep=scope.keep_held,
            seed=self._seed,
        )
        return self._process().solve(problem, Limits(seconds=seconds), on_progress or _ignore)

    def ask(self, question: "Question[A]", on_answer: Callable[[A], None] | None = None) -> A:
        """The answer to a question of `services.answers`; `on_answer` hears what is known by and by.

        Ended by `stop`, it comes back with the latest answer; raises DomainError only if there is none at all.
        """
        return self._process().ask(question, on_answer or _ignore_answer)

    def stop(self) -> None:
        """End the search, or the answer, soon with the best so far."""
        if self._engine is not None:
            self._engine.stop()

    def close(self) -> None:
        """End the process."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None

    def __enter__(self) -> "Search":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _process(self) -> "EngineProcess":
        if self._engine is None:
            from roster_app.engine.process import EngineProcess

            self._engine = EngineProcess()
        return self._engine


def _ignore(progress: "Progress") -> None:
    """Nobody watches."""


def _ignore_answer(answer: object) -> None:
    """Nobody listens."""
