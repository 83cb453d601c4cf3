"""What is written in a form, laid over what is stored; two coordinators; steps and their inverses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from place_desk import PlaceWorld

from roster_app.domain.calendar import DayType, SpecialDay
from roster_app.domain.errors import StaleEdit
from roster_app.domain.ids import AreaId, CheckpointId, PatternId, PostId, QualificationId, TeamId
from roster_app.domain.places import Checkpoint, CheckpointKind, DemandWindow, DutyTag, Post
from roster_app.gui.places.checks import check_place
from roster_app.gui.places.edits import DayMark, PlaceEdit, StaffedPlace, carry_out, place_of, same, wished
from roster_app.gui.places.merging import merged
from roster_app.gui.places.written import WrittenPlace, WrittenPost, WrittenWindow

PLACE = CheckpointId(7)
STORED = StaffedPlace(
    Checkpoint(PLACE, TeamId(1), "gate", CheckpointKind.SUPPLIES, AreaId(2), PatternId(3), "8218", "road", 4, 5),
    (
        Post(
            PostId(11),
            PLACE,
            "lead",
            1,
            frozenset({QualificationId(21)}),
            (),
            frozenset({DutyTag.SUPPLIES}),
            True,
            True,
            minimum=1,
            reserve=True,
        ),
        Post(
            PostId(12),
            PLACE,
            "help",
            2,
            windows=(DemandWindow(1320, 1800, 1, frozenset({DayType.HOLIDAY}), 0, 3),),
            order=1,
            minimum=1,
            maximum=4,
        ),
    ),
)
BASE = WrittenPlace.of(STORED)


def test_what_is_written_says_all_that_is_stored() -> None:
    assert BASE.place(STORED.checkpoint) == STORED


def test_new_words_become_what_was_made_for_them() -> None:
    helper = replace(BASE.posts[1], requires=frozenset({"medic"}))
    written = replace(BASE, area="east", pattern="two_by_twelve", posts=(helper,))

    place = written.place(
        STORED.checkpoint, area_id=AreaId(9), pattern_id=PatternId(8), made={"medic": QualificationId(7)}
    )

    assert written.new_qualifications == ("medic",)
    assert (place.checkpoint.area_id, place.checkpoint.pattern_id) == (9, 8)
    assert place.posts[0].requires == {7}


def test_limits_give_way_to_the_number_wanted() -> None:
    fewer = replace(BASE.posts[1], headcount=0, windows=(replace(BASE.posts[1].windows[0], headcount=5),))

    post = fewer.post(PLACE, 0, {})

    assert (post.minimum, post.headcount, post.maximum) == (0, 0, 4)
    assert (post.windows[0].minimum, post.windows[0].headcount, post.windows[0].maximum) == (0, 5, 5)


def test_the_leading_post_comes_first() -> None:
    turned = replace(BASE, posts=BASE.posts[::-1])

    assert [(p.name, p.order) for p in turned.place(STORED.checkpoint).posts] == [("lead", 0), ("help", 1)]


def test_ones_own_changes_are_laid_over_those_of_a_colleague() -> None:
    mine = replace(BASE, name="north gate", posts=(replace(BASE.posts[0], headcount=2), BASE.posts[1]))
    theirs = replace(BASE, phone="110", posts=(*BASE.posts, WrittenPost(PostId(13), "new")))

    laid = mine.rebased(BASE, theirs)

    assert (laid.name, laid.phone) == ("north gate", "110")
    assert [(p.name, p.headcount) for p in laid.posts] == [("lead", 2), ("help", 2), ("new", 1)]
    assert mine.contested(BASE, theirs) == ("posts",)
    assert mine.contested(BASE, replace(BASE, name="north gate", phone="110")) == ()


def test_parts_one_removed_stay_removed_and_parts_one_changed_stay() -> None:
    one, two, three = (WrittenPost(PostId(n), str(n)) for n in (1, 2, 3))
    changed = replace(two, headcount=5)

    assert merged((changed, three), (one, two, three), (one, three)) == (changed, three)
    assert merged((one, two), (one, two), (one,)) == (one,)


def test_what_keeps_a_checkpoint_from_being_stored_is_grave() -> None:
    night = WrittenWindow(480, 480, 1)
    posts = (WrittenPost(PostId(1), " "), WrittenPost(PostId(2), "a", windows=(night,)), WrittenPost(PostId(3), "a"))

    remarks = check_place(WrittenPlace("", posts=posts), ())

    assert [(r.field, r.part, r.grave) for r in remarks] == [
        ("name", 0, True),
        ("name", 1, True),
        ("name", 2, False),
        ("name", 3, False),
    ]
    assert [r.grave for r in check_place(WrittenPlace("x"), {"x"})] == [False]


def test_a_step_and_its_inverse_leave_everything_as_it_was(desk: PlaceWorld) -> None:
    before = desk.directory
    place = place_of(desk.checkpoint("北门").id, before)
    assert place is not None
    fewer = StaffedPlace(replace(place.checkpoint, name="大门"), place.posts[:1])
    edit = PlaceEdit("step", place, fewer)

    carry_out(edit, desk.services, before)
    changed = place_of(place.checkpoint.id, desk.directory)
    carry_out(edit.inverse(), desk.services, desk.directory)

    assert same(changed, fewer)
    assert same(place_of(place.checkpoint.id, desk.directory), place)
    assert desk.directory.checkpoints_in_order[0].name == "北门"


def test_a_step_is_refused_where_a_colleague_was_faster(desk: PlaceWorld) -> None:
    place = place_of(desk.checkpoint("北门").id, desk.directory)
    assert place is not None
    theirs = StaffedPlace(replace(place.checkpoint, phone="110"), place.posts)
    carry_out(PlaceEdit("theirs", place, theirs), desk.services, desk.directory)

    with pytest.raises(StaleEdit):
        carry_out(PlaceEdit("mine", place, None), desk.services, desk.directory)


def test_a_wish_shows_the_team_as_it_would_be(desk: PlaceWorld) -> None:
    directory = desk.directory
    place = place_of(desk.checkpoint("北门").id, directory)
    assert place is not None
    day = DayMark(date(2020, 4, 20), None)
    mark = PlaceEdit("mark", day, DayMark(day.day, SpecialDay(DayType.HOLIDAY)))

    fewer = PlaceEdit("fewer", place, StaffedPlace(place.checkpoint, (replace(place.posts[0], headcount=3),)))

    assert wished(PlaceEdit("remove", place, None), directory) == directory
    assert [p.headcount for p in wished(fewer, directory).posts if p.checkpoint_id == place.checkpoint.id] == [1, 3]
    assert wished(mark, directory).days.type_of(day.day) is DayType.HOLIDAY
