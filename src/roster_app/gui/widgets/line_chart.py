"""A cost that falls while a search goes on, as a step line above the bound it cannot pass."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from roster_app.gui.widgets.chart_scale import reach, ticks_up_to
from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, measures_of, text_font
from roster_app.gui.widgets.painting import LEFT, RIGHT, hairline, paint_text, smooth
from roster_app.i18n import _

Point = tuple[float, float]
"""(seconds since the start, cost)"""


class LineChart(QWidget):
    """Each point holds until the next; the last one holds until `seconds`, carries a dot and says its value."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._costs: Sequence[Point] = ()
        self._bounds: Sequence[Point] = ()
        self._seconds = 0.0
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_search(self, costs: Sequence[Point], bounds: Sequence[Point], seconds: float) -> None:
        """The costs found and the bounds proven so far, each in order of time; `seconds` is how long it has run."""
        self._costs = tuple(costs)
        self._bounds = tuple(bounds)
        self._seconds = max([seconds, *(point[0] for point in (*costs[-1:], *bounds[-1:]))])
        self.setAccessibleDescription(" ".join(words for words in (_now(costs), _bound(bounds)) if words))
        self.update()

    def _plot(self, measures: Measures) -> QRectF:
        return QRectF(self.rect()).adjusted(measures.px(48), measures.px(6), -measures.px(2), -measures.px(24))

    def _scale(self, plot: QRectF) -> Callable[[Point], QPointF]:
        """From (seconds, cost) to a place in the plot."""
        across = _seconds_in_sight(self._seconds)
        top = self._top()

        def place(point: Point) -> QPointF:
            seconds, cost = point
            return QPointF(plot.left() + plot.width() * seconds / across, plot.bottom() - plot.height() * cost / top)

        return place

    def _top(self) -> float:
        bound = self._bounds[-1][1] if self._bounds else 0.0
        return reach([cost for _seconds, cost in self._costs], bound)

    def _line(self, points: Sequence[Point], place: Callable[[Point], QPointF]) -> QPainterPath:
        path = QPainterPath(place(points[0]))
        for point in (*points[1:], (self._seconds, points[-1][1])):
            path.lineTo(place(point).x(), path.currentPosition().y())
            path.lineTo(place(point))
        return path

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(460), measures.px(250))

    def minimumSizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(220), measures.px(130))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        measures, meanings = measures_of(self), meanings_of(self)
        plot = self._plot(measures)
        place = self._scale(plot)
        self._paint_axes(painter, plot, place, measures, meanings)
        painter.save()
        painter.setClipRect(plot.adjusted(-1, -2, 1, 1))
        if self._bounds:
            pen = QPen(QColor(meanings.third), 1.5)
            pen.setDashPattern([3, 2.5])
            painter.strokePath(self._line(self._bounds, place), pen)
        if self._costs:
            pen = QPen(QColor(meanings.accent.ink), measures.px(2))
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            painter.strokePath(self._line(self._costs, place), pen)
        painter.restore()
        if self._costs:
            self._paint_now(painter, plot, place, measures, meanings)

    def _paint_axes(
        self, painter: QPainter, plot: QRectF, place: Callable[[Point], QPointF], measures: Measures, meanings: Meanings
    ) -> None:
        font = text_font(self.font(), 11)
        for cost in ticks_up_to(self._top()) if self._costs else ():
            y = place((0, cost)).y()
            hairline(painter, QPointF(plot.left(), y), QPointF(plot.right(), y), meanings.faint_line)
            label = QRectF(0, y - measures.px(9), plot.left() - measures.near, measures.px(18))
            paint_text(painter, label, _figure(cost), font, meanings.second, RIGHT)
        hairline(painter, plot.bottomLeft(), plot.bottomRight(), meanings.line)
        for seconds in (0.0, *ticks_up_to(_seconds_in_sight(self._seconds), 5)):
            label = QRectF(0, plot.bottom() + measures.px(5), measures.px(60), measures.px(18))
            label.moveLeft(place((seconds, 0)).x() - label.width() / 2)
            if label.right() <= self.width() + label.width() / 4:
                paint_text(painter, label, _("{count} s").format(count=f"{seconds:g}"), font, meanings.second)

    def _paint_now(
        self, painter: QPainter, plot: QRectF, place: Callable[[Point], QPointF], measures: Measures, meanings: Meanings
    ) -> None:
        """The dot at the end of the line, and what it and the bound stand at."""
        dot = place((self._seconds, min(self._costs[-1][1], self._top())))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(meanings.accent.ink))
        painter.drawEllipse(dot, measures.px(4), measures.px(4))
        height = measures.px(20)
        above = QRectF(dot.x() + measures.px(10), dot.y() - height, plot.right() - dot.x(), height)
        above.moveBottom(min(above.bottom(), plot.bottom() - height))
        bold = text_font(self.font(), 12, bold=True)
        paint_text(painter, above, _now(self._costs), bold, meanings.accent.ink, LEFT)
        if self._bounds:
            y = max(place(self._bounds[-1]).y(), above.bottom() + height / 2)
            below = QRectF(above.left(), min(y, plot.bottom()) - height / 2, above.width(), height)
            paint_text(painter, below, _bound(self._bounds), text_font(self.font(), 11), meanings.second, LEFT)


def _seconds_in_sight(seconds: float) -> float:
    """The time axis runs ahead of the search, so that there is room for the words at the end of the line."""
    return max(1.0, seconds * 1.36)


def _now(costs: Sequence[Point]) -> str:
    return _("Now {cost}").format(cost=_figure(costs[-1][1])) if costs else ""


def _bound(bounds: Sequence[Point]) -> str:
    return _("Bound {cost}").format(cost=_figure(bounds[-1][1])) if bounds else ""


def _figure(cost: float) -> str:
    """Six digits at most; larger ones in millions (万 has no place on an axis that two languages share)."""
    return f"{cost:.6g}" if abs(cost) < 1e6 else f"{cost / 1e6:.3g} M"
