"""Sheets that list volunteers and no days: read as the import of volunteers reads them."""

from dataclasses import replace

from roster_app.domain.imports import Fate, ListedNames, plan_import
from roster_app.domain.inspected import LayoutKind, QuestionKind
from roster_app.domain.lists import CellProblem, ListField, VolunteerDraft
from roster_app.exchange.column_contents import plausible_names
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.inspecting.tally import RowFates, Tally
from roster_app.exchange.layouts import Layout, find_layout
from roster_app.exchange.people_in_cells import NamedPerson
from roster_app.exchange.volunteers_in import read_list


def read_people(view: SheetView, tally: Tally, fates: RowFates) -> LayoutKind:
    """The people of the sheet with every cell in doubt; a repeated person is one."""
    layout = find_layout(view.grid)
    if layout is None or not _names_anybody(view, layout):
        header = layout is not None and layout.header_rows and len(layout.columns) > 1
        fates.header_rows |= set(layout.header_rows) if layout and header else set()
        rest = layout is not None and bool(header) and view.filled[-1] > layout.header_rows[-1]
        return LayoutKind.TEMPLATE if header and not rest else LayoutKind.NONE
    found = read_list(view.grid.name, view.grid, layout)
    plan = plan_import(found, [], ListedNames({}, {}, {}))
    fates.header_rows |= set(layout.header_rows)
    for row in plan.rows:
        _take(row.draft, row.fate, tally, fates)
    for problem in plan.problems:
        tally.ask(problem.address, QuestionKind.LIST_CELL, problem.text, f"{problem.code.value} {problem.hint}".strip())
    return LayoutKind.VOLUNTEER_LIST


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
