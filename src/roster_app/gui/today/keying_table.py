"""The rows of a paper sheet as a table: number, post, planned times, name, and what is entered of them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from roster_app.gui.today.keying_rows import KeyLine
from roster_app.gui.widgets import dress_table, meanings_of, measures_of
from roster_app.i18n import _

NUMBER, POST, PLANNED, NAME, TOLD = range(5)
_WIDTHS = {NUMBER: 52, POST: 130, PLANNED: 130, NAME: 220}


class KeyingTable(QTableView):
    """Shows lines; Delete asks for what is entered of one to be taken back."""

    taking_back_wanted = Signal(object)  # the KeyLine

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[KeyLine, ...] = ()
        self.rows = QStandardItemModel(0, 5, self)
        self.rows.setHorizontalHeaderLabels([_("No."), _("Post"), _("Planned"), _("Name"), _("Entered")])
        self.setModel(self.rows)
        dress_table(self)
        self.setAccessibleName(_("Paper sheet"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        measures = measures_of(self)
        self.verticalHeader().setDefaultSectionSize(measures.px(32))
        header = self.horizontalHeader()
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, measures.px(width))
        header.setSectionResizeMode(TOLD, QHeaderView.ResizeMode.Stretch)

    @property
    def line(self) -> KeyLine | None:
        """The chosen one."""
        row = self.currentIndex().row()
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def show_lines(self, lines: tuple[KeyLine, ...], row: str = "") -> None:
        """These, with the line of a row number chosen and in sight."""
        chosen = self.currentIndex().row()
        self._lines = lines
        self.rows.setRowCount(0)
        for line in lines:
            self.rows.appendRow(self._items(line))
        numbers = [line.number for line in lines]
        place = numbers.index(row) if row in numbers else min(chosen, len(lines) - 1)
        if place >= 0:
            self.setCurrentIndex(self.rows.index(place, NUMBER))
            self.scrollTo(self.rows.index(place, NUMBER))

    def _items(self, line: KeyLine) -> list[QStandardItem]:
        meanings = meanings_of(self)
        items = [QStandardItem(words) for words in (line.number, line.post, line.planned, line.name, line.told)]
        items[NUMBER].setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if line.tone != "plain" and line.told:
            items[TOLD].setForeground(QColor(meanings.tone(line.tone).ink))
            items[TOLD].setBackground(QColor(meanings.tone(line.tone).ground))
        for item in items:
            item.setToolTip(item.text())
        return items

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.line is not None:
            self.taking_back_wanted.emit(self.line)
        else:
            super().keyPressEvent(event)
