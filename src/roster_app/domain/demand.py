"""From posts and patterns to shifts and duties: how many people are wanted when, and the seats that give it."""

import itertools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from roster_app.domain.calendar import DayTable
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CheckpointId, DutyId, PostId, ShiftId, ShiftTypeId, new_id
from roster_app.domain.places import Checkpoint, Post, Seats
from roster_app.domain.roster import DatedSeat, Duty, DutyPlan, RosterPeriod, SeatLevel, Shift
from roster_app.domain.team import Directory
from roster_app.domain.timespan import DAY, DAY_MINUTES, Span, at, merged, span_on


@dataclass(frozen=True, slots=True)
class _Known:
    """The duties of one seat in an earlier plan, in order of time."""

    duties: tuple[Duty, ...] = ()

    @property
    def cuts(self) -> tuple[datetime, ...]:
        """Where the seat was cut by hand: of itself a seat has no two parts that touch."""
        return tuple(b.span.start for a, b in itertools.pairwise(self.duties) if a.span.end == b.span.start)


def headcounts(post: Post, days: DayTable, window: Span) -> list[tuple[Span, int]]:
    """How many people the post wants over the window: consecutive spans of constant headcount, all of it covered.

    A later demand window of the post wins over an earlier one and over the post's own headcount.
    """
    steps: list[tuple[Span, int]] = []
    for span, seats_then in demand_steps(post, days, window):
        if steps and steps[-1][1] == seats_then.wanted:
            steps[-1] = (Span(steps[-1][0].start, span.end), seats_then.wanted)
        else:
            steps.append((span, seats_then.wanted))
    return steps


def demand_steps(post: Post, days: DayTable, window: Span) -> list[tuple[Span, Seats]]:
    """How many people the post needs, wants and welcomes over the window, as `headcounts` does for those wanted."""
    special = _special_windows(post, days, window)
    edges = {window.start, window.end}
    for span, _ in special:
        edges.update(e for e in (span.start, span.end) if window.start < e < window.end)
    ordered = sorted(edges)
    steps: list[tuple[Span, Seats]] = []
    for start, end in itertools.pairwise(ordered):
        wanted = post.seats
        for span, other in special:
            if span.start <= start and end <= span.end:
                wanted = other
        if steps and steps[-1][1] == wanted:
            steps[-1] = (Span(steps[-1][0].start, end), wanted)
        else:
            steps.append((Span(start, end), wanted))
    return steps


def _special_windows(post: Post, days: DayTable, window: Span) -> list[tuple[Span, Seats]]:
    found: list[tuple[Span, Seats]] = []
    for rule in post.windows:
        day = window.start.date() - DAY
        while day <= window.end.date():
            span = span_on(day, rule.start, rule.end)
            if rule.applies_on(days.type_of(day)) and span.overlaps(window):
                found.append((span, rule.seats))
            day += DAY
    return found


def seats(post: Post, days: DayTable, shift: Span) -> Iterator[tuple[int, Span, SeatLevel]]:
    """The seats (number from 1, span, level) that give the post its people through one shift.

    A seat that is wanted only part of the shift spans that part; wanted twice, it is two duties. A part is NEEDED
    if any of its minutes is. A seat that is never wanted but welcome is EXTRA.
    """
    steps = demand_steps(post, days, shift)
    for seat in range(1, max((step.most for _, step in steps), default=0) + 1):
        wanted = merged(span for span, step in steps if step.wanted >= seat)
        needed = [span for span, step in steps if step.needed >= seat]
        for part in wanted:
            yield seat, part, SeatLevel.NEEDED if any(part.overlaps(s) for s in needed) else SeatLevel.WANTED
        if not wanted:
            for part in merged(span for span, step in steps if step.most >= seat):
                yield seat, part, SeatLevel.EXTRA


