"""What stands on which page of a table — monthly rosters, the list form — and that every name fits its cell."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from types import ModuleType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_reading import type_case
from paper_teams import MONDAY, SUNDAY, Ground, almost_empty, directory, full, imprint, period, unplanned
from random_rosters import SHIFTS, rosters

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.places import DemandWindow
from roster_app.domain.privacy import Privacy, Profile
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.printing import day_list, month_roster, people_roster
from roster_app.printing.fitting import Setting
from roster_app.printing.list_columns import ListColumn
from roster_app.printing.notices import READABLE_AT_A_TABLE, MissingCharacter, SmallTable
from roster_app.printing.paper import Paper
from roster_app.printing.selection import Entry, source
from roster_app.printing.table_content import Column, Row, TableRequest, months
from roster_app.printing.table_layout import Setter, TablePage, cell_frame, face_of, size_of
from roster_app.printing.table_sheet import TableSheet, paginate

APRIL = period(date(2020, 4, 1), date(2020, 4, 30))
MONTH = TableRequest(APRIL.first, APRIL.last)
ONE_PLACE = Ground(checkpoints=("东门",))


def sheets_of(
    printing: ModuleType, team: Directory, roster: Roster, request: TableRequest = MONTH
) -> tuple[TableSheet, ...]:
    parts = printing.parts(source(roster, team), request)
    return paginate(team, parts, request, imprint(roster), type_case())


month_of, people_of, list_of = (partial(sheets_of, printing) for printing in (month_roster, people_roster, day_list))


def cells(sheets: Sequence[TableSheet]) -> Iterator[tuple[TablePage, Column, float, float, tuple[Entry, ...]]]:
    """Every cell with the width of its column and the height of its row."""
    for page in (sheet.page for sheet in sheets):
        for row, height in page.rows:
            for (column, width), cell in zip(page.columns, row.cells, strict=True):
                yield page, column, width, height, cell


def names(sheets: Sequence[TableSheet]) -> Counter[str]:
    """How often each name stands in the columns that hold names."""
    found = (entry.name for _, column, _, _, cell in cells(sheets) if not column.label for entry in cell)
    return Counter(name.text for name in found if name and name.text != "—")


many = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
papers = st.sampled_from([Paper.A3, Paper.A4])
ways = st.sampled_from([None, True, False])


@many
@given(rosters(), papers, ways)
def test_every_duty_stands_in_a_monthly_roster_and_in_a_list_exactly_once(
    made: tuple[Directory, Roster], paper: Paper, landscape: bool | None
) -> None:
    team, roster = made
    request = TableRequest(roster.period.first, roster.period.last, paper=paper, landscape=landscape)
    shifts = replace(request, columns=(ListColumn.SHIFTS,))
    for sheets in (month_of(team, roster, request), list_of(team, roster, shifts)):
        assert names(sheets) == Counter(team.volunteer[a.volunteer_id].name for a in roster.assignments.values())
        assert sum(e.name is None for *_, cell in cells(sheets) for e in cell) == len(roster.vacancies)


@many
@given(rosters())
def test_the_totals_by_person_are_those_of_the_codes(made: tuple[Directory, Roster]) -> None:
    team, roster = made
    sheets = people_of(team, roster, TableRequest(roster.period.first, roster.period.last, landscape=True))
    codes = names(sheets).total() - sum(vacant_counts(sheets))
    totals = sum(int(str(row.cells[-3][0].name)) for row in people_rows(sheets))
    assert codes == totals == len(roster.assignments)


def people_rows(sheets: Sequence[TableSheet]) -> list[Row]:
    """Each person's rows, one for each month."""
    return [row for sheet in sheets for row, _ in sheet.page.rows if row.cells[0]]


def vacant_counts(sheets: Sequence[TableSheet]) -> Iterator[int]:
    """How many cells each row of vacancies fills."""
    for sheet in sheets:
        for row, _ in sheet.page.rows:
            if not row.cells[0]:
                yield sum(bool(cell) for cell in row.cells[2:-3])


