"""The 24 hours of one day on the screen: people as bars on the lanes of their posts, gaps red, now a line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.domain.parts import Edge
from roster_app.domain.timespan import at, minute_of
from roster_app.gui.roster.duty_view import DutyView
from roster_app.gui.roster.edge_pull import EdgePull, step_of
from roster_app.gui.roster.lanes_drawing import LanesPainter
from roster_app.gui.roster.lanes_lay import DAY, Lay
from roster_app.gui.roster.lanes_model import LanesModel
from roster_app.gui.roster.lanes_sight import LanesSight
from roster_app.gui.roster.lanes_walk import across, along, first_from
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import smooth
from roster_app.i18n import _

_Action = QAbstractItemView.CursorAction
_ACROSS = {_Action.MoveUp: -1, _Action.MoveDown: 1}
_ALONG = {_Action.MoveLeft: -1, _Action.MoveRight: 1, _Action.MovePrevious: -1, _Action.MoveNext: 1}
_MINUTE = 60_000


class LanesView(DutyView, QAbstractItemView):
    """Left and Right go along a lane, Up and Down to who stands at the same time; a page is a day."""

    def __init__(self, model: LanesModel, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._lanes = model
        self._now = now
        self._lay = Lay.of((), measures_of(self), 0)
        self._pull: EdgePull | None = None
        self.setAccessibleName(_("The 24 hours of a day"))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.modelReset.connect(self.tell_days)
        model.headerDataChanged.connect(lambda *_sections: self.viewport().update())
        clock = QTimer(self, interval=_MINUTE)
        clock.timeout.connect(self.viewport().update)
        clock.start()
        self.show_model()

    @property
    def day(self) -> date | None:
        """The day that is shown."""
        look = self._lanes.day
        return look.date if look else None

    def go_to_day(self, day: date, person: VolunteerId | None = None) -> None:
        """Show a day, at a duty of that person if there is one, else where one was."""
        row = max(0, self.currentIndex().row())
        if not self._lanes.show_day(day):
            return
        own = (i for r in range(self._lanes.rowCount()) for i, _look in self._lanes.bar_looks(r))
        found = next((i for i in own if person is not None and self._lanes.volunteer_id(i) == person), None)
        self.stand_at(found or first_from(self._lanes, row))

    def begin(self, day: date) -> None:
        """Stand on the first bar of a day."""
        self._lanes.show_day(day)
        self.stand_at(first_from(self._lanes, 0))

    def turn(self, steps: int) -> None:
        """A day on or back; at the end of the period, ask for the next one."""
        row = max(0, self.currentIndex().row())
        if self._lanes.turn(steps):
            self.stand_at(first_from(self._lanes, row))
        elif self._lanes.day is not None:
            self.wishes.period.emit(steps)

    def tell_days(self) -> None:
        if (look := self._lanes.day) is not None:
            self.days_in_sight.emit((look, look))

    def arrange(self) -> None:
        self._lay = Lay.of(self._lanes.lanes, measures_of(self), self.viewport().width())
        bar, room = self.verticalScrollBar(), self.viewport().height() - self._lay.head
        bar.setRange(0, max(0, self._lay.height - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(self._lay.lane)
        self.viewport().update()

    @property
    def _sight(self) -> LanesSight:
        return LanesSight(self._lanes, self._lay, self.verticalOffset())

    def _minute_now(self) -> int | None:
        minute = minute_of(self._now(), self.day) if self.day else -1
        return minute if 0 <= minute < DAY else None

    def _show_pull(self, pull: EdgePull | None) -> None:
        """The edge that is on its way; None: no more."""
        self._pull = pull
        self.viewport().update()

    # Qt overrides

    def visualRect(self, index: QModelIndex) -> QRect:
        return self._sight.box(index)

    def indexAt(self, place: QPoint) -> QModelIndex:
        return self._sight.index_at(place)

    def scrollTo(self, index: QModelIndex, hint: object = None) -> None:
        if not index.isValid() or index.row() >= len(self._lay.tops):
            return
        top = self._lay.tops[index.row()]
        if self._lanes.lanes[index.row()].begins_checkpoint:
            top -= self._lay.band
        foot = self._lay.tops[index.row()] + self._lay.lane
        room = self.viewport().height() - self._lay.head
        if top < self.verticalOffset():
            self.verticalScrollBar().setValue(top)
        elif foot > self.verticalOffset() + room:
            self.verticalScrollBar().setValue(foot - room)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        index = self.currentIndex()
        if not index.isValid():
            return first_from(self._lanes, 0)
        if action in _ACROSS:
            return across(self._lanes, index, _ACROSS[action])
        return along(self._lanes, index, _ALONG.get(action, 0))

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        box, chosen, sight = rect.normalized(), QItemSelection(), self._sight
        for row in range(self._lanes.rowCount()):
            for index, _look in self._lanes.bar_looks(row):
                if sight.box(index).intersects(box):
                    chosen.select(index, index)
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        self.scrollTo(current)
        self.setAccessibleDescription(str(self._lanes.data(current, Qt.ItemDataRole.AccessibleTextRole) or ""))
        self.viewport().update()
        super().currentChanged(current, previous)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self.viewport()))
        lay, meanings, room, first = self._lay, meanings_of(self), self.viewport().rect(), self.verticalOffset()
        drawing = LanesPainter(painter, lay, meanings, self.font(), self._minute_now())
        painter.fillRect(room, meanings.panel)
        painter.save()
        painter.translate(0, lay.head - first)
        seen = range(first, first + room.height())
        drawing.lanes(self._lanes, seen, self.currentIndex(), set(self.selectedIndexes()))
        if self._pull is not None:
            drawing.pull(self._pull)
        drawing.edges(lay.height)
        painter.restore()
        drawing.hours(_("Checkpoint · post"))
        drawing.now(min(lay.height, room.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pull is not None and event.key() == Qt.Key.Key_Escape:
            self._show_pull(None)
            return
        duty_id, span, step = self.duty_id, self._lanes.span_of(self.currentIndex()), step_of(event)
        if step is not None and duty_id is not None and span is not None:
            edge, way = step
            self.wishes.stretching.emit(duty_id, edge, (span.end if edge is Edge.END else span.start) + way)
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """An edge is taken hold of; a click on a red stretch goes to a vacancy there."""
        place = event.position().toPoint()
        self._pull = self._sight.edge_at(place) if event.button() == Qt.MouseButton.LeftButton else None
        if self._pull is not None:
            self.stand_at(self._lanes.index_of(self._pull.duty_id))
        elif (vacancy := self._sight.vacancy_at(place)).isValid():
            self.stand_at(vacancy)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pull is not None:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._show_pull(self._pull.to(self._lay.minute(place.x()), fine=fine))
            return
        if not event.buttons():
            over = self._sight.edge_at(place) is not None
            self.viewport().setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The edge is where it was meant to be."""
        if (pull := self._pull) is None:
            super().mouseReleaseEvent(event)
            return
        self._show_pull(None)
        self.wishes.stretching.emit(pull.duty_id, pull.edge, at(self._lanes.laid_on, pull.minute))
