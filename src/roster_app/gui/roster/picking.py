"""Choosing in the side panel: it follows the current cell, and what is chosen there becomes an edit."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QTimer, Signal

from roster_app.domain.ids import DutyId, VolunteerId
from roster_app.gui.roster.arrangements import Arrangements
from roster_app.gui.roster.candidate_choices import candidate_choices
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.duty_choices import duty_choices
from roster_app.gui.roster.hand_editing import HandEditing
from roster_app.gui.roster.panel import PICKER, RosterPanel
from roster_app.gui.roster.seat_facts import Facts, day_facts, duty_facts
from roster_app.i18n import _

_PATIENCE = 45  # milliseconds the cell must stand still before its candidates are weighed


class _Subject(Enum):
    """What a choice means."""

    NOTHING = 0
    PEOPLE = 1
    DUTIES = 2


class Picking(QObject):
    """Facts follow at once, candidates when the cell stands still: holding an arrow key down costs nothing."""

    ended = Signal()  # something was chosen, or Esc: the keyboard belongs to the grid again

    def __init__(
        self, document: RosterDocument, arrangements: Arrangements, panel: RosterPanel, editing: HandEditing
    ) -> None:
        super().__init__(panel)
        self._document = document
        self._arrangements = arrangements
        self._panel = panel
        self._editing = editing
        self._subject = _Subject.NOTHING
        self._waiting = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._waiting.timeout.connect(self.weigh)
        arrangements.moved.connect(self.follow)
        document.judged.connect(self.follow)
        document.reloaded.connect(self.follow)
        panel.picker.chosen.connect(self._on_chosen)
        panel.picker.left.connect(self._end)

    def follow(self) -> None:
        """Show what is known of the current cell, and weigh its candidates soon."""
        facts = self._facts()
        self._panel.picker.show_facts(facts)
        words = facts.wrong.splitlines()[0] if facts.wrong else facts.known
        choosable = self._document.is_editable and self._what() is not _Subject.NOTHING
        self._arrangements.strip.tell(facts.title, words, wrong=bool(facts.wrong), choosable=choosable)
        self._waiting.start()

    def begin(self, typed: str) -> None:
        """Let the person choose, beginning with what has been typed in the grid."""
        if not self._document.is_editable:
            return
        self._panel.bring(PICKER)
        self.weigh()
        self._panel.picker.begin(typed)

    def weigh(self) -> None:
        """Offer the candidates of the current cell now."""
        self._waiting.stop()
        self._subject = self._what() if self._document.is_editable else _Subject.NOTHING
        picker, document = self._panel.picker, self._document
        duty_id, person, day = self._arrangements.duty_id, self._arrangements.person, self._arrangements.day
        if self._subject is _Subject.PEOPLE and duty_id is not None:
            choices = candidate_choices(document.opened, document.candidates(duty_id), duty_id)
            remark = _("{count} people, the best first").format(count=len(choices))
            picker.show_choices(_("Candidates"), remark, choices)
        elif self._subject is _Subject.DUTIES and person is not None and day is not None:
            picker.show_choices(
                _("Duties of the day"), _("vacancies first"), duty_choices(document.opened, document.shown, person, day)
            )
        else:
            remark = _("accept or discard the proposal first") if document.proposed else ""
            picker.show_choices(_("Candidates"), remark, [])

    def _what(self) -> _Subject:
        if not self._document.is_open or self._arrangements.day is None:
            return _Subject.NOTHING
        if self._arrangements.duty_id is not None:
            return _Subject.PEOPLE
        return _Subject.DUTIES if self._arrangements.is_of_people else _Subject.NOTHING

    def _facts(self) -> Facts:
        subject, person, day = self._what(), self._arrangements.person, self._arrangements.day
        totals = self._arrangements.people_model.totals
        if subject is _Subject.PEOPLE and (duty_id := self._arrangements.duty_id) is not None:
            return duty_facts(self._document.shown, totals, duty_id)
        if subject is _Subject.DUTIES and person is not None and day is not None:
            return day_facts(self._document.shown, totals, person, day)
        return Facts("", _("Nobody is wanted here"), "")

    def _on_chosen(self, key: int) -> None:
        person = self._arrangements.person
        if self._subject is _Subject.PEOPLE:
            self._editing.assign(self._duties_meant(), VolunteerId(key))
        elif self._subject is _Subject.DUTIES and person is not None:
            self._editing.assign([DutyId(key)], person)
        self._end()

    def _duties_meant(self) -> list[DutyId]:
        """All selected duties where several cells are; else the one the panel speaks of."""
        duty_id = self._arrangements.duty_id
        several = self._arrangements.duty_ids
        return several if duty_id in several else [duty_id] if duty_id is not None else []

    def _end(self) -> None:
        self._panel.picker.end()
        self.ended.emit()
