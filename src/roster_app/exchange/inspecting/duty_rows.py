"""Lists of duties: names beside days, several in a cell, hours over names."""

import re
from collections.abc import Mapping

from roster_app.domain.inspected import EntryVerdict, LayoutKind, QuestionKind
from roster_app.exchange.cells import is_nothing
from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.inspecting.column_uses import Columns
from roster_app.exchange.inspecting.day_lines import MeantDay
from roster_app.exchange.inspecting.down_table import DownTable
from roster_app.exchange.inspecting.entering import Entering, Slot, slot_of
from roster_app.exchange.inspecting.name_cells import known_names
from roster_app.exchange.inspecting.row_facts import RowFacts
from roster_app.exchange.people_in_cells import NamedPerson, people_in
from roster_app.exchange.shift_words import is_away, is_no_name, is_part_of_day, is_shift_word, mark_of


class DutyRows:
    """Reads the rows of one table whose columns name people."""

    def __init__(
        self, table: DownTable, columns: Columns, entering: Entering, meant: Mapping[int, list[MeantDay]]
    ) -> None:
        self._table, self._days, self._columns, self._meant = table, table.days, columns, meant
        self._enter, self._view, self._rows = entering, table.view, table.rows
        self._facts = RowFacts(table, columns, entering)
        self._place = entering.place
        self._known = known_names(table.view, table.rows, columns.names)

    def read(self) -> LayoutKind:
        """Every row; says which layout it is."""
        pending: dict[int, Slot] = {}
        days: list[MeantDay] = []
        stacked = False
        said: tuple[DayText, ...] = ()
        for row in self._rows:
            if row in self._meant:
                days, pending, said = self._meant[row], {}, self._days.days[row]
            elif self._view.text(row, self._days.column) and not self._table.days_shared(row):
                self._odd_day(row)
                days, pending = [], {}
                continue
            if self._table.is_foot(row) or self._table.heads_again(row):
                continue
            stacked |= self._read_row(row, days, said, pending)
        if stacked:
            return LayoutKind.ROSTER_STACKED
        if self._about_availability():
            return LayoutKind.AVAILABILITY_LIST
        return (
            LayoutKind.ROSTER_GRID
            if self._days.weekdays_only and len(self._columns.names) > 1
            else LayoutKind.ROSTER_LIST
        )

    def _about_availability(self) -> bool:
        heading = self._table.heading(self._days.column)
        titles = " ".join(t for r in self._view.filled[:3] for t in list(self._view.cells(r).values())[:2])
        marked = any(re.search("可|能|有空|avail|free", self._table.heading(c)) for c in self._columns.status)
        return bool(
            marked
            or re.search("可|有空|空闲|意愿|avail|free", heading)
            or re.search("可值班|报名|意愿|availab", titles)
        )

    def _odd_day(self, row: int) -> None:
        """A row that has people and something else than a day where the day should stand."""
        if self._table.is_foot(row) or self._table.heads_again(row):
            return
        text = self._view.text(row, self._days.column)
        if any(people_in(self._view.text(row, c)) for c in self._columns.names) and len(text) <= 30:
            self._enter.tally.ask(self._view.address(row, self._days.column), QuestionKind.NO_SUCH_DAY, text)
            for column in self._columns.names:
                for person in people_in(self._view.text(row, column), self._known):
                    self._enter.tally.see(person, self._view.address(row, column))
            self._enter.fates.fail(row)

    def _read_row(self, row: int, days: list[MeantDay], said: tuple[DayText, ...], pending: dict[int, Slot]) -> bool:
        owns = self._facts.row_slots(row)
        verdict = self._facts.status(row)
        place, role = self._facts.place_and_role(row)
        self._enter.place, self._enter.role = place or self._place, role
        stacked = False
        for column in self._columns.names:
            text, at = self._view.across(row, column)
            if not text or text in (self._table.heading(column), ""):
                continue
            hours = hours_in(text)
            people = people_in(hours.rest if hours else text, self._known)
            if hours and not people:
                for other in range(column, self._last_merged(row, column) + 1):
                    pending[other] = slot_of(text, self._enter.legend)
                self._enter.fates.imported(row)
                stacked = True
                continue
            for own in owns:
                self._read_cell(row, column, at, text, people, days, said, own, pending, verdict)
        return stacked

    def _last_merged(self, row: int, column: int) -> int:
        merge = self._view.grid.merge_at(row, column)
        return merge.right if merge else column

    def _read_cell(
        self,
        row: int,
        column: int,
        at: int,
        text: str,
        people: tuple[NamedPerson, ...],
        days: list[MeantDay],
        said: tuple[DayText, ...],
        own: Slot,
        pending: Mapping[int, Slot],
        verdict: EntryVerdict,
    ) -> None:
        if at != column and at in self._columns.names:
            return
        if not people:
            self._no_people(row, column, text)
            return
        if not days:
            self._enter.tally.ask(self._view.address(row, column), QuestionKind.NO_SUCH_DAY, text)
            for person in people:
                self._enter.tally.see(person, self._view.address(row, column))
            self._enter.fates.fail(row)
            return
        hours = hours_in(text)
        slot = Slot("", hours.start, hours.end) if hours else Slot()
        slot = slot.or_else(pending.get(column, Slot())).or_else(own)
        heading = self._facts.heading_slot(column)
        slot = slot.or_else(heading) if not slot.shift or slot.start is None else slot
        people = self._facts.with_phones(row, column, people)
        for index, day in enumerate(days):
            of_day = slot_of(said[index].rest, self._enter.legend) if index < len(said) and said[index].rest else Slot()
            place = (row, self._days.column) if len(said) > 1 and len(self._columns.names) == 1 else (row, column)
            self._enter_people(people, place, day, of_day.or_else(slot), row, verdict)

    def _enter_people(
        self,
        people: tuple[NamedPerson, ...],
        cell: tuple[int, int],
        day: MeantDay,
        slot: Slot,
        row: int,
        verdict: EntryVerdict,
    ) -> None:
        if verdict is not EntryVerdict.OK and day.verdict is EntryVerdict.OK:
            day = MeantDay(day.day, verdict)
        if is_away(slot.shift) and slot.shift and not is_part_of_day(slot.shift) and day.verdict is EntryVerdict.OK:
            day = MeantDay(day.day, EntryVerdict.OFF)
        self._enter.of_names(people, cell, [day], slot, row)

    def _no_people(self, row: int, column: int, text: str) -> None:
        if is_nothing(text) or mark_of(text) or is_away(text) or is_no_name(text) or is_shift_word(text):
            return
        self._enter.tally.ask(self._view.address(row, column), QuestionKind.NAME_ODD, text)
        self._enter.fates.wrong(row)
