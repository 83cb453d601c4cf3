"""Use cases about paper: rosters for a week and a month, daily sheets and records, change sheets, slips, as PDF."""

import os
import re
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from roster_app.domain.editions import check_codes, newest
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import CheckpointId, PeriodId
from roster_app.domain.privacy import Privacy
from roster_app.domain.privacy import Profile as Profile
from roster_app.domain.roster import Edition, Roster
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.printing.list_columns import ListColumn as ListColumn
from roster_app.services.desk import Desk

if TYPE_CHECKING:
    from roster_app.printing.furniture import Imprint
    from roster_app.printing.notices import Notice
    from roster_app.printing.preview import Picture


class SheetKind(StrEnum):
    """一周值班表 (on the wall) / 每日值班签到表 / 变更单 (beside what hangs on the wall) / 月值班表 (by day) /
    人员值班表 (by person) / 值班一览表 (the list form of offices) / 个人值班单 (a strip for each volunteer) /
    交接班记录 (filled in from shift to shift) / 内部通讯录 (with full mobile numbers, never posted)."""

    WALL = "wall"
    DUTY = "duty"
    CHANGE = "change"
    MONTH = "month"
    PEOPLE = "people"
    LIST = "list"
    SLIPS = "slips"
    HANDOVER = "handover"
    CONTACTS = "contacts"


class PaperSize(StrEnum):
    """Of wall and monthly rosters and lists; daily sheets, records and slips are always A4, change sheets A5."""

    A3 = "A3"
    A4 = "A4"


class Turned(StrEnum):
    """How the paper of a monthly roster or a list lies; AUTO: as it takes the fewest sheets, then the larger names."""

    AUTO = "auto"
    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


MONTHLY = frozenset({SheetKind.MONTH, SheetKind.PEOPLE, SheetKind.LIST})
"""The tables of a whole month, whose paper may lie either way."""
WHOLE_PERIOD = MONTHLY | {SheetKind.CHANGE, SheetKind.CONTACTS}
"""The sheets that show all days of a roster unless asked otherwise."""
WITH_PHONES = frozenset({SheetKind.DUTY, SheetKind.LIST, SheetKind.CONTACTS})
"""The sheets that hold numbers of people, in full on the internal copy."""


def usual_profile(kind: SheetKind) -> Profile:
    """For whose eyes a sheet is made unless something else is said."""
    return Profile.INTERNAL if kind is SheetKind.CONTACTS else Profile.POSTED


@dataclass(frozen=True, slots=True)
class SheetOrder:
    """What to print: days (both included) and checkpoints, none of them meaning all.

    `apart` gives each checkpoint wall sheets of its own; `profile` says what may be told of people, None meaning the
    usual of the kind: see `shown_as`.
    `columns` are those of a list after the date, none meaning the usual ones.
    `since` is the number of the edition a change sheet stands beside; see `compared_with` where it is left out.
    """

    kind: SheetKind
    first: date
    last: date
    checkpoint_ids: tuple[CheckpointId, ...] = ()
    paper: PaperSize = PaperSize.A3
    apart: bool = False
    profile: Profile | None = None
    duty_leader: str = ""
    made_by: str = ""
    reviewed_by: str = ""
    since: int | None = None
    turned: Turned = Turned.AUTO
    columns: tuple[ListColumn, ...] = ()

    @property
    def shown_as(self) -> Profile:
        """What may be told of people: as asked for, or as is usual."""
        return self.profile or usual_profile(self.kind)


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

    @property
    def draft(self) -> bool:
        """Of the roster, but of no edition of it."""
        return self.edition is None and self.kind is not SheetKind.CONTACTS


@dataclass(frozen=True, slots=True)
class Sheets:
    """Drawing takes a good part of a second and loads the fonts once: call it on a worker."""

    desk: Desk

    def picture(self, sheet: PrintedSheet, page: int, width: int) -> "Picture":
        """One page of a written file (counted from 0), so many pixels wide."""
        from roster_app.printing.preview import picture

        return picture(sheet.path, page, width)

    def print(self, period_id: PeriodId, order: SheetOrder, path: Path) -> PrintedSheet:
        """Write the sheets to `path`, whole or not at all.

        They carry the newest edition where these checkpoints still are as published, and 草稿 otherwise. Raises
        DomainError (FOLDER_NOT_WRITABLE) where the file cannot be written; for a change sheet NOT_PUBLISHED or
        UNKNOWN_EDITION where there is no edition it could stand beside.
        """
        with self.desk.database.reading() as work:
            roster = work.rosters.load(period_id)
            directory = work.directory(roster.period.team_id)
            editions = work.rosters.editions(period_id)
        privacy = Privacy(directory, order.shown_as)
        order = _as_shown(order, privacy)
        edition = edition_shown(roster, editions, order.checkpoint_ids)
        imprint = _imprint(order, edition, self.desk.minute())
        draw = _drawing(roster, privacy.shown, editions, order, imprint)
        drawn = _whole_or_not(path, draw)
        notices = (*_withheld_phones(privacy), *drawn.notices)
        number = edition.number if edition and order.kind is not SheetKind.CONTACTS else None
        return PrintedSheet(path, drawn.pages, drawn.full_phones, number, notices, drawn.unprintable, order.kind)


