"""How many people a post takes: how many are wanted, and, where that differs, needed at least and welcome at most."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.gui.widgets import NumberField, measures_of
from roster_app.gui.widgets.limit_row import LimitRow
from roster_app.i18n import _

_MOST = 99


class SeatsField(QWidget):
    """One number, and two that may be left out; they give way to it, so that they are never on its wrong side."""

    changed = Signal()  # the person changed one of them

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headcount = NumberField(1, 0, _MOST, unit=_("people"))
        self._least = NumberField(1, 0, _MOST)
        self._most = NumberField(2, 0, _MOST)
        self._minimum = LimitRow(_("at least {field} are needed"), self._least, None)
        self._maximum = LimitRow(_("at most {field} are welcome"), self._most, None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).tight)
        for part in (self._headcount, self._minimum, self._maximum):
            column.addWidget(part)
        self.setFocusProxy(self._headcount)
        self._headcount.setAccessibleName(_("People"))
        self._headcount.valueChanged.connect(self._on_headcount)
        self._minimum.changed.connect(self.changed)
        self._maximum.changed.connect(self.changed)

    @property
    def headcount(self) -> int:
        """How many are wanted."""
        return self._headcount.value()

    @property
    def minimum(self) -> int | None:
        """How many of them are needed; none: all."""
        return self._minimum.value

    @property
    def maximum(self) -> int | None:
        """Up to how many are welcome; none: no more than wanted."""
        return self._maximum.value

    @property
    def has_limits(self) -> bool:
        """Whether one of the two is stated."""
        return self.minimum is not None or self.maximum is not None

    def show_seats(self, headcount: int, minimum: int | None, maximum: int | None) -> None:
        """Show these without telling anyone."""
        blocked = self.blockSignals(True)
        self._headcount.setValue(headcount)
        self._bound(headcount)
        self._minimum.set_value(minimum)
        self._maximum.set_value(maximum)
        self.blockSignals(blocked)

    def _on_headcount(self, headcount: int) -> None:
        blocked = self.blockSignals(True)
        self._bound(headcount)
        self.blockSignals(blocked)
        self.changed.emit()

    def _bound(self, headcount: int) -> None:
        self._least.setRange(0, headcount)
        self._most.setRange(headcount, _MOST)
