"""The left edge of checkpoint × day: checkpoint, shift with its hours, and the post of each line."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from roster_app.gui.roster.places_model import PlacesModel
from roster_app.gui.roster.seat_rows import SeatRow
from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, measures_of, text_font
from roster_app.gui.widgets.painting import LEFT, hairline, paint_text, rounded_box, smooth, text_width


def padding(line: SeatRow, measures: Measures) -> tuple[int, int]:
    """The room above and below the words of a line: shifts stand apart, the seats of one shift together."""
    room = measures.near
    return room if line.begins_shift else 0, room if line.ends_shift else 0


class PlacesHeader(QHeaderView):
    """Bands over several lines keep their words in sight while they scroll by."""

    def __init__(self, model: PlacesModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._places = model
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(8)

    def columns(self) -> tuple[int, int, int]:
        """Widths of the checkpoint's, the shift's and the post's part."""
        measures = measures_of(self)
        font = text_font(self.font(), 12)
        posts = [text_width(words, font) for words in {line.post for line in self._places.lines}]
        post = min(measures.px(84), round(max(posts, default=0)) + measures.px(14))
        small = text_font(self.font(), 11)
        hours = [text_width(words, small) for words in {line.hours for line in self._places.lines}]
        return measures.px(88), max(measures.px(54), round(max(hours, default=0)) + measures.px(10)), post

    def _bands(self, *, of_shifts: bool) -> Iterator[tuple[int, QRectF]]:
        """(first line, visible box) of each checkpoint, or of each shift."""
        first = 0
        for row in range(self.count()):
            line = self._places.row(row)
            if line.begins_shift if of_shifts else line.begins_checkpoint:
                first = row
            if line.ends_shift if of_shifts else line.ends_checkpoint:
                top = self.sectionViewportPosition(first)
                bottom = self.sectionViewportPosition(row) + self.sectionSize(row)
                if bottom > 0 and top < self.viewport().height():
                    yield first, QRectF(0, top, self.width(), bottom - top)

    def _in_sight(self, band: QRectF, height: float) -> QRectF:
        """Where words of that height stand: in the middle of what is seen of the band, never outside it."""
        top, bottom = max(band.top(), 0), min(band.bottom(), self.viewport().height())
        middle = (top + bottom) / 2
        middle = max(band.top() + height / 2, min(middle, band.bottom() - height / 2))
        return QRectF(band.left(), middle - height / 2, band.width(), height)

    def _paint_place(self, painter: QPainter, row: int, band: QRectF, meanings: Meanings, measures: Measures) -> None:
        line = self._places.lines[row]
        box = self._in_sight(band, measures.px(38))
        inset = measures.px(4)
        upper = QRectF(box.left() + inset, box.top(), box.width() - 2 * inset, measures.px(20))
        paint_text(painter, upper, line.place, text_font(self.font(), bold=True), meanings.ink)
        lower = QRectF(upper.left(), upper.bottom(), upper.width(), measures.px(17))
        paint_text(painter, lower, line.place_remark, text_font(self.font(), 12), meanings.second)

    def _paint_shift(self, painter: QPainter, row: int, band: QRectF, meanings: Meanings, measures: Measures) -> None:
        line = self._places.lines[row]
        tall = band.height() >= measures.px(42)
        box = self._in_sight(band, measures.px(40) if tall else measures.px(20))
        font = text_font(self.font(), 12)
        chip = QRectF(0, 0, max(text_width(line.code, font) + measures.px(13), measures.px(25)), measures.px(19))
        chip.moveCenter(QPointF(box.center().x(), box.top() + measures.px(10)))
        tone = meanings.tone(line.tone)
        rounded_box(painter, chip, measures.chip_radius, tone.ground)
        paint_text(painter, chip, line.code, font, tone.ink)
        if tall:
            lower = QRectF(box.left(), box.top() + measures.px(21), box.width(), measures.px(17))
            size = 11 if ":" in line.hours else 12
            paint_text(painter, lower, line.hours, text_font(self.font(), size), meanings.second)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(sum(self.columns()), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        meanings, measures = meanings_of(self), measures_of(self)
        place, shift, post = self.columns()
        painter.save()
        painter.fillRect(rect, QColor(meanings.panel))
        box = QRectF(place + shift, rect.top(), post - measures.near, rect.height())
        line = self._places.row(section)
        above, below = padding(line, measures)
        box.adjust(0, above, 0, -below)
        font = text_font(self.font(), 12)
        paint_text(painter, box, self._places.lines[section].post, font, meanings.second, LEFT)
        foot = rect.bottom()
        if line.ends_shift:
            left = 0 if line.ends_checkpoint else place
            colour = meanings.line if line.ends_checkpoint else meanings.faint_line
            hairline(painter, QPointF(left, foot), QPointF(rect.right(), foot), colour)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        meanings, measures = meanings_of(self), measures_of(self)
        painter = smooth(QPainter(self.viewport()))
        place, shift, _post = self.columns()
        bottom = self.sectionViewportPosition(self.count() - 1) + self.sectionSize(self.count() - 1)
        for edge in (place - 1, self.width() - 1) if self.count() else ():
            hairline(painter, QPointF(edge, 0), QPointF(edge, bottom - 1), meanings.faint_line)
        for row, band in self._bands(of_shifts=False):
            band.setWidth(place)
            self._paint_place(painter, row, band, meanings, measures)
        for row, band in self._bands(of_shifts=True):
            band.setLeft(place)
            band.setWidth(shift)
            self._paint_shift(painter, row, band, meanings, measures)
