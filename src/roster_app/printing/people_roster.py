"""The monthly roster by person: a row for each volunteer, codes of shifts under the days, totals at the end."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from roster_app.domain.fairness import Burden, burdens
from roster_app.domain.ids import CheckpointId, ShiftTypeId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.roster import Stint
from roster_app.i18n import _
from roster_app.printing.dates import clock_words, month_words, narrow_weekday_words, short_day_words
from roster_app.printing.fitting import Name
from roster_app.printing.occasions import occasion_words
from roster_app.printing.selection import Entry, Source, chosen_checkpoints, printed_days
from roster_app.printing.table_content import Cell, Column, Part, Row, TableRequest, months, words_cell
from roster_app.printing.titles import Heading, office_of

BLANK_ROWS = 20
_DAY = 2.0  # least width of a day, in sizes of the small print
_PART = "*"  # after the code of a duty that is only part of its shift


def parts(source: Source, request: TableRequest) -> tuple[Part, ...]:
    """One table for all checkpoints asked for, and for each month of a stretch that is longer.

    Where all checkpoints are asked for, everybody of the team has a row, else those who stand at the chosen ones.
    """
    chosen = chosen_checkpoints(source.directory, request.checkpoint_ids)
    stretches = months(printed_days(request.first, request.last))
    return tuple(_Stretch(source, chosen, days, not request.checkpoint_ids).part() for days in stretches)


@dataclass(frozen=True)
class _Stretch:
    """The days of one table."""

    source: Source
    checkpoint_ids: tuple[CheckpointId, ...]
    days: tuple[date, ...]
    everybody: bool

    def part(self) -> Part:
        """The table with its legend."""
        directory = self.source.directory
        place = directory.checkpoint[self.checkpoint_ids[0]].name if len(self.checkpoint_ids) == 1 else ""
        title = _("{office} ({place}) duties by person") if place else _("{office} duties by person")
        return Part(
            Heading(title.format(office=office_of(directory), place=place), _("Duties by person"), place),
            self.days[0],
            self.days[-1],
            self.checkpoint_ids,
            tuple(self._columns()),
            (*self._people(), *self._vacancies()),
            (_("Codes in bold lead their shift"),),
            tuple(self._legend()),
        )

    @cached_property
    def _stints(self) -> Mapping[VolunteerId, Sequence[Stint]]:
        found: dict[VolunteerId, list[Stint]] = defaultdict(list)
        for stint in self.source.roster.stints:
            if stint.checkpoint_id in self._places and self.days[0] <= stint.day <= self.days[-1]:
                found[stint.volunteer_id].append(stint)
        return found

    @cached_property
    def _places(self) -> AbstractSet[CheckpointId]:
        return set(self.checkpoint_ids)

    @cached_property
    def _codes(self) -> Mapping[ShiftTypeId, str]:
        """The code of each shift type in use; of two alike the second has a prime."""
        types = self.source.directory.shift_type
        plan = self.source.roster.plan
        used = {s.shift_type_id for s in plan.shifts if s.checkpoint_id in self._places}
        codes: dict[ShiftTypeId, str] = {}
        for type_id in sorted(used, key=lambda t: (types[t].start, t)):
            code = types[type_id].code.strip() or types[type_id].name[:1]
            while code in codes.values():
                code += "′"
            codes[type_id] = code
        return codes

    @cached_property
    def _numbers(self) -> Mapping[CheckpointId, str]:
        """What tells checkpoints apart, where there are several."""
        if len(self.checkpoint_ids) == 1:
            return {}
        return {checkpoint_id: str(n) for n, checkpoint_id in enumerate(self.checkpoint_ids, start=1)}

    def _columns(self) -> Iterator[Column]:
        yield Column(_("No."), label=True)
        yield Column(_("Name"), label=True, bold=True)
        for day in self.days:
            grey = not self.source.directory.days.type_of(day).is_work
            yield Column(str(day.day), narrow_weekday_words(day), month_words(day), grey=grey, least=_DAY)
        for head in (_("Duties"), _("Hours"), _("Nights")):
            yield Column(head, label=True)

    def _people(self) -> Iterator[Row]:
        directory = self.source.directory
        carried = burdens((s for own in self._stints.values() for s in own), directory)
        shown = [v for v in directory.volunteers if v.id in self._stints or (self.everybody and self._belongs(v))]
        for number, volunteer in enumerate(shown, start=1):
            name = (Entry(self.source.names[volunteer.id]),)
            burden = carried.get(volunteer.id, Burden())
            totals = burden.duties, f"{burden.minutes / 60:.1f}".removesuffix(".0"), burden.nights
            cells = self._cells(self._stints.get(volunteer.id, ()))
            yield Row((words_cell(str(number)), name, *cells, *(words_cell(str(total)) for total in totals)))
        for number in range(1, BLANK_ROWS * (not shown) + 1):
            yield Row((words_cell(str(number)), (Entry(),), *((),) * (len(self.days) + 3)))

    def _belongs(self, volunteer: Volunteer) -> bool:
        joined, left = volunteer.joined or self.days[0], volunteer.left or self.days[-1]
        return joined <= self.days[-1] and left >= self.days[0]

    def _cells(self, stints: Sequence[Stint]) -> Iterator[Cell]:
        of_day: dict[date, list[Entry]] = defaultdict(list)
        for stint in stints:
            of_day[stint.day].append(self._entry(stint))
        for day in self.days:
            yield tuple(of_day.get(day, ()))

    def _entry(self, stint: Stint) -> Entry:
        shift = self.source.roster.plan.shift[stint.shift_id]
        code = self._codes[shift.shift_type_id] + _PART * (stint.span != shift.span)
        leads = self.source.directory.post[stint.post_id].leads
        return Entry(Name(code, self._numbers.get(stint.checkpoint_id, "")), leads=leads)

    def _vacancies(self) -> Iterator[Row]:
        """How many duties of each day nobody holds, if any."""
        plan = self.source.roster.plan
        shifts = (plan.shift[duty.shift_id] for duty in self.source.roster.vacancies)
        open_on = Counter(s.day for s in shifts if s.checkpoint_id in self._places and s.day in self.days)
        if open_on:
            counts = (words_cell(str(open_on[day]) if open_on[day] else "") for day in self.days)
            total = words_cell(str(open_on.total()))
            yield Row(((), words_cell(_("Vacant")), *counts, total, (), ()), begins=True)

    def _legend(self) -> Iterator[str]:
        """夜＝夜班 00:00–08:00，1＝宋屋村卡口."""
        directory, meaning = self.source.directory, _("{code} = {meaning}")
        for type_id, code in self._codes.items():
            kind = directory.shift_type[type_id]
            yield meaning.format(code=code, meaning=f"{kind.name} {clock_words(kind.start, kind.end)}")
        for checkpoint_id, number in self._numbers.items():
            yield meaning.format(code=number, meaning=directory.checkpoint[checkpoint_id].name)
        shifts = self.source.roster.plan.shift
        if any(stint.span != shifts[stint.shift_id].span for own in self._stints.values() for stint in own):
            yield meaning.format(code=_PART, meaning=_("only part of the shift"))
        yield from self._occasions()

    def _occasions(self) -> Iterator[str]:
        """清明节 4月4日至4月6日: what a narrow column has no room for."""
        table = self.source.directory.days
        for words, stretch in groupby(self.days, key=lambda day: occasion_words(table.day(day))):
            days = [short_day_words(day) for day in stretch]
            if words:
                told = days[0] if len(days) == 1 else _("{first} to {last}").format(first=days[0], last=days[-1])
                yield f"{words} {told}"
