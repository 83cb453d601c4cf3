"""Small searches that end the same way each time, and what to ask of their proposals."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta

from small_teams import EASY, LEADER, MONDAY, held, people, plan, post, town

from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import AreaId, AvailabilityId, DutyId
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.roster import Proposal, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days
from roster_app.engine.problem import RosterProblem, build
from roster_app.engine.search import Limits, solve

LITTLE = Limits(seconds=120, work=0.2)
"""Enough for a few dozen duties, and the same each time."""
TIGHT = replace(EASY, min_rest_minutes=720, max_consecutive_days=5, max_week_minutes=2400, max_consecutive_nights=3)


def solved(problem: RosterProblem, limits: Limits = LITTLE) -> Proposal:
    """The proposal of a search in which the engine and the domain must agree about every roster that leaves."""
    return solve(problem, limits, lambda progress: None, lambda: False, strict=True)


def rostered(directory: Directory, days: int = 7, holders: Mapping[DutyId, int] | None = None) -> Proposal:
    """The proposal for a new period of so many days; `holders` are kept."""
    return solved(problem_of(directory, days, holders))


def problem_of(
    directory: Directory,
    days: int = 7,
    holders: Mapping[DutyId, int] | None = None,
    only: Collection[DutyId] | None = None,
    ledger: Ledger | None = None,
) -> RosterProblem:
    """The problem of a period of so many days."""
    return build(held(plan(directory, days), holders or {}), directory, ledger or Ledger(), only=only)


def counts(proposal: Proposal) -> dict[int, int]:
    """How many duties each person holds."""
    total: dict[int, int] = {}
    for who in proposal.assignments.values():
        total[who] = total.get(who, 0) + 1
    return total


def days_of(roster: Roster, proposal: Proposal, who: int) -> list[date]:
    """The days one person's duties begin on."""
    return sorted(roster.plan.shift_of(d).day for d, holder in proposal.assignments.items() if holder == who)


def short_of_people(number: int = 16, days: int = 14) -> RosterProblem:
    """Two checkpoints, fewer people than they want, homes and wishes: nothing that is proven in a moment."""
    posts = [post(1, 1, requires=frozenset({LEADER})), post(2, 1), post(3, 2), post(4, 2)]
    crowd = tuple(replace(v, area_id=AreaId(1 + v.id % 3 % 2)) for v in people(number, leaders=number // 3))
    kinds = (AvailabilityKind.UNAVAILABLE, AvailabilityKind.UNWANTED, AvailabilityKind.WANTED)
    statements = []
    for n in range(3 * len(crowd)):
        day = MONDAY + timedelta(days=n * 11 % days)
        who, kind = crowd[n % len(crowd)].id, kinds[n // len(crowd)]
        statements.append(Availability(AvailabilityId(n + 1), who, kind, whole_days(day, day)))
    team = replace(town(crowd, posts, rules=TIGHT, checkpoints=2), availabilities=tuple(statements))
    return problem_of(team, days)
