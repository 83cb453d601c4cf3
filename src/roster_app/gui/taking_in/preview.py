"""The middle of the wizard: the sheet with its verdicts at the left, questions and the cell in hand at the right."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from roster_app.domain.taking_in import Purpose
from roster_app.gui.taking_in.ask_list import AskList
from roster_app.gui.taking_in.asking import COUNT, MAKE, Ask, answered, asks_of
from roster_app.gui.taking_in.cell_fates import CellFate, fates_of_cells
from roster_app.gui.taking_in.cell_panel import CellPanel
from roster_app.gui.taking_in.first_day import days_supposed
from roster_app.gui.taking_in.sheet_table import SheetTable
from roster_app.gui.taking_in.taking import Looked, Taking
from roster_app.gui.taking_in.verdicts import TONES, Verdict, verdict_name
from roster_app.gui.widgets import ChoiceField, Hairline, Pill, PillRow, measures_of
from roster_app.i18n import _
from roster_app.services.words import purpose_name

ONLY_THEN, WISHED = "only_then", "wished"


class Preview(QWidget):
    """Answers go to the taking; what comes back is shown in place."""

    shift_wished = Signal(object)  # the Ask about a shift that is to be made

    def __init__(self, taking: Taking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taking = taking
        self._fates: dict[str, CellFate] = {}
        self.sheet = ""
        self.table, self.asks, self.cell = SheetTable(), AskList(), CellPanel()
        self.pills = PillRow()
        self.only_open = QCheckBox(_("Only what needs an answer"))
        self.purpose = ChoiceField((p.value, purpose_name(p)) for p in Purpose)
        self.purpose.setAccessibleName(_("Taken as"))
        self.coming = ChoiceField(((ONLY_THEN, _("Can come only then")), (WISHED, _("Would like to come then"))))
        self.coming.setAccessibleName(_("What a mark means"))
        self.coming.setToolTip(
            _(
                "Only then: at all other times these people are not assigned. "
                "Would like: they may be assigned at other times too, and at these times rather than others."
            )
        )
        self.add_people = QCheckBox(_("Add people the team does not know"))
        self._lay_out()
        self._connect()

    def show_looked(self, looked: Looked) -> None:
        """Show a plan; sheet, cell and scroll stay where they are."""
        plan = looked.plan
        names = [cells.name for cells in looked.sheets]
        if self.sheet not in names:
            read = [report.name for report in plan.inspection.sheets if report.imported or report.wrong]
            self.sheet = next(iter((*read, *names)), "")
        self._fates = fates_of_cells(plan)
        self.show_sheet(self.sheet)
        self.asks.ask(asks_of(plan), looked.directory)
        self.purpose.choose(plan.purpose.value)
        self.coming.choose(WISHED if self._taking.answers.as_wishes else ONLY_THEN)
        self.coming.setVisible(plan.purpose is Purpose.AVAILABILITY)
        self.add_people.setChecked(self._taking.answers.add_people)
        self.add_people.setVisible(plan.purpose is not Purpose.PEOPLE)
        self.pills.show_pills(self._pills())
        self._show_cell()

    def show_sheet(self, name: str) -> None:
        """Bring a sheet into sight."""
        looked = self._taking.latest
        if looked is None:
            return
        self.sheet = name
        cells = next((c for c in looked.sheets if c.name == name), None)
        report = next((r for r in looked.plan.inspection.sheets if r.name == name), None)
        if cells is not None:
            self.table.sheet_model.show_sheet(cells, report, self._fates, self._taking.corrections.mends)

    def go_to(self, cell: str) -> None:
        """Bring a cell into sight, in whichever sheet it is, and put the keyboard there."""
        looked = self._taking.latest
        address = cell.rpartition("!")[0]
        sheet = next((c.name for c in looked.sheets if c.address == address), None) if looked else None
        if sheet is not None and sheet != self.sheet:
            self.show_sheet(sheet)
        if not self.table.go_to(cell) and self.only_open.isChecked():
            self.only_open.setChecked(False)
            self.table.go_to(cell)
        self.table.setFocus()

    def go_on(self, step: int) -> None:
        """To the next cell that needs an answer, or the one before."""
        cells = self.table.sheet_model.cells_to_answer()
        if not cells:
            return
        current = self.table.currentIndex()
        here = self.table.sheet_model.address(current) if current.isValid() else ""
        at = cells.index(here) + step if here in cells else 0 if step > 0 else -1
        self.go_to(cells[at % len(cells)])

    def _count(self, cells: tuple[str, ...]) -> None:
        answers, own = self._taking.answers, frozenset(cells)
        if own:
            self._taking.answer(replace(answers, counted=answers.counted | own, left_out=answers.left_out - own))

    def _omit(self, cells: tuple[str, ...]) -> None:
        """Leave cells out, or take them in again where all of them are left out."""
        answers, own = self._taking.answers, frozenset(cells)
        if own:
            left_out = answers.left_out - own if own <= answers.left_out else answers.left_out | own
            self._taking.answer(replace(answers, counted=answers.counted - own, left_out=left_out))

    def _answer(self, ask: Ask, choice: str) -> None:
        if choice == MAKE:
            self.shift_wished.emit(ask)
        elif choice == COUNT and (days := self._days_supposed(ask)):
            told = self._taking.corrections
            self._taking.correct(replace(told, days_from={**told.days_from, **days}))
        else:
            self._taking.answer(answered(self._taking.answers, ask, choice))

    def _days_supposed(self, ask: Ask) -> dict[str, date]:
        looked = self._taking.latest
        return days_supposed(looked.plan, ask.cells) if looked is not None else {}

    def _show_cell(self) -> None:
        model, index = self.table.sheet_model, self.table.currentIndex()
        if index.isValid():
            text, written = model.text(index), model.as_written(index)
            self.cell.show_cell(model.address(index), text, written, model.fate(index))
        else:
            self.cell.show_cell("", "", "", None)

    def _pills(self) -> list[Pill]:
        pills = []
        for verdict in Verdict:
            count = sum(fate.verdict is verdict for fate in self._fates.values())
            if count:
                pills.append(Pill(verdict_name(verdict), str(count), TONES[verdict], leads=verdict.needs_answer))
                if verdict.needs_answer:
                    pills[-1].clicked.connect(lambda: self.go_on(1))
        return pills

    def _lay_out(self) -> None:
        measures = measures_of(self)
        bar = QHBoxLayout()
        bar.setContentsMargins(measures.px(22), measures.tight, measures.px(22), measures.near)
        bar.setSpacing(measures.apart)
        bar.addWidget(self.purpose)
        bar.addWidget(self.coming)
        bar.addWidget(self.add_people)
        bar.addWidget(self.pills, 1)
        bar.addWidget(self.only_open)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.asks, 1)
        column.addWidget(Hairline())
        column.addWidget(self.cell)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        halves.addWidget(self.table)
        halves.addWidget(right)
        halves.setSizes([measures.px(840), measures.px(330)])
        halves.setStretchFactor(0, 1)
        halves.setStretchFactor(1, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(bar)
        whole.addWidget(Hairline())
        whole.addWidget(halves, 1)

    def _connect(self) -> None:
        table, taking = self.table, self._taking
        table.sheet_model.mended.connect(taking.mend)
        table.counted.connect(self._count)
        table.left_out.connect(self._omit)
        table.current_changed.connect(self._show_cell)
        self.asks.answered.connect(self._answer)
        self.asks.cell_wished.connect(self.go_to)
        self.only_open.toggled.connect(table.sheet_model.narrow)
        self.purpose.chosen.connect(lambda key: taking.answer(replace(taking.answers, purpose=Purpose(key))))
        self.coming.chosen.connect(lambda key: taking.answer(replace(taking.answers, as_wishes=key == WISHED)))
        self.add_people.clicked.connect(lambda add: taking.answer(replace(taking.answers, add_people=add)))
        self.cell.mend_wished.connect(lambda: table.edit(table.currentIndex()))
        self.cell.count_wished.connect(lambda: self._count(table.chosen_cells()))
        self.cell.omit_wished.connect(lambda: self._omit(table.chosen_cells()))
