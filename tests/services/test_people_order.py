"""Orders of a list of people: by pinyin, by strokes as a printed list has it, by rank."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.ids import TeamId, VolunteerId
from roster_app.domain.people import Volunteer
from roster_app.domain.people_order import PeopleOrder, rank_of, surname_and_given
from roster_app.exchange.pinyin import pinyin_of
from roster_app.exchange.strokes import stroke_places
from roster_app.services.people_order import order_key

COUNTED = {1: "一乙", 2: "丁卜刁", 3: "于万马", 4: "王牛毛方尹孔邓", 5: "甘古左石龙叶田史白包冯兰宁司皮",
           7: "杜李杨吴邱何余邹沈宋张陆陈", 8: "林欧罗周郑", 9: "赵郝胡钟侯", 11: "黄曹梁",
           15: "黎潘", 17: "戴魏"}  # fmt: skip
"""Surnames as the standard lists them: in each number by first strokes 一丨丿丶乛."""


def person(name: str, title: str = "", number: int = 1) -> Volunteer:
    return Volunteer(VolunteerId(number), TeamId(1), name, title=title, pinyin=pinyin_of(name))


def in_order(order: PeopleOrder, *names: str) -> list[str]:
    people = [person(name) for name in names]
    random.Random(1).shuffle(people)
    return [p.name for p in sorted(people, key=order_key(order))]


def test_surnames_stand_by_number_of_strokes_then_by_first_strokes() -> None:
    expected = [c for surnames in COUNTED.values() for c in surnames]
    assert in_order(PeopleOrder.STROKES, *expected) == expected


@pytest.mark.parametrize(
    "names",
    [
        ("田富", "田大利", "田丽"),
        ("王一", "王乙", "王丁", "王一一", "王丁一"),
        ("欧一", "欧丁一", "欧阳丁", "欧阳一一"),
        ("马玥", "王䶮", "张𬱖", "Anna", "anna Zoe"),
        ("丁一", "于一", "卜一"),
    ],
)
def test_given_names_of_one_character_come_first(names: tuple[str, ...]) -> None:
    wanted = {"田": ["田丽", "田富", "田大利"], "丁": ["丁一", "卜一", "于一"]}.get(names[0][0], list(names))
    assert in_order(PeopleOrder.STROKES, *names) == wanted


@given(st.lists(st.text(alphabet="田富大利王欧阳㛃𬱖·aB", min_size=1, max_size=4), min_size=2, max_size=8))
def test_strokes_order_everybody_by_surname_then_length_then_given_name(names: list[str]) -> None:
    place = stroke_places()
    named = sorted((person(n) for n in names), key=order_key(PeopleOrder.STROKES))
    for before, after in itertools.pairwise(named):
        (one, short), (two, other) = surname_and_given(before.name), surname_and_given(after.name)
        if one[0] != two[0] and one[0] in place and two[0] in place:
            assert place[one[0]] < place[two[0]]
        if one == two:
            assert (len(short) > 1) <= (len(other) > 1)


def test_the_file_names_each_character_once_and_covers_the_standard() -> None:
    places = stroke_places()
    assert len(places) == len(set(places.values())) > 27_000
    assert all(chr(n) in places for n in range(0x4E00, 0x9FA6))


def test_pinyin_orders_by_syllables() -> None:
    assert in_order(PeopleOrder.PINYIN, "区志明", "曾一", "张伟", "安然") == ["安然", "区志明", "曾一", "张伟"]


def test_ranks_stand_from_the_first_secretary_to_those_without_a_title() -> None:
    titles = [
        "党委书记、居委会主任",
        "主任",
        "党委副书记",
        "居委会副主任",
        "委员",
        "队长",
        "副队长",
        "组长",
        "顾问",
        "",
    ]
    shuffled = random.Random(1).sample(titles, len(titles))
    assert sorted(shuffled, key=rank_of) == titles
    people = [
        person("张伟", "副队长", 1),
        person("安然", "", 2),
        person("李明", "书记", 3),
        person("毕生", "副队长", 4),
    ]
    assert [p.name for p in sorted(people, key=order_key(PeopleOrder.RANK))] == ["李明", "毕生", "张伟", "安然"]
