"""Who has had no rest day for how long: days in a row on which somebody's duties begin."""

from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import VolunteerId
from roster_app.domain.roster import Roster
from roster_app.domain.timespan import DAY


@dataclass(frozen=True, slots=True)
class DaysOnDuty:
    """One person's runs of days in a row: the one that a day lies in (0 days: a rest day), and the longest."""

    volunteer_id: VolunteerId
    until: date
    """The day asked about."""
    now: int
    """Days in a row up to and including it."""
    longest: int
    first: date | None
    """When the longest begins; None for whoever stands nothing."""


def days_on_duty(roster: Roster, volunteer_id: VolunteerId, until: date) -> DaysOnDuty:
    """Counted over the person's line, the neighbouring periods included; the longest is one that touches the period."""
    days = {stint.day for stint in roster.line(volunteer_id)}
    now = 0
    while until - DAY * now in days:
        now += 1
    longest, first = 0, None
    for day in sorted(d for d in days if d - DAY not in days):
        length = 1
        while day + DAY * length in days:
            length += 1
        if length > longest and day + DAY * (length - 1) >= roster.period.first and day <= roster.period.last:
            longest, first = length, day
    return DaysOnDuty(volunteer_id, until, now, longest, first)
