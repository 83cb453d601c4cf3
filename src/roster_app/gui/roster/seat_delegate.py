"""Paints a duty of checkpoint × day: the name, a vacancy, a conflict, a lock, a proposal, the selection."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QStyleOptionViewItem

from roster_app.gui.roster.cell_painter import CellPainter
from roster_app.gui.roster.day_grid import DayGrid
from roster_app.gui.roster.fitted_text import FittedText
from roster_app.gui.roster.looks import SeatLook
from roster_app.gui.roster.places_header import padding
from roster_app.gui.roster.places_model import PlacesModel
from roster_app.gui.widgets.icons import paint_icon
from roster_app.gui.widgets.meanings import LIGHT, Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures
from roster_app.gui.widgets.painting import rounded_box, smooth
from roster_app.i18n import _


class SeatDelegate(CellPainter):
    """Reads the looks of its model; nothing is worked out here but where things go."""

    def __init__(self, model: PlacesModel, grid: DayGrid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._places = model
        self._grid = grid
        self._texts = FittedText()
        self._meanings, self._measures = LIGHT, Measures()

    def _paint_seat(
        self, painter: QPainter, box: QRectF, look: SeatLook, meanings: Meanings, measures: Measures
    ) -> None:
        if look.ghost:
            rounded_box(painter, box, measures.chip_radius, meanings.accent.ground)
        elif look.is_vacant:
            rounded_box(painter, box, measures.chip_radius, meanings.vacancy.ground, meanings.vacancy.ink, dashed=True)
        if look.mark and not look.is_vacant:
            self._paint_mark(painter, box, look, meanings, measures)
        narrow = box.width() < measures.px(60)
        inset = 1 if narrow else measures.px(4)
        room = box.adjusted(inset, 0, -inset, 0)
        if look.locked and not narrow:
            room.adjust(measures.px(9), 0, -measures.px(9), 0)
        name, bold = look.name or _("Vacant"), look.leads and not look.is_vacant
        told = [f"{name} {hours}" for hours in look.hours] if not narrow else []
        words = self._texts.best([*told, name], room.width(), bold=bold)
        width = self._texts.paint(painter, room, words, _ink(look, meanings), bold=bold)
        if look.locked:
            self._paint_lock(painter, box, width, meanings, measures, narrow=narrow)

    def _paint_lock(
        self, painter: QPainter, box: QRectF, text_width: float, meanings: Meanings, measures: Measures, *, narrow: bool
    ) -> None:
        """A small lock after the name; a line under it where there is no room."""
        if narrow:
            line = QRectF(0, box.bottom() - measures.px(2), text_width, measures.px(2))
            line.moveLeft(box.center().x() - text_width / 2)
            painter.fillRect(line, QColor(meanings.third))
            return
        side = measures.px(11)
        left = min(box.center().x() + text_width / 2 + measures.px(3), box.right() - side)
        paint_icon(painter, "lock", meanings.second, QRectF(left, box.center().y() - side / 2, side, side))

    def _paint_mark(
        self, painter: QPainter, box: QRectF, look: SeatLook, meanings: Meanings, measures: Measures
    ) -> None:
        tone = meanings.conflict if look.mark == "hard" else meanings.look
        if look.mark == "hard" and not look.ghost:
            rounded_box(painter, box, measures.px(3), tone.ground)
        painter.fillRect(QRectF(box.left(), box.top(), measures.px(3), box.height()), QColor(tone.ink))

    # Qt overrides

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        measures = Measures(option.font.pixelSize())
        above, below = padding(self._places.row(index.row()), measures)
        return QSize(measures.px(80), measures.px(21) + above + below)

    def begin(self, painter: QPainter, font: QFont, palette: QPalette) -> None:
        self._meanings, self._measures = meanings_of(palette), Measures(font.pixelSize())
        self._texts.use(font)
        smooth(painter)

    def holds(self, row: int, column: int) -> bool:
        return self._places.has_duty(row, column) or (row, column) == self._grid.current_cell

    def paint_cell(self, painter: QPainter, box: QRectF, row: int, column: int) -> None:
        place, look = (row, column), self._places.look(row, column)
        if look is None and place != self._grid.current_cell:
            return
        meanings, measures = self._meanings, self._measures
        above, below = padding(self._places.row(row), measures)
        side = measures.px(4) if box.width() >= measures.px(64) else measures.px(2)
        inside = box.adjusted(side, above, -side - 1, -below)
        if place in self._grid.chosen_cells:
            rounded_box(painter, inside, measures.chip_radius, meanings.selection.ground)
        if look is not None:
            self._paint_seat(painter, inside, look, meanings, measures)
        if place == self._grid.current_cell:
            rounded_box(painter, inside, measures.chip_radius, None, meanings.accent.ink, measures.px(2))


def _ink(look: SeatLook, meanings: Meanings) -> str:
    if look.ghost:
        return meanings.accent.ink
    if look.is_vacant:
        return meanings.vacancy.ink
    return meanings.ink
