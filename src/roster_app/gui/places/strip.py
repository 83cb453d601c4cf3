"""A staffed day as the spans of a strip of hours."""

from __future__ import annotations

from collections.abc import Sequence

from roster_app.domain.calendar import DayType
from roster_app.domain.places import Post, ShiftType
from roster_app.gui.places.staffing import Stretch, staffed_day, unreached
from roster_app.gui.widgets import HourSpan
from roster_app.i18n import _


def spans_of_day(
    posts: Sequence[Post], shift_types: Sequence[ShiftType], day_type: DayType = DayType.WORKDAY
) -> tuple[HourSpan, ...]:
    """Each shift with its code and the people wanted in it, cut where their number changes; gaps where none runs."""
    spans: list[HourSpan] = []
    for shift_type in shift_types:
        for stretch in staffed_day(posts, [shift_type], day_type):
            if stretch.shift_types:
                spans.extend(_span(shift_type, *part, stretch.wanted) for part in _cut(stretch, shift_type.start))
    for start, end, wanted in unreached(staffed_day(posts, shift_types, day_type)):
        spans.append(HourSpan(start, end, text=_("lack {count}").format(count=wanted), is_gap=True))
    return tuple(spans)


def _cut(stretch: Stretch, minute: int) -> list[tuple[int, int]]:
    """A shift of a whole day is cut where the next one begins."""
    if stretch.start < minute < stretch.end:
        return [(stretch.start, minute), (minute, stretch.end)]
    return [(stretch.start, stretch.end)]


def _span(shift_type: ShiftType, start: int, end: int, wanted: int) -> HourSpan:
    if not wanted:
        return HourSpan(start, end, "weekend", _("no post"))
    return HourSpan(start, end, shift_type.hue.value, f"{shift_type.code} {wanted}")


def spans_of_pattern(shift_types: Sequence[ShiftType], gaps: Sequence[tuple[int, int]]) -> tuple[HourSpan, ...]:
    """Each shift with its name; what none of them reaches stays grey."""
    shown = [HourSpan(s.start, s.end, s.hue.value, s.name or s.code) for s in shift_types]
    return (*shown, *(HourSpan(start, end, "weekend", _("open")) for start, end in gaps))
