"""A day that may be left open."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from roster_app.gui.widgets import DateField, measures_of
from roster_app.i18n import _


class OptionalDateField(QWidget):
    """A tick, and a day that counts while the tick is set."""

    changed = Signal()  # the person set, cleared or changed it

    def __init__(self, name: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._tick = QCheckBox()
        self._tick.setAccessibleName(_("{field} is set").format(field=name))
        self._field = DateField(today, name)
        self._field.setEnabled(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).tight)
        row.addWidget(self._tick)
        row.addWidget(self._field, 1)
        self.setAccessibleName(name)
        self.setFocusProxy(self._tick)
        self._tick.toggled.connect(self._field.setEnabled)
        self._tick.toggled.connect(lambda _on: self.changed.emit())
        self._field.dateChanged.connect(lambda _day: self.changed.emit())

    @property
    def day(self) -> date | None:
        """The day, or none."""
        return self._field.day if self._tick.isChecked() else None

    def set_day(self, day: date | None) -> None:
        """Show this day, or none, without telling anyone."""
        before = self.blockSignals(True)
        self._field.set_day(day or self._today)
        self._tick.setChecked(day is not None)
        self._field.setEnabled(day is not None)
        self.blockSignals(before)
