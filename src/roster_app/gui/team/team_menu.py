"""The menu beside the team's name: the other teams, a new one, this one's name and rules, and the guide."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from roster_app.domain.ids import TeamId
from roster_app.domain.people import Team
from roster_app.gui.widgets.buttons import IconButton
from roster_app.i18n import _


class TeamButton(IconButton):
    """Emits wishes only; the menu is made anew each time it opens."""

    team_chosen = Signal(object)  # the TeamId of another team
    new_wished = Signal()
    edit_wished = Signal()
    rules_wished = Signal()
    guide_wished = Signal()

    def __init__(self, teams: tuple[Team, ...], current: TeamId, parent: QWidget | None = None) -> None:
        super().__init__("chevron-down", _("Teams"), small=True, parent=parent)
        self._teams = teams
        self._current = current
        self.clicked.connect(self._on_clicked)

    def menu(self) -> QMenu:
        """The menu as it is now; it deletes itself when it closes."""
        menu = QMenu(self)
        group = QActionGroup(menu)
        for team in self._teams:
            action = menu.addAction(team.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(team.id == self._current)
            action.triggered.connect(lambda _checked=False, team_id=team.id: self._choose(team_id))
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(_("Name and duty phone …"), self.edit_wished.emit)
        menu.addAction(_("Rules of the team …"), self.rules_wished.emit)
        menu.addSeparator()
        menu.addAction(_("New team …"), self.new_wished.emit)
        menu.addSeparator()
        menu.addAction(_("User guide"), self.guide_wished.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _choose(self, team_id: TeamId) -> None:
        if team_id != self._current:
            self.team_chosen.emit(team_id)

    def _on_clicked(self) -> None:
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))
