"""Calendars whose cells hold the day and its people together: 6 above 张伟, 4月6日 张伟."""

import re

from roster_app.domain.inspected import ColumnUse, LayoutGround, LayoutKind
from roster_app.exchange.days.day_texts import DayText, day_of_text
from roster_app.exchange.days.hours import hours_in
from roster_app.exchange.grids import Place
from roster_app.exchange.inspecting.day_lines import Reading, meant_days
from roster_app.exchange.inspecting.entering import Entering, Slot
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.people_in_cells import NamedPerson, people_in

_CELL = re.compile(
    r"\s*((?:\d{4}[年./-])?(?:\d{1,2}[月./-])?\d{1,2}(?:[日号]|st|nd|rd|th)?)(?:\s*[（(]?(?:周|星期)[一二三四五六日天][)）]?)?"
    r"\s*[\n:： ]\s*(.+)",
    re.DOTALL,
)
_ENOUGH = 3


def read_day_cells(entering: Entering, reading: Reading) -> LayoutKind | None:
    """Every day with the people of its cell; nothing where the sheet is no such calendar."""
    view = entering.view
    cells = _cells(view)
    rows = {row for row, _column in cells}
    texts = sum(len(view.cells(row)) for row in rows)
    if len(cells) < _ENOUGH or len(cells) * 5 < texts * 3:
        return None
    first = min(rows)
    entering.findings.ground = LayoutGround.DAYS_IN_CELLS
    entering.findings.rows |= rows
    entering.findings.uses |= dict.fromkeys((c for _r, c in cells), ColumnUse.DAY)
    header = next((row for row in reversed(view.filled) if row < first), None)
    weekdays = {c: view.weekday(header, c) for _row, c in cells} if header is not None else {}
    if header is not None and any(weekday is not None for weekday in weekdays.values()):
        entering.fates.header_rows.add(header)
    said = {place: _with_weekday(day, weekdays.get(place[1])) for place, (day, _people) in cells.items()}
    meant = meant_days(view, entering.tally, said, {place: place for place in said}, reading)
    for place, (_day, people) in cells.items():
        entering.of_names(people, place, [meant[place]], Slot(), place[0])
    return LayoutKind.ROSTER_STACKED


def _cells(view: SheetView) -> dict[Place, tuple[DayText, tuple[NamedPerson, ...]]]:
    found: dict[Place, tuple[DayText, tuple[NamedPerson, ...]]] = {}
    for row in view.filled[:2000]:
        for column, text in view.cells(row).items():
            match = _CELL.fullmatch(text) if len(text) <= 200 else None
            day = day_of_text(match[1]) if match and not hours_in(text) else None
            people = people_in(match[2]) if match and day and day.day is not None else ()
            if day and people:
                found[row, column] = day, people
    return found


def _with_weekday(day: DayText, weekday: int | None) -> DayText:
    return DayText(day.year, day.month, day.day, weekday, swapped=day.swapped, tenth=day.tenth)
