"""The sheet as a grid: verdicts as grounds and marks, a cell mended in its place, keys for every answer."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from roster_app.gui.taking_in.sheet_model import FATE_ROLE, HEAD_ROLE, MENDED_ROLE, SheetModel
from roster_app.gui.taking_in.verdicts import MARKS, TONES, Verdict
from roster_app.gui.widgets import dress_table, hairline, meanings_of, measures_of, paint_text, rounded_box, smooth
from roster_app.gui.widgets.measures import Measures, text_font
from roster_app.gui.widgets.painting import LEFT, text_width
from roster_app.i18n import _

_NARROW, _WIDE = 44, 190
_MEASURED_ROWS = 60


class SheetTable(QTableView):
    """Enter or F2 mends the cell, Space counts it as right, Delete leaves it out."""

    counted = Signal(object)  # the addresses of the chosen cells
    left_out = Signal(object)
    current_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_table(self)
        self.sheet_model = SheetModel(self)
        self.setModel(self.sheet_model)
        self.setAccessibleName(_("Cells of the sheet"))
        self.setItemDelegate(_CellDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        measures = measures_of(self)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(measures.px(27))
        rows.setMinimumSectionSize(measures.px(20))
        self.horizontalHeader().setMinimumSectionSize(measures.px(28))
        self.sheet_model.modelReset.connect(self._fit_columns)

    def go_to(self, cell: str) -> bool:
        """Make this cell the current one; whether it is in sight here."""
        index = self.sheet_model.index_of(cell)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)
        return index.isValid()

    def chosen_cells(self) -> tuple[str, ...]:
        """The addresses of the chosen cells of which anything was read."""
        indexes = self.selectionModel().selectedIndexes() or [self.currentIndex()]
        return tuple(self.sheet_model.address(i) for i in indexes if self.sheet_model.fate(i) is not None)

    def _fit_columns(self) -> None:
        """As wide as what stands in their first rows, titles aside, within reason."""
        measures, font = measures_of(self), text_font(self.font(), 12)
        model = self.sheet_model
        rows = range(model.first_head, min(model.rowCount(), model.first_head + _MEASURED_ROWS))
        for column in range(model.columnCount()):
            texts = {str(model.index(row, column).data()) for row in rows}
            longest = max(texts, key=len, default="")
            width = text_width(longest, font) + measures.px(22)
            self.setColumnWidth(column, round(min(max(width, measures.px(_NARROW)), measures.px(_WIDE))))

    # Qt overrides

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.current_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        editing = self.state() == QAbstractItemView.State.EditingState
        if editing or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif (
            key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.edit(self.currentIndex())
        elif key == Qt.Key.Key_Space:
            self.counted.emit(self.chosen_cells())
        elif key == Qt.Key.Key_Delete:
            self.left_out.emit(self.chosen_cells())
        else:
            super().keyPressEvent(event)


class _CellDelegate(QStyledItemDelegate):
    """Ground and mark by verdict, bold in the header, struck through where left out."""

    # Qt overrides

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        verdict, is_head = index.data(FATE_ROLE), bool(index.data(HEAD_ROLE))
        tone = meanings.tone(TONES[verdict]) if isinstance(verdict, Verdict) else meanings.plain
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        smooth(painter)
        box = QRectF(option.rect)
        ground = meanings.hover if is_head else tone.ground
        painter.fillRect(option.rect, QColor(ground))
        hairline(painter, box.bottomLeft() - QPointF(0, 1), box.bottomRight() - QPointF(0, 1), meanings.faint_line)
        hairline(painter, box.topRight() - QPointF(1, 0), box.bottomRight() - QPointF(1, 0), meanings.faint_line)
        if selected:
            rounded_box(painter, box.adjusted(0, 0, -1, -1), 2, None, meanings.accent.ink, 2)
        room = box.adjusted(measures.px(6), 0, -measures.px(4), 0)
        mark = MARKS.get(verdict, "") if isinstance(verdict, Verdict) else ""
        if index.data(MENDED_ROLE):
            mark = mark or "✎"
        if mark:
            corner = QRectF(room.right() - measures.px(10), room.top(), measures.px(10), room.height())
            paint_text(painter, corner, mark, text_font(option.font, 12, bold=True), tone.ink)
            room.setRight(corner.left() - 1)
        struck = verdict == Verdict.LEFT_OUT
        ink = tone.ink if isinstance(verdict, Verdict) and verdict.needs_answer else meanings.ink
        if struck or verdict is None:
            ink = meanings.ink if is_head else meanings.second
        font = text_font(option.font, 12, bold=is_head, struck=struck)
        paint_text(painter, room, str(index.data() or ""), font, ink, LEFT)
        painter.restore()
