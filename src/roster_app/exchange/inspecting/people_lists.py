"""Sheets that list volunteers and no days: read as the import of volunteers reads them."""

from dataclasses import replace

from roster_app.domain.imports import Fate, ListedNames, plan_import
from roster_app.domain.inspected import ColumnUse, Corrections, LayoutGround, LayoutKind, QuestionKind
from roster_app.domain.lists import CellProblem, Ground, ListColumn, ListField, ReadList, VolunteerDraft
from roster_app.exchange.column_contents import plausible_names
from roster_app.exchange.grids import Grid, column_letter
from roster_app.exchange.inspecting.entering import Entering
from roster_app.exchange.inspecting.findings import Findings
from roster_app.exchange.inspecting.mending import mended
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.inspecting.tally import RowFates, Tally
from roster_app.exchange.inspecting.told import Told, told_of, without_ignored
from roster_app.exchange.layouts import Layout, find_layout
from roster_app.exchange.people_in_cells import NamedPerson
from roster_app.exchange.volunteers_in import read_list


def read_people(entering: Entering) -> LayoutKind:
    """The people of the sheet with every cell in doubt; a repeated person is one."""
    view, tally, fates = entering.view, entering.tally, entering.fates
    layout = _told_layout(find_layout(view.grid), entering.told)
    _note(layout, entering.findings)
    if layout is None or not _names_anybody(view, layout):
        header = layout is not None and layout.header_rows and len(layout.columns) > 1
        fates.header_rows |= set(layout.header_rows) if layout and header else set()
        rest = layout is not None and bool(header) and view.filled[-1] > layout.header_rows[-1]
        entering.findings.ground = LayoutGround.HEADINGS_ONLY if header else LayoutGround.NOTHING_FOUND
        return LayoutKind.TEMPLATE if header and not rest else LayoutKind.NONE
    found = read_list(view.grid.name, view.grid, layout)
    plan = plan_import(found, [], ListedNames({}, {}, {}))
    fates.header_rows |= set(layout.header_rows)
    for row in plan.rows:
        _take(row.draft, row.fate, tally, fates)
    for problem in plan.problems:
        tally.ask(problem.address, QuestionKind.LIST_CELL, problem.text, f"{problem.code.value} {problem.hint}".strip())
    return LayoutKind.VOLUNTEER_LIST


def listed_people(grid: Grid, source: str, corrections: Corrections) -> ReadList | None:
    """The people of a sheet with all that an import of volunteers keeps; nothing where no column holds names."""
    told = told_of(grid.name, corrections)
    whole = mended(grid, corrections.mends)
    kept = without_ignored(whole, told)
    layout = _told_layout(find_layout(kept), told)
    if layout is None:
        return None
    if told.columns:
        layout = replace(layout, described=_described(find_layout(whole), layout, told))
    return read_list(source, kept, layout)


_FIELDS = {
    ColumnUse.NAME: ListField.NAME,
    ColumnUse.PHONE: ListField.PHONE,
    ColumnUse.ROLE: ListField.TITLE,
    ColumnUse.PLACE: ListField.AREA,
}
_OF_LISTS = {
    ColumnUse.AFFILIATION: ListField.AFFILIATION,
    ColumnUse.CREW: ListField.CREW,
    ColumnUse.QUALIFICATIONS: ListField.QUALIFICATIONS,
    ColumnUse.NOTE: ListField.NOTE,
}
_TOLD = _FIELDS | _OF_LISTS


def _told_layout(layout: Layout | None, told: Told) -> Layout | None:
    """The layout with the columns and the header that the person told."""
    columns = {_TOLD[use]: column for column, use in sorted(told.columns.items()) if use in _TOLD}
    rows = layout.header_rows if layout else ()
    rows = rows if told.header_row is None else (told.header_row,)
    kept = {f: c for f, c in layout.columns.items() if c not in told.columns} if layout else {}
    kept |= columns
    if ListField.NAME not in kept:
        return None
    return replace(layout, columns=kept, header_rows=rows) if layout else Layout(kept, (), rows)


def _described(before: Layout | None, layout: Layout, told: Told) -> tuple[ListColumn, ...]:
    """Every column, those left out by the person too, with what it was told to hold."""
    found = {column.letter: column for part in (before, layout) if part for column in part.described}
    fields = {column_letter(column): field for field, column in layout.columns.items()}
    chosen = {column_letter(column) for column in told.columns}
    return tuple(
        replace(
            column,
            field=fields.get(column.letter),
            ground=Ground.CHOSEN if column.letter in chosen else column.ground,
        )
        for column in found.values()
    )


def _note(layout: Layout | None, findings: Findings) -> None:
    if layout is not None:
        findings.ground = LayoutGround.PEOPLE_HEADED if layout.header_rows else LayoutGround.PEOPLE_BY_CONTENT
        findings.rows, findings.column = set(layout.header_rows), layout.columns[ListField.NAME]
        findings.uses |= {c: use for use, f in _FIELDS.items() if (c := layout.columns.get(f)) is not None}


def _names_anybody(view: SheetView, layout: Layout) -> bool:
    return plausible_names(view.grid, layout.first_row, layout.columns[ListField.NAME]) > 0


def _take(draft: VolunteerDraft, fate: Fate, tally: Tally, fates: RowFates) -> None:
    row = draft.row - 1
    if fate is Fate.WRONG:
        fates.fail(row)
        if draft.name and not any(p.code in _NO_NAME for p in draft.problems):
            tally.see(NamedPerson(draft.name, draft.phone), draft.address)
        return
    tally.see(replace(NamedPerson(draft.name), phone=draft.phone), draft.address)
    if fate is Fate.SKIPPED:
        fates.unchanged(row)
    else:
        fates.imported(row)


_NO_NAME = frozenset((CellProblem.NAME_MISSING, CellProblem.NAME_ODD, CellProblem.NAME_SEVERAL))
