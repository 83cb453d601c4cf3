"""Availability and lists of people taken in, forms remembered, and the workbook of what stays out."""

from datetime import date, datetime
from pathlib import Path

import pytest
from desk_cases import Clock, Office
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from test_taking_in_rosters import LIST, fates, look, told

from roster_app.domain.errors import DomainError, StaleEdit
from roster_app.domain.ids import AvailabilityId, ShiftTypeId, new_id
from roster_app.domain.inspected import ColumnUse, Corrections
from roster_app.domain.lists import ListField
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.remembered_forms import RememberedForm, remembered_answers
from roster_app.domain.taking_in import EntryFate, Obstacle, Purpose, TakingAnswers
from roster_app.domain.timespan import span_on, whole_days
from roster_app.services.taking_in import Source

FORM = (
    "2020年4月可值班时间\n姓名\t4月6日\t4月7日\t4月8日\t4月9日\n"
    "王建国\t√\t×\t△\t√\n陈玥\t×\t√\t√\t\n鲁一帆\t√\t√\t×\t√\n"
)
WISHES = "姓名\t可值班日期\n王建国\t4月6日、4月8日\n陈玥\t4月7日\n"
WIDE = (
    "2020年4月可值班时间\n姓名\t4月6日\t\t4月7日\t\n\t08:00-16:00\t16:00-24:00\t08:00-16:00\t16:00-24:00\n"
    "王建国\t√\t×\t\t√\n陈玥\t\t√\t√\t\n"
)
PEOPLE = (
    "姓名\t手机号码\t片区\t班组\n王建国\t13000000000\t东片\t一组\n"
    "鲁一帆\t13700000001\t西片\t一组\n\t13700000002\t西片\t\n"
)


def stated(office: Office, name: str) -> list[tuple[AvailabilityKind, date]]:
    directory = office.services.teams.directory(office.team_id)
    who = next(v.id for v in directory.volunteers if v.name == name)
    return sorted((a.kind, a.first.start.date()) for a in directory.availabilities_of(who))


def test_marks_become_statements_and_perhaps_is_asked(office: Office) -> None:
    plan = look(office, FORM)

    assert plan.purpose is Purpose.AVAILABILITY
    assert fates(plan) == {EntryFate.NEW: 10, EntryFate.ASKED: 1}
    office.services.taking_in.take(office.team_id, plan)
    assert stated(office, "王建国") == [
        (AvailabilityKind.AVAILABLE, date(2020, 4, 6)),
        (AvailabilityKind.AVAILABLE, date(2020, 4, 9)),
        (AvailabilityKind.UNAVAILABLE, date(2020, 4, 7)),
    ]
    assert stated(office, "鲁一帆")[-1] == (AvailabilityKind.UNAVAILABLE, date(2020, 4, 8))


@pytest.mark.parametrize("text", [FORM, WISHES, WIDE], ids=["matrix", "list", "wide"])
@pytest.mark.parametrize("as_wishes", [False, True])
def test_every_form_goes_in_once_and_back_out(office: Office, text: str, as_wishes: bool) -> None:
    answers = TakingAnswers(as_wishes=as_wishes)
    before = told(office)

    plan = look(office, text, answers)
    assert plan.purpose is Purpose.AVAILABILITY
    taken = office.services.taking_in.take(office.team_id, plan)
    after = told(office)
    assert after != before

    again = look(office, text, answers)
    assert set(fates(again)) <= {EntryFate.SAME, EntryFate.ASKED}
    assert not office.services.taking_in.take(office.team_id, again).changes
    assert told(office) == after
    taken.undo()
    assert told(office) == before
    taken.redo()
    assert told(office) == after


def test_a_newer_form_withdraws_what_it_contradicts(office: Office) -> None:
    office.services.taking_in.take(office.team_id, look(office, FORM))

    plan = look(office, FORM.replace("王建国\t√\t×", "王建国\t×\t×"))

    assert plan.count(EntryFate.CHANGED) == 1
    office.services.taking_in.take(office.team_id, plan)
    assert (AvailabilityKind.AVAILABLE, date(2020, 4, 6)) not in stated(office, "王建国")
    assert (AvailabilityKind.UNAVAILABLE, date(2020, 4, 6)) in stated(office, "王建国")


def test_taking_back_is_refused_where_somebody_stated_more(office: Office) -> None:
    taken = office.services.taking_in.take(office.team_id, look(office, FORM))
    who = office.people[0].id
    directory = office.services.teams.directory(office.team_id)
    own = directory.availabilities_of(who)
    more = Availability(
        AvailabilityId(new_id()), who, AvailabilityKind.UNWANTED, whole_days(date(2020, 5, 1), date(2020, 5, 1))
    )
    office.services.people.set_availability(who, (*own, more))
    before = told(office)

    with pytest.raises(StaleEdit):
        taken.undo()

    assert told(office) == before


