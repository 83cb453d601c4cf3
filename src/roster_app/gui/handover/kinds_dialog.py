"""The list of what a team counts at its hand-overs: one kind a line, its unit after a comma."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from roster_app.domain.errors import DomainError
from roster_app.domain.hand_over import SupplyKind, supply_list
from roster_app.domain.ids import TeamId
from roster_app.gui.errors import sentence_of
from roster_app.gui.widgets import InlineError, PanelDialog, PrimaryButton, QuietButton, TextLabel
from roster_app.i18n import _
from roster_app.services.hand_overs import usual_supplies

_COMMA = re.compile(r"[,，、]")


class KindsDialog(PanelDialog):
    """Nothing is stored before it is said."""

    submitted = Signal(object)  # the SupplyList wanted, or None for the usual one

    def __init__(self, team_id: TeamId, kinds: tuple[SupplyKind, ...], parent: QWidget) -> None:
        super().__init__(_("What is counted at a hand-over"), parent, width=460, height=420)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._team_id = team_id
        self.kinds = QPlainTextEdit(written(kinds))
        self.kinds.setAccessibleName(self.windowTitle())
        self.kinds.setTabChangesFocus(True)
        self.error = InlineError()
        self.usual = QuietButton(_("As usual again"), "undo-2")
        self.save = PrimaryButton(_("Save"), "save")
        cancel = QuietButton(_("Cancel"))
        self.add(TextLabel(_("One kind a line, its unit after a comma: masks, boxes"), "quiet", wraps=True))
        self.add(self.kinds, 1)
        self.add(self.error, padded=False)
        self.add_left(self.usual)
        self.add_right(cancel)
        self.add_right(self.save)
        cancel.clicked.connect(lambda _checked=False: self.reject())
        self.usual.clicked.connect(lambda _checked=False: self.kinds.setPlainText(written(usual_supplies())))
        self.save.clicked.connect(lambda _checked=False: self._submit())

    def _submit(self) -> None:
        kinds = read(self.kinds.toPlainText())
        try:
            wanted = None if kinds == usual_supplies() else supply_list(self._team_id, kinds)
        except DomainError as error:
            self.error.tell(sentence_of(error))
            self.kinds.setFocus()
            return
        self.accept()
        self.submitted.emit(wanted)


def written(kinds: tuple[SupplyKind, ...]) -> str:
    """口罩, 个."""
    return "\n".join(f"{kind.name}, {kind.unit}" if kind.unit else kind.name for kind in kinds)


def read(text: str) -> tuple[SupplyKind, ...]:
    """The kinds of the lines that are not empty."""
    lines = ([part.strip() for part in _COMMA.split(line, 1)] for line in text.splitlines() if line.strip())
    return tuple(SupplyKind(name, "".join(unit)) for name, *unit in lines)
