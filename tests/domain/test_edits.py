"""Edits: every one knows its inverse, is applied whole or not at all, and never moves what is locked."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rosters import answers, rosters
from small_teams import people, plan, post, town

from roster_app.domain import edits
from roster_app.domain.edits import EditKind
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Assignment, Origin, Proposal, Roster
from roster_app.domain.team import Directory

TEAM = town(people(4), [post()])
PLAN = plan(TEAM)
ONE, TWO, THREE = (d.id for d in PLAN.duties[:3])
ANN, BOB = VolunteerId(1), VolunteerId(2)


@given(rosters(), st.data())
def test_an_edit_and_its_inverse_leave_the_roster_as_it_was(
    case: tuple[Directory, Roster], data: st.DataObject
) -> None:
    directory, roster = case
    wanted = data.draw(answers(roster.plan, directory))
    holders = {d: a.volunteer_id for d, a in wanted.assignments.items()}
    assume({d: roster.holder(d) for d in roster.assignments} != holders)
    edit = edits.settle(roster, holders, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)
    after = edits.apply(roster, edit)
    assert {d: after.holder(d) for d in holders} == holders
    assert edits.apply(after, edit.inverse()).assignments == roster.assignments
    assert edit.inverse().inverse() == edit


def test_assign_clear_and_swap() -> None:
    roster = Roster(PLAN)
    roster = edits.apply(roster, edits.assign(roster, ONE, ANN))
    roster = edits.apply(roster, edits.assign(roster, TWO, BOB))
    roster = edits.apply(roster, edits.swap(roster, ONE, TWO))
    assert (roster.holder(ONE), roster.holder(TWO)) == (BOB, ANN)
    roster = edits.apply(roster, edits.swap(roster, TWO, THREE))
    assert (roster.holder(TWO), roster.holder(THREE)) == (None, ANN)
    roster = edits.apply(roster, edits.clear(roster, [ONE, TWO, THREE]))
    assert roster.assignments == {}


def test_a_locked_duty_is_not_moved_by_anything_but_a_substitution() -> None:
    roster = Roster(PLAN, {ONE: Assignment(ANN, locked=True), TWO: Assignment(BOB)})
    for attempt in (
        lambda: edits.assign(roster, ONE, BOB),
        lambda: edits.clear(roster, [TWO, ONE]),
        lambda: edits.swap(roster, TWO, ONE),
    ):
        with pytest.raises(DomainError) as refused:
            attempt()
        assert refused.value.code is ErrorCode.DUTY_LOCKED
    proposal = Proposal(PLAN.period.id, {ONE: BOB, TWO: ANN})
    accepted = edits.apply(roster, edits.accept_proposal(roster, proposal))
    assert (accepted.holder(ONE), accepted.holder(TWO)) == (ANN, ANN)
    stood_in = edits.apply(roster, edits.substitute(roster, ONE, BOB))
    assert stood_in.assignments[ONE] == Assignment(BOB, Origin.SUBSTITUTION, locked=True)


def test_an_edit_made_on_an_older_roster_is_refused_and_names_the_duty() -> None:
    roster = Roster(PLAN)
    mine = edits.assign(roster, ONE, ANN)
    colleague = edits.apply(roster, edits.assign(roster, ONE, BOB))
    with pytest.raises(StaleEdit) as refused:
        edits.apply(colleague, mine)
    assert refused.value.facts["duty_ids"] == (ONE,)


def test_locking_passes_over_what_is_vacant_or_locked_already() -> None:
    roster = Roster(PLAN, {ONE: Assignment(ANN, locked=True), TWO: Assignment(BOB)})
    edit = edits.set_locked(roster, [ONE, TWO, THREE], locked=True)
    assert edit.duty_ids == {TWO}
    with pytest.raises(DomainError) as refused:
        edits.set_locked(edits.apply(roster, edit), [ONE, TWO, THREE], locked=True)
    assert refused.value.code is ErrorCode.NOTHING_TO_CHANGE


def test_a_duty_of_another_period_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        edits.assign(Roster(PLAN), DutyId(10**9), ANN)
    assert refused.value.code is ErrorCode.UNKNOWN_DUTY


def test_accepting_a_proposal_keeps_what_it_does_not_change() -> None:
    roster = Roster(PLAN, {ONE: Assignment(ANN, Origin.HAND)})
    edit = edits.accept_proposal(roster, Proposal(PLAN.period.id, {ONE: ANN, TWO: BOB}))
    assert edit.duty_ids == {TWO}
    assert edits.apply(roster, edit).assignments[ONE] == Assignment(ANN, Origin.HAND)


def test_a_roster_value_is_never_changed_in_place() -> None:
    roster = Roster(PLAN, {ONE: Assignment(ANN)})
    before = replace(roster)
    edits.apply(roster, edits.clear(roster, [ONE]))
    assert roster == before
