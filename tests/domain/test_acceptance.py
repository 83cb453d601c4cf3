"""Accepted is this violation and what is left of it, never another or a worse one."""

from dataclasses import replace
from datetime import datetime

import pytest

from roster_app.domain.acceptance import Acceptances, accepted
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import DutyId, PeriodId, VolunteerId
from roster_app.domain.rules import Rule, Violation

SHORT = Violation(Rule.MIN_REST, (DutyId(1), DutyId(2)), VolunteerId(1), actual=480, limit=720)
NOON = datetime(2020, 4, 1, 12)


def test_it_covers_the_same_and_less_of_it() -> None:
    known = Acceptances([accepted(SHORT, PeriodId(1), " agreed by phone ", "Li", NOON)])
    found = known.of(SHORT)
    assert found is not None
    assert (found.reason, found.author) == ("agreed by phone", "Li")
    assert known.of(replace(SHORT, actual=600)) is found
    assert known.of(replace(SHORT, actual=300)) is None
    assert known.of(replace(SHORT, duty_ids=(DutyId(1), DutyId(3)))) is None
    assert known.of(replace(SHORT, volunteer_id=VolunteerId(2))) is None
    assert known.of(replace(SHORT, rule=Rule.TRAVEL)) is None


def test_a_reason_must_be_given() -> None:
    with pytest.raises(DomainError, check=lambda error: error.code is ErrorCode.NO_REASON):
        accepted(SHORT, PeriodId(1), "  ", "Li", NOON)
