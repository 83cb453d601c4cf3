"""Places from the desk: what is asked for changes, and the open rosters follow at once."""

from dataclasses import replace
from datetime import date

import pytest
from desk_cases import Office

from roster_app.domain import edits
from roster_app.domain.calendar import DayType, SpecialDay
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import PostId, new_id
from roster_app.domain.places import DemandWindow, Post

TUESDAY = date(2020, 4, 7)


def test_a_new_post_adds_its_duties_to_the_open_draft_and_nobody_loses_a_duty(office: Office) -> None:
    period = office.period()
    opened = office.open(period)
    duty = office.duty(opened, TUESDAY, 8)
    office.services.rostering.apply_edit(period.id, edits.assign(opened.roster, duty, office.people[0].id))
    more = Post(PostId(new_id()), office.checkpoint.id, "register", order=2)
    changes = office.services.places.save_checkpoint(office.checkpoint, (*office.posts, more))
    assert changes.periods == {period.id}
    after = office.open(period)
    assert len(after.roster.plan.duties) == 7 * 3 * 3
    assert after.roster.holder(duty) == office.people[0].id


def test_a_published_roster_follows_from_today_on_only(office: Office) -> None:
    period = office.period()
    office.services.rostering.publish(period.id)
    office.services.places.save_checkpoint(office.checkpoint, (office.posts[0], replace(office.posts[1], headcount=0)))
    days = [office.open(period).roster.plan.shift_of(d.id).day for d in office.open(period).roster.plan.duties]
    assert [days.count(date(2020, 4, d)) for d in (6, 7, 8, 9)] == [6, 6, 3, 3]


def test_a_post_that_is_no_longer_wanted_gives_up_its_people_and_undo_stays_honest(office: Office) -> None:
    period = office.period()
    opened = office.open(period)
    duty = office.duty(opened, TUESDAY, 8, post=1)
    office.services.rostering.apply_edit(period.id, edits.assign(opened.roster, duty, office.people[5].id))
    office.services.places.save_checkpoint(office.checkpoint, (office.posts[0], replace(office.posts[1], headcount=0)))
    assert office.open(period).roster.assignments == {}
    with pytest.raises(DomainError):
        office.services.rostering.undo(period.id)


def test_a_day_set_by_the_coordinator_changes_the_demand_of_that_day(office: Office) -> None:
    busy = replace(office.posts[1], windows=(DemandWindow(0, 1440, 2, frozenset({DayType.HOLIDAY})),))
    office.services.places.save_checkpoint(office.checkpoint, (office.posts[0], busy))
    period = office.period()
    before = len(office.open(period).roster.plan.duties)
    changes = office.services.teams.override_day(office.team_id, TUESDAY, SpecialDay(DayType.HOLIDAY, "ours"))
    assert changes.periods == {period.id}
    assert len(office.open(period).roster.plan.duties) == before + 3


def test_a_checkpoint_is_not_overwritten_by_an_older_copy(office: Office) -> None:
    office.services.places.save_checkpoint(replace(office.checkpoint, name="south gate"), office.posts)
    with pytest.raises(StaleEdit) as refused:
        office.services.places.save_checkpoint(replace(office.checkpoint, name="west gate"), office.posts)
    assert refused.value.code is ErrorCode.STALE_RECORD


def test_a_pattern_in_use_is_not_removed(office: Office) -> None:
    (pattern,) = office.services.teams.directory(office.team_id).patterns
    with pytest.raises(DomainError) as refused:
        office.services.places.remove_pattern(pattern)
    assert refused.value.code is ErrorCode.IN_USE


def test_a_template_is_made_once(office: Office) -> None:
    again = office.services.places.add_from_template(office.team_id, "three_by_eight")
    directory = office.services.teams.directory(office.team_id)
    assert [p.id for p in directory.patterns] == [again]
    assert len(directory.shift_types) == 3


def test_the_last_checkpoint_without_pattern_leaves_an_empty_plan(office: Office) -> None:
    period = office.period()
    office.services.places.save_checkpoint(replace(office.checkpoint, pattern_id=None), office.posts)
    assert office.open(period).roster.plan.duties == ()
