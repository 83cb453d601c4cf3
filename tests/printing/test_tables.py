"""What stands on which page of a table — a monthly roster — and that every name fits its cell."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_reading import type_case
from paper_teams import MONDAY, SUNDAY, Ground, almost_empty, directory, full, imprint, period, unplanned, vacant

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.places import DemandWindow
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.team import Directory
from roster_app.printing import month_roster
from roster_app.printing.fitting import Setting
from roster_app.printing.notices import MissingCharacter
from roster_app.printing.paper import Paper
from roster_app.printing.selection import Entry, source
from roster_app.printing.table_content import Column, TableRequest, months
from roster_app.printing.table_layout import Setter, TablePage, cell_frame, face_of, size_of
from roster_app.printing.table_sheet import TableSheet, paginate

APRIL = period(date(2020, 4, 1), date(2020, 4, 30))
MONTH = TableRequest(APRIL.first, APRIL.last)
ONE_PLACE = Ground(checkpoints=("东门",))
SHIFTS = {
    "one": (("全天", "全", 510, 1950),),
    "two": (("白班", "白", 480, 1200), ("夜班", "夜", 1200, 1920)),
    "four": (("早班", "早", 390, 690), ("中班", "中", 690, 1050), ("晚班", "晚", 1050, 1500), ("夜班", "夜", 60, 390)),
}
LONG_NAMES = (
    "阿卜杜热合曼·买买提",
    "Christopher Montgomery-Smith",
    "Maria del Carmen Lopez",
    "王建国",
    "张伟",
    "张伟",
    "黄𬀩",
)


def month_of(team: Directory, roster: Roster, request: TableRequest = MONTH) -> tuple[TableSheet, ...]:
    parts = month_roster.parts(source(roster, team), request)
    return paginate(team, parts, request, imprint(roster), type_case())


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


@st.composite
def rosters(draw: st.DrawFn) -> tuple[Directory, Roster]:
    """Any ground for one to forty days with some of the duties held, by people with any names."""
    posts = draw(st.lists(st.tuples(st.sampled_from(["测温", "登记"]), st.integers(1, 6)), min_size=1, max_size=3))
    ground = Ground(
        tuple(f"第{n}卡口" for n in range(draw(st.integers(1, 3)))),
        draw(st.sampled_from(list(SHIFTS.values()))),
        tuple(posts),
    )
    team = directory(ground, LONG_NAMES)
    roster = vacant(team, period(MONDAY, MONDAY + timedelta(draw(st.integers(0, 39)))))
    people = [v.id for v in team.volunteers]
    holders = draw(st.lists(st.sampled_from([None, *people]), min_size=1, max_size=40))
    turns = {duty.id: holders[n % len(holders)] for n, duty in enumerate(roster.plan.duties)}
    return team, roster.with_assignments({duty: Assignment(who) for duty, who in turns.items() if who})


many = settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
papers = st.sampled_from([Paper.A3, Paper.A4])
ways = st.sampled_from([None, True, False])


@many
@given(rosters(), papers, ways)
def test_every_duty_stands_in_a_monthly_roster_exactly_once(
    made: tuple[Directory, Roster], paper: Paper, landscape: bool | None
) -> None:
    team, roster = made
    request = TableRequest(roster.period.first, roster.period.last, paper=paper, landscape=landscape)
    sheets = month_of(team, roster, request)
    assert names(sheets) == Counter(team.volunteer[a.volunteer_id].name for a in roster.assignments.values())
    assert sum(e.name is None for *_, cell in cells(sheets) for e in cell) == len(roster.vacancies)


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


@many
@given(rosters(), papers, ways)
def test_no_name_leaves_its_cell_in_a_monthly_roster(
    made: tuple[Directory, Roster], paper: Paper, landscape: bool | None
) -> None:
    team, roster = made
    fits(month_of(team, roster, TableRequest(roster.period.first, roster.period.last, (), paper, landscape)))


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
