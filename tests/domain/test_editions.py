"""Editions: a check code changes if and only if what hangs at the checkpoint does."""

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st
from small_teams import people, plan, post, town

from roster_app.domain import edits
from roster_app.domain.editions import CODE_LENGTH, check_codes, in_force_since, new_edition, newest
from roster_app.domain.ids import CheckpointId, VolunteerId
from roster_app.domain.roster import Assignment, Roster

TEAM = town(people(3), [post(1, 1), post(2, 2)], checkpoints=2)
PLAN = plan(TEAM)
NOW = datetime(2020, 4, 1)
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


def test_the_newest_edition_has_the_highest_number() -> None:
    first, second = (new_edition(Roster(PLAN), number, NOW, "desk") for number in (1, 2))
    assert newest(()) is None
    assert newest((second, first)) == second
    assert newest((second, first), before=2) == first
    assert newest((second, first), before=1) is None


def test_what_was_posted_stays_in_force_until_the_checkpoint_changes() -> None:
    roster = Roster(PLAN)
    changed = edits.apply(roster, edits.assign(roster, PLAN.duties[0].id, VolunteerId(1)))
    editions = [new_edition(r, n, NOW, "desk") for n, r in enumerate((roster, changed, changed), start=1)]
    assert in_force_since(editions, HERE) == 2
    assert in_force_since(editions, THERE) == 1
    assert in_force_since(editions[:1], HERE) == 1
    assert in_force_since(editions, CheckpointId(9)) is None


def test_what_comes_back_is_in_force_only_since_it_came_back() -> None:
    roster = Roster(PLAN)
    changed = edits.apply(roster, edits.assign(roster, PLAN.duties[0].id, VolunteerId(1)))
    editions = [new_edition(r, n, NOW, "desk") for n, r in enumerate((roster, changed, roster), start=1)]
    assert in_force_since(editions, HERE) == 3


seated = st.lists(st.sampled_from([None, *range(1, 4)]), min_size=len(PLAN.duties), max_size=len(PLAN.duties))


def held(holders: list[int | None]) -> Roster:
    """Each duty of the plan by the person of that number, or by nobody."""
    taken = zip(PLAN.duties, holders, strict=True)
    return Roster(PLAN, {duty.id: Assignment(VolunteerId(n)) for duty, n in taken if n})


@given(seated, st.integers(0, len(PLAN.duties) - 1), st.sampled_from([None, 1, 2, 3]))
def test_any_other_holder_changes_the_code_of_that_checkpoint_and_of_no_other(
    holders: list[int | None], at: int, other: int | None
) -> None:
    changed = [*holders[:at], other, *holders[at + 1 :]]
    before, after = check_codes(held(holders)), check_codes(held(changed))
    place = PLAN.shift[PLAN.duties[at].shift_id].checkpoint_id
    assert (before[place] != after[place]) is (holders[at] != other)
    assert {c for c in before if c != place and before[c] != after[c]} == set()
