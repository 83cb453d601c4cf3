"""Rest: between two duties, in every week, after a run."""

from dataclasses import replace
from datetime import timedelta

import pytest
from one_line import ANN, MIDDLE, found, line, numbers, team_with
from small_teams import MONDAY, held, plan

from roster_app.domain.book import (
    NIGHTS,
    DutyClass,
    MinRest,
    RestAfterRun,
    WeeklyRest,
    Window,
)
from roster_app.domain.edits import apply
from roster_app.domain.parts import Edge, move_edge
from roster_app.domain.roster import Assignment
from roster_app.domain.rules import Rule

FULL_DAY = 24 * 60


def test_a_wish_for_rest_costs_each_minute_short() -> None:
    team = team_with(MinRest(600, points=2))
    (short,) = found(team, line(team, "ME"))
    assert (short.rule, *numbers([short])[0]) == (Rule.MIN_REST, 480, 600, 240)


def test_a_longer_stay_at_the_post_is_no_lack_of_rest_two_whole_shifts_are() -> None:
    team = team_with(MinRest(600))
    roster = line(team, "E")
    early, middle, _ = roster.plan.duties
    longer = apply(roster, move_edge(roster, early.id, Edge.END, middle.span.start + timedelta(hours=2)))
    assert [s.span.minutes for s in longer.line(ANN)] == [480, 120]
    assert found(team, longer) == ()
    (short,) = found(team, line(team, "E").with_changes({middle.id: Assignment(ANN)}))
    assert (short.rule, short.actual) == (Rule.MIN_REST, 0)


def test_rest_can_be_asked_after_nights_alone() -> None:
    team = team_with(MinRest(2 * FULL_DAY, after=NIGHTS))
    assert numbers(found(team, line(team, "N·E"))) == [(FULL_DAY, 2 * FULL_DAY, None)]
    assert found(team, line(team, "M·E")) == ()


def test_rest_for_one_person_takes_the_place_of_that_for_all() -> None:
    team = team_with(MinRest(960), MinRest(480, people=frozenset({ANN})))
    assert found(team, line(team, "ME")) == ()


@pytest.mark.parametrize(("word", "longest"), [("NNNNNNN", 1350), ("EEEEEEE", 960), ("EEE·EEE", 2400)])
def test_every_week_has_one_long_free_stretch(word: str, longest: int) -> None:
    team = team_with(WeeklyRest(2401))
    (short,) = found(team, line(team, word))
    assert (short.rule, short.actual, short.limit) == (Rule.WEEKLY_REST, longest, 2401)
    assert found(team_with(WeeklyRest(longest)), line(team, word)) == ()


def test_a_week_that_the_period_cuts_at_its_end_is_not_asked() -> None:
    team = team_with(WeeklyRest(2 * FULL_DAY))
    assert found(team, line(team, "EEEEEE")) == ()


def test_a_week_that_began_before_the_period_is_asked_with_what_is_known() -> None:
    team = team_with(WeeklyRest(2 * FULL_DAY))
    thursday = MONDAY + timedelta(days=3)
    assert len(found(team, line(team, "EEEE", thursday, before="EEE"))) == 1
    assert found(team, line(team, "EEEE", thursday)) == ()


def test_seven_days_in_a_row_are_asked_wherever_they_begin() -> None:
    team = team_with(WeeklyRest(1500, Window.SEVEN_DAYS))
    roster = line(team, "·EEEEEEEE·EEE·")
    (short,) = found(team, roster)
    assert (short.actual, len(short.duty_ids)) == (960, 8)
    weekly = team_with(WeeklyRest(1500, Window.WEEK))
    assert found(weekly, line(weekly, "·EEEEEEEE·EEE·")) == ()


def test_a_wish_for_a_free_stretch_pays_for_each_seven_days() -> None:
    team = team_with(WeeklyRest(2400, Window.SEVEN_DAYS, points=1))
    one, two = line(team, "EEEEEEE···"), line(team, "EEEEEEEE··")
    (single,), (double,) = found(team, one), found(team, two)
    assert double.points is not None
    assert double.points > (single.points or 0) > 0


@pytest.mark.parametrize(("word", "off"), [("NNN·E··", 1), ("NNNE···", 0), ("NNN··N·", None), ("NN·N···", None)])
def test_days_off_after_a_run_of_nights(word: str, off: int | None) -> None:
    team = team_with(RestAfterRun(3, 2, NIGHTS))
    expected = [] if off is None else [(off, 2, None)]
    assert numbers(found(team, line(team, word))) == expected


def test_a_run_of_nights_from_before_the_period_asks_for_its_days_off() -> None:
    team = team_with(RestAfterRun(3, 2, NIGHTS, points=7))
    assert numbers(found(team, line(team, "·E··", before="NNN"))) == [(1, 2, 7)]


def test_reserve_duties_need_no_rest_and_break_none() -> None:
    team = team_with(MinRest(720), WeeklyRest(6 * FULL_DAY))
    standby = replace(team, posts=(replace(team.posts[0], reserve=True),))
    assert found(standby, line(standby, "NENENEN")) == ()
    assert len(found(team, line(team, "NENENEN"))) > 1


def test_rest_after_a_shift_type_of_its_own() -> None:
    team = team_with(MinRest(600, after=DutyClass(shift_types=frozenset({MIDDLE}))))
    assert len(found(team, line(team, "ME"))) == 1
    assert found(team, line(team, "NM")) == ()


def test_each_duty_that_ends_too_near_is_paid_for() -> None:
    team = team_with(MinRest(1080, points=1))
    made = plan(team, 1)
    early_middle_night = held(made, {duty.id: 1 for duty in made.duties})
    assert numbers(found(team, early_middle_night)) == [(0, 1080, 1080), (0, 1080, 1080), (480, 1080, 600)]
