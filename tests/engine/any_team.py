"""Random small teams with everything the engine has to respect, for what must hold of each of them."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st
from small_teams import LEADER, MONDAY, people, plan, post, stint, town

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import AreaId, AvailabilityId
from roster_app.domain.people import Availability, AvailabilityKind, Volunteer
from roster_app.domain.places import PATTERN_TEMPLATES, DemandWindow, Hue, Post, ShiftTimes
from roster_app.domain.roster import Assignment, Roster, Stint
from roster_app.domain.team import Directory, TeamRules
from roster_app.domain.timespan import whole_days
from roster_app.engine.problem import RosterProblem, build

_DAYS = DayTable(frozenset({2020}), {MONDAY + timedelta(days=1): SpecialDay(DayType.HOLIDAY, "qingming")})
_SHORT = (ShiftTimes("a", 360, 600, Hue.EARLY), ShiftTimes("b", 600, 900, Hue.MIDDLE))
_PAUSE = (DemandWindow(480, 600, 1), DemandWindow(840, 960, 1))

rules = st.builds(
    lambda rest, days, minutes, row, nights, leader, way: TeamRules(
        min_rest_minutes=rest,
        max_consecutive_days=days,
        max_week_minutes=minutes,
        max_consecutive_nights=row,
        max_nights=nights,
        leader_each_shift=leader,
        travel_within_area=0,
        travel_between_areas=way,
    ),
    st.sampled_from([0, 0, 480, 720]),
    st.sampled_from([None, 1, 2]),
    st.sampled_from([None, 960, 1440]),
    st.sampled_from([None, 1]),
    st.sampled_from([None, 1]),
    st.booleans(),
    st.sampled_from([0, 30, 240]),
)


@st.composite
def volunteers(draw: st.DrawFn, at_most: int, areas: int) -> tuple[Volunteer, ...]:
    """One to so many people, at home somewhere or nowhere, some leaders, some without nights."""
    number = draw(st.integers(1, at_most))
    crowd = people(number, leaders=draw(st.integers(0, number)))
    homes = st.sampled_from([None, *(AreaId(n) for n in range(1, areas + 1))])
    return tuple(replace(v, area_id=draw(homes), nights_allowed=draw(st.booleans())) for v in crowd)


@st.composite
def posts(draw: st.DrawFn, places: int, at_most: int) -> list[Post]:
    """A post or more at each checkpoint, some for leaders, one perhaps with a pause."""
    found: list[Post] = []
    for place in range(1, places + 1):
        for _ in range(draw(st.integers(1, at_most))):
            requires = frozenset({LEADER} if draw(st.booleans()) else ())
            found.append(post(len(found) + 1, place, requires=requires))
    if draw(st.integers(0, 3)) == 0:
        found[-1] = replace(found[-1], headcount=0, windows=_PAUSE)
    return found


@st.composite
def directories(draw: st.DrawFn, at_most: int, posts_at_most: int) -> Directory:
    """A team with any pattern, any rules, and statements about some days."""
    places = draw(st.integers(1, 2))
    times = draw(st.sampled_from([_SHORT, *PATTERN_TEMPLATES.values()]))
    crowd = draw(volunteers(at_most, places))
    team = town(crowd, draw(posts(places, posts_at_most)), times, draw(rules), _DAYS, places)
    statements = []
    for who in crowd:
        for kind in draw(st.sets(st.sampled_from(list(AvailabilityKind)), max_size=1)):
            day = MONDAY + timedelta(days=draw(st.integers(0, 2)))
            number = AvailabilityId(len(statements) + 1)
            statements.append(Availability(number, who.id, kind, whole_days(day, day)))
    return replace(team, availabilities=tuple(statements))


@st.composite
def problems(draw: st.DrawFn, people_at_most: int = 6, posts_at_most: int = 2, days: int = 4) -> RosterProblem:
    """A problem with duties locked, kept and out of scope, not all of them by the rules, and a past."""
    team = draw(directories(people_at_most, posts_at_most))
    made = plan(team, draw(st.integers(1, days)))
    everyone = st.sampled_from(team.volunteers)
    some = draw(st.lists(st.sampled_from(made.duties), max_size=2, unique_by=lambda duty: duty.id))
    held = {duty.id: Assignment(draw(everyone).id, locked=draw(st.booleans())) for duty in some}
    closed = draw(st.sets(st.sampled_from([duty.id for duty in made.duties]), max_size=2))
    only = {duty.id for duty in made.duties} - closed if draw(st.booleans()) else None
    roster = Roster(made, held, earlier=draw(past(team)))
    return build(roster, team, Ledger(), only=only, keep=draw(st.booleans()), seed=draw(st.integers(0, 3)))


@st.composite
def past(draw: st.DrawFn, team: Directory) -> tuple[Stint, ...]:
    """What some people stood on the day before."""
    who = draw(st.sets(st.sampled_from([int(v.id) for v in team.volunteers]), max_size=2))
    yesterday = MONDAY - timedelta(days=1)
    return tuple(stint(n, yesterday, 960, 1440, 900 + n) for n in sorted(who))
