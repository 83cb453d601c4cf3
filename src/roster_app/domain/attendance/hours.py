"""实际工时: lines of hours from what people really stood, each minute of a person on a seat counted once."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from roster_app.domain.attendance.entries import Attendee
from roster_app.domain.attendance.presence import Flag, Presence
from roster_app.domain.hours import HoursAsked, SeatLine, facts_of_line
from roster_app.domain.roster import DatedSeat
from roster_app.domain.team import Directory
from roster_app.domain.timespan import Span, merged


@dataclass(frozen=True, slots=True)
class ActualLine(SeatLine):
    """One person really on one seat; `person` may be somebody in no list."""

    person: Attendee
    flags: frozenset[Flag]

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
        if clipped and one.seat.post_id not in reserve and asked.covers(one.seat, one.who.volunteer_id):
            spans[one.seat, one.who].append(clipped)
            flags[one.seat, one.who] |= one.flags
    lines = [
        ActualLine(
            **facts_of_line(seat, span, who.volunteer_id, directory), person=who, flags=frozenset(flags[seat, who])
        )
        for (seat, who), own in spans.items()
        for span in merged(own)
    ]
    return tuple(sorted(lines, key=lambda line: (line.span, line.seat, line.person)))
