"""Periods, shifts, duties, logged edits, editions and ledger entries, to and from their rows."""

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from roster_app.domain.acceptance import Acceptance
from roster_app.domain.counters import Occasion
from roster_app.domain.edits import AssignmentChange, CountChange, RosterEdit, SeatChange, StatementChange
from roster_app.domain.fairness import LedgerEntry
from roster_app.domain.history import EditRecord
from roster_app.domain.ids import (
    AvailabilityId,
    CheckpointId,
    CounterId,
    DutyId,
    PostId,
    ShiftId,
    ShiftTypeId,
    VolunteerId,
)
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.posting import EditionCodes
from roster_app.domain.roster import Assignment, Duty, Edition, Origin, PostedDuty, RosterPeriod, SeatLevel, Shift
from roster_app.domain.rules import Rule
from roster_app.domain.timespan import Span
from roster_app.storage.mapping import Columns
from roster_app.storage.mapping.people import availability_columns
from roster_app.storage.rows import AcceptanceRow, EditionRow, EditRow, LedgerEntryRow, PeriodRow, StepState


def period(row: PeriodRow) -> RosterPeriod:
    """The value of a row."""
    return RosterPeriod(id=row.id, team_id=row.team_id, first=row.first_day, last=row.last_day, state=row.state)


def period_columns(value: RosterPeriod) -> Columns:
    """The row of a value, the count of its edits left out."""
    return {
        "id": value.id,
        "team_id": value.team_id,
        "first_day": value.first,
        "last_day": value.last,
        "state": value.state,
    }


def shift_columns(value: Shift) -> Columns:
    """The row of a value; `plan_reading` makes values of thousands of rows at a time."""
    return {
        "id": value.id,
        "period_id": value.period_id,
        "checkpoint_id": value.checkpoint_id,
        "shift_type_id": value.shift_type_id,
        "day": value.day,
        "begins": value.span.start,
        "ends": value.span.end,
    }


def duty_columns(value: Duty) -> Columns:
    """The row of a value, its holder left out."""
    return {
        "id": value.id,
        "shift_id": value.shift_id,
        "post_id": value.post_id,
        "seat": value.seat,
        "begins": value.span.start,
        "ends": value.span.end,
        "level": value.level,
    }


def assignment(volunteer_id: VolunteerId | None, origin: Origin | None, locked: bool) -> Assignment | None:
    """The value of the part of a duty's row that says who holds it."""
    return None if volunteer_id is None or origin is None else Assignment(volunteer_id, origin, locked)


def holder_columns(value: Assignment | None) -> Columns:
    """That part of the row."""
    if value is None:
        return {"volunteer_id": None, "origin": None, "locked": False}
    return {"volunteer_id": value.volunteer_id, "origin": value.origin, "locked": value.locked}


def edit_record(row: EditRow) -> EditRecord:
    """The value of a row: of an undone step, the inverse of what was once done."""
    edit = RosterEdit(
        row.kind,
        tuple(map(_change, row.changes)),
        tuple(map(_seat_change, row.seats)),
        tuple(map(_statement, row.statements)),
        tuple(map(_count, row.counts)),
    )
    undone = row.state is StepState.UNDONE
    return EditRecord(
        id=row.id,
        period_id=row.period_id,
        seq=row.seq,
        edit=edit.inverse() if undone else edit,
        author=row.author,
        at=row.at,
        undone=undone,
    )


def edit_columns(value: EditRecord, state: StepState) -> Columns:
    """The row of a step that has just been done."""
    return {
        "id": value.id,
        "period_id": value.period_id,
        "seq": value.seq,
        "author": value.author,
        "at": value.at,
        "kind": value.edit.kind,
        "state": state,
        "changes": [_change_json(change) for change in value.edit.changes],
        "seats": [[s.duty_id, _duty_json(s.before), _duty_json(s.after)] for s in value.edit.seats],
        "statements": [_statement_json(change) for change in value.edit.statements],
        "counts": [_count_json(change) for change in value.edit.counts],
    }


def _change(stored: list[Any]) -> AssignmentChange:
    duty_id, before, after = stored
    return AssignmentChange(DutyId(duty_id), _assignment(before), _assignment(after))


def _change_json(change: AssignmentChange) -> list[Any]:
    return [change.duty_id, _assignment_json(change.before), _assignment_json(change.after)]


def _assignment(stored: list[Any] | None) -> Assignment | None:
    return None if stored is None else _held(*stored)


@lru_cache(maxsize=1 << 12)
def _held(volunteer_id: int, origin: str, locked: bool) -> Assignment:
    """Made once a person: one step may give thousands of duties to a few people."""
    return Assignment(VolunteerId(volunteer_id), Origin(origin), locked)


def _assignment_json(value: Assignment | None) -> list[Any] | None:
    return None if value is None else [value.volunteer_id, value.origin.value, value.locked]


def _seat_change(stored: list[Any]) -> SeatChange:
    duty_id, before, after = stored
    return SeatChange(DutyId(duty_id), _duty(DutyId(duty_id), before), _duty(DutyId(duty_id), after))


def _duty(duty_id: DutyId, stored: list[Any] | None) -> Duty | None:
    if stored is None:
        return None
    shift_id, post_id, seat, start, end, level = stored
    span = Span(datetime.fromisoformat(start), datetime.fromisoformat(end))
    return Duty(duty_id, ShiftId(shift_id), PostId(post_id), seat, span, SeatLevel(level))


