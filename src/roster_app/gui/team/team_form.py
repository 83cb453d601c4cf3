"""The fields of a team: its name, its office and the duty phone, each checked where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from roster_app.domain.people import Team
from roster_app.gui.widgets.form import Form
from roster_app.i18n import _


@dataclass(frozen=True, slots=True)
class TeamWords:
    """What was written, without blanks around it."""

    name: str
    office: str
    duty_phone: str


class TeamForm(QWidget):
    """Three fields; `words` answers only when a name is there."""

    submitted = Signal()  # Enter in the last field

    def __init__(self, team: Team | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit(team.name if team else "")
        self._office = QLineEdit(team.office if team else "")
        self._phone = QLineEdit(team.duty_phone if team else "")
        for field in (self._name, self._office, self._phone):
            field.setMaxLength(60)
        form = Form()
        self._name_row = form.add(_("&Name of the team"), self._name)
        form.add(_("&Office"), self._office, _("Stands in the title of every sheet, such as 永平街横三社区."))
        self._phone_row = form.add(_("&Duty phone"), self._phone, _("Answered around the clock; printed in full."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)
        self._name.returnPressed.connect(self._office.setFocus)
        self._office.returnPressed.connect(self._phone.setFocus)
        self._phone.returnPressed.connect(self.submitted)
        self._name.textChanged.connect(lambda: self._name_row.show_error(""))
        self.setFocusProxy(self._name)

    def words(self) -> TeamWords | None:
        """What was written; where the name is missing, nothing, and the field says so."""
        written = TeamWords(*(field.text().strip() for field in (self._name, self._office, self._phone)))
        if written.name:
            return written
        self._name_row.show_error(_("A team needs a name."))
        self._name.setFocus()
        return None
