"""The gaps of the next 48 hours, one under another, those with nobody at all first; a click goes to the duty."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from roster_app.domain.ids import DutyId
from roster_app.gui.today.board_rows import BoardRow, GapRow, State
from roster_app.gui.today.large_label import LargeLabel
from roster_app.gui.today.row_button import RowButton
from roster_app.gui.widgets import Card, measures_of
from roster_app.i18n import _

MOST = 12
"""So many are shown; the rest is counted."""


class GapList(Card):
    """Says so where there is none."""

    duty_wanted = Signal(object)  # the DutyId of a vacant duty

    def __init__(self, gaps: tuple[GapRow, ...], scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__("act" if any(gap.at_risk for gap in gaps) else "plain", parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.buttons: list[QAbstractButton] = []
        frame, side = QWidget(), measures_of(self).px(18 * scale)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*(measures_of(self).px(n * scale) for n in (0, 10, 0, 10)))
        column.setSpacing(measures_of(self).tight)
        column.addLayout(_inset(_("Gaps of the next 48 hours"), 17 * scale, side, bold=True))
        if not gaps:
            column.addLayout(_inset(_("Every post is covered."), 14 * scale, side))
        for gap in gaps[:MOST]:
            column.addWidget(self._button(gap, scale))
        if len(gaps) > MOST:
            rest = _("and {count} more").format(count=len(gaps) - MOST)
            column.addLayout(_inset(rest, 14 * scale, side))
        self.add(frame)

    def _button(self, gap: GapRow, scale: float) -> QAbstractButton:
        name = _("{place}: nobody") if gap.at_risk else _("{place}: too few")
        state = State.VACANT if gap.at_risk else State.AWAY
        button = RowButton(BoardRow(state, gap.duty_id, None, name.format(place=gap.place), gap.words), scale)
        button.be_a_link(gap.duty_id is not None)
        button.clicked.connect(lambda _checked=False, duty=gap.duty_id: self._on_clicked(duty))
        self.buttons.append(button)
        return button

    def _on_clicked(self, duty_id: DutyId | None) -> None:
        if duty_id is not None:
            self.duty_wanted.emit(duty_id)


def _inset(words: str, size: float, side: int, *, bold: bool = False) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(side, 0, side, 0)
    row.addWidget(LargeLabel(words, size, bold=bold))
    return row
