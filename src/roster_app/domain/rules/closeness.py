"""What lies between two stints of one person: no overlap, time for the way, rest."""

from collections.abc import Callable, Iterator, Sequence

from roster_app.domain.book import MinRest
from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Stint
from roster_app.domain.rules.line import Line
from roster_app.domain.rules.violation import Rule, Violation, priced
from roster_app.domain.timespan import MINUTE

Travel = Callable[[CheckpointId, CheckpointId], int]


def check_order(line: Line, travel: Travel) -> Iterator[Violation]:
    """Each stint against the one before it that ends last (a long one may outlast a short later one).

    Reserve duties exclude others at the same time, but ask for no way and no rest.
    """
    for earlier, later in _neighbours(line.stints):
        if shared := earlier.span.intersection(later.span):
            ids = (earlier.duty_id, later.duty_id)
            yield Violation(Rule.OVERLAP, ids, line.volunteer_id, actual=shared.minutes, span=shared)
    for earlier, later in _neighbours(line.work):
        if earlier.checkpoint_id != later.checkpoint_id:
            yield from _way(earlier, later, travel)


def check_rest(line: Line, entry: MinRest) -> Iterator[Violation]:
    """Each duty against the duty of the class before it that ends last, unless they overlap."""
    after = frozenset(stint.duty_id for stint in line.of(entry.after))
    latest: Stint | None = None
    for stint in line.work:
        if latest is not None and latest.span.end <= stint.span.start:
            between = (stint.span.start - latest.span.end) // MINUTE
            if between < entry.minutes and not _one_duty_in_parts(latest, stint):
                ids = (latest.duty_id, stint.duty_id)
                points = priced(entry.points, entry.minutes - between)
                who = line.volunteer_id
                yield Violation(Rule.MIN_REST, ids, who, between, entry.minutes, stint.span, points=points, entry=entry)
        if stint.duty_id in after and (latest is None or stint.span.end > latest.span.end):
            latest = stint


def _neighbours(stints: Sequence[Stint]) -> Iterator[tuple[Stint, Stint]]:
    latest: Stint | None = None
    for stint in stints:
        if latest is not None:
            yield latest, stint
        if latest is None or stint.span.end > latest.span.end:
            latest = stint


def _way(earlier: Stint, later: Stint, travel: Travel) -> Iterator[Violation]:
    between = (later.span.start - earlier.span.end) // MINUTE
    way = travel(earlier.checkpoint_id, later.checkpoint_id)
    if 0 <= between < way:
        ids = (earlier.duty_id, later.duty_id)
        yield Violation(Rule.TRAVEL, ids, later.volunteer_id, actual=between, limit=way, span=later.span)


def _one_duty_in_parts(earlier: Stint, later: Stint) -> bool:
    """A duty split in time or by a pause and held on by one person is no lack of rest; two shifts in a row are."""
    return earlier.shift_id == later.shift_id and earlier.post_id == later.post_id
