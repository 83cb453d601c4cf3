"""One checkpoint of the board: its name, whether a post stands alone, its people, and who comes next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from roster_app.gui.today.board_rows import PlaceBoard
from roster_app.gui.today.large_label import LargeLabel
from roster_app.gui.today.row_button import RowButton
from roster_app.gui.widgets import Card, Chip, measures_of
from roster_app.i18n import _


class PlaceCard(Card):
    """Red where a post that wants several has one."""

    row_clicked = Signal(object)  # the BoardRow
    menu_wanted = Signal(object)  # the RowButton

    def __init__(self, place: PlaceBoard, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__("act" if place.single else "plain", parent)
        self.place = place
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.add(self._head(scale))
        self.rows = [RowButton(row, scale) for row in place.rows]
        for button in self.rows:
            button.clicked.connect(lambda _checked=False, row=button.row: self.row_clicked.emit(row))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(lambda _at, button=button: self.menu_wanted.emit(button))
            self.add(button)
        self.add(self._foot(scale))

    def _head(self, scale: float) -> QWidget:
        measures = measures_of(self)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(*(measures.px(n * scale) for n in (18, 10, 18, 4)))
        row.addWidget(LargeLabel(self.place.name, 17 * scale, bold=True), 1)
        for post in self.place.single:
            row.addWidget(Chip(_("only one: {post}").format(post=post), "act"))
        return head

    def _foot(self, scale: float) -> QWidget:
        measures = measures_of(self)
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(*(measures.px(n * scale) for n in (18, 4, 18, 10)))
        column.setSpacing(measures.tight)
        if not self.place.rows:
            column.addWidget(LargeLabel(_("Nobody is on duty now"), 14 * scale))
        for words in self.place.next:
            column.addWidget(LargeLabel(_("Next {people}").format(people=words), 14 * scale))
        return foot
