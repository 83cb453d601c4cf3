"""Keeping open rosters in step with what the checkpoints ask for."""

from roster_app.domain.demand import plan_duties, replanned
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import PeriodId, TeamId
from roster_app.domain.roster import DutyPlan, PeriodState, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.storage import UnitOfWork


def replan(work: UnitOfWork, team_id: TeamId, desk: Desk) -> Changes:
    """Plan every open period of the team anew: a draft as a whole, a published one from today on.

    What is still asked for keeps its people; what is no longer asked for leaves the roster.
    """
    directory = work.directory(team_id)
    touched: set[PeriodId] = set()
    for period in work.rosters.periods(team_id):
        if period.state is PeriodState.ARCHIVED:
            continue
        old = work.rosters.load(period.id).plan
        since = period.first if period.state is PeriodState.DRAFT else desk.today()
        new = replanned(old, _plan(directory, period, old), since)
        if (new.shifts, new.duties) != (old.shifts, old.duties):
            work.rosters.replace_plan(new, author=desk.author, at=desk.now())
            touched.add(period.id)
    return Changes(periods=frozenset(touched))


def _plan(directory: Directory, period: RosterPeriod, old: DutyPlan) -> DutyPlan:
    try:
        return plan_duties(directory, period, old=old)
    except DomainError as error:
        if error.code is not ErrorCode.NOTHING_TO_STAFF:
            raise
        return DutyPlan(period)
