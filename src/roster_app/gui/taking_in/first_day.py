"""From which day a sheet counts, where its year, month or week is told nowhere, or only one day of a whole sheet is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from roster_app.domain.inspected import Question, QuestionKind
from roster_app.domain.taking_in import TakingPlan
from roster_app.domain.taking_in_entries import sheet_of
from roster_app.gui.widgets import DateField, LinkButton, TextLabel, measures_of
from roster_app.i18n import _

_OPEN = frozenset((QuestionKind.WEEK, QuestionKind.MONTH, QuestionKind.YEAR))


def sheets_without_days(questions: Iterable[Question]) -> frozenset[str]:
    """The sheets, by their names, whose week, month or year was supposed."""
    return frozenset(sheet_of(question.cell) for question in questions if question.kind in _OPEN)


def days_supposed(plan: TakingPlan, cells: Iterable[str]) -> dict[str, date]:
    """The first days, by sheet, that are right where the questions of these cells are answered so."""
    asked = set(cells)
    sheets = sheets_without_days(q for q in plan.inspection.questions if q.cell in asked)
    return {sheet.name: sheet.first_day for sheet in plan.inspection.sheets if sheet.name in sheets and sheet.first_day}


class FirstDay(QWidget):
    """A day to be typed or picked; it counts when it is picked, or with Enter."""

    told = Signal(object)  # the date, or None: as the program supposes

    def __init__(self, sheet: str, day: date, is_told: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day, self._is_told = day, is_told
        self.field = DateField(day, _("First day of {name}").format(name=sheet))
        self.field.setToolTip(
            _("The file does not tell which days these are: the days of the sheet count from this one.")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        label = TextLabel(_("First day of this sheet"), "second")
        label.set_tone("" if is_told else "look")
        row.addWidget(label)
        row.addWidget(self.field)
        self.supposed = LinkButton(_("As supposed"), small=True)
        self.supposed.setVisible(is_told)
        row.addWidget(self.supposed)
        self.field.editingFinished.connect(self._tell_changed)
        self.field.calendarWidget().clicked.connect(self._tell_changed)
        self.supposed.clicked.connect(lambda _checked=False: self.told.emit(None))

    def _tell_changed(self, *_picked: object) -> None:
        """Enter on the supposed day tells it too; going elsewhere does not."""
        day = self.field.day
        if day != self._day or (not self._is_told and self.field.hasFocus()):
            self._day, self._is_told = day, True
            self.told.emit(day)
