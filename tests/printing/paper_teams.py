"""Invented teams with rosters to print: every name the sheets must survive is among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.demand import plan_duties
from roster_app.domain.editions import new_edition
from roster_app.domain.ids import (
    CheckpointId,
    PatternId,
    PeriodId,
    PostId,
    QualificationId,
    ShiftTypeId,
    TeamId,
    VolunteerId,
)
from roster_app.domain.people import Qualification, Team, Volunteer
from roster_app.domain.places import Checkpoint, Post, ShiftPattern, ShiftType
from roster_app.domain.roster import Assignment, DutyPlan, Roster, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.printing.furniture import Imprint

TEAM = TeamId(1)
LEADS = QualificationId(1)
MONDAY = date(2020, 4, 6)
SUNDAY = date(2020, 4, 12)
NOW = datetime(2020, 4, 5, 18, 0)

NAMES = (
    "王建国",
    "李秀英",
    "张伟",
    "张伟",
    "欧阳雪梅",
    "黄𬀩",
    "䶮㛃",
    "阿卜杜热合曼·买买提",
    "Christopher Montgomery",
    "陈志坚",
    "林婉珊",
    "麦嘉欣",
    "区志明",
    "朱俊杰",
    "黎晓彤",
    "宋宏斌",
    "潘少芬",
    "曾国强",
    "单婉仪",
    "仇丽华",
    "许煜竣",
    "许煜焌",
    "刘喆",
    "王堃",
    "赵犇",
    "陈玥",
    "周翀",
    "何平",
    "谢宇航",
    "邓志强",
)
_PINYIN = {"许煜竣": "xu yu jun", "许煜焌": "xu yu jun"}
AFFILIATIONS = ("横三党支部", "横岗经济社", "颐和", "官路村党支部", "社区卫生服务中心")


@dataclass(frozen=True)
class Ground:
    """What the places of an invented team look like: checkpoints, shifts as (name, code, start, end), posts."""

    checkpoints: tuple[str, ...] = ("宋屋村卡口", "横岗卡口", "官路村卡口")
    shifts: tuple[tuple[str, str, int, int], ...] = (
        ("夜班", "夜", 0, 480),
        ("早班", "早", 480, 960),
        ("中班", "中", 960, 1440),
    )
    posts: tuple[tuple[str, int], ...] = (("负责人", 1), ("测温", 1))


def directory(ground: Ground = Ground(), names: Sequence[str] = NAMES, office: str = "永平街横三社区") -> Directory:
    """A team with its places; the first post of each checkpoint leads. April 2020 has 清明 on the 4th to 6th."""
    types = tuple(
        ShiftType(ShiftTypeId(n), TEAM, name, code, start, end)
        for n, (name, code, start, end) in enumerate(ground.shifts, start=1)
    )
    checkpoints = tuple(
        Checkpoint(CheckpointId(n), TEAM, name, pattern_id=PatternId(1), order=n)
        for n, name in enumerate(ground.checkpoints, start=1)
    )
    return Directory(
        team=Team(TEAM, "横三突击队", office, "8218 0110"),
        volunteers=tuple(
            Volunteer(
                VolunteerId(n),
                TEAM,
                name,
                affiliation=AFFILIATIONS[n % len(AFFILIATIONS)],
                phone=f"138{n:04}{(n * 7919) % 10000:04}",
                pinyin=_PINYIN.get(name, ""),
            )
            for n, name in enumerate(names, start=1)
        ),
        qualifications=(Qualification(LEADS, TEAM, "负责人", leads=True),),
        checkpoints=checkpoints,
        posts=tuple(
            Post(PostId(c.id * 100 + n), c.id, name, headcount, leads=n == 0, order=n)
            for c in checkpoints
            for n, (name, headcount) in enumerate(ground.posts)
        ),
        shift_types=types,
        patterns=(ShiftPattern(PatternId(1), TEAM, "三班倒", tuple(t.id for t in types)),),
        days=DayTable(
            frozenset({2020}),
            {
                **{date(2020, 4, day): SpecialDay(DayType.HOLIDAY, "qingming") for day in (4, 5, 6)},
                date(2020, 4, 26): SpecialDay(DayType.MAKEUP_WORKDAY),
            },
        ),
    )


def period(first: date = MONDAY, last: date = SUNDAY) -> RosterPeriod:
    """A week by default."""
    return RosterPeriod(PeriodId(1), TEAM, first, last)


def vacant(team: Directory, days: RosterPeriod | None = None) -> Roster:
    """Every duty the team wants, nobody in any."""
    ids = count(1)
    return Roster(plan_duties(team, days or period(), lambda: next(ids)))


def unplanned(days: RosterPeriod | None = None) -> Roster:
    """A period without a single shift."""
    return Roster(DutyPlan(days or period()))


def full(team: Directory, days: RosterPeriod | None = None, stride: int = 1) -> Roster:
    """Everybody in turn, every duty held. (The turns follow no rule: these rosters are for printing.)"""
    roster = vacant(team, days)
    people = [v.id for v in team.volunteers]
    return roster.with_assignments(
        {duty.id: Assignment(people[n * stride % len(people)]) for n, duty in enumerate(roster.plan.duties)}
    )


def almost_empty(team: Directory) -> Roster:
    """One duty held, all others vacant."""
    roster = vacant(team)
    first = roster.plan.duties[0]
    return roster.with_assignments({first.id: Assignment(team.volunteers[0].id)})


def imprint(roster: Roster | None = None) -> Imprint:
    """That of an edition of the roster, or of a draft."""
    published = new_edition(roster, 3, NOW, "区志明") if roster else None
    return Imprint(NOW, published, duty_leader="陈志坚", made_by="区志明")
