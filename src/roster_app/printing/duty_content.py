"""What a daily duty and sign-in sheet says: the shifts of one checkpoint on one day, a row for each duty."""

from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Duty, Shift
from roster_app.domain.timespan import minute_of
from roster_app.printing.dates import clock_words
from roster_app.printing.fitting import Name
from roster_app.printing.selection import Source, part_clock


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One duty: who is on it, or a row to write somebody in."""

    number: int
    post: str
    leads: bool
    clock: str = ""
    name: Name | None = None
    affiliation: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ShiftBlock:
    """One shift: its rows, and the hand-over at its end. `continued` where its first rows are on the page before.

    `counters` are what is counted of it, to be written in.
    """

    name: str
    clock: str
    relief: str
    rows: tuple[DutyRow, ...]
    hands_over: bool = True
    continued: bool = False
    counters: tuple[str, ...] = ()


def shift_blocks(
    source: Source, checkpoint_id: CheckpointId, day: date, counters: tuple[str, ...] = ()
) -> tuple[ShiftBlock, ...]:
    """The day's shifts in order of their start."""
    shifts = sorted(
        (s for s in source.roster.plan.shifts if s.checkpoint_id == checkpoint_id and s.day == day),
        key=lambda s: (s.span, s.shift_type_id),
    )
    numbers = count(1)
    return tuple(
        replace(
            _block(source, shift, tuple(_row(source, shift, duty, next(numbers)) for duty in source.duties(shift))),
            counters=counters,
        )
        for shift in shifts
    )


def _block(source: Source, shift: Shift, rows: tuple[DutyRow, ...]) -> ShiftBlock:
    start, end = minute_of(shift.span.start, shift.day), minute_of(shift.span.end, shift.day)
    clock = clock_words(start, end)
    name = source.directory.shift_type[shift.shift_type_id].name
    return ShiftBlock(name, clock, clock.partition("–")[2], rows)


def _row(source: Source, shift: Shift, duty: Duty, number: int) -> DutyRow:
    post, holder = source.directory.post[duty.post_id], source.roster.holder(duty.id)
    row = DutyRow(number, post.name, post.leads, part_clock(shift, duty))
    if holder is None:
        return row
    volunteer = source.directory.volunteer[holder]
    return replace(row, name=source.names[holder], affiliation=volunteer.affiliation, phone=volunteer.phone)
