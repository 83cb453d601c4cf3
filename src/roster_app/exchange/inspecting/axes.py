"""Finding the days of a sheet: rows of days across the top, or a column of days down the side."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise

from roster_app.exchange.days.day_texts import DayText, day_of_text, day_or_none
from roster_app.exchange.days.hints import hints_in
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.headings import plain_heading
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.inspecting.spans import days_between
from roster_app.exchange.person_names import looks_like_a_name
from roster_app.exchange.phones import is_mobile
from roster_app.exchange.rows import is_foot
from roster_app.exchange.shift_words import is_shift_word, mark_of

_SAMPLE = 300
_WIDEST = 60
_MOST_HEADERS = 400
_LEAP_YEAR = 2020
_NO_ROSTER_DAYS = re.compile(
    "出生|生日|入队|入党|加入|入职|注册|登记|提交|填写|填表|创建|开始答题|答题|制表|更新|审核|birth|joined|timestamp|created|submit"
)
_DAY_HEADING = re.compile("日期|^日$|^号$|date|^day$|值班日|排班日|时间|days$|^天$")
_NUMBERING = re.compile("序号|编号|号码|^no$|^#$|^id$|序$|人数|次数|数量|电话|手机|phone|count")
_FEAST = re.compile("节$|假期?$|元旦|清明|除夕|初[一二三四五六]|十五|holiday|festival", re.IGNORECASE)
_LAST_OF_SEVERAL = re.compile("结束|截止|^至$|^到$|^止|end|^to$|until")


@dataclass(frozen=True)
class DayRow:
    """A row of days across the top: what each column says, and which rows belong to the header."""

    row: int
    days: Mapping[int, DayText]
    weekday_row: int | None = None
    month_row: int | None = None
    weekdays_only: bool = False
    weekday_header_far: int | None = None

    @property
    def header_rows(self) -> set[int]:
        """Every row of this header, from 0."""
        return {row for row in (self.row, self.weekday_row, self.month_row, self.weekday_header_far) if row is not None}


@dataclass(frozen=True)
class DayColumn:
    """A column of days down the side."""

    column: int
    days: Mapping[int, tuple[DayText, ...]]
    weekday_column: int | None = None
    last_column: int | None = None
    weekdays_only: bool = False
    left: int = 0
    right: int = 1 << 20
    """The columns beside it that are read with it: several lists may stand side by side."""

    @cached_property
    def first_row(self) -> int:
        """Where the days begin."""
        return min(self.days)


def day_rows(view: SheetView) -> list[DayRow]:
    """Every row of days, with the rows of weekdays and months that belong to it; in a long list there are none."""
    found = _plain_day_rows(view, view.filled[:_SAMPLE])
    if found and len(view.filled) > _SAMPLE:
        found = _plain_day_rows(view, view.filled)
    weekdays = _weekday_rows(view)
    if not found:
        kept = [row for row in weekdays if _heads_something(view, row)]
        return [DayRow(row, weekdays[row], weekdays_only=True) for row in kept]
    return [_completed(view, row, days, weekdays, set(found)) for row, days in sorted(found.items())]


def _plain_day_rows(view: SheetView, rows: Iterable[int]) -> dict[int, dict[int, DayText]]:
    found: dict[int, dict[int, DayText]] = {}
    for row in rows:
        days = _days_across(view, row)
        if days and not _part_of_a_column(view, row, days):
            found[row] = days
        if len(found) > _MOST_HEADERS:
            return {}
    return _without_doubles(found)


def _days_across(view: SheetView, row: int) -> dict[int, DayText]:
    """The days of a row, where they are enough and even enough to head columns."""
    said = {c: day for c in _columns_of(view, row) if (day := view.day(row, c)) and day.day is not None}
    if not said:
        return {}
    strong = {c: day for c, day in said.items() if not day.weak and len(day.rest) <= 40}
    texts = {c: text for c, text in view.cells(row).items() if c not in said}
    if any(is_mobile(text) for text in texts.values()):
        return {}
    runs = _evenly(list(said.values()))
    if len(strong) >= 2 and not any(_NO_ROSTER_DAYS.search(t) for t in strong_texts(view, row, strong)):
        return said if runs or len(strong) == len(said) else strong
    if len(strong) == 1 and len(said) == 1 and _names_beside(texts):
        return strong
    enough = 3 if _near_weekdays(view, row, said) or _month_told(view, row) else 5
    if len(said) >= enough and runs and len(said) * 2 >= len(texts):
        return said
    return {}


def strong_texts(view: SheetView, row: int, said: Mapping[int, DayText]) -> list[str]:
    """The texts of these cells."""
    return [view.text(row, column) for column in said]


def _names_beside(texts: Mapping[int, str]) -> bool:
    return any(re.search("姓名|名字|^name$|志愿者", plain_heading(text)) for text in texts.values())


def _columns_of(view: SheetView, row: int) -> list[int]:
    unfinished = [c for c in range(view.width) if (row, c) in view.grid.unfinished] if view.grid.unfinished else []
    return sorted(set(view.cells(row)) | set(unfinished))


def _evenly(days: list[DayText]) -> bool:
    """Whether most of the days follow each other by a day or a week, over the end of a month too."""
    steps = [_follows(a, b) for a, b in pairwise(days) if a.day is not None and b.day is not None]
    return bool(steps) and sum(steps) * 4 >= len(steps) * 3


def _follows(a: DayText, b: DayText) -> bool:
    if a.day is None or b.day is None:
        return False
    one, other = day_or_none(_LEAP_YEAR, a.month, a.day), day_or_none(_LEAP_YEAR, b.month, b.day)
    if one and other and not b.tenth:
        return (other - one).days % 366 in (1, 7) or (one == other and not a.weak)
    step = b.day - a.day
    return step == 1 or (b.day == 1 and a.day >= 28) or (step != 0 and step % 7 == 0) or _tenth_after(a, b)


def _tenth_after(a: DayText, b: DayText) -> bool:
    return b.tenth and a.day is not None and b.day is not None and b.day * 10 == a.day + 1


def _near_weekdays(view: SheetView, row: int, said: Mapping[int, DayText]) -> bool:
    for other in (row - 1, row + 1, row - 2):
        if other >= 0 and sum(view.weekday(other, c) is not None for c in said) * 2 > len(said):
            return True
    return False


def _month_told(view: SheetView, row: int) -> bool:
    above = view.filled[: bisect_left(view.filled, row)][-4:]
    titles = [text for r in above for text in list(view.cells(r).values())[:3]]
    return hints_in([*titles, view.grid.name], date(2000, 1, 1)).month is not None


def _part_of_a_column(view: SheetView, row: int, days: Mapping[int, DayText]) -> bool:
    """Whether the days belong to columns of days: the rows next to this one hold others in the same columns."""
    at = bisect_left(view.filled, row)
    for other in view.filled[max(0, at - 1) : at] + view.filled[at + 1 : at + 2]:
        weak = all(day.weak for day in days.values())
        also = {c: d for c in days if (d := view.day(other, c)) and d.day is not None and (weak or not d.weak)}
        if len(also) * 2 > len(days) and not _same(also, days):
            return not (len(days) >= 5 and _evenly(list(days.values())))
    return False


def _same(some: Mapping[int, DayText], days: Mapping[int, DayText]) -> bool:
    return all((day.month, day.day) == (days[c].month, days[c].day) for c, day in some.items())


def _without_doubles(found: dict[int, dict[int, DayText]]) -> dict[int, dict[int, DayText]]:
    """Of two rows that say the same days one below the other, the fuller."""
    kept: dict[int, dict[int, DayText]] = {}
    for row, days in found.items():
        before = kept.get(row - 1)
        if before is None or not _same({c: d for c, d in days.items() if c in before}, before):
            kept[row] = days
    return kept


def _weekday_rows(view: SheetView) -> dict[int, dict[int, DayText]]:
    rows: dict[int, dict[int, DayText]] = {}
    for row in view.filled[:_SAMPLE] if len(view.filled) > 5 * _SAMPLE else view.filled:
        columns = _columns_of(view, row)
        if len(columns) < 2:
            continue
        said = {c: day for c in columns if (day := _weekday_heading(view, row, c))}
        slots = any(day.rest for day in said.values())
        most = len(said) * 2 >= len(columns) - 1 if slots else len(said) * 3 >= len(columns) * 2 - 2
        if len(said) >= 2 and most and len({d.weekday for d in said.values()}) > 1:
            rows[row] = said
    return rows


def _weekday_heading(view: SheetView, row: int, column: int) -> DayText | None:
    """A weekday alone, or with a shift beside it: 周一上午."""
    weekday = view.weekday(row, column)
    if weekday is not None:
        return DayText(weekday=weekday)
    said = view.day(row, column)
    if said is None or said.day is not None or said.weekday is None or len(said.rest) > 12:
        return None
    return said if is_shift_word(said.rest) or hours_in(said.rest) else None


def _heads_something(view: SheetView, row: int) -> bool:
    return any(other > row for other in view.filled)


def _completed(
    view: SheetView,
    row: int,
    days: Mapping[int, DayText],
    weekdays: Mapping[int, Mapping[int, DayText]],
    others: set[int],
) -> DayRow:
    weekday_row = next((r for r in (row - 1, row + 1, row - 2, row + 2) if _covers(weekdays.get(r), days)), None)
    far = None
    if weekday_row is None:
        above = [r for r in weekdays if r < row and _covers(weekdays[r], days)]
        between = bool(above) and any(max(above) < other < row for other in others)
        far = max(above) if above and (between or max(above) > row - 4) else None
    beside = weekdays.get(weekday_row if weekday_row is not None else far if far is not None else -1, {})
    proved = {
        c: replace(day, weekday=beside[c].weekday) if c in beside and day.weekday is None else day
        for c, day in days.items()
    }
    month_row, months = _months_above(view, row, weekday_row, days)
    filled = {c: _with_month(day, months.get(c)) for c, day in proved.items()}
    return DayRow(row, filled, weekday_row, month_row, weekday_header_far=far)


def _covers(weekdays: Mapping[int, DayText] | None, days: Mapping[int, DayText]) -> bool:
    return weekdays is not None and sum(c in weekdays for c in days) * 2 > len(days)


def _with_month(day: DayText, month: tuple[int | None, int] | None) -> DayText:
    if day.month is not None or month is None:
        return day
    return replace(day, year=day.year or (month[0] if day_or_none(month[0], month[1], 1) else None), month=month[1])


def _months_above(
    view: SheetView, row: int, weekday_row: int | None, days: Mapping[int, DayText]
) -> tuple[int | None, dict[int, tuple[int | None, int]]]:
    """A row above that names the months of groups of columns, each as far as the next begins."""
    if all(day.month is not None for day in days.values()):
        return None, {}
    for above in range(row - 1, max(-1, row - 4), -1):
        cells = view.cells(above)
        if above == weekday_row or not cells:
            continue
        told = {}
        for column, text in cells.items():
            hints = hints_in([text], date(2000, 1, 1))
            if hints.month and not hints.first and len(text) <= 14 and min(days) - 1 <= column <= max(days):
                told[column] = (hints.year, hints.month)
        if told and len(told) * 2 >= len(cells):
            columns = {c: max((m for m in told if m <= c), default=min(told)) for c in days}
            return above, {c: told[at] for c, at in columns.items()}
        return None, {}
    return None, {}


def day_columns(view: SheetView) -> list[DayColumn]:
    """The column of days that says most, with its like where several lists stand side by side; often none."""
    sample = view.filled[:_SAMPLE]
    found: dict[int, tuple[float, dict[int, tuple[DayText, ...]]]] = {}
    for column in range(min(view.width, _WIDEST)):
        days, strength = _days_down(view, sample, column)
        if days:
            found[column] = strength, days
    if not found:
        return []
    best = max(found, key=lambda column: found[column][0])
    alike = [c for c in found if c == best or _same_list(view, found[c][1], found[best][1], c, best)]
    rights = [*alike[1:], 1 << 20]
    lefts = [0, *alike[1:]]
    return [
        _column_of_days(view, column, found[column][1], left, right)
        for column, left, right in zip(alike, lefts, rights, strict=True)
    ]


def _same_list(
    view: SheetView,
    days: Mapping[int, tuple[DayText, ...]],
    others: Mapping[int, tuple[DayText, ...]],
    column: int,
    other: int,
) -> bool:
    """Whether the column heads another list of the same kind: the same heading, other days, something between."""
    heading = _heading_above(view, min(days), column)
    if not heading or heading != _heading_above(view, min(others), other) or abs(column - other) < 2:
        return False
    return not _LAST_OF_SEVERAL.search(heading) and min(days) == min(others)


def _column_of_days(
    view: SheetView, column: int, days: dict[int, tuple[DayText, ...]], left: int, right: int
) -> DayColumn:
    if len(view.filled) > _SAMPLE:
        days = {row: said for row in view.filled if row >= min(days) and (said := days_in_cell(view, row, column))}
    weekday_column = _weekday_column(view, days, column, left, right)
    last_column = _last_column(view, days, column)
    if weekday_column is not None:
        days = {row: _beside(view, row, said, weekday_column) for row, said in days.items()}
    only = all(day.day is None for said in days.values() for day in said)
    return DayColumn(column, days, weekday_column, last_column, only, left, right)


def _beside(view: SheetView, row: int, said: tuple[DayText, ...], column: int) -> tuple[DayText, ...]:
    weekday = view.weekday(row, column)
    if weekday is None or len(said) != 1 or said[0].weekday is not None:
        return said
    return (replace(said[0], weekday=weekday),)


def _days_down(view: SheetView, sample: list[int], column: int) -> tuple[dict[int, tuple[DayText, ...]], float]:
    """The days of a column, and how surely they are those of a roster."""
    filled = [row for row in sample if view.text(row, column) or (row, column) in view.grid.unfinished]
    said = {row: days for row in filled if (days := days_in_cell(view, row, column))}
    if not said:
        return {}, 0
    said = _without_titles(view, said)
    first = min(said)
    below = [row for row in filled if row >= first and not is_foot(view.text(row, column))]
    heading = _heading_above(view, first, column)
    if len(said) * 5 < len(below) * 3 or _NO_ROSTER_DAYS.search(heading) or _NUMBERING.search(heading):
        return {}, 0
    flat = [day for days in said.values() for day in days]
    weekdays_only = all(day.day is None for day in flat)
    told = bool(_DAY_HEADING.search(heading)) or bool(re.search("周|星期|weekday|可|avail|free", heading))
    weak = all(day.weak or day.day is None for day in flat) and not weekdays_only
    if len(said) < 2 and not told:
        return {}, 0
    if weak and not told and not _weak_run(view, said, column):
        return {}, 0
    full = sorted(day.full for day in flat if day.full)
    if full and (full[-1] - full[0]).days > 550:
        return {}, 0
    ended = 5 if _LAST_OF_SEVERAL.search(heading) else 0
    return said, len(said) + 50 * told - 200 * weekdays_only - 20 * weak - ended - column / 100


def _without_titles(view: SheetView, said: dict[int, tuple[DayText, ...]]) -> dict[int, tuple[DayText, ...]]:
    """Without days that stand alone in their rows above the rows of the list."""
    rows = [row for row in said if len(view.cells(row)) > 1]
    return {row: days for row, days in said.items() if not rows or row >= rows[0]}


def _weak_run(view: SheetView, said: Mapping[int, tuple[DayText, ...]], column: int) -> bool:
    days = [days[0] for days in said.values()]
    beside = any(view.weekday(row, c) is not None for row in list(said)[:3] for c in (column - 1, column + 1) if c >= 0)
    with_month = all(day.month is not None for day in days)
    return len(days) >= 3 and _evenly(days) and (beside or with_month)


def _heading_above(view: SheetView, row: int, column: int) -> str:
    """The nearest text above, within a few rows, merged or not."""
    for above in range(row - 1, max(-1, row - 4), -1):
        if text := view.label(above, column):
            return plain_heading(text)[:40]
    return ""


_DIVIDES = re.compile(r"[,，;；、┋|\n&+]")
_BETWEEN_DAYS = re.compile(r"[,，;；、┋|\n&+]+|(?<=[日号])(?=\d)|\s+(?=\d{1,2}\s*[月日号/])")
_SPAN = re.compile(r"(.+?[\d日号)）])\s*(?:至|到|-+|–|—+|~|～|to)\s*(\d.*)")


def days_in_cell(view: SheetView, row: int, column: int) -> tuple[DayText, ...]:
    """Every day a cell names: one, or several in a list of days, or from one to another."""
    one = view.day(row, column)
    text = view.text(row, column)
    value = view.value(row, column)
    if value is not None or (one is not None and len(one.rest) <= 1):
        return (one,) if one else ()
    if one is not None and one.day is not None and one.month is not None and _is_occasion(one.rest):
        return (replace(one, rest=""),)
    if one is not None and one.day is not None and _is_slot(one.rest) and not _DIVIDES.search(text):
        return (one,)
    if len(text) > 600 or not re.search(r"\d|[一二三四五六日天]|day|mon|tue|wed|thu|fri|sat|sun", text.casefold()):
        return ()
    return _several_days(text)


def _is_occasion(rest: str) -> bool:
    """Whether what stands beside a day is the name of a feast or the like: 5月1日 劳动节."""
    short = len(rest) <= 6 and not any(c.isdigit() for c in rest)
    if short and _FEAST.search(rest):
        return True
    return short and not is_shift_word(rest) and not looks_like_a_name(rest) and not mark_of(rest)


def _is_slot(rest: str) -> bool:
    """Whether what stands beside a day tells a shift or nothing."""
    told = not rest or hours_in(rest) or is_shift_word(rest) or mark_of(rest)
    return bool(told) or (len(rest) <= 12 and bool(re.search("[早中晚夜白上下]|可|都", rest)))


def _several_days(text: str) -> tuple[DayText, ...]:
    found: list[DayText] = []
    month: int | None = None
    for piece in _BETWEEN_DAYS.split(text):
        if not piece.strip():
            continue
        between = days_between(piece)
        said = day_of_text(piece.strip())
        if between and _is_slot(between[-1].rest):
            found.extend(between)
            month = between[-1].month
            continue
        if said is None or (said.weak and said.day is not None and said.month is None and month is None):
            if found and (hours_in(piece) or is_shift_word(piece.strip())):
                found.append(replace(found[-1], rest=piece.strip()))
                continue
            return ()
        rest = said.rest
        if not _is_slot(rest):
            return ()
        month = said.month or month
        found.append(replace(said, month=month, weak=False) if said.day is not None and not said.month else said)
    return tuple(found)


def _weekday_column(
    view: SheetView, days: Mapping[int, tuple[DayText, ...]], column: int, left: int, right: int
) -> int | None:
    if all(day.day is None for said in days.values() for day in said):
        return None
    rows = list(days)[:60]
    for other in sorted(range(left, min(right, view.width, _WIDEST)), key=lambda c: abs(c - column)):
        if other != column and sum(view.weekday(row, other) is not None for row in rows) * 2 > len(rows):
            return other
    return None


def _last_column(view: SheetView, days: Mapping[int, tuple[DayText, ...]], column: int) -> int | None:
    """A column of last days beside that of first days: from … to."""
    first = min(days)
    for other in range(min(view.width, _WIDEST)):
        if other != column and _LAST_OF_SEVERAL.search(_heading_above(view, first, other)):
            rows = list(days)[:60]
            if sum(bool((d := view.day(r, other)) and d.day is not None) for r in rows) * 2 > len(rows):
                return other
    return None
