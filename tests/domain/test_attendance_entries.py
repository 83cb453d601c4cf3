"""Entries only grow: corrections and undo stand in for what was entered, and every first sign-in stays readable."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_teams import MONDAY, people, plan, post, town

from roster_app.domain.attendance.entries import Attendee, Entry, Facts, Mark, Source, corrected, current, pen, undone
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import VolunteerId
from roster_app.domain.timespan import at

MADE = plan(town(people(4), [post()]), days=1)
DUTY = MADE.duties[0]
FIRST = Facts(MADE.dated_seat(DUTY), DUTY.span, Attendee(VolunteerId(1)), came=at(MONDAY, 480))


def entered() -> Entry:
    return pen(Source.CLICK, "desk", at(MONDAY, 480)).write(FIRST)


def test_a_correction_needs_a_reason_and_something_to_change() -> None:
    first = entered()
    with pytest.raises(DomainError) as refused:
        corrected([first], first.id, replace(FIRST, left=at(MONDAY, 900)), pen(Source.CLICK, "d", at(MONDAY, 9), " "))
    assert refused.value.code is ErrorCode.NO_REASON
    with pytest.raises(DomainError) as same:
        corrected([first], first.id, FIRST, pen(Source.CLICK, "d", at(MONDAY, 9), "why"))
    assert same.value.code is ErrorCode.NOTHING_TO_CHANGE


def test_only_what_stands_can_be_corrected() -> None:
    first = entered()
    second = corrected(
        [first], first.id, replace(FIRST, left=at(MONDAY, 900)), pen(Source.CLICK, "d", at(MONDAY, 9), "w")
    )
    with pytest.raises(StaleEdit):
        corrected([first, second], first.id, FIRST, pen(Source.CLICK, "d", at(MONDAY, 9), "again"))


@given(st.lists(st.tuples(st.sampled_from(["correct", "replace", "undo"]), st.integers(1, 400)), max_size=8))
def test_whatever_is_done_the_first_sign_in_stays_and_one_entry_stands_for_it(steps: list[tuple[str, int]]) -> None:
    first = entered()
    log = [first]
    for kind, minute in steps:
        before = list(log)
        pencil = pen(Source.CLICK, "desk", at(MONDAY, 1000), "why")
        standing = [e for e in current(log) if e.facts.who == FIRST.who]
        if kind == "undo":
            done = [e.step for e in log if e.undoes is None and e.step not in {o.undoes for o in log}]
            if len(done) > 1:
                log += undone(log, done[-1], pencil)
        elif standing:
            facts = replace(standing[0].facts, mark=Mark.PRESENT, came=FIRST.came, left=at(MONDAY, 480 + minute))
            if kind == "replace":
                facts = replace(facts, who=Attendee(None, f"somebody {minute}"))
            if facts != standing[0].facts:
                log.append(corrected(log, standing[0].id, facts, pencil))
        assert log[: len(before)] == before
        assert log[0] == first
        assert len(current(log)) == 1


def test_undo_brings_back_what_was_before_and_withdraws_what_was_new() -> None:
    first = entered()
    out = corrected([first], first.id, replace(FIRST, left=at(MONDAY, 900)), pen(Source.CLICK, "d", at(MONDAY, 9), "w"))
    log = [first, out]
    log += undone(log, out.step, pen(Source.CLICK, "d", at(MONDAY, 1000)))
    (standing,) = current(log)
    assert standing.facts == FIRST
    log += undone(log, first.step, pen(Source.CLICK, "d", at(MONDAY, 1000)))
    assert current(log) == ()
    assert log[0] == first


def test_what_was_corrected_since_is_not_undone() -> None:
    first = entered()
    out = corrected([first], first.id, replace(FIRST, left=at(MONDAY, 900)), pen(Source.CLICK, "d", at(MONDAY, 9), "w"))
    with pytest.raises(StaleEdit):
        undone([first, out], first.step, pen(Source.CLICK, "d", at(MONDAY, 1000)))


def test_somebody_without_a_name_is_nobody() -> None:
    with pytest.raises(DomainError):
        Attendee(None)
    assert Attendee(None, "赵六") < Attendee(VolunteerId(1))
