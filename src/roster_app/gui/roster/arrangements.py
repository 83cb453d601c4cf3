"""All arrangements of one roster: which one is in front, what is selected there, and how to go to a duty."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from roster_app.domain.ids import DutyId, PeriodId, VolunteerId
from roster_app.gui.roster.cell_strip import CellStrip
from roster_app.gui.roster.day_grid import DayGrid
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.duty_view import DutyView
from roster_app.gui.roster.lanes_model import LanesModel
from roster_app.gui.roster.lanes_view import LanesView
from roster_app.gui.roster.month_model import MonthModel
from roster_app.gui.roster.month_view import MonthView
from roster_app.gui.roster.people_model import PeopleModel
from roster_app.gui.roster.people_view import PeopleView
from roster_app.gui.roster.places_model import PlacesModel
from roster_app.gui.roster.places_view import PlacesView
from roster_app.gui.roster.row_filter import RowFilter, Sieve
from roster_app.gui.roster.zooming import Zooming

BY_PLACE, BY_PERSON, BY_DAY, BY_MONTH = "places", "people", "day", "month"


class Arrangements(QStackedWidget):
    """Switching keeps what is meant: the same duty, or the same day."""

    filtered = Signal(object)  # the RowFilter in force now
    moved = Signal()  # another cell is current, or another arrangement is in front
    switched = Signal(str)  # the name of the one in front now
    days_in_sight = Signal(object)  # (first, last) as DayLooks, of the arrangement in front

    def __init__(self, document: RosterDocument, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._today = now().date()
        self._period: PeriodId | None = None
        self._last: tuple[DutyId | None, VolunteerId | None, date | None] = (None, None, None)
        self.places_model = PlacesModel(document, self._today, self)
        self.people_model = PeopleModel(document, self._today, self)
        self.lanes_model = LanesModel(document, self._today, self)
        self.places = PlacesView(self.places_model)
        self.people = PeopleView(self.people_model)
        self.lanes = LanesView(self.lanes_model, now)
        self.month = MonthView(MonthModel(document, self.people_model, self))
        self._pages: dict[str, QWidget] = {
            BY_PLACE: self.places,
            BY_PERSON: self.people,
            BY_DAY: self.lanes,
            BY_MONTH: self.month,
        }
        for page in self._pages.values():
            self.addWidget(page)
        self.strip = CellStrip()
        self.people.add_below(self.strip)
        self.people.foot.day_wanted.connect(self._on_day_wanted)
        self.filter = RowFilter()
        self.zooming = Zooming(self._pages.values(), self.grids.values(), self)
        for grid in self.grids.values():
            grid.moved.connect(self._on_moved)
            grid.days_in_sight.connect(self._on_days_in_sight)
            grid.wishes.today.connect(self.go_to_today)
        document.reloaded.connect(self._on_reloaded)

    @property
    def grids(self) -> dict[str, DutyView]:
        """Checkpoint × day, volunteer × day, the 24 hours of a day, and the calendar of a volunteer, by name."""
        return {BY_PLACE: self.places, BY_PERSON: self.people.grid, BY_DAY: self.lanes, BY_MONTH: self.month.grid}

    @property
    def front(self) -> str:
        """Which arrangement is in front."""
        return next(name for name, page in self._pages.items() if page is self.currentWidget())

    @property
    def is_of_people(self) -> bool:
        """Whether lines are people's, so that a free day is one to give a duty to."""
        return self.front in (BY_PERSON, BY_MONTH)

    @property
    def grid(self) -> DutyView:
        """The grid in front."""
        return self.grids[self.front]

    @property
    def duty_id(self) -> DutyId | None:
        """The duty of the current cell."""
        return self.grid.duty_id

    @property
    def duty_ids(self) -> list[DutyId]:
        """The duties of all selected cells."""
        return self.grid.duty_ids

    @property
    def person(self) -> VolunteerId | None:
        """Whose line or whose duty is current."""
        return self.grid.person

    @property
    def day(self) -> date | None:
        """The day of the current cell."""
        return self.grid.day

    def set_span(self, name: str, days: int) -> None:
        """How many days fill the width of an arrangement; the 24 hours and the calendar have their own."""
        grid = self.grids[name]
        if isinstance(grid, DayGrid):
            grid.set_span(days)

    def bring(self, name: str) -> None:
        """Put an arrangement in front, at the same duty or day."""
        if name == self.front or name not in self._pages:
            return
        duty_id, person, day = self.duty_id, self.person, self.day
        self.setCurrentWidget(self._pages[name])
        self._go_back_to(duty_id, person, day)
        self.grid.setFocus()
        self.switched.emit(name)
        self.grid.tell_days()
        self.moved.emit()

    def go_to_duty(self, duty_id: DutyId) -> None:
        """Make a duty current; a vacancy stands on no person's line."""
        if self.grid.go_to_duty(duty_id):
            return
        self.bring(BY_PLACE)
        if not self.grid.go_to_duty(duty_id) and self.filter.is_on:
            self.narrow_to(RowFilter())
            self.grid.go_to_duty(duty_id)

    def narrow_to(self, wanted: RowFilter) -> None:
        """Only the lines a filter keeps, in every arrangement; where one was is kept if it is still there."""
        last = self._last
        self.filter = wanted
        self.places_model.narrow_to(wanted)
        self.lanes_model.narrow_to(wanted)
        self._narrow_people()
        self._go_back_to(*last)
        self.filtered.emit(wanted)

    def _narrow_people(self) -> None:
        if self.filter.is_on and self._document.is_open:
            sieve = Sieve(self.filter, self._document.shown.roster, self._document.shown.directory)
            self.people.narrow_to(sieve.keeps_person)
        else:
            self.people.narrow_to(None)

    def go_to_today(self) -> None:
        """Today, or the first day of a period that does not hold it."""
        days = self.places_model.days
        if days:
            self.grid.go_to_day(self._today if self.places_model.column_of(self._today) >= 0 else days[0].date)

    def go_to_person(self, volunteer_id: VolunteerId) -> None:
        """One person's line in volunteer × day."""
        day = self.day
        self.bring(BY_PERSON)
        if day is not None:
            self.grid.go_to_day(day, volunteer_id)

    def set_today(self, today: date) -> None:
        """Midnight has passed."""
        self._today = today
        for model in (self.places_model, self.people_model, self.lanes_model):
            model.set_today(today)

    def _go_back_to(self, duty_id: DutyId | None, person: VolunteerId | None, day: date | None) -> None:
        if not (duty_id is not None and self.grid.go_to_duty(duty_id)) and day is not None:
            self.grid.go_to_day(day, person)

    def _on_day_wanted(self, column: int) -> None:
        """The first vacancy of a day."""
        day = self.people_model.days[column].date
        roster = self._document.shown.roster
        vacant = (d.id for d in roster.vacancies if roster.plan.shift_of(d.id).day == day)
        if (duty_id := next(vacant, None)) is not None:
            self.go_to_duty(duty_id)

    def _on_moved(self) -> None:
        if self.sender() is self.grid:
            if self.grid.currentIndex().isValid():
                self._last = self.duty_id, self.person, self.day
            self.moved.emit()

    def _on_reloaded(self) -> None:
        """The same roster read anew leaves one where one was; another one begins at today."""
        if not self._document.is_open:
            self._period = None
            return
        self._narrow_people()
        period_id, day = self._document.opened.period.id, self._last[2]
        if period_id == self._period and day is not None:
            self._go_back_to(*self._last)
            return
        self._period = period_id
        days = self.places_model.days
        known = self.places_model.column_of(self._today) >= 0
        for grid in self.grids.values():
            grid.begin(self._today if known else days[0].date)

    def _on_days_in_sight(self, days: object) -> None:
        if self.sender() is self.grid:
            self.days_in_sight.emit(days)
