"""Who may stand one shift together: leaders, pairs, newcomers, mixed crews, squads."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from small_teams import EASY, MONDAY, duty_at, held, people, plan, post, town

from roster_app.domain.book import (
    Apart,
    DutyClass,
    Entry,
    LeaderEachShift,
    Mix,
    NewWithExperienced,
    NotAlone,
    Squad,
    Together,
    Trait,
)
from roster_app.domain.ids import AvailabilityId, CrewId, LeaveId, ShiftTypeId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind, Gender, Leave
from roster_app.domain.places import DemandWindow
from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge, Rule, Violation
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days

ANN, BOB, CAT = VolunteerId(1), VolunteerId(2), VolunteerId(3)
CREW = CrewId(1)


def gate(*entries: Entry, crowd: int = 4, leaders: int = 1, seats: int = 3) -> Directory:
    """A gate with three seats in each of three shifts: night 0–8, early 8–16, middle 16–24."""
    return town(people(crowd, leaders), [post(headcount=seats)], rules=replace(EASY, entries=entries))


def standing(team: Directory, who: Mapping[int, int], hour: int = 8) -> Roster:
    """The roster in which so-and-so stand the seats of one shift on Monday."""
    made = plan(team, 1)
    return held(made, {duty_at(made, MONDAY, hour, seat=seat): person for seat, person in who.items()})


def told(team: Directory, roster: Roster) -> list[Violation]:
    """What is wrong with the crews, the totals and vacancies left aside."""
    judge = Judge(roster.plan, team)
    return [v for shift in roster.plan.shifts for v in judge.of_shift(roster, shift.id)]


def named(violations: list[Violation]) -> list[tuple[Rule, int, int, int | None]]:
    return [(v.rule, v.actual, v.limit, v.points) for v in violations]


def test_a_leader_can_be_a_wish() -> None:
    team = gate(LeaderEachShift(points=40))
    assert named(told(team, standing(team, {1: 2}))) == [(Rule.LEADER_MISSING, 0, 1, 40)]
    assert told(team, standing(team, {1: 2, 2: 1})) == []


def test_a_seat_that_pauses_is_one_seat_and_wants_no_leader() -> None:
    team = gate(LeaderEachShift())
    noon = replace(team, posts=(post(windows=(DemandWindow(660, 720, 0),)),))
    made = plan(noon, 1)
    (before, after) = [d for d in made.duties if 8 <= d.span.start.hour < 16]
    assert told(noon, held(made, {before.id: 2, after.id: 3})) == []


def test_a_seat_that_is_only_welcome_asks_for_no_leader() -> None:
    team = gate(LeaderEachShift())
    alone = replace(team, posts=(post(headcount=1, maximum=3),))
    assert told(alone, standing(alone, {1: 2, 2: 3})) == []


@pytest.mark.parametrize(("hour", "who", "broken"), [(0, {1: 2}, 1), (0, {1: 2, 2: 3}, 0), (8, {1: 2}, 0), (0, {}, 0)])
def test_nobody_is_alone_at_night(hour: int, who: Mapping[int, int], broken: int) -> None:
    team = gate(NotAlone())
    assert named(told(team, standing(team, who, hour))) == [(Rule.ALONE, 1, 2, None)] * broken


def test_one_seat_at_night_is_not_alone() -> None:
    team = gate(NotAlone(), seats=1)
    assert told(team, standing(team, {1: 2}, 0)) == []


def test_together_wherever_one_of_them_stands() -> None:
    team = gate(Together(frozenset({ANN, BOB}), points=7))
    (found,) = told(team, standing(team, {1: 1, 2: 3}))
    assert (found.rule, found.points, found.others) == (Rule.TOGETHER, 7, (BOB,))
    assert told(team, standing(team, {1: 1, 2: 2})) == told(team, standing(team, {1: 3})) == []


def test_apart_in_one_shift_but_not_in_two() -> None:
    team = gate(Apart(frozenset({ANN, BOB, CAT}), points=7))
    (found,) = told(team, standing(team, {1: 1, 2: 2, 3: 3}))
    assert (found.rule, found.points, found.others) == (Rule.APART, 14, (ANN, BOB, CAT))
    made = plan(team, 1)
    assert told(team, held(made, {duty_at(made, MONDAY, 8): 1, duty_at(made, MONDAY, 16): 2})) == []


def test_who_must_be_apart_is_told_before_the_duty_is_taken() -> None:
    team = gate(Apart(frozenset({ANN, BOB})), Together(frozenset({ANN, CAT})))
    roster = standing(team, {1: 1})
    judge, second = Judge(roster.plan, team), duty_at(roster.plan, MONDAY, 8, seat=2)
    assert [v.rule for v in judge.why_not(roster, second, BOB)] == [Rule.APART]
    assert judge.why_not(roster, second, CAT) == ()


@pytest.mark.parametrize(("who", "missed"), [({1: 1}, 0), ({1: 3}, 1), ({1: 1, 2: 3}, 0), ({1: 1, 2: 3, 3: 4}, 1)])
def test_new_people_stand_with_experienced_ones(who: Mapping[int, int], missed: int) -> None:
    team = gate(NewWithExperienced(points=5))
    team = replace(team, volunteers=tuple(replace(v, new=v.id >= CAT) for v in team.volunteers))
    assert [v.points for v in told(team, standing(team, who))] == [5] * missed


@pytest.mark.parametrize(
    ("genders", "broken"),
    [("mm", True), ("mf", False), ("m", False), ("m?", False), ("mm?", True), ("mmf", False), ("??", False)],
)
def test_a_crew_is_mixed(genders: str, broken: bool) -> None:
    kinds = {"m": Gender.MALE, "f": Gender.FEMALE, "?": Gender.UNKNOWN}
    team = gate(Mix(Trait.GENDER))
    crowd = tuple(replace(v, gender=kinds[g]) for v, g in zip(team.volunteers, genders, strict=False))
    team = replace(team, volunteers=crowd)
    who = {n: n for n in range(1, len(genders) + 1)}
    assert named(told(team, standing(team, who))) == [(Rule.MIX, 1, 2, None)] * broken


def test_a_crew_is_mixed_by_affiliation_in_the_shifts_that_are_asked() -> None:
    early = DutyClass(shift_types=frozenset({ShiftTypeId(1)}))
    team = gate(Mix(Trait.AFFILIATION, early, points=3))
    team = replace(team, volunteers=tuple(replace(v, affiliation="north") for v in team.volunteers))
    assert len(told(team, standing(team, {1: 1, 2: 2}, 8))) == 1
    assert told(team, standing(team, {1: 1, 2: 2}, 16)) == []


def squad() -> Directory:
    team = gate(Squad(CREW, points=10))
    return replace(team, volunteers=tuple(replace(v, crew_id=CREW if v.id <= CAT else None) for v in team.volunteers))


def test_a_squad_stands_whole_or_not_at_all() -> None:
    team = squad()
    (found,) = told(team, standing(team, {1: 1, 2: 4}))
    assert (found.rule, found.points, found.others) == (Rule.SQUAD, 20, (BOB, CAT))
    assert told(team, standing(team, {1: 4})) == told(team, standing(team, {1: 1, 2: 2, 3: 3})) == []


def test_a_squad_is_whole_without_those_who_are_not_free() -> None:
    team = squad()
    monday = whole_days(MONDAY, MONDAY)
    without = replace(
        team,
        leaves=(Leave(LeaveId(1), BOB, monday),),
        availabilities=(Availability(AvailabilityId(1), CAT, AvailabilityKind.UNAVAILABLE, monday),),
    )
    assert told(without, standing(without, {1: 1})) == []
    no_nights = replace(team, volunteers=tuple(replace(v, nights_allowed=v.id == ANN) for v in team.volunteers))
    assert told(no_nights, standing(no_nights, {1: 1}, 0)) == []
    assert len(told(no_nights, standing(no_nights, {1: 1}, 8))) == 1


def test_reserve_duties_are_no_part_of_the_crew() -> None:
    team = gate(Together(frozenset({ANN, BOB})), NotAlone())
    team = replace(team, posts=(post(1, headcount=2), post(2, headcount=2, reserve=True)))
    made = plan(team, 1)
    night = [d for d in made.duties if d.span.start.hour == 0]
    ordinary, standby = [d for d in night if d.post_id == 1], [d for d in night if d.post_id == 2]
    assert told(team, held(made, {standby[0].id: 1})) == []
    found = told(team, held(made, {ordinary[0].id: 1, standby[0].id: 2}))
    assert {v.rule for v in found} == {Rule.ALONE, Rule.TOGETHER}


def test_who_is_not_of_the_team_is_not_missing() -> None:
    team = gate(Together(frozenset({ANN, BOB, VolunteerId(99)}), points=7))
    (found,) = told(team, standing(team, {1: 1}))
    assert (found.points, found.others) == (7, (BOB,))
    assert told(team, standing(team, {1: 1, 2: 2})) == []


def test_new_people_among_themselves_are_not_newly_so_with_as_many_more_of_each() -> None:
    team = gate(NewWithExperienced())
    team = replace(team, volunteers=tuple(replace(v, new=v.id <= 2) for v in team.volunteers))
    (before,) = told(team, standing(team, {1: 1}))
    (after,) = told(team, standing(team, {1: 1, 2: 2, 3: 3}))
    (other,) = told(team, standing(team, {1: 2}))
    assert before.covers(after)
    assert not before.covers(other)
