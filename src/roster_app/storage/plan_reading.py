"""Thousands of shifts and duties at a time: read as bare columns, straight into values.

Rows as objects would cost three times as much here. The order is the one `domain.demand.plan_duties` gives a plan.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any, TypeAlias, TypeVar

from sqlalchemy import Integer, Select, String, select, type_coerce

from roster_app.domain.ids import CheckpointId, DutyId, EditionId, PeriodId, PostId, ShiftId, ShiftTypeId, VolunteerId
from roster_app.domain.roster import (
    Assignment,
    DatedSeat,
    Duty,
    Origin,
    PostedDuty,
    RosterPeriod,
    SeatLevel,
    Shift,
    Stint,
)
from roster_app.domain.timespan import DAY, Span
from roster_app.storage.mapping.rosters import assignment
from roster_app.storage.rows import CheckpointRow, DutyRow, EditionHolderRow, EditionRow, PeriodRow, PostRow, ShiftRow
from roster_app.storage.rows.base import moment

V = TypeVar("V")
ShiftTuple: TypeAlias = tuple[ShiftId, PeriodId, CheckpointId, ShiftTypeId, date, int, int]
"""Times as they are stored."""
DutyTuple: TypeAlias = tuple[DutyId, ShiftId, PostId, int, int, int, VolunteerId | None, str | None, bool, str]
"""Times, origin and level as they are stored."""
StintTuple: TypeAlias = tuple[
    datetime, datetime, date, DutyId, VolunteerId | None, CheckpointId, PostId, ShiftId, ShiftTypeId
]

PostedTuple: TypeAlias = tuple[
    EditionId,
    DutyId,
    VolunteerId | None,
    datetime | None,
    datetime | None,
    CheckpointId | None,
    ShiftTypeId | None,
    date | None,
    PostId | None,
    int | None,
]
_OfEditions: TypeAlias = dict[EditionId, dict[DutyId, V]]

_NEAR = 14 * DAY
"""How far from a period other periods' duties still matter for rest and runs."""

_SHIFT_ORDER = (CheckpointRow.position, CheckpointRow.id, ShiftRow.day, ShiftRow.begins, ShiftRow.id)
_DUTY_ORDER = (PostRow.leads.desc(), PostRow.position, PostRow.id, DutyRow.seat, DutyRow.begins)


def select_shifts(period_id: PeriodId) -> Select[*ShiftTuple]:
    """A period's shifts."""
    columns = (
        ShiftRow.id,
        ShiftRow.period_id,
        ShiftRow.checkpoint_id,
        ShiftRow.shift_type_id,
        ShiftRow.day,
        type_coerce(ShiftRow.begins, Integer),
        type_coerce(ShiftRow.ends, Integer),
    )
    return select(*columns).join(CheckpointRow).where(ShiftRow.period_id == period_id).order_by(*_SHIFT_ORDER)


def shifts(rows: Iterable[ShiftTuple]) -> tuple[Shift, ...]:
    """The values."""
    spans = _Shared(_span)
    return tuple(
        Shift(shift_id, period_id, checkpoint_id, shift_type_id, day, spans[begins, ends])
        for shift_id, period_id, checkpoint_id, shift_type_id, day, begins, ends in rows
    )


def select_duties(period_id: PeriodId) -> Select[*DutyTuple]:
    """A period's duties with their holders; what many rows share is made a value of once, by `duties`."""
    columns = (
        DutyRow.id,
        DutyRow.shift_id,
        DutyRow.post_id,
        DutyRow.seat,
        type_coerce(DutyRow.begins, Integer),
        type_coerce(DutyRow.ends, Integer),
        DutyRow.volunteer_id,
        type_coerce(DutyRow.origin, String),
        DutyRow.locked,
        type_coerce(DutyRow.level, String),
    )
    in_plan = (
        select(*columns).join(ShiftRow).join(PostRow).join(CheckpointRow, CheckpointRow.id == ShiftRow.checkpoint_id)
    )
    return in_plan.where(ShiftRow.period_id == period_id).order_by(*_SHIFT_ORDER, *_DUTY_ORDER)


