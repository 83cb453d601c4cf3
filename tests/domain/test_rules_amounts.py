"""Amounts: minutes, duties, days and weekends in a day, seven days, a week, the period."""

from dataclasses import replace
from datetime import timedelta

import pytest
from one_line import ANN, EARLY, MIDDLE, found, line, numbers, team_with
from small_teams import MONDAY, held, plan

from roster_app.domain.book import ALL, NIGHTS, AmountLimit, DutyClass, Measure, Window
from roster_app.domain.calendar import DayType
from roster_app.domain.ids import VolunteerId
from roster_app.domain.rules import Judge, Rule

MINUTES, DUTIES, DAYS = Measure.MINUTES, Measure.DUTIES, Measure.DAYS


@pytest.mark.parametrize(
    ("entry", "word", "expected"),
    [
        (AmountLimit(MINUTES, Window.DAY, most=479), "E··", [(480, 479, None)]),
        (AmountLimit(MINUTES, Window.DAY, most=480), "EEE", []),
        (AmountLimit(MINUTES, Window.SEVEN_DAYS, most=1440), "EEE···E", [(1920, 1440, None)]),
        (AmountLimit(MINUTES, Window.SEVEN_DAYS, most=1440), "EEE····E", []),
        (AmountLimit(DAYS, Window.WEEK, most=4, points=5), "EEEEEE·EEEEEEE", [(6, 4, 10), (7, 4, 15)]),
        (AmountLimit(DAYS, Window.WEEK, least=2, points=5), "E······EE·····", [(1, 2, 5)]),
        (AmountLimit(DAYS, Window.WEEK, least=2), "E··", []),
        (AmountLimit(MINUTES, Window.PERIOD, least=960, most=1440), "E··", [(480, 960, None)]),
        (AmountLimit(MINUTES, Window.PERIOD, least=960, most=1440), "EEEE", [(1920, 1440, None)]),
        (AmountLimit(MINUTES, Window.PERIOD, least=960), "···", [(0, 960, None)]),
        (AmountLimit(DUTIES, Window.PERIOD, most=1, of=DutyClass(shift_types=frozenset({MIDDLE}))), "EMMNE",
         [(2, 1, None)]),
        (AmountLimit(DUTIES, Window.SEVEN_DAYS, least=1, points=3), "E········E", [(0, 1, 6)]),
        (AmountLimit(DUTIES, Window.PERIOD, most=0, of=DutyClass(day_types=frozenset({DayType.REST_DAY}))), "E····EE",
         [(2, 0, None)]),
    ],
)  # fmt: skip
def test_limits_of_amounts(entry: AmountLimit, word: str, expected: list[tuple[int, int, int | None]]) -> None:
    team = team_with(entry)
    assert numbers(found(team, line(team, word))) == expected


def test_what_was_stood_before_the_period_counts_in_its_windows() -> None:
    weekly = team_with(AmountLimit(DAYS, Window.WEEK, most=3))
    wednesday = MONDAY + timedelta(days=2)
    assert numbers(found(weekly, line(weekly, "EE", wednesday, before="EE"))) == [(4, 3, None)]
    rolling = team_with(AmountLimit(DAYS, Window.SEVEN_DAYS, most=3))
    assert numbers(found(rolling, line(rolling, "EE", before="EE"))) == [(4, 3, None)]
    whole = team_with(AmountLimit(DAYS, Window.PERIOD, most=3))
    assert found(whole, line(whole, "EE", before="EE")) == ()


def test_seven_days_that_overlap_are_told_once_with_the_worst_and_paid_for_each() -> None:
    team = team_with(AmountLimit(DAYS, Window.SEVEN_DAYS, most=5, points=1))
    (too_much,) = found(team, line(team, "EEEEEEE··E"))
    assert numbers([too_much]) == [(7, 5, 1 + 2 + 1)]


@pytest.mark.parametrize(("word", "weekends"), [("····EE·", 1), ("····EEE", 1), ("·····E······E·", 2)])
def test_a_weekend_counts_once_however_much_of_it_is_stood(word: str, weekends: int) -> None:
    team = team_with(AmountLimit(Measure.WEEKENDS, Window.PERIOD, most=0))
    assert numbers(found(team, line(team, word))) == [(weekends, 0, None)]
    assert found(team, line(team, "E··E···")) == ()


def test_a_named_amount_keeps_its_name_and_others_are_amounts() -> None:
    team = team_with(AmountLimit(MINUTES, Window.WEEK, most=0), AmountLimit(MINUTES, Window.WEEK, most=0, of=NIGHTS))
    assert [v.rule for v in found(team, line(team, "N······"))] == [Rule.WEEK_MINUTES, Rule.AMOUNT]


def test_a_person_who_stands_nothing_misses_the_least_too() -> None:
    team = team_with(AmountLimit(DUTIES, Window.PERIOD, least=1, points=9))
    made = plan(team, 1)
    judge = Judge(made, team)
    short = [v for v in judge.judge(held(made, {made.duties[0].id: 1})) if v.rule is Rule.AMOUNT]
    assert [(v.volunteer_id, v.points) for v in short] == [(VolunteerId(2), 9)]


def test_a_limit_of_one_persons_own() -> None:
    own = AmountLimit(DAYS, Window.WEEK, most=5, people=frozenset({ANN}))
    team = team_with(AmountLimit(DAYS, Window.WEEK, most=2), own)
    assert found(team, line(team, "EEEEE··")) == ()
    assert numbers(found(team, line(team, "EEEEEE·"))) == [(6, 5, None)]


def test_reserve_duties_count_only_where_a_class_asks_for_them() -> None:
    standby = DutyClass(reserve=True)
    team = team_with(AmountLimit(DAYS, Window.WEEK, most=0, of=ALL), AmountLimit(DAYS, Window.WEEK, most=1, of=standby))
    team = replace(team, posts=(replace(team.posts[0], reserve=True),))
    assert numbers(found(team, line(team, "EEE····"))) == [(3, 1, None)]


def test_taking_a_duty_that_makes_too_little_less_so_breaks_nothing() -> None:
    team = team_with(AmountLimit(DAYS, Window.WEEK, least=4))
    roster = line(team, "E······")
    tuesday = next(d.id for d in roster.plan.duties if roster.plan.shift_of(d.id).day == MONDAY + timedelta(days=1))
    assert Judge(roster.plan, team).why_not(roster, tuesday, ANN) == ()


def test_a_class_by_shift_type_knows_earlier_stints_by_theirs() -> None:
    early = DutyClass(shift_types=frozenset({EARLY}))
    team = team_with(AmountLimit(DUTIES, Window.SEVEN_DAYS, most=1, of=early))
    assert len(found(team, line(team, "E", before="E"))) == 1
    assert found(team, line(team, "E", before="M")) == ()


@pytest.mark.parametrize(("before", "word", "points"), [("EEE", "E·", 1), ("EEE", "··", 0), ("E", "EE", 1)])
def test_too_much_costs_what_the_period_adds(before: str, word: str, points: int) -> None:
    team = team_with(AmountLimit(DAYS, Window.WEEK, most=2, points=1))
    thursday = MONDAY + timedelta(days=3)
    assert sum(v.points or 0 for v in found(team, line(team, word, thursday, before))) == points


def test_too_little_in_seven_days_that_became_less_is_nothing_new() -> None:
    team = team_with(AmountLimit(DUTIES, Window.SEVEN_DAYS, least=2))
    (before,), (after,) = found(team, line(team, "E············E")), found(team, line(team, "E·····E······E"))
    assert before.covers(after)
    assert not after.covers(before)
