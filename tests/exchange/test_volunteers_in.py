"""Lists of volunteers as people keep them: header, columns, rows that are no people, cells in doubt."""

from pathlib import Path

import pytest
from workbooks import Row, workbook

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.lists import CellProblem, Ground, ListField, ReadList, SkipReason
from roster_app.domain.people import Gender
from roster_app.exchange.volunteers_in import read

HEADER: Row = ("序号", "姓名", "手机号码", "党支部", "片区", "职务", "资质", "可否夜班", "备注")
WANG: Row = (1, "王建国", 13000000001, "第一支部", "宋屋村", "组长", "负责人、党员", "是", "会粤语")
LI: Row = (2, "李　明", "130 0000 0002", "第二支部", "横岗", "队员", None, "否", None)


def listed(tmp_path: Path, *rows: Row, merges: tuple[str, ...] = ()) -> ReadList:
    return read(workbook(tmp_path / "list.xlsx", rows, merges=merges))


def names(found: ReadList) -> list[str]:
    return [draft.name for draft in found.drafts]


def told(found: ReadList) -> list[tuple[str, CellProblem]]:
    return [(problem.address, problem.code) for draft in found.drafts for problem in draft.problems]


def fields(found: ReadList) -> dict[str, ListField | None]:
    return {column.letter: column.field for column in found.columns}


def test_every_column_of_a_plain_list_is_read(tmp_path: Path) -> None:
    wang, li = listed(tmp_path, HEADER, WANG, LI).drafts

    assert (wang.row, wang.address, wang.name, wang.phone) == (2, "Sheet1!B2", "王建国", "13000000001")
    assert (wang.affiliation, wang.area, wang.title, wang.note) == ("第一支部", "宋屋村", "组长", "会粤语")
    assert (wang.qualifications, wang.nights_allowed, wang.problems) == (("负责人", "党员"), True, ())
    assert (li.name, li.raw_name, li.phone) == ("李明", "李　明", "13000000002")
    assert (li.qualifications, li.nights_allowed, li.note) == (None, False, None)


def test_title_rows_stand_above_the_header(tmp_path: Path) -> None:
    title = ("横三经济社志愿者名单",)
    found = listed(tmp_path, title, ("填表说明：手机请填11位",), (), HEADER, WANG, LI, merges=("A1:I1", "A2:I2"))

    assert (found.header_rows, names(found), found.skipped) == ((4,), ["王建国", "李明"], ())


def test_a_header_of_two_rows_is_read_as_one(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        ("姓名", "联系方式", None, "紧急联系人", None),
        (None, "微信", "手机", "姓名", "电话"),
        ("王建国", "wjg", 13000000001, "王小山", 13000000009),
        merges=("A1:A2", "B1:C1", "D1:E1"),
    )

    assert found.header_rows == (1, 2)
    assert fields(found) == {"A": ListField.NAME, "B": None, "C": ListField.PHONE, "D": None, "E": None}
    assert [(d.name, d.phone) for d in found.drafts] == [("王建国", "13000000001")]


def test_without_a_header_the_content_tells_the_columns(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        ("王建国", "11010519491231002X", 13000000001, "第一支部"),
        ("李明", "110105194912310021", 13000000002, "第一支部"),
        ("欧阳 若水", None, 13000000003, "第二支部"),
    )

    assert found.header_rows == ()
    assert [(c.field, c.ground) for c in found.columns] == [
        (ListField.NAME, Ground.CONTENT),
        (ListField.ID_NUMBER, Ground.CONTENT),
        (ListField.PHONE, Ground.CONTENT),
        (ListField.AFFILIATION, Ground.CONTENT),
    ]
    assert told(found) == [("Sheet1!B2", CellProblem.ID_NUMBER_CHECKSUM)]


def test_content_that_reads_like_headings_is_no_header(tmp_path: Path) -> None:
    found = listed(tmp_path, ("王建国", "队员", "党员"), ("李明", "队员", "党员"), ("赵安", "队员", "群众"))

    assert (found.header_rows, names(found)) == ((), ["王建国", "李明", "赵安"])


def test_a_column_of_names_is_found_under_an_unknown_heading(tmp_path: Path) -> None:
    found = listed(tmp_path, ("谁", "手机", "片区"), ("王建国", 13000000001, "横岗"), ("李明", 13000000002, "横岗"))

    assert names(found) == ["王建国", "李明"]
    assert found.columns[0].ground is Ground.CONTENT


