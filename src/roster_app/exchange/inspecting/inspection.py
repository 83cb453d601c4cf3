"""Inspecting a file or a pasted text: every sheet read by what stands in it, whatever its layout."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from roster_app.domain.inspected import (
    AS_WRITTEN,
    ColumnUse,
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
from roster_app.exchange.inspecting.day_columns import day_columns, told_day_column
from roster_app.exchange.inspecting.day_lines import Reading, meant_days
from roster_app.exchange.inspecting.day_rows import day_rows
from roster_app.exchange.inspecting.down import DownReader, day_of_sheet
from roster_app.exchange.inspecting.entering import Entering, Slot
from roster_app.exchange.inspecting.findings import fingerprint_of, seen_columns
from roster_app.exchange.inspecting.header_rows import DayRow
from roster_app.exchange.inspecting.initials import with_names
from roster_app.exchange.inspecting.mending import mended
from roster_app.exchange.inspecting.people_lists import read_people
from roster_app.exchange.inspecting.row_places import place_in_title
from roster_app.exchange.inspecting.sheet_view import SheetView
from roster_app.exchange.inspecting.surroundings import is_chinese, legend, titles
from roster_app.exchange.inspecting.tally import RowFates, Tally
from roster_app.exchange.inspecting.told import Told, told_of, without_ignored
from roster_app.exchange.spreadsheets import read_grids
from roster_app.exchange.text_tables import read_pasted_table


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
            told = told_of(grid.name, corrections)
            _inspect_sheet(with_names(mended(grid, corrections.mends)), file_name, on, on_given, tally, told)
    tally.ask_about_near_names()
    return Inspection(tuple(tally.sheets), tally.people(), tuple(tally.entries), tally.questions)


def _left_out(sheet: str, corrections: Corrections) -> bool:
    return sheet in corrections.skipped_sheets or corrections.layouts.get(sheet) is LayoutKind.NONE


def _inspect_sheet(grid: Grid, file_name: str, on: date, on_given: bool, tally: Tally, told: Told) -> None:
    whole = SheetView(grid)
    kept = without_ignored(grid, told)
    view = whole if kept is grid else SheetView(kept)
    fates = RowFates(view)
    before = len(tally.entries)
    headers = day_rows(view, told.header_row)
    first_header = min((min(h.header_rows) for h in headers), default=None)
    texts = titles(whole, first_header, file_name)
    reading = Reading(hints_in(texts, on), on, on_given, is_chinese(view), told.first_day)
    entering = Entering(view, tally, fates, legend(whole, headers), told)
    names = [text for text in texts[:-1] if isinstance(text, str)]
    entering.place = next((place for text in names if (place := place_in_title(text))), "")
    layout = (
        _read_told(entering, reading, headers) if told.layout or told.columns else _read(entering, reading, headers)
    )
    if fates.header_rows:
        fates.title_rows |= {row for row in view.filled if row < min(fates.header_rows)}
    days = sorted({entry.day for entry in tally.entries[before:] if entry.day})
    report = fates.report(grid.name, layout)
    if days:
        report = replace(report, first_day=days[0], last_day=days[-1])
    columns = seen_columns(view, fates.header_rows, entering.findings.uses)
    reason = entering.findings.reason(view, told.anything)
    tally.sheets.append(replace(report, columns=columns, reason=reason, fingerprint=fingerprint_of(layout, columns)))


_DOWN = (LayoutKind.ROSTER_LIST, LayoutKind.AVAILABILITY_LIST)


def _read_told(entering: Entering, reading: Reading, headers: list[DayRow]) -> LayoutKind:
    """As the person says that it is laid out, or with the columns as told."""
    told, view = entering.told, entering.view
    if told.layout is LayoutKind.VOLUNTEER_LIST:
        return read_people(entering)
    dates = told.first(ColumnUse.DATE)
    if told.layout and told.layout not in _DOWN and headers and dates is None:
        AcrossReader(entering, reading).read(headers)
        return told.layout
    if told.layout or dates is not None:
        columns = day_columns(view) if dates is None else told_day_column(view, dates, told.header_row)
        layouts = [layout for column in columns if (layout := DownReader(entering, reading).read(column))]
        if layouts:
            return told.layout or layouts[0]
    return _read(entering, reading, headers)


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
    return read_people(entering)


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
