"""实际工时: lines of hours from what people really stood, each minute of a person on a seat counted once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from roster_app.domain.attendance.entries import Attendee
from roster_app.domain.attendance.presence import Flag, Presence
from roster_app.domain.calendar import DayType
from roster_app.domain.hours import HoursAsked
from roster_app.domain.ids import AreaId, CheckpointId, PostId, VolunteerId
from roster_app.domain.places import DutyTag
from roster_app.domain.roster import DatedSeat
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, merged


@dataclass(frozen=True, slots=True)
class ActualLine:
    """One person really on one seat, with all it can be summed by; `person` may be somebody in no list.

    The day type is that of the day the shift begins; night minutes are the overlap with the team's night window.
    """

    span: Span
    seat: DatedSeat
    person: Attendee
    night_minutes: int
    day_type: DayType
    area_id: AreaId | None
    tags: frozenset[DutyTag]
    affiliation: str
    office_duty: bool
    flags: frozenset[Flag]

    @property
    def minutes(self) -> int:
        """From the first minute to the last that belongs to it."""
        return self.span.minutes

    @property
    def checkpoint_id(self) -> CheckpointId:
        """Where it was; activities are places of their own."""
        return self.seat.checkpoint_id

    @property
    def post_id(self) -> PostId:
        """What it was."""
        return self.seat.post_id

    @property
    def duty(self) -> tuple[Attendee, DatedSeat]:
        """人次: all spans of one person on one seat are one duty."""
        return self.person, self.seat


def actual_lines(present: Iterable[Presence], asked: HoursAsked, directory: Directory) -> tuple[ActualLine, ...]:
    """The lines of what is asked for up to its moment, in order of time; reserve duties are no work and no lines."""
    reserve = {post.id for post in directory.posts if post.reserve}
    spans: dict[tuple[DatedSeat, Attendee], list[Span]] = defaultdict(list)
    flags: dict[tuple[DatedSeat, Attendee], set[Flag]] = defaultdict(set)
    for one in present:
        clipped = Span(one.span.start, min(one.span.end, asked.until)) if one.span.start < asked.until else None
        if clipped and one.seat.post_id not in reserve and _asked(one, asked):
            spans[one.seat, one.who].append(clipped)
            flags[one.seat, one.who] |= one.flags
    lines = [
        _line(span, seat, who, frozenset(flags[seat, who]), directory)
        for (seat, who), own in spans.items()
        for span in merged(own)
    ]
    return tuple(sorted(lines, key=lambda line: (line.span, line.seat, line.person)))


def _asked(one: Presence, asked: HoursAsked) -> bool:
    return (
        asked.first <= one.seat.day <= asked.last
        and (not asked.checkpoint_ids or one.seat.checkpoint_id in asked.checkpoint_ids)
        and (not asked.people or one.who.volunteer_id in asked.people)
    )


def _line(span: Span, seat: DatedSeat, who: Attendee, flags: frozenset[Flag], directory: Directory) -> ActualLine:
    place, post = directory.checkpoint.get(seat.checkpoint_id), directory.post.get(seat.post_id)
    person = directory.volunteer.get(who.volunteer_id or VolunteerId(0))
    return ActualLine(
        span=span,
        seat=seat,
        person=who,
        night_minutes=directory.rules.night_minutes(span),
        day_type=directory.days.type_of(seat.day),
        area_id=place.area_id if place else None,
        tags=post.tags if post else frozenset(),
        affiliation=person.affiliation if person else "",
        office_duty=post.office_duty if post else False,
        flags=flags,
    )
