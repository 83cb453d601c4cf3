"""Each rule in two facts and one expectation, and the whole judge against a second, independent routine."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given, settings
from rosters import rosters
from small_teams import EASY, LEADER, MONDAY, TEAM, duty_at, held, people, plan, post, stint, town

from roster_app.domain.ids import AvailabilityId, CheckpointId, LeaveId, QualificationId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind, Leave, Qualification
from roster_app.domain.places import TWO_BY_TWELVE, WHOLE_DAY, Hue, ShiftTimes
from roster_app.domain.roster import Duty, Roster
from roster_app.domain.rules import Judge, Rule, Violation
from roster_app.domain.team import Directory
from roster_app.domain.timespan import span_on, whole_days

TUESDAY = date(2020, 4, 7)
ANN = VolunteerId(1)


def judged(directory: Directory, roster: Roster) -> list[Violation]:
    return list(Judge(roster.plan, directory).hard(roster))


def rules_of(found: list[Violation]) -> list[Rule]:
    return [v.rule for v in found]


def days_held(directory: Directory, days: int, hour: int = 8) -> Roster:
    """Ann on the same shift so many days in a row."""
    made = plan(directory, max(days, 7))
    return held(made, {duty_at(made, MONDAY + timedelta(days=n), hour): 1 for n in range(days)})


def test_a_post_asks_for_its_qualification() -> None:
    team = town(people(2, leaders=1), [post(requires=frozenset({LEADER}))])
    made = plan(team)
    (found,) = judged(team, held(made, {duty_at(made, MONDAY, 8): 2}))
    assert (found.rule, found.lacking) == (Rule.QUALIFICATION, {LEADER})
    assert judged(team, held(made, {duty_at(made, MONDAY, 8): 1})) == []


def test_a_qualification_includes_others_and_those_they_include() -> None:
    nurse, doctor, chief = (QualificationId(n) for n in (11, 12, 13))
    (ann,) = people(1)
    team = town(
        [replace(ann, qualifications=frozenset({chief}))],
        [post(headcount=2, requires=frozenset({nurse}))],
        rules=replace(EASY, leader_each_shift=True),
    )
    team = replace(
        team,
        qualifications=(
            Qualification(nurse, TEAM, "nurse", includes=frozenset({chief})),
            Qualification(doctor, TEAM, "doctor", includes=frozenset({nurse, LEADER})),
            Qualification(chief, TEAM, "chief", includes=frozenset({doctor})),
            *team.qualifications,
        ),
    )
    made = plan(team, 1)
    assert team.skills[ANN] == {nurse, doctor, chief, LEADER}
    assert judged(team, held(made, {duty_at(made, MONDAY, 8): 1})) == []


def test_a_person_who_has_left_stands_no_more() -> None:
    (ann,) = people(1)
    team = town([replace(ann, left=MONDAY)], [post()])
    made = plan(team)
    assert judged(team, held(made, {duty_at(made, MONDAY, 16): 1})) == []
    assert rules_of(judged(team, held(made, {duty_at(made, TUESDAY, 0): 1}))) == [Rule.MEMBERSHIP]


def test_unavailable_and_leave_block_every_duty_they_touch() -> None:
    team = town(people(1), [post()])
    team = replace(
        team,
        availabilities=(
            Availability(AvailabilityId(1), ANN, AvailabilityKind.UNAVAILABLE, span_on(MONDAY, 900, 1000)),
        ),
        leaves=(Leave(LeaveId(1), ANN, whole_days(TUESDAY, TUESDAY)),),
    )
    made = plan(team)
    found = judged(team, held(made, {duty_at(made, MONDAY, 8): 1, duty_at(made, TUESDAY, 8): 1}))
    assert rules_of(found) == [Rule.UNAVAILABLE, Rule.ON_LEAVE]


def test_an_unwanted_time_is_a_wish_not_a_ban() -> None:
    team = town(people(1), [post()])
    rather_not = Availability(AvailabilityId(1), ANN, AvailabilityKind.UNWANTED, span_on(MONDAY, 0, 1440))
    team = replace(team, availabilities=(rather_not,))
    made = plan(team)
    roster = held(made, {duty_at(made, MONDAY, 8): 1})
    assert judged(team, roster) == []
    assert Rule.UNWANTED in rules_of(list(Judge(made, team).judge(roster)))


@pytest.mark.parametrize(("hour", "night"), [(0, True), (8, False), (16, False)])
def test_nights_not_allowed(hour: int, night: bool) -> None:
    (ann,) = people(1)
    team = town([replace(ann, nights_allowed=False)], [post()])
    made = plan(team)
    found = judged(team, held(made, {duty_at(made, MONDAY, hour): 1}))
    assert rules_of(found) == [Rule.NIGHTS_NOT_ALLOWED] * night


def test_a_day_of_24_hours_is_a_night_with_its_real_minutes() -> None:
    (ann,) = people(1)
    team = town([replace(ann, nights_allowed=False)], [post()], times=WHOLE_DAY)
    made = plan(team)
    (found,) = judged(team, held(made, {made.duties[0].id: 1}))
    assert found.actual == 480


def test_nobody_stands_twice_at_once() -> None:
    team = town(people(1), [post(headcount=2)])
    made = plan(team)
    roster = held(made, {duty_at(made, MONDAY, 8, seat=1): 1, duty_at(made, MONDAY, 8, seat=2): 1})
    (found,) = judged(team, roster)
    assert (found.rule, found.actual) == (Rule.OVERLAP, 480)


def test_the_way_between_two_checkpoints_takes_time() -> None:
    team = town(people(1), [post(1, 1), post(2, 2)], rules=replace(EASY, travel_between_areas=30), checkpoints=2)
    made = plan(team)
    here_then_there = {duty_at(made, MONDAY, 0, 1): 1, duty_at(made, MONDAY, 8, 2): 1}
    (found,) = judged(team, held(made, here_then_there))
    assert (found.rule, found.actual, found.limit) == (Rule.TRAVEL, 0, 30)
    stays = {duty_at(made, MONDAY, 0, 1): 1, duty_at(made, MONDAY, 8, 1): 1}
    assert judged(team, held(made, stays)) == []


def test_an_own_travel_time_wins_over_the_usual_one() -> None:
    near = replace(EASY, travel_between_areas=30, travel={frozenset((1, 2)): 0})  # type: ignore[dict-item]
    team = town(people(1), [post(1, 1), post(2, 2)], rules=near, checkpoints=2)
    made = plan(team)
    assert judged(team, held(made, {duty_at(made, MONDAY, 0, 1): 1, duty_at(made, MONDAY, 8, 2): 1})) == []


@pytest.mark.parametrize(("limit", "broken"), [(480, False), (481, True)])
def test_minimum_rest(limit: int, broken: bool) -> None:
    team = town(people(1), [post()], rules=replace(EASY, min_rest_minutes=limit))
    made = plan(team)
    found = judged(team, held(made, {duty_at(made, MONDAY, 0): 1, duty_at(made, MONDAY, 16): 1}))
    assert [(v.rule, v.actual, v.limit) for v in found] == [(Rule.MIN_REST, 480, limit)] * broken


def test_rest_counts_from_the_duty_that_ends_last() -> None:
    rules = replace(EASY, min_rest_minutes=720)
    team = town(people(1), [post(1, 1), post(2, 2)], times=TWO_BY_TWELVE, rules=rules, checkpoints=2)
    made = plan(team)
    long = stint(1, date(2020, 4, 5), 480, 2000, duty=99)
    short = stint(1, date(2020, 4, 5), 500, 600, duty=98)
    roster = replace(held(made, {duty_at(made, MONDAY, 8): 1}), earlier=(long, short))
    assert Rule.OVERLAP in rules_of(judged(team, roster))


@pytest.mark.parametrize(("days", "broken"), [(3, False), (4, True)])
def test_maximum_consecutive_days(days: int, broken: bool) -> None:
    team = town(people(1), [post()], rules=replace(EASY, max_consecutive_days=3))
    found = judged(team, days_held(team, days))
    assert [(v.rule, v.actual) for v in found] == [(Rule.CONSECUTIVE_DAYS, days)] * broken


def test_a_run_goes_on_from_the_period_before() -> None:
    team = town(people(1), [post()], rules=replace(EASY, max_consecutive_days=3))
    before = tuple(stint(1, date(2020, 4, d), 480, 960, duty=90 + d) for d in (3, 4, 5))
    roster = replace(days_held(team, 1), earlier=before)
    assert rules_of(judged(team, roster)) == [Rule.CONSECUTIVE_DAYS]


def test_a_fault_of_another_period_alone_is_not_this_ones() -> None:
    team = town(people(1), [post()], rules=replace(EASY, max_consecutive_days=1))
    before = tuple(stint(1, date(2020, 4, d), 480, 960, duty=90 + d) for d in (2, 3))
    assert judged(team, replace(Roster(plan(team)), earlier=before)) == []


@pytest.mark.parametrize(("days", "broken"), [(2, False), (3, True)])
def test_maximum_consecutive_nights_and_nights_in_the_period(days: int, broken: bool) -> None:
    runs = town(people(1), [post()], rules=replace(EASY, max_consecutive_nights=2))
    assert rules_of(judged(runs, days_held(runs, days, hour=0))) == [Rule.CONSECUTIVE_NIGHTS] * broken
    count = town(people(1), [post()], rules=replace(EASY, max_nights=2))
    assert rules_of(judged(count, days_held(count, days, hour=0))) == [Rule.NIGHTS_IN_PERIOD] * broken


@pytest.mark.parametrize(("days", "broken"), [(5, False), (6, True)])
def test_maximum_hours_a_calendar_week(days: int, broken: bool) -> None:
    team = town(people(1), [post()], rules=replace(EASY, max_week_minutes=40 * 60))
    found = judged(team, days_held(team, days))
    assert [(v.rule, v.actual) for v in found] == [(Rule.WEEK_MINUTES, days * 480)] * broken


def test_two_weeks_are_not_added_up() -> None:
    team = town(people(1), [post()], rules=replace(EASY, max_week_minutes=480))
    made = plan(team, 14)
    assert judged(team, held(made, {duty_at(made, d, 8): 1 for d in (date(2020, 4, 12), date(2020, 4, 13))})) == []


def test_a_staffed_shift_needs_a_leader_but_an_empty_one_is_only_vacant() -> None:
    team = town(people(2, leaders=1), [post(headcount=2)], rules=replace(EASY, leader_each_shift=True))
    made = plan(team)
    alone = held(made, {duty_at(made, MONDAY, 8): 2})
    (found,) = judged(team, alone)
    assert (found.rule, found.shift_id) == (Rule.LEADER_MISSING, made.shift_of(duty_at(made, MONDAY, 8)).id)
    led = held(made, {duty_at(made, MONDAY, 8): 2, duty_at(made, MONDAY, 8, seat=2): 1})
    assert judged(team, led) == []
    assert judged(team, held(made, {})) == []


def test_somebody_who_stands_alone_needs_no_leader() -> None:
    team = town(people(2, leaders=1), [post()], rules=replace(EASY, leader_each_shift=True))
    made = plan(team)
    assert judged(team, held(made, {duty_at(made, MONDAY, 8): 2})) == []


def test_a_duty_in_two_parts_held_on_is_no_lack_of_rest() -> None:
    team = town(people(1), [post()], rules=replace(EASY, min_rest_minutes=720))
    made = plan(team)
    first = stint(1, MONDAY, 480, 700, duty=90, shift=9)
    second = stint(1, MONDAY, 700, 960, duty=91, shift=9)
    assert judged(team, replace(Roster(made), earlier=(first, second))) == []


def test_why_not_tells_only_what_the_duty_would_newly_break() -> None:
    team = town(people(2), [post()], rules=replace(EASY, min_rest_minutes=720))
    made = plan(team)
    broken_already = {duty_at(made, date(2020, 4, 10), 0): 1, duty_at(made, date(2020, 4, 10), 8): 1}
    roster = held(made, {duty_at(made, MONDAY, 0): 1, **broken_already})
    judge = Judge(made, team)
    (found,) = judge.why_not(roster, duty_at(made, MONDAY, 8), ANN)
    assert (found.rule, found.actual) == (Rule.MIN_REST, 0)
    assert judge.why_not(roster, duty_at(made, MONDAY, 8), VolunteerId(2)) == ()
    assert judge.why_not(roster, duty_at(made, TUESDAY, 8), ANN) == ()


@given(rosters())
def test_around_a_change_the_judge_finds_what_it_finds_as_a_whole(case: tuple[Directory, Roster]) -> None:
    directory, roster = case
    judge = Judge(roster.plan, directory)
    everybody, everything = list(roster.lines), [d.id for d in roster.plan.duties]
    around = judge.around(roster, everybody, everything)
    assert set(around) == set(judge.judge(roster)) - set(judge.of_shares(roster))


@settings(max_examples=60)
@given(rosters())
def test_the_judge_agrees_with_a_second_routine(case: tuple[Directory, Roster]) -> None:
    directory, roster = case
    strict = replace(
        directory,
        rules=replace(
            directory.rules, max_consecutive_days=2, max_week_minutes=1440, max_consecutive_nights=1, max_nights=2
        ),
    )
    found = Judge(roster.plan, strict).hard(roster)
    expected = second_opinion(strict, roster)
    counted: dict[tuple[Rule, int], int] = defaultdict(int)
    for violation in found:
        counted[violation.rule, violation.volunteer_id or 0] += 1
    overlapping = {who for rule, who in expected if rule is Rule.OVERLAP}
    clear = {(r, who) for r, who in expected if not (who in overlapping and r in (Rule.TRAVEL, Rule.MIN_REST))}
    assert clear <= set(counted) <= expected


def second_opinion(directory: Directory, roster: Roster) -> set[tuple[Rule, int]]:
    """Which rules which person breaks, worked out another way: pairs, sets of days, minute clocks."""
    found: set[tuple[Rule, int]] = set()
    for person in directory.volunteers:
        mine = [d for d in roster.plan.duties if roster.holder(d.id) == person.id]
        if not all(directory.post[d.post_id].requires <= person.qualifications for d in mine):
            found.add((Rule.QUALIFICATION, person.id))
        found |= {(rule, person.id) for rule in _pairs(directory, roster, mine)}
        found |= {(rule, person.id) for rule in _counts(roster, mine)}
    return found


def _pairs(directory: Directory, roster: Roster, mine: list[Duty]) -> Iterator[Rule]:
    for a, b in combinations(sorted(mine, key=lambda d: (d.span.start, d.span.end)), 2):
        first, second = roster.plan.shift[a.shift_id], roster.plan.shift[b.shift_id]
        between = round((b.span.start - a.span.end).total_seconds() / 60)
        same = first.checkpoint_id == second.checkpoint_id
        if between < 0:
            yield Rule.OVERLAP
            continue
        if not same and between < directory.rules.travel_between_areas:
            yield Rule.TRAVEL
        handed_on = a.post_id == b.post_id and first.id == second.id
        if between < directory.rules.min_rest_minutes and not handed_on:
            yield Rule.MIN_REST


def _counts(roster: Roster, mine: list[Duty]) -> Iterator[Rule]:
    day_of = {d.id: roster.plan.shift[d.shift_id].day for d in mine}
    days = {day.toordinal() for day in day_of.values()}
    dark = [d for d in mine if _night_minutes(d.span.start, d.span.end) >= 180]
    nights = {day_of[d.id].toordinal() for d in dark}
    if any(all(day + k in days for k in range(3)) for day in days):
        yield Rule.CONSECUTIVE_DAYS
    if any(day + 1 in nights for day in nights):
        yield Rule.CONSECUTIVE_NIGHTS
    if len(dark) > 2:
        yield Rule.NIGHTS_IN_PERIOD
    weeks: dict[tuple[int, int], float] = defaultdict(float)
    for d in mine:
        weeks[day_of[d.id].isocalendar()[:2]] += (d.span.end - d.span.start).total_seconds() / 60
    if any(minutes > 1440 for minutes in weeks.values()):
        yield Rule.WEEK_MINUTES


def _night_minutes(start: datetime, end: datetime) -> int:
    minutes = round((end - start).total_seconds() / 60)
    return sum((start + timedelta(minutes=n)).hour in (22, 23, 0, 1, 2, 3, 4, 5) for n in range(minutes))


def test_the_way_is_asked_for_from_each_duty_before() -> None:
    """A short duty in between at a third place does not shorten the way from the first to the last."""
    times = tuple(ShiftTimes(f"{n}", start, end, Hue.OTHER) for n, start, end in ((1, 0, 60), (2, 60, 70), (3, 70, 99)))
    rules = replace(EASY, travel={frozenset((CheckpointId(1), CheckpointId(3))): 30})
    team = town(people(1), [post(1, 1), post(2, 2), post(3, 3)], times, rules, checkpoints=3)
    made = plan(team, 1)
    walk = {d.id: 1 for d in made.duties if made.shift_of(d.id).shift_type_id == made.shift_of(d.id).checkpoint_id}
    (found,) = judged(team, held(made, walk))
    assert (found.rule, found.actual, found.limit) == (Rule.TRAVEL, 10, 30)
