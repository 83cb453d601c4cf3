"""Writes the planned rows of a list of volunteers, and notes what each of them made and changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from roster_app.domain.ids import AreaId, CrewId, QualificationId, TeamId, VolunteerId, new_id
from roster_app.domain.imports import PlannedRow
from roster_app.domain.lists import VolunteerDraft
from roster_app.domain.people import Crew, Qualification, Volunteer
from roster_app.domain.places import Area
from roster_app.storage import UnitOfWork

Id = TypeVar("Id")


@dataclass(frozen=True, slots=True)
class Written:
    """What taking a list in did: who came, who was what and is what now, and what was made for them."""

    team_id: TeamId
    made: tuple[Volunteer, ...] = ()
    before: tuple[Volunteer, ...] = ()
    after: tuple[Volunteer, ...] = ()
    """The people of `before` in the same order, as the list left them."""
    areas: tuple[Area, ...] = ()
    crews: tuple[Crew, ...] = ()
    qualifications: tuple[Qualification, ...] = ()


class ListWriter:
    """Writes planned rows, making the areas, crews and qualifications they name on the way."""

    def __init__(self, work: UnitOfWork, team_id: TeamId) -> None:
        self._work, self._team_id = work, team_id
        directory = work.directory(team_id)
        self._areas = {a.name: a.id for a in directory.areas}
        self._crews = {c.name: c.id for c in directory.crews}
        self._qualifications = {q.name: q.id for q in directory.qualifications}
        self._made: list[Volunteer] = []
        self._swapped: list[tuple[Volunteer, Volunteer]] = []
        self._new_areas: list[Area] = []
        self._new_crews: list[Crew] = []
        self._new_qualifications: list[Qualification] = []

    @property
    def written(self) -> Written:
        """What all rows up to now did."""
        return Written(
            self._team_id,
            tuple(self._made),
            tuple(before for before, _after in self._swapped),
            tuple(after for _before, after in self._swapped),
            tuple(self._new_areas),
            tuple(self._new_crews),
            tuple(self._new_qualifications),
        )

    def write(self, row: PlannedRow) -> None:
        """Store one row; raises StaleEdit where a colleague changed the person it is about."""
        draft = row.draft
        if row.known is None:
            person = Volunteer(VolunteerId(new_id()), self._team_id, draft.name)
            added = findable(self._filled(person, draft))
            self._work.people.add(added)
            self._made.append(added)
        else:
            changed = findable(self._filled(row.known, draft))
            self._swapped.append((row.known, self._work.people.update(changed)))

    def _filled(self, person: Volunteer, draft: VolunteerDraft) -> Volunteer:
        """What the draft knows laid over the person; qualifications are only ever added."""
        added = frozenset(self._qualification(name) for name in draft.qualifications or ())
        return replace(
            person,
            affiliation=_or(draft.affiliation, person.affiliation),
            area_id=person.area_id if draft.area is None else self._area(draft.area),
            crew_id=person.crew_id if draft.crew is None else self._crew(draft.crew),
            qualifications=person.qualifications | added,
            phone=_or(draft.phone, person.phone),
            title=_or(draft.title, person.title),
            nights_allowed=person.nights_allowed if draft.nights_allowed is None else draft.nights_allowed,
            gender=person.gender if draft.gender is None else draft.gender,
            new=person.new if draft.new is None else draft.new,
            joined=draft.joined or person.joined,
            left=draft.left or person.left,
            name_consent=person.name_consent if draft.name_consent is None else draft.name_consent,
            phone_consent=person.phone_consent if draft.phone_consent is None else draft.phone_consent,
            note=_or(draft.note, person.note),
        )

    def _area(self, name: str) -> AreaId:
        def make() -> AreaId:
            area = Area(AreaId(new_id()), self._team_id, name, len(self._areas))
            self._work.places.add_area(area)
            self._new_areas.append(area)
            return area.id

        return _known_or_made(self._areas, name, make)

    def _crew(self, name: str) -> CrewId:
        def make() -> CrewId:
            crew = Crew(CrewId(new_id()), self._team_id, name)
            self._work.people.add_crew(crew)
            self._new_crews.append(crew)
            return crew.id

        return _known_or_made(self._crews, name, make)

    def _qualification(self, name: str) -> QualificationId:
        def make() -> QualificationId:
            qualification = Qualification(QualificationId(new_id()), self._team_id, name)
            self._work.people.add_qualification(qualification)
            self._new_qualifications.append(qualification)
            return qualification.id

        return _known_or_made(self._qualifications, name, make)


def findable(volunteer: Volunteer) -> Volunteer:
    """With the name's pinyin, by which people are found and ordered."""
    from roster_app.exchange.pinyin import pinyin_of

    return replace(volunteer, pinyin=pinyin_of(volunteer.name))


def _known_or_made(known: dict[str, Id], name: str, make: Callable[[], Id]) -> Id:
    if name not in known:
        known[name] = make()
    return known[name]


def _or(new: str | None, old: str) -> str:
    return old if new is None else new
