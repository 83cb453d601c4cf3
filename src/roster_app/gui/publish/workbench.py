"""The three columns of the page: the list of sheets, the real PDF of the chosen one, and its options."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from roster_app.domain.ids import CheckpointId
from roster_app.gui.errors import ErrorKind, kind_of, sentence_of
from roster_app.gui.publish.difference_list import DifferenceList
from roster_app.gui.publish.habits import Habits
from roster_app.gui.publish.live_preview import LivePreview
from roster_app.gui.publish.options import SheetOptions
from roster_app.gui.publish.publication import Publication
from roster_app.gui.publish.sheet_chooser import SheetChooser
from roster_app.gui.publish.signatures import Signatures
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import PanelSplitter, measures_of
from roster_app.services.sheets import PaperSize, PrintedSheet, Profile, SheetKind, SheetOrder


class Workbench(QWidget):
    """Whatever is chosen at the left or at the right, the middle shows what would be saved now."""

    sheet_changed = Signal(object)  # the PrintedSheet in sight, or None while it is being drawn
    duty_wanted = Signal(object)  # a DutyId to be looked at in the roster

    def __init__(self, shell: Shell, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._publication: Publication | None = None
        self.sheets = SheetChooser()
        self.preview = LivePreview(shell)
        self.previewing = self.preview.previewing
        self.differences = DifferenceList()
        self._habits = Habits(shell.view_state, shell.team_id, PaperSize(shell.settings().paper))
        self.options = SheetOptions(Signatures.remembered(shell.view_state, shell.team_id), self._habits.looks)
        self._inner = QSplitter(Qt.Orientation.Horizontal)
        self._splitter = PanelSplitter(self._inner, self.options)
        self._lay_out()
        self._connect()

    @property
    def order(self) -> SheetOrder | None:
        """The chosen sheet as it would be saved now."""
        choice = self.sheets.choice
        return self.options.order(choice) if choice is not None and self._publication is not None else None

    @property
    def may_save(self) -> bool:
        """An internal copy not before it has been told how many full mobile numbers it holds."""
        order = self.order
        return order is not None and (order.shown_as is not Profile.INTERNAL or self.previewing.sheet is not None)

    def show_publication(self, publication: Publication | None) -> None:
        """Another roster, the same one read anew, or none; the sheet and the days stay where they are in it."""
        self._publication = publication
        if publication is None:
            self.preview.clear()
            self.sheets.clear()
            return
        self.options.show_period(publication.opened.period, self._shell.now().date())
        self.sheets.show_publication(publication, self._habits.sheet)
        self._show_choice()

    def show_differences(self) -> None:
        """Bring all of them to the eye: they are listed with the sheet of all checkpoints."""
        self.sheets.choose(SheetKind.WALL)
        self.differences.view.setFocus()

    def show_change_sheets(self) -> None:
        """Go to the change sheets of all checkpoints, if anything hangs."""
        self.sheets.choose(SheetKind.CHANGE)

    def show_sheet(self, checkpoint_id: CheckpointId, since: int | None = None) -> None:
        """Go to the roster of a checkpoint, or to its change sheet since that edition."""
        kind = SheetKind.WALL if since is None else SheetKind.CHANGE
        if self.sheets.choose(kind, checkpoint_id) and since is not None:
            self.options.hanging.choose(since)

    def show_notices(self) -> None:
        """Bring what stands out on the sheet to the eye."""
        self._splitter.show_panel(True)
        self.options.notices.show_all()
        self.options.bring_into_sight(self.options.notices)

    def draw_again(self, kind: SheetKind) -> None:
        """What a kind of sheet tells has changed: draw it anew where it is in sight."""
        order = self.order
        if order is not None and order.kind is kind:
            self._draw(at_once=True)

    def toggle_panel(self) -> None:
        """Show or hide the options."""
        self._splitter.show_panel(not self._splitter.is_panel_shown)

    def keep_sizes(self) -> None:
        """Remember how wide the columns are."""
        self._shell.view_state.keep_splitter("publish", self._splitter)
        self._shell.view_state.keep_splitter("publish-sheets", self._inner)

    def _lay_out(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.addWidget(self.preview, 1)
        column.addWidget(self.differences)
        self._inner.addWidget(self.sheets)
        self._inner.addWidget(middle)
        self._inner.setStretchFactor(1, 1)
        self._inner.setChildrenCollapsible(False)
        self._inner.setHandleWidth(1)
        self._inner.setSizes([measures_of(self).px(232), 10_000])
        whole = QVBoxLayout(self)
        whole.addWidget(self._splitter)
        for layout in (column, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._shell.view_state.restore_splitter("publish", self._splitter)
        self._shell.view_state.restore_splitter("publish-sheets", self._inner)

    def _connect(self) -> None:
        self.sheets.chosen.connect(self._habits.keep_sheet)
        self.sheets.chosen.connect(lambda _choice: self._show_choice())
        self.options.changed.connect(self._on_options_changed)
        self.options.hanging.since_changed.connect(self._tell_differences)
        self.options.signatures_changed.connect(self._remember)
        self.previewing.drawn.connect(self._on_drawn)
        self.previewing.failed.connect(self._on_not_drawn)
        self.preview.again_wanted.connect(partial(self._draw, at_once=True))
        self.differences.chosen.connect(self.duty_wanted)

    def _show_choice(self) -> None:
        choice, publication = self.sheets.choice, self._publication
        if choice is not None and publication is not None:
            self.preview.show_title(choice.title)
            self.options.show_choice(choice, publication)
            self._tell_differences()
            self._draw()

    def _tell_differences(self) -> None:
        choice, publication = self.sheets.choice, self._publication
        if choice is not None and publication is not None:
            self.differences.show_differences(publication, choice, self.options.hanging.since)

    def _draw(self, *, at_once: bool = False) -> None:
        order = self.order
        if order is not None and self._publication is not None:
            self.previewing.show(self._publication.opened.period.id, order, at_once=at_once)
            self._show_sheet(order, None)

    def _show_sheet(self, order: SheetOrder, sheet: PrintedSheet | None) -> None:
        self.options.show_sheet(order, sheet)
        self.sheet_changed.emit(sheet)

    def _on_options_changed(self) -> None:
        self._habits.keep_looks(self.options.looks)
        self._draw()

    def _remember(self, signatures: Signatures) -> None:
        signatures.remember(self._shell.view_state, self._shell.team_id)

    def _on_drawn(self, sheet: PrintedSheet) -> None:
        order = self.order
        if order is not None:
            self._show_sheet(order, sheet)

    def _on_not_drawn(self, error: BaseException) -> None:
        """Nothing the person did: the pane says why and offers to try again. A bug goes the way of bugs as well."""
        if kind_of(error) is ErrorKind.BUG:
            self._shell.errors.report(error)
        self.preview.show_failure(sentence_of(error))
