"""A row of days with the rows of weekdays and months that belong to it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from roster_app.exchange.days.day_texts import DayText, day_or_none
from roster_app.exchange.days.hints import hints_in
from roster_app.exchange.inspecting.sheet_view import SheetView


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


def completed(
    view: SheetView,
    row: int,
    days: Mapping[int, DayText],
    weekdays: Mapping[int, Mapping[int, DayText]],
    others: set[int],
) -> DayRow:
    """The row with the weekdays that prove its days and the months that stand above them."""
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
