"""Random rule books over random teams and rosters, for what must hold of every one of them."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from rosters import answers, directories
from small_teams import MONDAY, plan, stint

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
from roster_app.domain.ids import AreaId, AvailabilityId, CrewId, ShiftTypeId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind, Gender
from roster_app.domain.roster import Roster
from roster_app.domain.team import Directory
from roster_app.domain.timespan import span_on

points = st.sampled_from([None, 0, 1, 7, 100])
costs = st.integers(0, 50)
few = st.integers(0, 3)
weeks = st.sampled_from([Window.WEEK, Window.SEVEN_DAYS])
types = st.frozensets(st.integers(1, 4).map(ShiftTypeId), min_size=1, max_size=2)
classes = st.one_of(
    st.sampled_from([ALL, NIGHTS, WEEKENDS, HOLIDAYS, DutyClass(reserve=True)]),
    st.builds(DutyClass, nights=st.booleans(), shift_types=types),
)
crowds = st.frozensets(st.integers(1, 8).map(VolunteerId), max_size=2)
groups = st.frozensets(st.integers(1, 8).map(VolunteerId), min_size=2, max_size=3)
crews = st.integers(1, 2).map(CrewId)
limits = st.tuples(st.none() | few, st.none() | few).map(
    lambda pair: pair if None in pair else (min(pair), max(pair))  # type: ignore[type-var]
)


def _amount(measure: Measure, window: Window, ends: tuple[int | None, int | None], **rest: object) -> AmountLimit:
    unit = 480 if measure is Measure.MINUTES else 1
    least, most = (None if end is None else end * unit for end in ends)
    window = Window.PERIOD if measure is Measure.WEEKENDS else window
    return AmountLimit(measure, window, least, most, **rest)  # type: ignore[arg-type]


def _run(ends: tuple[int | None, int | None], **rest: object) -> RunLimit:
    return RunLimit(*ends, **rest)  # type: ignore[arg-type]


line_entries = st.one_of(
    st.builds(MinRest, st.sampled_from([480, 720, 1440]), classes, people=crowds, points=points),
    st.builds(
        WeeklyRest, st.just(2400), st.sampled_from([Window.WEEK, Window.SEVEN_DAYS]), people=crowds, points=points
    ),
    st.builds(
        _amount, st.sampled_from(Measure), st.sampled_from(Window), limits, of=classes, people=crowds, points=points
    ),
    st.builds(_run, limits, of=classes, off=st.booleans(), people=crowds, points=points),
    st.builds(RestAfterRun, st.integers(1, 3), few, classes, people=crowds, points=points),
    st.builds(Succession, classes, classes, people=crowds, points=points),
    st.builds(WholeWeekends, people=crowds, points=points),
    st.builds(
        FixedRotation,
        crews,
        st.lists(st.none() | st.integers(1, 4).map(ShiftTypeId), min_size=1, max_size=4).map(tuple),
        st.just(MONDAY),
        points=points,
    ),
)
crew_entries = st.one_of(
    st.builds(LeaderEachShift, classes, points=points),
    st.builds(NotAlone, classes, points=points),
    st.builds(Together, groups, points=points),
    st.builds(Apart, groups, points=points),
    st.builds(NewWithExperienced, classes, points=points),
    st.builds(Mix, st.sampled_from(Trait), classes, points=points),
    st.builds(Squad, crews, points=points),
)
wish_entries = st.one_of(
    st.builds(Cover, costs, costs, costs, costs, classes),
    st.builds(Fairness, st.sampled_from([Measure.MINUTES, Measure.DUTIES]), costs, classes, st.sampled_from(Days)),
    st.builds(Wishes, costs, costs, people=crowds),
    st.builds(HomeArea, people=crowds, points=costs),
    st.builds(Continuity, people=crowds, points=costs),
    st.builds(TurnQueue, classes, st.permutations([VolunteerId(n) for n in range(1, 5)]).map(tuple), points),
    st.builds(Stability, costs, st.none() | costs),
)
entries: st.SearchStrategy[Entry] = st.one_of(line_entries, crew_entries, wish_entries)


@st.composite
def ruled_rosters(draw: st.DrawFn, days: int = 9) -> tuple[Directory, Roster]:
    """A random team with a random book, statements and a past, and a random roster of up to so many days."""
    team = draw(directories())
    book = tuple(draw(st.lists(entries, max_size=6)))
    posts = list(team.posts)
    posts[-1] = replace(posts[-1], reserve=draw(st.booleans()), maximum=posts[-1].headcount + draw(st.integers(0, 1)))
    if draw(st.booleans()):
        posts[0] = replace(posts[0], minimum=0)
    team = replace(team, posts=tuple(posts), rules=replace(team.rules, entries=book))
    team = replace(
        team,
        volunteers=tuple(
            replace(
                v,
                crew_id=draw(st.none() | crews),
                area_id=draw(st.sampled_from([None, AreaId(1), AreaId(2)])),
                gender=draw(st.sampled_from(Gender)),
                new=draw(st.booleans()),
            )
            for v in team.volunteers
        ),
        availabilities=tuple(draw(_statements(n)) for n in range(draw(st.integers(0, 4)))),
    )
    made = plan(team, draw(st.integers(1, days)), MONDAY + timedelta(days=draw(st.integers(0, 6))))
    roster = draw(answers(made, team))
    past = draw(st.sets(st.tuples(st.integers(1, 3), st.integers(1, 5)), max_size=6))
    earlier = tuple(
        replace(stint(who, made.period.first - timedelta(days=ago), 480, 960, 9000 + 10 * who + ago),
                shift_type_id=ShiftTypeId(1))
        for who, ago in sorted(past) if who <= len(team.volunteers)
    )  # fmt: skip
    posted = {d.id: VolunteerId(draw(st.integers(1, 2))) for d in made.duties[:5]} if draw(st.booleans()) else {}
    return team, replace(roster, earlier=tuple(sorted(earlier)), posted=posted)


@st.composite
def _statements(draw: st.DrawFn, number: int) -> Availability:
    day = MONDAY + timedelta(days=draw(st.integers(0, 9)))
    return Availability(
        AvailabilityId(number),
        VolunteerId(draw(st.integers(1, 2))),
        draw(st.sampled_from(AvailabilityKind)),
        span_on(day, draw(st.integers(0, 1439)), 1440),
        points=draw(st.none() | costs),
        shift_type_id=draw(st.none() | st.integers(1, 3).map(ShiftTypeId)),
    )
