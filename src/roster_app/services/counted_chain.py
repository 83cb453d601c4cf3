"""What the counts of a chain (测温30人) mean for a team's counters: whose, where, of which shift; nothing is stored."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from roster_app.domain.chains import ChainEntry, LineVerdict
from roster_app.domain.counters import (
    MOST_VALUE,
    Counter,
    CounterBook,
    CounterEntry,
    Entering,
    Occasion,
    Subject,
    corrected,
    entered,
)
from roster_app.domain.ids import CheckpointId, CounterId, ShiftTypeId
from roster_app.domain.names import name_key
from roster_app.domain.roster import Duty, Roster, Shift
from roster_app.domain.team import Directory
from roster_app.i18n import _


class CountedQuestionKind(StrEnum):
    """What is open about a count."""

    WORD = "word"
    """No counter, or several, are called so."""
    PLACE = "place"
    """It is not said where; the options are checkpoints."""
    DAY = "day"
    """Several days are named."""
    NUMBER = "number"
    """More than anybody counts."""


@dataclass(frozen=True, slots=True)
class CountedQuestion:
    """One thing to ask about a line; `text` is the word or the place as written, the options are names."""

    line: int
    kind: CountedQuestionKind
    text: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CountedAnswers:
    """What the coordinator answered: a counter for a word (None: leave it out), places and days of lines.

    `new` are counters the team is to have from then on.
    """

    words: Mapping[str, CounterId | None] = field(default_factory=dict)
    places: Mapping[int, CheckpointId] = field(default_factory=dict)
    days: Mapping[int, date] = field(default_factory=dict)
    new: tuple[Counter, ...] = ()


@dataclass(frozen=True, slots=True)
class ToldCount:
    """One count as it stands in a line; without a subject something about it is open, or it is left out."""

    line: int
    person: str
    word: str
    value: int
    subject: Subject | None = None


@dataclass(frozen=True, slots=True)
class CountedReading:
    """Entries to be stored, how many counts are stored already as they are, and what must be answered first."""

    entries: tuple[CounterEntry, ...] = ()
    known: int = 0
    asked: tuple[CountedQuestion, ...] = ()
    told: tuple[ToldCount, ...] = ()


def read_counted(
    entries: Iterable[ChainEntry],
    day: date,
    directory: Directory,
    rosters: Sequence[Roster],
    book: CounterBook,
    answers: CountedAnswers,
    by: Entering,
    seen: Collection[int] = (),
) -> CountedReading:
    """Each count as a value of its counter; what one person told twice of one shift is added up.

    `seen` lines were stored from an earlier copy: what only they tell stays as it stands now, corrected or not.
    """
    meant_so = [entry for entry in entries if entry.counts and entry.verdict not in _NOT_MEANT]
    reader = _Reader(directory, rosters, with_new(book, answers), with_known(book, answers), day)
    told = [one for entry in meant_so for one in reader.values(entry)]
    values: dict[Subject, int] = {}
    for one in told:
        if one.subject is not None:
            values[one.subject] = values.get(one.subject, 0) + one.value
    fresh = {one.subject for one in told if one.line not in seen}
    new, known = [], 0
    for subject, value in values.items():
        if subject not in fresh:
            known += 1
            continue
        if value > MOST_VALUE:
            reader.asked.append(CountedQuestion(0, CountedQuestionKind.NUMBER, str(value)))
            continue
        stored = _entry(subject, value, book, by)
        known += stored is None
        new += [stored] if stored is not None else []
    asked = tuple(question for question in dict.fromkeys(reader.asked) if question.line not in seen)
    return CountedReading(tuple(new), known, asked, tuple(told))


def with_new(book: CounterBook, answers: CountedAnswers) -> CounterBook:
    """The book with the counters that are to come, but none whose name a colleague has given by now."""
    names = {name_key(counter.name) for counter in book.counters}
    return replace(book, counters=(*book.counters, *(c for c in answers.new if name_key(c.name) not in names)))


def with_known(book: CounterBook, answers: CountedAnswers) -> CountedAnswers:
    """The answers with the team's own counter where one that was to come is there by now."""
    known = {name_key(counter.name): counter.id for counter in book.counters}
    there = {c.id: known[name_key(c.name)] for c in answers.new if name_key(c.name) in known}
    words = {word: None if found is None else there.get(found, found) for word, found in answers.words.items()}
    return replace(answers, words=words)


def _entry(subject: Subject, value: int, book: CounterBook, by: Entering) -> CounterEntry | None:
    """A first value or a correction; None where it stands already."""
    stands = book.stands(subject)
    if stands is None:
        return entered(subject, value, by, book.latest.get(subject))
    return None if stands.value == value else corrected(stands, value, _("a later copy of the chain says so"), by)


