"""The duties of one volunteer, or the watches of one checkpoint, as calendar events that follow the roster's changes.

An identity stays as long as the same person stands the same duty (or the same shift is stood at the checkpoint).
What an edition or the file before this one told and the roster no longer holds is told as cancelled.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.roster import DatedSeat, Edition, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span
from roster_app.exchange.calendar_file import CalendarEvent
from roster_app.i18n import _

_HOST = "roster-app"


@dataclass(frozen=True, slots=True)
class CalendarOrder:
    """What calendars are made from; `steps` counts all that was ever done in the period, so it rises with changes."""

    roster: Roster
    directory: Directory
    editions: Sequence[Edition]
    steps: int

    @property
    def period(self) -> str:
        """The mark of the events of this roster."""
        return str(self.roster.period.id)


def person_events(order: CalendarOrder, who: VolunteerId, before: Iterable[CalendarEvent]) -> tuple[CalendarEvent, ...]:
    """Everything one volunteer stands, or no longer stands; `before` is what the file held until now."""
    plan = order.roster.plan
    now = {}
    for stint in order.roster.stints:
        if stint.volunteer_id == who:
            event = _person_event(order, who, stint.duty_id, plan.dated_seat(plan.duty[stint.duty_id]), stint.span)
            now[event.uid] = event
    posted = {}
    for edition in sorted(order.editions, key=lambda e: e.number):
        for duty_id, holder in edition.holders.items():
            if holder == who and duty_id in edition.duties:
                event = _person_event(order, who, duty_id, *edition.duties[duty_id])
                posted[event.uid] = event
    return followed(order, now, posted, before)


def place_events(
    order: CalendarOrder, place: CheckpointId, before: Iterable[CalendarEvent]
) -> tuple[CalendarEvent, ...]:
    """Every shift somebody stands at one checkpoint, with their posts and names."""
    plan = order.roster.plan
    now = _watches(
        order, ((plan.dated_seat(plan.duty[s.duty_id]), s.span, s.volunteer_id) for s in order.roster.stints), place
    )
    posted: dict[str, CalendarEvent] = {}
    for edition in sorted(order.editions, key=lambda e: e.number):
        held = ((*edition.duties[d], who) for d, who in edition.holders.items() if d in edition.duties)
        posted |= _watches(order, held, place)
    return followed(order, now, posted, before)


def followed(
    order: CalendarOrder,
    now: Mapping[str, CalendarEvent],
    posted: Mapping[str, CalendarEvent],
    before: Iterable[CalendarEvent],
) -> tuple[CalendarEvent, ...]:
    """What is told now: the events as they are, those that are gone as cancelled, those of other periods as before.

    An event that has not changed keeps its number; of one that has, it rises (RFC 5545 §3.8.7.4).
    """
    known = {event.uid: event for event in before}
    own = {uid: event for uid, event in known.items() if event.period == order.period}
    gone = {uid: replace(e, cancelled=True) for uid, e in (dict(posted) | own).items() if uid not in now}
    told = [_numbered(event, order.steps, own.get(uid)) for uid, event in (dict(now) | gone).items()]
    return (*told, *(event for uid, event in known.items() if uid not in own and uid not in now))


def _numbered(event: CalendarEvent, steps: int, before: CalendarEvent | None) -> CalendarEvent:
    if before is None:
        return replace(event, sequence=steps)
    if replace(event, sequence=before.sequence) == before:
        return before
    return replace(event, sequence=max(steps, before.sequence + 1))


def _person_event(order: CalendarOrder, who: VolunteerId, duty_id: int, seat: DatedSeat, span: Span) -> CalendarEvent:
    shift, post = _shift_name(order, seat), _post_name(order, seat)
    summary = _("Duty: {shift} {post}").format(shift=shift, post=post)
    return CalendarEvent(
        f"duty-{duty_id}-{who}@{_HOST}", span, summary, _place(order, seat.checkpoint_id), "", order.period
    )


def _watches(
    order: CalendarOrder, held: Iterable[tuple[DatedSeat, Span, VolunteerId]], place: CheckpointId
) -> dict[str, CalendarEvent]:
    groups: dict[str, list[tuple[DatedSeat, Span, VolunteerId]]] = defaultdict(list)
    for seat, span, who in held:
        if seat.checkpoint_id == place:
            groups[f"watch-{place}-{seat.shift_type_id}-{seat.day:%Y%m%d}@{_HOST}"].append((seat, span, who))
    return {uid: _watch(order, uid, group) for uid, group in groups.items()}


def _watch(order: CalendarOrder, uid: str, held: list[tuple[DatedSeat, Span, VolunteerId]]) -> CalendarEvent:
    seat = held[0][0]
    span = Span(min(span.start for _seat, span, _who in held), max(span.end for _seat, span, _who in held))
    lines = [_line(order, one, span) for one in sorted(held, key=lambda one: _rank(order, one))]
    names = list(dict.fromkeys(_name(order, who) for _seat, _span, who in sorted(held, key=lambda o: _rank(order, o))))
    summary = _("{shift}: {names}").format(shift=_shift_name(order, seat), names=_(", ").join(names))
    return CalendarEvent(uid, span, summary, _place(order, seat.checkpoint_id), "\n".join(lines), order.period)


def _rank(order: CalendarOrder, held: tuple[DatedSeat, Span, VolunteerId]) -> tuple[object, ...]:
    seat, span, who = held
    post = order.directory.post.get(seat.post_id)
    return (not post.leads, post.order) if post else (True, 0), seat.post_id, seat.seat, span, who


def _line(order: CalendarOrder, held: tuple[DatedSeat, Span, VolunteerId], whole: Span) -> str:
    """负责人: 王建国, with the times where they are not those of the whole watch."""
    seat, span, who = held
    line = _("{post}: {name}").format(post=_post_name(order, seat), name=_name(order, who))
    return line if span == whole else f"{line} {span.start:%H:%M}–{span.end:%H:%M}"


def _name(order: CalendarOrder, who: VolunteerId) -> str:
    return order.directory.name.get(who) or _("somebody removed")


def _shift_name(order: CalendarOrder, seat: DatedSeat) -> str:
    shift = order.directory.shift_type.get(seat.shift_type_id)
    return shift.name if shift else ""


def _post_name(order: CalendarOrder, seat: DatedSeat) -> str:
    post = order.directory.post.get(seat.post_id)
    return post.name if post else ""


def _place(order: CalendarOrder, checkpoint_id: CheckpointId) -> str:
    place = order.directory.checkpoint.get(checkpoint_id)
    return " ".join(filter(None, (place.name, place.address))) if place else ""
