"""Use cases of what-if: a roster under other demand or without some people, held beside the present one, adopted."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roster_app.domain.edits import EditKind, settle
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.history import EditRecord
from roster_app.domain.ids import LeaveId, PeriodId, new_id
from roster_app.domain.roster import Origin, Proposal, Roster
from roster_app.domain.rules import Judge
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.planning import replan
from roster_app.services.rostering import OpenRoster
from roster_app.storage import UnitOfWork

if TYPE_CHECKING:
    from roster_app.domain.supposing import Supposition


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Ask it from any thread; nothing is stored but by `adopt`, which is one transaction."""

    desk: Desk

    def suppose(self, opened: OpenRoster, wanted: "Supposition") -> OpenRoster:
        """The roster under the supposition, in memory alone."""
        from roster_app.domain.supposing import supposed

        roster, directory = supposed(opened.roster, opened.directory, wanted)
        judge = Judge(roster.plan, directory, opened.ledger)
        return replace(opened, roster=roster, directory=directory, judge=judge, proven=None)

    def with_proposal(self, opened: OpenRoster, proposal: Proposal) -> OpenRoster:
        """The supposed roster as a search has filled it."""
        from roster_app.domain.edits import accept_proposal, apply

        try:
            roster = apply(opened.roster, accept_proposal(opened.roster, proposal))
        except DomainError as error:
            if error.code is not ErrorCode.NOTHING_TO_CHANGE:
                raise
            roster = opened.roster
        return opened.with_roster(roster, opened.history)

    def adopt(self, found: OpenRoster, wanted: "Supposition") -> tuple[Changes, EditRecord | None]:
        """Make the supposition true: demand and absences are stored, and the roster becomes the one supposed.

        All or nothing. The assignments are one step of undo; demand and leave are changed in their own forms again.
        Answers what has changed, and the step (None where everybody stays where they are).
        """
        period_id = found.period.id
        with self.desk.database.work() as work:
            self._store_team(work, found, wanted)
            changes = Changes(places=bool(wanted.closed or wanted.headcounts), volunteers=wanted.away)
            changes |= replan(work, found.period.team_id, self.desk) | Changes(periods=frozenset({period_id}))
            record = self._settle(work, period_id, found.roster)
        return changes, record

    def _store_team(self, work: UnitOfWork, found: OpenRoster, wanted: "Supposition") -> None:
        directory = found.directory
        for checkpoint in directory.checkpoints:
            posts = directory.posts_of.get(checkpoint.id, ())
            if checkpoint.id in wanted.closed:
                work.places.update_checkpoint(checkpoint)
            if any(post.id in wanted.headcounts for post in posts):
                work.places.replace_posts(checkpoint.id, tuple(posts))
        leaves = [replace(leave, id=LeaveId(new_id())) for leave in wanted.leaves(found.period)]
        if leaves:
            work.people.add_leave(*leaves)

    def _settle(self, work: UnitOfWork, period_id: PeriodId, wanted: Roster) -> EditRecord | None:
        from roster_app.domain.supposing import holders_elsewhere

        roster = work.rosters.load(period_id)
        holders = holders_elsewhere(wanted, roster.plan)
        try:
            edit = settle(roster, holders, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)
        except DomainError as error:
            if error.code is not ErrorCode.NOTHING_TO_CHANGE:
                raise
            return None
        return work.rosters.apply(period_id, edit, author=self.desk.author, at=self.desk.now())
