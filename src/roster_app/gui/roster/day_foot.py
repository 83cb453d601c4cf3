"""The line under volunteer × day: how many duties of each day nobody holds, and the sum of the period."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from roster_app.gui.roster.day_grid import DayGrid
from roster_app.gui.roster.people_model import PeopleModel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of, text_font
from roster_app.gui.widgets.painting import LEFT, hairline, paint_text, rounded_box, smooth
from roster_app.i18n import _, ngettext


class DayFoot(QWidget):
    """Follows the columns of a grid; a click on a day with vacancies goes there."""

    day_wanted = Signal(int)  # the column that was clicked

    def __init__(self, grid: DayGrid, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._people = model
        self._sum = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(measures_of(self).px(28))
        self.setAccessibleName(_("Vacancies of each day"))
        grid.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())
        grid.horizontalHeader().sectionResized.connect(lambda *_sizes: self.update())

    def show_sum(self, words: str) -> None:
        """What stands under the totals: how many duties are held, and their hours."""
        self._sum = words
        vacant = [(d.title, self._people.vacancies_on(c)) for c, d in enumerate(self._people.days)]
        self.setAccessibleDescription(
            _("; ").join([words, *(_count_words(title, count) for title, count in vacant if count)])
        )
        self.update()

    def _column_box(self, column: int) -> QRectF:
        left = self._grid.verticalHeader().width() + self._grid.columnViewportPosition(column)
        return QRectF(left, 0, self._grid.columnWidth(column), self.height())

    def _days_room(self) -> QRectF:
        return QRectF(self._grid.verticalHeader().width(), 0, self._grid.viewport().width(), self.height())

    # Qt overrides

    def mousePressEvent(self, event: QMouseEvent) -> None:
        column = self._grid.columnAt(round(event.position().x()) - self._grid.verticalHeader().width())
        if 0 <= column < len(self._people.days) and self._people.vacancies_on(column):
            self.day_wanted.emit(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings, measures = meanings_of(self), measures_of(self)
        painter = smooth(QPainter(self))
        painter.fillRect(self.rect(), QColor(meanings.ground))
        hairline(painter, QPointF(0, 0), QPointF(self.width(), 0), meanings.line)
        font = text_font(self.font(), 12)
        room = self._days_room()
        title = QRectF(measures.px(11), 0, room.left() - measures.px(11), self.height())
        count = len(self._people.people)
        words = ngettext("Vacant ({count} person in all)", "Vacant ({count} people in all)", count).format(count=count)
        paint_text(painter, title, words, font, meanings.second, LEFT)
        rest = QRectF(room.right() + measures.px(13), 0, self.width() - room.right(), self.height())
        paint_text(painter, rest, self._sum, font, meanings.second, LEFT)
        painter.setClipRect(room)
        for column in range(len(self._people.days)):
            self._paint_day(painter, column)

    def _paint_day(self, painter: QPainter, column: int) -> None:
        box = self._column_box(column)
        if box.right() < 0 or box.left() > self.width():
            return
        meanings, measures = meanings_of(self), measures_of(self)
        count = self._people.vacancies_on(column)
        if not count:
            paint_text(painter, box, "·", text_font(self.font(), 12), meanings.third)
            return
        inset = max(1.0, (box.width() - measures.px(30)) / 2)
        chip = box.adjusted(inset, measures.px(4), -inset, -measures.px(4))
        rounded_box(painter, chip, measures.tight, meanings.vacancy.ground)
        paint_text(painter, chip, str(count), text_font(self.font(), 12, bold=True), meanings.vacancy.ink)


def _count_words(title: str, count: int) -> str:
    return ngettext("{day}: {count} vacancy", "{day}: {count} vacancies", count).format(day=title, count=count)
