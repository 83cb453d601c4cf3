"""The 24 hours of one day on the screen: people as bars on the lanes of their posts, gaps red, now a line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.parts import Edge
from roster_app.domain.timespan import at, minute_of
from roster_app.gui.roster.duty_drag import carried_duty, carry, take_drop, weigh_drop
from roster_app.gui.roster.edge_pull import EdgePull, step_of
from roster_app.gui.roster.grid_keys import wish_of
from roster_app.gui.roster.grid_wishes import GridWishes
from roster_app.gui.roster.lanes_drawing import LanesPainter, Lay, gap_at, nearest
from roster_app.gui.roster.lanes_model import LanesModel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import smooth
from roster_app.i18n import _

_Action = QAbstractItemView.CursorAction
_STEPS = {_Action.MoveLeft: -1, _Action.MoveRight: 1, _Action.MovePrevious: -1, _Action.MoveNext: 1}
_MINUTE = 60_000


class LanesView(QAbstractItemView):
    """Left and Right go along a lane, Up and Down to who stands at the same time; a page is a day."""

    moved = Signal()  # another bar is current
    days_in_sight = Signal(object)  # (day, day) as DayLooks

    def __init__(self, model: LanesModel, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wishes = GridWishes(self)
        self._lanes = model
        self._now = now
        self._lay = Lay.of((), measures_of(self), 0)
        self._pull: EdgePull | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("The 24 hours of a day"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(model)
        self.doubleClicked.connect(lambda _index: self.wishes.picking.emit(""))
        model.modelReset.connect(self._on_reset)
        model.headerDataChanged.connect(lambda *_sections: self.viewport().update())
        clock = QTimer(self, interval=_MINUTE)
        clock.timeout.connect(self.viewport().update)
        clock.start()
        self._arrange()

    # what the arrangements ask of every view

    @property
    def duty_id(self) -> DutyId | None:
        """The duty of the current bar."""
        return self._lanes.duty_id(self.currentIndex())

    @property
    def duty_ids(self) -> list[DutyId]:
        """The duties of all selected bars."""
        chosen = self.selectedIndexes() or [self.currentIndex()]
        return [duty_id for index in chosen for duty_id in self._lanes.duty_ids(index)]

    @property
    def person(self) -> VolunteerId | None:
        """Who holds the current duty."""
        return self._lanes.volunteer_id(self.currentIndex())

    @property
    def day(self) -> date | None:
        """The day that is shown."""
        look = self._lanes.day
        return look.date if look else None

    def go_to_duty(self, duty_id: DutyId) -> bool:
        """Make a duty current, on the day in sight if it touches it; whether it is of this period."""
        if not self._lanes.index_of(duty_id).isValid() and (day := self._lanes.day_of(duty_id)) is not None:
            self._lanes.show_day(day)
        index = self._lanes.index_of(duty_id)
        if index.isValid():
            self.stand_at(index)
        return index.isValid()

    def go_to_day(self, day: date, person: VolunteerId | None = None) -> None:
        """Show a day, at a duty of that person if there is one, else where one was."""
        row = max(0, self.currentIndex().row())
        if not self._lanes.show_day(day):
            return
        rows = range(self._lanes.rowCount())
        own = (self.model().index(r, n) for r in rows for n in range(len(self._lanes.bars(r))))
        found = next((i for i in own if person is not None and self._lanes.volunteer_id(i) == person), None)
        self.stand_at(found or self._first_from(row))

    def begin(self, day: date) -> None:
        """Stand on the first bar of a day: another roster has come."""
        self._lanes.show_day(day)
        self.stand_at(self._first_from(0))

    def turn(self, steps: int) -> None:
        """A day on or back; at the end of the period, ask for the next one."""
        row = max(0, self.currentIndex().row())
        if self._lanes.turn(steps):
            self.stand_at(self._first_from(row))
        elif self._lanes.day is not None:
            self.wishes.period.emit(steps)

    def stand_at(self, index: QModelIndex) -> None:
        """Make a bar current and the only one selected, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def tell_days(self) -> None:
        """Say which day is in sight."""
        if (look := self._lanes.day) is not None:
            self.days_in_sight.emit((look, look))

    # where things are

    def _arrange(self) -> None:
        self._lay = Lay.of(self._lanes.lanes, measures_of(self), self.viewport().width())
        bar, room = self.verticalScrollBar(), self.viewport().height() - self._lay.head
        bar.setRange(0, max(0, self._lay.height - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(self._lay.lane)
        self.viewport().update()

    def _first_from(self, row: int) -> QModelIndex:
        """The first bar of that lane, or of the next one that has any."""
        count = self._lanes.rowCount()
        rows = (r % count for r in range(row, row + count)) if count else iter(())
        found = next((r for r in rows if self._lanes.bars(r)), None)
        return QModelIndex() if found is None else self.model().index(found, 0)

    def _beside(self, step: int) -> QModelIndex:
        """The bar of the next lane up or down that stands at the same time."""
        index = self.currentIndex()
        here = self._lanes.bars(index.row())[index.column()]
        row = index.row() + step
        while 0 <= row < self._lanes.rowCount():
            bars = self._lanes.bars(row)
            found = nearest([(bar.start + bar.end) / 2 for bar in bars], (here.start + here.end) / 2)
            if found >= 0:
                return self.model().index(row, found)
            row += step
        return index

    def _minute_now(self) -> int | None:
        minute = minute_of(self._now(), self.day) if self.day else -1
        return minute if 0 <= minute < 1440 else None

    def _content(self, place: QPoint) -> QPoint:
        return place + QPoint(0, self.verticalOffset() - self._lay.head)

    def _edge_at(self, place: QPoint) -> EdgePull | None:
        """The edge of a bar near a point: one that is in sight, of a duty that may be moved."""
        near = self._lay.measures.px(5)
        for beside in (QPoint(0, 0), QPoint(-near, 0), QPoint(near, 0)):
            index = self.indexAt(place + beside)
            look, span = self._lanes.look(index.row(), index.column()), self._lanes.span_of(index)
            if look is None or span is None or look.seat.locked or look.seat.ghost:
                continue
            start, end = look.bar.start, look.bar.end
            for edge, seen, fixed, moment in (
                (Edge.END, end, start, span.end),
                (Edge.START, start, end, span.start),
            ):
                is_in_sight = minute_of(moment, self._lanes.laid_on) == seen
                if is_in_sight and abs(self._lay.x(seen) - place.x()) <= near:
                    return EdgePull(look.seat.duty_id, edge, index.row(), fixed, seen)
        return None

    def _let_go(self) -> None:
        """The edge is where it was meant to be."""
        pull, self._pull = self._pull, None
        self.viewport().update()
        if pull is not None:
            self.wishes.stretching.emit(pull.duty_id, pull.edge, at(self._lanes.laid_on, pull.minute))

    def _go_to_gap(self, place: QPoint) -> bool:
        """A click on a red stretch goes to a vacancy there."""
        inside = self._content(place)
        band = self._lay.band_at(inside.y()) if place.y() >= self._lay.head else -1
        if band < 0 or (gap := gap_at(self._lanes.strip(band), self._lay.minute(inside.x()))) is None:
            return False
        for row in range(band, self._lanes.rowCount()):
            if row > band and self._lanes.lanes[row].begins_checkpoint:
                break
            for column, bar in enumerate(self._lanes.bars(row)):
                look = self._lanes.look(row, column)
                if look and look.seat.is_vacant and bar.start < gap.end and gap.start < bar.end:
                    self.stand_at(self.model().index(row, column))
                    return True
        return False

    # facts

    def _on_reset(self) -> None:
        self._arrange()
        self.tell_days()

    # Qt overrides

    def visualRect(self, index: QModelIndex) -> QRect:
        look = self._lanes.look(index.row(), index.column()) if index.isValid() else None
        if look is None or index.row() >= len(self._lay.tops):
            return QRect()
        box = self._lay.bar(index.row(), look.bar.start, look.bar.end)
        return box.toAlignedRect().translated(0, self._lay.head - self.verticalOffset())

    def indexAt(self, place: QPoint) -> QModelIndex:
        if place.y() < self._lay.head:
            return QModelIndex()
        row = self._lay.row_at(self._content(place).y())
        for column in range(len(self._lanes.bars(row)) if row >= 0 else 0):
            index = self.model().index(row, column)
            if self.visualRect(index).contains(place):
                return index
        return QModelIndex()

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
            return self._first_from(0)
        if action in (_Action.MoveUp, _Action.MoveDown):
            return self._beside(-1 if action == _Action.MoveUp else 1)
        step = {_Action.MoveLeft: -1, _Action.MoveRight: 1, _Action.MovePrevious: -1, _Action.MoveNext: 1}.get(
            action, 0
        )
        column = index.column() + step
        return self.model().index(index.row(), column) if 0 <= column < len(self._lanes.bars(index.row())) else index

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: QModelIndex) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        box, chosen = rect.normalized(), QItemSelection()
        for row in range(self._lanes.rowCount()):
            for column in range(len(self._lanes.bars(row))):
                index = self.model().index(row, column)
                if self.visualRect(index).intersects(box):
                    chosen.select(index, index)
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.scrollTo(current)
        self.setAccessibleDescription(str(self.model().data(current, Qt.ItemDataRole.AccessibleTextRole) or ""))
        self.viewport().update()
        self.moved.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self.viewport()))
        lay, meanings = self._lay, meanings_of(self)
        drawing = LanesPainter(painter, lay, meanings, self.font(), self._minute_now())
        painter.fillRect(self.viewport().rect(), meanings.panel)
        painter.save()
        painter.translate(0, lay.head - self.verticalOffset())
        first, end = self.verticalOffset(), self.verticalOffset() + self.viewport().height()
        for row, top in lay.bands:
            if top + lay.band < first or top > end:
                continue
            drawing.band(top, self._lanes.place(row), self._lanes.strip(row))
        chosen, current = set(self.selectedIndexes()), self.currentIndex()
        for row, lane in enumerate(self._lanes.lanes):
            if lay.tops[row] + lay.lane < first or lay.tops[row] > end:
                continue
            drawing.lane(row, self._lanes.post(row), self._lanes.closed(row), last=lane.ends_checkpoint)
            for column in range(len(self._lanes.bars(row))):
                index, look = self.model().index(row, column), self._lanes.look(row, column)
                if look is not None:
                    drawing.bar(row, look, current=index == current, chosen=index in chosen)
        if self._pull is not None:
            drawing.pull(self._pull)
        drawing.edges(lay.height)
        painter.restore()
        drawing.hours(_("Checkpoint · post"))
        drawing.now(min(lay.height, self.viewport().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._pull is not None and event.key() == Qt.Key.Key_Escape:
            self._pull = None
            self.viewport().update()
            return
        index, step = self.currentIndex(), step_of(event)
        duty_id, span = self._lanes.duty_id(index), self._lanes.span_of(index)
        if step is not None and duty_id is not None and span is not None:
            edge, way = step
            self.wishes.stretching.emit(duty_id, edge, (span.end if edge is Edge.END else span.start) + way)
            return
        found = wish_of(event)
        if found is not None:
            self.wishes.carry_out(*found, self.turn)
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        pull = self._edge_at(place) if event.button() == Qt.MouseButton.LeftButton else None
        if pull is not None:
            self._pull = pull
            self.stand_at(self._lanes.index_of(pull.duty_id))
        elif not self._go_to_gap(place):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pull is not None:
            fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pull = self._pull.to(self._lay.minute(self._content(place).x()), fine=fine)
            self.viewport().update()
            return
        if not event.buttons():
            over = self._edge_at(place) is not None
            self.viewport().setCursor(Qt.CursorShape.SplitHCursor if over else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pull is not None:
            self._let_go()
        else:
            super().mouseReleaseEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        if (duty_id := self.duty_id) is not None:
            carry(self, duty_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried_duty(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        weigh_drop(self, event)

    def dropEvent(self, event: QDropEvent) -> None:
        if (found := take_drop(self, event)) is not None:
            self.wishes.dropping.emit(*found)