class _Reader:
    """Reads the counts of one entry after the other; `asked` grows meanwhile."""

    def __init__(
        self,
        directory: Directory,
        rosters: Sequence[Roster],
        book: CounterBook,
        answers: CountedAnswers,
        day: date,
    ) -> None:
        self._directory, self._rosters, self._book, self._answers, self._day = directory, rosters, book, answers, day
        self.asked: list[CountedQuestion] = []

    def values(self, entry: ChainEntry) -> Iterator[ToldCount]:
        """Every count of an entry, with its subject where nothing is open."""
        counters = [self._counter(entry, word) for word, _value in entry.counts]
        occasion = self._occasion(entry) if any(self._may_count(word) for word, _value in entry.counts) else None
        for counter, (word, value) in zip(counters, entry.counts, strict=True):
            subject = None if counter is None or occasion is None else (counter, occasion)
            yield ToldCount(entry.line, entry.person, word, value, subject)

    def _may_count(self, word: str) -> bool:
        """Whether the word was not left out."""
        return self._answers.words.get(word, word) is not None

    def _counter(self, entry: ChainEntry, word: str) -> CounterId | None:
        if word in self._answers.words:
            return self._answers.words[word]
        found = meant(word, self._book.current)
        if len(found) == 1:
            return found[0].id
        options = tuple(counter.name for counter in found or self._book.current)
        self.asked.append(CountedQuestion(entry.line, CountedQuestionKind.WORD, word, options))
        return None

    def _occasion(self, entry: ChainEntry) -> Occasion | None:
        day = self._answers.days.get(entry.line)
        if day is None and len(entry.dates) > 1:
            days = tuple(told.isoformat() for told in entry.dates)
            self.asked.append(CountedQuestion(entry.line, CountedQuestionKind.DAY, entry.written, days))
            return None
        day = day or next(iter(entry.dates), self._day)
        held = [(duty, shift) for duty, shift in self._held(entry.person, day) if self._fits(entry, shift)]
        place = self._place(entry, {shift.checkpoint_id for _duty, shift in held})
        if place is None:
            return None
        here = [(duty, shift) for duty, shift in held if shift.checkpoint_id == place]
        if len(here) == 1:
            duty, shift = here[0]
            return Occasion(place, day, shift.shift_type_id, duty.id, entry.person)
        return Occasion(place, day, self._shift(entry, place), None, entry.person)

    def _place(self, entry: ChainEntry, held: set[CheckpointId]) -> CheckpointId | None:
        places = self._directory.checkpoints_in_order
        if entry.line in self._answers.places:
            return self._answers.places[entry.line]
        written = name_key(entry.slot or "")
        named = [c.id for c in places if written and (name_key(c.name) in written or written in name_key(c.name))]
        for found in (named, sorted(held), [c.id for c in places]):
            if len(found) == 1:
                return found[0]
            if found is named and named:
                break
        options = tuple(c.name for c in places if not named or c.id in named)
        self.asked.append(
            CountedQuestion(entry.line, CountedQuestionKind.PLACE, entry.slot or entry.written or entry.person, options)
        )
        return None

    def _shift(self, entry: ChainEntry, place: CheckpointId) -> ShiftTypeId | None:
        known = self._directory.shift_types_of(self._directory.checkpoint[place])
        found = [s.id for s in known if s.name in entry.shifts or (s.start, s.end) == (entry.start, entry.end)]
        return found[0] if len(found) == 1 else None

    def _held(self, person: str, day: date) -> Iterator[tuple[Duty, Shift]]:
        """The duties of a day that somebody of this name holds."""
        who = {v.id for v in self._directory.volunteers if name_key(v.name) == name_key(person)} if person else set()
        for roster in self._rosters if len(who) == 1 else ():
            for duty in roster.plan.duties:
                shift = roster.plan.shift[duty.shift_id]
                if shift.day == day and roster.holder(duty.id) in who:
                    yield duty, shift

    def _fits(self, entry: ChainEntry, shift: Shift) -> bool:
        """Whether the duty may be of the shift the entry names, where it names one."""
        if not entry.shifts:
            return True
        return self._directory.shift_type[shift.shift_type_id].name in entry.shifts


def meant(word: str, counters: Iterable[Counter]) -> tuple[Counter, ...]:
    """The counters that are called so; nothing is guessed from part of a word: 宣传车 are no leaflets."""
    key = name_key(word)
    return tuple(c for c in counters if key and key in {name_key(name) for name in (c.name, *c.also)})


_NOT_MEANT = frozenset((LineVerdict.WITHDRAWN, LineVerdict.IGNORED, LineVerdict.EMPTY))
