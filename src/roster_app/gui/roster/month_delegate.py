"""Paints a day of a volunteer's calendar: the date, the festival, each duty with place and hours, absences hatched."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from roster_app.gui.roster.days import DayLook
from roster_app.gui.roster.month_model import MonthModel
from roster_app.gui.roster.people_model import DayCell
from roster_app.gui.roster.shift_chip import ShiftChips
from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, text_font
from roster_app.gui.widgets.painting import LEFT, RIGHT, hairline, hatching, paint_text, rounded_box, smooth, text_width


class MonthDelegate(QStyledItemDelegate):
    """Reads the model's cells; nothing is worked out here but where things go."""

    def __init__(self, model: MonthModel, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._month = model
        self._view = view
        self._chips = ShiftChips()

    def _paint_date(self, painter: QPainter, box: QRectF, day: DayLook, meanings: Meanings, measures: Measures) -> None:
        bold = text_font(self._chips.texts.body, bold=True)
        figure = QRectF(box.left() + measures.near, box.top() + measures.tight, measures.px(26), measures.px(20))
        ink = meanings.holiday.ink if day.is_holiday else meanings.ink
        if day.is_today:
            mark = QRectF(figure)
            mark.setWidth(max(text_width(day.figure, bold) + measures.px(8), figure.height()))
            rounded_box(painter, mark, mark.height() / 2, meanings.accent.ink)
            paint_text(painter, mark, day.figure, bold, meanings.on_accent)
        else:
            paint_text(painter, figure.adjusted(0, 0, measures.px(12), 0), day.figure, bold, ink, LEFT)
        rest = QRectF(figure.right() + measures.px(12), figure.top(), 0, figure.height())
        rest.setRight(box.right() - measures.near)
        paint_text(painter, rest, day.occasion, text_font(self._chips.texts.body, 11), ink, RIGHT)

    def _paint_duties(
        self, painter: QPainter, box: QRectF, cell: DayCell, meanings: Meanings, measures: Measures
    ) -> None:
        """Chip and hours, below them the place; it has two lines where the day has one duty and room for them."""
        left, width, line = box.left() + measures.near, box.width() - 2 * measures.near, measures.px(17)
        top, body = box.top() + measures.px(28), self._chips.texts.body
        for seat in cell.seats:
            chip = QRectF(left, top, measures.px(22), measures.px(20))
            self._chips.paint(painter, chip, seat)
            beside = QRectF(chip.right() + measures.px(6), top, width - measures.px(28), chip.height())
            words, quiet = self._month.hours(seat.duty_id), text_font(body, 12)
            paint_text(painter, beside, words, quiet, meanings.second, LEFT)
            ink = meanings.conflict.ink if seat.mark == "hard" else meanings.ink
            place = QRectF(left, chip.bottom() + measures.px(2), width, line)
            if len(cell.seats) == 1 and text_width(seat.place, quiet) > width and box.bottom() - place.bottom() > line:
                checkpoint, _dot, post = seat.place.partition("·")
                paint_text(painter, place, checkpoint, quiet, ink, LEFT)
                paint_text(painter, place.translated(0, line), post, quiet, ink, LEFT)
            else:
                paint_text(painter, place, seat.place, quiet, ink, LEFT)
            top = place.bottom() + measures.px(2)
        if cell.absences and not cell.seats:
            self._paint_absence(painter, QRectF(left, top, width, measures.px(20)), cell, meanings, measures)

    def _paint_absence(
        self, painter: QPainter, room: QRectF, cell: DayCell, meanings: Meanings, measures: Measures
    ) -> None:
        words, font = cell.absences[0].words, text_font(self._chips.texts.body, 11)
        ground = QRectF(room)
        ground.setWidth(min(room.width(), text_width(words, font) + measures.px(6)))
        painter.fillRect(ground, QColor(meanings.panel))
        paint_text(painter, room.adjusted(measures.px(3), 0, 0, 0), words, font, meanings.second, LEFT)

    def _chosen(self) -> set[tuple[int, int]]:
        return {(index.row(), index.column()) for index in self._view.selectedIndexes()}

    # Qt overrides

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        meanings, measures = meanings_of(option.palette), Measures(option.font.pixelSize())
        self._chips.use(option.font, meanings, painter.device().devicePixelRatio())
        rect, box = option.rect, QRectF(option.rect)
        day = self._month.day_at(index.row(), index.column())
        painter.fillRect(rect, QColor(day.ground(meanings) if day else meanings.ground))
        if day is not None:
            cell = self._month.cell(index.row(), index.column())
            for absence in cell.absences:
                left = box.left() + box.width() * absence.begin
                part = QRectF(left, box.top() + measures.px(26), box.width() * (absence.end - absence.begin), 0)
                part.setBottom(box.bottom() - 1)
                hatching(painter, part, meanings.third if absence.on_leave else meanings.firm_line)
            smooth(painter)
            self._paint_date(painter, box, day, meanings, measures)
            painter.save()
            painter.setClipRect(rect)
            self._paint_duties(painter, box, cell, meanings, measures)
            painter.restore()
        for start, end in ((rect.topRight(), rect.bottomRight()), (rect.bottomLeft(), rect.bottomRight())):
            hairline(painter, QPointF(start), QPointF(end), meanings.faint_line)
        ring = box.adjusted(1, 1, -2, -2)
        if index == self._view.currentIndex():
            rounded_box(painter, ring, measures.chip_radius, None, meanings.accent.ink, measures.px(2))
        elif (index.row(), index.column()) in self._chosen():
            rounded_box(painter, ring, measures.chip_radius, None, meanings.accent.ink, 1)
