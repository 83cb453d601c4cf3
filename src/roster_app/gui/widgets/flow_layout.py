"""A layout that fills rows from the left and wraps, as words do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Places its items in rows; an item wider than the row is narrowed to the row."""

    def __init__(self, parent: QWidget | None = None, *, gap: int = 8, row_gap: int | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._row_gap = gap if row_gap is None else row_gap
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Add a widget before the item at `index`."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def _rows(self, width: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        row: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(width, item.minimumSize().width())))
            if row and used + self.spacing() + size.width() > width:
                yield row
                row, used = [], 0
            used += size.width() + (self.spacing() if row else 0)
            row.append((item, size))
        if row:
            yield row

    def _place(self, rect: QRect, *, only_measure: bool) -> int:
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for row in self._rows(inner.width()):
            height = max(size.height() for _item, size in row)
            if not only_measure:
                self._place_row(row, QPoint(inner.left(), top), height, inner)
            top += height + self._row_gap
        margins = self.contentsMargins()
        used = top - inner.top()
        return max(0, used - self._row_gap) + margins.top() + margins.bottom()

    def _place_row(self, row: list[tuple[QLayoutItem, QSize]], corner: QPoint, height: int, inner: QRect) -> None:
        left = corner.x()
        parent = self.parentWidget()
        right_to_left = parent is not None and parent.isRightToLeft()
        for item, size in row:
            x = left
            if right_to_left:
                x = inner.right() - (left - inner.left()) - size.width() + 1
            item.setGeometry(QRect(QPoint(x, corner.y() + (height - size.height()) // 2), size))
            left += size.width() + self.spacing()

    # Qt overrides

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), only_measure=True)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, only_measure=False)

    def sizeHint(self) -> QSize:
        """All items in one row."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self.spacing() * max(0, len(sizes) - 1)
        height = max((size.height() for size in sizes), default=0)
        margins = self.contentsMargins()
        return QSize(width, height).grownBy(margins)

    def minimumSize(self) -> QSize:
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())
