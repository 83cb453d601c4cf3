"""The few causes that matter: shortages of one kind told once, with their worst case and all the days they fall on."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from roster_app.domain.answers.minimums import Unreachable, unreachable
from roster_app.domain.answers.shortage import Shortage, ShortageKind, shortages
from roster_app.domain.ids import ShiftTypeId
from roster_app.domain.roster import Roster
from roster_app.domain.rules import Judge, Violation


@dataclass(frozen=True, slots=True)
class Cause:
    """One lack, wherever it shows: `worst` has the most duties too many; `days` are those its stretches begin on.

    `shift_type_id` is the shift that all of its duties belong to, where there is one.
    """

    worst: Shortage
    days: tuple[date, ...]
    shift_type_id: ShiftTypeId | None = None


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What can be said of a roster before anything is solved.

    Clashes are the hard rules that locked duties break by themselves, `broken` those that the whole roster breaks
    besides, `unreachable` the minimums that cannot be kept; `nobody` says that the team has no people at all.
    """

    causes: tuple[Cause, ...]
    clashes: tuple[Violation, ...]
    broken: tuple[Violation, ...]
    unreachable: tuple[Unreachable, ...]
    nobody: bool


def diagnosis(roster: Roster, judge: Judge) -> Diagnosis:
    """The causes by counting, the weightiest first, and what the coordinator has locked against the rules."""
    locked = {duty: assignment for duty, assignment in roster.assignments.items() if assignment.locked}
    clashes = tuple(v for v in judge.hard(roster.with_assignments(locked)) if set(v.duty_ids) & locked.keys())
    broken = tuple(v for v in judge.hard(roster) if not any(known.covers(v) for known in clashes))
    found = causes(shortages(roster, judge), roster)
    return Diagnosis(found, clashes, broken, unreachable(roster, judge), not judge.directory.volunteers)


def causes(found: Iterable[Shortage], roster: Roster) -> tuple[Cause, ...]:
    """Shortages that differ only in when they occur, and by how much, as one cause; the weightiest first."""
    alike: dict[Hashable, list[Shortage]] = defaultdict(list)
    for shortage in found:
        shift = _shift_type(shortage, roster)
        key = (shortage.kind, shortage.requires, shortage.nights, shortage.rest, shortage.limit, shift)
        alike[key].append(shortage)
    told = [_cause(group, roster) for group in alike.values()]
    return tuple(sorted(told, key=lambda c: (c.worst.missing * len(c.days), c.worst.missing), reverse=True))


def _cause(group: list[Shortage], roster: Roster) -> Cause:
    worst = max(group, key=lambda shortage: shortage.missing)
    days = sorted({min(roster.plan.shift_of(d).day for d in shortage.duties) for shortage in group})
    return Cause(worst, tuple(days), _shift_type(worst, roster))


def _shift_type(shortage: Shortage, roster: Roster) -> ShiftTypeId | None:
    if shortage.kind is not ShortageKind.AT_ONCE:
        return None
    types = {roster.plan.shift_of(d).shift_type_id for d in shortage.duties}
    return types.pop() if len(types) == 1 else None
