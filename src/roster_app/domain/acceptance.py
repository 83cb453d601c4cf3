"""A coordinator lives with a violation and says why: stored, shown, and void once it is another or a worse one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import AcceptanceId, DutyId, PeriodId, VolunteerId, new_id
from roster_app.domain.rules.violation import Rule, Violation


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What was accepted: this rule, this person, these duties, no farther from the limit than it was then."""

    id: AcceptanceId
    period_id: PeriodId
    rule: Rule
    duty_ids: frozenset[DutyId]
    volunteer_id: VolunteerId | None
    deviation: int
    reason: str
    author: str
    at: datetime

    def covers(self, violation: Violation) -> bool:
        """Whether it is the one that was accepted, or less of it."""
        return _key(violation) == (self.rule, self.volunteer_id, self.duty_ids) and (
            violation.deviation <= self.deviation
        )


class Acceptances:
    """All that was accepted in a period, found by violation."""

    def __init__(self, known: Iterable[Acceptance] = ()) -> None:
        self._known = {(a.rule, a.volunteer_id, a.duty_ids): a for a in known}

    def of(self, violation: Violation) -> Acceptance | None:
        """The acceptance that covers a violation; None where it must be mended."""
        found = self._known.get(_key(violation))
        return found if found is not None and found.covers(violation) else None


def accepted(violation: Violation, period_id: PeriodId, reason: str, author: str, at: datetime) -> Acceptance:
    """Accept it; refuses an empty reason (NO_REASON)."""
    if not reason.strip():
        raise DomainError(ErrorCode.NO_REASON)
    rule, who, duties = _key(violation)
    found = AcceptanceId(new_id())
    return Acceptance(found, period_id, rule, duties, who, violation.deviation, reason.strip(), author, at)


def _key(violation: Violation) -> tuple[Rule, VolunteerId | None, frozenset[DutyId]]:
    return violation.rule, violation.volunteer_id, frozenset(violation.duty_ids)
