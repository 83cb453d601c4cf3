"""The conductor: gives each method its time and ends with the best roster that any of them has found."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from roster_app.domain.roster import Proposal
from roster_app.engine.anneal import LONGER, PROPOSALS_A_SECOND, Annealing, first_cycle
from roster_app.engine.bound import Bounding
from roster_app.engine.draft import Draft, Room, order_of_needs
from roster_app.engine.form import HARD, Form
from roster_app.engine.lines_search import LinesSearch
from roster_app.engine.lines_start import start_lines
from roster_app.engine.problem import RosterProblem
from roster_app.engine.record import Phase, Progress, Record
from roster_app.engine.seating import Seating
from roster_app.engine.verdict import Verdict

__all__ = ["Limits", "Phase", "Progress", "solve"]

_LAST_LOOK = 0.15
"""The part of the time that is kept for the last look, which takes about as long as compiling did."""
_LARGE = 12_000
"""People times slots beyond which the bound waits until the first cycle is over."""
_BESIDE = range(5_000, 30_000)
"""People times slots for which lines are slow to bound what they cost, and the relaxation is quick: it works beside."""
_FILLING, _FILLING_A_SEAT = 1_500_000, 1_500
"""Proposals that the last seats get before everything else, at the most, and for each seat of the form."""
_FRUITLESS = 3
"""After so many cycles without anything better, each longer than all before it, only the bound is waited for."""


@dataclass(frozen=True, slots=True)
class Limits:
    """When a search ends at the latest: after so many seconds, or, where `work` is given, after so much work.

    A unit of work takes roughly a second. The same problem, seed and work give the same roster, as long as the
    seconds are enough for the work.
    """

    seconds: float = 60.0
    work: float | None = None


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
    started = time.perf_counter()
    verdict, seating = Verdict(problem, strict), Seating(problem)
    record = Record(problem, verdict, seating, started, report)
    _Search(problem, limits, record, stopped).run()
    record.close()
    return _proposal(problem, record, verdict, seating, stopped())


class _Search:
    """One search; its steps share the record and the clock."""

    def __init__(self, problem: RosterProblem, limits: Limits, record: Record, stopped: Callable[[], bool]) -> None:
        self._form, self._seed = problem.form, problem.seed
        self._limits, self._record, self._stopped = limits, record, stopped
        self._reserve = min(_LAST_LOOK * limits.seconds, record.seconds)
        self._bounding = Bounding(self._form, record.raise_bound, record.offer, self._over, whole=limits.work is None)

    def run(self) -> None:
        """A roster at once, then better ones; the bound is worked out meanwhile."""
        if minimums_bind(self._form) and not self._form.crews:
            self._lines()
            return
        draft = self._start()
        self._record.offer(draft.lines(), draft.cost)
        if not (self._form.people and self._form.need_open.any()):
            return
        if not self._is_large:
            self._bounding.start()
        self._improve(draft)
        self._bounding.end()

    def _start(self) -> Draft:
        """Seat by seat; where minimums bind, line by line first, because seats alone would miss them."""
        lines = start_lines(self._form, self._seed) if minimums_bind(self._form) else None
        draft = Draft(self._form, lines)
        draft.construct(Room(self._form, self._seed), order_of_needs(self._form), 0)
        return draft

    def _lines(self) -> None:
        """Whole lines are chosen instead of single duties: nobody's can be made right by one exchange."""
        self._record.phase = Phase.IMPROVE
        work = None if self._limits.work is None else max(1, round(self._limits.work))
        standing = Draft(self._form).parts().hard

        def raise_bound(bound: int) -> None:
            """The bound of the lines counts hard rules that what stands already breaks; the record's does not."""
            self._record.raise_bound(bound - standing)

        beside = work is None and self._form.people * self._form.slots in _BESIDE
        if beside:
            self._bounding.start()
        LinesSearch(self._form, self._seed).run(self._over, self._record.offer, raise_bound, work)
        if beside:
            self._bounding.end()

    def _over(self) -> bool:
        """Whether to end; all methods ask often, so that news that came right after other news does not wait long."""
        self._record.tell()
        late = self._record.seconds >= self._limits.seconds - self._reserve
        return late or self._record.proven or self._stopped()

    def _improve(self, draft: Draft) -> None:
        self._record.phase = Phase.IMPROVE
        annealing = Annealing(self._form, draft, self._record, self._seed, timed=self._limits.work is None)
        annealing.fill(self._over, min(_FILLING, _FILLING_A_SEAT * int(self._form.need_wanted.sum())))
        length, fruitless = first_cycle(self._form), 0
        while fruitless < _FRUITLESS and not (self._over() or self._spent(annealing)):
            before = self._record.cost
            clock = _Clock(self._record, annealing, self._limits, length)
            annealing.cycle(clock.part_done, self._over, first=length == first_cycle(self._form))
            length *= LONGER
            fruitless = fruitless + 1 if self._record.cost == before else 0
            self._bounding.start()
        self._record.phase = Phase.PROVE

    @property
    def _is_large(self) -> bool:
        """Whether the bound takes so long that a good roster has to come first."""
        return self._form.people * self._form.slots > _LARGE

    def _spent(self, annealing: Annealing) -> bool:
        work = self._limits.work
        return work is not None and annealing.proposals >= work * PROPOSALS_A_SECOND


def minimums_bind(form: Form) -> bool:
    """Whether hard rules ask for something of a line: so many hours, so many days in a row."""
    runs = (form.run_points >= HARD) & (form.run_least > 1)
    return bool(form.people and form.need_open.any() and ((form.counter_least > 0).any() or runs.any()))


class _Clock:
    """How much of a cycle is over, by time or by work; a cycle takes what is left where no other would fit in."""

    def __init__(self, record: Record, annealing: Annealing, limits: Limits, seconds: float) -> None:
        self._record, self._annealing, self._work = record, annealing, limits.work
        self._began = self._now
        left = (limits.seconds if limits.work is None else limits.work * PROPOSALS_A_SECOND) - self._began
        length = seconds if limits.work is None else seconds * PROPOSALS_A_SECOND
        self._length = max(1e-9, left if length * 2 > left else length)

    @property
    def _now(self) -> float:
        return self._record.seconds if self._work is None else float(self._annealing.proposals)

    def part_done(self) -> float:
        """From 0 to 1."""
        return (self._now - self._began) / self._length


def _proposal(problem: RosterProblem, record: Record, verdict: Verdict, seating: Seating, stopped: bool) -> Proposal:
    """The best roster, everybody at the post they know where that costs nothing, judged once more."""
    judged = verdict.judged(seating.settled(record.best))
    bound = record.bound + verdict.offset - judged.lack if record.bound is not None else None
    if not problem.form.people or not problem.opened:
        bound = judged.cost
    return Proposal(
        period_id=problem.roster.period.id,
        assignments=judged.holders,
        vacancies=judged.vacancies,
        cost=judged.cost,
        bound=bound,
        optimal=bound is not None and judged.cost <= bound,
        stopped=stopped,
        seconds=record.seconds,
        seed=problem.seed,
        parts=judged.parts,
    )
