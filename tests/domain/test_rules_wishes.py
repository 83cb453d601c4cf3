"""What a roster costs beside its limits: cover, statements, home, places, turns, stability, fairness."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from small_teams import EASY, LEADER, MONDAY, duty_at, held, people, plan, post, stint, town

from roster_app.domain.book import (
    NIGHTS,
    WEEKENDS,
    AmountLimit,
    Continuity,
    Cover,
    Days,
    DutyClass,
    Entry,
    Fairness,
    HomeArea,
    Measure,
    Stability,
    TurnQueue,
    Window,
    Wishes,
)
from roster_app.domain.classes import Classes
from roster_app.domain.fairness import Band, BurdenKind, Ledger
from roster_app.domain.ids import AreaId, AvailabilityId, CheckpointId, DutyId, LeaveId, ShiftTypeId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind, Leave, LeaveKind
from roster_app.domain.places import WHOLE_DAY
from roster_app.domain.roster import Assignment, DutyPlan, Stint
from roster_app.domain.rules import Judge, Rule
from roster_app.domain.sharing import Sharing
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days

ANN, BOB, CAT = VolunteerId(1), VolunteerId(2), VolunteerId(3)
EARLY, MIDDLE, NIGHT = ShiftTypeId(1), ShiftTypeId(2), ShiftTypeId(3)
SATURDAY = MONDAY + timedelta(days=5)
NO_FAIRNESS = tuple(replace(entry, points=0) for entry in EASY.book.every(Fairness))


def gate(*entries: Entry, crowd: int = 2, **facts: Any) -> Directory:
    """A gate with a seat in each of three shifts, where nothing costs but vacancies and what is stated."""
    return town(people(crowd, 1), [post(**facts)], rules=replace(EASY, entries=(*NO_FAIRNESS, *entries)))


def cost(team: Directory, made: DutyPlan, holders: dict[DutyId, int]) -> dict[str, int]:
    """What costs anything."""
    return {cause: points for cause, points in Judge(made, team).cost(held(made, holders)).items() if points}


def test_empty_seats_cost_by_their_level() -> None:
    priced = Cover(shortage=100, shortage_minute=2, below_wanted=30, surplus=4)
    team = gate(priced, crowd=3, minimum=1, headcount=2, maximum=3)
    made = plan(team, 1)
    assert cost(team, made, {}) == {"vacancy": 3 * (100 + 960 + 30)}
    full = {d.id: d.seat for d in made.duties}
    assert cost(team, made, full) == {"surplus": 12}


def test_cover_of_a_class_wins_over_that_for_all() -> None:
    team = gate(Cover(shortage=1, shortage_minute=0), Cover(shortage=50, shortage_minute=0, of=NIGHTS))
    assert cost(team, plan(team, 1), {}) == {"vacancy": 52}


def statement(kind: AvailabilityKind, number: int = 1, **facts: object) -> Availability:
    plain = Availability(AvailabilityId(number), ANN, kind, whole_days(MONDAY, MONDAY))
    return replace(plain, **facts)  # type: ignore[arg-type]


def on_early(team: Directory, *statements: Availability) -> int:
    """What the wishes come to when Ann stands early and Bob the rest of Monday."""
    stated = replace(team, availabilities=statements)
    made = plan(stated, 1)
    return cost(stated, made, {d.id: 1 if d.span.start.hour == 8 else 2 for d in made.duties}).get("wishes", 0)


def test_statements_weigh_the_teams_weight_once_and_their_own_each() -> None:
    unwanted, wanted = AvailabilityKind.UNWANTED, AvailabilityKind.WANTED
    team = gate(Wishes(unwanted=100, wanted=10))
    assert on_early(team, statement(unwanted)) == 100
    assert on_early(team, statement(unwanted), statement(unwanted, 2)) == 100
    assert on_early(team, statement(unwanted), statement(unwanted, 2, points=7)) == 107
    assert on_early(team, statement(unwanted, points=7), statement(unwanted, 2, points=8)) == 15
    assert on_early(team, statement(wanted)) == -10
    assert on_early(team, statement(wanted, points=3), statement(wanted, 2, points=4)) == -7


def test_a_statement_about_one_shift_type_speaks_of_no_other() -> None:
    unwanted = AvailabilityKind.UNWANTED
    team = gate(Wishes(unwanted=100))
    assert on_early(team, statement(unwanted, shift_type_id=EARLY)) == 100
    assert on_early(team, statement(unwanted, shift_type_id=NIGHT)) == 0
    assert on_early(team, statement(unwanted), statement(unwanted, 2, shift_type_id=EARLY)) == 100


def test_weights_of_one_persons_own() -> None:
    team = gate(Wishes(unwanted=100), Wishes(unwanted=1, people=frozenset({ANN})))
    assert on_early(team, statement(AvailabilityKind.UNWANTED)) == 1


@pytest.mark.parametrize(
    ("statements", "blocked"),
    [
        ([(AvailabilityKind.UNAVAILABLE, EARLY)], [8]),
        ([(AvailabilityKind.AVAILABLE, EARLY)], []),
        ([(AvailabilityKind.UNAVAILABLE, None)], [0, 8, 16]),
        ([(AvailabilityKind.UNAVAILABLE, EARLY), (AvailabilityKind.UNAVAILABLE, NIGHT)], [0, 8]),
    ],
)
def test_unavailable_for_one_shift_type(
    statements: list[tuple[AvailabilityKind, ShiftTypeId | None]], blocked: list[int]
) -> None:
    stated = tuple(statement(kind, n, shift_type_id=of) for n, (kind, of) in enumerate(statements))
    team = replace(gate(), availabilities=stated)
    made = plan(team, 1)
    found = Judge(made, team).of_line(held(made, {d.id: 1 for d in made.duties}), ANN)
    assert sorted(made.duty[v.duty_ids[0]].span.start.hour for v in found) == blocked
    assert {v.rule for v in found} <= {Rule.UNAVAILABLE}


def test_available_for_one_shift_type_restricts_that_type_alone() -> None:
    tuesday = MONDAY + timedelta(days=1)
    only = statement(AvailabilityKind.AVAILABLE, shift_type_id=EARLY)
    team = replace(gate(), availabilities=(only,))
    made = plan(team, 2)
    judge = Judge(made, team)
    assert judge.why_not(held(made, {}), duty_at(made, MONDAY, 8), ANN) == ()
    assert [v.rule for v in judge.why_not(held(made, {}), duty_at(made, tuesday, 8), ANN)] == [Rule.UNAVAILABLE]
    assert judge.why_not(held(made, {}), duty_at(made, tuesday, 16), ANN) == ()


def two_gates(*entries: Entry) -> Directory:
    rules = replace(EASY, entries=(*NO_FAIRNESS, *entries))
    team = town(people(2), [post(1, 1), post(2, 2)], times=WHOLE_DAY, rules=rules, checkpoints=2)
    return replace(team, volunteers=tuple(replace(v, area_id=AreaId(v.id)) for v in team.volunteers))


def test_duties_away_from_home_cost_but_are_no_findings() -> None:
    team = two_gates(HomeArea(points=6))
    made = plan(team, 1)
    crossed = {d.id: 2 if d.post_id == 1 else 1 for d in made.duties}
    assert cost(team, made, crossed) == {"away": 12}
    assert Judge(made, team).judge(held(made, crossed)) == ()
    assert [v.rule for v in Judge(made, team).leanings(held(made, crossed))] == [Rule.AWAY] * 2


def test_a_change_of_place_costs_also_from_a_stint_before_the_period() -> None:
    team = two_gates(Continuity(points=5), HomeArea(points=0))
    made = plan(team, 3)
    first = {d.id: 1 for d in made.duties if (d.post_id == 1) == (d.span.start.day != 7)}
    judge, roster = Judge(made, team), held(made, first)
    assert judge.cost(roster)["continuity"] == 10
    elsewhere = replace(stint(1, MONDAY - timedelta(days=1), 0, 60, 99), checkpoint_id=CheckpointId(2))
    assert judge.cost(replace(roster, earlier=(elsewhere,)))["continuity"] == 15


QUEUE = TurnQueue(NIGHTS, (ANN, BOB, CAT), points=25)


def expected(team: Directory, days: int = 4, earlier: tuple[Stint, ...] = ()) -> list[int]:
    """Whose turn the nights are, day by day."""
    made = plan(team, days)
    turns = Judge(made, team).expected(QUEUE, replace(held(made, {}), earlier=earlier))
    nights = sorted((made.duty[d].span.start, who) for d, who in turns.items())
    return [int(who) for _, who in nights]


def test_turns_go_round() -> None:
    assert expected(gate(QUEUE, crowd=3)) == [1, 2, 3, 1]


def test_whoever_stood_before_the_period_goes_to_the_back() -> None:
    yesterday, before = MONDAY - timedelta(days=1), MONDAY - timedelta(days=2)
    past = (stint(1, before, 0, 480, 90), stint(2, yesterday, 0, 480, 91), stint(3, yesterday, 480, 960, 92))
    assert expected(gate(QUEUE, crowd=3), earlier=past) == [3, 1, 2, 3]


@pytest.mark.parametrize(("kind", "turns"), [(LeaveKind.OFFICIAL, [2, 1, 3, 2]), (LeaveKind.PRIVATE, [2, 3, 1, 2])])
def test_official_leave_keeps_the_turn_and_private_leave_spends_it(kind: LeaveKind, turns: list[int]) -> None:
    team = replace(gate(QUEUE, crowd=3), leaves=(Leave(LeaveId(1), ANN, whole_days(MONDAY, MONDAY), kind),))
    assert expected(team) == turns


def test_who_cannot_stand_keeps_the_turn() -> None:
    team = gate(QUEUE, crowd=3)
    assert expected(replace(team, availabilities=(statement(AvailabilityKind.UNAVAILABLE),))) == [2, 1, 3, 2]
    assert expected(gate(QUEUE, crowd=3, requires=frozenset({LEADER}))) == [1, 1, 1, 1]


def test_a_duty_out_of_turn_costs_and_names_whose_turn_it_is() -> None:
    team = gate(QUEUE, crowd=3)
    made = plan(team, 1)
    rest = {d.id: 3 for d in made.duties if d.span.start.hour}
    night = duty_at(made, MONDAY, 0)
    assert cost(team, made, {**rest, night: 2}) == {"turns": 25}
    assert cost(team, made, {**rest, night: 1}) == {}
    (found,) = Judge(made, team).why_not(held(made, rest), night, BOB)
    assert (found.rule, found.others) == (Rule.TURN, (ANN,))


def test_a_swap_changes_who_stands_not_whose_turn_was_spent() -> None:
    team = gate(QUEUE, crowd=3)
    made = plan(team, 2)
    swapped = {duty_at(made, MONDAY, 0): 2, duty_at(made, MONDAY + timedelta(days=1), 0): 1}
    assert Judge(made, team).cost(held(made, swapped))["turns"] == 50


def test_changes_of_what_was_posted_cost() -> None:
    team = gate(Stability(10, points_soon=90))
    made = plan(team, 7)
    roster = held(made, {d.id: 1 for d in made.duties})
    early, late = duty_at(made, MONDAY, 8), duty_at(made, SATURDAY, 8)
    posted = replace(roster, posted={early: BOB, late: BOB, duty_at(made, MONDAY, 16): ANN})
    judge = Judge(made, team)
    assert judge.cost(roster)["stability"] == 0
    assert judge.cost(posted)["stability"] == 20
    assert judge.cost(replace(posted, posted_from=datetime(2020, 4, 6)))["stability"] == 100
    vacated = posted.with_changes({early: None})
    assert judge.cost(vacated)["stability"] == 20
    restored = posted.with_changes({early: Assignment(BOB), late: Assignment(BOB)})
    assert judge.cost(restored)["stability"] == 0


def bands(team: Directory, entry: Fairness, days: int = 7) -> list[Band]:
    made = plan(team, days)
    return list(Sharing(made, team, Ledger(), Classes(made, team)).bands(entry).values())


def test_unpopular_duties_are_shared_like_any_others() -> None:
    middle = Fairness(Measure.DUTIES, 50, DutyClass(shift_types=frozenset({MIDDLE})))
    team = gate(middle)
    assert [(b.low, b.high) for b in bands(team, middle)] == [(3, 4), (3, 4)]
    made = plan(team, 7)
    all_by_ann = {d.id: 1 if d.span.start.hour == 16 else 2 for d in made.duties}
    assert cost(team, made, all_by_ann) == {"shares": 50 * 3 + 50 * 3}


def test_a_share_among_some_leaves_the_others_out() -> None:
    some = Fairness(Measure.DUTIES, 50, NIGHTS, people=frozenset({ANN, BOB}))
    assert [(b.low, b.high) for b in bands(gate(some, crowd=3), some, 6)] == [(3, 3), (3, 3)]


def test_own_days_are_those_on_which_the_class_occurs() -> None:
    weekend = Fairness(Measure.DUTIES, 1, WEEKENDS, Days.OWN_DAYS)
    everyday = replace(weekend, in_proportion=Days.ALL_DAYS)
    away = Leave(LeaveId(1), ANN, whole_days(MONDAY, SATURDAY))
    team = replace(gate(), leaves=(away,))
    assert [b.share for b in bands(team, weekend)] == pytest.approx([2, 4])
    assert [b.share for b in bands(team, everyday)] == pytest.approx([6 / 8, 6 * 7 / 8])


def test_extra_seats_are_nobodys_fair_share_and_reserve_weighs_nothing() -> None:
    hours = Fairness(Measure.MINUTES, 1)
    assert [b.share for b in bands(gate(maximum=4), hours)] == pytest.approx([7 * 720, 7 * 720])
    standby = gate(reserve=True)
    assert [b.share for b in bands(standby, hours)] == [0, 0]
    made = plan(standby, 1)
    judge, roster = Judge(made, standby), held(made, {d.id: 1 for d in made.duties})
    assert judge.burdens(roster)[ANN].minutes == 0
    assert judge.shares[ANN].band(BurdenKind.MINUTES).share == 0


def test_reserve_duties_exclude_others_at_the_same_time() -> None:
    team = gate(AmountLimit(Measure.DAYS, Window.PERIOD, most=0))
    team = replace(team, posts=(post(1), post(2, reserve=True)))
    made = plan(team, 1)
    early = [d.id for d in made.duties if d.span.start.hour == 8]
    found = Judge(made, team).of_line(held(made, dict.fromkeys(early, 1)), ANN)
    assert [v.rule for v in found] == [Rule.OVERLAP, Rule.AMOUNT]


def test_a_home_area_and_a_place_that_must_be_kept_are_findings() -> None:
    team = two_gates(HomeArea(), Continuity(), HomeArea(points=0))
    made = plan(team, 1)
    crossed = held(made, {d.id: 2 if d.post_id == 1 else 1 for d in made.duties})
    judge = Judge(made, team)
    assert [(v.rule, v.is_hard) for v in judge.judge(crossed)] == [(Rule.AWAY, True)] * 2
    assert judge.leanings(crossed) == ()
    elsewhere = replace(stint(1, MONDAY - timedelta(days=1), 0, 60, 99), checkpoint_id=CheckpointId(2))
    moved = replace(held(made, {d.id: 1 for d in made.duties if d.post_id == 1}), earlier=(elsewhere,))
    assert Rule.PLACE_CHANGE in {v.rule for v in judge.hard(moved)}