def fits(sheets: Sequence[TableSheet]) -> None:
    """No table is larger than its page has room, and no name than its part of its cell."""
    setter = Setter(type_case())
    for page in (sheet.page for sheet in sheets):
        assert sum(height for _, height in page.rows) <= page.measures.body_height + 0.01
        assert sum(width for _, width in page.columns) == pytest.approx(page.measures.width, abs=0.01)
    for page, column, width, height, cell in cells(sheets):
        frame = cell_frame(column, width, height, cell, page.measures)
        for entry in (entry for entry in cell if entry.name):
            setting = setter(entry, frame, size_of(column, page), face_of(entry, column))
            assert setting.height <= frame.height + 0.01
            assert all(wide(setting, entry, column) <= frame.width + 0.01 for _ in setting.lines)


def wide(setting: Setting, entry: Entry, column: Column) -> float:
    """Its widest line in points."""
    face = face_of(entry, column)
    return max(sum(type_case().ems(p.text, face) * p.size * p.scale for p in line) for line in setting.lines)


@pytest.mark.parametrize("printing", [month_roster, people_roster, day_list])
@many
@given(rosters(), papers, ways, st.booleans())
def test_no_name_leaves_its_cell(
    printing: ModuleType, made: tuple[Directory, Roster], paper: Paper, landscape: bool | None, internal: bool
) -> None:
    team, roster = made
    request = TableRequest(roster.period.first, roster.period.last, (), paper, landscape, internal)
    fits(sheets_of(printing, team, roster, request))


# The month of a checkpoint


def test_a_month_of_a_checkpoint_stands_on_one_sheet_readable_at_a_metre() -> None:
    team = directory()
    sheets = month_of(team, full(team, APRIL, 7))
    assert [len(sheet.page.rows) for sheet in sheets] == [30, 30, 30]
    assert {sheet.page.measures.landscape for sheet in sheets} == {False}
    assert sheets[0].page.size >= 14
    assert month_of(team, full(team, APRIL, 7), replace(MONTH, paper=Paper.A3))[0].page.size >= 18


@pytest.mark.parametrize("landscape", [True, False])
def test_the_paper_lies_as_it_is_asked_for(landscape: bool) -> None:
    team = directory(ONE_PLACE)
    (sheet,) = month_of(team, full(team, APRIL), replace(MONTH, landscape=landscape))
    page = sheet.page.measures.page
    assert (page.width > page.height) is landscape


def test_each_name_stands_in_the_row_of_its_day_and_under_its_post() -> None:
    team = directory()
    roster = full(team, APRIL, 7)
    page = month_of(team, roster)[1].page
    day = page.rows[8][0]
    shift = next(
        s for s in roster.plan.shifts if s.day == date(2020, 4, 9) and s.checkpoint_id == team.checkpoints[1].id
    )
    held = [team.volunteer[roster.assignments[d.id].volunteer_id].name for d in roster.plan.duties_of[shift.id]]
    assert [(c.group, c.clock, c.head, c.bold) for c, _ in page.columns[2:4]] == [
        ("夜班", "00:00–08:00", "负责人", True),
        ("夜班", "00:00–08:00", "测温", False),
    ]
    assert [str(cell[0].name) for cell in day.cells[:2]] == ["9 Apr", "Thu"]
    assert [cell[0].name.text for cell in day.cells[2:4] if cell[0].name] == held


def test_weekends_and_holidays_are_grey_and_weeks_begin_with_a_line() -> None:
    team = directory(ONE_PLACE)
    rows = [row for row, _ in month_of(team, full(team, APRIL))[0].page.rows]
    assert [n for n, row in enumerate(rows, 1) if row.grey] == [4, 5, 6, 11, 12, 18, 19, 25]
    assert [n for n, row in enumerate(rows, 1) if row.begins] == [6, 13, 20, 27]
    assert str(rows[3].cells[1][0].name) == "Sat Qingming Festival"


def test_more_seats_than_a_sheet_can_hold_go_on_with_the_days_repeated() -> None:
    team = directory(Ground(("大门",), posts=(("巡逻", 24),)))
    sheets = month_of(team, full(team, APRIL))
    assert len(sheets) > 1
    assert [sheet.page.continued for sheet in sheets] == [n > 0 for n in range(len(sheets))]
    assert all(sheet.words.title.endswith("(continued)") for sheet in sheets[1:])
    assert all([c.head for c, _ in sheet.page.columns[:2]] == ["Date", "Weekday"] for sheet in sheets)


