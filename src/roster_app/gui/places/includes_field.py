"""Which other qualifications one qualification includes: who has it stands where those are asked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.domain.ids import QualificationId
from roster_app.domain.team import Directory
from roster_app.gui.widgets import TextLabel, TokenEdit, measures_of
from roster_app.i18n import _


class IncludesField(QWidget):
    """Shows one qualification at a time; hidden where none is chosen or there is no other."""

    changed = Signal(object, object)  # the QualificationId and the frozenset it includes from now on

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._qualification: QualificationId | None = None
        self._label = TextLabel("", "quiet", wraps=True)
        self.tokens = TokenEdit([], _("Counts as"), placeholder=_("nothing else"))
        self.tokens.changed.connect(self._on_changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, measures_of(self).near, 0, 0)
        column.setSpacing(measures_of(self).tight)
        column.addWidget(self._label)
        column.addWidget(self.tokens)

    def show_qualification(self, key: int | None, directory: Directory) -> None:
        """Show what this one includes."""
        shown = directory.qualification.get(QualificationId(key)) if key is not None else None
        self._qualification = shown.id if shown else None
        self.setVisible(shown is not None and len(directory.qualifications) > 1)
        if shown is not None:
            self._label.setText(_("Who has {name} also counts as").format(name=shown.name))
            self.tokens.offer([(str(q.id), q.name) for q in directory.qualifications if q.id != shown.id])
            self.tokens.choose([str(q.id) for q in directory.qualifications if q.id in shown.includes])

    def _on_changed(self, keys: tuple[str, ...]) -> None:
        if self._qualification is not None:
            self.changed.emit(self._qualification, frozenset(QualificationId(int(key)) for key in keys))
