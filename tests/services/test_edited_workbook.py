"""A roster goes out as a workbook, is edited in a spreadsheet, and comes back as exactly those edits."""

import random
import shutil
import subprocess
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from desk_cases import Office
from edited_book import EditedBook
from openpyxl import Workbook, load_workbook

from roster_app.domain.edits import assign, set_locked
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import VolunteerId, new_id
from roster_app.domain.parts import cut
from roster_app.domain.people import Volunteer
from roster_app.domain.returned import ReturnProblem
from roster_app.domain.roster import Origin, RosterPeriod
from roster_app.exchange import roster_marks as marks
from roster_app.services.exports import Returning
from roster_app.services.words.returned import return_summary, sentence_of_remark, sentence_of_returned

MONDAY, TUESDAY = date(2020, 4, 6), date(2020, 4, 7)


class Desk:
    """A roster with some duties held, and its workbook."""

    def __init__(self, office: Office, path: Path) -> None:
        self.office, self.path = office, path
        self.period: RosterPeriod = office.period()
        self.early, self.middle, self.vacant = (self.duty(MONDAY, 8), self.duty(MONDAY, 16), self.duty(TUESDAY, 8))
        self.hold(self.early, 0)
        self.hold(self.middle, 1)
        office.services.exports.roster(self.period.id, path)
        self.book = EditedBook(path)

    def duty(self, day: date, hour: int, post: int = 0) -> int:
        return self.office.duty(self.office.open(self.period), day, hour, post)

    def name(self, person: int) -> str:
        return self.office.people[person].name

    def hold(self, duty: int, person: int) -> None:
        roster = self.office.open(self.period).roster
        edit = assign(roster, duty, self.office.people[person].id)  # type: ignore[arg-type]
        self.office.services.rostering.apply_edit(self.period.id, edit)

    def read(self) -> Returning:
        return self.office.services.exports.read_back(self.path)

    def asked(self) -> dict[int, str | None]:
        """Who would hold what after taking the workbook as it is saved now."""
        self.book.save()
        people = {p.id: p.name for p in self.office.people}
        changes = [found.change for found in self.read().plan.changes]
        return {c.duty_id: people[c.after.volunteer_id] if c.after else None for c in changes}

    def told(self) -> list[tuple[ReturnProblem, str]]:
        """What is not taken, with its cell's text."""
        self.book.save()
        return [(remark.code, remark.text) for remark in self.read().plan.remarks]

    def holders(self) -> dict[int, str]:
        people = {p.id: p.name for p in self.office.people}
        held = self.office.open(self.period).roster.assignments
        return {duty: people[a.volunteer_id] for duty, a in held.items()}

    def code(self, duty: int) -> str:
        """The code of a duty, read off the sheet where somebody holds it, or as legend and others say."""
        sheet = next(s for s in self.book.book.worksheets if s.cell(1, 1).value == marks.WRITTEN)
        row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 2).value == str(duty))
        return str(sheet.cell(row, 5).value)


@pytest.fixture
def desk(office: Office, tmp_path: Path) -> Desk:
    return Desk(office, tmp_path / "roster.xlsx")


def test_an_unedited_workbook_changes_nothing(desk: Desk) -> None:
    plan = desk.read().plan
    assert (plan.changes, plan.remarks, plan.already) == ((), (), 0)


def test_names_in_the_list_become_one_step_that_is_undone_in_one(desk: Desk) -> None:
    before = desk.holders()
    desk.book.holder(desk.early).value = desk.name(2)
    desk.book.holder(desk.middle).value = None
    desk.book.holder(desk.vacant).value = f" {desk.name(3)} "
    assert desk.asked() == {desk.early: desk.name(2), desk.middle: None, desk.vacant: desk.name(3)}
    assert desk.holders() == before, "reading alone changes nothing"

    record = desk.office.services.exports.take_back(desk.read())

    assert desk.holders() == {desk.early: desk.name(2), desk.vacant: desk.name(3)}
    assert {c.after.origin for c in record.edit.changes if c.after} == {Origin.IMPORT}
    desk.office.services.rostering.undo(desk.period.id)
    assert desk.holders() == before


