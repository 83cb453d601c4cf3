"""A list of volunteers read from a spreadsheet: one source of `ReadList`; sign-up chains will be another."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.lists import ListField, ReadList, SkippedRow, VolunteerDraft
from roster_app.exchange.column_contents import plausible_names
from roster_app.exchange.grids import Grid
from roster_app.exchange.layouts import Layout, find_layout
from roster_app.exchange.rows import read_row
from roster_app.exchange.spreadsheets import read_grids


def read(path: Path) -> ReadList:
    """The list of people in a file, from the sheet that names most; refuses a file that is none.

    One bad cell never stops the others: it is named in its draft's problems.
    """
    laid_out = [(grid, layout) for grid in read_grids(path) if (layout := find_layout(grid))]
    if not laid_out:
        raise DomainError(ErrorCode.NO_NAME_COLUMN, path=path.name)
    grid, layout = max(laid_out, key=lambda found: plausible_names(*_names(*found)))
    return read_list(path.name, grid, layout)


def as_one(source: str, lists: Sequence[ReadList]) -> ReadList:
    """Several sheets' people as one list, in the order of the sheets."""
    if not lists:
        return ReadList(source)
    return replace(
        lists[0],
        drafts=tuple(draft for one in lists for draft in one.drafts),
        skipped=tuple(row for one in lists for row in one.skipped),
        columns=tuple(column for one in lists for column in one.columns),
    )


def read_list(source: str, grid: Grid, layout: Layout) -> ReadList:
    """The people of one sheet under a given layout: found by `find_layout`, or chosen by the coordinator."""
    drafts: list[VolunteerDraft] = []
    skipped: list[SkippedRow] = []
    for row in range(layout.first_row, len(grid.rows)):
        said = read_row(grid, layout, row)
        if isinstance(said, VolunteerDraft):
            drafts.append(said)
        elif said is not None:
            skipped.append(said)
    header_rows = tuple(row + 1 for row in layout.header_rows)
    return ReadList(source, tuple(drafts), layout.described, tuple(skipped), grid.name, header_rows)


def _names(grid: Grid, layout: Layout) -> tuple[Grid, int, int]:
    return grid, layout.first_row, layout.columns[ListField.NAME]
