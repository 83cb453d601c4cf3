"""All lengths of the window, derived from the size of the body font, so that larger text makes everything larger."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QWidget

DESIGNED_FOR = 13  # the body size, in pixels, at which the lengths below were drawn


@dataclass(frozen=True, slots=True)
class Measures:
    """Lengths in logical pixels for a body font of `body` pixels."""

    body: float = DESIGNED_FOR

    def px(self, length: float) -> int:
        """A length drawn for the 13-pixel body, at this body size; never less than one pixel for a real length."""
        scaled = round(length * self.body / DESIGNED_FOR)
        return max(scaled, 1) if length > 0 else scaled

    @property
    def em(self) -> int:
        return round(self.body)

    @property
    def tight(self) -> int:
        return self.px(4)

    @property
    def near(self) -> int:
        return self.px(8)

    @property
    def apart(self) -> int:
        return self.px(12)

    @property
    def wide(self) -> int:
        return self.px(18)

    @property
    def control(self) -> int:
        """Height of buttons and fields."""
        return self.px(32)

    @property
    def small_control(self) -> int:
        return self.px(26)

    @property
    def radius(self) -> int:
        return self.px(7)

    @property
    def chip_radius(self) -> int:
        return self.px(5)

    @property
    def icon(self) -> int:
        return self.px(16)

    @property
    def navigation(self) -> int:
        return self.px(196)

    @property
    def side_panel(self) -> int:
        return self.px(318)

    @property
    def header_row(self) -> int:
        """Height of a two-line grid header."""
        return self.px(40)

    @property
    def status_bar(self) -> int:
        return self.px(30)


def measures_of(widget: QWidget) -> Measures:
    """The measures that fit the font this widget inherits."""
    return Measures(_pixels(widget.font()))


def _pixels(font: QFont) -> int:
    """As it says itself, which is soon known, or as the system finds it where it says points."""
    return font.pixelSize() if font.pixelSize() > 0 else QFontInfo(font).pixelSize()


def text_font(body: QFont, size: float = DESIGNED_FOR, *, bold: bool = False, struck: bool = False) -> QFont:
    """The body font at `size` as drawn for the 13-pixel body: 18 titles, 16 cards, 12 second lines, 11 dense."""
    font = QFont(body)
    font.setPixelSize(Measures(_pixels(body)).px(size))
    font.setBold(bold)
    font.setStrikeOut(struck)
    return font
