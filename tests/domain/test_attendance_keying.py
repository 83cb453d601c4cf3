"""A sheet keyed by exceptions: what each text means, in any width of signs, and what is asked instead of guessed."""

from datetime import datetime

import pytest
from small_teams import MONDAY

from roster_app.domain.attendance.entries import Attendee, Entry, Mark, Source, current, pen
from roster_app.domain.attendance.keying import Said, Trouble, keyed_exceptions
from roster_app.domain.attendance.settling import Settled, SheetRow, settle
from roster_app.domain.ids import CheckpointId, DutyId, PostId, ShiftTypeId, VolunteerId
from roster_app.domain.roster import DatedSeat
from roster_app.domain.timespan import at, span_on


def row(number: int, start: int = 480, end: int = 960, holder: bool = True) -> SheetRow:
    seat = DatedSeat(CheckpointId(1), ShiftTypeId(1), MONDAY, PostId(1), number)
    who = Attendee(VolunteerId(number)) if holder else None
    return SheetRow(number, DutyId(number), seat, span_on(MONDAY, start, end), who)


NINE = [row(n) for n in range(1, 10)]


def find(name: str) -> Attendee | None:
    return {"王五": Attendee(VolunteerId(50)), "张伟": None}.get(name, Attendee(None, name))


def keyed(text: str, rows: list[SheetRow] = NINE, before: tuple[Entry, ...] = ()) -> Settled:
    read, unread = keyed_exceptions(text)
    assert not unread
    return settle(rows, read, before, find, pen(Source.KEYED, "desk", at(MONDAY, 1440)))


def times(made: Settled, seat: int) -> list[tuple[Mark, datetime | None, datetime | None]]:
    return [(e.facts.mark, e.facts.came, e.facts.left) for e in made.entries if e.facts.seat.seat == seat]


def test_planned_times_stand_for_all_rows_nothing_is_said_of() -> None:
    made = keyed("3 缺\n5 15:50")
    assert not made.problems
    assert len(made.entries) == 9
    assert times(made, 3) == [(Mark.ABSENT, None, None)]
    assert times(made, 5) == [(Mark.PRESENT, at(MONDAY, 480), at(MONDAY, 950))]
    assert times(made, 1) == [(Mark.PRESENT, at(MONDAY, 480), None)]
    assert all(e.facts.as_planned for e in made.entries if e.facts.seat.seat not in (3, 5))


@pytest.mark.parametrize(
    ("text", "came", "left"),
    [
        ("5 08:20", 500, None),
        ("5 0820", 500, None),
        ("５　０８：２０", 500, None),
        ("5 8点20", 500, None),
        ("5 17:50", 480, 1070),
        ("5 走 12:00", 480, 720),
        ("5 来 12:00", 720, None),
        ("5 08:20-15:50", 500, 950),
        ("5、08:20－15:50", 500, 950),
        ("5 8:20到15:50", 500, 950),
        ("5 迟 20", 500, None),
        ("5迟20分钟", 500, None),
        ("5 late 20", 500, None),
        ("5 早退 30", 480, 930),
        ("5 迟 20\n5 早退 30", 500, 930),
        ("5 迟 20\n5 15:50", 500, 950),
    ],
)
def test_times_are_understood(text: str, came: int, left: int | None) -> None:
    made = keyed(text)
    assert not made.problems
    assert times(made, 5) == [(Mark.PRESENT, at(MONDAY, came), None if left is None else at(MONDAY, left))]


@pytest.mark.parametrize(
    ("planned", "text", "came", "left"),
    [
        ((1320, 1800), "1 22:20", 1340, None),
        ((1320, 1800), "1 05:40", None, 1780),
        ((1320, 1800), "1 23:00-05:00", 1380, 1740),
        ((1320, 1800), "1 01:00-06:10", 1500, 1810),
        ((1200, 2040), "1 09:50", None, 2030),
        ((510, 1950), "1 走 08:20", None, 1940),
        ((0, 480), "1 23:50", -10, None),
    ],
)
def test_times_over_midnight(planned: tuple[int, int], text: str, came: int | None, left: int | None) -> None:
    made = keyed(text, [row(1, *planned)])
    assert not made.problems
    start = planned[0] if came is None else came
    assert times(made, 1) == [(Mark.PRESENT, at(MONDAY, start), None if left is None else at(MONDAY, left))]


