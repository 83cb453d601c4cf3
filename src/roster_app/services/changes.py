"""What a use case changed: the one value every page is told, and decides by whether it is concerned."""

from dataclasses import dataclass

from roster_app.domain.ids import DutyId, PeriodId, VolunteerId


@dataclass(frozen=True, slots=True)
class Changes:
    """Facts of the past; an empty one says that nothing changed."""

    team: bool = False
    """The team itself, its rules or its day table; also another team."""
    volunteers: frozenset[VolunteerId] = frozenset()
    places: bool = False
    periods: frozenset[PeriodId] = frozenset()
    """Periods that came, went, changed state or were planned anew."""
    duties: frozenset[DutyId] = frozenset()
    postings: frozenset[PeriodId] = frozenset()
    """Periods of which something was posted or taken down."""
    hand_overs: bool = False
    """The hand-over log: items, counts, signatures, or what is counted."""
    counters: bool = False
    """What the team counts, or entries of it."""
    attendance: bool = False
    """Who was recorded as present or absent."""

    def __bool__(self) -> bool:
        of_the_team = self.team or self.volunteers or self.places or self.counters
        of_the_roster = self.periods or self.duties or self.postings or self.hand_overs or self.attendance
        return bool(of_the_team or of_the_roster)

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(
            self.team or other.team,
            self.volunteers | other.volunteers,
            self.places or other.places,
            self.periods | other.periods,
            self.duties | other.duties,
            self.postings | other.postings,
            self.hand_overs or other.hand_overs,
            self.counters or other.counters,
            self.attendance or other.attendance,
        )
