"""Random entries over the whole rule book, hard ones and wishes, for a team and for some of its people."""

from collections.abc import Callable, Sequence
from random import Random

from small_teams import MONDAY

from roster_app.domain.book import (
    ALL,
    HOLIDAYS,
    NIGHTS,
    WEEKENDS,
    AmountLimit,
    Apart,
    Continuity,
    Cover,
    Days,
    DutyClass,
    Entry,
    Fairness,
    FixedRotation,
    HomeArea,
    LeaderEachShift,
    Measure,
    MinRest,
    Mix,
    NewWithExperienced,
    NotAlone,
    RestAfterRun,
    RunLimit,
    Squad,
    Stability,
    Succession,
    Together,
    Trait,
    TurnQueue,
    WeeklyRest,
    WholeWeekends,
    Window,
    Wishes,
)
from roster_app.domain.calendar import DayType
from roster_app.domain.ids import CheckpointId, CrewId, PostId, ShiftTypeId, VolunteerId

PEOPLE = 8
"""Entries name people up to this number, whether the team has them or not."""


def any_book(dice: Random, most: int) -> tuple[Entry, ...]:
    """Up to so many entries; some families come more than once."""
    return tuple(dice.choice(FAMILIES)(dice) for _ in range(dice.randint(0, most)))


def points(dice: Random) -> int | None:
    """Hard, of no weight, or a few points."""
    return dice.choice([None, 0, 1, 7, 100])


def cost(dice: Random) -> int:
    """What a wish weighs."""
    return dice.randint(0, 50)


def any_class(dice: Random) -> DutyClass:
    """Nights, day types, shift types, places; often everything."""
    types = frozenset(ShiftTypeId(dice.randint(1, 4)) for _ in range(dice.randint(1, 2)))
    return dice.choice(
        [
            ALL,
            ALL,
            NIGHTS,
            WEEKENDS,
            HOLIDAYS,
            DutyClass(reserve=True),
            DutyClass(shift_types=types),
            DutyClass(nights=True, shift_types=types),
            DutyClass(checkpoints=frozenset({CheckpointId(dice.randint(1, 2))})),
            DutyClass(posts=frozenset({PostId(dice.randint(1, 3))}), day_types=frozenset({DayType.WORKDAY})),
        ]
    )


def some_people(dice: Random) -> frozenset[VolunteerId]:
    """Nobody in particular, or a few."""
    return frozenset(VolunteerId(dice.randint(1, PEOPLE)) for _ in range(dice.choice([0, 0, 1, 2])))


def group(dice: Random) -> frozenset[VolunteerId]:
    """Two or three people."""
    return frozenset(VolunteerId(n) for n in dice.sample(range(1, PEOPLE + 1), dice.randint(2, 3)))


def ends(dice: Random, most: int = 4) -> tuple[int | None, int | None]:
    """A least and a most, one of them or both."""
    low, high = sorted((dice.randint(0, most), dice.randint(0, most)))
    return dice.choice([(low, high), (low, None), (None, high)])


def _amount(dice: Random) -> Entry:
    measure, (least, most) = dice.choice(list(Measure)), ends(dice)
    window = Window.PERIOD if measure is Measure.WEEKENDS else dice.choice(list(Window))
    unit = dice.choice([240, 480]) if measure is Measure.MINUTES else 1
    low, high = (None if end is None else end * unit for end in (least, most))
    return AmountLimit(measure, window, low, high, any_class(dice), people=some_people(dice), points=points(dice))


def _rotation(dice: Random) -> Entry:
    cycle = tuple(dice.choice([None, *(ShiftTypeId(n) for n in (1, 2, 3))]) for _ in range(dice.randint(1, 4)))
    return FixedRotation(CrewId(dice.randint(1, 2)), cycle, MONDAY, people=some_people(dice), points=points(dice))


def _fairness(dice: Random) -> Entry:
    measure = dice.choice([Measure.MINUTES, Measure.DUTIES])
    return Fairness(measure, cost(dice), any_class(dice), dice.choice(list(Days)), people=some_people(dice))


def _queue(dice: Random) -> Entry:
    order = tuple(VolunteerId(n) for n in dice.sample(range(1, PEOPLE + 1), 4))
    return TurnQueue(any_class(dice), order, points(dice))


FAMILIES: Sequence[Callable[[Random], Entry]] = (
    lambda d: MinRest(d.choice([480, 720, 1440]), any_class(d), people=some_people(d), points=points(d)),
    lambda d: WeeklyRest(
        d.choice([1440, 2400]), d.choice([Window.WEEK, Window.SEVEN_DAYS]), people=some_people(d), points=points(d)
    ),
    _amount,
    _amount,
    lambda d: RunLimit(*ends(d), any_class(d), d.random() < 0.5, people=some_people(d), points=points(d)),
    lambda d: RunLimit(*ends(d), any_class(d), d.random() < 0.5, people=some_people(d), points=points(d)),
    lambda d: RestAfterRun(d.randint(1, 3), d.randint(0, 3), any_class(d), people=some_people(d), points=points(d)),
    lambda d: Succession(any_class(d), any_class(d), people=some_people(d), points=points(d)),
    lambda d: WholeWeekends(people=some_people(d), points=points(d)),
    _rotation,
    lambda d: LeaderEachShift(any_class(d), points=points(d)),
    lambda d: NotAlone(any_class(d), points=points(d)),
    lambda d: Together(group(d), points=points(d)),
    lambda d: Apart(group(d), points=points(d)),
    lambda d: NewWithExperienced(any_class(d), points=points(d)),
    lambda d: Mix(d.choice(list(Trait)), any_class(d), points=points(d)),
    lambda d: Squad(CrewId(d.randint(1, 2)), points=points(d)),
    lambda d: Cover(cost(d), cost(d), cost(d), cost(d), any_class(d)),
    _fairness,
    lambda d: Wishes(cost(d), cost(d), people=some_people(d)),
    lambda d: HomeArea(people=some_people(d), points=points(d)),
    lambda d: Continuity(people=some_people(d), points=points(d)),
    _queue,
    lambda d: Stability(cost(d), d.choice([None, cost(d)])),
)
