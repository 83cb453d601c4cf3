"""From a duty instance to people, places, demand and rules of the application.

A shift of an instance belongs to a day even where it begins after midnight (start 1440 and more). Here all hours are
moved so that the first shift of a day begins at its midnight: a day's shifts then lie within the day, and what is
told of a day (unavailable, wanted, weekend, one shift a day) holds for exactly its shifts, as the judge has it.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from itertools import count

from benchmarks.engine.duty import DutyInstance, Kind, Row
from benchmarks.engine.instances import TEAM, Case, empty_roster
from benchmarks.engine.published import BadInstance
from roster_app.domain import book
from roster_app.domain.book import Days, Fairness, Measure, RuleEntry
from roster_app.domain.ids import (
    AreaId,
    AvailabilityId,
    CheckpointId,
    DutyId,
    PatternId,
    PostId,
    QualificationId,
    ShiftTypeId,
    VolunteerId,
)
from roster_app.domain.people import Availability, AvailabilityKind, Qualification, Team, Volunteer
from roster_app.domain.places import Area, Checkpoint, Post, ShiftPattern, ShiftType
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory, TeamRules
from roster_app.domain.timespan import DAY_MINUTES, whole_days

PATTERN = PatternId(1)


def load(instance: DutyInstance) -> Case:
    """The same problem in the application's words; raises BadInstance where its hours cannot be told in them."""
    loading = _Loading(instance)
    directory = loading.directory()
    roster = empty_roster(directory, instance.days, instance.start)
    return Case(roster, directory, offset=0, answer=lambda holders: _rows(roster, directory, holders))


def _rows(roster: Roster, directory: Directory, holders: Mapping[DutyId, VolunteerId]) -> list[Row]:
    rows = []
    for duty_id, who in holders.items():
        shift, post = roster.plan.shift_of(duty_id), directory.post[roster.plan.duty[duty_id].post_id]
        kind, place = directory.shift_type[shift.shift_type_id], directory.checkpoint[shift.checkpoint_id]
        day = (shift.day - roster.period.first).days
        rows.append((directory.volunteer[who].name, day, kind.name, place.name, post.name))
    return rows


