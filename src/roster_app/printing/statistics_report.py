"""统计报表: 人数 / 人次 / 小时 of some days, summed by what duties have in common, and the load of each volunteer."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from roster_app.domain.calendar import DayType
from roster_app.domain.hours import HoursLine, grouped, of_kind, total
from roster_app.domain.ids import VolunteerId
from roster_app.domain.places import DutyTag
from roster_app.i18n import _, pgettext
from roster_app.printing.counted import Counted, count_notices, duties_words, hours_words, in_hours, method, with_state
from roster_app.printing.dates import date_words
from roster_app.printing.fonts import TypeCase
from roster_app.printing.furniture import Imprint
from roster_app.printing.selection import Entry
from roster_app.printing.table_content import Cell, Column, Part, Row, TableRequest, words_cell
from roster_app.printing.table_sheet import TableSheet, paginate
from roster_app.printing.titles import Heading, office_of

_FEW = 5  # a stronger line after so many rows leads the eye
_LARGEST = 1.4  # size of what stands in the cells, of the small print: 11 points

_Group = tuple[str, Sequence[HoursLine]]


@dataclass(frozen=True, slots=True)
class StatisticsWords:
    """What day types and duty tags are called."""

    day_types: Mapping[DayType, str]
    tags: Mapping[DutyTag, str]


def sheets(counted: Counted, words: StatisticsWords, imprint: Imprint, type_case: TypeCase) -> tuple[TableSheet, ...]:
    """Every page: all tables of sums below each other, then the load of each volunteer."""
    request = TableRequest(counted.count.asked.first, counted.last, landscape=False)
    notices, said = tuple(count_notices(counted)), sentence(counted)
    pages = paginate(counted.directory, parts(counted, words), request, imprint, type_case)
    return tuple(
        replace(
            page,
            words=replace(with_state(page.words, counted, imprint), lead=said),
            token="",
            notices=(*notices, *page.notices),
        )
        for page in pages
    )


def parts(counted: Counted, words: StatisticsWords) -> tuple[Part, ...]:
    """The sums; and where anybody stood, the load."""
    made = [_part(counted, _sum_columns(), _sum_rows(counted, words), _("Hours and duties"))]
    if counted.count.lines:
        made.append(_part(counted, _load_columns(), _load_rows(counted), _("Load of each volunteer")))
    return tuple(made)


def sentence(counted: Counted) -> str:
    """What a news release needs: 4月6日至12日共投入24人、126人次，服务1008小时."""
    hours = total(counted.count.lines)
    return _("From {first} to {last}: {people} people, {duties}, {hours} in all").format(
        first=date_words(counted.count.asked.first),
        last=date_words(counted.last),
        people=hours.people,
        duties=duties_words(hours.duties),
        hours=in_hours(hours.minutes),
    )


def _part(counted: Counted, columns: tuple[Column, ...], rows: Iterator[Row], table: str) -> Part:
    title = _("{office} ({place}) statistics of duty") if counted.place else _("{office} statistics of duty")
    title = title.format(office=office_of(counted.directory), place=counted.place)
    heading = Heading(
        _("{title}: {table}").format(title=title, table=table),
        _("Statistics of duty: {table}").format(table=table),
        counted.place,
    )
    return Part(
        heading,
        counted.count.asked.first,
        counted.last,
        tuple(counted.count.asked.checkpoint_ids),
        columns,
        tuple(rows),
        (*method(counted), *_about_groups(counted)),
        legend=(_("What was counted, and how:"),),
        for_duty=False,
        below="",
        largest=_LARGEST,
    )


def _about_groups(counted: Counted) -> Iterator[str]:
    yield _("Affiliations as they are now")
    if any(len(line.tags) > 1 for line in counted.count.lines):
        yield _("A post of several duty tags stands once, under all of them together")


# Sums


def _sum_columns() -> tuple[Column, ...]:
    return (
        Column("", least=10),
        Column(pgettext("hours", "People"), least=4),
        Column(pgettext("hours", "Duties"), least=4),
        *_hour_columns(),
        Column(_("Share"), least=4),
    )


def _hour_columns() -> tuple[Column, ...]:
    heads = (pgettext("hours", "In all"), _("Volunteering"), _("Office duty"), _("At night"))
    return tuple(Column(head, group=pgettext("hours", "Hours"), least=4.6) for head in heads)


def _sum_rows(counted: Counted, words: StatisticsWords) -> Iterator[Row]:
    """All of it, then each table under its name."""
    lines = counted.count.lines
    yield _sum_row(pgettext("hours", "In all"), lines, lines, leads=True)
    for name, groups in _tables(counted, words):
        if groups:
            head = words_cell(name, leads=True)
            yield Row((head, *((),) * (len(_sum_columns()) - 1)), grey=True, begins=True, keep=True)
            yield from (_sum_row(label, own, lines) for label, own in groups)


def _sum_row(label: str, own: Sequence[HoursLine], every: Sequence[HoursLine], *, leads: bool = False) -> Row:
    hours, minutes = total(own), sum(line.minutes for line in every)
    share = f"{100 * hours.minutes / minutes:.1f}%" if minutes else "—"
    figures = (str(hours.people), str(hours.duties), *_hour_figures(own), share)
    return Row(tuple(words_cell(text, leads=leads) for text in (label, *figures)))


def _hour_figures(own: Sequence[HoursLine]) -> Iterator[str]:
    hours = total(own)
    office = sum(line.minutes for line in of_kind(own, office_duty=True))
    yield from map(hours_words, (hours.minutes, hours.minutes - office, office, hours.night_minutes))


def _tables(counted: Counted, words: StatisticsWords) -> Iterator[tuple[str, Sequence[_Group]]]:
    """Each with its rows; areas and tags only where there is something to tell apart."""
    team, lines = counted.directory, counted.count.lines
    by_place = grouped(lines, lambda line: line.checkpoint_id)
    places = [(c.name, by_place[c.id]) for c in team.checkpoints_in_order if c.id in by_place]
    yield _("By checkpoint"), places
    if len({line.area_id for line in lines}) > 1:
        yield _("By area"), _largest(lines, lambda line: _area(counted, line))
    yield _("By post"), _largest(lines, lambda line: _post(counted, line))
    if any(line.tags for line in lines):
        yield _("By duty tag"), _largest(lines, lambda line: _tags(line, words))
    yield _("By affiliation"), _largest(lines, lambda line: line.affiliation or _("Not stated"))
    by_type = grouped(lines, lambda line: line.day_type)
    yield _("By day type"), [(words.day_types[kind], by_type[kind]) for kind in DayType if kind in by_type]


def _largest(lines: Sequence[HoursLine], key: Callable[[HoursLine], str]) -> Sequence[_Group]:
    """Most hours first."""
    return sorted(grouped(lines, key).items(), key=lambda group: (-total(group[1]).minutes, group[0]))


def _area(counted: Counted, line: HoursLine) -> str:
    area = counted.directory.area.get(line.area_id) if line.area_id is not None else None
    return area.name if area else _("Not stated")


def _post(counted: Counted, line: HoursLine) -> str:
    post = counted.directory.post.get(line.post_id)
    return post.name if post else _("a post removed since")


def _tags(line: HoursLine, words: StatisticsWords) -> str:
    return _(", ").join(words.tags[tag] for tag in DutyTag if tag in line.tags) or _("No duty tag")


# Load


def _load_columns() -> tuple[Column, ...]:
    return (
        Column(_("No."), label=True),
        Column(_("Name"), bold=True, least=6),
        Column(_("Affiliation"), least=8),
        Column(pgettext("hours", "Duties"), least=4),
        *_hour_columns(),
        Column(pgettext("hours", "Rest days"), group=pgettext("hours", "Hours"), least=4.6),
        Column(pgettext("hours", "Holidays"), group=pgettext("hours", "Hours"), least=4.6),
    )


def _load_rows(counted: Counted) -> Iterator[Row]:
    """Who stood most comes first."""
    by_person = grouped(counted.count.lines, lambda line: line.volunteer_id)
    people = sorted(counted.in_order(list(by_person)), key=lambda who: -total(by_person[who]).minutes)
    for number, who in enumerate(people, start=1):
        cells = _load_cells(counted, who, by_person[who])
        begins = number > 1 and number % _FEW == 1
        yield Row((words_cell(str(number)), *cells), begins=begins, keep=number == len(people))
    texts = (pgettext("hours", "In all"), "", *_load_figures(counted.count.lines))
    yield Row(((), *(words_cell(text, leads=True) for text in texts)), grey=True, begins=True)


def _load_cells(counted: Counted, who: VolunteerId, own: Sequence[HoursLine]) -> Iterator[Cell]:
    yield (Entry(counted.plain_name(who)),)
    yield words_cell(own[0].affiliation)
    yield from map(words_cell, _load_figures(own))


def _load_figures(own: Sequence[HoursLine]) -> Iterator[str]:
    yield str(total(own).duties)
    yield from _hour_figures(own)
    for kind in (DayType.REST_DAY, DayType.HOLIDAY):
        yield hours_words(sum(line.minutes for line in own if line.day_type is kind))
