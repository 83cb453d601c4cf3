"""A field for a length of time: 12 h, 7 h 30 min, 45 min; typed as hours, 7:30, 7.5 or with units."""

from __future__ import annotations

import re
from unicodedata import normalize

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QWidget

from roster_app.gui.widgets.number_field import NumberField
from roster_app.i18n import _

_HOURS = r"(?P<hours>\d+(?:\.\d+)?)\s*(?:h|小时|时)"
_MINUTES = r"(?P<minutes>\d+)\s*(?:min|m|分钟|分)"
_WRITTEN = re.compile(rf"^(?:{_HOURS})?\s*(?:{_MINUTES})?$", re.IGNORECASE)
_CLOCK = re.compile(r"^(\d+):(\d{1,2})$")
_BARE = re.compile(r"^\d+(?:\.\d+)?$")


def minutes_of_duration(text: str) -> int | None:
    """Minutes; a bare number counts hours. None where it is no length of time."""
    words = normalize("NFKC", text).strip()
    if found := _CLOCK.match(words):
        return int(found[1]) * 60 + int(found[2])
    if _BARE.match(words):
        return round(float(words) * 60)
    written = _WRITTEN.match(words)
    if not words or not written:
        return None
    return round(float(written["hours"] or 0) * 60) + int(written["minutes"] or 0)


def text_of_duration(minutes: int) -> str:
    """12 h, 7 h 30 min, 45 min."""
    hours, rest = divmod(minutes, 60)
    parts = [_("{count} h").format(count=hours)] if hours else []
    if rest or not hours:
        parts.append(_("{count} min").format(count=rest))
    return " ".join(parts)


class DurationField(NumberField):
    """Its value is in minutes; the arrows go by `step` minutes."""

    def __init__(self, minutes: int, least: int, most: int, *, step: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(minutes, least, most, parent=parent)
        self.setSingleStep(step)

    # Qt overrides

    def textFromValue(self, value: int) -> str:
        return text_of_duration(value)

    def valueFromText(self, text: str) -> int:
        minutes = minutes_of_duration(text)
        return self.value() if minutes is None else minutes

    def validate(self, text: str, position: int) -> object:
        """Anything may be typed; only what is a length of time within bounds is taken."""
        minutes = minutes_of_duration(text)
        good = minutes is not None and self.minimum() <= minutes <= self.maximum()
        return (QValidator.State.Acceptable if good else QValidator.State.Intermediate), text, position
