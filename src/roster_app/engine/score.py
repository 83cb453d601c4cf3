"""What a roster costs, worked out from the domain alone: the measure that every solver's own count must meet."""

from roster_app.domain.fairness import Burden
from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge
from roster_app.engine.weights import CAUSE_OF, CAUSES, Weights


def score(roster: Roster, judge: Judge, weights: Weights) -> dict[str, int]:
    """Points by cause, every cause named; the cost is their sum."""
    directory, carried = judge.directory, judge.burdens(roster)
    parts = dict.fromkeys(CAUSES, 0)
    parts["vacancy"] = sum(weights.of_vacancy(duty.span.minutes) for duty in roster.vacancies)
    for volunteer_id, share in judge.shares.items():
        burden = carried.get(volunteer_id, Burden())
        for kind, cause in CAUSE_OF.items():
            parts[cause] += weights.of_burden(kind) * share.band(kind).outside(burden.amount(kind))
    for stint in roster.stints:
        timetable = judge.timetables[stint.volunteer_id]
        home = directory.volunteer[stint.volunteer_id].area_id
        area = directory.checkpoint[stint.checkpoint_id].area_id
        parts["wishes"] += weights.unwanted * any(span.overlaps(stint.span) for span in timetable.unwanted)
        parts["wishes"] -= weights.wanted * timetable.wants(stint.span)
        parts["away"] += weights.away * (None not in (home, area) and home != area)
    return parts
