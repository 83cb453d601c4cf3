"""Delegates of a grid of days: made ready once a picture, then asked only for the cells in sight."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem


class CellPainter(QStyledItemDelegate):
    """What it paints depends on row and column alone; a cell that holds nothing costs one look-up."""

    def holds(self, row: int, column: int) -> bool:
        """Whether there is anything to paint."""
        raise NotImplementedError

    def begin(self, painter: QPainter, font: QFont, palette: QPalette) -> None:
        """The font and the colours of the cells painted next."""
        raise NotImplementedError

    def paint_cell(self, painter: QPainter, box: QRectF, row: int, column: int) -> None:
        """One cell in its box."""
        raise NotImplementedError

    # Qt overrides

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The same for whoever paints a single cell, as Qt does for one that is dragged."""
        self.begin(painter, option.font, option.palette)
        self.paint_cell(painter, QRectF(option.rect), index.row(), index.column())
