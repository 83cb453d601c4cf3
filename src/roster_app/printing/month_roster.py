"""The monthly roster of a checkpoint: a row for each day, under each shift a column for each seat."""

from collections.abc import Iterator, Sequence
from datetime import date

from roster_app.domain.ids import CheckpointId
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.printing.occasions import day_head
from roster_app.printing.selection import Source, chosen_checkpoints, printed_days
from roster_app.printing.table_content import Cell, Column, Part, Row, TableRequest, months, words_cell
from roster_app.printing.titles import Heading, office_of
from roster_app.printing.wall_content import CheckpointBlock, blocks
from roster_app.printing.wall_roster import blank, bold_leads

_FORTNIGHT = 14  # so few days are no month


def parts(source: Source, request: TableRequest) -> tuple[Part, ...]:
    """A table for each checkpoint, in the coordinator's order, and for each month of a stretch that is longer."""
    chosen = chosen_checkpoints(source.directory, request.checkpoint_ids)
    stretches = months(printed_days(request.first, request.last))
    return tuple(
        _part(source, checkpoint_id, days, lunar=request.lunar) for checkpoint_id in chosen for days in stretches
    )


def _part(source: Source, checkpoint_id: CheckpointId, days: Sequence[date], *, lunar: bool) -> Part:
    (block,) = blocks(source, days, (checkpoint_id,))
    content = block if block.shifts else blank(block, len(days))
    monthly = _("{office} ({place}) monthly duty roster"), _("Monthly duty roster")
    shorter = _("{office} ({place}) duty roster"), _("Duty roster")
    title, sheet = monthly if len(days) > _FORTNIGHT else shorter
    return Part(
        Heading(title.format(office=office_of(source.directory), place=block.name), sheet, block.name),
        days[0],
        days[-1],
        (checkpoint_id,),
        (*day_columns(lunar=lunar), *_columns(content)),
        tuple(day_rows(source.directory, days, _cells(content), lunar=lunar)),
        (bold_leads(),),
    )


def day_columns(*, lunar: bool = False) -> tuple[Column, ...]:
    """日期 星期, and if wanted 农历."""
    columns = Column(_("Date"), label=True), Column(_("Weekday"), label=True)
    return (*columns, Column(_("Lunar"), label=True)) if lunar else columns


def day_rows(
    directory: Directory, days: Sequence[date], cells: Sequence[Sequence[Cell]], *, lunar: bool = False
) -> Iterator[Row]:
    """A row for each day, its date, weekday and lunar date before the cells of the other columns.

    The holiday stands beside the weekday, unless the lunar date says the same.
    """
    for index, day in enumerate(days):
        head = day_head(directory, day, lunar=lunar)
        occasion = head.occasion if head.beside or not lunar else ""
        labels = [words_cell(head.day, leads=True), words_cell(head.weekday, occasion and f" {occasion}")]
        if lunar:
            labels.append(words_cell(head.lunar))
        yield Row((*labels, *(column[index] for column in cells)), head.grey, begins=day.weekday() == 0)


def _columns(block: CheckpointBlock) -> Iterator[Column]:
    for shift in block.shifts:
        for seat in shift.seats:
            yield Column(seat.post, group=shift.name, clock=shift.clock, bold=seat.leads)


def _cells(block: CheckpointBlock) -> list[list[Cell]]:
    """Of each seat; a dash where nobody is wanted all shift, so that an empty cell is never a forgotten one."""
    dash = words_cell("—")
    return [
        [cell or (dash if not any(s.cells[n] for s in shift.seats) else ()) for n, cell in enumerate(seat.cells)]
        for shift in block.shifts
        for seat in shift.seats
    ]
