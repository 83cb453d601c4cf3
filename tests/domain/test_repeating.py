"""The next week as this one: vacancies stay as they were, locks too, and one step takes it back."""

from datetime import timedelta

import pytest
from small_teams import MONDAY, held, people, plan, post, town

from roster_app.domain.edits import apply
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import VolunteerId
from roster_app.domain.parts import cut
from roster_app.domain.repeating import repeat_week
from roster_app.domain.roster import Assignment

TEAM = town(people(4), [post()])
PLAN = plan(TEAM, days=14)
FIRST = [d for d in PLAN.duties if PLAN.shift_of(d.id).day < MONDAY + timedelta(days=7)]
SECOND = PLAN.duties[len(FIRST) :]


def test_whoever_stands_stands_again_a_week_later() -> None:
    roster = held(PLAN, {d.id: 1 + n % 4 for n, d in enumerate(FIRST) if n})
    locked = SECOND[1].id
    roster = roster.with_changes({locked: Assignment(VolunteerId(4), locked=True)})
    edit = repeat_week(roster, MONDAY)
    after = apply(roster, edit)
    assert after.holder(SECOND[0].id) is None, "a vacancy is no example"
    assert after.holder(locked) == 4
    for like, duty in list(zip(FIRST, SECOND, strict=True))[2:]:
        assert after.holder(duty.id) == roster.holder(like.id)
    assert apply(after, edit.inverse()) == roster


def test_parts_have_no_like_where_the_next_week_is_not_cut() -> None:
    roster = held(PLAN, {FIRST[0].id: 1})
    roster = apply(roster, cut(roster, FIRST[0].id, FIRST[0].span.start + timedelta(hours=4), lambda: 900))
    roster = roster.with_changes({900: Assignment(VolunteerId(2))})  # type: ignore[dict-item]
    after = apply(roster, repeat_week(roster, MONDAY))
    assert after.holder(SECOND[0].id) == 1


def test_nothing_to_repeat_is_refused() -> None:
    with pytest.raises(DomainError, check=lambda error: error.code is ErrorCode.NOTHING_TO_CHANGE):
        repeat_week(held(PLAN, {}), MONDAY)
