"""Rosters of any layout taken in: one step, undone as one, the same file twice changes nothing."""

import json
from datetime import date
from typing import Any

import pytest
from desk_cases import FIRST, LAST, Office

from roster_app.domain.edits import EditKind, assign
from roster_app.domain.errors import DomainError, StaleEdit
from roster_app.domain.ids import PostId, new_id
from roster_app.domain.inspected import Corrections
from roster_app.domain.places import Post
from roster_app.domain.roster import RosterPeriod
from roster_app.domain.taking_in import EntryFate, Obstacle, Purpose, TakingAnswers, TakingPlan
from roster_app.services.taking_in import Source
from roster_app.storage import everything

DAYS = "4月6日\t4月7日\t4月8日\t4月9日\t4月10日"
LEGEND = "早：08:00-16:00，中：16:00-24:00，晚：00:00-08:00"
MATRIX = f"2020年4月值班表\n姓名\t{DAYS}\n王建国\t早\t早\t休\t中\t早\n陈玥\t中\t休\t早\t晚\t晚\n{LEGEND}\n"
GRID = f"2020年4月值班表\n班次\t{DAYS}\n08:00-16:00\t王建国\t王建国\t陈玥\t\t王建国\n16:00-24:00\t陈玥\t\t\t王建国\t\n"
LIST = "日期\t08:00-16:00\t16:00-24:00\n2020-04-06\t王建国\t陈玥\n2020-04-07\t王建国\t\n2020-04-08\t陈玥\t\n"
STACKED = (
    "2020年4月值班日历\n周一\t周二\t周三\t周四\t周五\t周六\t周日\n6\t7\t8\t9\t10\t11\t12\n"
    "王建国\t陈玥\t何平\t张伟\t王建国\t陈玥\t何平\n13\t14\t15\t16\t17\t18\t19\n"
    "王建国\t陈玥\t何平\t张伟\t王建国\t陈玥\t何平\n"
)

WRITTEN_BY_THE_WAY = {"roster_period": "steps", "volunteer": "version"}


def told(office: Office) -> dict[str, Any]:
    """Everything stored, without the log of steps, which remembers what was undone, and counters."""
    found = json.loads("".join(everything.told(office.services.desk.database)))["tables"]
    found.pop("edit")
    for table, column in WRITTEN_BY_THE_WAY.items():
        place = list(found[table]["columns"]).index(column)
        for row in found[table]["rows"]:
            row[place] = 0
    return found  # type: ignore[no-any-return]


def look(office: Office, text: str, answers: TakingAnswers | None = None, **more: Any) -> TakingPlan:
    return office.services.taking_in.look(office.team_id, Source(text=text), answers=answers or TakingAnswers(), **more)


def fates(plan: TakingPlan) -> dict[EntryFate, int]:
    counted = {fate: plan.count(fate) for fate in EntryFate}
    assert sum(counted.values()) == plan.rows_in
    return {fate: count for fate, count in counted.items() if count}


def standing(office: Office, period: RosterPeriod) -> set[tuple[str, date, int]]:
    opened = office.open(period)
    plan, name = opened.roster.plan, opened.directory.name
    return {
        (name[a.volunteer_id], plan.shift_of(d).day, plan.duty[d].span.start.hour)
        for d, a in opened.roster.assignments.items()
    }


def test_a_matrix_with_codes_of_a_legend_becomes_duties(office: Office) -> None:
    period = office.period()

    plan = look(office, MATRIX)

    assert plan.purpose is Purpose.ROSTER
    assert plan.period == period
    assert fates(plan) == {EntryFate.NEW: 8, EntryFate.SKIPPED: 2}
    taken = office.services.taking_in.take(office.team_id, plan)
    assert len(taken.changes.duties) == 8
    assert standing(office, period) >= {("王建国", date(2020, 4, 6), 8), ("陈玥", date(2020, 4, 9), 0)}
    undoable = office.services.rostering.history(period.id).undo
    assert undoable is not None
    assert undoable.edit.kind is EditKind.IMPORT


