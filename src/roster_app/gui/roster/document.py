"""The open roster: every edit goes to the database first, then into memory, then to the screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from roster_app.domain import edits
from roster_app.domain.acceptance import Acceptances
from roster_app.domain.candidates import Candidacy
from roster_app.domain.cover import CoverProof, prove
from roster_app.domain.edits import RosterEdit
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.history import EditRecord, History
from roster_app.domain.ids import DutyId, PeriodId
from roster_app.domain.roster import PeriodState, Proposal, Roster
from roster_app.domain.rules import Violation
from roster_app.gui.roster.findings import Findings
from roster_app.gui.roster.looks import Shown

if TYPE_CHECKING:
    from roster_app.services import OpenRoster
    from roster_app.services.rostering import Rostering

NO_HISTORY = History(None, None)


class RosterDocument(QObject):
    """Holds one roster with what is known about it; tells facts and knows no widget.

    `opened` is the value all views read; it is replaced, never changed. Without a period there is none.
    """

    duties_changed = Signal(object)  # frozenset[DutyId]: other holders, other locks, or other marks
    judged = Signal()  # cover and shares are worked out anew; follows `duties_changed` in the next turn of the loop
    history_changed = Signal(object)  # History: the next step each way
    preview_changed = Signal(bool)  # whether a proposal is laid over the roster now
    step_done = Signal(object)  # the EditRecord just stored
    edit_refused = Signal(object)  # the exception that says why nothing was stored
    reloaded = Signal()  # another roster, another team, or the same read anew

    def __init__(self, rostering: Rostering, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rostering = rostering
        self._opened: OpenRoster | None = None
        self._findings: Findings | None = None
        self._preview: Shown | None = None
        self._preview_proof: CoverProof | None = None
        self._proposed: RosterEdit | None = None
        self._proposal: Proposal | None = None
        self._weighing = QTimer(self, singleShot=True, interval=0)
        self._weighing.timeout.connect(self._weigh)

    @property
    def is_open(self) -> bool:
        """Whether there is a roster."""
        return self._opened is not None

    @property
    def opened(self) -> OpenRoster:
        """The roster with its team, judge and history; only while one is open."""
        if self._opened is None:
            raise RuntimeError("no roster is open")
        return self._opened

    @property
    def roster(self) -> Roster:
        """The answer as it stands in the database."""
        return self.opened.roster

    @property
    def findings(self) -> Findings:
        """What is wrong with it."""
        if self._findings is None:
            raise RuntimeError("no roster is open")
        return self._findings

    @property
    def shown(self) -> Shown:
        """What is in sight: the roster, or the proposal laid over it."""
        return self._preview or Shown(self.roster, self.findings, self.opened.directory, self.roster)

    @property
    def proof(self) -> CoverProof:
        """The minute-exact cover of what is in sight."""
        if self._preview is None:
            return self.opened.proof
        if self._preview_proof is None:
            self._preview_proof = prove(self._preview.roster, self._preview.directory)
        return self._preview_proof

    @property
    def proposed(self) -> RosterEdit | None:
        """The edit that would make the proposal in sight the roster's own; None while there is none."""
        return self._proposed

    @property
    def history(self) -> History:
        """The next step each way."""
        return self._opened.history if self._opened else NO_HISTORY

    @property
    def is_editable(self) -> bool:
        """Whether it may be changed now: not an archived one, and not behind a proposal."""
        archived = self._opened is None or self._opened.period.state is PeriodState.ARCHIVED
        return not archived and self._preview is None

    @property
    def in_sight(self) -> OpenRoster:
        """The roster in sight with all it is judged by: the stored one, or the proposal laid over it."""
        return self.opened if self._preview is None else self.opened.with_roster(self._preview.roster, self.history)

    def candidates(self, duty_id: DutyId) -> tuple[Candidacy, ...]:
        """Everybody for a duty of the roster in sight, best first."""
        return self._rostering.candidates(self.in_sight, duty_id)

    def show(self, opened: OpenRoster | None, findings: Findings | None = None) -> None:
        """Hold another roster, or none; `findings` if it has been judged already, beside the window."""
        self._opened = opened
        if opened is not None and findings is None:
            findings = Findings(opened.judge, opened.roster, opened.acceptances)
        self._findings = findings
        self._weighing.stop()
        self._end_preview()
        self.reloaded.emit()
        self.history_changed.emit(self.history)

    def reload(self) -> None:
        """Read the period anew; a refusal leaves what is shown."""
        period_id = self.opened.period.id
        try:
            self.show(self._rostering.open(period_id))
        except (DomainError, OSError) as error:
            self.edit_refused.emit(error)

    def preview(self, proposal: Proposal) -> None:
        """Lay a proposal over the roster: nothing is stored, and nothing can be edited until it is settled."""
        edit = edits.accept_proposal(self.roster, proposal)
        roster = edits.apply(self.roster, edit)
        findings = Findings(self.opened.judge, roster, self.opened.acceptances)
        self._proposed, self._proposal = edit, proposal
        self._preview = Shown(roster, findings, self.opened.directory, self.roster, edit.duty_ids)
        self.duties_changed.emit(frozenset(self.roster.plan.duty))
        self.preview_changed.emit(True)
        self.judged.emit()

    def accept(self) -> bool:
        """Make the proposal in sight the roster's own, as one step; whether it was stored."""
        edit = self._proposed
        if edit is None:
            return False
        self.discard()
        return self.perform(edit)

    def accept_day(self, day: date) -> bool:
        """Make one day of the proposal the roster's own, as one step, and leave the rest laid over it."""
        edit, proposal = self._proposed, self._proposal
        if edit is None or proposal is None:
            return False
        plan = self.roster.plan
        own = tuple(c for c in edit.changes if plan.shift_of(c.duty_id).day == day)
        if not own:
            return False
        self.discard()
        stored = self.perform(RosterEdit(edit.kind, own))
        if len(own) < len(edit.changes):
            self.preview(proposal)
        return stored

    def discard(self) -> None:
        """Take the proposal away; the roster is as it was."""
        if self._end_preview():
            self.duties_changed.emit(frozenset(self.roster.plan.duty))
            self.judged.emit()

    def _end_preview(self) -> bool:
        if self._preview is None:
            return False
        self._preview = self._preview_proof = self._proposed = self._proposal = None
        self.preview_changed.emit(False)
        return True

    def carry_out(self, make: Callable[[Roster], RosterEdit]) -> bool:
        """Make an edit of the roster as it stands and store it; whether anything was stored."""
        if not self.is_editable:
            return False
        try:
            edit = make(self.roster)
        except DomainError as error:
            if error.code is not ErrorCode.NOTHING_TO_CHANGE:
                self.edit_refused.emit(error)
            return False
        return self.perform(edit)

    def perform(self, edit: RosterEdit) -> bool:
        """Store one step; whether it was stored. Refusals are told, never raised."""
        return self._store(lambda period_id: self._rostering.apply_edit(period_id, edit))

    def store(self, write: Callable[[PeriodId], EditRecord]) -> bool:
        """Store one step together with what else `write` stores; whether it was stored. Refusals are told."""
        return self._store(write)

    def accept_violation(self, violation: Violation, reason: str) -> bool:
        """Live with a violation for a reason; whether it was stored."""
        period_id = self.opened.period.id
        return self._take_acceptances(lambda: self._rostering.accept_violation(period_id, violation, reason), violation)

    def withdraw_acceptance(self, violation: Violation) -> bool:
        """It must be mended after all; whether that was stored."""
        found = self.findings.acceptance(violation)
        if found is None:
            return False
        return self._take_acceptances(lambda: self._rostering.withdraw_acceptance(found), violation)

    def _take_acceptances(self, write: Callable[[], Acceptances], violation: Violation) -> bool:
        try:
            acceptances = write()
        except (DomainError, OSError) as error:
            self.edit_refused.emit(error)
            return False
        self._opened = replace(self.opened, acceptances=acceptances)
        self.findings.accept(acceptances)
        self.duties_changed.emit(frozenset(self.findings.marked_at(violation)))
        self.judged.emit()
        return True

    def undo(self) -> bool:
        """Take the last step back."""
        return self._store(self._rostering.undo)

    def redo(self) -> bool:
        """Do the step undone last once more."""
        return self._store(self._rostering.redo)

    def _store(self, write: Callable[[PeriodId], EditRecord]) -> bool:
        period_id = self.opened.period.id
        try:
            record = write(period_id)
            history = self._rostering.history(period_id)
            roster = edits.apply(self.roster, record.edit)
        except StaleEdit as error:
            self.reload()
            self.edit_refused.emit(error)
            return False
        except (DomainError, OSError) as error:
            self.edit_refused.emit(error)
            return False
        self._take(roster, history, record)
        return True

    def _take(self, roster: Roster, history: History, record: EditRecord) -> None:
        before, self._opened = self.opened, self.opened.with_roster(roster, history)
        if roster.plan is not before.roster.plan:
            self._findings = Findings(self._opened.judge, roster, self._opened.acceptances)
            self.reloaded.emit()
            self.history_changed.emit(history)
            self.step_done.emit(record)
            return
        marked = self.findings.follow(roster, record.edit)
        self._weighing.start()
        self.duties_changed.emit(frozenset(record.edit.duty_ids | marked))
        self.history_changed.emit(history)
        self.step_done.emit(record)

    def _weigh(self) -> None:
        if self._opened is not None:
            self.findings.weigh(self.roster)
            self.judged.emit()
