"""What one sees while a search goes on: figures, the falling cost above its bound, everybody's hours."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.domain.fairness import BurdenKind
from roster_app.domain.roster import Assignment, Origin, Proposal
from roster_app.gui.roster.hours_list import HoursList, HoursModel, hours_rows
from roster_app.gui.roster.search_scope import difference, difference_words
from roster_app.gui.roster.search_watch import SearchWatch
from roster_app.gui.roster.totals import Totals, band_words, figure_of
from roster_app.gui.widgets.card import StatTile
from roster_app.gui.widgets.labels import Hairline, SectionTitle, TextLabel
from roster_app.gui.widgets.line_chart import LineChart
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _
from roster_app.services import OpenRoster


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figures of one roster a search has found."""

    vacancies: int
    conflicts: int
    spread: str
    totals: Totals
    sentence: str
    changes: int


def outcome(opened: OpenRoster, proposal: Proposal) -> Outcome:
    """Judge a proposal as the roster would be judged; nothing is changed."""
    holders = {d: Assignment(who, Origin.PROPOSAL) for d, who in proposal.assignments.items()}
    roster = opened.roster.with_assignments(holders)
    totals = Totals.of(opened.judge, roster)
    found = difference(opened.roster, proposal)
    return Outcome(
        vacancies=len(roster.vacancies),
        conflicts=len(opened.judge.hard(roster)),
        spread=spread_words(totals),
        totals=totals,
        sentence=difference_words(found),
        changes=found.total,
    )


def spread_words(totals: Totals) -> str:
    """1 · 8 小时: most less least nights and hours among those who can all be asked for the same."""
    hours = _("{hours} h").format(hours=figure_of(BurdenKind.MINUTES, totals.spread(BurdenKind.MINUTES)))
    return f"{totals.spread(BurdenKind.NIGHTS)} · {hours}"


class SearchBoard(QWidget):
    """Shows a watch and the outcome of its best roster; works nothing out itself."""

    def __init__(self, opened: OpenRoster, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._before = Totals.of(opened.judge, opened.roster)
        self._vacancies = StatTile(_("Vacancies"), "…")
        self._conflicts = StatTile(_("Conflicts"), "…")
        self._gap = StatTile(_("From the optimum"), "…")
        self._seconds = StatTile(_("Time taken"), "")
        self._spread = StatTile(_("Spread of nights · hours"), "…")
        self._chart = LineChart(_("Cost of the best roster so far"))
        self._remark = TextLabel("", "second", wraps=True)
        self._hours = HoursModel(self)
        self._gap_unknown = True
        self._build()
        self.show_outcome(None)

    def show_watch(self, watch: SearchWatch, seconds: float) -> None:
        """How far the search is."""
        self._chart.show_search(watch.costs, watch.bounds, seconds)
        self._seconds.show_figure(_("{seconds} s").format(seconds=f"{seconds:.1f}"))
        self._gap_unknown = watch.gap is None
        if watch.gap is not None:
            tone = "good" if watch.is_optimal else ""
            self._gap.show_figure("0" if watch.is_optimal else f"≤ {max(0.1, watch.gap * 100):.1f} %", tone)

    def show_end(self) -> None:
        """The search is over: what is not known now will not be known."""
        if self._gap_unknown:
            self._gap.show_figure("—")

    def show_outcome(self, found: Outcome | None) -> None:
        """The figures of the best roster so far; none yet leaves the hours as they are now."""
        names = dict(self._opened.directory.name)
        self._hours.show(hours_rows(names, self._before, found.totals if found else self._before))
        if found is None:
            self._remark.setText(_("Looking for the first roster …"))
            return
        self._vacancies.show_figure(str(found.vacancies), "act" if found.vacancies else "good")
        self._conflicts.show_figure(str(found.conflicts), "act" if found.conflicts else "good")
        self._spread.show_figure(found.spread)
        self._remark.setText(found.sentence)

    def _build(self) -> None:
        measures = measures_of(self)
        side = measures.px(22)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        tiles = QHBoxLayout()
        tiles.setContentsMargins(side, measures.px(10), side, measures.px(10))
        tiles.setSpacing(measures.apart)
        for number, tile in enumerate((self._vacancies, self._conflicts, self._gap, self._seconds, self._spread)):
            if number:
                tiles.addWidget(Hairline(upright=True))
            tiles.addWidget(tile, 1)
        column.addLayout(tiles)
        column.addWidget(Hairline())
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(self._chart_column(side), 58)
        row.addWidget(Hairline(upright=True))
        row.addLayout(self._hours_column(side), 42)
        column.addLayout(row, 1)

    def _chart_column(self, side: int) -> QVBoxLayout:
        measures = measures_of(self)
        column = QVBoxLayout()
        column.setContentsMargins(side, measures.px(12), side, measures.px(12))
        column.setSpacing(measures.near)
        column.addWidget(SectionTitle(_("Cost"), _("lower is better; dashed: nothing can be lower")))
        column.addWidget(self._chart, 1)
        column.addWidget(self._remark)
        return column

    def _hours_column(self, side: int) -> QVBoxLayout:
        measures = measures_of(self)
        band = band_words(BurdenKind.MINUTES, *self._before.usual_band(BurdenKind.MINUTES))
        column = QVBoxLayout()
        column.setContentsMargins(side, measures.px(12), measures.near, 0)
        column.setSpacing(measures.near)
        column.addWidget(SectionTitle(_("Hours of each person"), _("before → after; fair {band}").format(band=band)))
        column.addWidget(HoursList(self._hours), 1)
        return column
