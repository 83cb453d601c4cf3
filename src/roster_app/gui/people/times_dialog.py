"""Stating when somebody can, cannot, would or would rather not stand: weekly or on certain days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.ids import AvailabilityId, ShiftTypeId, VolunteerId, new_id
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.places import ShiftType
from roster_app.domain.timespan import DAY_MINUTES
from roster_app.gui.people.days_field import DaysField
from roster_app.gui.people.hours_field import HoursField
from roster_app.gui.people.optional_date import OptionalDateField
from roster_app.gui.people.statement_times import AsWritten, Dated, Times, Weekly, first_and_rule, times_of
from roster_app.gui.people.statement_words import when_words
from roster_app.gui.widgets import (
    ChoiceField,
    DateField,
    DateRangeField,
    Form,
    PanelDialog,
    PrimaryButton,
    QuietButton,
    SegmentedControl,
    TextLabel,
    measures_of,
)
from roster_app.gui.widgets.toggle_chip import ChipFilter
from roster_app.i18n import _
from roster_app.services.rule_weights import POINTS_PER_DUTY, Weight
from roster_app.services.words.names import availability_name
from roster_app.services.words.rule_parts import points_words
from roster_app.services.words.times import weekday

_MONDAY = date(2024, 1, 1)
_ORDER = (
    AvailabilityKind.UNAVAILABLE,
    AvailabilityKind.AVAILABLE,
    AvailabilityKind.UNWANTED,
    AvailabilityKind.WANTED,
)


class TimesDialog(PanelDialog):
    """Emits the statement; a rule it has no fields for can keep its times and change its kind."""

    submitted = Signal(object)  # the Availability to store

    def __init__(
        self,
        volunteer_id: VolunteerId,
        name: str,
        entry: Availability | None,
        today: date,
        parent: QWidget,
        shift_types: Sequence[ShiftType] = (),
    ) -> None:
        super().__init__(_("Change the times") if entry else _("Times"), parent, width=600)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show_facts(name)
        self._volunteer_id = volunteer_id
        self._entry = entry
        times = times_of(entry) if entry else Weekly(frozenset(), 0, DAY_MINUTES, today)
        self._kept = times if isinstance(times, AsWritten) else None
        self._kind = SegmentedControl([(k.value, availability_name(k)) for k in _ORDER], _("What is stated"))
        self._kind.choose((entry.kind if entry else _ORDER[0]).value)
        self._mode = SegmentedControl([("weekly", _("Every week")), ("dated", _("On certain days"))], _("How often"))
        self._mode.choose("dated" if isinstance(times, Dated) else "weekly")
        self._weekly = _WeeklyFields(times if isinstance(times, Weekly) else None, today)
        self._dated = DateRangeField(*((times.first, times.last) if isinstance(times, Dated) else (today, today)))
        hours = (0, DAY_MINUTES) if isinstance(times, AsWritten) else (times.start, times.end)
        self._hours = HoursField(*hours)
        self._exceptions = DaysField(_("Except on"), _("Leave out"), today)
        self._exceptions.show_days(entry.except_on if entry else ())
        self._extras = DaysField(_("Also on"), _("Add the day"), today)
        self._extras.show_days(entry.also_on if entry else ())
        self._shift = ChoiceField([("", _("any shift")), *((str(s.id), s.name) for s in shift_types)])
        self._shift.choose(str(entry.shift_type_id or "") if entry else "")
        self._weight = ChoiceField(_weights(entry))
        self._weight.choose(str(entry.points) if entry and entry.points is not None else "")
        self._note = QLineEdit(entry.note if entry else "")
        self._note.setMaxLength(120)
        self._lay_out()
        self._show_meaning()

    def statement(self) -> Availability | None:
        """The statement as it stands in the fields; nothing where no weekday is chosen, and the dialog says so."""
        times = self._times()
        if times is None:
            self._days_row.show_error(_("Choose at least one weekday."))
            return None
        first, rule = first_and_rule(times)
        entry = self._entry
        return Availability(
            entry.id if entry else AvailabilityId(new_id()),
            self._volunteer_id,
            AvailabilityKind(self._kind.choice),
            first,
            rule,
            self._beside(self._exceptions, entry.except_on if entry else ()),
            self._note.text().strip(),
            int(self._weight.choice) if self._is_wish and self._weight.choice else None,
            ShiftTypeId(int(self._shift.choice)) if self._shift.choice else None,
            self._beside(self._extras, entry.also_on if entry else ()),
        )

    def _beside(self, field: DaysField, before: tuple[date, ...]) -> tuple[date, ...]:
        """Only what is weekly has days beside its rule; a rule that is kept keeps its own."""
        if self._kept is not None:
            return before
        return field.days if self._mode.choice == "weekly" else ()

    @property
    def _is_wish(self) -> bool:
        return AvailabilityKind(self._kind.choice) in (AvailabilityKind.UNWANTED, AvailabilityKind.WANTED)

    def _times(self) -> Times | None:
        start, end = self._hours.minutes
        if self._kept is not None:
            return self._kept
        if self._mode.choice == "dated":
            first, last = self._dated.range
            return Dated(first, last, start, end)
        chosen = self._weekly.weekdays
        return Weekly(chosen, start, end, self._weekly.since, self._weekly.until) if chosen else None

    def _lay_out(self) -> None:
        form = Form()
        self._kind_row = form.add(_("&What"), self._kind, " ")
        if self._kept is not None:
            form.add(_("Times"), TextLabel(when_words(self._kept), wraps=True), _("This repetition is kept as it is."))
        else:
            form.add(_("How &often"), self._mode)
            self._days_row = form.add(_("&Days"), self._when_fields())
            form.add(_("&Hours"), self._hours)
            rows = (form.add(_("&Except on"), self._exceptions), form.add(_("&Also on"), self._extras))
            for row in rows:
                row.set_visible(self._mode.choice == "weekly")
                self._mode.chosen.connect(lambda mode, row=row: row.set_visible(mode == "weekly"))
        if self._shift.count() > 1:
            form.add(_("Only &shift"), self._shift)
        self._weight_row = form.add(_("&Weight"), self._weight)
        form.add(_("&Note"), self._note)
        self.add(form)
        cancel = QuietButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        store = PrimaryButton(_("Save"))
        store.clicked.connect(self._on_store)
        self._note.returnPressed.connect(self._on_store)
        self.add_right(cancel)
        self.add_right(store)
        self._kind.chosen.connect(self._show_meaning)

    def _when_fields(self) -> QWidget:
        stack = QStackedWidget()
        stack.addWidget(self._weekly)
        stack.addWidget(self._dated)
        stack.setAccessibleName(_("Days"))

        def show(mode: str) -> None:
            stack.setCurrentIndex(0 if mode == "weekly" else 1)

        self._mode.chosen.connect(show)
        self._mode.chosen.connect(lambda _mode: self._days_row.show_error(""))
        self._weekly.changed.connect(lambda: self._days_row.show_error(""))
        show(self._mode.choice)
        return stack

    def _show_meaning(self) -> None:
        meanings = {
            AvailabilityKind.UNAVAILABLE: _("Never rostered at these times."),
            AvailabilityKind.AVAILABLE: _("Rostered at these times only; all other times count as unavailable."),
            AvailabilityKind.UNWANTED: _("Rostered at these times only if there is no other way."),
            AvailabilityKind.WANTED: _("Rostered at these times by preference."),
        }
        self._kind_row.show_help(meanings[AvailabilityKind(self._kind.choice)])
        self._weight_row.set_visible(self._is_wish)

    def _on_store(self) -> None:
        statement = self.statement()
        if statement is not None:
            self.submitted.emit(statement)
            self.accept()


def _weights(entry: Availability | None) -> list[tuple[str, str]]:
    """What a wish may weigh, by its points: as all wishes, in three steps, or as it did."""
    steps = {
        str(POINTS_PER_DUTY[Weight.STRONG]): _("strong"),
        str(POINTS_PER_DUTY[Weight.NORMAL]): _("normal"),
        str(POINTS_PER_DUTY[Weight.SLIGHT]): _("slight"),
    }
    if entry is not None and entry.points is not None:
        steps.setdefault(str(entry.points), points_words(entry.points))
    return [("", _("as the team's rules say")), *steps.items()]


class _WeeklyFields(QWidget):
    """Seven weekdays, from when on, and until when."""

    changed = Signal()  # other weekdays are chosen now

    def __init__(self, times: Weekly | None, today: date) -> None:
        super().__init__()
        self._days = ChipFilter(_("Weekdays"))
        self._days.offer([(str(n), weekday(_MONDAY.replace(day=1 + n)), None) for n in range(7)])
        self._days.choose(str(n) for n in (times.weekdays if times else ()))
        self._days.changed.connect(lambda _keys: self.changed.emit())
        self._since = DateField(times.since if times else today, _("From when on"))
        self._until = OptionalDateField(_("Until"), today)
        self._until.set_day(times.until if times else None)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).near)
        column.addWidget(self._days)
        row = QHBoxLayout()
        row.setSpacing(measures_of(self).near)
        for part in (TextLabel(_("from"), "quiet"), self._since, TextLabel(_("until"), "quiet"), self._until):
            row.addWidget(part)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)

    @property
    def weekdays(self) -> frozenset[int]:
        return frozenset(int(key) for key in self._days.chosen)

    @property
    def since(self) -> date:
        return self._since.day

    @property
    def until(self) -> date | None:
        return self._until.day
