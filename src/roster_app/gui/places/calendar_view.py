"""The calendar: a year of workdays, rest days, holidays and make-up workdays, and the days set by hand."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from roster_app.domain.calendar import DayType, SpecialDay
from roster_app.domain.errors import DomainError, StaleEdit
from roster_app.domain.team import Directory
from roster_app.gui.places.day_panel import DayPanel
from roster_app.gui.places.edits import DayMark, OfficialDays, PlaceEdit
from roster_app.gui.places.keeper import Keeper
from roster_app.gui.places.year_calendar import HandMark, YearCalendar
from roster_app.gui.places.year_words import difference_sentence
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import Banner, Chip, IconButton, PanelSplitter, QuietButton, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.words import date_words, day_type_name, unannounced_sentence


class CalendarView(QWidget):
    """A day set by hand is stored at once, and can be undone or given back."""

    reload_wished = Signal()  # the directory held here is no longer what is stored

    def __init__(self, shell: Shell, keeper: Keeper, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._shell = shell
        self._keeper = keeper
        self._directory = directory
        self._rostered: frozenset[int] = frozenset()
        self.banner = Banner(_("Look for the official table"))
        self.calendar = YearCalendar(shell.now().date())
        self.panel = DayPanel()
        self._year = TextLabel("", "card")
        self._refresh = QuietButton(_("Look for the official table"), "refresh-cw", small=True)
        self.splitter = PanelSplitter(self._left(), self.panel)
        self._lay_out()
        self._listen()
        self.show_directory(directory)
        self.setFocusProxy(self.calendar)

    def show_directory(self, directory: Directory) -> None:
        """Show what is stored now."""
        self._directory = directory
        self._rostered = rostered_years(self._shell)
        self.calendar.show_days(directory.days)
        self._show()

    def choose(self, day: date) -> None:
        """Show this day and its year."""
        self.calendar.choose(day)
        self._show()

    def refresh(self) -> None:
        """Take in what the official table says by now as a step, after asking where people would lose duties by it."""
        before = self._directory.days
        after = self._shell.services.teams.newer_days(before)
        told = difference_sentence(before, after)
        if after == before:
            self._shell.messages.tell(_("The official table says nothing new."))
            return
        words = _("Took in the official table")
        edit = PlaceEdit(words, OfficialDays.of(before), OfficialDays.of(after))
        tell = partial(self._shell.messages.tell, told or words, "good")
        self._keeper.store(edit, then=tell, on_refused=self._on_refused)

    # building

    def _left(self) -> QWidget:
        left = QWidget()
        measures = measures_of(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(measures.wide, measures.px(14), measures.wide, measures.px(14))
        column.setSpacing(measures.apart)
        column.addWidget(self.banner)
        column.addLayout(self._years())
        column.addWidget(_scrolled(self.calendar), 1)
        column.addLayout(self._legend())
        return left

    def _years(self) -> QHBoxLayout:
        before = IconButton("chevron-left", _("The year before"))
        after = IconButton("chevron-right", _("The year after"))
        today = QuietButton(_("Today"), small=True)
        before.clicked.connect(lambda: self._turn(-1))
        after.clicked.connect(lambda: self._turn(1))
        today.clicked.connect(lambda: self.choose(self._shell.now().date()))
        self._refresh.clicked.connect(self.refresh)
        row = QHBoxLayout()
        row.setSpacing(measures_of(self).near)
        for part in (before, self._year, after, today):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self._refresh)
        return row

    def _legend(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(measures_of(self).near)
        for kind, tone in (
            (DayType.WORKDAY, "plain"),
            (DayType.REST_DAY, "weekend"),
            (DayType.HOLIDAY, "holiday"),
            (DayType.MAKEUP_WORKDAY, "look"),
        ):
            row.addWidget(Chip(day_type_name(kind), tone))
        row.addWidget(HandMark())
        row.addWidget(TextLabel(_("set by hand"), "second"))
        row.addStretch(1)
        return row

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def _listen(self) -> None:
        self.calendar.chosen.connect(lambda _day: self._show())
        self.panel.mark_wished.connect(self._mark)
        self.panel.day_wished.connect(self.choose)
        self.banner.answered.connect(self.refresh)

    # showing and answering

    def _show(self) -> None:
        day, table = self.calendar.day, self._directory.days
        self._year.setText(str(day.year))
        self.panel.show_day(day, table)
        known = day.year in table.announced_years
        self._refresh.setVisible(known)
        pressing = day.year in self._rostered or day.year <= self._shell.now().year
        self.banner.tell("" if known else unannounced_sentence([day.year]), "act" if pressing else "look")

    def _turn(self, years: int) -> None:
        day = self.calendar.day
        year = min(max(day.year + years, 2004), 2100)
        self.choose(date(year, day.month, min(day.day, 28)))

    def _mark(self, special: SpecialDay | None) -> None:
        day = self.calendar.day
        before = self._directory.days.overrides.get(day)
        if special is None:
            words = _("{day} follows the official table").format(day=date_words(day))
        else:
            words = _("{day} counts as: {kind}").format(day=date_words(day), kind=day_type_name(special.type))
        edit = PlaceEdit(words, DayMark(day, before), DayMark(day, special))
        self._keeper.store(edit, on_refused=self._on_refused)
        self._show()

    def _on_refused(self, error: DomainError) -> bool:
        if isinstance(error, StaleEdit):
            self.reload_wished.emit()
        return False


def _scrolled(calendar: YearCalendar) -> QScrollArea:
    """A window too low for the whole year scrolls it."""
    area = QScrollArea()
    area.setWidget(calendar)
    area.setWidgetResizable(True)
    calendar.setAutoFillBackground(False)  # a scroll area fills what it is given
    area.viewport().setAutoFillBackground(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumHeight(measures_of(calendar).px(160))
    return area


def rostered_years(shell: Shell) -> frozenset[int]:
    """The years that a roster of the team reaches into."""
    periods = shell.services.rostering.periods(shell.team_id)
    return frozenset(year for p in periods for year in range(p.first.year, p.last.year + 1))
