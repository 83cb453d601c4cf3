"""The whole day, or from one time to another."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from roster_app.domain.timespan import DAY_MINUTES
from roster_app.gui.widgets import MinuteField, TextLabel, measures_of
from roster_app.i18n import _


class HoursField(QWidget):
    """Minutes from midnight, `end` behind `start`; an end at or before the start is meant for the next day."""

    def __init__(self, start: int = 0, end: int = DAY_MINUTES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = (start, end) == (0, DAY_MINUTES)
        self._whole = QCheckBox(_("All day"))
        self._whole.setChecked(whole)
        self._start = MinuteField(8 * 60 if whole else start)
        self._end = MinuteField(16 * 60 if whole else end, next_day=True)
        self._start.setAccessibleName(_("From"))
        self._end.setAccessibleName(_("To"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(measures_of(self).near)
        self._dash = TextLabel("–", "quiet")
        for part in (self._whole, self._start, self._dash, self._end):
            row.addWidget(part)
        row.addStretch(1)
        self.setMinimumHeight(self._start.sizeHint().height())
        self.setAccessibleName(_("Hours"))
        self.setFocusProxy(self._whole)
        self._whole.toggled.connect(self._show_whole)
        self._show_whole(whole)

    @property
    def minutes(self) -> tuple[int, int]:
        """Start and end of a stretch that begins on one day."""
        start, end = self.written
        return start, end if end > start else end + DAY_MINUTES

    @property
    def written(self) -> tuple[int, int]:
        """Both as they are written, for a start and an end on different days."""
        return (0, DAY_MINUTES) if self._whole.isChecked() else (self._start.minutes, self._end.minutes)

    def _show_whole(self, whole: bool) -> None:
        for part in (self._start, self._dash, self._end):
            part.setVisible(not whole)
