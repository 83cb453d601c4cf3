"""Editions: a check code changes if and only if what hangs at the checkpoint does."""

from datetime import datetime

from small_teams import people, plan, post, town

from roster_app.domain import edits
from roster_app.domain.editions import CODE_LENGTH, check_codes, differences, new_edition
from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.roster import Roster

TEAM = town(people(3), [post(1, 1), post(2, 2)], checkpoints=2)
PLAN = plan(TEAM)
HERE, THERE = CheckpointId(1), CheckpointId(2)


def test_an_edit_changes_the_code_of_its_checkpoint_alone_and_undo_restores_it() -> None:
    roster = Roster(PLAN)
    edit = edits.assign(roster, PLAN.duties[0].id, VolunteerId(1))
    before, after = check_codes(roster), check_codes(edits.apply(roster, edit))
    assert before[HERE] != after[HERE]
    assert before[THERE] == after[THERE]
    assert check_codes(edits.apply(edits.apply(roster, edit), edit.inverse())) == before


def test_a_code_is_short_and_has_no_letter_to_confuse() -> None:
    (code, _) = check_codes(Roster(PLAN)).values()
    assert len(code) == CODE_LENGTH
    assert not set(code) & set("0O1I")


def test_the_difference_to_an_edition_is_told_duty_by_duty() -> None:
    roster = Roster(PLAN)
    edition = new_edition(roster, 1, datetime(2020, 4, 1), "desk")
    assert differences(edition, roster) == ()
    changed = edits.apply(roster, edits.assign(roster, PLAN.duties[3].id, VolunteerId(2)))
    (change,) = differences(edition, changed)
    assert (change.duty_id, change.before) == (PLAN.duties[3].id, None)
