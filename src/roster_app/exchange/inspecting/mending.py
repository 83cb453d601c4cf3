"""A sheet with what the person wrote into its cells instead of what stood there."""

import re
from collections.abc import Mapping
from dataclasses import replace

from roster_app.exchange.grids import MAX_COLUMNS, Grid, Place, trimmed
from roster_app.exchange.inspecting.sheet_view import column_of

_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")


def mended(grid: Grid, mends: Mapping[str, str]) -> Grid:
    """The sheet with the texts of `mends`, by addresses such as Sheet1!C9; those of other sheets are left alone."""
    of_sheet = {place: text for address, text in mends.items() if (place := _place(grid, address))}
    if not of_sheet:
        return grid
    rows = [list(row) for row in grid.rows]
    for (row, column), text in of_sheet.items():
        rows.extend([] for _ in range(row + 1 - len(rows)))
        rows[row].extend("" for _ in range(column + 1 - len(rows[row])))
        rows[row][column] = text
    return replace(
        grid,
        rows=trimmed(rows),
        values={place: value for place, value in grid.values.items() if place not in of_sheet},
        unfinished={place: formula for place, formula in grid.unfinished.items() if place not in of_sheet},
    )


def _place(grid: Grid, address: str) -> Place | None:
    """Row and column from 0, where the address is one of this sheet, at most one row below its last."""
    _sheet, _mark, cell = address.rpartition("!")
    found = _CELL.fullmatch(cell)
    if found is None:
        return None
    row, column = int(found[2]) - 1, column_of(found[1])
    inside = row <= len(grid.rows) and column < MAX_COLUMNS
    return (row, column) if inside and grid.address(row, column) == address else None
