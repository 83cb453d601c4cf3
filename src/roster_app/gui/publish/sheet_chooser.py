"""What is to be printed, chosen at the left: a kind of sheet above, and whose it is below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from roster_app.domain.ids import CheckpointId
from roster_app.gui.publish.kind_list import KindList
from roster_app.gui.publish.publication import Publication
from roster_app.gui.publish.sheet_choices import SheetChoice, every_choice
from roster_app.gui.publish.sheet_list import SheetList
from roster_app.gui.widgets import Hairline, SectionTitle, measures_of
from roster_app.i18n import _
from roster_app.services.sheets import SheetKind

_ACROSS = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False}


class SheetChooser(QWidget):
    """Another kind keeps the checkpoint, another checkpoint the kind; → goes from the kinds to the checkpoints."""

    chosen = Signal(object)  # the SheetChoice the person went to

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._publication: Publication | None = None
        self._offered: dict[SheetKind, tuple[SheetChoice, ...]] = {}
        self._checkpoint_id: CheckpointId | None = None  # chosen last, where there was a choice
        self.kinds = KindList()
        self.sheets = SheetList()
        self._whose = SectionTitle(_("Checkpoints"))
        self.setFocusProxy(self.kinds)
        self._lay_out()
        self.kinds.chosen.connect(self._on_kind)
        self.sheets.chosen.connect(self._on_sheet)

    @property
    def choice(self) -> SheetChoice | None:
        """The sheet chosen now."""
        return self.sheets.choice

    def show_publication(self, publication: Publication, at_first: SheetChoice | None = None) -> None:
        """List the sheets of a roster; the same sheet stays chosen, `at_first` where none was. Tells nobody."""
        wanted = self.choice or at_first
        self._publication, self._offered = publication, every_choice(publication.opened)
        self.kinds.show_kinds({kind: choices[0] for kind, choices in self._offered.items()}, publication)
        kind = wanted.kind if wanted is not None and wanted.kind in self._offered else SheetKind.WALL
        self._show_kind(kind, wanted.checkpoint_id if wanted is not None else None)

    def choose(self, kind: SheetKind, checkpoint_id: CheckpointId | None = None) -> bool:
        """Go to this sheet as if the person had, of all checkpoints where none is named; False where there is none."""
        wanted = next((c for c in self._offered.get(kind, ()) if c.checkpoint_id == checkpoint_id), None)
        if wanted is not None and not (self.choice is not None and self.choice.is_same_as(wanted)):
            self._show_kind(kind, checkpoint_id)
            self.chosen.emit(wanted)
        return wanted is not None

    def clear(self) -> None:
        """List nothing."""
        self._publication, self._offered = None, {}
        self.kinds.clear()
        self.sheets.clear()

    def _on_kind(self, kind: SheetKind) -> None:
        self._show_kind(kind, self._checkpoint_id)
        self.chosen.emit(self.choice)

    def _on_sheet(self, choice: SheetChoice) -> None:
        self._checkpoint_id = choice.checkpoint_id
        self.chosen.emit(choice)

    def _show_kind(self, kind: SheetKind, checkpoint_id: CheckpointId | None) -> None:
        """The sheet of that checkpoint where there is one, else that of all."""
        assert self._publication is not None
        choices = self._offered[kind]
        self.kinds.choose(kind)
        self.sheets.show_sheets(choices, self._publication)
        self.sheets.choose(next((c for c in choices if c.checkpoint_id == checkpoint_id), choices[0]))
        of_checkpoints = len(choices) > 1
        self._whose.set_texts(_("Checkpoints") if of_checkpoints else _("Printed for"))
        if of_checkpoints:
            self._checkpoint_id = checkpoint_id

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.kinds)
        column.addWidget(Hairline())
        column.addWidget(self._whose)
        column.addWidget(self.sheets, 1)
        measures = measures_of(self)
        self._whose.setContentsMargins(measures.px(16), measures.px(10), measures.px(16), measures.px(4))
        self.kinds.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows left and right, which a list of rows does not take."""
        to_sheets = _ACROSS.get(Qt.Key(event.key()))
        if to_sheets is None:
            super().keyPressEvent(event)
        else:
            (self.sheets if to_sheets else self.kinds).setFocus()
