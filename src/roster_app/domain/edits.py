"""Edits of a roster: values that know their inverse; the one way anything in a roster ever changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from roster_app.domain.counters import EntrySource, Subject
from roster_app.domain.errors import DomainError, ErrorCode, StaleEdit
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.people import Availability
from roster_app.domain.roster import Assignment, Duty, Origin, Proposal, Roster


class EditKind(StrEnum):
    """What the coordinator did, for the name of the undo step."""

    ASSIGN = "assign"
    CLEAR = "clear"
    SWAP = "swap"
    LOCK = "lock"
    UNLOCK = "unlock"
    SUBSTITUTE = "substitute"
    CUT = "cut"
    JOIN = "join"
    STRETCH = "stretch"
    ACCEPT_PROPOSAL = "accept_proposal"
    IMPORT = "import"


@dataclass(frozen=True, slots=True)
class AssignmentChange:
    """One duty's holder before and after; nobody is None."""

    duty_id: DutyId
    before: Assignment | None
    after: Assignment | None

    def inverse(self) -> "AssignmentChange":
        """The change that takes this one back."""
        return AssignmentChange(self.duty_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class SeatChange:
    """One duty of the plan before and after, where a seat is cut in parts by hand; None: it is not in the plan."""

    duty_id: DutyId
    before: Duty | None
    after: Duty | None

    def inverse(self) -> "SeatChange":
        """The change that takes this one back."""
        return SeatChange(self.duty_id, self.after, self.before)


@dataclass(frozen=True, slots=True)
class StatementChange:
    """A statement of somebody that comes with a step, or goes; the roster itself stays the same by it."""

    statement: Availability
    comes: bool = True

    def inverse(self) -> "StatementChange":
        """The change that takes this one back."""
        return StatementChange(self.statement, not self.comes)


@dataclass(frozen=True, slots=True)
class CountChange:
    """A value counted that comes with a step; None: nothing stands before it, or after it.

    Entries of counters only grow: carried out it is one more entry, and so is its inverse, one that takes back.
    """

    subject: Subject
    before: int | None
    after: int | None
    reason: str = ""
    source: EntrySource = EntrySource.PASTED

    def inverse(self) -> "CountChange":
        """The change that takes this one back."""
        return CountChange(self.subject, self.after, self.before, source=EntrySource.TAKEN_BACK)


@dataclass(frozen=True, slots=True)
class RosterEdit:
    """One step: every duty at most once in `changes` and in `seats`; applied whole or not at all.

    A duty that comes is vacant before, and one that goes after the step. `statements` are wishes noted with the duties,
    `counts` what people counted on theirs.
    """

    kind: EditKind
    changes: tuple[AssignmentChange, ...]
    seats: tuple[SeatChange, ...] = ()
    statements: tuple[StatementChange, ...] = ()
    counts: tuple[CountChange, ...] = ()

    def inverse(self) -> "RosterEdit":
        """The edit that takes this one back."""
        return RosterEdit(
            self.kind,
            tuple(c.inverse() for c in self.changes),
            tuple(s.inverse() for s in self.seats),
            tuple(s.inverse() for s in self.statements),
            tuple(c.inverse() for c in self.counts),
        )

    @property
    def duty_ids(self) -> frozenset[DutyId]:
        """The duties it touches."""
        return frozenset((*(c.duty_id for c in self.changes), *(s.duty_id for s in self.seats)))

    @property
    def stated_by(self) -> frozenset[VolunteerId]:
        """The people whose statements come or go with it."""
        return frozenset(s.statement.volunteer_id for s in self.statements)


def apply(roster: Roster, edit: RosterEdit) -> Roster:
    """The roster after the edit; raises StaleEdit, naming the duties, where a holder or a time is not as expected."""
    stale = [c.duty_id for c in edit.changes if roster.assignments.get(c.duty_id) != c.before]
    stale += [s.duty_id for s in edit.seats if roster.plan.duty.get(s.duty_id) != s.before]
    if stale:
        raise StaleEdit(duty_ids=tuple(dict.fromkeys(stale)))
    if edit.seats:
        roster = replace(roster, plan=roster.plan.with_seats({s.duty_id: s.after for s in edit.seats}))
    return roster.with_changes({c.duty_id: c.after for c in edit.changes})


def assign(roster: Roster, duty_id: DutyId, volunteer_id: VolunteerId, origin: Origin = Origin.HAND) -> RosterEdit:
    """Give one duty to one volunteer, whoever held it before; refuses a locked duty and a change of nothing."""
    before = _unlocked(roster, duty_id)
    if before is not None and before.volunteer_id == volunteer_id:
        raise DomainError(ErrorCode.NOTHING_TO_CHANGE, duty_ids=(duty_id,))
    return _edit(EditKind.ASSIGN, (AssignmentChange(duty_id, before, Assignment(volunteer_id, origin)),))


def clear(roster: Roster, duty_ids: Iterable[DutyId]) -> RosterEdit:
    """Take everybody off the duties; vacant ones are passed over, locked ones refused."""
    held = [(d, _unlocked(roster, d)) for d in duty_ids]
    return _edit(EditKind.CLEAR, tuple(AssignmentChange(d, before, None) for d, before in held if before))


def swap(roster: Roster, one: DutyId, other: DutyId) -> RosterEdit:
    """Exchange the holders of two duties; one of them may be vacant, which moves the other's holder."""
    first, second = _unlocked(roster, one), _unlocked(roster, other)
    if first is None and second is None:
        raise DomainError(ErrorCode.DUTY_VACANT, duty_ids=(one, other))
    return _edit(
        EditKind.SWAP,
        (
            AssignmentChange(one, first, replace(second, origin=Origin.HAND) if second else None),
            AssignmentChange(other, second, replace(first, origin=Origin.HAND) if first else None),
        ),
    )


def set_locked(roster: Roster, duty_ids: Iterable[DutyId], locked: bool) -> RosterEdit:
    """Lock or unlock held duties; vacant ones and those already so are passed over."""
    found = [(d, roster.assignments.get(d)) for d in duty_ids]
    changes = tuple(AssignmentChange(d, a, replace(a, locked=locked)) for d, a in found if a and a.locked != locked)
    return _edit(EditKind.LOCK if locked else EditKind.UNLOCK, changes)


def substitute(roster: Roster, duty_id: DutyId, volunteer_id: VolunteerId) -> RosterEdit:
    """代班: B stands for A, also on a locked duty, which stays locked."""
    before = roster.assignments.get(duty_id)
    if before is None:
        raise DomainError(ErrorCode.DUTY_VACANT, duty_ids=(duty_id,))
    after = Assignment(volunteer_id, Origin.SUBSTITUTION, before.locked)
    return _edit(EditKind.SUBSTITUTE, (AssignmentChange(duty_id, before, after),))


def accept_proposal(roster: Roster, proposal: Proposal) -> RosterEdit:
    """Make the proposal the roster's own: only what differs changes, and a locked duty never does."""
    return settle(roster, proposal.assignments, EditKind.ACCEPT_PROPOSAL, Origin.PROPOSAL)


def settle(roster: Roster, holders: Mapping[DutyId, VolunteerId], kind: EditKind, origin: Origin) -> RosterEdit:
    """The edit after which exactly these people hold the duties, locked ones excepted."""
    changes = []
    for duty in roster.plan.duties:
        before, wanted = roster.assignments.get(duty.id), holders.get(duty.id)
        if (before is not None and before.locked) or roster.holder(duty.id) == wanted:
            continue
        after = None if wanted is None else Assignment(wanted, origin)
        changes.append(AssignmentChange(duty.id, before, after))
    return _edit(kind, tuple(changes))


def _unlocked(roster: Roster, duty_id: DutyId) -> Assignment | None:
    if duty_id not in roster.plan.duty:
        raise DomainError(ErrorCode.UNKNOWN_DUTY, duty_id=duty_id)
    assignment = roster.assignments.get(duty_id)
    if assignment is not None and assignment.locked:
        raise DomainError(ErrorCode.DUTY_LOCKED, duty_ids=(duty_id,))
    return assignment


def _edit(kind: EditKind, changes: tuple[AssignmentChange, ...]) -> RosterEdit:
    if not changes:
        raise DomainError(ErrorCode.NOTHING_TO_CHANGE)
    return RosterEdit(kind, changes)
