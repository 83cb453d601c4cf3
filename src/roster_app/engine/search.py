"""The conductor: gives each method its time and ends with the best roster that any of them has found."""

import math
from collections.abc import Callable
from dataclasses import dataclass

from roster_app.domain.roster import Proposal
from roster_app.engine.anneal import COLD, HOT, Annealing
from roster_app.engine.bounding import Bounding
from roster_app.engine.construct import construct
from roster_app.engine.facts import RosterProblem
from roster_app.engine.place import as_known
from roster_app.engine.record import Phase, Progress, Record
from roster_app.engine.repair import repair
from roster_app.engine.verdict import Verdict

__all__ = ["Limits", "Phase", "Progress", "solve"]

_SHARE = 0.6
"""The part of the time that annealing gets at the most, before CP-SAT …"""
_SECONDS_A_SEAT = 0.009
"""… and for each seat; longer gives little where CP-SAT can still take over."""
_PROPOSALS_A_UNIT = 300_000
"""A unit of work in proposals of the annealing, about a second's."""
_BURST = 10_000
_LARGE = 40_000
"""People times watches beyond which CP-SAT would take more memory and time than it gives back."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When a search ends at the latest: after so many seconds, or, where `work` is given, after so much work.

    A unit of work takes roughly a second. The same problem, seed and work give the same roster, as long as the
    seconds are enough for the work. `workers` are CP-SAT's threads: eight bound better than two, even on two cores.
    """

    seconds: float = 60.0
    work: float | None = None
    workers: int = 8


def solve(
    problem: RosterProblem,
    limits: Limits,
    report: Callable[[Progress], None],
    stopped: Callable[[], bool],
    *,
    strict: bool = False,
) -> Proposal:
    """The best roster found until it is proven, a limit is reached, or `stopped` says so.

    There always is one, if need be with vacancies. `report` is called one at a time, but on several threads.
    `strict` raises EngineFault where the engine and the domain do not agree.
    """
    verdict = Verdict(problem, strict)
    record = Record(problem, verdict, report)
    search = _Search(problem, limits, record, stopped)
    search.run()
    record.close()
    return search.proposal(verdict)


class _Search:
    """One search; its steps share the record and the clock."""

    def __init__(self, problem: RosterProblem, limits: Limits, record: Record, stopped: Callable[[], bool]) -> None:
        self._problem, self._limits, self._record, self._stopped = problem, limits, record, stopped
        self._bounding = Bounding(problem, record, limits.seconds)
        self._is_large = len(problem.people) * len(problem.watches) > _LARGE

    def run(self) -> None:
        """Construct, repair, improve and prove."""
        draft = construct(self._problem)
        self._record.offer(draft)
        repair(draft)
        self._record.offer(draft)
        if self._problem.seats and self._problem.people:
            self._bounding.start()
            self._improve()
            self._prove()

    def _over(self) -> bool:
        return self._record.proven or self._stopped() or self._record.seconds >= self._limits.seconds

    def _improve(self) -> None:
        """Anneal: cool down once, as slowly as the share of the time allows, the whole time where nothing follows."""
        self._record.phase = Phase.IMPROVE
        annealing = Annealing(self._record.best(), self._problem.seed)
        began, seconds, proposals = self._record.seconds, self._seconds_to_improve(), self._proposals()
        done, best = 0, annealing.cost
        while not self._over():
            passed = done / proposals
            if self._limits.work is None:
                passed = max(passed, (self._record.seconds - began) / seconds)
            if passed >= 1:
                break
            annealing.burst(_BURST, annealing.unit * HOT * (COLD / HOT) ** passed)
            done += _BURST
            if annealing.cost < best:
                best = annealing.cost
                self._record.offer(annealing.draft)
            self._record.tell()

    def _seconds_to_improve(self) -> float:
        left = self._limits.seconds - self._record.seconds
        return left if self._is_large else self._share_of(left)

    def _proposals(self) -> float:
        work = self._limits.work
        if work is None:
            return math.inf
        return max(1.0, _PROPOSALS_A_UNIT * (work if self._is_large else self._share_of(work)))

    def _share_of(self, time: float) -> float:
        return min(time * _SHARE, _SECONDS_A_SEAT * self._problem.seats)

    def _prove(self) -> None:
        """CP-SAT from the best draft on, where the model is small enough, once the relaxation has given its bound."""
        model = self._bounding.model(self._over)
        if model is None or self._is_large:
            return
        from roster_app.engine.prove import Effort, Listener, prove

        self._record.phase = Phase.PROVE
        work = self._limits.work
        effort = Effort(
            seconds=max(0.1, self._limits.seconds - self._record.seconds),
            work=None if work is None else work - self._share_of(work),
            workers=self._limits.workers,
            seed=self._problem.seed,
        )
        listener = Listener(self._record.offer, self._record.raise_bound, self._over)
        prove(model, self._record.best(), self._record.bound, effort, listener)

    def proposal(self, verdict: Verdict) -> Proposal:
        """The best roster, everybody at the post they know where that costs nothing, judged once more."""
        judged = verdict.judged(as_known(self._record.best()))
        bound = judged.cost if not self._problem.seats or not self._problem.people else self._record.bound
        return Proposal(
            period_id=self._problem.roster.period.id,
            assignments=judged.holders,
            vacancies=judged.vacancies,
            cost=judged.cost,
            bound=bound,
            optimal=bound is not None and judged.cost <= bound,
            stopped=self._stopped(),
            seconds=self._record.seconds,
            seed=self._problem.seed,
            parts=judged.parts,
        )
