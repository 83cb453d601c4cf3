"""张贴台账 as use cases: what hangs is entered, taken down and taken back, and told line by line with what to do."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from roster_app.domain.differences import SeatDifference
from roster_app.domain.editions import newest
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CheckpointId, PeriodId, PostingId, TeamId, new_id
from roster_app.domain.posting import Posted, Standing, changed_since, standing
from roster_app.domain.posting_ledger import PostingEntry, PostingLedger, posting, taking_back, taking_down
from roster_app.domain.roster import Edition, Roster, RosterPeriod
from roster_app.domain.sheet_kinds import SheetKind
from roster_app.domain.team import Directory
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.sheets.hanging import Hangable
from roster_app.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Registered:
    """What was entered in the ledger in one go, and can be taken back as one."""

    team_id: TeamId
    entries: tuple[PostingEntry, ...]

    @property
    def posted(self) -> tuple[PostingEntry, ...]:
        """What hangs since."""
        return tuple(entry for entry in self.entries if entry.ends is None)

    @property
    def changes(self) -> Changes:
        """What everybody is told."""
        return Changes(postings=frozenset(entry.period_id for entry in self.entries))


@dataclass(frozen=True, slots=True)
class PostingLine:
    """One sheet that hangs (`entry`), or a checkpoint of which nothing is known to hang (no entry, no standing).

    `amended_to` is the edition a change sheet beside a roster brings it to; `changes` are what the roster as it stands
    shows otherwise than the wall, in order of time. `newest` is the newest edition of the period, `code` its check
    code of the checkpoint.
    """

    checkpoint_id: CheckpointId
    period: RosterPeriod
    entry: PostingEntry | None
    standing: Standing | None
    newest: int
    code: str
    amended_to: int | None = None
    changes: tuple[SeatDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class PostingSurvey:
    """The lines in the coordinator's order of checkpoints, with the words they need."""

    lines: tuple[PostingLine, ...]
    directory: Directory


@dataclass(frozen=True, slots=True)
class _Shelf:
    """One period with all its editions."""

    roster: Roster
    editions: Sequence[Edition]


@dataclass(frozen=True, slots=True)
class PostingDesk:
    """Ask it from any thread."""

    desk: Desk

    def ledger(self, team_id: TeamId) -> PostingLedger:
        """All entries of the team."""
        with self.desk.database.reading() as work:
            return work.postings.all(team_id)

    def register(
        self, team_id: TeamId, sheets: Iterable[Hangable], *, at: datetime | None = None, note: str = ""
    ) -> Registered:
        """These sheets hang from now on, or since `at` (whole minutes of local time); what they replace has come down.

        A sheet that is known to hang is not entered again. Raises DomainError: UNKNOWN_PERIOD; UNKNOWN_EDITION where
        the period has no such edition; STALE_RECORD where a colleague entered the same at this moment.
        """
        since = (at or self.desk.now()).replace(second=0, microsecond=0)
        made: list[PostingEntry] = []
        with self.desk.database.work() as work:
            ledger = work.postings.all(team_id)
            over = frozenset(p.id for p in work.rosters.periods(team_id) if p.last < since.date())
            for sheet in sheets:
                _refuse_unknown(work, team_id, sheet)
                for entry in self._entries(team_id, sheet, since, note):
                    new = posting(ledger, entry, over)
                    ledger = PostingLedger((*ledger.entries, *new))
                    made += new
            work.postings.add(made)
        return Registered(team_id, tuple(made))

    def take_down(self, team_id: TeamId, ids: Collection[PostingId], note: str = "") -> Registered:
        """These sheets hang no longer; one that is down already stays so."""
        with self.desk.database.work() as work:
            hanging = [entry for entry in work.postings.all(team_id).hanging if entry.id in ids]
            made = taking_down(hanging, self.desk.minute(), self.desk.author, note)
            work.postings.add(made)
        return Registered(team_id, made)

    def take_back(self, registered: Registered) -> Registered:
        """Undo an entry: what it said to hang never did, what it took down hangs as before."""
        with self.desk.database.work() as work:
            made = taking_back(work.postings.all(registered.team_id), registered.entries, self.desk.author)
            work.postings.add(made)
        return Registered(registered.team_id, made)

    def survey(self, team_id: TeamId, period_id: PeriodId | None = None) -> PostingSurvey:
        """What hangs now; of the period asked for, also where nothing of its newest edition is known to hang."""
        with self.desk.database.reading() as work:
            directory, ledger = work.directory(team_id), work.postings.all(team_id)
            wanted = {entry.period_id for entry in ledger.hanging} | ({period_id} if period_id is not None else set())
            shelves = {p: _Shelf(work.rosters.load(p), work.rosters.editions(p)) for p in wanted}
        found = [*self._hanging(ledger, shelves), *_missing(ledger, shelves.get(period_id) if period_id else None)]
        rank = {c.id: n for n, c in enumerate(directory.checkpoints_in_order)}
        found.sort(key=lambda line: (rank.get(line.checkpoint_id, len(rank)), line.period.first, _order(line)))
        return PostingSurvey(tuple(found), directory)

    def _entries(self, team_id: TeamId, sheet: Hangable, since: datetime, note: str) -> Iterator[PostingEntry]:
        for checkpoint_id, code in sheet.codes.items():
            yield PostingEntry(
                id=PostingId(new_id()),
                team_id=team_id,
                period_id=sheet.period_id,
                checkpoint_id=checkpoint_id,
                kind=sheet.kind.value,
                edition=sheet.edition,
                code=code,
                posted_at=since,
                author=self.desk.author,
                note=note,
            )

    def _hanging(self, ledger: PostingLedger, shelves: Mapping[PeriodId, _Shelf]) -> Iterator[PostingLine]:
        for entry in ledger.hanging:
            shelf = shelves[entry.period_id]
            told = entry if entry.amends else ledger.as_amended(entry)
            seen = Posted(told.code, told.period_id, told.checkpoint_id, (told.edition,))
            latest = newest(shelf.editions)
            assert latest is not None  # the entry is of one of them
            yield PostingLine(
                entry.checkpoint_id,
                shelf.roster.period,
                entry,
                standing(seen, shelf.editions, shelf.roster, self.desk.now()),
                latest.number,
                latest.check_codes.get(entry.checkpoint_id, ""),
                told.edition if told is not entry else None,
                changed_since(seen, shelf.editions, shelf.roster),
            )


def _missing(ledger: PostingLedger, shelf: _Shelf | None) -> Iterator[PostingLine]:
    latest = newest(shelf.editions) if shelf else None
    if shelf is None or latest is None:
        return
    period = shelf.roster.period
    for checkpoint_id, code in latest.check_codes.items():
        if ledger.roster_at(checkpoint_id, period.id) is None:
            yield PostingLine(checkpoint_id, period, None, None, latest.number, code)


def _refuse_unknown(work: UnitOfWork, team_id: TeamId, sheet: Hangable) -> None:
    published = [e for e in work.rosters.published_codes(team_id) if e.period_id == sheet.period_id]
    known = next((e for e in published if e.number == sheet.edition), None)
    if known is None or any(known.check_codes.get(c) != code for c, code in sheet.codes.items()):
        last = max((e.number for e in published), default=0)
        raise DomainError(ErrorCode.UNKNOWN_EDITION, number=sheet.edition, newest=last)


def _order(line: PostingLine) -> tuple[int, int]:
    """Rosters before the change sheets beside them."""
    kinds = [kind.value for kind in SheetKind]
    return (line.entry.amends, kinds.index(line.entry.kind)) if line.entry else (-1, 0)
