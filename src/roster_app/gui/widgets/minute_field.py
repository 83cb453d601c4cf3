"""A field for a time of day, which understands what people type."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from roster_app.gui.widgets.measures import measures_of
from roster_app.gui.widgets.minute_text import minutes_of_text, text_of_minutes


class MinuteField(QLineEdit):
    """Minutes since midnight; up to 48:00 when it may be the next day. Up and Down change it by `step` minutes."""

    minutes_changed = Signal(int)  # the new value; emitted when the person has finished typing, or by a step

    def __init__(
        self,
        minutes: int = 0,
        name: str = "",
        *,
        next_day: bool = False,
        step: int = 30,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._minutes = minutes
        self._most = 2880 if next_day else 1440
        self._step = step
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._on_editing_finished)
        self.textEdited.connect(self._on_text_edited)
        self.set_minutes(minutes)

    @property
    def minutes(self) -> int:
        """What stands in the field; while that cannot be read, the last good value."""
        read = self._read()
        return self._minutes if read is None else read

    @property
    def is_readable(self) -> bool:
        """Whether what stands in the field is a time."""
        return self._read() is not None

    def set_minutes(self, minutes: int) -> None:
        """Show this value without telling anyone."""
        self._minutes = minutes
        self.setText(text_of_minutes(minutes))
        self._mark()

    def _read(self) -> int | None:
        minutes = minutes_of_text(self.text())
        return minutes if minutes is not None and minutes <= self._most else None

    def _take(self, minutes: int) -> None:
        changed = minutes != self._minutes
        self.set_minutes(minutes)
        if changed:
            self.minutes_changed.emit(minutes)

    def _mark(self) -> None:
        wrong = not self.is_readable
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def _on_text_edited(self) -> None:
        self._mark()

    def _on_editing_finished(self) -> None:
        minutes = self._read()
        if minutes is not None:
            self._take(minutes)

    # Qt overrides

    def sizeHint(self) -> QSize:
        measures = measures_of(self)
        widest = text_of_minutes(1441) if self._most > 1440 else "00:00"
        width = self.fontMetrics().horizontalAdvance(widest) + measures.px(26)
        return QSize(max(width, measures.px(72)), measures.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if direction is None:
            super().keyPressEvent(event)
        else:
            self._step_by(direction)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that passes over a form changes nothing in it."""
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What cannot be read goes back to the last good value, so that no wrong time is left standing unseen."""
        super().focusOutEvent(event)
        if not self.is_readable and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.set_minutes(self._minutes)

    def _step_by(self, direction: int) -> None:
        minutes = self._read()
        base = self._minutes if minutes is None else minutes
        beyond = base % self._step
        moved = base + direction * self._step - (beyond if direction > 0 else beyond and beyond - self._step)
        self._take(min(max(moved, 0), self._most))
