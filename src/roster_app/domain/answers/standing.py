"""Why somebody holds a duty: whose turn it was, what they carry against their share; who else could, and its cost."""

from collections.abc import Iterator
from dataclasses import dataclass

from roster_app.domain.book import TurnQueue
from roster_app.domain.candidates import Candidacy, Verdict, candidates
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.roster import Assignment, Roster
from roster_app.domain.rules import Judge, Violation

_MOST_ALTERNATIVES = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose turn a duty is by one of the team's queues; None: the queue reaches nobody."""

    queue: TurnQueue
    expected: VolunteerId | None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Somebody who could take the duty as things stand, and by how many points the roster would be dearer (below 0:
    cheaper)."""

    candidacy: Candidacy
    points: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Everything that speaks for a holder. `holder` is weighed without the duty; None where it is vacant.

    `alternatives` are the likeliest, cheapest first; `blocked` counts those that a hard rule keeps away.
    """

    duty_id: DutyId
    holder: Candidacy | None
    locked: bool
    turns: tuple[Turn, ...]
    alternatives: tuple[Alternative, ...]
    blocked: int


def standing(roster: Roster, judge: Judge, duty_id: DutyId) -> Standing:
    """What is known of a duty's holder without solving anything."""
    found = candidates(roster, judge, duty_id)
    others = [c for c in found if not c.holds]
    assignment = roster.assignments.get(duty_id)
    return Standing(
        duty_id,
        next((c for c in found if c.holds), None),
        assignment is not None and assignment.locked,
        tuple(_turns(roster, judge, duty_id)),
        _alternatives([c for c in others if c.verdict is not Verdict.BLOCKED], roster, judge, duty_id),
        sum(c.verdict is Verdict.BLOCKED for c in others),
    )


def _turns(roster: Roster, judge: Judge, duty_id: DutyId) -> Iterator[Turn]:
    stint = judge.plan.stint(duty_id, VolunteerId(0))
    for queue in judge.directory.rules.book.every(TurnQueue):
        if judge.classes.belongs(queue.of)(stint):
            yield Turn(queue, judge.expected(queue, roster).get(duty_id))


def _alternatives(able: list[Candidacy], roster: Roster, judge: Judge, duty_id: DutyId) -> tuple[Alternative, ...]:
    """The likeliest few, without those who would break what a shift's people must be together."""
    now = sum(judge.cost(roster).values())
    found = []
    for candidacy in able:
        given = roster.with_changes({duty_id: Assignment(candidacy.volunteer_id)})
        if not newly_broken(roster, given, judge, (duty_id,)):
            found.append(Alternative(candidacy, sum(judge.cost(given).values()) - now))
        if len(found) == _MOST_ALTERNATIVES:
            break
    return tuple(sorted(found, key=lambda alternative: alternative.points))


def newly_broken(before: Roster, after: Roster, judge: Judge, duties: tuple[DutyId, ...]) -> tuple[Violation, ...]:
    """The hard rules that one roster breaks and the other does not, where only these duties differ."""
    held = (roster.holder(d) for d in duties for roster in (before, after))
    people = [who for who in held if who is not None]
    known = [v for v in judge.around(before, people, duties) if v.is_hard]
    found = (v for v in judge.around(after, people, duties) if v.is_hard)
    return tuple(v for v in found if not any(k.covers(v) for k in known))
