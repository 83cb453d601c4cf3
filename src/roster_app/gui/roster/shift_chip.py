"""The chip of a duty on a person's day: the code of the shift on its colour, with what is wrong or new about it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from roster_app.gui.roster.fitted_text import FittedText
from roster_app.gui.roster.looks import SeatLook
from roster_app.gui.widgets.meanings import Meanings
from roster_app.gui.widgets.measures import Measures
from roster_app.gui.widgets.painting import rounded_box


def paint_shift_chip(
    painter: QPainter, box: QRectF, look: SeatLook, texts: FittedText, meanings: Meanings, measures: Measures
) -> None:
    """A red or amber frame where a rule is broken, a dashed one for a proposal, a line under it when locked."""
    tone, line, ink = meanings.tone(look.tone), None, meanings.tone(look.tone).ink
    ground = tone.ground
    if look.mark == "hard":
        ground, line, ink = meanings.conflict.ground, meanings.conflict.ink, meanings.conflict.ink
    elif look.mark == "wish":
        line = meanings.look.ink
    if look.ghost:
        line = meanings.accent.ink
    rounded_box(painter, box, measures.tight, ground, line, 1.25, dashed=look.ghost)
    roomy = box.width() >= measures.px(18)
    texts.paint(painter, box, look.code, ink, bold=look.mark == "hard" and roomy)
    if look.locked:
        foot = QRectF(box.left() + 1, box.bottom() - measures.px(2), box.width() - 2, measures.px(2))
        painter.fillRect(foot, QColor(ink))
