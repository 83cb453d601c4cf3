"""The hand-over record of a checkpoint: which hand-overs stand on which page, and how tall their lines are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from roster_app.domain.hand_over import MOST_KINDS, NOTHING_NOTED, Log
from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.printing.dates import full_day_words
from roster_app.printing.day_sheet import day_furniture
from roster_app.printing.fitting import LEADING, Ems
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Furniture, Imprint, holiday_footnotes, signs
from roster_app.printing.handover_content import HandOver, Watch, hand_overs, supplies, watches, with_log
from roster_app.printing.handover_log import ItemLine, SheetLog
from roster_app.printing.notices import MissingCharacter, Notice, missing_characters
from roster_app.printing.occasions import day_type_words
from roster_app.printing.paper import MM, Paper
from roster_app.printing.selection import Source, chosen_checkpoints, printed_days, source
from roster_app.printing.wrapping import wrap

PAGE = Paper.A4.portrait
MARGIN = 10 * MM
BODY_TOP = MARGIN + 22 * MM
BODY_BOTTOM = PAGE.height - MARGIN - 26 * MM
BODY = BODY_BOTTOM - BODY_TOP

BAR, NAME_ROW, SIGNED, APART = 7 * MM, 6.5 * MM, 9 * MM, 2.5 * MM
"""Heights: of a hand-over's head, of a row of names, of the signatures, and between two hand-overs."""
LINES, REMARKS = 6, 1.5
"""Lines of open items and supplies with their head, at the least, and the room for anomalies in such lines."""
TO_WRITE_ON = 2
"""Lines left free below the items that are carried over."""
TALL, LOWEST = 12 * MM, 6 * MM
"""Heights of a line to write on."""
PAIR, ACROSS = 2, 3
"""Names beside each other in each watch: of two people, and of more as long as there are not very many."""
COUNT_LINE, COUNTS_ACROSS = 6 * MM, 5
"""Height of a line to write counts on, and how many stand on it."""
BLANK = 3
"""Hand-overs to fill in where the roster has none."""

GAP = 1 * MM
"""Between a line and what is printed beside it."""
COLUMNS = tuple(MARGIN + wide * MM for wide in (0, 11, 88, 114, 140, 160, 175, 190))
"""Where the columns of open items (three) and supplies (four) begin, and where the last ends."""
SMALLEST = 8.0
"""Points: the size of items that take more than one line, and of long anomalies."""

_STEP = 0.1 * MM
_MOST_LINES = 1 + MOST_KINDS
"""Of the first part of a hand-over whose names take all the room they may."""
_MOST_NAME_ROWS = int((BODY - BAR - SIGNED - (_MOST_LINES + REMARKS) * LOWEST) / NAME_ROW)


@dataclass(frozen=True, slots=True)
class HandOverRequest:
    """The days (both included) and checkpoints to print, each day of each checkpoint on sheets of its own.

    No checkpoints means all of them. `log` is what the records carry, told as this copy may tell it.
    """

    first: date
    last: date
    checkpoint_ids: tuple[CheckpointId, ...] = ()
    log: Log = NOTHING_NOTED
    counters: Mapping[CheckpointId, tuple[str, ...]] = field(default_factory=dict)
    """What is counted at the end of a duty, by checkpoint."""


@dataclass(frozen=True, slots=True)
class HandOverPage:
    """One page, ready to be drawn; `line` is the height of a line in points, `token` is empty on a draft."""

    words: Furniture
    day: str
    hand_overs: tuple[HandOver, ...]
    line: float
    token: str
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Printing:
    """One order: everything all its pages are made from."""

    source: Source
    request: HandOverRequest
    imprint: Imprint
    type_case: TypeCase


def paginate(
    roster: Roster, directory: Directory, request: HandOverRequest, imprint: Imprint, type_case: TypeCase
) -> tuple[HandOverPage, ...]:
    """Every page of the request: day after day, within a day the checkpoints in the coordinator's order."""
    printing = _Printing(source(roster, directory), request, imprint, type_case)
    every = {c: watches(printing.source, c) for c in chosen_checkpoints(directory, request.checkpoint_ids)}
    days = printed_days(request.first, request.last)
    return tuple(page for day in days for c, own in every.items() for page in _pages(printing, c, day, own))


def arrange(day: Sequence[HandOver]) -> tuple[float, tuple[tuple[HandOver, ...], ...]]:
    """The height of a line and the hand-overs of each page: the fewest pages, then the tallest lines.

    A hand-over is parted only where no page holds all of it.
    """
    day = [part for handover in day for part in parted(handover)]
    fewest = len(_packed(day, LOWEST))
    height = TALL
    while height > LOWEST and (len(_packed(day, height)) > fewest or tallest(day, height) > BODY):
        height = max(height - _STEP, LOWEST)
    return height, _packed(day, height)


def tallest(day: Sequence[HandOver], line: float) -> float:
    """The height of the tallest of them, in points."""
    return max(height_of(handover, line) for handover in day)


def height_of(handover: HandOver, line: float) -> float:
    """What a hand-over takes of the page, in points."""
    return BAR + _names_height(handover) + lines_of(handover) * line + _tail_height(handover, line)


def lines_of(handover: HandOver) -> int:
    """Lines of open items and supplies with their head: all that is carried over, and some to write on."""
    items = sum(item.rows for item in handover.items)
    free = TO_WRITE_ON if items and handover.last else 0
    return 1 + max(LINES - 1, len(handover.supplies), items + free)


