"""Fields of a rule's form: each knows which fields of the entry it answers for, and follows what the others say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from roster_app.domain.book import Entry, Measure, Window
from roster_app.gui.widgets import ChoiceField, DateField, NumberField, measures_of
from roster_app.gui.widgets.duration_field import DurationField
from roster_app.gui.widgets.limit_row import LimitRow
from roster_app.i18n import _
from roster_app.services.rule_weights import Weight, points_of, weight_of, weights_offered, with_points, with_weight
from roster_app.services.words.rule_parts import weight_name

MOST_POINTS = 1_000_000
_DAY = 1440


class RuleField(QWidget):
    """What all have: an answer by field of the entry, and a signal when the person changes it."""

    changed = Signal()

    def values(self) -> dict[str, object]:
        """The fields of the entry this one answers for."""
        raise NotImplementedError

    def follow(self, told: Mapping[str, object]) -> None:
        """What all fields say now: a unit, a choice may depend on another field."""

    def applied(self, entry: Entry) -> Entry:
        """The entry of all other fields, with what can only be said of a whole entry."""
        return entry

    def take_pending(self) -> None:
        """Take what was typed and not yet confirmed."""

    def pass_name_on(self) -> None:
        """The part that takes the keyboard is called as the whole, unless it has a name of its own."""
        part = self.focusProxy()
        if part is not None and not part.accessibleName():
            part.setAccessibleName(self.accessibleName())

    def _lay(self, *parts: QWidget, across: bool = True) -> None:
        row = QHBoxLayout(self) if across else QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        for part in parts:
            row.addWidget(part)
        if across:
            row.addStretch(1)
        self.setFocusProxy(parts[0])


class NumberInput(RuleField):
    """A count or, as a DurationField, a length of time."""

    def __init__(self, field: str, number: QSpinBox) -> None:
        super().__init__()
        self._field = field
        self.number = number
        self._lay(number)
        number.valueChanged.connect(lambda _value: self.changed.emit())

    def values(self) -> dict[str, object]:
        return {self._field: self.number.value()}


class OptionalNumberInput(RuleField):
    """A number that may be left out."""

    def __init__(self, field: str, sentence: str, number: QSpinBox, value: int | None) -> None:
        super().__init__()
        self._field = field
        self.row = LimitRow(sentence, number, value)
        self._lay(self.row)
        self.row.changed.connect(self.changed)

    def values(self) -> dict[str, object]:
        return {self._field: self.row.value}


class ChoiceInput(RuleField):
    """One of several values, each in words."""

    def __init__(self, field: str, choices: Iterable[tuple[object, str]], value: object) -> None:
        super().__init__()
        self._field = field
        self._values = {str(key): key for key, _words in choices}
        self.choice = ChoiceField([(str(key), words) for key, words in choices])
        self.choice.choose(str(value))
        self._lay(self.choice)
        self.choice.chosen.connect(lambda _key: self.changed.emit())

    def values(self) -> dict[str, object]:
        return {self._field: self._values[self.choice.choice]}


class WindowInput(ChoiceInput):
    """Over how long something is counted: weekends over a whole roster only."""

    def __init__(self, choices: Iterable[tuple[Window, str]], value: Window) -> None:
        super().__init__("window", list(choices), value)
        self._all = list(choices)

    def follow(self, told: Mapping[str, object]) -> None:
        weekends = told.get("measure") is Measure.WEEKENDS
        offered = [(str(w), words) for w, words in self._all if not weekends or w is Window.PERIOD]
        if self.choice.count() != len(offered):
            self.choice.offer(offered)


class DayInput(RuleField):
    """One day."""

    def __init__(self, field: str, day: date) -> None:
        super().__init__()
        self._field = field
        self.day = DateField(day)
        self._lay(self.day)
        self.day.dateChanged.connect(lambda _day: self.changed.emit())

    def values(self) -> dict[str, object]:
        return {self._field: self.day.day}


class LimitsInput(RuleField):
    """A least and a most, each with a tick: hours where hours are counted, else a number."""

    def __init__(self, least: int | None, most: int | None, *, minutes: bool) -> None:
        super().__init__()
        sentences = {"least": _("at least {field}"), "most": _("at most {field}")}
        told = {"least": least, "most": most}
        self.counts = {f: LimitRow(s, NumberField(2, 0, 999), None) for f, s in sentences.items()}
        self.times = {f: LimitRow(s, DurationField(48 * 60, 0, 60 * _DAY), None) for f, s in sentences.items()}
        self._minutes = minutes
        self._lay(*self.counts.values(), *self.times.values(), across=False)
        for field, row in self._shown.items():
            row.set_value(told[field])
        for row in (*self.counts.values(), *self.times.values()):
            row.changed.connect(self.changed)
        self._show()

    @property
    def _shown(self) -> dict[str, LimitRow]:
        return self.times if self._minutes else self.counts

    def values(self) -> dict[str, object]:
        return {field: row.value for field, row in self._shown.items()}

    def follow(self, told: Mapping[str, object]) -> None:
        minutes = told.get("measure") is Measure.MINUTES
        if minutes != self._minutes:
            ticked = {field for field, row in self._shown.items() if row.value is not None}
            self._minutes = minutes
            for field, row in self._shown.items():
                row.tick(field in ticked)
            self._show()

    def _show(self) -> None:
        for row in self.counts.values():
            row.setVisible(not self._minutes)
        for row in self.times.values():
            row.setVisible(self._minutes)


class WeightChoice(ChoiceField):
    """必须, or 尽量 by its strength; what a row of the list and the form have in common."""

    def __init__(self, entry: Entry, weights: Iterable[Weight]) -> None:
        super().__init__([(weight.value, weight_name(weight)) for weight in weights])
        self.setAccessibleName(_("Weight"))
        weight = weight_of(entry)
        if weight is not None:
            self.choose(weight.value)

    @property
    def weight(self) -> Weight:
        return Weight(self.choice)


class WeightInput(RuleField):
    """Must or wish, how strong a wish, and as a number of points where none of the steps fits."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.choice = WeightChoice(entry, weights_offered(entry))
        self.points = NumberField(points_of(Weight.OWN, entry) or 0, 1, MOST_POINTS)
        self.points.setAccessibleName(_("Points"))
        self._lay(self.choice, self.points)
        self.choice.chosen.connect(self._on_chosen)
        self.points.valueChanged.connect(lambda _value: self.changed.emit())
        self.points.setVisible(self.choice.weight is Weight.OWN)

    def values(self) -> dict[str, object]:
        return {}

    def applied(self, entry: Entry) -> Entry:
        if self.choice.weight is Weight.OWN:
            return with_points(entry, self.points.value())
        return with_weight(entry, self.choice.weight)

    def _on_chosen(self) -> None:
        own = self.choice.weight is Weight.OWN
        self.points.setVisible(own)
        if own:
            self.points.setFocus()
        self.changed.emit()
