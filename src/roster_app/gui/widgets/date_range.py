"""Fields for one day and for a range of days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QEvent, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QHBoxLayout, QWidget

from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _, ngettext


class DateField(QDateEdit):
    """One day, typed or picked from a calendar that begins on Monday."""

    def __init__(self, day: date, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCalendarPopup(True)
        self.setDisplayFormat("yyyy-MM-dd")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_day(day)
        calendar = self.calendarWidget()
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._dress()

    @property
    def day(self) -> date:
        day = self.date()
        return date(day.year(), day.month(), day.day())

    def set_day(self, day: date) -> None:
        self.setDate(QDate(day.year, day.month, day.day))

    def _dress(self) -> None:
        """The calendar colours its weekend red by itself; here a weekend is quiet."""
        meanings = meanings_of(self)
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendarWidget().setWeekdayTextFormat(weekday, QTextCharFormat())
        header = QTextCharFormat()
        header.setForeground(QColor(meanings.second))
        header.setBackground(QColor(meanings.panel))
        self.calendarWidget().setHeaderTextFormat(header)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._dress()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that passes over a form changes nothing in it."""
        event.ignore()


class DateRangeField(QWidget):
    """First and last day, both included; the one that was not touched gives way, so the range is never empty."""

    range_changed = Signal(object)  # (first, last) as dates, whenever the person changed one

    def __init__(
        self,
        first: date,
        last: date,
        name: str = "",
        parent: QWidget | None = None,
        *,
        within: tuple[date, date] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._first = DateField(first, _("First day"))
        self._last = DateField(last, _("Last day"))
        for field in (self._first, self._last):
            if within is not None:
                field.setDateRange(*(QDate(day.year, day.month, day.day) for day in within))
        self._length = TextLabel("", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        row.addWidget(self._first)
        row.addWidget(TextLabel("–", "quiet"))
        row.addWidget(self._last)
        row.addWidget(self._length)
        row.addStretch(1)
        self.setFocusProxy(self._first)
        self._first.dateChanged.connect(self._on_first_changed)
        self._last.dateChanged.connect(self._on_last_changed)
        self._show_length()

    @property
    def range(self) -> tuple[date, date]:
        """First and last day."""
        return self._first.day, self._last.day

    def set_range(self, first: date, last: date) -> None:
        """Show this range without telling anyone."""
        for field, day in ((self._first, first), (self._last, last)):
            field.blockSignals(True)
            field.set_day(day)
            field.blockSignals(False)
        self._show_length()

    def _show_length(self) -> None:
        first, last = self.range
        count = (last - first).days + 1
        self._length.setText(ngettext("{count} day", "{count} days", count).format(count=count))

    def _on_first_changed(self) -> None:
        self._settle(self._last)

    def _on_last_changed(self) -> None:
        self._settle(self._first)

    def _settle(self, other: DateField) -> None:
        first, last = self.range
        if first > last:
            touched = first if other is self._last else last
            other.blockSignals(True)
            other.set_day(touched)
            other.blockSignals(False)
        self._show_length()
        self.range_changed.emit(self.range)
