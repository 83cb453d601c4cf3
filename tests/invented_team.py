"""An invented team of any size with a month to roster: places, people, statements, and a roster that mostly fits."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.demand import plan_duties
from roster_app.domain.ids import (
    AreaId,
    CheckpointId,
    LeaveId,
    PatternId,
    PeriodId,
    PostId,
    QualificationId,
    ShiftTypeId,
    TeamId,
    VolunteerId,
)
from roster_app.domain.people import Leave, Qualification, Team, Volunteer
from roster_app.domain.places import Area, Checkpoint, CheckpointKind, Hue, Post, ShiftPattern, ShiftType
from roster_app.domain.roster import Assignment, Origin, Roster, RosterPeriod
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days

if TYPE_CHECKING:
    from roster_app.services import Services

TEAM = TeamId(1)
LEADER, MEDICAL = QualificationId(11), QualificationId(12)
EARLY, MIDDLE, NIGHT = ShiftTypeId(21), ShiftTypeId(22), ShiftTypeId(23)
PATTERN = PatternId(31)
_SURNAMES = (
    "陈 chen;黄 huang;李 li;张 zhang;何 he;梁 liang;罗 luo;麦 mai;潘 pan;谢 xie;许 xu;曾 zeng;邓 deng;冯 feng;郭 guo;"
    "欧阳 ou yang"
)
_GIVEN = (
    "志明 zhi ming;秀英 xiu ying;建国 jian guo;俊杰 jun jie;晓彤 xiao tong;宇航 yu hang;丽华 li hua;玥 yue;"
    "子轩 zi xuan;平 ping"
)


def names() -> Iterator[tuple[str, str]]:
    """Names with their pinyin, no two alike for the first hundred and sixty."""
    surnames = [s.split(" ", 1) for s in _SURNAMES.split(";")]
    given = [g.split(" ", 1) for g in _GIVEN.split(";")]
    for n in count():
        first, second = surnames[n % len(surnames)], given[(n + n // len(surnames)) % len(given)]
        yield first[0] + second[0], f"{first[1]} {second[1]}"


def april_2020() -> DayTable:
    """清明 on the 4th to the 6th, the 26th worked instead."""
    special = {date(2020, 4, d): SpecialDay(DayType.HOLIDAY, "qingming") for d in (4, 5, 6)}
    special[date(2020, 4, 26)] = SpecialDay(DayType.MAKEUP_WORKDAY)
    return DayTable(announced_years=frozenset({2020}), special=special)


def team(people: int = 60, checkpoints: int = 3, hotline: bool = True) -> Directory:
    """A team with 24-hour checkpoints of leader, temperature check and registration."""
    areas = tuple(Area(AreaId(41 + n), TEAM, name, n) for n, name in enumerate(("宋屋村", "横岗", "官路村")))
    places = [
        Checkpoint(CheckpointId(100 + n), TEAM, f"{areas[n % 3].name}卡口" if n < 3 else f"第{n + 1}卡口",
                   area_id=areas[n % 3].id, pattern_id=PATTERN, order=n)
        for n in range(checkpoints)
    ]  # fmt: skip
    posts = [post for place in places for post in _posts_of(place)]
    if hotline:
        desk = Checkpoint(CheckpointId(99), TEAM, "热线", CheckpointKind.HOTLINE, pattern_id=PATTERN, order=99)
        places.append(desk)
        posts.append(Post(PostId(999), desk.id, "接线"))
    volunteers = tuple(_volunteer(n, areas, name) for n, name in zip(range(people), names(), strict=False))
    return Directory(
        Team(TEAM, "横三突击队", "永平街横三社区", "020-12345678"),
        volunteers,
        qualifications=(Qualification(LEADER, TEAM, "负责人", leads=True), Qualification(MEDICAL, TEAM, "医务")),
        areas=areas,
        checkpoints=tuple(places),
        posts=tuple(posts),
        shift_types=(
            ShiftType(EARLY, TEAM, "早班", "早", 480, 960, Hue.EARLY),
            ShiftType(MIDDLE, TEAM, "中班", "中", 960, 1440, Hue.MIDDLE),
            ShiftType(NIGHT, TEAM, "夜班", "夜", 0, 480, Hue.NIGHT),
        ),
        patterns=(ShiftPattern(PATTERN, TEAM, "三班倒", (EARLY, MIDDLE, NIGHT)),),
        leaves=tuple(
            Leave(
                LeaveId(500 + n),
                VolunteerId(1000 + n),
                whole_days(date(2020, 4, 6 + n % 20), date(2020, 4, 9 + n % 20)),
            )
            for n in range(2, people, 17)
        ),
        days=april_2020(),
    )


def _posts_of(place: Checkpoint) -> Iterator[Post]:
    base = place.id * 10
    yield Post(PostId(base), place.id, "负责人", requires=frozenset({LEADER}), leads=True)
    yield Post(PostId(base + 1), place.id, "测温", order=1)
    yield Post(PostId(base + 2), place.id, "登记", order=2)


def _volunteer(n: int, areas: tuple[Area, ...], name: tuple[str, str]) -> Volunteer:
    return Volunteer(
        VolunteerId(1000 + n),
        TEAM,
        name[0],
        affiliation=f"第{n % 4 + 1}支部",
        area_id=areas[n % 3].id,
        qualifications=frozenset({LEADER} if n % 3 == 0 else ()),
        phone=f"1380000{n:04d}",
        pinyin=name[1],
    )


def period(first: date = date(2020, 4, 1), last: date = date(2020, 4, 30)) -> RosterPeriod:
    return RosterPeriod(PeriodId(1), TEAM, first, last)


def empty_roster(directory: Directory, days: RosterPeriod | None = None) -> Roster:
    """The month with every duty vacant."""
    numbers = count(10_000)
    return Roster(plan_duties(directory, days or period(), lambda: next(numbers)))


def filled_roster(directory: Directory, days: RosterPeriod | None = None) -> Roster:
    """Nearly every duty held: whoever is free, fit, rested and stood least stands next."""
    roster = empty_roster(directory, days)
    ready = {v.id: datetime(2000, 1, 1) for v in directory.volunteers}
    stood = {v.id: 0 for v in directory.volunteers}
    held: dict[int, Assignment] = {}
    for duty in sorted(roster.plan.duties, key=lambda d: (d.span.start, not directory.post[d.post_id].leads)):
        post = directory.post[duty.post_id]
        for who in sorted(stood, key=stood.__getitem__):
            volunteer = directory.volunteer[who]
            away = any(leave.span.overlaps(duty.span) for leave in directory.leaves_of(who))
            if ready[who] <= duty.span.start and post.requires <= volunteer.qualifications and not away:
                held[duty.id] = Assignment(who, Origin.PROPOSAL)
                ready[who] = duty.span.end + timedelta(hours=16)
                stood[who] += 1
                break
    return roster.with_assignments(held)  # type: ignore[arg-type]


def store(services: "Services", directory: Directory) -> None:
    """Put a whole team into the database."""
    with services.desk.database.work() as work:
        work.teams.add(directory.team)
        work.teams.set_rules(TEAM, directory.rules)
        work.teams.set_day_table(TEAM, directory.days)
        work.people.add_qualification(*directory.qualifications)
        work.places.add_area(*directory.areas)
        work.places.add_shift_type(*directory.shift_types)
        work.places.add_pattern(*directory.patterns)
        work.places.add_checkpoint(*directory.checkpoints)
        for checkpoint in directory.checkpoints:
            work.places.replace_posts(checkpoint.id, directory.posts_of[checkpoint.id])
        work.people.add(*directory.volunteers)
        work.people.add_leave(*directory.leaves)
