"""The workbook of what stays out of an import: rows with the sentences of what is wrong in them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from roster_app.domain.inspected import Question, QuestionKind
from roster_app.domain.taking_in import EntryFate, Obstacle, PlannedEntry, TakingPlan
from roster_app.exchange.grids import Grid
from roster_app.exchange.rejected_book import rejected_book, rejected_sheet
from roster_app.i18n import _
from roster_app.services.words.imports import what_is_wrong
from roster_app.services.words.taking_in import sentence_of_obstacle, sentence_of_person, sentence_of_question

_OF_ONE_ROW = frozenset(
    (
        QuestionKind.NO_SUCH_DAY,
        QuestionKind.CELL_ODD,
        QuestionKind.NAME_ODD,
        QuestionKind.NAME_MISSING,
        QuestionKind.NAME_SEVERAL,
        QuestionKind.NOBODY,
    )
)
_STAYS_OUT = frozenset((EntryFate.WRONG, EntryFate.ASKED))


def rejected_workbook(plan: TakingPlan, grids: Sequence[Grid], at: datetime) -> tuple[bytes, int]:
    """The workbook, and how many rows of the file it holds."""
    wrong = dict(_wrong_cells(plan))
    read = [*wrong, *(entry.seen.cell for entry in plan.entries)]
    read += [cell for person in plan.people for cell in person.seen.cells]
    headers = {sheet.name: sheet.header_rows for sheet in plan.inspection.sheets}
    if plan.listed:
        headers[plan.listed.found.sheet] = plan.listed.found.header_rows
    found = (rejected_sheet(grid, headers.get(grid.name, ()), read, wrong) for grid in grids)
    sheets = [sheet for sheet in found if sheet is not None]
    return rejected_book(sheets, _("Rows left out"), at), sum(len(sheet.rejected) for sheet in sheets)


def _wrong_cells(plan: TakingPlan) -> Iterator[tuple[str, str]]:
    """Each cell that keeps something out, with all that is wrong in it."""
    asked: dict[str, list[Question]] = defaultdict(list)
    for question in plan.inspection.questions:
        asked[question.cell].append(question)
        asked[_row(question.cell)].append(question)
    cells: dict[str, list[str]] = defaultdict(list)
    if plan.listed is None:
        for entry in plan.entries:
            if entry.fate in _STAYS_OUT:
                cells[entry.seen.cell] += _of_entry(entry, asked)
        cells |= _without_entries(plan, asked)
    else:
        for row, person in zip(plan.listed.rows, plan.people, strict=True):
            if person.fate in _STAYS_OUT:
                told = [what_is_wrong(problem) for problem in row.draft.problems]
                cells[row.draft.address] += told or [sentence_of_person(person)]
    yield from ((cell, _("; ").join(dict.fromkeys(filter(None, told)))) for cell, told in cells.items())


def _without_entries(plan: TakingPlan, asked: dict[str, list[Question]]) -> dict[str, list[str]]:
    """Cells asked about in rows that nothing was read of."""
    read = {_row(entry.seen.cell) for entry in plan.entries}
    cells = {q.cell for q in plan.inspection.questions if q.kind in _OF_ONE_ROW and _row(q.cell) not in read}
    return {cell: [sentence_of_question(question) for question in asked[cell]] for cell in sorted(cells)}


def _row(cell: str) -> str:
    """Sheet and row of an address, as a key beside the addresses."""
    sheet, _mark, place = cell.rpartition("!")
    return f"{sheet}!{place.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"


def _of_entry(entry: PlannedEntry, asked: dict[str, list[Question]]) -> list[str]:
    cell = entry.seen.cell
    questions = [sentence_of_question(question) for question in asked.get(cell) or asked.get(_row(cell)) or []]
    if entry.obstacle is Obstacle.IN_DOUBT and questions:
        return questions
    return [sentence_of_obstacle(entry)]
