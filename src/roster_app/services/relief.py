"""Use cases of trouble on the day: who could stand in for somebody on a duty, and the words to ask them with."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.timespan import Span
from roster_app.services.rostering import OpenRoster

if TYPE_CHECKING:
    from roster_app.domain.answers.stand_ins import StandIn


@dataclass(frozen=True, slots=True)
class Relief:
    """What is left of a duty, and everybody who could stand it, the best first.

    `opened` is the roster with it vacant, by which all sentences about the choices are made; it is not stored.
    """

    opened: OpenRoster
    duty_id: DutyId
    away: VolunteerId
    span: Span
    choices: "tuple[StandIn, ...]"


def relief(opened: OpenRoster, duty_id: DutyId, now: datetime) -> Relief:
    """Who could take over from the duty's holder, from now on if it has begun."""
    from roster_app.domain.answers.stand_ins import stand_ins, vacated

    away = opened.roster.assignments[duty_id].volunteer_id
    roster, rest = vacated(opened.roster, duty_id, now)
    without = opened.with_roster(roster, opened.history)
    choices = stand_ins(roster, without.judge, rest, away)
    return Relief(without, rest, away, roster.plan.duty[rest].span, choices)