def remarks_of(handover: HandOver) -> float:
    """The room for anomalies, in lines."""
    return max(REMARKS, rows_of(handover.noted.anomalies, remarks_width(), _widest_ems))


def parted(handover: HandOver) -> Iterator[HandOver]:
    """The hand-over, or where no page could hold it, parts of it: the signatures come after the last item."""
    while height_of(handover, LOWEST) > BODY:
        head = replace(handover, items=(), last=False)
        room = int((BODY - BAR - _names_height(head)) / LOWEST) - 1
        taken = _fitting(handover.items, room)
        yield replace(head, items=handover.items[:taken])
        handover = replace(handover, items=handover.items[taken:], supplies=(), first=False)
    yield handover


def _fitting(items: Sequence[ItemLine], room: int) -> int:
    """How many of the items stand in so many lines."""
    for count, item in enumerate(items):
        room -= item.rows
        if room < 0:
            return count
    return len(items)


def rows_of(text: str, width: float, ems: Ems) -> int:
    """How many of the lowest lines a text needs in the smallest size."""
    lines = len(wrap(text, width, SMALLEST, ems))
    return max(1, -int(-(lines * SMALLEST * LEADING + GAP) // LOWEST))


def remarks_width() -> float:
    """The room beside the label of the anomalies, in points."""
    return COLUMNS[-1] - COLUMNS[1] - 16 * MM - 4 * GAP


def _widest_ems(text: str) -> float:
    """At least as wide as any text of these characters is set: what is measured by it never lacks room."""
    return float(len(text))


def _names_height(handover: HandOver) -> float:
    return name_grid(handover.most_people)[1] * NAME_ROW if handover.first else 0.0


def _tail_height(handover: HandOver, line: float) -> float:
    return remarks_of(handover) * line + counts_height(handover) + SIGNED if handover.last else 0.0


def counts_height(handover: HandOver) -> float:
    """The lines to write counts on, in points; nothing where nothing is counted."""
    return -(-len(handover.counters) // COUNTS_ACROSS) * COUNT_LINE


def name_grid(people: int) -> tuple[int, int]:
    """Columns and rows for so many names in each watch: no more rows than one page can hold."""
    across = PAIR if 0 < people <= PAIR else max(ACROSS, -(-people // _MOST_NAME_ROWS))
    return across, max(1, -(-people // across))


def _packed(day: Sequence[HandOver], line: float) -> tuple[tuple[HandOver, ...], ...]:
    pages: list[list[HandOver]] = [[]]
    for handover in day:
        taken = sum(height_of(other, line) + APART for other in pages[-1])
        if pages[-1] and taken + height_of(handover, line) > BODY:
            pages.append([])
        pages[-1].append(handover)
    return tuple(tuple(page) for page in pages)


def _pages(
    printing: _Printing, checkpoint_id: CheckpointId, day: date, every: Sequence[Watch]
) -> Iterator[HandOverPage]:
    directory = printing.source.directory
    log = SheetLog(printing.request.log, checkpoint_id, supplies(), partial(_item_rows, printing.type_case))
    counters = printing.request.counters.get(checkpoint_id, ())
    noted = with_log(hand_overs(every, day) or (HandOver(),) * BLANK, log)
    line, pages = arrange([replace(handover, counters=counters) for handover in noted])
    kind = day_type_words(directory.days.day(day))
    for number, own in enumerate(pages, start=1):
        yield HandOverPage(
            words=day_furniture(
                directory,
                printing.imprint,
                checkpoint_id,
                day,
                title=_("{office} ({place}) hand-over record"),
                kind=_("Hand-over record"),
                rules=sheet_rules(),
                page=(number, len(pages)),
            ),
            day=_("{day} · {kind}").format(day=full_day_words(day), kind=kind),
            hand_overs=own,
            line=line,
            token=printing.imprint.token((checkpoint_id,), day),
            notices=(*holiday_footnotes(directory, day, day), *_missing(printing, checkpoint_id, own)),
        )


def _item_rows(type_case: TypeCase, words: str, owner: str) -> int:
    """The lines an item takes: of its words and its owner, whichever is longer."""
    rooms = ((words, COLUMNS[2] - COLUMNS[1]), (owner, COLUMNS[3] - COLUMNS[2]))
    return max(rows_of(text, room - 2 * GAP, type_case.ems) for text, room in rooms)


def _missing(printing: _Printing, checkpoint_id: CheckpointId, own: Sequence[HandOver]) -> Iterator[MissingCharacter]:
    directory = printing.source.directory
    shown = [watch for handover in own for watch in (handover.outgoing, handover.incoming) if watch]
    labels = [directory.checkpoint[checkpoint_id].name, *(watch.name for watch in shown)]
    people = [str(entry.name) for watch in shown for entry in watch.entries if entry.name]
    noted = [text for handover in own for text in _noted_texts(handover)]
    return missing_characters((*signs(directory, printing.imprint), *labels, *people, *noted), printing.type_case)


def _noted_texts(handover: HandOver) -> Iterator[str]:
    """What was typed into the log."""
    for item in handover.items:
        yield from (item.words, item.owner)
    yield from (supply.words for supply in handover.supplies)
    yield from handover.counters
    yield from (handover.noted.anomalies, handover.noted.outgoing[0], handover.noted.incoming[0])


def sheet_rules() -> tuple[str, ...]:
    """What stands at the foot of a hand-over record: how to fill it in, whatever rules of duty the team has."""
    return (
        _("Say clearly what happened, what is open and what is to be done"),
        _("Copy open items that are not ticked off into the next record, with who sees to them"),
        _("Count the supplies together and leave only after your relief has signed"),
    )
