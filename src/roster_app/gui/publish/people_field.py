"""Whose hours a sheet tells: everybody who stood, or people who are chosen by name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.domain.ids import VolunteerId
from roster_app.domain.team import Directory
from roster_app.gui.widgets import SegmentedControl, TokenEdit, measures_of
from roster_app.i18n import _

_EVERYBODY, _CHOSEN = "everybody", "chosen"


class PeopleField(QWidget):
    """While nobody is chosen yet, everybody is told of."""

    changed = Signal()  # other people are wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        choices = [(_EVERYBODY, _("Everybody")), (_CHOSEN, _("Chosen people"))]
        self.mode = SegmentedControl(choices, _("Whose hours"))
        self.tokens = TokenEdit((), _("People"), placeholder=_("Name …"))
        self.tokens.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).near)
        column.addWidget(self.mode)
        column.addWidget(self.tokens)
        self.mode.chosen.connect(self._on_mode)
        self.tokens.changed.connect(lambda _keys: self.changed.emit())

    @property
    def people(self) -> tuple[VolunteerId, ...]:
        """None are everybody."""
        chosen = self.tokens.chosen if self.mode.choice == _CHOSEN else ()
        return tuple(VolunteerId(int(key)) for key in chosen)

    def show_team(self, directory: Directory) -> None:
        """Who can be chosen; whoever was and still is known stays chosen. Tells nobody."""
        known = {str(v.id): directory.name[v.id] for v in directory.volunteers}
        kept = [key for key in self.tokens.chosen if key in known]
        self.tokens.offer(known.items())
        self.tokens.choose(kept)

    def _on_mode(self, mode: str) -> None:
        self.tokens.setVisible(mode == _CHOSEN)
        if mode == _CHOSEN:
            self.tokens.setFocus()
        self.changed.emit()
