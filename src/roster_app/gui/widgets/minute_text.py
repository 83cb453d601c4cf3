"""Times of day as people write them, to and from minutes since midnight."""

from __future__ import annotations

import re
from unicodedata import normalize

from roster_app.i18n import _

_DAY = 1440
_NEXT_DAY = re.compile(r"^(次日|第二天|翌日|\+1|next day)\s*", re.IGNORECASE)
_CLOCK = re.compile(r"^(\d{1,2})\s*(?:[:.;点时h]\s*)(?:(\d{1,2})分?|(半))?$", re.IGNORECASE)


def minutes_of_text(text: str) -> int | None:
    """Minutes since midnight, up to 48 hours; None when it is no time.

    Understands 8, 0800, 8:00, 8：00, 8.30, 8点半, 24:00, 次日6:30, +1 6:30 and 30:30 for half past six the next day.
    """
    words = normalize("NFKC", text).strip()
    later = _NEXT_DAY.match(words)
    if later:
        words = words[later.end() :]
    hours, minutes = _clock(words)
    if hours is None or minutes > 59:
        return None
    total = hours * 60 + minutes
    if later and total <= _DAY:
        total += _DAY
    return total if total <= 2 * _DAY else None


def _clock(words: str) -> tuple[int | None, int]:
    if found := _CLOCK.match(words):
        return int(found[1]), 30 if found[3] else int(found[2] or 0)
    if words.isdigit() and len(words) <= 2:
        return int(words), 0
    if words.isdigit() and len(words) <= 4:
        return int(words[:-2]), int(words[-2:])
    return None, 0


def text_of_minutes(minutes: int) -> str:
    """08:00, 24:00, next day 06:30."""
    if minutes <= _DAY:
        return f"{minutes // 60:02d}:{minutes % 60:02d}"
    minutes -= _DAY
    return _("next day {time}").format(time=f"{minutes // 60:02d}:{minutes % 60:02d}")
