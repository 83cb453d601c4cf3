"""Small drawings of the layouts that are understood."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from roster_app.gui.widgets import meanings_of, measures_of, paint_text, rounded_box, smooth, text_font

_TEXTS = {
    "list": (("姓名", "电话"), ("张伟", "138…"), ("区志明", "139…"), ("何平", "135…")),
    "marks": (("姓名", "1", "2", "3"), ("张伟", "√", "×", "√"), ("何平", "√", "√", ""), ("王䶮", "×", "√", "√")),
    "matrix": (
        ("姓名", "1", "2", "3"),
        ("张伟", "早", "休", "夜"),
        ("何平", "中", "早", "休"),
        ("王䶮", "夜", "中", "早"),
    ),
    "grid": (("", "周一", "周二"), ("早", "张伟", "何平"), ("中", "王䶮", "张伟"), ("夜", "何平", "王䶮")),
}
_TONES = {"早": "early", "中": "middle", "夜": "night", "√": "good", "×": "act"}


class Sketch(QWidget):
    """One layout as a tiny sheet: list, marks, matrix or grid."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _TEXTS[kind]
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(136), measures.px(80))

    def paintEvent(self, event: QPaintEvent) -> None:
        meanings, measures = meanings_of(self), measures_of(self)
        painter = smooth(QPainter(self))
        font, gap = text_font(self.font(), 11), measures.px(2)
        height = self.height() / len(self._rows)
        for number, row in enumerate(self._rows):
            width = self.width() / len(row)
            for column, text in enumerate(row):
                box = QRectF(column * width, number * height, width - gap, height - gap)
                tone = meanings.tone(_TONES.get(text, "plain"))
                ground = meanings.track if number == 0 else tone.ground if text in _TONES else meanings.hover
                rounded_box(painter, box, measures.px(3), ground)
                paint_text(painter, box, text, font, tone.ink if text in _TONES else meanings.second)
