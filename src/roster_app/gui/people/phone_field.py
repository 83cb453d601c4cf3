"""A phone number that shows only its ends until somebody asks for the whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from roster_app.domain.people import masked_phone
from roster_app.gui.widgets import icon, meanings_of, measures_of
from roster_app.i18n import _


class PhoneField(QLineEdit):
    """Masked it cannot be written in; the eye (or a double click) shows the number and lets it be changed."""

    edited = Signal()  # the person changed the number

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phone = ""
        self._eye = QAction(_("Show the whole number"), self)
        self._eye.triggered.connect(self.reveal)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self.setMaxLength(40)
        self.textEdited.connect(lambda _text: self.edited.emit())
        self._dress()
        self.set_phone("")

    @property
    def phone(self) -> str:
        """The whole number."""
        return self._phone if self.isReadOnly() else self.text().strip()

    def set_phone(self, phone: str) -> None:
        """Show this number, masked; an empty one is there to be written."""
        self._phone = phone
        self.setReadOnly(bool(phone))
        self._eye.setVisible(bool(phone))
        self.setText(masked_phone(phone))

    def reveal(self) -> None:
        """Show the whole number and let it be changed."""
        if self.isReadOnly():
            self.setReadOnly(False)
            self.setText(self._phone)
            self._eye.setVisible(False)
            self.setFocus()

    def _dress(self) -> None:
        self._eye.setIcon(icon("eye", meanings_of(self), "second", measures_of(self).icon))

    # Qt overrides

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.isReadOnly():
            self.reveal()
        else:
            super().mouseDoubleClickEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()
