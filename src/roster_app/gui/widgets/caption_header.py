"""A grid header of two lines: a bold figure, a quiet word below, a band above, and the ground of the day."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from roster_app.gui.widgets.meanings import Meanings, meanings_of
from roster_app.gui.widgets.measures import Measures, measures_of, text_font
from roster_app.gui.widgets.painting import hairline, paint_text, rounded_box, smooth, text_width


class HeaderRole(IntEnum):
    """What a model's `headerData` may answer besides the display text."""

    SECOND_LINE = Qt.ItemDataRole.UserRole + 101  # 周一, or a remark
    TONE = Qt.ItemDataRole.UserRole + 102  # "weekend", "holiday" or another tone: ground and ink of the section
    BAND = Qt.ItemDataRole.UserRole + 103  # 清明假期: written once over neighbours with the same word
    TODAY = Qt.ItemDataRole.UserRole + 104  # bool: a filled mark around the text
    LEFT = Qt.ItemDataRole.UserRole + 105  # bool: words at the left edge instead of the middle


class CaptionHeader(QHeaderView):
    """Paints every section from what the model's `headerData` answers; plain sections have one quiet line."""

    def __init__(self, *, with_bands: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._with_bands = with_bands
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(measures_of(self).px(18))

    def _answer(self, section: int, role: int) -> object:
        return self.model().headerData(section, Qt.Orientation.Horizontal, role)

    def _word(self, section: int, role: int) -> str:
        answer = self._answer(section, role)
        return answer if isinstance(answer, str) else ""

    def _band_goes_on(self, section: int) -> bool:
        """Whether the word above this section stands above the next one too."""
        band = self._with_bands and self._word(section, HeaderRole.BAND)
        return bool(band) and self._word(section + 1, HeaderRole.BAND) == band

    def _paint_band(self, painter: QPainter, box: QRectF, section: int, about: int, meanings: Meanings) -> None:
        """Each section draws its part of the one text that stands over all its neighbours of the same band, and what
        a single section before it has no room for."""
        band = self._word(about, HeaderRole.BAND)
        measures, tone = measures_of(self), self._word(about, HeaderRole.TONE)
        ink = meanings.tone(tone).ink if tone else meanings.second
        first = last = about
        while first > 0 and self._word(first - 1, HeaderRole.BAND) == band:
            first -= 1
        while last < self.count() - 1 and self._word(last + 1, HeaderRole.BAND) == band:
            last += 1
        left = box.left() - self.sectionPosition(section) + self.sectionPosition(first)
        width = self.sectionPosition(last) + self.sectionSize(last) - self.sectionPosition(first)
        font = text_font(self.font(), 11)
        over = max(0.0, text_width(band, font) + 2 - width)
        painter.save()
        painter.setClipRect(box.adjusted(-over / 2, 0, 0, 0) if first == last == section else box)
        room = QRectF(left - over / 2, box.top() + measures.px(1), width + over, measures.px(15))
        paint_text(painter, room, band, font, ink)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, box: QRectF, section: int, ink: str, measures: Measures, meanings: Meanings
    ) -> None:
        text = self._word(section, Qt.ItemDataRole.DisplayRole)
        second = self._word(section, HeaderRole.SECOND_LINE)
        if not second:
            left = bool(self._answer(section, HeaderRole.LEFT))
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
            quiet = text_font(self.font(), 12)
            paint_text(painter, box, text, quiet, meanings.second, side | Qt.AlignmentFlag.AlignVCenter)
            return
        height = measures.px(18)
        middle = box.center().y() + (measures.px(7) if self._with_bands else 0)
        upper = QRectF(box.left(), middle - height, box.width(), height)
        bold = text_font(self.font(), 13, bold=True)
        if self._answer(section, HeaderRole.TODAY):
            width = min(max(text_width(text, bold) + measures.px(6), height), box.width())
            mark = QRectF(upper.center().x() - width / 2, upper.top() - measures.px(1), width, height)
            rounded_box(painter, mark, mark.height() / 2, meanings.accent.ink)
            ink = meanings.on_accent
        side = Qt.AlignmentFlag.AlignLeft if self._answer(section, HeaderRole.LEFT) else Qt.AlignmentFlag.AlignHCenter
        alignment = side | Qt.AlignmentFlag.AlignVCenter
        paint_text(painter, upper, text, bold, ink, alignment)
        lower = upper.translated(0, height - measures.px(1))
        paint_text(painter, lower, second, text_font(self.font(), 11), meanings.second, alignment)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(super().sizeHint().width(), measures.px(54) if self._with_bands else measures.header_row)

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:
        measures, meanings = measures_of(self), meanings_of(self)
        box = QRectF(rect)  # type: ignore[call-overload]
        tone_name = self._word(section, HeaderRole.TONE)
        tone = meanings.tone(tone_name)
        painter.save()
        smooth(painter)
        painter.fillRect(box, QColor(tone.ground if tone_name else meanings.panel))
        ink = tone.ink if tone_name else meanings.ink
        pad = measures.px(11) if self._answer(section, HeaderRole.LEFT) else 1
        for about in (section - 1, section) if self._with_bands else ():
            if about >= 0 and self._word(about, HeaderRole.BAND):
                self._paint_band(painter, box, section, about, meanings)
        self._paint_lines(painter, box.adjusted(pad, 0, -pad, 0), section, ink, measures, meanings)
        hairline(painter, QPointF(box.left(), box.bottom() - 1), QPointF(box.right(), box.bottom() - 1), meanings.line)
        edge = box.right() - 1
        top = box.top() + (measures.px(16) if self._band_goes_on(section) else 0)
        hairline(painter, QPointF(edge, top), QPointF(edge, box.bottom()), meanings.faint_line)
        painter.restore()
