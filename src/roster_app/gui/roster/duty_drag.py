"""A duty on its way from one cell to another."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from roster_app.domain.ids import DutyId

_TYPE = "application/x-roster-duty"


def duty_mime(duty_id: DutyId) -> QMimeData:
    """What is carried along."""
    carried = QMimeData()
    carried.setData(_TYPE, QByteArray(str(duty_id).encode()))
    return carried


def carried_duty(carried: QMimeData) -> DutyId | None:
    """The duty, if it is one that is carried."""
    words = bytes(carried.data(_TYPE).data()).decode()
    return DutyId(int(words)) if words.isdigit() else None


def carry(view: QAbstractItemView, duty_id: DutyId) -> None:
    """Take the duty of the current cell up, and wait until it is let go."""
    drag = QDrag(view)
    drag.setMimeData(duty_mime(duty_id))
    drag.setPixmap(view.viewport().grab(view.visualRect(view.currentIndex())))
    drag.exec(Qt.DropAction.MoveAction)


def weigh_drop(view: QAbstractItemView, event: QDragMoveEvent) -> None:
    """A duty may be let go on any cell."""
    if view.indexAt(event.position().toPoint()).isValid():
        event.acceptProposedAction()
    else:
        event.ignore()


def take_drop(view: QAbstractItemView, event: QDropEvent) -> tuple[DutyId, QModelIndex] | None:
    """The duty that was let go, and where; None where there is no cell."""
    index = view.indexAt(event.position().toPoint())
    duty_id = carried_duty(event.mimeData())
    if duty_id is None or not index.isValid():
        return None
    event.acceptProposedAction()
    return duty_id, index
