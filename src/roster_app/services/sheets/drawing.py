"""How each kind of sheet is drawn into a file; the makers of a kind are loaded when one is wanted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from roster_app.domain.calendar import DayType
from roster_app.domain.hand_over import NOTHING_NOTED, Log
from roster_app.domain.hours import HoursCount
from roster_app.domain.ids import CheckpointId
from roster_app.domain.places import DutyTag
from roster_app.domain.privacy import Profile
from roster_app.domain.roster import Edition, Roster
from roster_app.domain.sheet_kinds import SheetKind
from roster_app.domain.team import Directory
from roster_app.services.sheets.editions import compared_with
from roster_app.services.sheets.orders import SheetOrder, Turned
from roster_app.services.sheets.telling import columns_told

if TYPE_CHECKING:
    from roster_app.printing.counted import Counted
    from roster_app.printing.furniture import Imprint
    from roster_app.printing.notices import Notice


ToWriteIn: TypeAlias = Mapping[CheckpointId, tuple[str, ...]]
"""What is counted at the end of a duty, by checkpoint, as it is printed."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What stands on the pages; `unprintable` are the notices about characters the type lacks."""

    pages: int
    full_phones: int
    notices: tuple[str, ...]
    unprintable: tuple[str, ...]


def drawing(
    roster: Roster,
    directory: Directory,
    editions: Sequence[Edition],
    order: SheetOrder,
    imprint: "Imprint",
    log: Log = NOTHING_NOTED,
    counters: ToWriteIn | None = None,
) -> Callable[[Path], Drawn]:
    """How these sheets are drawn; refuses what cannot be, before anything is written."""
    counters = counters or {}
    if order.kind is SheetKind.CHANGE:
        since = compared_with(editions, imprint.edition, order.since)
        return lambda path: _draw_changes(roster, directory, order, since, imprint, path)
    if order.kind is SheetKind.HANDOVER:
        return lambda path: _draw_hand_overs(roster, directory, order, imprint, log, counters, path)
    if order.kind is SheetKind.DUTY:
        return lambda path: _draw_duty(roster, directory, order, imprint, counters, path)
    kinds = {
        SheetKind.WALL: _draw_wall,
        SheetKind.SLIPS: _draw_slips,
        SheetKind.CONTACTS: _draw_contacts,
    }
    draw = kinds.get(order.kind, _draw_table)
    return lambda path: draw(roster, directory, order, imprint, path)


def drawing_of_hours(
    count: HoursCount, directory: Directory, order: SheetOrder, imprint: "Imprint"
) -> Callable[[Path], Drawn]:
    """How the sheets of a count are drawn; refuses days that end before they begin."""
    from roster_app.printing.counted import Counted
    from roster_app.printing.names import printed_names
    from roster_app.printing.selection import printed_days

    printed_days(order.first, order.last)
    counted = Counted(count, directory, printed_names(directory))
    draw = {
        SheetKind.HOURS: _draw_statements,
        SheetKind.CERTIFICATE: _draw_certificates,
        SheetKind.STATISTICS: _draw_statistics,
    }[order.kind]
    return lambda path: draw(counted, imprint, path)


def _draw_statements(counted: "Counted", imprint: "Imprint", path: Path) -> Drawn:
    from roster_app.printing.fonts import fonts
    from roster_app.printing.hours_statement import sheets
    from roster_app.printing.table_drawing import draw

    pages = sheets(counted, imprint, fonts())
    return _drawn(pages, draw(pages, path))


def _draw_certificates(counted: "Counted", imprint: "Imprint", path: Path) -> Drawn:
    from roster_app.printing.certificate import paginate
    from roster_app.printing.certificate_drawing import draw
    from roster_app.printing.fonts import fonts

    pages = paginate(counted, imprint, fonts())
    return _drawn(pages, draw(pages, path))


def _draw_statistics(counted: "Counted", imprint: "Imprint", path: Path) -> Drawn:
    from roster_app.printing.category_names import day_type_name, tag_name
    from roster_app.printing.fonts import fonts
    from roster_app.printing.statistics_report import StatisticsWords, sheets
    from roster_app.printing.table_drawing import draw

    words = StatisticsWords({d: day_type_name(d) for d in DayType}, {t: tag_name(t) for t in DutyTag})
    pages = sheets(counted, words, imprint, fonts())
    return _drawn(pages, draw(pages, path))


