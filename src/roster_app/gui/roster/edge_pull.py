"""Moving the edge of a bar: by the mouse in quarters of an hour (with Shift in five minutes), by keys in halves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from roster_app.domain.ids import DutyId
from roster_app.domain.parts import Edge

_QUARTER, _FINE, _HALF = 15, 5, 30
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_IGNORED = Qt.KeyboardModifier.KeypadModifier
_STEPS = {Qt.Key.Key_Left: -_HALF, Qt.Key.Key_Right: _HALF}


@dataclass(frozen=True, slots=True)
class EdgePull:
    """An edge on its way; minutes of the day that is shown."""

    duty_id: DutyId
    edge: Edge
    row: int
    fixed: int
    """Where the other edge is seen."""
    minute: int

    def to(self, minute: float, *, fine: bool) -> EdgePull:
        """The same edge farther along: on the grid of minutes, and never past the other one."""
        step = _FINE if fine else _QUARTER
        wanted = round(minute / step) * step
        least, most = (self.fixed + step, 1440) if self.edge is Edge.END else (0, self.fixed - step)
        return replace(self, minute=max(least, min(most, wanted)))

    @property
    def ends(self) -> tuple[int, int]:
        """From and to, as the bar would be."""
        return min(self.fixed, self.minute), max(self.fixed, self.minute)


def step_of(event: QKeyEvent) -> tuple[Edge, timedelta] | None:
    """Which edge a key moves, and how far: with Alt the end, with Alt and Shift the beginning."""
    held = event.modifiers() & ~_IGNORED
    if event.key() not in _STEPS or held not in (_ALT, _ALT | _SHIFT):
        return None
    return Edge.END if held == _ALT else Edge.START, timedelta(minutes=_STEPS[Qt.Key(event.key())])
