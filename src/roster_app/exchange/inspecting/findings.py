"""How a sheet was understood: its ground, its columns, and a mark by which the same form is known again."""

import hashlib
import re
from collections.abc import Mapping

from roster_app.domain.inspected import ColumnUse, LayoutGround, LayoutKind, LayoutReason, SeenColumn
from roster_app.exchange.grids import column_letter
from roster_app.exchange.headings import plain_heading
from roster_app.exchange.inspecting.sheet_view import SheetView


class Findings:
    """Filled by the reader of one sheet."""

    def __init__(self) -> None:
        self.uses: dict[int, ColumnUse] = {}
        self.ground = LayoutGround.NOTHING_FOUND
        self.rows: set[int] = set()
        self.column: int | None = None
        self.proof_rows: set[int] = set()
        self.proof_column: int | None = None

    def reason(self, view: SheetView, told: bool) -> LayoutReason:
        """The ground in facts."""
        return LayoutReason(
            self.ground,
            tuple(sorted(row + 1 for row in self.rows)),
            column_letter(self.column) if self.column is not None and self.column >= 0 else "",
            view.days_found,
            view.proven,
            view.contradicted,
            tuple(sorted(row + 1 for row in self.proof_rows)),
            column_letter(self.proof_column) if self.proof_column is not None else "",
            told,
        )


def seen_columns(view: SheetView, header_rows: set[int], uses: Mapping[int, ColumnUse]) -> tuple[SeenColumn, ...]:
    """Every column that holds anything, with what heads it."""
    filled = {column for row in view.filled[:300] for column in view.cells(row)} | set(uses)
    return tuple(
        SeenColumn(column_letter(c), _heading(view, header_rows, c), uses.get(c, ColumnUse.IGNORE))
        for c in sorted(filled)
    )


def _heading(view: SheetView, header_rows: set[int], column: int) -> str:
    rows = [row for row in sorted(header_rows) if len(view.cells(row)) > 1 or len(header_rows) == 1]
    texts = (view.label(row, column) for row in rows)
    return " ".join(dict.fromkeys(text for text in texts if text))


def fingerprint_of(layout: LayoutKind, columns: tuple[SeenColumn, ...]) -> str:
    """Equal for the same form with other days and people, so that a mapping can be remembered."""
    heads: list[str] = []
    for column in columns:
        about_days = column.use in (ColumnUse.DAY, ColumnUse.MARK)
        head = column.use.value if about_days else re.sub(r"\d+", "#", plain_heading(column.heading))
        if not heads or heads[-1] != head:
            heads.append(head)
    return hashlib.sha256("\x1f".join((layout.value, *heads)).encode()).hexdigest()[:16]
