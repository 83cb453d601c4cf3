"""Crews: which duties are stood together, what their people must be, and the groups of people that rules name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

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
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import Gender, Volunteer
from roster_app.domain.roster import Duty, SeatLevel, Shift
from roster_app.domain.rules import Judge
from roster_app.engine.compile.contracts import points_of

LEADS, NEW, FEMALE, MALE = 1, 2, 4, 8
"""As in kernel/draft.h."""

APART, TOGETHER, SQUAD = 0, 1, 2
"""As in kernel/form.h."""

Group = frozenset[DutyId]


@dataclass
class Asked:
    """Points of what is asked of one crew, HARD for each hard rule and those of wishes; 0: not asked."""

    leader: int = 0
    alone: int = 0
    new: int = 0
    gender: int = 0
    kin: int = 0
    bands: bool = False

    @property
    def anything(self) -> bool:
        """Whether its people matter together at all."""
        return bool(self.leader or self.alone or self.new or self.gender or self.kin or self.bands)


@dataclass
class Crews:
    """The crews of a problem by the duties that are stood together, and for each duty those it belongs to."""

    asked: dict[Group, Asked] = field(default_factory=dict)
    shift: dict[Group, Shift] = field(default_factory=dict)
    """The shift of each."""
    of_duty: dict[DutyId, list[Group]] = field(default_factory=dict)


def crews_of(judge: Judge) -> Crews:
    """Every group of a shift's duties of which an entry of the book says something."""
    entries = [entry for entry in judge.directory.rules.book.entries if isinstance(entry, CrewEntry)]
    found = Crews()
    for of in dict.fromkeys(_class_of(entry) for entry in entries):
        said = [entry for entry in entries if _class_of(entry) == of]
        own = judge.classes.duties(of)
        for shift_id, duties in judge.plan.duties_of.items():
            together = [duty for duty in duties if duty.id in own]
            if together:
                _ask(found, together, said, judge)
                found.shift[frozenset(duty.id for duty in together)] = judge.plan.shift[shift_id]
    found.asked = {group: asked for group, asked in found.asked.items() if asked.anything}
    for group in found.asked:
        for duty_id in group:
            found.of_duty.setdefault(duty_id, []).append(group)
    return found


def _class_of(entry: CrewEntry) -> DutyClass:
    return entry.of if isinstance(entry, LeaderEachShift | NotAlone | NewWithExperienced | Mix) else ALL


def _ask(found: Crews, duties: Sequence[Duty], entries: Iterable[CrewEntry], judge: Judge) -> None:
    several = len({(d.post_id, d.seat) for d in duties if d.level is not SeatLevel.EXTRA}) > 1
    asked = found.asked.setdefault(frozenset(duty.id for duty in duties), Asked())
    for entry in entries:
        points = points_of(entry.points)
        if isinstance(entry, LeaderEachShift):
            asked.leader += points * (several and bool(judge.directory.leading))
        elif isinstance(entry, NotAlone):
            asked.alone += points * several
        elif isinstance(entry, NewWithExperienced):
            asked.new += points
        elif isinstance(entry, Mix) and entry.by is Trait.GENDER:
            asked.gender += points
        elif isinstance(entry, Mix):
            asked.kin += points
        else:
            asked.bands = True


def marks_of(volunteer: Volunteer, judge: Judge) -> int:
    """The bits that crews are told by."""
    leads = LEADS if judge.directory.skills[volunteer.id] & judge.directory.leading else 0
    gender = {Gender.FEMALE: FEMALE, Gender.MALE: MALE}.get(volunteer.gender, 0)
    return leads | gender | (NEW if volunteer.new else 0)


def kin_of(volunteers: Iterable[Volunteer]) -> list[int]:
    """A number for each affiliation, -1 where it is not known."""
    numbers: dict[str, int] = {}
    return [numbers.setdefault(v.affiliation, len(numbers)) if v.affiliation else -1 for v in volunteers]


def free_for_squads(crews: Crews, judge: Judge) -> list[bool]:
    """For each crew and each person whether the person could stand its shift; empty where there are no squads."""
    if not judge.directory.rules.book.every(Squad):
        return []
    shifts = [crews.shift[group] for group in crews.asked]
    return [judge.is_free(volunteer, shift) for shift in shifts for volunteer in judge.directory.volunteers]


def bands_of(judge: Judge, number: Mapping[VolunteerId, int]) -> list[tuple[int, int, list[int]]]:
    """Kind, points and people of each group that an entry names."""
    found = []
    for entry in dict.fromkeys(judge.directory.rules.book.entries):
        if isinstance(entry, Together | Apart):
            kind = TOGETHER if isinstance(entry, Together) else APART
            found.append((kind, points_of(entry.points), [number[who] for who in entry.group if who in number]))
        elif isinstance(entry, Squad):
            squad = [number[v.id] for v in judge.directory.volunteers if v.crew_id == entry.crew_id]
            found.append((SQUAD, points_of(entry.points), squad))
    return [(kind, points, sorted(people)) for kind, points, people in found]
