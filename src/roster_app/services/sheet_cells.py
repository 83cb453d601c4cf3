"""The cells of a file or a pasted table as they are written, for whoever shows them beside what was read of them."""

from dataclasses import dataclass

from roster_app.exchange.grids import column_letter
from roster_app.services.taking_in import Source


@dataclass(frozen=True, slots=True)
class SheetCells:
    """One sheet; rows and columns from 0, rows of any length."""

    name: str
    address: str
    """The name as it stands in addresses of cells."""
    rows: tuple[tuple[str, ...], ...]

    @property
    def width(self) -> int:
        """The number of columns that hold anything."""
        return max(map(len, self.rows), default=0)

    def text(self, row: int, column: int) -> str:
        """What stands in the cell; an empty text beyond the edge."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else ""

    def cell(self, row: int, column: int) -> str:
        """How the cell is named: Sheet1!C9."""
        return f"{self.address}!{letter(column)}{row + 1}"


def letter(column: int) -> str:
    """A, B, … for columns from 0."""
    return column_letter(column)


def cells_of(source: Source) -> tuple[SheetCells, ...]:
    """Every sheet that holds anything; raises DomainError for what cannot be read."""
    return tuple(SheetCells(grid.name, grid.address(0, 0).rpartition("!")[0], grid.rows) for grid in source.grids)
