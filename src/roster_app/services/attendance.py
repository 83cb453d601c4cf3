"""Use cases of attendance: what is on now, sign-in and sign-out, keyed sheets, corrections, actual cover and hours."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeAlias

from roster_app.domain.attendance.board import Board, board
from roster_app.domain.attendance.cover import actual_cover
from roster_app.domain.attendance.entries import (
    Attendee,
    Entry,
    Facts,
    Mark,
    Pen,
    Source,
    corrected,
    current,
    head,
    pen,
    undone,
)
from roster_app.domain.attendance.hours import ActualLine, actual_lines
from roster_app.domain.attendance.keying import keyed_exceptions
from roster_app.domain.attendance.ledger_corrections import ledger_corrections
from roster_app.domain.attendance.presence import presences
from roster_app.domain.attendance.settling import Settled, SheetRow, settle
from roster_app.domain.attendance.sheet_rows import sheet_rows
from roster_app.domain.attendance.tokens import volunteer_of
from roster_app.domain.cover import CoverProof, prove
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.hours import HoursAsked
from roster_app.domain.ids import AttendanceId, CheckpointId, DutyId, PeriodId, TeamId, VolunteerId
from roster_app.domain.names import name_key, tidy_name
from roster_app.domain.roster import PeriodState, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import DAY
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.storage.unit_of_work import UnitOfWork

_NEAR = timedelta(hours=2)
"""How long before a duty one may sign in for it, and after it still sign out, without saying which duty."""


@dataclass(frozen=True, slots=True)
class AtDuty:
    """By click: this duty."""

    duty_id: DutyId


@dataclass(frozen=True, slots=True)
class AtRow:
    """By the number of a row on the paper sheet of a checkpoint and day."""

    checkpoint_id: CheckpointId
    day: date
    row: int


@dataclass(frozen=True, slots=True)
class ByToken:
    """By a scan: the holder's duty that is nearest now."""

    token: str


@dataclass(frozen=True, slots=True)
class ByPerson:
    """By click on a person: their duty that is nearest now."""

    volunteer_id: VolunteerId


Where: TypeAlias = AtDuty | AtRow | ByToken | ByPerson


