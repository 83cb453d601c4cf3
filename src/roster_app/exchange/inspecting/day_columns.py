"""Columns of days down the side, several where lists stand side by side."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.headings import plain_heading
from roster_app.exchange.inspecting.days_in_cell import days_in_cell
from roster_app.exchange.inspecting.evenness import NO_ROSTER_DAYS, evenly
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.rows import is_foot

_SAMPLE = 300
_WIDEST = 60
_DAY_HEADING = re.compile("日期|^日$|^号$|date|^day$|值班日|排班日|时间|days$|^天$")
_NUMBERING = re.compile("序号|编号|号码|^no$|^#$|^id$|序$|人数|次数|数量|电话|手机|phone|count")
_LAST_OF_SEVERAL = re.compile("结束|截止|^至$|^到$|^止|end|^to$|until")


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


def told_day_column(view: SheetView, column: int, header_row: int | None) -> list[DayColumn]:
    """The column that the person says holds the days, from below the header on."""
    first = -1 if header_row is None else header_row
    days = {row: said for row in view.filled if row > first and (said := days_in_cell(view, row, column))}
    return [_column_of_days(view, column, days, 0, 1 << 20)] if days else []


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
    if len(said) * 5 < len(below) * 3 or NO_ROSTER_DAYS.search(heading) or _NUMBERING.search(heading):
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
    return len(days) >= 3 and evenly(days) and (beside or with_month)


def _heading_above(view: SheetView, row: int, column: int) -> str:
    """The nearest text above, within a few rows, merged or not."""
    for above in range(row - 1, max(-1, row - 4), -1):
        if text := view.label(above, column):
            return plain_heading(text)[:40]
    return ""


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
