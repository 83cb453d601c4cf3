"""Both arrangements over one roster: which one is in front, what is selected there, and how to go to a duty."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from roster_app.domain.ids import DutyId, PeriodId, VolunteerId
from roster_app.gui.roster.cell_strip import CellStrip
from roster_app.gui.roster.day_grid import DayGrid
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.people_model import PeopleModel
from roster_app.gui.roster.people_view import PeopleView
from roster_app.gui.roster.places_model import PlacesModel
from roster_app.gui.roster.places_view import PlacesView

BY_PLACE, BY_PERSON = "places", "people"


class Arrangements(QStackedWidget):
    """Switching keeps what is meant: the same duty, or the same day."""

    moved = Signal()  # another cell is current, or the other arrangement is in front
    switched = Signal(str)  # BY_PLACE or BY_PERSON is in front now
    period_wanted = Signal(int)  # −1, 1: the period before or after this one
    days_in_sight = Signal(object)  # (first, last) as DayLooks, of the arrangement in front

    def __init__(self, document: RosterDocument, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._today = today
        self._period: PeriodId | None = None
        self._last: tuple[DutyId | None, VolunteerId | None, date | None] = (None, None, None)
        self.places_model = PlacesModel(document, today, self)
        self.people_model = PeopleModel(document, today, self)
        self.places = PlacesView(self.places_model)
        self.people = PeopleView(self.people_model)
        self.addWidget(self.places)
        self.addWidget(self.people)
        self.strip = CellStrip()
        self.people.add_below(self.strip)
        self.people.foot.day_wanted.connect(self._on_day_wanted)
        for grid in self.grids:
            grid.moved.connect(self._on_moved)
            grid.period_wanted.connect(self.period_wanted)
            grid.days_in_sight.connect(self._on_days_in_sight)
            grid.today_wanted.connect(self.go_to_today)
        document.reloaded.connect(self._on_reloaded)

    @property
    def grids(self) -> tuple[DayGrid, DayGrid]:
        """Checkpoint × day, volunteer × day."""
        return self.places, self.people.grid

    @property
    def front(self) -> str:
        """Which arrangement is in front."""
        return BY_PLACE if self.currentWidget() is self.places else BY_PERSON

    @property
    def grid(self) -> DayGrid:
        """The grid in front."""
        return self.places if self.front == BY_PLACE else self.people.grid

    @property
    def duty_id(self) -> DutyId | None:
        """The duty of the current cell."""
        return self._duty_at(self.grid.currentIndex())

    @property
    def duty_ids(self) -> list[DutyId]:
        """The duties of all selected cells."""
        if self.front == BY_PLACE:
            found = [self.places_model.duty_id(index) for index in self.grid.selected_cells()]
            return [duty_id for duty_id in found if duty_id is not None]
        cells = [self.people_model.cell(i.row(), i.column()) for i in self.grid.selected_cells()]
        return [seat.duty_id for cell in cells for seat in cell.seats]

    @property
    def person(self) -> VolunteerId | None:
        """Whose line or whose duty is current."""
        if self.front == BY_PERSON:
            return self.people_model.volunteer_id(self.grid.currentIndex())
        duty_id = self.duty_id
        return self._document.shown.roster.holder(duty_id) if duty_id is not None else None

    @property
    def day(self) -> date | None:
        """The day of the current cell."""
        index = self.grid.currentIndex()
        days = self.places_model.days
        return days[index.column()].date if index.isValid() and index.column() < len(days) else None

    def bring(self, name: str) -> None:
        """Put an arrangement in front, at the same duty or day."""
        if name == self.front:
            return
        duty_id, person, day = self.duty_id, self.person, self.day
        self.setCurrentWidget(self.places if name == BY_PLACE else self.people)
        if not (duty_id is not None and self._go_in_front(duty_id)):
            self._go_to_day_of(person, day)
        self.grid.setFocus()
        self.switched.emit(name)
        self.grid.tell_days()
        self.moved.emit()

    def go_to_duty(self, duty_id: DutyId) -> None:
        """Make a duty current; a vacancy stands in checkpoint × day only."""
        if not self._go_in_front(duty_id):
            self.bring(BY_PLACE)
            self._go_in_front(duty_id)

    def go_to_day(self, day: date) -> None:
        """Make the day of the same line current."""
        column = self.places_model.column_of(day)
        if column >= 0:
            self.grid.go_to(max(0, self.grid.currentIndex().row()), column)

    def go_to_today(self) -> None:
        """Today, or the first day of a period that does not hold it."""
        days = self.places_model.days
        if days:
            self.go_to_day(self._today if self.places_model.column_of(self._today) >= 0 else days[0].date)

    def go_to_person(self, volunteer_id: VolunteerId) -> None:
        """One person's line in volunteer × day."""
        day = self.day
        self.bring(BY_PERSON)
        self._go_to_day_of(volunteer_id, day)

    def set_today(self, today: date) -> None:
        """Midnight has passed."""
        self._today = today
        self.places_model.set_today(today)
        self.people_model.set_today(today)

    def _duty_at(self, index: QModelIndex) -> DutyId | None:
        if not index.isValid():
            return None
        return self.places_model.duty_id(index) if self.front == BY_PLACE else self.people_model.duty_id(index)

    def _go_in_front(self, duty_id: DutyId) -> bool:
        model = self.places_model if self.front == BY_PLACE else self.people_model
        index = model.index_of(duty_id)
        if index.isValid():
            self.grid.go_to(index.row(), index.column())
        return index.isValid()

    def _go_to_day_of(self, person: VolunteerId | None, day: date | None) -> None:
        if day is None:
            return
        if self.front == BY_PERSON and person is not None:
            index = self.people_model.index_at(person, day)
            self.grid.go_to(index.row(), index.column())
        else:
            self.go_to_day(day)

    def _on_day_wanted(self, column: int) -> None:
        """The first vacancy of a day."""
        day = self.people_model.day(column).date
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
        period_id, (duty_id, person, day) = self._document.opened.period.id, self._last
        if period_id != self._period or day is None:
            self._period = period_id
            column = max(0, self.places_model.column_of(self._today))
            for grid in self.grids:
                grid.go_to(0, column)
        elif not (duty_id is not None and self._go_in_front(duty_id)):
            self._go_to_day_of(person, day)

    def _on_days_in_sight(self, days: object) -> None:
        if self.sender() is self.grid:
            self.days_in_sight.emit(days)