@pytest.mark.parametrize("text", [MATRIX, GRID, LIST, STACKED], ids=["matrix", "grid", "list", "stacked"])
def test_every_layout_goes_in_once_and_back_out(office: Office, text: str) -> None:
    office.period(FIRST, date(2020, 4, 19))
    shift = office.services.teams.directory(office.team_id).shift_types[0]
    answers = TakingAnswers(shifts={"": shift.id} if text == STACKED else {})
    before = told(office)

    plan = look(office, text, answers)
    assert fates(plan).get(EntryFate.NEW)
    taken = office.services.taking_in.take(office.team_id, plan)
    after = told(office)
    assert after != before

    again = look(office, text, answers)
    assert set(fates(again)) <= {EntryFate.SAME, EntryFate.SKIPPED}
    assert again.edit is None
    assert not office.services.taking_in.take(office.team_id, again).changes
    assert told(office) == after

    taken.undo()
    assert told(office) == before
    taken.redo()
    assert told(office) == after


def test_days_of_no_roster_make_a_draft_that_goes_again(office: Office) -> None:
    before = told(office)

    plan = look(office, MATRIX)
    taken = office.services.taking_in.take(office.team_id, plan)

    assert plan.new_period
    assert plan.period_id is None
    (period,) = office.services.rostering.periods(office.team_id)
    assert (period.first, period.last) == (date(2020, 4, 6), date(2020, 4, 10))
    assert taken.period_id == period.id
    after = told(office)
    taken.undo()
    assert told(office) == before
    taken.redo()
    assert told(office) == after


def test_a_draft_made_and_worked_on_by_a_colleague_stays(office: Office) -> None:
    taken = office.services.taking_in.take(office.team_id, look(office, MATRIX))
    assert taken.period_id is not None
    office.services.rostering.undo(taken.period_id)

    with pytest.raises(StaleEdit):
        taken.undo()


def test_unknown_people_are_added_near_names_and_namesakes_asked(office: Office) -> None:
    period = office.period()
    text = LIST.replace("陈玥\t\n", "鲁一帆\t\n").replace("王建国\t陈玥", "王建图\t陈玥")

    plan = look(office, text)

    new = next(person for person in plan.people if person.seen.name == "鲁一帆")
    near = next(person for person in plan.people if person.seen.name == "王建图")
    assert new.fate is EntryFate.NEW
    assert (near.fate, near.obstacle, near.hint) == (EntryFate.ASKED, Obstacle.NEAR_NAME, "王建国")
    office.services.taking_in.take(office.team_id, plan)
    names = {v.name for v in office.services.teams.directory(office.team_id).volunteers}
    assert "鲁一帆" in names
    assert "王建图" not in names
    answered = look(office, text, TakingAnswers(people={"王建图": near.candidates[0]}))
    assert fates(answered) == {EntryFate.NEW: 1, EntryFate.SAME: 3}
    office.services.taking_in.take(office.team_id, answered)
    assert ("王建国", date(2020, 4, 6), 8) in standing(office, period)


def test_one_bad_row_never_stops_the_others(office: Office) -> None:
    office.period()
    plan = look(office, LIST + "2020-04-31\t何平\t\n2020-05-20\t何平\t\n")

    found = fates(plan)

    assert found[EntryFate.NEW] == 4
    assert found[EntryFate.WRONG] == 2
    assert {e.obstacle for e in plan.entries if e.fate is EntryFate.WRONG} == {
        Obstacle.NO_DAY,
        Obstacle.OUTSIDE_PERIOD,
    }
    assert office.services.taking_in.take(office.team_id, plan).changes.duties


def test_hours_of_no_shift_are_asked_with_the_hours_and_answered(office: Office) -> None:
    period = office.period()
    text = "日期\t07:00-15:00\n2020-04-06\t王建国\n"

    plan = look(office, text)

    (entry,) = plan.entries
    assert (entry.fate, entry.obstacle, entry.hint) == (EntryFate.ASKED, Obstacle.UNKNOWN_SHIFT, "07:00-15:00")
    early = next(s for s in office.services.teams.directory(office.team_id).shift_types if s.start == 480)
    answered = look(office, text, TakingAnswers(shifts={"07:00-15:00": early.id}))
    office.services.taking_in.take(office.team_id, answered)
    assert standing(office, period) == {("王建国", date(2020, 4, 6), 8)}