def test_a_month_is_called_so_and_a_week_is_not() -> None:
    team = directory(ONE_PLACE)
    titles = [month_of(team, full(team), request)[0].words.title for request in (MONTH, TableRequest(MONDAY, SUNDAY))]
    assert titles == ["永平街横三社区 (东门) monthly duty roster", "永平街横三社区 (东门) duty roster"]


def test_a_stretch_of_31_days_is_one_table_and_a_longer_one_is_parted_by_months() -> None:
    days = period(date(2020, 4, 6), date(2020, 6, 3)).days
    assert [len(part) for part in months(days[:31])] == [31]
    assert [(part[0].day, part[-1].day) for part in months(days)] == [(6, 30), (1, 31), (1, 3)]


def test_vacancies_are_lines_to_write_on_and_an_unplanned_month_is_a_sheet_to_fill_in() -> None:
    team = directory()
    assert names(month_of(team, almost_empty(team), TableRequest(MONDAY, SUNDAY))) == Counter({"王建国": 1})
    sheets = month_of(team, unplanned(APRIL))
    assert sum(e.name is None for *_, cell in cells(sheets) for e in cell) == 3 * 3 * 2 * 30
    shut = directory(Ground(checkpoints=("热线",), posts=()))
    assert sum(e.name is None for *_, cell in cells(month_of(shut, unplanned(APRIL))) for e in cell) == 3 * 2 * 30


def test_a_shift_nobody_is_wanted_in_has_a_dash() -> None:
    team = directory(Ground(checkpoints=("东门",), posts=(("测温", 1),)))
    shut = replace(team.posts[0], windows=(DemandWindow(0, 1440, 0, frozenset({team.days.type_of(MONDAY)})),))
    team = replace(team, posts=(shut,))
    rows = month_of(team, full(team, APRIL))[0].page.rows
    holidays = [n for n, (row, _) in enumerate(rows, 1) if row.cells[2] and str(row.cells[2][0].name) == "—"]
    assert holidays == [4, 5, 6]


def test_an_edition_is_named_with_its_code_and_symbol_and_a_draft_has_neither() -> None:
    team = directory()
    roster = full(team, APRIL)
    published = imprint(roster)
    assert published.edition is not None
    for sheet, place in zip(month_of(team, roster), team.checkpoints, strict=True):
        code = published.edition.check_codes[place.id]
        assert code in sheet.words.state
        assert sheet.token == f"R1:3:{place.id}:20200401:{code}"
    parts = month_roster.parts(source(roster, team), MONTH)
    drafts = paginate(team, parts, MONTH, imprint(), type_case())
    assert {(sheet.token, sheet.words.draft) for sheet in drafts} == {("", True)}


def test_characters_missing_anywhere_in_a_table_are_announced() -> None:
    team = directory(Ground(("𡃁门",), (("𡃁班", "𡃁", 0, 480),), (("𡃁岗", 1),)), ["张𡃁"], office="𡃁街")
    notices = {n.text for n in month_of(team, full(team, APRIL))[0].notices if isinstance(n, MissingCharacter)}
    assert notices == {"𡃁街", "𡃁街 (𡃁门) monthly duty roster", "𡃁班", "𡃁岗", "张𡃁"}


def test_a_month_that_ends_before_it_begins_is_refused() -> None:
    team = directory()
    with pytest.raises(DomainError) as refused:
        month_of(team, full(team), TableRequest(SUNDAY, MONDAY))
    assert refused.value.code is ErrorCode.EMPTY_PERIOD


# The month by person


def words(row: Row) -> list[str]:
    """What stands in each cell."""
    return [" ".join(str(entry.name) for entry in cell) for cell in row.cells]


def test_a_person_has_a_row_of_codes_under_the_days_and_totals_of_duties_hours_and_nights() -> None:
    team = directory(ONE_PLACE)
    roster = full(team, APRIL)
    (sheet,) = people_of(team, roster)
    first = people_rows([sheet])[0]
    own = [s for s in roster.stints if s.volunteer_id == team.volunteers[0].id]
    assert {s.day.day for s in own} == {n for n, word in enumerate(words(first)[2:-3], start=1) if word}
    assert words(first)[:2] == ["1", "王建国"]
    assert words(first)[-3:] == ["6", "48", "6"]
    assert {entry.leads for cell in first.cells[2:-3] for entry in cell} == {True}
    assert sheet.words.rules[:3] == ("夜 = 夜班 00:00–08:00", "早 = 早班 08:00–16:00", "中 = 中班 16:00–24:00")


