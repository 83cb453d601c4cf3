"""The board: a card for each checkpoint in as many columns as fit, and the gaps ahead beside them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from roster_app.gui.today.board_rows import GapRow, PlaceBoard
from roster_app.gui.today.gap_list import GapList
from roster_app.gui.today.place_card import PlaceCard
from roster_app.gui.today.row_button import RowButton
from roster_app.gui.widgets import measures_of
from roster_app.i18n import _

_CARD, _GAPS = 340, 360
"""Least width of a card and of the gaps, drawn for the 13-pixel body."""


class BoardView(QScrollArea):
    """Shows what it is handed; what is the same as before stays as it is, with the focus where it was."""

    row_clicked = Signal(object)  # the BoardRow
    menu_wanted = Signal(object)  # the RowButton
    duty_wanted = Signal(object)  # the DutyId of a gap

    def __init__(self, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scale = scale
        self._shown: tuple[tuple[PlaceBoard, ...], tuple[GapRow, ...]] = ((), ())
        self._columns = 0
        self.cards: list[PlaceCard] = []
        self.gaps: GapList | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Board"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def rows(self) -> list[RowButton]:
        """All of them, in the order they are read."""
        return [button for card in self.cards for button in card.rows]

    def show_board(self, places: tuple[PlaceBoard, ...], gaps: tuple[GapRow, ...]) -> None:
        if (places, gaps) != self._shown:
            self._shown = places, gaps
            self._build()

    def focus_first(self) -> bool:
        """Begin with the first who is to sign in, so that nobody is signed out by mistake; whether there is one."""
        found = next((button for button in self.rows if button.row.signs == "in"), None)
        if found is not None:
            found.setFocus()
        return found is not None

    def _build(self) -> None:
        focused = self._focused_key()
        places, gaps = self._shown
        self._columns = columns = self._wanted_columns()
        self.cards = [PlaceCard(place, self._scale) for place in places]
        self.gaps = GapList(gaps, self._scale)
        self.gaps.duty_wanted.connect(self.duty_wanted)
        whole = QWidget()
        measures = measures_of(self)
        row = QHBoxLayout(whole)
        row.setContentsMargins(measures.wide, measures.apart, measures.wide, measures.wide)
        row.setSpacing(measures.apart)
        for cards in self._shared_out(columns):
            row.addLayout(_column(cards, measures.apart), _CARD)
        row.addLayout(_column([self.gaps], measures.apart), _GAPS)
        for card in self.cards:
            card.row_clicked.connect(self.row_clicked)
            card.menu_wanted.connect(self.menu_wanted)
        before = self.takeWidget()
        if before is not None:
            before.hide()
            before.deleteLater()
        self.setWidget(whole)
        self._focus(focused)

    def _shared_out(self, columns: int) -> list[list[QWidget]]:
        """Each card into the column that is shortest so far."""
        shares: list[list[QWidget]] = [[] for _n in range(columns)]
        heights = [0] * columns
        for card in self.cards:
            least = heights.index(min(heights))
            shares[least].append(card)
            heights[least] += 2 + len(card.rows) + len(card.place.next) // 2
        return shares

    def _wanted_columns(self) -> int:
        unit = measures_of(self).px(self._scale * 10)
        room = self.viewport().width() - _GAPS * unit // 10
        return max(1, min(room // (_CARD * unit // 10), len(self._shown[0]) or 1))

    def _focused_key(self) -> object:
        focused = self.focusWidget()
        return focused.row.key if isinstance(focused, RowButton) and focused.hasFocus() else None

    def _focus(self, key: object) -> None:
        found = next((b for b in self.rows if key is not None and b.row.key == key and b.row.signs), None)
        if found is not None:
            found.setFocus()
        elif key is not None:
            self.focus_first()

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.cards and self._wanted_columns() != self._columns:
            self._build()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text asks for other cards, but not while Qt goes from widget to widget with it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.cards:
            QTimer.singleShot(0, self, self._build)


def _column(parts: list[QWidget], gap: int) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(gap)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return column
