"""From a published instance to people, places, demand and rules of the application.

Its shift types have lengths but no hours. Here all begin at the same minute, so that one person can stand one a day.
Whatever the instance does not ask for (rest, nights, fairness, leaders) is switched off.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import count

from benchmarks.engine.instances import TEAM, Case
from benchmarks.engine.published import Cover, Person, Published, Request
from roster_app.domain import book
from roster_app.domain.book import AmountLimit, DutyClass, Measure, RuleEntry, RunLimit, Succession, Window
from roster_app.domain.ids import (
    AvailabilityId,
    CheckpointId,
    DutyId,
    LeaveId,
    PeriodId,
    PostId,
    ShiftId,
    ShiftTypeId,
    VolunteerId,
)
from roster_app.domain.people import Availability, AvailabilityKind, Leave, LeaveKind, Team, Volunteer
from roster_app.domain.places import Checkpoint, Post, ShiftType
from roster_app.domain.roster import Duty, DutyPlan, Roster, RosterPeriod, SeatLevel, Shift
from roster_app.domain.team import Directory, TeamRules
from roster_app.domain.timespan import DAY_MINUTES, span_on, whole_days

MONDAY = date(2020, 4, 6)
STARTS = 480
"""The minute at which every shift begins."""
PLACE = CheckpointId(1)
HEADROOM = 4
"""At least so many people may stand a shift beyond those it wants; an eighth of the staff where that is more."""


def load(instance: Published) -> Case:
    """The same problem in the application's words."""
    return _Loading(instance).case()


