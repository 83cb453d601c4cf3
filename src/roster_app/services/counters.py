"""Use cases of counters: what is asked where, values entered, corrected, taken back or pasted, and another list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from roster_app.domain.chains import ChainEntry
from roster_app.domain.counter_totals import Grouping
from roster_app.domain.counters import (
    Counter,
    CounterBook,
    CounterEntry,
    Entering,
    EntrySource,
    Occasion,
    Subject,
    arranged,
    corrected,
    entered,
    taken_back,
)
from roster_app.domain.ids import CheckpointId, CounterId, ShiftTypeId, TeamId, new_id
from roster_app.domain.places import ShiftType
from roster_app.domain.roster import RosterPeriod
from roster_app.domain.team import Directory
from roster_app.services.chain_counts import counts_in, learn
from roster_app.services.changes import Changes
from roster_app.services.counted_chain import CountedAnswers, CountedReading
from roster_app.services.desk import Desk
from roster_app.services.files import write_whole
from roster_app.services.words.counters import CounterTable, counter_table, usual_counters


@dataclass(frozen=True, slots=True)
class CounterLine:
    """A counter asked on an occasion, and the entry that stands there, if any."""

    counter: Counter
    occasion: Occasion
    entry: CounterEntry | None

    @property
    def subject(self) -> Subject:
        """What the line is the value of."""
        return self.counter.id, self.occasion


@dataclass(frozen=True)
class OpenCounters:
    """The counters of a team and what was counted on some days."""

    directory: Directory
    book: CounterBook
    periods: tuple[RosterPeriod, ...] = ()

    def asked(self, checkpoint_id: CheckpointId) -> tuple[Counter, ...]:
        """What is counted at a checkpoint, in the team's order."""
        posts = {post.id for post in self.directory.posts_of.get(checkpoint_id, ())}
        return self.book.asked(checkpoint_id, posts)

    @cached_property
    def places(self) -> tuple[CheckpointId, ...]:
        """Where anything is counted, in the team's order."""
        return tuple(c.id for c in self.directory.checkpoints_in_order if self.asked(c.id))

    def shifts(self, checkpoint_id: CheckpointId) -> tuple[ShiftType, ...]:
        """The shifts of a checkpoint, in order of their start."""
        place = self.directory.checkpoint.get(checkpoint_id)
        return () if place is None else self.directory.shift_types_of(place)

    def lines(self, checkpoint_id: CheckpointId, day: date, shift: ShiftTypeId | None) -> tuple[CounterLine, ...]:
        """What is asked of a shift (None: of the day as a whole), below each counter what single people told."""
        return tuple(self._lines(Occasion(checkpoint_id, day, shift)))

    def _lines(self, whole: Occasion) -> Iterable[CounterLine]:
        told = [
            entry
            for entry in self.book.standing
            if replace(entry.occasion, duty_id=None, told_by="") == whole and entry.occasion != whole
        ]
        asked = self.asked(whole.checkpoint_id)
        others = {entry.counter_id for entry in told} | {c.id for c in self.book.counters if self._stands(c, whole)}
        known = {counter.id for counter in asked}
        for counter in (*asked, *(c for c in self.book.counters if c.id in others - known)):
            yield CounterLine(counter, whole, self.book.stands((counter.id, whole)))
            for entry in told:
                if entry.counter_id == counter.id:
                    yield CounterLine(counter, entry.occasion, entry)

    def _stands(self, counter: Counter, whole: Occasion) -> bool:
        return self.book.stands((counter.id, whole)) is not None

    def table(
        self, grouping: Grouping, first: date, last: date, places: frozenset[CheckpointId] = frozenset()
    ) -> CounterTable:
        """The sums of the days from `first` to `last`, a column for each counter."""
        return counter_table(self.directory, self.book, self.periods, grouping, (first, last), places)


@dataclass(frozen=True, slots=True)
class Taken:
    """What a chain's counts came to: stored entries, and what must be answered first."""

    reading: CountedReading
    changes: Changes