def test_of_two_phones_the_mobile_is_read_and_nobody_elses(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        ("姓名", "紧急联系人电话", "办公电话", "手机"),
        ("王建国", 13000000009, "020-86000001", 13000000001),
    )

    assert [d.phone for d in found.drafts] == ["13000000001"]


def test_english_lists_are_read(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        ("Full name", "Phone number", "Area", "Skills", "Nights allowed"),
        ("John  Smith", "13000000001", "West", "driver; first aid", "N"),
    )

    (john,) = found.drafts
    assert (john.name, john.phone, john.area) == ("John Smith", "13000000001", "West")
    assert (john.qualifications, john.nights_allowed) == (("driver", "first aid"), False)


def test_the_sheet_with_the_people_is_taken(tmp_path: Path) -> None:
    overview: list[Row] = [("项目", "人数"), ("第一支部", 31), ("第二支部", 29)]
    path = workbook(tmp_path / "list.xlsx", overview, sheet="汇总", 名单=[HEADER, WANG, LI])

    found = read(path)

    assert (found.sheet, names(found)) == ("名单", ["王建国", "李明"])


def test_lines_at_the_foot_are_no_people(tmp_path: Path) -> None:
    foot: list[Row] = [
        (),
        ("合计", None, 2),
        (None, "共计60人"),
        ("说明：手机号码仅用于排班联系，请勿外传。",),
        ("制表人：某某", None, "审核：某某"),
    ]
    found = listed(tmp_path, HEADER, WANG, LI, *foot)

    assert names(found) == ["王建国", "李明"]
    assert [(s.row, s.reason) for s in found.skipped] == [(row, SkipReason.FOOT) for row in (5, 6, 7, 8)]


def test_other_lines_that_are_no_people_say_why(tmp_path: Path) -> None:
    between: list[Row] = [("例", "张三", 13000000000), ("第一小组",), HEADER, (3,), (None, None, None, "第二支部")]
    found = listed(tmp_path, HEADER, WANG, *between, LI)

    assert names(found) == ["王建国", "李明"]
    assert [s.reason for s in found.skipped] == [
        SkipReason.EXAMPLE,
        SkipReason.SECTION,
        SkipReason.HEADING_AGAIN,
        SkipReason.NOTHING_READ,
        SkipReason.NOTHING_READ,
    ]


def test_in_a_list_of_names_alone_nobody_is_a_heading(tmp_path: Path) -> None:
    found = listed(tmp_path, ("姓名",), ("王建国",), ("李建村",), ("第二小组",), ("赵安",))

    assert names(found) == ["王建国", "李建村", "赵安"]


def test_people_are_not_taken_for_footers(tmp_path: Path) -> None:
    clerk: Row = (1, "王建国", 13000000001, "审批科", "横岗", "审核员", None, None, None)
    found = listed(tmp_path, HEADER, clerk, ("审批科", "李明", None, None, "横岗"))

    assert names(found) == ["王建国", "李明"]


def test_units_merged_downwards_hold_for_everybody_beside_them(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        ("单位", "姓名", "手机"),
        ("第一支部", "王建国", 13000000001),
        (None, "李明", 13000000002),
        ("第二支部", "赵安", 13000000003),
        merges=("A2:A3",),
    )

    assert [d.affiliation for d in found.drafts] == ["第一支部", "第一支部", "第二支部"]


def test_a_person_over_two_lines_is_one_person(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        ("姓名", "手机"),
        ("王建国", 13000000001),
        (None, 13000000002),
        ("李明", 13000000003),
        merges=("A2:A3",),
    )

    assert (names(found), [s.reason for s in found.skipped]) == (["王建国", "李明"], [SkipReason.CONTINUED])


def test_every_bad_cell_is_named_and_none_stops_the_others(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        HEADER,
        (1, None, 13000000001),
        (2, "李　明", 130000000081, None, None, None, None, "看情况"),
        (3, "赵安", None, "=VLOOKUP(B4,X:Y,2)"),
        (4, "周和（颐和）", "13000000004/13000000005"),
        WANG,
    )

    assert told(found) == [
        ("Sheet1!B2", CellProblem.NAME_MISSING),
        ("Sheet1!C3", CellProblem.PHONE_LENGTH),
        ("Sheet1!H3", CellProblem.YES_NO_ODD),
        ("Sheet1!C4", CellProblem.PHONE_MISSING),
        ("Sheet1!D4", CellProblem.FORMULA_EMPTY),
        ("Sheet1!B5", CellProblem.NAME_REMARK),
        ("Sheet1!C5", CellProblem.PHONE_SEVERAL),
    ]
    assert [draft.wrong for draft in found.drafts] == [True, True, False, False, False]


