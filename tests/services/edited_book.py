"""A roster's workbook in the hands of somebody with a spreadsheet: cells found by what they are about, then changed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from roster_app.exchange import roster_marks as marks


class EditedBook:
    """The workbook of a file; `save` writes it back."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book: Workbook = load_workbook(path)

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path

    def sheet(self, mark: str) -> Worksheet:
        return next(sheet for sheet in self.book.worksheets if self._key_row(sheet, mark))

    def holder(self, duty_id: int) -> Cell:
        """The list's open cell of a duty."""
        sheet = self.sheet(marks.LIST)
        return sheet.cell(self.row(sheet, duty_id), self.column(sheet, marks.LIST, marks.HOLDER))

    def codes(self, volunteer_id: int, day: date) -> Cell:
        """The table's open cell of a person and a day."""
        sheet = self.sheet(marks.TABLE)
        return sheet.cell(self.row(sheet, volunteer_id), self.column(sheet, marks.TABLE, day.isoformat()))

    def row(self, sheet: Worksheet, about: int) -> int:
        return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == str(about))

    def column(self, sheet: Worksheet, mark: str, key: str) -> int:
        row = self._key_row(sheet, mark)
        return next(c for c in range(1, sheet.max_column + 1) if sheet.cell(row, c).value == key)

    def rows_below(self, mark: str) -> tuple[int, int]:
        """The first and the last row that are about something."""
        sheet = self.sheet(mark)
        first = self._key_row(sheet, mark) + 1
        last = first
        while str(sheet.cell(last + 1, 1).value or "").isdecimal():
            last += 1
        return first, last

    def reorder(self, mark: str, order: Callable[[list[list[object]]], list[list[object]]]) -> None:
        """Rearrange whole rows, as sorting does."""
        sheet, (first, last) = self.sheet(mark), self.rows_below(mark)
        rows = [[cell.value for cell in sheet[row]] for row in range(first, last + 1)]
        for row, values in enumerate(order(rows), start=first):
            for column, value in enumerate(values, start=1):
                sheet.cell(row, column).value = value

    def move_column_last(self, mark: str, key: str) -> None:
        """Cut a column and paste it behind the others."""
        sheet = self.sheet(mark)
        source, target = self.column(sheet, mark, key), sheet.max_column + 1
        for row in range(self._key_row(sheet, mark), self.rows_below(mark)[1] + 1):
            sheet.cell(row, target).value = sheet.cell(row, source).value
            sheet.cell(row, source).value = None

    @staticmethod
    def _key_row(sheet: Worksheet, mark: str) -> int:
        return next((row for row in range(1, 12) if sheet.cell(row, 1).value == mark), 0)