def file_name(order: SheetOrder, directory: Directory) -> str:
    """A name a folder can be searched by: 横三突击队 横岗卡口 签到表 2020-04-06至2020-04-12.pdf.

    The leader's copy says 内部 and a public notice 公示, so that neither lies there under the name of the posted one; a
    change sheet says of which edition it tells the changes.
    """
    places = [directory.checkpoint[c].name for c in order.checkpoint_ids if c in directory.checkpoint]
    kind = {
        SheetKind.WALL: _("duty roster {paper}").format(paper=order.paper.value),
        SheetKind.DUTY: _("sign-in sheets"),
        SheetKind.CHANGE: _("change sheet"),
        SheetKind.MONTH: _("monthly roster {paper}").format(paper=order.paper.value),
        SheetKind.PEOPLE: _("duties by person {paper}").format(paper=order.paper.value),
        SheetKind.LIST: _("duty list {paper}").format(paper=order.paper.value),
        SheetKind.SLIPS: _("personal slips"),
        SheetKind.HANDOVER: _("hand-over records"),
        SheetKind.CONTACTS: _("contact list"),
    }[order.kind]
    words = [
        directory.team.name,
        *places[:1],
        kind,
        *([_("to edition {number}").format(number=order.since)] if order.since is not None else []),
        *_profile_words(order.shown_as),
        _("{first} to {last}").format(first=order.first.isoformat(), last=order.last.isoformat()),
    ]
    return re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", " ".join(words)) + ".pdf"


def _profile_words(profile: Profile) -> list[str]:
    return {Profile.INTERNAL: [_("internal")], Profile.POSTED: [], Profile.PUBLIC: [_("public notice")]}[profile]


def edition_shown(
    roster: Roster, editions: Sequence[Edition], checkpoint_ids: Sequence[CheckpointId] = ()
) -> Edition | None:
    """The newest edition, if what hangs at these checkpoints (none: at all) is still as it was published."""
    latest = newest(editions)
    if latest is None:
        return None
    now = check_codes(roster)
    asked = set(checkpoint_ids) or set(now) | set(latest.check_codes)
    same = all(now.get(c) == latest.check_codes.get(c) for c in asked)
    return latest if same else None


def compared_with(editions: Sequence[Edition], shown: Edition | None, since: int | None = None) -> Edition:
    """The edition a change sheet stands beside: the one asked for; else the newest, where it no longer holds; else
    the one before it, or where there is none the newest itself.

    `shown` is what `edition_shown` says. Raises DomainError (NOT_PUBLISHED, UNKNOWN_EDITION).
    """
    latest = newest(editions)
    if latest is None:
        raise DomainError(ErrorCode.NOT_PUBLISHED)
    if since is not None:
        asked = next((e for e in editions if e.number == since), None)
        if asked is None:
            raise DomainError(ErrorCode.UNKNOWN_EDITION, number=since, newest=latest.number)
        return asked
    before = newest(editions, before=latest.number)
    return before if shown and before else latest


@dataclass(frozen=True, slots=True)
class _Drawn:
    pages: int
    full_phones: int
    notices: tuple[str, ...]
    unprintable: tuple[str, ...]


def _imprint(order: SheetOrder, edition: Edition | None, at: datetime) -> "Imprint":
    from roster_app.printing.furniture import Imprint

    internal = order.shown_as is Profile.INTERNAL
    return Imprint(at, edition, order.duty_leader, order.made_by, order.reviewed_by, internal=internal)


def _as_shown(order: SheetOrder, privacy: Privacy) -> SheetOrder:
    """The names that were typed, as the sheet may say them."""
    return replace(
        order,
        duty_leader=privacy.signature(order.duty_leader),
        made_by=privacy.signature(order.made_by),
        reviewed_by=privacy.signature(order.reviewed_by),
    )


def _withheld_phones(privacy: Privacy) -> tuple[str, ...]:
    """Of duty phones that are printed otherwise than they are written."""
    from roster_app.printing.notices import DutyPhoneWithheld

    masked = privacy.profile is Profile.POSTED
    return tuple(
        DutyPhoneWithheld(number, tuple(v.name for v in privacy.owners(number)), masked).words()
        for number in privacy.duty_phones_changed
    )


def _drawing(
    roster: Roster, directory: Directory, editions: Sequence[Edition], order: SheetOrder, imprint: "Imprint"
) -> Callable[[Path], _Drawn]:
    """How these sheets are drawn; refuses what cannot be, before anything is written."""
    if order.kind is SheetKind.CHANGE:
        since = compared_with(editions, imprint.edition, order.since)
        return lambda path: _draw_changes(roster, directory, order, since, imprint, path)
    kinds = {
        SheetKind.WALL: _draw_wall,
        SheetKind.DUTY: _draw_duty,
        SheetKind.SLIPS: _draw_slips,
        SheetKind.HANDOVER: _draw_hand_overs,
        SheetKind.CONTACTS: _draw_contacts,
    }
    draw = kinds.get(order.kind, _draw_table)
    return lambda path: draw(roster, directory, order, imprint, path)


