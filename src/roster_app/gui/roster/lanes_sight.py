"""What lies at a point of the 24 hours as they are laid out and scrolled: a bar, the edge of one, a gap."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPoint, QRect

from roster_app.domain.parts import Edge
from roster_app.domain.timespan import minute_of
from roster_app.gui.roster.day_lanes import Presence
from roster_app.gui.roster.edge_pull import EdgePull
from roster_app.gui.roster.lanes_lay import Lay
from roster_app.gui.roster.lanes_model import LanesModel


@dataclass(frozen=True, slots=True)
class LanesSight:
    """Points are of the viewport; `scrolled` is the height of the content above it."""

    model: LanesModel
    lay: Lay
    scrolled: int

    def box(self, index: QModelIndex) -> QRect:
        """Where a bar is seen."""
        look = self.model.look(index.row(), index.column())
        if look is None or index.row() >= len(self.lay.tops):
            return QRect()
        box = self.lay.bar(index.row(), look.bar.start, look.bar.end)
        return box.toAlignedRect().translated(0, self.lay.head - self.scrolled)

    def index_at(self, place: QPoint) -> QModelIndex:
        """The bar at a point."""
        row = self.lay.row_at(self._height(place)) if place.y() >= self.lay.head else -1
        bars = self.model.bar_looks(row) if row >= 0 else ()
        return next((index for index, _look in bars if self.box(index).contains(place)), QModelIndex())

    def edge_at(self, place: QPoint) -> EdgePull | None:
        """The edge of a bar near a point: one that is in sight, of a duty that may be moved."""
        near = self.lay.measures.px(5)
        for beside in (QPoint(0, 0), QPoint(-near, 0), QPoint(near, 0)):
            index = self.index_at(place + beside)
            look, span = self.model.look(index.row(), index.column()), self.model.span_of(index)
            if look is None or span is None or look.seat.locked or look.seat.ghost:
                continue
            start, end = look.bar.start, look.bar.end
            for edge, seen, fixed, moment in (
                (Edge.END, end, start, span.end),
                (Edge.START, start, end, span.start),
            ):
                is_in_sight = minute_of(moment, self.model.laid_on) == seen
                if is_in_sight and abs(self.lay.x(seen) - place.x()) <= near:
                    return EdgePull(look.seat.duty_id, edge, index.row(), fixed, seen)
        return None

    def vacancy_at(self, place: QPoint) -> QModelIndex:
        """A vacancy in the red stretch at a point; an invalid index where there is none."""
        band = self.lay.band_at(self._height(place)) if place.y() >= self.lay.head else -1
        gap = self._gap(band, self.lay.minute(place.x())) if band >= 0 else None
        if gap is None:
            return QModelIndex()
        own = self.model.lanes[band].checkpoint_id
        for row, lane in enumerate(self.model.lanes):
            for index, look in self.model.bar_looks(row) if lane.checkpoint_id == own else ():
                if look.seat.is_vacant and look.bar.start < gap.end and gap.start < look.bar.end:
                    return index
        return QModelIndex()

    def _gap(self, band: int, minute: float) -> Presence | None:
        """The stretch of that minute, if somebody is missing then."""
        strip = self.model.strip(band)
        return next((s for s in strip if s.start <= minute < s.end and s.present < s.required), None)

    def _height(self, place: QPoint) -> int:
        """In the content."""
        return place.y() + self.scrolled - self.lay.head
