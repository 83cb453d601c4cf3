"""The days of the next roster: guessed from the periods there are, changed in a small dialog."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.domain.calendar import DayTable
from roster_app.domain.roster import RosterPeriod
from roster_app.domain.timespan import DAY
from roster_app.gui.roster.year_banner import YearBanner
from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.date_range import DateRangeField
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.form import Form
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.i18n import _
from roster_app.services.words import period_title

_LATE_IN_THE_MONTH = 20
MONTH, TWO_WEEKS, WEEK = "month", "two_weeks", "week"
Days = tuple[date, date]


def next_days(periods: Sequence[RosterPeriod], today: date, length: str = MONTH) -> Days:
    """The days after the last period; without any, this month, or late in it the next one.

    A month ends with the calendar's month, so that a period begun in its middle falls into step.
    """
    if periods:
        first = max(p.last for p in periods) + DAY
    elif length != MONTH:
        first = today + DAY * (7 - today.weekday())
    else:
        first = today.replace(day=1) if today.day <= _LATE_IN_THE_MONTH else _month_end(today) + DAY
    if length == MONTH:
        return first, _month_end(first)
    return first, first + DAY * (13 if length == TWO_WEEKS else 6)


def _month_end(day: date) -> date:
    later = day.replace(day=28) + DAY * 4
    return later - DAY * later.day


class NewPeriodDialog(PanelDialog):
    """A month by default; a week or two by a click; any other days by typing."""

    submitted = Signal(object)  # (first, last)
    day_wanted = Signal(object)  # a day of a year that is not announced, to look at in the calendar

    def __init__(self, periods: Sequence[RosterPeriod], today: date, parent: QWidget, table: DayTable) -> None:
        super().__init__(_("New period"), parent, width=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._periods = tuple(periods)
        self._today = today
        self._table = table
        self.year_banner = YearBanner(framed=False)
        self.year_banner.day_wanted.connect(self.day_wanted)
        self.year_banner.day_wanted.connect(self.reject)
        self._lengths = SegmentedControl(
            [(MONTH, _("Month")), (TWO_WEEKS, _("Two weeks")), (WEEK, _("Week"))], _("Length")
        )
        self._range = DateRangeField(*next_days(periods, today), _("Days"))
        self._create = PrimaryButton("")
        cancel = QuietButton(_("Cancel"))
        form = Form()
        form.add(_("Length"), self._lengths)
        self._days_row = form.add(_("Days"), self._range)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.year_banner)
        column.addWidget(form)
        self.add(sheet)
        self.add_right(cancel)
        self.add_right(self._create)
        self._lengths.chosen.connect(self._on_length_chosen)
        self._range.range_changed.connect(lambda _days: self._check())
        self._create.clicked.connect(lambda _checked=False: self._submit())
        cancel.clicked.connect(self.reject)
        self._check()
        self._create.setFocus()

    @property
    def days(self) -> Days:
        """First and last day, both included."""
        return self._range.range

    def show_refusal(self, sentence: str) -> None:
        """Why these days cannot be."""
        self._days_row.show_error(sentence)

    def _on_length_chosen(self, length: str) -> None:
        self._range.set_range(*next_days(self._periods, self._today, length))
        self._check()

    def _check(self) -> None:
        """Say at once what is in the way."""
        first, last = self.days
        self._create.setText(_("Create {period}").format(period=period_title(first, last)))
        other = next((p for p in self._periods if p.first <= last and first <= p.last), None)
        taken = (
            _("{period} has these days already").format(period=period_title(other.first, other.last)) if other else ""
        )
        self._days_row.show_error(taken)
        self._create.setEnabled(other is None)
        self.year_banner.tell(self._table.unannounced_years(first, last))
        if self.isVisible():
            self._fit()

    def _submit(self) -> None:
        if self._create.isEnabled():
            self.submitted.emit(self.days)
