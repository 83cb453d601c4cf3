"""Hand-overs that are past and not signed by both, each a row that leads there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QVBoxLayout, QWidget

from roster_app.domain.reliefs import Relief
from roster_app.gui.handover.words import missing_words, relief_words
from roster_app.gui.widgets import RowDelegate, RowRole, SectionTitle, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.hand_overs import OpenLog


class UnsignedList(QWidget):
    """A click or Enter leads to the hand-over."""

    chosen = Signal(object)  # the Relief

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reliefs: tuple[Relief, ...] = ()
        self.title = SectionTitle(_("Not signed by both"))
        self.model = QStandardItemModel(self)
        self.list = _Rows()
        self.list.setModel(self.model)
        self.nothing = TextLabel("", "quiet", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).near)
        for part in (self.title, self.nothing):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        self.list.clicked.connect(self._on_chosen)
        self.list.opened.connect(self._on_chosen)

    def show_log(self, log: OpenLog) -> None:
        """Of all checkpoints, the latest first."""
        self._reliefs = log.unsigned
        self.model.clear()
        for relief in self._reliefs:
            self.model.appendRow(_row(log, relief))
        self.title.set_texts(_("Not signed by both"), str(len(self._reliefs)) if self._reliefs else "")
        self.nothing.setText(
            _("Every hand-over of the last two weeks is signed.")
            if log.log.begun
            else _("Once a checkpoint's first hand-over has been noted, those that nobody signs are listed here.")
        )
        self.nothing.setVisible(not self._reliefs)
        self.list.setVisible(bool(self._reliefs))

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._reliefs[index.row()])


class _Rows(QListView):
    """Enter opens."""

    opened = Signal(QModelIndex)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("framed", True)
        self.setAccessibleName(_("Not signed by both"))
        self.setItemDelegate(RowDelegate(self))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)


def _row(log: OpenLog, relief: Relief) -> QStandardItem:
    place = log.directory.checkpoint[relief.checkpoint_id].name
    missing = missing_words(log.noted(relief))
    row = QStandardItem(place)
    row.setData(f"{relief_words(log, relief)} · {missing}", RowRole.SECOND_LINE)
    row.setData(f"{place}, {relief_words(log, relief)}, {missing}", Qt.ItemDataRole.AccessibleTextRole)
    return row
