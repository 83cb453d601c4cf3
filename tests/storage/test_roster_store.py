"""Rosters: periods beside each other, plans that change under their holders, editions, removal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from teams import NOON, refused, small_team, with_roster

import invented_team
from roster_app.domain import edits
from roster_app.domain.edits import EditKind
from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.fairness import BurdenKind, LedgerEntry
from roster_app.domain.history import History
from roster_app.domain.ids import PeriodId, new_id
from roster_app.domain.roster import Assignment, Duty, DutyPlan, Edition, Origin, PeriodState, Roster, RosterPeriod
from roster_app.domain.timespan import Span
from roster_app.storage import Database

TEAM = small_team()
SOMEBODY, OTHER = TEAM.volunteers[:2]


@pytest.fixture
def roster(database: Database) -> Roster:
    """From the first to the third of April, everything vacant."""
    return with_roster(database)


def assigned(database: Database, roster: Roster, duty: Duty, who: int = SOMEBODY.id) -> Roster:
    edit = edits.assign(roster, duty.id, who)
    with database.work() as work:
        work.rosters.apply(roster.period.id, edit, author="李", at=NOON)
    return edits.apply(roster, edit)


def period_after(first: date, days: int) -> DutyPlan:
    """Another plan of the team, with ids of its own."""
    period = RosterPeriod(PeriodId(new_id()), TEAM.team.id, first, first + timedelta(days=days - 1))
    return invented_team.plan_duties(TEAM, period)


def test_periods_come_the_earliest_first(database: Database, roster: Roster) -> None:
    later, earlier = period_after(date(2020, 5, 1), 2), period_after(date(2020, 3, 1), 2)
    with database.work() as work:
        work.rosters.add(later)
        work.rosters.add(earlier)
        assert work.rosters.periods(TEAM.team.id) == (earlier.period, roster.period, later.period)


@pytest.mark.parametrize("first", [date(2020, 3, 30), date(2020, 4, 3), date(2020, 4, 2)])
def test_a_period_cannot_share_a_day_with_another(database: Database, roster: Roster, first: date) -> None:
    with refused(ErrorCode.PERIOD_OVERLAPS, first=date(2020, 4, 1), last=date(2020, 4, 3)), database.work() as work:
        work.rosters.add(period_after(first, 3))


def test_an_unknown_period_is_refused(database: Database) -> None:
    for question in ("get_period", "load", "remove"):
        with refused(ErrorCode.UNKNOWN_PERIOD, period_id=404), database.work() as work:
            getattr(work.rosters, question)(404)
    with refused(ErrorCode.UNKNOWN_PERIOD), database.work() as work:
        work.rosters.set_state(404, PeriodState.ARCHIVED)


@pytest.mark.parametrize(("days_away", "seen"), [(0, True), (13, True), (14, False)])
def test_neighbouring_stints_are_seen_up_to_fourteen_days_away(
    database: Database, roster: Roster, days_away: int, seen: bool
) -> None:
    before = period_after(date(2020, 3, 31) - timedelta(days=days_away), 1)
    after = period_after(date(2020, 4, 4) + timedelta(days=days_away), 1)
    with database.work() as work:
        work.rosters.add(before)
        work.rosters.add(after)
    near = [assigned(database, Roster(plan), plan.duties[0]).stints[0] for plan in (before, after)]
    with database.reading() as work:
        assert work.rosters.load(roster.period.id).earlier == (tuple(near) if seen else ())


def test_stints_of_another_team_are_not_seen(database: Database, roster: Roster) -> None:
    stranger = replace(TEAM.team, id=new_id())
    plan = period_after(date(2020, 4, 4), 1)
    theirs = replace(plan, period=replace(plan.period, team_id=stranger.id))
    with database.work() as work:
        work.teams.add(stranger)
        work.rosters.add(theirs)
    assigned(database, Roster(theirs), theirs.duties[0])
    with database.reading() as work:
        assert not work.rosters.load(roster.period.id).earlier


def test_a_new_plan_keeps_who_is_still_wanted(database: Database, roster: Roster) -> None:
    first, last = roster.plan.duties[0], roster.plan.duties[-1]
    held = assigned(database, roster, last)
    shorter = replace(roster.plan, duties=roster.plan.duties[1:])
    with database.work() as work:
        assert work.rosters.replace_plan(shorter, author="王", at=NOON) is None
    with database.reading() as work:
        assert work.rosters.load(roster.period.id) == replace(held, plan=shorter)
    assert first not in shorter.duties


def test_who_is_no_longer_wanted_is_taken_off_by_a_logged_step(database: Database, roster: Roster) -> None:
    duty = roster.plan.duties[0]
    assigned(database, roster, duty)
    with database.work() as work:
        record = work.rosters.replace_plan(replace(roster.plan, duties=roster.plan.duties[1:]), author="王", at=NOON)
    assert record is not None
    assert (record.edit.kind, record.author, record.seq) == (EditKind.CLEAR, "王", 2)
    assert record.edit.changes == (edits.AssignmentChange(duty.id, Assignment(SOMEBODY.id), None),)


def test_a_step_of_the_plan_is_nobodys_to_undo_and_spoils_the_steps_it_touched(
    database: Database, roster: Roster
) -> None:
    assigned(database, roster, roster.plan.duties[0])
    with database.work() as work:
        work.rosters.replace_plan(replace(roster.plan, duties=roster.plan.duties[1:]), author="王", at=NOON)
        assert work.rosters.history(roster.period.id, "王") == History()
    with pytest.raises(StaleEdit), database.work() as work:
        work.rosters.undo(roster.period.id, author="李", at=NOON)
    with database.reading() as work:
        assert work.rosters.history(roster.period.id, "李") == History()


def test_a_shift_whose_times_move_keeps_its_people(database: Database, roster: Roster) -> None:
    later = timedelta(hours=8)
    held = assigned(database, roster, roster.plan.duties[0])

    def moved(span: Span) -> Span:
        return Span(span.start + later, span.end + later)

    plan = replace(
        roster.plan,
        shifts=tuple(replace(shift, span=moved(shift.span)) for shift in roster.plan.shifts),
        duties=tuple(replace(duty, span=moved(duty.span)) for duty in roster.plan.duties),
    )
    with database.work() as work:
        work.rosters.replace_plan(plan, author="李", at=NOON)
    with database.reading() as work:
        read = work.rosters.load(roster.period.id)
    assert (read.plan, read.assignments) == (plan, held.assignments)


def test_parts_of_a_seat_may_move_over_each_other(database: Database, roster: Roster) -> None:
    whole = roster.plan.duties[0]
    step = timedelta(hours=2)
    first = replace(whole, span=Span(whole.span.start, whole.span.start + step))
    second = replace(whole, id=new_id(), span=Span(first.span.end, first.span.end + step))
    third = replace(second, span=Span(second.span.end, second.span.end + step))
    rest = roster.plan.duties[1:]
    with database.work() as work:
        work.rosters.replace_plan(replace(roster.plan, duties=(first, second, *rest)), author="李", at=NOON)
        moved = replace(roster.plan, duties=(replace(first, span=second.span), third, *rest))
        work.rosters.replace_plan(moved, author="李", at=NOON)
    with database.reading() as work:
        assert work.rosters.load(roster.period.id).plan == moved


def test_a_new_day_of_a_plan_is_added_and_a_gone_one_removed(database: Database, roster: Roster) -> None:
    wider = invented_team.plan_duties(TEAM, replace(roster.period, last=date(2020, 4, 4)), new_id, roster.plan)
    narrower = replace(
        wider,
        period=roster.period,
        shifts=tuple(shift for shift in wider.shifts if shift.day != date(2020, 4, 2)),
        duties=tuple(duty for duty in wider.duties if wider.shift_of(duty.id).day != date(2020, 4, 2)),
    )
    with database.work() as work:
        work.rosters.replace_plan(narrower, author="李", at=NOON)
    with database.reading() as work:
        assert work.rosters.load(roster.period.id).plan == narrower


def test_an_archived_period_no_longer_changes(database: Database, roster: Roster) -> None:
    edit = edits.assign(roster, roster.plan.duties[0].id, SOMEBODY.id)
    with database.work() as work:
        work.rosters.set_state(roster.period.id, PeriodState.ARCHIVED)
        assert work.rosters.get_period(roster.period.id).state is PeriodState.ARCHIVED
    with refused(ErrorCode.PERIOD_CLOSED), database.work() as work:
        work.rosters.apply(roster.period.id, edit, author="李", at=NOON)
    with refused(ErrorCode.PERIOD_CLOSED), database.work() as work:
        work.rosters.replace_plan(roster.plan, author="李", at=NOON)


def test_editions_come_by_number_and_keep_what_was_held_then(database: Database, roster: Roster) -> None:
    duty = roster.plan.duties[0]
    second = Edition(new_id(), roster.period.id, 2, NOON, "李", {duty.id: SOMEBODY.id}, {TEAM.checkpoints[0].id: "7K4"})
    first = Edition(new_id(), roster.period.id, 1, NOON, "李", {})
    with database.work() as work:
        work.rosters.add_edition(second)
        work.rosters.add_edition(first)
        work.rosters.replace_plan(replace(roster.plan, duties=roster.plan.duties[1:]), author="李", at=NOON)
    with database.reading() as work:
        assert work.rosters.editions(roster.period.id) == (first, second)


def test_two_editions_cannot_bear_one_number(database: Database, roster: Roster) -> None:
    one, other = (Edition(new_id(), roster.period.id, 1, NOON, author, {}) for author in "李王")
    with database.work() as work:
        work.rosters.add_edition(one)
    with pytest.raises(StaleEdit, match="stale_record"), database.work() as work:
        work.rosters.add_edition(other)


def test_a_removed_period_takes_everything_along(database: Database, roster: Roster) -> None:
    assigned(database, roster, roster.plan.duties[0])
    with database.work() as work:
        work.rosters.add_edition(Edition(new_id(), roster.period.id, 1, NOON, "李", {1: SOMEBODY.id}))
        work.rosters.remove(roster.period.id)
    with database.work() as work:
        assert not work.rosters.periods(TEAM.team.id)
        assert not work.rosters.editions(roster.period.id)
        work.people.remove(SOMEBODY.id)


def test_a_period_the_ledger_knows_of_cannot_be_removed(database: Database, roster: Roster) -> None:
    entry = LedgerEntry(new_id(), SOMEBODY.id, roster.period.id, BurdenKind.MINUTES, -480, NOON)
    with database.work() as work:
        work.ledger.add([entry])
    with refused(ErrorCode.IN_USE, name="2020-04-01 – 2020-04-03"), database.work() as work:
        work.rosters.remove(roster.period.id)


def test_a_duty_knows_origin_and_lock_of_its_holder(database: Database, roster: Roster) -> None:
    duty = roster.plan.duties[0]
    holder = Assignment(OTHER.id, Origin.SUBSTITUTION, locked=True)
    edit = edits.RosterEdit(EditKind.SUBSTITUTE, (edits.AssignmentChange(duty.id, None, holder),))
    with database.work() as work:
        work.rosters.apply(roster.period.id, edit, author="李", at=NOON)
    with database.reading() as work:
        assert work.rosters.load(roster.period.id).assignments == {duty.id: holder}


def test_what_is_posted_is_the_newest_edition_as_far_as_it_is_still_planned(database: Database, roster: Roster) -> None:
    first, second = roster.plan.duties[:2]
    editions = [
        Edition(new_id(), roster.period.id, number, NOON, "李", holders)
        for number, holders in ((1, {first.id: SOMEBODY.id}), (2, {second.id: OTHER.id, new_id(): OTHER.id}))
    ]
    with database.work() as work:
        for edition in reversed(editions):
            work.rosters.add_edition(edition)
        assert work.rosters.load(roster.period.id).posted == {second.id: OTHER.id}
