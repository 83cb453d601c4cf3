"""The frozen columns are one with the table: one selection, one scroll, the same heights."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roster_app.gui.theme import Appearance
from roster_app.gui.widgets import CaptionHeader, FrozenTableView


class Days(QAbstractTableModel):
    """Rows and columns of plain text."""

    def __init__(self, rows: int = 40, columns: int = 32) -> None:
        super().__init__()
        self.rows, self.columns = rows, columns

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.rows

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else self.columns

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return f"{index.row()}/{index.column()}" if role == Qt.ItemDataRole.DisplayRole else None

    def add_row(self) -> None:
        self.beginInsertRows(QModelIndex(), self.rows, self.rows)
        self.rows += 1
        self.endInsertRows()


@pytest.fixture
def table(qtbot: QtBot, appearance: Appearance) -> FrozenTableView:
    view = FrozenTableView()
    view.days = Days()
    view.setModel(view.days)
    view.freeze(2)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    QApplication.processEvents()
    return view


def test_only_the_frozen_columns_are_in_the_frozen_part(table: FrozenTableView) -> None:
    part = table.frozen_part
    assert [part.isColumnHidden(column) for column in range(4)] == [False, False, True, True]
    assert part.width() == table.columnWidth(0) + table.columnWidth(1)


def test_both_parts_share_one_selection(table: FrozenTableView) -> None:
    table.setCurrentIndex(table.model().index(3, 7))
    assert table.frozen_part.currentIndex() == table.currentIndex()
    assert table.frozen_part.selectionModel() is table.selectionModel()


def test_they_scroll_together(table: FrozenTableView) -> None:
    table.verticalScrollBar().setValue(120)
    assert table.frozen_part.verticalScrollBar().value() == 120
    table.frozen_part.verticalScrollBar().setValue(30)
    assert table.verticalScrollBar().value() == 30


def test_rows_stand_side_by_side(table: FrozenTableView) -> None:
    table.setRowHeight(2, 71)
    part = table.frozen_part
    for row in range(6):
        assert part.rowViewportPosition(row) == table.rowViewportPosition(row)
        assert part.rowHeight(row) == table.rowHeight(row)
    top = part.viewport().mapTo(table, part.viewport().rect().topLeft()).y()
    assert top == table.viewport().mapTo(table, table.viewport().rect().topLeft()).y()


def test_a_wider_column_widens_the_frozen_part(table: FrozenTableView) -> None:
    table.setColumnWidth(0, 150)
    assert table.frozen_part.columnWidth(0) == 150
    assert table.frozen_part.width() == 150 + table.columnWidth(1)


@pytest.mark.parametrize("column", [2, 5, 12, 31])
def test_a_cell_one_goes_to_is_never_behind_the_frozen_part(table: FrozenTableView, column: int) -> None:
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    table.setCurrentIndex(table.model().index(0, column))
    cell = table.visualRect(table.currentIndex())
    assert cell.left() >= table.frozen_part.width()
    assert cell.right() <= table.viewport().width()


def test_a_frozen_cell_does_not_move_the_days(table: FrozenTableView) -> None:
    table.horizontalScrollBar().setValue(200)
    table.setCurrentIndex(table.model().index(5, 0))
    assert table.horizontalScrollBar().value() == 200


def test_a_new_row_is_as_high_in_both_parts(table: FrozenTableView) -> None:
    table.verticalHeader().setDefaultSectionSize(27)
    table.days.add_row()
    last = table.days.rows - 1
    assert table.frozen_part.rowHeight(last) == table.rowHeight(last)


def test_another_header_is_worn_by_both_parts(table: FrozenTableView) -> None:
    table.use_header(lambda: CaptionHeader(with_bands=True))
    QApplication.processEvents()
    assert isinstance(table.frozen_part.horizontalHeader(), CaptionHeader)
    assert table.frozen_part.horizontalHeader().height() == table.horizontalHeader().height()


def test_nothing_is_frozen_without_being_asked(qtbot: QtBot) -> None:
    view = FrozenTableView()
    view.days = Days()
    view.setModel(view.days)
    qtbot.addWidget(view)
    view.show()
    assert view.frozen_part.isHidden()


def test_another_model_takes_the_place_of_the_first(table: FrozenTableView) -> None:
    first, other = table.days, Days(3, 5)
    table.setModel(other)
    first.add_row()
    assert table.frozen_part.model() is other
    assert [table.frozen_part.isColumnHidden(column) for column in range(5)] == [False, False, True, True, True]


def test_a_click_on_a_frozen_cell_gives_the_keyboard_to_the_table(qtbot: QtBot, table: FrozenTableView) -> None:
    table.activateWindow()
    qtbot.waitUntil(table.isActiveWindow)
    table.clearFocus()
    part = table.frozen_part
    cell = part.visualRect(part.model().index(2, 1)).center()
    qtbot.mouseClick(part.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    assert QApplication.focusWidget() is table
    assert table.currentIndex() == table.model().index(2, 1)


def test_a_menu_over_a_frozen_cell_is_asked_of_the_table(qtbot: QtBot, table: FrozenTableView) -> None:
    table.horizontalScrollBar().setValue(300)
    table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    part = table.frozen_part
    place = part.visualRect(part.model().index(2, 1)).center()
    with qtbot.waitSignal(table.customContextMenuRequested) as wanted:
        part.customContextMenuRequested.emit(place)
    assert table.indexAt(wanted.args[0]) == table.model().index(2, 1)
