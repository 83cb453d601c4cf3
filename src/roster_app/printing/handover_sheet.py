"""The hand-over record of a checkpoint: which hand-overs stand on which page, and how tall their lines are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.i18n import _
from roster_app.printing.dates import full_day_words
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Furniture, Imprint, furniture, holiday_footnotes, office_of, signs
from roster_app.printing.handover_content import HandOver, Watch, hand_overs, watches
from roster_app.printing.notices import MissingCharacter, Notice, missing_characters
from roster_app.printing.occasions import day_type_words
from roster_app.printing.paper import MM, Paper
from roster_app.printing.selection import Source, chosen_checkpoints, printed_days, source

PAGE = Paper.A4.portrait
MARGIN = 10 * MM
BODY_TOP = MARGIN + 22 * MM
BODY_BOTTOM = PAGE.height - MARGIN - 26 * MM
BODY = BODY_BOTTOM - BODY_TOP

BAR, NAME_ROW, SIGNED, APART = 7 * MM, 6.5 * MM, 9 * MM, 2.5 * MM
"""Heights: of a hand-over's head, of a row of names, of the signatures, and between two hand-overs."""
LINES, REMARKS = 6, 1.5
"""Lines of open items and supplies with their head, and the room for anomalies in such lines."""
TALL, LOWEST = 12 * MM, 6 * MM
"""Heights of a line to write on."""
PAIR, ACROSS = 2, 3
"""Names beside each other in each watch: of two people, and of more as long as there are not very many."""
BLANK = 3
"""Hand-overs to fill in where the roster has none."""

_STEP = 0.1 * MM
_MOST_NAME_ROWS = int((BODY - BAR - SIGNED - (LINES + REMARKS) * LOWEST) / NAME_ROW)


@dataclass(frozen=True, slots=True)
class HandOverRequest:
    """The days (both included) and checkpoints to print, each day of each checkpoint on sheets of its own.

    No checkpoints means all of them.
    """

    first: date
    last: date
    checkpoint_ids: tuple[CheckpointId, ...] = ()


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

    A hand-over is never parted.
    """
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
    _across, rows = name_grid(handover.most_people)
    return BAR + rows * NAME_ROW + (LINES + REMARKS) * line + SIGNED


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
    line, pages = arrange(hand_overs(every, day) or (HandOver(),) * BLANK)
    kind = day_type_words(directory.days.day(day))
    for number, own in enumerate(pages, start=1):
        yield HandOverPage(
            words=_words(printing, checkpoint_id, day, (number, len(pages))),
            day=_("{day} · {kind}").format(day=full_day_words(day), kind=kind),
            hand_overs=own,
            line=line,
            token=printing.imprint.token((checkpoint_id,), day),
            notices=(*holiday_footnotes(directory, day, day), *_missing(printing, checkpoint_id, own)),
        )


def _missing(printing: _Printing, checkpoint_id: CheckpointId, own: Sequence[HandOver]) -> Iterator[MissingCharacter]:
    directory = printing.source.directory
    shown = [watch for handover in own for watch in (handover.outgoing, handover.incoming) if watch]
    labels = [directory.checkpoint[checkpoint_id].name, *(watch.name for watch in shown)]
    people = [str(entry.name) for watch in shown for entry in watch.entries if entry.name]
    return missing_characters((*signs(directory, printing.imprint), *labels, *people), printing.type_case)


def _words(printing: _Printing, checkpoint_id: CheckpointId, day: date, page: tuple[int, int]) -> Furniture:
    directory = printing.source.directory
    title = _("{office} ({place}) hand-over record").format(
        office=office_of(directory), place=directory.checkpoint[checkpoint_id].name
    )
    footnotes = tuple(notice.words() for notice in holiday_footnotes(directory, day, day))
    return furniture(
        directory,
        printing.imprint,
        (checkpoint_id,),
        title=_("{name} (continued)").format(name=title) if page[0] > 1 else title,
        lead=full_day_words(day),
        rules=(*sheet_rules(), *footnotes),
        page=page,
    )


def sheet_rules() -> tuple[str, ...]:
    """What stands at the foot of a hand-over record unless the team has rules of its own."""
    return (
        _("Say clearly what happened, what is open and what is to be done"),
        _("Copy open items that are not ticked off into the next record, with who sees to them"),
        _("Count the supplies together and leave only after your relief has signed"),
    )
