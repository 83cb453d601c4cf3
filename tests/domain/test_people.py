"""People: when they can stand, how they are named, how they are found."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_teams import TEAM

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import AvailabilityId, LeaveId, VolunteerId
from roster_app.domain.people import (
    Availability,
    AvailabilityKind,
    Leave,
    Volunteer,
    display_names,
    masked_phone,
)
from roster_app.domain.timespan import Span, span_on, whole_days
from roster_app.domain.timetable import timetable

WHO = VolunteerId(1)
APRIL = whole_days(date(2020, 4, 1), date(2020, 4, 30))
MONDAY = date(2020, 4, 6)


def says(kind: AvailabilityKind, first: Span, rule: str = "", except_on: tuple[date, ...] = ()) -> Availability:
    return Availability(AvailabilityId(1), WHO, kind, first, rule, except_on)


def test_a_weekly_rule_blocks_each_of_its_days_but_the_exceptions() -> None:
    mornings = says(
        AvailabilityKind.UNAVAILABLE, span_on(MONDAY, 480, 720), "FREQ=WEEKLY;BYDAY=MO", (date(2020, 4, 20),)
    )
    blocked = timetable(WHO, [mornings], [], APRIL).blocked
    assert [b.start.date().day for b in blocked] == [6, 13, 27]


def test_days_beside_the_rule_count_once_and_yield_to_exceptions() -> None:
    extra = (date(2020, 4, 6), date(2020, 4, 9), date(2020, 4, 30), date(2020, 4, 20))
    mornings = replace(
        says(AvailabilityKind.UNAVAILABLE, span_on(MONDAY, 480, 720), "FREQ=WEEKLY;BYDAY=MO", (date(2020, 4, 20),)),
        also_on=extra,
    )
    assert [s.start.date().day for s in mornings.within(APRIL)] == [6, 9, 13, 27, 30]
    assert mornings.within(APRIL)[1] == span_on(date(2020, 4, 9), 480, 720)
    once = replace(says(AvailabilityKind.WANTED, span_on(MONDAY, 0, 60)), also_on=(date(2020, 4, 8),))
    assert [s.start.date().day for s in once.within(APRIL)] == [6, 8]


def test_an_occurrence_that_began_before_the_window_still_counts() -> None:
    night = says(AvailabilityKind.UNAVAILABLE, span_on(date(2020, 3, 30), 1320, 1800), "FREQ=DAILY")
    first = timetable(WHO, [night], [], APRIL).blocked[0]
    assert first == span_on(date(2020, 3, 31), 1320, 1800)


def test_whoever_names_available_times_is_blocked_outside_them() -> None:
    weekend = says(AvailabilityKind.AVAILABLE, span_on(date(2020, 4, 4), 0, 1440), "FREQ=WEEKLY;BYDAY=SA,SU")
    table = timetable(WHO, [weekend], [], APRIL)
    assert table.blocks(span_on(date(2020, 4, 10), 0, 480)) is not None
    assert table.blocks(span_on(date(2020, 4, 11), 0, 480)) is None
    assert table.blocks(span_on(date(2020, 4, 12), 1320, 1800)) is not None


def test_whoever_says_nothing_can_always_stand() -> None:
    assert timetable(WHO, [], [], APRIL).blocks(APRIL) is None


def test_leave_is_found_by_the_duty_it_touches() -> None:
    leave = Leave(LeaveId(1), WHO, whole_days(date(2020, 4, 8), date(2020, 4, 9)))
    table = timetable(WHO, [], [leave], APRIL)
    assert table.leave_during(span_on(date(2020, 4, 7), 1320, 1800)) == leave
    assert table.leave_during(span_on(date(2020, 4, 10), 0, 480)) is None


def test_a_rule_that_is_none_is_refused() -> None:
    nonsense = says(AvailabilityKind.UNAVAILABLE, span_on(MONDAY, 0, 60), "FREQ=SOMETIMES")
    with pytest.raises(DomainError) as refused:
        timetable(WHO, [nonsense], [], APRIL)
    assert refused.value.code is ErrorCode.BAD_RECURRENCE


def test_membership_includes_the_first_and_the_last_day() -> None:
    person = Volunteer(WHO, TEAM, "王芳", joined=date(2020, 4, 2), left=date(2020, 4, 8))
    assert [person.member_on(date(2020, 4, d)) for d in (1, 2, 8, 9)] == [False, True, True, False]


def test_namesakes_are_told_apart_by_affiliation_then_by_phone() -> None:
    namesakes = [
        Volunteer(VolunteerId(1), TEAM, "张伟", "颐和"),
        Volunteer(VolunteerId(2), TEAM, "张伟", "横岗", phone="13000000002"),
        Volunteer(VolunteerId(3), TEAM, "张伟", "横岗", phone="13000000003"),
        Volunteer(VolunteerId(4), TEAM, "李明", "横岗"),
    ]
    assert list(display_names(namesakes).values()) == ["张伟(颐和)", "张伟(0002)", "张伟(0003)", "李明"]


@given(st.lists(st.tuples(st.sampled_from("ab"), st.sampled_from(["", "x", "y"]), st.sampled_from(["", "12345"]))))
def test_display_names_never_collide(rows: list[tuple[str, str, str]]) -> None:
    everyone = [Volunteer(VolunteerId(n), TEAM, name, unit, phone=ph) for n, (name, unit, ph) in enumerate(rows)]
    names = display_names(everyone)
    assert len(set(names.values())) == len(everyone)


@pytest.mark.parametrize(
    ("phone", "masked"), [("13812341234", "138****1234"), ("82180110", "******10"), ("", ""), ("7", "7")]
)
def test_phones_are_masked(phone: str, masked: str) -> None:
    assert masked_phone(phone) == masked


@pytest.mark.parametrize("words", ["欧阳", "ouyang", "OuYangShao", "oysd", "0123", "少 东"])
def test_a_person_is_found_by(words: str) -> None:
    person = Volunteer(WHO, TEAM, "欧阳少东", phone="13000000123", pinyin="ou yang shao dong")
    assert person.matches(words)
    assert not replace(person, name="李明", pinyin="li ming", phone="13000000999").matches(words)


def test_a_name_is_required() -> None:
    with pytest.raises(DomainError) as refused:
        Volunteer(WHO, TEAM, "  ")
    assert refused.value.code is ErrorCode.EMPTY_NAME
