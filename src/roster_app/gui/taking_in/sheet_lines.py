"""What was found, a line for each sheet: read or not, how it is laid out and why, its days; each can be changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.inspected import Corrections, LayoutKind, SheetReport
from roster_app.gui.taking_in.first_day import FirstDay
from roster_app.gui.taking_in.words import days_of_sheet
from roster_app.gui.widgets import ChoiceField, ElidingLabel, LinkButton, NumberField, TextLabel, measures_of
from roster_app.i18n import _, ngettext
from roster_app.services.words import layout_name, sentence_of_reason

_OFFERED = (
    LayoutKind.VOLUNTEER_LIST, LayoutKind.ROSTER_LIST, LayoutKind.ROSTER_MATRIX, LayoutKind.ROSTER_GRID,
    LayoutKind.ROSTER_STACKED, LayoutKind.AVAILABILITY_LIST, LayoutKind.AVAILABILITY_MATRIX,
    LayoutKind.AVAILABILITY_WIDE, LayoutKind.NONE,
)  # fmt: skip
_MOST_IN_SIGHT = 3


class SheetLines(QScrollArea):
    """The sheets of one file."""

    corrected = Signal(object)  # the Corrections
    chosen = Signal(str)  # the name of the sheet to show

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Sheets"))
        self._corrections = Corrections()
        self._without_days: frozenset[str] = frozenset()

    def show_sheets(
        self,
        reports: tuple[SheetReport, ...],
        people: dict[str, int],
        corrections: Corrections,
        without_days: frozenset[str] = frozenset(),
    ) -> None:
        """Show them with what is said against the guess; `people` counts those named, by sheet.

        The first day is asked of the sheets `without_days`, and of those of which it was told.
        """
        measures = measures_of(self)
        self._corrections, self._without_days = corrections, without_days
        body = QWidget()
        body.setProperty("scroll_body", True)
        column = QVBoxLayout(body)
        column.setContentsMargins(measures.px(22), 0, measures.px(22), 0)
        column.setSpacing(measures.tight)
        for report in reports:
            column.addWidget(self._line(report, people.get(report.name, 0), alone=len(reports) == 1))
        if (before := self.takeWidget()) is not None:
            before.deleteLater()  # it may be where the change has just been made
        self.setWidget(body)
        line = measures.px(54)
        self.setFixedHeight(min(len(reports), _MOST_IN_SIGHT) * line + measures.tight)

    def _line(self, report: SheetReport, people: int, *, alone: bool) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        row = QHBoxLayout()
        row.setSpacing(measures_of(self).near)
        if not alone:
            row.addWidget(self._tick(report))
            name = LinkButton(report.name, small=True)
            name.setToolTip(_("Show this sheet"))
            name.clicked.connect(partial(self._choose, report.name))
            row.addWidget(name)
        row.addWidget(self._layout_field(report))
        row.addWidget(TextLabel(_("Header in row"), "second"))
        row.addWidget(self._header_field(report))
        self._add_first_day(row, report)
        facts = [days_of_sheet(report)]
        if people:
            facts.append(ngettext("{count} person", "{count} people", people).format(count=people))
        row.addWidget(ElidingLabel(" · ".join(filter(None, facts)), "second"), 1)
        column.addLayout(row)
        why = _("Why: {reason}").format(reason=sentence_of_reason(report.reason))
        column.addWidget(ElidingLabel(why, "quiet"))
        return line

    def _tick(self, report: SheetReport) -> QCheckBox:
        tick = QCheckBox()
        tick.setAccessibleName(_("Read the sheet {name}").format(name=report.name))
        tick.setChecked(report.name not in self._corrections.skipped_sheets)
        tick.clicked.connect(partial(self._skip, report.name))
        return tick

    def _layout_field(self, report: SheetReport) -> ChoiceField:
        kinds = _OFFERED if report.layout in _OFFERED else (report.layout, *_OFFERED)
        field = ChoiceField((kind.value, layout_name(kind)) for kind in kinds)
        field.setAccessibleName(_("Layout of {name}").format(name=report.name))
        field.choose(report.layout.value)
        field.chosen.connect(partial(self._lay_out_as, report.name))
        return field

    def _header_field(self, report: SheetReport) -> NumberField:
        row = self._corrections.header_rows.get(report.name, min(report.header_rows, default=0))
        field = NumberField(row, 0, 60, none_word="–")
        field.setAccessibleName(_("Header row of {name}").format(name=report.name))
        field.editingFinished.connect(partial(self._set_header, report.name, field, field.value()))
        return field

    def _add_first_day(self, row: QHBoxLayout, report: SheetReport) -> None:
        told = self._corrections.days_from.get(report.name)
        day = told or report.first_day
        if day is not None and (told or report.name in self._without_days):
            field = FirstDay(report.name, day, told is not None)
            field.told.connect(partial(self._begin_on, report.name))
            row.addWidget(field)

    def _choose(self, name: str, _checked: bool = False) -> None:
        self.chosen.emit(name)

    def _skip(self, name: str, read: bool) -> None:
        skipped = self._corrections.skipped_sheets
        self.corrected.emit(replace(self._corrections, skipped_sheets=skipped - {name} if read else skipped | {name}))

    def _lay_out_as(self, name: str, kind: str) -> None:
        self.corrected.emit(replace(self._corrections, layouts={**self._corrections.layouts, name: LayoutKind(kind)}))

    def _set_header(self, name: str, field: NumberField, before: int) -> None:
        if field.value() != before and field.value():
            self.corrected.emit(
                replace(self._corrections, header_rows={**self._corrections.header_rows, name: field.value()})
            )

    def _begin_on(self, name: str, day: date | None) -> None:
        others = {sheet: first for sheet, first in self._corrections.days_from.items() if sheet != name}
        self.corrected.emit(replace(self._corrections, days_from=others | {name: day} if day else others))