def _duty_json(value: Duty | None) -> list[Any] | None:
    if value is None:
        return None
    start, end = value.span.start.isoformat(), value.span.end.isoformat()
    return [value.shift_id, value.post_id, value.seat, start, end, value.level.value]


def _statement(stored: list[Any]) -> StatementChange:
    comes, told = stored
    return StatementChange(
        Availability(
            id=AvailabilityId(told["id"]),
            volunteer_id=VolunteerId(told["volunteer_id"]),
            kind=AvailabilityKind(told["kind"]),
            first=Span(datetime.fromisoformat(told["begins"]), datetime.fromisoformat(told["ends"])),
            rule=told["rule"],
            except_on=tuple(date.fromisoformat(day) for day in told["except_on"]),
            note=told["note"],
            points=told["points"],
            shift_type_id=told["shift_type_id"],
            also_on=tuple(date.fromisoformat(day) for day in told.get("also_on", ())),  # older steps know none
        ),
        comes,
    )


def _statement_json(change: StatementChange) -> list[Any]:
    told = availability_columns(change.statement)
    first = change.statement.first
    moments = {"begins": first.start.isoformat(), "ends": first.end.isoformat()}
    return [change.comes, {**told, **moments, "kind": change.statement.kind.value}]


def _count(stored: list[Any]) -> CountChange:
    counter_id, checkpoint_id, day, shift, duty, told_by, before, after, reason = stored
    shift_type_id = None if shift is None else ShiftTypeId(shift)
    duty_id = None if duty is None else DutyId(duty)
    occasion = Occasion(CheckpointId(checkpoint_id), date.fromisoformat(day), shift_type_id, duty_id, told_by)
    return CountChange((CounterId(counter_id), occasion), before, after, reason)


def _count_json(change: CountChange) -> list[Any]:
    counter_id, of = change.subject
    about = [counter_id, of.checkpoint_id, of.day.isoformat(), of.shift_type_id, of.duty_id, of.told_by]
    return [*about, change.before, change.after, change.reason]


def edition(row: EditionRow, holders: Mapping[DutyId, VolunteerId], duties: Mapping[DutyId, PostedDuty]) -> Edition:
    """The value of a row, with what was planned and who held it."""
    return Edition(
        id=row.id,
        period_id=row.period_id,
        number=row.number,
        published_at=row.published_at,
        published_by=row.published_by,
        holders=holders,
        check_codes=edition_codes(row).check_codes,
        duties=duties,
    )


def edition_codes(row: EditionRow) -> EditionCodes:
    """Its check codes alone."""
    codes = {CheckpointId(int(checkpoint_id)): code for checkpoint_id, code in row.check_codes.items()}
    return EditionCodes(row.period_id, row.number, codes)


def edition_columns(value: Edition) -> Columns:
    """The row of a value, holders left out."""
    return {
        "id": value.id,
        "period_id": value.period_id,
        "number": value.number,
        "published_at": value.published_at,
        "published_by": value.published_by,
        "check_codes": {str(checkpoint_id): code for checkpoint_id, code in value.check_codes.items()},
    }


def posted_columns(edition: Edition, duty_id: DutyId) -> Columns:
    """The row of one duty of an edition."""
    posted = edition.duties.get(duty_id)
    (checkpoint_id, shift_type_id, day, post_id, seat) = posted.seat if posted else (None,) * 5
    return {
        "edition_id": edition.id,
        "duty_id": duty_id,
        "volunteer_id": edition.holders.get(duty_id),
        "begins": posted.span.start if posted else None,
        "ends": posted.span.end if posted else None,
        "checkpoint_id": checkpoint_id,
        "shift_type_id": shift_type_id,
        "day": day,
        "post_id": post_id,
        "seat": seat,
    }


def acceptance(row: AcceptanceRow) -> Acceptance:
    """The value of a row."""
    return Acceptance(
        id=row.id,
        period_id=row.period_id,
        rule=Rule(row.rule),
        duty_ids=frozenset(DutyId(duty_id) for duty_id in row.duties),
        volunteer_id=row.volunteer_id,
        deviation=row.deviation,
        reason=row.reason,
        author=row.author,
        at=row.at,
    )


def acceptance_columns(value: Acceptance) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "period_id": value.period_id,
        "rule": value.rule.value,
        "duties": sorted(value.duty_ids),
        "volunteer_id": value.volunteer_id,
        "deviation": value.deviation,
        "reason": value.reason,
        "author": value.author,
        "at": value.at,
    }


def ledger_entry(row: LedgerEntryRow) -> LedgerEntry:
    """The value of a row."""
    return LedgerEntry(
        id=row.id,
        volunteer_id=row.volunteer_id,
        period_id=row.period_id,
        kind=row.kind,
        amount=row.amount,
        at=row.at,
        note=row.note,
        corrects=row.corrects,
    )


def ledger_entry_columns(value: LedgerEntry) -> Columns:
    """The row of a value."""
    return {
        "id": value.id,
        "volunteer_id": value.volunteer_id,
        "period_id": value.period_id,
        "kind": value.kind,
        "amount": value.amount,
        "at": value.at,
        "note": value.note,
        "corrects": value.corrects,
    }
