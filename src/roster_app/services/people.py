"""Use cases about people: taking in a list, adding and changing volunteers, their availability and leave."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from roster_app.domain.ids import AreaId, CrewId, QualificationId, TeamId, VolunteerId, new_id
from roster_app.domain.imports import (
    Fate,
    ImportPlan,
    ListedNames,
    PlannedRow,
    plan_import,
)
from roster_app.domain.lists import VolunteerDraft
from roster_app.domain.people import Availability, Crew, Leave, Qualification, Volunteer
from roster_app.domain.places import Area
from roster_app.domain.team import Directory
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.storage import UnitOfWork

Id = TypeVar("Id")


@dataclass(frozen=True, slots=True)
class People:
    """Ask it from any thread; every method is one transaction."""

    desk: Desk

    def preview_import(self, team_id: TeamId, path: Path) -> ImportPlan:
        """What importing the list would do; nothing is written. Refuses a file that is no list."""
        from roster_app.exchange.volunteers_in import read

        found = read(path)
        with self.desk.database.reading() as work:
            directory = work.directory(team_id)
        return plan_import(found, directory.volunteers, listed_names(directory))

    def carry_out(self, team_id: TeamId, plan: ImportPlan, rows: Collection[int] | None = None) -> Changes:
        """Write the planned rows, or only those of the given row numbers, in one transaction.

        Areas, crews and qualifications the list names and the team lacks are made. Rows that are wrong, skipped or
        the same are never written.
        """
        wanted = [
            row for row in plan.rows if row.fate in (Fate.NEW, Fate.CHANGED) and (rows is None or row.draft.row in rows)
        ]
        if not wanted:
            return Changes()
        with self.desk.database.work() as work:
            writer = _ListWriter(work, team_id)
            changed = frozenset(writer.write(row) for row in wanted)
        return Changes(volunteers=changed, places=writer.made_area, team=writer.made_qualification)

    def add(self, volunteer: Volunteer) -> Changes:
        """A new volunteer."""
        with self.desk.database.work() as work:
            work.people.add(findable(volunteer))
        return Changes(volunteers=frozenset({volunteer.id}))

    def update(self, *volunteers: Volunteer) -> Changes:
        """Store changed volunteers; raises StaleEdit where a colleague was faster, and then stores none."""
        with self.desk.database.work() as work:
            for volunteer in volunteers:
                work.people.update(findable(volunteer))
        return Changes(volunteers=frozenset(v.id for v in volunteers))

    def remove(self, volunteer_id: VolunteerId) -> Changes:
        """Remove somebody who never stood in a roster; refused (IN_USE) for others: they get a leaving date."""
        with self.desk.database.work() as work:
            work.people.remove(volunteer_id)
        return Changes(volunteers=frozenset({volunteer_id}))

    def set_availability(self, volunteer_id: VolunteerId, entries: Iterable[Availability]) -> Changes:
        """These are from now on all of the volunteer's statements."""
        with self.desk.database.work() as work:
            work.people.replace_availabilities(volunteer_id, tuple(entries))
        return Changes(volunteers=frozenset({volunteer_id}))

    def add_leave(self, leave: Leave) -> Changes:
        """A leave asked for; duties in it become conflicts, nobody is taken off."""
        with self.desk.database.work() as work:
            work.people.add_leave(leave)
        return Changes(volunteers=frozenset({leave.volunteer_id}))

    def remove_leave(self, leave: Leave) -> Changes:
        """The leave is off."""
        with self.desk.database.work() as work:
            work.people.remove_leave(leave.id)
        return Changes(volunteers=frozenset({leave.volunteer_id}))

    def add_qualification(self, qualification: Qualification) -> Changes:
        """A qualification posts may require."""
        with self.desk.database.work() as work:
            work.people.add_qualification(qualification)
        return Changes(team=True)

    def update_qualification(self, qualification: Qualification) -> Changes:
        """A new name, or whether it makes a leader."""
        with self.desk.database.work() as work:
            work.people.update_qualification(qualification)
        return Changes(team=True)

    def remove_qualification(self, qualification_id: QualificationId) -> Changes:
        """Refused (IN_USE) while somebody has it or a post requires it."""
        with self.desk.database.work() as work:
            work.people.remove_qualification(qualification_id)
        return Changes(team=True)

    def add_crew(self, crew: Crew) -> Changes:
        """A fixed group."""
        with self.desk.database.work() as work:
            work.people.add_crew(crew)
        return Changes(team=True)

    def update_crew(self, crew: Crew) -> Changes:
        """A new name or leader."""
        with self.desk.database.work() as work:
            work.people.update_crew(crew)
        return Changes(team=True)

    def remove_crew(self, crew_id: CrewId) -> Changes:
        """Its members stay, without a crew."""
        with self.desk.database.work() as work:
            work.people.remove_crew(crew_id)
        return Changes(team=True)


