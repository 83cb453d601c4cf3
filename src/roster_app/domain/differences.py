"""What differs between two editions, or from an edition to the roster as it stands: seat by seat, before and after."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from roster_app.domain.editions import posted_duties
from roster_app.domain.ids import CheckpointId, DutyId, VolunteerId
from roster_app.domain.roster import DatedSeat, Edition, PostedDuty, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span

_Posted = Mapping[DutyId, PostedDuty]
_Held = Mapping[DutyId, VolunteerId]


@dataclass(frozen=True, slots=True, order=True)
class SeatPart:
    """One duty of a seat as it stood: its times, and who held it; nobody is None."""

    span: Span
    duty_id: DutyId
    volunteer_id: VolunteerId | None


@dataclass(frozen=True, slots=True)
class SeatDifference:
    """更改: one seat before and after, in order of time; no parts where there was, or is, no such seat.

    A seat is told as a whole, because a duty cut in two is one change and not two.
    """

    seat: DatedSeat
    before: tuple[SeatPart, ...]
    after: tuple[SeatPart, ...]

    @property
    def span(self) -> Span | None:
        """The times it had and has, where they are the same and the seat is not cut."""
        times = {part.span for part in (*self.before, *self.after)}
        return times.pop() if len(times) == 1 and max(len(self.before), len(self.after)) == 1 else None

    @property
    def duty_id(self) -> DutyId | None:
        """The first duty of it that is planned now and differs; None where the seat is gone."""
        known = {(part.span, part.volunteer_id) for part in self.before}
        changed = [part.duty_id for part in self.after if (part.span, part.volunteer_id) not in known]
        return next(iter((*changed, *(part.duty_id for part in self.after))), None)


def differences(since: Edition, now: Roster | Edition) -> tuple[SeatDifference, ...]:
    """What a sheet of `since` shows otherwise than one of `now`, in order of day and time.

    A seat of another shift type that has the same people at the same times differs on no sheet.
    """
    duties, holders = (now.duties, now.holders) if isinstance(now, Edition) else _state(now)
    known = {d: duties[d] for d in since.holders if d in duties} | dict(since.duties)
    touched = [d for d in known.keys() | duties.keys() if _line(d, known, since.holders) != _line(d, duties, holders)]
    seats = {(duties.get(d) or known[d]).seat for d in touched}
    before, after = _parts(seats, known, since.holders), _parts(seats, duties, holders)
    found = [SeatDifference(seat, before.get(seat, ()), after.get(seat, ())) for seat in seats]
    return tuple(sorted(_seen_on_paper(found), key=_when))


def changed_duties(since: Edition, roster: Roster) -> tuple[DutyId, ...]:
    """The duties planned now whose holder or time is another one than in the edition, in order of the plan.

    The same question as `differences`, but quick enough to be asked after every edit.
    """
    duties, holders, held = since.duties, since.holders, roster.assignments
    found = []
    for duty in roster.plan.duties:
        then, now = holders.get(duty.id), held.get(duty.id)
        posted = duties.get(duty.id)
        moved = posted.span != duty.span if posted else bool(duties)
        if moved or then != (now.volunteer_id if now else None):
            found.append(duty.id)
    return tuple(found)


def by_checkpoint(
    found: Iterable[SeatDifference], directory: Directory
) -> Mapping[CheckpointId, tuple[SeatDifference, ...]]:
    """The differences of each checkpoint that has any, in the order they stand on a sheet."""
    groups: dict[CheckpointId, list[SeatDifference]] = defaultdict(list)
    for difference in found:
        groups[difference.seat.checkpoint_id].append(difference)

    def rank(difference: SeatDifference) -> tuple[object, ...]:
        post = directory.post.get(difference.seat.post_id)
        leads, order = (post.leads, post.order) if post else (False, 0)
        return *_when(difference)[:3], not leads, order, difference.seat.post_id, difference.seat.seat

    arranged = (c.id for c in directory.checkpoints_in_order if c.id in groups)
    return {checkpoint_id: tuple(sorted(groups[checkpoint_id], key=rank)) for checkpoint_id in arranged}


def _state(roster: Roster) -> tuple[_Posted, _Held]:
    return posted_duties(roster.plan), {d: a.volunteer_id for d, a in roster.assignments.items()}


def _line(duty_id: DutyId, duties: _Posted, holders: _Held) -> tuple[Span, VolunteerId | None] | None:
    """When and by whom a duty was stood; None where it was not planned."""
    return (duties[duty_id].span, holders.get(duty_id)) if duty_id in duties else None


def _parts(seats: set[DatedSeat], duties: _Posted, holders: _Held) -> dict[DatedSeat, tuple[SeatPart, ...]]:
    parts: dict[DatedSeat, list[SeatPart]] = defaultdict(list)
    for duty_id, posted in duties.items():
        if posted.seat in seats:
            parts[posted.seat].append(SeatPart(posted.span, duty_id, holders.get(duty_id)))
    return {seat: tuple(sorted(found, key=lambda part: part.span)) for seat, found in parts.items()}


def _seen_on_paper(found: list[SeatDifference]) -> Iterable[SeatDifference]:
    """Those with a line that is new or gone: the same people at the same times in the same seat are no change."""
    before = {line for difference in found for line in _lines(difference.seat, difference.before)}
    after = {line for difference in found for line in _lines(difference.seat, difference.after)}
    other = before ^ after
    return (d for d in found if not other.isdisjoint(_lines(d.seat, (*d.before, *d.after))))


def _lines(seat: DatedSeat, parts: tuple[SeatPart, ...]) -> set[tuple[object, ...]]:
    return {(seat.checkpoint_id, seat.post_id, seat.seat, part.span, part.volunteer_id) for part in parts}


def _when(difference: SeatDifference) -> tuple[object, ...]:
    seat = difference.seat
    first = (difference.after or difference.before)[0]
    return seat.day, first.span.start, seat.shift_type_id, seat
