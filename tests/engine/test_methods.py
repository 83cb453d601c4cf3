"""What each method is for: the form merges what is identical, construction, annealing, the last look."""

import pickle
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from small_teams import EASY, LEADER, MONDAY, people, plan, post, stint, town
from solving import problem_of, rostered

from roster_app.domain.book import DutyClass, MinRest
from roster_app.domain.fairness import Ledger
from roster_app.domain.ids import AvailabilityId, ShiftTypeId, VolunteerId
from roster_app.domain.people import Availability, AvailabilityKind
from roster_app.domain.places import THREE_BY_EIGHT_FROM_0630, DemandWindow, Hue, ShiftTimes
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.timespan import at, whole_days
from roster_app.engine.draft import Draft, Room, order_of_needs, vacant_seats
from roster_app.engine.form import HARD
from roster_app.engine.problem import RosterProblem, build
from roster_app.engine.seating import Seating
from roster_app.engine.verdict import EngineFault, Verdict

DAYTIME = (ShiftTimes("day", 480, 960, Hue.DAY),)


def constructed(problem: RosterProblem) -> Draft:
    """A draft after the constructive pass."""
    draft = Draft(problem.form)
    draft.construct(Room(problem.form, 0), order_of_needs(problem.form), 0)
    return draft


def annealed(draft: Draft, proposals: int = 20_000) -> Draft:
    """The same draft after some annealing."""
    room = Room(draft.form, 0)
    draft.anneal(room, np.arange(draft.form.people, dtype=np.int32), proposals, 100.0, elastic=True)
    draft.settle([room])
    return draft


def held_by(draft: Draft) -> list[int]:
    """How many duties each person holds."""
    return (draft.lines() >= 0).sum(axis=1).tolist()


# --- the form --------------------------------------------------------------------------------------------------------


def test_identical_seats_are_one_need() -> None:
    """Two gates in two areas, two posts each that ask for nothing: one watch, two needs of two seats."""
    team = town(people(4), [post(1, 1), post(2, 1), post(3, 2), post(4, 2)], DAYTIME, checkpoints=2)
    form = problem_of(team, 1).form
    assert (form.watches, form.slots, form.need_wanted.tolist()) == (1, 1, [2, 2])


def test_where_the_way_can_matter_each_checkpoint_is_a_watch() -> None:
    rules = replace(EASY, travel_between_areas=30)
    team = town(people(1), [post(1, 1), post(2, 2)], DAYTIME, rules, checkpoints=2)
    assert problem_of(team, 1).form.watches == 2
    rested = replace(team, rules=replace(rules, min_rest_minutes=60))
    assert problem_of(rested, 1).form.watches == 1


def test_a_day_has_one_slot_where_nobody_can_hold_two_of_its_duties() -> None:
    team = town(people(1), [post()], rules=replace(EASY, min_rest_minutes=720))
    assert problem_of(team, 2).form.slots == 2
    assert problem_of(replace(team, rules=EASY), 2).form.slots == 6


def test_a_part_of_a_seat_after_midnight_may_follow_a_duty_of_the_next_day() -> None:
    """Of Monday's night only 03:00 to 06:00 is open; the morning of Tuesday, 00:00 to 02:00, ends before that."""
    times = (ShiftTimes("morning", 0, 120, Hue.EARLY), ShiftTimes("night", 1320, 1800, Hue.NIGHT))
    gate = post(headcount=0, windows=(DemandWindow(0, 120, 1), DemandWindow(180, 360, 1)))
    made = plan(town(people(1), [gate], times), 2)
    night = next(d.id for d in made.duties if d.span.start == at(MONDAY, 1440 + 180))
    morning = next(d.id for d in made.duties if made.shift_of(d.id).day > MONDAY and d.span.start.hour == 0)
    problem = build(Roster(made), town(people(1), [gate], times), Ledger(), only={night, morning})
    assert vacant_seats(problem.form, constructed(problem).lines()) == 0


def test_levels_of_seats_are_least_and_wanted_and_most_of_one_need() -> None:
    team = town(people(4), [post(minimum=1, headcount=2, maximum=4)], DAYTIME)
    form = problem_of(team, 1).form
    assert [form.need_least.tolist(), form.need_wanted.tolist(), form.need_most.tolist()] == [[1], [2], [4]]


def test_what_one_person_holds_twice_at_once_has_a_slot_each() -> None:
    team = town(people(2), [post(1), post(2)], DAYTIME)
    made = plan(team, 1)
    roster = Roster(made, {duty.id: Assignment(VolunteerId(1), locked=True) for duty in made.duties})
    problem = build(roster, team, Ledger())
    assert (problem.form.fixed.reshape(2, -1) >= 0).sum(axis=1).tolist() == [2, 0]
    assert Draft(problem.form).parts().hard == HARD


