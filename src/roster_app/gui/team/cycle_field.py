"""The cycle of a fixed rotation: one shift type or a day off for each day, or one of the usual cycles at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QSizePolicy, QWidget

from roster_app.domain.ids import ShiftTypeId
from roster_app.domain.team import Directory
from roster_app.gui.team.rule_field import RuleField
from roster_app.gui.widgets import ChoiceField, FlowLayout, IconButton, measures_of
from roster_app.i18n import _
from roster_app.services.rule_catalogue import usual_cycles

_OFF, _OWN = "off", "own"
LONGEST = 42
"""Days of a cycle: six weeks."""

Cycle = tuple[ShiftTypeId | None, ...]


class CycleInput(RuleField):
    """A choice of usual cycles above the days, which can be changed one by one, made more and made fewer."""

    def __init__(self, cycle: Cycle, directory: Directory) -> None:
        super().__init__()
        self._shifts = [(_OFF, _("off")), *((str(s.id), s.name) for s in directory.shift_types)]
        self._code = {s.id: s.code for s in directory.shift_types}
        self._cycles = usual_cycles(directory)
        known = [(str(number), self._words(cycle)) for number, cycle in enumerate(self._cycles)]
        self.usual = ChoiceField([(_OWN, _("Own cycle")), *known])
        self.usual.setAccessibleName(_("Usual cycles"))
        self.usual.chosen.connect(self._on_usual)
        self.days: list[ChoiceField] = []
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=measures_of(self).tight, row_gap=measures_of(self).tight)
        self.more = IconButton("plus", _("One day more"))
        self.fewer = IconButton("minus", _("One day fewer"))
        for button in (self.more, self.fewer):
            self._flow.addWidget(button)
        self.more.clicked.connect(lambda: self._resize(1))
        self.fewer.clicked.connect(lambda: self._resize(-1))
        self._lay(self.usual, self._holder, across=False)
        self.usual.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._show(cycle)

    def values(self) -> dict[str, object]:
        return {"cycle": self.cycle}

    @property
    def cycle(self) -> Cycle:
        """The days as they stand."""
        return tuple(None if day.choice == _OFF else ShiftTypeId(int(day.choice)) for day in self.days)

    def _show(self, cycle: Sequence[ShiftTypeId | None]) -> None:
        while len(self.days) > len(cycle):
            self._take_away()
        while len(self.days) < len(cycle):
            self._append()
        for day, shift in zip(self.days, cycle, strict=True):
            day.choose(str(shift) if shift else _OFF)
        self._show_usual()

    def _append(self) -> None:
        day = ChoiceField(self._shifts)
        day.setAccessibleName(_("Day {number} of the cycle").format(number=len(self.days) + 1))
        day.chosen.connect(lambda _key: self._on_day())
        self._flow.insert_widget(len(self.days), day)
        self.days.append(day)
        day.show()

    def _take_away(self) -> None:
        day = self.days.pop()
        self._flow.removeWidget(day)
        day.hide()
        day.deleteLater()

    def _resize(self, by: int) -> None:
        if 1 <= len(self.days) + by <= LONGEST:
            self._append() if by > 0 else self._take_away()
            self._holder.updateGeometry()
            self._on_day()

    def _on_day(self) -> None:
        self._show_usual()
        self.changed.emit()

    def _on_usual(self, key: str) -> None:
        if key != _OWN:
            self._show(self._cycles[int(key)])
            self._holder.updateGeometry()
            self.changed.emit()

    def _show_usual(self) -> None:
        self.usual.choose(str(self._cycles.index(self.cycle)) if self.cycle in self._cycles else _OWN)

    def _words(self, cycle: Cycle) -> str:
        return " ".join(self._code[shift] if shift else _("off") for shift in cycle)
