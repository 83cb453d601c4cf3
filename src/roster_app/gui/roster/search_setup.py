"""What a search should plan, asked before it begins: how much of the period, and what stays."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.roster import RosterPeriod
from roster_app.gui.roster.search_scope import Reach, Request, days_ahead
from roster_app.gui.widgets.card import StatTile
from roster_app.gui.widgets.date_range import DateRangeField
from roster_app.gui.widgets.form import Form
from roster_app.gui.widgets.labels import Hairline, SectionTitle
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.segmented import SegmentedControl
from roster_app.i18n import _, ngettext


class SearchSetup(QWidget):
    """Three ways to say how much, a tick for what was put down by hand, and how long to search.

    Under them, the figures of the roster as it is now.
    """

    changed = Signal()  # another request

    def __init__(self, period: RosterPeriod, today: date, seconds: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._period = period
        self._reach = SegmentedControl(
            [
                (Reach.WHOLE.value, _("Whole period")),
                (Reach.VACANCIES.value, _("Only the vacancies")),
                (Reach.DAYS.value, _("Some days")),
            ],
            _("What to plan"),
        )
        self._ahead = days_ahead(period, today)
        self._days = DateRangeField(*self._ahead, _("Days to plan"), within=(period.first, period.last))
        self._keep_hand = QCheckBox(_("Keep what was put down by hand"))
        self._keep_hand.setChecked(True)
        self._seconds = SegmentedControl(_lengths(seconds), _("How long to search"))
        self._seconds.choose(str(seconds))
        self._vacancies, self._conflicts = StatTile(_("Vacancies")), StatTile(_("Conflicts"))
        self._spread = StatTile(_("Spread of nights · hours"))
        self._build()
        self._days.setEnabled(False)
        self._reach.chosen.connect(self._on_reach_chosen)
        self._days.range_changed.connect(lambda _days: self.changed.emit())
        self._keep_hand.toggled.connect(lambda _on: self.changed.emit())

    @property
    def request(self) -> Request:
        """What has been chosen; vacancies of days that are over stay what they were."""
        reach = Reach(self._reach.choice)
        if reach is Reach.VACANCIES:
            return Request(self._ahead, only_vacant=True)
        return Request(self._days.range if reach is Reach.DAYS else None, keep_hand=self._keep_hand.isChecked())

    @property
    def seconds(self) -> int:
        """The longest the search may take."""
        return int(self._seconds.choice)

    def show_now(self, vacancies: int, conflicts: int, spread: str) -> None:
        """The figures a search is to make better."""
        self._vacancies.show_figure(str(vacancies), "act" if vacancies else "good")
        self._conflicts.show_figure(str(conflicts), "act" if conflicts else "good")
        self._spread.show_figure(spread)

    def choose(self, reach: Reach) -> None:
        """Begin with this much."""
        self._reach.choose(reach.value)
        self._on_reach_chosen(reach.value)

    def _build(self) -> None:
        reach_row = QWidget()
        row = QHBoxLayout(reach_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).apart)
        row.addWidget(self._reach)
        row.addWidget(self._days)
        row.addStretch(1)
        form = Form()
        form.add(_("What to plan"), reach_row)
        form.add(_("What to keep"), self._keep_hand, _("Locked duties never move, whatever is chosen here."))
        form.add(
            _("How long to search"),
            self._seconds,
            _("The first roster is there within seconds; you can stop at any time and keep the best so far."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).apart)
        column.addWidget(form)
        column.addSpacing(measures_of(self).apart)
        column.addWidget(SectionTitle(_("The roster now")))
        tiles = QHBoxLayout()
        tiles.setSpacing(measures_of(self).wide)
        for number, tile in enumerate((self._vacancies, self._conflicts, self._spread)):
            if number:
                tiles.addWidget(Hairline(upright=True))
            tiles.addWidget(tile, 1)
        column.addLayout(tiles)
        column.addStretch(1)

    def _on_reach_chosen(self, reach: str) -> None:
        self._days.setEnabled(reach == Reach.DAYS.value)
        self._keep_hand.setEnabled(reach != Reach.VACANCIES.value)
        self.changed.emit()


def _lengths(seconds: int) -> list[tuple[str, str]]:
    """Ten seconds, a minute, five minutes, and what the settings say where that is another length."""
    return [(str(s), _length_words(s)) for s in sorted({10, 60, 300, seconds})]


def _length_words(seconds: int) -> str:
    if seconds % 60:
        return ngettext("{count} second", "{count} seconds", seconds).format(count=seconds)
    return ngettext("{count} minute", "{count} minutes", seconds // 60).format(count=seconds // 60)
