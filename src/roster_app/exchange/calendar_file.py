"""Calendar files (RFC 5545): duties as events in China's time, every line ended by CRLF and folded at 75 bytes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from roster_app.domain.timespan import Span

if TYPE_CHECKING:
    import icalendar

ZONE = "Asia/Shanghai"
"""The checkpoints' wall clock; China has one time."""
_PRODUCT = "-//roster-app//duties//ZH"
_PERIOD = "X-ROSTER-APP-PERIOD"


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One event; `period` tells which roster it belongs to, so that another one's events are left alone."""

    uid: str
    span: Span
    summary: str
    place: str
    description: str
    period: str
    sequence: int = 0
    cancelled: bool = False


def calendar_bytes(name: str, events: Iterable[CalendarEvent], at: datetime) -> bytes:
    """The whole file; `at` is when it is written, on the same clock."""
    import icalendar

    calendar = icalendar.Calendar()
    calendar.add("PRODID", _PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", name)
    calendar.add("X-WR-TIMEZONE", ZONE)
    for event in sorted(events, key=lambda e: (e.span, e.uid)):
        calendar.add_component(_component(event, at))
    calendar.add_missing_timezones(first_date=date(2000, 1, 1))
    content: bytes = calendar.to_ical()
    return content


def events_in(content: bytes) -> tuple[CalendarEvent, ...]:
    """The events of a file that `calendar_bytes` has written; nothing of one that is damaged or none of ours."""
    import icalendar

    try:
        calendar = icalendar.Calendar.from_ical(content)
        return tuple(_event(component) for component in calendar.walk("VEVENT") if _PERIOD in component)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return ()


def _component(event: CalendarEvent, at: datetime) -> "icalendar.Event":
    import icalendar

    zone = ZoneInfo(ZONE)
    component = icalendar.Event()
    component.add("UID", event.uid)
    component.add("DTSTAMP", at.replace(tzinfo=zone).astimezone(ZoneInfo("UTC")))
    component.add("SEQUENCE", event.sequence)
    component.add("STATUS", "CANCELLED" if event.cancelled else "CONFIRMED")
    component.add("DTSTART", event.span.start.replace(tzinfo=zone))
    component.add("DTEND", event.span.end.replace(tzinfo=zone))
    component.add("SUMMARY", event.summary)
    component.add("LOCATION", event.place)
    if event.description:
        component.add("DESCRIPTION", event.description)
    component.add(_PERIOD, event.period)
    return component


def _event(component: Any) -> CalendarEvent:
    def local(name: str) -> datetime:
        moment: datetime = component[name].dt
        return moment.astimezone(ZoneInfo(ZONE)).replace(tzinfo=None)

    return CalendarEvent(
        uid=str(component["UID"]),
        span=Span(local("DTSTART"), local("DTEND")),
        summary=str(component.get("SUMMARY", "")),
        place=str(component.get("LOCATION", "")),
        description=str(component.get("DESCRIPTION", "")),
        period=str(component[_PERIOD]),
        sequence=int(component["SEQUENCE"]),
        cancelled=str(component.get("STATUS", "")) == "CANCELLED",
    )
