"""What one person has done and will do: figures of what is over, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from roster_app.domain.roster import Stint
from roster_app.domain.team import TeamRules

RECENT = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """Minutes throughout. `over` are stints that have begun, the latest first; `ahead` the others, the next first."""

    over: tuple[Stint, ...]
    ahead: tuple[Stint, ...]
    minutes: int
    """Of all stints that have begun."""
    recent_minutes: int
    """Of those that began in the last four weeks."""
    nights: int
    """Night duties among those that have begun."""
    minutes_ahead: int


def record_of(stints: Sequence[Stint], rules: TeamRules, now: datetime) -> PersonRecord:
    """The record at a moment; what is being stood counts in full as begun."""
    over = sorted((s for s in stints if s.span.start <= now), key=lambda s: s.span, reverse=True)
    ahead = sorted((s for s in stints if s.span.start > now), key=lambda s: s.span)
    return PersonRecord(
        tuple(over),
        tuple(ahead),
        sum(s.span.minutes for s in over),
        sum(s.span.minutes for s in over if s.span.start > now - RECENT),
        sum(rules.is_night(s.span) for s in over),
        sum(s.span.minutes for s in ahead),
    )


def clashes(one: Sequence[Stint], other: Sequence[Stint]) -> tuple[tuple[Stint, Stint], ...]:
    """Stints of two people that overlap: one person cannot have stood both."""
    return tuple((a, b) for a in one for b in other if a.span.overlaps(b.span))