def plan_duties(
    directory: Directory,
    period: RosterPeriod,
    make_id: Callable[[], int] = new_id,
    old: DutyPlan | None = None,
) -> DutyPlan:
    """All shifts and duties the team's checkpoints want in the period, in order of checkpoint, time, post and seat.

    With `old`, what was wanted before keeps its identity, so that assignments survive a change of demand elsewhere,
    and a seat that was cut in parts by hand stays cut.
    Refuses a team whose checkpoints want nobody.
    """
    kept_shifts, kept_seats = _identities(old)
    shifts: list[Shift] = []
    duties: list[Duty] = []
    for checkpoint in directory.checkpoints_in_order:
        for day in period.days:
            for shift in _shifts_on(directory, period, checkpoint, day):
                known = kept_shifts.get((checkpoint.id, shift.shift_type_id, day))
                shift = replace(shift, id=known if known is not None else ShiftId(make_id()))
                wanted = list(_duties_in(directory, shift, kept_seats, make_id))
                if wanted:
                    shifts.append(shift)
                    duties.extend(wanted)
    if not duties:
        raise DomainError(ErrorCode.NOTHING_TO_STAFF, team=directory.team.name)
    return DutyPlan(period, tuple(shifts), tuple(duties))


def _shifts_on(directory: Directory, period: RosterPeriod, checkpoint: Checkpoint, day: date) -> Iterator[Shift]:
    for shift_type in directory.shift_types_of(checkpoint):
        span = span_on(day, shift_type.start, shift_type.end)
        yield Shift(ShiftId(0), period.id, checkpoint.id, shift_type.id, day, span)


def _duties_in(
    directory: Directory, shift: Shift, kept: Mapping[DatedSeat, _Known], make_id: Callable[[], int]
) -> Iterator[Duty]:
    parts: Counter[tuple[PostId, int]] = Counter()
    for post in directory.posts_of.get(shift.checkpoint_id, ()):
        for seat, span, level in seats(post, directory.days, shift.span):
            known = kept.get(DatedSeat(shift.checkpoint_id, shift.shift_type_id, shift.day, post.id, seat), _Known())
            for part in _cut(span, known.cuts):
                number = parts[post.id, seat]
                parts[post.id, seat] += 1
                id_then = known.duties[number].id if number < len(known.duties) else DutyId(make_id())
                yield Duty(id_then, shift.id, post.id, seat, part, level)


def _cut(span: Span, moments: Iterable[datetime]) -> Iterator[Span]:
    edges = [span.start, *(m for m in moments if span.start < m < span.end), span.end]
    return (Span(start, end) for start, end in itertools.pairwise(edges))


def _identities(
    old: DutyPlan | None,
) -> tuple[dict[tuple[CheckpointId, ShiftTypeId, date], ShiftId], dict[DatedSeat, _Known]]:
    if old is None:
        return {}, {}
    shifts = {(s.checkpoint_id, s.shift_type_id, s.day): s.id for s in old.shifts}
    duties: dict[DatedSeat, list[Duty]] = defaultdict(list)
    for duty in sorted(old.duties, key=lambda d: d.span):
        duties[old.dated_seat(duty)].append(duty)
    return shifts, {key: _Known(tuple(found)) for key, found in duties.items()}


def replanned(old: DutyPlan, new: DutyPlan, since: date) -> DutyPlan:
    """The old plan before a day and the new one from that day on: what has been stood stays as it was planned."""
    shifts = [s for s in old.shifts if s.day < since] + [s for s in new.shifts if s.day >= since]
    kept = {s.id: s.day < since for s in shifts}
    duties = [d for d in old.duties if kept.get(d.shift_id)] + [d for d in new.duties if kept.get(d.shift_id) is False]
    return DutyPlan(new.period, tuple(shifts), tuple(duties))


def staffed_window(directory: Directory, checkpoint: Checkpoint, period: RosterPeriod) -> Span:
    """The stretch a period's shifts answer for at a checkpoint.

    It runs from the first day's first shift to the same minute after the last day, so that the periods of a
    checkpoint whose day begins at 06:30 join without a gap and without being counted twice.
    """
    first = min((s.start for s in directory.shift_types_of(checkpoint)), default=0)
    return Span(at(period.first, first), at(period.last, DAY_MINUTES + first))
