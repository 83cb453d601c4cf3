"""Edits: all or nothing against what is held now, logged step by step, undone and redone by whoever did them."""

from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta

import pytest
from teams import NOON, refused, small_team, with_roster

from roster_app.domain import edits
from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.history import EditRecord, History
from roster_app.domain.roster import Assignment, Origin, Proposal, Roster
from roster_app.storage import Database

TEAM = small_team()
LI, WANG = "李", "王"
ONE, TWO, THREE = (volunteer.id for volunteer in TEAM.volunteers[:3])


@pytest.fixture
def roster(database: Database) -> Roster:
    return with_roster(database)


def perform(database: Database, edit: RosterEdit, author: str = LI) -> EditRecord:
    with database.work() as work:
        return work.rosters.apply(1, edit, author=author, at=NOON)


def undo(database: Database, author: str = LI) -> EditRecord:
    with database.work() as work:
        return work.rosters.undo(1, author=author, at=NOON + timedelta(minutes=5))


def redo(database: Database, author: str = LI) -> EditRecord:
    with database.work() as work:
        return work.rosters.redo(1, author=author, at=NOON + timedelta(minutes=9))


def now(database: Database) -> Roster:
    with database.reading() as work:
        return work.rosters.load(1)


def history(database: Database, author: str = LI) -> History:
    with database.reading() as work:
        return work.rosters.history(1, author)


def assign(roster: Roster, seat: int, who: int) -> RosterEdit:
    return edits.assign(roster, roster.plan.duties[seat].id, who)


def test_an_edit_is_carried_out_and_logged(database: Database, roster: Roster) -> None:
    edit = assign(roster, 0, ONE)
    record = perform(database, edit)
    assert now(database) == edits.apply(roster, edit)
    assert history(database) == History(undo=record)
    assert record == EditRecord(record.id, roster.period.id, 1, edit, LI, NOON)


def test_a_whole_proposal_is_one_step(database: Database, roster: Roster) -> None:
    everybody = {duty.id: TEAM.volunteers[n % 12].id for n, duty in enumerate(roster.plan.duties)}
    edit = edits.accept_proposal(roster, Proposal(roster.period.id, everybody))
    perform(database, edit)
    assert now(database) == edits.apply(roster, edit)
    undo(database)
    assert now(database) == roster


@pytest.mark.parametrize(
    "unexpected",
    [
        None,
        Assignment(TWO),
        Assignment(ONE, Origin.PROPOSAL),
        Assignment(ONE, locked=True),
    ],
)
def test_an_edit_that_expects_anything_but_what_is_held_is_stale(
    database: Database, roster: Roster, unexpected: Assignment | None
) -> None:
    duty = roster.plan.duties[0].id
    perform(database, assign(roster, 0, ONE))
    with pytest.raises(StaleEdit) as told:
        perform(database, RosterEdit(EditKind.ASSIGN, (AssignmentChange(duty, unexpected, Assignment(THREE)),)))
    assert told.value.facts["duty_ids"] == (duty,)
    assert now(database).holder(duty) == ONE


def test_a_stale_edit_names_its_duties_and_writes_nothing(database: Database, roster: Roster) -> None:
    first, second, third = (duty.id for duty in roster.plan.duties[:3])
    perform(database, assign(roster, 1, ONE), WANG)
    edit = edits.settle(roster, {first: TWO, second: TWO, third: TWO}, EditKind.IMPORT, Origin.IMPORT)
    with pytest.raises(StaleEdit) as told:
        perform(database, edit)
    assert told.value.facts["duty_ids"] == (second,)
    assert now(database).assignments == {second: Assignment(ONE)}
    assert history(database) == History()


def test_a_refused_edit_leaves_the_rest_of_its_unit_of_work(database: Database, roster: Roster) -> None:
    perform(database, assign(roster, 1, ONE))
    edit = edits.settle(roster, {d.id: TWO for d in roster.plan.duties[:3]}, EditKind.IMPORT, Origin.IMPORT)
    with database.work() as work:
        with suppress(StaleEdit):
            work.rosters.apply(1, edit, author=LI, at=NOON)
        work.rosters.apply(1, assign(roster, 4, THREE), author=LI, at=NOON)
    held = now(database).assignments
    assert held == {roster.plan.duties[1].id: Assignment(ONE), roster.plan.duties[4].id: Assignment(THREE)}


def test_a_duty_of_another_period_is_stale(database: Database, roster: Roster) -> None:
    elsewhere = RosterEdit(EditKind.ASSIGN, (AssignmentChange(404, None, Assignment(ONE)),))
    with pytest.raises(StaleEdit) as told:
        perform(database, elsewhere)
    assert told.value.facts["duty_ids"] == (404,)


def test_a_duty_for_somebody_removed_meanwhile_is_stale(database: Database, roster: Roster) -> None:
    with database.work() as work:
        work.people.remove(ONE)
    with pytest.raises(StaleEdit) as told:
        perform(database, assign(roster, 0, ONE))
    assert told.value.facts["duty_ids"] == (roster.plan.duties[0].id,)
    assert not now(database).assignments


