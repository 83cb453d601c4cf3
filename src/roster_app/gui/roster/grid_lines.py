"""Grounds and lines of a grid of days, painted once a column and a row instead of once a cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QTableView

from roster_app.gui.roster.days import DayLook
from roster_app.gui.widgets.meanings import Meanings, meanings_of

LineColour = Callable[[int, Meanings], str | None]
"""The colour of the line under a row; None where it has none."""


def paint_grounds(grid: QTableView, days: Sequence[DayLook]) -> None:
    """Weekends and holidays, behind the cells."""
    painter, meanings = QPainter(grid.viewport()), meanings_of(grid)
    height = _content_height(grid)
    for column, left, width in columns_in_sight(grid, len(days)):
        painter.fillRect(left, 0, width, height, QColor(days[column].ground(meanings)))


def paint_lines(grid: QTableView, days: Sequence[DayLook], colour_of: LineColour) -> None:
    """A hairline right of each day and under each row that has one."""
    painter, meanings = QPainter(grid.viewport()), meanings_of(grid)
    painter.setPen(QColor(meanings.faint_line))
    height, right = _content_height(grid), 0
    for _column, left, width in columns_in_sight(grid, len(days)):
        right = left + width - 1
        painter.drawLine(right, 0, right, height - 1)
    for row, top, row_height in rows_in_sight(grid):
        colour, foot = colour_of(row, meanings), top + row_height - 1
        if colour is not None:
            painter.setPen(QColor(colour))
            painter.drawLine(0, foot, right, foot)


def columns_in_sight(grid: QTableView, count: int, part: QRect | None = None) -> Iterator[tuple[int, int, int]]:
    """(column, left, width) of the days that are seen at least in part; with `part` only those that touch it."""
    first, end = (0, grid.viewport().width()) if part is None else (part.left(), part.right() + 1)
    for column in range(max(0, grid.columnAt(max(0, first))), count):
        left = grid.columnViewportPosition(column)
        if left >= end:
            return
        if not grid.isColumnHidden(column):
            yield column, left, grid.columnWidth(column)


def rows_in_sight(grid: QTableView, part: QRect | None = None) -> Iterator[tuple[int, int, int]]:
    """(row, top, height) of the rows that are seen at least in part; with `part` only those that touch it."""
    first, end = (0, grid.viewport().height()) if part is None else (part.top(), part.bottom() + 1)
    for row in range(max(0, grid.rowAt(max(0, first))), grid.model().rowCount()):
        top = grid.rowViewportPosition(row)
        if top >= end:
            return
        if not grid.isRowHidden(row):
            yield row, top, grid.rowHeight(row)


def _content_height(grid: QTableView) -> int:
    rows = grid.verticalHeader()
    return min(grid.viewport().height(), rows.length() - rows.offset())
