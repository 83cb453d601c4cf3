"""A side panel with one sheet of fields, never so narrow that a row of them would be cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.gui.widgets import SidePanel, measures_of

_LEAST = 436


class WidePanel(SidePanel):
    """For forms with times side by side; follows the size of the text. Esc leaves it and gives nothing up."""

    left = Signal()  # the person went back with Esc

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        sheet = QWidget()
        self.sheet = QVBoxLayout(sheet)
        """The column of the fields."""
        self.add(sheet)
        self._fit_text()

    def _fit_text(self) -> None:
        measures = measures_of(self)
        side = measures.px(16)
        self.sheet.setContentsMargins(side, measures.px(2), side, measures.wide)
        self.sheet.setSpacing(measures.near)
        self.setMinimumWidth(measures.px(_LEAST))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_text()
