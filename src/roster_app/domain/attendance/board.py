"""What is going on now: who stands where, who comes next and when, who is late, and where somebody will be missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from roster_app.domain.attendance.entries import Attendee, Entry, Mark, current
from roster_app.domain.attendance.presence import Flag, Presence, presences
from roster_app.domain.cover import CoverLine, CoverStretch
from roster_app.domain.ids import CheckpointId, DutyId, PostId, VolunteerId
from roster_app.domain.roster import DatedSeat, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import DAY, MINUTE, Span

AHEAD = timedelta(hours=48)
"""How far gaps are looked for."""


@dataclass(frozen=True, slots=True)
class Due:
    """One duty with who is to stand it (None: vacant)."""

    duty_id: DutyId
    seat: DatedSeat
    span: Span
    holder: VolunteerId | None


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of a post with somebody missing by the plan; `at_risk` where nobody at all is left."""

    checkpoint_id: CheckpointId
    post_id: PostId
    stretch: CoverStretch

    @property
    def at_risk(self) -> bool:
        """Whether the post stands empty."""
        return not self.stretch.present


@dataclass(frozen=True, slots=True)
class Board:
    """All of it at a moment. `single` are the posts that want several and have one; `unsigned` forgot to sign out.

    `duties` are those all of this is about: of the day before, and of the days gaps are looked for.
    """

    now: datetime
    on: tuple[Presence, ...]
    next: tuple[Due, ...]
    late: tuple[Due, ...]
    single: tuple[PostId, ...]
    gaps: tuple[Gap, ...]
    unsigned: tuple[Presence, ...]
    duties: tuple[Due, ...] = ()


def board(
    rosters: Sequence[Roster], lines: Iterable[CoverLine], entries: Sequence[Entry], directory: Directory, now: datetime
) -> Board:
    """The board; `lines` are the planned cover of the posts. Whoever is marked absent is not late any more."""
    dues = sorted((due for roster in rosters for due in _dues(roster)), key=lambda due: (due.span, due.seat))
    present = presences(entries, now + MINUTE)
    on = tuple(p for p in present if p.span.start <= now < p.span.end)
    seen = {(e.facts.seat, e.facts.who) for e in current(entries) if e.facts.mark in (Mark.PRESENT, Mark.ABSENT)}
    late = tuple(
        due
        for due in dues
        if due.span.start <= now < due.span.end
        and due.holder is not None
        and (due.seat, Attendee(due.holder)) not in seen
    )
    every = tuple(lines)
    return Board(
        now=now,
        on=on,
        next=_next(dues, now),
        late=late,
        single=_single(every, on, now),
        gaps=_gaps(every, now),
        unsigned=tuple(p for p in present if Flag.NO_SIGN_OUT in p.flags and p.span.end <= now),
        duties=tuple(due for due in dues if now - DAY < due.span.end and due.span.start < now + AHEAD),
    )


def _dues(roster: Roster) -> Iterable[Due]:
    for duty in roster.plan.duties:
        yield Due(duty.id, roster.plan.dated_seat(duty), duty.span, roster.holder(duty.id))


def _next(dues: Sequence[Due], now: datetime) -> tuple[Due, ...]:
    """Of each post everybody who comes at the next moment anybody does."""
    first: dict[PostId, datetime] = {}
    for due in dues:
        if due.span.start > now and due.holder is not None:
            first.setdefault(due.seat.post_id, due.span.start)
    return tuple(due for due in dues if first.get(due.seat.post_id) == due.span.start and due.holder is not None)


def _single(lines: Sequence[CoverLine], on: Sequence[Presence], now: datetime) -> tuple[PostId, ...]:
    found = []
    for line in lines:
        required = next((s.required for s in line.stretches if s.span.start <= now < s.span.end), 0)
        if (
            line.post_id is not None
            and required > 1
            and len({p.who for p in on if p.seat.post_id == line.post_id}) == 1
        ):
            found.append(line.post_id)
    return tuple(dict.fromkeys(found))


def _gaps(lines: Sequence[CoverLine], now: datetime) -> tuple[Gap, ...]:
    """At-risk ones first, then the soonest."""
    ahead = Span(now, now + AHEAD)
    found = []
    for line in lines:
        for stretch in line.gaps:
            inside = stretch.span.intersection(ahead)
            if inside is not None and line.post_id is not None:
                clipped = CoverStretch(inside, stretch.required, stretch.present, stretch.most)
                found.append(Gap(line.checkpoint_id, line.post_id, clipped))
    return tuple(sorted(found, key=lambda gap: (not gap.at_risk, gap.stretch.span, gap.post_id)))
