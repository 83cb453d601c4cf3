"""Database first, memory second, screen third; refusals are told, and a proposal is only a veil."""

import pytest

from invented_team import TEAM
from roster_app.domain import edits
from roster_app.domain.errors import ErrorCode
from roster_app.domain.ids import VolunteerId
from roster_app.domain.roster import Proposal
from roster_app.gui.roster.document import RosterDocument


@pytest.fixture
def duty_id(document):
    return document.roster.plan.duties[5].id


def other_than(document, duty_id):
    return next(v.id for v in document.opened.directory.volunteers if v.id != document.roster.holder(duty_id))


def stored(services, document):
    return services.rostering.open(document.opened.period.id).roster.assignments


def test_an_edit_is_stored_before_it_is_told(qtbot, services, document, duty_id):
    who = other_than(document, duty_id)
    seen = []
    document.duties_changed.connect(lambda _ids: seen.append(stored(services, document)[duty_id].volunteer_id))
    assert document.carry_out(lambda roster: edits.assign(roster, duty_id, who))
    assert seen == [who]
    assert document.roster.holder(duty_id) == who


def test_undo_and_redo_follow_the_database(services, document, duty_id):
    before = document.roster.assignments
    document.carry_out(lambda roster: edits.clear(roster, [duty_id]))
    after = document.roster.assignments
    assert document.undo()
    assert document.roster.assignments == before == stored(services, document)
    assert document.redo()
    assert document.roster.assignments == after == stored(services, document)


def test_the_next_steps_are_known_and_survive_a_new_start(services, document, duty_id):
    document.carry_out(lambda roster: edits.clear(roster, [duty_id]))
    anew = RosterDocument(services.rostering)
    anew.show(services.rostering.open(document.opened.period.id))
    assert anew.history.undo is not None
    assert anew.history.undo.edit == document.history.undo.edit
    assert anew.history.redo is None


def test_a_colleague_who_was_faster_is_told_and_shown(services, document, duty_id):
    mine, theirs = [v.id for v in document.opened.directory.volunteers[:2]]
    colleague = services.rostering.open(document.opened.period.id).roster
    services.rostering.apply_edit(document.opened.period.id, edits.assign(colleague, duty_id, theirs))
    refused, reloaded = [], []
    document.edit_refused.connect(refused.append)
    document.reloaded.connect(lambda: reloaded.append(True))
    assert not document.carry_out(lambda roster: edits.assign(roster, duty_id, mine))
    assert [error.code for error in refused] == [ErrorCode.STALE_EDIT]
    assert reloaded
    assert document.roster.holder(duty_id) == theirs


def test_a_locked_duty_is_refused_in_words_and_nothing_happens(services, document, duty_id):
    document.carry_out(lambda roster: edits.set_locked(roster, [duty_id], True))
    before, refused = document.roster, []
    document.edit_refused.connect(refused.append)
    assert not document.carry_out(lambda roster: edits.clear(roster, [duty_id]))
    assert [error.code for error in refused] == [ErrorCode.DUTY_LOCKED]
    assert document.roster is before


def test_what_is_so_already_is_no_step_and_no_message(document, duty_id):
    refused = []
    document.edit_refused.connect(refused.append)
    holder = document.roster.holder(duty_id)
    assert not document.carry_out(lambda roster: edits.assign(roster, duty_id, holder))
    assert refused == []


def test_nothing_to_undo_is_refused_in_words(document):
    while document.history.undo is not None:
        document.undo()
    refused = []
    document.edit_refused.connect(refused.append)
    assert not document.undo()
    assert [error.code for error in refused] == [ErrorCode.NOTHING_TO_UNDO]


@pytest.fixture
def proposal(document):
    """Everybody moves on by one duty."""
    people = [v.id for v in document.opened.directory.volunteers]
    duties = document.roster.plan.duties
    return Proposal(document.opened.period.id, {d.id: people[n % len(people)] for n, d in enumerate(duties)})


def test_a_proposal_lies_over_the_roster_and_leaves_it_as_it_is(services, document, proposal):
    before = document.roster.assignments
    document.preview(proposal)
    assert document.roster.assignments == before == stored(services, document)
    assert {d: a.volunteer_id for d, a in document.shown.roster.assignments.items()} == proposal.assignments
    assert document.shown.ghosts == {d for d, who in proposal.assignments.items() if document.roster.holder(d) != who}


def test_behind_a_proposal_nothing_can_be_edited(document, proposal, duty_id):
    document.preview(proposal)
    assert not document.carry_out(lambda roster: edits.clear(roster, [duty_id]))
    assert not document.is_editable


def test_discarding_a_proposal_leaves_everything_as_it_was(services, document, proposal):
    before = document.roster.assignments
    document.preview(proposal)
    document.discard()
    assert document.shown.roster.assignments == before == stored(services, document)
    assert document.is_editable


def test_accepting_a_proposal_is_one_step_of_undo(services, document, proposal):
    before = document.roster.assignments
    document.preview(proposal)
    assert document.accept()
    assert {d: a.volunteer_id for d, a in stored(services, document).items()} == proposal.assignments
    assert document.undo()
    assert document.roster.assignments == before == stored(services, document)


def test_an_archived_roster_cannot_be_edited(services, document, duty_id):
    services.rostering.close(document.opened.period.id)
    document.reload()
    assert not document.is_editable
    assert not document.carry_out(lambda roster: edits.clear(roster, [duty_id]))


def test_without_a_roster_there_is_nothing_to_hold(qtbot, services):
    empty = RosterDocument(services.rostering)
    assert not empty.is_open
    assert empty.history.undo is None
    assert not empty.carry_out(lambda roster: edits.assign(roster, roster.plan.duties[0].id, VolunteerId(TEAM)))