def duties(rows: Iterable[DutyTuple]) -> tuple[tuple[Duty, ...], dict[DutyId, Assignment]]:
    """The values, and who holds which."""
    spans, holders, levels = _Shared(_span), _Shared(_holder), {level.value: level for level in SeatLevel}
    planned: list[Duty] = []
    held: dict[DutyId, Assignment] = {}
    for duty_id, shift_id, post_id, seat, begins, ends, volunteer_id, origin, locked, level in rows:
        planned.append(Duty(duty_id, shift_id, post_id, seat, spans[begins, ends], levels[level]))
        holder = holders[volunteer_id, origin, locked]
        if holder is not None:
            held[duty_id] = holder
    return tuple(planned), held


def _span(begins: int, ends: int) -> Span:
    return Span(moment(begins), moment(ends))


def _holder(volunteer_id: VolunteerId | None, origin: str | None, locked: bool) -> Assignment | None:
    return assignment(volunteer_id, None if origin is None else Origin(origin), locked)


def select_near_stints(period: RosterPeriod) -> Select[*StintTuple]:
    """What people hold in the team's other periods up to fourteen days before and after."""
    first, last = period.first - _NEAR, period.last + _NEAR
    columns = (
        DutyRow.begins,
        DutyRow.ends,
        ShiftRow.day,
        DutyRow.id,
        DutyRow.volunteer_id,
        ShiftRow.checkpoint_id,
        DutyRow.post_id,
        ShiftRow.id,
        ShiftRow.shift_type_id,
    )
    return (
        select(*columns)
        .select_from(PeriodRow)
        .join(ShiftRow, ShiftRow.period_id == PeriodRow.id)
        .join(DutyRow, DutyRow.shift_id == ShiftRow.id)
        .where(PeriodRow.team_id == period.team_id, PeriodRow.id != period.id)
        .where(PeriodRow.first_day <= last, PeriodRow.last_day >= first, ShiftRow.day.between(first, last))
        .where(DutyRow.volunteer_id.is_not(None))
    )


def stints(rows: Iterable[StintTuple]) -> tuple[Stint, ...]:
    """The values, in order of time."""
    return tuple(
        sorted(
            Stint(Span(begins, ends), day, duty_id, volunteer_id, checkpoint_id, post_id, shift_id, shift_type_id)
            for begins, ends, day, duty_id, volunteer_id, checkpoint_id, post_id, shift_id, shift_type_id in rows
            if volunteer_id is not None
        )
    )


def select_posted() -> Select[*PostedTuple]:
    """What the editions remember."""
    row = EditionHolderRow
    place = (row.checkpoint_id, row.shift_type_id, row.day, row.post_id, row.seat)
    return select(row.edition_id, row.duty_id, row.volunteer_id, row.begins, row.ends, *place).join(EditionRow)


def posted(rows: Iterable[PostedTuple]) -> tuple[_OfEditions[VolunteerId], _OfEditions[PostedDuty]]:
    """Who held which duty, and what the duties were, edition by edition."""
    spans = _Shared(Span)
    holders: _OfEditions[VolunteerId] = defaultdict(dict)
    duties: _OfEditions[PostedDuty] = defaultdict(dict)
    for edition_id, duty_id, volunteer_id, begins, ends, checkpoint_id, shift_type_id, day, post_id, seat in rows:
        if volunteer_id is not None:
            holders[edition_id][duty_id] = volunteer_id
        if begins and checkpoint_id and shift_type_id and day and post_id and seat:  # known as a whole or not at all
            place = DatedSeat(checkpoint_id, shift_type_id, day, post_id, seat)
            duties[edition_id][duty_id] = PostedDuty(place, spans[begins, ends])
    return holders, duties


class _Shared(dict[tuple[Any, ...], V]):
    """Equal values made once: a month's duties have a few hundred spans and as many holders."""

    def __init__(self, make: Callable[..., V]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, facts: tuple[Any, ...]) -> V:
        value = self[facts] = self._make(*facts)
        return value