@dataclass(frozen=True, slots=True)
class Entered:
    """What was entered, in one step that can be undone."""

    entries: tuple[Entry, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class DaySheet:
    """A sign-in sheet: its rows with their numbers on paper, and all entries about its day at the checkpoint."""

    directory: Directory
    rows: tuple[SheetRow, ...]
    entries: tuple[Entry, ...]

    def foresee(self, text: str) -> Settled:
        """What keying these lines would enter, and the lines in the way of it; stores nothing."""
        by = pen(Source.KEYED, "", max(row.planned.end for row in self.rows))
        return _settled(self.directory, self.rows, self.entries, text, by)


@dataclass(frozen=True, slots=True)
class ActualHours:
    """The lines of what was asked for, and how many held duties nothing is recorded of."""

    directory: Directory
    lines: tuple[ActualLine, ...]
    unrecorded: int


@dataclass(frozen=True, slots=True)
class _Read:
    """What is known around some days."""

    directory: Directory
    rosters: tuple[Roster, ...]
    entries: tuple[Entry, ...]

    def row_of(self, duty_id: DutyId) -> SheetRow:
        for roster in self.rosters:
            if duty_id in roster.plan.duty:
                duty, holder = roster.plan.duty[duty_id], roster.holder(duty_id)
                who = None if holder is None else Attendee(holder)
                return SheetRow(0, duty_id, roster.plan.dated_seat(duty), duty.span, who)
        raise DomainError(ErrorCode.UNKNOWN_DUTY, duty_id=duty_id)

    def rows_on(self, checkpoint_id: CheckpointId, day: date) -> tuple[SheetRow, ...]:
        rows = next((r for roster in self.rosters if (r := self._rows(roster, checkpoint_id, day))), ())
        if not rows:
            raise DomainError(ErrorCode.NO_SHEET, place=self.directory.checkpoint[checkpoint_id].name, day=day)
        return rows

    def _rows(self, roster: Roster, checkpoint_id: CheckpointId, day: date) -> tuple[SheetRow, ...]:
        return sheet_rows(roster, self.directory, checkpoint_id, day)

    def nearest(self, volunteer_id: VolunteerId, moment: datetime) -> SheetRow:
        held = [d for roster in self.rosters for d, a in roster.assignments.items() if a.volunteer_id == volunteer_id]
        rows = [row for row in map(self.row_of, held) if _near(row, moment)]
        if not rows:
            name = self.directory.name[volunteer_id]
            raise DomainError(ErrorCode.NO_DUTY_NOW, name=name, moment=moment)
        return min(rows, key=lambda row: (not row.planned.start <= moment < row.planned.end, row.planned))

    def name_of(self, who: Attendee) -> str:
        return who.name or self.directory.name[who.volunteer_id or VolunteerId(0)]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Ask it from any thread; every method is one transaction."""

    desk: Desk

    def now(self, team_id: TeamId) -> Board:
        """Who is on, who comes next, who is late, single cover, and gaps of the next 48 hours, those at risk first."""
        now = self.desk.minute()
        with self.desk.database.reading() as work:
            read = _read(work, team_id, now.date() - DAY, now.date() + 3 * DAY)
        lines = [line for roster in read.rosters for line in prove(roster, read.directory).posts]
        return board(read.rosters, lines, read.entries, read.directory, now)

    def sheet(self, team_id: TeamId, checkpoint_id: CheckpointId, day: date) -> DaySheet:
        """A day's sheet at a checkpoint; raises DomainError (NO_SHEET)."""
        with self.desk.database.reading() as work:
            read = _read(work, team_id, day, day)
        own = (e for e in read.entries if (e.facts.seat.checkpoint_id, e.facts.seat.day) == (checkpoint_id, day))
        return DaySheet(read.directory, read.rows_on(checkpoint_id, day), tuple(own))

    def sign_in(
        self, team_id: TeamId, where: Where, who: Attendee | None = None, at: datetime | None = None
    ) -> Entered:
        """The holder, or `who` in their place, is there from now on, or since `at`; coming back is a new span.

        Raises DomainError: ALREADY_SIGNED_IN; DUTY_VACANT where nobody is said; BAD_TOKEN, NO_DUTY_NOW, UNKNOWN_ROW.
        """

        def entries(read: _Read, moment: datetime, row: SheetRow, by: Pen) -> Sequence[Entry]:
            person = who or row.holder
            if person is None:
                raise DomainError(ErrorCode.DUTY_VACANT, duty_ids=(row.duty_id,))
            return _signing_in(read, row, person, moment, by)

        return self._sign(team_id, where, at, entries)

    def sign_out(
        self, team_id: TeamId, where: Where, who: Attendee | None = None, at: datetime | None = None
    ) -> Entered:
        """Whoever is signed in leaves now, or left at `at`; raises DomainError (NOT_SIGNED_IN, SPAN_NOT_FORWARD)."""

        def entries(read: _Read, moment: datetime, row: SheetRow, by: Pen) -> Sequence[Entry]:
            own = [e for e in _of_row(read, row) if e.facts.mark is Mark.PRESENT and e.facts.left is None]
            own = [e for e in own if e.facts.who == who] if who else own
            own = [e for e in own if e.facts.who == row.holder] or own
            if not own:
                person = who or row.holder
                name = read.name_of(person) if person else ""
                raise DomainError(ErrorCode.NOT_SIGNED_IN, name=name)
            return (by.write(replace(own[-1].facts, left=moment, as_planned=False), own[-1]),)

        return self._sign(team_id, where, at, entries)

    def key_sheet(
        self, team_id: TeamId, checkpoint_id: CheckpointId, day: date, text: str, reason: str = ""
    ) -> Entered:
        """Key a finished sheet by its exceptions; planned times stand for all others.

        Raises DomainError: BAD_KEYED_LINE with all lines in the way, nothing is entered then; NO_REASON where
        something entered before is superseded and no reason is given; NO_SHEET.
        """
        with self.desk.database.work() as work:
            work.attendance.hold(team_id)
            read = _read(work, team_id, day, day)
            by = pen(Source.KEYED, self.desk.author, self.desk.now(), reason)
            settled = _settled(read.directory, read.rows_on(checkpoint_id, day), read.entries, text, by)
            if settled.problems:
                raise DomainError(ErrorCode.BAD_KEYED_LINE, lines=settled.problems)
            if any(e.supersedes is not None and not e.reason for e in settled.entries):
                raise DomainError(ErrorCode.NO_REASON)
            return self._enter(work, team_id, read, settled.entries)

    def correct(
        self,
        team_id: TeamId,
        entry_id: AttendanceId,
        day: date,
        reason: str,
        change: Callable[[Facts], Facts],
    ) -> Entered:
        """Other facts in the place of an entry of that day's shifts, for a reason.

        Raises DomainError: NO_REASON, NOTHING_TO_CHANGE, UNKNOWN_RECORD, SPAN_NOT_FORWARD; StaleEdit where a colleague
        corrected it before.
        """
        with self.desk.database.work() as work:
            work.attendance.hold(team_id)
            read = _read(work, team_id, day, day)
            by = pen(Source.KEYED, self.desk.author, self.desk.now(), reason)
            facts = change(head(read.entries, entry_id).facts)
            return self._enter(work, team_id, read, (corrected(read.entries, entry_id, facts, by),))

    def undo_last(self, team_id: TeamId) -> Entered:
        """Take back what was entered last at this desk (NOTHING_TO_UNDO); StaleEdit where it was corrected since."""
        with self.desk.database.work() as work:
            work.attendance.hold(team_id)
            last = work.attendance.last_step(team_id, self.desk.author)
            if not last:
                raise DomainError(ErrorCode.NOTHING_TO_UNDO)
            days = [entry.facts.seat.day for entry in last]
            read = _read(work, team_id, min(days), max(days))
            by = pen(last[0].source, self.desk.author, self.desk.now())
            return self._enter(work, team_id, read, undone(read.entries, last[0].step, by))

    def cover(self, period_id: PeriodId) -> tuple[Directory, CoverProof]:
        """The cover of a period that was really stood, up to now."""
        until = self.desk.minute()
        with self.desk.database.reading() as work:
            roster = work.rosters.load(period_id)
            period = roster.period
            directory = work.directory(period.team_id)
            entries = work.attendance.of_days(period.team_id, period.first - 2 * DAY, period.last + 2 * DAY)
        return directory, actual_cover(roster, directory, presences(entries, until), until)

    def hours(self, team_id: TeamId, asked: HoursAsked) -> ActualHours:
        """The lines of what was really stood; of the future nothing is known."""
        until = min(asked.until, self.desk.minute())
        with self.desk.database.reading() as work:
            read = _read(work, team_id, asked.first, asked.last)
        lines = actual_lines(presences(read.entries, until), replace(asked, until=until), read.directory)
        known = {(e.facts.seat, e.facts.who) for e in current(read.entries)}
        held = [read.row_of(d) for roster in read.rosters for d in roster.assignments]
        missing = [r for r in held if asked.first <= r.seat.day <= asked.last and r.planned.end <= until]
        return ActualHours(read.directory, lines, sum((r.seat, r.holder) not in known for r in missing))

    def _sign(
        self,
        team_id: TeamId,
        where: Where,
        at: datetime | None,
        entries: Callable[[_Read, datetime, SheetRow, Pen], Sequence[Entry]],
    ) -> Entered:
        moment = (at or self.desk.now()).replace(second=0, microsecond=0)
        with self.desk.database.work() as work:
            work.attendance.hold(team_id)
            day = where.day if isinstance(where, AtRow) else moment.date()
            read = _read(work, team_id, day - 2 * DAY, day + DAY)
            row, source = _found(read, where, moment)
            by = pen(source, self.desk.author, self.desk.now())
            return self._enter(work, team_id, read, entries(read, moment, row, by))

    def _enter(self, work: UnitOfWork, team_id: TeamId, read: _Read, entries: Sequence[Entry]) -> Entered:
        """Store the entries, and what they mean for periods whose ledger is closed."""
        work.attendance.add(team_id, entries)
        days = {entry.facts.seat.day for entry in entries}
        for period in (roster.period for roster in read.rosters):
            if period.state is PeriodState.ARCHIVED and any(period.first <= day <= period.last for day in days):
                self._correct_ledger(work, team_id, period.id, read.directory, entries)
        return Entered(tuple(entries), Changes(attendance=bool(entries)))

    def _correct_ledger(
        self, work: UnitOfWork, team_id: TeamId, period_id: PeriodId, directory: Directory, made: Sequence[Entry]
    ) -> None:
        roster = work.rosters.load(period_id)
        after = work.attendance.of_days(team_id, roster.period.first - DAY, roster.period.last + DAY)
        new = {entry.id for entry in made}
        before = [entry for entry in after if entry.id not in new]
        ledger = work.ledger.all(team_id)
        work.ledger.add(ledger_corrections(roster, directory, before, after, ledger, self.desk.minute()))


def _read(work: UnitOfWork, team_id: TeamId, first: date, last: date) -> _Read:
    """What is known of shifts that begin on these days, and the day around them."""
    periods = [p for p in work.rosters.periods(team_id) if p.first <= last + DAY and first - DAY <= p.last]
    rosters = tuple(work.rosters.load(period.id) for period in periods)
    return _Read(work.directory(team_id), rosters, work.attendance.of_days(team_id, first - DAY, last + DAY))


def _settled(directory: Directory, rows: Sequence[SheetRow], entries: Sequence[Entry], text: str, by: Pen) -> Settled:
    """The lines read and settled; what could not be read is a problem as well."""
    keyed, unread = keyed_exceptions(text)
    settled = settle(rows, keyed, current(entries), lambda words: _find(directory, words), by)
    return replace(settled, problems=tuple(sorted((*unread, *settled.problems), key=lambda line: line.line)))


def _find(directory: Directory, words: str) -> Attendee | None:
    """A volunteer by name as the lists show it; nobody's name is somebody in no list; None where several fit."""
    names, key = directory.name, name_key(words)
    found = [v.id for v in directory.volunteers if key in (name_key(names[v.id]), name_key(v.name))]
    if len(found) > 1:
        return None
    return Attendee(found[0]) if found else Attendee(None, tidy_name(words) or words)


def _found(read: _Read, where: Where, moment: datetime) -> tuple[SheetRow, Source]:
    if isinstance(where, AtDuty):
        return read.row_of(where.duty_id), Source.CLICK
    if isinstance(where, ByPerson):
        return read.nearest(where.volunteer_id, moment), Source.CLICK
    if isinstance(where, ByToken):
        who = volunteer_of(where.token)
        if who is None or who not in read.directory.volunteer:
            raise DomainError(ErrorCode.BAD_TOKEN, text=where.token)
        return read.nearest(who, moment), Source.TOKEN
    rows = read.rows_on(where.checkpoint_id, where.day)
    if not 1 <= where.row <= len(rows):
        raise DomainError(ErrorCode.UNKNOWN_ROW, row=where.row, last=len(rows))
    return rows[where.row - 1], Source.PAPER


def _near(row: SheetRow, moment: datetime) -> bool:
    return row.planned.start - _NEAR <= moment < row.planned.end + _NEAR


def _of_row(read: _Read, row: SheetRow) -> list[Entry]:
    """What stands of a duty, of whomever."""
    return [e for e in current(read.entries) if e.facts.seat == row.seat and e.facts.planned.overlaps(row.planned)]


def _signing_in(read: _Read, row: SheetRow, who: Attendee, moment: datetime, by: Pen) -> list[Entry]:
    """The sign-in; it supersedes an absence of the same person. Who comes for another stands for what is known of them.

    Of the other nothing may be known: then they are absent.
    """
    known = _of_row(read, row)
    own = [e for e in known if e.facts.who == who]
    here = next((e for e in own if e.facts.mark is Mark.PRESENT and e.facts.left is None), None)
    if here is not None:
        raise DomainError(ErrorCode.ALREADY_SIGNED_IN, name=read.name_of(who), moment=here.facts.came)
    absence = next((e for e in own if e.facts.mark is Mark.ABSENT), None)
    facts = Facts(row.seat, row.planned, who, came=moment)
    if row.holder in (None, who):
        others = [e for e in known if e.facts.who != who and e.facts.mark is Mark.PRESENT and e.facts.left is None]
        return [by.write(replace(facts, stands_for=others[-1].id) if others else facts, absence)]
    made = []
    theirs = [e for e in known if e.facts.who == row.holder]
    if not theirs and row.holder is not None:
        theirs = [by.write(Facts(row.seat, row.planned, row.holder, Mark.ABSENT))]
        made = theirs[:]
    return [*made, by.write(replace(facts, stands_for=theirs[-1].id), absence)]
