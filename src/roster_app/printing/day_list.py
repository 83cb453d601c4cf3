"""The list form of duties as offices keep it: a row a day, leaders with their phones, a column for each shift."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from roster_app.domain.ids import CheckpointId, ShiftTypeId, VolunteerId
from roster_app.domain.roster import Duty, Shift
from roster_app.i18n import _
from roster_app.printing.dates import clock_words
from roster_app.printing.furniture import duty_phone
from roster_app.printing.list_columns import ListColumn
from roster_app.printing.month_roster import day_columns, day_rows
from roster_app.printing.selection import Entry, Source, chosen_checkpoints, printed_days
from roster_app.printing.table_content import Cell, Column, Part, TableRequest, months, words_cell
from roster_app.printing.titles import Heading, office_of
from roster_app.printing.wall_roster import BLANK_SEATS, BLANK_SHIFTS, bold_leads

_MOST_ACROSS = 3  # so many names stand beside each other in the cell of a shift, the others below them
_BLANK: Cell = (Entry(),)

Filled = tuple[Column, Sequence[Cell]]


def parts(source: Source, request: TableRequest) -> tuple[Part, ...]:
    """A list for each checkpoint, in the coordinator's order, and for each month of a stretch that is longer."""
    chosen = chosen_checkpoints(source.directory, request.checkpoint_ids)
    stretches = months(printed_days(request.first, request.last))
    return tuple(_List(source, request, checkpoint_id, days).part() for checkpoint_id in chosen for days in stretches)


@dataclass(frozen=True)
class _List:
    """The days of one checkpoint."""

    source: Source
    request: TableRequest
    checkpoint_id: CheckpointId
    days: tuple[date, ...]

    def part(self) -> Part:
        """The date, and the columns that were asked for, or the usual ones."""
        directory = self.source.directory
        place = directory.checkpoint[self.checkpoint_id].name
        title = _("{office} ({place}) duty list").format(office=office_of(directory), place=place)
        lunar = self.request.lunar
        filled = [column for wanted in self.request.columns or self._usual() for column in self._filled(wanted)]
        return Part(
            Heading(title, _("Duty list"), place),
            self.days[0],
            self.days[-1],
            (self.checkpoint_id,),
            (*day_columns(lunar=lunar), *(column for column, _ in filled)),
            tuple(day_rows(directory, self.days, [cells for _, cells in filled], lunar=lunar)),
            (bold_leads(),),
        )

    def _usual(self) -> tuple[ListColumn, ...]:
        """Phones where they are wanted; 值班长 on it, and where there is one a day at the most."""
        if self.request.with_phones:
            return tuple(column for column in ListColumn if column is not ListColumn.DUTY_PHONE)
        heads = (ListColumn.HEAD,) if all(len(own) <= 1 for own in self._heads) and any(self._heads) else ()
        return ListColumn.LEADER, *heads, ListColumn.SHIFTS, ListColumn.REMARKS

    def _filled(self, wanted: ListColumn) -> Iterator[Filled]:
        if wanted is ListColumn.LEADER:
            yield self._same(_("Leader on duty"), self.request.duty_leader)
        elif wanted is ListColumn.LEADER_PHONE:
            yield self._same(_("Phone"), self._leaders_phone())
        elif wanted is ListColumn.HEAD:
            yield Column(_("Shift leader"), bold=True), [self._head_names(own) for own in self._heads]
        elif wanted is ListColumn.HEAD_PHONE:
            cells = [self._head_phones(own) for own in self._heads]
            yield Column(_("Phone"), label=True), cells
        elif wanted is ListColumn.DUTY_PHONE:
            yield self._same(_("24-hour duty phone"), duty_phone(self.source.directory, (self.checkpoint_id,)))
        elif wanted is ListColumn.REMARKS:
            yield Column(_("Remarks")), [()] * len(self.days)
        else:
            yield from self._shifts()

    # What the days hold

    @cached_property
    def _planned(self) -> Mapping[date, Mapping[ShiftTypeId, Shift]]:
        found: dict[date, dict[ShiftTypeId, Shift]] = {day: {} for day in self.days}
        for shift in self.source.roster.plan.shifts:
            if shift.checkpoint_id == self.checkpoint_id and shift.day in found:
                found[shift.day][shift.shift_type_id] = shift
        return found

    @cached_property
    def _types(self) -> Sequence[ShiftTypeId]:
        """The shift types in use, in order of their start."""
        types = self.source.directory.shift_type
        used = {type_id for shifts in self._planned.values() for type_id in shifts}
        return sorted(used, key=lambda t: (types[t].start, t))

    @cached_property
    def _heads(self) -> Sequence[Sequence[tuple[Shift, Duty]]]:
        """Of each day the duties of the first seat on the leading post of each shift."""
        return [
            [(shifts[t], duty) for t in self._types if t in shifts for duty in self._first_seat(shifts[t])]
            for shifts in self._planned.values()
        ]

    def _first_seat(self, shift: Shift) -> Iterator[Duty]:
        duties = self.source.duties(shift)
        for duty in duties:
            same = (duty.post_id, duty.seat) == (duties[0].post_id, duties[0].seat)
            if same and self.source.directory.post[duty.post_id].leads:
                yield duty

    # Cells

    def _head_names(self, own: Sequence[tuple[Shift, Duty]]) -> Cell:
        """The leaders, of several each with the code of the shift."""
        codes = self.source.directory.shift_type
        return tuple(
            Entry(self.source.holder(duty), codes[shift.shift_type_id].code if len(own) > 1 else "")
            for shift, duty in own
        )

    def _head_phones(self, own: Sequence[tuple[Shift, Duty]]) -> Cell:
        holders = (self.source.roster.holder(duty.id) for _, duty in own)
        return tuple(entry for holder in holders for entry in words_cell(self._phone(holder)) or _BLANK)

    def _phone(self, volunteer_id: VolunteerId | None) -> str:
        return self.source.directory.volunteer[volunteer_id].phone if volunteer_id is not None else ""

    def _leaders_phone(self) -> str:
        """Where exactly one of the team bears the name."""
        named = [v.id for v in self.source.directory.volunteers if v.name == self.request.duty_leader]
        return self._phone(named[0]) if len(named) == 1 else ""

    def _shifts(self) -> Iterator[Filled]:
        """A column for each shift type, as wide as its fullest day needs; blank ones where nothing is planned."""
        for type_id in self._types:
            kind = self.source.directory.shift_type[type_id]
            cells = [self._crew(shifts.get(type_id)) for shifts in self._planned.values()]
            across = min(max(map(len, cells)), _MOST_ACROSS)
            yield Column(kind.name, clock_words(kind.start, kind.end), across=across), cells
        for _number in range(BLANK_SHIFTS * (not self._types)):
            yield Column("", across=BLANK_SEATS), [_BLANK * BLANK_SEATS] * len(self.days)

    def _crew(self, shift: Shift | None) -> Cell:
        """Everybody of a shift, who leads it first; a dash where nobody is wanted."""
        duties = self.source.duties(shift) if shift is not None else ()
        return tuple(self.source.entry(shift, duty) for duty in duties if shift is not None) or words_cell("—")

    def _same(self, head: str, words: str) -> Filled:
        """One word for all days, or a line each to write it on."""
        return Column(head, label=True), [words_cell(words) or _BLANK] * len(self.days)
