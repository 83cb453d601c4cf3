"""Names: what two spellings share, and which names almost agree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.names import is_han, name_key, nearly_same, one_apart, slips, tidy_name

NAME_SIGNS = st.sampled_from(list("李明张伟欧阳若水⻩⻢㛃䶮𬀩·•.-' 　\u200b\ufe00ADamsａ"))


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("严 山", "严山"),
        ("李　明", "李明"),
        ("  曹瑾\n", "曹瑾"),
        ("欧阳 若水", "欧阳若水"),
        ("⻩小⻢", "黄小马"),
        ("⼭⽥", "山田"),
        ("古丽娜尔.艾合买提", "古丽娜尔·艾合买提"),
        ("阿卜杜热合曼 • 买买提", "阿卜杜热合曼·买买提"),
        ("\u200b王\ufeff五", "王五"),
        ("㛃\U000e0100", "㛃"),
        ("张三，", "张三"),
        ("ADAMS ", "ADAMS"),
        ("Ｊ. Smith", "J. Smith"),
        ("Tom 李", "Tom 李"),
        (" ,。", ""),
    ],
)
def test_a_name_has_one_normal_form(written: str, tidy: str) -> None:
    assert tidy_name(written) == tidy


@given(st.text(NAME_SIGNS, max_size=8) | st.text(max_size=8))
def test_the_normal_form_is_its_own_normal_form(text: str) -> None:
    assert tidy_name(tidy_name(text)) == tidy_name(text)


@given(
    st.lists(st.sampled_from("李明张伟欧阳若水㛃䶮𬀩"), min_size=2, max_size=5), st.sampled_from([" ", "　", "\u200b"])
)
def test_blanks_between_characters_never_make_another_person(characters: list[str], blank: str) -> None:
    assert name_key(blank.join(characters)) == name_key("".join(characters))


@pytest.mark.parametrize(
    ("name", "other", "near"),
    [
        ("王竣文", "王焌文", True),
        ("欧阳云岗", "欧阳云岚", True),
        ("古丽娜尔·艾合买提", "古丽娜尔艾合买提", True),
        ("阿卜杜热合曼·买买提", "阿布杜热合曼·买买提", True),
        ("张伟", "张玮", False),
        ("周和", "周和宁", False),
        ("李明", "李　明", False),
        ("王建国", "李建军", False),
    ],
)
def test_names_one_character_apart(name: str, other: str, near: bool) -> None:
    assert nearly_same(name, other) is near
    assert nearly_same(other, name) is near


def test_a_shared_phone_makes_short_names_near() -> None:
    assert one_apart("李竣", "李焌")
    assert not one_apart("李竣", "王焌")


@given(st.text("甲乙丙丁·", max_size=6), st.text("甲乙丙丁·", max_size=6))
def test_near_names_share_a_slip(name: str, other: str) -> None:
    assert not nearly_same(name, other) or slips(name) & slips(other)


@pytest.mark.parametrize(
    ("name", "han"), [("阿卜杜热合曼·买买提", True), ("𬀩㛃〇", True), ("Tom 李", False), ("", False)]
)
def test_written_in_chinese(name: str, han: bool) -> None:
    assert is_han(name) is han
