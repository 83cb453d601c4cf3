"""How the 24 hours of a day are painted: checkpoints and lanes, bars, the hours above, the line of the present."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QModelIndex, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from roster_app.gui.roster.day_lanes import Presence
from roster_app.gui.roster.edge_pull import EdgePull
from roster_app.gui.roster.lanes_lay import DAY, Lay
from roster_app.gui.roster.lanes_model import BarLook, LanesModel
from roster_app.gui.widgets.icons import paint_icon
from roster_app.gui.widgets.meanings import Meanings, Tone
from roster_app.gui.widgets.measures import text_font
from roster_app.gui.widgets.painting import (
    CENTRE,
    LEFT,
    elided,
    hairline,
    hatching,
    paint_text,
    rounded_box,
    text_width,
)
from roster_app.i18n import _


class LanesPainter:
    """One picture of a day; the view says which part is in sight."""

    def __init__(self, painter: QPainter, lay: Lay, meanings: Meanings, body: QFont, now: int | None) -> None:
        self._painter, self._lay, self._meanings, self._now = painter, lay, meanings, now
        self._names = [text_font(body, size, bold=True) for size in (13, 12, 11)]
        self._name, self._quiet = self._names[0], text_font(body, 12)
        self._small = text_font(body, 11)

    def lanes(self, model: LanesModel, seen: range, current: QModelIndex, chosen: Collection[QModelIndex]) -> None:
        """All that touches the heights `seen` of the content."""
        for row, top in self._lay.bands:
            if _touches(top, self._lay.band, seen):
                self.band(top, model.place(row), model.strip(row))
        for row, lane in enumerate(model.lanes):
            if _touches(self._lay.tops[row], self._lay.lane, seen):
                self.lane(row, model.post(row), model.closed(row), last=lane.ends_checkpoint)
                for index, look in model.bar_looks(row):
                    self.bar(row, look, current=index == current, chosen=index in chosen)

    def band(self, top: int, place: str, strip: Sequence[Presence]) -> None:
        """A checkpoint: its name, and how many of how many are there."""
        lay, meanings, measures = self._lay, self._meanings, self._lay.measures
        self._painter.fillRect(QRectF(0, top, lay.width, lay.band), QColor(meanings.ground))
        title = QRectF(measures.px(11), top, lay.left - measures.px(16), lay.band)
        paint_text(self._painter, title, place, self._name, meanings.ink, LEFT)
        for stretch in strip:
            if stretch.required:
                self._presence(lay.strip(top, stretch.start, stretch.end), stretch)

    def _presence(self, box: QRectF, stretch: Presence) -> None:
        missing = stretch.present < stretch.required
        meanings = self._meanings
        tone = Tone(meanings.on_accent, meanings.act.ink) if missing else meanings.good
        self._painter.fillRect(box, QColor(tone.ground))
        words = f"{stretch.present} / {stretch.required}"
        if text_width(words, self._small) + 4 <= box.width():
            paint_text(self._painter, box, words, self._small, tone.ink)

    def lane(self, row: int, post: str, closed: Sequence[tuple[int, int]], *, last: bool) -> None:
        """A seat: its post, the hours behind it, and when nobody is wanted."""
        lay, meanings, measures = self._lay, self._meanings, self._lay.measures
        top, foot = lay.tops[row], lay.tops[row] + lay.lane - 1
        title = QRectF(measures.px(26), top, lay.left - measures.px(30), lay.lane)
        paint_text(self._painter, title, post, self._quiet, meanings.second, LEFT)
        for start, end in closed:
            hatching(self._painter, QRectF(lay.x(start), top, lay.x(end) - lay.x(start), lay.lane), meanings.firm_line)
        for minute in range(120, DAY, 120):
            hairline(self._painter, QPointF(lay.x(minute), top), QPointF(lay.x(minute), foot), meanings.faint_line)
        line = meanings.line if last else meanings.faint_line
        hairline(self._painter, QPointF(0, foot), QPointF(lay.width, foot), line)

    def bar(self, row: int, look: BarLook, *, current: bool, chosen: bool) -> None:
        """A duty: the name and its hours on the colour of the shift, or the vacancy and its minutes."""
        meanings, measures, seat = self._meanings, self._lay.measures, look.seat
        box = self._lay.bar(row, look.bar.start, look.bar.end)
        tone = self._tone(look)
        line = tone.ink if seat.is_vacant else None
        rounded_box(self._painter, box, measures.chip_radius, tone.ground, line, dashed=seat.is_vacant)
        if seat.mark and not seat.is_vacant:
            ink = meanings.conflict.ink if seat.mark == "hard" else meanings.look.ink
            self._painter.fillRect(QRectF(box.left(), box.top(), measures.px(3), box.height()), QColor(ink))
        inset = measures.near if box.width() >= measures.px(60) else measures.px(1)
        room = box.adjusted(inset, 0, -measures.px(1), 0)
        if seat.locked and room.width() > measures.px(60):
            side = measures.px(12)
            corner = QRectF(room.right() - side, box.center().y() - side / 2, side, side)
            paint_icon(self._painter, "lock", meanings.second, corner)
            room.adjust(0, 0, -side - measures.tight, 0)
        self._words(room, look, tone.ink)
        if current or chosen:
            rounded_box(
                self._painter, box, measures.chip_radius, None, meanings.accent.ink, measures.px(2 if current else 1)
            )

    def _tone(self, look: BarLook) -> Tone:
        meanings, seat = self._meanings, look.seat
        if seat.ghost:
            return meanings.accent
        if seat.is_vacant:
            return meanings.vacancy
        return meanings.conflict if seat.mark == "hard" else meanings.tone(seat.tone)

    def _words(self, room: QRectF, look: BarLook, ink: str) -> None:
        """The name first; its hours beside it where there is room for them."""
        name, font = look.seat.name or _("Vacant"), self._name
        if self._now is not None:  # beside the line of the present, not under it
            line = self._lay.x(self._now)
            text = text_width(f"{name} {look.words[0]}", font)
            over = room.left() - 2 <= line <= room.left() + text
            if over and room.right() - line > text_width(name, font) + self._lay.measures.near:
                room.setLeft(line + self._lay.measures.px(6))
        for font in self._names:
            if text_width(name, font) <= room.width():
                break
        name = elided(name, font, room.width())
        narrow = room.width() < self._lay.measures.px(56)
        paint_text(self._painter, room, name, font, ink, CENTRE if narrow else LEFT)
        rest = room.adjusted(text_width(name, font) + self._lay.measures.px(6), 0, 0, 0)
        words = next((w for w in look.words if text_width(w, self._small) <= rest.width()), "")
        paint_text(self._painter, rest, words, self._small, ink, LEFT)

    def pull(self, pull: EdgePull) -> None:
        """A bar as it would be, with the time its edge has come to."""
        lay, meanings, measures = self._lay, self._meanings, self._lay.measures
        box = lay.bar(pull.row, *pull.ends)
        rounded_box(self._painter, box, measures.chip_radius, None, meanings.accent.ink, measures.px(2), dashed=True)
        self._clock(pull.minute, box.center().y())

    def edges(self, height: float) -> None:
        """The line between titles and hours."""
        edge = self._lay.left - 1
        hairline(self._painter, QPointF(edge, 0), QPointF(edge, height), self._meanings.faint_line)

    def hours(self, title: str) -> None:
        """The head: the hours, and the time now."""
        lay, meanings, measures = self._lay, self._meanings, self._lay.measures
        self._painter.fillRect(QRectF(0, 0, lay.width, lay.head), QColor(meanings.panel))
        box = QRectF(measures.px(11), 0, lay.left - measures.px(16), lay.head)
        paint_text(self._painter, box, title, self._quiet, meanings.second, LEFT)
        step = 120 if lay.x(120) - lay.x(0) >= measures.px(34) else 240
        for minute in range(0, DAY + 1, step):
            if self._now is None or abs(lay.x(self._now) - lay.x(minute)) > measures.px(32):
                label = QRectF(lay.x(minute) - measures.px(14), 0, measures.px(28), lay.head)
                paint_text(self._painter, label, f"{minute // 60:02d}", self._quiet, meanings.second)
        foot = lay.head - 1
        hairline(self._painter, QPointF(0, foot), QPointF(lay.width, foot), meanings.line)
        self.edges(foot)

    def now(self, height: float) -> None:
        """The line of the present, through everything."""
        if (minute := self._now) is None:
            return
        lay = self._lay
        line = QRectF(lay.x(minute) - 1, lay.head - lay.measures.tight, 2, height)
        self._painter.fillRect(line, QColor(self._meanings.accent.ink))
        self._clock(minute, lay.head / 2)

    def _clock(self, minute: int, y: float) -> None:
        """The time of a line, on a mark in its middle."""
        measures, accent = self._lay.measures, self._meanings.accent
        mark = QRectF(0, 0, measures.px(46), measures.px(20))
        mark.moveCenter(QPointF(self._lay.x(minute), y))
        rounded_box(self._painter, mark, measures.chip_radius, accent.ink)
        words = f"{minute // 60:02d}:{minute % 60:02d}"
        paint_text(self._painter, mark, words, self._quiet, self._meanings.on_accent)


def _touches(top: int, height: int, seen: range) -> bool:
    return seen.start <= top + height and top <= seen.stop
