"""Where everything of the 24 hours lies, in pixels of the content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from roster_app.gui.roster.day_lanes import Lane
from roster_app.gui.widgets.measures import Measures

DAY = 1440


@dataclass(frozen=True, slots=True)
class Lay:
    """The places: a band over the lanes of each checkpoint, titles at the left, the hours across what remains."""

    measures: Measures
    width: int
    tops: tuple[int, ...]
    """Of each lane."""
    bands: tuple[tuple[int, int], ...]
    """(first lane, top) of each checkpoint."""
    height: int

    @classmethod
    def of(cls, lanes: Sequence[Lane], measures: Measures, width: int) -> Lay:
        """Lay the lanes out below each other."""
        tops, bands, top = [], [], 0
        for row, lane in enumerate(lanes):
            if lane.begins_checkpoint:
                bands.append((row, top))
                top += measures.px(34)
            tops.append(top)
            top += measures.px(46)
        return cls(measures, width, tuple(tops), tuple(bands), top)

    @property
    def head(self) -> int:
        """Height of the hours, which stay where they are."""
        return self.measures.header_row

    @property
    def left(self) -> int:
        """Width of the titles."""
        return self.measures.px(150)

    @property
    def band(self) -> int:
        """Height of a checkpoint's line."""
        return self.measures.px(34)

    @property
    def lane(self) -> int:
        """Height of a lane."""
        return self.measures.px(46)

    def x(self, minute: float) -> float:
        """Where a minute of the day stands."""
        room = self.width - self.left - self.measures.px(14)
        return self.left + room * minute / DAY

    def minute(self, x: float) -> float:
        """Which minute stands there."""
        room = self.width - self.left - self.measures.px(14)
        return (x - self.left) * DAY / max(1, room)

    def bar(self, row: int, start: int, end: int) -> QRectF:
        """The box of a duty."""
        inset = self.measures.tight
        left, right = self.x(start) + 1, self.x(end) - 1
        return QRectF(left, self.tops[row] + inset, max(2.0, right - left), self.lane - 2 * inset)

    def strip(self, top: int, start: int, end: int) -> QRectF:
        """The box of a stretch of people there and wanted."""
        height = self.measures.px(16)
        left = self.x(start)
        return QRectF(left, top + (self.band - height) / 2, self.x(end) - left, height)

    def row_at(self, y: float) -> int:
        """The lane at a height of the content; −1 between lanes."""
        return next((row for row, top in enumerate(self.tops) if top <= y < top + self.lane), -1)

    def band_at(self, y: float) -> int:
        """The first lane of the checkpoint whose line is at a height; −1 elsewhere."""
        return next((row for row, top in self.bands if top <= y < top + self.band), -1)
