"""The shift patterns: all of them in a list with their days, the chosen one in a panel at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from roster_app.domain.errors import DomainError, StaleEdit
from roster_app.domain.ids import PatternId
from roster_app.domain.team import Directory
from roster_app.gui.messages import MessageAction
from roster_app.gui.places.edits import PlaceEdit
from roster_app.gui.places.hour_scale import under_hours
from roster_app.gui.places.keeper import Keeper, is_in_use
from roster_app.gui.places.pattern_chooser import PatternChooser
from roster_app.gui.places.pattern_drafts import PatternDrafts
from roster_app.gui.places.pattern_panel import PatternPanel
from roster_app.gui.places.rows import row_of_pattern
from roster_app.gui.places.strip_list import StripList
from roster_app.gui.places.strip_model import StripModel
from roster_app.gui.places.strip_row import StripRow
from roster_app.gui.places.words import listed, used_by_words
from roster_app.gui.places.written_pattern import WrittenPattern
from roster_app.gui.shell import Shell
from roster_app.gui.widgets import EmptyState, PanelSplitter, PrimaryButton, SidePanel, measures_of
from roster_app.i18n import _


class PatternsView(QWidget):
    """Keeps what is written of each pattern until it is stored."""

    written_changed = Signal()  # what is unsaved is another thing now
    reload_wished = Signal()  # the directory held here is no longer what is stored
    checkpoint_wished = Signal(object)  # the CheckpointId of a checkpoint to show

    def __init__(self, shell: Shell, keeper: Keeper, directory: Directory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._keeper = keeper
        self._current: PatternId | None = None
        self.drafts = PatternDrafts(directory)
        self.model = StripModel(self)
        self.list = StripList(self.model, _("Shift patterns"))
        self.panel = PatternPanel(directory.team.id)
        self._hint = SidePanel(_("No pattern chosen"), _("Choose one to see and change it."))
        self._none = self._none_yet()
        self._lists = QStackedWidget()
        self._panels = QStackedWidget()
        self.splitter = PanelSplitter(self._lists, self._panels)
        self._lay_out()
        self._listen()
        self.show_directory(directory)

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
        elif self.model.rows:
            self.list.choose(self.model.rows[0].key)
        else:
            self._panels.setCurrentWidget(self._hint)
        self.written_changed.emit()

    def new_pattern(self) -> None:
        """Choose what it begins with."""
        chooser = PatternChooser(self.drafts.directory, self)
        chooser.submitted.connect(self.begin)
        chooser.open()

    def begin(self, written: WrittenPattern) -> None:
        """A form with this, the keyboard in the name."""
        pattern_id = self.drafts.begin(written)
        self.splitter.show_panel(True)
        self._show_rows()
        self.list.choose(pattern_id)
        self.panel.setFocus()
        self.written_changed.emit()

    def store_form(self) -> None:
        """Store what the form says; where something keeps it from being stored, the form says what."""
        current = self._current
        if current is None or not self.drafts.is_dirty(current) or self.panel.focus_first_grave():
            return
        self.panel.tell("")
        directory = self.drafts.directory
        before = self.drafts.stored(current)
        after = self.drafts.written(current).tiling(current, directory.team.id)
        words = (_("Changed {name}") if before else _("Added {name}")).format(name=after.pattern.name)
        self._keeper.store(
            PlaceEdit(words, before, after), then=partial(self.drafts.drop, current), on_refused=self._on_not_stored
        )

    def discard(self) -> None:
        """Back to what is stored; a new pattern is given up."""
        if self._current is not None:
            self.drafts.drop(self._current)
            self.panel.tell("")
            self.show_directory(self.drafts.directory)

    def remove_pattern(self) -> None:
        """Remove the chosen pattern; one that a checkpoint is staffed by stays."""
        current = self._current
        tiling = self.drafts.stored(current)
        if current is None or tiling is None:
            self.discard()
            return
        name = tiling.pattern.name

        def then() -> None:
            self.drafts.drop(current)
            told = _("{name} has been removed.").format(name=name)
            self._shell.messages.tell(told, "info", MessageAction(_("Undo"), self._keeper.undo))

        edit = PlaceEdit(_("Removed {name}").format(name=name), tiling, None)
        self._keeper.store(edit, then=then, on_refused=self._on_refused)

    def unsaved(self) -> tuple[StripRow, ...]:
        """The patterns with something written that is not stored."""
        return tuple(row for row in self.model.rows if row.unsaved)

    def focus_form(self) -> None:
        """The keyboard goes into the panel."""
        if self._current is not None:
            self.splitter.show_panel(True)
            self.panel.setFocus()

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
        begin = PrimaryButton(_("New pattern …"), "plus")
        begin.clicked.connect(self.new_pattern)
        told = _("A pattern says when the shifts of a day begin and end: three of eight hours, two of twelve, or any.")
        empty = EmptyState("clock", _("No pattern yet"), told, begin)
        empty.setFocusProxy(begin)
        return empty

    def _listen(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.form_wished.connect(self.focus_form)
        self.list.removal_wished.connect(self.remove_pattern)
        self.panel.changed.connect(self._on_written)
        self.panel.left.connect(self.list.setFocus)
        self.panel.store_wished.connect(self.store_form)
        self.panel.discard_wished.connect(self.discard)
        self.panel.removal_wished.connect(self.remove_pattern)

    # showing and answering

    def _show_rows(self) -> None:
        ids = self.drafts.ids
        self.model.show_rows([self._row(pattern_id) for pattern_id in ids])
        if bool(ids) != (self._lists.currentIndex() == 0):
            self._lists.setCurrentIndex(0 if ids else 1)
            self.splitter.show_panel(bool(ids))
        self.setFocusProxy(self.list if ids else self._none)

    def _row(self, pattern_id: PatternId) -> StripRow:
        unsaved = self.drafts.is_dirty(pattern_id)
        return row_of_pattern(pattern_id, self.drafts.written(pattern_id), self.drafts.directory, unsaved=unsaved)

    def _show_panel(self, pattern_id: PatternId) -> None:
        directory = self.drafts.directory
        self.panel.show_pattern(
            self.drafts.written(pattern_id),
            used_by_words(pattern_id, directory),
            stored=self.drafts.stored(pattern_id) is not None,
            dirty=self.drafts.is_dirty(pattern_id),
            other_names={p.name for p in directory.patterns if p.id != pattern_id},
        )
        self._panels.setCurrentWidget(self.panel)

    def _on_chosen(self, key: int | None) -> None:
        if key is not None and key != self._current:
            self._current = PatternId(key)
            self.panel.tell("")
            self._show_panel(self._current)

    def _on_written(self) -> None:
        if self._current is not None:
            self.drafts.write(self._current, self.panel.written)
            self.model.show_row(self._row(self._current))
            self.panel.show_dirty(self.drafts.is_dirty(self._current))
            self.written_changed.emit()

    def _on_not_stored(self, error: DomainError) -> bool:
        """The panel tells what a colleague changed, and keeps what is written."""
        self._on_refused(error)
        return isinstance(error, StaleEdit)

    def _on_refused(self, error: DomainError) -> bool:
        if isinstance(error, StaleEdit):
            self.reload_wished.emit()
            return False
        users = [c for c in self.drafts.directory.checkpoints_in_order if c.pattern_id == self._current]
        if not is_in_use(error) or not users:
            return False
        told = _("{name} is the pattern of {users}. Give them another one first.").format(
            name=error.facts.get("name", ""), users=listed(c.name for c in users)
        )
        way_out = MessageAction(
            _("Show {name}").format(name=users[0].name), partial(self.checkpoint_wished.emit, users[0].id)
        )
        self._shell.messages.tell(told, "look", way_out)
        return True