def test_codes_in_the_table_put_people_on_and_off(desk: Desk) -> None:
    people = desk.office.people
    desk.book.codes(people[0].id, MONDAY).value = desk.code(desk.middle)
    desk.book.codes(people[1].id, MONDAY).value = None
    desk.book.codes(people[2].id, TUESDAY).value = desk.code(desk.vacant).upper()
    assert desk.asked() == {desk.early: None, desk.middle: desk.name(0), desk.vacant: desk.name(2)}


def test_several_codes_in_a_cell(desk: Desk) -> None:
    cell = desk.book.codes(desk.office.people[0].id, MONDAY)
    night = desk.duty(MONDAY, 0)
    cell.value = f"{cell.value} / {desk.code(night)}"
    assert desk.asked() == {night: desk.name(0)}


def test_shuffled_rows_and_columns_do_not_matter(desk: Desk) -> None:
    desk.book.holder(desk.vacant).value = desk.name(4)
    desk.book.codes(desk.office.people[5].id, TUESDAY).value = desk.code(desk.duty(TUESDAY, 16))
    for mark in (marks.LIST, marks.TABLE):
        desk.book.reorder(mark, lambda rows: random.Random(3).sample(rows, len(rows)))
    desk.book.move_column_last(marks.TABLE, TUESDAY.isoformat())
    desk.book.move_column_last(marks.LIST, marks.HOLDER)
    desk.book.sheet(marks.LIST).title = "other name"
    assert desk.asked() == {desk.vacant: desk.name(4), desk.duty(TUESDAY, 16): desk.name(5)}
    assert desk.told() == []


def test_an_unknown_name_is_told_by_sheet_and_cell_and_takes_nobody_off(desk: Desk) -> None:
    cell = desk.book.holder(desk.early)
    cell.value = "欧阳少冬"
    assert desk.asked() == {}
    (remark,) = desk.read().plan.remarks
    assert (remark.code, remark.hint) == (ReturnProblem.UNKNOWN_NAME, "欧阳少东")
    assert remark.address.endswith(f"!{cell.coordinate}")
    assert sentence_of_remark(remark).endswith("nobody of this name; is 欧阳少东 meant? The duty stays as it is")


def test_a_formula_typed_as_a_name_is_only_a_name(desk: Desk) -> None:
    desk.book.holder(desk.early).value = "'=cmd|calc!A0"
    assert [code for code, _text in desk.told()] == [ReturnProblem.UNKNOWN_NAME]


def test_two_people_for_one_seat_are_refused_in_both_sheets(desk: Desk) -> None:
    desk.book.holder(desk.vacant).value = f"{desk.name(2)}、{desk.name(3)}"
    desk.book.codes(desk.office.people[2].id, MONDAY).value = desk.code(desk.early)
    assert desk.asked() == {}
    told = desk.told()
    assert (ReturnProblem.SEVERAL_NAMES, f"{desk.name(2)}、{desk.name(3)}") in told
    assert (ReturnProblem.TOO_MANY, desk.code(desk.early)) in told


def test_an_unknown_code_leaves_its_cell_unread(desk: Desk) -> None:
    desk.book.codes(desk.office.people[0].id, MONDAY).value = "X9"
    assert desk.asked() == {}
    assert desk.told() == [(ReturnProblem.UNKNOWN_CODE, "X9")]


def test_removed_rows_and_columns_take_nobody_off(desk: Desk) -> None:
    table, listed = desk.book.sheet(marks.TABLE), desk.book.sheet(marks.LIST)
    table.delete_rows(desk.book.row(table, desk.office.people[0].id))
    table.delete_cols(desk.book.column(table, marks.TABLE, TUESDAY.isoformat()))
    listed.delete_rows(desk.book.row(listed, desk.early))
    assert desk.asked() == {}
    assert {code for code, _text in desk.told()} == {ReturnProblem.ROW_REMOVED, ReturnProblem.COLUMN_REMOVED}


