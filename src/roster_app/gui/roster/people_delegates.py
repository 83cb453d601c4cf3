"""Paints the cells of volunteer × day: shift chips, absences, and the totals with their bars."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from roster_app.gui.roster.cell_painter import CellPainter
from roster_app.gui.roster.day_grid import DayGrid
from roster_app.gui.roster.people_model import DayCell, PeopleModel
from roster_app.gui.roster.shift_chip import ShiftChips
from roster_app.gui.widgets.meanings import LIGHT, Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, text_font
from roster_app.gui.widgets.meter_bar import paint_meter
from roster_app.gui.widgets.painting import LEFT, RIGHT, hairline, hatching, paint_text, rounded_box, smooth
from roster_app.i18n import _


def chip_box(box: QRectF, count: int, number: int, measures: Measures) -> QRectF:
    """Where one of the chips of a cell stands: a cell with several shares its width among them."""
    height, whole = measures.px(20), box.width()
    top = box.top() + (box.height() - height) / 2
    if whole >= measures.px(90):
        return QRectF(box.left() + measures.tight + number * measures.px(26), top, measures.px(22), height)
    width = min(measures.px(21), (whole - 2) / count)
    return QRectF(box.left() + (whole - width * count) / 2 + number * width, top, width, height)


class DayCellDelegate(CellPainter):
    """A chip for each duty of the day; in wide columns the place stands beside it."""

    def __init__(self, model: PeopleModel, grid: DayGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._grid = grid
        self._chips = ShiftChips()
        self._meanings, self._measures = LIGHT, Measures()

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
        paint_text(painter, room, words, text_font(self._chips.texts.body, 12), meanings.ink, LEFT)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(25), measures.px(27))

    def begin(self, painter: QPainter, font: QFont, palette: QPalette) -> None:
        self._meanings, self._measures = meanings_of(palette), Measures(font.pixelSize())
        self._chips.use(font, self._meanings, painter.device().devicePixelRatio())
        smooth(painter)

    def holds(self, row: int, column: int) -> bool:
        grid = self._grid
        return (
            self._people.has_anything(row, column)
            or (row, column) == grid.current_cell
            or (row, column) in grid.chosen_cells
        )

    def paint_cell(self, painter: QPainter, box: QRectF, row: int, column: int) -> None:
        place = (row, column)
        cell, chosen = self._people.cell(row, column), place in self._grid.chosen_cells
        meanings, measures = self._meanings, self._measures
        if cell.absences:
            self._paint_absences(painter, box.adjusted(0, 0, -1, -1), cell, meanings)
        ring = box.adjusted(1, 1, -2, -2)
        if chosen:
            rounded_box(painter, ring, measures.chip_radius, meanings.selection.ground)
        for number, seat in enumerate(cell.seats):
            chip = chip_box(box, len(cell.seats), number, measures)
            self._chips.paint(painter, chip, seat)
        if cell.seats and box.width() >= measures.px(90):
            self._paint_place(painter, box, cell, meanings, measures)
        if place == self._grid.current_cell:
            rounded_box(painter, ring, measures.chip_radius, None, meanings.accent.ink, measures.px(2))


class TotalDelegate(CellPainter):
    """A figure and a bar with the fair band; amber where the figure lies outside it."""

    def __init__(self, model: PeopleModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._meanings, self._measures = LIGHT, Measures()
        self._plain = self._bold = QFont()

    def holds(self, row: int, column: int) -> bool:
        return True

    def begin(self, painter: QPainter, font: QFont, palette: QPalette) -> None:
        self._meanings, self._measures = meanings_of(palette), Measures(font.pixelSize())
        self._plain, self._bold = text_font(font, 12), text_font(font, 12, bold=True)

    def paint_cell(self, painter: QPainter, box: QRectF, row: int, column: int) -> None:
        look, meanings, measures = self._people.total(row, column), self._meanings, self._measures
        painter.fillRect(box, QColor(meanings.panel))
        foot = box.bottom() - 1
        hairline(painter, QPointF(box.left(), foot), QPointF(box.right() - 1, foot), meanings.faint_line)
        figure = QRectF(box.left(), box.top(), measures.px(26), box.height())
        ink = meanings.look.ink if look.outside else meanings.ink
        paint_text(painter, figure, look.figure, self._bold if look.outside else self._plain, ink, RIGHT)
        left = figure.right() + measures.px(5)
        height = measures.px(6)
        bar = QRectF(left, box.center().y() - height / 2, box.right() - left - measures.px(4), height)
        paint_meter(painter, bar.toAlignedRect().toRectF(), meanings, value=look.part, fair=look.fair)

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        return QSize(measures.px(76), measures.px(27))
