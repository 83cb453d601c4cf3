"""The left edge of volunteer × day: each person's name, area and qualifications."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from roster_app.gui.roster.people_model import PeopleModel
from roster_app.gui.widgets.meanings import meanings_of
from roster_app.gui.widgets.measures import measures_of, text_font
from roster_app.gui.widgets.painting import LEFT, hairline, paint_text


class PeopleHeader(QHeaderView):
    """One line a person; the line of the current cell is tinted."""

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._people = model
        self._current = -1
        self.roomy = False
        self._dress()
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(8)

    def columns(self) -> tuple[int, int]:
        """Widths of the name's and the remark's part."""
        measures = measures_of(self)
        return (measures.px(136), measures.px(112)) if self.roomy else (measures.px(88), measures.px(78))

    def mark(self, row: int) -> None:
        """Tint the line of the current cell."""
        if row != self._current:
            self._current = row
            self.viewport().update()

    def _dress(self) -> None:
        self._bold, self._dense = text_font(self.font(), bold=True), text_font(self.font(), 11)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._dress()

    def sizeHint(self) -> QSize:
        return QSize(sum(self.columns()), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        meanings, measures = meanings_of(self), measures_of(self)
        name, remark = self.columns()
        painter.save()
        ground = meanings.selection.ground if section == self._current else meanings.panel
        painter.fillRect(rect, QColor(ground))
        inset = measures.px(11)
        box = QRectF(inset, rect.top(), name - inset - measures.tight, rect.height())
        paint_text(painter, box, self._people.name(section), self._bold, meanings.ink, LEFT)
        rest = QRectF(name, rect.top(), remark - measures.tight, rect.height())
        paint_text(painter, rest, self._people.remark(section), self._dense, meanings.second, LEFT)
        foot, edge = rect.bottom(), rect.right()
        hairline(painter, QPointF(0, foot), QPointF(edge, foot), meanings.faint_line)
        hairline(painter, QPointF(edge, rect.top()), QPointF(edge, foot), meanings.faint_line)
        painter.restore()
