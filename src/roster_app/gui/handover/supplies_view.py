"""What is counted at a hand-over: each kind with its last known count, and a cell for the new one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from roster_app.domain.hand_over import MOST_COUNT, SupplyCount, SupplyKind
from roster_app.gui.handover.words import count_words
from roster_app.gui.widgets import InlineError, LinkButton, SectionTitle, TextLabel, dress_table, measures_of
from roster_app.i18n import _

KIND, LAST, NOW = range(3)
_FIXED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class SuppliesView(QWidget):
    """A number typed into the last column is emitted; what is no number is told below and put back."""

    counted = Signal(object, object)  # a SupplyKind, and its count, or None for none any more
    kinds_wished = Signal()  # another list of what is counted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kinds: tuple[SupplyKind, ...] = ()
        self._now: Mapping[str, SupplyCount] = {}
        self._showing = False
        self.model = QStandardItemModel(0, 3, self)
        self.table = QTableView()
        self.error = InlineError()
        self.kinds = LinkButton(_("What is counted…"))
        self.nothing = TextLabel(_("Nothing is counted here. Say what is, and it stands on the sheet."), "quiet")
        self._lay_out()
        self.model.itemChanged.connect(self._on_changed)
        self.kinds.clicked.connect(lambda _checked=False: self.kinds_wished.emit())

    def show_counts(
        self, kinds: tuple[SupplyKind, ...], last: Mapping[str, SupplyCount], now: Mapping[str, SupplyCount]
    ) -> None:
        """Rows are kept where the kinds are the same, so that an open cell stays open."""
        self.error.tell("")
        self._now = now
        self._showing = True
        if kinds != self._kinds:
            self._kinds = kinds
            self.model.setRowCount(0)
            for kind in kinds:
                self.model.appendRow(_row(kind))
        for number, kind in enumerate(kinds):
            self.model.item(number, LAST).setText(count_words(last.get(kind.name)))
            self.model.item(number, NOW).setText(self._text_of(kind))
        self._showing = False
        self.table.setVisible(bool(kinds))
        self.nothing.setVisible(not kinds)

    def _text_of(self, kind: SupplyKind) -> str:
        count = self._now.get(kind.name)
        return "" if count is None else str(count.count)

    def _on_changed(self, item: QStandardItem) -> None:
        if self._showing or item.column() != NOW:
            return
        kind, text = self._kinds[item.row()], item.text().strip()
        if text == self._text_of(kind):
            self.error.tell("")
        elif not text:
            self.counted.emit(kind, None)
        elif text.isdecimal() and int(text) <= MOST_COUNT:
            self.counted.emit(kind, int(text))
        else:
            words = _("“{count}” is not a count. Write a whole number from 0 to {limit}.")
            item.setText(self._text_of(kind))
            self.error.tell(words.format(count=text, limit=MOST_COUNT))

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self.model.setHorizontalHeaderLabels([_("Supplies"), _("Last count"), _("Now")])
        self.table.setModel(self.model)
        dress_table(self.table)
        self.table.setAccessibleName(_("Supplies"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.table.setEditTriggers(triggers.AnyKeyPressed | triggers.SelectedClicked | triggers.DoubleClicked)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(measures.px(26))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(KIND, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(LAST, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NOW, QHeaderView.ResizeMode.Fixed)
        header.resizeSection(NOW, measures.px(70))
        title = SectionTitle(_("Supplies"))
        title.add_trailing(self.kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.near)
        column.addWidget(title)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        column.addWidget(self.error)


def _row(kind: SupplyKind) -> list[QStandardItem]:
    words = _("{item} ({unit})").format(item=kind.name, unit=kind.unit) if kind.unit else kind.name
    row = [QStandardItem(words), QStandardItem(), QStandardItem()]
    for fixed in row[:NOW]:
        fixed.setFlags(_FIXED)
    row[NOW].setData(_("{item}: count now").format(item=kind.name), Qt.ItemDataRole.AccessibleTextRole)
    return row
