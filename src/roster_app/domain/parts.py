"""Parts of a duty: a seat cut in time between people, joined again, handed over from a minute on.

Every edit here keeps the seat's minutes: what one part loses another gains.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit, SeatChange, substitute
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import DutyId, VolunteerId, new_id
from roster_app.domain.roster import Assignment, Duty, Origin, Roster, SeatLevel
from roster_app.domain.timespan import Span

MakeId = Callable[[], int]


class Edge(StrEnum):
    """One end of a duty."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a seat, the duty it comes from, and who holds it."""

    span: Span
    of: Duty
    held: Assignment | None

    def during(self, start: datetime, end: datetime) -> "_Part":
        return replace(self, span=Span(start, end))

    def continues(self, earlier: "_Part") -> bool:
        """Whether it follows the other at once with the same person, to be one duty with it."""
        return earlier.span.end == self.span.start and self._like == earlier._like

    @property
    def _like(self) -> tuple[SeatLevel, VolunteerId | None, bool]:
        return self.of.level, _who(self.held), self.held is not None and self.held.locked


def cut(roster: Roster, duty_id: DutyId, moment: datetime, make_id: MakeId = new_id) -> RosterEdit:
    """Two duties of one, before and from the moment on, both its holder's; refuses a moment outside (CUT_OUTSIDE)."""
    duty = _open(roster, duty_id)
    if not duty.span.start < moment < duty.span.end:
        raise DomainError(ErrorCode.CUT_OUTSIDE, start=duty.span.start, end=duty.span.end)
    parts: list[_Part] = []
    for part in _parts(roster, duty):
        if part.of == duty:
            parts += [part.during(part.span.start, moment), part.during(moment, part.span.end)]
        else:
            parts.append(part)
    return _edit(EditKind.CUT, roster, duty, parts, make_id)


def join(roster: Roster, duty_id: DutyId) -> RosterEdit:
    """One duty of this one and the parts of its seat that touch it, with its holder (NOTHING_TO_JOIN if there are
    none)."""
    duty = _open(roster, duty_id)
    parts = _parts(roster, duty)
    here = next(n for n, part in enumerate(parts) if part.of == duty)
    first = last = here
    while first and parts[first - 1].span.end == parts[first].span.start:
        first -= 1
    while last + 1 < len(parts) and parts[last].span.end == parts[last + 1].span.start:
        last += 1
    if first == last:
        raise DomainError(ErrorCode.NOTHING_TO_JOIN, duty_id=duty_id)
    for part in parts[first : last + 1]:
        _open(roster, part.of.id)
    whole = parts[here].during(parts[first].span.start, parts[last].span.end)
    return _edit(EditKind.JOIN, roster, duty, [*parts[:first], whole, *parts[last + 1 :]], new_id)


def give(
    roster: Roster,
    duty_id: DutyId,
    span: Span,
    volunteer_id: VolunteerId | None,
    make_id: MakeId = new_id,
) -> RosterEdit:
    """The part of a duty that lies in the span to somebody else, or to nobody; what they hold beside it grows."""
    duty = _open(roster, duty_id)
    held = None if volunteer_id is None else Assignment(volunteer_id)
    return _handed_over(EditKind.STRETCH, roster, duty, span, held, make_id)


def take_over(
    roster: Roster, duty_id: DutyId, volunteer_id: VolunteerId, now: datetime, make_id: MakeId = new_id
) -> RosterEdit:
    """代班: B stands for A from now on; of a duty that has begun A keeps the minutes up to now."""
    duty = _known(roster, duty_id)
    if now <= duty.span.start:
        return substitute(roster, duty_id, volunteer_id)
    if now >= duty.span.end:
        raise DomainError(ErrorCode.CUT_OUTSIDE, start=duty.span.start, end=duty.span.end)
    before = roster.assignments.get(duty_id)
    if before is None:
        raise DomainError(ErrorCode.DUTY_VACANT, duty_ids=(duty_id,))
    return hand_over(roster, duty_id, now, Assignment(volunteer_id, Origin.SUBSTITUTION, before.locked), make_id)


def hand_over(
    roster: Roster, duty_id: DutyId, now: datetime, held: Assignment | None, make_id: MakeId = new_id
) -> RosterEdit:
    """What is left of a duty that has begun to somebody else, or to nobody, whether it is locked or not."""
    duty = _known(roster, duty_id)
    return _handed_over(EditKind.SUBSTITUTE, roster, duty, Span(now, duty.span.end), held, make_id)


