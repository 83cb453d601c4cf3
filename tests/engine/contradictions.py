"""Two hundred teams nobody can roster as asked: each seed is another way to ask for what cannot be."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from small_teams import EASY, LEADER, MONDAY, people, plan, post, town

from roster_app.domain.book import (
    ALL,
    NIGHTS,
    AmountLimit,
    Apart,
    Entry,
    FixedRotation,
    Measure,
    MinRest,
    Mix,
    NewWithExperienced,
    NotAlone,
    RestAfterRun,
    RunLimit,
    Squad,
    Succession,
    Together,
    Trait,
    TurnQueue,
    WeeklyRest,
    WholeWeekends,
    Window,
)
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import AvailabilityId, CrewId, LeaveId, ShiftTypeId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind, Crew, Leave, Volunteer
from roster_app.domain.places import PATTERN_TEMPLATES, Hue, Post, ShiftTimes
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.team import Directory, TeamRules
from roster_app.domain.timespan import whole_days
from roster_app.engine.answers import Situation

_ROUND_THE_CLOCK = (ShiftTimes("day", 480, 1920, Hue.DAY),)
_CREW = CrewId(7)


def contradiction(seed: int) -> Situation:
    """The seed's team with its locks; raises DomainError where nothing is asked for at all."""
    random = Random(seed)
    return _WAYS[seed % len(_WAYS)](random)


def _team(
    random: Random,
    crowd: Sequence[Volunteer] | None = None,
    rules: TeamRules = EASY,
    times: Sequence[ShiftTimes] | None = None,
    posts: Sequence[Post] | None = None,
) -> Directory:
    places = random.randint(1, 2)
    crowd = people(random.randint(1, 5), leaders=1) if crowd is None else crowd
    asked = [post(n, random.randint(1, places), requires=_any_requires(random)) for n in range(1, random.randint(2, 4))]
    chosen = random.choice(list(PATTERN_TEMPLATES.values())) if times is None else times
    return town(crowd, asked if posts is None else posts, chosen, rules, checkpoints=places)


def _any_requires(random: Random) -> frozenset[object]:
    return frozenset({LEADER} if random.random() < 0.4 else ())


def _days(random: Random) -> int:
    return random.choice([1, 2, 7])


def _asked(directory: Directory, days: int, held: dict[int, Assignment] | None = None) -> Situation:
    """The duties by number, taken round the plan, held as said."""
    made = plan(directory, days)
    duties = made.duties
    holders = {duties[n % len(duties)].id: assignment for n, assignment in (held or {}).items()}
    return Situation(Roster(made, holders), directory, Ledger())


def nobody_qualified(random: Random) -> Situation:
    posts = [post(n, requires=frozenset({LEADER})) for n in range(1, random.randint(2, 4))]
    return _asked(_team(random, people(random.randint(1, 6)), posts=posts), _days(random))


def everyone_on_leave(random: Random) -> Situation:
    team = _team(random)
    leaves = tuple(
        Leave(LeaveId(n), v.id, whole_days(MONDAY - timedelta(days=1), MONDAY + timedelta(days=random.randint(0, 9))))
        for n, v in enumerate(team.volunteers, start=1)
    )
    return _asked(replace(team, leaves=leaves), _days(random))


def nobody_available(random: Random) -> Situation:
    team = _team(random)
    never = whole_days(MONDAY - timedelta(days=400), MONDAY - timedelta(days=400))
    statements = tuple(
        Availability(AvailabilityId(n), v.id, AvailabilityKind.AVAILABLE, never)
        for n, v in enumerate(team.volunteers, start=1)
    )
    return _asked(replace(team, availabilities=statements), _days(random))


def locks_that_contradict(random: Random) -> Situation:
    team = _team(random, rules=TeamRules())
    held = {
        n: Assignment(random.choice(team.volunteers).id, locked=random.random() < 0.8)
        for n in range(random.randint(2, 12))
    }
    return _asked(team, _days(random), held)


def nobody_at_all(random: Random) -> Situation:
    return _asked(_team(random, ()), _days(random))


def nothing_to_do(random: Random) -> Situation:
    posts = random.choice([[], [replace(post(1), headcount=0)]])
    return _asked(_team(random, posts=posts), _days(random))


def round_the_clock_with_rest(random: Random) -> Situation:
    rules = replace(EASY, min_rest_minutes=720, max_week_minutes=random.choice([None, 1200, 2880]))
    return _asked(_team(random, people(random.randint(1, 3)), rules, _ROUND_THE_CLOCK), _days(random))


def minimums_nobody_can_reach(random: Random) -> Situation:
    measure, window = random.choice([Measure.MINUTES, Measure.DUTIES, Measure.DAYS]), random.choice(list(Window))
    amount = AmountLimit(measure, window, least=random.choice([30, 5000]))
    run = RunLimit(least=random.randint(5, 30), off=random.random() < 0.3)
    return _ruled(random, random.sample([amount, run], random.randint(1, 2)))


def limits_below_nothing(random: Random) -> Situation:
    window = random.choice(list(Window))
    nothing = AmountLimit(random.choice([Measure.MINUTES, Measure.DUTIES, Measure.DAYS]), window, most=0)
    crossed = AmountLimit(Measure.DUTIES, Window.PERIOD, least=3)
    endless = MinRest(random.choice([20_000, 1_000_000]))
    week = WeeklyRest(random.choice([10_080, 20_000]), random.choice([Window.WEEK, Window.SEVEN_DAYS]))
    return _ruled(random, random.sample([nothing, crossed, endless, week, RunLimit(most=0)], random.randint(1, 4)))


def together_and_apart(random: Random) -> Situation:
    group = frozenset(VolunteerId(n) for n in range(1, random.randint(3, 6)))
    entries = [Together(group), Apart(group), NotAlone(ALL), NewWithExperienced(), Mix(Trait.GENDER), Squad(_CREW)]
    return _ruled(random, random.sample(entries, random.randint(2, 4)))


def orders_that_exclude_everything(random: Random) -> Situation:
    cycle = (None,) if random.random() < 0.5 else (ShiftTypeId(1), None)
    first = date(2020, 4, 1)
    queue = TurnQueue(ALL, tuple(VolunteerId(n) for n in random.sample(range(1, 9), 3)), points=None)
    entries = [
        Succession(ALL, ALL),
        WholeWeekends(),
        RestAfterRun(1, 30),
        RestAfterRun(1, 5, NIGHTS),
        FixedRotation(_CREW, cycle, first),
        queue,
    ]
    return _ruled(random, random.sample(entries, random.randint(1, 4)))


def _ruled(random: Random, entries: Sequence[Entry]) -> Situation:
    crowd = tuple(
        replace(v, crew_id=_CREW if random.random() < 0.7 else None, new=random.random() < 0.6)
        for v in people(random.randint(0, 6), leaders=1)
    )
    rules = replace(random.choice([EASY, TeamRules()]), entries=tuple(entries))
    team = _team(random, crowd, rules)
    held = {n: Assignment(v.id, locked=True) for n, v in enumerate(crowd) if random.random() < 0.2}
    return _asked(replace(team, crews=(Crew(_CREW, team.team.id, "crew"),)), _days(random), held)


_WAYS: tuple[Callable[[Random], Situation], ...] = (
    nobody_qualified,
    everyone_on_leave,
    nobody_available,
    locks_that_contradict,
    nobody_at_all,
    nothing_to_do,
    round_the_clock_with_rest,
    minimums_nobody_can_reach,
    limits_below_nothing,
    together_and_apart,
    orders_that_exclude_everything,
)
