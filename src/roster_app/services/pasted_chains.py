"""Use cases about a pasted chain: read for the open roster, held against its earlier copy, confirmed as one step."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from roster_app.domain.chain_difference import same_chain
from roster_app.domain.chain_settling import ChainAnswers, ChainSettler, Outcome, SettledEntry, edit_of
from roster_app.domain.chains import Chain, ChainEntry, ChainEvidence, ChainPaste
from roster_app.domain.counters import Entering, EntrySource
from roster_app.domain.edits import EditKind, RosterEdit, StatementChange
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.history import EditRecord
from roster_app.domain.ids import AvailabilityId, ChainPasteId, DutyId, PeriodId, TeamId, VolunteerId, new_id
from roster_app.domain.names import tidy_name
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.roster import PeriodState, Roster
from roster_app.domain.team import Directory
from roster_app.services.chain_counts import ChainCounts, counts_in, learn, placed
from roster_app.services.chains import known_people, read_chain_text, team_shifts
from roster_app.services.changes import Changes
from roster_app.services.counted_chain import CountedAnswers
from roster_app.services.desk import Desk
from roster_app.services.rostering import OpenRoster, Rostering
from roster_app.storage import UnitOfWork

_NUMBER = re.compile(r"\s*[(（\[【]?\d{1,4}\s*[.、)）．。:：\]】]?\s*")
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_NEAR = timedelta(days=90)
_UNSETTLED = (Outcome.ASKED, Outcome.NOBODY)


@dataclass(frozen=True, slots=True)
class PastedChain:
    """A text in the hands of the coordinator. `lines` are lines (1, 2 …) that an answer reads otherwise.

    `text` is what was pasted; `edited` what was made of it by hand, where anything was.
    """

    text: str
    edited: str = ""
    lines: Mapping[int, str] = field(default_factory=dict)
    answers: ChainAnswers = field(default_factory=ChainAnswers)
    counted: CountedAnswers = field(default_factory=CountedAnswers)

    @property
    def shown(self) -> str:
        """The text that is read, before answers, its lines ended in one way."""
        return "\n".join(_lines(self.edited or self.text))


@dataclass(frozen=True)
class ChainReading:
    """What a pasted chain asks of the roster; nothing is stored. Without a roster only wishes and counts are taken."""

    pasted: PastedChain
    chain: Chain
    directory: Directory
    opened: OpenRoster | None
    day: date
    """The day the text is read on: that of the first copy."""
    settled: tuple[SettledEntry, ...]
    read_as: str
    edit: RosterEdit | None
    earlier: ChainPaste | None = None
    counts: ChainCounts = field(default_factory=ChainCounts)

    @property
    def asked(self) -> tuple[SettledEntry, ...]:
        """The entries that wait for an answer."""
        return tuple(one for one in self.settled if one.outcome in _UNSETTLED)

    @property
    def taken(self) -> tuple[SettledEntry, ...]:
        """The entries that change something."""
        moving = (Outcome.TAKES, Outcome.TAKES_AND_WISHES, Outcome.WISHES, Outcome.GIVES_BACK)
        return tuple(one for one in self.settled if one.outcome in moving)

    @property
    def stores(self) -> int:
        """How much is stored when it is confirmed: entries that change something, and values counted."""
        return len(self.taken) + len(self.counts.reading.entries)


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What was stored: the step of the roster, if there was one, and what else changed."""

    record: EditRecord | None
    changes: Changes
    apart: RosterEdit | None = None
    """Wishes and counts that belong to no step, because there was no roster: `turn` takes them back."""
    paste_id: ChainPasteId | None = None


