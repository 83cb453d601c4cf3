"""What single cells mean: names, ID numbers, yes and no, words and qualifications."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.lists import CellProblem, ListField, Verdict
from roster_app.exchange.cells import read_membership, read_qualifications, read_words, read_yes_no
from roster_app.exchange.headings import field_of, forbids_nights
from roster_app.exchange.id_numbers import check_id_number, masked_id_number
from roster_app.exchange.person_names import looks_like_a_name, read_name


@pytest.mark.parametrize(
    ("written", "name", "phone", "remark"),
    [
        ("严 山", "严山", None, None),
        ("欧阳 若水", "欧阳若水", None, None),
        ("阿卜杜热合曼·买买提", "阿卜杜热合曼·买买提", None, None),
        ("John Smith", "John Smith", None, None),
        ("李明13000000001", "李明", "13000000001", None),
        ("李明\n13000000001", "李明", "13000000001", None),
        ("李明（13000000001）", "李明", "13000000001", None),
        ("𬀩", "𬀩", None, None),
    ],
)
def test_a_name_is_taken_out_of_its_cell(written: str, name: str, phone: str | None, remark: str | None) -> None:
    cell = read_name(written)

    assert (cell.name, cell.phone, cell.remark) == (name, phone, remark)


@pytest.mark.parametrize(
    ("written", "name", "code", "verdict", "hint"),
    [
        ("", "", CellProblem.NAME_MISSING, Verdict.WRONG, ""),
        ("#N/A", "", CellProblem.NAME_MISSING, Verdict.WRONG, ""),
        ("张伟（颐和）", "张伟", CellProblem.NAME_REMARK, Verdict.DOUBTFUL, "颐和"),
        ("李四(代)", "李四", CellProblem.NAME_REMARK, Verdict.DOUBTFUL, "代"),
        ("周海文 李长䶮", "周海文李长䶮", CellProblem.NAME_SEVERAL, Verdict.WRONG, "2"),
        ("张三、李四/王五", "张三、李四/王五", CellProblem.NAME_SEVERAL, Verdict.WRONG, "3"),
        ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0", CellProblem.NAME_ODD, Verdict.WRONG, "=|/!"),
        ("待定", "待定", CellProblem.NAME_ODD, Verdict.WRONG, ""),
        ("12", "12", CellProblem.NAME_ODD, Verdict.WRONG, ""),
        ("李", "李", CellProblem.NAME_ODD, Verdict.DOUBTFUL, ""),
        ("张伟2", "张伟2", CellProblem.NAME_ODD, Verdict.DOUBTFUL, ""),
        ("张?", "张?", CellProblem.NAME_ODD, Verdict.DOUBTFUL, "?"),
        ("张\ue863", "张\ue863", CellProblem.NAME_ODD, Verdict.DOUBTFUL, "\ue863"),
    ],
)
def test_what_is_wrong_with_a_name_is_told(
    written: str, name: str, code: CellProblem, verdict: Verdict, hint: str
) -> None:
    cell = read_name(written)

    assert cell.name == name
    assert cell.doubt is not None
    assert (cell.doubt.code, cell.doubt.verdict, cell.doubt.hint) == (code, verdict, hint)


@given(st.text())
def test_any_text_in_a_name_cell_is_a_name_or_told(text: str) -> None:
    cell = read_name(text)

    assert cell.doubt is not None or len(cell.name) > 1


@pytest.mark.parametrize("text", ["王建国", "欧阳少东", "古丽娜尔.艾合买提", "李　明", "Becky", "David C"])
def test_names_are_told_from_other_words(text: str) -> None:
    assert looks_like_a_name(text)


@pytest.mark.parametrize("text", ["合计", "早班", "第一党支部", "13000000001", "周一至周五上午", "", "队员"])
def test_other_words_are_no_names(text: str) -> None:
    assert not looks_like_a_name(text)


@pytest.mark.parametrize(
    ("number", "code", "hint"),
    [
        ("11010519491231002X", None, ""),  # the specimen of GB 11643-1999
        ("11010519491231002x", None, ""),
        ("110105194912310021", CellProblem.ID_NUMBER_CHECKSUM, ""),
        ("11010519491231002X。", CellProblem.ID_NUMBER_ODD, "。"),
        ("110105491231002", CellProblem.ID_NUMBER_LENGTH, "15"),
        ("1101051949123100X2", CellProblem.ID_NUMBER_ODD, "X"),
        ("", None, ""),
    ],
)
def test_id_numbers_are_checked(number: str, code: CellProblem | None, hint: str) -> None:
    doubt = check_id_number(number)

    assert (doubt and doubt.code, doubt.hint if doubt else "") == (code, hint)


def test_of_an_id_number_only_its_end_is_shown() -> None:
    assert masked_id_number("11010519491231002X") == "**************002X"


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("是", True), ("可", True), ("√", True), ("Y", True), ("1", True), ("可以", True), ("TRUE", True),
        ("否", False), ("×", False), ("不可以", False), ("N", False), ("0", False), ("不上夜班", False), ("", None),
    ],
)  # fmt: skip
def test_yes_and_no(written: str, answer: bool | None) -> None:
    assert read_yes_no(written) == (answer, None)


def test_neither_yes_nor_no_is_told() -> None:
    answer, doubt = read_yes_no("△")

    assert answer is None
    assert doubt is not None
    assert doubt.code is CellProblem.YES_NO_ODD


@pytest.mark.parametrize(
    ("written", "member"),
    [("中共党员", True), ("党员", True), ("是", True), ("中共预备党员", False), ("群众", False), ("共青团员", False)],
)
def test_party_membership(written: str, member: bool) -> None:
    assert read_membership(written) == (member, None)


@pytest.mark.parametrize(
    ("written", "qualifications"),
    [
        ("负责人、医务", ("负责人", "医务")),
        ("中共党员，司机/粤语", ("党员", "司机", "粤语")),
        ("党员 党员", ("党员",)),
        ("first aid; driver", ("first aid", "driver")),
        ("无", None),
        ("", None),
    ],
)
def test_qualifications_are_divided(written: str, qualifications: tuple[str, ...] | None) -> None:
    assert read_qualifications(written) == qualifications


@pytest.mark.parametrize(
    ("written", "words"),
    [
        (" 第一 党支部 ", "第一党支部"),
        ("第１支部", "第1支部"),
        ("广州 ABC 公司", "广州 ABC 公司"),
        ("—", None),
        ("#REF!", None),
    ],
)
def test_words_have_one_normal_form(written: str, words: str | None) -> None:
    assert read_words(written) == words


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("姓 名", ListField.NAME),
        ("2. 您的姓名（必填）*：", ListField.NAME),
        ("Full Name", ListField.NAME),
        ("联系\n电话", ListField.PHONE),
        ("Phone number", ListField.PHONE),
        ("党员联系电话", ListField.PHONE),
        ("所在单位/党支部", ListField.AFFILIATION),
        ("片　区", ListField.AREA),
        ("资质", ListField.QUALIFICATIONS),
        ("能不能上夜班", ListField.NIGHTS_ALLOWED),
        ("身份证号码", ListField.ID_NUMBER),
        ("紧急联系人电话", None),
        ("家长姓名", None),
        ("密码;", None),
        ("Team leader phone", None),
        ("", None),
    ],
)
def test_headings_are_understood(heading: str, field: ListField | None) -> None:
    found = field_of(heading)

    assert (found and found[0]) == field


def test_a_heading_can_ask_the_other_way_round() -> None:
    assert forbids_nights("不上夜班")
    assert not forbids_nights("可否夜班")
    assert not forbids_nights("能不能上夜班")
