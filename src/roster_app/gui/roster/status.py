"""Says in header, panel and foot how things stand, whenever the document has been judged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from roster_app.domain.fairness import BurdenKind
from roster_app.gui.roster.arrangements import Arrangements
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.header import RosterHeader
from roster_app.gui.roster.panel import PROBLEMS, RosterPanel
from roster_app.gui.roster.problems import problem_rows
from roster_app.gui.roster.standing import Standing, mendable_since, standing
from roster_app.gui.roster.status_pills import StatusPills
from roster_app.gui.roster.totals import figure_of
from roster_app.i18n import _, ngettext


class Status(QObject):
    """Figures are worked out after the edit is on the screen, once for several edits in a row."""

    told = Signal(object)  # the Standing just shown, or None without a roster

    def __init__(
        self,
        document: RosterDocument,
        header: RosterHeader,
        arrangements: Arrangements,
        panel: RosterPanel,
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(panel)
        self._clock = clock
        self._document = document
        self._header = header
        self._arrangements = arrangements
        self._panel = panel
        self.pills = StatusPills(self)
        self.now: Standing | None = None
        header.show_pills(self.pills.all)
        self.pills.be_silent()
        document.judged.connect(self.tell)
        document.reloaded.connect(self.tell)
        panel.switched.connect(self._on_switched)

    @property
    def since(self) -> datetime:
        """From when on anything can still be mended."""
        return mendable_since(self._document.roster.period, self._clock())

    def tell(self) -> None:
        """Work the figures out and show them everywhere."""
        if not self._document.is_open:
            self.now = None
            self.pills.be_silent()
            self.told.emit(None)
            return
        shown, opened = self._document.shown, self._document.opened
        totals = self._arrangements.people_model.totals
        self.now = standing(shown, self._document.proof, totals, opened.editions, self.since)
        self.pills.tell(self.now, shown)
        self._header.show_standing(self.now)
        self._arrangements.people.foot.show_sum(self._sum_words(self.now))
        self._panel.show_trouble_count(self.now.hard)
        if self._panel.shows(PROBLEMS):
            self._show_problems()
        self.told.emit(self.now)

    def _sum_words(self, now: Standing) -> str:
        minutes = self._arrangements.people_model.totals.minutes
        held = now.duties - len(self._document.shown.roster.vacancies)
        return _("{held} / {duties} duties · {hours} h").format(
            held=held,
            duties=now.duties,
            hours=figure_of(BurdenKind.MINUTES, minutes),
        )

    def _show_problems(self) -> None:
        rows = problem_rows(self._document.shown)
        hard = self.now.hard if self.now else 0
        title = ngettext("{count} conflict", "{count} conflicts", hard).format(count=hard)
        remark = _("A click goes there; F8 goes from one to the next, vacancies included.")
        self._panel.problems.show_problems(title, remark, rows)

    def _on_switched(self, name: str) -> None:
        if name == PROBLEMS and self._document.is_open:
            self._show_problems()
