"""A roster's workbook that comes back: what was written in it, and what its sheets say now, cell by cell."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import DutyId, PeriodId, VolunteerId
from roster_app.domain.returned import CellText, DutyLine, PersonLine, Returned, Written, WrittenDuty
from roster_app.exchange import roster_marks as marks
from roster_app.exchange.grids import Grid
from roster_app.exchange.spreadsheets import read_all_sheets

_LABEL_FROM, _LABEL_TO = 5, 5 + len(marks.LABEL)


def read_roster_book(path: Path) -> Returned:
    """Whatever became of names and order of its sheets, rows and columns. Refuses (FILE_NO_ROSTER) other workbooks.

    Reads what Excel, WPS and LibreOffice save: .xlsx, .xls, .ods.
    """
    grids = read_all_sheets(path)
    written = next((grid for grid in grids if grid.text(0, 0) == marks.WRITTEN), None)
    if written is None:
        raise DomainError(ErrorCode.FILE_NO_ROSTER, path=path.name)
    if written.text(0, 1) != marks.VERSION:
        raise DomainError(ErrorCode.FILE_NEWER, path=path.name)
    listed, table = _sheet(grids, marks.LIST), _sheet(grids, marks.TABLE)
    unread: list[CellText] = []
    try:
        return Returned(
            path.name,
            _written(written),
            listed[0].name if listed else "",
            tuple(_duty_lines(*listed)) if listed else (),
            table[0].name if table else "",
            tuple(_person_lines(*table, unread)) if table else (),
            tuple(unread),
        )
    except (ValueError, IndexError) as error:
        raise DomainError(ErrorCode.FILE_NO_ROSTER, path=path.name) from error


def _sheet(grids: Sequence[Grid], mark: str) -> tuple[Grid, int] | None:
    """The first sheet with this mark, and the row of its keys."""
    for grid in grids:
        for row, cells in enumerate(grid.rows):
            if mark in cells:
                return grid, row
    return None


def _written(grid: Grid) -> Written:
    head, rows = grid.rows[0], grid.rows[1:]
    duties = [row for row in rows if row and row[0] == marks.DUTY_ROW]
    people = [row for row in rows if row and row[0] == marks.PERSON_ROW]
    return Written(
        PeriodId(int(head[2])),
        date.fromisoformat(head[3]),
        tuple(_written_duty(row) for row in duties),
        {VolunteerId(int(row[1])): row[2] for row in people},
    )


def _written_duty(row: Sequence[str]) -> WrittenDuty:
    holder = VolunteerId(int(row[2])) if row[2] else None
    return WrittenDuty(
        DutyId(int(row[1])), holder, date.fromisoformat(row[3]), row[4], tuple(row[_LABEL_FROM:_LABEL_TO])
    )


def _keys(grid: Grid, key_row: int) -> dict[str, int]:
    """Where each column of the key row stands; of two alike the first."""
    keys: dict[str, int] = {}
    for column, key in enumerate(grid.rows[key_row]):
        keys.setdefault(key, column)
    return keys


def _duty_lines(grid: Grid, key_row: int) -> Iterator[DutyLine]:
    keys = _keys(grid, key_row)
    ids = keys[marks.LIST]
    holder = keys.get(marks.HOLDER)
    if holder is None or any(key not in keys for key in marks.LABEL):
        raise ValueError(marks.LIST)
    for row in _rows_below(grid, key_row):
        cells = [(column, text) for column, text in enumerate(grid.rows[row]) if text.strip() and column != ids]
        known = _id(grid.text(row, ids))
        if not cells and known is None:
            continue
        first = cells[0][0] if cells else holder
        yield DutyLine(
            None if known is None else DutyId(known),
            tuple(grid.text(row, keys[key]) for key in marks.LABEL),
            _cell(grid, row, holder),
            _cell(grid, row, first),
        )


def _person_lines(grid: Grid, key_row: int, unread: list[CellText]) -> Iterator[PersonLine]:
    """Rows with a name; what stands in a day's cell of a row without one is not read, and told."""
    keys = _keys(grid, key_row)
    ids, name = keys[marks.TABLE], keys.get(marks.NAME)
    if name is None:
        raise ValueError(marks.TABLE)
    days = {day: column for key, column in keys.items() if (day := _day(key)) is not None}
    for row in _rows_below(grid, key_row):
        if grid.text(row, ids) == marks.FOOT:
            continue
        cells = {day: _cell(grid, row, column) for day, column in days.items()}
        if grid.text(row, name).strip():
            known = _id(grid.text(row, ids))
            yield PersonLine(None if known is None else VolunteerId(known), _cell(grid, row, name), cells)
        else:
            unread += [cell for cell in cells.values() if cell.text.strip()]


def _rows_below(grid: Grid, key_row: int) -> range:
    return range(key_row + 1, len(grid.rows))


def _cell(grid: Grid, row: int, column: int) -> CellText:
    return CellText(grid.address(row, column), grid.text(row, column))


def _id(text: str) -> int | None:
    plain = text.strip()
    return int(plain) if plain.isascii() and plain.isdecimal() else None


def _day(key: str) -> date | None:
    try:
        return date.fromisoformat(key)
    except ValueError:
        return None
