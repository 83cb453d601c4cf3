"""Where the months and days of a year stand on a surface, worked out once for a size."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF

from roster_app.gui.widgets import Measures

_MONTHS = 12
_WEEKS = 6


@dataclass(frozen=True)
class YearLayout:
    """Months in rows of `across`; weeks begin on Monday."""

    year: int
    across: int
    months: tuple[QRectF, ...]
    head: float
    """Height of a month's name and weekdays together."""
    cell: tuple[float, float]
    """Width and height of a day."""

    @classmethod
    def of(cls, year: int, width: float, height: float, measures: Measures) -> YearLayout:
        """The layout that gives the days most room, among those whose months fit beside each other."""
        gap = measures.px(24)
        fitting = [n for n in (6, 4, 3, 2) if width >= n * measures.px(158) + (n - 1) * gap] or [1]
        layouts = [cls._with(n, year, width, height, measures) for n in fitting]
        whole = [layout for layout in layouts if layout.months[-1].bottom() <= height + 1]
        return max(whole or layouts[:1], key=lambda layout: min(layout.cell[0], layout.cell[1] * 1.4))

    @classmethod
    def _with(cls, across: int, year: int, width: float, height: float, measures: Measures) -> YearLayout:
        gap, head = measures.px(24), measures.px(44)
        down = _MONTHS // across
        wide = (width - (across - 1) * gap) / across
        tall = (height - (down - 1) * measures.apart) / down
        cell = (wide / 7, min(max((tall - head) / _WEEKS, measures.px(19)), measures.px(36)))
        full = head + _WEEKS * cell[1]
        months = tuple(
            QRectF((n % across) * (wide + gap), (n // across) * (full + measures.apart), wide, full)
            for n in range(_MONTHS)
        )
        return cls(year, across, months, head, cell)

    @staticmethod
    def least_height(width: float, measures: Measures) -> int:
        """The height below which days would run into each other."""
        layout = YearLayout.of(2024, width, 0, measures)
        return round(layout.months[-1].bottom())

    def box(self, day: date) -> QRectF:
        """Where a day stands."""
        month = self.months[day.month - 1]
        before = date(day.year, day.month, 1).weekday()
        week, weekday = divmod(before + day.day - 1, 7)
        wide, tall = self.cell
        return QRectF(month.left() + weekday * wide, month.top() + self.head + week * tall, wide, tall)

    def day_at(self, point: QPointF) -> date | None:
        """The day under a point."""
        for number, month in enumerate(self.months, start=1):
            if month.contains(point):
                return next((d for d in days_of(self.year, number) if self.box(d).contains(point)), None)
        return None


def days_of(year: int, month: int) -> list[date]:
    """Every day of a month."""
    return [date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]
