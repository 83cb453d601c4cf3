"""Who stands in: no plan changes more posted duties than trying out every roster does, and none breaks a rule."""

import itertools
import math
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from any_problem import Size
from asking import PATIENT, answered, choice, plain_situations
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from small_teams import EASY, LEADER, MONDAY, duty_at, held, people, plan, post, town

from roster_app.domain.answers.absence import Absence, Plan, broken_by, carried_out, vacant_among
from roster_app.domain.edits import EditKind, RosterEdit, apply
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.places import Hue, ShiftTimes
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.rules import Judge, Rule
from roster_app.domain.team import Directory
from roster_app.domain.timespan import at, whole_days
from roster_app.engine.answers import Resolver, Situation
from roster_app.engine.answers.repair import Repair, WhoStandsIn

DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)
BEFORE = at(MONDAY, 0) - timedelta(days=7)
_PATIENT = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
_ROSTERS = 4_000


def asked_about(team: Directory, roster: Roster, who: int = 1, days: int = 1, now: datetime = BEFORE) -> WhoStandsIn:
    span = whole_days(MONDAY, MONDAY + timedelta(days=days - 1))
    return WhoStandsIn(Situation(roster, team, Ledger()), VolunteerId(who), span, now, PATIENT)


def stand_ins(found: Plan) -> list[tuple[DutyId, VolunteerId | None]]:
    return [(c.duty_id, None if c.after is None else c.after.volunteer_id) for c in found.changes]


def test_whoever_is_free_stands_in_and_the_least_burdened_comes_first() -> None:
    team = town(people(3), [post()], DAYTIME)
    made = plan(team, 3)
    first, second, third = made.duties
    answer = answered(asked_about(team, held(made, {first.id: 1, second.id: 2, third.id: 2})))
    assert [stand_ins(p) for p in answer.plans] == [[(first.id, VolunteerId(3))], [(first.id, VolunteerId(2))]]
    assert [p.called for p in answer.plans] == [(VolunteerId(3),), (VolunteerId(2),)]
    assert (answer.vacated, answer.least, answer.complete) == ((first.id,), True, True)


def test_nobody_is_free_so_somebody_hands_on_a_duty() -> None:
    posts = [post(1, requires=frozenset({LEADER})), post(2)]
    team = town(people(4, leaders=2), posts, DAYTIME)
    made = plan(team, 1)
    leading, plain = made.duties
    (found, *_) = answered(asked_about(team, held(made, {leading.id: 1, plain.id: 2}))).plans
    assert stand_ins(found) in ([(leading.id, 2), (plain.id, 3)], [(leading.id, 2), (plain.id, 4)])
    assert len(found.called) == 2


def test_few_people_are_called_where_that_is_enough() -> None:
    team = town(people(4), [post()], DAYTIME)
    made = plan(team, 3)
    (found, *_) = answered(asked_about(team, held(made, dict.fromkeys((d.id for d in made.duties), 1)), days=3)).plans
    assert (len(found.changes), len(found.called)) == (3, 1)


def test_what_has_begun_and_what_is_locked_does_not_move() -> None:
    posts = [post(1, requires=frozenset({LEADER})), post(2)]
    team = town(people(3, leaders=2), posts, DAYTIME)
    made = plan(team, 1)
    leading, plain = made.duties
    roster = held(made, {leading.id: 1, plain.id: 2})
    locked = roster.with_changes({plain.id: Assignment(VolunteerId(2), locked=True)})
    for question in (asked_about(team, roster, now=at(MONDAY, 500)), asked_about(team, locked)):
        (found,) = answered(question).plans
        assert (stand_ins(found), found.vacant, found.called) == ([(leading.id, None)], (leading.id,), ())


def test_of_equal_plans_the_one_that_changes_less_within_two_days_comes_first() -> None:
    rules = replace(EASY, max_week_minutes=16 * 60)
    team = town(people(3), [post()], DAYTIME, rules)
    made = plan(team, 5)
    roster = held(made, {d.id: who for d, who in zip(made.duties, (1, 2, 2, 3, 3), strict=True)})
    (found, *_) = answered(asked_about(team, roster, now=at(MONDAY, 0) - timedelta(hours=1))).plans
    assert (len(found.changes), found.soon) == (2, 1)


def test_a_shift_that_loses_its_leader_keeps_its_people_and_says_so() -> None:
    team = town(people(3, leaders=1), [post(1), post(2)], DAYTIME, replace(EASY, leader_each_shift=True))
    made = plan(team, 1)
    first, second = made.duties
    (found, *_) = answered(asked_about(team, held(made, {first.id: 1, second.id: 2}))).plans
    assert (stand_ins(found), [v.rule for v in found.broken]) == ([(first.id, 3)], [Rule.LEADER_MISSING])


