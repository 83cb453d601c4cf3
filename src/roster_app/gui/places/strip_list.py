"""A list of things with their days as a widget: walked by keys, moved by Alt with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from roster_app.gui.places.strip_delegate import StripDelegate
from roster_app.gui.places.strip_model import StripModel

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StripList(QListView):
    """Emits what the person wishes; the view around it answers."""

    chosen = Signal(object)  # the key chosen now, or None
    form_wished = Signal()  # Enter or a double click: the keyboard goes into the form
    removal_wished = Signal()  # Delete
    move_wished = Signal(int)  # the chosen thing is to go up (-1) or down (1)
    menu_wished = Signal(object)  # the point at which a menu is asked for, in global coordinates

    def __init__(self, model: StripModel, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(StripDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.doubleClicked.connect(lambda _index: self.form_wished.emit())
        model.dataChanged.connect(lambda: self.scheduleDelayedItemsLayout())

    @property
    def choice(self) -> int | None:
        """The key chosen now."""
        rows = self.selectionModel().selectedIndexes()
        return self._rows.rows[rows[0].row()].key if rows else None

    def choose(self, key: int | None) -> None:
        """Choose this one and bring it into sight; none for one that is not listed."""
        row = self._rows.row_of(key)
        if row < 0:
            self.clearSelection()
            return
        self.setCurrentIndex(self._rows.index(row))
        self.scrollTo(self._rows.index(row))

    # Qt overrides

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit(self.choice)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _STEPS:
            self.move_wished.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.form_wished.emit()
        elif key == Qt.Key.Key_Delete:
            self.removal_wished.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wished.emit(event.globalPos())
