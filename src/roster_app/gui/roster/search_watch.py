"""What a search has reported so far: the line of its costs, its bound, and the best roster yet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from roster_app.domain.ids import DutyId, PeriodId, VolunteerId
from roster_app.domain.roster import Proposal


class Progress(Protocol):
    """What the engine reports; costs and bounds in its points, `assignments` where a better roster was found."""

    @property
    def seconds(self) -> float: ...
    @property
    def cost(self) -> int | None: ...
    @property
    def bound(self) -> int | None: ...
    @property
    def assignments(self) -> Mapping[DutyId, VolunteerId] | None: ...


class SearchWatch:
    """Takes reports in; answers what the chart and the figures show."""

    def __init__(self, period_id: PeriodId) -> None:
        self._period_id = period_id
        self.costs: list[tuple[float, float]] = []
        self.bounds: list[tuple[float, float]] = []
        self.seconds = 0.0
        self._best: Mapping[DutyId, VolunteerId] | None = None

    def take(self, progress: Progress) -> None:
        """One report; a cost that is no better than the last one is no step of the line."""
        self.seconds = max(self.seconds, progress.seconds)
        if progress.assignments is not None:
            self._best = progress.assignments
        if progress.cost is not None and (not self.costs or progress.cost < self.costs[-1][1]):
            self.costs.append((progress.seconds, progress.cost))
        if progress.bound is not None and (not self.bounds or progress.bound > self.bounds[-1][1]):
            self.bounds.append((progress.seconds, progress.bound))

    def end(self, proposal: Proposal) -> None:
        """The search is over: its own figures stand."""
        self.seconds = max(self.seconds, proposal.seconds)
        self._best = proposal.assignments
        if not self.costs or proposal.cost < self.costs[-1][1]:
            self.costs.append((self.seconds, proposal.cost))
        if proposal.bound is not None and (not self.bounds or proposal.bound > self.bounds[-1][1]):
            self.bounds.append((self.seconds, proposal.bound))

    @property
    def best(self) -> Proposal | None:
        """The best roster so far, also where the search ended in trouble."""
        if self._best is None:
            return None
        cost = round(self.costs[-1][1]) if self.costs else 0
        bound = round(self.bounds[-1][1]) if self.bounds else None
        return Proposal(self._period_id, self._best, cost=cost, bound=bound, stopped=True, seconds=self.seconds)

    @property
    def gap(self) -> float | None:
        """How much cheaper a roster could be at most, as a part of the cost; nothing while no bound is known.

        Wishes granted count below zero, and so may the cost: the part is of its size.
        """
        if not self.costs or not self.bounds:
            return None
        cost, bound = self.costs[-1][1], self.bounds[-1][1]
        return max(0.0, cost - bound) / max(1.0, abs(cost))

    @property
    def is_optimal(self) -> bool:
        """Whether nothing cheaper can exist."""
        return self.gap is not None and self.gap <= 1e-9
