"""What the person told of one sheet, and the sheet without what that leaves out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from roster_app.domain.inspected import ColumnUse, Corrections, LayoutKind
from roster_app.exchange.grids import Grid, trimmed


@dataclass(frozen=True, slots=True)
class Told:
    """Corrections of one sheet; rows and columns from 0."""

    layout: LayoutKind | None = None
    header_row: int | None = None
    columns: Mapping[int, ColumnUse] = field(default_factory=dict)
    first_day: date | None = None

    @property
    def anything(self) -> bool:
        """Whether the sheet is read otherwise than it stands there, because the person said so."""
        return self.layout is not None or self.header_row is not None or bool(self.columns)

    def first(self, use: ColumnUse) -> int | None:
        """The column told to hold this."""
        return next((column for column, told in sorted(self.columns.items()) if told is use), None)


def told_of(sheet: str, corrections: Corrections) -> Told:
    """What concerns this sheet."""
    row = corrections.header_rows.get(sheet)
    return Told(
        corrections.layouts.get(sheet),
        row - 1 if row is not None and row > 0 else None,
        corrections.columns.get(sheet, {}),
        corrections.days_from.get(sheet),
    )


def without_ignored(grid: Grid, told: Told) -> Grid:
    """The sheet without the columns to be ignored and the rows above the header."""
    ignored = {column for column, use in told.columns.items() if use is ColumnUse.IGNORE}
    top = told.header_row or 0
    if not ignored and not top:
        return grid
    rows = (
        () if at < top else tuple("" if column in ignored else text for column, text in enumerate(row))
        for at, row in enumerate(grid.rows)
    )
    return replace(
        grid,
        rows=trimmed(rows),
        merges=tuple(m for m in grid.merges if m.top >= top and not (m.left in ignored and m.left == m.right)),
        values={p: value for p, value in grid.values.items() if p[0] >= top and p[1] not in ignored},
        unfinished={p: formula for p, formula in grid.unfinished.items() if p[0] >= top and p[1] not in ignored},
    )
