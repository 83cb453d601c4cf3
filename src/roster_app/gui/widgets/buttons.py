"""Buttons: one filled for the next step, quiet ones for the rest, one that warns, and one that is only an icon.

They take the keyboard by Tab but not by a click, so that a click never takes the focus out of a grid. The theme's
style sheet draws the worded ones by their `kind`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QPushButton, QSizePolicy, QWidget

from roster_app.gui.widgets.icons import icon, paint_icon
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.painting import rounded_box, smooth

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WordedButton(QPushButton):
    """What the worded buttons share: a kind for the style sheet and an icon that follows the theme."""

    kind = "quiet"
    icon_colour = "second"

    def __init__(self, text: str, icon_name: str = "", *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._icon_name = icon_name
        self.setProperty("kind", self.kind)
        self.setProperty("small", small)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAutoDefault(False)
        self._dress()

    def _dress(self) -> None:
        if self._icon_name:
            size, gap = measures_of(self).icon, measures_of(self).px(3)
            self.setIcon(icon(self._icon_name, meanings_of(self), self.icon_colour, size, gap=gap))
            self.setIconSize(QSize(size + gap, size))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a focused button, as Space does."""
        if event.key() in _ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)


class PrimaryButton(WordedButton):
    """The one obvious next step of a page."""

    kind = "primary"
    icon_colour = "on_accent"


class QuietButton(WordedButton):
    """Everything else one may do."""

    kind = "quiet"
    icon_colour = "second"


class SuggestedButton(WordedButton):
    """The best of several quiet answers: accent line and words, not filled."""

    kind = "suggested"
    icon_colour = "accent"


class DangerButton(WordedButton):
    """What gives something up."""

    kind = "danger"
    icon_colour = "act"


class LinkButton(WordedButton):
    """A few words to click inside a line of text, without a frame."""

    kind = "link"
    icon_colour = "accent"


class IconButton(QAbstractButton):
    """A square button that is only an icon; `name` says to everyone else what it does and is its tool tip."""

    def __init__(self, icon_name: str, name: str, *, small: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not name:
            raise ValueError("an icon alone needs a name")
        self._icon_name = icon_name
        self._small = small
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_icon(self, icon_name: str, name: str) -> None:
        """Another icon with its name, for a button that goes both ways."""
        self._icon_name = icon_name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def _ground(self) -> str | None:
        meanings = meanings_of(self)
        if self.isChecked():
            return meanings.accent.ground
        if self.isDown():
            return meanings.line
        return meanings.hover if self.underMouse() and self.isEnabled() else None

    def _colour(self) -> str:
        meanings = meanings_of(self)
        if not self.isEnabled():
            return meanings.firm_line
        return meanings.accent.ink if self.isChecked() else meanings.second

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        side = measures.px(22) if self._small else measures.control
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER_KEYS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        measures = measures_of(self)
        box = QRectF(self.rect())
        ring = meanings_of(self).accent.ink if self.hasFocus() else None
        rounded_box(painter, box, measures.chip_radius, self._ground(), ring, 1.5)
        room = measures.px(14) if self._small else measures.icon
        inset = (self.width() - room) / 2
        paint_icon(painter, self._icon_name, self._colour(), box.adjusted(inset, inset, -inset, -inset))
