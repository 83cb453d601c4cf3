"""Use cases about what leaves the database to be used elsewhere, and a roster's workbook that comes back edited."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from roster_app.domain.edits import apply
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.history import EditRecord
from roster_app.domain.ids import CheckpointId, PeriodId, TeamId, VolunteerId
from roster_app.domain.return_plan import ReturnPlan, plan_return
from roster_app.domain.returned import Written
from roster_app.domain.roster import PeriodState, RosterPeriod
from roster_app.services.changes import Changes
from roster_app.services.desk import Desk
from roster_app.services.everything import export_everything, import_everything
from roster_app.services.files import read_whole, safe_name, write_whole
from roster_app.services.rostering import OpenRoster, Rostering
from roster_app.services.sheets.editions import edition_shown
from roster_app.services.words.exports import calendar_name, list_remark, list_title, roster_subtitle, roster_title
from roster_app.services.words.times import weekday
from roster_app.storage import UnitOfWork

if TYPE_CHECKING:
    from roster_app.exchange.book_order import BookOrder
    from roster_app.exchange.calendar_file import CalendarEvent
    from roster_app.exchange.duty_calendars import CalendarOrder

CSV = ".csv"


@dataclass(frozen=True, slots=True)
class Calendars:
    """What was written: the files, and how many duties in them are told as cancelled."""

    paths: tuple[Path, ...]
    cancelled: int


@dataclass(frozen=True, slots=True)
class Returning:
    """A workbook that was read: what it asks for, and the hard rules that taking it would newly break."""

    plan: ReturnPlan
    period: RosterPeriod
    new_conflicts: int


@dataclass(frozen=True, slots=True)
class Exports:
    """Call them on a worker. Every file is written whole or not at all (FOLDER_NOT_WRITABLE)."""

    desk: Desk

    def roster(self, period_id: PeriodId, path: Path) -> Path:
        """A roster as a workbook to edit and take in again, or under a name that ends in .csv as a plain table."""
        from roster_app.exchange.duty_table import duty_table
        from roster_app.exchange.roster_book import roster_book
        from roster_app.exchange.text_out import csv_bytes

        with self.desk.database.reading() as work:
            order = self._book_order(work, period_id)
        plain = path.suffix.lower() == CSV
        write_whole(path, [csv_bytes(duty_table(order)) if plain else roster_book(order)])
        return path

    def volunteers(self, team_id: TeamId, path: Path) -> Path:
        """The volunteers with full phone numbers, as a workbook or as .csv; taken in again they change nobody."""
        from roster_app.exchange.list_book import list_book
        from roster_app.exchange.text_out import csv_bytes
        from roster_app.exchange.volunteers_out import volunteer_table

        with self.desk.database.reading() as work:
            directory = work.directory(team_id)
        table, at = volunteer_table(directory), self.desk.minute()
        if path.suffix.lower() == CSV:
            write_whole(path, [csv_bytes(table)])
        else:
            write_whole(path, [list_book(list_title(directory), list_remark(at), table, at)])
        return path

    def calendars(
        self,
        period_id: PeriodId,
        folder: Path,
        people: Collection[VolunteerId] | None = None,
        places: Collection[CheckpointId] | None = None,
    ) -> Calendars:
        """A calendar file each for these volunteers and checkpoints; of either, None means all that have any duty.

        A file that is there already is the export before: what it told and no longer holds is told as cancelled,
        what is as it was keeps its number, and what it told of other periods stays.
        """
        from roster_app.exchange.duty_calendars import person_events, place_events

        with self.desk.database.reading() as work:
            order = _calendar_order(work, period_id)
        directory = order.directory
        wanted: list[tuple[str, Callable[[tuple[CalendarEvent, ...]], tuple[CalendarEvent, ...]], bool]] = [
            (directory.name[v.id], partial(person_events, order, v.id), people is not None)
            for v in directory.volunteers
            if people is None or v.id in people
        ]
        wanted += [
            (place.name, partial(place_events, order, place.id), places is not None)
            for place in directory.checkpoints_in_order
            if places is None or place.id in places
        ]
        written = [self._calendar(folder, name, events, asked) for name, events, asked in wanted]
        paths = tuple(path for path, _events in written if path is not None)
        return Calendars(paths, sum(event.cancelled for _path, events in written for event in events))

    def _calendar(
        self,
        folder: Path,
        name: str,
        events_after: "Callable[[tuple[CalendarEvent, ...]], tuple[CalendarEvent, ...]]",
        asked: bool,
    ) -> "tuple[Path | None, tuple[CalendarEvent, ...]]":
        """One file; none where there is nothing to tell and nobody asked for it by name."""
        from roster_app.exchange.calendar_file import calendar_bytes, events_in

        title = calendar_name(name)
        path = folder / f"{safe_name(title)}.ics"
        events = events_after(events_in(read_whole(path)) if path.exists() else ())
        if not events and not asked:
            return None, ()
        write_whole(path, [calendar_bytes(title, events, self.desk.minute())])
        return path, events

    def everything(self, path: Path) -> Path:
        """All tables of the database as one JSON file."""
        return export_everything(self.desk, path)

    def take_in_everything(self, path: Path) -> Changes:
        """Such a file into this database, which must hold nothing yet."""
        return import_everything(self.desk, path)

    def read_back(self, path: Path) -> Returning:
        """What an edited workbook asks of its roster as it stands now; nothing is written.

        Raises DomainError: FILE_NO_ROSTER for any other file, UNKNOWN_PERIOD where the roster is not in this database,
        PERIOD_CLOSED where it is archived.
        """
        from roster_app.exchange.roster_in import read_roster_book

        returned = read_roster_book(path)
        opened = self._opened(returned.written)
        plan = plan_return(returned, opened.roster, opened.directory)
        if plan.edit is None:
            return Returning(plan, opened.period, 0)
        before = set(opened.judge.hard(opened.roster))
        after = opened.judge.hard(apply(opened.roster, plan.edit))
        return Returning(plan, opened.period, sum(violation not in before for violation in after))

    def take_back(self, returning: Returning) -> EditRecord:
        """Take all changes as one step that can be undone; raises StaleEdit where a colleague was faster since."""
        if returning.plan.edit is None:
            raise DomainError(ErrorCode.NOTHING_TO_CHANGE)
        return Rostering(self.desk).apply_edit(returning.plan.period_id, returning.plan.edit)

    def _opened(self, written: Written) -> OpenRoster:
        with self.desk.database.reading() as work:
            try:
                period = work.rosters.get_period(written.period_id)
            except DomainError as unknown:
                raise DomainError(ErrorCode.UNKNOWN_PERIOD, first=written.first) from unknown
        if period.state is PeriodState.ARCHIVED:
            raise DomainError(ErrorCode.PERIOD_CLOSED)
        return Rostering(self.desk).open(period.id)

    def _book_order(self, work: UnitOfWork, period_id: PeriodId) -> "BookOrder":
        from roster_app.exchange.book_order import BookOrder

        roster = work.rosters.load(period_id)
        directory = work.directory(roster.period.team_id)
        edition = edition_shown(roster, work.rosters.editions(period_id))
        at = self.desk.minute()
        head = roster_title(directory, roster.period), roster_subtitle(roster.period, edition, at)
        return BookOrder(roster, directory, *head, at, weekday)


def _calendar_order(work: UnitOfWork, period_id: PeriodId) -> "CalendarOrder":
    from roster_app.exchange.duty_calendars import CalendarOrder

    roster = work.rosters.load(period_id)
    directory = work.directory(roster.period.team_id)
    return CalendarOrder(roster, directory, work.rosters.editions(period_id), work.rosters.steps(period_id))
