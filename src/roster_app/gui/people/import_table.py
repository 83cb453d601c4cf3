"""The table of an import: ticks, fates as chips, and every remark in a line of its own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from roster_app.gui.people.import_model import LINE_ROLE, Column, ImportModel, Line
from roster_app.gui.widgets import dress_table, measures_of
from roster_app.gui.widgets.icons import paint_icon
from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, text_font
from roster_app.gui.widgets.painting import hairline, paint_text, rounded_box, smooth, text_width
from roster_app.i18n import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WIDTHS = {
    Column.TICK: 38,
    Column.ROW: 56,
    Column.NAME: 118,
    Column.AFFILIATION: 112,
    Column.PHONE: 98,
    Column.FATE: 168,
}


class ImportTable(QTableView):
    """Space ticks the chosen rows; rows with remarks are as high as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_table(self)
        self.setAccessibleName(_("Rows of the list"))
        self.setItemDelegate(_LineDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)

    def show_plan(self, model: ImportModel) -> None:
        """Show the rows of a plan."""
        before = self.model()
        self.setModel(model)
        if before is not None:
            before.deleteLater()
        measures = measures_of(self)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, measures.px(width))
        self.horizontalHeader().setSectionResizeMode(Column.TICK, QHeaderView.ResizeMode.Fixed)
        for row in range(model.rowCount()):
            lines = max(1, len(model.line(row).remarks))
            self.setRowHeight(row, measures.px(34 if lines == 1 else 14 + 18 * lines))
        if model.rowCount():
            self.setCurrentIndex(model.index(0, Column.NAME))
        self.scrollToTop()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        model = self.model()
        if event.key() == Qt.Key.Key_Space and isinstance(model, ImportModel):
            model.toggle([index.row() for index in self.selectionModel().selectedRows()])
        else:
            super().keyPressEvent(event)


class _LineDelegate(QStyledItemDelegate):
    """Paints a cell from the whole line."""

    def _paint_fate(self, painter: QPainter, room: QRectF, line: Line, option: QStyleOptionViewItem) -> None:
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        font = text_font(option.font, 12)
        tone = meanings.tone(line.tone)
        width = text_width(line.chip, font) + 2 * measures.px(7)
        height = measures.px(20)
        box = QRectF(room.left(), room.center().y() - height / 2, width, height)
        rounded_box(painter, box, measures.chip_radius, tone.ground, meanings.line if line.tone == "plain" else None)
        paint_text(painter, box, line.chip, font, tone.ink)
        fields = line.texts[Column.FATE].partition(":")[2] or line.texts[Column.FATE].partition("：")[2]
        room.setLeft(box.right() + measures.px(6))
        paint_text(painter, room, fields.strip(), text_font(option.font, 12), meanings.second, _LEFT)

    def _paint_remarks(self, painter: QPainter, room: QRectF, line: Line, option: QStyleOptionViewItem) -> None:
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        font = text_font(option.font, 12)
        if not line.remarks:
            paint_text(painter, room, line.texts[Column.REMARKS], font, meanings.second, _LEFT)
            return
        height = measures.px(18)
        top = room.center().y() - height * len(line.remarks) / 2
        for sentence, grave in line.remarks:
            tone = meanings.act if grave else meanings.look
            side = measures.px(12)
            mark = QRectF(room.left(), top + (height - side) / 2, side, side)
            paint_icon(painter, "triangle-alert", tone.ink, mark)
            words = QRectF(mark.right() + measures.px(5), top, room.right() - mark.right() - measures.px(5), height)
            paint_text(painter, words, sentence, font, tone.ink, _LEFT)
            top += height

    def _paint_tick(
        self, painter: QPainter, index: QModelIndex | QPersistentModelIndex, option: QStyleOptionViewItem
    ) -> None:
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        tick = QStyleOptionButton()
        side = Measures(option.font.pixelSize()).px(16)
        tick.rect = QRectF(
            option.rect.center().x() - side / 2 + 1, option.rect.center().y() - side / 2 + 1, side, side
        ).toRect()
        checked = Qt.CheckState(state) == Qt.CheckState.Checked
        tick.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if checked else QStyle.StateFlag.State_Off
        )
        view = option.widget
        style = view.style()
        style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, tick, painter, view)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, line: Line, meanings: Meanings) -> None:
        grounds = {0: meanings.act.ground, 1: meanings.look.ground}
        urgency = 0 if any(grave for _sentence, grave in line.remarks) else 1 if line.remarks else 2
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(meanings.selection.ground))
        elif urgency in grounds:
            painter.fillRect(option.rect, QColor(grounds[urgency]))
        foot = option.rect.bottom()
        hairline(painter, QPointF(option.rect.left(), foot), QPointF(option.rect.right(), foot), meanings.faint_line)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(80), measures.px(34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line = index.data(LINE_ROLE)
        if not isinstance(line, Line):
            return
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        painter.save()
        smooth(painter)
        self._paint_ground(painter, option, line, meanings)
        room = QRectF(option.rect).adjusted(measures.near, 0, -measures.tight, 0)
        column = index.column()
        if column == Column.TICK:
            self._paint_tick(painter, index, option)
        elif column == Column.FATE:
            self._paint_fate(painter, room, line, option)
        elif column == Column.REMARKS:
            self._paint_remarks(painter, room, line, option)
        else:
            bold = column == Column.NAME and line.can_be_taken
            ink = meanings.ink if bold else meanings.second
            paint_text(
                painter, room, line.texts[column], text_font(option.font, 13 if bold else 12, bold=bold), ink, _LEFT
            )
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: object,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A click anywhere in the first column ticks the row."""
        if event.type() == QEvent.Type.MouseButtonRelease and index.column() == Column.TICK:
            if isinstance(model, ImportModel):
                model.toggle([index.row()])
            return True
        return False
