"""Edits carried out, undone and redone: compare-and-set, all or nothing, every step in the log."""

from datetime import datetime

from sqlalchemy import bindparam, exists, select, update
from sqlalchemy.exc import IntegrityError

from roster_app.domain.edits import AssignmentChange, RosterEdit
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.history import EditRecord, History
from roster_app.domain.ids import DutyId, EditId, PeriodId, new_id
from roster_app.domain.roster import PeriodState
from roster_app.storage.mapping import Columns
from roster_app.storage.mapping import rosters as mapping
from roster_app.storage.rows import DutyRow, EditRow, PeriodRow, ShiftRow, StepState, VolunteerRow
from roster_app.storage.store import Store, after_rollback

_COMPARE_AND_SET = (
    update(DutyRow)
    .where(
        DutyRow.id == bindparam("duty"),
        DutyRow.volunteer_id.is_not_distinct_from(bindparam("volunteer_before")),
        DutyRow.origin.is_not_distinct_from(bindparam("origin_before")),
        DutyRow.locked.is_not_distinct_from(bindparam("locked_before")),
        exists().where(ShiftRow.id == DutyRow.shift_id, ShiftRow.period_id == bindparam("period")),
    )
    .values(
        volunteer_id=bindparam("volunteer_after"), origin=bindparam("origin_after"), locked=bindparam("locked_after")
    )
)
"""One change: the duty goes to its new holder if it is of the period and its holder is still the one expected."""

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
        self._carry_out(period_id, edit)
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
            self._carry_out(record.period_id, edit)
        except DomainError:
            obsolete = step.values(state=StepState.OBSOLETE)
            self._run(obsolete)
            after_rollback(self._session).append(obsolete)
            raise
        self._run(step.values(state=state, at=at))
        undone = state is StepState.UNDONE
        return EditRecord(record.id, record.period_id, record.seq, edit, record.author, at, undone)

    def _carry_out(self, period_id: PeriodId, edit: RosterEdit) -> None:
        """All changes or none; the savepoint keeps the rest of the unit of work whole."""
        if not edit.changes:
            raise DomainError(ErrorCode.NOTHING_TO_CHANGE)
        try:
            with self._session.begin_nested():
                changed = self._run(_COMPARE_AND_SET, [_parameters(period_id, c) for c in edit.changes]).rowcount
                if changed != len(edit.changes):
                    raise StaleEdit
        except (StaleEdit, IntegrityError) as refused:
            raise StaleEdit(duty_ids=self._stale(period_id, edit)) from refused

    def _stale(self, period_id: PeriodId, edit: RosterEdit) -> tuple[DutyId, ...]:
        """The duties that are gone or held by others than expected, and those meant for somebody who is gone."""
        columns = (DutyRow.id, DutyRow.volunteer_id, DutyRow.origin, DutyRow.locked)
        rows = self._session.execute(select(*columns).join(ShiftRow).where(ShiftRow.period_id == period_id))
        held = {duty_id: mapping.assignment(volunteer, origin, locked) for duty_id, volunteer, origin, locked in rows}
        known = set(self._session.scalars(select(VolunteerRow.id)))
        return tuple(
            c.duty_id
            for c in edit.changes
            if c.duty_id not in held
            or held[c.duty_id] != c.before
            or (c.after is not None and c.after.volunteer_id not in known)
        )


def _parameters(period_id: PeriodId, change: AssignmentChange) -> Columns:
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