def test_hours_of_a_form_are_kept(office: Office) -> None:
    office.services.taking_in.take(office.team_id, look(office, WIDE))

    directory = office.services.teams.directory(office.team_id)
    spans = {a.first for a in directory.availabilities_of(office.people[0].id)}
    assert span_on(date(2020, 4, 6), 480, 960) in spans


def test_a_list_of_people_keeps_all_its_columns_and_goes_back_out(office: Office) -> None:
    before = told(office)

    plan = look(office, PEOPLE)

    assert plan.purpose is Purpose.PEOPLE
    assert fates(plan) == {EntryFate.NEW: 1, EntryFate.CHANGED: 1, EntryFate.WRONG: 1}
    taken = office.services.taking_in.take(office.team_id, plan)
    directory = office.services.teams.directory(office.team_id)
    new = next(v for v in directory.volunteers if v.name == "鲁一帆")
    assert new.area_id is not None
    assert directory.area[new.area_id].name == "西片"
    assert {crew.name for crew in directory.crews} == {"一组"}
    after = told(office)
    again = look(office, PEOPLE)
    assert fates(again) == {EntryFate.SAME: 2, EntryFate.WRONG: 1}
    assert not office.services.taking_in.take(office.team_id, again).changes
    taken.undo()
    assert told(office) == before
    taken.redo()
    assert told(office) == after


def test_people_of_a_roster_can_be_taken_alone(office: Office) -> None:
    plan = look(office, LIST.replace("陈玥\t\n", "鲁一帆\t\n"), TakingAnswers(purpose=Purpose.PEOPLE))

    assert fates(plan) == {EntryFate.NEW: 1, EntryFate.SAME: 2}


def test_rejected_rows_are_mended_in_their_workbook_and_taken_in(office: Office, tmp_path: Path) -> None:
    office.period()
    text = LIST + "2020-04-31\t何平\t\n2020-04-10\t=cmd|1\t\n"
    source, path = Source(text=text), tmp_path / "rejected.xlsx"
    plan = look(office, text)
    office.services.taking_in.take(office.team_id, plan)

    count = office.services.taking_in.write_rejected(plan, source, path)

    book = load_workbook(path)
    page = book.active
    assert page is not None
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert count == len(rows) - 1
    assert rows[0] == ["日期", "08:00-16:00", "16:00-24:00", "Error"]
    assert rows[1][0] == "2020-04-31"
    assert rows[1][1] == "何平"
    assert rows[1][3]
    assert all(cell.data_type != "f" for row in page.iter_rows() for cell in row)
    page["A2"] = datetime(2020, 4, 9)
    book.save(path)
    mended = office.services.taking_in.look(office.team_id, Source(path))
    assert mended.count(EntryFate.NEW) == 1
    assert {e.seen.person for e in mended.entries if e.fate is EntryFate.NEW} == {"何平"}


def test_rejected_people_are_mended_and_taken_in(office: Office, tmp_path: Path) -> None:
    path = tmp_path / "rejected.xlsx"

    assert office.services.taking_in.write_rejected(look(office, PEOPLE), Source(text=PEOPLE), path) == 1

    book = load_workbook(path)
    page = book.active
    assert page is not None
    page["A2"] = "麦志坚"
    book.save(path)
    mended = office.services.taking_in.look(office.team_id, Source(path))
    assert fates(mended) == {EntryFate.NEW: 1}


def test_a_form_is_remembered_for_next_month_until_it_is_forgotten(office: Office, clock: Clock) -> None:
    before = told(office)
    plan = look(office, FORM)
    sheet = plan.inspection.sheets[0].name
    corrected = look(office, FORM, corrections=Corrections(skipped_sheets=frozenset([sheet])))
    taken = office.services.taking_in.take(office.team_id, corrected)

    clock.time = datetime(2020, 5, 3)
    later = look(office, FORM.replace("4月", "5月"))

    assert later.remembered
    assert later.rows_in == 0
    taken.undo()
    assert told(office) == before
    taken.redo()
    office.services.taking_in.forget(office.team_id, later)
    assert look(office, FORM).rows_in == plan.rows_in
    assert told(office) == before


def test_a_file_of_nothing_stores_nothing(office: Office) -> None:
    before = told(office)

    plan = look(office, "今天\t天气\t很好\n1\t2\t3\n")

    assert plan.rows_in == sum(plan.count(fate) for fate in EntryFate)
    assert not office.services.taking_in.take(office.team_id, plan).changes
    assert told(office) == before


