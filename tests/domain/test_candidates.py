"""Who could take a duty: all are listed, the best first, and a vacancy is explained by what keeps each of them away."""

from dataclasses import replace
from datetime import timedelta

from small_teams import EASY, LEADER, MONDAY, duty_at, held, people, plan, post, stint, town

from roster_app.domain.candidates import Candidacy, Verdict, candidates, cause, causes, why_vacant
from roster_app.domain.ids import AvailabilityId, DutyId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.places import Hue, ShiftTimes
from roster_app.domain.roster import Roster, VacancyCause
from roster_app.domain.rules import Judge, Rule
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days

DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)
TUESDAY = MONDAY + timedelta(days=1)
ANN, BOB, CAT = (VolunteerId(n) for n in (1, 2, 3))


def asked(directory: Directory, roster: Roster, duty_id: DutyId) -> tuple[Candidacy, ...]:
    return candidates(roster, Judge(roster.plan, directory), duty_id)


def order(found: tuple[Candidacy, ...]) -> list[VolunteerId]:
    return [candidacy.volunteer_id for candidacy in found]


def test_who_carries_least_of_the_fair_share_comes_first() -> None:
    team = town(people(3), [post()], DAYTIME)
    made = plan(team, 6)
    roster = held(made, {duty_at(made, MONDAY, 8): 1, duty_at(made, TUESDAY, 8): 2})
    found = asked(team, roster, made.duties[2].id)
    assert order(found) == [CAT, ANN, BOB]
    assert [round(c.lag) for c in found] == [-1, 0, 0]
    assert [c.verdict for c in found] == [Verdict.RECOMMENDED] * 3


def test_beyond_the_fair_share_is_possible_and_not_recommended() -> None:
    team = town(people(2), [post()], DAYTIME)
    made = plan(team, 4)
    roster = held(made, {duty_at(made, MONDAY, 8): 1, duty_at(made, TUESDAY, 8): 1})
    bob, ann = asked(team, roster, made.duties[-1].id)
    assert (bob.verdict, ann.verdict, ann.burden.minutes, ann.lag) == (
        Verdict.RECOMMENDED,
        Verdict.POSSIBLE,
        960,
        1,
    )


def test_the_blocked_come_last_each_with_the_rule_and_its_numbers() -> None:
    team = town(people(2), [post()], DAYTIME, replace(EASY, min_rest_minutes=1440))
    made = plan(team, 3)
    roster = held(made, {duty_at(made, MONDAY, 8): 1})
    bob, ann = asked(team, roster, duty_at(made, TUESDAY, 8))
    assert (bob.volunteer_id, ann.verdict) == (BOB, Verdict.BLOCKED)
    (violation,) = ann.against
    assert (violation.rule, violation.actual, violation.limit) == (Rule.MIN_REST, 960, 1440)
    assert (ann.rested, ann.decisive) == (960, Rule.MIN_REST)


def test_a_wish_against_it_is_told_and_blocks_nobody() -> None:
    team = town(people(2), [post()], DAYTIME)
    unwanted = Availability(AvailabilityId(1), ANN, AvailabilityKind.UNWANTED, whole_days(MONDAY, MONDAY))
    team = replace(team, availabilities=(unwanted,))
    bob, ann = asked(team, held(plan(team, 2), {}), DutyId(2))
    assert (bob.volunteer_id, ann.verdict, [v.rule for v in ann.against]) == (BOB, Verdict.POSSIBLE, [Rule.UNWANTED])


def test_who_asked_for_it_and_lives_there_comes_before_who_does_not() -> None:
    team = town(people(3), [post()], DAYTIME)
    ann, bob, cat = team.volunteers
    wanted = Availability(AvailabilityId(1), CAT, AvailabilityKind.WANTED, whole_days(MONDAY, MONDAY))
    team = replace(team, volunteers=(ann, replace(bob, area_id=team.areas[0].id), cat), availabilities=(wanted,))
    found = asked(team, held(plan(team, 3), {}), DutyId(2))
    assert order(found) == [CAT, BOB, ANN]
    assert [(c.wanted, c.at_home) for c in found] == [(True, None), (False, True), (False, None)]


def test_the_holder_is_weighed_without_the_duty() -> None:
    team = town(people(1), [post()], DAYTIME)
    made = plan(team, 1)
    (ann,) = asked(team, held(made, {made.duties[0].id: 1}), made.duties[0].id)
    assert (ann.holds, ann.burden.minutes, ann.verdict) == (True, 0, Verdict.RECOMMENDED)


def test_rest_is_told_to_both_sides_over_the_edge_of_the_period() -> None:
    team = town(people(1), [post()], DAYTIME)
    made = plan(team, 2)
    before = stint(1, MONDAY - timedelta(days=1), 480, 960, 900)
    roster = replace(held(made, {duty_at(made, TUESDAY, 8): 1}), earlier=(before,))
    (ann,) = asked(team, roster, duty_at(made, MONDAY, 8))
    assert (ann.rested, ann.until_next) == (960, 960)


def test_a_vacancy_is_explained_by_the_rules_that_keep_people_away() -> None:
    posts = [post(1, requires=frozenset({LEADER})), post(2)]
    team = town(people(3, leaders=1), posts, DAYTIME, replace(EASY, leader_each_shift=True))
    away = Availability(AvailabilityId(1), ANN, AvailabilityKind.UNAVAILABLE, whole_days(MONDAY, MONDAY))
    team = replace(team, availabilities=(away,))
    roster = held(plan(team, 1), {})
    judge = Judge(roster.plan, team)
    leading, plain = (why_vacant(roster, judge, duty.id) for duty in roster.plan.duties)
    assert causes(leading) == {Rule.QUALIFICATION: 2, Rule.UNAVAILABLE: 1}
    assert causes(plain) == {Rule.LEADER_MISSING: 2, Rule.UNAVAILABLE: 1}
    assert (cause(leading), cause(plain)) == (VacancyCause.ALL_BLOCKED, VacancyCause.ALL_BLOCKED)


def test_a_vacancy_nobody_is_qualified_for_and_one_not_solved_yet() -> None:
    team = town(people(2), [post(1, requires=frozenset({LEADER})), post(2)], DAYTIME)
    roster = held(plan(team, 1), {})
    judge = Judge(roster.plan, team)
    found = [cause(why_vacant(roster, judge, duty.id)) for duty in roster.plan.duties]
    assert found == [VacancyCause.NOBODY_QUALIFIED, VacancyCause.NOT_SOLVED_YET]
