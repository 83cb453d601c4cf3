"""Both signatures of a hand-over: who hands over, who takes over, each signed or taken back by its button."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from roster_app.domain.hand_over import MOST_NAME_LETTERS, HandOver
from roster_app.gui.widgets import QuietButton, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.words import moment


class Signing(QWidget):
    """Names are those of the roster until somebody else is written in."""

    sign_wished = Signal(str)  # the outgoing leader, as written; an empty word takes the signature back
    acknowledge_wished = Signal(str)  # the incoming leader, in the same way

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.outgoing = _Signature(_("Handed over by"), _("Hands over"))
        self.incoming = _Signature(_("Taken over by"), _("Takes over"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(measures_of(self).near)
        grid.setColumnStretch(1, 1)
        for row, signature in enumerate((self.outgoing, self.incoming)):
            grid.addWidget(TextLabel(signature.label, "quiet"), 2 * row, 0)
            grid.addWidget(signature.name, 2 * row, 1)
            grid.addWidget(signature.button, 2 * row, 2)
            grid.addWidget(signature.state, 2 * row + 1, 1, 1, 2)
        self.outgoing.wished.connect(self.sign_wished)
        self.incoming.wished.connect(self.acknowledge_wished)

    def show_hand_over(self, noted: HandOver, leaders: tuple[str, str]) -> None:
        """What is signed, or who would sign as the roster says."""
        self.outgoing.show_signature(noted.outgoing, noted.signed_at, leaders[0])
        self.incoming.show_signature(noted.incoming, noted.acknowledged_at, leaders[1])


class _Signature(QWidget):
    """One name with its button; the parts stand in the grid of both."""

    wished = Signal(str)

    def __init__(self, label: str, deed: str) -> None:
        super().__init__()
        self.label = label
        self._deed = deed
        self._signed = False
        self.name = QLineEdit()
        self.name.setAccessibleName(label)
        self.name.setMaxLength(MOST_NAME_LETTERS)
        self.button = QuietButton(deed)
        self.state = TextLabel("", "second")
        self.button.clicked.connect(lambda _checked=False: self._on_pressed())
        self.name.returnPressed.connect(self._on_pressed)

    def show_signature(self, name: str, at: datetime | None, leader: str) -> None:
        """As it is stored."""
        self._signed = at is not None
        self.name.setText(name if at is not None else leader)
        self.name.setReadOnly(self._signed)
        self.button.setText(_("Take back") if self._signed else self._deed)
        self.state.setText(_("Not signed yet") if at is None else _("Signed {moment}").format(moment=moment(at)))
        self.state.set_tone("look" if at is None else "good")

    def _on_pressed(self) -> None:
        if self._signed:
            self.wished.emit("")
        elif self.name.text().strip():
            self.wished.emit(self.name.text())
        else:
            self.name.setFocus()
