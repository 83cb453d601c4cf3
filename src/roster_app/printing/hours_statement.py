"""工时证明: for each volunteer a table of the duties held, with totals, 工作值班 and 志愿服务 apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from roster_app.domain.hours import HoursLine, grouped, of_kind, total
from roster_app.domain.ids import VolunteerId
from roster_app.domain.timespan import minute_of
from roster_app.i18n import _, pgettext
from roster_app.printing.counted import (
    Counted,
    count_notices,
    duties_words,
    hours_words,
    in_hours,
    length_words,
    method,
    with_state,
)
from roster_app.printing.dates import clock_words, short_day_words, weekday_words
from roster_app.printing.fitting import Name
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Imprint
from roster_app.printing.table_content import Cell, Column, Part, Row, TableRequest, words_cell
from roster_app.printing.table_sheet import TableSheet, paginate
from roster_app.printing.titles import Heading, office_of

_FEW = 5  # a stronger line after so many rows leads the eye
_LARGEST = 1.5  # size of what stands in the cells, of the small print: 12 points


def sheets(counted: Counted, imprint: Imprint, type_case: TypeCase) -> tuple[TableSheet, ...]:
    """Every page, the volunteers in order of their pinyin, each with page numbers of their own.

    Somebody asked for who stood nothing has an empty table; where nobody stood at all, one page says so.
    """
    return tuple(page for part in parts(counted) for page in _pages(counted, part, imprint, type_case))


def parts(counted: Counted) -> tuple[Part, ...]:
    """A table for each person."""
    by_person = grouped(counted.count.lines, lambda line: line.volunteer_id)
    people = counted.in_order(list(by_person.keys() | counted.count.asked.people))
    every = tuple(_part(counted, who, by_person.get(who, ())) for who in people)
    return every or (_part(counted, None, ()),)


def _pages(counted: Counted, part: Part, imprint: Imprint, type_case: TypeCase) -> Iterator[TableSheet]:
    request = TableRequest(part.first, part.last, landscape=False)
    for page in paginate(counted.directory, (part,), request, imprint, type_case):
        notices = (*count_notices(counted), *page.notices)
        yield replace(page, words=with_state(page.words, counted, imprint), token="", notices=notices)


def _part(counted: Counted, who: VolunteerId | None, lines: Sequence[HoursLine]) -> Part:
    title = _("{office} ({place}) statement of hours") if counted.place else _("{office} statement of hours")
    title = title.format(office=office_of(counted.directory), place=counted.place)
    return Part(
        Heading(title, _("Statement of hours"), counted.place),
        counted.count.asked.first,
        counted.last,
        tuple(counted.count.asked.checkpoint_ids),
        _columns(),
        (*_rows(counted, lines), *_totals(lines)),
        tuple(method(counted, pending=False)),
        for_duty=False,
        who=_who(counted, who) if who is not None else None,
        below=_("Seal of the organiser"),
        largest=_LARGEST,
    )


def _who(counted: Counted, who: VolunteerId) -> Name:
    """With the affiliation, which tells namesakes apart; how they are told apart otherwise stays with the name."""
    name, person = counted.name(who), counted.directory.volunteer.get(who)
    return name if name.mark or person is None or not person.affiliation else Name(name.text, f"({person.affiliation})")


def _columns() -> tuple[Column, ...]:
    return (
        Column(_("No."), label=True),
        Column(_("Date"), least=5),
        Column(_("Weekday"), least=4.5),
        Column(_("Checkpoint"), least=8),
        Column(_("Post"), least=6.5),
        Column(_("From–to"), least=6.5),
        Column(pgettext("hours", "Length"), least=5),
        Column(_("Of it at night"), least=5),
        Column(pgettext("hours", "Kind"), least=6),
    )


def _rows(counted: Counted, lines: Sequence[HoursLine]) -> Iterator[Row]:
    """A row for each line; parts of one duty share its number."""
    numbers: dict[object, int] = {}
    for place, line in enumerate(lines, start=1):
        known = line.duty in numbers
        number = numbers.setdefault(line.duty, len(numbers) + 1)
        cells = (words_cell("" if known else str(number)), *_cells(counted, line))
        yield Row(cells, begins=place > 1 and place % _FEW == 1, keep=place == len(lines))


def _cells(counted: Counted, line: HoursLine) -> Iterator[Cell]:
    directory, day = counted.directory, line.planned.start.date()
    place, post = directory.checkpoint.get(line.checkpoint_id), directory.post.get(line.post_id)
    yield words_cell(short_day_words(day))
    yield words_cell(weekday_words(day))
    yield words_cell(place.name if place else "")
    yield words_cell(post.name if post else _("a post removed since"))
    yield words_cell(clock_words(minute_of(line.planned.start, day), minute_of(line.planned.end, day)))
    yield words_cell(length_words(line.minutes))
    yield words_cell(length_words(line.night_minutes) if line.night_minutes else "—")
    yield words_cell(kind_words(office_duty=line.office_duty))


def _totals(lines: Sequence[HoursLine]) -> Iterator[Row]:
    """志愿服务, 工作值班 where there is both, and all of it."""
    kinds = [(office, tuple(of_kind(lines, office_duty=office))) for office in (False, True)]
    if all(own for _office, own in kinds):
        for office, own in kinds:
            yield _total(kind_words(office_duty=office), own, begins=not office)
    yield _total(pgettext("hours", "In all"), lines, last=True)


def _total(words: str, lines: Sequence[HoursLine], *, begins: bool = False, last: bool = False) -> Row:
    hours = total(lines)
    night = in_hours(hours.night_minutes) if hours.night_minutes else hours_words(0)
    texts = ("", "", "", words, duties_words(hours.duties), "", in_hours(hours.minutes), night, "")
    cells = tuple(words_cell(text, leads=last) for text in texts)
    return Row(cells, grey=last, begins=begins or last, keep=not last)


def kind_words(*, office_duty: bool) -> str:
    """工作值班 / 志愿服务."""
    return _("Office duty") if office_duty else _("Volunteering")
