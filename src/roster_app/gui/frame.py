"""Everything inside the window, in one language: navigation, the stack of pages, message bar, status bar."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from roster_app.gui.actions import make_action
from roster_app.gui.page_list import PageEntry
from roster_app.gui.shell import Badge, Page, Shell
from roster_app.gui.taking_in.sources import dropped_file
from roster_app.gui.widgets.message_bar import Message, MessageBar
from roster_app.gui.widgets.navigation_bar import NavigationBar
from roster_app.gui.widgets.status_bar import StatusBar
from roster_app.i18n import _, ngettext


class Frame(QWidget):
    """Builds each page at its first visit and keeps it; between teams it shows one widget without navigation."""

    settings_wished = Signal()
    page_changed = Signal(str)  # the key of the page in front

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.navigation = NavigationBar(_("Pages"))
        self.status = StatusBar()
        self._stack = QStackedWidget()
        self._above = QVBoxLayout()
        self.message_bar = MessageBar(self._stack)
        self._entries: dict[str, PageEntry] = {}
        self._pages: dict[str, Page] = {}
        self._shell: Shell | None = None
        self._stored_at: datetime | None = None
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._clock = QTimer(self)
        self._clock.setInterval(20_000)
        self._clock.timeout.connect(self._show_saved)
        self._build()
        self.setAcceptDrops(True)

    @property
    def page(self) -> Page | None:
        """The page in front, if there is one."""
        return self._pages.get(self.navigation.choice)

    @property
    def pages(self) -> tuple[Page, ...]:
        """Those built so far."""
        return tuple(self._pages.values())

    def show_pages(self, shell: Shell, entries: tuple[PageEntry, ...]) -> None:
        """Offer the pages of one team; none is built before it is visited."""
        self._shell = shell
        self._entries = {entry.key: entry for entry in entries}
        for entry in entries:
            self.navigation.add_page(entry.key, _(entry.words), entry.icon)
        self.navigation.add_foot("settings", _("Settings"), "settings")
        shell.events.changed.connect(self._on_changed)
        shell.messages.step_told.connect(self.status.show_step)
        self._show_saved()
        self._clock.start()

    def show_only(self, widget: QWidget) -> None:
        """Show one thing in the place of pages, and neither navigation nor status."""
        self.navigation.hide()
        self.status.hide()
        self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)
        widget.setFocus()

    def show_above(self, widget: QWidget) -> None:
        """Put something small above the pages, whichever is in front."""
        self._above.insertWidget(0, widget)

    def go(self, key: str, target: object = None) -> None:
        """Bring a page to the front and show it a target, or let it carry out a command by its name.

        Does nothing for a page this window does not have.
        """
        if key not in self._entries or self._shell is None:
            return
        page = self._pages.get(key) or self._built(self._entries[key], self._shell)
        self._stack.setCurrentWidget(page)
        self.navigation.choose(key)
        if target is not None and not isinstance(target, str):
            page.show_target(target)
        page.activated()
        self._show_hints()
        self.page_changed.emit(key)
        if isinstance(target, str):
            page.carry_out(target)

    def go_to_number(self, number: int) -> None:
        """The page at that place of the navigation, counted from 1."""
        if number <= len(self._entries):
            self.go(list(self._entries)[number - 1])

    def tell(self, message: Message) -> None:
        """Show a message over the foot of the page."""
        self.message_bar.tell(message.text, message.kind, *message.actions)

    def _build(self) -> None:
        self.splitter.addWidget(self.navigation)
        beside = QWidget()
        beside.setLayout(self._above)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(0)
        self._above.addWidget(self._stack, 1)
        self.splitter.addWidget(beside)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.status)
        self.navigation.chosen.connect(self._on_chosen)
        make_action("toggle_navigation", self, lambda: self.navigation.set_collapsed(not self.navigation.is_collapsed))
        for number in range(1, 6):
            make_action(f"go_{number}", self, lambda number=number: self.go_to_number(number))

    def _built(self, entry: PageEntry, shell: Shell) -> Page:
        page = entry.build(shell)
        self._pages[entry.key] = page
        page.badge_changed.connect(lambda badge: self._show_badge(entry.key, badge))
        page.hints_changed.connect(self._show_hints)
        self._stack.addWidget(page)
        return page

    def _show_badge(self, key: str, badge: Badge | None) -> None:
        self.navigation.show_badge(key, badge.count if badge else "", badge.tone if badge else "act")

    def _show_hints(self) -> None:
        self.status.show_hints([*(self.page.key_hints() if self.page else []), ("F1", _("Keys"))])

    def _on_chosen(self, key: str) -> None:
        if key == "settings":
            self.settings_wished.emit()
        else:
            self.go(key)

    def _on_changed(self) -> None:
        if self._shell is not None:
            self._stored_at = self._shell.now()
        self._show_saved()

    def _show_saved(self) -> None:
        if self._shell is None:
            return
        self.status.show_saved(saved_words(self._stored_at, self._shell.now()))

    # Qt overrides

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.page is not None and dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file dropped anywhere is looked into by the page in front."""
        path = dropped_file(event)
        if self.page is not None and path is not None:
            event.acceptProposedAction()
            self.page.take_in_file(path)


def saved_words(stored_at: datetime | None, now: datetime) -> str:
    """Everything is stored as soon as it is done; how long ago that was the last time."""
    if stored_at is None:
        return _("Everything is stored")
    minutes = (now - stored_at) // timedelta(minutes=1)
    if minutes < 1:
        return _("Stored · just now")
    if minutes < 60:
        return ngettext("Stored · {count} min ago", "Stored · {count} min ago", minutes).format(count=minutes)
    return _("Stored · {clock}").format(clock=f"{stored_at:%H:%M}")
