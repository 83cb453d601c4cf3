"""The daily duty and sign-in sheet of a checkpoint: which rows stand on which page, and how tall they are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.printing.dates import full_day_words
from roster_app.printing.day_sheet import day_furniture
from roster_app.printing.duty_content import ShiftBlock, shift_blocks
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Furniture, Imprint, duty_rules, holiday_footnotes, signs
from roster_app.printing.notices import MissingCharacter, Notice, missing_characters
from roster_app.printing.occasions import day_type_words
from roster_app.printing.paper import MM, Paper
from roster_app.printing.selection import Source, chosen_checkpoints, printed_days, source

PAGE = Paper.A4.portrait
MARGIN = 10 * MM
HEAD = 8 * MM
"""Height of the table's head."""
HAND_OVER = 13 * MM
"""Height of the hand-over lines at the end of a shift."""
COUNT_LINE, COUNTS_ACROSS = 6 * MM, 5
"""Height of a line to write counts on, and how many stand on it."""
TALL, TOLERABLE, LOWEST = 15 * MM, 11 * MM, 9 * MM
"""Row heights: the wanted one, the lowest that keeps a day on one page, the lowest of all."""
BODY_TOP = MARGIN + 36 * MM
BODY_BOTTOM = PAGE.height - MARGIN - 34 * MM
BODY = BODY_BOTTOM - BODY_TOP

_STEP = 0.5 * MM


@dataclass(frozen=True, slots=True)
class DutyRequest:
    """The days (both included) and checkpoints to print, each day of each checkpoint on sheets of its own.

    No checkpoints means all of them. `spread_names` sets 张三 as 张　三. Without phones there is no word of them.
    """

    first: date
    last: date
    checkpoint_ids: tuple[CheckpointId, ...] = ()
    write_in_rows: int = 2
    spread_names: bool = False
    with_phones: bool = True
    counters: Mapping[CheckpointId, tuple[str, ...]] = field(default_factory=dict)
    """What is counted at the end of a duty, by checkpoint."""


@dataclass(frozen=True, slots=True)
class DutyPage:
    """One page, ready to be drawn; `token` is empty on a draft."""

    words: Furniture
    day: str
    day_type: str
    grey: bool
    leaders: tuple[tuple[str, str], ...]
    blocks: tuple[ShiftBlock, ...]
    write_in_rows: int
    row_height: float
    token: str
    notices: tuple[Notice, ...]
    with_phones: bool = True


@dataclass(frozen=True, slots=True)
class _Printing:
    """One order: everything all its pages are made from."""

    source: Source
    request: DutyRequest
    imprint: Imprint
    type_case: TypeCase


def paginate(
    roster: Roster, directory: Directory, request: DutyRequest, imprint: Imprint, type_case: TypeCase
) -> tuple[DutyPage, ...]:
    """Every page of the request: day after day, within a day the checkpoints in the coordinator's order."""
    printing = _Printing(source(roster, directory, spread_short=request.spread_names), request, imprint, type_case)
    chosen = chosen_checkpoints(directory, request.checkpoint_ids)
    days = printed_days(request.first, request.last)
    return tuple(page for day in days for checkpoint_id in chosen for page in _pages(printing, checkpoint_id, day))


def arrange(blocks: Sequence[ShiftBlock], write_in_rows: int) -> tuple[float, tuple[tuple[ShiftBlock, ...], ...]]:
    """The row height and the shifts of each page.

    A day stays on one page if rows of 11 mm allow it; a shift stays together if rows of 9 mm allow it. The write-in
    rows stand at the end of the last page.
    """
    height = TALL
    while height >= TOLERABLE:
        if _tall(blocks, height) + write_in_rows * height <= BODY:
            return height, (tuple(blocks),)
        height -= _STEP
    whole = [block for block in blocks if _tall((block,), LOWEST) <= BODY]
    height = TALL
    while any(_tall((block,), height) > BODY for block in whole):
        height = max(height - _STEP, LOWEST)
    return height, tuple(_packed(blocks, height, write_in_rows))