def test_a_colleague_who_added_the_same_person_is_noticed(office: Office) -> None:
    plan = look(office, FORM)
    colleague = look(office, "姓名\t手机\n鲁一帆\t13700000001\n")
    office.services.taking_in.take(office.team_id, colleague)

    with pytest.raises(DomainError):
        office.services.taking_in.take(office.team_id, plan)

    assert not stated(office, "王建国")


def test_left_out_cells_and_people_are_skipped(office: Office) -> None:
    plan = look(office, FORM)
    asked = next(e.seen.cell for e in plan.entries if e.obstacle is Obstacle.IN_DOUBT)

    answered = look(office, FORM, TakingAnswers(left_out=frozenset([asked]), not_added=frozenset(["鲁一帆"])))

    assert fates(answered) == {EntryFate.NEW: 6, EntryFate.SKIPPED: 5}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2020-04-06", "4月7日", "2020-04-31", "", "周五", "4月20日", "合计"]),
            st.sampled_from(["王建国", "王建图", "陈玥、何平", "鲁一帆", "", "休", "=1+1", "张伟（代）", "138"]),
            st.sampled_from(["陈玥", "王建国 李秀英", "", "待定", "×"]),
        ),
        max_size=6,
    )
)
def test_nothing_is_lost_whatever_stands_in_the_file(office: Office, rows: list[tuple[str, str, str]]) -> None:
    text = LIST + "".join("\t".join(row) + "\n" for row in rows)
    for purpose in Purpose:
        plan = look(office, text, TakingAnswers(purpose=purpose))
        assert sum(plan.count(fate) for fate in EntryFate) == plan.rows_in
        for sheet in plan.inspection.sheets:
            assert sheet.rows_in == sheet.imported + sheet.unchanged + sheet.skipped + sheet.wrong
        fresh = {change.duty_id for change in plan.edit.changes} if plan.edit else set()
        assert fresh == {e.duty_id for e in plan.entries if e.fate in (EntryFate.NEW, EntryFate.CHANGED) and e.duty_id}
        cells = {entry.cell for entry in plan.inspection.entries}
        assert purpose is Purpose.PEOPLE or cells == {entry.seen.cell for entry in plan.entries}


def test_columns_of_a_list_are_as_told(office: Office) -> None:
    text = "姓名\t手机号码\t去年所在\t片区\n王建国\t13000000000\t二组\t东片\n鲁一帆\t13700000001\t一组\t西片\n"
    name = look(office, text).inspection.sheets[0].name
    told_columns = {name: {2: ColumnUse.AFFILIATION, 3: ColumnUse.IGNORE}}

    plan = look(office, text, corrections=Corrections(columns=told_columns))

    assert plan.listed is not None
    assert [row.draft.affiliation for row in plan.listed.rows] == ["二组", "一组"]
    assert [row.draft.area for row in plan.listed.rows] == [None, None]
    columns = {column.letter: column.field for column in plan.list_columns[name]}
    assert columns == {"A": ListField.NAME, "B": ListField.PHONE, "C": ListField.AFFILIATION, "D": None}


def test_what_words_mean_is_remembered_with_the_form(office: Office) -> None:
    text = "2020年4月值班表\n姓名\t4月6日\t4月7日\n王建国\t甲\t甲\n"
    early = office.services.teams.directory(office.team_id).shift_types[0]
    answers = TakingAnswers(shifts={"甲": early.id})
    taken = office.services.taking_in.take(office.team_id, look(office, text, answers=answers))

    later = look(office, text.replace("王建国", "陈玥").replace("4月6日", "4月5日"))

    assert later.remembered
    assert later.answers.shifts == {"甲": early.id}
    assert not [entry for entry in later.entries if entry.obstacle is Obstacle.UNKNOWN_SHIFT]
    office.services.taking_in.forget(office.team_id, later)
    assert not look(office, text).answers.shifts
    taken.undo()


def test_a_shift_that_is_gone_is_asked_again(office: Office) -> None:
    form = RememberedForm(office.team_id, "f", datetime(2020, 4, 1), shifts={"甲": ShiftTypeId(7)}, as_wishes=True)
    directory = office.services.teams.directory(office.team_id)

    answers = remembered_answers([form], {"四月": "f"}, directory)

    assert answers == TakingAnswers(as_wishes=True)


def test_which_marks_are_wishes_is_remembered(office: Office) -> None:
    plan = look(office, FORM, answers=TakingAnswers(as_wishes=True))
    office.services.taking_in.take(office.team_id, plan)

    assert look(office, FORM.replace("4月", "5月")).answers.as_wishes
