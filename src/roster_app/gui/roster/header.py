"""The head of the roster page: period and state, arrangement, undo, the next step; below, how things stand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from roster_app.domain.ids import PeriodId
from roster_app.domain.roster import Edition, PeriodState, RosterPeriod
from roster_app.gui.actions import CommandAction, bind
from roster_app.gui.roster.arrangements import BY_DAY, BY_MONTH, BY_PERSON, BY_PLACE
from roster_app.gui.roster.day_grid import TWO_WEEKS, WEEK, WHOLE_PERIOD
from roster_app.gui.roster.days import DayLook
from roster_app.gui.roster.standing import NextStep, Standing
from roster_app.gui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from roster_app.gui.widgets.labels import TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.page_header import PageHeader
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.i18n import _, ngettext
from roster_app.services.words import period_title
from roster_app.services.words.names import state_name

SPANS = {"week": WEEK, "two_weeks": TWO_WEEKS, "period": WHOLE_PERIOD}


class RosterHeader(PageHeader):
    """Says what is wished; the page carries it out."""

    arrangement_chosen = Signal(str)  # the name of one of the arrangements
    span_chosen = Signal(str)  # a key of SPANS
    turned = Signal(int)  # a page of days back (−1) or on (1)
    step_wanted = Signal(object)  # the NextStep on the filled button
    period_chosen = Signal(object)  # a PeriodId
    new_period_wanted = Signal()
    what_if_wanted = Signal()
    passing_on_wanted = Signal(object)  # the QPoint of the screen at which its menu belongs
    filter_wanted = Signal(object)  # the QPoint of the screen at which its menu belongs

    def __init__(self, undo: CommandAction, redo: CommandAction, generate: CommandAction) -> None:
        super().__init__(_("Duty roster"))
        self._step = NextStep.GENERATE
        self._turns = True
        """Whether the arrangement in front has days to turn."""
        self._periods = QMenu(self)
        self._period_button = IconButton("chevron-down", _("Choose another period"))
        self.arrangement = SegmentedControl(
            [
                (BY_PLACE, _("By place")),
                (BY_PERSON, _("By person")),
                (BY_DAY, _("24 hours")),
                (BY_MONTH, _("One person")),
            ],
            _("Arrangement"),
        )
        self._undo, self._redo = IconButton("undo-2", undo.text()), IconButton("redo-2", redo.text())
        self._generate = QuietButton(_("Generate…"), "wand-sparkles")
        self._pass_on = IconButton("download", _("Export, or take in edits"), small=True)
        self._next = PrimaryButton("")
        self._days = TextLabel("", "second")
        self.filter = QuietButton(_("Filter"), small=True)
        self.span = SegmentedControl(
            [("week", _("Week")), ("two_weeks", _("Two weeks")), ("period", _("Whole period"))],
            _("Days in sight"),
            small=True,
        )
        for button, action in ((self._undo, undo), (self._redo, redo), (self._generate, generate)):
            bind(button, action)
        self._lay_out()
        self._period_button.clicked.connect(self._open_periods)
        self.arrangement.chosen.connect(self.arrangement_chosen)
        self.span.chosen.connect(self.span_chosen)
        self.filter.clicked.connect(lambda _checked=False: self.filter_wanted.emit(self.filter_corner))
        self._pass_on.clicked.connect(self._open_passing_on)
        self._next.clicked.connect(lambda _checked=False: self.step_wanted.emit(self._step))

    def show_period(self, period: RosterPeriod, editions: tuple[Edition, ...]) -> None:
        """Which roster it is, and in which state."""
        title = _("Roster {period}").format(period=period_title(period.first, period.last))
        self.show_title(title, _state_words(period, editions))

    def offer_periods(self, periods: tuple[RosterPeriod, ...], chosen: PeriodId | None) -> None:
        """The periods to choose among, latest first."""
        self._periods.clear()
        for period in reversed(periods):
            entry = self._periods.addAction(period_title(period.first, period.last))
            entry.setCheckable(True)
            entry.setChecked(period.id == chosen)
            entry.triggered.connect(lambda _checked=False, found=period.id: self.period_chosen.emit(found))
        self._periods.addSeparator()
        self._periods.addAction(_("New period…")).triggered.connect(lambda: self.new_period_wanted.emit())
        what_if = self._periods.addAction(_("What if …"))
        what_if.setEnabled(chosen is not None)
        what_if.triggered.connect(lambda: self.what_if_wanted.emit())

    def show_standing(self, now: Standing) -> None:
        """The one obvious next step."""
        self._step = now.next_step
        self._next.setText(_step_words(now))
        self._generate.setVisible(now.next_step is not NextStep.GENERATE)

    def show_preview(self, on: bool) -> None:
        """While a proposal waits for its answer, that is the next step."""
        self._next.setVisible(not on)
        self._generate.setEnabled(not on)

    def show_days(self, days: tuple[DayLook, DayLook]) -> None:
        """Which days are in sight."""
        first, last = days
        self._days.setText(first.phrase if first is last else f"{first.title} – {last.title}")

    def show_filter(self, words: str) -> None:
        """What is in sight alone; empty words for everything."""
        text = _("Filter: {what}").format(what=words) if words else _("Filter")
        self.filter.setText(self.filter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self._filter_room))
        self.filter.setAccessibleName(text)
        self.filter.setToolTip(text)

    @property
    def _filter_room(self) -> int:
        return measures_of(self).px(170)

    def show_arrangement(self, name: str, span: str) -> None:
        """Which arrangement is in front, and how many days it shows; none of SPANS where it is always one."""
        self.arrangement.choose(name)
        self._turns = name != BY_MONTH
        for part in self._turning:
            part.setVisible(self._turns)
        self.span.setVisible(span in SPANS)
        if span in SPANS:
            self.span.choose(span)

    def set_open(self, is_open: bool) -> None:
        """Without a roster there is nothing to switch, turn or take back."""
        for widget in (self.arrangement, self._undo, self._redo, self._next):
            widget.setVisible(is_open)
        self._aside.setVisible(is_open)
        self._generate.setVisible(is_open and self._step is not NextStep.GENERATE)

    def _lay_out(self) -> None:
        measures = measures_of(self)
        self.add_beside_title(self._period_button)
        for widget in (self.arrangement, self._undo, self._redo, self._generate, self._next):
            self.add_action(widget)
        self._aside = QWidget()
        self._row_aside = row = QHBoxLayout(self._aside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures.tight)
        back = IconButton("chevron-left", _("Back (Page Up)"), small=True)
        on = IconButton("chevron-right", _("On (Page Down)"), small=True)
        back.clicked.connect(lambda _checked=False: self.turned.emit(-1))
        on.clicked.connect(lambda _checked=False: self.turned.emit(1))
        self._turning = (self.filter, back, self._days, on)
        for part in (self._pass_on, *self._turning, self.span):
            row.addWidget(part)
        self.set_aside(self._aside)

    def add_aside(self, button: QWidget) -> None:
        """One more thing to do with the roster, before all others of its row."""
        self._row_aside.insertWidget(0, button)

    @property
    def filter_corner(self) -> QPoint:
        """Where the menu of the filter belongs on the screen."""
        return self.filter.mapToGlobal(self.filter.rect().bottomLeft())

    def _open_passing_on(self) -> None:
        self.passing_on_wanted.emit(self._pass_on.mapToGlobal(self._pass_on.rect().bottomLeft()))

    def _open_periods(self) -> None:
        corner = self._period_button.rect().bottomLeft()
        self._periods.popup(self._period_button.mapToGlobal(corner))


def _state_words(period: RosterPeriod, editions: tuple[Edition, ...]) -> str:
    number = max((e.number for e in editions), default=0)
    if not number:
        return state_name(period.state)
    if period.state is PeriodState.DRAFT:
        return _("{state} · after edition {number}").format(state=state_name(period.state), number=number)
    return _("{state} · edition {number}").format(state=state_name(period.state), number=number)


def _step_words(now: Standing) -> str:
    if now.next_step is NextStep.GENERATE:
        return _("Generate the roster")
    if now.next_step is NextStep.FILL:
        return ngettext("Fill {count} vacancy", "Fill {count} vacancies", now.vacancies).format(count=now.vacancies)
    if now.next_step is NextStep.MEND:
        return ngettext("Mend {count} conflict", "Mend {count} conflicts", now.hard).format(count=now.hard)
    return _("Publish and print")