def test_a_plan_is_a_step_that_the_roster_can_take() -> None:
    team = town(people(2), [post()], DAYTIME)
    made = plan(team, 1)
    roster = held(made, {made.duties[0].id: 1})
    (found,) = answered(asked_about(team, roster)).plans
    assert apply(roster, carried_out(roster, found, BEFORE)).holder(made.duties[0].id) == VolunteerId(2)


def test_of_a_duty_that_has_begun_the_minutes_up_to_now_stay_where_they_were() -> None:
    team = town(people(2), [post()], DAYTIME)
    made = plan(team, 1)
    roster = held(made, {made.duties[0].id: 1})
    now = at(MONDAY, 600)
    (found,) = answered(asked_about(team, roster, now=now)).plans
    after = apply(roster, carried_out(roster, found, now))
    stood = [(d.span.minutes, after.holder(d.id)) for d in after.plan.parts(made.duties[0])]
    assert stood == [(120, VolunteerId(1)), (360, VolunteerId(2))]


def test_an_absence_without_duties_needs_no_plan() -> None:
    team = town(people(2), [post()], DAYTIME)
    made = plan(team, 1)
    assert answered(asked_about(team, held(made, {made.duties[0].id: 2}))) == Repair((), (), least=True, complete=True)


def test_without_time_there_still_is_a_plan() -> None:
    team = town(people(3), [post()], DAYTIME)
    made = plan(team, 2)
    roster = held(made, {duty_at(made, MONDAY, 8): 1})
    *_, answer = asked_about(team, roster).answers(Resolver(PATIENT, lambda: True))
    assert (len(answer.plans), answer.least, answer.complete) == (1, False, False)


@settings(_PATIENT, max_examples=30)
@given(plain_situations(Size(people=(1, 4), posts=1, days=2)), st.data())
def test_no_roster_mends_the_absence_with_fewer_changes(asked: Situation, data: st.DataObject) -> None:
    question = _any_absence(asked, data)
    assume(1 < (1 + len(asked.directory.volunteers)) ** len(asked.roster.assignments) <= _ROSTERS)
    absence = Absence(asked.roster, question.volunteer_id, question.span, question.now)
    assume(absence.vacated)
    answer = answered(question)
    best = answer.plans[0]
    judge = Judge(asked.roster.plan, absence.directory(asked.directory), asked.ledger)
    least = min(_worth(absence, judge, roster) for roster in _every(absence, asked.directory))
    mended = apply(asked.roster, RosterEdit(EditKind.SUBSTITUTE, best.changes))
    assert _worth(absence, judge, mended) == least == best.rank[:4]
    assert answer.least


def _any_absence(asked: Situation, data: st.DataObject) -> WhoStandsIn:
    who = choice(asked.directory.volunteers, data).id
    first = MONDAY + timedelta(days=data.draw(st.integers(0, 1)))
    now = data.draw(st.sampled_from([BEFORE, at(MONDAY, 0) - timedelta(hours=30), at(MONDAY, 600)]))
    return WhoStandsIn(asked, who, whole_days(first, MONDAY + timedelta(days=1)), now, PATIENT)


def _every(absence: Absence, team: Directory) -> Iterator[Roster]:
    """Every way to give the held duties that may move, and the vacated ones, to anybody or nobody."""
    free = [d for d in absence.roster.assignments if absence.without.holder(d) is None or absence.may_move(d)]
    for chosen in itertools.product([None, *team.volunteers], repeat=len(free)):
        yield absence.without.with_changes(
            {d: None if who is None else Assignment(who.id) for d, who in zip(free, chosen, strict=True)}
        )


def _worth(absence: Absence, judge: Judge, roster: Roster) -> tuple[float, ...]:
    """How a plan's rank begins; nothing is worth less than a rule broken that the absence does not break."""
    changed = [d for d in absence.roster.assignments if absence.roster.holder(d) != roster.holder(d)]
    broken = broken_by(absence, judge, roster, changed)
    if any(roster.holder(duty.id) == absence.volunteer_id for duty in absence.vacated):
        return (math.inf,)
    suffered = [v for v in judge.hard(absence.without) if v.shift_id is not None]
    if any(not any(known.covers(violation) for known in suffered) for violation in broken):
        return (math.inf,)
    vacant = vacant_among(changed, roster)
    return len(vacant), len(broken), len(changed), sum(absence.is_soon(d) for d in changed)
