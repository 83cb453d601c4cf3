"""Inspecting a file or a pasted text: every sheet read by what stands in it, whatever its layout."""

import gc
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from roster_app.domain.inspected import (
    AS_WRITTEN,
    Corrections,
    EntryVerdict,
    Inspection,
    LayoutGround,
    LayoutKind,
    LayoutReason,
    QuestionKind,
)
from roster_app.exchange.days.day_texts import DayText
from roster_app.exchange.days.hints import hints_in
from roster_app.exchange.grids import Grid
from roster_app.exchange.inspecting.across import AcrossReader
from roster_app.exchange.inspecting.blocks import blocks_of
from roster_app.exchange.inspecting.day_cells import read_day_cells
from roster_app.exchange.inspecting.day_columns import day_columns
from roster_app.exchange.inspecting.day_lines import Reading, meant_days
from roster_app.exchange.inspecting.day_rows import day_rows
from roster_app.exchange.inspecting.down import DownReader, day_of_sheet
from roster_app.exchange.inspecting.entering import Entering, Slot
from roster_app.exchange.inspecting.header_rows import DayRow
from roster_app.exchange.inspecting.mending import mended
from roster_app.exchange.inspecting.people_lists import read_people
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.inspecting.tally import RowFates, Tally
from roster_app.exchange.legends import legend_in
from roster_app.exchange.rows import is_foot
from roster_app.exchange.shift_words import ShiftMeaning
from roster_app.exchange.spreadsheets import read_grids
from roster_app.exchange.text_tables import read_pasted_table

_TITLE_ROWS = 8
_LEGEND_TEXT = re.compile(r"[:：=“\"(（]|表示|代表|\d{1,2}[:：]\d{2}")


def inspect_file(path: Path, on: date, on_given: bool = True, corrections: Corrections = AS_WRITTEN) -> Inspection:
    """What the file says, `on` being the day it is read; nothing is stored. Refuses what `read_grids` refuses."""
    with _no_collection():
        return inspect_grids(read_grids(path), path.stem, on, on_given, corrections)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the search for garbage, of which the many small values of a workbook leave none in circles."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def inspect_text(text: str, on: date, on_given: bool = True, corrections: Corrections = AS_WRITTEN) -> Inspection:
    """The same for a table pasted as text."""
    return inspect_grids([read_pasted_table(text)], "", on, on_given, corrections)


def inspect_grids(
    grids: Iterable[Grid], file_name: str, on: date, on_given: bool = True, corrections: Corrections = AS_WRITTEN
) -> Inspection:
    """The same for sheets at hand."""
    tally = Tally()
    for grid in grids:
        if _left_out(grid.name, corrections):
            fates = RowFates(SheetView(grid))
            tally.sheets.append(
                replace(fates.report(grid.name, LayoutKind.NONE), reason=LayoutReason(LayoutGround.LEFT_OUT, told=True))
            )
        else:
            _inspect_sheet(mended(grid, corrections.mends), file_name, on, on_given, tally)
    tally.ask_about_near_names()
    return Inspection(tuple(tally.sheets), tally.people(), tuple(tally.entries), tally.questions)


def _left_out(sheet: str, corrections: Corrections) -> bool:
    return sheet in corrections.skipped_sheets or corrections.layouts.get(sheet) is LayoutKind.NONE


def _inspect_sheet(grid: Grid, file_name: str, on: date, on_given: bool, tally: Tally) -> None:
    view = SheetView(grid)
    fates = RowFates(view)
    before = len(tally.entries)
    headers = day_rows(view)
    first_header = min((min(h.header_rows) for h in headers), default=None)
    texts = _titles(view, first_header, file_name)
    reading = Reading(hints_in(texts, on), on, on_given, month_first=_is_chinese(view))
    entering = Entering(view, tally, fates, _legend(view, headers))
    layout = _read(entering, reading, headers)
    if fates.header_rows:
        fates.title_rows |= {row for row in view.filled if row < min(fates.header_rows)}
    days = sorted({entry.day for entry in tally.entries[before:] if entry.day})
    report = fates.report(grid.name, layout)
    tally.sheets.append(replace(report, first_day=days[0], last_day=days[-1]) if days else report)