@pytest.mark.parametrize(("planned", "clock"), [((480, 960), "12:00"), ((480, 960), "11:00"), ((510, 1950), "08:20")])
def test_an_unclear_time_is_asked_and_not_guessed(planned: tuple[int, int], clock: str) -> None:
    (problem,) = keyed(f"1 {clock}", [row(1, *planned)]).problems
    assert (problem.line, problem.trouble) == (1, Trouble.CAME_OR_LEFT)


def test_several_spans_of_a_row() -> None:
    made = keyed("5 08:00-10:00, 11:00-16:00")
    assert [(came, left) for _m, came, left in times(made, 5)] == [
        (at(MONDAY, 480), at(MONDAY, 600)),
        (at(MONDAY, 660), at(MONDAY, 960)),
    ]


def test_a_stand_in_leaves_the_holder_absent_and_a_name_in_no_list_is_written_in() -> None:
    made = keyed("7 代 王五\n8代 周八")
    assert not made.problems
    absent, instead = (e for e in made.entries if e.facts.seat.seat == 7)
    assert absent.facts.mark is Mark.ABSENT
    assert (instead.facts.who, instead.facts.stands_for) == (Attendee(VolunteerId(50)), absent.id)
    assert [e.facts.who for e in made.entries if e.facts.seat.seat == 8][1] == Attendee(None, "周八")


def test_a_stand_in_never_loses_the_first_ones_sign_in() -> None:
    first = pen(Source.CLICK, "desk", at(MONDAY, 480)).write(
        keyed("").entries[6].facts,
    )
    made = keyed("7 代 王五\n7 来 11:00", before=(first,))
    assert not made.problems
    log = (first, *made.entries)
    assert first in current(log)
    (instead,) = (e for e in made.entries if e.facts.seat.seat == 7)
    assert (instead.facts.came, instead.facts.stands_for) == (at(MONDAY, 660), first.id)


def test_somebody_in_no_list_is_added_on_a_seat_of_their_own() -> None:
    made = keyed("+ 赵六 08:00-12:00\n＋孙七")
    added = [e.facts for e in made.entries if e.facts.who.name]
    assert [(f.who.name, f.came, f.left, f.seat.seat) for f in added] == [
        ("赵六", at(MONDAY, 480), at(MONDAY, 720), 10),
        ("孙七", at(MONDAY, 480), None, 11),
    ]


def test_what_is_known_of_a_row_stands_where_nothing_is_said() -> None:
    first = keyed("5 08:20-15:50").entries
    again = keyed("5 08:20-15:50", before=first)
    assert again == Settled((), ())
    other = keyed("5 08:20-15:40", before=first)
    (one,) = other.entries
    assert one.supersedes == next(e.id for e in first if e.facts.seat.seat == 5)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("缺", Trouble.NO_ROW),
        ("08:20", Trouble.NO_ROW),
        ("3", Trouble.NOTHING_SAID),
        ("3 什么", Trouble.NOT_UNDERSTOOD),
        ("3 25:90", Trouble.BAD_TIME),
        ("3 代", Trouble.NO_NAME),
        ("+ 08:00-12:00", Trouble.NO_NAME),
    ],
)
def test_a_line_not_understood_is_named_with_its_trouble(text: str, trouble: Trouble) -> None:
    read, (line,) = keyed_exceptions(f"1 缺\n\n{text}")
    assert [one.said for one in read] == [Said.ABSENT]
    assert (line.line, line.text, line.trouble) == (3, text, trouble)


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("12 缺", Trouble.UNKNOWN_ROW),
        ("3 缺\n3 08:20", Trouble.CONTRADICTS),
        ("3 缺\n3 缺", Trouble.CONTRADICTS),
        ("3 代 张伟", Trouble.SEVERAL_PEOPLE),
        ("3 08:00-08:00", Trouble.NOT_FORWARD),
        ("3 来 15:00\n3 走 09:00", Trouble.NOT_FORWARD),
    ],
)
def test_what_cannot_be_on_this_sheet_is_named(text: str, trouble: Trouble) -> None:
    (problem,) = keyed(text).problems
    assert problem.trouble is trouble


def test_nobody_can_be_late_on_a_vacant_row_but_somebody_may_stand_there() -> None:
    vacant = [row(1, holder=False)]
    assert [p.trouble for p in keyed("1 迟 20", vacant).problems] == [Trouble.VACANT_ROW]
    (entry,) = keyed("1 代 王五", vacant).entries
    assert (entry.facts.who, entry.facts.stands_for) == (Attendee(VolunteerId(50)), None)
    assert keyed("", vacant).entries == ()


def test_a_reason_of_an_absence_is_kept() -> None:
    (entry,) = keyed("1 缺 生病", [row(1)]).entries
    assert entry.reason == "生病"
