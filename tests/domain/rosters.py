"""Random teams with random rosters, for what must hold of every one of them."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from small_teams import EASY, LEADER, people, plan, post, town

from roster_app.domain.calendar import DayTable, DayType, SpecialDay
from roster_app.domain.ids import VolunteerId
from roster_app.domain.places import PATTERN_TEMPLATES, DemandWindow, Post
from roster_app.domain.roster import Assignment, DutyPlan, Roster
from roster_app.domain.team import Directory

HOLIDAY_ON_THURSDAY = DayTable(
    announced_years=frozenset({2020}), special={date(2020, 4, 9): SpecialDay(DayType.HOLIDAY, "qingming")}
)

windows = st.builds(
    lambda start, length, headcount, types: DemandWindow(start, start + length, headcount, types),
    st.integers(0, 1439),
    st.integers(30, 1440),
    st.integers(0, 3),
    st.sampled_from([frozenset(), frozenset({DayType.HOLIDAY}), frozenset({DayType.REST_DAY})]),
)


@st.composite
def directories(draw: st.DrawFn) -> Directory:
    """One to three checkpoints with one to three posts, any pattern, demand that differs over the day."""
    places = draw(st.integers(1, 3))
    posts: list[Post] = []
    for checkpoint in range(1, places + 1):
        for _ in range(draw(st.integers(1, 3))):
            posts.append(
                post(
                    len(posts) + 1,
                    checkpoint,
                    headcount=draw(st.integers(1, 2)),
                    windows=tuple(draw(st.lists(windows, max_size=2))) if posts else (),
                    requires=frozenset({LEADER} if draw(st.booleans()) else ()),
                )
            )
    times = PATTERN_TEMPLATES[draw(st.sampled_from(sorted(PATTERN_TEMPLATES)))]
    number = draw(st.integers(2, 8))
    crowd = people(number, leaders=draw(st.integers(0, number)))
    rules = replace(EASY, min_rest_minutes=draw(st.sampled_from([0, 480, 720])), travel_between_areas=30)
    return town(crowd, posts, times, rules, HOLIDAY_ON_THURSDAY, places)


@st.composite
def rosters(draw: st.DrawFn, days: int = 3) -> tuple[Directory, Roster]:
    """A random team with a random answer to its plan; some duties stay vacant, some are held twice over."""
    directory = draw(directories())
    made = plan(directory, days)
    return directory, draw(answers(made, directory))


@st.composite
def answers(draw: st.DrawFn, made: DutyPlan, directory: Directory) -> Roster:
    """Anybody, or nobody, on each duty."""
    chance = draw(st.randoms(use_true_random=False))
    empty = draw(st.sampled_from([0.0, 0.2, 0.9, 1.0]))
    who = [v.id for v in directory.volunteers]
    held = {d.id: Assignment(VolunteerId(chance.choice(who))) for d in made.duties if chance.random() >= empty}
    return Roster(made, held)
