"""Days beside a weekly rule, left out or added to it: each a chip that goes when it is clicked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.gui.widgets import DateField, QuietButton, measures_of
from roster_app.gui.widgets.toggle_chip import ChipFilter
from roster_app.services.words.times import day_words


class DaysField(QWidget):
    """A day is chosen and added; days come in order, each once."""

    changed = Signal()  # other days are listed now

    def __init__(self, name: str, adding: str, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: tuple[date, ...] = ()
        self._field = DateField(today, f"{name}: {adding}")
        self._add = QuietButton(adding, "plus", small=True)
        self._chips = ChipFilter(name)
        self.setAccessibleName(name)
        self.setFocusProxy(self._field)
        row = QHBoxLayout()
        row.setSpacing(measures_of(self).near)
        row.addWidget(self._field)
        row.addWidget(self._add)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).near)
        column.addLayout(row)
        column.addWidget(self._chips)
        self._add.clicked.connect(self._on_add)
        self._chips.changed.connect(self._on_chips)
        self.show_days(())

    @property
    def days(self) -> tuple[date, ...]:
        """The days listed, in order."""
        return self._days

    def show_days(self, days: Iterable[date]) -> None:
        """Show these without telling anyone."""
        self._days = tuple(sorted(set(days)))
        self._chips.offer([(day.isoformat(), day_words(day), None) for day in self._days])
        self._chips.choose(day.isoformat() for day in self._days)
        self._chips.setVisible(bool(self._days))

    def _on_add(self) -> None:
        self.show_days((*self._days, self._field.day))
        self.changed.emit()

    def _on_chips(self) -> None:
        """A chip switched off takes its day back."""
        self.show_days(day for day in self._days if day.isoformat() in self._chips.chosen)
        self.changed.emit()
