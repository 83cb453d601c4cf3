"""A row of colours to choose one from; each shows a letter, so that the colour never stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of, text_font
from roster_app.gui.widgets.painting import paint_text, rounded_box, smooth


class ColourSwatchPicker(QWidget):
    """Offers (tone, name) pairs; the arrow keys go from one to the next."""

    chosen = Signal(str)  # the tone the person chose; not emitted by `choose`

    def __init__(self, tones: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._swatches: dict[str, _Swatch] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).px(6))
        for tone, tone_name in tones:
            swatch = _Swatch(tone, tone_name, self)
            swatch.clicked.connect(lambda _checked=False, tone=tone: self.chosen.emit(tone))
            self._swatches[tone] = swatch
            self._group.addButton(swatch)
            row.addWidget(swatch)

    @property
    def choice(self) -> str:
        """The tone chosen now, or an empty word."""
        return next((tone for tone, swatch in self._swatches.items() if swatch.isChecked()), "")

    def choose(self, tone: str) -> None:
        """Show this tone as chosen, without telling anyone."""
        self._swatches[tone].setChecked(True)

    def show_letter(self, letter: str) -> None:
        """The letter all swatches carry: the code of the shift type one is choosing a colour for."""
        for swatch in self._swatches.values():
            swatch.setText(letter)
            swatch.update()


class _Swatch(QAbstractButton):
    """One of the colours."""

    def __init__(self, tone: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def sizeHint(self) -> QSize:
        side = measures_of(self).control
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        measures, meanings = measures_of(self), meanings_of(self)
        tone = meanings.tone(self._tone)
        box = QRectF(self.rect())
        if self.isChecked() or self.hasFocus():
            line = meanings.accent.ink if self.isChecked() else meanings.firm_line
            rounded_box(painter, box, measures.radius, None, line, 2 if self.hasFocus() else 1.5)
        inset = measures.px(3)
        inner = box.adjusted(inset, inset, -inset, -inset)
        rim = tone.ink if self.underMouse() and self.isEnabled() else None
        rounded_box(painter, inner, measures.chip_radius, tone.ground, rim)
        paint_text(painter, inner, self.text(), text_font(self.font(), 13, bold=self.isChecked()), tone.ink)
