"""The area of a checkpoint: one of the team's, or the words of a new one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from roster_app.domain.ids import AreaId
from roster_app.domain.places import Area


class AreaField(QComboBox):
    """Typed words that no area has are a new one; empty words are none."""

    edited = Signal()  # the person chose or typed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._areas: dict[str, AreaId] = {}
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        line = QLineEdit()
        line.setMaxLength(40)
        line.setPlaceholderText("—")
        self.setLineEdit(line)
        self.editTextChanged.connect(lambda _words: self.edited.emit())

    @property
    def area(self) -> AreaId | str | None:
        """What is chosen or written now."""
        words = self.currentText().strip()
        return self._areas.get(words, words) if words else None

    @property
    def is_new(self) -> bool:
        """Whether the words are those of an area the team does not have yet."""
        return isinstance(self.area, str)

    def offer(self, areas: Sequence[Area]) -> None:
        """Offer these from now on, without telling anyone; what stands in the field stays."""
        words = self.currentText()
        before = self.blockSignals(True)
        self._areas = {area.name: area.id for area in areas}
        self.clear()
        self.addItems(["", *self._areas])
        self.setEditText(words)
        self.blockSignals(before)

    def show_area(self, area: AreaId | str | None) -> None:
        """Show this one, without telling anyone."""
        names = {known: name for name, known in self._areas.items()}
        before = self.blockSignals(True)
        self.setEditText(area if isinstance(area, str) else names.get(area, "") if area is not None else "")
        self.blockSignals(before)

    # Qt overrides

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that passes over a form changes nothing in it."""
        event.ignore()
