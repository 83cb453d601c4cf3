"""The dialog for a team's name, office and duty phone: a new team, or one that is there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from roster_app.domain.people import Team
from roster_app.gui.team.team_form import TeamForm
from roster_app.gui.widgets.buttons import PrimaryButton, QuietButton
from roster_app.gui.widgets.dialog import PanelDialog
from roster_app.i18n import _


class TeamDialog(PanelDialog):
    """Stays open until whoever listens has stored the words and calls `accept`."""

    submitted = Signal(object)  # the TeamWords to store

    def __init__(self, team: Team | None, parent: QWidget) -> None:
        super().__init__(_("The team") if team else _("A new team"), parent, width=560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._form = TeamForm(team)
        self.add(self._form)
        cancel = QuietButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        store = PrimaryButton(_("Save") if team else _("Create the team"))
        store.clicked.connect(self._on_submitted)
        self._form.submitted.connect(self._on_submitted)
        self.add_right(cancel)
        self.add_right(store)
        self._form.setFocus()

    def _on_submitted(self) -> None:
        words = self._form.words()
        if words is not None:
            self.submitted.emit(words)
