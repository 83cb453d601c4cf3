"""What concerns one held duty by itself: whose turn it is, whether its holder is still the posted one."""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from roster_app.domain.book import Stability, TurnQueue
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Duty, Roster
from roster_app.domain.rules.violation import Rule, Violation, priced

SOON = timedelta(hours=48)


def check_turn(
    duty: Duty, holder: VolunteerId | None, entry: TurnQueue, expected: Mapping[DutyId, VolunteerId]
) -> Iterator[Violation]:
    """A duty held by somebody else than the one whose turn it is; `others` names that person."""
    turn = expected.get(duty.id)
    if holder is not None and turn is not None and holder != turn:
        points = priced(entry.points, 1)
        yield Violation(Rule.TURN, (duty.id,), holder, span=duty.span, points=points, others=(turn,), entry=entry)


def check_stability(duty: Duty, holder: VolunteerId | None, entry: Stability, roster: Roster) -> Iterator[Violation]:
    """A duty that no longer is the posted person's, whoever holds it now; one that was posted vacant is free."""
    posted = roster.posted.get(duty.id)
    if posted is None or holder == posted:
        return
    now = roster.posted_from
    soon = now is not None and now <= duty.span.start < now + SOON
    points = entry.points_soon if soon and entry.points_soon is not None else entry.points
    yield Violation(Rule.CHANGED, (duty.id,), holder, span=duty.span, points=points, others=(posted,), entry=entry)
