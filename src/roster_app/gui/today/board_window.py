"""The board on a whole screen: on a second one where there is one, so that work goes on on the first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from roster_app.gui.today.board_rows import GapRow, PlaceBoard
from roster_app.gui.today.board_view import BoardView
from roster_app.gui.today.large_label import LargeLabel
from roster_app.gui.widgets import QuietButton, measures_of
from roster_app.i18n import _

SCALE = 1.8
"""How much larger than in the page."""


class BoardWindow(QWidget):
    """Esc or F11 closes it."""

    closed = Signal()

    def __init__(self, team: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(_("Today"))
        self.setAutoFillBackground(True)
        self.view = BoardView(SCALE)
        self._team = LargeLabel(team, 24, bold=True)
        self._clock = LargeLabel("", 24, bold=True)
        self._team.setWordWrap(False)
        self._clock.setWordWrap(False)
        self.close_button = QuietButton(_("Close"), "x")
        self.close_button.clicked.connect(lambda _checked=False: self.close())
        measures = measures_of(self)
        head = QHBoxLayout()
        head.setContentsMargins(measures.wide * 2, measures.wide, measures.wide, 0)
        head.setSpacing(measures.wide)
        head.addWidget(self._team, 1)
        head.addWidget(self._clock)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def open(self) -> None:
        """On another screen than the page's, if there is one."""
        page = self.parentWidget()
        own = page.screen() if page is not None else self.screen()
        other = next((screen for screen in QGuiApplication.screens() if screen is not own), own)
        self.setGeometry(other.geometry())
        self.showFullScreen()
        if not self.view.focus_first():
            self.close_button.setFocus()

    def show_board(self, clock: str, places: tuple[PlaceBoard, ...], gaps: tuple[GapRow, ...]) -> None:
        self._clock.setText(clock)
        self.view.show_board(places, gaps)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
