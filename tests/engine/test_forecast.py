"""How many people keep the cover: the smallest team does, one fewer does not, and gains are those of real rosters."""

from dataclasses import replace
from datetime import timedelta

import pytest
from asking import PATIENT, answered
from small_teams import EASY, LEADER, MONDAY, people, post, town

from roster_app.domain.answers.teams_alike import Kind, in_proportion, mix_of, team_alike
from roster_app.domain.book import AmountLimit, Measure, Window
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import AvailabilityId, LeaveId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind, Leave
from roster_app.domain.places import Hue, ShiftTimes
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days
from roster_app.engine.answers import Resolver
from roster_app.engine.answers.forecast import Forecast, HowMany

DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)
THREE_A_WEEK = replace(EASY, max_week_minutes=24 * 60)
PLAIN, LEADING = Kind(), Kind(frozenset({LEADER}))


def forecast(team: Directory, weeks: int = 1) -> Forecast:
    return answered(HowMany(team, MONDAY, weeks, PATIENT))


@pytest.mark.parametrize("now", [1, 3, 6])
def test_seven_duties_a_week_need_three_people_who_may_do_three(now: int) -> None:
    answer = forecast(town(people(now), [post()], DAYTIME, THREE_A_WEEK))
    assert (answer.smallest, answer.proven, answer.complete) == ({PLAIN: 3}, True, True)
    assert (answer.people, answer.duties, answer.vacancies) == (now, 7, max(0, 7 - 3 * now))


def test_the_mix_says_how_many_leaders_there_must_be() -> None:
    posts = [post(1, requires=frozenset({LEADER})), post(2)]
    answer = forecast(town(people(4, leaders=2), posts, DAYTIME, THREE_A_WEEK))
    assert answer.smallest is not None
    assert (sum(answer.smallest.values()), answer.fewest) == (5, ((LEADER, 3),))


def test_one_more_leader_fills_what_only_leaders_can() -> None:
    posts = [post(1, requires=frozenset({LEADER})), post(2)]
    answer = forecast(town(people(6, leaders=2), posts, DAYTIME, THREE_A_WEEK))
    assert [(gain.kind, gain.vacancies) for gain in answer.gains] == [(LEADING, 0), (PLAIN, 1)]
    assert answer.vacancies == 1


def test_without_anybody_there_is_a_team_all_the_same() -> None:
    answer = forecast(town((), [post()], DAYTIME))
    assert (answer.vacancies, answer.smallest) == (7, {PLAIN: 1})


def test_where_no_number_of_people_helps_none_is_named() -> None:
    nobody = AmountLimit(Measure.DUTIES, Window.PERIOD, most=0)
    team = town(people(2), [post()], DAYTIME, replace(EASY, entries=(nobody,)))
    *_, answer = HowMany(team, MONDAY, 1, PATIENT).answers(Resolver(replace(PATIENT, seconds=2)))
    assert (answer.smallest, answer.vacancies) == (None, 7)


def test_a_team_that_staffs_nothing_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        forecast(town(people(2), [], DAYTIME))
    assert refused.value.code is ErrorCode.NOTHING_TO_STAFF


def test_people_alike_have_the_recurring_statements_and_nothing_dated() -> None:
    team = town(people(1), [post()], DAYTIME)
    who = VolunteerId(1)
    weekly = Availability(
        AvailabilityId(1), who, AvailabilityKind.UNAVAILABLE, whole_days(MONDAY, MONDAY), "FREQ=WEEKLY;BYDAY=MO"
    )
    once = replace(weekly, id=AvailabilityId(2), rule="")
    away = Leave(LeaveId(1), who, whole_days(MONDAY, MONDAY + timedelta(days=30)))
    alike = team_alike(replace(team, availabilities=(weekly, once), leaves=(away,)), {PLAIN: 3})
    assert len({volunteer.id for volunteer in alike.volunteers}) == 3
    assert [[a.rule for a in alike.availabilities_of(v.id)] for v in alike.volunteers] == [[weekly.rule]] * 3
    assert alike.leaves == ()


def test_a_proportion_is_kept_as_well_as_whole_people_allow() -> None:
    mix = mix_of(town(people(6, leaders=2), [post()]))
    assert in_proportion(mix, 3) == {LEADING: 1, PLAIN: 2}
    assert in_proportion(mix, 10).total() == 10
    assert in_proportion({}, 3) == {}
