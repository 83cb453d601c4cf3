"""Why duties must stay vacant whoever plans: counts of duties against the people who could hold them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import reduce

from roster_app.domain.answers.capacity import Capacity
from roster_app.domain.answers.fitness import Fitness
from roster_app.domain.answers.matching import rivalries
from roster_app.domain.book import Entry
from roster_app.domain.ids import DutyId, PostId, QualificationId, ShiftId, VolunteerId
from roster_app.domain.roster import Duty, Roster, SeatLevel
from roster_app.domain.rules import Judge
from roster_app.domain.rules.line import monday_of
from roster_app.domain.timespan import MINUTE, Span


class ShortageKind(StrEnum):
    """AT_ONCE: nobody can hold two of the duties. WEEK and PERIOD: everybody can hold only so many of them."""

    AT_ONCE = "at_once"
    WEEK = "week"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Shortage:
    """`needed` duties, of which the people fit for any of them can hold `possible` at the most, whoever plans.

    `requires` are the qualifications that all of the duties ask for, `nights` says that all are night duties. Locked
    duties are counted neither here nor there. `rest` is the minutes of rest (0: none needed) by which duties at
    different times exclude each other; `limit` the rule that bounds most people, if any does.
    """

    kind: ShortageKind
    duties: tuple[DutyId, ...]
    people: frozenset[VolunteerId]
    possible: int
    span: Span
    requires: frozenset[QualificationId]
    nights: bool
    rest: int = 0
    limit: Entry | None = None

    @property
    def needed(self) -> int:
        """How many duties there are."""
        return len(self.duties)

    @property
    def missing(self) -> int:
        """How many of them must stay vacant."""
        return self.needed - self.possible


def shortages(roster: Roster, judge: Judge) -> tuple[Shortage, ...]:
    """The few that matter, the narrowest first: each proves vacancies that those inside it do not prove.

    Proven by counting alone, whatever the engine found; not every vacancy can be explained so.
    """
    vacant = {duty.id for duty in roster.vacancies}
    told: list[Shortage] = []
    for shortage in _Counting(roster, judge).all():
        duties = set(shortage.duties)
        inside = [other for other in told if duties.issuperset(other.duties)]
        known = any(duties.issubset(other.duties) for other in told)
        if duties & vacant and not known and shortage.missing > sum(other.missing for other in inside):
            told = [other for other in told if other not in inside or not _same_limit(other, shortage)]
            told.append(shortage)
    return tuple(told)


def _same_limit(narrow: Shortage, wide: Shortage) -> bool:
    return narrow.limit is not None and narrow.limit == wide.limit


class _Counting:
    """The duties that can be moved, and who could hold them."""

    def __init__(self, roster: Roster, judge: Judge) -> None:
        self._roster, self._judge = roster, judge
        self._fitness = Fitness(roster, judge)
        self._capacity = Capacity(judge, self._fitness)
        held = self._fitness.fixed.assignments
        self._open = [d for d in roster.plan.duties if d.id not in held and d.level is not SeatLevel.EXTRA]
        self._open.sort(key=lambda duty: duty.id not in roster.assignments)

    def all(self) -> Iterator[Shortage]:
        """Every shortage that is looked for, the narrow ones first."""
        yield from self._at_once(0)
        if self._fitness.rest:
            yield from self._at_once(self._fitness.rest)
        yield from self._over(ShortageKind.WEEK)
        yield from self._over(ShortageKind.PERIOD)

    def _at_once(self, rest: int) -> Iterator[Shortage]:
        for moment in self._moments(rest):
            rivals = [d for d in self._asked(rest) if d.span.start <= moment < d.span.end + MINUTE * rest]
            fit = {d.id: self._fitness.people(d.id) for d in _one_part_each(rivals, self._roster)}
            for rivalry in rivalries(fit):
                duties = [d for d in rivals if d.id in rivalry.seats]
                apart = rest if max(d.span.start for d in duties) >= min(d.span.end for d in duties) else 0
                yield self._told(ShortageKind.AT_ONCE, duties, rivalry.people, len(rivalry.people), rest=apart)

    def _moments(self, rest: int) -> list[datetime]:
        """When duties begin that a vacancy rivals with."""
        spans = {duty.span for duty in self._roster.vacancies}
        starts = {duty.span.start for duty in self._asked(rest)}
        return sorted(t for t in starts if any(s.start <= t < s.end + MINUTE * rest for s in spans))

    def _asked(self, rest: int) -> Iterator[Duty]:
        """The open duties; where rest counts without reserve duties and parts cut by hand, which may ask for none."""
        cut = self._roster.plan.cut
        return (d for d in self._open if not rest or not (d.id in cut or self._fitness.is_reserve(d)))

    def _over(self, kind: ShortageKind) -> Iterator[Shortage]:
        for group in self._groups(kind):
            fit = {d.id: self._fitness.people(d.id) for d in group}
            people = frozenset(who for able in fit.values() for who in able)
            possible, limit = self._capacity.of(group, fit)
            if possible < len(group):
                yield self._told(kind, group, people, possible, limit=limit)

    def _groups(self, kind: ShortageKind) -> Iterator[list[Duty]]:
        """The open duties of each stretch with a vacancy, by qualification: all, and the nights alone."""
        stretches: dict[object, list[Duty]] = defaultdict(list)
        for duty in self._asked(1):
            day = self._roster.plan.shift[duty.shift_id].day
            stretches[monday_of(day) if kind is ShortageKind.WEEK else None].append(duty)
        vacant = {duty.id for duty in self._roster.vacancies}
        for duties in stretches.values():
            for asked in sorted({self._requires(d) for d in duties}, key=lambda q: (-len(q), sorted(q))):
                group = [d for d in duties if asked <= self._requires(d)]
                for part in (self._nights(group), group):
                    if any(duty.id in vacant for duty in part):
                        yield part

    def _nights(self, duties: Iterable[Duty]) -> list[Duty]:
        return [duty for duty in duties if self._judge.directory.rules.is_night(duty.span)]

    def _requires(self, duty: Duty) -> frozenset[QualificationId]:
        return self._judge.directory.post[duty.post_id].requires

    def _told(
        self,
        kind: ShortageKind,
        duties: Sequence[Duty],
        people: frozenset[VolunteerId],
        possible: int,
        rest: int = 0,
        limit: Entry | None = None,
    ) -> Shortage:
        return Shortage(
            kind,
            tuple(duty.id for duty in duties),
            people,
            possible,
            Span(min(d.span.start for d in duties), max(d.span.end for d in duties)),
            reduce(frozenset.intersection, (self._requires(d) for d in duties)),
            len(self._nights(duties)) == len(duties),
            rest,
            limit,
        )


def _one_part_each(duties: Iterable[Duty], roster: Roster) -> Iterator[Duty]:
    """The duties less later parts of a post's shift: one person may stand those one after the other."""
    ends: dict[tuple[ShiftId, PostId], datetime] = {}
    for duty in sorted(duties, key=lambda d: (d.id not in roster.assignments, d.span)):
        end = ends.setdefault((duty.shift_id, duty.post_id), duty.span.end)
        if duty.span.start < end:
            yield duty
