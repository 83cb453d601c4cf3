"""Small invented teams for the rules of the domain, and ways to give them rosters."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count

from roster_app.domain.calendar import DayTable
from roster_app.domain.demand import plan_duties
from roster_app.domain.ids import (
    AreaId,
    CheckpointId,
    DutyId,
    PatternId,
    PeriodId,
    PostId,
    QualificationId,
    ShiftId,
    ShiftTypeId,
    TeamId,
    VolunteerId,
)
from roster_app.domain.people import Qualification, Team, Volunteer
from roster_app.domain.places import (
    THREE_BY_EIGHT,
    Area,
    Checkpoint,
    Post,
    ShiftPattern,
    ShiftTimes,
    ShiftType,
)
from roster_app.domain.roster import Assignment, DutyPlan, Roster, RosterPeriod, Stint
from roster_app.domain.team import Directory, TeamRules
from roster_app.domain.timespan import span_on

TEAM = TeamId(1)
LEADER = QualificationId(1)
MONDAY = date(2020, 4, 6)
EASY = TeamRules(
    min_rest_minutes=0,
    max_consecutive_days=None,
    max_week_minutes=None,
    max_consecutive_nights=None,
    leader_each_shift=False,
    travel_within_area=0,
    travel_between_areas=0,
)
"""No limit at all, so that a test states the one it is about."""


def people(number: int, leaders: int = 0) -> tuple[Volunteer, ...]:
    """So many volunteers, the first of them leaders; ids from 1."""
    return tuple(
        Volunteer(VolunteerId(n), TEAM, f"P{n}", qualifications=frozenset({LEADER} if n <= leaders else ()))
        for n in range(1, number + 1)
    )


def town(
    volunteers: Sequence[Volunteer],
    posts: Sequence[Post],
    times: Sequence[ShiftTimes] = THREE_BY_EIGHT,
    rules: TeamRules = EASY,
    days: DayTable | None = None,
    checkpoints: int = 1,
) -> Directory:
    """Checkpoints 1, 2, … in an area each, staffed by one pattern; posts name their checkpoint themselves."""
    shift_types = tuple(
        ShiftType(ShiftTypeId(n), TEAM, t.key, t.key[0], t.start, t.end, t.hue) for n, t in enumerate(times, start=1)
    )
    pattern = ShiftPattern(PatternId(1), TEAM, "pattern", tuple(s.id for s in shift_types))
    places = range(1, checkpoints + 1)
    return Directory(
        team=Team(TEAM, "team"),
        volunteers=tuple(volunteers),
        qualifications=(Qualification(LEADER, TEAM, "leader", leads=True),),
        areas=tuple(Area(AreaId(n), TEAM, f"area {n}") for n in places),
        checkpoints=tuple(
            Checkpoint(CheckpointId(n), TEAM, f"gate {n}", area_id=AreaId(n), pattern_id=pattern.id) for n in places
        ),
        posts=tuple(posts),
        shift_types=shift_types,
        patterns=(pattern,),
        days=days or DayTable(announced_years=frozenset({2020})),
        rules=rules,
    )


def post(number: int = 1, checkpoint: int = 1, **facts: object) -> Post:
    """A post of a checkpoint."""
    plain = Post(PostId(number), CheckpointId(checkpoint), f"post {number}")
    return replace(plain, **facts)  # type: ignore[arg-type]


def plan(directory: Directory, days: int = 7, first: date = MONDAY) -> DutyPlan:
    """The plan of so many days with ids counted from 1."""
    ids = count(1)
    period = RosterPeriod(PeriodId(1), TEAM, first, first + timedelta(days=days - 1))
    return plan_duties(directory, period, make_id=lambda: next(ids))


def duty_at(made: DutyPlan, day: date, hour: int, checkpoint: int = 1, seat: int = 1) -> DutyId:
    """The duty that begins at that hour."""
    start = datetime(day.year, day.month, day.day, hour)
    return next(
        d.id
        for d in made.duties
        if d.span.start == start and d.seat == seat and made.shift[d.shift_id].checkpoint_id == checkpoint
    )


def held(made: DutyPlan, holders: Mapping[DutyId, int]) -> Roster:
    """The roster in which these people hold these duties."""
    return Roster(made, {duty: Assignment(VolunteerId(who)) for duty, who in holders.items()})


def stint(who: int, day: date, start: int, end: int, duty: int, shift: int = 0) -> Stint:
    """What somebody did in another period, at the first post of the first checkpoint."""
    return Stint(
        span_on(day, start, end),
        day,
        DutyId(duty),
        VolunteerId(who),
        CheckpointId(1),
        PostId(1),
        ShiftId(shift or -duty),
    )
