"""Small searches that end the same way each time, and what to ask of their proposals."""

from collections.abc import Collection, Mapping
from datetime import date

from small_teams import held, plan

from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Proposal, Roster
from roster_app.domain.team import Directory
from roster_app.engine.problem import RosterProblem, build
from roster_app.engine.search import Limits, solve

LITTLE = Limits(seconds=120, work=0.2)
"""Enough for a few dozen duties, and the same each time."""


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
