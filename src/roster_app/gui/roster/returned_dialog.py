"""导入修改: what an edited workbook asks for, cell by cell, before anything is stored."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from roster_app.domain.return_plan import ReturnPlan
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import (
    BusyOverlay,
    MessageBar,
    PanelDialog,
    PillRow,
    PrimaryButton,
    QuietButton,
    dress_table,
    meanings_of,
    measures_of,
)
from roster_app.gui.widgets.pill import Pill
from roster_app.i18n import _, ngettext
from roster_app.services import OpenRoster
from roster_app.services.exports import Returning
from roster_app.services.words import describe_change, period_title
from roster_app.services.words.returned import remark_words


class ReturnedDialog(PanelDialog):
    """Nothing is stored before the person has seen what would change and pressed the button."""

    wanted = Signal(object)  # the Returning that is to be taken

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(_("Take in edits"), parent, width=940, height=620)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._shell = shell
        self._returning: Returning | None = None
        self._rows = QStandardItemModel(0, 3, self)
        self._table = QTableView()
        self._pills = PillRow()
        self._cancel = QuietButton(_("Cancel"))
        self._take = PrimaryButton("")
        self.messages = MessageBar(self)
        self._lay_out()
        self._busy = BusyOverlay(self._table)
        self._show_button()

    @property
    def returning(self) -> Returning | None:
        """What was read, once it has been."""
        return self._returning

    @property
    def rows(self) -> QStandardItemModel:
        """Cell, content or duty, and what becomes of it."""
        return self._rows

    def read(self, path: Path) -> None:
        """Read a workbook beside the window, and show what it asks for."""
        self._busy.begin(_("Reading {name} …").format(name=path.name))
        self._shell.tasks.run(
            partial(self._read, path),
            on_success=partial(self._on_read, path),
            on_failure=partial(self._on_failed, path),
            owner=self,
        )

    def take(self) -> None:
        """Hand on what was read."""
        if self._returning is not None and self._returning.plan.changes:
            self.wanted.emit(self._returning)
            self.accept()

    def _read(self, path: Path) -> tuple[Returning, OpenRoster]:
        returning = self._shell.services.exports.read_back(path)
        return returning, self._shell.services.rostering.open(returning.period.id)

    def _on_read(self, path: Path, found: tuple[Returning, OpenRoster]) -> None:
        self._busy.end()
        self.messages.clear()
        self._returning, opened = found
        plan = self._returning.plan
        self.show_title(_("Take in edits"), path.name)
        self.show_facts(period_title(opened.period.first, opened.period.last))
        self._pills.show_pills(_pills(plan, self._returning.new_conflicts))
        self._rows.removeRows(0, self._rows.rowCount())
        for found_change in plan.changes:
            words = describe_change(found_change.change, opened.directory, opened.roster.plan)
            self._add(found_change.address, words, _("is taken"))
        for remark in plan.remarks:
            self._add(remark.address, remark.text, remark_words(remark), look=True)
        self._show_button()
        self._take.setFocus()

    def _add(self, cell: str, words: str, outcome: str, *, look: bool = False) -> None:
        items = [QStandardItem(text) for text in (cell, words, outcome)]
        for item in items:
            item.setToolTip(item.text())
        if look:
            items[2].setForeground(QColor(meanings_of(self).act.ink))
        self._rows.appendRow(items)

    def _on_failed(self, path: Path, error: BaseException) -> None:
        self._busy.end()
        self._shell.errors.report(error, retry=partial(self.read, path), messages=self.messages)
        self._show_button()

    def _show_button(self) -> None:
        count = len(self._returning.plan.changes) if self._returning else 0
        words = ngettext("Take {count} change", "Take {count} changes", count).format(count=count)
        self._take.setText(words if count else _("Nothing to take in"))
        self._take.setEnabled(count > 0)

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self._rows.setHorizontalHeaderLabels([_("Cell"), _("Duty or content"), _("What becomes of it")])
        self._table.setModel(self._rows)
        dress_table(self._table)
        self._table.setShowGrid(False)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self._table.setTabKeyNavigation(False)
        self._table.setAccessibleName(_("Edits in the workbook"))
        self._table.verticalHeader().hide()
        self._table.verticalHeader().setMinimumSectionSize(measures.px(30))
        self._table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._table.setWordWrap(True)
        header = self._table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in enumerate((150, 330)):
            self._table.setColumnWidth(column, measures.px(width))
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.add(self._pills)
        self.add(self._table, 1, padded=False)
        self.add_right(self._cancel)
        self.add_right(self._take)
        self._cancel.clicked.connect(self.reject)
        self._take.clicked.connect(self.take)


def _pills(plan: ReturnPlan, new_conflicts: int) -> list[Pill]:
    pills = [Pill(_("Changes"), str(len(plan.changes)), "good", leads=False)]
    if plan.already:
        pills.append(Pill(_("So already"), str(plan.already), "plain", leads=False))
    if plan.remarks:
        pills.append(Pill(_("Not taken"), str(len(plan.remarks)), "act", leads=False))
    if new_conflicts:
        pills.append(Pill(_("New conflicts"), str(new_conflicts), "look", leads=False))
    return pills
