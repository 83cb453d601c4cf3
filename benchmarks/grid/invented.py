"""An invented team of any size with every duty of some weeks held, in a database file."""

from collections import deque
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from roster_app.domain.calendar import DayTable
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.ids import (
    AreaId,
    CheckpointId,
    DutyId,
    PatternId,
    PeriodId,
    PostId,
    QualificationId,
    ShiftTypeId,
    TeamId,
    VolunteerId,
)
from roster_app.domain.people import Qualification, Team, Volunteer
from roster_app.domain.places import Area, Checkpoint, Hue, Post, ShiftPattern, ShiftType
from roster_app.domain.roster import Origin, Roster
from roster_app.domain.team import TeamRules
from roster_app.services import Services, open_services

TEAM, LEADER, PATTERN = TeamId(1), QualificationId(11), PatternId(31)
FIRST = date(2020, 4, 1)
TYPES = (
    ShiftType(ShiftTypeId(21), TEAM, "早班", "早", 480, 960, Hue.EARLY),
    ShiftType(ShiftTypeId(22), TEAM, "中班", "中", 960, 1440, Hue.MIDDLE),
    ShiftType(ShiftTypeId(23), TEAM, "夜班", "夜", 0, 480, Hue.NIGHT),
)
_POSTS = ("负责人", "测温", "登记")
_SURNAMES, _GIVEN = (
    "陈黄李张何梁罗麦潘谢许曾邓冯郭",
    ("志明", "秀英", "建国", "俊杰", "晓彤", "宇航", "丽华", "玥", "子轩", "平"),
)


def filled(folder: Path, people: int, checkpoints: int, days: int) -> tuple[Services, PeriodId]:
    """The team with everybody taking turns: nine duties a day and checkpoint."""
    services = open_services(f"sqlite:///{folder / 'roster.db'}", "desk")
    with services.desk.database.work() as work:
        work.teams.add(Team(TEAM, "横三突击队"))
        work.teams.set_rules(TEAM, TeamRules())
        work.teams.set_day_table(TEAM, DayTable(announced_years=frozenset({2020})))
        work.people.add_qualification(Qualification(LEADER, TEAM, "负责人", leads=True))
        work.places.add_area(*(Area(AreaId(41 + n), TEAM, f"第{n + 1}片区", n) for n in range(4)))
        work.places.add_shift_type(*TYPES)
        work.places.add_pattern(ShiftPattern(PATTERN, TEAM, "三班倒", tuple(t.id for t in TYPES)))
        for place in range(checkpoints):
            checkpoint = CheckpointId(100 + place)
            work.places.add_checkpoint(
                Checkpoint(
                    checkpoint,
                    TEAM,
                    f"第{place + 1}卡口",
                    area_id=AreaId(41 + place % 4),
                    pattern_id=PATTERN,
                    order=place,
                )
            )
            work.places.replace_posts(checkpoint, tuple(_posts(checkpoint)))
        work.people.add(*(_volunteer(n) for n in range(people)))
    period = services.rostering.create_period(TEAM, FIRST, FIRST + timedelta(days=days - 1))
    roster = services.rostering.open(period.id).roster
    edit = settle(roster, dict(_turns(roster, people)), EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)
    services.rostering.apply_edit(period.id, edit)
    return services, period.id


def _posts(checkpoint: CheckpointId) -> Iterator[Post]:
    for n, name in enumerate(_POSTS):
        requires = frozenset({LEADER}) if n == 0 else frozenset()
        yield Post(PostId(10 * checkpoint + n), checkpoint, name, requires=requires, leads=n == 0, order=n)


def _volunteer(n: int) -> Volunteer:
    name = _SURNAMES[n % 15] + _GIVEN[(n + n // 15) % 10]
    skills = frozenset({LEADER} if n % 3 == 0 else ())
    area = AreaId(41 + n % 4)
    return Volunteer(VolunteerId(1000 + n), TEAM, name, area_id=area, qualifications=skills, phone=f"1380000{n:04d}")


def _turns(roster: Roster, people: int) -> Iterator[tuple[DutyId, VolunteerId]]:
    """Leaders among themselves, everybody else among themselves, each duty to who waits longest."""
    leaders = deque(VolunteerId(1000 + n) for n in range(0, people, 3))
    others = deque(VolunteerId(1000 + n) for n in range(people) if n % 3)
    for duty in sorted(roster.plan.duties, key=lambda d: d.span):
        queue = leaders if duty.post_id % 10 == 0 else others
        yield duty.id, queue[0]
        queue.rotate(-1)
