"""Places from the desk: order, patterns with their shift types, and what a change of demand would cost."""

from dataclasses import replace
from datetime import date

from desk_cases import Office

from roster_app.domain import edits
from roster_app.domain.ids import PatternId, ShiftTypeId, new_id
from roster_app.domain.places import ShiftPattern, ShiftType
from roster_app.services.changes import Changes

TUESDAY = date(2020, 4, 7)


def test_checkpoints_are_listed_as_arranged_and_the_rosters_stay(office: Office) -> None:
    services, period = office.services, office.period()
    second = services.places.new_checkpoint(office.team_id, "south gate", None)
    services.places.save_checkpoint(second, ())
    changes = services.places.arrange_checkpoints(office.team_id, [second.id, office.checkpoint.id])
    directory = services.teams.directory(office.team_id)
    assert [c.name for c in directory.checkpoints_in_order] == ["south gate", "north gate"]
    assert changes == Changes(places=True)
    assert len(office.open(period).roster.plan.duties) == 7 * 3 * 2


def test_a_checkpoint_that_the_order_does_not_name_comes_last(office: Office) -> None:
    second = office.services.places.new_checkpoint(office.team_id, "south gate", None)
    office.services.places.save_checkpoint(second, ())
    office.services.places.arrange_checkpoints(office.team_id, [second.id])
    directory = office.services.teams.directory(office.team_id)
    assert [c.name for c in directory.checkpoints_in_order] == ["south gate", "north gate"]


def test_a_pattern_is_stored_with_its_shift_types_in_one_step(office: Office) -> None:
    shift_types = [
        ShiftType(ShiftTypeId(new_id()), office.team_id, "day", "D", 480, 1200),
        ShiftType(ShiftTypeId(new_id()), office.team_id, "night", "N", 1200, 1920),
    ]
    pattern = ShiftPattern(PatternId(new_id()), office.team_id, "two", tuple(s.id for s in shift_types))
    office.services.places.save_pattern(pattern, shift_types)
    directory = office.services.teams.directory(office.team_id)
    assert [directory.shift_type[s].name for s in directory.pattern[pattern.id].shift_type_ids] == ["day", "night"]


def test_a_shift_type_that_nothing_uses_any_more_goes(office: Office) -> None:
    (pattern,) = office.services.teams.directory(office.team_id).patterns
    office.services.places.save_pattern(replace(pattern, shift_type_ids=pattern.shift_type_ids[:2]))
    directory = office.services.teams.directory(office.team_id)
    assert {s.id for s in directory.shift_types} == set(pattern.shift_type_ids[:2])


def test_a_shift_type_leaves_the_open_rosters_before_it_goes(office: Office) -> None:
    period = office.period()
    (pattern,) = office.services.teams.directory(office.team_id).patterns
    changes = office.services.places.save_pattern(replace(pattern, shift_type_ids=pattern.shift_type_ids[:2]))
    assert changes.periods == {period.id}
    assert len(office.open(period).roster.plan.shifts) == 7 * 2
    assert len(office.services.teams.directory(office.team_id).shift_types) == 2


def test_a_shift_type_of_an_archived_roster_stays_for_its_sake(office: Office) -> None:
    period = office.period()
    office.services.rostering.publish(period.id)
    office.services.rostering.close(period.id)
    (pattern,) = office.services.teams.directory(office.team_id).patterns
    office.services.places.save_pattern(replace(pattern, shift_type_ids=pattern.shift_type_ids[:2]))
    directory = office.services.teams.directory(office.team_id)
    assert {s.id for s in directory.shift_types} == set(pattern.shift_type_ids)


def test_what_a_smaller_demand_would_cost_is_told_and_nothing_is_written(office: Office) -> None:
    period = office.period()
    opened = office.open(period)
    for hour in (0, 8):
        opened = office.open(period)
        duty = office.duty(opened, TUESDAY, hour, post=1)
        office.services.rostering.apply_edit(
            period.id, edits.assign(opened.roster, duty, office.people[4 + hour // 8].id)
        )
    directory = opened.directory
    posts = {post.id: post for post in directory.posts}
    without = replace(directory, posts=tuple(replace(p, headcount=int(p.leads)) for p in directory.posts))
    moves = office.services.places.moved_duties(without)
    losses = [m for m in moves if m.is_loss]
    assert moves[:2] == tuple(losses)
    assert {(m.period_id, m.day, m.holder) for m in losses} == {
        (period.id, TUESDAY, office.people[4].id),
        (period.id, TUESDAY, office.people[5].id),
    }
    assert all(m.after is None for m in moves)
    assert len(moves) == sum(not posts[d.post_id].leads for d in opened.roster.plan.duties)
    assert office.services.places.moved_duties(directory) == ()
    assert len(office.open(period).roster.assignments) == 2
