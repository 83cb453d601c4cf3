"""A strip of hours: coloured spans for what is covered, red frames for what is not, a line for now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from roster_app.gui.widgets.hour_spans import HourSpan, lanes_of, within_day
from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, measures_of, text_font
from roster_app.gui.widgets.painting import hairline, paint_text, rounded_box, smooth, text_width

_DAY = 1440


class HourBar(QWidget):
    """Shows minutes 0 to 1440 (or another window); what runs past midnight comes in again at the left.

    Overlapping spans lie in lanes. Left and Right go from span to span; Enter or a click chooses one.
    """

    chosen = Signal(object)  # the HourSpan

    def __init__(
        self, name: str, *, with_hours: bool = False, leads: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._spans: Sequence[HourSpan] = ()
        self._pieces: list[tuple[HourSpan, HourSpan]] = []
        self._lanes: list[int] = []
        self._window = (0, _DAY)
        self._now: int | None = None
        self._with_hours = with_hours
        self._leads = leads
        self._at = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if leads else Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_spans(
        self, spans: Sequence[HourSpan], *, now: int | None = None, window: tuple[int, int] = (0, _DAY)
    ) -> None:
        """Spans and gaps in minutes; `now` draws the line of the present; `window` is what the strip reaches over."""
        self._spans = tuple(spans)
        self._window = window
        self._pieces = [(piece, span) for span in spans for piece in within_day(span, *window)]
        self._lanes = lanes_of([piece for piece, _span in self._pieces])
        self._now = now
        self._at = 0
        self.setAccessibleDescription("; ".join(span.words() for span in spans))
        self.updateGeometry()
        self.update()

    @property
    def spans(self) -> Sequence[HourSpan]:
        return self._spans

    def _x(self, minute: float) -> float:
        start, end = self._window
        return (self.width() - 1) * (minute - start) / (end - start)

    def _box(self, index: int, measures: Measures) -> QRectF:
        piece = self._pieces[index][0]
        top = self._lanes[index] * measures.px(28)
        left, right = self._x(piece.start), self._x(piece.end)
        return QRectF(left, top, max(right - left - 1.5, 2), measures.px(26))

    def _choose(self, index: int) -> None:
        if self._leads and 0 <= index < len(self._pieces):
            self._at = index
            self.update()
            self.chosen.emit(self._pieces[index][1])

    def _paint_piece(self, painter: QPainter, index: int, measures: Measures, meanings: Meanings) -> None:
        piece = self._pieces[index][0]
        box = self._box(index, measures)
        tone = meanings.vacancy if piece.is_gap else meanings.tone(piece.tone)
        focused = self.hasFocus() and index == self._at
        line = meanings.accent.ink if focused else tone.ink if piece.is_gap else None
        rounded_box(painter, box, measures.px(3), tone.ground, line, 1.5, dashed=piece.is_gap and not focused)
        font = text_font(self.font(), 12, bold=piece.is_gap)
        room = box.adjusted(measures.px(3), 0, -measures.px(3), 0)
        if piece.text and room.width() >= min(text_width(piece.text, font), measures.px(28)):
            paint_text(painter, room, piece.text, font, tone.ink)

    def _paint_hours(self, painter: QPainter, measures: Measures, meanings: Meanings) -> None:
        start, end = self._window
        font = text_font(self.font(), 11)
        top = self.height() - measures.px(18)
        step = 360 if self.width() < measures.px(360) else 120 if self.width() > measures.px(760) else 180
        for minute in range(start + (-start) % step, end + 1, step):
            label = QRectF(self._x(minute) - measures.px(20), top, measures.px(40), measures.px(18))
            label.moveLeft(min(max(label.left(), -measures.px(12)), self.width() - label.width() + measures.px(12)))
            hour = minute // 60 if minute == end else minute // 60 % 24
            paint_text(painter, label, f"{hour:02d}", font, meanings.second)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        lanes = max(self._lanes, default=0) + 1
        return QSize(measures.px(400), lanes * measures.px(28) + (measures.px(18) if self._with_hours else 0))

    def minimumSizeHint(self) -> QSize:
        return QSize(measures_of(self).px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        measures, meanings = measures_of(self), meanings_of(self)
        base = QRectF(0, 0, self.width(), measures.px(26))
        if not self._pieces:
            rounded_box(painter, base, measures.px(3), meanings.track)
        for index in range(len(self._pieces)):
            self._paint_piece(painter, index, measures, meanings)
        if self._with_hours:
            self._paint_hours(painter, measures, meanings)
        if self._now is not None:
            x = self._x(self._now)
            foot = self.height() - (measures.px(18) if self._with_hours else 0)
            painter.fillRect(QRectF(x - 1, 0, 2, foot), QColor(meanings.accent.ink))
            hairline(painter, QPointF(x - 2, 0), QPointF(x - 2, foot), meanings.panel)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        measures = measures_of(self)
        for index in range(len(self._pieces)):
            if self._box(index, measures).contains(event.position()):
                self._choose(index)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._pieces:
            self._at = (self._at + step) % len(self._pieces)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._at)
        else:
            super().keyPressEvent(event)
