"""Why this one and why not that one: reasons are the domain's own, and prices those of rosters that exist."""

import itertools
from dataclasses import replace

from any_problem import TINY
from asking import PATIENT, answered, choice, plain_situations, situations
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from small_teams import EASY, LEADER, MONDAY, held, people, plan, post, town

from roster_app.domain.answers.standing import newly_broken
from roster_app.domain.book import ALL, TurnQueue
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import AvailabilityId, DutyId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.places import Hue, ShiftTimes
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.rules import Rule
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days
from roster_app.engine.answers import Situation
from roster_app.engine.answers.why_not import Possibility, Way, WhyNot
from roster_app.engine.answers.why_this import WhyThis

DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)
ANN, BOB, CAT = (VolunteerId(n) for n in (1, 2, 3))
_PATIENT = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], max_examples=15)
_ROSTERS = 2_000


def situation(team: Directory, days: int, holders: dict[int, int]) -> Situation:
    """The duties by their number in the plan, from 0, held by these people."""
    made = plan(team, days)
    return Situation(held(made, {made.duties[n].id: who for n, who in holders.items()}), team, Ledger())


def duty(asked: Situation, number: int) -> DutyId:
    return asked.roster.plan.duties[number].id


def why_not(asked: Situation, number: int, who: VolunteerId) -> Possibility:
    return answered(WhyNot(asked, duty(asked, number), who, PATIENT))


def roster_of(asked: Situation, answer: Possibility, way: Way) -> Roster:
    """The roster a way speaks of."""
    changes = {change.duty_id: change.after for change in way.changes}
    return asked.roster.with_changes({answer.duty_id: Assignment(answer.candidacy.volunteer_id), **changes})


def test_what_nothing_can_help_against_is_never() -> None:
    asked = situation(town(people(2, leaders=1), [post(1, requires=frozenset({LEADER}))], DAYTIME), 1, {0: 1})
    answer = why_not(asked, 0, BOB)
    assert (answer.never, [v.rule for v in answer.candidacy.against], answer.price) == (
        True,
        [Rule.QUALIFICATION],
        None,
    )
    assert answer.complete


def test_what_costs_nothing_is_possible_without_other_changes() -> None:
    answer = why_not(situation(town(people(2), [post()], DAYTIME), 1, {0: 1}), 0, BOB)
    assert answer.nearest == Way((), 0, {}, ())
    assert answer.price == 0


def test_an_unwanted_time_costs_what_the_wish_weighs() -> None:
    team = town(people(2), [post()], DAYTIME)
    unwanted = Availability(AvailabilityId(1), BOB, AvailabilityKind.UNWANTED, whole_days(MONDAY, MONDAY))
    answer = why_not(situation(replace(team, availabilities=(unwanted,)), 1, {0: 1}), 0, BOB)
    assert answer.nearest == Way((), 240, {"wishes": 240}, ())
    assert answer.price == 240


def test_whoever_stands_elsewhere_then_changes_with_the_holder() -> None:
    team = town(people(2), [post(1), post(2)], DAYTIME)
    asked = situation(team, 1, {0: 1, 1: 2})
    answer = why_not(asked, 0, BOB)
    assert [v.rule for v in answer.candidacy.against] == [Rule.OVERLAP]
    assert answer.nearest is not None
    assert [(c.duty_id, c.after and c.after.volunteer_id) for c in answer.nearest.changes] == [(duty(asked, 1), ANN)]
    assert (answer.nearest.points, answer.nearest.vacant) == (0, ())


def test_a_duty_that_only_the_person_can_hold_stays_vacant_for_it() -> None:
    team = town(people(2, leaders=1), [post(1, requires=frozenset({LEADER})), post(2)], DAYTIME)
    asked = situation(team, 1, {0: 1, 1: 2})
    answer = why_not(asked, 1, ANN)
    assert answer.nearest is not None
    assert answer.nearest.vacant == (duty(asked, 0),)
    assert answer.nearest.parts["vacancy"] > 0


def test_the_holder_and_the_others_are_held_against_each_other() -> None:
    team = town(people(3, leaders=1), [post()], DAYTIME, replace(EASY, max_week_minutes=16 * 60))
    asked = situation(team, 4, {0: 1, 1: 2, 2: 2})
    answer = answered(WhyThis(asked, duty(asked, 0)))
    assert answer.holder is not None
    assert (answer.holder.volunteer_id, answer.holder.burden.minutes, answer.locked) == (ANN, 0, False)
    assert [(a.candidacy.volunteer_id, a.points) for a in answer.alternatives] == [(CAT, 0)]
    assert answer.blocked == 1


def test_whose_turn_it_was_is_told() -> None:
    queue = TurnQueue(ALL, (BOB, ANN))
    team = town(people(2), [post()], DAYTIME, replace(EASY, entries=(queue,)))
    asked = situation(team, 1, {0: 1})
    (turn,) = answered(WhyThis(asked, duty(asked, 0))).turns
    assert (turn.queue, turn.expected) == (queue, BOB)


@_PATIENT
@given(situations(), st.data())
def test_the_ways_exist_keep_the_rules_and_cost_what_they_say(asked: Situation, data: st.DataObject) -> None:
    assume(asked.roster.assignments)
    duty_id = choice(sorted(asked.roster.assignments), data)
    who = choice(asked.directory.volunteers, data).id
    answer = answered(WhyNot(asked, duty_id, who, PATIENT))
    for way in filter(None, (answer.nearest, answer.cheapest)):
        roster = roster_of(asked, answer, way)
        everything = tuple(d.id for d in asked.roster.plan.duties)
        assert newly_broken(asked.roster, roster, asked.judge, everything) == ()
        assert way.points == sum(asked.judge.cost(roster).values()) - sum(asked.judge.cost(asked.roster).values())
        assert way.vacant == tuple(d for d in everything if d in asked.roster.assignments and not roster.holder(d))
    if answer.never and not answer.candidacy.holds:
        forced = asked.roster.with_assignments({duty_id: Assignment(who)})
        assert any(violation.is_hard for violation in asked.judge.of_line(forced, who))


@_PATIENT
@given(plain_situations(TINY), st.data())
def test_no_roster_with_the_decision_is_cheaper_than_the_price_says(asked: Situation, data: st.DataObject) -> None:
    duties = tuple(asked.roster.assignments)
    assume(len(duties) > 1 and (1 + len(asked.directory.volunteers)) ** (len(duties) - 1) <= _ROSTERS)
    duty_id = choice(sorted(duties), data)
    who = choice(asked.directory.volunteers, data).id
    answer = answered(WhyNot(asked, duty_id, who, PATIENT))
    everyone = [None, *(v.id for v in asked.directory.volunteers)]
    others = [d for d in duties if d != duty_id]
    costs = []
    for chosen in itertools.product(everyone, repeat=len(others)):
        found = {d: Assignment(v) for d, v in zip(others, chosen, strict=True) if v is not None}
        roster = asked.roster.with_assignments({duty_id: Assignment(who), **found})
        if not newly_broken(asked.roster, roster, asked.judge, duties):
            costs.append(sum(asked.judge.cost(roster).values()))
    now = sum(asked.judge.cost(asked.roster).values())
    if answer.candidacy.holds:
        assert answer.nearest is None
    elif costs:
        assert answer.cheapest is not None
        assert answer.cheapest.points == min(costs) - now
    else:
        assert answer.cheapest is None
