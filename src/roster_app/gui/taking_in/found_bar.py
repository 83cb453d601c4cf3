"""Above the sheet: what was found and why, the columns, what is remembered of earlier files of this form."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.inspected import Corrections
from roster_app.gui.taking_in.column_chips import ColumnChips
from roster_app.gui.taking_in.first_day import sheets_without_days
from roster_app.gui.taking_in.sheet_lines import SheetLines
from roster_app.gui.taking_in.taking import Looked, Taking
from roster_app.gui.widgets import LinkButton, TextLabel, measures_of
from roster_app.i18n import _


class FoundBar(QWidget):
    """Each change is a correction."""

    sheet_chosen = Signal(str)

    def __init__(self, taking: Taking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taking = taking
        self.lines, self.columns = SheetLines(), ColumnChips()
        self.forget = LinkButton(_("Forget"), small=True)
        self._sheet = ""
        self._remembered = QWidget()
        row = QHBoxLayout(self._remembered)
        measures = measures_of(self)
        row.setContentsMargins(measures.px(22), 0, measures.px(22), 0)
        row.setSpacing(measures.near)
        row.addWidget(TextLabel(_("As last time: what you said of an earlier file of this form counts."), "second"))
        row.addWidget(self.forget)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, measures.near, 0, measures.tight)
        column.setSpacing(measures.tight)
        for part in (self.lines, self.columns, self._remembered):
            column.addWidget(part)
        self.lines.corrected.connect(taking.correct)
        self.lines.chosen.connect(self.sheet_chosen)
        self.columns.changed.connect(self._use_column)
        self.forget.clicked.connect(lambda _checked=False: taking.forget())

    def show_looked(self, looked: Looked, sheet: str) -> None:
        """Show what was found; the columns are those of one sheet."""
        self._sheet = sheet
        inspection = looked.plan.inspection
        without_days = sheets_without_days(inspection.questions)
        self.lines.show_sheets(inspection.sheets, _people_by_sheet(looked), self._taking.corrections, without_days)
        report = next((r for r in inspection.sheets if r.name == sheet), None)
        if columns := looked.plan.list_columns.get(sheet):
            self.columns.show_list(columns)
        else:
            self.columns.show_columns(report.columns if report is not None else ())
        self._remembered.setVisible(self._taking.remembered)

    def _use_column(self, column: int, use: object) -> None:
        corrections: Corrections = self._taking.corrections
        own = {**corrections.columns.get(self._sheet, {}), column: use}
        self._taking.correct(replace(corrections, columns={**corrections.columns, self._sheet: own}))  # type: ignore[dict-item]


def _people_by_sheet(looked: Looked) -> dict[str, int]:
    names = {cells.address: cells.name for cells in looked.sheets}
    found: dict[str, set[str]] = {}
    for person in looked.plan.inspection.people:
        for cell in person.cells:
            name = names.get(cell.rpartition("!")[0])
            if name is not None:
                found.setdefault(name, set()).add(person.name + person.phone)
    return {name: len(people) for name, people in found.items()}
