"""Which period is open: the one seen last, the one today lies in, or a new one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from roster_app.domain.calendar import DayTable
from roster_app.domain.ids import PeriodId
from roster_app.domain.roster import RosterPeriod
from roster_app.gui.errors import sentence_of
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.findings import Findings
from roster_app.gui.roster.new_period import Days, NewPeriodDialog, next_days
from roster_app.gui.shell import Shell
from roster_app.services import Changes, OpenRoster

if TYPE_CHECKING:
    from roster_app.services.rostering import Rostering

_REMEMBERED = "roster/period"


class Periods(QObject):
    """Opens, turns and makes periods; reading happens beside the window, which stays alive meanwhile."""

    listed = Signal(object)  # tuple[RosterPeriod, ...], earliest first
    opening = Signal()  # a roster is being read
    opened = Signal()  # it is in the document, or there is none
    created = Signal(object)  # Changes

    def __init__(self, shell: Shell, document: RosterDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._document = document
        self._known: tuple[RosterPeriod, ...] = ()
        self._turn = 0

    @property
    def known(self) -> tuple[RosterPeriod, ...]:
        """All periods of the team, earliest first."""
        return self._known

    @property
    def chosen(self) -> PeriodId | None:
        """The one in the document."""
        return self._document.opened.period.id if self._document.is_open else None

    def begin(self, wanted: PeriodId | None = None) -> None:
        """Read the list and open this period, or the one that is wanted most."""
        list_them = partial(self._shell.services.rostering.periods, self._shell.team_id)
        self._run(list_them, partial(self._on_listed, wanted))

    def open(self, period_id: PeriodId) -> None:
        """Show another period."""
        self.opening.emit()
        self._run(partial(_judged, self._shell.services.rostering, period_id), self._on_opened)

    def step(self, steps: int) -> None:
        """The period before (−1) or after (1) the one shown, if there is one."""
        ids = [p.id for p in self._known]
        place = ids.index(self.chosen) + steps if self.chosen in ids else -1
        if 0 <= place < len(ids):
            self.open(ids[place])

    def suggested(self) -> Days:
        """The days a new period would have."""
        return next_days(self._known, self._today())

    def create(self, days: Days, failed: Callable[[BaseException], object] | None = None) -> None:
        """Make a period and open it."""
        use_case = partial(self._shell.services.rostering.create_period, self._shell.team_id, *days)
        self._run(use_case, self._on_created, failed)

    def ask(self, parent: QObject) -> NewPeriodDialog:
        """Let the person choose the days of a new one; does not wait."""
        dialog = NewPeriodDialog(self._known, self._today(), parent, self._days())  # type: ignore[arg-type]
        dialog.day_wanted.connect(partial(self._shell.go, "places"))
        dialog.submitted.connect(lambda days: self.create(days, partial(self._tell_refusal, dialog)))
        self.created.connect(dialog.accept)
        dialog.open()
        return dialog

    def _tell_refusal(self, dialog: NewPeriodDialog, error: BaseException) -> None:
        """In the dialog; where it was closed meanwhile, in the window."""
        if isValid(dialog):
            dialog.show_refusal(sentence_of(error))
        else:
            self._shell.errors.report(error)

    def _days(self) -> DayTable:
        """Which kind of day each is, as the team has it."""
        return self._shell.services.teams.directory(self._shell.team_id).days

    def _today(self) -> date:
        return self._shell.now().date()

    def _run(
        self,
        work: Callable[[], object],
        then: Callable[..., object],
        failed: Callable[[BaseException], object] | None = None,
    ) -> None:
        """Only the answer to the latest wish counts."""
        self._turn += 1
        turn = self._turn

        def answer(value: object) -> None:
            if turn == self._turn:
                then(value)

        self._shell.tasks.run(work, on_success=answer, on_failure=failed or self._on_failed, owner=self)

    def _on_listed(self, wanted: PeriodId | None, periods: tuple[RosterPeriod, ...]) -> None:
        self._known = periods
        self.listed.emit(periods)
        found = wanted or self._wanted()
        if found is not None:
            self.open(found)
        else:
            self._shell.view_state.keep(_REMEMBERED, 0)  # it was another team's, or is gone
            self._document.show(None)
            self.opened.emit()

    def _wanted(self) -> PeriodId | None:
        """The one in front, the one seen last, the one today lies in, the latest."""
        ids = [p.id for p in self._known]
        remembered = PeriodId(self._shell.view_state.number(_REMEMBERED, 0, 0, 2**63))
        for found in (self.chosen, remembered):
            if found in ids:
                return found
        today = self._today()
        around = [p.id for p in self._known if p.first <= today <= p.last]
        return next(iter(around or ids[-1:]), None)

    def _on_opened(self, answer: tuple[OpenRoster, Findings]) -> None:
        opened, findings = answer
        self._shell.view_state.keep(_REMEMBERED, opened.period.id)
        self._document.show(opened, findings)
        self.opened.emit()

    def _on_created(self, period: RosterPeriod) -> None:
        self.created.emit(Changes(periods=frozenset({period.id})))
        self.begin(period.id)

    def _on_failed(self, error: BaseException) -> None:
        self._shell.errors.report(error, retry=self.begin)
        self.opened.emit()


def _judged(rostering: Rostering, period_id: PeriodId) -> tuple[OpenRoster, Findings]:
    """Read a roster and hold it against the rules and the demand, so that the window has only to show it."""
    opened = rostering.open(period_id)
    findings = Findings(opened.judge, opened.roster, opened.acceptances)
    opened.work_out()
    return opened, findings
