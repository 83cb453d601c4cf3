"""Layouts made for the tests, and what an inspection says of them in short lines."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from workbooks import Row

from roster_app.domain.inspected import Inspection, SeenEntry
from roster_app.exchange.days.hours import clock_text
from roster_app.exchange.inspecting.inspection import inspect_file

ON = date(2020, 4, 1)


def inspected(
    path: Path,
    rows: Iterable[Row],
    *,
    merges: Iterable[str] = (),
    sheet: str = "Sheet1",
    formats: Mapping[str, str] | None = None,
    on: date = ON,
    on_given: bool = True,
) -> Inspection:
    """What is read from a workbook of one sheet of these rows."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for box in merges:
        page.merge_cells(box)
    for cell, code in (formats or {}).items():
        page[cell].number_format = code
    book.save(path)
    return inspect_file(path, on, on_given)


def line(entry: SeenEntry) -> str:
    """张伟 4-6 早班 06:30-11:30, with a verdict that is not ok behind it."""
    day = f"{entry.day.month}-{entry.day.day}" if entry.day else "?"
    hours = f"{_clock(entry.start)}-{_clock(entry.end)}" if (entry.start, entry.end) != (None, None) else ""
    verdict = "" if entry.verdict == "ok" else f"[{entry.verdict}]"
    return " ".join(filter(None, (entry.person, day, entry.shift, hours, verdict)))


def _clock(minute: int | None) -> str:
    return "" if minute is None else clock_text(minute)


def lines(found: Inspection) -> list[str]:
    """Every entry in a line."""
    return [line(entry) for entry in found.entries]


def rows_of(found: Inspection, sheet: int = 0) -> tuple[str, int, int, int, int, int]:
    """Layout, rows in, imported, unchanged, skipped, wrong."""
    report = found.sheets[sheet]
    return (
        report.layout.value, report.rows_in, report.imported, report.unchanged, report.skipped, report.wrong,
    )  # fmt: skip


def asked(found: Inspection) -> list[tuple[str, str]]:
    """Every question by cell and kind."""
    return [(question.cell.rpartition("!")[2], question.kind.value) for question in found.questions]
