"""Editing by hand: what the keys and the mouse wish becomes one edit of the roster, and one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject

from roster_app.domain import edits, parts
from roster_app.domain.edits import AssignmentChange, EditKind, RosterEdit
from roster_app.domain.errors import DomainError, ErrorCode
from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.domain.parts import Edge
from roster_app.domain.repeating import repeat_week
from roster_app.domain.roster import Roster
from roster_app.domain.rules.line import monday_of
from roster_app.gui.roster.document import RosterDocument

_HALF_AN_HOUR = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Carried:
    """What the next paste puts down: a volunteer, or (after a cut) the very duty they were taken from."""

    volunteer_id: VolunteerId
    cut_from: DutyId | None = None


class HandEditing(QObject):
    """Every wish answers whether anything was stored; refusals are told by the document."""

    def __init__(self, document: RosterDocument, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._carried: Carried | None = None

    def assign(self, duty_ids: Sequence[DutyId], volunteer_id: VolunteerId) -> bool:
        """Give the duties to one volunteer; a broken rule is shown afterwards, not forbidden."""
        return self._document.carry_out(lambda roster: assign_all(roster, duty_ids, volunteer_id))

    def clear(self, duty_ids: Sequence[DutyId]) -> bool:
        """Leave the duties vacant."""
        return self._document.carry_out(lambda roster: edits.clear(roster, duty_ids))

    def toggle_lock(self, duty_ids: Sequence[DutyId]) -> bool:
        """Lock the held ones; unlock them where all are locked already."""

        def make(roster: Roster) -> RosterEdit:
            held = [a for d in duty_ids if (a := roster.assignments.get(d))]
            return edits.set_locked(roster, duty_ids, not all(a.locked for a in held))

        return self._document.carry_out(make)

    def swap(self, one: DutyId, other: DutyId) -> bool:
        """Exchange two holders, or move one to a vacancy."""
        if one == other:
            return False
        return self._document.carry_out(lambda roster: edits.swap(roster, one, other))

    def cut_in_two(self, duty_id: DutyId | None) -> bool:
        """Cut a duty at the whole hour nearest to its middle; its edges can be moved afterwards."""
        if duty_id is None:
            return False
        span = self._document.roster.plan.duty[duty_id].span
        middle = span.start + (span.end - span.start) / 2
        hour = (middle + _HALF_AN_HOUR).replace(minute=0, second=0, microsecond=0)
        moment = hour if span.start < hour < span.end else middle.replace(second=0, microsecond=0)
        return self._document.carry_out(lambda roster: parts.cut(roster, duty_id, moment))

    def join(self, duty_id: DutyId | None) -> bool:
        """Make one duty of this and the parts that touch it."""
        return duty_id is not None and self._document.carry_out(lambda roster: parts.join(roster, duty_id))

    def stretch(self, duty_id: DutyId, edge: Edge, to: datetime) -> bool:
        """Let a duty begin or end at another minute; whoever stands beside it takes or gives the time."""
        return self._document.carry_out(lambda roster: parts.move_edge(roster, duty_id, edge, to))

    def repeat_week(self, day: date | None) -> bool:
        """Let those who stand in a day's week stand the same in the week after it."""
        if day is None:
            return False
        return self._document.carry_out(lambda roster: repeat_week(roster, monday_of(day)))

    def copy(self, volunteer_id: VolunteerId | None) -> None:
        """Carry a volunteer to other duties."""
        if volunteer_id is not None:
            self._carried = Carried(volunteer_id)

    def cut(self, duty_id: DutyId | None) -> None:
        """Carry the holder away from a duty; the paste exchanges or moves."""
        who = self._document.roster.holder(duty_id) if duty_id is not None else None
        if who is not None:
            self._carried = Carried(who, duty_id)

    def paste(self, duty_ids: Sequence[DutyId]) -> bool:
        """Put down what is carried."""
        if self._carried is None or not duty_ids:
            return False
        if self._carried.cut_from is not None:
            source, self._carried = self._carried.cut_from, Carried(self._carried.volunteer_id)
            return self.swap(source, duty_ids[0])
        return self.assign(duty_ids, self._carried.volunteer_id)


def assign_all(roster: Roster, duty_ids: Sequence[DutyId], volunteer_id: VolunteerId) -> RosterEdit:
    """One edit that gives all these duties to one volunteer; those they hold already are passed over."""
    changes: list[AssignmentChange] = []
    for duty_id in duty_ids:
        try:
            changes += edits.assign(roster, duty_id, volunteer_id).changes
        except DomainError as error:
            if error.code is not ErrorCode.NOTHING_TO_CHANGE:
                raise
    if not changes:
        raise DomainError(ErrorCode.NOTHING_TO_CHANGE, duty_ids=tuple(duty_ids))
    return RosterEdit(EditKind.ASSIGN, tuple(changes))
