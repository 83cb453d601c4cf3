"""What is supposed holds from its day on, keeps whoever can stay, and finds the same duties in another plan."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st
from rosters import rosters
from small_teams import MONDAY, held, people, plan, post, town

from roster_app.domain.cover import prove
from roster_app.domain.demand import plan_duties
from roster_app.domain.ids import CheckpointId, PostId, VolunteerId
from roster_app.domain.places import DemandWindow
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.supposing import Supposition, holders_elsewhere, places_of, supposed
from roster_app.domain.team import Directory

TEAM = town(people(4), [post(1, 1), post(2, 2)], checkpoints=2)
PLAN = plan(TEAM, days=3)
ROSTER = held(PLAN, {d.id: 1 + n % 4 for n, d in enumerate(PLAN.duties)})
HERE, THERE = CheckpointId(1), CheckpointId(2)


def test_nothing_supposed_changes_nothing() -> None:
    wanted = Supposition(MONDAY)
    assert not wanted.is_anything
    assert supposed(ROSTER, TEAM, wanted) == (ROSTER, TEAM)


def test_a_closed_checkpoint_wants_nobody_from_that_day_on() -> None:
    tuesday = MONDAY + timedelta(days=1)
    roster, directory = supposed(ROSTER, TEAM, Supposition(tuesday, closed=frozenset({THERE})))
    there = {s.day for s in roster.plan.shifts if s.checkpoint_id == THERE}
    assert there == {MONDAY}
    kept = {d.id for d in roster.plan.duties}
    assert roster.assignments == {d: a for d, a in ROSTER.assignments.items() if d in kept}
    assert directory.checkpoint[THERE].pattern_id is None


def test_what_is_closed_is_no_gap() -> None:
    tuesday = MONDAY + timedelta(days=1)
    roster, directory = supposed(ROSTER, TEAM, Supposition(tuesday, closed=frozenset({THERE})))
    (line,) = (line for line in prove(roster, directory).checkpoints if line.checkpoint_id == THERE)
    assert line.required_minutes == 1440
    assert line.gaps == ()


def test_everything_closed_is_an_empty_roster() -> None:
    roster, _ = supposed(ROSTER, TEAM, Supposition(MONDAY, closed=frozenset({HERE, THERE})))
    assert (roster.plan.duties, roster.assignments) == ((), {})


def test_more_people_wanted_are_vacancies_at_first() -> None:
    roster, _ = supposed(ROSTER, TEAM, Supposition(MONDAY, headcounts={PostId(1): 2}))
    assert len(roster.vacancies) == 9
    assert roster.assignments == ROSTER.assignments


def test_whoever_is_away_stands_only_what_is_locked() -> None:
    locked = next(d for d in PLAN.duties if ROSTER.holder(d.id) == 1)
    roster = ROSTER.with_changes({locked.id: Assignment(VolunteerId(1), locked=True)})
    after, directory = supposed(roster, TEAM, Supposition(MONDAY, away=frozenset({VolunteerId(1)})))
    assert [s.duty_id for s in after.line(VolunteerId(1))] == [locked.id]
    assert [leave.volunteer_id for leave in directory.leaves] == [1]


def test_fewer_wanted_than_the_least_needed_lowers_the_least_too() -> None:
    team = town(people(2), [post(1, 1, headcount=2, minimum=2, maximum=3)])
    _, directory = supposed(Roster(plan(team, 1)), team, Supposition(MONDAY, headcounts={PostId(1): 1}))
    assert (directory.posts[0].minimum, directory.posts[0].headcount, directory.posts[0].maximum) == (1, 1, 3)


@given(rosters(days=2), st.integers(0, 3), st.randoms(use_true_random=False))
def test_the_same_demand_planned_twice_has_the_same_holders(
    case: tuple[Directory, Roster], count: int, chance: st.DrawFn
) -> None:
    directory, roster = case
    target = directory.posts[0].id
    after, team = supposed(roster, directory, Supposition(roster.period.first, headcounts={target: count}))
    if after.plan.duties:
        again = plan_duties(team, roster.period)
        holders = holders_elsewhere(after, again)
        now = {place: after.holder(d) for d, place in places_of(after.plan).items() if after.holder(d)}
        then = {place: holders.get(d) for d, place in places_of(again).items() if d in holders}
        assert now == then


def test_windows_of_a_post_stay_as_they_are() -> None:
    team = town(people(2), [post(1, 1, windows=(DemandWindow(0, 300, 0),))])
    after, _ = supposed(Roster(plan(team, 1)), team, Supposition(MONDAY, headcounts={PostId(1): 2}))
    assert min(d.span.start.hour for d in after.plan.duties) == 5
