"""The use cases of attendance: each one step that can be undone, and a closed ledger that is only added to."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from desk_cases import Clock, Office

from roster_app.domain.attendance.entries import Attendee, Mark, Source, current
from roster_app.domain.attendance.tokens import token_of, volunteer_of
from roster_app.domain.edits import EditKind, settle
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.hours import HoursAsked, total
from roster_app.domain.ids import VolunteerId, new_id
from roster_app.domain.roster import Origin, RosterPeriod
from roster_app.services.attendance import AtDuty, AtRow, Attendance, ByToken
from roster_app.services.words import sentence_of_error

TODAY = date(2020, 4, 8)


@pytest.fixture
def period(office: Office) -> RosterPeriod:
    """A week in which everybody stands; two duties a shift, three shifts a day."""
    return office.held_period()


@pytest.fixture
def desk(office: Office, period: RosterPeriod) -> Attendance:
    assert period
    return office.services.attendance


def refusal(error: pytest.ExceptionInfo[DomainError]) -> ErrorCode:
    return error.value.code


def test_signing_in_and_out_by_row_by_token_and_by_click(office: Office, desk: Attendance, clock: Clock) -> None:
    rows = desk.sheet(office.team_id, office.checkpoint.id, TODAY).rows
    assert [row.number for row in rows] == [1, 2, 3, 4, 5, 6]
    now = [row for row in rows if row.planned.start.hour == 8]
    by_row = desk.sign_in(office.team_id, AtRow(office.checkpoint.id, TODAY, now[0].number))
    assert by_row.changes.attendance
    assert now[1].holder is not None
    assert now[1].holder.volunteer_id is not None
    by_token = desk.sign_in(office.team_id, ByToken(token_of(now[1].holder.volunteer_id)))
    assert [e.source for e in (*by_row.entries, *by_token.entries)] == [Source.PAPER, Source.TOKEN]
    board = desk.now(office.team_id)
    assert {p.who for p in board.on} == {now[0].holder, now[1].holder}
    assert board.late == ()
    clock.time = datetime(2020, 4, 8, 11, 0)
    desk.sign_out(office.team_id, AtDuty(now[0].duty_id))
    assert {p.who for p in desk.now(office.team_id).on} == {now[1].holder}
    with pytest.raises(DomainError) as again:
        desk.sign_out(office.team_id, AtDuty(now[0].duty_id))
    assert refusal(again) is ErrorCode.NOT_SIGNED_IN
    with pytest.raises(DomainError) as twice:
        desk.sign_in(office.team_id, AtDuty(now[1].duty_id))
    assert refusal(twice) is ErrorCode.ALREADY_SIGNED_IN


def test_the_board_tells_who_is_late_and_who_comes_next(office: Office, desk: Attendance) -> None:
    board = desk.now(office.team_id)
    assert {due.span.start for due in board.late} == {datetime(2020, 4, 8, 8)}
    assert {due.span.start for due in board.next} == {datetime(2020, 4, 8, 16)}
    assert board.gaps == ()


def test_gaps_of_the_next_two_days_are_told(office: Office, period: RosterPeriod) -> None:
    opened = office.open(period)
    duties = [office.duty(opened, date(2020, 4, d), 16) for d in (9, 12)]
    roster = opened.roster
    cleared = {d: (None if d in duties else a.volunteer_id) for d, a in roster.assignments.items()}
    wanted = {d: who for d, who in cleared.items() if who is not None}
    office.services.rostering.apply_edit(period.id, settle(roster, wanted, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL))
    (gap,) = office.services.attendance.now(office.team_id).gaps
    assert (gap.at_risk, gap.stretch.span.start) == (True, datetime(2020, 4, 9, 16))


def test_a_stand_in_comes_in_the_middle_and_the_first_sign_in_stays(
    office: Office, desk: Attendance, clock: Clock
) -> None:
    row = next(r for r in desk.sheet(office.team_id, office.checkpoint.id, TODAY).rows if r.planned.start.hour == 8)
    first = desk.sign_in(office.team_id, AtDuty(row.duty_id), at=datetime(2020, 4, 8, 8)).entries[0]
    clock.time = datetime(2020, 4, 8, 11)
    other = Attendee(None, "赵六")
    desk.sign_in(office.team_id, AtDuty(row.duty_id), who=other)
    clock.time = datetime(2020, 4, 9, 9)
    asked = HoursAsked(TODAY, TODAY, clock.time)
    lines = desk.hours(office.team_id, asked).lines
    assert {(line.person, line.minutes) for line in lines} == {(row.holder, 180), (other, 300)}
    assert first in desk.sheet(office.team_id, office.checkpoint.id, TODAY).entries


def test_a_keyed_sheet_is_one_step_that_is_undone_as_one(office: Office, desk: Attendance, clock: Clock) -> None:
    clock.time = datetime(2020, 4, 9, 9)
    made = desk.key_sheet(office.team_id, office.checkpoint.id, TODAY, "3 缺 生病\n4 代 赵六\n+ 孙七 08:00-12:00")
    assert len(made.entries) == 6 + 2
    found = desk.hours(office.team_id, HoursAsked(TODAY, TODAY, clock.time))
    assert found.unrecorded == 0
    assert total(found.lines).minutes == 5 * 480 + 240
    undone = desk.undo_last(office.team_id)
    assert all(e.facts.mark is Mark.WITHDRAWN for e in undone.entries)
    assert current(desk.sheet(office.team_id, office.checkpoint.id, TODAY).entries) == ()
    with pytest.raises(DomainError) as nothing:
        desk.undo_last(office.team_id)
    assert refusal(nothing) is ErrorCode.NOTHING_TO_UNDO


def test_a_sheet_with_a_line_in_the_way_enters_nothing_and_names_it(office: Office, desk: Attendance) -> None:
    with pytest.raises(DomainError) as refused:
        desk.key_sheet(office.team_id, office.checkpoint.id, TODAY, "3 缺\n4 {什么}\n99 缺")
    words = sentence_of_error(refused.value)
    assert "4 {什么}" in words
    assert "99 缺" in words
    assert desk.sheet(office.team_id, office.checkpoint.id, TODAY).entries == ()


def test_keying_over_what_is_known_asks_for_a_reason(office: Office, desk: Attendance) -> None:
    desk.key_sheet(office.team_id, office.checkpoint.id, TODAY, "")
    with pytest.raises(DomainError) as refused:
        desk.key_sheet(office.team_id, office.checkpoint.id, TODAY, "3 迟 20")
    assert refusal(refused) is ErrorCode.NO_REASON
    (entry,) = desk.key_sheet(office.team_id, office.checkpoint.id, TODAY, "3 迟 20", "看错了").entries
    assert entry.supersedes is not None


def test_a_correction_of_a_closed_period_only_adds_to_the_ledger(
    office: Office, desk: Attendance, period: RosterPeriod, clock: Clock
) -> None:
    clock.time = datetime(2020, 4, 14, 9)
    desk.key_sheet(office.team_id, office.checkpoint.id, TODAY, "")
    office.services.rostering.close(period.id)
    closed = office.open(period).ledger.entries
    sheet = desk.sheet(office.team_id, office.checkpoint.id, TODAY)
    entry = sheet.entries[2]
    left = entry.facts.planned.end.replace(hour=entry.facts.planned.end.hour - 1)
    desk.correct(office.team_id, entry.id, TODAY, "早退", lambda facts: replace(facts, left=left, as_planned=False))
    after = office.open(period).ledger.entries
    assert after[: len(closed)] == closed
    added = after[len(closed) :]
    minutes = [e for e in added if e.volunteer_id == entry.facts.who.volunteer_id and e.amount == -6000]
    assert minutes
    assert all(e.corrects is None or e.corrects in {c.id for c in closed} for e in added)
    desk.undo_last(office.team_id)
    again = office.open(period).ledger.entries
    assert again[: len(after)] == after
    assert sum(e.amount for e in again) == sum(e.amount for e in closed)


def test_actual_cover_is_proved_up_to_now(office: Office, desk: Attendance, period: RosterPeriod, clock: Clock) -> None:
    clock.time = datetime(2020, 4, 7, 0, 0)
    desk.key_sheet(office.team_id, office.checkpoint.id, date(2020, 4, 6), "")
    _directory, proof = desk.cover(period.id)
    assert all(line.window.end <= clock.time for line in proof.posts)
    assert sum(line.covered_minutes for line in proof.posts) == 2 * 1440
    clock.time = datetime(2020, 4, 7, 8, 0)
    _directory, proof = desk.cover(period.id)
    assert [line.gap_minutes for line in proof.posts] == [480, 480]
    assert sum(line.covered_minutes for line in proof.posts) == 2 * 1440


def test_a_token_with_one_sign_wrong_is_none() -> None:
    number = VolunteerId(new_id())
    token = token_of(number)
    assert volunteer_of(token) == volunteer_of(f" {token.lower()}") == number
    for place, sign in enumerate(token):
        for other in "0123456789ABCDEFGHJKMNPQRSTVWXYZ":
            if other != sign:
                assert volunteer_of(token[:place] + other + token[place + 1 :]) is None
    assert volunteer_of("") is None
