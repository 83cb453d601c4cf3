"""Keeping open rosters in step with what the checkpoints ask for."""

from collections.abc import Iterator

from roster_app.domain.demand import plan_duties, replanned
from roster_app.domain.demand_moves import DutyMove, demand_moves
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import PeriodId, TeamId
from roster_app.domain.roster import DutyPlan, PeriodState, Roster, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.storage import UnitOfWork


def replan(work: UnitOfWork, team_id: TeamId, desk: Desk) -> Changes:
    """Plan every open period of the team anew: a draft as a whole, a published one from today on.

    What is still asked for keeps its people; what is no longer asked for leaves the roster.
    """
    touched: set[PeriodId] = set()
    for roster, new in _planned_anew(work, work.directory(team_id), desk):
        if not _same(new, roster.plan):
            work.rosters.replace_plan(new, author=desk.author, at=desk.now())
            touched.add(new.period.id)
    return Changes(periods=frozenset(touched))


def _same(one: DutyPlan, other: DutyPlan) -> bool:
    """Whether two plans ask for the same, in whatever order."""
    return set(one.shifts) == set(other.shifts) and set(one.duties) == set(other.duties)


def moved_duties(work: UnitOfWork, wished: Directory, desk: Desk) -> tuple[DutyMove, ...]:
    """Which duties of open rosters would go, come or be at other hours if the team were as wished; losses first."""
    moves = (move for roster, new in _planned_anew(work, wished, desk) for move in demand_moves(roster, new))
    return tuple(sorted(moves, key=lambda move: not move.is_loss))


def _planned_anew(work: UnitOfWork, directory: Directory, desk: Desk) -> Iterator[tuple[Roster, DutyPlan]]:
    """Every open roster of the team as it is, with the plan it would have by this directory."""
    for period in work.rosters.periods(directory.team.id):
        if period.state is PeriodState.ARCHIVED:
            continue
        roster = work.rosters.load(period.id)
        since = period.first if period.state is PeriodState.DRAFT else desk.today()
        yield roster, replanned(roster.plan, _plan(directory, period, roster.plan), since)


def _plan(directory: Directory, period: RosterPeriod, old: DutyPlan) -> DutyPlan:
    try:
        return plan_duties(directory, period, old=old)
    except DomainError as error:
        if error.code is not ErrorCode.NOTHING_TO_STAFF:
            raise
        return DutyPlan(period)