def test_rules_about_one_shift_type_tell_its_duties_apart() -> None:
    rules = replace(EASY, entries=(MinRest(600, DutyClass(shift_types=frozenset({ShiftTypeId(2)}))),))
    team = town(people(1), [post()], THREE_BY_EIGHT_FROM_0630, rules)
    proposal = rostered(team, days=1)
    assert 6 in {plan(team, 1).duty[d].span.start.hour for d in proposal.assignments}
    assert len(proposal.assignments) == 2


# --- construction ----------------------------------------------------------------------------------------------------


def test_scarce_seats_come_first() -> None:
    """One leader among two: were the plain post filled first, the leader could be spent on it."""
    posts = [post(1), post(2, requires=frozenset({LEADER}))]
    problem = problem_of(town(people(2, leaders=1), posts, DAYTIME), 1)
    assert vacant_seats(problem.form, constructed(problem).lines()) == 0


def test_construction_fills_and_shares_at_once() -> None:
    draft = constructed(problem_of(town(people(3), [post()], DAYTIME), 9))
    assert held_by(draft) == [3, 3, 3]
    assert draft.cost == draft.recount()


def test_construction_breaks_no_rule_for_a_seat() -> None:
    problem = problem_of(town(people(1), [post()], rules=replace(EASY, min_rest_minutes=720)), 3)
    assert constructed(problem).parts().broken == 0


# --- annealing -------------------------------------------------------------------------------------------------------


def test_annealing_evens_out_what_is_unfair() -> None:
    form = problem_of(town(people(3), [post()], DAYTIME), 9).form
    unfair = np.full((3, form.slots), -1, np.int32)
    unfair[0] = np.arange(9)
    assert sorted(held_by(annealed(Draft(form, unfair)))) == [3, 3, 3]


def test_annealing_fills_a_vacancy_it_makes_room_for() -> None:
    """Ann could stand both days but only one of them; Bob only Monday, which Ann holds: she gives it up for Tuesday."""
    team = town(people(2), [post()], DAYTIME, replace(EASY, max_week_minutes=480))
    tuesday = MONDAY + timedelta(days=1)
    away = Availability(AvailabilityId(1), VolunteerId(2), AvailabilityKind.UNAVAILABLE, whole_days(tuesday, tuesday))
    form = problem_of(replace(team, availabilities=(away,)), 2).form
    draft = annealed(Draft(form, np.array([[0, -1], [-1, -1]], np.int32)))
    assert draft.lines().tolist() == [[-1, 1], [0, -1]]


def test_a_vacancy_moves_to_where_it_costs_less() -> None:
    """Ann can stand one of two days alone; the longer one costs more to leave vacant."""
    times = (ShiftTimes("day", 480, 960, Hue.DAY),)
    long_tuesday = post(2, windows=(DemandWindow(0, 1440, 0),))
    team = town(people(1), [post(1), long_tuesday], times, replace(EASY, max_week_minutes=480))
    problem = problem_of(team, 2)
    draft = annealed(constructed(problem))
    assert held_by(draft) == [1]
    assert draft.cost == draft.recount()


# --- the last look ---------------------------------------------------------------------------------------------------


def test_a_roster_against_the_rules_is_seen_and_never_leaves() -> None:
    before = (stint(1, MONDAY - timedelta(days=1), 960, 1440, 900),)
    team = town(people(1), [post()], DAYTIME, replace(EASY, min_rest_minutes=720))
    made = plan(team, 1)
    problem = build(replace(Roster(made), earlier=before), team, Ledger())
    problem.form.pair[:] = 0
    wrong = {0: 0}
    with pytest.raises(EngineFault, match="min_rest"):
        Verdict(problem, strict=True).judged(wrong)
    mended = Verdict(problem).judged(wrong)
    assert (mended.holders, mended.vacancies) == ({}, (made.duties[0].id,))


def test_the_last_look_counts_the_seats_that_leave() -> None:
    """Seats settled among people may be cheaper than the lines they come from: that is no disagreement."""
    team = town(people(2), [post(1, 1), post(2, 2)], DAYTIME, checkpoints=2)
    ann, bob = team.volunteers
    areas = team.areas
    team = replace(team, volunteers=(replace(ann, area_id=areas[1].id), replace(bob, area_id=areas[0].id)))
    problem = problem_of(team, 1)
    astray = Draft(problem.form, np.array([[0], [1]], np.int32))
    judged = Verdict(problem, strict=True).judged(Seating(problem).settled(astray.lines()))
    assert judged.parts["away"] == 0


def test_problems_and_proposals_can_be_sent_to_another_process() -> None:
    problem = problem_of(town(people(3), [post()]), 2)
    assert pickle.loads(pickle.dumps(problem)) == problem
    proposal = rostered(town(people(3), [post()]), 2)
    assert pickle.loads(pickle.dumps(proposal)) == proposal
