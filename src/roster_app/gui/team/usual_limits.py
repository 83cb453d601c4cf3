"""The usual limits of a team, each a sentence that can be changed or switched off."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from roster_app.domain.team import Directory, TeamRules
from roster_app.gui.team.travel_table import TravelTable
from roster_app.gui.widgets.duration_field import DurationField
from roster_app.gui.widgets.form import InlineError
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.limit_row import LimitRow
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.minute_field import MinuteField
from roster_app.gui.widgets.number_field import NumberField
from roster_app.i18n import _

_DAY = 1440


class UsualLimits:
    """The fields and the rows they stand in, by section; whoever builds the dialog lays them out."""

    def __init__(self, directory: Directory) -> None:
        rules = directory.rules
        self.rest = LimitRow(
            _("At least {field} between two duties"), DurationField(0, 0, 3 * _DAY), rules.min_rest_minutes,
            optional=False,
        )  # fmt: skip
        self.days = LimitRow(_("At most {field} days in a row"), NumberField(6, 1, 60), rules.max_consecutive_days)
        self.week = LimitRow(
            _("At most {field} in a week, Monday to Sunday"),
            DurationField(48 * 60, 60, 7 * _DAY),
            rules.max_week_minutes,
        )
        in_a_row = NumberField(3, 1, 60)
        self.nights = LimitRow(_("At most {field} nights in a row"), in_a_row, rules.max_consecutive_nights)
        self.all_nights = LimitRow(_("At most {field} nights in one roster"), NumberField(8, 0, 200), rules.max_nights)
        self.night_start = MinuteField(rules.night_start)
        self.night_end = MinuteField(rules.night_end % _DAY)
        self._counts_from = DurationField(rules.night_counts_from, 1, _DAY)
        self.night_error = InlineError()
        self._leader = QCheckBox(_("Every shift has at least one leader"))
        self._leader.setChecked(rules.leader_each_shift)
        self._within = DurationField(rules.travel_within_area, 0, 600, step=5)
        self._between = DurationField(rules.travel_between_areas, 0, 600, step=5)
        self.travel = TravelTable(directory)
        self.rest_rows: tuple[QWidget, ...] = (self.rest, self.days, self.week)
        self.night_rows: tuple[QWidget, ...] = (self._night_row(), self.night_error, self.nights, self.all_nights)
        self.leader_rows: tuple[QWidget, ...] = (self._leader,)
        self.travel_rows: tuple[QWidget, ...] = (*self._ways(), self.travel)

    def rules(self, base: TeamRules) -> TeamRules | None:
        """The rules with the limits as they stand; nothing where the night cannot be, and its row says so."""
        start, end = self.night_start.minutes % _DAY, self.night_end.minutes % _DAY
        if start == end:
            self.night_error.tell(_("The night must end at another time than it begins."))
            self.night_end.setFocus()
            return None
        self.night_error.tell("")
        return replace(
            base,
            min_rest_minutes=self.rest.value or 0,
            max_consecutive_days=self.days.value,
            max_week_minutes=self.week.value,
            max_consecutive_nights=self.nights.value,
            max_nights=self.all_nights.value,
            night_start=start,
            night_end=end if end > start else end + _DAY,
            night_counts_from=self._counts_from.value(),
            leader_each_shift=self._leader.isChecked(),
            travel_within_area=self._within.value(),
            travel_between_areas=self._between.value(),
            travel=self.travel.minutes(),
        )

    def _night_row(self) -> QWidget:
        """Night is from [22:00] to [06:00]; a duty with at least [3 h] of it is a night duty."""
        return _sentence(
            _("Night is from {start} to {end}; with {least} of it a duty is a night duty"),
            {"start": self.night_start, "end": self.night_end, "least": self._counts_from},
            {"start": _("Night begins"), "end": _("Night ends"), "least": _("Night minutes of a night duty")},
        )

    def _ways(self) -> tuple[QWidget, QWidget]:
        within = _sentence(_("Within one area {field}"), {"field": self._within}, {"field": _("Way within one area")})
        between = _sentence(
            _("From one area to another {field}"), {"field": self._between}, {"field": _("Way between areas")}
        )
        return within, between


def _sentence(words: str, fields: dict[str, QWidget], names: dict[str, str]) -> QWidget:
    """A row of words with fields in the places their names mark."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(measures_of(holder).near)
    rest = words
    while rest:
        before, mark, rest = rest.partition("{")
        if before.strip():
            row.addWidget(TextLabel(before.strip()))
        if mark:
            name, _end, rest = rest.partition("}")
            fields[name].setAccessibleName(names[name])
            row.addWidget(fields[name])
    row.addStretch(1)
    return holder