class _Loading:
    """One instance on its way; ids count from 1 in the instance's order."""

    def __init__(self, instance: DutyInstance) -> None:
        self.instance = instance
        self.moved = min(kind.start for kind in instance.kinds)
        self.people = {person.id: VolunteerId(n) for n, person in enumerate(instance.people, start=1)}
        skills = {q for person in instance.people for q in person.qualifications}
        skills |= {q for post in instance.posts for q in post.requires}
        self.skills = {skill: QualificationId(n) for n, skill in enumerate(sorted(skills), start=1)}
        areas = dict.fromkeys([*(post.area for post in instance.posts), *(person.area for person in instance.people)])
        self.areas = {area: AreaId(n) for n, area in enumerate(areas, start=1)}
        places = dict.fromkeys((post.checkpoint, post.area) for post in instance.posts)
        self.places = {place: CheckpointId(n) for n, place in enumerate(places, start=1)}
        self._refuse_hours()

    def _refuse_hours(self) -> None:
        if self.instance.start.weekday():
            raise BadInstance(f"{self.instance.start} is no Monday")
        if max(kind.end for kind in self.instance.kinds) - self.moved > DAY_MINUTES:
            raise BadInstance("the shifts of one day reach over more than 24 hours")

    def directory(self) -> Directory:
        """Everything but the duties."""
        kinds = tuple(self._shift_types())
        return Directory(
            Team(TEAM, "team"),
            volunteers=tuple(self._volunteers()),
            qualifications=tuple(Qualification(n, TEAM, skill) for skill, n in self.skills.items()),
            areas=tuple(Area(n, TEAM, str(area), n) for area, n in self.areas.items()),
            checkpoints=tuple(
                Checkpoint(n, TEAM, name, area_id=self.areas[area], pattern_id=PATTERN, order=n)
                for (name, area), n in self.places.items()
            ),
            posts=tuple(
                Post(
                    PostId(n),
                    self.places[post.checkpoint, post.area],
                    post.id,
                    post.seats,
                    self._skills(post.requires),
                    order=n,
                )
                for n, post in enumerate(self.instance.posts, start=1)
            ),
            shift_types=kinds,
            patterns=(ShiftPattern(PATTERN, TEAM, "all", tuple(kind.id for kind in kinds)),),
            availabilities=tuple(self._statements()),
            rules=self._rules(),
        )

    def _skills(self, names: frozenset[str]) -> frozenset[QualificationId]:
        return frozenset(self.skills[name] for name in names)

    def _shift_types(self) -> Iterator[ShiftType]:
        for n, kind in enumerate(self.instance.kinds, start=1):
            start, end = self._hours(kind)
            yield ShiftType(ShiftTypeId(n), TEAM, kind.id, kind.id, start, end)

    def _hours(self, kind: Kind) -> tuple[int, int]:
        return kind.start - self.moved, kind.end - self.moved

    def _volunteers(self) -> Iterator[Volunteer]:
        for person in self.instance.people:
            yield Volunteer(
                self.people[person.id],
                TEAM,
                person.id,
                area_id=self.areas[person.area],
                qualifications=self._skills(person.qualifications),
                nights_allowed=not person.no_nights,
                new=person.new,
            )

    def _statements(self) -> Iterator[Availability]:
        numbers = count(1)
        for person in self.instance.people:
            for kind, days in (
                (AvailabilityKind.UNAVAILABLE, person.unavailable),
                (AvailabilityKind.WANTED, person.wanted),
            ):
                for day in sorted(days):
                    on = self.instance.start + timedelta(day)
                    yield Availability(AvailabilityId(next(numbers)), self.people[person.id], kind, whole_days(on, on))

    def _rules(self) -> TeamRules:
        rules = self.instance.rules
        night_start, night_end, night_counts_from = self._nights()
        return TeamRules(
            min_rest_minutes=rules.min_rest,
            max_consecutive_days=rules.max_days,
            max_consecutive_nights=rules.max_nights,
            max_week_minutes=None,
            night_start=night_start,
            night_end=night_end,
            night_counts_from=night_counts_from,
            leader_each_shift=False,
            travel_within_area=0,
            travel_between_areas=0,
            entries=(*self._limits(), *self._crews(), *self._costs()),
        )

    def _nights(self) -> tuple[int, int, int]:
        """When night begins and ends, and from how many minutes in them a duty is a night duty."""
        nights = [self._hours(kind) for kind in self.instance.kinds if kind.night]
        if not nights:
            return 0, DAY_MINUTES, 2 * DAY_MINUTES
        start, end = min(start for start, _ in nights), max(end for _, end in nights)
        shortest = min(there - here for here, there in nights)
        for kind in self.instance.kinds:
            here, there = self._hours(kind)
            if not kind.night and min(there, end) - max(here, start) >= shortest:
                raise BadInstance(f"shift type {kind.id!r} lies in the night but is no night shift")
        return start, end, shortest

    def _limits(self) -> Iterator[RuleEntry]:
        yield book.AmountLimit(Measure.DUTIES, book.Window.DAY, most=1)
        yield book.AmountLimit(Measure.DUTIES, book.Window.WEEK, most=self.instance.rules.max_week)

    def _crews(self) -> Iterator[RuleEntry]:
        for pair in self.instance.rules.apart:
            yield book.Apart(frozenset(self.people[who] for who in pair))
        if self.instance.rules.new_at_most_experienced:
            yield book.NewWithExperienced()

    def _costs(self) -> Iterator[RuleEntry]:
        weights = self.instance.weights
        yield Fairness(Measure.MINUTES, 0)
        yield Fairness(Measure.DUTIES, 0, book.HOLIDAYS, Days.OWN_DAYS)
        yield book.Cover(shortage=weights["vacancy"], shortage_minute=0)
        yield Fairness(Measure.DUTIES, weights["unfair_total"], book.ALL, Days.ALL_DAYS)
        yield Fairness(Measure.DUTIES, weights["unfair_nights"], book.NIGHTS, Days.ALL_DAYS)
        yield Fairness(Measure.DUTIES, weights["unfair_weekends"], book.WEEKENDS, Days.ALL_DAYS)
        yield book.Wishes(unwanted=0, wanted=-weights["wanted_day_worked"])
        yield book.HomeArea(points=weights["away_from_home_area"])
