"""Who answers for the sheets: the names at their head and foot, remembered from one day to the next."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from roster_app.domain.ids import TeamId
from roster_app.gui.view_state import ViewState
from roster_app.gui.widgets import Form
from roster_app.i18n import _

_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Signatures:
    """带班领导, 制表, 审核; an empty one is printed as a line to sign on."""

    duty_leader: str = ""
    made_by: str = ""
    reviewed_by: str = ""

    @classmethod
    def remembered(cls, view_state: ViewState, team_id: TeamId) -> Signatures:
        """Those used last for this team."""
        return cls(*(view_state.text(name) for name in _names(team_id)))

    def remember(self, view_state: ViewState, team_id: TeamId) -> None:
        """Use them again next time."""
        for name, value in zip(_names(team_id), (self.duty_leader, self.made_by, self.reviewed_by), strict=True):
            view_state.keep(name, value)


def _names(team_id: TeamId) -> list[str]:
    return [f"publish/{team_id}/{field}" for field in ("duty_leader", "made_by", "reviewed_by")]


class SignaturesForm(QWidget):
    """Three short fields."""

    changed = Signal(object)  # the Signatures as they are written now

    def __init__(self, signatures: Signatures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        form = Form()
        self.duty_leader, self.made_by, self.reviewed_by = (
            self._field(form, words, name)
            for words, name in (
                (_("Leader on duty"), signatures.duty_leader),
                (_("Made by"), signatures.made_by),
                (_("Checked by"), signatures.reviewed_by),
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    @property
    def signatures(self) -> Signatures:
        """As they are written now."""
        fields = (self.duty_leader, self.made_by, self.reviewed_by)
        return Signatures(*(field.text().strip() for field in fields))

    def _field(self, form: Form, words: str, name: str) -> QLineEdit:
        field = QLineEdit(name)
        field.setMaxLength(_LONGEST)
        field.setPlaceholderText(_("a line to sign on"))
        field.textEdited.connect(lambda _text: self.changed.emit(self.signatures))
        form.add(words, field)
        return field
