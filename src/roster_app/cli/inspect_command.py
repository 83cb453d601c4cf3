"""`roster-app import inspect`: what a workbook says, for people and programs; nothing is stored, no database opened."""

from datetime import date

from roster_app.cli.call import Call
from roster_app.cli.exit_codes import ExitCode
from roster_app.domain.inspected import EntryVerdict, Inspection, SeenEntry, SheetReport
from roster_app.i18n import _
from roster_app.services.inspecting import inspect
from roster_app.services.words.inspected import layout_name, sentence_of_question

MOST_LINES = 200
_DAY = 1440


def import_inspect(call: Call) -> ExitCode:
    """Tell sheets, entries and questions; with --json the four lists other programs read."""
    asked: date | None = call.arguments.on
    found = inspect(call.arguments.file, asked or date.today(), on_given=asked is not None)
    for sheet in found.sheets:
        call.teller.say(_sheet_line(sheet))
    more = _("… and {count} more")
    if not call.arguments.json:
        call.teller.say_some(map(_entry_line, found.entries), MOST_LINES, more)
    questions = (_("{address}: {what}").format(address=q.cell, what=sentence_of_question(q)) for q in found.questions)
    call.teller.say_some(questions, MOST_LINES, more)
    call.teller.conclude(inspection_facts(found))
    wrong = any(sheet.wrong for sheet in found.sheets) or any(e.verdict is EntryVerdict.WRONG for e in found.entries)
    return ExitCode.ATTENTION if wrong else ExitCode.DONE


def inspection_facts(found: Inspection) -> dict[str, object]:
    """Sheets, people, entries and questions: days in ISO, hours as HH:MM with +1 for the next day."""
    return {
        "sheets": [_sheet_facts(sheet) for sheet in found.sheets],
        "people": [{"name": p.name, "phone": p.phone or None, "cells": list(p.cells)} for p in found.people],
        "entries": [_entry_facts(entry) for entry in found.entries],
        "questions": [{"cell": q.cell, "kind": q.kind.value, "text": sentence_of_question(q)} for q in found.questions],
    }


def _sheet_facts(sheet: SheetReport) -> dict[str, object]:
    return {
        "name": sheet.name,
        "layout": sheet.layout.value,
        "header_rows": list(sheet.header_rows),
        "rows_in": sheet.rows_in,
        "imported": sheet.imported,
        "unchanged": sheet.unchanged,
        "skipped": sheet.skipped,
        "wrong": sheet.wrong,
    }


def _entry_facts(entry: SeenEntry) -> dict[str, object]:
    return {
        "person": entry.person or None,
        "date": entry.day.isoformat() if entry.day else None,
        "shift": entry.shift or None,
        "start": clock(entry.start),
        "end": clock(entry.end),
        "cell": entry.cell,
        "verdict": entry.verdict.value,
    }


def clock(minute: int | None) -> str | None:
    """08:00, 06:00+1 on the next day."""
    if minute is None:
        return None
    days, rest = divmod(minute, _DAY)
    return f"{rest // 60:02}:{rest % 60:02}" + (f"+{days}" if days else "")


def _sheet_line(sheet: SheetReport) -> str:
    numbers = _(
        "{rows} rows = {imported} to take in + {unchanged} unchanged + {skipped} skipped + {wrong} wrong"
    ).format(
        rows=sheet.rows_in,
        imported=sheet.imported,
        unchanged=sheet.unchanged,
        skipped=sheet.skipped,
        wrong=sheet.wrong,
    )
    return _("Sheet {name}, {layout}: {numbers}").format(
        name=sheet.name, layout=layout_name(sheet.layout), numbers=numbers
    )


def _entry_line(entry: SeenEntry) -> str:
    facts = _entry_facts(entry)
    hours = "–".join(str(facts[end] or "") for end in ("start", "end")) if facts["start"] or facts["end"] else None
    words = (facts["date"], facts["person"], facts["shift"], hours, facts["cell"], facts["verdict"])
    return " · ".join(str(word) for word in words if word)
