"""A list of which one row is always chosen; what is told are the choices of the person alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from roster_app.gui.widgets import measures_of

T = TypeVar("T")


class ChoiceView(QListView, Generic[T]):
    """Each row stands for a value; rows without one are gaps the arrow keys walk over."""

    chosen = Signal(object)  # the value of the row the person went to

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QStandardItemModel(self)
        self._values: list[T | None] = []  # beside the items: in one, a member of an enumeration becomes a bare word
        self._telling = True
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setMinimumWidth(measures_of(self).px(200))
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    @property
    def choice(self) -> T | None:
        """The value chosen now."""
        return self._value(self.currentIndex())

    def show_rows(self, items: Sequence[QStandardItem], values: Sequence[T | None]) -> None:
        """List these and stay where the list was; the same place stays in sight. Tells nobody."""
        place, self._telling = self.verticalScrollBar().value(), False
        before = self.choice
        self.clear()
        self._values = list(values)
        for item, value in zip(items, values, strict=True):
            can_be_chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(Qt.ItemFlag.NoItemFlags if value is None else can_be_chosen)
            self._rows.appendRow(item)
        self._go_to(before)
        self._telling = True
        self.verticalScrollBar().setValue(place)

    def choose(self, wanted: T) -> None:
        """Go to the row of this value, if there is one. Tells nobody."""
        self._telling = False
        self._go_to(wanted)
        self._telling = True

    def clear(self) -> None:
        """List nothing."""
        self._rows.clear()
        self._values = []

    def _go_to(self, wanted: T | None) -> None:
        if wanted is not None and wanted in self._values:
            self.setCurrentIndex(self._rows.index(self._values.index(wanted), 0))

    def _value(self, index: QModelIndex | QPersistentModelIndex) -> T | None:
        return self._values[index.row()] if 0 <= index.row() < len(self._values) else None

    def _on_current_changed(self, current: QModelIndex | QPersistentModelIndex) -> None:
        value = self._value(current)
        if self._telling and value is not None:
            self.chosen.emit(value)
