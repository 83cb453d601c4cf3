"""Places: what is refused while in use, and what a removal takes along."""

from dataclasses import replace

import pytest
from teams import NOON, refused, small_team, store, with_roster

from roster_app.domain import edits
from roster_app.domain.errors import ErrorCode, StaleEdit
from roster_app.domain.ids import new_id
from roster_app.domain.places import Area, Post, ShiftPattern, ShiftType
from roster_app.domain.roster import Edition, Roster
from roster_app.storage import Database

TEAM = small_team()
GATE = TEAM.checkpoints[0]
SOMEBODY = TEAM.volunteers[0]


@pytest.fixture
def stored(database: Database) -> Database:
    with database.work() as work:
        store(work, TEAM)
    return database


@pytest.fixture
def roster(database: Database) -> Roster:
    return with_roster(database)


def test_a_changed_checkpoint_comes_back_with_the_next_version(stored: Database) -> None:
    changed = replace(GATE, phone="110", pattern_id=None)
    with stored.work() as work:
        answer = work.places.update_checkpoint(changed)
        assert answer == replace(changed, version=2) == work.places.get_checkpoint(GATE.id)


def test_of_two_colleagues_at_a_checkpoint_the_second_is_told(stored: Database) -> None:
    with stored.work() as work:
        work.places.update_checkpoint(replace(GATE, phone="1"))
    with pytest.raises(StaleEdit, match="stale_record"), stored.work() as work:
        work.places.update_checkpoint(replace(GATE, phone="2"))


def test_an_unknown_checkpoint_is_refused(stored: Database) -> None:
    with refused(ErrorCode.UNKNOWN_CHECKPOINT), stored.work() as work:
        work.places.get_checkpoint(404)


def test_posts_are_kept_changed_added_and_removed_by_their_ids(stored: Database) -> None:
    leader, temperature, registration = TEAM.posts
    changed = replace(temperature, headcount=2, requires=leader.requires)
    added = Post(new_id(), GATE.id, "宣传", order=9)
    with stored.work() as work:
        work.places.replace_posts(GATE.id, [leader, changed, added])
        assert set(work.places.posts(TEAM.team.id)) == {leader, changed, added}
    assert registration not in (leader, changed, added)


def test_a_removed_post_takes_its_vacant_duties_along(database: Database, roster: Roster) -> None:
    gone = TEAM.posts[-1]
    with database.work() as work:
        work.places.replace_posts(GATE.id, TEAM.posts[:-1])
        left = work.rosters.load(roster.period.id).plan.duties
    assert left == tuple(duty for duty in roster.plan.duties if duty.post_id != gone.id)


def test_a_post_somebody_stands_at_cannot_be_removed(database: Database, roster: Roster) -> None:
    duty = next(duty for duty in roster.plan.duties if duty.post_id == TEAM.posts[1].id)
    with database.work() as work:
        work.rosters.apply(roster.period.id, edits.assign(roster, duty.id, SOMEBODY.id), author="李", at=NOON)
    with refused(ErrorCode.IN_USE, name=TEAM.posts[1].name), database.work() as work:
        work.places.replace_posts(GATE.id, [])
    with database.reading() as work:
        assert len(work.places.posts(TEAM.team.id)) == len(TEAM.posts)


def test_a_checkpoint_nobody_ever_stood_at_goes_with_its_posts_and_duties(database: Database, roster: Roster) -> None:
    with database.work() as work:
        work.places.remove_checkpoint(GATE.id)
    with database.reading() as work:
        assert not work.places.posts(TEAM.team.id)
        assert not work.rosters.load(roster.period.id).plan.shifts


def test_a_checkpoint_somebody_stood_at_in_an_edition_stays(database: Database, roster: Roster) -> None:
    edition = Edition(new_id(), roster.period.id, 1, NOON, "李", {roster.plan.duties[0].id: SOMEBODY.id})
    with database.work() as work:
        work.rosters.add_edition(edition)
    with refused(ErrorCode.IN_USE, name=GATE.name), database.work() as work:
        work.places.remove_checkpoint(GATE.id)


def test_travel_times_go_with_their_checkpoint(stored: Database) -> None:
    other = replace(GATE, id=new_id())
    with stored.work() as work:
        work.places.add_checkpoint(other)
        work.teams.set_rules(TEAM.team.id, replace(TEAM.rules, travel={frozenset({GATE.id, other.id}): 20}))
        work.places.remove_checkpoint(other.id)
        assert work.teams.rules(TEAM.team.id) == TEAM.rules


def test_an_area_where_somebody_lives_cannot_be_removed(stored: Database) -> None:
    area = Area(new_id(), TEAM.team.id, "空地", 9)
    with refused(ErrorCode.IN_USE, name=TEAM.areas[1].name), stored.work() as work:
        work.places.remove_area(TEAM.areas[1].id)
    with stored.work() as work:
        work.places.add_area(area)
        work.places.update_area(replace(area, name="空地二"))
        work.places.remove_area(area.id)
        assert work.places.areas(TEAM.team.id) == TEAM.areas


def test_nobody_changes_an_area_that_was_removed(stored: Database) -> None:
    with pytest.raises(StaleEdit) as told, stored.work() as work:
        work.places.update_area(Area(404, TEAM.team.id, "空地"))
    assert told.value.facts["name"] == "空地"


def test_shift_types_and_patterns_in_use_cannot_be_removed(stored: Database) -> None:
    with refused(ErrorCode.IN_USE, name=TEAM.shift_types[0].name), stored.work() as work:
        work.places.remove_shift_type(TEAM.shift_types[0].id)
    with refused(ErrorCode.IN_USE, name=TEAM.patterns[0].name), stored.work() as work:
        work.places.remove_pattern(TEAM.patterns[0].id)


def test_a_shift_type_a_roster_uses_cannot_be_removed(database: Database, roster: Roster) -> None:
    early, middle, night = TEAM.shift_types
    with database.work() as work:
        work.places.update_pattern(replace(TEAM.patterns[0], shift_type_ids=(middle.id, night.id)))
    with refused(ErrorCode.IN_USE, name=early.name), database.work() as work:
        work.places.remove_shift_type(early.id)


def test_a_pattern_keeps_the_order_of_its_shift_types(stored: Database) -> None:
    late = ShiftType(new_id(), TEAM.team.id, "晚班", "晚", 1050, 1500)
    pattern = ShiftPattern(new_id(), TEAM.team.id, "四班", (TEAM.shift_types[2].id, TEAM.shift_types[0].id))
    changed = replace(pattern, shift_type_ids=(late.id, *pattern.shift_type_ids))
    with stored.work() as work:
        work.places.add_shift_type(late)
        work.places.add_pattern(pattern)
        work.places.update_shift_type(replace(late, code="L"))
        work.places.update_pattern(changed)
    with stored.work() as work:
        assert work.places.patterns(TEAM.team.id) == (*TEAM.patterns, changed)
        work.places.remove_pattern(pattern.id)
        work.places.remove_shift_type(late.id)
        assert work.places.shift_types(TEAM.team.id) == TEAM.shift_types
