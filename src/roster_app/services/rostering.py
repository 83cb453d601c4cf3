"""Use cases about rosters: making a period, opening it, editing with undo, generating, publishing, closing."""

from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from roster_app.domain.acceptance import Acceptance, Acceptances, accepted
from roster_app.domain.cover import CoverProof, prove, proved_again
from roster_app.domain.demand import plan_duties
from roster_app.domain.editions import new_edition
from roster_app.domain.edits import RosterEdit
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.fairness import Ledger
from roster_app.domain.history import EditRecord, History
from roster_app.domain.ids import DutyId, PeriodId, TeamId, new_id
from roster_app.domain.roster import Edition, PeriodState, Roster, RosterPeriod
from roster_app.domain.rules import Judge, Violation
from roster_app.domain.sharing import close_ledger
from roster_app.domain.team import Directory
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.storage import UnitOfWork

if TYPE_CHECKING:
    from roster_app.domain.candidates import Candidacy


@dataclass(frozen=True)
class OpenRoster:
    """A roster as it was read, with all it is judged by. A value: an edit gives another roster, see `with_roster`."""

    roster: Roster
    directory: Directory
    ledger: Ledger
    history: History
    editions: tuple[Edition, ...]
    judge: Judge
    acceptances: Acceptances = field(default_factory=Acceptances)
    proven: tuple[Roster, CoverProof] | None = field(default=None, repr=False, compare=False)
    """An earlier answer to the same plan, with its cover."""

    @property
    def period(self) -> RosterPeriod:
        return self.roster.period

    @cached_property
    def proof(self) -> CoverProof:
        """The minute-exact cover of this roster; proven anew only at the checkpoints that an edit touched."""
        if self.proven is None:
            return prove(self.roster, self.directory)
        (earlier, proof), plan = self.proven, self.roster.plan
        before, after = earlier.assignments, self.roster.assignments
        touched = (d for d in before.keys() | after.keys() if before.get(d) != after.get(d))
        places = frozenset(plan.shift_of(d).checkpoint_id for d in touched)
        return proved_again(proof, self.roster, self.directory, places)

    def work_out(self) -> None:
        """Shares, burdens and cover, which are kept: for a worker that reads ahead of the window."""
        self.judge.burdens(self.roster)
        for _kept in (self.judge.shares, self.proof):
            pass

    def with_roster(self, roster: Roster, history: History) -> "OpenRoster":
        """The same team with another answer; a judge is made anew only where seats are cut otherwise."""
        same = roster.plan is self.roster.plan
        judge = self.judge if same else Judge(roster.plan, self.directory, self.ledger)
        known = (self.roster, self.proof) if "proof" in self.__dict__ else self.proven
        return replace(self, roster=roster, history=history, judge=judge, proven=known if same else None)

    @property
    def hard(self) -> tuple[Violation, ...]:
        """The hard rules broken that nobody has accepted."""
        return tuple(v for v in self.judge.hard(self.roster) if self.acceptances.of(v) is None)