@dataclass(frozen=True, slots=True)
class PastedChains:
    """Ask it from any thread; every method is one transaction."""

    desk: Desk

    def read(self, team_id: TeamId, period_id: PeriodId | None, pasted: PastedChain) -> ChainReading:
        """What the text asks for now. Raises DomainError (FILE_TOO_LARGE) for what is too long to be a chain."""
        with self.desk.database.reading() as work:
            directory, pastes = work.directory(team_id), work.chains.standing(team_id)
        opened = Rostering(self.desk).open(period_id) if period_id is not None else None
        if opened is not None and opened.period.state is PeriodState.ARCHIVED:
            opened = None
        return self._counted(_Reading(directory, opened, pastes, self.desk.today()).read(pasted))

    def confirm(self, reading: ChainReading) -> Confirmed:
        """Store duties, wishes and counts as one step, with aliases and the evidence, all or nothing.

        Raises StaleEdit where a colleague was faster.
        """
        opened = reading.opened
        if not reading.stores:
            raise DomainError(ErrorCode.NOTHING_TO_CHANGE)
        record, apart, paste = None, None, self._paste(reading)
        with self.desk.database.work() as work:
            learnt = learn(work, reading.directory.team.id, reading.pasted.counted)
            if (edit := reading.edit) is not None and opened is not None:
                record = work.rosters.apply(opened.period.id, edit, author=self.desk.author, at=self.desk.now())
            elif edit is not None:  # without a roster there is no step they could belong to
                work.rosters.carry_out_apart(edit, author=self.desk.author, at=self.desk.now())
                apart = edit
            people = (edit.stated_by if edit else frozenset()) | _learn_aliases(work, reading)
            work.chains.add(paste, record.id if record else None)
        duties = record.edit.duty_ids if record else frozenset[DutyId]()
        counted = learnt or bool(edit and edit.counts)
        return Confirmed(record, Changes(volunteers=people, duties=duties, counters=counted), apart, paste.id)

    def turn(self, confirmed: Confirmed, *, back: bool) -> Changes:
        """Take back what was confirmed without a roster, or do it again; aliases and words learnt stay.

        Raises StaleEdit where a colleague has counted otherwise since.
        """
        if confirmed.apart is None or confirmed.paste_id is None:
            raise DomainError(ErrorCode.NOTHING_TO_UNDO)
        undone = confirmed.apart.inverse()
        edit = undone if back else undone.inverse()
        with self.desk.database.work() as work:
            if not work.chains.take_back(confirmed.paste_id, back):
                raise DomainError(ErrorCode.NOTHING_TO_UNDO if back else ErrorCode.NOTHING_TO_REDO)
            work.rosters.carry_out_apart(edit, author=self.desk.author, at=self.desk.now())
        return Changes(volunteers=edit.stated_by, counters=bool(edit.counts))

    def evidence(self, team_id: TeamId) -> tuple[ChainPaste, ...]:
        """Everything that was confirmed, the earliest first."""
        with self.desk.database.reading() as work:
            return work.chains.all(team_id)

    def _counted(self, reading: ChainReading) -> ChainReading:
        """The reading with what its counts come to; a line of which a count is open is read anew in a later copy."""
        left_out = reading.pasted.answers.left_out
        told = [entry for entry in reading.chain.entries if entry.counts and entry.line not in left_out]
        if not told:
            return reading
        texts = {line.line: line.text for line in reading.chain.lines}
        seen = {one.entry.line for one in reading.settled if one.outcome is Outcome.KNOWN}
        by = Entering(self.desk.author, self.desk.minute(), EntrySource.PASTED)
        with self.desk.database.reading() as work:
            entries = placed(told, texts, reading.directory)
            team_id, answers = reading.directory.team.id, reading.pasted.counted
            counts = counts_in(work, team_id, entries, reading.day, answers, by, seen)
        lines = reading.read_as.split("\n")
        for line in {question.line for question in counts.reading.asked if question.line}:
            lines[line - 1] = ""
        edit = reading.edit
        if counts.changes:
            edit = replace(edit or RosterEdit(EditKind.IMPORT, ()), counts=counts.changes)
        return replace(reading, counts=counts, edit=edit, read_as="\n".join(lines))

    def _paste(self, reading: ChainReading) -> ChainPaste:
        evidence = ChainEvidence.of(reading.pasted.text)
        return ChainPaste(
            ChainPasteId(new_id()),
            reading.directory.team.id,
            reading.opened.period.id if reading.opened else None,
            reading.chain.title,
            evidence.text,
            evidence.digest,
            reading.read_as,
            reading.day,
            self.desk.minute(),
            self.desk.author,
        )


class _Reading:
    """Reads one text for one team."""

    def __init__(
        self, directory: Directory, opened: OpenRoster | None, pastes: Sequence[ChainPaste], today: date
    ) -> None:
        self._directory, self._opened, self._pastes, self._today = directory, opened, pastes, today
        self._people, self._shifts = known_people(directory.volunteers), team_shifts(directory)

    def read(self, pasted: PastedChain) -> ChainReading:
        earlier = self._earlier(pasted.shown)
        day = earlier.day if earlier else self._day
        lines = pasted.shown.split("\n")
        known = _known_lines(earlier, lines)
        for line, text in {**known, **pasted.lines}.items():
            if line <= len(lines):
                lines[line - 1] = text
        chain = self._chain("\n".join(lines), day)
        gone = self._gone(earlier, pasted.shown.split("\n"), chain, known)
        roster = self._opened.roster if self._opened else None
        settler = ChainSettler(chain, self._directory, roster, pasted.answers, self._breaks)
        settled = settler.settle(known, gone)
        for line in {one.entry.line for one in settled if one.outcome in _UNSETTLED}:
            lines[line - 1] = ""
        return ChainReading(
            pasted,
            chain,
            self._directory,
            self._opened,
            day,
            settled,
            "\n".join(lines),
            _with_wishes(edit_of(settled, roster), _new_wishes(self._directory.availabilities, settled, chain.title)),
            earlier,
        )

    @property
    def _day(self) -> date:
        """Today, or the first day of a roster so far away that a date without a year means one of its days."""
        if self._opened is None:
            return self._today
        first, last = self._opened.period.first, self._opened.period.last
        return self._today if first - _NEAR <= self._today <= last + _NEAR else first

    def _chain(self, text: str, day: date) -> Chain:
        return read_chain_text(text, day, self._shifts, self._people)

    def _earlier(self, text: str) -> ChainPaste | None:
        """The newest confirmed copy of the same chain."""
        if not self._pastes:
            return None
        now = self._chain(text, self._day)
        return next((p for p in reversed(self._pastes) if same_chain(Chain(p.title), now)), None)

    def _gone(
        self, earlier: ChainPaste | None, lines: Sequence[str], chain: Chain, known: Mapping[int, str]
    ) -> Iterator[ChainEntry]:
        """Entries of the earlier copy that stand in this one no more, not even in other words."""
        if earlier is None:
            return
        left = Counter(map(_bare, lines))
        before = _lines(earlier.text)
        new = {_meant(entry) for entry in chain.entries if entry.line not in known}
        for entry in self._chain(earlier.read_as, earlier.day).entries:
            text = _bare(before[entry.line - 1]) if entry.line <= len(before) else ""
            if left[text] or not entry.stands or _meant(entry) in new:
                continue
            yield replace(entry, line=0)

    def _breaks(self, roster: Roster, duty_id: DutyId, volunteer_id: VolunteerId) -> bool:
        assert self._opened is not None
        return any(found.is_hard for found in self._opened.judge.why_not(roster, duty_id, volunteer_id))


