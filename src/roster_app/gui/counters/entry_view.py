"""Where a duty ends: the checkpoint, the day and the shift, and what is counted of it."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.ids import CheckpointId, ShiftTypeId
from roster_app.domain.timespan import span_on
from roster_app.gui.counters.lines_view import LinesView
from roster_app.gui.widgets import ChoiceField, DateField, IconButton, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.counters import OpenCounters

_DAY = timedelta(days=1)
_WHOLE = "0"


class EntryView(QWidget):
    """`day_wished` asks for another day to be read; place and shift change only what of it is shown."""

    day_wished = Signal(object)  # the date to be read

    def __init__(self, day: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opened: OpenCounters | None = None
        self.place, self.shift = ChoiceField(), ChoiceField()
        self.day = DateField(day, _("Day"))
        self.back = IconButton("chevron-left", _("Day before"))
        self.on = IconButton("chevron-right", _("Next day"))
        self.nothing = TextLabel(_("Nothing is counted at this checkpoint. Say under Counters… what is."), "quiet")
        self.lines = LinesView()
        self._lay_out()
        self.place.chosen.connect(lambda _key: self._offer_shifts())
        self.shift.chosen.connect(lambda _key: self._show())
        self.day.dateChanged.connect(lambda: self.day_wished.emit(self.day.day))
        self.back.clicked.connect(lambda _checked=False: self.day.set_day(self.day.day - _DAY))
        self.on.clicked.connect(lambda _checked=False: self.day.set_day(self.day.day + _DAY))

    def begin(self, opened: OpenCounters, place: CheckpointId | None, moment: datetime) -> None:
        """Show the shift that ended last before a moment."""
        self.opened = opened
        self.place.clear()
        self.place.offer((str(c.id), c.name) for c in opened.directory.checkpoints_in_order)
        known = place if place in opened.directory.checkpoint else next(iter(opened.places), None)
        if known is not None:
            self.place.choose(str(known))
            ended = last_ended(opened, known, moment)
            self._offer_shifts(ended[1] if ended else None)
            self.day.set_day(ended[0] if ended else moment.date())
        self._show()

    def show_counters(self, opened: OpenCounters) -> None:
        """What is stored now, of the place, day and shift in sight."""
        self.opened = opened
        self._offer_shifts(self.shift_type_id)

    @property
    def checkpoint_id(self) -> CheckpointId | None:
        """The checkpoint in sight."""
        return CheckpointId(int(self.place.choice)) if self.place.choice else None

    @property
    def shift_type_id(self) -> ShiftTypeId | None:
        """The shift in sight; None for the day as a whole."""
        return ShiftTypeId(int(self.shift.choice)) if self.shift.choice not in ("", _WHOLE) else None

    def _offer_shifts(self, wanted: ShiftTypeId | None = None) -> None:
        if self.opened is None or self.checkpoint_id is None:
            return
        shifts = self.opened.shifts(self.checkpoint_id)
        self.shift.clear()
        self.shift.offer([*((str(s.id), s.name) for s in shifts), (_WHOLE, _("whole day"))])
        if wanted in {s.id for s in shifts}:
            self.shift.choose(str(wanted))
        elif wanted is None and self.lines.model.rowCount():
            self.shift.choose(_WHOLE)
        self._show()

    def _show(self) -> None:
        opened, place = self.opened, self.checkpoint_id
        if opened is None or place is None:
            return
        lines = opened.lines(place, self.day.day, self.shift_type_id)
        self.lines.show_lines(opened, lines)
        self.lines.setVisible(bool(lines))
        self.nothing.setVisible(not lines)

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self.place.setAccessibleName(_("Checkpoint"))
        self.shift.setAccessibleName(_("Shift"))
        row = QHBoxLayout()
        row.setSpacing(measures.near)
        for part in (self.place, self.back, self.day, self.on, self.shift):
            row.addWidget(part)
        row.addStretch(1)
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.apart)
        column.addLayout(row)
        column.addWidget(self.nothing)
        column.addWidget(self.lines, 1)


def last_ended(opened: OpenCounters, place: CheckpointId, moment: datetime) -> tuple[date, ShiftTypeId] | None:
    """The day and the shift of a checkpoint that ended last before a moment."""
    days = (moment.date() - n * _DAY for n in range(3))
    ends = [(span_on(day, s.start, s.end).end, day, s.id) for day in days for s in opened.shifts(place)]
    over = [found for found in ends if found[0] <= moment]
    return max(over)[1:] if over else None