def _packed(blocks: Sequence[ShiftBlock], height: float, write_in_rows: int) -> Iterator[tuple[ShiftBlock, ...]]:
    page: list[ShiftBlock] = []
    for block in (part for whole in blocks for part in _parts(whole, height)):
        if page and _tall((*page, block), height) > BODY:
            yield tuple(page)
            page = []
        page.append(block)
    if _tall(page, height) + write_in_rows * height > BODY:
        yield tuple(page)
        page = []
    yield tuple(page)


def _parts(block: ShiftBlock, height: float) -> Iterator[ShiftBlock]:
    """The shift, or where no page could hold it, its rows in portions; the hand-over follows the last of them."""
    if _tall((block,), height) <= BODY:
        yield block
        return
    most = int((BODY - end_height(block)) / height)
    for start in range(0, len(block.rows), most):
        last = start + most >= len(block.rows)
        yield replace(block, rows=block.rows[start : start + most], continued=start > 0, hands_over=last)


def _tall(blocks: Sequence[ShiftBlock], height: float) -> float:
    return sum(len(block.rows) * height + end_height(block) * block.hands_over for block in blocks)


def end_height(block: ShiftBlock) -> float:
    """What stands at the end of a shift: its counts, if it has any, and its hand-over."""
    return HAND_OVER + -(-len(block.counters) // COUNTS_ACROSS) * COUNT_LINE


def _pages(printing: _Printing, checkpoint_id: CheckpointId, day: date) -> Iterator[DutyPage]:
    request, directory = printing.request, printing.source.directory
    content = shift_blocks(printing.source, checkpoint_id, day, request.counters.get(checkpoint_id, ()))
    write_ins = request.write_in_rows if content else int(BODY / TALL)
    row_height, pages = arrange(content, write_ins)
    kind = directory.days.day(day)
    for number, blocks in enumerate(pages, start=1):
        yield DutyPage(
            words=day_furniture(
                directory,
                printing.imprint,
                checkpoint_id,
                day,
                title=_("{office} ({place}) duty and sign-in sheet"),
                kind=_("Duty and sign-in sheet"),
                rules=(fill_in(), *duty_rules(printing.imprint)),
                page=(number, len(pages)),
            ),
            day=full_day_words(day),
            day_type=day_type_words(kind),
            grey=not kind.type.is_work,
            leaders=tuple(_leaders(content)),
            blocks=blocks,
            write_in_rows=write_ins if number == len(pages) else 0,
            row_height=row_height,
            token=printing.imprint.token((checkpoint_id,), day),
            notices=(*holiday_footnotes(directory, day, day), *_missing(printing, checkpoint_id, blocks)),
            with_phones=request.with_phones,
        )


def _missing(
    printing: _Printing, checkpoint_id: CheckpointId, blocks: Sequence[ShiftBlock]
) -> Iterator[MissingCharacter]:
    directory, rows = printing.source.directory, [row for block in blocks for row in block.rows]
    labels = [directory.checkpoint[checkpoint_id].name] + [
        text for block in blocks for text in (block.name, *block.counters)
    ]
    people = [text for row in rows for text in (row.post, str(row.name or ""), row.affiliation)]
    texts = (*signs(directory, printing.imprint), *labels, *people)
    return missing_characters(texts, printing.type_case)


def fill_in() -> str:
    """How to fill in a sign-in sheet, whatever rules of duty the team has."""
    return _("Write the actual times; who leaves and comes back signs again")


def _leaders(content: Sequence[ShiftBlock]) -> Iterator[tuple[str, str]]:
    """值班长 of each shift: who stands first on its leading post."""
    for block in content:
        leader = next((row for row in block.rows if row.leads), None)
        if leader:
            yield block.name, str(leader.name or "")
