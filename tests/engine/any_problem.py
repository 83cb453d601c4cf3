"""Random small problems over the whole rule book, for what must hold of each of them; a number tells each one again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random

from any_book import any_book, cost
from hypothesis import strategies as st
from small_teams import EASY, LEADER, MONDAY, TEAM, people, plan, post, stint, town

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.fairness import BurdenKind, Ledger, LedgerEntry
from roster_app.domain.ids import (
    AreaId,
    AvailabilityId,
    CheckpointId,
    CrewId,
    DutyId,
    LeaveId,
    LedgerEntryId,
    PeriodId,
    QualificationId,
    ShiftTypeId,
    VolunteerId,
)
from roster_app.domain.people import Availability, AvailabilityKind, Gender, Leave, LeaveKind, Qualification, Volunteer
from roster_app.domain.places import PATTERN_TEMPLATES, DemandWindow, Hue, Post, ShiftTimes
from roster_app.domain.roster import Assignment, Duty, DutyPlan, Roster, Stint
from roster_app.domain.team import Directory, TeamRules
from roster_app.domain.timespan import Span, span_on
from roster_app.engine.problem import RosterProblem, build

_DAYS = DayTable(frozenset({2020}), {MONDAY + timedelta(days=1): SpecialDay(DayType.HOLIDAY, "qingming")})
_NURSE = QualificationId(2)
_NOBODY: frozenset[QualificationId] = frozenset()


def _times(*hours: tuple[int, int]) -> tuple[ShiftTimes, ...]:
    return tuple(ShiftTimes(f"{n}", start, end, Hue.OTHER) for n, (start, end) in enumerate(hours))


PATTERNS = (
    *PATTERN_TEMPLATES.values(),
    _times((360, 600), (600, 900)),
    _times((480, 540), (540, 550), (560, 620), (500, 600)),
    _times((510, 510 + 2880)),
    _times((480, 960), (1320, 1320 + 1440)),
    _times((0, 1440)),
)
"""The usual ones; several short shifts a day; whole days, two whole days; nights that end on the day after next."""


@dataclass(frozen=True)
class Size:
    """How large a problem may be."""

    people: tuple[int, int] = (0, 6)
    places: int = 2
    posts: int = 2
    days: int = 9
    entries: int = 7
    held: int = 6


SMALL = Size()
TINY = Size(people=(1, 3), places=1, posts=1, days=2, held=1)


def any_problem(number: int, size: Size = SMALL) -> RosterProblem:
    """The problem of a number: with duties locked, kept and out of scope, not all by the rules, a past, a future."""
    dice = Random(number)
    team = any_directory(dice, size)
    made = plan(team, dice.randint(1, size.days), MONDAY + timedelta(days=dice.randint(0, 6)))
    made = _cut(dice, made)
    ids = [duty.id for duty in made.duties]
    closed = set(dice.sample(ids, min(len(ids), dice.randint(0, 4))))
    roster = Roster(
        made,
        _held(dice, team, made, size.held),
        earlier=_neighbours(dice, team, made),
        posted=_posted(dice, team, made),
        posted_from=dice.choice([None, datetime(2020, 4, 7, 12)]),
    )
    only = set(ids) - closed if dice.random() < 0.3 else None
    return build(roster, team, _ledger(dice, team), only=only, keep=dice.random() < 0.5, seed=dice.randint(0, 3))


def problems(size: Size = SMALL) -> st.SearchStrategy[RosterProblem]:
    """Any of the problems."""
    return st.integers(0, 1_000_000).map(lambda number: any_problem(number, size))


def _cut(dice: Random, made: DutyPlan) -> DutyPlan:
    """Some seats cut in time by hand."""
    changes: dict[DutyId, Duty | None] = {}
    for duty in dice.sample(made.duties, min(len(made.duties), dice.choice([0, 0, 0, 2]))):
        middle = duty.span.start + (duty.span.end - duty.span.start) / 2
        changes[duty.id] = replace(duty, span=Span(duty.span.start, middle))
        later = DutyId(800_000 + duty.id)
        changes[later] = replace(duty, id=later, span=Span(middle, duty.span.end))
    return made.with_seats(changes)


def any_directory(dice: Random, size: Size) -> Directory:
    """A team with any pattern and any book."""
    places = dice.randint(1, size.places)
    crowd = tuple(_volunteer(dice, v, places) for v in people(dice.randint(*size.people), leaders=dice.randint(0, 6)))
    entries = any_book(dice, dice.choice([2, size.entries]))
    rules = replace(_limits(dice) if dice.random() < 0.4 else EASY, entries=entries)
    posts = [_post(dice, n, 1 + n % places) for n in range(places * dice.randint(1, size.posts))]
    team = town(crowd, posts, dice.choice(PATTERNS), rules, _DAYS, places)
    return replace(
        team,
        qualifications=(*team.qualifications, Qualification(_NURSE, TEAM, "nurse")),
        availabilities=tuple(_statement(dice, n, crowd) for n in range(dice.randint(0, 6) if crowd else 0)),
        leaves=tuple(_leave(dice, n, crowd) for n in range(dice.choice([0, 0, 2]) if crowd else 0)),
    )


def _volunteer(dice: Random, volunteer: Volunteer, areas: int) -> Volunteer:
    """Different from others in everything that a rule speaks of."""
    return replace(
        volunteer,
        area_id=dice.choice([None, *(AreaId(n) for n in range(1, areas + 1))]),
        crew_id=dice.choice([None, CrewId(1), CrewId(2)]),
        nights_allowed=dice.random() < 0.8,
        gender=dice.choice(list(Gender)),
        affiliation=dice.choice(["", "east", "west"]),
        new=dice.random() < 0.4,
        qualifications=volunteer.qualifications | dice.choice([_NOBODY, frozenset({_NURSE})]),
        joined=dice.choice([None] * 5 + [MONDAY + timedelta(days=1)]),
        left=dice.choice([None] * 5 + [MONDAY + timedelta(days=4)]),
    )


def _limits(dice: Random) -> TeamRules:
    return TeamRules(
        min_rest_minutes=dice.choice([0, 0, 480, 720]),
        max_consecutive_days=dice.choice([None, 1, 2]),
        max_week_minutes=dice.choice([None, 960, 1440]),
        max_consecutive_nights=dice.choice([None, 1]),
        max_nights=dice.choice([None, 1]),
        leader_each_shift=dice.random() < 0.5,
        travel_within_area=0,
        travel_between_areas=dice.choice([0, 30, 240]),
    )


def _post(dice: Random, number: int, place: int) -> Post:
    """Qualified, paused, in reserve, with seats that are wanted or welcome only."""
    minimum, headcount, maximum = dice.choice(
        [(None, 1, None)] * 4 + [(0, 1, None), (1, 1, 2), (1, 2, 3), (None, 2, None), (0, 0, 2)]
    )
    windows = tuple(_window(dice) for _ in range(dice.randint(1, 2))) if dice.random() < 0.25 else ()
    if not headcount and not number:
        minimum, headcount, maximum = 1, 1, 2
    return post(
        number + 1,
        place,
        minimum=minimum,
        headcount=headcount,
        maximum=maximum,
        requires=dice.choice([_NOBODY, _NOBODY, _NOBODY, frozenset({LEADER}), frozenset({_NURSE})]),
        windows=windows if number else (),
        reserve=bool(number) and dice.random() < 0.2,
    )


def _window(dice: Random) -> DemandWindow:
    start = dice.choice([480, 600, 840, 1380])
    return DemandWindow(start, start + dice.choice([60, 120, 480, 900]), dice.randint(0, 2))


def _statement(dice: Random, number: int, crowd: Sequence[Volunteer]) -> Availability:
    """What somebody says of some days, perhaps with a weight or a shift type of its own."""
    start, length = dice.choice([(0, 1440), (480, 480), (1300, 400)])
    return Availability(
        AvailabilityId(number + 1),
        dice.choice(crowd).id,
        dice.choice(list(AvailabilityKind)),
        span_on(MONDAY + timedelta(days=dice.randint(0, 9)), start, start + length),
        rule=dice.choice(["", "", "FREQ=DAILY;INTERVAL=2"]),
        points=dice.choice([None, cost(dice)]),
        shift_type_id=dice.choice([None, ShiftTypeId(dice.randint(1, 3))]),
    )


def _leave(dice: Random, number: int, crowd: Sequence[Volunteer]) -> Leave:
    span = span_on(MONDAY + timedelta(days=dice.randint(0, 9)), 300, 300 + dice.choice([600, 2880]))
    return Leave(LeaveId(number + 1), dice.choice(crowd).id, span, dice.choice(list(LeaveKind)))


def _neighbours(dice: Random, team: Directory, made: DutyPlan) -> tuple[Stint, ...]:
    """What people stood in the days before the period and are to stand in those after it."""
    days = [made.period.first - timedelta(days=n) for n in (1, 1, 2, 2, 3, 4, 5, 6, 7, 8)]
    days += [made.period.last + timedelta(days=n) for n in (1, 1, 2, 3)]
    found = []
    for number in range(dice.choice([0, 3, 12]) if team.volunteers else 0):
        start = dice.choice([0, 480, 960, 1320])
        one = stint(dice.choice(team.volunteers).id, dice.choice(days), start, start + 480, 900_000 + number)
        place = CheckpointId(dice.randint(1, len(team.checkpoints)))
        found.append(replace(one, checkpoint_id=place, shift_type_id=dice.choice([None, ShiftTypeId(1)])))
    return tuple(sorted(found))


def _held(dice: Random, team: Directory, made: DutyPlan, most: int) -> dict[DutyId, Assignment]:
    """Who holds some duties already, locked or not, by the rules or against them."""
    count = min(len(made.duties), dice.choice([0, 1, most, 2 * most])) if team.volunteers else 0
    some = dice.sample(made.duties, count)
    return {duty.id: Assignment(dice.choice(team.volunteers).id, locked=dice.random() < 0.5) for duty in some}


def _posted(dice: Random, team: Directory, made: DutyPlan) -> dict[DutyId, VolunteerId]:
    """A posted edition, whether it could be stood or not."""
    if not team.volunteers or dice.random() < 0.5:
        return {}
    some = dice.sample(made.duties, min(len(made.duties), 10))
    return {duty.id: dice.choice(team.volunteers).id for duty in some}


def _ledger(dice: Random, team: Directory) -> Ledger:
    """What some people have carried beyond their share before."""
    moment = datetime(2020, 4, 1)
    return Ledger(
        tuple(
            LedgerEntry(
                LedgerEntryId(n),
                dice.choice(team.volunteers).id,
                PeriodId(9),
                dice.choice(list(BurdenKind)),
                dice.randint(-90_000, 90_000),
                moment,
            )
            for n in range(dice.choice([0, 0, 3]) if team.volunteers else 0)
        )
    )
