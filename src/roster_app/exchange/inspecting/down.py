"""Sheets with days down the side: lists of duties, or days × people."""

from collections.abc import Mapping
from dataclasses import replace

from roster_app.domain.inspected import ColumnUse, LayoutGround, LayoutKind
from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.headings import plain_heading
from roster_app.exchange.inspecting.column_uses import LOOKED_AT_DOWN, Columns, ColumnSorter
from roster_app.exchange.inspecting.day_columns import DayColumn
from roster_app.exchange.inspecting.day_lines import MeantDay, Reading
from roster_app.exchange.inspecting.down_days import DownDays
from roster_app.exchange.inspecting.down_table import DownTable
from roster_app.exchange.inspecting.duty_rows import DutyRows
from roster_app.exchange.inspecting.entering import Entering
from roster_app.exchange.inspecting.row_facts import RowFacts
from roster_app.exchange.inspecting.said import codes_among_marks
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.people_in_cells import people_in
from roster_app.exchange.shift_words import is_part_of_day


class DownReader:
    """Reads one sheet with its days down the side."""

    def __init__(self, entering: Entering, reading: Reading) -> None:
        self._enter, self._reading = entering, reading

    def read(self, days: DayColumn) -> LayoutKind | None:
        """Everything below the header; nothing where no column names people."""
        told = self._enter.told
        table = DownTable(self._enter.view, days, told.header_row)
        columns = ColumnSorter(table, told.columns).sort()
        if not columns.names and not columns.marks:
            return None
        self._enter.fates.header_rows |= set(table.header_rows)
        self._note(days, columns)
        meant = DownDays(table, columns, self._enter, self._reading).resolve()
        if columns.names:
            return DutyRows(table, columns, self._enter, meant).read()
        return self._read_marks(table, columns, meant)

    def _note(self, days: DayColumn, columns: Columns) -> None:
        findings = self._enter.findings
        findings.ground = LayoutGround.DAYS_DOWN if days.column >= 0 else LayoutGround.DAY_IN_TITLE
        findings.column, findings.proof_column = days.column, days.weekday_column
        findings.uses |= columns.uses()
        for column, use in (
            (days.column, ColumnUse.DATE),
            (days.last_column, ColumnUse.LAST_DATE),
            (days.weekday_column, ColumnUse.WEEKDAY),
        ):
            if column is not None and column >= 0:
                findings.uses[column] = use

    def _read_marks(self, table: DownTable, columns: Columns, meant: Mapping[int, list[MeantDay]]) -> LayoutKind:
        """Days × people: names head the columns, codes or marks stand in the cells."""
        facts = RowFacts(table, columns, self._enter)
        row = table.header_rows[-1] if table.header_rows else table.days.first_row
        people = {c: people_in(table.heading(c))[0] for c in columns.marks}
        names = {c: self._enter.tally.see(person, table.view.address(row, c)) for c, person in people.items()}
        said = (table.view.text(r, c) for r in table.rows[:LOOKED_AT_DOWN] for c in columns.marks)
        self._enter.code_words = codes_among_marks(said)
        marks, codes = self._enter.marks, self._enter.codes
        for at in table.rows:
            if at not in meant or table.is_foot(at):
                continue
            for column, name in names.items():
                person = replace(people[column], name=name)
                for day in meant[at]:
                    self._enter.of_person(
                        person, table.view.text(at, column), (at, column), day, facts.row_slot(at), at
                    )
        if self._enter.marks - marks > self._enter.codes - codes:
            return LayoutKind.AVAILABILITY_MATRIX
        return LayoutKind.ROSTER_MATRIX


def day_of_sheet(view: SheetView, reading: Reading) -> DayColumn | None:
    """The one day of a sheet whose title names it and whose rows are shifts; every row below the header is its."""
    day = reading.hints.first
    header = next((r for r in view.filled if len(view.cells(r)) > 1), None)
    if day is None or reading.hints.last != day or header is None:
        return None
    rows = [r for r in view.filled if r > header]
    headings = [plain_heading(view.label(header, c)) for c in view.cells(header)]
    shifts = sum(any(is_part_of_day(t) or hours_in(t) for t in view.cells(r).values()) for r in rows)
    if not rows or not (shifts * 2 > len(rows) or any(is_part_of_day(heading) for heading in headings)):
        return None
    return DayColumn(-1, {row: (DayText(day.year, day.month, day.day),) for row in rows})
