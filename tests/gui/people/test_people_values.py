"""The pure parts of the page: what is written, what is striking, who is wanted, what a draft keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.ids import AreaId, LeaveId, QualificationId, TeamId, VolunteerId
from roster_app.domain.people import Gender, Leave, Qualification, Team, Volunteer
from roster_app.domain.team import Directory
from roster_app.domain.timespan import whole_days
from roster_app.domain.twins import TwinFinder, phone_digits, possible_twins
from roster_app.gui.people.checks import check_against_others, check_words
from roster_app.gui.people.drafts import Drafts
from roster_app.gui.people.filtering import Wanted
from roster_app.gui.people.notices import notices
from roster_app.gui.people.rows import person_of
from roster_app.gui.people.written import Written

TEAM = TeamId(1)
TODAY = date(2020, 4, 14)
LEADER, MEDIC = QualificationId(11), QualificationId(12)


def person(number: int, name: str = "何平", **facts: object) -> Volunteer:
    return Volunteer(VolunteerId(number), TEAM, name, **facts)  # type: ignore[arg-type]


def team(*people: Volunteer, leaves: tuple[Leave, ...] = ()) -> Directory:
    qualifications = (Qualification(LEADER, TEAM, "负责人", leads=True), Qualification(MEDIC, TEAM, "医务"))
    return Directory(Team(TEAM, "横三突击队"), people, qualifications=qualifications, leaves=leaves)


words = st.text("何平张伟 abc", max_size=6)
written = st.builds(
    Written, name=words, affiliation=words, title=words, area_id=st.none() | st.integers(1, 3).map(AreaId),
    qualifications=st.frozensets(st.sampled_from(["11", "12"])), phone=words, nights_allowed=st.booleans(),
    gender=st.sampled_from(Gender), new=st.booleans(), name_consent=st.booleans(), phone_consent=st.booleans(),
    joined=st.none() | st.dates(), left=st.none() | st.dates(),
    note=words,
)  # fmt: skip


def test_the_form_says_of_a_person_what_is_stored() -> None:
    stored = person(
        1,
        "何平",
        affiliation="颐和",
        qualifications=frozenset({LEADER}),
        phone="138",
        left=TODAY,
        note="x",
        gender=Gender.FEMALE,
        new=True,
        name_consent=True,
        phone_consent=True,
    )

    assert Written.of(stored).laid_over(stored) == stored


def test_new_words_become_the_qualifications_made_for_them() -> None:
    form = replace(Written.of(person(1)), qualifications=frozenset({"11", "会开车"}))

    assert form.new_qualifications == ("会开车",)
    assert form.laid_over(person(1), [QualificationId(99)]).qualifications == {LEADER, QualificationId(99)}


@given(base=written, mine=written, theirs=written)
def test_own_changes_lie_over_a_colleague_s(base: Written, mine: Written, theirs: Written) -> None:
    merged = mine.rebased(base, theirs)

    own = set(mine.changed_from(base))
    for field in Written.__dataclass_fields__:
        assert getattr(merged, field) == getattr(mine if field in own else theirs, field)


@pytest.mark.parametrize(
    ("name", "phone", "fields"),
    [
        ("何平", "13800000001", []),
        (" ", "", ["name"]),
        ("何平", "+86 138-0000 0001", []),
        ("何平", "一三八", ["phone"]),
    ],
)
def test_words_that_cannot_be_stored_are_said(name: str, phone: str, fields: list[str]) -> None:
    assert [r.field for r in check_words(name, phone) if r.grave] == fields


def test_namesakes_near_names_and_shared_numbers_are_striking_and_allowed() -> None:
    others = [
        person(2, "许煜竣", affiliation="颐和", phone="13800000002"),
        person(3, "许煜焌"),
        person(4, "何平", phone="13800000009"),
    ]

    remarks = check_against_others(person(1, "许煜竣", phone="+86 13800000009"), TwinFinder(others))

    assert [(r.field, r.grave) for r in remarks] == [("name", False), ("name", False), ("phone", False)]
    told = [r.sentence for r in remarks]
    assert "许煜竣(颐和)" in told[0]
    assert "许煜焌" in told[1]
    assert "何平" in told[2]


def test_a_person_is_not_striking_beside_himself() -> None:
    me = person(1, "许煜竣", phone="13800000002")

    assert check_against_others(me, TwinFinder([me])) == []


def test_nobody_leaves_before_he_comes() -> None:
    remarks = check_against_others(person(1, joined=date(2020, 4, 2), left=date(2020, 4, 1)), TwinFinder())

    assert [(r.field, r.grave) for r in remarks] == [("left", True)]


@pytest.mark.parametrize(
    ("phone", "digits"),
    [("138 0000-0001", "13800000001"), ("+8613800000001", "13800000001"), ("020-86000000", "02086000000"), ("", "")],
)
def test_phones_are_compared_by_their_digits(phone: str, digits: str) -> None:
    assert phone_digits(phone) == digits


@pytest.mark.parametrize(
    ("wanted", "met"),
    [
        (Wanted(), True),
        (Wanted(areas=frozenset({AreaId(1), None})), True),
        (Wanted(areas=frozenset({None})), False),
        (Wanted(qualifications=frozenset({LEADER})), True),
        (Wanted(qualifications=frozenset({LEADER, MEDIC})), False),
        (Wanted(only=frozenset({VolunteerId(1)})), True),
        (Wanted(only=frozenset()), False),
    ],
)
def test_people_are_found_by_areas_and_qualifications(wanted: Wanted, met: bool) -> None:
    found = person(
        1, "张伟", affiliation="颐和社区", pinyin="zhang wei", phone="13800000001", qualifications=frozenset({LEADER}),
        area_id=None,
    )  # fmt: skip
    directory = team(found)
    row = person_of(replace(found, area_id=AreaId(1)) if wanted.areas else found, _with_area(directory), TODAY)

    assert wanted.meets(row) is met


def test_those_who_have_left_are_shown_on_request_only() -> None:
    gone = person(1, left=date(2020, 4, 13))
    row = person_of(gone, team(gone), TODAY)

    assert not Wanted().meets(row)
    assert Wanted(former=True).meets(row)


def test_a_draft_waits_for_its_person_and_for_nobody_else() -> None:
    drafts, stored = Drafts(), person(1)
    base = Written.of(stored)
    drafts.keep(stored, base, replace(base, note="half written"))
    drafts.keep(person(2), Written.of(person(2)), Written.of(person(2)))
    drafts.keep(None, Written(), Written(name="新人"))
    directory = team(stored, person(2))

    assert drafts.names(directory) == ["何平#1", "新人"]
    assert drafts.take(person(2)) is None
    waiting = drafts.take(replace(stored, phone="138", version=2))
    assert waiting is not None
    assert (waiting.note, waiting.phone) == ("half written", "138")
    assert drafts.take_new() == Written(name="新人")
    assert drafts.names(directory) == []


def test_what_is_striking_about_a_team_leads_to_the_people() -> None:
    people = (
        person(1, "许煜竣", phone="13800000001"), person(2, "许煜焌", phone="13800000001"), person(3, "何平"),
        person(4, "区志明", phone="13800000004", left=date(2020, 4, 1)),
    )  # fmt: skip
    leave = Leave(LeaveId(1), VolunteerId(3), whole_days(date(2020, 4, 13), TODAY))

    found = {
        n.head: (n.kind, sorted(n.volunteer_ids))
        for n in notices(team(*people, leaves=(leave,)), TODAY, possible_twins(people))
    }

    assert found == {
        "No leader": ("act", [1, 2, 3]),
        "Possible duplicates": ("plain", [1, 2]),
        "One phone for several": ("look", [1, 2]),
        "No phone": ("plain", [3]),
        "On leave today": ("plain", [3]),
    }


def test_a_team_in_order_is_not_striking() -> None:
    people = (
        person(1, "许煜竣", phone="13800000001", qualifications=frozenset({LEADER})),
        person(2, phone="1380000000"),
    )

    assert notices(team(*people), TODAY) == []
    assert notices(team(), TODAY) == []


def _with_area(directory: Directory) -> Directory:
    from roster_app.domain.places import Area

    return replace(directory, areas=(Area(AreaId(1), TEAM, "横岗"),))
