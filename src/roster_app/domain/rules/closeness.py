"""What lies between two stints of one person: no overlap, time for the way, rest."""

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

from roster_app.domain.book import MinRest
from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Stint
from roster_app.domain.rules.line import Line
from roster_app.domain.rules.violation import Rule, Violation, priced
from roster_app.domain.timespan import MINUTE

_LONGEST = timedelta(days=2)
"""No shift type lasts longer."""

Travel = Callable[[CheckpointId, CheckpointId], int]


def check_order(line: Line, travel: Travel, farthest: int) -> Iterator[Violation]:
    """No two stints at the same time: each against the one before it that ends last (a long one may outlast a short
    later one); and time for the way from each to every later one.

    Reserve duties exclude others at the same time, but ask for no way and no rest. No way takes more minutes than
    `farthest`.
    """
    for earlier, later in _neighbours(line.stints):
        if shared := earlier.span.intersection(later.span):
            ids = (earlier.duty_id, later.duty_id)
            yield Violation(Rule.OVERLAP, ids, line.volunteer_id, actual=shared.minutes, span=shared)
    for earlier, later in _close(line.work, timedelta(minutes=farthest)):
        if earlier.checkpoint_id != later.checkpoint_id:
            yield from _way(earlier, later, travel)


def check_rest(line: Line, entry: MinRest) -> Iterator[Violation]:
    """Each duty against every duty of the class that ends too short a time before it; overlaps are no lack of rest."""
    after = frozenset(stint.duty_id for stint in line.of(entry.after))
    for earlier, later in _close(line.work, timedelta(minutes=entry.minutes)):
        if earlier.duty_id in after and not later.stays_on(earlier):
            ids = (earlier.duty_id, later.duty_id)
            between = (later.span.start - earlier.span.end) // MINUTE
            points = priced(entry.points, entry.minutes - between)
            who = line.volunteer_id
            yield Violation(Rule.MIN_REST, ids, who, between, entry.minutes, later.span, points=points, entry=entry)


def _neighbours(stints: Sequence[Stint]) -> Iterator[tuple[Stint, Stint]]:
    latest: Stint | None = None
    for stint in stints:
        if latest is not None:
            yield latest, stint
        if latest is None or stint.span.end > latest.span.end:
            latest = stint


def _close(stints: Sequence[Stint], apart: timedelta) -> Iterator[tuple[Stint, Stint]]:
    """Each two of which the later begins less than so much after the end of the earlier, later ones in order."""
    for n, later in enumerate(stints):
        near = later.span.start - apart
        for place in range(n - 1, -1, -1):
            earlier = stints[place]
            if earlier.span.start + _LONGEST <= near:
                break
            if near < earlier.span.end <= later.span.start:
                yield earlier, later


def _way(earlier: Stint, later: Stint, travel: Travel) -> Iterator[Violation]:
    between = (later.span.start - earlier.span.end) // MINUTE
    way = travel(earlier.checkpoint_id, later.checkpoint_id)
    if between < way:
        ids = (earlier.duty_id, later.duty_id)
        yield Violation(Rule.TRAVEL, ids, later.volunteer_id, actual=between, limit=way, span=later.span)
