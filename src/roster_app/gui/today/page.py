"""The page of the day itself: who stands where now, who comes next, and what is missing in the next 48 hours."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.ids import DutyId
from roster_app.gui.actions import bind, make_action
from roster_app.gui.shell import Badge, Page, Shell
from roster_app.gui.today.board_rows import BoardRow, gap_rows, place_boards
from roster_app.gui.today.board_view import BoardView
from roster_app.gui.today.board_window import BoardWindow
from roster_app.gui.today.keying_view import KeyingView
from roster_app.gui.today.reading import Now, Reading
from roster_app.gui.today.row_button import RowButton
from roster_app.gui.today.signing import Signing
from roster_app.gui.today.stand_in_dialog import StandInDialog
from roster_app.gui.widgets import (
    EmptyState,
    PageHeader,
    Pill,
    PrimaryButton,
    QuietButton,
    SegmentedControl,
    measures_of,
)
from roster_app.i18n import _, ngettext
from roster_app.services import Changes
from roster_app.services.words import date_words

BOARD, PAPER = "board", "paper"


class TodayPage(Page):
    """Reads every half minute while it, or its board on another screen, is in sight."""

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(shell, _("Today"), parent)
        self.now: Now | None = None
        self.window_of_board: BoardWindow | None = None
        self.reading = Reading(shell, self._is_watched, self)
        self.signing = Signing(shell, self)
        self.header = PageHeader(self.title)
        self.scan = QLineEdit()
        self.switch = SegmentedControl([(BOARD, _("Board")), (PAPER, _("Paper sheet"))], _("View"))
        self.board = BoardView()
        self.keying = KeyingView(shell)
        self.to_the_roster = PrimaryButton(_("To the roster"), "calendar-days")
        self._large = QuietButton(_("Whole screen"), "zoom-in")
        self._not_read = QWidget()
        self._nothing = EmptyState(
            "clock",
            _("No roster covers today"),
            _(
                "As soon as one does, everybody on duty stands here in large letters: a click on a name signs in, "
                "another one signs out."
            ),
            self.to_the_roster,
        )
        self._stack = QStackedWidget()
        self._make_actions()
        self._lay_out()
        self._connect()
        self.reading.begin()

    # page

    def activated(self) -> None:
        self.reading.begin()
        self._focus()

    def apply_changes(self, changes: Changes) -> None:
        """Whatever moves the board; out of sight it is read when it comes back."""
        of_roster = changes.periods or changes.duties
        moves = changes.attendance or of_roster or changes.team or changes.volunteers or changes.places
        if moves and self._is_watched():
            self.reading.begin()
            if self.is_keying:
                self.keying.reload()

    def key_hints(self) -> list[tuple[str, str]]:
        if self.is_keying:
            return [("Enter", _("take the line")), ("Ctrl+Enter", _("enter the sheet")), ("Ctrl+Z", _("undo"))]
        if self._stack.currentWidget() is not self.board:
            return [("Ctrl+K", _("paper sheet"))]
        return [
            ("Enter", _("sign in or out")),
            ("↑↓", _("another row")),
            ("Ctrl+B", _("scan or name")),
            ("Ctrl+Z", _("undo")),
            ("Ctrl+K", _("paper sheet")),
            ("F11", _("on the whole screen")),
        ]

    def unsaved(self) -> str:
        return _("Lines of a paper sheet are typed and not entered.") if self.keying.is_unsaved else ""

    def closing(self) -> None:
        if self.window_of_board is not None:
            self.window_of_board.close()

    # building

    def _make_actions(self) -> None:
        self._large_action = make_action("large_board", self, self.show_large)
        bind(self._large, self._large_action)
        make_action("refresh", self, self.reading.begin)
        make_action("scan", self, self._go_to_scan)
        make_action("undo", self, self._undo)
        make_action("key_paper", self, lambda: self.show_view(BOARD if self.is_keying else PAPER))
        self._enter_sheet = make_action("enter_sheet", self, self.keying.enter_sheet)
        bind(self.keying.enter, self._enter_sheet)

    def _lay_out(self) -> None:
        for part in (self._not_read, self._nothing, self.board, self.keying):
            self._stack.addWidget(part)
        self.scan.setPlaceholderText(_("Scan a badge or type a name"))
        self.scan.setAccessibleName(_("Scan a badge or type a name"))
        self.scan.setMinimumWidth(measures_of(self).px(210))
        self.header.add_action(self.scan)
        self.header.add_action(self._large)
        self.header.add_action(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.reading.read.connect(self._on_read)
        self.reading.failed.connect(lambda error: self.shell.errors.report(error, retry=self.reading.begin))
        self._connect_board(self.board)
        self.scan.returnPressed.connect(self._on_scanned)
        self.signing.stored.connect(self._on_stored)
        self.keying.stored.connect(self._spread)
        self.keying.undo_wanted.connect(self.signing.undo)
        self.switch.chosen.connect(self.show_view)
        self.to_the_roster.clicked.connect(lambda _checked=False: self.shell.go("roster", None))

    def _connect_board(self, view: BoardView) -> None:
        view.duty_wanted.connect(self._go_to_duty)
        view.row_clicked.connect(self.signing.click)
        view.menu_wanted.connect(self._open_menu)

    # wishes

    @property
    def is_keying(self) -> bool:
        """Whether a paper sheet is in front."""
        return self.switch.choice == PAPER

    def show_view(self, key: str) -> None:
        """The board, or a paper sheet to be keyed."""
        self.switch.choose(key)
        if self.is_keying and self.now is not None:
            self.keying.show_team(self.now.directory)
        self._show()
        self._focus()

    def _go_to_scan(self) -> None:
        if self.is_keying:
            self.show_view(BOARD)
        self.scan.setFocus()

    def _undo(self) -> None:
        """The line typed last, or what was entered last at this desk."""
        if not (self.is_keying and self.keying.drop_last()):
            self.signing.undo()

    def show_large(self) -> None:
        """The board on the whole of another screen, or of this one."""
        if self.window_of_board is None and self.now is not None:
            window = BoardWindow(self.now.directory.team.name, self)
            window.closed.connect(self._on_large_closed)
            self._connect_board(window.view)
            self.window_of_board = window
            self._show()
            window.open()

    def _go_to_duty(self, duty_id: DutyId) -> None:
        self.shell.go("roster", duty_id)

    def _open_menu(self, button: RowButton) -> None:
        """What else can be done with a row."""
        row = button.row
        if row.duty_id is None:
            return
        menu = QMenu(button)
        if row.signs:
            menu.addAction(button.deed, partial(self.signing.click, row))
        menu.addAction(_("Somebody else stands in …"), partial(self.ask_who, row))
        menu.addAction(_("Show in the roster"), partial(self._go_to_duty, row.duty_id))
        menu.popup(button.mapToGlobal(QPoint(button.width() // 3, button.height() // 2)))

    def ask_who(self, row: BoardRow) -> None:
        """Who stands in for the holder of the row."""
        if self.now is None or row.duty_id is None:
            return
        names = self.now.directory.name
        offered = [names[v.id] for v in self.now.directory.volunteers]
        dialog = StandInDialog(row, offered, self)
        dialog.named.connect(partial(self.signing.stand_in, row.duty_id, self.now))
        dialog.open()

    # facts

    def _on_scanned(self) -> None:
        if self.now is not None and self.scan.text().strip():
            if self.signing.scan(self.scan.text(), self.now):
                self.scan.clear()
            else:
                self.scan.selectAll()

    def _on_stored(self, changes: Changes) -> None:
        self._spread(changes)
        if self.is_keying:
            self.keying.reload()

    def _spread(self, changes: Changes) -> None:
        self.shell.events.spread(changes, self)
        self.reading.begin()

    def _is_watched(self) -> bool:
        return self.isVisible() or self.window_of_board is not None

    def _on_read(self, now: Now) -> None:
        before, self.now = self._stack.currentWidget(), now
        self._show()
        if self._stack.currentWidget() is not before and self.isVisible():
            self._focus()

    def _on_large_closed(self) -> None:
        if self.window_of_board is not None:
            self.window_of_board.deleteLater()
            self.window_of_board = None

    def _focus(self) -> None:
        if self.is_keying:
            self.keying.line.setFocus()
        elif self._stack.currentWidget() is self.board:
            if not self.board.focus_first():
                self.scan.setFocus()
        else:
            self.to_the_roster.setFocus()

    def _show(self) -> None:
        if self.now is None:
            return
        board, directory = self.now.board, self.now.directory
        places, gaps = place_boards(board, directory), gap_rows(board, directory)
        clock = _("{day} {clock}").format(day=date_words(board.now.date()), clock=f"{board.now:%H:%M}")
        self.header.show_title(self.title, clock)
        self.header.show_pills(self._pills())
        self.board.show_board(places, gaps)
        if self.window_of_board is not None:
            self.window_of_board.show_board(clock, places, gaps)
        on_board = self.board if places or gaps else self._nothing
        self._stack.setCurrentWidget(self.keying if self.is_keying else on_board)
        for part in (self.scan, self._large):
            part.setVisible(not self.is_keying)
        self._large_action.setEnabled(bool(places or gaps))
        self.scan.setEnabled(bool(board.duties))
        self._show_badge(len(board.late))
        self.hints_changed.emit()

    def _show_badge(self, late: int) -> None:
        self.badge_changed.emit(Badge(str(late), "act") if late else None)

    def _pills(self) -> list[Pill]:
        assert self.now is not None
        board = self.now.board
        risk = sum(gap.at_risk for gap in board.gaps)
        told = [
            (len(board.late), ngettext("{count} is late", "{count} are late", len(board.late)), "act"),
            (len(board.single), ngettext("{count} post alone", "{count} posts alone", len(board.single)), "act"),
            (risk, ngettext("{count} gap with nobody", "{count} gaps with nobody", risk), "act"),
            (len(board.gaps) - risk, ngettext("{count} gap", "{count} gaps", len(board.gaps) - risk), "look"),
            (
                len(board.unsigned),
                ngettext("{count} sign-out forgotten", "{count} sign-outs forgotten", len(board.unsigned)),
                "look",
            ),
        ]
        on = ngettext("{count} on duty", "{count} on duty", len(board.on)).format(count=len(board.on))
        pills = [Pill(on, "", "good" if board.on else "plain", leads=False)] if board.duties else []
        return pills + [
            Pill(words.format(count=count), "", kind, leads=False)  # type: ignore[arg-type]
            for count, words, kind in told
            if count
        ]
