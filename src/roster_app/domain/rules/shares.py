"""Whether each person's burden lies in the fair band: hours, nights, weekends and statutory holidays."""

from collections.abc import Iterator, Mapping

from roster_app.domain.fairness import Burden, BurdenKind, FairShare
from roster_app.domain.ids import VolunteerId
from roster_app.domain.roster import Roster
from roster_app.domain.rules.violation import Rule, Violation

RULE_OF = {
    BurdenKind.MINUTES: Rule.SHARE_OF_HOURS,
    BurdenKind.NIGHTS: Rule.SHARE_OF_NIGHTS,
    BurdenKind.WEEKENDS: Rule.SHARE_OF_WEEKENDS,
    BurdenKind.HOLIDAYS: Rule.SHARE_OF_HOLIDAYS,
}


def check_shares(
    roster: Roster,
    burdens: Mapping[VolunteerId, Burden],
    shares: Mapping[VolunteerId, FairShare],
) -> Iterator[Violation]:
    """A wish missed for every burden outside its band; `limit` is the edge of the band that was passed."""
    for volunteer_id, share in shares.items():
        burden = burdens.get(volunteer_id, Burden())
        for kind, rule in RULE_OF.items():
            actual, band = burden.amount(kind), share.band(kind)
            if not band.low <= actual <= band.high:
                duties = tuple(s.duty_id for s in roster.line(volunteer_id) if s.duty_id in roster.plan.duty)
                limit = band.low if actual < band.low else band.high
                yield Violation(rule, duties, volunteer_id, actual, limit)