@dataclass(frozen=True, slots=True)
class Counters:
    """Ask it from any thread; every method is one transaction."""

    desk: Desk

    def open(self, team_id: TeamId, first: date | None = None, last: date | None = None) -> OpenCounters:
        """The counters, and what was counted from `first` to `last`, both included."""
        with self.desk.database.reading() as work:
            return OpenCounters(
                work.directory(team_id), work.counters.book(team_id, first, last), work.rosters.periods(team_id)
            )

    def arrange(self, team_id: TeamId, before: Sequence[Counter], after: Sequence[Counter]) -> Changes:
        """Another list of counters in the place of the one that was seen; back again with the two exchanged.

        Raises StaleEdit where a colleague was faster, COUNTER_IN_USE where what goes was counted, and as `arranged`.
        """
        wanted = arranged(after)
        with self.desk.database.work() as work:
            work.counters.arrange(team_id, before, wanted)
        return Changes(counters=True)

    def take_usual(self, team_id: TeamId) -> Changes:
        """Add the usual counters that the team does not have by name."""
        with self.desk.database.work() as work:
            known = work.counters.counters(team_id)
            names = {counter.name for counter in known}
            new = [c for c in usual_counters(team_id) if c.name not in names]
            work.counters.arrange(team_id, known, arranged((*known, *new)))
        return Changes(counters=bool(new))

    def enter(self, subject: Subject, value: int, latest: CounterEntry | None = None, reason: str = "") -> CounterEntry:
        """A value for a subject of which `latest` was seen last; where that one stands, it is corrected for a reason.

        Raises DomainError: BAD_COUNT, CORRECTION_NEEDS_REASON, or StaleEdit where a colleague was faster.
        """
        stands = latest is not None and latest.value is not None
        if latest is not None and stands:
            entry = corrected(latest, value, reason, self._by(EntrySource.KEYED))
        else:
            entry = entered(subject, value, self._by(EntrySource.KEYED), latest)
        with self.desk.database.work() as work:
            work.counters.add([entry])
        return entry

    def take_back(self, entry: CounterEntry, earlier: CounterEntry | None) -> CounterEntry:
        """Undo an entry by another one: what stood before it (`earlier`) stands again; both stay in the history."""
        back = taken_back(entry, earlier, self._by(EntrySource.TAKEN_BACK))
        with self.desk.database.work() as work:
            work.counters.add([back])
        return back

    def read_chain(
        self, team_id: TeamId, entries: Sequence[ChainEntry], day: date, answers: CountedAnswers | None = None
    ) -> CountedReading:
        """What the counts of a chain would store; `day` is meant where an entry names none. Nothing is stored."""
        with self.desk.database.reading() as work:
            by = self._by(EntrySource.PASTED)
            return counts_in(work, team_id, entries, day, answers or CountedAnswers(), by).reading

    def take_from_chain(
        self, team_id: TeamId, entries: Sequence[ChainEntry], day: date, answers: CountedAnswers | None = None
    ) -> Taken:
        """Store what the counts of a chain say, all or nothing; what is asked stays out and is told.

        A word answered with a counter is one of its words from then on. A later copy corrects what it says otherwise.
        """
        answers = answers or CountedAnswers()
        with self.desk.database.work() as work:
            learnt = learn(work, team_id, answers)
            reading = counts_in(work, team_id, entries, day, answers, self._by(EntrySource.PASTED)).reading
            work.counters.add(reading.entries)
        return Taken(reading, Changes(counters=bool(reading.entries) or learnt))

    def export(self, team_id: TeamId, table: CounterTable, path: Path) -> Path:
        """A table of sums as a workbook, or under a name that ends in .csv as plain text (FOLDER_NOT_WRITABLE)."""
        from roster_app.exchange.counter_book import counter_book
        from roster_app.exchange.text_out import csv_bytes

        if path.suffix.lower() == ".csv":
            write_whole(path, [csv_bytes(table.texts)])
        else:
            write_whole(path, [counter_book(table.title, table.remark, table.cells, self.desk.minute())])
        return path

    def _by(self, source: EntrySource) -> Entering:
        return Entering(self.desk.author, self.desk.minute(), source)


def new_counter(team_id: TeamId, name: str, unit: str = "") -> Counter:
    """A counter asked everywhere, to be put into a list."""
    return Counter(CounterId(new_id()), team_id, name, unit)
