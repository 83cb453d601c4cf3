"""How every view of the roster is worked: which duties and whose are meant, keys, dragging, standing at a cell."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.gui.roster.duty_model import DutyModel
from roster_app.gui.roster.grid_keys import wish_of
from roster_app.gui.roster.grid_wishes import GridWishes
from roster_app.gui.roster.name_drag import DraggedName, DroppedName, carried_name, carry, dropped_name

if TYPE_CHECKING:
    _View = QAbstractItemView
else:
    _View = object


class DutyView(_View):
    """Goes before one of Qt's views; it knows what is meant and says what is wished, the page carries it out.

    A view adds which `day` is meant, how to go to another one and what it is to `turn` a page.
    """

    moved = Signal()  # another cell is current
    days_in_sight = Signal(object)  # (first, last) as DayLooks

    def __init__(self, model: DutyModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wishes = GridWishes(self)
        self._cells = model
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda _index: self.wishes.picking.emit(""))

    @property
    def duty_id(self) -> DutyId | None:
        """The first duty of the current cell."""
        return self._cells.duty_id(self.currentIndex())

    @property
    def duty_ids(self) -> list[DutyId]:
        """The duties of all selected cells, or of the current one."""
        chosen = self.selectedIndexes() or [self.currentIndex()]
        return [duty_id for index in chosen for duty_id in self._cells.duty_ids(index)]

    @property
    def person(self) -> VolunteerId | None:
        """Whose line or whose duty is current."""
        return self._cells.volunteer_id(self.currentIndex())

    @property
    def day(self) -> date | None:
        """The current day."""
        raise NotImplementedError

    def go_to_duty(self, duty_id: DutyId) -> bool:
        """Make a duty current, whatever has to be shown for it; False where this view has no place for it."""
        index = self._cells.reach(duty_id)
        if index.isValid():
            self.show_at(index)
        return index.isValid()

    def go_to_day(self, day: date, person: VolunteerId | None = None) -> None:
        """Make a day current, at that person's line or duty where there is one."""
        raise NotImplementedError

    def begin(self, day: date) -> None:
        """Another roster has come: stand at a day."""
        self.go_to_day(day)

    def turn(self, steps: int) -> None:
        """A page on, or back for a negative number."""
        raise NotImplementedError

    def tell_days(self) -> None:
        """Say once more which days are in sight."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Give everything its place."""
        raise NotImplementedError

    def show_model(self) -> None:
        """The view is made: show its cells, arranged whenever the model is read anew or the font is another one."""
        self.setModel(self._cells)
        self._cells.modelReset.connect(self.arrange)
        self.arrange()

    def stand_at(self, index: QModelIndex) -> None:
        """Make a cell current and the only one selected, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def show_at(self, index: QModelIndex) -> None:
        """Stand at a cell and see that it is in sight."""
        self.stand_at(index)
        self.scrollTo(index)

    def _dropped(self, event: QDropEvent) -> DroppedName | None:
        """A duty can be moved to any cell; a name alone needs a duty to be let go on."""
        found = dropped_name(self, event)
        if found is not None and found.copies and self._cells.duty_id(found.index) is None:
            return None
        return found

    # Qt overrides

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.model() is not None:
            self.arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = wish_of(event)
        if found is not None:
            self.wishes.carry_out(*found, self.turn)
            event.accept()
        else:
            super().keyPressEvent(event)

    def startDrag(self, actions: Qt.DropAction) -> None:
        if (duty_id := self.duty_id) is not None and (who := self.person) is not None:
            carry(self, DraggedName(who, duty_id))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried_name(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self._dropped(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if (found := self._dropped(event)) is not None:
            event.acceptProposedAction()
            self.wishes.dropping.emit(found)
