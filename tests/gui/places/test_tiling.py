"""Tilings of the day, held to a count minute by minute."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roster_app.domain.ids import PatternId, ShiftTypeId, TeamId
from roster_app.domain.places import PATTERN_TEMPLATES, Hue, ShiftPattern, ShiftType
from roster_app.gui.places.edits import Tiling
from roster_app.gui.places.pattern_checks import check_pattern
from roster_app.gui.places.tiling import joined_gaps, overlaps, settled
from roster_app.gui.places.words import state_of_pattern, tiling_sentences
from roster_app.gui.places.written_pattern import WrittenPattern, WrittenShift

TEAM = TeamId(1)
times = st.lists(st.tuples(st.integers(0, 47), st.integers(1, 60)), min_size=1, max_size=4)


def shift(number: int, start: int, end: int) -> ShiftType:
    return ShiftType(ShiftTypeId(number), TEAM, f"s{number}", str(number), start, end)


@given(times)
def test_minutes_in_which_two_shifts_run_are_those_counted_one_by_one(found: list[tuple[int, int]]) -> None:
    shift_types = [shift(n, 30 * start, 30 * (start + length)) for n, (start, length) in enumerate(found)]
    running = [0] * 48
    for s in shift_types:
        for step in range(s.start // 30, s.end // 30):
            running[step % 48] += 1
    told = {step % 48 for o in overlaps(shift_types) for step in range(o.start // 30, o.end // 30)}

    assert told == {step for step, number in enumerate(running) if number > 1}


@pytest.mark.parametrize("key", PATTERN_TEMPLATES)
def test_every_template_tiles_the_day(key: str) -> None:
    shift_types = WrittenPattern.of_template(key).shift_types(TEAM)

    assert state_of_pattern(shift_types) == ("The shifts tile the whole day, minute to minute.", "good")


def test_gaps_and_overlaps_are_named() -> None:
    told = tiling_sentences([shift(1, 480, 1020), shift(2, 960, 1320)])

    assert told == ("22:00–next day 08:00 has no shift", "16:00–17:00 s1 and s2 overlap for 1 h")


def test_a_shift_longer_than_a_day_meets_the_next_one() -> None:
    assert tiling_sentences([shift(1, 480, 480 + 1500)]) == ("s1 is still running for 1 h when the next one begins",)


def test_a_gap_over_midnight_is_one() -> None:
    assert joined_gaps([shift(1, 480, 960), shift(2, 1000, 1300)]) == [(960, 1000), (1300, 1920)]


@pytest.mark.parametrize(
    ("start", "end", "longest", "meant"),
    [
        (1320, 360, 1440, (1320, 1800)),
        (510, 510, 1440, (510, 1950)),
        (1440, 300, 1440, (0, 300)),
        (300, 1830, 1440, (300, 390)),
        (480, 2700, 1440, (480, 1260)),
        (0, 2880, 1440, (0, 1440)),
        (480, 2880, 2880, (480, 2880)),
    ],
)
def test_times_are_taken_as_they_are_meant(start: int, end: int, longest: int, meant: tuple[int, int]) -> None:
    assert settled(start, end, longest) == meant


def test_another_shift_fills_the_first_gap_and_without_one_follows_the_last() -> None:
    morning = WrittenPattern("p", (WrittenShift(ShiftTypeId(1), "day", "D", 480, 1200, Hue.EARLY),))

    filled = morning.with_another_shift(TEAM)
    more = filled.with_another_shift(TEAM)

    assert (filled.shifts[1].start, filled.shifts[1].end) == (1200, 1920)
    assert (more.shifts[2].start, more.shifts[2].end) == (480, 960)
    assert len({s.hue for s in more.shifts}) == 3


def test_a_pattern_is_written_as_it_was_stored() -> None:
    shift_types = (shift(1, 480, 1200), shift(2, 1200, 1920))
    tiling = Tiling(ShiftPattern(PatternId(5), TEAM, "two", (shift_types[0].id, shift_types[1].id)), shift_types)

    assert WrittenPattern.of(tiling).tiling(PatternId(5), TEAM) == tiling


def test_what_is_wrong_with_a_pattern_is_told_shift_by_shift() -> None:
    written = WrittenPattern(" ", (WrittenShift(ShiftTypeId(7), "", "X"), WrittenShift(ShiftTypeId(8), "b", "X")))

    remarks = check_pattern(written, {"other"})

    assert [(r.field, r.part, r.grave) for r in remarks] == [
        ("name", 0, True),
        ("name", 7, True),
        ("code", 7, False),
        ("code", 8, False),
    ]
    assert check_pattern(WrittenPattern("other"), {"other"})[0].grave is False
    assert check_pattern(WrittenPattern("other"), ())[0].field == "shifts"
