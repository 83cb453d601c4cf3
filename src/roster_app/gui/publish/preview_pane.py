"""The middle of the page: the sheet as it will be printed, page by page, with what turns and enlarges it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from roster_app.gui.publish.previewing import PagePicture
from roster_app.gui.publish.sheet_view import SheetView
from roster_app.gui.widgets import (
    BusyStrip,
    ElidingLabel,
    EmptyState,
    IconButton,
    QuietButton,
    TextLabel,
    measures_of,
)
from roster_app.i18n import _
from roster_app.services.sheets import PrintedSheet


class PreviewPane(QWidget):
    """Holds which page is in sight; asks for pictures, never makes them."""

    picture_wanted = Signal(int, int)  # page counted from 0, width in device pixels
    again_wanted = Signal()  # the drawing failed and should be tried once more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = 0
        self._page = 0
        self._words = ""
        self._title = ElidingLabel("", "heading")
        self._count = TextLabel("", "quiet")
        self._back = IconButton("chevron-left", _("Page back (Page Up)"), small=True)
        self._on = IconButton("chevron-right", _("Page on (Page Down)"), small=True)
        self._reduce = IconButton("zoom-out", _("Smaller (Ctrl+-)"), small=True)
        self._enlarge = IconButton("zoom-in", _("Larger (Ctrl++)"), small=True)
        self._fit = QuietButton(_("Whole page"), small=True)
        self.view = SheetView()
        again = QuietButton(_("Try again"), "refresh-cw")
        self._failure = EmptyState("triangle-alert", _("The preview cannot be drawn"), "", again)
        self._stack = QStackedWidget()
        self._busy = BusyStrip(self._stack)
        self._is_busy = False
        self._lay_out()
        self._connect()
        again.clicked.connect(lambda _checked=False: self.again_wanted.emit())
        self._show_page()

    @property
    def page(self) -> int:
        """The page in sight, counted from 0."""
        return self._page

    @property
    def title(self) -> str:
        """Which sheet it is."""
        return self._words

    def show_title(self, words: str) -> None:
        """Which sheet it is; another sheet begins with its first page."""
        if words != self._words:
            self._page = 0
            self.view.go_to_top()
        self._words = words
        self._title.setText(words)
        self._show_page()

    def show_sheet(self, sheet: PrintedSheet) -> None:
        """The sheet has been drawn: show the page that was in sight, as far as there still is one."""
        self._pages = sheet.pages
        self._page = min(self._page, sheet.pages - 1)
        self._stack.setCurrentWidget(self.view)
        self._show_page()
        self._ask()

    def show_picture(self, picture: PagePicture) -> None:
        """The picture of a page; one that has been turned away from meanwhile is left out."""
        if picture.page == self._page:
            self.view.show_image(picture.image)

    def show_failure(self, sentence: str) -> None:
        """Why there is no preview."""
        self._pages = 0
        self._failure.show_texts(_("The preview cannot be drawn"), sentence)
        self._stack.setCurrentWidget(self._failure)
        self._show_page()

    def show_busy(self, busy: bool) -> None:
        """A light at the upper edge, if it lasts."""
        if busy != self._is_busy:
            self._is_busy = busy
            (self._busy.begin if busy else self._busy.end)()

    def clear(self) -> None:
        """No sheet at all."""
        self._pages = 0
        self.view.clear()
        self._stack.setCurrentWidget(self.view)
        self._show_page()

    def turn(self, steps: int) -> None:
        """Some pages on, or back; at the ends it stays."""
        wanted = min(max(self._page + steps, 0), max(self._pages - 1, 0))
        if wanted != self._page:
            self._page = wanted
            self.view.go_to_top()
            self._show_page()
            self._ask()

    def page_down(self) -> None:
        """The rest of an enlarged page, then the next one."""
        if not self.view.scroll_page(1):
            self.turn(1)

    def page_up(self) -> None:
        """The upper part of an enlarged page, then the one before."""
        if not self.view.scroll_page(-1):
            self.turn(-1)

    def _lay_out(self) -> None:
        measures = measures_of(self)
        bar = QHBoxLayout()
        bar.setContentsMargins(measures.wide, measures.near, measures.apart, measures.near)
        bar.setSpacing(measures.tight)
        bar.addWidget(self._title, 1)
        turning: tuple[QWidget, ...] = (self._back, self._count, self._on)
        enlarging: tuple[QWidget, ...] = (self._reduce, self._fit, self._enlarge)
        for part in turning:
            bar.addWidget(part)
        bar.addSpacing(measures.near)
        for part in enlarging:
            bar.addWidget(part)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._count.setMinimumWidth(measures.px(44))
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._failure)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda _checked=False: self.turn(-1))
        self._on.clicked.connect(lambda _checked=False: self.turn(1))
        self._reduce.clicked.connect(lambda _checked=False: self.view.reduce())
        self._enlarge.clicked.connect(lambda _checked=False: self.view.enlarge())
        self._fit.clicked.connect(lambda _checked=False: self.view.fit())
        self.view.turned.connect(self.turn)
        self.view.width_wanted.connect(lambda _width: self._ask())
        self.view.zoom_changed.connect(self._show_page)

    def _ask(self) -> None:
        if self._pages:
            self.picture_wanted.emit(self._page, self.view.wanted_width)

    def _show_page(self) -> None:
        number = min(self._page + 1, self._pages)
        self._count.setText(f"{number} / {self._pages}" if self._pages else "")
        self._back.setEnabled(number > 1)
        self._on.setEnabled(number < self._pages)
        self._enlarge.setEnabled(bool(self._pages) and self.view.can_enlarge)
        self._reduce.setEnabled(bool(self._pages) and not self.view.is_whole)
        self._fit.setEnabled(bool(self._pages) and not self.view.is_whole)
        self.view.setAccessibleName(
            _("{sheet}, page {number} of {count}").format(sheet=self._words, number=number, count=self._pages)
        )
