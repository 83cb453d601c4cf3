"""A duty on its way from one cell to another."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QMimeData

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
