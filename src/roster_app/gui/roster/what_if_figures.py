"""The present roster and the supposed one side by side: the figures, and how many cells would change."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from roster_app.domain.fairness import BurdenKind
from roster_app.domain.supposing import places_of
from roster_app.gui.roster.search_board import spread_words
from roster_app.gui.roster.totals import Totals, figure_of
from roster_app.gui.widgets.labels import Hairline, TextLabel
from roster_app.gui.widgets.measures import measures_of
from roster_app.i18n import _
from roster_app.services import OpenRoster
from roster_app.services.words import duration


@dataclass(frozen=True, slots=True)
class Figures:
    """What is compared of one roster; `tones` colour what must be looked at."""

    gap: str
    vacancies: str
    conflicts: str
    hours: str
    spread: str
    tones: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """In the order of the lines."""
        return self.gap, self.vacancies, self.conflicts, self.hours, self.spread


def figures_of(opened: OpenRoster) -> Figures:
    """Work them out; takes some ten milliseconds for a month of sixty people."""
    roster, gap = opened.roster, opened.proof.gap_minutes
    vacancies, conflicts = len(roster.vacancies), len(opened.judge.hard(roster))
    totals = Totals.of(opened.judge, roster)
    return Figures(
        gap=duration(gap),
        vacancies=str(vacancies),
        conflicts=str(conflicts),
        hours=_("{hours} h").format(hours=figure_of(BurdenKind.MINUTES, totals.minutes)),
        spread=spread_words(totals),
        tones=(*("act" if bad else "good" for bad in (gap, vacancies, conflicts)), "", ""),
    )


def changed_cells(before: OpenRoster, after: OpenRoster) -> int:
    """How many duties come, go or change hands."""
    then = {place: before.roster.holder(d) for d, place in places_of(before.roster.plan).items()}
    now = {place: after.roster.holder(d) for d, place in places_of(after.roster.plan).items()}
    both = then.keys() & now.keys()
    return len(then.keys() ^ now.keys()) + sum(then[place] != now[place] for place in both)


class WhatIfFigures(QWidget):
    """A table of two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = [TextLabel("", "figure") for _line in range(5)]
        self._then = [TextLabel("…", "figure") for _line in range(5)]
        self._changed = TextLabel("…", "figure")
        self._build()

    def show_now(self, figures: Figures) -> None:
        """The present roster."""
        self._fill(self._now, figures)

    def show_supposed(self, figures: Figures | None, changed: int | None = None) -> None:
        """The supposed roster; None while it is being worked out."""
        if figures is None:
            for label in (*self._then, self._changed):
                label.setText("…")
                label.set_tone("")
            return
        self._fill(self._then, figures)
        self._changed.setText("" if changed is None else str(changed))

    @property
    def words(self) -> tuple[tuple[str, str], ...]:
        """(now, supposed) line by line, the changed cells last."""
        pairs = [(now.text(), then.text()) for now, then in zip(self._now, self._then, strict=True)]
        return (*pairs, ("", self._changed.text()))

    def _fill(self, labels: list[TextLabel], figures: Figures) -> None:
        for label, words, tone in zip(labels, figures.words, figures.tones, strict=True):
            label.setText(words)
            label.set_tone(tone)

    def _build(self) -> None:
        measures = measures_of(self)
        grid = QGridLayout(self)
        grid.setContentsMargins(measures.px(22), measures.px(14), measures.px(22), measures.px(14))
        grid.setHorizontalSpacing(measures.wide)
        grid.setVerticalSpacing(measures.near)
        grid.setColumnStretch(0, 1)
        grid.addWidget(TextLabel(_("Now"), "heading"), 0, 1)
        grid.addWidget(TextLabel(_("Supposed"), "heading"), 0, 2)
        titles = (
            _("Time without enough people"),
            _("Vacancies"),
            _("Conflicts"),
            _("Hours altogether"),
            _("Spread of nights · hours"),
        )
        for line, (title, now, then) in enumerate(zip(titles, self._now, self._then, strict=True)):
            grid.addWidget(Hairline(faint=True), 2 * line + 1, 0, 1, 3)
            grid.addWidget(TextLabel(title, "second"), 2 * line + 2, 0)
            grid.addWidget(now, 2 * line + 2, 1)
            grid.addWidget(then, 2 * line + 2, 2)
        last = 2 * len(titles) + 1
        grid.addWidget(Hairline(faint=True), last, 0, 1, 3)
        grid.addWidget(TextLabel(_("Duties that come, go or change hands"), "second"), last + 1, 0)
        grid.addWidget(self._changed, last + 1, 2)
        grid.setRowStretch(last + 2, 1)
