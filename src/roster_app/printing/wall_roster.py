"""The weekly wall roster: which names of which checkpoints stand on which sheet, in type as large as it allows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.printing.dates import period_words
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Furniture, Imprint, duty_rules, furniture, holiday_footnotes, signs
from roster_app.printing.notices import READABLE_ON_A_WALL, Notice, SmallType, missing_characters
from roster_app.printing.occasions import DayHead, day_head
from roster_app.printing.paper import Paper
from roster_app.printing.selection import Entry, Source, chosen_checkpoints, printed_days, source
from roster_app.printing.titles import Heading, office_of
from roster_app.printing.wall_content import CheckpointBlock, SeatLine, ShiftRows, blocks, weeks
from roster_app.printing.wall_layout import Layout, lay_out
from roster_app.printing.wall_measures import WallMeasures, measure
from roster_app.printing.wall_packing import Sheet, named

BLANK_SHIFTS = 3
BLANK_SEATS = 2


@dataclass(frozen=True, slots=True)
class WallRequest:
    """The days (both included, parted at Mondays) and checkpoints to print; no checkpoints means all of them.

    `apart` gives each checkpoint sheets of its own; `spread_names` sets 张三 as 张　三; `landscape` None means as the
    names can be set largest on the fewest sheets; `lunar` adds 三月十四 to a day.
    """

    first: date
    last: date
    checkpoint_ids: tuple[CheckpointId, ...] = ()
    paper: Paper = Paper.A3
    apart: bool = False
    spread_names: bool = False
    landscape: bool | None = None
    lunar: bool = False


@dataclass(frozen=True, slots=True)
class WallPage:
    """One sheet, ready to be drawn; `notices` are what the coordinator should know before it is printed.

    `token` is what its symbol says, empty on a draft.
    """

    measures: WallMeasures
    words: Furniture
    days: tuple[DayHead, ...]
    sheet: Sheet
    size: float
    notices: tuple[Notice, ...]
    token: str


def paginate(
    roster: Roster, directory: Directory, request: WallRequest, imprint: Imprint, type_case: TypeCase
) -> tuple[WallPage, ...]:
    """Every sheet of the request: weeks in order, within a week the checkpoints in the coordinator's order."""
    parts, layout = _laid_out(source(roster, directory, spread_short=request.spread_names), request, type_case)
    sheets = [(part, sheet) for part, sheets in zip(parts, layout.sheets, strict=True) for sheet in sheets]
    return tuple(
        WallPage(
            measures=part.measures,
            words=_words(directory, imprint, part, sheet, (number, len(sheets))),
            days=tuple(day_head(directory, day, lunar=request.lunar) for day in part.days),
            sheet=sheet,
            size=layout.size,
            notices=tuple(_notices(directory, imprint, part.days, sheet, type_case)),
            token=imprint.token(tuple(block.checkpoint_id for block in sheet), part.days[0]),
        )
        for number, (part, sheet) in enumerate(sheets, start=1)
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """What begins on a new sheet: one week of the checkpoints that share sheets."""

    measures: WallMeasures
    days: tuple[date, ...]
    blocks: tuple[CheckpointBlock, ...]
    place: str


def _laid_out(source: Source, request: WallRequest, type_case: TypeCase) -> tuple[tuple[_Part, ...], Layout]:
    """Lying or upright as is asked for, else as it comes out better; lying where both do equally well."""
    ways = (True, False) if request.landscape is None else (request.landscape,)
    found = []
    for landscape in ways:
        parts = tuple(_parts(source, request, type_case, landscape=landscape))
        found.append((parts, lay_out([(part.measures, part.blocks) for part in parts], type_case)))
    return min(found, key=lambda made: made[1].cost)


def _parts(source: Source, request: WallRequest, type_case: TypeCase, *, landscape: bool) -> Iterator[_Part]:
    chosen = chosen_checkpoints(source.directory, request.checkpoint_ids)
    groups = [(checkpoint_id,) for checkpoint_id in chosen] if request.apart else [chosen]
    for days in weeks(printed_days(request.first, request.last)):
        for group in groups:
            place = source.directory.checkpoint[group[0]].name if len(group) == 1 else ""
            found = tuple(blocks(source, days, group))
            content = tuple(block for block in found if block.shifts)
            if not content:
                content = tuple(blank(block, len(days)) for block in found)
            measures = measure(request.paper, len(days), content, type_case, landscape=landscape)
            yield _Part(measures, days, content, place)


def blank(block: CheckpointBlock, day_count: int) -> CheckpointBlock:
    """Empty rows to fill in by hand, for a checkpoint without anything planned."""
    line = SeatLine("", False, ((Entry(),),) * day_count)
    return replace(block, shifts=(ShiftRows("", "", (line,) * BLANK_SEATS),) * BLANK_SHIFTS)


def _words(directory: Directory, imprint: Imprint, part: _Part, sheet: Sheet, page: tuple[int, int]) -> Furniture:
    first, last = part.days[0], part.days[-1]
    title = _("{office} ({place}) duty roster") if part.place else _("{office} duty roster")
    footnotes = tuple(notice.words() for notice in holiday_footnotes(directory, first, last))
    return furniture(
        directory,
        imprint,
        tuple(block.checkpoint_id for block in sheet),
        heading=Heading(title.format(office=office_of(directory), place=part.place), _("Duty roster"), part.place),
        lead=period_words(first, last),
        rules=(bold_leads(), *duty_rules(imprint), *footnotes),
        page=page,
    )


def bold_leads() -> str:
    """How to read a posted roster, whatever rules of duty the team has."""
    return _("Names in bold lead their shift")


def _notices(
    directory: Directory, imprint: Imprint, days: Sequence[date], sheet: Sheet, type_case: TypeCase
) -> Iterator[Notice]:
    yield from holiday_footnotes(directory, days[0], days[-1])
    names = dict(named(sheet))
    shifts = [shift for block in sheet for shift in block.shifts]
    labels = [block.name for block in sheet] + [shift.name for shift in shifts]
    posts = [seat.post for shift in shifts for seat in shift.seats]
    yield from missing_characters((*signs(directory, imprint), *labels, *posts, *map(str, names)), type_case)
    for name, setting in names.items():
        if setting.size < READABLE_ON_A_WALL:
            yield SmallType(str(name), setting.size)
