"""Edits carried out, undone and redone: compare-and-set, all or nothing, every step in the log."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, exists, select, update
from sqlalchemy.exc import IntegrityError

from roster_app.domain.edits import AssignmentChange, RosterEdit, SeatChange, StatementChange
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.history import EditRecord, History
from roster_app.domain.ids import DutyId, EditId, PeriodId, new_id
from roster_app.domain.roster import Duty, PeriodState
from roster_app.storage.counter_store import CounterStore
from roster_app.storage.mapping import Columns
from roster_app.storage.mapping import rosters as mapping
from roster_app.storage.mapping.people import availability_columns
from roster_app.storage.rows import AvailabilityRow, DutyRow, EditRow, PeriodRow, ShiftRow, StepState, VolunteerRow
from roster_app.storage.store import Store, after_rollback

_OF_PERIOD = exists().where(ShiftRow.id == DutyRow.shift_id, ShiftRow.period_id == bindparam("period"))

_COMPARE_AND_SET = (
    update(DutyRow)
    .where(
        DutyRow.id == bindparam("duty"),
        DutyRow.volunteer_id.is_not_distinct_from(bindparam("volunteer_before")),
        DutyRow.origin.is_not_distinct_from(bindparam("origin_before")),
        DutyRow.locked.is_not_distinct_from(bindparam("locked_before")),
        _OF_PERIOD,
    )
    .values(
        volunteer_id=bindparam("volunteer_after"), origin=bindparam("origin_after"), locked=bindparam("locked_after")
    )
)
"""One change: the duty goes to its new holder if it is of the period and its holder is still the one expected."""

_AS_EXPECTED = (
    DutyRow.id == bindparam("duty"),
    DutyRow.begins == bindparam("begins_before"),
    DutyRow.ends == bindparam("ends_before"),
    _OF_PERIOD,
)
_MOVE = update(DutyRow).where(*_AS_EXPECTED).values(begins=bindparam("begins_after"), ends=bindparam("ends_after"))
"""One part of a seat: its time changes if it is still the one expected."""
_GO = delete(DutyRow).where(*_AS_EXPECTED, DutyRow.volunteer_id.is_(None))
"""One part that nobody holds any more leaves the plan."""

_NEXT_STEP = (
    update(PeriodRow)
    .where(PeriodRow.id == bindparam("period"), PeriodRow.state != PeriodState.ARCHIVED)
    .values(steps=PeriodRow.steps + 1)
    .returning(PeriodRow.steps)
)

_DISCARD_WHAT_WAS_UNDONE = (
    update(EditRow)
    .where(
        EditRow.period_id == bindparam("period"),
        EditRow.author == bindparam("by"),
        EditRow.state == StepState.UNDONE,
    )
    .values(state=StepState.DISCARDED)
)


class EditStore(Store):
    """The edits of all rosters. A period's steps are carried out one after the other, whoever asks for them."""

    def apply(self, period_id: PeriodId, edit: RosterEdit, *, author: str, at: datetime) -> EditRecord:
        """Carry an edit out and log it; the author can no longer redo what was undone before.

        Raises StaleEdit, naming the duties, where a holder is not the one the edit expects (or a duty is not of the
        period), and PERIOD_CLOSED for an archived period; then nothing is written.
        """
        seq = self._next_step(period_id)
        self._carry_out(period_id, edit, author, at)
        self._run(_DISCARD_WHAT_WAS_UNDONE, {"period": period_id, "by": author})
        record = EditRecord(EditId(new_id()), period_id, seq, edit, author, at)
        self._log(record, StepState.DONE)
        return record

    def undo(self, period_id: PeriodId, *, author: str, at: datetime) -> EditRecord:
        """Take the author's last step back; the answer holds the edit as carried out.

        Refuses where there is none (NOTHING_TO_UNDO). Raises StaleEdit where somebody has changed its duties since:
        then the step leaves the author's undo list, whatever becomes of this unit of work.
        """
        self._next_step(period_id)
        done = self._undoable(period_id, author)
        if done is None:
            raise DomainError(ErrorCode.NOTHING_TO_UNDO)
        return self._turn(done, StepState.UNDONE, at)

    def redo(self, period_id: PeriodId, *, author: str, at: datetime) -> EditRecord:
        """Carry out once more what the author undid last, on the same terms as `undo` (NOTHING_TO_REDO)."""
        self._next_step(period_id)
        undone = self._redoable(period_id, author)
        if undone is None:
            raise DomainError(ErrorCode.NOTHING_TO_REDO)
        return self._turn(undone, StepState.DONE, at)

    def history(self, period_id: PeriodId, author: str) -> History:
        """What undo and redo would do next for this author."""
        return History(self._undoable(period_id, author), self._redoable(period_id, author))

    def _next_step(self, period_id: PeriodId) -> int:
        """The number of the step about to be carried out; until the transaction ends nobody else carries out one."""
        step = self._run(_NEXT_STEP, {"period": period_id}).scalar_one_or_none()
        if step is None:
            known = self._session.scalar(select(PeriodRow.id).where(PeriodRow.id == period_id))
            raise DomainError(ErrorCode.PERIOD_CLOSED if known else ErrorCode.UNKNOWN_PERIOD, period_id=period_id)
        return int(step)

    def _log(self, record: EditRecord, state: StepState) -> None:
        self._insert(EditRow, [mapping.edit_columns(record, state)])

    def _undoable(self, period_id: PeriodId, author: str) -> EditRecord | None:
        return self._step(period_id, author, StepState.DONE, newest=True)

    def _redoable(self, period_id: PeriodId, author: str) -> EditRecord | None:
        """Steps are undone from the newest back, so the one undone last is the oldest."""
        return self._step(period_id, author, StepState.UNDONE, newest=False)

    def _step(self, period_id: PeriodId, author: str, state: StepState, *, newest: bool) -> EditRecord | None:
        of_author = select(EditRow).where(
            EditRow.period_id == period_id, EditRow.author == author, EditRow.state == state
        )
        rows = self._rows(of_author.order_by(EditRow.seq.desc() if newest else EditRow.seq).limit(1))
        return mapping.edit_record(rows[0]) if rows else None

    def _turn(self, record: EditRecord, state: StepState, at: datetime) -> EditRecord:
        """Carry out the inverse of what was last carried out."""
        edit = record.edit.inverse()
        step = update(EditRow).where(EditRow.id == record.id)
        try:
            self._carry_out(record.period_id, edit, record.author, at)
        except DomainError:
            obsolete = step.values(state=StepState.OBSOLETE)
            self._run(obsolete)
            after_rollback(self._session).append(obsolete)
            raise
        self._run(step.values(state=state, at=at))
        undone = state is StepState.UNDONE
        return EditRecord(record.id, record.period_id, record.seq, edit, record.author, at, undone)

    def carry_out_apart(self, edit: RosterEdit, *, author: str, at: datetime) -> None:
        """Statements and counts of an edit that is a step of no roster; raises StaleEdit as `apply` does."""
        self._state(edit.statements)
        CounterStore(self._session).change(edit.counts, author, _minute(at))

    def _carry_out(self, period_id: PeriodId, edit: RosterEdit, author: str, at: datetime) -> None:
        """All changes or none; the savepoint keeps the rest of the unit of work whole."""
        if not (edit.changes or edit.seats or edit.statements or edit.counts):
            raise DomainError(ErrorCode.NOTHING_TO_CHANGE)
        come = {s.duty_id for s in edit.seats if s.before is None}
        try:
            with self._session.begin_nested():
                self._hold(period_id, [c for c in edit.changes if c.duty_id not in come])
                self._recut(period_id, edit.seats)
                self._hold(period_id, [c for c in edit.changes if c.duty_id in come])
                self.carry_out_apart(edit, author=author, at=at)
        except (StaleEdit, IntegrityError) as refused:
            if isinstance(refused, StaleEdit) and refused.code is ErrorCode.STALE_RECORD:
                raise
            raise StaleEdit(duty_ids=self._stale(period_id, edit)) from refused

    def _hold(self, period_id: PeriodId, changes: Sequence[AssignmentChange]) -> None:
        """Each duty goes to its new holder."""
        if changes:
            self._expect(len(changes), self._run(_COMPARE_AND_SET, [_holders(period_id, c) for c in changes]).rowcount)

    def _state(self, changes: Sequence[StatementChange]) -> None:
        """Statements come and go; one that its owner has taken back meanwhile is gone already, which is as well."""
        ids = [change.statement.id for change in changes]
        if ids:
            self._run(delete(AvailabilityRow).where(AvailabilityRow.id.in_(ids)))
        come = [availability_columns(change.statement) for change in changes if change.comes]
        self._insert(AvailabilityRow, come)

    def _recut(self, period_id: PeriodId, seats: Sequence[SeatChange]) -> None:
        """First parts go, then times change, then parts come, vacant: so no two are ever at odds over a minute."""
        for seat in seats:
            if seat.before is not None and seat.after is None:
                self._expect(1, self._run(_GO, _times(period_id, seat.before, seat.before)).rowcount)
        for seat in seats:
            if seat.before is not None and seat.after is not None:
                self._expect(1, self._run(_MOVE, _times(period_id, seat.before, seat.after)).rowcount)
        for seat in seats:
            if seat.before is None and seat.after is not None:
                of_period = select(ShiftRow.id).where(ShiftRow.period_id == period_id)
                self._expect(1, len(self._session.scalars(of_period.where(ShiftRow.id == seat.after.shift_id)).all()))
                self._insert(DutyRow, [{**mapping.duty_columns(seat.after), **mapping.holder_columns(None)}])

    @staticmethod
    def _expect(rows: int, found: int) -> None:
        if found != rows:
            raise StaleEdit

    def _stale(self, period_id: PeriodId, edit: RosterEdit) -> tuple[DutyId, ...]:
        """The duties that are gone, cut or held otherwise than expected, and those meant for somebody who is gone."""
        columns = (DutyRow.id, DutyRow.volunteer_id, DutyRow.origin, DutyRow.locked, DutyRow.begins, DutyRow.ends)
        rows = self._session.execute(select(*columns).join(ShiftRow).where(ShiftRow.period_id == period_id)).all()
        held = {duty_id: mapping.assignment(who, origin, locked) for duty_id, who, origin, locked, _, _ in rows}
        times = {duty_id: (begins, ends) for duty_id, _, _, _, begins, ends in rows}
        known = set(self._session.scalars(select(VolunteerRow.id)))
        come = {s.duty_id for s in edit.seats if s.before is None}
        otherwise = [
            c.duty_id
            for c in edit.changes
            if (c.duty_id not in held and c.duty_id not in come)
            or held.get(c.duty_id) != c.before
            or (c.after is not None and c.after.volunteer_id not in known)
        ]
        otherwise += [s.duty_id for s in edit.seats if times.get(s.duty_id) != _begin_and_end(s.before)]
        return tuple(dict.fromkeys(otherwise))


def _minute(at: datetime) -> datetime:
    """Entries of counters are kept to the minute."""
    return at.replace(second=0, microsecond=0)


def _begin_and_end(duty: Duty | None) -> tuple[datetime, datetime] | None:
    return None if duty is None else (duty.span.start, duty.span.end)


def _times(period_id: PeriodId, before: Duty, after: Duty) -> Columns:
    return {
        "period": period_id,
        "duty": before.id,
        "begins_before": before.span.start,
        "ends_before": before.span.end,
        "begins_after": after.span.start,
        "ends_after": after.span.end,
    }


def _holders(period_id: PeriodId, change: AssignmentChange) -> Columns:
    before, after = mapping.holder_columns(change.before), mapping.holder_columns(change.after)
    return {
        "period": period_id,
        "duty": change.duty_id,
        "volunteer_before": before["volunteer_id"],
        "origin_before": before["origin"],
        "locked_before": before["locked"],
        "volunteer_after": after["volunteer_id"],
        "origin_after": after["origin"],
        "locked_after": after["locked"],
    }