def test_a_sheet_that_is_gone_changes_nothing_and_the_other_is_read(desk: Desk) -> None:
    desk.book.book.remove(desk.book.sheet(marks.TABLE))
    desk.book.holder(desk.vacant).value = desk.name(4)
    assert desk.asked() == {desk.vacant: desk.name(4)}


def test_names_sorted_without_their_rows_are_noticed(desk: Desk) -> None:
    sheet = desk.book.sheet(marks.LIST)
    column = desk.book.column(sheet, marks.LIST, marks.DAY)
    first, last = desk.book.rows_below(marks.LIST)
    sheet.cell(first, column).value, sheet.cell(last, column).value = "2020-04-12", "2020-04-06"
    assert desk.asked() == {}
    assert {code for code, _text in desk.told()} == {ReturnProblem.ROW_MIXED}


def test_added_rows_are_told_or_read_by_their_name(desk: Desk) -> None:
    person = Volunteer(VolunteerId(new_id()), desk.office.team_id, "新来者")
    desk.office.services.people.add(person)
    table, listed = desk.book.sheet(marks.TABLE), desk.book.sheet(marks.LIST)
    row = desk.book.rows_below(marks.TABLE)[1] + 9
    table.cell(row, 2).value = "新来者"
    table.cell(row, desk.book.column(table, marks.TABLE, TUESDAY.isoformat())).value = desk.code(desk.vacant)
    table.cell(row + 1, desk.book.column(table, marks.TABLE, TUESDAY.isoformat())).value = "nobody's"
    listed.cell(listed.max_row + 1, 2).value = "2020-04-30"
    desk.book.save()
    plan = desk.read().plan
    assert [(c.change.duty_id, c.change.after.volunteer_id) for c in plan.changes if c.change.after] == [
        (desk.vacant, person.id)
    ]
    assert {remark.code for remark in plan.remarks} == {ReturnProblem.ROW_ADDED, ReturnProblem.NOT_READ}


def test_a_row_that_is_there_twice_is_believed_only_where_both_agree(desk: Desk) -> None:
    sheet = desk.book.sheet(marks.LIST)
    row, copy = desk.book.row(sheet, desk.vacant), sheet.max_row + 1
    for column in range(1, sheet.max_column + 1):
        sheet.cell(copy, column).value = sheet.cell(row, column).value
    assert desk.told() == []
    sheet.cell(copy, desk.book.column(sheet, marks.LIST, marks.HOLDER)).value = desk.name(2)
    assert desk.asked() == {}
    assert [code for code, _text in desk.told()] == [ReturnProblem.ROW_REPEATED]


def test_sheets_that_contradict_each_other_change_nothing(desk: Desk) -> None:
    desk.book.holder(desk.vacant).value = desk.name(2)
    desk.book.codes(desk.office.people[3].id, TUESDAY).value = desk.code(desk.vacant)
    assert desk.asked() == {}
    assert [code for code, _text in desk.told()] == [ReturnProblem.CONTRADICTION]


def test_what_a_colleague_changed_meanwhile_is_kept(desk: Desk) -> None:
    desk.hold(desk.early, 3)
    desk.hold(desk.vacant, 4)
    desk.book.holder(desk.early).value = desk.name(2)
    desk.book.holder(desk.middle).value = desk.name(5)
    assert desk.asked() == {desk.middle: desk.name(5)}
    (remark,) = desk.read().plan.remarks
    assert (remark.code, remark.hint) == (ReturnProblem.CHANGED_MEANWHILE, desk.name(3))
    desk.office.services.exports.take_back(desk.read())
    assert desk.holders() == {desk.early: desk.name(3), desk.middle: desk.name(5), desk.vacant: desk.name(4)}


