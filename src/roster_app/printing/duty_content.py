"""What a daily duty and sign-in sheet says: the shifts of one checkpoint on one day, a row for each duty."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import CheckpointId
from roster_app.domain.people import masked_phone
from roster_app.domain.roster import Duty, Roster, Shift
from roster_app.domain.team import Directory
from roster_app.domain.timespan import minute_of
from roster_app.printing.dates import clock_words
from roster_app.printing.fitting import Name
from roster_app.printing.wall_content import part_clock, person


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
    """One shift: its rows, and the hand-over at its end. `continued` where its first rows are on the page before."""

    name: str
    clock: str
    relief: str
    rows: tuple[DutyRow, ...]
    hands_over: bool = True
    continued: bool = False


def shift_blocks(
    roster: Roster, directory: Directory, checkpoint_id: CheckpointId, day: date, *, full_phones: bool
) -> tuple[ShiftBlock, ...]:
    """The day's shifts in order of their start; phones masked unless asked for in full."""
    shifts = sorted(
        (s for s in roster.plan.shifts if s.checkpoint_id == checkpoint_id and s.day == day),
        key=lambda s: (s.span, s.shift_type_id),
    )
    blocks: list[ShiftBlock] = []
    number = 1
    for shift in shifts:
        rows = tuple(_rows(roster, directory, shift, number, full_phones))
        number += len(rows)
        blocks.append(_block(directory, shift, rows))
    return tuple(blocks)


def _block(directory: Directory, shift: Shift, rows: tuple[DutyRow, ...]) -> ShiftBlock:
    start, end = minute_of(shift.span.start, shift.day), minute_of(shift.span.end, shift.day)
    clock = clock_words(start, end)
    return ShiftBlock(directory.shift_type[shift.shift_type_id].name, clock, clock.partition("–")[2], rows)


def _rows(roster: Roster, directory: Directory, shift: Shift, number: int, full_phones: bool) -> Iterator[DutyRow]:
    def place(duty: Duty) -> tuple[object, ...]:
        post = directory.post[duty.post_id]
        return not post.leads, post.order, post.id, duty.seat, duty.span

    for offset, duty in enumerate(sorted(roster.plan.duties_of.get(shift.id, ()), key=place)):
        post, holder = directory.post[duty.post_id], roster.holder(duty.id)
        row = DutyRow(number + offset, post.name, post.leads, part_clock(shift, duty))
        if holder is None:
            yield row
        else:
            volunteer = directory.volunteer[holder]
            yield DutyRow(
                row.number,
                row.post,
                row.leads,
                row.clock,
                person(directory, holder),
                volunteer.affiliation,
                volunteer.phone if full_phones else masked_phone(volunteer.phone),
            )
