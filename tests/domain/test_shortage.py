"""Counts that prove vacancies: who is fit is counted against what is asked, at once, in a week, over the period."""

from dataclasses import replace
from datetime import timedelta

import pytest
from small_teams import EASY, LEADER, MONDAY, TEAM, duty_at, held, people, plan, post, stint, town

from roster_app.domain.answers.matching import rivalries
from roster_app.domain.answers.relaxing import milder, relaxable, with_entry
from roster_app.domain.answers.shortage import Shortage, ShortageKind, shortages
from roster_app.domain.book import NIGHTS, AmountLimit, LeaderEachShift, Measure, MinRest, RunLimit, Window
from roster_app.domain.ids import LeaveId, QualificationId, VolunteerId
from roster_app.domain.people import Leave, Qualification
from roster_app.domain.places import Hue, ShiftTimes
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.rules import Judge
from roster_app.domain.team import Directory, TeamRules
from roster_app.domain.timespan import whole_days

DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)
NIGHTLY = (ShiftTimes("night", 0, 480, Hue.NIGHT),)


def counted(directory: Directory, days: int = 1, holders: dict[int, int] | None = None) -> tuple[Shortage, ...]:
    made = plan(directory, days)
    roster = held(made, holders or {})  # type: ignore[arg-type]
    return shortages(roster, Judge(made, directory))


def test_seats_and_people_that_fit_together_rival_for_nothing() -> None:
    assert rivalries({"a": ["x"], "b": ["x", "y"]}) == ()


def test_seats_that_compete_for_too_few_are_told_without_the_others() -> None:
    (found,) = rivalries({"a": ["x"], "b": ["x"], "c": ["x", "y", "z"], "d": ["z"]})
    assert (found.seats, found.people) == ({"a", "b"}, {"x"})


def test_two_leaders_are_needed_at_once_and_one_is_there() -> None:
    posts = [post(n, requires=frozenset({LEADER})) for n in (1, 2)]
    (found,) = counted(town(people(5, leaders=1), [*posts, post(3)], DAYTIME))
    assert (found.kind, found.needed, found.possible, found.requires) == (ShortageKind.AT_ONCE, 2, 1, {LEADER})
    assert found.people == {VolunteerId(1)}


def test_whoever_has_what_includes_it_is_fit_too() -> None:
    team = town(people(2), [post(n, requires=frozenset({LEADER})) for n in (1, 2)], DAYTIME)
    chief = Qualification(QualificationId(9), TEAM, "chief", includes=frozenset({LEADER}))
    ann, bob = team.volunteers
    team = replace(
        team,
        qualifications=(*team.qualifications, chief),
        volunteers=(replace(ann, qualifications=frozenset({chief.id})), bob),
    )
    (found,) = counted(team)
    assert found.people == {ann.id}


def test_who_is_on_leave_is_not_counted() -> None:
    team = town(people(2), [post(1), post(2)], DAYTIME)
    away = Leave(LeaveId(1), VolunteerId(2), whole_days(MONDAY, MONDAY))
    (found,) = counted(replace(team, leaves=(away,)), days=2)
    assert (found.needed, found.possible, found.span.start.date()) == (2, 1, MONDAY)


def test_rest_keeps_people_from_the_next_shift_too() -> None:
    team = town(people(2), [post(1)], rules=replace(EASY, min_rest_minutes=960))
    found = counted(team)
    assert [(s.kind, s.needed, s.possible, s.rest) for s in found] == [(ShortageKind.AT_ONCE, 3, 2, 960)]


def test_a_week_has_only_so_many_hours_a_person() -> None:
    team = town(people(2), [post(1)], DAYTIME, replace(EASY, max_week_minutes=24 * 60))
    (found,) = counted(team, days=7)
    assert (found.kind, found.needed, found.possible) == (ShortageKind.WEEK, 7, 6)
    assert found.limit == AmountLimit(Measure.MINUTES, Window.WEEK, most=24 * 60)


def test_the_nights_of_a_period_are_counted_apart() -> None:
    team = town(people(2), [post(1)], NIGHTLY, replace(EASY, max_nights=3))
    (found,) = counted(team, days=14)
    assert (found.kind, found.needed, found.possible, found.nights) == (ShortageKind.PERIOD, 14, 6, True)


def test_days_in_a_row_bound_what_one_person_can_do() -> None:
    team = town(people(1), [post(1)], DAYTIME, replace(EASY, max_consecutive_days=2))
    first, second = counted(team, days=14)
    assert (first.kind, first.needed, first.possible, first.limit) == (ShortageKind.WEEK, 7, 5, RunLimit(most=2))
    assert second.span.start.date() == MONDAY + timedelta(days=7)


def test_a_locked_duty_takes_its_holder_out_of_the_count() -> None:
    team = town(people(2), [post(1), post(2), post(3)], DAYTIME)
    made = plan(team, 1)
    roster = Roster(made, {made.duties[0].id: Assignment(VolunteerId(1), locked=True)})
    (found,) = shortages(roster, Judge(made, team))
    assert (found.needed, found.possible, found.people) == (2, 1, {VolunteerId(2)})


def test_what_was_stood_yesterday_counts_against_rest() -> None:
    team = town(people(1), [post(1)], NIGHTLY, replace(EASY, min_rest_minutes=720))
    yesterday = stint(1, MONDAY - timedelta(days=1), 960, 1440, 900)
    made = plan(team, 1)
    (found,) = shortages(replace(held(made, {}), earlier=(yesterday,)), Judge(made, team))
    assert (found.needed, found.possible, found.people) == (1, 0, frozenset())


def test_nothing_is_told_where_everything_is_held() -> None:
    team = town(people(1), [post(1)], DAYTIME)
    made = plan(team, 1)
    assert shortages(held(made, {duty_at(made, MONDAY, 8): 1}), Judge(made, team)) == ()


@pytest.mark.parametrize(
    ("entry", "first", "last"),
    [
        (MinRest(720), MinRest(660), MinRest(60)),
        (RunLimit(most=6), RunLimit(most=7), RunLimit(most=18)),
        (RunLimit(least=3), RunLimit(least=2), RunLimit(least=2)),
        (
            AmountLimit(Measure.MINUTES, Window.WEEK, most=2880),
            AmountLimit(Measure.MINUTES, Window.WEEK, most=3360),
            AmountLimit(Measure.MINUTES, Window.WEEK, most=8640),
        ),
    ],
)
def test_a_rule_gets_milder_step_by_step_until_it_is_off(entry: MinRest, first: MinRest, last: MinRest) -> None:
    steps = milder(entry)
    assert (steps[0], steps[-2], steps[-1]) == (first, last, None)


@pytest.mark.parametrize("entry", relaxable(TeamRules(max_nights=4)))
def test_every_usual_limit_can_be_switched_off(entry: MinRest) -> None:
    rules = TeamRules(max_nights=4)
    assert set(relaxable(rules)) - set(relaxable(with_entry(rules, entry, None))) == {entry}


def test_an_own_entry_is_replaced_where_it_stands() -> None:
    own = AmountLimit(Measure.DUTIES, Window.PERIOD, most=3, of=NIGHTS)
    rules = with_entry(TeamRules(entries=(own, LeaderEachShift())), own, replace(own, most=4))
    assert rules.entries == (replace(own, most=4), LeaderEachShift())
