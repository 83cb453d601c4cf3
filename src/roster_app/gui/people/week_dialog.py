"""A person's week painted: one kind after the other, by half-hours or by the team's shifts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roster_app.domain.ids import VolunteerId, new_id
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.places import ShiftType
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.gui.people.statement_words import ShiftNames, statement_line
from roster_app.gui.people.week_grid import TimeColumn, WeekGrid, half_hours
from roster_app.gui.people.week_pattern import EMPTY, STEP, read, statements
from roster_app.gui.widgets import PanelDialog, PrimaryButton, QuietButton, SegmentedControl, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.words.names import availability_name
from roster_app.services.words.times import weekday

_KINDS = (
    AvailabilityKind.UNAVAILABLE,
    AvailabilityKind.AVAILABLE,
    AvailabilityKind.UNWANTED,
    AvailabilityKind.WANTED,
)
_KEYS = {getattr(Qt.Key, f"Key_{number}"): kind for number, kind in enumerate(_KINDS, start=1)}


class WeekDialog(PanelDialog):
    """Emits all statements of the person; those that cannot be painted stay as they are and are told."""

    submitted = Signal(object)  # the Availability entries, as a tuple

    def __init__(
        self,
        volunteer_id: VolunteerId,
        name: str,
        stated: Sequence[Availability],
        today: date,
        parent: QWidget,
        shift_types: Sequence[ShiftType] = (),
    ) -> None:
        super().__init__(_("The usual week"), parent, width=860)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show_facts(name)
        self._volunteer_id, self._today = volunteer_id, today
        self._week = read(stated, today)
        self._shifts = shift_columns(shift_types)
        names = [(k.value, f"{n} {availability_name(k)}") for n, k in enumerate(_KINDS, start=1)]
        self.brush = SegmentedControl(names, _("What is painted"))
        self.by = SegmentedControl([("hours", _("Half-hours")), ("shifts", _("Shifts"))], _("Paint by"), small=True)
        self.grid = WeekGrid([weekday(date(2024, 1, 1 + n)) for n in range(7)])
        self.grid.show_cells(self._week.cells)
        self._clear = QuietButton(_("Clear the week"))
        self._store = PrimaryButton(_("Save"))
        self._lay_out({s.id: s.name for s in shift_types})
        self._listen()
        self._show_changed()
        self.grid.setFocus()

    def statements(self) -> tuple[Availability, ...]:
        """Everything the person states, with the week as painted."""
        return statements(self._week, self.grid.cells, self._volunteer_id, self._today, new_id)

    def _lay_out(self, shifts: ShiftNames) -> None:
        tools = QWidget()
        row = QHBoxLayout(tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        row.addWidget(self.brush)
        row.addStretch(1)
        row.addWidget(self.by)
        self.by.setVisible(bool(self._shifts))
        self.add(tools)
        self.add(self.grid)
        told = _(
            "Drag over the times, or walk with the arrows, mark with Shift and paint with Space. "
            "Painting once more takes away. Whoever can stand at some times only is never rostered at others."
        )
        self.add(TextLabel(told, "second", wraps=True))
        if self._week.kept:
            lines = _("; ").join(statement_line(entry, shifts) for entry in self._week.kept)
            self.add(TextLabel(_("Stays beside it: {statements}").format(statements=lines), "second", wraps=True))
        cancel = QuietButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.add_left(self._clear)
        self.add_right(cancel)
        self.add_right(self._store)

    def _listen(self) -> None:
        self.brush.chosen.connect(self._on_brush)
        self.by.chosen.connect(self._on_by)
        self.grid.painted.connect(self._show_changed)
        self._clear.clicked.connect(self._on_clear)
        self._store.clicked.connect(self._on_store)

    def _on_brush(self, key: str) -> None:
        self.grid.brush = AvailabilityKind(key)
        self.grid.setFocus()

    def _on_by(self, key: str) -> None:
        self.grid.show_columns(self._shifts if key == "shifts" else half_hours())
        self.grid.setFocus()

    def _on_clear(self) -> None:
        self.grid.show_cells(EMPTY)
        self._show_changed()

    def _show_changed(self) -> None:
        self._store.setEnabled(self.grid.cells != self._week.cells)
        self._clear.setEnabled(self.grid.cells != EMPTY)

    def _on_store(self) -> None:
        self.submitted.emit(self.statements())
        self.accept()

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 choose what is painted."""
        kind = _KEYS.get(Qt.Key(event.key()))
        if kind is None:
            super().keyPressEvent(event)
            return
        self.brush.choose(kind.value)
        self.grid.brush = kind


def shift_columns(shift_types: Sequence[ShiftType]) -> tuple[TimeColumn, ...]:
    """The team's shifts by their times, each once; those longer than a day or on finer times are left out."""
    names: dict[tuple[int, int], str] = {}
    for shift in sorted(shift_types, key=lambda s: (s.start, s.end)):
        if shift.start % STEP == shift.end % STEP == 0 and shift.minutes <= DAY_MINUTES:
            names.setdefault((shift.start, shift.end), shift.name)
    return tuple(TimeColumn(start, end, name) for (start, end), name in names.items())
