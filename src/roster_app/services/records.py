"""Use cases about what people have done: their records, and two entries of one person made one."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from roster_app.domain.ids import TeamId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.records import PersonRecord, record_of
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.people import findable
from roster_app.storage.merge_store import Merge

__all__ = ["Merge", "Records"]


@dataclass(frozen=True, slots=True)
class Records:
    """Ask it from any thread; every method is one transaction."""

    desk: Desk

    def of(self, team_id: TeamId, volunteer_ids: Collection[VolunteerId]) -> dict[VolunteerId, PersonRecord]:
        """What each of them has done up to now and holds from now on, in all rosters of the team."""
        with self.desk.database.reading() as work:
            rules = work.teams.rules(team_id)
            stints = work.rosters.stints_of(volunteer_ids)
        now = self.desk.now()
        return {v: record_of([s for s in stints if s.volunteer_id == v], rules, now) for v in volunteer_ids}

    def merge(self, wanted: Volunteer, gone: Volunteer) -> tuple[Merge, Changes]:
        """Make one person of two: `wanted` stays, as given, with the duties, history, times and leaves of both.

        Raises StaleEdit where a colleague changed one of the two meanwhile.
        """
        with self.desk.database.work() as work:
            apart = work.apart.of(gone.id)
            merge = replace(work.merging.merge(findable(wanted), gone), apart=apart)
        return merge, _changes(merge)

    def unmerge(self, merge: Merge) -> Changes:
        """Two people again; raises StaleEdit where a colleague has changed the one who stayed."""
        with self.desk.database.work() as work:
            work.merging.unmerge(merge)
            known = {person.id for person in work.people.all(merge.kept.team_id)}
            work.apart.add(pair for pair in merge.apart if pair <= known)
        return _changes(merge)


def _changes(merge: Merge) -> Changes:
    people = frozenset((merge.kept.id, merge.gone.id))
    return Changes(team=bool(merge.led or merge.rules), volunteers=people, duties=merge.duty_ids)
