"""The rules a team is rostered by, each limit a sentence that can be changed or switched off."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.team import Directory, TeamRules
from roster_app.gui.team.travel_table import TravelTable
from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.gui.widgets.duration_field import DurationField
from roster_app.gui.widgets.form import InlineError
from roster_app.gui.widgets.labels import SectionTitle, TextLabel
from roster_app.gui.widgets.limit_row import LimitRow
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.minute_field import MinuteField
from roster_app.gui.widgets.number_field import NumberField
from roster_app.i18n import _

_DAY = 1440


class RulesDialog(PanelDialog):
    """Stays open until whoever listens has stored the rules and calls `accept`."""

    submitted = Signal(object)  # the TeamRules to store

    def __init__(self, directory: Directory, parent: QWidget) -> None:
        super().__init__(_("Rules of the team"), parent, width=720, height=720)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.show_facts(directory.team.name)
        rules = directory.rules
        self._rules = rules
        self._rest = LimitRow(
            _("At least {field} between two duties"), DurationField(0, 0, 3 * _DAY), rules.min_rest_minutes,
            optional=False,
        )  # fmt: skip
        self._days = LimitRow(_("At most {field} days in a row"), NumberField(6, 1, 60), rules.max_consecutive_days)
        self._week = LimitRow(
            _("At most {field} in a week, Monday to Sunday"),
            DurationField(48 * 60, 60, 7 * _DAY),
            rules.max_week_minutes,
        )
        self._nights = LimitRow(
            _("At most {field} nights in a row"), NumberField(3, 1, 60), rules.max_consecutive_nights
        )
        self._all_nights = LimitRow(_("At most {field} nights in one roster"), NumberField(8, 0, 200), rules.max_nights)
        self._night_start = MinuteField(rules.night_start)
        self._night_end = MinuteField(rules.night_end % _DAY)
        self._counts_from = DurationField(rules.night_counts_from, 1, _DAY)
        self._night_error = InlineError()
        self._leader = QCheckBox(_("Every shift has at least one leader"))
        self._leader.setChecked(rules.leader_each_shift)
        self._within = DurationField(rules.travel_within_area, 0, 600, step=5)
        self._between = DurationField(rules.travel_between_areas, 0, 600, step=5)
        self._travel = TravelTable(directory)
        self._lay_out()

    def rules(self) -> TeamRules | None:
        """The rules as they stand in the fields; nothing where the night cannot be, and the dialog says so."""
        start, end = self._night_start.minutes % _DAY, self._night_end.minutes % _DAY
        if start == end:
            self._night_error.tell(_("The night must end at another time than it begins."))
            self._night_end.setFocus()
            return None
        return replace(
            self._rules,
            min_rest_minutes=self._rest.value or 0,
            max_consecutive_days=self._days.value,
            max_week_minutes=self._week.value,
            max_consecutive_nights=self._nights.value,
            max_nights=self._all_nights.value,
            night_start=start,
            night_end=end if end > start else end + _DAY,
            night_counts_from=self._counts_from.value(),
            leader_each_shift=self._leader.isChecked(),
            travel_within_area=self._within.value(),
            travel_between_areas=self._between.value(),
            travel=self._travel.minutes(),
        )

    def _lay_out(self) -> None:
        measures = measures_of(self)
        body = QWidget()
        body.setProperty("scroll_body", True)
        column = QVBoxLayout(body)
        column.setContentsMargins(measures.px(22), measures.px(16), measures.px(22), measures.px(16))
        column.setSpacing(measures.near)
        sections = (
            (SectionTitle(_("Rest and hours")), (self._rest, self._days, self._week)),
            (SectionTitle(_("Nights")), (self._night_row(), self._night_error, self._nights, self._all_nights)),
            (SectionTitle(_("Leaders")), (self._leader,)),
            (SectionTitle(_("Way from one checkpoint to another")), (*self._travel_rows(), self._travel)),
        )
        for number, (title, rows) in enumerate(sections):
            column.addSpacing(measures.apart if number else 0)
            column.addWidget(title)
            for row in rows:
                column.addWidget(row)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.add(scroll, 1, padded=False)
        self._build_foot()

    def _build_foot(self) -> None:
        self.add_left(TextLabel(_("Applies at once to every roster that is still open."), "second"))
        cancel = QuietButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        store = PrimaryButton(_("Save the rules"))
        store.clicked.connect(self._on_store)
        self.add_right(cancel)
        self.add_right(store)

    def _night_row(self) -> QWidget:
        """Night is from [22:00] to [06:00]; a duty with at least [3 h] of it is a night duty."""
        return _sentence(
            _("Night is from {start} to {end}; with {least} of it a duty is a night duty"),
            {"start": self._night_start, "end": self._night_end, "least": self._counts_from},
            {"start": _("Night begins"), "end": _("Night ends"), "least": _("Night minutes of a night duty")},
        )

    def _travel_rows(self) -> tuple[QWidget, QWidget]:
        within = _sentence(_("Within one area {field}"), {"field": self._within}, {"field": _("Way within one area")})
        between = _sentence(
            _("From one area to another {field}"), {"field": self._between}, {"field": _("Way between areas")}
        )
        return within, between

    def _on_store(self) -> None:
        rules = self.rules()
        if rules is not None:
            self._night_error.tell("")
            self.submitted.emit(rules)


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
