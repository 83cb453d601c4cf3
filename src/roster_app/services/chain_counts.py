"""The counts of a pasted chain as part of it: what they would store, what stands behind them, and what is learnt."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from roster_app.domain.chains import ChainEntry
from roster_app.domain.counters import Counter, CounterBook, Entering, arranged
from roster_app.domain.edits import CountChange
from roster_app.domain.ids import CounterId, TeamId
from roster_app.domain.team import Directory
from roster_app.services.counted_chain import CountedAnswers, CountedReading, read_counted, with_known, with_new
from roster_app.storage import UnitOfWork


@dataclass(frozen=True, slots=True)
class ChainCounts:
    """What the counts of a chain come to; `book` holds the counters with those that are to come."""

    reading: CountedReading = field(default_factory=CountedReading)
    book: CounterBook = field(default_factory=CounterBook)

    @property
    def changes(self) -> tuple[CountChange, ...]:
        """Each entry as a change that a step can take along and take back."""
        return tuple(
            CountChange(
                entry.subject,
                None if (stands := self.book.stands(entry.subject)) is None else stands.value,
                entry.value,
                entry.reason,
            )
            for entry in self.reading.entries
        )


def counts_in(
    work: UnitOfWork,
    team_id: TeamId,
    entries: Sequence[ChainEntry],
    day: date,
    answers: CountedAnswers,
    by: Entering,
    seen: Collection[int] = (),
) -> ChainCounts:
    """What the counts of entries would store; `day` is meant where an entry names none. Nothing is stored."""
    days = {day, *(told for entry in entries for told in entry.dates), *answers.days.values()}
    periods = [p for p in work.rosters.periods(team_id) if any(p.first <= told <= p.last for told in days)]
    rosters = tuple(work.rosters.load(period.id) for period in periods)
    book = work.counters.book(team_id, min(days), max(days))
    reading = read_counted(entries, day, work.directory(team_id), rosters, book, answers, by, seen)
    return ChainCounts(reading, with_new(book, answers))


def learn(work: UnitOfWork, team_id: TeamId, answers: CountedAnswers) -> bool:
    """Give the team the counters that are to come, and counters the words they were answered for; whether any was."""
    before = work.counters.counters(team_id)
    book = CounterBook(before)
    after = _learning(with_new(book, answers).counters, with_known(book, answers).words)
    if after == before:
        return False
    work.counters.arrange(team_id, before, arranged(after))
    return True


def placed(entries: Iterable[ChainEntry], texts: Mapping[int, str], directory: Directory) -> tuple[ChainEntry, ...]:
    """The entries that tell counts, each with the checkpoint its lines name, or else the lines above all entries."""
    entries = tuple(entries)
    first = min((entry.line for entry in entries), default=1)
    heading = _named(" ".join(text for line, text in texts.items() if line < first), directory)
    found = []
    for entry in entries:
        if entry.counts:
            own = _named(" ".join(texts.get(line, "") for line in entry.lines), directory) or heading
            found.append(replace(entry, slot=own) if own else entry)
    return tuple(found)


def _named(text: str, directory: Directory) -> str | None:
    """The one checkpoint whose name stands in a text; of names inside another only the longest."""
    names = [c.name for c in directory.checkpoints if c.name and c.name in text]
    longest = [name for name in names if not any(name != other and name in other for other in names)]
    return longest[0] if len(longest) == 1 else None


def _learning(counters: tuple[Counter, ...], words: Mapping[str, CounterId | None]) -> tuple[Counter, ...]:
    """The counters with the words they were answered for."""
    learnt: dict[CounterId, list[str]] = {}
    for word, counter_id in words.items():
        if counter_id is not None:
            learnt.setdefault(counter_id, []).append(word)
    return tuple(
        replace(c, also=tuple(dict.fromkeys((*c.also, *(w for w in learnt.get(c.id, ()) if w != c.name)))))
        for c in counters
    )