def test_seats_that_others_hold_are_asked_unless_the_file_replaces(office: Office) -> None:
    period = office.period()
    opened = office.open(period)
    for post, person in ((0, 1), (1, 2)):
        duty = office.duty(opened, FIRST, 8, post)
        roster = office.open(period).roster
        office.services.rostering.apply_edit(period.id, assign(roster, duty, office.people[person].id))

    asked = look(office, LIST)
    replacing = look(office, LIST, TakingAnswers(replaces=True))

    (taken,) = (e for e in asked.entries if e.fate is EntryFate.ASKED)
    assert (taken.obstacle, taken.hint) == (Obstacle.ALL_TAKEN, "李秀英")
    assert fates(replacing) == {EntryFate.NEW: 3, EntryFate.CHANGED: 1}
    office.services.taking_in.take(office.team_id, replacing)
    assert ("王建国", FIRST, 8) in standing(office, period)
    assert ("李秀英", FIRST, 8) not in standing(office, period)


def test_the_same_person_twice_at_one_time_is_asked(office: Office) -> None:
    office.period()

    plan = look(office, "日期\t08:00-16:00\t08:00-16:00\n2020-04-06\t王建国\t王建国\n")

    assert fates(plan) == {EntryFate.NEW: 1, EntryFate.SAME: 1}


def test_a_colleague_who_was_faster_stops_all_of_it(office: Office) -> None:
    period = office.period()
    plan = look(office, LIST.replace("陈玥\t\n", "鲁一帆\t\n"))
    opened = office.open(period)
    duty = office.duty(opened, FIRST, 8)
    office.services.rostering.apply_edit(period.id, assign(opened.roster, duty, office.people[1].id))
    before = told(office)

    with pytest.raises(StaleEdit):
        office.services.taking_in.take(office.team_id, plan)

    assert told(office) == before


def test_taking_back_is_refused_where_a_colleague_went_on(office: Office) -> None:
    period = office.period()
    taken = office.services.taking_in.take(office.team_id, look(office, LIST))
    opened = office.open(period)
    duty = office.duty(opened, FIRST, 8)
    office.services.rostering.undo(period.id)
    office.services.rostering.apply_edit(period.id, assign(office.open(period).roster, duty, office.people[1].id))
    before = told(office)

    with pytest.raises(DomainError):
        taken.undo()

    assert told(office) == before


def test_mended_cells_count(office: Office) -> None:
    office.period(FIRST, LAST)
    text = LIST + "2020-04-31\t何平\t\n"
    cell = next(e.seen.cell for e in look(office, text).entries if e.obstacle is Obstacle.NO_DAY)
    day_cell = cell.replace("B", "A")

    plan = look(office, text, corrections=Corrections(mends={day_cell: "2020-04-09"}))

    assert fates(plan) == {EntryFate.NEW: 5}


def test_places_are_told_by_the_file_asked_or_answered(office: Office) -> None:
    services = office.services
    directory = services.teams.directory(office.team_id)
    south = services.places.new_checkpoint(office.team_id, "south gate", directory.patterns[0].id)
    post = Post(PostId(new_id()), south.id, "check")
    services.places.save_checkpoint(south, (post,))
    office.period()

    silent = look(office, LIST)
    told_place = look(office, "日期\t地点\t08:00-16:00\n2020-04-06\tsouth gate\t王建国\n2020-04-07\teast gate\t陈玥\n")
    answered = look(office, LIST, TakingAnswers(post_id=post.id))

    assert {e.obstacle for e in silent.entries} == {Obstacle.UNKNOWN_PLACE}
    south_entry, east_entry = told_place.entries
    assert told_place.roster is not None
    assert south_entry.duty_id is not None
    assert told_place.roster.plan.shift_of(south_entry.duty_id).checkpoint_id == south.id
    assert east_entry.obstacle is Obstacle.UNKNOWN_PLACE
    assert fates(answered) == {EntryFate.NEW: 4}
    assert answered.roster is not None
    assert {answered.roster.plan.duty[e.duty_id].post_id for e in answered.entries if e.duty_id} == {post.id}


def test_who_is_qualified_takes_the_leading_seat(office: Office) -> None:
    office.period()
    leader, plain = office.people[0], office.people[5]

    plan = look(office, f"日期\t08:00-16:00\n2020-04-06\t{plain.name} {leader.name}\n")

    assert plan.roster is not None
    posts = {e.volunteer_id: plan.roster.plan.duty[e.duty_id].post_id for e in plan.entries if e.duty_id}
    assert posts == {leader.id: office.posts[0].id, plain.id: office.posts[1].id}