def test_an_edit_of_nothing_is_refused(database: Database, roster: Roster) -> None:
    with refused(ErrorCode.NOTHING_TO_CHANGE):
        perform(database, RosterEdit(EditKind.CLEAR, ()))


def test_steps_are_undone_from_the_newest_back_and_redone_forward(database: Database, roster: Roster) -> None:
    first, second = assign(roster, 0, ONE), assign(roster, 1, TWO)
    for edit in (first, second):
        perform(database, edit)
    assert [undo(database).edit, undo(database).edit] == [second.inverse(), first.inverse()]
    assert now(database) == roster
    assert [redo(database).edit, redo(database).edit] == [first, second]
    assert now(database) == edits.apply(edits.apply(roster, first), second)


def test_a_record_says_what_was_last_carried_out_and_when(database: Database, roster: Roster) -> None:
    done = perform(database, assign(roster, 0, ONE))
    undone = undo(database)
    assert undone == replace(done, edit=done.edit.inverse(), at=NOON + timedelta(minutes=5), undone=True)
    assert history(database) == History(redo=undone)
    redone = redo(database)
    assert redone == replace(done, at=NOON + timedelta(minutes=9))
    assert history(database) == History(undo=redone)


def test_undo_and_redo_outlive_the_program(shared_url: str) -> None:
    with closing(Database.open(shared_url)) as before:
        roster = with_roster(before)
        first, second = assign(roster, 0, ONE), assign(roster, 1, TWO)
        for edit in (first, second):
            perform(before, edit)
        undo(before)
    with closing(Database.open(shared_url)) as after:
        assert redo(after).edit == second
        assert [undo(after).edit, undo(after).edit] == [second.inverse(), first.inverse()]
        assert now(after) == roster


def test_where_there_is_nothing_to_undo_or_redo_that_is_said(database: Database, roster: Roster) -> None:
    with refused(ErrorCode.NOTHING_TO_UNDO):
        undo(database)
    perform(database, assign(roster, 0, ONE))
    with refused(ErrorCode.NOTHING_TO_REDO):
        redo(database)


def test_a_new_edit_ends_what_could_be_redone(database: Database, roster: Roster) -> None:
    perform(database, assign(roster, 0, ONE))
    undo(database)
    newest = perform(database, assign(roster, 1, TWO))
    assert history(database) == History(undo=newest)
    undo(database)
    with refused(ErrorCode.NOTHING_TO_UNDO):
        undo(database)


def test_authors_undo_their_own_steps_and_keep_their_own_redo(database: Database, roster: Roster) -> None:
    perform(database, assign(roster, 0, ONE), LI)
    undo(database, LI)
    perform(database, assign(roster, 1, TWO), WANG)
    perform(database, assign(roster, 2, THREE), WANG)
    redo(database, LI)
    undo(database, WANG)
    held = now(database).assignments
    assert held == {roster.plan.duties[0].id: Assignment(ONE), roster.plan.duties[1].id: Assignment(TWO)}


def test_a_step_a_colleague_changed_since_leaves_the_undo_list(database: Database, roster: Roster) -> None:
    older = perform(database, assign(roster, 0, ONE), LI)
    mine = perform(database, assign(roster, 1, ONE), LI)
    perform(database, edits.assign(now(database), roster.plan.duties[1].id, TWO), WANG)
    with pytest.raises(StaleEdit) as told:
        undo(database, LI)
    assert told.value.facts["duty_ids"] == tuple(mine.edit.duty_ids)
    assert history(database, LI) == History(undo=older)
    undo(database, LI)
    assert now(database).assignments == {roster.plan.duties[1].id: Assignment(TWO)}


def test_a_step_that_cannot_be_redone_leaves_the_redo_list(database: Database, roster: Roster) -> None:
    perform(database, assign(roster, 0, ONE), LI)
    undo(database, LI)
    perform(database, assign(roster, 0, TWO), WANG)
    with pytest.raises(StaleEdit):
        redo(database, LI)
    assert history(database, LI) == History()


def test_a_step_is_spoilt_also_where_the_unit_of_work_goes_on(database: Database, roster: Roster) -> None:
    perform(database, assign(roster, 0, ONE), LI)
    perform(database, edits.assign(now(database), roster.plan.duties[0].id, TWO), WANG)
    with database.work() as work, suppress(StaleEdit):
        work.rosters.undo(1, author=LI, at=NOON)
    assert history(database, LI) == History()


def test_an_undo_for_somebody_removed_meanwhile_leaves_the_list(database: Database, roster: Roster) -> None:
    perform(database, assign(roster, 0, ONE), LI)
    perform(database, edits.clear(now(database), [roster.plan.duties[0].id]), LI)
    with database.work() as work:
        work.people.remove(ONE)
    with pytest.raises(StaleEdit):
        undo(database, LI)
    assert not now(database).assignments


def test_history_belongs_to_one_period(database: Database, roster: Roster) -> None:
    perform(database, assign(roster, 0, ONE))
    with database.reading() as work:
        assert work.rosters.history(404, LI) == History()
    with refused(ErrorCode.UNKNOWN_PERIOD), database.work() as work:
        work.rosters.undo(404, author=LI, at=NOON)