def move_edge(roster: Roster, duty_id: DutyId, edge: Edge, to: datetime, make_id: MakeId = new_id) -> RosterEdit:
    """Let a duty begin or end at another minute: whoever stands at the post beside it takes or gives the time between.

    Without anybody beside it a duty made shorter leaves a vacant part, and cannot be made longer (NOTHING_BESIDE).
    """
    duty = _open(roster, duty_id)
    now = duty.span.end if edge is Edge.END else duty.span.start
    longer = to > now if edge is Edge.END else to < now
    if to == now:
        raise DomainError(ErrorCode.NOTHING_TO_CHANGE, duty_ids=(duty_id,))
    beside = neighbour(roster, duty, edge)
    if longer:
        if beside is None:
            raise DomainError(ErrorCode.NOTHING_BESIDE, duty_id=duty_id)
        return give(roster, beside.id, Span(*sorted((now, to))), roster.holder(duty_id), make_id)
    if not duty.span.start < to < duty.span.end:
        raise DomainError(ErrorCode.CUT_OUTSIDE, start=duty.span.start, end=duty.span.end)
    heir = roster.holder(beside.id) if beside is not None else None
    return give(roster, duty_id, Span(*sorted((now, to))), heir, make_id)


def neighbour(roster: Roster, duty: Duty, edge: Edge) -> Duty | None:
    """The duty of the same post that ends where this one begins, or begins where it ends; of several its own seat's."""
    touching = [
        other
        for other in roster.plan.duties_at[duty.post_id]
        if (other.span.start == duty.span.end if edge is Edge.END else other.span.end == duty.span.start)
    ]
    return min(touching, key=lambda d: (d.shift_id != duty.shift_id, d.seat != duty.seat, d.seat), default=None)


def _handed_over(
    kind: EditKind, roster: Roster, duty: Duty, span: Span, held: Assignment | None, make_id: MakeId
) -> RosterEdit:
    inside = duty.span.intersection(span)
    if inside is None:
        raise DomainError(ErrorCode.CUT_OUTSIDE, start=duty.span.start, end=duty.span.end)
    parts: list[_Part] = []
    for part in _parts(roster, duty):
        parts += _with_given(part, inside, held) if part.of == duty else [part]
    return _edit(kind, roster, duty, list(_joined(parts, inside)), make_id)


def _with_given(part: _Part, inside: Span, held: Assignment | None) -> Iterator[_Part]:
    """What stays before, what is given, what stays after."""
    if part.span.start < inside.start:
        yield part.during(part.span.start, inside.start)
    yield replace(part, span=inside, held=held)
    if inside.end < part.span.end:
        yield part.during(inside.end, part.span.end)


def _joined(parts: list[_Part], given: Span) -> Iterator[_Part]:
    """The given part as one with what the same person holds right before and after it, unless that is locked."""
    whole: _Part | None = None
    reached = given
    for part in parts:
        if whole is None:
            whole = part
        elif reached in (whole.span, part.span) and part.continues(whole):
            reached = Span(whole.span.start, part.span.end)
            whole = replace(part if whole.span == given else whole, span=reached)
        else:
            yield whole
            whole = part
    if whole is not None:
        yield whole


def _edit(kind: EditKind, roster: Roster, duty: Duty, parts: list[_Part], make_id: MakeId) -> RosterEdit:
    """From the seat as it is to these parts; each duty lives on in one part at most, its holder's if there is one."""
    old = roster.plan.parts(duty)
    heirs = {d.id: _heir(d, roster.assignments.get(d.id), parts) for d in old}
    after: dict[DutyId, tuple[Duty, Assignment | None]] = {}
    for number, part in enumerate(parts):
        known = next((d for d in old if heirs[d.id] == number), None)
        made = known or replace(part.of, id=DutyId(make_id()))
        after[made.id] = replace(made, span=part.span), part.held
    before = {d.id: d for d in old}
    seats, changes = [], []
    for duty_id in dict.fromkeys((*before, *after)):
        new, held = after.get(duty_id, (None, None))
        if before.get(duty_id) != new:
            seats.append(SeatChange(duty_id, before.get(duty_id), new))
        if roster.assignments.get(duty_id) != held:
            changes.append(AssignmentChange(duty_id, roster.assignments.get(duty_id), held))
    if not seats and not changes:
        raise DomainError(ErrorCode.NOTHING_TO_CHANGE, duty_ids=(duty.id,))
    return RosterEdit(kind, tuple(changes), tuple(seats))


def _heir(duty: Duty, held: Assignment | None, parts: list[_Part]) -> int | None:
    """The number of the part that the duty lives on in: of those made of it the first with its holder, or the first."""
    own = [n for n, part in enumerate(parts) if part.of == duty]
    return next((n for n in own if _who(parts[n].held) == _who(held)), own[0] if own else None)


def _parts(roster: Roster, duty: Duty) -> list[_Part]:
    return [_Part(d.span, d, roster.assignments.get(d.id)) for d in roster.plan.parts(duty)]


def _known(roster: Roster, duty_id: DutyId) -> Duty:
    if duty_id not in roster.plan.duty:
        raise DomainError(ErrorCode.UNKNOWN_DUTY, duty_id=duty_id)
    return roster.plan.duty[duty_id]


def _open(roster: Roster, duty_id: DutyId) -> Duty:
    """The duty, unless it is locked."""
    duty, held = _known(roster, duty_id), roster.assignments.get(duty_id)
    if held is not None and held.locked:
        raise DomainError(ErrorCode.DUTY_LOCKED, duty_ids=(duty_id,))
    return duty


def _who(held: Assignment | None) -> VolunteerId | None:
    return None if held is None else held.volunteer_id