def _draw_wall(roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", path: Path) -> _Drawn:
    from roster_app.printing.fonts import fonts
    from roster_app.printing.paper import Paper
    from roster_app.printing.wall_drawing import draw
    from roster_app.printing.wall_roster import WallRequest, paginate

    request = WallRequest(order.first, order.last, order.checkpoint_ids, Paper[order.paper.value], order.apart)
    pages = paginate(roster, directory, request, imprint, fonts())
    phones = draw(pages, path)
    return _Drawn(len(pages), phones, *_worded(notice for page in pages for notice in page.notices))


def _draw_duty(roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", path: Path) -> _Drawn:
    from roster_app.printing.duty_drawing import draw
    from roster_app.printing.duty_sheet import DutyRequest, paginate
    from roster_app.printing.fonts import fonts

    request = DutyRequest(order.first, order.last, order.checkpoint_ids)
    pages = paginate(roster, directory, request, imprint, fonts())
    phones = draw(pages, path)
    return _Drawn(len(pages), phones, *_worded(notice for page in pages for notice in page.notices))


def _draw_slips(roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", path: Path) -> _Drawn:
    from roster_app.printing.fonts import fonts
    from roster_app.printing.slip_drawing import draw
    from roster_app.printing.slips import SlipRequest, paginate

    request = SlipRequest(order.first, order.last, order.checkpoint_ids)
    pages = paginate(roster, directory, request, imprint, fonts())
    phones = draw(pages, path)
    return _Drawn(len(pages), phones, *_worded(notice for page in pages for notice in page.notices))


def _draw_hand_overs(roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", path: Path) -> _Drawn:
    from roster_app.printing.fonts import fonts
    from roster_app.printing.handover_drawing import draw
    from roster_app.printing.handover_sheet import HandOverRequest, paginate

    request = HandOverRequest(order.first, order.last, order.checkpoint_ids)
    pages = paginate(roster, directory, request, imprint, fonts())
    phones = draw(pages, path)
    return _Drawn(len(pages), phones, *_worded(notice for page in pages for notice in page.notices))


def _draw_table(roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", path: Path) -> _Drawn:
    from roster_app.printing import day_list, month_roster, people_roster
    from roster_app.printing.fonts import fonts
    from roster_app.printing.paper import Paper
    from roster_app.printing.selection import source
    from roster_app.printing.table_content import TableRequest
    from roster_app.printing.table_drawing import draw
    from roster_app.printing.table_sheet import paginate

    landscape = None if order.turned is Turned.AUTO else order.turned is Turned.LANDSCAPE
    request = TableRequest(
        order.first,
        order.last,
        order.checkpoint_ids,
        Paper[order.paper.value],
        landscape,
        order.shown_as is Profile.INTERNAL,
        order.columns,
        order.duty_leader,
    )
    printing = {SheetKind.MONTH: month_roster, SheetKind.PEOPLE: people_roster, SheetKind.LIST: day_list}[order.kind]
    parts = printing.parts(source(roster, directory), request)
    sheets = paginate(directory, parts, request, imprint, fonts())
    phones = draw(sheets, path)
    return _Drawn(len(sheets), phones, *_worded(notice for sheet in sheets for notice in sheet.notices))


def _draw_contacts(_roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", path: Path) -> _Drawn:
    from roster_app.printing.contact_list import sheets
    from roster_app.printing.fonts import fonts
    from roster_app.printing.table_content import TableRequest
    from roster_app.printing.table_drawing import draw

    pages = sheets(directory, TableRequest(order.first, order.last), imprint, fonts())
    phones = draw(pages, path)
    return _Drawn(len(pages), phones, *_worded(notice for page in pages for notice in page.notices))


def _draw_changes(
    roster: Roster, directory: Directory, order: SheetOrder, since: Edition, imprint: "Imprint", path: Path
) -> _Drawn:
    from roster_app.domain.differences import differences
    from roster_app.printing.change_drawing import draw
    from roster_app.printing.change_sheet import ChangeRequest, paginate
    from roster_app.printing.fonts import fonts

    found = differences(since, imprint.edition or roster)
    request = ChangeRequest(order.first, order.last, since, found, order.checkpoint_ids)
    pages = paginate(directory, request, imprint, fonts())
    phones = draw(pages, path)
    return _Drawn(len(pages), phones, *_worded(notice for page in pages for notice in page.notices))


def _worded(notices: "Iterable[Notice]") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Each sentence once, in order; and those about characters the type lacks."""
    from roster_app.printing.notices import MissingCharacter

    once = tuple(dict.fromkeys(notices))
    return tuple(n.words() for n in once), tuple(n.words() for n in once if isinstance(n, MissingCharacter))


def _whole_or_not(path: Path, draw: Callable[[Path], _Drawn]) -> _Drawn:
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
