"""What the people of one shift must be together: led, not alone, together or apart, mixed, a squad whole."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from roster_app.domain.book import (
    ALL,
    Apart,
    CrewEntry,
    DutyClass,
    LeaderEachShift,
    Mix,
    NewWithExperienced,
    NotAlone,
    Squad,
    Together,
    Trait,
)
from roster_app.domain.classes import Classes
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import Gender, Volunteer
from roster_app.domain.roster import Duty, DutyPlan, SeatLevel, Shift
from roster_app.domain.rules.violation import Rule, Violation, priced
from roster_app.domain.team import Directory
from roster_app.domain.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Standing:
    """The duties of a class in one shift, and who stands them."""

    duties: tuple[Duty, ...]
    people: tuple[VolunteerId, ...]
    """Each person once."""

    @property
    def several(self) -> bool:
        """Whether more than one seat is needed or wanted; a seat split in time is one seat."""
        return len({(d.post_id, d.seat) for d in self.duties if d.level is not SeatLevel.EXTRA}) > 1


@dataclass(frozen=True, slots=True)
class Crews:
    """Looks at the shifts of one plan."""

    plan: DutyPlan
    directory: Directory
    classes: Classes
    timetables: Mapping[VolunteerId, Timetable]

    def standing(self, shift: Shift, holders: Mapping[DutyId, VolunteerId], of: DutyClass) -> Standing:
        """Who stands the shift's duties of a class."""
        own = self.classes.duties(of)
        duties = tuple(d for d in self.plan.duties_of.get(shift.id, ()) if d.id in own)
        people = dict.fromkeys(holders[d.id] for d in duties if d.id in holders)
        return Standing(duties, tuple(people))

    def people(self, ids: Iterable[VolunteerId]) -> list[Volunteer]:
        """The volunteers of these ids."""
        return [self.directory.volunteer[who] for who in ids]

    def is_free(self, volunteer: Volunteer, shift: Shift) -> bool:
        """Whether the person could stand the whole shift, whatever else the person stands."""
        table = self.timetables[volunteer.id]
        return (
            volunteer.member_on(shift.day)
            and (volunteer.nights_allowed or not self.directory.rules.is_night(shift.span))
            and table.leave_during(shift.span) is None
            and table.blocks(shift.span, shift.shift_type_id) is None
        )

    def check(self, shift: Shift, holders: Mapping[DutyId, VolunteerId], entry: CrewEntry) -> Iterator[Violation]:
        """What is wrong with one shift by one entry; `holders` are those of the shift's duties.

        An altogether empty shift is no matter of its crew: its vacancies speak for it.
        """
        standing = self.standing(shift, holders, getattr(entry, "of", ALL))
        if standing.people:
            yield from _CHECKS[type(entry)](self, shift, standing, entry)


def _leader(crews: Crews, shift: Shift, standing: Standing, entry: LeaderEachShift) -> Iterator[Violation]:
    """A shift for one person alone, as on the hotline, needs none; nor does a team that has no leaders."""
    leading, skills = crews.directory.leading, crews.directory.skills
    led = any(skills[who] & leading for who in standing.people)
    if leading and standing.several and not led:
        yield _violation(Rule.LEADER_MISSING, shift, standing, entry, actual=0, limit=1)


def _alone(crews: Crews, shift: Shift, standing: Standing, entry: NotAlone) -> Iterator[Violation]:
    if standing.several and len(standing.people) == 1:
        yield _violation(Rule.ALONE, shift, standing, entry, actual=1, limit=2)


def _together(crews: Crews, shift: Shift, standing: Standing, entry: Together) -> Iterator[Violation]:
    there = entry.group & set(standing.people)
    missing = (entry.group & crews.directory.volunteer.keys()) - there
    if there and missing:
        actual, limit = len(there), len(there) + len(missing)
        yield _violation(Rule.TOGETHER, shift, standing, entry, actual, limit, tuple(sorted(missing)))


def _apart(crews: Crews, shift: Shift, standing: Standing, entry: Apart) -> Iterator[Violation]:
    there = entry.group & set(standing.people)
    if len(there) > 1:
        yield _violation(Rule.APART, shift, standing, entry, len(there), 1, tuple(sorted(there)))


def _new(crews: Crews, shift: Shift, standing: Standing, entry: NewWithExperienced) -> Iterator[Violation]:
    new = [person.id for person in crews.people(standing.people) if person.new]
    others = len(standing.people) - len(new)
    if len(new) > others:
        yield _violation(Rule.NEW_PEOPLE, shift, standing, entry, len(new), others, tuple(new))


def _mix(crews: Crews, shift: Shift, standing: Standing, entry: Mix) -> Iterator[Violation]:
    kinds = Counter(kind for p in crews.people(standing.people) if (kind := _trait(p, entry.by)))
    if len(kinds) == 1 and kinds.total() > 1:
        yield _violation(Rule.MIX, shift, standing, entry, actual=1, limit=2)


def _trait(volunteer: Volunteer, by: Trait) -> str:
    """The kind a person is of; empty where it is not known."""
    if by is Trait.AFFILIATION:
        return volunteer.affiliation
    return "" if volunteer.gender is Gender.UNKNOWN else volunteer.gender.value


def _squad(crews: Crews, shift: Shift, standing: Standing, entry: Squad) -> Iterator[Violation]:
    members = [v for v in crews.directory.volunteers if v.crew_id == entry.crew_id]
    there = {v.id for v in members} & set(standing.people)
    if not there:
        return
    missing = tuple(v.id for v in members if v.id not in there and crews.is_free(v, shift))
    if missing:
        actual, limit = len(there), len(there) + len(missing)
        yield _violation(Rule.SQUAD, shift, standing, entry, actual, limit, missing)


def _violation(
    rule: Rule,
    shift: Shift,
    standing: Standing,
    entry: CrewEntry,
    actual: int,
    limit: int,
    others: tuple[VolunteerId, ...] = (),
) -> Violation:
    return Violation(
        rule,
        tuple(duty.id for duty in standing.duties),
        actual=actual,
        limit=limit,
        span=shift.span,
        shift_id=shift.id,
        points=priced(entry.points, abs(actual - limit)),
        others=others,
        entry=entry,
    )


_CHECKS: Mapping[type[CrewEntry], Callable[..., Iterator[Violation]]] = {
    LeaderEachShift: _leader,
    NotAlone: _alone,
    Together: _together,
    Apart: _apart,
    NewWithExperienced: _new,
    Mix: _mix,
    Squad: _squad,
}


def members_of(entry: CrewEntry, directory: Directory) -> frozenset[VolunteerId] | None:
    """The people one of whom must stand a shift for the entry to say anything about it; None: anybody."""
    if isinstance(entry, Together | Apart):
        return entry.group
    if isinstance(entry, Squad):
        return frozenset(v.id for v in directory.volunteers if v.crew_id == entry.crew_id)
    return None
