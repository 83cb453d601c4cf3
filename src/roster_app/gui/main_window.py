"""The top-level window: its size and place, its title, and that nothing is lost when it closes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from roster_app.gui.frame import Frame
from roster_app.gui.view_state import ViewState
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.question import ask
from roster_app.i18n import _


class MainWindow(QMainWindow):
    """Holds one frame at a time; another language gets another frame in the same window."""

    closed = Signal()  # the window is about to go; whoever works for it ends now

    def __init__(self, view_state: ViewState) -> None:
        super().__init__()
        self._view_state = view_state
        self._leaving = False
        self.frame = Frame()
        self.setCentralWidget(self.frame)
        self.setMinimumSize(self._px(860, 560))
        if not view_state.restore_window(self):
            room = self.screen().availableSize()
            self.resize(self._px(1440, 900).boundedTo(room))

    def use_frame(self, frame: Frame) -> None:
        """Show this frame; the one before is given up with its pages."""
        self._keep_frame()
        self.frame = frame
        self.setCentralWidget(frame)
        frame.show()
        self._view_state.restore_splitter("navigation", frame.splitter)

    def show_team(self, name: str) -> None:
        """Whose rosters these are, in the title."""
        self.setWindowTitle(name)

    def unsaved(self) -> str:
        """What would be lost, in sentences."""
        return "\n".join(sentence for page in self.frame.pages if (sentence := page.unsaved()))

    def _keep_frame(self) -> None:
        for page in self.frame.pages:
            page.closing()
        if self.frame.navigation.isVisible():
            self._view_state.keep_splitter("navigation", self.frame.splitter)

    def leave(self) -> None:
        """Close without asking."""
        self._leaving = True
        self.close()

    def _px(self, width: float, height: float) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(width), measures.px(height))

    # Qt overrides

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before losing what is not stored; then end all work. Everything else is stored already."""
        unsaved = self.unsaved()
        if unsaved and not self._leaving:
            event.ignore()
            ask(self, _("Not stored yet"), unsaved, _("Close and lose it"), self.leave, danger=True, no=_("Go back"))
            return
        self._view_state.keep_window(self)
        self._keep_frame()
        self._view_state.store()
        self.hide()
        self.closed.emit()
        super().closeEvent(event)
