"""A duty as a calendar event (RFC 5545 §3.6.1) that a telephone takes in from a QR symbol."""

import re
from datetime import UTC, datetime, timedelta, timezone

from roster_app.domain.timespan import Span

CLOCK = timezone(timedelta(hours=8))
"""The checkpoints' wall clock; China has one time and no summer time."""


def event(summary: str, place: str, span: Span) -> str:
    """A bare VEVENT in UTC, which telephones read more surely than a whole calendar or local times.

    Lines end with a bare LF and are not folded: every byte makes the symbol larger, and no reader asks for more.
    """
    return "\n".join(
        (
            "BEGIN:VEVENT",
            f"SUMMARY:{_text(summary)}",
            f"LOCATION:{_text(place)}",
            f"DTSTART:{_utc(span.start)}",
            f"DTEND:{_utc(span.end)}",
            "END:VEVENT",
        )
    )


def _text(words: str) -> str:
    """Escaped as RFC 5545 §3.3.11 asks."""
    return re.sub(r"([\\;,])", r"\\\1", " ".join(words.split()))


def _utc(local: datetime) -> str:
    return f"{local.replace(tzinfo=CLOCK).astimezone(UTC):%Y%m%dT%H%M%SZ}"
