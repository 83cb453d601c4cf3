"""A week to paint on: weekdays down, times across; dragged over by the mouse or walked and marked by keys."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from roster_app.domain.people import AvailabilityKind
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.gui.people.week_pattern import EMPTY, STEP, Cells, fill, kind_in
from roster_app.gui.widgets import measures_of, text_font
from roster_app.gui.widgets.meanings import Meanings, Tone, meanings_of
from roster_app.gui.widgets.painting import LEFT, hairline, hatching, paint_text
from roster_app.i18n import _
from roster_app.services.words.names import availability_name
from roster_app.services.words.times import clock

_HALF_HOUR = 30
_HOURS_TOLD = 3


@dataclass(frozen=True, slots=True)
class TimeColumn:
    """Minutes [start, end) of each day; `end` may pass 1440. Words stand over it, "" for none."""

    start: int
    end: int
    words: str = ""

    @property
    def told(self) -> str:
        """早班 06:00–14:00."""
        return f"{self.words} {clock(self.start)}–{clock(self.end)}".strip()


def half_hours() -> tuple[TimeColumn, ...]:
    """The day in forty-eight columns."""
    return tuple(TimeColumn(start, start + _HALF_HOUR) for start in range(0, DAY_MINUTES, _HALF_HOUR))


class WeekGrid(QWidget):
    """Paints with `brush`; painting over what is all of that kind takes it away. Emits each finished stroke."""

    painted = Signal()  # the cells are others now

    def __init__(self, weekdays: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.brush: AvailabilityKind = AvailabilityKind.UNAVAILABLE
        self._weekdays = tuple(weekdays)
        self._columns = half_hours()
        self._cells: Cells = EMPTY
        self._anchor, self._cursor = (0, 0), (0, 0)
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Week"))
        self._tell()

    @property
    def cells(self) -> Cells:
        return self._cells

    def show_cells(self, cells: Cells) -> None:
        """Show a week without telling anyone."""
        self._cells = cells
        self.update()

    def show_columns(self, columns: Sequence[TimeColumn]) -> None:
        """Paint by these times from now on."""
        self._columns = tuple(columns)
        self._anchor = self._cursor = (0, 0)
        self._tell()
        self.update()

    def paint_marked(self, kind: AvailabilityKind | None) -> None:
        """Paint the marked rectangle; nothing where it is all of that kind already, so that it is taken away."""
        marked = self._marked()
        same = kind is not None and all(self._kind(day, column) is kind for day, column in marked)
        for day, column in marked:
            time = self._columns[column]
            self._cells = fill(self._cells, day, time.start, time.end, None if same else kind)
        self._anchor = self._cursor
        self._tell()
        self.update()
        self.painted.emit()

    def box(self, day: int, column: int) -> QRectF:
        """Where a cell is drawn."""
        left, top = self._left(), self._top()
        width = (self.width() - left - 1) / len(self._columns)
        height = measures_of(self).px(30)
        return QRectF(left + column * width, top + day * height, width, height)

    def _kind(self, day: int, column: int) -> AvailabilityKind | None:
        time = self._columns[column]
        return kind_in(self._cells, day, time.start, time.end)

    def _marked(self) -> list[tuple[int, int]]:
        (day, column), (other_day, other_column) = self._anchor, self._cursor
        days = range(min(day, other_day), max(day, other_day) + 1)
        columns = range(min(column, other_column), max(column, other_column) + 1)
        return [(d, c) for d in days for c in columns]

    def _at(self, spot: QPointF) -> tuple[int, int]:
        box = self.box(0, 0)
        day, column = (spot.y() - box.top()) // box.height(), (spot.x() - box.left()) // box.width()
        return min(max(int(day), 0), 6), min(max(int(column), 0), len(self._columns) - 1)

    def _left(self) -> int:
        return measures_of(self).px(52)

    def _top(self) -> int:
        return measures_of(self).px(26)

    def _words(self) -> str:
        day, column = self._cursor
        kind = self._kind(day, column)
        told = availability_name(kind) if kind else _("nothing stated")
        return _("{day} {time}: {kind}").format(day=self._weekdays[day], time=self._columns[column].told, kind=told)

    def _tell(self) -> None:
        self.setAccessibleDescription(self._words())

    def _move(self, days: int, columns: int, *, marking: bool) -> None:
        day = min(max(self._cursor[0] + days, 0), 6)
        self._cursor = (day, min(max(self._cursor[1] + columns, 0), len(self._columns) - 1))
        if not marking:
            self._anchor = self._cursor
        self._tell()
        self.update()

    def _paint_head(self, painter: QPainter, meanings: Meanings) -> None:
        font = text_font(self.font(), 11)
        for number, column in enumerate(self._columns):
            box = self.box(0, number)
            head = QRectF(box.left(), 0, box.width(), self._top())
            if column.words:
                paint_text(painter, head, column.told, font, meanings.second)
            elif column.start % (_HOURS_TOLD * 60) == 0:
                head.setWidth(box.width() * 6)
                paint_text(painter, head, clock(column.start), font, meanings.second, LEFT)
        for day, words in enumerate(self._weekdays):
            box = self.box(day, 0)
            paint_text(painter, QRectF(0, box.top(), self._left(), box.height()), words, font, meanings.second, LEFT)

    def _paint_cell(self, painter: QPainter, day: int, column: int, meanings: Meanings) -> None:
        box, kind = self.box(day, column), self._kind(day, column)
        ground = tone_of_kind(kind, meanings).ground if kind else meanings.panel
        painter.fillRect(box, QColor(ground))
        if kind is None:
            self._paint_parts(painter, box, day, self._columns[column], meanings)
        if kind is AvailabilityKind.UNAVAILABLE:
            hatching(painter, box, meanings.act.ink, 7)
        elif kind in (AvailabilityKind.WANTED, AvailabilityKind.UNWANTED):
            self._paint_sign(painter, box, kind, meanings)

    def _paint_parts(self, painter: QPainter, box: QRectF, day: int, time: TimeColumn, meanings: Meanings) -> None:
        """Where something is stated for a part of the column only: a strip at the foot for each minute of it."""
        strip, width = measures_of(self).px(6), box.width() * STEP / (time.end - time.start)
        for number, start in enumerate(range(time.start, time.end, STEP)):
            kind = kind_in(self._cells, day, start, start + STEP)
            if kind is not None:
                part = QRectF(box.left() + number * width, box.bottom() - strip, width + 0.5, strip)
                painter.fillRect(part, QColor(tone_of_kind(kind, meanings).ink))

    def _paint_sign(self, painter: QPainter, box: QRectF, kind: AvailabilityKind, meanings: Meanings) -> None:
        """A plus or a minus, so that colour never stands alone."""
        sign = "+" if kind is AvailabilityKind.WANTED else "–"
        paint_text(painter, box, sign, text_font(self.font(), 12, bold=True), tone_of_kind(kind, meanings).ink)

    def _paint_lines(self, painter: QPainter, meanings: Meanings) -> None:
        first, last = self.box(0, 0), self.box(6, len(self._columns) - 1)
        for day in range(8):
            y = self.box(day, 0).top() if day < 7 else last.bottom()
            hairline(painter, QPointF(first.left(), y), QPointF(last.right(), y), meanings.line)
        for number, column in enumerate(self._columns):
            strong = bool(column.words) or column.start % (_HOURS_TOLD * 60) == 0
            if strong or column.start % 60 == 0:
                x = self.box(0, number).left()
                colour = meanings.line if strong else meanings.faint_line
                hairline(painter, QPointF(x, first.top()), QPointF(x, last.bottom()), colour)
        hairline(painter, QPointF(last.right(), first.top()), QPointF(last.right(), last.bottom()), meanings.line)

    def _paint_marked(self, painter: QPainter, meanings: Meanings) -> None:
        boxes = [self.box(day, column) for day, column in self._marked()]
        painter.setPen(QPen(QColor(meanings.accent.ink), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(boxes[0].united(boxes[-1]).adjusted(1, 1, -1, -1))

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(760), self._top() + 7 * measures.px(30) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(measures_of(self).px(480), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, meanings = QPainter(self), meanings_of(self)
        self._paint_head(painter, meanings)
        for day in range(7):
            for column in range(len(self._columns)):
                self._paint_cell(painter, day, column, meanings)
        self._paint_lines(painter, meanings)
        if self.hasFocus() or self._dragging:
            self._paint_marked(painter, meanings)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.box(0, 0).top() <= event.position().y():
            self._dragging = True
            self._anchor = self._cursor = self._at(event.position())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._cursor = self._at(event.position())
            self._tell()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self.paint_marked(self.brush)

    def event(self, event: QEvent) -> bool:
        """A tool tip tells the cell under the mouse."""
        if event.type() == QEvent.Type.ToolTip:
            day, column = self._at(QPointF(event.pos()))  # type: ignore[attr-defined]
            told = self._kind(day, column)
            words = f"{self._weekdays[day]} {self._columns[column].told}"
            QToolTip.showText(event.globalPos(), f"{words} {availability_name(told)}" if told else words, self)  # type: ignore[attr-defined]
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, with Shift they mark; Space or Enter paints, Delete clears."""
        steps = {
            Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0),
            Qt.Key.Key_Home: (0, -DAY_MINUTES), Qt.Key.Key_End: (0, DAY_MINUTES),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps:
            self._move(*steps[key], marking=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.paint_marked(self.brush)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.paint_marked(None)
        else:
            super().keyPressEvent(event)


def tone_of_kind(kind: AvailabilityKind, meanings: Meanings) -> Tone:
    """Green can stand, blue wants to, amber would rather not, red cannot."""
    return {
        AvailabilityKind.AVAILABLE: meanings.good,
        AvailabilityKind.WANTED: meanings.accent,
        AvailabilityKind.UNWANTED: meanings.look,
        AvailabilityKind.UNAVAILABLE: meanings.act,
    }[kind]
