"""The one signal by which everybody learns what has been stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from roster_app.services import Changes


class Events(QObject):
    """Whoever has called a use case spreads its answer here; each page decides what concerns it."""

    changed = Signal(object, object)  # the Changes, and the object that caused them (or None)
    step_left = Signal(str, object, object)  # words, and what takes back and does again what is about people

    def spread(self, changes: Changes, origin: object = None) -> None:
        """Tell everybody; `origin` may leave itself out if it shows the change already."""
        self.changed.emit(changes, origin)
