"""The hours over a list of strips: one scale for all of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QSizePolicy, QVBoxLayout, QWidget

from roster_app.gui.widgets import hairline, meanings_of, measures_of, paint_text, text_font

_DAY_HOURS = 24


class HourScale(QWidget):
    """Stands over the list and follows the width of what it shows."""

    def __init__(self, view: QListView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        view.viewport().installEventFilter(self)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(200), measures.px(26))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        measures, meanings = measures_of(self), meanings_of(self)
        painter.fillRect(self.rect(), QColor(meanings.panel))
        left, width = measures.wide, self._view.viewport().width() - 2 * measures.wide
        font = text_font(self.font(), 11)
        step = 3 if width < measures.px(900) else 2 if width < measures.px(1400) else 1
        for hour in range(0, _DAY_HOURS + 1, step):
            middle = left + width * hour / _DAY_HOURS
            box = QRectF(middle - measures.px(16), 0, measures.px(32), self.height())
            paint_text(painter, box, f"{hour:02d}", font, meanings.second)
        foot = self.height() - 1
        hairline(painter, QPointF(0, foot), QPointF(self.width(), foot), meanings.line)


def under_hours(view: QListView) -> QWidget:
    """The list with the scale over it, as one widget."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(HourScale(view))
    column.addWidget(view, 1)
    return whole
