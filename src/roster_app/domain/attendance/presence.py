"""From entries to minutes: who stood at which post from when to when, and where that is not certain.

Late relief keeps the minutes of whoever leaves until relieved; a forgotten sign-out ends with the plan and is flagged.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from roster_app.domain.attendance.entries import Attendee, Entry, Mark, current
from roster_app.domain.ids import AttendanceId, CheckpointId, PostId
from roster_app.domain.roster import DatedSeat
from roster_app.domain.timespan import Span


class Flag(StrEnum):
    """Why a span asks for a look: 未签退 (ended by the plan), 等到接班 (relieved late), 尚在岗 (not over yet)."""

    NO_SIGN_OUT = "no_sign_out"
    LATE_RELIEF = "late_relief"
    STILL_HERE = "still_here"


@dataclass(frozen=True, slots=True)
class Presence:
    """One span of one person on one seat, and the entry it comes from."""

    span: Span
    seat: DatedSeat
    who: Attendee
    entry_id: AttendanceId
    flags: frozenset[Flag] = frozenset()


_Place = tuple[CheckpointId, PostId, int]


def _place(seat: DatedSeat) -> _Place:
    return seat.checkpoint_id, seat.post_id, seat.seat


def presences(entries: Iterable[Entry], until: datetime) -> tuple[Presence, ...]:
    """Everybody's presence up to a moment, in order of time; of the future nothing is known."""
    every = tuple(entries)
    known = _Known(every)
    found = (_presence(entry, known, until) for entry in known.present)
    return tuple(sorted((p for p in found if p is not None), key=lambda p: (p.span, p.seat, p.who)))


class _Known:
    """Look-ups over entries: who comes after whom."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        standing = current(entries)
        self.present = [e for e in standing if e.facts.mark is Mark.PRESENT]
        after = {e.supersedes: e.id for e in entries if e.supersedes is not None}
        self._after: Mapping[AttendanceId, AttendanceId] = after
        self._arrivals: dict[Attendee, list[datetime]] = defaultdict(list)
        self._at_place: dict[_Place, list[Entry]] = defaultdict(list)
        self._stand_ins: dict[AttendanceId, list[datetime]] = defaultdict(list)
        for entry in self.present:
            facts = entry.facts
            assert facts.came is not None
            self._arrivals[facts.who].append(facts.came)
            self._at_place[_place(facts.seat)].append(entry)
            if facts.stands_for is not None:
                self._stand_ins[self._last(facts.stands_for)].append(facts.came)
        for times in self._arrivals.values():
            times.sort()

    def next_arrival(self, entry: Entry) -> datetime | None:
        """When the same person signs in again, wherever it is."""
        times = self._arrivals[entry.facts.who]
        came = entry.facts.came
        assert came is not None
        place = bisect_right(times, came)
        return times[place] if place < len(times) else None

    def stand_in(self, entry: Entry) -> datetime | None:
        """When somebody came to stand for this one."""
        came = entry.facts.came
        assert came is not None
        return min((t for t in self._stand_ins.get(entry.id, ()) if t > came), default=None)

    def relief(self, entry: Entry) -> datetime | None:
        """When the first of those came whose plan on this seat begins as this one's ends, if before theirs ended."""
        facts = entry.facts
        followers = (e.facts for e in self._at_place[_place(facts.seat)] if e.facts.who != facts.who)
        times = (
            f.came
            for f in followers
            if f.came is not None and f.planned.start == facts.planned.end and f.came < f.planned.end
        )
        return min(times, default=None)

    def _last(self, entry_id: AttendanceId) -> AttendanceId:
        while entry_id in self._after:
            entry_id = self._after[entry_id]
        return entry_id


def _presence(entry: Entry, known: _Known, until: datetime) -> Presence | None:
    facts = entry.facts
    came = facts.came
    if came is None or came >= until:
        return None
    end, flags = (facts.left, frozenset[Flag]()) if facts.left is not None else _end(entry, known, until)
    if end > until:
        end, flags = until, frozenset({Flag.STILL_HERE})
    return Presence(Span(came, end), facts.seat, facts.who, entry.id, flags) if end > came else None


def _end(entry: Entry, known: _Known, until: datetime) -> tuple[datetime, frozenset[Flag]]:
    """Where nobody signed out: the stand-in, the late relief, or the plan; at the latest one's own next sign-in."""
    facts = entry.facts
    came = facts.came
    assert came is not None
    forgotten = frozenset[Flag]() if facts.as_planned else frozenset({Flag.NO_SIGN_OUT})
    instead, relief, again = known.stand_in(entry), known.relief(entry), known.next_arrival(entry)
    if instead is not None and instead < facts.planned.end:
        end, flags = instead, frozenset[Flag]()
    elif relief is not None and relief > facts.planned.end:
        end, flags = min(relief, until), frozenset({Flag.LATE_RELIEF})
    else:
        end, flags = facts.planned.end, forgotten
    if again is not None and again < end:
        end, flags = again, forgotten
    return end, flags
