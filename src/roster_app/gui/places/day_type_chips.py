"""On which days something holds: every day, or some of the four day types."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.domain.calendar import DayType
from roster_app.gui.widgets.toggle_chip import ChipFilter
from roster_app.i18n import _
from roster_app.services.words import day_type_name

_EVERY = "every"


class DayTypeChips(QWidget):
    """No day type means every day, and then the chip that says so is on."""

    changed = Signal()  # the person switched one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = ChipFilter(_("Days"))
        self._before = frozenset({_EVERY})
        kinds = [(kind.value, day_type_name(kind), None) for kind in DayType]
        self._chips.offer([(_EVERY, _("Every day"), None), *kinds])
        self._chips.choose(self._before)
        self._chips.changed.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._chips)

    @property
    def day_types(self) -> frozenset[DayType]:
        """The types chosen; none for every day."""
        return frozenset(DayType(key) for key in self._chips.chosen - {_EVERY})

    def show_day_types(self, day_types: frozenset[DayType]) -> None:
        """Switch these on without telling anyone."""
        self._before = frozenset(kind.value for kind in day_types) or frozenset({_EVERY})
        self._chips.choose(self._before)

    def _on_changed(self, chosen: frozenset[str]) -> None:
        if _EVERY in chosen - self._before or not chosen - {_EVERY}:
            self.show_day_types(frozenset())
        else:
            self.show_day_types(frozenset(DayType(key) for key in chosen - {_EVERY}))
        self.changed.emit()
