"""As many invented volunteers as are asked for, with pinyin, phones and affiliations."""

import random

from roster_app.domain.ids import AreaId, QualificationId, TeamId, VolunteerId
from roster_app.domain.people import Qualification, Team, Volunteer
from roster_app.domain.places import Area
from roster_app.domain.team import Directory
from roster_app.exchange.pinyin import pinyin_of

TEAM = Team(TeamId(1), "大队")
_SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余"
    "于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范区单仇查"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂玥翀喆堃志建国俊晓宇子轩欣怡"
    "雨嘉文华英玉兰梅红春海燕丹波斌辉峰宁鑫鹏飞旭"
)
_PLACES = ("颐和社区", "横三社区", "横岗党支部", "永平街道办", "卫生服务中心", "宋屋村", "官路村", "物业公司")


def crowd(size: int) -> Directory:
    """A team of that size; the same people every time."""
    chance = random.Random(20200401)
    areas = tuple(Area(AreaId(1 + n), TEAM.id, name, n) for n, name in enumerate(("横岗", "宋屋", "官路")))
    skills = tuple(Qualification(QualificationId(11 + n), TEAM.id, name) for n, name in enumerate(("负责人", "医护")))
    return Directory(TEAM, tuple(_person(n, chance) for n in range(1, size + 1)), qualifications=skills, areas=areas)


def _person(number: int, chance: random.Random) -> Volunteer:
    surname = "欧阳" if chance.random() < 0.01 else chance.choice(_SURNAMES)
    name = surname + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2, 2))))
    return Volunteer(
        VolunteerId(number),
        TEAM.id,
        name,
        chance.choice(_PLACES),
        AreaId(chance.randint(1, 3)),
        qualifications=frozenset(QualificationId(11 + n) for n in range(2) if chance.random() < 0.2),
        phone=f"13{chance.randrange(10**9):09}",
        pinyin=pinyin_of(name),
    )
