"""What a roster costs, as the domain counts it: the measure that every solver's own count must meet."""

from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge
from roster_app.engine.weights import CAUSES, Weights


def score(roster: Roster, judge: Judge, weights: Weights) -> dict[str, int]:
    """Points by the causes that the engine knows; it knows no weights but the usual ones of the rule book."""
    if weights != Weights():
        raise ValueError("the weights of a team are in its rule book")
    parts = judge.cost(roster)
    return {cause: parts[cause] for cause in CAUSES}
