"""The cell in hand: its address, what it holds, why it is asked about, and the three answers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.gui.taking_in.cell_fates import CellFate
from roster_app.gui.taking_in.verdicts import TONES, verdict_name
from roster_app.gui.widgets import Chip, QuietButton, TextLabel, measures_of
from roster_app.gui.widgets.labels import ElidingLabel
from roster_app.i18n import _


class CellPanel(QWidget):
    """Keeps its height, so that nothing jumps while the arrows go from cell to cell."""

    mend_wished = Signal()
    count_wished = Signal()
    omit_wished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        measures = measures_of(self)
        self._address = ElidingLabel("", "heading")
        self._chip = Chip("")
        self._why = TextLabel("", "second", wraps=True)
        self.mend = QuietButton(_("Mend"), "pencil", small=True)
        self.count = QuietButton(_("Is right"), "check", small=True)
        self.omit = QuietButton(_("Leave out"), "x", small=True)
        for button, keys in ((self.mend, "Enter"), (self.count, _("Space")), (self.omit, "Delete")):
            button.setToolTip(keys)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self._address, 1)
        head.addWidget(self._chip)
        foot.setSpacing(measures.px(6))
        for button in (self.mend, self.count, self.omit):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(measures.px(14), measures.px(10), measures.px(14), measures.px(12))
        column.setSpacing(measures.px(6))
        column.addLayout(head)
        column.addWidget(self._why)
        column.addStretch(1)
        column.addLayout(foot)
        self.setFixedHeight(measures.px(150))
        self.mend.clicked.connect(self.mend_wished)
        self.count.clicked.connect(self.count_wished)
        self.omit.clicked.connect(self.omit_wished)

    def show_cell(self, address: str, text: str, written: str, fate: CellFate | None) -> None:
        """Show one cell; without an address there is none."""
        words = " ".join(text.split())
        self._address.setText(f"{address}  {words}" if address else "")
        self._chip.setVisible(fate is not None)
        if fate is not None:
            self._chip.show_text(verdict_name(fate.verdict), TONES[fate.verdict])
        said = list(fate.sentences[:3]) if fate is not None else []
        if text != written:
            said.insert(0, _("In the file: “{text}”").format(text=written))
        if not said:
            said = [_("Nothing to answer here.") if address else _("Choose a cell to see what was read.")]
        self._why.setText("\n".join(said))
        self.mend.setEnabled(bool(address))
        for button in (self.count, self.omit):
            button.setEnabled(fate is not None)
