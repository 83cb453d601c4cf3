"""个人值班单: a strip of paper for each volunteer with all their duties of some days, several strips a page."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.names import name_key
from roster_app.domain.roster import Duty, Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import minute_of
from roster_app.i18n import _
from roster_app.printing.dates import clock_words, period_words, short_day_words, weekday_words
from roster_app.printing.fitting import Name
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Furniture, Imprint, furniture, holiday_footnotes, office_of, signs
from roster_app.printing.names import printed_names
from roster_app.printing.notices import Notice, missing_characters
from roster_app.printing.paper import MM, Paper
from roster_app.printing.selection import chosen_checkpoints, printed_days
from roster_app.printing.vevent import event

PAGE = Paper.A4.portrait
MARGIN = 10 * MM
HEAD, ROW, FOOT = 8 * MM, 23 * MM, 2.5 * MM
"""Heights on a strip: its head, a row of duties, the small print below them."""
ACROSS = 4
"""Duties beside each other."""
BODY = PAGE.height - 2 * MARGIN - 7 * MM
"""What a page has room for above its last line."""
MOST_ROWS = int((BODY - HEAD - FOOT) / ROW)


@dataclass(frozen=True, slots=True)
class SlipRequest:
    """The days (both included) and checkpoints whose duties are told; no checkpoints means all of them."""

    first: date
    last: date
    checkpoint_ids: tuple[CheckpointId, ...] = ()


@dataclass(frozen=True, slots=True)
class SlipDuty:
    """One duty in words, and as the event its symbol holds; the day is the one on which it begins."""

    day: str
    clock: str
    place: str
    post: str
    grey: bool
    event: str


@dataclass(frozen=True, slots=True)
class Slip:
    """One strip; `count` is that of all duties, `continued` where the first of them are on the strip before."""

    name: Name
    words: Furniture
    count: int
    duties: tuple[SlipDuty, ...]
    continued: bool = False

    @property
    def height(self) -> float:
        """In points."""
        return HEAD + ROW * -(-len(self.duties) // ACROSS) + FOOT


@dataclass(frozen=True, slots=True)
class SlipPage:
    """One page, ready to be drawn; without slips where nobody stands."""

    words: Furniture
    slips: tuple[Slip, ...]
    notices: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class _Printing:
    """One order: everything all its pages are made from."""

    roster: Roster
    directory: Directory
    request: SlipRequest
    imprint: Imprint
    type_case: TypeCase


def paginate(
    roster: Roster, directory: Directory, request: SlipRequest, imprint: Imprint, type_case: TypeCase
) -> tuple[SlipPage, ...]:
    """Every page of the request, the volunteers in order of their pinyin; one that says so if nobody stands."""
    printing = _Printing(roster, directory, request, imprint, type_case)
    places = chosen_checkpoints(directory, request.checkpoint_ids)
    slips = [part for slip in _slips(printing, places) for part in _parts(slip)]
    pages = pack(slips)
    notices = tuple(_notices(printing, slips))
    return tuple(
        SlipPage(_words(printing, places, (number, len(pages))), page, notices)
        for number, page in enumerate(pages, start=1)
    )


def pack(slips: Sequence[Slip], room: float = BODY) -> tuple[tuple[Slip, ...], ...]:
    """The strips of each page, in their order."""
    pages: list[list[Slip]] = [[]]
    for slip in slips:
        if pages[-1] and sum(s.height for s in pages[-1]) + slip.height > room:
            pages.append([])
        pages[-1].append(slip)
    return tuple(tuple(page) for page in pages)


def _parts(slip: Slip) -> Iterator[Slip]:
    """The strip, or where no page could hold it, its duties in portions."""
    most = MOST_ROWS * ACROSS
    for start in range(0, len(slip.duties), most):
        yield replace(slip, duties=slip.duties[start : start + most], continued=start > 0)


def _slips(printing: _Printing, places: Sequence[CheckpointId]) -> Iterator[Slip]:
    names = printed_names(printing.directory)
    people, held = printing.directory.volunteer, _held(printing, places)
    for volunteer_id in sorted(held, key=lambda v: (people[v].pinyin or name_key(people[v].name), v)):
        duties = held[volunteer_id]
        own = tuple(dict.fromkeys(printing.roster.plan.shift_of(duty.id).checkpoint_id for duty in duties))
        yield Slip(
            name=names[volunteer_id],
            words=replace(_words(printing, own, (1, 1)), lead=_days(printing.request)),
            count=len(duties),
            duties=tuple(_duty(printing, duty) for duty in duties),
        )


def _held(printing: _Printing, places: Sequence[CheckpointId]) -> Mapping[VolunteerId, list[Duty]]:
    """Everybody's duties of the days and places asked for, in order of time."""
    days, held = set(printed_days(printing.request.first, printing.request.last)), defaultdict(list)
    for duty in sorted(printing.roster.plan.duties, key=lambda d: (d.span, d.id)):
        shift, holder = printing.roster.plan.shift_of(duty.id), printing.roster.holder(duty.id)
        if holder is not None and shift.day in days and shift.checkpoint_id in places:
            held[holder].append(duty)
    return held


def _duty(printing: _Printing, duty: Duty) -> SlipDuty:
    directory, shift = printing.directory, printing.roster.plan.shift_of(duty.id)
    day = duty.span.start.date()
    kind, post = directory.shift_type[shift.shift_type_id].name, directory.post[duty.post_id].name
    place = directory.checkpoint[shift.checkpoint_id].name
    return SlipDuty(
        day=_("{weekday} {day}").format(day=short_day_words(day), weekday=weekday_words(day)),
        clock=clock_words(minute_of(duty.span.start, day), minute_of(duty.span.end, day)),
        place=place,
        post=_("{shift} · {post}").format(shift=kind, post=post),
        grey=not directory.days.day(day).type.is_work,
        event=event(_("Duty: {shift} {post}").format(shift=kind, post=post), place, duty.span),
    )


def _words(printing: _Printing, places: Sequence[CheckpointId], page: tuple[int, int]) -> Furniture:
    directory, request = printing.directory, printing.request
    return furniture(
        directory,
        printing.imprint,
        places,
        title=_("{office} personal duties").format(office=office_of(directory)),
        lead=period_words(request.first, request.last),
        rules=tuple(notice.words() for notice in holiday_footnotes(directory, request.first, request.last)),
        page=page,
    )


def _days(request: SlipRequest) -> str:
    """4月6日至4月12日; the weekday stands with each duty, the year in the small print."""
    first, last = short_day_words(request.first), short_day_words(request.last)
    return first if request.first == request.last else _("{first} to {last}").format(first=first, last=last)


def _notices(printing: _Printing, slips: Sequence[Slip]) -> Iterator[Notice]:
    yield from holiday_footnotes(printing.directory, printing.request.first, printing.request.last)
    people = [str(slip.name) for slip in slips]
    labels = [text for slip in slips for duty in slip.duties for text in (duty.place, duty.post)]
    yield from missing_characters((*signs(printing.directory, printing.imprint), *people, *labels), printing.type_case)
