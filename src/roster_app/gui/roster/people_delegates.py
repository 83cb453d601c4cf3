"""Paints the cells of volunteer × day: shift chips, absences, and the totals with their bars."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from roster_app.gui.roster.day_grid import DayGrid
from roster_app.gui.roster.fitted_text import FittedText
from roster_app.gui.roster.people_model import DayCell, PeopleModel
from roster_app.gui.roster.shift_chip import paint_shift_chip
from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, text_font
from roster_app.gui.widgets.meter_bar import paint_meter
from roster_app.gui.widgets.painting import hairline, hatching, paint_text, rounded_box, smooth
from roster_app.i18n import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def chip_box(box: QRectF, count: int, number: int, measures: Measures) -> QRectF:
    """Where one of the chips of a cell stands: a cell with several shares its width among them."""
    height = measures.px(20)
    if box.width() >= measures.px(90):
        return QRectF(box.left() + measures.tight + number * measures.px(26), 0, measures.px(22), height)
    width = min(measures.px(21), (box.width() - 2) / count)
    left = box.center().x() - width * count / 2
    return QRectF(left + number * width, 0, width, height)


class DayCellDelegate(QStyledItemDelegate):
    """A chip for each duty of the day; in wide columns the place stands beside it."""

    def __init__(self, model: PeopleModel, grid: DayGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._grid = grid
        self._texts = FittedText()

    def _paint_absences(self, painter: QPainter, box: QRectF, cell: DayCell, meanings: Meanings) -> None:
        for absence in cell.absences:
            left = box.left() + box.width() * absence.begin
            part = QRectF(left, box.top(), box.width() * (absence.end - absence.begin), box.height())
            hatching(painter, part, meanings.third if absence.on_leave else meanings.firm_line)

    def _paint_place(
        self, painter: QPainter, box: QRectF, cell: DayCell, meanings: Meanings, measures: Measures
    ) -> None:
        left = measures.near + len(cell.seats) * measures.px(26)
        room = box.adjusted(left, 0, -measures.tight, 0)
        words = _(", ").join(seat.place for seat in cell.seats)
        paint_text(painter, room, words, text_font(self._texts.body, 12), meanings.ink, _LEFT)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(25), measures.px(27))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        place = (index.row(), index.column())
        cell, chosen = self._people.cell(*place), place in self._grid.chosen_cells
        if not (cell.seats or cell.absences or chosen or place == self._grid.current_cell):
            return
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        self._texts.use(option.font)
        box = QRectF(option.rect)
        self._paint_absences(painter, box.adjusted(0, 0, -1, -1), cell, meanings)
        smooth(painter)
        ring = box.adjusted(1, 1, -2, -2)
        if chosen:
            rounded_box(painter, ring, measures.chip_radius, meanings.selection.ground)
        for number, seat in enumerate(cell.seats):
            chip = chip_box(box, len(cell.seats), number, measures)
            chip.moveTop(box.center().y() - chip.height() / 2)
            paint_shift_chip(painter, chip, seat, self._texts, meanings, measures)
        if cell.seats and box.width() >= measures.px(90):
            self._paint_place(painter, box, cell, meanings, measures)
        if place == self._grid.current_cell:
            rounded_box(painter, ring, measures.chip_radius, None, meanings.accent.ink, measures.px(2))


class TotalDelegate(QStyledItemDelegate):
    """A figure and a bar with the fair band; amber where the figure lies outside it."""

    def __init__(self, model: PeopleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = model

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(76), measures.px(27))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        look = self._people.total(index.row(), index.column())
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        rect, box = option.rect, QRectF(option.rect)
        painter.fillRect(rect, QColor(meanings.panel))
        hairline(painter, QPointF(rect.bottomLeft()), QPointF(rect.bottomRight()), meanings.faint_line)
        figure = QRectF(box.left(), box.top(), measures.px(26), box.height())
        ink = meanings.look.ink if look.outside else meanings.ink
        paint_text(painter, figure, look.figure, text_font(option.font, 12, bold=look.outside), ink, _RIGHT)
        left = figure.right() + measures.px(5)
        height = measures.px(6)
        bar = QRectF(left, box.center().y() - height / 2, box.right() - left - measures.px(4), height)
        paint_meter(painter, bar.toAlignedRect().toRectF(), meanings, value=look.part, fair=look.fair)
