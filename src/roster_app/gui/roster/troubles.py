"""The duties there is something to mend at, in the order of time, and the next one each way from here."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime, time

from roster_app.domain.ids import DutyId
from roster_app.gui.roster.looks import Shown

Place = tuple[datetime, DutyId]


def troubles(shown: Shown, since: datetime = datetime.min, *, conflicts: bool = True) -> list[Place]:
    """When and where: duties nobody holds that are not over by `since`, and duties at which a broken rule is marked."""
    roster = shown.roster
    return sorted(
        (duty.span.start, duty.id)
        for duty in roster.plan.duties
        if (duty.id not in roster.assignments and duty.span.end > since)
        or (conflicts and shown.findings.is_hard_at(duty.id))
    )


def next_trouble(found: list[Place], shown: Shown, here: DutyId | None, day: date | None, step: int) -> DutyId | None:
    """The one after (or, for −1, before) the current duty or day; around the end it begins anew."""
    if not found:
        return None
    place = _place(shown, here, day)
    number = bisect_right(found, place) if step > 0 else bisect_left(found, place) - 1
    return found[number % len(found)][1]


def _place(shown: Shown, here: DutyId | None, day: date | None) -> Place:
    if here is not None and here in shown.roster.plan.duty:
        return shown.roster.plan.duty[here].span.start, here
    return datetime.combine(day or shown.roster.period.first, time()), DutyId(0)
