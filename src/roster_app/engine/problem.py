"""From domain values to the problem: which duties are open, and what the rules mean for each person and need."""

from collections.abc import Collection

from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import DutyId
from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge
from roster_app.domain.team import Directory
from roster_app.engine.demand import demand_of
from roster_app.engine.facts import LineLimits, RosterProblem
from roster_app.engine.people import PeopleCompiler, margin_of
from roster_app.engine.score import score
from roster_app.engine.weights import Weights

__all__ = ["RosterProblem", "build"]


def build(
    roster: Roster,
    directory: Directory,
    ledger: Ledger,
    *,
    only: Collection[DutyId] | None = None,
    keep: bool = True,
    seed: int = 0,
    weights: Weights | None = None,
) -> RosterProblem:
    """Compile a roster's open duties into a problem.

    Open are the duties in `only`; without it all of them, less those held already where `keep` is set. A locked
    duty is never open. Everything else stays as it is, held or vacant.
    """
    plan, rules = roster.plan, directory.rules
    weights = weights or Weights()
    opened = tuple(n for n, duty in enumerate(plan.duties) if _is_open(roster, duty.id, only, keep))
    open_ids = {plan.duties[n].id for n in opened}
    kept = roster.with_assignments({d: a for d, a in roster.assignments.items() if d not in open_ids})
    judge = Judge(plan, directory, ledger)
    demand = demand_of(kept, directory, opened, weights)
    margin = margin_of(kept)
    return RosterProblem(
        roster=roster,
        judge=judge,
        weights=weights,
        seed=seed,
        limits=LineLimits(
            rules.max_consecutive_days, rules.max_consecutive_nights, rules.max_nights, rules.max_week_minutes
        ),
        people=PeopleCompiler(kept, judge, demand, weights, margin).people(),
        watches=demand.watches,
        needs=demand.needs,
        crews=demand.crews,
        conflicts=demand.conflicts,
        days=len(plan.period.days),
        margin=margin,
        kept={d: a.volunteer_id for d, a in kept.assignments.items()},
        base=_base(kept, judge, weights, open_ids),
    )


def _is_open(roster: Roster, duty_id: DutyId, only: Collection[DutyId] | None, keep: bool) -> bool:
    assignment = roster.assignments.get(duty_id)
    if assignment is not None and assignment.locked:
        return False
    return duty_id in only if only is not None else not (keep and assignment is not None)


def _base(kept: Roster, judge: Judge, weights: Weights, opened: Collection[DutyId]) -> dict[str, int]:
    """What cannot be changed costs: vacancies nobody is asked to fill, and the wishes of kept holders."""
    parts = score(kept, judge, weights)
    empty = sum(weights.of_vacancy(kept.plan.duty[d].span.minutes) for d in opened)
    return {"vacancy": parts["vacancy"] - empty, "wishes": parts["wishes"], "away": parts["away"]}