def listed_names(directory: Directory) -> ListedNames:
    """The words a list may use for what a volunteer refers to."""
    return ListedNames(
        {a.id: a.name for a in directory.areas},
        {c.id: c.name for c in directory.crews},
        {q.id: q.name for q in directory.qualifications},
    )


def findable(volunteer: Volunteer) -> Volunteer:
    """With the name's pinyin, by which people are found and ordered."""
    from roster_app.exchange.pinyin import pinyin_of

    return replace(volunteer, pinyin=pinyin_of(volunteer.name))


class _ListWriter:
    """Writes planned rows, making the areas, crews and qualifications they name on the way."""

    def __init__(self, work: UnitOfWork, team_id: TeamId) -> None:
        self._work, self._team_id = work, team_id
        directory = work.directory(team_id)
        self._areas = {a.name: a.id for a in directory.areas}
        self._crews = {c.name: c.id for c in directory.crews}
        self._qualifications = {q.name: q.id for q in directory.qualifications}
        self.made_area = self.made_qualification = False

    def write(self, row: PlannedRow) -> VolunteerId:
        draft = row.draft
        if row.known is None:
            person = Volunteer(VolunteerId(new_id()), self._team_id, draft.name)
            self._work.people.add(findable(self._filled(person, draft)))
            return person.id
        self._work.people.update(findable(self._filled(row.known, draft)))
        return row.known.id

    def _filled(self, person: Volunteer, draft: VolunteerDraft) -> Volunteer:
        """What the draft knows laid over the person; qualifications and aliases are only ever added."""
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
            name_consent=person.name_consent if draft.name_consent is None else draft.name_consent,
            phone_consent=person.phone_consent if draft.phone_consent is None else draft.phone_consent,
            aliases=tuple(dict.fromkeys((*person.aliases, *(draft.aliases or ())))),
            note=_or(draft.note, person.note),
        )

    def _area(self, name: str) -> AreaId:
        def make() -> AreaId:
            area = Area(AreaId(new_id()), self._team_id, name, len(self._areas))
            self._work.places.add_area(area)
            self.made_area = True
            return area.id

        return _known_or_made(self._areas, name, make)

    def _crew(self, name: str) -> CrewId:
        def make() -> CrewId:
            crew = Crew(CrewId(new_id()), self._team_id, name)
            self._work.people.add_crew(crew)
            return crew.id

        return _known_or_made(self._crews, name, make)

    def _qualification(self, name: str) -> QualificationId:
        def make() -> QualificationId:
            qualification = Qualification(QualificationId(new_id()), self._team_id, name)
            self._work.people.add_qualification(qualification)
            self.made_qualification = True
            return qualification.id

        return _known_or_made(self._qualifications, name, make)


def _known_or_made(known: dict[str, Id], name: str, make: Callable[[], Id]) -> Id:
    if name not in known:
        known[name] = make()
    return known[name]


def _or(new: str | None, old: str) -> str:
    return old if new is None else new
