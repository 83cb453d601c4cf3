"""The change sheet of a checkpoint, posted beside a laminated roster: which changes stand on which page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from roster_app.domain.differences import SeatDifference, by_checkpoint
from roster_app.domain.ids import CheckpointId
from roster_app.domain.roster import Edition
from roster_app.domain.team import Directory
from roster_app.i18n import _, ngettext
from roster_app.printing.change_content import ChangeDay, change_days
from roster_app.printing.change_layout import PlacedDay, PlacedRow, place
from roster_app.printing.dates import period_words
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Furniture, Imprint, furniture, holiday_footnotes, office_of, signs
from roster_app.printing.names import printed_names
from roster_app.printing.notices import Notice, missing_characters
from roster_app.printing.paper import MM, Paper
from roster_app.printing.selection import chosen_checkpoints, printed_days

PAGE = Paper.A5.portrait
MARGIN = 8 * MM
HEAD = 7.5 * MM
"""Height of the table's head."""
BODY_TOP = MARGIN + 31 * MM + HEAD
BODY_BOTTOM = PAGE.height - MARGIN - 30 * MM
BODY = BODY_BOTTOM - BODY_TOP


@dataclass(frozen=True, slots=True)
class ChangeRequest:
    """The differences from an edition that hangs, of days (both included) and checkpoints; none means all of them.

    Of several checkpoints only those with differences are printed.
    """

    first: date
    last: date
    since: Edition
    differences: tuple[SeatDifference, ...]
    checkpoint_ids: tuple[CheckpointId, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangePage:
    """One page, ready to be drawn; `token` is empty on a draft, `days` where nothing has changed."""

    words: Furniture
    count: str
    period: str
    days: tuple[PlacedDay, ...]
    token: str
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Printing:
    """One order: everything all its pages are made from."""

    directory: Directory
    request: ChangeRequest
    imprint: Imprint
    type_case: TypeCase


def paginate(
    directory: Directory, request: ChangeRequest, imprint: Imprint, type_case: TypeCase
) -> tuple[ChangePage, ...]:
    """Every page of the request, the checkpoints in the coordinator's order; one that says so if nothing differs."""
    printing = _Printing(directory, request, imprint, type_case)
    chosen = chosen_checkpoints(directory, request.checkpoint_ids)
    days = set(printed_days(request.first, request.last))
    found = by_checkpoint((d for d in request.differences if d.seat.day in days), directory)
    changed = [checkpoint_id for checkpoint_id in chosen if checkpoint_id in found]
    if not changed:
        return tuple(_pages(printing, chosen, ()))
    return tuple(page for c in changed for page in _pages(printing, (c,), found[c]))


def pack(days: Sequence[PlacedDay], room: float = BODY) -> tuple[tuple[PlacedDay, ...], ...]:
    """The days of each page; a day stays together if a page can hold it."""
    pages: list[list[PlacedDay]] = [[]]
    for day in (part for whole in days for part in _parts(whole, room)):
        if pages[-1] and sum(d.height for d in pages[-1]) + day.height > room:
            pages.append([])
        pages[-1].append(day)
    return tuple(tuple(page) for page in pages)


def _parts(day: PlacedDay, room: float) -> Iterator[PlacedDay]:
    """The day, or where no page could hold it, its rows in portions."""
    rows: list[PlacedRow] = []
    continued = False
    for row in day.rows:
        if rows and sum(r.height for r in rows) + row.height > room:
            yield replace(day, rows=tuple(rows), continued=continued)
            rows, continued = [], True
        rows.append(row)
    yield replace(day, rows=tuple(rows), continued=continued)


def _pages(
    printing: _Printing, checkpoints: tuple[CheckpointId, ...], differences: Sequence[SeatDifference]
) -> Iterator[ChangePage]:
    directory, request, type_case = printing.directory, printing.request, printing.type_case
    content = change_days(differences, directory, printed_names(directory))
    pages = pack([place(day, type_case) for day in content])
    for number, days in enumerate(pages, start=1):
        yield ChangePage(
            words=_words(printing, checkpoints, (number, len(pages))),
            count=_count(len(differences)),
            period=period_words(request.first, request.last),
            days=days,
            token=printing.imprint.token(checkpoints, request.first) if len(checkpoints) == 1 else "",
            notices=tuple(_notices(printing, checkpoints, content)),
        )


def _count(changes: int) -> str:
    return ngettext("{count} change", "{count} changes", changes).format(count=changes) if changes else ""


def _words(printing: _Printing, checkpoints: tuple[CheckpointId, ...], page: tuple[int, int]) -> Furniture:
    directory, imprint, since = printing.directory, printing.imprint, printing.request.since
    place = directory.checkpoint[checkpoints[0]].name if len(checkpoints) == 1 else ""
    title = _("{office} ({place}) change sheet") if place else _("{office} change sheet")
    title = title.format(office=office_of(directory), place=place)
    footnotes = holiday_footnotes(directory, printing.request.first, printing.request.last)
    return furniture(
        directory,
        imprint,
        checkpoints,
        title=_("{name} (continued)").format(name=title) if page[0] > 1 else title,
        lead=_lead(since, imprint.edition, checkpoints),
        rules=(*sheet_rules(since.number), *(notice.words() for notice in footnotes)),
        page=page,
    )


def _lead(since: Edition, now: Edition | None, checkpoints: Sequence[CheckpointId]) -> str:
    """对第2版（校验码 7K4M2P）的更改，改至第3版; the code tells which of the sheets on the wall is meant."""
    code = since.check_codes.get(checkpoints[0], "") if len(checkpoints) == 1 else ""
    named = _("edition {number} ({code})") if code else _("edition {number}")
    words = {"since": named.format(number=since.number, code=code)}
    if now is None:
        return _("Changes to {since}: draft").format(**words)
    if now.number == since.number:
        return _("Changes to {since}").format(**words)
    return _("Changes to {since}: now edition {now}").format(now=now.number, **words)


def sheet_rules(number: int) -> tuple[str, ...]:
    """What stands at the foot of a change sheet unless the team has rules of its own."""
    return (
        _("Post it beside the roster of edition {number}; whatever is not listed here is as it stands there").format(
            number=number
        ),
        _("Take it down when a new roster is posted"),
    )


def _notices(printing: _Printing, checkpoints: Sequence[CheckpointId], days: Iterable[ChangeDay]) -> Iterator[Notice]:
    directory, request = printing.directory, printing.request
    yield from holiday_footnotes(directory, request.first, request.last)
    rows = [row for day in days for row in day.rows]
    labels = [directory.checkpoint[c].name for c in checkpoints]
    labels += [text for row in rows for text in (row.shift, row.post)]
    people = [str(part.name) for row in rows for part in (*row.before, *row.after) if part.name]
    yield from missing_characters((*signs(directory, printing.imprint), *labels, *people), printing.type_case)
