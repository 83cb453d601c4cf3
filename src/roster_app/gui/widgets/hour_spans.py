"""Spans of a strip of hours: how they read, wrap at midnight, and share lanes. All times in minutes, half-open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from roster_app.gui.widgets.meanings import ToneName
from roster_app.gui.widgets.minute_text import text_of_minutes

_DAY = 1440


@dataclass(frozen=True, slots=True)
class HourSpan:
    """Minutes [start, end), the tone they wear, and a word; a gap wears the red of a vacancy."""

    start: int
    end: int
    tone: ToneName | str = "plain"
    text: str = ""
    is_gap: bool = False
    key: object = None

    def words(self) -> str:
        """The span as a phrase, for those who hear it."""
        return f"{text_of_minutes(self.start)}–{text_of_minutes(self.end)} {self.text}".strip()


def within_day(span: HourSpan, start: int = 0, end: int = _DAY) -> list[HourSpan]:
    """The pieces of a span that lie in the window, with what runs past its end brought in a day earlier."""
    pieces = []
    for shift in (0, -_DAY, _DAY):
        piece_start, piece_end = max(span.start + shift, start), min(span.end + shift, end)
        if piece_start < piece_end:
            pieces.append(replace(span, start=piece_start, end=piece_end))
    return pieces


def lanes_of(spans: Sequence[HourSpan]) -> list[int]:
    """A lane for each span, the first that is free; gaps do not push others aside."""
    free_from: list[int] = []
    lanes = [0] * len(spans)
    for index in sorted(range(len(spans)), key=lambda index: (spans[index].start, spans[index].end)):
        span = spans[index]
        lane = next((lane for lane, free in enumerate(free_from) if free <= span.start), len(free_from))
        if lane == len(free_from):
            free_from.append(0)
        free_from[lane] = span.end
        lanes[index] = lane
    return lanes
