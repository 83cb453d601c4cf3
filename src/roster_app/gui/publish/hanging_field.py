"""What hangs: what becomes of it, and for a change sheet which edition it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.gui.publish.hanging import verdict
from roster_app.gui.publish.note import Note
from roster_app.gui.publish.publication import Publication
from roster_app.gui.publish.sheet_choices import SheetChoice
from roster_app.gui.widgets import ChoiceField, measures_of
from roster_app.i18n import _
from roster_app.services.sheets import SheetKind


class HangingField(QWidget):
    """A laminated roster may be older than the last edition but one: the person says which it is."""

    since_changed = Signal()  # another edition is said to hang

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edition = ChoiceField()
        self.edition.setAccessibleName(_("Edition that hangs"))
        self.note = Note()
        self._shown: tuple[SheetChoice, Publication] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures_of(self).near)
        column.addWidget(self.edition)
        column.addWidget(self.note)
        self.edition.chosen.connect(lambda _key: self._on_chosen())

    @property
    def since(self) -> int | None:
        """The number of the edition a change sheet stands beside; None for every other sheet."""
        is_change = self._shown is not None and self._shown[0].kind is SheetKind.CHANGE
        return int(self.edition.choice) if is_change and self.edition.choice else None

    def show_choice(self, choice: SheetChoice, publication: Publication) -> None:
        """Offer what may hang where this sheet belongs; to begin with, the edition that hangs most likely."""
        self._shown = choice, publication
        offered = publication.comparable(choice)
        self.edition.offer((str(e.number), _("Edition {number}").format(number=e.number)) for e in reversed(offered))
        likely = publication.compared_with(choice)
        if likely is not None:
            self.edition.choose(str(likely.number))
        self.edition.setVisible(choice.kind is SheetKind.CHANGE and len(offered) > 1)
        self._tell()

    def choose(self, since: int) -> None:
        """Say that this edition hangs, if it may."""
        self.edition.choose(str(since))
        self._on_chosen()

    def _on_chosen(self) -> None:
        self._tell()
        self.since_changed.emit()

    def _tell(self) -> None:
        if self._shown is not None:
            said = verdict(*self._shown, self.since)
            self.note.tell(said.head, said.text, said.tone)
