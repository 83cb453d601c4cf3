"""The letter that stands for a shift in the roster."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from roster_app.gui.widgets import measures_of
from roster_app.i18n import _


class CodeField(QLineEdit):
    """As wide as one letter needs; two are let in, for an input method that has not finished the first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Letter in the roster"))
        self.setToolTip(_("The letter that stands for the shift in the roster"))
        self.setMaxLength(2)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(46), measures.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
