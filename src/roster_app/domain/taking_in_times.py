"""Times people can come, of a file: statements beside those that stand, and what they contradict."""

from collections.abc import Iterable

from roster_app.domain.ids import AvailabilityId, VolunteerId, new_id
from roster_app.domain.inspected import EntryVerdict, SeenEntry
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.taking_in import EntryFate, Obstacle, PlannedEntry, hours_told
from roster_app.domain.taking_in_entries import Counting, ShiftWords, stopped
from roster_app.domain.timespan import DAY_MINUTES, Span, span_on

_COMING = frozenset((AvailabilityKind.AVAILABLE, AvailabilityKind.WANTED))


class TimesPlanner:
    """Goes down the entries once; what was said first in the file counts."""

    def __init__(self, counting: Counting, words: ShiftWords, stated: Iterable[Availability], as_wishes: bool) -> None:
        self._counting, self._words = counting, words
        self._coming = AvailabilityKind.WANTED if as_wishes else AvailabilityKind.AVAILABLE
        self._stated: dict[VolunteerId, dict[Span, list[Availability]]] = {}
        self._recurring: dict[VolunteerId, list[Availability]] = {}
        for one in stated:
            if one.shift_type_id is None and not one.rule:
                self._stated.setdefault(one.volunteer_id, {}).setdefault(one.first, []).append(one)
            elif one.shift_type_id is None:
                self._recurring.setdefault(one.volunteer_id, []).append(one)
        self._slots: frozenset[str] = frozenset()
        self._said: dict[tuple[VolunteerId, Span], AvailabilityKind] = {}
        self.statements: list[Availability] = []
        self.withdrawn: list[Availability] = []

    def plan(self, entries: Iterable[SeenEntry]) -> list[PlannedEntry]:
        """Every entry with its fate; new statements gather in `statements`."""
        known = list(entries)
        self._slots = frozenset(e.shift for e in known if e.verdict is EntryVerdict.OK)
        return [self._one(entry) for entry in known]

    def _one(self, entry: SeenEntry) -> PlannedEntry:
        person = self._counting.person(entry)
        if isinstance(person, PlannedEntry):
            return person
        assert person.volunteer is not None
        span = self._span(entry)
        if span is None:
            return stopped(entry, Obstacle.UNKNOWN_SHIFT, hours_told(entry), person)
        kind = AvailabilityKind.UNAVAILABLE if entry.verdict is EntryVerdict.OFF else self._coming
        who = person.volunteer.id
        said = self._said.setdefault((who, span), kind)
        if said is not kind:
            return stopped(entry, Obstacle.TWICE, "", person)
        return PlannedEntry(entry, self._state(who, span, kind, entry), who)

    def _state(self, who: VolunteerId, span: Span, kind: AvailabilityKind, entry: SeenEntry) -> EntryFate:
        there = self._stated.setdefault(who, {}).setdefault(span, [])
        if any(one.kind is kind for one in there) or self._recurs(who, span, kind):
            return EntryFate.SAME
        against = [one for one in there if (one.kind in _COMING) is not (kind in _COMING)]
        self.withdrawn += against
        note = entry.shift if kind is AvailabilityKind.UNAVAILABLE and entry.start is None else ""
        new = Availability(AvailabilityId(new_id()), who, kind, span, note=note)
        self.statements.append(new)
        there[:] = [*(one for one in there if one not in against), new]
        return EntryFate.CHANGED if against else EntryFate.NEW

    def _recurs(self, who: VolunteerId, span: Span, kind: AvailabilityKind) -> bool:
        own = (one for one in self._recurring.get(who, ()) if one.kind is kind)
        return any(time.contains(span) for one in own for time in one.within(span))

    def _span(self, entry: SeenEntry) -> Span | None:
        """The hours told, else those of the shift meant, else the whole day where no shift is spoken of."""
        assert entry.day is not None
        if entry.start is not None and entry.end is not None and entry.end > entry.start:
            return span_on(entry.day, entry.start, entry.end)
        meant = {(shift.start, shift.end) for shift in self._words.meant(entry)}
        if len(meant) == 1:
            return span_on(entry.day, *meant.pop())
        reason = entry.verdict is EntryVerdict.OFF and entry.shift not in self._slots and not meant
        whole = not entry.shift or reason
        told = entry.start is not None or entry.end is not None
        return span_on(entry.day, 0, DAY_MINUTES) if whole and not told else None
