"""Solving one changed problem after the other for an answer, each for a moment, until the time is over."""

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace

from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Proposal
from roster_app.engine.answers.situation import Situation
from roster_app.engine.problem import build
from roster_app.engine.record import Progress
from roster_app.engine.search import Limits, solve

_A_MOMENT = 0.05
"""Seconds that a solve gets at the least, so that it has a roster at all."""


_LEAST, _MOST = 0.1, 0.8
"""Seconds that a solve of a small team gets, and one of a large team …"""
_LARGE = 900
"""… which has so many duties open at least."""


@dataclass(frozen=True, slots=True)
class Effort:
    """Seconds for the whole answer, and the limits of each solve on the way; None: by the number of duties."""

    seconds: float = 20.0
    each: Limits | None = None

    def limits(self, duties: int, left: float) -> Limits:
        """Those of one solve with so many duties open and so many seconds left for the answer."""
        each = self.each or Limits(seconds=max(_LEAST, min(_MOST, _MOST * duties / _LARGE)))
        return replace(each, seconds=min(each.seconds, max(_A_MOMENT, left)))


@dataclass
class Resolver:
    """Made for one answer; the clock runs from then on. `stopped` says whether somebody wants it to end."""

    effort: Effort
    stopped: Callable[[], bool] = lambda: False
    solves: int = field(default=0, init=False)
    _began: float = field(default_factory=time.monotonic, init=False)

    @property
    def seconds(self) -> float:
        """Since the answer was begun."""
        return time.monotonic() - self._began

    @property
    def over(self) -> bool:
        """Whether the answer has to end with what is known."""
        return self.stopped() or self.seconds >= self.effort.seconds

    def cover(
        self, asked: Situation, only: Collection[DutyId] | None = None, *, keep: bool = True, enough: int = 0
    ) -> Proposal:
        """The roster with the fewest vacancies found; ends as soon as at most `enough` duties are vacant.

        Its cost is that of a situation in which vacancies outweigh all wishes.
        """
        reached: list[bool] = []

        def watch(progress: Progress) -> None:
            if progress.vacancies <= enough:
                reached.append(True)

        return self._solve(asked.covering(), only, keep, watch, lambda: bool(reached) or self.over)

    def best(self, asked: Situation, only: Collection[DutyId] | None = None, *, keep: bool = True) -> Proposal:
        """The cheapest roster found within the limits of one solve."""
        return self._solve(asked, only, keep, lambda progress: None, lambda: self.over)

    def _solve(
        self,
        asked: Situation,
        only: Collection[DutyId] | None,
        keep: bool,
        watch: Callable[[Progress], None],
        ended: Callable[[], bool],
    ) -> Proposal:
        self.solves += 1
        problem = build(asked.roster, asked.directory, asked.ledger, only=only, keep=keep)
        duties = len(asked.roster.plan.duties) if only is None else len(only)
        limits = self.effort.limits(duties, self.effort.seconds - self.seconds)
        return solve(problem, limits, watch, ended)
