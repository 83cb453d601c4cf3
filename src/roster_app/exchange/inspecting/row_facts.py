"""What the columns of one row say beside names: the shift, whether somebody can come, a phone."""

import re
from dataclasses import replace

from roster_app.domain.inspected import EntryVerdict, QuestionKind
from roster_app.exchange.headings import plain_heading
from roster_app.exchange.inspecting.column_uses import PERSON_HEADING, Columns
from roster_app.exchange.inspecting.down_table import DownTable
from roster_app.exchange.inspecting.entering import Entering, Slot, slot_of
from roster_app.exchange.people_in_cells import NamedPerson
from roster_app.exchange.phones import read_phone
from roster_app.exchange.shift_words import Mark, mark_of, parts_of_day


class RowFacts:
    """Asked of every row of one table."""

    def __init__(self, table: DownTable, columns: Columns, entering: Entering) -> None:
        self._table, self._days, self._columns = table, table.days, columns
        self._enter, self._view = entering, table.view
        self._heading_slots: dict[int, Slot] = {}

    def row_slots(self, row: int) -> list[Slot]:
        """The shifts of the row, several where somebody chose several parts of the day."""
        chosen = [parts for c in self._columns.shifts if (parts := parts_of_day(self._view.down(row, c)))]
        if len(chosen) != 1 or len(self._columns.shifts) != 1:
            return [self.row_slot(row)]
        return [slot_of(part, self._enter.legend) for part in chosen[0]]

    def row_slot(self, row: int) -> Slot:
        """The shift and hours that the row tells."""
        slot = Slot()
        for column in self._columns.shifts:
            slot = slot.or_else(slot_of(" ".join(self._view.down(row, column).split()), self._enter.legend))
        start = next((m for c in self._columns.starts if (m := self._table.clock(row, c)) is not None), None)
        end = next((m for c in self._columns.ends if (m := self._table.clock(row, c)) is not None), None)
        minute = next((d.minute for d in self._days.days.get(row, ()) if d.minute is not None), None)
        start = minute if start is None and slot.start is None and slot.end is None else start
        if start is not None and end is not None and end <= start:
            end += 1440
        return Slot("", start, end).or_else(slot) if start is not None else slot

    def place_and_role(self, row: int) -> tuple[str, str]:
        """As the row's columns tell them; nothing where it has none."""
        place = next((t for c in self._columns.places if (t := self._view.down(row, c))), "")
        role = next((t for c in self._columns.roles if (t := self._view.down(row, c))), "")
        return " ".join(place.split()), " ".join(role.split())

    def heading_slot(self, column: int) -> Slot:
        """The shift that heads the column."""
        if column not in self._heading_slots:
            self._heading_slots[column] = self._read_heading_slot(column)
        return self._heading_slots[column]

    def _read_heading_slot(self, column: int) -> Slot:
        heading = self._table.heading(column)
        if PERSON_HEADING.search(plain_heading(heading)) and not re.search("班(?!人|员)|夜|早|晚", heading):
            return Slot()
        return slot_of(heading, self._enter.legend)

    def status(self, row: int) -> EntryVerdict:
        """Whether that person can come: by a column of marks, or by what the days are headed."""
        if re.search("不可|不能|无法|不便|没空|请假|unavailable|absent", self._table.heading(self._days.column)):
            return EntryVerdict.OFF
        for column in self._columns.status:
            mark = mark_of(self._view.text(row, column))
            if mark is Mark.NO:
                return EntryVerdict.OFF
            if mark is Mark.PERHAPS:
                return EntryVerdict.ASK
        return EntryVerdict.OK

    def with_phones(self, row: int, column: int, people: tuple[NamedPerson, ...]) -> tuple[NamedPerson, ...]:
        """The phone in the next column to the right that is none of another name."""
        if len(people) != 1 or people[0].phone:
            return people
        after = [c for c in self._columns.phones if c > column] or (
            self._columns.phones if len(self._columns.names) == 1 else []
        )
        if not after or any(column < other < after[0] for other in self._columns.names):
            return people
        text = self._view.down(row, after[0])
        phone, doubt = read_phone(text)
        if doubt is not None and text:
            self._enter.tally.ask(self._view.address(row, after[0]), QuestionKind.LIST_CELL, text, doubt.code.value)
        return (replace(people[0], phone=phone),)
