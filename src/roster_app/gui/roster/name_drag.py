"""A name on its way from a cell, or from the list of people, to a cell."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData, QModelIndex, Qt
from PySide6.QtGui import QDrag, QDropEvent
from PySide6.QtWidgets import QAbstractItemView

from roster_app.domain.ids import DutyId, VolunteerId

NAME_TYPE = "application/x-roster-name"
_Act = Qt.DropAction


@dataclass(frozen=True, slots=True)
class DraggedName:
    """Whose it is, and the duty it was taken from; None: from a list of people."""

    volunteer_id: VolunteerId
    duty_id: DutyId | None = None


@dataclass(frozen=True, slots=True)
class DroppedName:
    """What is let go where; `copies` leaves the name in its old place as well."""

    name: DraggedName
    index: QModelIndex
    copies: bool


def name_mime(name: DraggedName) -> QMimeData:
    """What is carried along."""
    carried = QMimeData()
    carried.setData(NAME_TYPE, QByteArray(f"{name.volunteer_id} {name.duty_id or 0}".encode()))
    return carried


def carried_name(carried: QMimeData) -> DraggedName | None:
    """The name, if it is one that is carried."""
    words = bytes(carried.data(NAME_TYPE).data()).decode().split()
    if len(words) != 2:
        return None
    who, duty_id = map(int, words)
    return DraggedName(VolunteerId(who), DutyId(duty_id) if duty_id else None)


def carry(view: QAbstractItemView, name: DraggedName) -> None:
    """Take the name of the current cell up, and wait until it is let go: Ctrl copies it."""
    drag = QDrag(view)
    drag.setMimeData(name_mime(name))
    drag.setPixmap(view.viewport().grab(view.visualRect(view.currentIndex())))
    drag.exec(_Act.MoveAction | _Act.CopyAction, _Act.MoveAction)


def dropped_name(view: QAbstractItemView, event: QDropEvent) -> DroppedName | None:
    """The name that would be let go here, and how; None where it is no name or there is no cell."""
    index = view.indexAt(event.position().toPoint())
    name = carried_name(event.mimeData())
    if name is None or not index.isValid():
        return None
    return DroppedName(name, index, name.duty_id is None or event.dropAction() == _Act.CopyAction)