def test_codes_say_the_checkpoint_where_there_are_several() -> None:
    team = directory()
    (sheet, *_) = people_of(team, full(team, APRIL))
    codes = {word for row in people_rows([sheet]) for cell in words(row)[2:-3] for word in cell.split()}
    assert codes <= {f"{code}{place}" for code in "夜早中" for place in "123"}
    assert "2 = 横岗卡口" in sheet.words.rules


def test_codes_alike_are_told_apart_and_parts_of_a_shift_are_marked() -> None:
    team = directory(Ground(("东门",), (("白班", "白", 480, 960), ("白二", "白", 960, 1440)), (("测温", 1),)))
    team = replace(team, posts=(replace(team.posts[0], windows=(DemandWindow(480, 600, 0),)),))
    sheet = people_of(team, full(team, APRIL))[0]
    assert sheet.words.rules[:3] == (
        "白 = 白班 08:00–16:00",
        "白′ = 白二 16:00–24:00",
        "* = only part of the shift",
    )
    assert {w for row in people_rows([sheet]) for w in words(row)[2:-3] if w} == {"白*", "白′"}


def test_everybody_has_a_row_unless_checkpoints_are_chosen() -> None:
    team = directory()
    roster = almost_empty(team)
    week = TableRequest(MONDAY, SUNDAY)
    assert len(people_rows(people_of(team, roster, week))) == len(team.volunteers)
    chosen = replace(week, checkpoint_ids=(team.checkpoints[0].id,))
    (sheet,) = people_of(team, roster, chosen)
    assert [words(row)[1] for row in people_rows([sheet])] == ["王建国"]
    vacancies = words(sheet.page.rows[-1][0])
    assert vacancies == ["", "Vacant", "5", "6", "6", "6", "6", "6", "6", "41", "", ""]


def test_who_has_left_before_the_month_has_no_row() -> None:
    team = directory(names=["王建国", "李秀英"])
    gone = replace(team.volunteers[1], left=date(2020, 3, 31))
    team = replace(team, volunteers=(team.volunteers[0], gone))
    assert [words(row)[1] for row in people_rows(people_of(team, unplanned(APRIL)))] == ["王建国"]


def test_many_people_go_on_with_the_heads_repeated() -> None:
    team = directory(ONE_PLACE, [f"王{n}" for n in range(80)])
    sheets = people_of(team, full(team, APRIL))
    assert [words(row)[0] for row in people_rows(sheets)] == [str(n) for n in range(1, 81)]
    assert len(sheets) > 1
    assert len({tuple(c.head for c, _ in sheet.page.columns) for sheet in sheets}) == 1
    assert all(sheet.words.title.endswith("(continued)") for sheet in sheets[1:])


def test_a_team_without_people_gives_rows_to_fill_in() -> None:
    team = directory(names=[])
    rows = people_rows(people_of(team, unplanned(APRIL)))
    assert len(rows) == people_roster.BLANK_ROWS
    assert all(row.cells[1][0].name is None for row in rows)


# The list form


def heads_of(sheet: TableSheet) -> list[str]:
    return [column.head for column, _ in sheet.page.columns]


def test_a_posted_list_has_no_phones_and_an_internal_one_has_them() -> None:
    team = directory()
    roster = full(team, APRIL)
    posted, internal = list_of(team, roster)[0], list_of(team, roster, replace(MONTH, with_phones=True))[0]
    assert heads_of(posted) == ["Date", "Weekday", "Leader on duty", "夜班", "早班", "中班", "Remarks"]
    assert heads_of(internal) == [
        *("Date", "Weekday", "Leader on duty", "Phone", "Shift leader", "Phone", "夜班", "早班", "中班", "Remarks")
    ]


def test_one_leader_a_day_has_a_column_on_every_list() -> None:
    team = directory(Ground(("东门",), SHIFTS["one"]))
    (sheet,) = list_of(team, full(team, APRIL))
    assert heads_of(sheet)[3:5] == ["Shift leader", "全天"]
    assert words(sheet.page.rows[0][0])[3:5] == ["王建国", "王建国 李秀英"]


