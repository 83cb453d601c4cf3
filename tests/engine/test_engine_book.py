"""Each family of the rule book in two facts and one expectation: what the engine proposes where the entry decides."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest
from small_teams import EASY, MONDAY, duty_at, held, people, plan, post, stint, town
from solving import counts, days_of, problem_of, rostered, solved

from roster_app.domain.book import (
    NIGHTS,
    UNFAIR,
    AmountLimit,
    Apart,
    Continuity,
    Cover,
    DutyClass,
    Entry,
    Fairness,
    FixedRotation,
    HomeArea,
    LeaderEachShift,
    Measure,
    MinRest,
    Mix,
    NewWithExperienced,
    NotAlone,
    RestAfterRun,
    RunLimit,
    Squad,
    Stability,
    Succession,
    Together,
    Trait,
    TurnQueue,
    WeeklyRest,
    WholeWeekends,
    Window,
    Wishes,
)
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import AvailabilityId, CheckpointId, CrewId, PostId, ShiftTypeId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind, Gender
from roster_app.domain.places import THREE_BY_EIGHT_FROM_0630, TWO_BY_TWELVE, WHOLE_DAY, Hue, ShiftTimes
from roster_app.domain.roster import Proposal
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days
from roster_app.engine.problem import build
from roster_app.engine.search import Limits

ANN, BOB, CAT, DAN = (VolunteerId(n) for n in (1, 2, 3, 4))
DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)
EARLY, NIGHT = ShiftTypeId(1), ShiftTypeId(3)
MORE = Limits(seconds=120, work=0.4)


def gate(*entries: Entry, crowd: int = 2, seats: int = 1, times: tuple[ShiftTimes, ...] = DAYTIME) -> Directory:
    """A gate with some seats in each shift, and no rule but these and the usual wishes without fairness."""
    rules = replace(EASY, entries=(*UNFAIR, *entries))
    return town(people(crowd), [post(headcount=seats)], times, rules)


def of(*types: ShiftTypeId) -> DutyClass:
    return DutyClass(shift_types=frozenset(types))


def together(team: Directory, days: int) -> list[set[int]]:
    """Who stands each shift, those that are empty left out."""
    return crews(team, rostered(team, days), days)


def crews(team: Directory, proposal: Proposal, days: int) -> list[set[int]]:
    """Who stands each shift of a proposal, those that are empty left out."""
    made = plan(team, days)
    shifts = {s.id: {proposal.assignments[d.id] for d in made.duties_of[s.id] if d.id in proposal.assignments}
              for s in made.shifts}  # fmt: skip
    return [set(map(int, who)) for who in shifts.values() if who]


def days_held(team: Directory, days: int, who: int = 1) -> list[int]:
    """On which days of the period one person stands, from 0."""
    made = plan(team, days)
    return [(day - MONDAY).days for day in days_of(held(made, {}), rostered(team, days), who)]


# --- the order of a line ---------------------------------------------------------------------------------------------


def test_after_nights_alone_rest_is_asked() -> None:
    team = gate(MinRest(2880, NIGHTS), crowd=1, times=TWO_BY_TWELVE)
    made, proposal = plan(team, 5), rostered(team, 5)
    starts = sorted(made.duty[d].span.start for d in proposal.assignments)
    nights = [n for n, start in enumerate(starts[:-1]) if start.hour == 20]
    assert all(starts[n + 1] - starts[n] >= timedelta(hours=12 + 48) for n in nights)
    assert len(starts) >= 5


@pytest.mark.parametrize(("window", "most"), [(Window.WEEK, 6), (Window.SEVEN_DAYS, 12)])
def test_each_week_has_a_free_stretch(window: Window, most: int) -> None:
    days = 7 if window is Window.WEEK else 14
    proposal = rostered(gate(WeeklyRest(24 * 60, window), crowd=1), days)
    assert len(proposal.assignments) == most


def test_a_run_is_no_shorter_than_its_least() -> None:
    away = gate(RunLimit(least=2), RunLimit(most=2), crowd=1)
    assert all(_lengths(days_held(away, 9))[n] == 2 for n in range(1, 3))


def test_days_off_come_in_twos() -> None:
    days = days_held(gate(RunLimit(least=2, off=True), RunLimit(most=3), crowd=1), 9)
    assert all(after - before != 2 for before, after in pairwise(days))
    assert len(days) >= 6


def test_nobody_is_off_for_longer_than_the_most() -> None:
    days = days_held(gate(RunLimit(most=2, off=True), crowd=3), 9)
    assert max(b - a for a, b in zip([-1, *days], [*days, 9], strict=True)) <= 3


def _lengths(days: list[int]) -> list[int]:
    """How long each run of days is."""
    found = [0]
    for n, day in enumerate(days):
        if n and day - days[n - 1] > 1:
            found.append(0)
        found[-1] += 1
    return found


def test_after_a_run_of_nights_come_days_off() -> None:
    nightly = (ShiftTimes("night", 1320, 1800, Hue.NIGHT),)
    days = days_held(gate(RestAfterRun(2, 2, NIGHTS), RunLimit(most=2, of=NIGHTS), crowd=1, times=nightly), 8)
    tired = [b for a, b in pairwise(days) if b == a + 1]
    assert tired
    assert all({n + 1, n + 2}.isdisjoint(days) for n in tired)
    assert len(days) == 5


def test_a_night_is_not_followed_by_an_early_shift() -> None:
    team = gate(Succession(of(NIGHT), of(EARLY)), MinRest(600), crowd=1, times=THREE_BY_EIGHT_FROM_0630)
    made, proposal = plan(team, 4), rostered(team, 4)
    held_by_day = sorted((made.shift_of(d).day, made.shift_of(d).shift_type_id) for d in proposal.assignments)
    for (day, shift_type), (next_day, following) in pairwise(held_by_day):
        assert (shift_type, following) != (NIGHT, EARLY) or next_day - day > timedelta(days=1)
    assert len(held_by_day) == 4


def test_a_weekend_is_whole_or_free() -> None:
    team = gate(WholeWeekends(points=400), AmountLimit(Measure.DUTIES, Window.PERIOD, most=7), crowd=2)
    proposal = solved(problem_of(team, 14), MORE)
    assert proposal.parts["runs"] == 0
    assert proposal.vacancies == ()


def test_a_rotation_is_stood_as_it_says() -> None:
    rotation = FixedRotation(CrewId(1), (ShiftTypeId(1), ShiftTypeId(2), None, None), MONDAY)
    team = gate(rotation, MinRest(480), crowd=2, times=TWO_BY_TWELVE)
    team = replace(team, volunteers=(replace(team.volunteers[0], crew_id=CrewId(1)), team.volunteers[1]))
    made, proposal = plan(team, 8), rostered(team, 8)
    anns = [made.shift_of(d) for d, who in proposal.assignments.items() if who == ANN]
    assert all(shift.shift_type_id == rotation.cycle[(shift.day - MONDAY).days % 4] for shift in anns)
    assert len(anns) == 4


@pytest.mark.parametrize("window", list(Window))
def test_amounts_are_limited_in_every_window(window: Window) -> None:
    most = {Window.DAY: 1, Window.SEVEN_DAYS: 2, Window.WEEK: 2, Window.PERIOD: 2}[window]
    team = gate(AmountLimit(Measure.DUTIES, window, most=most), crowd=1, times=THREE_BY_EIGHT_FROM_0630)
    filled = {Window.DAY: 14, Window.SEVEN_DAYS: 4, Window.WEEK: 4, Window.PERIOD: 2}[window]
    assert len(rostered(team, 14).assignments) == filled


def test_a_weekend_counts_once_in_its_measure() -> None:
    team = gate(AmountLimit(Measure.WEEKENDS, Window.PERIOD, most=1), crowd=1)
    assert len(rostered(team, 14).assignments) == 12


def test_a_limit_of_one_persons_own_takes_the_place_of_that_for_all() -> None:
    usual, own = (
        AmountLimit(Measure.DUTIES, Window.PERIOD, most=n, people=who) for n, who in ((1, frozenset()), (3, {ANN}))
    )
    team = gate(usual, replace(own, people=frozenset({ANN})), crowd=3)
    assert counts(rostered(team, 7)) == {1: 3, 2: 1, 3: 1}


# --- the people of a shift -------------------------------------------------------------------------------------------


def test_a_wish_for_a_leader_gives_way_to_a_vacancy() -> None:
    proposal = rostered(gate(LeaderEachShift(points=50), crowd=2, seats=2), 3)
    assert (len(proposal.assignments), proposal.parts["crew"]) == (6, 150)


def test_nobody_stands_alone_at_night() -> None:
    team = gate(NotAlone(), crowd=3, seats=2, times=(ShiftTimes("night", 1320, 1800, Hue.NIGHT),))
    away = tuple(
        Availability(AvailabilityId(n), VolunteerId(n), AvailabilityKind.UNAVAILABLE, whole_days(MONDAY, MONDAY))
        for n in (1, 2)
    )
    team = replace(team, availabilities=away, rules=replace(team.rules, min_rest_minutes=0))
    assert all(len(who) == 2 for who in together(team, 3))


def test_two_who_belong_together_stand_together() -> None:
    team = gate(Together(frozenset({ANN, BOB})), crowd=4, seats=2)
    assert all(who in ({1, 2}, {3, 4}) for who in together(team, 6))
    assert len(together(team, 6)) == 6


def test_two_who_are_kept_apart_never_meet() -> None:
    team = gate(Apart(frozenset({ANN, BOB})), crowd=3, seats=2)
    assert all(not {1, 2} <= who for who in together(team, 6))


def test_new_people_stand_with_experienced_ones() -> None:
    team = gate(NewWithExperienced(), crowd=4, seats=2)
    team = replace(team, volunteers=tuple(replace(v, new=v.id <= 2) for v in team.volunteers))
    shifts = together(team, 6)
    assert all(who != {1, 2} for who in shifts)
    assert sum(map(len, shifts)) == 12


def test_a_crew_is_mixed() -> None:
    team = gate(Mix(Trait.GENDER), crowd=4, seats=2)
    genders = (Gender.FEMALE, Gender.FEMALE, Gender.MALE, Gender.MALE)
    team = replace(team, volunteers=tuple(replace(v, gender=g) for v, g in zip(team.volunteers, genders, strict=True)))
    assert all(len(who & {1, 2}) == len(who & {3, 4}) == 1 for who in together(team, 6))


def test_a_squad_stands_whole() -> None:
    team = gate(Squad(CrewId(1)), crowd=5, seats=3)
    team = replace(
        team, volunteers=tuple(replace(v, crew_id=CrewId(1) if v.id <= 3 else None) for v in team.volunteers)
    )
    proposal = solved(problem_of(team, 4), MORE)
    assert all(who & {1, 2, 3} in (set(), {1, 2, 3}) for who in crews(team, proposal, 4))
    assert proposal.vacancies == ()


# --- what a roster costs ---------------------------------------------------------------------------------------------


def test_the_dearer_seat_is_filled_first() -> None:
    posts = [post(1), post(2)]
    dear = Cover(shortage=90_000, of=DutyClass(posts=frozenset({PostId(2)})))
    team = town(people(1), posts, DAYTIME, replace(EASY, entries=(dear,)))
    assert [plan(team, 1).duty[d].post_id for d in rostered(team, 1).assignments] == [PostId(2)]


def test_a_welcome_seat_is_filled_only_where_that_is_worth_it() -> None:
    team = town(people(3), [post(maximum=3)], DAYTIME, replace(EASY, entries=UNFAIR))
    assert len(rostered(team, 1).assignments) == 1
    keen = tuple(
        Availability(AvailabilityId(v.id), v.id, AvailabilityKind.WANTED, whole_days(MONDAY, MONDAY), points=150)
        for v in team.volunteers
    )
    assert len(rostered(replace(team, availabilities=keen), 1).assignments) == 3


def test_unpopular_duties_are_shared() -> None:
    nights = Fairness(Measure.DUTIES, 50, NIGHTS, people=frozenset({ANN, BOB}))
    team = gate(nights, crowd=3, times=(ShiftTimes("night", 1320, 1800, Hue.NIGHT),))
    assert [counts(rostered(team, 4)).get(n, 0) for n in (1, 2)] == [2, 2]


def test_a_statement_weighs_as_much_as_its_author_says() -> None:
    team = gate(Wishes(unwanted=10, wanted=0), crowd=2)
    said = [(ANN, None), (BOB, 500)]
    unwanted = tuple(
        Availability(AvailabilityId(who), who, AvailabilityKind.UNWANTED, whole_days(MONDAY, MONDAY), points=points)
        for who, points in said
    )
    assert rostered(replace(team, availabilities=unwanted), 1).assignments == {duty_at(plan(team, 1), MONDAY, 8): ANN}


@pytest.mark.parametrize(("points", "filled"), [(None, 1), (30, 2)])
def test_nobody_leaves_the_own_area_where_that_is_a_rule(points: int | None, filled: int) -> None:
    rules = replace(EASY, entries=(HomeArea(points=points),))
    team = town(people(2), [post(1, 1), post(2, 2)], DAYTIME, rules, checkpoints=2)
    team = replace(team, volunteers=tuple(replace(v, area_id=team.areas[0].id) for v in team.volunteers))
    assert len(rostered(team, 1).assignments) == filled


def test_people_stay_at_one_checkpoint_from_before_the_period_on() -> None:
    rules = replace(EASY, entries=(*UNFAIR, Continuity(points=30)))
    team = town(people(2), [post(1, 1), post(2, 2)], DAYTIME, rules, checkpoints=2)
    before = replace(stint(1, MONDAY - timedelta(days=1), 480, 960, 900), checkpoint_id=CheckpointId(2))
    made = plan(team, 5)
    proposal = solved(build(replace(held(made, {}), earlier=(before,)), team, Ledger()))
    assert {made.shift_of(d).checkpoint_id for d, who in proposal.assignments.items() if who == ANN} == {
        CheckpointId(2)
    }
    assert proposal.parts["continuity"] == 0


@pytest.mark.parametrize("points", [None, 40])
def test_duties_go_to_those_whose_turn_it_is(points: int | None) -> None:
    team = gate(TurnQueue(DutyClass(), (BOB, CAT, ANN), points), crowd=3)
    proposal = rostered(team, 3)
    assert [proposal.assignments[duty_at(plan(team, 3), MONDAY + timedelta(days=n), 8)] for n in range(3)] == [
        BOB,
        CAT,
        ANN,
    ]


def test_posted_duties_stay_with_their_holders_unless_something_is_worth_more() -> None:
    team = gate(Stability(30), Wishes(unwanted=20), crowd=2, times=WHOLE_DAY)
    made = plan(team, 4)
    posted = {duty.id: BOB if n < 3 else ANN for n, duty in enumerate(made.duties)}
    unwanted = Availability(AvailabilityId(1), BOB, AvailabilityKind.UNWANTED, whole_days(MONDAY, MONDAY))
    dear = Availability(AvailabilityId(2), BOB, AvailabilityKind.UNWANTED, whole_days(MONDAY, MONDAY), points=80)
    for said, first in ((unwanted, BOB), (dear, ANN)):
        asked = replace(team, availabilities=(said,))
        proposal = solved(build(replace(held(made, {}), posted=posted), asked, Ledger()))
        assert proposal.assignments == {**posted, made.duties[0].id: first}


def test_reserve_duties_exclude_others_at_the_same_time_and_ask_for_no_rest() -> None:
    team = town(people(1), [post(1), post(2, reserve=True)], rules=replace(EASY, min_rest_minutes=960))
    proposal = rostered(team, 1)
    made = plan(team, 1)
    stood = [made.duty[d].post_id for d in proposal.assignments]
    assert (stood.count(PostId(1)), stood.count(PostId(2))) == (1, 2)


def test_an_amount_of_nothing_keeps_somebody_out() -> None:
    nothing = AmountLimit(Measure.DUTIES, Window.PERIOD, most=0, people=frozenset({DAN}))
    assert counts(rostered(gate(nothing, crowd=4), 4)).get(DAN) is None
