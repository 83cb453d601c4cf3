"""Asking for a leave: which days, whose matter, why."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from roster_app.domain.ids import LeaveId, VolunteerId, new_id
from roster_app.domain.people import Leave, LeaveKind
from roster_app.domain.timespan import DAY, DAY_MINUTES, Span, at, minute_of
from roster_app.gui.people.hours_field import HoursField
from roster_app.gui.widgets import DateRangeField, Form, PanelDialog, PrimaryButton, QuietButton, SegmentedControl
from roster_app.i18n import _
from roster_app.services.words.names import leave_kind_name


class LeaveDialog(PanelDialog):
    """Emits the leave; hours count from the first day's start to the last day's end."""

    submitted = Signal(object)  # the Leave to store

    def __init__(self, volunteer_id: VolunteerId, name: str, leave: Leave | None, today: date, parent: QWidget) -> None:
        super().__init__(_("Change the leave") if leave else _("Leave"), parent, width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show_facts(name)
        self._volunteer_id = volunteer_id
        self._leave = leave
        kinds = [(kind.value, leave_kind_name(kind)) for kind in (LeaveKind.PRIVATE, LeaveKind.OFFICIAL)]
        self._kind = SegmentedControl(kinds, _("Kind of leave"))
        first, last, start, end = _parts(leave.span) if leave else (today, today, 0, DAY_MINUTES)
        self._days = DateRangeField(first, last, _("Days"))
        self._hours = HoursField(start, end)
        self._reason = QLineEdit(leave.reason if leave else "")
        self._reason.setMaxLength(120)
        if leave:
            self._kind.choose(leave.kind.value)
        form = Form()
        form.add(
            _("&Kind"), self._kind, _("Official leave does not cost the turn; private leave is made up for later.")
        )
        form.add(_("&Days"), self._days)
        form.add(_("&Hours"), self._hours, _("From the first day's beginning to the last day's end."))
        form.add(_("&Reason"), self._reason)
        self.add(form)
        cancel = QuietButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        store = PrimaryButton(_("Save"))
        store.clicked.connect(self._on_store)
        self._reason.returnPressed.connect(self._on_store)
        self.add_right(cancel)
        self.add_right(store)
        self._days.setFocus()

    def leave(self) -> Leave:
        """The leave as it stands in the fields."""
        first, last = self._days.range
        start, end = self._hours.written if last > first else self._hours.minutes
        return Leave(
            self._leave.id if self._leave else LeaveId(new_id()),
            self._volunteer_id,
            Span(at(first, start), at(last, end)),
            LeaveKind(self._kind.choice),
            self._reason.text().strip(),
        )

    def _on_store(self) -> None:
        self.submitted.emit(self.leave())
        self.accept()


def _parts(span: Span) -> tuple[date, date, int, int]:
    """First day, last day, start and end in minutes of those days."""
    first, last = span.start.date(), (span.end - DAY / DAY_MINUTES).date()
    return first, last, minute_of(span.start, first), minute_of(span.end, last)
