"""Rosters: periods with their plans, what is held in them, and the editions published of them."""

from collections.abc import Collection, Set
from datetime import datetime

from sqlalchemy import exists, select, update

from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.history import EditRecord
from roster_app.domain.ids import DutyId, EditId, PeriodId, TeamId, VolunteerId, new_id
from roster_app.domain.posting import EditionCodes
from roster_app.domain.roster import Assignment, Duty, DutyPlan, Edition, PeriodState, Roster, RosterPeriod, Stint
from roster_app.domain.timespan import Span
from roster_app.storage import plan_reading
from roster_app.storage.edit_store import EditStore
from roster_app.storage.mapping import Columns
from roster_app.storage.mapping import rosters as mapping
from roster_app.storage.rows import (
    DutyRow,
    EditionHolderRow,
    EditionRow,
    LedgerEntryRow,
    PeriodRow,
    ShiftRow,
    StepState,
    TeamRow,
)


class RosterStore(EditStore):
    """The rosters of all teams."""

    def periods(self, team_id: TeamId) -> tuple[RosterPeriod, ...]:
        """The team's periods, the earliest first."""
        ours = select(PeriodRow).where(PeriodRow.team_id == team_id).order_by(PeriodRow.first_day, PeriodRow.id)
        return tuple(map(mapping.period, self._rows(ours)))

    def get_period(self, period_id: PeriodId) -> RosterPeriod:
        """One period; raises DomainError (UNKNOWN_PERIOD)."""
        rows = self._rows(select(PeriodRow).where(PeriodRow.id == period_id))
        if not rows:
            raise DomainError(ErrorCode.UNKNOWN_PERIOD, period_id=period_id)
        return mapping.period(rows[0])

    def steps(self, period_id: PeriodId) -> int:
        """How much was ever carried out in a period: edits, undos and redos; it only ever rises."""
        return self._session.scalar(select(PeriodRow.steps).where(PeriodRow.id == period_id)) or 0

    def add(self, plan: DutyPlan) -> None:
        """A new period with its plan, everything vacant; refuses days that another period has (PERIOD_OVERLAPS)."""
        self._refuse_overlap(plan.period)
        self._insert(PeriodRow, [{**mapping.period_columns(plan.period), "steps": 0}])
        self._insert(ShiftRow, [mapping.shift_columns(shift) for shift in plan.shifts])
        self._insert(DutyRow, [_duty_columns(duty, None) for duty in plan.duties])

    def load(self, period_id: PeriodId) -> Roster:
        """The whole roster, with what people hold in the team's other periods up to fourteen days away.

        `posted` is the newest edition as far as its duties are still planned; `posted_from` is for the caller to say.
        """
        period = self.get_period(period_id)
        shifts = plan_reading.shifts(self._session.execute(plan_reading.select_shifts(period_id)))
        rows = self._session.execute(plan_reading.select_duties(period_id))
        duties, assignments = plan_reading.duties(rows)
        near = plan_reading.stints(self._session.execute(plan_reading.select_near_stints(period)))
        plan = DutyPlan(period, shifts, duties)
        return Roster(plan, assignments, near, self._posted(plan))

    def replace_plan(self, plan: DutyPlan, *, author: str, at: datetime) -> EditRecord | None:
        """This is the period's plan from now on; what is known by its id stays, with its holder.

        Whoever holds a duty that is no longer planned is taken off first, by a step of the log that cannot be undone
        and that is the answer. Raises PERIOD_CLOSED for an archived period.
        """
        seq = self._next_step(plan.period.id)
        old = self.load(plan.period.id)
        cleared = _clearing(old, old.plan.duty.keys() - plan.duty.keys())
        record = EditRecord(EditId(new_id()), plan.period.id, seq, cleared, author, at) if cleared.changes else None
        if record:
            self._log(record, StepState.OBSOLETE)
        self._write_plan(old, plan)
        return record

    def set_state(self, period_id: PeriodId, state: PeriodState) -> None:
        """Draft, published or archived; raises DomainError (UNKNOWN_PERIOD)."""
        if not self._run(update(PeriodRow).where(PeriodRow.id == period_id).values(state=state)).rowcount:
            raise DomainError(ErrorCode.UNKNOWN_PERIOD, period_id=period_id)

    def remove(self, period_id: PeriodId) -> None:
        """Remove a period with its plan, log and editions; refused (IN_USE) where the ledger has entries of it."""
        period = self.get_period(period_id)
        if self._session.scalar(select(exists().where(LedgerEntryRow.period_id == period_id))):
            raise DomainError(ErrorCode.IN_USE, name=f"{period.first.isoformat()} – {period.last.isoformat()}")
        self._delete(PeriodRow, period_id)

    def has_editions(self, team_id: TeamId) -> bool:
        """Whether anything has ever been published for the team."""
        ours = select(EditionRow.id).join(PeriodRow).where(PeriodRow.team_id == team_id)
        return self._session.scalar(ours.limit(1)) is not None

    def has_assignments(self, team_id: TeamId) -> bool:
        """Whether anybody stands in a roster of the team."""
        ours = select(DutyRow.id).join(ShiftRow).join(PeriodRow).where(PeriodRow.team_id == team_id)
        return self._session.scalar(ours.where(DutyRow.volunteer_id.is_not(None)).limit(1)) is not None

    def stints_of(self, volunteer_ids: Collection[VolunteerId]) -> tuple[Stint, ...]:
        """Everything these people hold or held, in all periods, the earliest first."""
        held = (
            select(DutyRow, ShiftRow.day, ShiftRow.checkpoint_id, ShiftRow.shift_type_id)
            .join(ShiftRow, ShiftRow.id == DutyRow.shift_id)
            .where(DutyRow.volunteer_id.in_(volunteer_ids))
            .order_by(DutyRow.begins, DutyRow.id)
        )
        return tuple(
            Stint(Span(d.begins, d.ends), day, d.id, d.volunteer_id, place, d.post_id, d.shift_id, shift_type)
            for d, day, place, shift_type in self._session.execute(held)
            if d.volunteer_id is not None
        )

    def editions(self, period_id: PeriodId) -> tuple[Edition, ...]:
        """What was published of the period, the first edition first."""
        of_period = EditionRow.period_id == period_id
        rows = self._session.execute(plan_reading.select_posted().where(of_period))
        holders, duties = plan_reading.posted(rows)
        found = self._rows(select(EditionRow).where(of_period).order_by(EditionRow.number))
        return tuple(mapping.edition(row, holders[row.id], duties[row.id]) for row in found)

    def published_codes(self, team_id: TeamId) -> tuple[EditionCodes, ...]:
        """The check codes of everything ever published for the team, without what was planned in it."""
        ours = select(EditionRow).join(PeriodRow).where(PeriodRow.team_id == team_id)
        return tuple(map(mapping.edition_codes, self._rows(ours.order_by(EditionRow.period_id, EditionRow.number))))

    def add_edition(self, edition: Edition) -> None:
        """Publish; a number the period has already is refused by the database."""
        self._insert(EditionRow, [mapping.edition_columns(edition)])
        posted = dict.fromkeys((*edition.duties, *edition.holders))
        self._insert(EditionHolderRow, [mapping.posted_columns(edition, duty_id) for duty_id in posted])

    def _posted(self, plan: DutyPlan) -> dict[DutyId, VolunteerId]:
        newest = select(EditionRow.id).where(EditionRow.period_id == plan.period.id).order_by(EditionRow.number.desc())
        columns = (EditionHolderRow.duty_id, EditionHolderRow.volunteer_id)
        held = select(*columns).where(EditionHolderRow.edition_id == newest.limit(1).scalar_subquery())
        rows = self._session.execute(held)
        return {duty_id: who for duty_id, who in rows if who is not None and duty_id in plan.duty}

    def _refuse_overlap(self, period: RosterPeriod) -> None:
        """With the team's row locked, so that of two coordinators one comes second."""
        self._session.execute(select(TeamRow.id).where(TeamRow.id == period.team_id).with_for_update())
        for other in self.periods(period.team_id):
            if other.first <= period.last and period.first <= other.last:
                raise DomainError(ErrorCode.PERIOD_OVERLAPS, first=other.first, last=other.last)

    def _write_plan(self, old: Roster, plan: DutyPlan) -> None:
        """Duties that differ are written anew with their holders: so no two are ever at odds over a seat."""
        same = {duty.id for duty in plan.duties if old.plan.duty.get(duty.id) == duty}
        known = [shift for shift in plan.shifts if shift.id in old.plan.shift]
        self._delete_all(DutyRow, old.plan.duty.keys() - same)
        self._insert(ShiftRow, [mapping.shift_columns(s) for s in plan.shifts if s.id not in old.plan.shift])
        self._update_all(ShiftRow, [mapping.shift_columns(s) for s in known if s != old.plan.shift[s.id]])
        self._insert(DutyRow, [_duty_columns(d, old.assignments.get(d.id)) for d in plan.duties if d.id not in same])
        self._delete_all(ShiftRow, old.plan.shift.keys() - plan.shift.keys())


def _duty_columns(duty: Duty, holder: Assignment | None) -> Columns:
    return {**mapping.duty_columns(duty), **mapping.holder_columns(holder)}


def _clearing(roster: Roster, gone: Set[DutyId]) -> RosterEdit:
    """The edit that takes everybody off the duties, in the order of the plan."""
    held = [(d.id, roster.assignments[d.id]) for d in roster.plan.duties if d.id in gone and d.id in roster.assignments]
    return RosterEdit(EditKind.CLEAR, tuple(AssignmentChange(duty_id, holder, None) for duty_id, holder in held))