def test_a_formula_in_place_of_a_name_is_told(tmp_path: Path) -> None:
    found = listed(tmp_path, ("姓名", "手机"), ("=C2&D2", 13000000001), ("李明", 13000000002))

    problem = found.drafts[0].problems[0]
    assert (problem.address, problem.text, problem.code) == ("Sheet1!A2", "=C2&D2", CellProblem.FORMULA_EMPTY)
    assert found.drafts[0].wrong


def test_a_phone_beside_the_name_is_used(tmp_path: Path) -> None:
    found = listed(tmp_path, ("值班人员", "职务"), ("王建国13000000001", "组长"), ("李明 13000000002", "队员"))

    assert [(d.name, d.phone, d.problems) for d in found.drafts] == [
        ("王建国", "13000000001", ()),
        ("李明", "13000000002", ()),
    ]


def test_party_membership_is_a_qualification(tmp_path: Path) -> None:
    found = listed(tmp_path, ("姓名", "政治面貌", "技能"), ("王建国", "中共党员", "司机"), ("李明", "群众", None))

    assert [d.qualifications for d in found.drafts] == [("司机", "党员"), None]


def test_consent_is_read_where_it_was_asked_and_stays_unknown_elsewhere(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        ("姓名", "手机", "是否同意公示", "同意公开电话"),
        ("王建国", 13000000001, "同意", "否"),
        ("李明", 13000000002, "不同意", None),
    )

    assert [(d.name_consent, d.phone_consent) for d in found.drafts] == [(True, False), (False, None)]
    assert [d.phone for d in found.drafts] == ["13000000001", "13000000002"]


def test_a_column_of_refusals_is_not_taken_for_consent(tmp_path: Path) -> None:
    found = listed(tmp_path, ("姓名", "手机", "不同意公示"), ("王建国", 13000000001, "√"))

    assert found.drafts[0].name_consent is None


def test_a_question_asked_the_other_way_round(tmp_path: Path) -> None:
    found = listed(tmp_path, ("姓名", "手机", "不上夜班"), ("王建国", 13000000001, "√"), ("李明", 13000000002, None))

    assert [d.nights_allowed for d in found.drafts] == [False, None]


def test_an_id_number_is_nowhere_in_what_was_read(tmp_path: Path) -> None:
    found = listed(tmp_path, ("姓名", "身份证号"), ("王建国", "110105194912310021"), ("李明", "11010519491231002X。"))

    assert [p.code for d in found.drafts for p in d.problems] == [
        CellProblem.ID_NUMBER_CHECKSUM,
        CellProblem.ID_NUMBER_ODD,
    ]
    assert "19491231" not in repr(found)


@pytest.mark.parametrize(
    "rows",
    [
        [("周次", "男1", "男2", "女1"), ("周一", "严山", "孙风", "沈云"), ("周二", "朱和", "喻子", "华初")],
        [(43895, 43896)],
        [("物资", "数量"), ("口罩", 20)],
    ],
)
def test_a_file_without_a_column_of_names_is_refused(tmp_path: Path, rows: list[Row]) -> None:
    with pytest.raises(DomainError) as refused:
        listed(tmp_path, *rows)

    assert refused.value.code is ErrorCode.NO_NAME_COLUMN


def test_an_empty_template_is_a_list_of_nobody(tmp_path: Path) -> None:
    found = listed(tmp_path, ("Name", "Team", "Frequency"))

    assert (found.drafts, found.skipped, len(found.columns)) == ((), (), 3)


def test_a_column_of_gender_is_read_and_what_it_cannot_mean_is_told(tmp_path: Path) -> None:
    found = listed(
        tmp_path,
        ("姓名", "性别", "手机号码"),
        ("王建国", "男", 13000000001),
        ("李明", "女性", 13000000002),
        ("陈玥", "", 13000000003),
        ("何平", "可", 13000000004),
    )

    assert fields(found)["B"] is ListField.GENDER
    assert [d.gender for d in found.drafts] == [Gender.MALE, Gender.FEMALE, None, None]
    assert told(found) == [("Sheet1!B5", CellProblem.GENDER_ODD)]
