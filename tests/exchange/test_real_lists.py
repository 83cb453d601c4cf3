"""Real layouts, where they are at hand: every bad cell named, and nothing changed by importing twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from roster_app.domain.ids import TeamId, VolunteerId, new_id
from roster_app.domain.imports import Fate, ListedNames, plan_import
from roster_app.domain.lists import CellProblem, ReadList, Verdict
from roster_app.domain.people import Volunteer
from roster_app.exchange.id_numbers import check_id_number
from roster_app.exchange.spreadsheets import read_grids
from roster_app.exchange.volunteers_in import read

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "real_inputs"
NO_NAMES = ListedNames({}, {}, {})
HEADERLESS = "22_zh_volunteers_headerless_id_phone_int.xlsx"
MISNAMED = "24_zh_xlsx_bytes_named_dot_xls.xls"


def real(name: str) -> Path:
    path = FOLDER / name
    if not path.exists():
        pytest.skip(f"the folder of real layouts is not here ({path})")
    return path


def imported(found: ReadList) -> list[Volunteer]:
    rows = plan_import(found, [], NO_NAMES).rows
    return [
        Volunteer(VolunteerId(new_id()), TeamId(1), row.draft.name, phone=row.draft.phone or "")
        for row in rows
        if row.fate is Fate.NEW
    ]


def test_a_headerless_list_names_every_bad_cell() -> None:
    path = real(HEADERLESS)
    (grid,) = read_grids(path)
    bad_id_numbers = {f"Sheet!B{row + 1}" for row in range(40) if check_id_number(grid.text(row, 1))}

    plan = plan_import(read(path), [], NO_NAMES)
    told = {problem.address: problem for problem in plan.problems}

    assert plan.rows_in == 40
    assert bad_id_numbers < told.keys()
    assert (told["Sheet!B6"].code, told["Sheet!B6"].hint) == (CellProblem.ID_NUMBER_ODD, "。")
    assert (told["Sheet!C9"].code, told["Sheet!C9"].hint) == (CellProblem.PHONE_LENGTH, "12")
    assert told["Sheet!C9"].verdict is Verdict.WRONG
    assert told["Sheet!C15"].code is CellProblem.PHONE_MISSING
    assert (told["Sheet!A30"].code, told["Sheet!A30"].hint) == (CellProblem.REPEATED_IN_FILE, "3")
    assert (plan.count(Fate.NEW), plan.count(Fate.SKIPPED), plan.count(Fate.WRONG)) == (38, 1, 1)


def test_names_of_the_headerless_list_have_their_normal_form() -> None:
    names = [draft.name for draft in read(real(HEADERLESS)).drafts]

    assert {"欧阳若水", "张三", "阿卜杜热合曼·买买提", "古丽娜尔·艾合买提", "龚䶮", "马㛃"} <= set(names)
    assert names.count("钱博") == 2


def test_a_misnamed_workbook_names_every_bad_cell() -> None:
    path = real(MISNAMED)
    (grid,) = read_grids(path)

    plan = plan_import(read(path), [], NO_NAMES)

    assert [p.address for p in plan.problems] == [
        f"Sheet!B{r + 1}" for r in range(1, 11) if check_id_number(grid.text(r, 1))
    ]
    assert (plan.rows_in, plan.count(Fate.NEW)) == (10, 10)
    assert [column.field for column in plan.found.columns][-1] is None


@pytest.mark.parametrize("name", [HEADERLESS, MISNAMED])
def test_importing_a_real_list_twice_changes_nothing(name: str) -> None:
    found = read(real(name))
    known = imported(found)

    again = plan_import(found, known, NO_NAMES)

    assert (again.count(Fate.NEW), again.count(Fate.CHANGED), again.count(Fate.SAME)) == (0, 0, len(known))


def test_people_of_both_lists_are_recognised_across_them() -> None:
    known = imported(read(real(HEADERLESS)))

    plan = plan_import(read(real(MISNAMED)), known, NO_NAMES)

    assert (plan.count(Fate.SAME), [row.draft.name for row in plan.rows if row.fate is Fate.NEW]) == (9, ["陈清"])


def test_a_mended_cell_is_taken_in_and_the_rest_stays() -> None:
    found = read(real(HEADERLESS))
    known = imported(found)
    mended = tuple(replace(d, phone="13000000008", problems=()) if d.name == "陈清" else d for d in found.drafts)

    plan = plan_import(replace(found, drafts=mended), known, NO_NAMES)

    assert [row.draft.name for row in plan.rows if row.fate is Fate.NEW] == ["陈清"]


@pytest.mark.parametrize(
    ("name", "people"),
    [
        ("02_zh_matrix_month_rollover_merged_title_footer.xlsx", 14),
        ("05_zh_matrix_serial_title_formula_weekdays.xlsx", 36),
        ("12_en_matrix_ordinal_dates_merged_leave_blocks.xlsx", 24),
        ("14_en_wide_availability_two_header_rows.csv", 24),
        ("20_en_template_with_data_validation.xlsx", 0),
        ("26_zh_availability_date_zoo.xlsx", 12),
    ],
)
def test_tables_that_are_more_than_a_list_still_give_their_people(name: str, people: int) -> None:
    assert len([draft for draft in read(real(name)).drafts if not draft.wrong]) == people
