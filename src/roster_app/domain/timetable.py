"""What one volunteer's statements and leaves mean inside a window of time: blocked, unwanted and wanted spans."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from roster_app.domain.ids import ShiftTypeId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind, Leave
from roster_app.domain.timespan import Span, gaps, merged


@dataclass(frozen=True, slots=True)
class Wish:
    """A wish that brings its own weight, or that speaks of one shift type only."""

    wanted: bool
    spans: tuple[Span, ...]
    points: int | None = None
    shift_type_id: ShiftTypeId | None = None

    def concerns(self, span: Span, shift_type_id: ShiftTypeId | None) -> bool:
        """Whether it speaks of a duty over that span: unwanted by overlap, wanted by the duty's first minute."""
        if self.shift_type_id is not None and self.shift_type_id != shift_type_id:
            return False
        return _begins_in(span, self.spans) if self.wanted else _overlaps(span, self.spans)


@dataclass(frozen=True, slots=True)
class Timetable:
    """One volunteer's statements worked out for a window: merged spans in order."""

    blocked: tuple[Span, ...] = ()
    """Unavailable, or outside everything declared available."""
    leaves: tuple[Leave, ...] = ()
    unwanted: tuple[Span, ...] = ()
    wanted: tuple[Span, ...] = ()
    blocked_of: Mapping[ShiftTypeId, tuple[Span, ...]] = field(default_factory=dict)
    """For the shift types that statements name: what is blocked there, instead of `blocked`."""
    wishes: tuple[Wish, ...] = ()
    """Beside `unwanted` and `wanted`: those with a weight or a shift type of their own."""

    def blocks(self, span: Span, shift_type_id: ShiftTypeId | None = None) -> Span | None:
        """The first unavailable stretch a duty of that span and shift type runs into."""
        blocked = self.blocked
        if self.blocked_of and shift_type_id is not None:
            blocked = self.blocked_of.get(shift_type_id, blocked)
        for stretch in blocked:
            if stretch.overlaps(span):
                return stretch
        return None

    def leave_during(self, span: Span) -> Leave | None:
        """The first leave the span runs into."""
        for leave in self.leaves:
            if leave.span.overlaps(span):
                return leave
        return None

    def wants(self, span: Span, shift_type_id: ShiftTypeId | None = None) -> bool:
        """Whether the person asked for a duty that begins then."""
        return self.granted(span, shift_type_id, 0) is not None

    def granted(self, span: Span, shift_type_id: ShiftTypeId | None, usual: int) -> int | None:
        """The reward of a duty that begins in a time asked for; None where it is not asked for.

        All statements without a weight together bring the usual weight once, each other one its own.
        """
        return self._weigh(span, shift_type_id, usual, wanted=True)

    def refused(self, span: Span, shift_type_id: ShiftTypeId | None, usual: int) -> int | None:
        """What a duty costs that overlaps a time the person would rather not stand; None where none is overlapped."""
        return self._weigh(span, shift_type_id, usual, wanted=False)

    def _weigh(self, span: Span, shift_type_id: ShiftTypeId | None, usual: int, *, wanted: bool) -> int | None:
        plain = _begins_in(span, self.wanted) if wanted else _overlaps(span, self.unwanted)
        if not self.wishes:
            return usual if plain else None
        met = [wish for wish in self.wishes if wish.wanted is wanted and wish.concerns(span, shift_type_id)]
        if not (plain or met):
            return None
        plain = plain or any(wish.points is None for wish in met)
        return usual * plain + sum(wish.points or 0 for wish in met)


def timetable(
    volunteer_id: VolunteerId,
    availabilities: Iterable[Availability],
    leaves: Iterable[Leave],
    window: Span,
) -> Timetable:
    """What one volunteer's statements mean inside the window (clipped to it, except that leaves stay whole)."""
    stated = [(entry, entry.within(window)) for entry in availabilities if entry.volunteer_id == volunteer_id]
    own_leaves = sorted(
        (leave for leave in leaves if leave.volunteer_id == volunteer_id and leave.span.overlaps(window)),
        key=lambda leave: leave.span,
    )
    types = {entry.shift_type_id for entry, _ in stated if entry.kind in _HARD and entry.shift_type_id is not None}
    return Timetable(
        blocked=_blocked(stated, window, None),
        leaves=tuple(own_leaves),
        unwanted=_plain(stated, AvailabilityKind.UNWANTED),
        wanted=_plain(stated, AvailabilityKind.WANTED),
        blocked_of={shift_type_id: _blocked(stated, window, shift_type_id) for shift_type_id in sorted(types)},
        wishes=tuple(
            Wish(entry.kind is AvailabilityKind.WANTED, tuple(merged(spans)), entry.points, entry.shift_type_id)
            for entry, spans in stated
            if entry.kind not in _HARD and not _is_plain(entry)
        ),
    )


Stated = Iterable[tuple[Availability, list[Span]]]

_HARD = (AvailabilityKind.AVAILABLE, AvailabilityKind.UNAVAILABLE)


def _blocked(stated: Stated, window: Span, shift_type_id: ShiftTypeId | None) -> tuple[Span, ...]:
    """What is blocked for duties of one shift type; None: of any type that no statement names."""
    said = [(entry, spans) for entry, spans in stated if entry.shift_type_id in (None, shift_type_id)]
    blocked = [s for entry, spans in said if entry.kind is AvailabilityKind.UNAVAILABLE for s in spans]
    if any(entry.kind is AvailabilityKind.AVAILABLE for entry, _ in said):
        blocked += gaps(window, [s for entry, spans in said if entry.kind is AvailabilityKind.AVAILABLE for s in spans])
    return tuple(merged(blocked))


def _plain(stated: Stated, kind: AvailabilityKind) -> tuple[Span, ...]:
    return tuple(merged(s for entry, spans in stated if entry.kind is kind and _is_plain(entry) for s in spans))


def _is_plain(entry: Availability) -> bool:
    return entry.points is None and entry.shift_type_id is None


def _overlaps(span: Span, spans: Iterable[Span]) -> bool:
    return any(other.overlaps(span) for other in spans)


def _begins_in(span: Span, spans: Iterable[Span]) -> bool:
    return any(other.start <= span.start < other.end for other in spans)
