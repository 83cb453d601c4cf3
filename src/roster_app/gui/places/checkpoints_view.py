"""The checkpoints: all of them in a list with their days, the chosen one in a panel at the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.ids import CheckpointId
from roster_app.domain.team import Directory
from roster_app.gui.places.hour_scale import under_hours
from roster_app.gui.places.keeper import Keeper
from roster_app.gui.places.place_drafts import PlaceDrafts
from roster_app.gui.places.place_panel import PlacePanel
from roster_app.gui.places.place_steps import PlaceSteps
from roster_app.gui.places.rows import row_of
from roster_app.gui.places.starter import another_like, new_place
from roster_app.gui.places.strip_list import StripList
from roster_app.gui.places.strip_model import StripModel
from roster_app.gui.places.strip_row import StripRow
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import EmptyState, PanelSplitter, PrimaryButton, SidePanel, measures_of
from roster_app.i18n import _


class CheckpointsView(QWidget):
    """Keeps what is written of each checkpoint until it is stored."""

    written_changed = Signal()  # what is unsaved, or how the checkpoints stand, is another thing now
    reload_wished = Signal()  # the directory held here is no longer what is stored

    def __init__(self, shell: Shell, keeper: Keeper, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: CheckpointId | None = None
        self.drafts = PlaceDrafts(directory)
        self.steps = PlaceSteps(shell, keeper, self.drafts, self)
        self.model = StripModel(self)
        self.list = StripList(self.model, _("Checkpoints"))
        self.panel = PlacePanel()
        self._hint = SidePanel(_("No checkpoint chosen"), _("Choose one to see and change it."))
        self._none = self._none_yet()
        self._lists = QStackedWidget()
        self._panels = QStackedWidget()
        self.splitter = PanelSplitter(self._lists, self._panels)
        self._lay_out()
        self._listen()
        self.show_directory(directory)

    @property
    def current(self) -> CheckpointId | None:
        """The checkpoint in the panel."""
        return self._current

    # what can be done

    def show_directory(self, directory: Directory) -> None:
        """Show what is stored now; what is written stays written, laid over it."""
        told = self.drafts.rebase(directory)
        self._show_rows()
        if self._current is not None and self._current not in self.drafts.ids:
            self._current = None
        if self._current is not None:
            self._show_panel(self._current)
            if self._current in told:
                self.panel.tell(told[self._current])
        else:
            self._show_hint()
        self.written_changed.emit()

    def choose(self, checkpoint_id: CheckpointId) -> None:
        """Bring a checkpoint to the front."""
        self.list.choose(checkpoint_id)

    def new_checkpoint(self) -> None:
        """A form with the usual pattern and posts, the keyboard in the name; one such form at a time."""
        begun = self.drafts.begun
        self._begin(self.drafts.begin(new_place(self.drafts.directory)) if begun is None else begun)

    def copy_checkpoint(self) -> None:
        """A new form with what the chosen checkpoint has, the keyboard in the name."""
        if self._current is not None:
            self._begin(self.drafts.begin(another_like(self.drafts.written(self._current))))

    def store_form(self) -> None:
        """Store what the form says; where something keeps it from being stored, the form says what."""
        self.panel.posts.take_pending()
        current = self._current
        if current is not None and self.drafts.is_dirty(current) and not self.panel.focus_first_grave():
            self.panel.tell("")
            self.steps.store(current)

    def discard(self) -> None:
        """Back to what is stored; a new checkpoint is given up."""
        if self._current is not None:
            self.drafts.drop(self._current)
            self.panel.posts.close_all()
            self.panel.tell("")
            self.show_directory(self.drafts.directory)

    def remove_checkpoint(self) -> None:
        """Remove the chosen checkpoint, or give up the new one."""
        if self._current is None:
            return
        if self.drafts.stored(self._current) is None:
            self.discard()
        else:
            self.steps.remove(self._current)

    def move_checkpoint(self, step: int) -> None:
        """List the chosen checkpoint further up (-1) or down (1)."""
        if self._current is not None:
            self.steps.move(self._current, step)

    def focus_form(self) -> None:
        """The keyboard goes into the panel."""
        if self._current is not None:
            self.splitter.show_panel(True)
            self.panel.form.setFocus()

    def troubles(self) -> tuple[StripRow, ...]:
        """The checkpoints that want to be looked at."""
        return tuple(row for row in self.model.rows if row.tone == "look")

    def unsaved(self) -> tuple[StripRow, ...]:
        """The checkpoints with something written that is not stored."""
        return tuple(row for row in self.model.rows if row.unsaved)

    # building

    def _lay_out(self) -> None:
        self._lists.addWidget(under_hours(self.list))
        self._lists.addWidget(self._none)
        for panel in (self._hint, self.panel):
            self._panels.addWidget(panel)
        self.splitter.setSizes([10_000, measures_of(self).px(456)])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)

    def _none_yet(self) -> EmptyState:
        begin = PrimaryButton(_("New checkpoint"), "plus")
        begin.clicked.connect(self.new_checkpoint)
        told = _(
            "Describe the first place: its name is enough to begin with. Three shifts of eight hours and the posts "
            "leader, temperature check and registration are filled in for you."
        )
        empty = EmptyState("map-pin", _("No checkpoint yet"), told, begin)
        empty.setFocusProxy(begin)
        return empty

    def _listen(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.form_wished.connect(self.focus_form)
        self.list.removal_wished.connect(self.remove_checkpoint)
        self.list.move_wished.connect(self.move_checkpoint)
        self.list.menu_wished.connect(self._show_menu)
        self.panel.changed.connect(self._on_written)
        self.panel.left.connect(self.list.setFocus)
        self.panel.store_wished.connect(self.store_form)
        self.panel.discard_wished.connect(self.discard)
        self.panel.removal_wished.connect(self.remove_checkpoint)
        self.panel.copy_wished.connect(self.copy_checkpoint)
        self.panel.move_wished.connect(self.move_checkpoint)
        self.steps.reload_wished.connect(self.reload_wished)
        self.steps.store_wished.connect(self._store_at_once)

    # showing

    def _begin(self, checkpoint_id: CheckpointId) -> None:
        self.splitter.show_panel(True)
        self._show_rows()
        self.list.choose(checkpoint_id)
        self.panel.form.setFocus()
        self.written_changed.emit()

    def _show_rows(self) -> None:
        ids = self.drafts.ids
        self.model.show_rows([self._row(checkpoint_id) for checkpoint_id in ids])
        if bool(ids) != (self._lists.currentIndex() == 0):
            self._lists.setCurrentIndex(0 if ids else 1)
            self.splitter.show_panel(bool(ids))
        self.setFocusProxy(self.list if ids else self._none)

    def _row(self, checkpoint_id: CheckpointId) -> StripRow:
        drafts = self.drafts
        unsaved = drafts.is_dirty(checkpoint_id)
        return row_of(checkpoint_id, drafts.written(checkpoint_id), drafts.directory, unsaved=unsaved)

    def _show_panel(self, checkpoint_id: CheckpointId) -> None:
        drafts = self.drafts
        self.panel.show_place(
            drafts.written(checkpoint_id),
            drafts.directory,
            stored=drafts.stored(checkpoint_id) is not None,
            dirty=drafts.is_dirty(checkpoint_id),
            other_names={c.name for c in drafts.directory.checkpoints if c.id != checkpoint_id},
        )
        self._panels.setCurrentWidget(self.panel)

    def _show_hint(self) -> None:
        """Nothing is chosen; a list that has something chooses its first by itself."""
        if self.model.rows:
            self.list.choose(self.model.rows[0].key)
        else:
            self._panels.setCurrentWidget(self._hint)

    def _show_menu(self, place: QPoint) -> None:
        if self._current is None or self.drafts.stored(self._current) is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Another like this"), self.copy_checkpoint)
        menu.addAction(_("Move up in the list"), lambda: self.move_checkpoint(-1))
        menu.addAction(_("Move down in the list"), lambda: self.move_checkpoint(1))
        menu.addSeparator()
        menu.addAction(_("Remove the checkpoint …"), self.remove_checkpoint)
        menu.popup(place)

    # answering

    def _on_chosen(self, key: int | None) -> None:
        if key is None or key == self._current:
            return
        self._current = checkpoint_id = CheckpointId(key)
        self.panel.posts.close_all()
        self.panel.tell("")
        self._show_panel(checkpoint_id)

    def _on_written(self) -> None:
        current = self._current
        if current is None:
            return
        if self.drafts.write(current, self.panel.written):
            self._show_panel(current)
        self.model.show_row(self._row(current))
        self.panel.show_dirty(self.drafts.is_dirty(current))
        self.written_changed.emit()

    def _store_at_once(self, checkpoint_id: CheckpointId) -> None:
        self.list.choose(checkpoint_id)
        self._show_panel(checkpoint_id)
        self.store_form()
