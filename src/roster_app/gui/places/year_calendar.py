"""A whole year at a glance: weekends grey, holidays red, make-up workdays amber, days set by hand with a corner."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from roster_app.domain.calendar import DayTable, DayType
from roster_app.domain.timespan import DAY
from roster_app.gui.places.words import listed
from roster_app.gui.places.year_layout import YearLayout, days_of
from roster_app.gui.places.year_words import day_sentence, source_sentence
from roster_app.gui.widgets import (
    Meanings,
    Measures,
    meanings_of,
    measures_of,
    paint_text,
    rounded_box,
    smooth,
    text_font,
)
from roster_app.i18n import _
from roster_app.services.words import date_words, weekday

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_MONDAY = date(2024, 1, 1)


class YearCalendar(QWidget):
    """The arrow keys walk by days and weeks, Page Up and Page Down by months, Home and End to the year's ends."""

    chosen = Signal(object)  # the day the person chose
    year_wished = Signal(int)  # the person walked out of the year

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._day = today
        self._table = DayTable()
        self._layout: YearLayout | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Calendar of the year"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self._describe()

    @property
    def day(self) -> date:
        """The day chosen now."""
        return self._day

    @property
    def year(self) -> int:
        return self._day.year

    def show_days(self, table: DayTable) -> None:
        """Colour the days after this table."""
        self._table = table
        self._describe()
        self.update()

    def choose(self, day: date) -> None:
        """Show this day, and its year, as chosen, without telling anyone."""
        self._day = day
        self._layout = None
        self._describe()
        self.update()

    def layout_now(self) -> YearLayout:
        """Where everything stands at this size."""
        if self._layout is None or self._layout.year != self.year:
            self._layout = YearLayout.of(self.year, self.width() - 1, self.height() - 1, measures_of(self))
        return self._layout

    def words_of(self, day: date) -> str:
        """A day as a phrase."""
        return listed([date_words(day), day_sentence(self._table.day(day)), source_sentence(self._table, day)])

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words_of(self._day))

    def _go(self, day: date) -> None:
        left_year = day.year != self.year
        self.choose(day)
        if left_year:
            self.year_wished.emit(day.year)
        self.chosen.emit(day)

    def _paint_month(self, painter: QPainter, month: int, measures: Measures, meanings: Meanings) -> None:
        layout = self.layout_now()
        box = layout.months[month - 1]
        name = QRectF(box.left() + measures.tight, box.top(), box.width(), measures.px(24))
        title = QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat)
        paint_text(painter, name, title, text_font(self.font(), 13, bold=True), meanings.ink, _LEFT)
        for number in range(7):
            head = QRectF(box.left() + number * layout.cell[0], name.bottom(), layout.cell[0], measures.px(20))
            paint_text(painter, head, _letter(number), text_font(self.font(), 11), meanings.second)
        for day in days_of(self.year, month):
            self._paint_day(painter, day, measures, meanings)

    def _paint_day(self, painter: QPainter, day: date, measures: Measures, meanings: Meanings) -> None:
        found = self._table.day(day)
        box = self.layout_now().box(day).adjusted(0.5, 0.5, -0.5, -0.5)
        tone = {
            DayType.REST_DAY: meanings.weekend,
            DayType.HOLIDAY: meanings.holiday,
            DayType.MAKEUP_WORKDAY: meanings.look,
        }.get(found.type)
        if tone is not None:
            rounded_box(painter, box, measures.px(3), tone.ground)
        if found.overridden:
            _paint_corner(painter, box, measures.px(6), meanings.accent.ink)
        if day == self._day:
            width = 2.0 if self.hasFocus() else 1.5
            rounded_box(painter, box, measures.px(3), None, meanings.accent.ink, width)
        ink = meanings.accent.ink if day == self._today else tone.ink if tone is not None else meanings.ink
        strong = day == self._today or found.type in (DayType.HOLIDAY, DayType.MAKEUP_WORKDAY)
        paint_text(painter, box, str(day.day), text_font(self.font(), 12, bold=strong), ink)
        if day == self._today:
            foot = QRectF(box.center().x() - measures.px(6), box.bottom() - 3, measures.px(12), 2)
            painter.fillRect(foot, ink)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(340), YearLayout.least_height(max(self.width(), measures.px(340)), measures))

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(720), measures.px(560))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        measures, meanings = measures_of(self), meanings_of(self)
        for month in range(1, 13):
            self._paint_month(painter, month, measures, meanings)

    def resizeEvent(self, event: QEvent) -> None:
        self._layout = None
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.layout_now().day_at(event.position())
        if day is not None:
            self._go(day)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._go(self._day + DAY * _STEPS[key])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._go(_month_away(self._day, 1 if key == Qt.Key.Key_PageDown else -1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(date(self.year, 1, 1) if key == Qt.Key.Key_Home else date(self.year, 12, 31))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            day = self.layout_now().day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words_of(day) if day else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._layout = None
            self.updateGeometry()


class HandMark(QWidget):
    """For the legend: a day with the corner of those set by hand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def sizeHint(self) -> QSize:
        side = measures_of(self).px(20)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, meanings, measures = smooth(QPainter(self)), meanings_of(self), measures_of(self)
        box = QRectF(self.rect())
        rounded_box(painter, box, measures.px(3), meanings.panel, meanings.line)
        _paint_corner(painter, box, measures.px(6), meanings.accent.ink)


def _paint_corner(painter: QPainter, box: QRectF, side: float, colour: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    top = box.topRight()
    painter.drawPolygon(QPolygonF([top, QPointF(top.x() - side, top.y()), QPointF(top.x(), top.y() + side)]))


def _month_away(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, len(days_of(year, month))))


def _letter(number: int) -> str:
    """一 … 日, Mo … Su."""
    words = weekday(_MONDAY + DAY * number)
    return words[:2] if words.isascii() else words[-1:]
