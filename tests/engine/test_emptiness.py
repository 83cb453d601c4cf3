"""Why duties stay vacant: every count is true, every reason holds, every remedy fills what it says it fills."""

from dataclasses import replace
from datetime import timedelta

from any_problem import Size
from asking import PATIENT, all_answers, answered, planned, situations
from hypothesis import HealthCheck, given, settings
from small_teams import EASY, LEADER, MONDAY, held, people, plan, post, town

from roster_app.domain.answers.reinforcing import Reinforcement, reinforced
from roster_app.domain.answers.relaxing import with_entry
from roster_app.domain.book import AmountLimit, LeaderEachShift, Measure, Window
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.places import Hue, ShiftTimes
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.team import Directory
from roster_app.engine.answers import Effort, Resolver, Situation
from roster_app.engine.answers.emptiness import Emptiness, WhyEmpty
from roster_app.engine.answers.remedy import Remedy
from roster_app.engine.search import Limits

_PATIENT = settings(
    derandomize=True,  # no search promises the optimum: about one of a thousand remedies is not found again
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
    max_examples=15,
)
_AGAIN = Effort(seconds=120, each=Limits(seconds=10))
"""What a short search has found a longer one finds again."""
_SIZE = Size(people=(0, 5), days=4, held=0)
DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)


def why(directory: Directory, days: int = 1, holders: dict[DutyId, int] | None = None) -> Emptiness:
    return answered(WhyEmpty(planned(directory, held(plan(directory, days), holders or {})), PATIENT))


def applied(asked: Situation, remedy: Remedy) -> Situation:
    """The situation with the remedy carried out."""
    if remedy.entry is not None:
        return asked.with_rules(with_entry(asked.directory.rules, remedy.entry, remedy.instead))
    return asked.with_directory(reinforced(asked.directory, remedy.more)[0])


def test_a_full_roster_has_nothing_to_explain() -> None:
    answer = why(town(people(1), [post()], DAYTIME))
    assert (answer.vacancies, answer.fewest, answer.complete) == ((), 0, True)


def test_one_more_leader_is_what_lacks() -> None:
    posts = [post(n, requires=frozenset({LEADER})) for n in (1, 2)]
    answer = why(town(people(4, leaders=1), posts, DAYTIME))
    (remedy,) = answer.remedies
    assert remedy.more == (Reinforcement(1, frozenset({LEADER}), (MONDAY,)),)
    assert (len(remedy.filled), remedy.left, remedy.moved) == (1, 0, 0)


def test_a_shift_that_lacks_its_leader_asks_for_one_though_its_posts_do_not() -> None:
    team = town(people(3), [post(1), post(2)], DAYTIME, replace(EASY, leader_each_shift=True))
    answer = why(team)
    assert [(r.more, r.entry, r.left) for r in answer.remedies] == [
        ((Reinforcement(1, frozenset({LEADER}), (MONDAY,)),), None, 0),
        ((), LeaderEachShift(), 0),
    ]


def test_hours_of_the_week_are_relaxed_by_no_more_than_is_needed() -> None:
    team = town(people(2), [post(1)], DAYTIME, replace(EASY, max_week_minutes=24 * 60))
    answer = why(team, 7)
    limit = AmountLimit(Measure.MINUTES, Window.WEEK, most=24 * 60)
    people_, hours = answer.remedies
    assert [(r.count, len(r.days)) for r in people_.more] == [(1, 1)]
    assert (hours.entry, hours.instead, hours.left) == (limit, replace(limit, most=32 * 60), 0)


def test_what_was_arranged_badly_by_hand_only_needs_planning_anew() -> None:
    posts = [post(1, requires=frozenset({LEADER})), post(2)]
    team = town(people(2, leaders=1), posts, DAYTIME)
    made = plan(team, 1)
    roster = held(made, {made.duties[1].id: 1})
    (remedy,) = answered(WhyEmpty(Situation(roster, team, planned(team, roster).ledger), PATIENT)).remedies
    assert (remedy.filled, remedy.left, remedy.moved, remedy.entry, remedy.more) == (
        (made.duties[0].id,),
        0,
        1,
        None,
        (),
    )


def test_without_any_people_people_are_the_remedy() -> None:
    answer = why(town((), [post(1)], DAYTIME), 2)
    assert answer.diagnosis.nobody
    assert [(r.count, r.days) for r in answer.remedies[0].more] == [(1, (MONDAY, MONDAY + timedelta(days=1)))]


def test_locks_against_the_rules_are_named() -> None:
    team = town(people(2), [post(1), post(2)], DAYTIME)
    made = plan(team, 1)
    both = {duty.id: Assignment(VolunteerId(1), locked=True) for duty in made.duties}
    answer = answered(WhyEmpty(Situation(Roster(made, both), team, planned(team, Roster(made)).ledger), PATIENT))
    assert [v.duty_ids for v in answer.diagnosis.clashes] == [tuple(both)]


def test_an_answer_that_is_stopped_says_so() -> None:
    team = town(people(1), [post(1), post(2)], DAYTIME)
    asked = planned(team, held(plan(team, 1), {}))
    *_, last = WhyEmpty(asked).answers(Resolver(PATIENT, lambda: True))
    assert (last.complete, last.diagnosis.causes[0].worst.missing) == (False, 1)


@_PATIENT
@given(situations(_SIZE))
def test_remedies_fill_what_they_say_when_applied(asked: Situation) -> None:
    answers = list(all_answers(WhyEmpty(asked, PATIENT)))
    assert answers[-1].complete
    for remedy in answers[-1].remedies:
        changed = applied(asked, remedy)
        unlocked = changed.with_roster(changed.roster.with_assignments({}))
        filled = Resolver(_AGAIN).cover(unlocked, enough=remedy.left)
        assert len(filled.vacancies) <= remedy.left < len(asked.roster.vacancies)
        assert len(remedy.filled) > 0
