"""Pinyin of names: surnames read as surnames, and letters left in peace."""

import pytest

from roster_app.domain.ids import TeamId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.exchange.pinyin import pinyin_of


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("王建国", "wang jian guo"),
        ("区建", "ou jian"),
        ("曾长乐", "zeng chang le"),
        ("单明", "shan ming"),
        ("单于明", "chan yu ming"),
        ("尉迟恭", "yu chi gong"),
        ("仇查", "qiu cha"),
        ("朴解", "piao jie"),
        ("解乐", "xie le"),
        ("乐正子", "yue zheng zi"),
        ("欧阳 少东", "ou yang shao dong"),
        ("吕绿", "lv lv"),
        ("龚䶮", "gong yan"),
        ("马㛃", "ma jie"),
        ("周𬀩", "zhou wei"),
        ("阿卜杜·买买提", "a bu du mai mai ti"),
        ("Tom 李", "tom li"),
        ("Anne-Marie O'Neil", "anne marie o neil"),
        ("田𠮷", "tian 𠮷"),
    ],
)
def test_syllables_of_a_name(name: str, pinyin: str) -> None:
    assert pinyin_of(name) == pinyin


@pytest.mark.parametrize("words", ["吕 绿", "lvlv", "lulu", "lü", "lu", "ll", "0007"])
def test_somebody_is_found_by_any_of_these(words: str) -> None:
    volunteer = Volunteer(VolunteerId(1), TeamId(1), "吕绿", phone="13000000007", pinyin=pinyin_of("吕绿"))

    assert volunteer.matches(words)
