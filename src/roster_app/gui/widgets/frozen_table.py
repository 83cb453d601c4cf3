"""A table whose first columns stay in sight while the days scroll by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.painting import LEFT, hairline


class FrozenTableView(QTableView):
    """A table with `freeze(columns)`: a second view over its left edge shows the same model and the same selection.

    Give delegates, spans, sizes and headers to this view only; the frozen part follows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frozen_columns = 0
        self._frozen = _FrozenPart(self)
        dress_table(self)
        self.horizontalHeader().sectionResized.connect(self._on_column_resized)
        self.verticalHeader().sectionResized.connect(self._on_row_resized)
        self.verticalScrollBar().valueChanged.connect(self._frozen.verticalScrollBar().setValue)
        self._frozen.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self._frozen.clicked.connect(self.clicked)
        self._frozen.doubleClicked.connect(self.doubleClicked)
        self._frozen.activated.connect(self.activated)
        self._frozen.customContextMenuRequested.connect(self._on_frozen_menu_wanted)

    @property
    def frozen_columns(self) -> int:
        return self._frozen_columns

    @property
    def frozen_part(self) -> QTableView:
        """The view over the left edge, for those who must watch its events."""
        return self._frozen

    def freeze(self, columns: int) -> None:
        """Keep this many columns in sight; 0 lets all scroll."""
        self._frozen_columns = columns
        self._follow()

    def use_header(self, make: Callable[[], QHeaderView]) -> None:
        """Give both parts a horizontal header of one kind; `make` answers with a new one at each call."""
        header = make()
        self.setHorizontalHeader(header)
        header.sectionResized.connect(self._on_column_resized)
        frozen_header = make()
        frozen_header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._frozen.setHorizontalHeader(frozen_header)
        for made in (header, frozen_header):
            made.show()
        self.updateGeometries()
        self._follow()

    def _follow(self) -> None:
        """Show the frozen columns and the row heights of this view in the frozen part."""
        model = self.model()
        if model is not None:
            for column in range(model.columnCount()):
                shown = column < self._frozen_columns and not self.isColumnHidden(column)
                self._frozen.setColumnHidden(column, not shown)
                if shown:
                    self._frozen.setColumnWidth(column, self.columnWidth(column))
            self._frozen.verticalHeader().setDefaultSectionSize(self.verticalHeader().defaultSectionSize())
            for row in range(model.rowCount()):
                if self._frozen.rowHeight(row) != self.rowHeight(row):
                    self._frozen.setRowHeight(row, self.rowHeight(row))
        self._arrange()

    def _arrange(self) -> None:
        """Lay the frozen part over the left edge, header over header."""
        header, rows = self.horizontalHeader(), self.verticalHeader()
        self._frozen.setVisible(bool(self._frozen_columns) and self.model() is not None)
        header_height = header.height() if not header.isHidden() else 0
        self._frozen.horizontalHeader().setVisible(not header.isHidden())
        if header_height:
            self._frozen.horizontalHeader().setFixedHeight(header_height)
        width = sum(self.columnWidth(column) for column in range(self._frozen_columns))
        left = self.frameWidth() + (rows.width() if not rows.isHidden() else 0)
        self._frozen.setGeometry(left, self.frameWidth(), width, self.viewport().height() + header_height)

    def _on_column_resized(self, column: int, _before: int, width: int) -> None:
        if column < self._frozen_columns:
            self._frozen.setColumnWidth(column, width)
            self._arrange()

    def _on_row_resized(self, row: int, _before: int, height: int) -> None:
        self._frozen.setRowHeight(row, height)

    def _on_frozen_menu_wanted(self, place: QPoint) -> None:
        """A menu wanted over a frozen cell is wanted of the table, at the same spot."""
        spot = self._frozen.viewport().mapToGlobal(place)
        self.customContextMenuRequested.emit(self.viewport().mapFromGlobal(spot))

    # Qt overrides

    def setModel(self, model: QAbstractItemModel | None) -> None:
        before = self.model()
        if before is not None:
            for signal in _shape_signals(before):
                signal.disconnect(self._follow)
        super().setModel(model)
        self._frozen.setModel(model)
        if model is None:
            return
        self._frozen.setSelectionModel(self.selectionModel())
        for signal in _shape_signals(model):
            signal.connect(self._follow)
        self._follow()

    def setSelectionModel(self, selection: QItemSelectionModel) -> None:
        super().setSelectionModel(selection)
        if self._frozen.model() is self.model():
            self._frozen.setSelectionModel(selection)

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        super().setItemDelegate(delegate)
        self._frozen.setItemDelegate(delegate)

    def setItemDelegateForColumn(self, column: int, delegate: QAbstractItemDelegate) -> None:
        super().setItemDelegateForColumn(column, delegate)
        self._frozen.setItemDelegateForColumn(column, delegate)

    def setSpan(self, row: int, column: int, rows: int, columns: int) -> None:
        super().setSpan(row, column, rows, columns)
        self._frozen.setSpan(row, column, rows, columns)

    def clearSpans(self) -> None:
        super().clearSpans()
        self._frozen.clearSpans()

    def setSelectionMode(self, mode: QAbstractItemView.SelectionMode) -> None:
        super().setSelectionMode(mode)
        self._frozen.setSelectionMode(mode)

    def setSelectionBehavior(self, behavior: QAbstractItemView.SelectionBehavior) -> None:
        super().setSelectionBehavior(behavior)
        self._frozen.setSelectionBehavior(behavior)

    def setEditTriggers(self, triggers: QAbstractItemView.EditTrigger) -> None:
        super().setEditTriggers(triggers)
        self._frozen.setEditTriggers(triggers)

    def setContextMenuPolicy(self, policy: Qt.ContextMenuPolicy) -> None:
        super().setContextMenuPolicy(policy)
        self._frozen.setContextMenuPolicy(policy)

    def setShowGrid(self, shown: bool) -> None:
        super().setShowGrid(shown)
        self._frozen.setShowGrid(shown)

    def indexAt(self, place: QPoint) -> QModelIndex:
        """What is in sight there: a frozen cell, not the day that has scrolled behind it."""
        if not self._frozen.isHidden() and place.x() < self._frozen.width():
            return self._frozen.indexAt(place)
        return super().indexAt(place)

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Never leaves the cell behind the frozen part; a frozen cell does not move the days."""
        across = self.horizontalScrollBar().value()
        super().scrollTo(index, hint)
        if index.column() < self._frozen_columns:
            self.horizontalScrollBar().setValue(across)
            return
        hidden = self._frozen.width() - self.visualRect(index).left() if not self._frozen.isHidden() else 0
        if hidden > 0:
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - hidden)


class _FrozenPart(QTableView):
    """The view over the left edge; the keyboard stays with the table below it."""

    def __init__(self, table: FrozenTableView) -> None:
        super().__init__(table)
        dress_table(self)
        self._table = table
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(table)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.hide()

    # Qt overrides

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A sideways turn scrolls the days below."""
        turn = event.angleDelta()
        if abs(turn.x()) > abs(turn.y()) or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            QApplication.sendEvent(self._table.horizontalScrollBar(), event)
        else:
            super().wheelEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        edge = self.viewport().width() - 1
        painter = QPainter(self.viewport())
        hairline(painter, QPointF(edge, 0), QPointF(edge, self.viewport().height()), meanings_of(self).line)


def _shape_signals(model: QAbstractItemModel):  # type: ignore[no-untyped-def]  # Qt's signal type is not public
    return (
        model.modelReset,
        model.layoutChanged,
        model.rowsInserted,
        model.rowsRemoved,
        model.columnsInserted,
        model.columnsRemoved,
    )


def dress_table(table: QTableView) -> None:
    """Make any table flat and quiet: no frame, smooth scrolling, words at the left in its header."""
    table.setFrameShape(QFrame.Shape.NoFrame)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setCornerButtonEnabled(False)
    table.setWordWrap(False)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setDefaultAlignment(LEFT)
    table.verticalHeader().setHighlightSections(False)