class _Loading:
    """One instance on its way; ids count from 1 in the instance's order."""

    def __init__(self, instance: Published) -> None:
        self.instance = instance
        self.days = [MONDAY + timedelta(day) for day in range(instance.days)]
        self.people = {person.id: VolunteerId(n) for n, person in enumerate(instance.people, start=1)}
        self.kinds = {kind.id: ShiftTypeId(n) for n, kind in enumerate(instance.kinds, start=1)}
        weights = dict.fromkeys((cover.under, cover.over) for cover in self._covers())
        self.posts = {weight: PostId(n) for n, weight in enumerate(weights, start=1)}

    def case(self) -> Case:
        plan = self._plan()
        cell = {duty.id: plan.shift[duty.shift_id] for duty in plan.duties}
        return Case(
            roster=Roster(plan),
            directory=self._directory(),
            offset=sum(request.weight for request in self.instance.on),
            answer=lambda holders: self._lines({duty: cell[duty] for duty in holders}, holders),
        )

    def _lines(self, cell: Mapping[DutyId, Shift], holders: Mapping[DutyId, VolunteerId]) -> dict[str, list[str]]:
        names, kinds = {n: who for who, n in self.people.items()}, {n: kind for kind, n in self.kinds.items()}
        lines = {who: [""] * self.instance.days for who in self.people}
        for duty_id, who in holders.items():
            shift = cell[duty_id]
            lines[names[who]][(shift.day - MONDAY).days] = kinds[shift.shift_type_id]
        return lines

    def _covers(self) -> Iterator[Cover]:
        """The cover of every day and shift type; where nothing is told, any number of people costs nothing."""
        told = {(cover.day, cover.kind): cover for cover in self.instance.cover}
        for day in range(self.instance.days):
            for kind in self.kinds:
                yield told.get((day, kind), Cover(day, kind, wanted=0, under=0, over=0))

    def _plan(self) -> DutyPlan:
        minutes = {kind.id: kind.minutes for kind in self.instance.kinds}
        headroom = max(HEADROOM, -(-len(self.people) // 8))
        shifts: list[Shift] = []
        duties: list[Duty] = []
        for cover in self._covers():
            span = span_on(self.days[cover.day], STARTS, STARTS + minutes[cover.kind])
            shift_id, post = ShiftId(len(shifts) + 1), self.posts[cover.under, cover.over]
            kind = self.kinds[cover.kind]
            shifts.append(Shift(shift_id, PeriodId(1), PLACE, kind, self.days[cover.day], span))
            for seat in range(1, max(cover.wanted, min(cover.wanted + headroom, len(self.people))) + 1):
                level = SeatLevel.NEEDED if seat <= cover.wanted else SeatLevel.EXTRA
                duties.append(Duty(DutyId(len(duties) + 1), shift_id, post, seat, span, level))
        return DutyPlan(RosterPeriod(PeriodId(1), TEAM, self.days[0], self.days[-1]), tuple(shifts), tuple(duties))

    def _directory(self) -> Directory:
        return Directory(
            Team(TEAM, "staff"),
            volunteers=tuple(Volunteer(n, TEAM, who) for who, n in self.people.items()),
            checkpoints=(Checkpoint(PLACE, TEAM, "ward"),),
            posts=tuple(Post(post, PLACE, str(weights), headcount=0) for weights, post in self.posts.items()),
            shift_types=tuple(
                ShiftType(self.kinds[kind.id], TEAM, kind.id, kind.id, STARTS, STARTS + kind.minutes)
                for kind in self.instance.kinds
            ),
            availabilities=tuple(self._requests()),
            leaves=tuple(self._leaves()),
            rules=TeamRules(
                min_rest_minutes=0,
                max_consecutive_days=None,
                max_consecutive_nights=None,
                max_week_minutes=None,
                leader_each_shift=False,
                night_counts_from=DAY_MINUTES + 1,
                entries=(*book.UNFAIR, *self._cover_entries(), *self._successions(), *self._personal()),
            ),
        )

    def _requests(self) -> Iterator[Availability]:
        numbers = count(1)
        for kind, requests in (
            (AvailabilityKind.WANTED, self.instance.on),
            (AvailabilityKind.UNWANTED, self.instance.off),
        ):
            for (who, day, shift_type), weight in _added_up(requests).items():
                on = whole_days(self.days[day], self.days[day])
                number, asks_for = AvailabilityId(next(numbers)), self.kinds[shift_type]
                yield Availability(number, self.people[who], kind, on, points=weight, shift_type_id=asks_for)

    def _leaves(self) -> Iterator[Leave]:
        numbers = count(1)
        for who, days in self.instance.days_off.items():
            for day in sorted(days):
                off = whole_days(self.days[day], self.days[day])
                yield Leave(LeaveId(next(numbers)), self.people[who], off, LeaveKind.OFFICIAL)

    def _cover_entries(self) -> Iterator[RuleEntry]:
        for (under, over), post in self.posts.items():
            of = DutyClass(posts=frozenset({post})) if len(self.posts) > 1 else book.ALL
            yield book.Cover(shortage=under, shortage_minute=0, below_wanted=0, surplus=over, of=of)

    def _successions(self) -> Iterator[RuleEntry]:
        for kind in self.instance.kinds:
            if kind.never_before:
                yield Succession(before=self._of(kind.id), after=self._of(*kind.never_before))

    def _personal(self) -> Iterator[RuleEntry]:
        """Each person's limits; one entry for all whose limit is the same."""
        together: dict[AmountLimit | RunLimit, set[VolunteerId]] = defaultdict(set)
        for person in self.instance.people:
            for entry in self._limits(person):
                together[entry].add(self.people[person.id])
        for entry, people in together.items():
            yield replace(entry, people=frozenset(people))

    def _limits(self, person: Person) -> Iterator[AmountLimit | RunLimit]:
        yield AmountLimit(Measure.MINUTES, Window.PERIOD, least=person.min_minutes, most=person.max_minutes)
        yield AmountLimit(Measure.WEEKENDS, Window.PERIOD, most=person.max_weekends)
        for kind, most in person.max_shifts.items():
            if most < self.instance.days:
                yield AmountLimit(Measure.DUTIES, Window.PERIOD, most=most, of=self._of(kind))
        yield RunLimit(least=person.min_work_run, most=person.max_work_run)
        yield RunLimit(least=person.min_free_run, off=True)

    def _of(self, *kinds: str) -> DutyClass:
        return DutyClass(shift_types=frozenset(self.kinds[kind] for kind in kinds))


def _added_up(requests: Iterable[Request]) -> dict[tuple[str, int, str], int]:
    """What each person asks for each day and shift type weighs altogether."""
    weights: dict[tuple[str, int, str], int] = defaultdict(int)
    for request in requests:
        weights[request.person, request.day, request.kind] += request.weight
    return weights