def test_the_columns_are_those_that_are_asked_for_in_their_order() -> None:
    team = Privacy(directory(ONE_PLACE), Profile.POSTED).shown
    asked = (ListColumn.SHIFTS, ListColumn.HEAD, ListColumn.HEAD_PHONE, ListColumn.DUTY_PHONE)
    sheet = list_of(team, full(team, APRIL), replace(MONTH, columns=asked))[0]
    assert heads_of(sheet)[2:] == ["夜班", "早班", "中班", "Shift leader", "Phone", "24-hour duty phone"]
    row = sheet.page.rows[0][0]
    assert [str(entry.words) for entry in row.cells[5]] == ["王建国 夜", "张伟(官路村党支部) 早", "欧阳雪梅 中"]
    assert words(row)[6:] == ["138****7919 138****3757 138****9595", "8218 0110"]


def test_many_columns_leave_room_for_names_however_long_the_words_are() -> None:
    team = directory(Ground(("东门",), SHIFTS["four"], (("测温", 6),)))
    team = replace(team, team=replace(team.team, duty_phone="020-8218 0110 / 020-8218 0120 / 020-8218 0130"))
    request = replace(MONTH, columns=tuple(ListColumn), duty_leader="阿卜杜热合曼·买买提艾合买提江", landscape=False)
    fits(list_of(team, full(team, APRIL), request))
    fits(list_of(team, full(team, APRIL), replace(request, columns=(ListColumn.LEADER, ListColumn.DUTY_PHONE))))


def test_the_leader_on_duty_stands_in_every_row_with_a_phone_only_if_the_name_is_one_persons() -> None:
    team = directory(ONE_PLACE)
    internal = replace(MONTH, with_phones=True, columns=(ListColumn.LEADER, ListColumn.LEADER_PHONE))

    def told(leader: str) -> list[str]:
        sheet = list_of(team, full(team, APRIL), replace(internal, duty_leader=leader))[0]
        return words(sheet.page.rows[-1][0])[2:]

    assert told("陈志坚") == ["陈志坚", team.volunteers[9].phone]
    assert told("张伟") == ["张伟", "None"]
    assert told("") == ["None", "None"]


def test_a_list_of_nothing_planned_is_a_sheet_to_fill_in() -> None:
    team = directory(Ground(checkpoints=("热线",), posts=()))
    (sheet,) = list_of(team, unplanned(APRIL))
    assert sum(e.name is None for *_, cell in cells([sheet]) for e in cell) == 30 * (1 + 3 * 2)


# What is too small to be read


LONG = "阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼阿卜杜热合曼"


@pytest.mark.parametrize("draw", [month_of, people_of, list_of])
def test_a_name_that_comes_out_smaller_than_seven_points_is_announced(
    draw: Callable[..., tuple[TableSheet, ...]],
) -> None:
    team = directory(Ground(checkpoints=("东门",), posts=(("负责人", 1), ("测温", 2), ("登记", 2))), [LONG, "王建国"])
    sheets = draw(team, full(team, APRIL), replace(MONTH, landscape=False))
    (notice,) = {n for sheet in sheets for n in sheet.notices if isinstance(n, SmallTable)}
    assert notice.texts == (LONG,)
    assert notice.points < READABLE_AT_A_TABLE
    assert LONG in notice.words()
    assert f"{notice.points:g} pt" in notice.words()


@pytest.mark.parametrize("draw", [month_of, people_of, list_of])
def test_tables_of_ordinary_names_are_readable(draw: Callable[..., tuple[TableSheet, ...]]) -> None:
    team = directory()
    assert not [n for sheet in draw(team, full(team, APRIL)) for n in sheet.notices if isinstance(n, SmallTable)]


def test_of_many_small_names_three_are_told_and_the_others_counted() -> None:
    words = SmallTable(("甲", "乙", "丙", "丁", "戊"), 5.5).words()
    assert "甲, 乙, 丙 and 2 more" in words
    assert "5.5 pt" in words
    assert SmallTable(("甲", "乙", "丙"), 5.5).words().endswith("甲, 乙, 丙.")


def test_the_duties_by_person_tell_holidays_and_make_up_days_in_their_legend() -> None:
    team = directory(ONE_PLACE)
    (part,) = people_roster.parts(source(full(team, APRIL), team), MONTH)
    assert part.legend[-2:] == ("Qingming Festival 4 Apr to 6 Apr", "Make-up workday 26 Apr")
