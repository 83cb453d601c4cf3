"""四班三运转, 四班两运转: every day each shift is held by exactly one crew, which rests in between."""

from collections import Counter
from datetime import date

import pytest

from roster_app.domain.crew_turns import CREW_TURNS
from roster_app.domain.ids import CrewId, ShiftTypeId, TeamId
from roster_app.domain.places import PATTERN_TEMPLATES, ShiftType

FIRST = date(2020, 4, 6)


def shift_types(key: str) -> list[ShiftType]:
    template = PATTERN_TEMPLATES[CREW_TURNS[key].pattern]
    return [ShiftType(ShiftTypeId(n), TeamId(1), t.key, t.key, t.start, t.end, t.hue) for n, t in enumerate(template)]


@pytest.mark.parametrize("key", CREW_TURNS)
def test_every_shift_of_every_day_has_one_crew_and_the_others_are_off(key: str) -> None:
    types = shift_types(key)
    ids = CREW_TURNS[key].shift_type_ids(reversed(types))
    assert ids == {t.code: t.id for t in types}
    crews = [CrewId(n) for n in range(4)]
    rotations = CREW_TURNS[key].rotations(crews, ids, FIRST)

    assert [rotation.crew_id for rotation in rotations] == crews
    for day in range(len(CREW_TURNS[key].cycle)):
        standing = Counter(rotation.cycle[day] for rotation in rotations)
        assert standing == {**dict.fromkeys(ids.values(), 1), None: 4 - len(types)}


@pytest.mark.parametrize("key", CREW_TURNS)
def test_each_shift_follows_the_one_before_after_eleven_hours_or_more(key: str) -> None:
    types = {t.code: t for t in shift_types(key)}
    cycle = CREW_TURNS[key].cycle
    for day, (today, tomorrow) in enumerate(zip(cycle, (*cycle[1:], cycle[0]), strict=True)):
        if today and tomorrow:
            assert 1440 + types[tomorrow].start - types[today].end >= 660, day


def test_a_pattern_of_other_times_is_not_taken_for_it() -> None:
    types = shift_types("four_crews_three_shifts")
    assert CREW_TURNS["four_crews_three_shifts"].shift_type_ids(types[:2]) is None
    assert CREW_TURNS["four_crews_two_shifts"].shift_type_ids(types) is None
