"""Keeps the leaf of fairness true while it is in front, and goes where its rows lead."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from roster_app.gui.roster.arrangements import Arrangements
from roster_app.gui.roster.document import RosterDocument
from roster_app.gui.roster.fairness_panel import REST, SHARES
from roster_app.gui.roster.fairness_rows import rest_rows, share_rows, turn_rows
from roster_app.gui.roster.panel import FAIRNESS, RosterPanel
from roster_app.gui.roster.totals import kind_title
from roster_app.i18n import _
from roster_app.services.words import day_words


class SharingOut(QObject):
    """Works nothing out while another leaf is in front."""

    ended = Signal()  # the keyboard belongs to the grid again

    def __init__(
        self, document: RosterDocument, arrangements: Arrangements, panel: RosterPanel, now: Callable[[], datetime]
    ) -> None:
        super().__init__(panel)
        self._document = document
        self._arrangements = arrangements
        self._panel = panel
        self._leaf = panel.fairness
        self._now = now
        document.judged.connect(self.tell)
        document.reloaded.connect(self.tell)
        panel.switched.connect(lambda _name: self.tell())
        self._leaf.look_chosen.connect(self.tell)
        self._leaf.chosen.connect(self._on_chosen)
        self._leaf.left.connect(self.ended)

    def tell(self) -> None:
        """Work the rows out, if anybody looks at them."""
        if not self._panel.shows(FAIRNESS) or not self._document.is_open:
            return
        opened, look = self._document.in_sight, self._leaf.look.choice
        if look == SHARES:
            kind = self._leaf.chosen_kind
            rows = share_rows(opened, self._arrangements.people_model.totals, kind)
            self._leaf.show_rows(kind_title(kind), _("the widest miss first"), rows, _("There is nobody yet."))
        elif look == REST:
            day = min(max(self._now().date(), opened.period.first), opened.period.last)
            rows = rest_rows(opened, day)
            remark = _("up to {day}").format(day=day_words(day))
            self._leaf.show_rows(_("Days in a row"), remark, rows, _("There is nobody yet."))
        else:
            teaching = _("No turn queue is kept. Add one under the rules of the team.")
            self._leaf.show_rows(_("Whose turn"), _("the next first"), turn_rows(opened, self._now()), teaching)

    def _on_chosen(self, key: int) -> None:
        plan = self._document.in_sight.roster.plan
        duty_id = next((d for d in plan.duty if d == key), None)
        if duty_id is not None:
            self._arrangements.go_to_duty(duty_id)
            return
        volunteers = self._document.opened.directory.volunteers
        who = next((v.id for v in volunteers if v.id == key), None)
        if who is not None:
            self._arrangements.go_to_person(who)
