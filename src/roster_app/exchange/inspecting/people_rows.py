"""People × days: a row for each person, codes, hours or marks under the days."""

import re
from collections.abc import Mapping
from dataclasses import replace

from roster_app.domain.inspected import ColumnUse, EntryVerdict, QuestionKind
from roster_app.domain.names import is_han, tidy_name
from roster_app.exchange.inspecting.blocks import LOOKED_AT, Block, is_slot_column
from roster_app.exchange.inspecting.day_lines import MeantDay
from roster_app.exchange.inspecting.entering import Entering, Slot
from roster_app.exchange.inspecting.name_cells import is_said, may_be_a_name
from roster_app.exchange.inspecting.row_places import RowPlaces
from roster_app.exchange.inspecting.said import codes_among_marks
from roster_app.exchange.people_in_cells import NamedPerson, people_in
from roster_app.exchange.phones import is_mobile, read_phone
from roster_app.exchange.rows import is_foot
from roster_app.exchange.shift_words import is_no_name

_LAST_NAME_FIRST = re.compile(r"[^\W\d_][\w'-]*, ?[^\W\d_][\w'. -]*")


class PeopleRows:
    """Reads the rows of people of one block."""

    def __init__(self, entering: Entering) -> None:
        self._enter, self._view = entering, entering.view

    def read(self, block: Block, days: Mapping[int, MeantDay], person_column: int) -> None:
        """Every row below the days that is somebody's."""
        said = (self._view.text(r, c) for r in block.body[:LOOKED_AT] for c in block.days)
        self._enter.code_words = codes_among_marks(said)
        told = self._enter.told.columns
        phones = [
            c
            for c in block.labels
            if told.get(c, ColumnUse.PHONE) is ColumnUse.PHONE and (c in told or self._is_phone_column(block, c))
        ]
        last = max(block.days)
        parts = [c for c in block.labels if c != person_column and c < last and is_slot_column(self._view, block, c)]
        parts = [c for c in parts if told.get(c, ColumnUse.SHIFT) is ColumnUse.SHIFT]
        parts += [c for c, use in told.items() if use is ColumnUse.SHIFT and c not in parts]
        self._note(block, person_column, phones, parts)
        places = RowPlaces(self._enter, block)
        for row in block.body:
            places.enter(row)
            text = self._view.down(row, person_column)
            heading = text and any(text == self._view.text(r, person_column) for r in block.header_rows)
            if heading or self._is_no_person(block, row, text):
                continue
            if not text:
                self._nameless(block, row, person_column)
                continue
            people = self._person(text)
            if not people:
                continue
            label = Slot()
            for column in parts:
                label = label.or_else(self._enter.slot_of(self._view.label(row, column)))
            self._read_person(block, days, row, person_column, people, phones, label)
        places.leave()

    def _note(self, block: Block, person_column: int, phones: list[int], parts: list[int]) -> None:
        uses = self._enter.findings.uses
        uses |= dict.fromkeys(phones, ColumnUse.PHONE) | dict.fromkeys(parts, ColumnUse.SHIFT)
        uses[person_column] = ColumnUse.NAME

    def _is_no_person(self, block: Block, row: int, text: str) -> bool:
        cells = self._view.cells(row)
        first = next(iter(cells.values()), "")
        if is_foot(text) or (is_foot(first) and not may_be_a_name(text)):
            return True
        if text and (len(text) > 30 or (is_no_name(text) and not is_han(text)) or (is_no_name(text) and len(text) > 1)):
            return True
        return not text and not any(c in block.days for c in cells)

    def _person(self, text: str) -> tuple[NamedPerson, ...]:
        if _LAST_NAME_FIRST.fullmatch(text) and text.isascii():
            return (NamedPerson(" ".join(text.split())),)
        return people_in(text) or self._odd_person(text)

    def _odd_person(self, text: str) -> tuple[NamedPerson, ...]:
        name = tidy_name(text)
        return (NamedPerson(name),) if name and len(name) <= 30 and any(c.isalpha() for c in name) else ()

    def _nameless(self, block: Block, row: int, person_column: int) -> None:
        said = [t for c in block.days if (t := self._view.text(row, c)) and not t.replace(".", "").isdecimal()]
        if len(said) * 3 >= len(block.days) and any(is_said(t) for t in said):
            self._enter.tally.ask(self._view.address(row, person_column), QuestionKind.NAME_MISSING, said[0])
            self._enter.fates.fail(row)

    def _read_person(
        self,
        block: Block,
        days: Mapping[int, MeantDay],
        row: int,
        person_column: int,
        people: tuple[NamedPerson, ...],
        phones: list[int],
        label: Slot,
    ) -> None:
        cell = (row, person_column)
        merge = self._view.grid.merge_at(*cell)
        top = merge.top if merge and merge.left == merge.right else row
        person = people[0]
        if len(people) > 1:
            self._enter.tally.ask(
                self._view.address(*cell), QuestionKind.NAME_SEVERAL, self._view.text(*cell), str(len(people))
            )
        elif self._enter.doubts(person, cell, people) is not EntryVerdict.OK and person.glued:
            return
        for person in people:
            phone = person.phone or self._phone(row, phones)
            name = self._enter.tally.see(replace(person, phone=phone), self._view.address(top, person_column))
            before = self._enter.entries
            self._read_days(replace(person, name=name), block, days, row, label)
            if self._enter.entries == before:
                self._enter.fates.imported(row)

    def _read_days(
        self, person: NamedPerson, block: Block, days: Mapping[int, MeantDay], row: int, label: Slot
    ) -> None:
        for column, day in days.items():
            text, at = self._view.across(row, column)
            if (row, at) in self._view.grid.unfinished or not text:
                continue
            slot = self._enter.slot_of(block.slots.get(column, "")).or_else(label)
            self._enter.of_person(person, text, (row, at), day, slot, row)

    def _phone(self, row: int, phones: list[int]) -> str | None:
        for column in phones:
            text = self._view.down(row, column)
            phone, doubt = read_phone(text)
            if doubt is not None and text:
                self._enter.tally.ask(self._view.address(row, column), QuestionKind.LIST_CELL, text, doubt.code.value)
            if phone:
                return phone
        return None

    def _is_phone_column(self, block: Block, column: int) -> bool:
        texts = [t for r in block.body[:LOOKED_AT] if (t := self._view.text(r, column))]
        return bool(texts) and sum(map(is_mobile, texts)) * 2 > len(texts)
