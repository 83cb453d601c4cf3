"""Going to what is to be mended: the next conflict or vacancy, a violation in the list, what differs from paper."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from roster_app.domain.rules import Violation
from roster_app.gui.roster.arrangements import Arrangements
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.status import Status
from roster_app.gui.roster.troubles import next_trouble, troubles


class Mending(QObject):
    """Only goes there; what is done about it is the person's."""

    nothing_left = Signal()  # there was nowhere to go

    def __init__(self, document: RosterDocument, arrangements: Arrangements, status: Status) -> None:
        super().__init__(status)
        self._document = document
        self._arrangements = arrangements
        self._status = status

    def go_on(self, step: int, *, conflicts: bool = True) -> None:
        """The next (1) or the one before (−1) in order of time; without conflicts only vacancies count."""
        if not self._document.is_open:
            return
        shown, here = self._document.shown, self._arrangements
        places = troubles(shown, self._status.since, conflicts=conflicts)
        found = next_trouble(places, shown, here.duty_id, here.day, step)
        if found is None:
            self.nothing_left.emit()
        else:
            here.go_to_duty(found)

    def go_to(self, violation: Violation) -> None:
        """Where a violation is marked; one of the shares at the person's line."""
        marked = self._document.findings.marked_at(violation)
        if marked:
            self._arrangements.go_to_duty(marked[0])
        elif violation.volunteer_id is not None:
            self._arrangements.go_to_person(violation.volunteer_id)

    def go_to_change(self) -> None:
        """The first duty that differs from the posted edition."""
        now = self._status.now
        if now is not None and now.changed_since_edition:
            self._arrangements.go_to_duty(now.changed_since_edition[0])
