"""The corner over the left edge of a grid: what its columns are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTableView, QWidget

from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of, text_font
from roster_app.gui.widgets.painting import LEFT, hairline, paint_text

Caption = tuple[str, int, bool]
"""(words, width, whether they stand at the left)"""


class Corner(QWidget):
    """Lies over the meeting point of both headers of a table and follows them."""

    def __init__(
        self, table: QTableView, captions: Callable[[], Sequence[Caption]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent or table)
        self._table = table
        self._captions = captions
        for header in (table.horizontalHeader(), table.verticalHeader()):
            header.installEventFilter(self)
        self._take_place()

    def _take_place(self) -> None:
        self.setGeometry(0, 0, self._table.verticalHeader().width(), self._table.horizontalHeader().height())
        self.raise_()

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._take_place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings, measures = meanings_of(self), measures_of(self)
        painter = QPainter(self)
        painter.fillRect(self.rect(), meanings.panel)
        left = 0
        for words, width, at_left in self._captions():
            box = QRectF(left, 0, width, self.height())
            inset = measures.px(11) if at_left else measures.px(2)
            box.adjust(inset if left == 0 else 0, 0, -measures.px(2), 0)
            alignment = LEFT if at_left else Qt.AlignmentFlag.AlignCenter
            paint_text(painter, box, words, text_font(self.font(), 12), meanings.second, alignment)
            left += width
        foot, edge = self.height() - 1, self.width() - 1
        hairline(painter, QPointF(0, foot), QPointF(self.width(), foot), meanings.line)
        hairline(painter, QPointF(edge, 0), QPointF(edge, foot), meanings.faint_line)
