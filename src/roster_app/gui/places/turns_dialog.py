"""Asking how four crews take turns, and on which day the first of them begins."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from roster_app.domain.crew_turns import CREW_TURNS
from roster_app.gui.widgets import ChoiceField, DateField, Form, PanelDialog, PrimaryButton, QuietButton
from roster_app.i18n import _
from roster_app.services.words.templates import turns_name


class TurnsDialog(PanelDialog):
    """Emits which turns, and their first day; nothing is stored yet."""

    submitted = Signal(str, object)  # the key of `CREW_TURNS`, the day

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(_("Crews take turns"), parent, width=520)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.turns = ChoiceField((key, turns_name(key)) for key in CREW_TURNS)
        self.turns.setAccessibleName(_("How they take turns"))
        self.first = DateField(today, _("First day of the turns"))
        form = Form()
        form.add(_("&Turns"), self.turns, _("Four crews; where the team has none, they are made."))
        form.add(
            _("&From"), self.first, _("The first crew begins its turn on this day, the others enter it further on.")
        )
        self.add(form)
        cancel = QuietButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        begin = PrimaryButton(_("Begin"))
        begin.clicked.connect(self._on_begin)
        self.add_right(cancel)
        self.add_right(begin)
        self.turns.setFocus()

    def _on_begin(self) -> None:
        self.submitted.emit(self.turns.choice, self.first.day)
        self.accept()