def test_taking_it_twice_changes_nothing_the_second_time(desk: Desk) -> None:
    desk.book.holder(desk.vacant).value = desk.name(4)
    desk.book.save()
    desk.office.services.exports.take_back(desk.read())
    again = desk.read().plan
    assert (again.changes, again.remarks, again.already) == ((), (), 1)
    with pytest.raises(DomainError, match=ErrorCode.NOTHING_TO_CHANGE):
        desk.office.services.exports.take_back(desk.read())


def test_a_change_between_reading_and_taking_is_refused(desk: Desk) -> None:
    desk.book.holder(desk.vacant).value = desk.name(4)
    desk.book.save()
    read = desk.read()
    desk.hold(desk.vacant, 5)
    with pytest.raises(DomainError, match=ErrorCode.STALE_EDIT):
        desk.office.services.exports.take_back(read)
    assert desk.holders()[desk.vacant] == desk.name(5)


def test_a_locked_duty_is_left_alone(desk: Desk) -> None:
    roster = desk.office.open(desk.period).roster
    locked = set_locked(roster, [desk.early], True)  # type: ignore[list-item]
    desk.office.services.rostering.apply_edit(desk.period.id, locked)
    desk.book.holder(desk.early).value = None
    assert desk.asked() == {}
    assert [code for code, _text in desk.told()] == [ReturnProblem.LOCKED]


def test_what_would_break_a_rule_is_counted_before_it_is_taken(desk: Desk) -> None:
    desk.book.holder(desk.early).value = desk.name(7)
    desk.book.save()
    read = desk.read()
    assert read.new_conflicts == 2, "who is no leader leads, and the shift is without one"
    assert return_summary(read.plan, 2) == "1 duty would change; 0 are not taken; 2 new conflicts"


def test_every_change_is_told_by_its_cell(desk: Desk) -> None:
    cell = desk.book.holder(desk.early)
    cell.value = desk.name(2)
    desk.book.save()
    opened = desk.office.open(desk.period)
    (found,) = desk.read().plan.changes
    told = sentence_of_returned(found, opened.directory, opened.roster.plan)
    assert cell.coordinate in told
    assert told.endswith("王建国 → 张伟")


def test_headings_and_ids_are_protected_and_hidden_and_cells_offer_choices(desk: Desk) -> None:
    for mark, cell in ((marks.LIST, desk.book.holder(desk.early)), (marks.TABLE, None)):
        sheet = desk.book.sheet(mark)
        assert sheet.protection.sheet
        assert sheet.column_dimensions["A"].hidden
        assert sheet.cell(3, 2).protection.locked
        assert sheet.freeze_panes is not None
        assert sheet.print_title_rows
        (validation,) = sheet.data_validations.dataValidation
        assert validation.type == "list"
        assert cell is None or (cell.coordinate in validation.sqref and not cell.protection.locked)
    assert [s.sheet_state for s in desk.book.book.worksheets] == ["visible", "visible", "hidden", "hidden"]


def test_weekends_and_holidays_are_grey(desk: Desk) -> None:
    grey = {day: desk.book.codes(desk.office.people[0].id, day).fill.fgColor.rgb for day in (MONDAY, TUESDAY)}
    assert grey[MONDAY] == "FFE6E6E6", "清明节"
    assert grey[TUESDAY] != grey[MONDAY]


def test_the_same_roster_gives_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    one, other = (desk.office.services.exports.roster(desk.period.id, tmp_path / n) for n in ("a.xlsx", "b.xlsx"))
    assert one.read_bytes() == other.read_bytes()


