"""Fields that a passing wheel cannot change: a whole number with its unit, and one choice of several."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from roster_app.gui.widgets.measures import measures_of


class NumberField(QSpinBox):
    """A whole number between `least` and `most`; `unit` stands behind it, `none_word` in place of the least."""

    def __init__(
        self,
        value: int,
        least: int = 0,
        most: int = 99,
        *,
        unit: str = "",
        none_word: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(f" {unit}" if unit else "")
        self.setSpecialValueText(none_word)
        self.setValue(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._measure()

    def _measure(self) -> None:
        # WORKAROUND: a style sheet gives the line edit of a QSpinBox the whole width, without the padding at its left
        self.lineEdit().setTextMargins(measures_of(self).near, 0, 0, 0)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._measure()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoiceField(QComboBox):
    """One of several (key, words)."""

    chosen = Signal(str)  # the key the person chose; not emitted by `choose`

    def __init__(self, choices: Iterable[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(choices)
        self.activated.connect(lambda _index: self.chosen.emit(self.choice))

    def offer(self, choices: Iterable[tuple[str, str]]) -> None:
        """Offer these from now on; what was chosen stays chosen where it is still offered."""
        before = self.choice
        self.clear()
        for key, words in choices:
            self.addItem(words, key)
        self.choose(before)

    @property
    def choice(self) -> str:
        """The key chosen now, or an empty word."""
        key = self.currentData()
        return key if isinstance(key, str) else ""

    def choose(self, key: str) -> None:
        """Show this one as chosen, without telling anyone; a key not offered changes nothing."""
        index = self.findData(key)
        if index >= 0:
            self.setCurrentIndex(index)

    # Qt overrides

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
