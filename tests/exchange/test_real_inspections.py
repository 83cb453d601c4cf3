"""Real layouts, where they are at hand: what a person reads in them is what the inspection says."""

from datetime import date
from pathlib import Path

import pytest
from inspected import asked, line, rows_of

from roster_app.domain.inspected import Inspection
from roster_app.exchange.inspecting.inspection import inspect_file

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "real_inputs"
ON = date(2026, 6, 1)


def real(beginning: str, on: date = ON) -> Inspection:
    found = sorted(FOLDER.glob(f"{beginning}_*"))
    if not found:
        pytest.skip(f"the folder of real layouts is not here ({FOLDER})")
    return inspect_file(found[0], on)


def days(found: Inspection) -> tuple[date | None, date | None, int]:
    told = sorted({entry.day for entry in found.entries if entry.day})
    return told[0], told[-1], len(told)


@pytest.mark.parametrize(
    ("file", "rows", "people", "entries"),
    [
        ("01", ("roster_list", 60, 60, 0, 0, 0), 22, 180),
        ("02", ("roster_matrix", 17, 14, 0, 3, 0), 14, 434),
        ("05", ("roster_matrix", 36, 36, 0, 0, 0), 36, 1080),
        ("08", ("roster_stacked", 44, 44, 0, 0, 0), 27, 123),
        ("10", ("roster_grid", 5, 5, 0, 0, 0), 30, 30),
        ("12", ("roster_matrix", 25, 24, 0, 1, 0), 8, 248),
        ("14", ("availability_wide", 24, 24, 0, 0, 0), 24, 1320),
        ("20", ("template", 0, 0, 0, 0, 0), 0, 0),
        ("22", ("volunteer_list", 40, 38, 1, 0, 1), 39, 0),
        ("24", ("volunteer_list", 10, 10, 0, 0, 0), 10, 0),
        ("26", ("availability_matrix", 14, 12, 0, 2, 0), 12, 46),
        ("28", ("dates", 1, 0, 0, 0, 1), 0, 6),
    ],
)
def test_nothing_of_a_real_file_is_lost(
    file: str, rows: tuple[str, int, int, int, int, int], people: int, entries: int
) -> None:
    found = real(file)

    assert (rows_of(found), len(found.people), len(found.entries)) == (rows, people, entries)


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("01", (date(2024, 3, 9), date(2024, 5, 7), 60)),
        ("02", (date(2025, 3, 21), date(2025, 4, 20), 31)),
        ("05", (date(2026, 4, 1), date(2026, 4, 30), 30)),
        ("08", (date(2026, 6, 1), date(2026, 6, 22), 22)),
        ("12", (date(2026, 3, 21), date(2026, 4, 20), 31)),
        ("26", (date(2020, 3, 5), date(2020, 3, 8), 4)),
        ("28", (date(2020, 3, 5), date(2020, 3, 5), 1)),
    ],
)
def test_days_of_a_real_file(file: str, expected: tuple[date, date, int]) -> None:
    assert days(real(file)) == expected


def test_weekdays_that_contradict_the_title_are_asked_once_and_nothing_is_taken_for_sure() -> None:
    found = real("02")

    assert [kind for _cell, kind in asked(found)].count("weekday") == 1
    assert {entry.verdict.value for entry in found.entries} == {"ask"}


def test_a_day_with_hours_over_the_names() -> None:
    found = real("08")
    told = {entry.cell.rpartition("!")[2]: line(entry) for entry in found.entries}

    assert told["B4"] == "秦致长 6-1 二层 09:00-11:00"
    assert told["F42"] == "吴书堃 6-20 四层 14:30-16:30"
    assert ("D20", "near_name") in asked(found)


def test_leave_in_merged_cells_and_names_with_blanks() -> None:
    found = real("12")
    of_holly = [line(entry) for entry in found.entries if entry.person == "HOLLY"]

    assert found.people[0].name == "ADAMS"
    assert of_holly[:9] == [*(f"HOLLY 3-{day} ANNUAL LEAVE [off]" for day in range(21, 29)), "HOLLY 3-29 12:00-20:00"]


def test_padded_names_and_the_marks_of_availability() -> None:
    assert real("10").people[0].name == "严山"
    assert "水风" in {person.name for person in real("10").people}
    told = {entry.cell.rpartition("!")[2]: line(entry) for entry in real("26").entries}
    assert (told["C4"], told["E4"], told["E9"]) == ("王清博 3-5", "王清博 3-7 08:00-12:00", "郑远齐 3-7 14:00-")
    assert (told["C9"], told["C6"], told["F6"]) == ("郑远齐 3-5 [off]", "冯远宁 3-5 [ask]", "冯远宁 3-8 [off]")
