"""Finding rows of days across the top."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from datetime import date

from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.days.hints import hints_in
from roster_app.exchange.headings import plain_heading
from roster_app.exchange.inspecting.evenness import NO_ROSTER_DAYS, evenly
from roster_app.exchange.inspecting.header_rows import DayRow, completed
from roster_app.exchange.inspecting.name_cells import names_somebody
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.inspecting.weekday_rows import columns_of, weekday_rows
from roster_app.exchange.phones import is_mobile

_SAMPLE = 300
_MOST_HEADERS = 400


def day_rows(view: SheetView, told_row: int | None = None) -> list[DayRow]:
    """Every row of days, with the rows of weekdays and months that belong to it; in a long list there are none."""
    found = _plain_day_rows(view, view.filled[:_SAMPLE])
    if found and len(view.filled) > _SAMPLE:
        found = _plain_day_rows(view, view.filled)
    if told_row is not None and (told := _days_of_told_row(view, told_row)):
        found[told_row] = told
    weekdays = weekday_rows(view)
    if not found:
        kept = [row for row in weekdays if _heads_something(view, row)]
        return [DayRow(row, weekdays[row], weekdays_only=True) for row in kept]
    return [completed(view, row, days, weekdays, set(found)) for row, days in sorted(found.items())]


def _days_of_told_row(view: SheetView, row: int) -> dict[int, DayText]:
    return {c: day for c in columns_of(view, row) if (day := view.day(row, c)) and day.day is not None}


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
    said = {c: day for c in columns_of(view, row) if (day := view.day(row, c)) and day.day is not None}
    if not said:
        return {}
    strong = {c: day for c, day in said.items() if not day.weak and len(day.rest) <= 40}
    texts = {c: text for c, text in view.cells(row).items() if c not in said}
    if any(is_mobile(text) for text in texts.values()):
        return {}
    runs = evenly(list(said.values()))
    if len(strong) >= 2 and not any(NO_ROSTER_DAYS.search(t) for t in _texts(view, row, strong)):
        return said if runs or len(strong) == len(said) else strong
    if len(strong) == 1 and len(said) == 1 and _names_beside(texts):
        return strong
    sure = _near_weekdays(view, row, said) or _month_told(view, row) or _names_below(view, row, said)
    enough = 3 if sure else 5
    if len(said) >= enough and runs and len(said) * 2 >= len(texts):
        return said
    return {}


def _texts(view: SheetView, row: int, said: Mapping[int, DayText]) -> list[str]:
    """The texts of these cells."""
    return [view.text(row, column) for column in said]


def _names_beside(texts: Mapping[int, str]) -> bool:
    return any(re.search("姓名|名字|^name$|志愿者", plain_heading(text)) for text in texts.values())


def _near_weekdays(view: SheetView, row: int, said: Mapping[int, DayText]) -> bool:
    for other in (row - 1, row + 1, row - 2):
        if other >= 0 and sum(view.weekday(other, c) is not None for c in said) * 2 > len(said):
            return True
    return False


def _names_below(view: SheetView, row: int, said: Mapping[int, DayText]) -> bool:
    """Whether each of the days tells its month and most of them have names below: 6.1 over 张伟."""
    named = sum(names_somebody(view.text(row + 1, column)) for column in said)
    return named * 2 > len(said) and all(day.month is not None for day in said.values())


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
            return not (len(days) >= 5 and evenly(list(days.values())))
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


def _heads_something(view: SheetView, row: int) -> bool:
    return any(other > row for other in view.filled)
