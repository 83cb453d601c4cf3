"""Names under days: periods × days, calendars, hours over names."""

import re
from collections.abc import Mapping

from roster_app.domain.inspected import ColumnUse, QuestionKind
from roster_app.domain.lists import ListField
from roster_app.exchange.cells import is_nothing
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.headings import field_of
from roster_app.exchange.inspecting.blocks import LOOKED_AT, Block, is_slot_column
from roster_app.exchange.inspecting.day_lines import MeantDay
from roster_app.exchange.inspecting.entering import Entering, Slot
from roster_app.exchange.inspecting.name_cells import known_names, names_somebody
from roster_app.exchange.inspecting.row_places import RowPlaces
from roster_app.exchange.people_in_cells import people_in
from roster_app.exchange.rows import is_foot
from roster_app.exchange.shift_words import is_away, is_no_name, mark_of

_INDEX = re.compile(r"[A-Za-z]?|\d+")


class NamesUnderDays:
    """Reads the names of one block."""

    def __init__(self, entering: Entering) -> None:
        self._enter, self._view = entering, entering.view

    def read(self, block: Block, days: Mapping[int, MeantDay]) -> None:
        """Names under the days: the row's labels tell the shift, hours in the cell above count for the one below."""
        known = known_names(self._view, block.body, block.days)
        label_columns = self._shift_columns(block)
        pending: dict[int, Slot] = {}
        shift_before = Slot()
        places = RowPlaces(self._enter, block)
        self._enter.findings.uses |= dict.fromkeys(label_columns, ColumnUse.SHIFT)
        for row in block.body:
            places.enter(row)
            first = next(iter(self._view.cells(row).values()), "")
            if is_foot(first) and not names_somebody(first):
                continue
            label = self._row_label(row, label_columns)
            if label.shift or label.start is not None:
                shift_before = label
            elif not any(self._view.text(row, c) for c in label_columns):
                label = shift_before
            for column, day in days.items():
                self._read_named(block, row, column, day, label, known, pending)
        places.leave()

    def _row_label(self, row: int, columns: list[int]) -> Slot:
        label = Slot()
        for column in columns:
            text = self._view.label(row, column)
            if not (found := field_of(text)) or found[0] is not ListField.NAME:
                label = label.or_else(self._enter.slot_of(text))
        return label

    def _shift_columns(self, block: Block) -> list[int]:
        """The label columns that tell shifts; where none does, the last one before the days."""
        told = self._enter.told.columns
        if chosen := [c for c, use in sorted(told.items()) if use is ColumnUse.SHIFT]:
            return chosen
        telling = [c for c in block.labels if is_slot_column(self._view, block, c) and c < max(block.days)]
        if telling:
            return telling
        rows = block.body[:LOOKED_AT]
        left = [c for c in block.labels if c < min(block.days)]
        words = [c for c in left if any(not _INDEX.fullmatch(self._view.text(r, c)) for r in rows)]
        return words[-1:]

    def _read_named(
        self,
        block: Block,
        row: int,
        column: int,
        day: MeantDay,
        label: Slot,
        known: set[str],
        pending: dict[int, Slot],
    ) -> None:
        text, at = self._view.across(row, column)
        if not text:
            return
        hours = hours_in(text)
        people = people_in(_without_hours(text) if hours else text, known)
        if not people:
            if hours and hours.sure:
                pending[column] = self._enter.slot_of(text)
                self._enter.fates.imported(row)
            elif not (is_nothing(text) or is_away(text) or mark_of(text) or is_no_name(text) or text.isdecimal()):
                self._enter.tally.ask(self._view.address(row, at), QuestionKind.NAME_ODD, text)
                self._enter.fates.wrong(row)
            return
        own = self._enter.slot_of(_hours_alone(text)) if hours else Slot()
        slot = own.or_else(pending.get(column, Slot()))
        heading = self._enter.slot_of(block.slots.get(column, ""))
        self._enter.of_names(people, (row, at), [day], slot.or_else(label).or_else(heading), row)


def _without_hours(text: str) -> str:
    hours = hours_in(text)
    return hours.rest if hours else text


def _hours_alone(text: str) -> str:
    hours = hours_in(text)
    return text.replace(hours.rest, " ").strip() if hours and hours.rest else text