def _read(entering: Entering, reading: Reading, headers: list[DayRow]) -> LayoutKind:
    view = entering.view
    if calendar := read_day_cells(entering, reading):
        return calendar
    dated = [header for header in headers if not header.weekdays_only]
    columns = [] if dated else day_columns(view)
    if columns and not (columns[0].weekdays_only and headers and len(headers[0].days) > 3):
        layouts = [layout for column in columns if (layout := DownReader(entering, reading).read(column))]
        if layouts:
            return layouts[0]
    if headers:
        layout = AcrossReader(entering, reading).read(headers)
        if entering.entries or (layout is LayoutKind.TEMPLATE and _has_body(view, headers)):
            return layout
        if dated and not _has_body(view, headers):
            return _only_days(entering, reading, dated)
        entering.fates.header_rows.clear()
    if (day := day_of_sheet(view, reading)) and (told := DownReader(entering, reading).read(day)):
        return told
    return read_people(view, entering.tally, entering.fates)


def _has_body(view: SheetView, headers: list[DayRow]) -> bool:
    return any(block.body for block in blocks_of(view, headers)) or bool(
        [t for t in view.cells(headers[0].row) if t not in headers[0].days]
    )


def _only_days(entering: Entering, reading: Reading, headers: list[DayRow]) -> LayoutKind:
    """Days and nobody: shown as read, none of them can be taken in."""
    view = entering.view
    entering.fates.header_rows.clear()
    for header in headers:
        said: dict[int, DayText] = dict(header.days)
        places = {c: (header.row, c) for c in said}
        for column, day in meant_days(view, entering.tally, said, places, reading).items():
            entering.enter("", day, Slot(), (header.row, column), header.row, EntryVerdict.WRONG)
        entering.tally.ask(view.address(header.row, min(said)), QuestionKind.NOBODY, view.text(header.row, min(said)))
    return LayoutKind.DATES


def _is_chinese(view: SheetView) -> bool:
    return any("一" <= sign <= "鿿" for row in view.filled[:60] for text in view.cells(row).values() for sign in text)


def _titles(view: SheetView, first_header: int | None, file_name: str) -> list[str | date]:
    """What may tell year and month: the lines above the header, then the names of sheet and file."""
    titles: list[str | date] = []
    rows = [r for r in view.filled if first_header is None or r < first_header][:_TITLE_ROWS]
    for row in rows:
        for column, text in list(view.cells(row).items())[:6]:
            value = view.value(row, column)
            said = view.day(row, column) if value is not None else None
            if said is not None and said.full:
                if first_header is not None or len(view.cells(row)) == 1:
                    titles.append(said.full)
            elif value is None and len(text) > 1 and not is_foot(text):
                titles.append(text)
        if first_header is None and len(view.cells(row)) > 2:
            break
    return [*titles, view.grid.name, file_name]


def _legend(view: SheetView, headers: list[DayRow]) -> dict[str, ShiftMeaning]:
    """Codes explained anywhere outside the days: above, at the foot, beside."""
    columns = {c for header in headers for c in header.days}
    rows = view.filled if len(view.filled) <= 400 else [*view.filled[:50], *view.filled[-50:]]
    texts = [
        text
        for row in rows
        for column, text in view.cells(row).items()
        if len(text) >= 3
        and _LEGEND_TEXT.search(text)
        and (column not in columns or len(text) > 12 or view.grid.merge_at(row, column))
    ]
    pairs = [
        f"{a}={b}"
        for row in rows
        for (ca, a), (cb, b) in zip(list(view.cells(row).items()), list(view.cells(row).items())[1:], strict=False)
        if ca not in columns and cb not in columns and len(a) <= 4 and re.search(r"\d[:：点.]?\d*\s*[-—~至–]\s*\d", b)
    ]
    return legend_in([*texts, *pairs])