def _known_lines(earlier: ChainPaste | None, lines: Sequence[str]) -> dict[int, str]:
    """Lines that were confirmed in the earlier copy, as they were read there; numbers move, so they do not count."""
    if earlier is None:
        return {}
    read_as: dict[str, list[str]] = {}
    for text, read in zip(_lines(earlier.text), earlier.read_as.split("\n"), strict=False):
        if _bare(text) and read.strip():
            read_as.setdefault(_bare(text), []).append(read)
    known = {}
    for line, text in enumerate(lines, start=1):
        if found := read_as.get(_bare(text)):
            known[line] = _renumbered(found.pop(0), text)
    return known


def _renumbered(read: str, text: str) -> str:
    """The line as read before, with the number it has now."""
    old, new = _NUMBER.match(read), _NUMBER.match(text)
    return f"{new[0] if new else ''}{read[old.end() if old else 0 :]}"


def _lines(text: str) -> list[str]:
    """As `read_chain` divides them."""
    return _LINE_END.split(text.removeprefix("\ufeff"))


def _bare(text: str) -> str:
    """A line without its number."""
    return _NUMBER.sub("", text, count=1).strip()


def _meant(entry: ChainEntry) -> object:
    return entry.person, entry.dates, entry.shifts, entry.start, entry.end, entry.slot


def _new_wishes(known: Sequence[Availability], settled: Iterable[SettledEntry], title: str) -> tuple[Availability, ...]:
    """The wishes of the entries; what somebody has stated already is not noted twice."""
    said = {_said(stated) for stated in known}
    new: dict[object, Availability] = {}
    for one in settled:
        for wish in one.wishes if one.volunteer_id is not None else ():
            assert one.volunteer_id is not None
            stated = Availability(
                AvailabilityId(new_id()),
                one.volunteer_id,
                AvailabilityKind.WANTED,
                wish.span,
                note=title[:80],
                shift_type_id=wish.shift_type_id,
            )
            if _said(stated) not in said:
                new.setdefault(_said(stated), stated)
    return tuple(new.values())


def _said(stated: Availability) -> object:
    return stated.volunteer_id, stated.kind, stated.first, stated.rule, stated.shift_type_id


def _with_wishes(edit: RosterEdit | None, wishes: Sequence[Availability]) -> RosterEdit | None:
    """The step of the roster, which takes the wishes along when it is undone."""
    if not wishes:
        return edit
    return replace(edit or RosterEdit(EditKind.IMPORT, ()), statements=tuple(map(StatementChange, wishes)))


def _learn_aliases(work: UnitOfWork, reading: ChainReading) -> frozenset[VolunteerId]:
    """Remember the names by which people were told; what a colleague stored of them meanwhile stays."""
    left_out = {one.entry.line for one in reading.settled if one.outcome in (*_UNSETTLED, Outcome.LEFT_OUT)}
    learned: dict[VolunteerId, list[str]] = {}
    for line, name in sorted(reading.pasted.answers.remembered):
        who = reading.pasted.answers.people.get((line, name))
        if who is not None and line not in left_out:
            learned.setdefault(who, []).append(tidy_name(name))
    changed = set[VolunteerId]()
    for who, names in learned.items():
        person = work.people.get(who)
        aliases = tuple(dict.fromkeys((*person.aliases, *filter(None, names))))
        if aliases != person.aliases:
            work.people.update(replace(person, aliases=aliases))
            changed.add(who)
    return frozenset(changed)
