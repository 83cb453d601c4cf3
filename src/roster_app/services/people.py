"""Use cases about people: taking in a list, adding and changing volunteers, their availability and leave."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from roster_app.domain.ids import CrewId, QualificationId, TeamId, VolunteerId
from roster_app.domain.imports import (
    Fate,
    ImportPlan,
    ListedNames,
    plan_import,
)
from roster_app.domain.people import Availability, Crew, Leave, Qualification, Volunteer
from roster_app.domain.team import Directory
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.list_writer import ListWriter, findable
from roster_app.services.taking_back import Taken, taken_in

__all__ = ["People", "Taken", "findable", "listed_names"]


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

    def carry_out(self, team_id: TeamId, plan: ImportPlan, rows: Collection[int] | None = None) -> Taken:
        """Write the planned rows, or only those of the given row numbers, in one transaction.

        Areas, crews and qualifications the list names and the team lacks are made. Rows that are wrong, skipped or
        the same are never written. The answer knows how to take all of it back as one step.
        """
        wanted = [
            row for row in plan.rows if row.fate in (Fate.NEW, Fate.CHANGED) and (rows is None or row.draft.row in rows)
        ]
        if not wanted:
            return Taken()
        with self.desk.database.work() as work:
            writer = ListWriter(work, team_id)
            for row in wanted:
                writer.write(row)
        return taken_in(self.desk, writer.written)

    def add(self, volunteer: Volunteer) -> Changes:
        """A new volunteer."""
        with self.desk.database.work() as work:
            work.people.add(findable(volunteer))
        return Changes(volunteers=frozenset({volunteer.id}))

    def update(self, *volunteers: Volunteer) -> Changes:
        """Store changed volunteers; raises StaleEdit where a colleague was faster, and then stores none."""
        with self.desk.database.work() as work:
            work.people.update_all(*(findable(volunteer) for volunteer in volunteers))
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

    def told_apart(self, team_id: TeamId) -> frozenset[frozenset[VolunteerId]]:
        """Pairs that look like one person and were called two by a coordinator."""
        with self.desk.database.reading() as work:
            return work.apart.all(team_id)

    def tell_apart(self, *pairs: frozenset[VolunteerId]) -> Changes:
        """Each pair is two people, for everybody who works with this database; raises StaleEdit where one is gone."""
        with self.desk.database.work() as work:
            work.apart.add(pairs)
        return Changes(volunteers=frozenset().union(*pairs))

    def ask_again(self, pair: frozenset[VolunteerId]) -> Changes:
        """The pair may be one person after all."""
        with self.desk.database.work() as work:
            work.apart.remove(pair)
        return Changes(volunteers=pair)

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