def _draw_wall(roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", path: Path) -> Drawn:
    from roster_app.printing.fonts import fonts
    from roster_app.printing.paper import Paper
    from roster_app.printing.wall_drawing import draw
    from roster_app.printing.wall_roster import WallRequest, paginate

    paper, landscape = Paper[order.paper.value], _landscape(order)
    request = WallRequest(
        order.first, order.last, order.checkpoint_ids, paper, order.apart, landscape=landscape, lunar=order.lunar
    )
    pages = paginate(roster, directory, request, imprint, fonts())
    return _drawn(pages, draw(pages, path))


def _draw_duty(
    roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", counters: ToWriteIn, path: Path
) -> Drawn:
    from roster_app.printing.duty_drawing import draw
    from roster_app.printing.duty_sheet import DutyRequest, paginate
    from roster_app.printing.fonts import fonts

    with_phones = order.shown_as is not Profile.PUBLIC
    request = DutyRequest(order.first, order.last, order.checkpoint_ids, with_phones=with_phones, counters=counters)
    pages = paginate(roster, directory, request, imprint, fonts())
    return _drawn(pages, draw(pages, path))


def _draw_slips(roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", path: Path) -> Drawn:
    from roster_app.printing.fonts import fonts
    from roster_app.printing.slip_drawing import draw
    from roster_app.printing.slips import SlipRequest, paginate

    request = SlipRequest(order.first, order.last, order.checkpoint_ids)
    pages = paginate(roster, directory, request, imprint, fonts())
    return _drawn(pages, draw(pages, path))


def _draw_hand_overs(
    roster: Roster,
    directory: Directory,
    order: SheetOrder,
    imprint: "Imprint",
    log: Log,
    counters: ToWriteIn,
    path: Path,
) -> Drawn:
    from roster_app.printing.fonts import fonts
    from roster_app.printing.handover_drawing import draw
    from roster_app.printing.handover_sheet import HandOverRequest, paginate

    request = HandOverRequest(order.first, order.last, order.checkpoint_ids, log, counters)
    pages = paginate(roster, directory, request, imprint, fonts())
    return _drawn(pages, draw(pages, path))


def _draw_table(roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", path: Path) -> Drawn:
    from roster_app.printing import day_list, month_roster, people_roster
    from roster_app.printing.fonts import fonts
    from roster_app.printing.paper import Paper
    from roster_app.printing.selection import source
    from roster_app.printing.table_content import TableRequest
    from roster_app.printing.table_drawing import draw
    from roster_app.printing.table_sheet import paginate

    request = TableRequest(
        order.first,
        order.last,
        order.checkpoint_ids,
        Paper[order.paper.value],
        _landscape(order),
        order.shown_as is Profile.INTERNAL,
        columns_told(order),
        order.duty_leader,
        order.lunar,
    )
    printing = {SheetKind.MONTH: month_roster, SheetKind.PEOPLE: people_roster, SheetKind.LIST: day_list}[order.kind]
    parts = printing.parts(source(roster, directory), request)
    sheets = paginate(directory, parts, request, imprint, fonts())
    return _drawn(sheets, draw(sheets, path))


def _draw_contacts(_roster: Roster, directory: Directory, order: SheetOrder, imprint: "Imprint", path: Path) -> Drawn:
    from roster_app.printing.category_names import order_note
    from roster_app.printing.contact_list import Listed, sheets
    from roster_app.printing.fonts import fonts
    from roster_app.printing.table_content import TableRequest
    from roster_app.printing.table_drawing import draw
    from roster_app.services.people_order import order_key

    listed = Listed(order_key(order.in_order), order_note(order.in_order))
    pages = sheets(directory, TableRequest(order.first, order.last), imprint, fonts(), listed)
    return _drawn(pages, draw(pages, path))


def _draw_changes(
    roster: Roster, directory: Directory, order: SheetOrder, since: Edition, imprint: "Imprint", path: Path
) -> Drawn:
    from roster_app.domain.differences import differences
    from roster_app.printing.change_drawing import draw
    from roster_app.printing.change_sheet import ChangeRequest, paginate
    from roster_app.printing.fonts import fonts

    found = differences(since, imprint.edition or roster)
    request = ChangeRequest(order.first, order.last, since, found, order.checkpoint_ids)
    pages = paginate(directory, request, imprint, fonts())
    return _drawn(pages, draw(pages, path))


def _landscape(order: SheetOrder) -> bool | None:
    """Whether the paper lies; None where it is as it comes out better."""
    return None if order.turned is Turned.AUTO else order.turned is Turned.LANDSCAPE


class _Page(Protocol):
    @property
    def notices(self) -> "tuple[Notice, ...]": ...


def _drawn(pages: Sequence[_Page], full_phones: int) -> Drawn:
    """What has been drawn: each notice in words once, in order; and those about characters the type lacks."""
    from roster_app.printing.notices import MissingCharacter

    once = tuple(dict.fromkeys(notice for page in pages for notice in page.notices))
    unprintable = tuple(n.words() for n in once if isinstance(n, MissingCharacter))
    return Drawn(len(pages), full_phones, tuple(n.words() for n in once), unprintable)
