"""Larger and smaller: the grids' text, from which all their lengths are derived."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

STEPS = (70, 80, 90, 100, 110, 125, 150, 175, 200)
NORMAL = 100


class Zooming(QObject):
    """One size for all arrangements; Ctrl and the wheel do as the keys."""

    zoomed = Signal(int)  # the size now, in per cent

    def __init__(self, pages: Iterable[QWidget], grids: Iterable[QAbstractItemView], parent: QWidget) -> None:
        """Grids inside a page are told apart: what has a style sheet of its own does not follow the font around it."""
        super().__init__(parent)
        self._around = parent
        self._widgets: list[QWidget] = list(pages)
        self.percent = NORMAL
        for grid in grids:
            grid.viewport().installEventFilter(self)
            if grid not in self._widgets:
                self._widgets.append(grid)

    def step(self, steps: int) -> None:
        """So many sizes up, or down for a negative number; 0: as drawn."""
        if not steps:
            self.set(NORMAL)
            return
        at = min(range(len(STEPS)), key=lambda n: abs(STEPS[n] - self.percent))
        self.set(STEPS[max(0, min(len(STEPS) - 1, at + steps))])

    def set(self, percent: int) -> None:
        """This size; text of the window's own size at 100."""
        if percent == self.percent:
            return
        self.percent = percent
        font = QFont(self._around.font())
        font.setPixelSize(max(6, round(font.pixelSize() * percent / NORMAL)))
        for widget in self._widgets:
            widget.setFont(font if percent != NORMAL else QFont())
        self.zoomed.emit(percent)

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step(1 if event.angleDelta().y() > 0 else -1)
            return True
        return super().eventFilter(watched, event)
