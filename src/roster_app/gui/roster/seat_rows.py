"""The lines of checkpoint × day: one seat of a post, in one shift type, at one checkpoint; a duty for each day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import CheckpointId, DutyId, PostId, ShiftId, ShiftTypeId
from roster_app.domain.places import Checkpoint
from roster_app.domain.roster import DutyPlan
from roster_app.domain.team import Directory

SeatKey = tuple[CheckpointId, ShiftTypeId, PostId, int, int]


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One line. `part` counts the duties of a seat that is wanted more than once in a shift, from 0."""

    checkpoint_id: CheckpointId
    shift_type_id: ShiftTypeId
    post_id: PostId
    seat: int
    part: int
    begins_checkpoint: bool
    begins_shift: bool
    ends_shift: bool
    ends_checkpoint: bool


@dataclass(frozen=True, slots=True)
class SeatGrid:
    """All lines, and which duty stands where: (row, column) from 0, a column for each day of the period."""

    rows: tuple[SeatRow, ...]
    days: tuple[date, ...]
    duty_at: Mapping[tuple[int, int], DutyId]
    place_of: Mapping[DutyId, tuple[int, int]]


def seat_grid(plan: DutyPlan, directory: Directory, keeps: Callable[[DutyId], bool] | None = None) -> SeatGrid:
    """Lay the plan out: checkpoints in their order, shifts in the order of their pattern, the leading post first.

    With `keeps` only the lines on which it keeps any duty.
    """
    keys = dict(_seats(plan))
    if keeps is not None:
        kept = {key for duty_id, key in keys.items() if keeps(duty_id)}
        keys = {duty_id: key for duty_id, key in keys.items() if key in kept}
    ordered = _ordered(set(keys.values()), directory)
    line_of = {key: row for row, key in enumerate(ordered)}
    column_of = {day: column for column, day in enumerate(plan.period.days)}
    place_of = {
        duty_id: (line_of[key], column)
        for duty_id, key in keys.items()
        if (column := column_of.get(plan.shift[plan.duty[duty_id].shift_id].day)) is not None
    }
    return SeatGrid(
        rows=tuple(_row(ordered, row) for row in range(len(ordered))),
        days=plan.period.days,
        duty_at={place: duty_id for duty_id, place in place_of.items()},
        place_of=place_of,
    )


def _seats(plan: DutyPlan) -> Iterator[tuple[DutyId, SeatKey]]:
    parts: Counter[tuple[ShiftId, PostId, int]] = Counter()
    for duty in plan.duties:
        shift = plan.shift[duty.shift_id]
        seat = (duty.shift_id, duty.post_id, duty.seat)
        yield duty.id, (shift.checkpoint_id, shift.shift_type_id, duty.post_id, duty.seat, parts[seat])
        parts[seat] += 1


def _ordered(keys: set[SeatKey], directory: Directory) -> list[SeatKey]:
    places = {c.id: n for n, c in enumerate(directory.checkpoints_in_order)}
    posts = {p.id: n for own in directory.posts_of.values() for n, p in enumerate(own)}
    shifts = {c.id: {s: n for n, s in enumerate(shift_order(c, directory))} for c in directory.checkpoints}
    return sorted(keys, key=lambda k: (places[k[0]], shifts[k[0]].get(k[1], 99), k[1], posts[k[2]], k[3], k[4]))


def shift_order(checkpoint: Checkpoint, directory: Directory) -> tuple[ShiftTypeId, ...]:
    """The shift types of a checkpoint as its pattern lists them, which may end with the night."""
    return directory.pattern[checkpoint.pattern_id].shift_type_ids if checkpoint.pattern_id is not None else ()


def _row(keys: list[SeatKey], row: int) -> SeatRow:
    key = keys[row]
    before = keys[row - 1] if row else None
    after = keys[row + 1] if row + 1 < len(keys) else None
    return SeatRow(
        *key,
        begins_checkpoint=before is None or before[0] != key[0],
        begins_shift=before is None or before[:2] != key[:2],
        ends_shift=after is None or after[:2] != key[:2],
        ends_checkpoint=after is None or after[0] != key[0],
    )
