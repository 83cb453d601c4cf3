"""Who may be one person entered twice, and what one person made of two says."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.ids import CheckpointId, DutyId, PostId, QualificationId, ShiftId, TeamId, VolunteerId
from roster_app.domain.people import Gender, Volunteer
from roster_app.domain.records import clashes, record_of
from roster_app.domain.roster import Stint
from roster_app.domain.team import TeamRules
from roster_app.domain.timespan import span_on
from roster_app.domain.twins import Sign, TwinFinder, merged, possible_twins

TEAM = TeamId(1)


def person(number: int, name: str, affiliation: str = "", phone: str = "", pinyin: str = "") -> Volunteer:
    return Volunteer(VolunteerId(number), TEAM, name, affiliation, phone=phone, pinyin=pinyin)


@pytest.mark.parametrize(
    ("one", "other", "signs"),
    [
        (person(1, "张伟"), person(2, "张伟", "颐和"), {Sign.SAME_NAME}),
        (person(1, "张伟", "颐和", "13800000001"), person(2, "张伟", "颐和", "13800000002"),
         {Sign.SAME_NAME, Sign.SAME_AFFILIATION}),
        (person(1, "张 伟", phone="+86 138 0000 0001"), person(2, "张伟", phone="13800000001"),
         {Sign.SAME_NAME, Sign.SAME_PHONE}),
        (person(1, "许煜竣"), person(2, "许煜焌"), {Sign.NEAR_NAME}),
        (person(1, "许煜竣", pinyin="xu yu jun"), person(2, "许昱君", pinyin="xu yu jun"), {Sign.SAME_SOUND}),
        (person(1, "张薇", phone="13800000001"), person(2, "张巍", phone="13800000001"),
         {Sign.NEAR_NAME, Sign.SAME_PHONE}),
    ],
)  # fmt: skip
def test_two_who_may_be_one(one: Volunteer, other: Volunteer, signs: set[Sign]) -> None:
    (found,) = possible_twins([other, one])
    assert (found.one, found.other, found.signs) == (1, 2, signs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (person(1, "张伟", "颐和", "13800000001"), person(2, "张伟", "横岗", "13800000002")),
        (person(1, "张薇", pinyin="zhang wei"), person(2, "张伟", pinyin="zhang wei")),
        (person(1, "李明", phone="82180110"), person(2, "王芳", phone="82180110")),
        (person(1, "李明"), person(2, "李月")),
    ],
)
def test_two_who_are_told_apart_or_have_too_little_in_common(one: Volunteer, other: Volunteer) -> None:
    assert possible_twins([one, other]) == ()


def test_the_likest_come_first_and_each_pair_once() -> None:
    people = [person(1, "许煜竣", "横岗"), person(2, "许煜焌"), person(3, "许煜竣", "横岗", "1380000")]
    assert [(t.one, t.other) for t in possible_twins(people)] == [(1, 3), (1, 2), (2, 3)]


@given(st.lists(st.tuples(st.sampled_from(["许煜竣", "许煜焌", "张伟"]), st.sampled_from(["", "a", "b"]),
                          st.sampled_from(["", "123", "456"])), max_size=7))  # fmt: skip
def test_the_order_of_the_list_does_not_matter(rows: list[tuple[str, str, str]]) -> None:
    people = [person(n, *row) for n, row in enumerate(rows, start=1)]
    assert possible_twins(people) == possible_twins(people[::-1])


ROWS = st.tuples(st.integers(1, 5), st.sampled_from(["许煜竣", "许煜焌", "张伟", "张薇"]), st.sampled_from(["", "123"]))


@given(st.lists(st.lists(ROWS, max_size=5, unique_by=lambda row: row[0]), max_size=5))
def test_a_finder_kept_in_step_finds_what_a_new_one_finds(teams: list[list[tuple[int, str, str]]]) -> None:
    finder = TwinFinder()
    for rows in teams:
        people = [person(number, name, phone=phone) for number, name, phone in rows]
        finder.update(people)
        assert finder.twins == possible_twins(people)


def test_one_of_two_says_what_either_says() -> None:
    kept = replace(person(1, "张伟", phone="138"), joined=date(2020, 2, 1), name_consent=True, note="胃病")
    gone = replace(
        person(2, "张玮", "颐和", "139"), gender=Gender.MALE, nights_allowed=False, joined=date(2020, 1, 1),
        qualifications=frozenset({QualificationId(5)}), note="司机", phone_consent=True,
    )  # fmt: skip

    one = merged(kept, gone)

    assert (one.id, one.name, one.affiliation, one.phone) == (1, "张伟", "颐和", "138")
    assert (one.nights_allowed, one.name_consent, one.phone_consent, one.gender) == (False, False, False, Gender.MALE)
    assert (one.joined, one.note, one.qualifications) == (date(2020, 1, 1), "胃病\n司机", {5})


def stint(day: int, start: int, length: int = 480) -> Stint:
    span = span_on(date(2020, 4, day), start, start + length)
    here = (DutyId(day), VolunteerId(1), CheckpointId(1), PostId(1), ShiftId(1))
    return Stint(span, date(2020, 4, day), *here)


def test_a_record_counts_what_has_begun_and_lists_what_comes() -> None:
    now = datetime(2020, 4, 8, 9, 30)
    stints = [stint(9, 480), stint(8, 480), stint(7, 1320), stint(20, 480)]
    long_ago = replace(stint(1, 480), span=span_on(date(2020, 3, 1), 480, 960))

    record = record_of([*stints, long_ago], TeamRules(), now)

    assert [s.day.day for s in record.ahead] == [9, 20]
    assert [s.day.day for s in record.over] == [8, 7, 1]
    assert (record.minutes, record.recent_minutes, record.nights, record.minutes_ahead) == (1440, 960, 1, 960)


def test_nobody_stands_twice_at_one_time() -> None:
    early, late = stint(8, 480), stint(8, 720)
    touching = replace(early, span=span_on(date(2020, 4, 8), 960, 1000))
    assert clashes([early], [late, touching]) == ((early, late),)
