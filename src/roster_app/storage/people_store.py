"""People: volunteers, their qualifications, crews, availabilities and leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, delete, exists, or_, select

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CrewId, LeaveId, QualificationId, TeamId, VolunteerId
from roster_app.domain.people import Availability, Crew, Leave, Qualification, Volunteer
from roster_app.storage.mapping import people as mapping
from roster_app.storage.rows import (
    AttendanceRow,
    AvailabilityRow,
    CrewMemberRow,
    CrewRow,
    DutyRow,
    EditionHolderRow,
    LeaveRow,
    LedgerEntryRow,
    PostQualificationRow,
    QualificationInclusionRow,
    QualificationRow,
    VolunteerQualificationRow,
    VolunteerRow,
)
from roster_app.storage.rule_store import RuleStore
from roster_app.storage.store import Store, stale_record

_AT_ONCE = 500
"""So many ids fit one statement of every database."""


class PeopleStore(Store):
    """The people of all teams."""

    def all(self, team_id: TeamId) -> tuple[Volunteer, ...]:
        """The team's volunteers, in the order they came."""
        return self._volunteers(VolunteerRow.team_id == team_id)

    def get(self, volunteer_id: VolunteerId) -> Volunteer:
        """One volunteer; raises DomainError (UNKNOWN_VOLUNTEER)."""
        found = self._volunteers(VolunteerRow.id == volunteer_id)
        if not found:
            raise DomainError(ErrorCode.UNKNOWN_VOLUNTEER, volunteer_id=volunteer_id)
        return found[0]

    def add(self, *volunteers: Volunteer) -> None:
        """New volunteers."""
        self._insert(VolunteerRow, [mapping.volunteer_columns(v) for v in volunteers])
        self._write_belongings(volunteers)

    def update(self, volunteer: Volunteer) -> Volunteer:
        """Store a changed volunteer and answer with it as stored; raises StaleEdit where a colleague was faster."""
        self._update_version(VolunteerRow, mapping.volunteer_columns(volunteer), volunteer.version)
        self._run(delete(CrewMemberRow).where(CrewMemberRow.volunteer_id == volunteer.id))
        self._run(delete(VolunteerQualificationRow).where(VolunteerQualificationRow.volunteer_id == volunteer.id))
        self._write_belongings([volunteer])
        return replace(volunteer, version=volunteer.version + 1)

    def update_all(self, *volunteers: Volunteer) -> None:
        """Store many changed volunteers in few statements; raises StaleEdit where a colleague was faster with one."""
        for begin in range(0, len(volunteers), _AT_ONCE):
            self._update_some(volunteers[begin : begin + _AT_ONCE])

    def _update_some(self, volunteers: Sequence[Volunteer]) -> None:
        who = [v.id for v in volunteers]
        stored = select(VolunteerRow.id, VolunteerRow.version).where(VolunteerRow.id.in_(who)).with_for_update()
        versions = {row.id: row.version for row in self._session.execute(stored)}
        columns = [mapping.volunteer_columns(v) for v in volunteers]
        for person, told in zip(volunteers, columns, strict=True):
            if versions.get(person.id) != person.version:
                raise stale_record(told)
        pairs = zip(volunteers, columns, strict=True)
        self._update_all(VolunteerRow, [{**told, "version": person.version + 1} for person, told in pairs])
        for belonging in (CrewMemberRow, VolunteerQualificationRow):
            self._run(delete(belonging).where(belonging.volunteer_id.in_(who)))
        self._write_belongings(volunteers)

    def remove(self, *volunteer_ids: VolunteerId) -> None:
        """Remove people of one team with availabilities, leaves and what rules say of them.

        Refused (IN_USE) where one of them stands or stood in any roster.
        """
        stood = or_(
            exists().where(DutyRow.volunteer_id == VolunteerRow.id),
            exists().where(EditionHolderRow.volunteer_id == VolunteerRow.id),
            exists().where(LedgerEntryRow.volunteer_id == VolunteerRow.id),
            exists().where(AttendanceRow.volunteer_id == VolunteerRow.id),
        )
        ours = VolunteerRow.id.in_(volunteer_ids)
        self._refuse_in_use(select(VolunteerRow.name).where(ours, stood))
        team_id = self._session.scalar(select(VolunteerRow.team_id).where(ours))
        RuleStore(self._session).forget(team_id, {(VolunteerId, one) for one in volunteer_ids})
        self._delete_all(VolunteerRow, volunteer_ids)

    def qualifications(self, team_id: TeamId) -> tuple[Qualification, ...]:
        """What the team's posts may require."""
        ours = select(QualificationRow).where(QualificationRow.team_id == team_id).order_by(QualificationRow.id)
        pairs = select(QualificationInclusionRow).join(
            QualificationRow, QualificationRow.id == QualificationInclusionRow.qualification_id
        )
        includes: dict[QualificationId, set[QualificationId]] = {}
        for row in self._rows(pairs.where(QualificationRow.team_id == team_id)):
            includes.setdefault(row.qualification_id, set()).add(row.included_id)
        return tuple(mapping.qualification(row, frozenset(includes.get(row.id, ()))) for row in self._rows(ours))

    def add_qualification(self, *qualifications: Qualification) -> None:
        """New qualifications."""
        self._insert(QualificationRow, [mapping.qualification_columns(q) for q in qualifications])
        self._write_inclusions(qualifications)

    def update_qualification(self, qualification: Qualification) -> None:
        """Store a changed qualification; raises StaleEdit where it is gone."""
        self._update(QualificationRow, mapping.qualification_columns(qualification))
        known = QualificationInclusionRow.qualification_id == qualification.id
        self._run(delete(QualificationInclusionRow).where(known))
        self._write_inclusions([qualification])

    def remove_qualification(self, qualification_id: QualificationId) -> None:
        """Refused (IN_USE) while somebody has it or a post requires it; others no longer include it."""
        used = or_(
            exists().where(VolunteerQualificationRow.qualification_id == qualification_id),
            exists().where(PostQualificationRow.qualification_id == qualification_id),
        )
        self._refuse_in_use(select(QualificationRow.name).where(QualificationRow.id == qualification_id, used))
        self._delete(QualificationRow, qualification_id)

    def crews(self, team_id: TeamId) -> tuple[Crew, ...]:
        """The team's fixed groups."""
        ours = select(CrewRow).where(CrewRow.team_id == team_id).order_by(CrewRow.id)
        return tuple(map(mapping.crew, self._rows(ours)))

    def add_crew(self, *crews: Crew) -> None:
        """New crews; a leader may be added later in the same unit of work."""
        self._insert(CrewRow, [mapping.crew_columns(c) for c in crews])

    def update_crew(self, crew: Crew) -> None:
        """Store a changed crew; raises StaleEdit where it is gone."""
        self._update(CrewRow, mapping.crew_columns(crew))

    def remove_crew(self, crew_id: CrewId) -> None:
        """Its members stay, without a crew; rules about it go."""
        team_id = self._session.scalar(select(CrewRow.team_id).where(CrewRow.id == crew_id))
        RuleStore(self._session).forget(team_id, {(CrewId, crew_id)})
        self._delete(CrewRow, crew_id)

    def availabilities(self, team_id: TeamId) -> tuple[Availability, ...]:
        """What the team's volunteers have stated, in the order it was stated."""
        ours = select(AvailabilityRow).join(VolunteerRow).where(VolunteerRow.team_id == team_id)
        return tuple(map(mapping.availability, self._rows(ours.order_by(AvailabilityRow.id))))

    def replace_availabilities(self, volunteer_id: VolunteerId, entries: Iterable[Availability]) -> None:
        """These are from now on all of the volunteer's statements."""
        self._run(delete(AvailabilityRow).where(AvailabilityRow.volunteer_id == volunteer_id))
        self._insert(AvailabilityRow, [mapping.availability_columns(entry) for entry in entries])

    def leaves(self, team_id: TeamId) -> tuple[Leave, ...]:
        """The team's leaves, the earliest first."""
        ours = select(LeaveRow).join(VolunteerRow).where(VolunteerRow.team_id == team_id)
        return tuple(map(mapping.leave, self._rows(ours.order_by(LeaveRow.begins, LeaveRow.id))))

    def add_leave(self, *leaves: Leave) -> None:
        """New leaves."""
        self._insert(LeaveRow, [mapping.leave_columns(leave) for leave in leaves])

    def remove_leave(self, leave_id: LeaveId) -> None:
        """The leave is off."""
        self._delete(LeaveRow, leave_id)

    def _write_inclusions(self, qualifications: Iterable[Qualification]) -> None:
        pairs = [(q.id, included) for q in qualifications for included in sorted(q.includes)]
        self._insert(
            QualificationInclusionRow, [{"qualification_id": one, "included_id": other} for one, other in pairs]
        )

    def _volunteers(self, whom: ColumnElement[bool]) -> tuple[Volunteer, ...]:
        ids = select(VolunteerRow.id).where(whom)
        members = self._rows(select(CrewMemberRow).where(CrewMemberRow.volunteer_id.in_(ids)))
        crews = {row.volunteer_id: row.crew_id for row in members}
        able: dict[VolunteerId, set[QualificationId]] = {}
        for row in self._rows(select(VolunteerQualificationRow).where(VolunteerQualificationRow.volunteer_id.in_(ids))):
            able.setdefault(row.volunteer_id, set()).add(row.qualification_id)
        return tuple(
            mapping.volunteer(row, crews.get(row.id), frozenset(able.get(row.id, ())))
            for row in self._rows(select(VolunteerRow).where(whom).order_by(VolunteerRow.id))
        )

    def _write_belongings(self, volunteers: Iterable[Volunteer]) -> None:
        """Crew and qualifications, which stand in rows of their own."""
        everyone = list(volunteers)
        self._insert(
            CrewMemberRow,
            [{"volunteer_id": v.id, "crew_id": v.crew_id} for v in everyone if v.crew_id is not None],
        )
        self._insert(
            VolunteerQualificationRow,
            [{"volunteer_id": v.id, "qualification_id": q} for v in everyone for q in sorted(v.qualifications)],
        )
