"""Who could stand in on a duty whose holder does not come: from now on, if it has begun already."""

from dataclasses import dataclass
from datetime import datetime

from roster_app.domain.candidates import Candidacy, Verdict, candidates
from roster_app.domain.edits import apply
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.parts import hand_over
from roster_app.domain.roster import Origin, Roster
from roster_app.domain.rules import Judge

_ORDER = tuple(Verdict)


@dataclass(frozen=True, slots=True)
class StandIn:
    """One person for the rest of a duty; `last` is when the latest duty began that the person stood in on."""

    candidacy: Candidacy
    last: datetime | None


def vacated(roster: Roster, duty_id: DutyId, now: datetime) -> tuple[Roster, DutyId]:
    """The roster with what is left of the duty vacant, and the duty that is: a part of its own once it has begun.

    Its number is below zero then: it is for asking, and in no plan that is stored.
    """
    duty = roster.plan.duty[duty_id]
    if not duty.span.start < now < duty.span.end:
        return roster.with_changes({duty_id: None}), duty_id
    rest = DutyId(min((0, *roster.plan.duty)) - 1)
    return apply(roster, hand_over(roster, duty_id, now, None, lambda: rest)), rest


def stand_ins(roster: Roster, judge: Judge, duty_id: DutyId, away: VolunteerId) -> tuple[StandIn, ...]:
    """Everybody but who is away, for a vacant duty: the able first, and of those the least recently asked."""
    able = (c for c in candidates(roster, judge, duty_id) if c.volunteer_id != away)
    found = (StandIn(candidacy, _last(roster, candidacy.volunteer_id)) for candidacy in able)
    return tuple(sorted(found, key=lambda s: (_ORDER.index(s.candidacy.verdict), s.last or datetime.min)))


def _last(roster: Roster, volunteer_id: VolunteerId) -> datetime | None:
    """When the latest duty began that the person stood in on, as far as the period tells."""
    held = roster.assignments
    stood = (s for s in roster.line(volunteer_id) if s.duty_id in held)
    return max((s.span.start for s in stood if held[s.duty_id].origin is Origin.SUBSTITUTION), default=None)
