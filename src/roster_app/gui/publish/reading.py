"""Reads which periods there are and the one to show, beside the window, with all the page's figures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from roster_app.domain.ids import PeriodId, TeamId
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.publish.publication import Publication, publication_of
from roster_app.gui.shell import Shell
from roster_app.services import Services

_REMEMBERED = "roster/period"  # the roster page keeps it too, so that both show the same period


@dataclass(frozen=True, slots=True)
class Shelf:
    """What there is; no publication without a period."""

    periods: tuple[RosterPeriod, ...]
    publication: Publication | None


class Reading(QObject):
    """Only the answer to the latest wish counts."""

    read = Signal(object)  # the Shelf as it is stored now
    failed = Signal(object)  # the exception that says why it is not known

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._turn = 0
        self._answered = 0
        self._shown: PeriodId | None = None
        self._seen: PeriodId | None = None  # what was remembered when the answer came

    @property
    def is_behind(self) -> bool:
        """Whether another page has turned to another period since."""
        return self._turn == self._answered and self._remembered not in (None, self._seen)

    def begin(self, wanted: PeriodId | None = None) -> None:
        """Read everything anew: the period wanted, the one seen last, the one today lies in, or the latest."""
        self._turn += 1
        shell = self._shell
        wishes = tuple(p for p in (wanted, self._remembered, self._shown) if p is not None)
        self._shell.tasks.run(
            partial(_read, shell.services, shell.team_id, wishes, shell.now().date()),
            on_success=partial(self._on_read, self._turn),
            on_failure=partial(self._on_failed, self._turn),
            owner=self,
        )

    @property
    def _remembered(self) -> PeriodId | None:
        number = self._shell.view_state.number(_REMEMBERED, 0, 0, 2**63)
        return PeriodId(number) if number else None

    def _on_read(self, turn: int, shelf: Shelf) -> None:
        if turn != self._turn:
            return
        self._answered = turn
        self._shown = None
        if shelf.publication is not None:
            self._shown = shelf.publication.opened.period.id
            self._shell.view_state.keep(_REMEMBERED, self._shown)
        self._seen = self._remembered
        self.read.emit(shelf)

    def _on_failed(self, turn: int, error: BaseException) -> None:
        if turn == self._turn:
            self._answered = turn
            self.failed.emit(error)


def _read(services: Services, team_id: TeamId, wishes: tuple[PeriodId, ...], today: date) -> Shelf:
    """On a worker, so that no figure is worked out while the window waits."""
    periods = services.rostering.periods(team_id)
    found = _chosen(periods, wishes, today)
    if found is None:
        return Shelf(periods, None)
    return Shelf(periods, publication_of(services.rostering.open(found.id), services.postings.ledger(team_id)))


def _chosen(periods: tuple[RosterPeriod, ...], wishes: tuple[PeriodId, ...], today: date) -> RosterPeriod | None:
    by_id = {period.id: period for period in periods}
    for wish in wishes:
        if wish in by_id:
            return by_id[wish]
    around = [period for period in periods if period.first <= today <= period.last]
    return next(iter((*around, *reversed(periods))), None)
