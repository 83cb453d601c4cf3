"""Every row of a file accounted for: rows in = imported + unchanged + skipped + wrong."""

from __future__ import annotations

from dataclasses import dataclass

from roster_app.domain.taking_in import EntryFate, TakingPlan

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
    if plan.listed is not None:
        count = plan.count
        imported = count(EntryFate.NEW) + count(EntryFate.CHANGED)
        wrong = count(EntryFate.ASKED) + count(EntryFate.WRONG)
        return RowBalance(plan.rows_in, imported, count(EntryFate.SAME), count(EntryFate.SKIPPED), wrong)
    fates: dict[str, EntryFate] = {}
    for entry in plan.entries:
        row = _row_of(entry.seen.cell)
        fates[row] = min(entry.fate, fates.get(row, entry.fate), key=_ORDER.index)
    told = list(fates.values())
    imported = sum(fate in (EntryFate.NEW, EntryFate.CHANGED) for fate in told)
    wrong = sum(fate in (EntryFate.ASKED, EntryFate.WRONG) for fate in told)
    unchanged = told.count(EntryFate.SAME)
    rows = max(sum(sheet.rows_in for sheet in plan.inspection.sheets), imported + wrong + unchanged)
    return RowBalance(rows, imported, unchanged, rows - imported - wrong - unchanged, wrong)


def _row_of(cell: str) -> str:
    """The cell's address without its column: Sheet1!9."""
    sheet, _mark, place = cell.rpartition("!")
    return f"{sheet}!{place.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}"
