"""The line of a post: its name, the people it takes, what it requires, and whether it leads."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roster_app.domain.ids import QualificationId
from roster_app.gui.places.words import listed
from roster_app.gui.places.written import WrittenPost
from roster_app.gui.widgets import (
    meanings_of,
    measures_of,
    paint_icon,
    paint_text,
    rounded_box,
    smooth,
    text_font,
    text_width,
)
from roster_app.i18n import _, ngettext

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PostHead(QAbstractButton):
    """Open while it is checked; a click, Space or Enter goes from one to the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._facts = ""
        self._leads = False
        self._wrong = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_post(self, post: WrittenPost, qualifications: Mapping[QualificationId, str]) -> None:
        """Say it of this post."""
        self._name = post.name.strip() or _("Post without a name")
        self._leads = post.leads
        self._facts = " · ".join(_facts(post, qualifications))
        leads = _("leads the shift") if post.leads else ""
        self.setAccessibleName(listed(part for part in (self._name, leads, self._facts) if part))
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Whether something about the post keeps the checkpoint from being stored."""
        self._wrong = wrong
        self.update()

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        return QSize(measures.px(200), measures.px(38))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = smooth(QPainter(self))
        measures, meanings = measures_of(self), meanings_of(self)
        box = QRectF(self.rect())
        ring = meanings.accent.ink if self.hasFocus() else None
        ground = meanings.hover if self.underMouse() else None
        rounded_box(painter, box.adjusted(0, 2, 0, -2), measures.chip_radius, ground, ring, 1.5)
        mark = QRectF(box.left() + measures.px(2), box.top(), measures.px(14), box.height())
        paint_icon(painter, "chevron-down" if self.isChecked() else "chevron-right", meanings.second, mark)
        room = box.adjusted(measures.px(24), 0, -measures.near, 0)
        bold, font = text_font(self.font(), 13, bold=True), text_font(self.font(), 12)
        width = min(text_width(self._name, bold) + 1, room.width() * 0.6)
        paint_text(painter, room, self._name, bold, meanings.act.ink if self._wrong else meanings.ink, _LEFT)
        room.setLeft(room.left() + width + measures.px(10))
        if self._leads:
            words = _("leads")
            chip = QRectF(room.left(), box.center().y() - measures.px(9), 0, measures.px(18))
            chip.setWidth(text_width(words, text_font(self.font(), 11)) + measures.px(10))
            rounded_box(painter, chip, measures.chip_radius, meanings.accent.ground)
            paint_text(painter, chip, words, text_font(self.font(), 11), meanings.accent.ink)
            room.setLeft(chip.right() + measures.near)
        paint_text(painter, room, self._facts, font, meanings.second, _LEFT)


def _facts(post: WrittenPost, qualifications: Mapping[QualificationId, str]) -> list[str]:
    facts = [ngettext("{count} person", "{count} people", post.headcount).format(count=post.headcount)]
    if post.minimum is not None:
        facts.append(_("at least {amount}").format(amount=post.minimum))
    if post.maximum is not None:
        facts.append(_("at most {amount}").format(amount=post.maximum))
    if post.reserve:
        facts.append(_("reserve"))
    if post.windows:
        count = len(post.windows)
        facts.append(ngettext("{count} other time", "{count} other times", count).format(count=count))
    if post.requires:
        names = [r if isinstance(r, str) else qualifications.get(r, "") for r in post.requires]
        facts.append(_("requires {names}").format(names=listed(sorted(name for name in names if name))))
    if post.office_duty:
        facts.append(_("office duty"))
    return facts
