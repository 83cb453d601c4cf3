"""Whether each person's burden lies in the fair band: hours, nights, weekends, statutory holidays, unpopular duties."""

from collections.abc import Iterator, Mapping, Sequence

from roster_app.domain.book import Fairness
from roster_app.domain.fairness import Band, BurdenKind
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Roster
from roster_app.domain.rules.violation import Rule, Violation
from roster_app.domain.sharing import Sharing, kind_of
from roster_app.domain.team import Directory

RULE_OF = {
    BurdenKind.MINUTES: Rule.SHARE_OF_HOURS,
    BurdenKind.NIGHTS: Rule.SHARE_OF_NIGHTS,
    BurdenKind.WEEKENDS: Rule.SHARE_OF_WEEKENDS,
    BurdenKind.HOLIDAYS: Rule.SHARE_OF_HOLIDAYS,
}


class Shares:
    """The fairness entries of a book over one plan: bands, and what each duty weighs in each of them."""

    def __init__(self, directory: Directory, sharing: Sharing) -> None:
        self.entries: Sequence[Fairness] = tuple(e for e in directory.rules.book.every(Fairness) if e.points)
        self.bands: Sequence[Mapping[VolunteerId, Band]] = tuple(sharing.bands(entry) for entry in self.entries)
        self._weights: Sequence[Mapping[DutyId, int]] = tuple(sharing.amounts(entry) for entry in self.entries)

    def amounts(self, roster: Roster) -> dict[VolunteerId, list[int]]:
        """What each person carries by each entry; who stands nothing is not in it."""
        carried: dict[VolunteerId, list[int]] = {}
        nothing = [0] * len(self.entries)
        for duty_id, assignment in roster.assignments.items():
            amounts = carried.get(assignment.volunteer_id)
            if amounts is None:
                amounts = carried[assignment.volunteer_id] = nothing.copy()
            for number, weights in enumerate(self._weights):
                amounts[number] += weights.get(duty_id, 0)
        return carried

    def check(self, roster: Roster) -> Iterator[Violation]:
        """A wish missed for every burden outside its band; `limit` is the edge of the band that was passed."""
        carried = self.amounts(roster)
        nothing = [0] * len(self.entries)
        for number, (entry, bands) in enumerate(zip(self.entries, self.bands, strict=True)):
            for volunteer_id, band in bands.items():
                actual = carried.get(volunteer_id, nothing)[number]
                if not band.low <= actual <= band.high:
                    yield self._missed(roster, entry, volunteer_id, actual, band)

    def _missed(self, roster: Roster, entry: Fairness, who: VolunteerId, actual: int, band: Band) -> Violation:
        kind = kind_of(entry)
        return Violation(
            RULE_OF[kind] if kind is not None else Rule.SHARE,
            tuple(s.duty_id for s in roster.line(who) if s.duty_id in roster.plan.duty),
            who,
            actual,
            band.low if actual < band.low else band.high,
            points=entry.points * band.outside(actual),
            entry=entry,
        )
