"""Every row of a file accounted for: rows in = imported + unchanged + skipped + wrong."""

from __future__ import annotations

from dataclasses import dataclass

from roster_app.domain.taking_in import EntryFate, PlannedEntry, PlannedPerson, Purpose, TakingPlan

_ORDER = (
    EntryFate.NEW, EntryFate.CHANGED, EntryFate.ASKED, EntryFate.WRONG, EntryFate.SAME, EntryFate.SKIPPED,
)  # fmt: skip
"""What counts for a row of several cells, first to last."""


@dataclass(frozen=True, slots=True)
class RowBalance:
    """rows = imported + unchanged + skipped + wrong; rows that wait for an answer stay out and count as wrong."""

    rows: int
    imported: int
    unchanged: int
    skipped: int
    wrong: int


def balance_of(plan: TakingPlan) -> RowBalance:
    """Every row that holds anything, by the best of what its cells came to."""
    ranks: dict[str, EntryFate] = {}
    planned = plan.people if plan.purpose is Purpose.PEOPLE else plan.entries
    for one in planned:
        for cell in _cells(one)[:1]:
            row = _row_of(cell)
            ranks[row] = min(one.fate, ranks.get(row, one.fate), key=_ORDER.index)
    rows = sum(sheet.rows_in for sheet in plan.inspection.sheets)
    fates = list(ranks.values())
    imported = sum(fate in (EntryFate.NEW, EntryFate.CHANGED) for fate in fates)
    wrong = sum(fate in (EntryFate.ASKED, EntryFate.WRONG) for fate in fates)
    unchanged = fates.count(EntryFate.SAME)
    rows = max(rows, imported + wrong + unchanged)
    return RowBalance(rows, imported, unchanged, rows - imported - wrong - unchanged, wrong)


def _cells(planned: PlannedPerson | PlannedEntry) -> tuple[str, ...]:
    return planned.seen.cells if isinstance(planned, PlannedPerson) else (planned.seen.cell,)


def _row_of(cell: str) -> str:
    """The cell's address without its column: Sheet1!9."""
    sheet, _mark, place = cell.rpartition("!")
    return f"{sheet}!{place.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
