"""Use cases about paper: a sheet of a stored roster is written as PDF, and its pages are looked at."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from roster_app.domain.counters import Counter, CounterBook
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.hand_over import NOTHING_NOTED
from roster_app.domain.hours import count_hours
from roster_app.domain.ids import CheckpointId, PeriodId
from roster_app.domain.people import Team
from roster_app.domain.posting_ledger import PostingLedger
from roster_app.domain.privacy import Privacy, Profile
from roster_app.domain.roster import Edition
from roster_app.domain.sheet_kinds import SheetKind
from roster_app.domain.stationery import Stationery
from roster_app.domain.team import Directory
from roster_app.domain.timespan import at
from roster_app.services.counter_words import counter_words
from roster_app.services.desk import Desk
from roster_app.services.sheets.counting import hours_asked, hours_records
from roster_app.services.sheets.drawing import Drawn, drawing, drawing_of_hours
from roster_app.services.sheets.editions import edition_shown
from roster_app.services.sheets.hanging import Hangable, edition_hanging, hangable
from roster_app.services.sheets.orders import COUNTED, SheetOrder
from roster_app.services.sheets.telling import log_as_told, order_as_told, withheld_phones

if TYPE_CHECKING:
    from roster_app.printing.furniture import Imprint
    from roster_app.printing.preview import Picture


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """What was written; `notices` are sentences the coordinator should read before the sheets are posted.

    `full_phones` counts the full mobile numbers on all its pages, the duty phone among them where it is one.
    `unprintable` are those of them about characters the type lacks. `draft` says whether its pages say 草稿: what is
    of no edition, as the list of contacts, is none.
    """

    path: Path
    pages: int
    full_phones: int
    edition: int | None
    notices: tuple[str, ...]
    unprintable: tuple[str, ...] = ()
    kind: SheetKind | None = None
    hangs: Hangable | None = None
    """How it may be entered in the posting ledger."""

    @property
    def draft(self) -> bool:
        """Of the roster, but of no edition of it."""
        return self.edition is None and self.kind is not SheetKind.CONTACTS


@dataclass(frozen=True, slots=True)
class Trial:
    """Stationery and team (of which the duty phone is printed) that are looked at before they are stored."""

    stationery: Stationery
    team: Team


@dataclass(frozen=True, slots=True)
class Sheets:
    """Drawing takes a good part of a second and loads the fonts once: call it on a worker."""

    desk: Desk

    def picture(self, sheet: PrintedSheet, page: int, width: int) -> "Picture":
        """One page of a written file (counted from 0), so many pixels wide."""
        from roster_app.printing.preview import picture

        return picture(sheet.path, page, width)

    def print(self, period_id: PeriodId, order: SheetOrder, path: Path, trial: Trial | None = None) -> PrintedSheet:
        """Write the sheets to `path`, whole or not at all; with a trial as they would look if it were stored.

        They carry the newest edition where these checkpoints still are as published, and 草稿 otherwise. Hours are
        counted from what was published last, also of other rosters that have days asked for. Raises
        DomainError (FOLDER_NOT_WRITABLE) where the file cannot be written; for a change sheet NOT_PUBLISHED or
        UNKNOWN_EDITION where there is no edition it could stand beside.
        """
        with self.desk.database.reading() as work:
            roster = work.rosters.load(period_id)
            directory = work.directory(roster.period.team_id)
            editions = work.rosters.editions(period_id)
            stationery = work.teams.stationery(roster.period.team_id)
            ledger, log = PostingLedger(), NOTHING_NOTED
            if order.kind is SheetKind.CHANGE:
                ledger = work.postings.all(roster.period.team_id)
            if order.kind is SheetKind.HANDOVER:
                log = work.hand_overs.log(roster.period.team_id, at(order.first, 0))
            counters = work.counters.counters(roster.period.team_id)
            records = hours_records(work, roster, editions, order) if order.kind in COUNTED else ()
        if trial is not None:
            stationery, directory = trial.stationery, replace(directory, team=trial.team)
        privacy = Privacy(directory, order.shown_as)
        order = order_as_told(order, privacy)
        edition = edition_shown(roster, editions, order.checkpoint_ids)
        if order.kind is SheetKind.CHANGE and order.since is None:
            order = replace(order, since=edition_hanging(ledger, period_id, order.checkpoint_ids, edition))
        imprint = _imprint(order, edition, self.desk.minute(), stationery.told(privacy.signature))
        hangs = hangable(order, edition, editions)
        if order.kind in COUNTED:
            count = count_hours(records, hours_asked(order, imprint.printed_at), privacy.shown)
            drawn, number = _whole_or_not(path, drawing_of_hours(count, privacy.shown, order, imprint)), count.edition
        else:
            shown = log_as_told(log, privacy)
            drawn = _whole_or_not(
                path, drawing(roster, privacy.shown, editions, order, imprint, shown, _asked(counters, directory))
            )
            number = edition.number if edition and order.kind is not SheetKind.CONTACTS else None
        notices = (*withheld_phones(order, privacy), *drawn.notices)
        return PrintedSheet(path, drawn.pages, drawn.full_phones, number, notices, drawn.unprintable, order.kind, hangs)


def _asked(counters: Sequence[Counter], directory: Directory) -> dict[CheckpointId, tuple[str, ...]]:
    """What is counted at each checkpoint, in words."""
    book = CounterBook(tuple(counters))
    posts = {place.id: {post.id for post in directory.posts_of.get(place.id, ())} for place in directory.checkpoints}
    return {place: tuple(map(counter_words, book.asked(place, own))) for place, own in posts.items()}


def _imprint(order: SheetOrder, edition: Edition | None, at: datetime, stationery: Stationery) -> "Imprint":
    from roster_app.printing.furniture import Imprint

    internal = order.shown_as is Profile.INTERNAL
    return Imprint(at, edition, order.duty_leader, order.made_by, order.reviewed_by, stationery, internal)


def _whole_or_not(path: Path, draw: Callable[[Path], Drawn]) -> Drawn:
    """Draw beside the place and move the file there when it is complete."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        drawn = draw(draft)
        draft.replace(path)
    except OSError as error:
        raise DomainError(ErrorCode.FOLDER_NOT_WRITABLE, path=path, reason=error.strerror or error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
    return drawn
