"""核对张贴: codes are read as people write them, found over all editions, and told in force or out of date."""

from datetime import date, datetime, timedelta

import pytest
from small_teams import people, plan, post, town

from roster_app.domain import edits
from roster_app.domain.editions import check_codes, new_edition
from roster_app.domain.ids import CheckpointId, PeriodId, VolunteerId
from roster_app.domain.posting import (
    EditionCodes,
    Posted,
    Standing,
    changed_since,
    codes_in,
    codes_on,
    standing,
    traced,
)
from roster_app.domain.roster import Edition, Roster
from roster_app.printing.qr import token

TEAM = town(people(3), [post(1, 1), post(2, 2)], checkpoints=2)
PLAN = plan(TEAM)
EMPTY = Roster(PLAN)
HELD = edits.apply(EMPTY, edits.assign(EMPTY, PLAN.duties[0].id, VolunteerId(1)))
HERE, THERE = CheckpointId(1), CheckpointId(2)
START = min(duty.span.start for duty in PLAN.duties)
END = max(duty.span.end for duty in PLAN.duties)


def published(*rosters: Roster) -> tuple[Edition, ...]:
    return tuple(new_edition(r, n, datetime(2020, 4, 1), "desk") for n, r in enumerate(rosters, start=1))


def codes_of(editions: tuple[Edition, ...]) -> list[EditionCodes]:
    return [EditionCodes(e.period_id, e.number, e.check_codes) for e in editions]


def hanging(editions: tuple[Edition, ...], number: int, checkpoint: CheckpointId = HERE) -> Posted:
    (found,) = traced(editions[number - 1].check_codes[checkpoint], codes_of(editions))
    return found


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("7K4M2P", ("7K4M2P",)),
        (" 7k4 m2p\n", ("7K4M2P",)),
        ("7K4-M2P", ("7K4M2P",)),
        ("７ｋ４ｍ２ｐ", ("7K4M2P",)),
        ("校验码 7K4M2P", ("7K4M2P",)),
        ("7K4M2P 34ABCD", ("7K4M2P", "34ABCD")),
        ("7K4M2P 7K4M2P", ("7K4M2P",)),
        (token(3, HERE, date(2020, 4, 6), "7K4M2P"), ("7K4M2P",)),
        ("r1：12：1z：20200406：7k4m2p", ("7K4M2P",)),
        ("R1:3:*:20200406:7K4M2P34ABCD", ("7K4M2P", "34ABCD")),
        ("7K4M2", ()),
        ("7K4M2P3", ()),
        ("横岗卡口", ()),
        ("", ()),
    ],
)
def test_codes_are_read_as_people_write_them(text: str, codes: tuple[str, ...]) -> None:
    assert codes_in(text) == codes


def test_a_code_belongs_to_every_edition_that_shows_the_checkpoint_so() -> None:
    editions = published(EMPTY, HELD, EMPTY)
    assert hanging(editions, 1) == Posted(check_codes(EMPTY)[HERE], PLAN.period.id, HERE, (1, 3))
    assert hanging(editions, 2).editions == (2,)
    assert hanging(editions, 2, THERE).editions == (1, 2, 3)


def test_codes_of_other_periods_are_found_as_well() -> None:
    other = EditionCodes(PeriodId(77), 4, {THERE: "7K4M2P"})
    assert traced("7K4M2P", [*codes_of(published(EMPTY)), other]) == (Posted("7K4M2P", PeriodId(77), THERE, (4,)),)
    assert traced("7K4M2N", [other]) == ()


def test_letters_that_look_alike_are_taken_for_those_a_code_has() -> None:
    known = [EditionCodes(PeriodId(1), 1, {HERE: "DL25GU", THERE: "QL25GV"})]
    assert [p.code for p in traced("DL25GU", known)] == ["DL25GU"]
    assert {p.code for p in traced("01ZS6V", known)} == {"DL25GU", "QL25GV"}


def test_what_hangs_is_in_force_until_the_checkpoint_itself_changes() -> None:
    editions = published(EMPTY, HELD)
    assert standing(hanging(editions, 1), editions, HELD, START) is Standing.OUT_OF_DATE
    assert standing(hanging(editions, 2), editions, HELD, START) is Standing.IN_FORCE
    assert standing(hanging(editions, 1, THERE), editions, HELD, START) is Standing.IN_FORCE
    assert standing(hanging(editions, 2), editions, EMPTY, START) is Standing.EDITED


def test_it_is_over_when_the_last_duty_has_ended() -> None:
    editions = published(EMPTY)
    assert standing(hanging(editions, 1), editions, EMPTY, END - timedelta(minutes=1)) is Standing.IN_FORCE
    assert standing(hanging(editions, 1), editions, EMPTY, END) is Standing.OVER


def test_what_changed_is_told_of_that_checkpoint_alone() -> None:
    editions = published(EMPTY, HELD)
    (found,) = changed_since(hanging(editions, 1), editions, HELD)
    assert [part.volunteer_id for part in found.before] == [None]
    assert [part.volunteer_id for part in found.after] == [VolunteerId(1)]
    assert changed_since(hanging(editions, 2), editions, HELD) == ()
    assert changed_since(hanging(editions, 1, THERE), editions, HELD) == ()


def test_only_symbols_of_sheets_say_codes() -> None:
    here, several = token(3, HERE, date(2020, 4, 6), "7K4M2P"), "R1:3:*:20200406:7K4M2P34ABCD"
    assert codes_on([here, "https://example.org/ABCDEF", several]) == ("7K4M2P", "34ABCD")
    assert codes_on(["BEGIN:VEVENT 123456", ""]) == ()
