"""One day from midnight to midnight: a lane for each seat of a post, who stands there when, and how many are wanted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from roster_app.domain.cover import CoverLine
from roster_app.domain.ids import CheckpointId, DutyId, PostId
from roster_app.domain.roster import DutyPlan
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, minute_of, whole_days

SeatKey = tuple[CheckpointId, PostId, int]
Minutes = tuple[int, int]
"""A stretch of the day in minutes from its midnight, [start, end)."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the day. `layer` counts the lines of a seat whose duties overlap, from 0."""

    checkpoint_id: CheckpointId
    post_id: PostId
    seat: int
    layer: int
    begins_checkpoint: bool
    ends_checkpoint: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A duty on its lane: the minutes of this day that it takes."""

    duty_id: DutyId
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DayLanes:
    """All lanes of a day; `bars` of each lane in order of time, `place_of` as (lane, bar) from 0."""

    day: date
    lanes: tuple[Lane, ...]
    bars: tuple[tuple[Bar, ...], ...]
    place_of: Mapping[DutyId, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Presence:
    """A stretch of the day with the people wanted and the people there, each counted up to what its post wants."""

    start: int
    end: int
    required: int
    present: int


def seats_of(plan: DutyPlan, directory: Directory) -> tuple[SeatKey, ...]:
    """Every seat of the period, in the order of the checkpoints and their posts, so that lanes stay from day to day."""
    places = {c.id: n for n, c in enumerate(directory.checkpoints_in_order)}
    posts = {p.id: n for own in directory.posts_of.values() for n, p in enumerate(own)}
    keys = {(plan.shift[d.shift_id].checkpoint_id, d.post_id, d.seat) for d in plan.duties}
    return tuple(sorted(keys, key=lambda k: (places[k[0]], posts[k[1]], k[2])))


def duties_by_day(plan: DutyPlan) -> Mapping[date, tuple[DutyId, ...]]:
    """The duties that touch each calendar day, those that began the day before included."""
    found: dict[date, list[DutyId]] = defaultdict(list)
    for duty in plan.duties:
        for day in duty.span.days():
            found[day].append(duty.id)
    return {day: tuple(own) for day, own in found.items()}


def day_lanes(plan: DutyPlan, seats: Iterable[SeatKey], day: date, duty_ids: Iterable[DutyId]) -> DayLanes:
    """Lay the duties of a day out on the lanes of the period's seats."""
    own: dict[SeatKey, list[Bar]] = defaultdict(list)
    for duty_id in duty_ids:
        duty = plan.duty[duty_id]
        own[plan.shift_of(duty_id).checkpoint_id, duty.post_id, duty.seat].append(_bar(duty_id, duty.span, day))
    keys: list[tuple[SeatKey, int]] = []
    bars: list[tuple[Bar, ...]] = []
    for key in seats:
        for layer, line in enumerate(_layers(own.get(key, []))):
            keys.append((key, layer))
            bars.append(line)
    lanes = tuple(_lane(keys, n) for n in range(len(keys)))
    place_of = {bar.duty_id: (row, n) for row, line in enumerate(bars) for n, bar in enumerate(line)}
    return DayLanes(day, lanes, tuple(bars), place_of)


def presence(line: CoverLine, day: date) -> tuple[Presence, ...]:
    """How many people one post or checkpoint wants and has through the day; nothing where the proof does not reach."""
    found = []
    for stretch in line.stretches:
        if inside := stretch.span.intersection(whole_days(day, day)):
            found.append(Presence(*_minutes(inside, day), stretch.required, stretch.present))
    return tuple(found)


def _minutes(span: Span, day: date) -> Minutes:
    return minute_of(span.start, day), minute_of(span.end, day)


def _bar(duty_id: DutyId, span: Span, day: date) -> Bar:
    whole = whole_days(day, day)
    inside = span.intersection(whole) or whole
    return Bar(duty_id, *_minutes(inside, day))


def _layers(bars: list[Bar]) -> list[tuple[Bar, ...]]:
    """At least one line; a further one for bars that would lie on others."""
    lines: list[list[Bar]] = [[]]
    for bar in sorted(bars, key=lambda b: (b.start, b.end, b.duty_id)):
        line = next((line for line in lines if not line or line[-1].end <= bar.start), None)
        if line is None:
            lines.append(line := [])
        line.append(bar)
    return [tuple(line) for line in lines]


def _lane(keys: list[tuple[SeatKey, int]], n: int) -> Lane:
    (checkpoint_id, post_id, seat), layer = keys[n]
    before = keys[n - 1][0][0] if n else None
    after = keys[n + 1][0][0] if n + 1 < len(keys) else None
    return Lane(checkpoint_id, post_id, seat, layer, before != checkpoint_id, after != checkpoint_id)