@dataclass(frozen=True, slots=True)
class Rostering:
    """Ask it from any thread; every method is one transaction."""

    desk: Desk

    def periods(self, team_id: TeamId) -> tuple[RosterPeriod, ...]:
        """The team's periods, earliest first."""
        with self.desk.database.reading() as work:
            return work.rosters.periods(team_id)

    def create_period(self, team_id: TeamId, first: date, last: date) -> RosterPeriod:
        """A draft with every duty the checkpoints ask for; refuses days that another period has already."""
        period = RosterPeriod(PeriodId(new_id()), team_id, first, last)
        with self.desk.database.work() as work:
            for other in work.rosters.periods(team_id):
                if other.first <= last and first <= other.last:
                    raise DomainError(ErrorCode.PERIOD_OVERLAPS, first=other.first, last=other.last)
            work.rosters.add(plan_duties(work.directory(team_id), period))
        return period

    def delete_period(self, period_id: PeriodId) -> Changes:
        """Remove a draft with all its assignments; refused for what was published."""
        with self.desk.database.work() as work:
            if work.rosters.get_period(period_id).state is not PeriodState.DRAFT or work.rosters.editions(period_id):
                raise DomainError(ErrorCode.PERIOD_CLOSED)
            work.rosters.remove(period_id)
        return Changes(periods=frozenset({period_id}))

    def open(self, period_id: PeriodId) -> OpenRoster:
        """The whole document."""
        with self.desk.database.reading() as work:
            roster = self._near(work.rosters.load(period_id))
            directory = work.directory(roster.period.team_id)
            ledger = work.ledger.all(roster.period.team_id)
            return OpenRoster(
                roster,
                directory,
                ledger,
                work.rosters.history(period_id, self.desk.author),
                work.rosters.editions(period_id),
                Judge(roster.plan, directory, ledger),
                Acceptances(work.acceptances.of_period(period_id)),
            )

    def _near(self, roster: Roster) -> Roster:
        """With the moment from which changes of what is posted are near."""
        return replace(roster, posted_from=self.desk.minute()) if roster.posted else roster

    def apply_edit(self, period_id: PeriodId, edit: RosterEdit) -> EditRecord:
        """Write one step, all or nothing; raises StaleEdit, naming the duties, where a colleague was faster."""
        with self.desk.database.work() as work:
            _refuse_archived(work, period_id)
            return work.rosters.apply(period_id, edit, author=self.desk.author, at=self.desk.now())

    def undo(self, period_id: PeriodId) -> EditRecord:
        """Take this author's last step back; the answer holds the edit as carried out. Refuses if there is none."""
        with self.desk.database.work() as work:
            _refuse_archived(work, period_id)
            return work.rosters.undo(period_id, author=self.desk.author, at=self.desk.now())

    def redo(self, period_id: PeriodId) -> EditRecord:
        """Do the step undone last once more; the answer holds the edit as carried out. Refuses if there is none."""
        with self.desk.database.work() as work:
            _refuse_archived(work, period_id)
            return work.rosters.redo(period_id, author=self.desk.author, at=self.desk.now())

    def history(self, period_id: PeriodId) -> History:
        """The next step to undo and to redo."""
        with self.desk.database.reading() as work:
            return work.rosters.history(period_id, self.desk.author)

    def candidates(self, opened: OpenRoster, duty_id: DutyId) -> "tuple[Candidacy, ...]":
        """Everybody, best first, with what speaks for and against; nobody is left out."""
        from roster_app.domain.candidates import candidates

        return candidates(opened.roster, opened.judge, duty_id)

    def accept_violation(self, period_id: PeriodId, violation: Violation, reason: str) -> Acceptances:
        """Live with a violation, and say why (NO_REASON without); answers with all that is accepted in the period."""
        with self.desk.database.work() as work:
            _refuse_archived(work, period_id)
            work.acceptances.add(accepted(violation, period_id, reason, self.desk.author, self.desk.now()))
            return Acceptances(work.acceptances.of_period(period_id))

    def withdraw_acceptance(self, acceptance: Acceptance) -> Acceptances:
        """It must be mended after all; answers as `accept_violation` does."""
        with self.desk.database.work() as work:
            _refuse_archived(work, acceptance.period_id)
            work.acceptances.remove(acceptance.id)
            return Acceptances(work.acceptances.of_period(acceptance.period_id))

    def publish(self, period_id: PeriodId) -> Edition:
        """Fix the roster as it stands under the next edition number; edits after it belong to the next edition."""
        with self.desk.database.work() as work:
            _refuse_archived(work, period_id)
            roster = work.rosters.load(period_id)
            number = 1 + max((e.number for e in work.rosters.editions(period_id)), default=0)
            edition = new_edition(roster, number, self.desk.minute(), self.desk.author)
            work.rosters.add_edition(edition)
            work.rosters.set_state(period_id, PeriodState.PUBLISHED)
        return edition

    def close(self, period_id: PeriodId) -> Changes:
        """Archive the period and carry what each person did beyond or below the fair share to the ledger."""
        with self.desk.database.work() as work:
            _refuse_archived(work, period_id)
            roster = work.rosters.load(period_id)
            directory = work.directory(roster.period.team_id)
            ledger = work.ledger.all(roster.period.team_id)
            work.ledger.add(close_ledger(roster, directory, ledger, self.desk.minute()))
            work.rosters.set_state(period_id, PeriodState.ARCHIVED)
        return Changes(periods=frozenset({period_id}))


def _refuse_archived(work: UnitOfWork, period_id: PeriodId) -> None:
    if work.rosters.get_period(period_id).state is PeriodState.ARCHIVED:
        raise DomainError(ErrorCode.PERIOD_CLOSED)
