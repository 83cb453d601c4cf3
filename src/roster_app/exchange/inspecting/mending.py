"""A sheet with what the person wrote into its cells instead of what stood there."""

from collections.abc import Mapping
from dataclasses import replace

from roster_app.exchange.grids import MAX_COLUMNS, Grid, Place, trimmed


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
    """Where the address is one of this sheet, at most one row below its last."""
    place = grid.place_of(address)
    inside = place is not None and place[0] <= len(grid.rows) and place[1] < MAX_COLUMNS
    return place if inside else None
