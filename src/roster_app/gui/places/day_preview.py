"""A day of a checkpoint as it would be by what is written now: the strip of its hours, and a sentence about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roster_app.domain.calendar import DayType
from roster_app.domain.places import Post, ShiftType
from roster_app.gui.places.staffing import day_types_that_differ
from roster_app.gui.places.strip import spans_of_day
from roster_app.gui.places.words import state_of_place
from roster_app.gui.widgets import HourBar, SegmentedControl, TextLabel, measures_of
from roster_app.i18n import _
from roster_app.services.words import day_type_name


class DayPreview(QWidget):
    """Follows every keystroke; where days differ, a switch chooses the kind of day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._posts: tuple[Post, ...] = ()
        self._shift_types: tuple[ShiftType, ...] = ()
        self._kinds = SegmentedControl(
            [(kind.value, day_type_name(kind)) for kind in DayType], _("Kind of day"), small=True
        )
        self._bar = HourBar(_("The day as written"), with_hours=True)
        self._state = TextLabel("", "second", wraps=True)
        measures = measures_of(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(measures.px(6))
        column.addWidget(self._kinds, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._bar)
        column.addWidget(self._state)
        self._kinds.chosen.connect(lambda _kind: self._show())

    @property
    def day_type(self) -> DayType:
        """The kind of day shown."""
        return DayType(self._kinds.choice)

    @property
    def state(self) -> str:
        """What is said about the day."""
        return self._state.text()

    def show_day(self, posts: Sequence[Post], shift_types: Sequence[ShiftType]) -> None:
        """Show the day of these posts under these shift types."""
        self._posts, self._shift_types = tuple(posts), tuple(shift_types)
        differ = bool(day_types_that_differ(posts))
        if not differ:
            self._kinds.choose(DayType.WORKDAY.value)
        self._kinds.setVisible(differ)
        self._show()

    def _show(self) -> None:
        self._bar.show_spans(spans_of_day(self._posts, self._shift_types, self.day_type))
        sentence, tone = state_of_place(self._posts, self._shift_types, bool(self._shift_types))
        self._state.setText(sentence)
        self._state.set_tone(tone)