def test_other_workbooks_and_other_databases_are_refused(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["姓名", "4月6日"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(DomainError, match=ErrorCode.FILE_NO_ROSTER):
        desk.office.services.exports.read_back(tmp_path / "other.xlsx")
    desk.office.services.rostering.delete_period(desk.period.id)
    with pytest.raises(DomainError, match=ErrorCode.UNKNOWN_PERIOD):
        desk.read()


@pytest.mark.parametrize("seed", range(5))
def test_any_edits_come_back_as_exactly_those(desk: Desk, seed: int) -> None:
    """Half of the cells of the list get somebody else, somebody or nobody."""
    chance = random.Random(seed)
    roster, wanted = desk.office.open(desk.period).roster, {}
    for duty in roster.plan.duties:
        if chance.random() < 0.5:
            person = chance.choice([None, *range(8)])
            name = None if person is None else desk.name(person)
            desk.book.holder(duty.id).value = name
            if name != desk.holders().get(duty.id):
                wanted[duty.id] = name
    assert desk.asked() == wanted
    assert desk.told() == []


def converted(path: Path, kind: str, folder: Path) -> Path:
    """What LibreOffice saves of a file it has opened."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not here: soffice")
    folder.mkdir()
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return folder / f"{path.stem}.{kind}"


@pytest.mark.parametrize("kind", ["xlsx", "ods", "xls"])
def test_libreoffice_opens_and_saves_it_and_nothing_differs(desk: Desk, tmp_path: Path, kind: str) -> None:
    saved = converted(desk.path, kind, tmp_path / "saved")
    plan = desk.office.services.exports.read_back(saved).plan
    assert (plan.changes, plan.remarks) == ((), ())


def test_an_edit_survives_libreoffice(desk: Desk, tmp_path: Path) -> None:
    desk.book.holder(desk.vacant).value = desk.name(4)
    saved = converted(desk.book.save(), "xlsx", tmp_path / "saved")
    plan = desk.office.services.exports.read_back(saved).plan
    assert [found.change.duty_id for found in plan.changes] == [desk.vacant]
    assert plan.remarks == ()


def test_seats_of_one_post_share_a_code_and_who_stays_keeps_the_seat(office: Office, tmp_path: Path) -> None:
    lead, check = office.posts
    office.services.places.save_checkpoint(office.checkpoint, (lead, replace(check, headcount=2)))
    desk = Desk(office, tmp_path / "two.xlsx")
    opened = office.open(desk.period)
    one, two = (
        d.id for d in opened.roster.plan.duties
        if d.post_id == check.id and opened.roster.plan.shift_of(d.id).day == TUESDAY and d.span.start.hour == 8
    )  # fmt: skip
    desk.hold(one, 4)
    desk.hold(two, 5)
    office.services.exports.roster(desk.period.id, desk.path)
    desk.book = EditedBook(desk.path)
    code = desk.code(one)
    assert code == desk.code(two)
    desk.book.codes(office.people[4].id, TUESDAY).value = None
    desk.book.codes(office.people[6].id, TUESDAY).value = code
    assert desk.asked() == {one: desk.name(6)}


def test_parts_of_a_cut_duty_have_codes_of_their_own(desk: Desk) -> None:
    edit = cut(desk.office.open(desk.period).roster, desk.early, datetime(2020, 4, 6, 12))
    desk.office.services.rostering.apply_edit(desk.period.id, edit)
    desk.office.services.exports.roster(desk.period.id, desk.path)
    desk.book = EditedBook(desk.path)
    (second,) = (s.duty_id for s in edit.seats if s.before is None)
    assert desk.code(second).endswith("(1200-1600)")
    cell = desk.book.codes(desk.office.people[0].id, MONDAY)
    cell.value = desk.code(desk.early)
    desk.book.codes(desk.office.people[1].id, MONDAY).value = f"{desk.code(desk.middle)}/{desk.code(second)}"
    assert desk.asked() == {second: desk.name(1)}


def test_no_cell_but_the_totals_is_a_formula(desk: Desk) -> None:
    formulas = [
        cell.coordinate
        for sheet in load_workbook(desk.path).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert len(formulas) == len(desk.office.people)
