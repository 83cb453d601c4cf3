"""Which days of the period are printed: a week of it, all of it, or days of one's own."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.sheet_choices import Days, week_to_begin_with, weeks_of
from roster_app.gui.widgets import ChoiceField, DateField, IconButton, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.words import day_words

_OWN = "own"


class DaysField(QWidget):
    """A quick choice with arrows, and under it first and last day; both included, both inside the period."""

    days_changed = Signal(object)  # (first, last), whenever the person chose others

    def __init__(self, parent: QWidget | None = None, *, whole: bool = False) -> None:
        """`whole` begins with the whole period instead of today's week."""
        super().__init__(parent)
        self._begins_whole = whole
        self._weeks: tuple[Days, ...] = ()
        self._whole: Days | None = None
        self._shown: Days | None = None
        self._back = IconButton("chevron-left", _("The week before"), small=True)
        self._on = IconButton("chevron-right", _("The week after"), small=True)
        self.choice = ChoiceField()
        self.choice.setAccessibleName(_("Days"))
        self.first, self.last = DateField(date(2020, 1, 1), _("First day")), DateField(date(2020, 1, 1), _("Last day"))
        self._lay_out()
        self.choice.chosen.connect(self._on_chosen)
        self._back.clicked.connect(lambda _checked=False: self._step(-1))
        self._on.clicked.connect(lambda _checked=False: self._step(1))
        self.first.dateChanged.connect(lambda _day: self._on_typed(self.first))
        self.last.dateChanged.connect(lambda _day: self._on_typed(self.last))

    @property
    def days(self) -> Days:
        """First and last day."""
        return self.first.day, self.last.day

    def show_period(self, period: RosterPeriod, today: date) -> None:
        """Offer the weeks of a period; days chosen before stay where they lie in it, else it begins anew."""
        before = self._shown
        self._weeks, self._whole = weeks_of(period), (period.first, period.last)
        offered = [(_key(week), _week_words(week, today)) for week in self._weeks]
        if self._whole not in self._weeks:
            offered.append((_key(self._whole), _("The whole period")))
        self.choice.offer([*offered, (_OWN, _("Other days"))])
        stays = before is not None and period.first <= before[0] and before[1] <= period.last
        for field in (self.first, self.last):
            field.blockSignals(True)
            field.setDateRange(_qdate(period.first), _qdate(period.last))
            field.blockSignals(False)
        at_first = self._whole if self._begins_whole else week_to_begin_with(period, today)
        self._show(before if stays and before is not None else at_first)

    def _show(self, days: Days) -> None:
        for field, day in ((self.first, days[0]), (self.last, days[1])):
            field.blockSignals(True)
            field.set_day(day)
            field.blockSignals(False)
        self._shown = days
        self.choice.choose(_key(days) if days in (*self._weeks, self._whole) else _OWN)
        place = self._place()
        self._back.setEnabled(place is not None and place > 0)
        self._on.setEnabled(place is not None and place + 1 < len(self._weeks))

    def _place(self) -> int | None:
        """The place of the days among the weeks; None for other days."""
        return self._weeks.index(self._shown) if self._shown in self._weeks else None

    def _step(self, steps: int) -> None:
        place = self._place()
        if place is not None and 0 <= place + steps < len(self._weeks):
            self._take(self._weeks[place + steps])

    def _on_chosen(self, key: str) -> None:
        offered = (*self._weeks, self._whole)
        found = next((days for days in offered if days is not None and _key(days) == key), None)
        if found is not None:
            self._take(found)
        else:
            self.first.setFocus()

    def _on_typed(self, touched: DateField) -> None:
        """The day that was not touched gives way, so that there always is a day."""
        first, last = self.days
        if first > last:
            first = last = touched.day
        self._take((first, last))

    def _take(self, days: Days) -> None:
        changed = days != self._shown
        self._show(days)
        if changed:
            self.days_changed.emit(days)

    def _lay_out(self) -> None:
        measures = measures_of(self)
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for row in (upper, lower):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(measures.tight)
        upper.addWidget(self._back)
        upper.addWidget(self.choice, 1)
        upper.addWidget(self._on)
        lower.addWidget(self.first, 1)
        lower.addWidget(TextLabel("–", "quiet"))
        lower.addWidget(self.last, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.near)
        column.addLayout(upper)
        column.addLayout(lower)
        self.choice.setSizeAdjustPolicy(ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(8)
        for field in (self.first, self.last):
            field.setDisplayFormat("MM-dd")  # the year is the period's, and stands in the header
            field.setMinimumWidth(measures.px(100))


def _key(days: Days) -> str:
    return f"{days[0].isoformat()}/{days[1].isoformat()}"


def _week_words(week: Days, today: date) -> str:
    words = day_words(week[0])
    if week[0] != week[1]:
        words = _("{first} – {last}").format(first=words, last=day_words(week[1]))
    return _("{days} · this week").format(days=words) if week[0] <= today <= week[1] else words


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
