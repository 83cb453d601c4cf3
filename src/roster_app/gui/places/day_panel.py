"""The panel of the calendar: the chosen day and what it counts as, then the year's festivals and own days."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.gui.places.year_list import YearList
from roster_app.gui.places.year_words import day_sentence, official_day, source_sentence
from roster_app.gui.widgets import Hairline, SectionTitle, SidePanel, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.words import date_words, day_type_name
from roster_app.services.words.names import occasion_name


class DayPanel(SidePanel):
    """A choice is a wish to store; nothing is shown as chosen that is not stored."""

    mark_wished = Signal(object)  # the SpecialDay the day is to be, or None for the official table
    day_wished = Signal(object)  # another day to look at

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._day = date(2024, 1, 1)
        self._table = DayTable()
        self._official = QRadioButton()
        self._kinds = {kind: QRadioButton(day_type_name(kind)) for kind in DayType}
        self._group = QButtonGroup(self)
        self._occasion = QLineEdit()
        self._occasion_label = TextLabel(_("Name of the &holiday"), "quiet")
        self.year = YearList()
        self._lay_out()
        self._listen()

    def show_day(self, day: date, table: DayTable) -> None:
        """Show a day as the table has it."""
        self._day, self._table = day, table
        found = table.day(day)
        title = _("{day}, {year}").format(day=date_words(day), year=day.year)
        self.show_texts(title, f"{day_sentence(found)}\n{source_sentence(table, day)}")
        as_official = _("As official: {kind}") if found.announced else _("By the weekday: {kind}")
        self._official.setText(as_official.format(kind=day_sentence(official_day(table, day))))
        (self._kinds[found.type] if found.overridden else self._official).setChecked(True)
        named = found.overridden and found.type is DayType.HOLIDAY
        self._occasion.setText(occasion_name(found) if named else "")
        self._occasion.setVisible(named)
        self._occasion_label.setVisible(named)
        self.year.show_year(table, day.year)

    def _lay_out(self) -> None:
        measures = measures_of(self)
        side = measures.px(16)
        self._occasion.setMaxLength(20)
        self._occasion.setPlaceholderText(_("as printed on the sheets"))
        self._occasion.setAccessibleName(_("Name of the holiday"))
        self._occasion_label.setBuddy(self._occasion)
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(side, 0, side, measures.apart)
        column.setSpacing(measures.tight)
        column.addWidget(SectionTitle(_("Counts as")))
        for button in (self._official, *self._kinds.values()):
            self._group.addButton(button)
            column.addWidget(button)
        column.addWidget(self._occasion_label)
        column.addWidget(self._occasion)
        self.add(sheet)
        self.add(Hairline())
        self.add(self.year, 1)
        self.setFocusProxy(self._official)

    def _listen(self) -> None:
        self._official.clicked.connect(lambda: self._wish(None))
        for kind, button in self._kinds.items():
            button.clicked.connect(lambda _checked=False, kind=kind: self._wish(SpecialDay(kind)))
        self._occasion.editingFinished.connect(self._on_occasion)
        self.year.day_chosen.connect(self.day_wished)

    def _wish(self, special: SpecialDay | None) -> None:
        if special != self._table.overrides.get(self._day):
            self.mark_wished.emit(special)

    def _on_occasion(self) -> None:
        found = self._table.day(self._day)
        name = self._occasion.text().strip()
        if found.overridden and found.type is DayType.HOLIDAY and name != occasion_name(found):
            self._wish(SpecialDay(DayType.HOLIDAY, name))
